"""How far an act has come: reported, planned, conditional, denied, or long past."""

from collections.abc import Container, Iterator
from datetime import date, timedelta

from headwater.lexicon import coding
from headwater.model import Statement, Time, Voice
from headwater.reading.events.act import Act
from headwater.reading.events.trees import Tree
from headwater.reading.events.verbs import is_laid_to

_MAY = frozenset({"could", "may", "might", "would"})
_MUST = frozenset({"must", "should", "ought", "shall"})
_SAYING = frozenset({"AGREE", "THREATEN", "REJECT", "REQUEST"})
#: What happened longer before the article than this is history.
_PAST_DAYS = 366


def status_of(
    act: Act,
    carrier: Statement | None,
    when: Time | None,
    published: tuple[date, date] | None,
) -> str:
    """Say how far an act has come; what is said to be done is reported as said.

    Args:
        act: The act.
        carrier: The statement that carries it.
        when: The time that its words give it.
        published: First and last day of the article.
    """
    status = act.predicate.status
    if status == "planned" and act.type in _SAYING and is_spoken(carrier):
        status = "reported"
    if status == "denied" and not _is_denied(act, carrier):
        status = "reported"
    if status in {"reported", "planned"} and _only_may(act):
        return "conditional"
    if status == "reported" and (_is_judged(act) or _is_long_past(when, published)):
        return "historical"
    return status


def duties_of(act: Act) -> Iterator[str]:
    """Yield the verbs of duty of an act; "should they leave", turned round, is a condition."""
    tree = act.tree
    for k in tree.under(act.word, "aux"):
        is_turned = any(k < subject for subject in tree.under(act.word, "nsubj"))
        if tree.tokens[k].lower in _MUST and not is_turned:
            yield tree.tokens[k].lower


def is_spoken(carrier: Statement | None) -> bool:
    """Tell whether somebody is said to say a statement, other than the outlet."""
    return carrier is not None and carrier.voice is Voice.ATTRIBUTED


def is_beside(act: Act) -> bool:
    """Tell what is told of by the way, which no denial reaches: "that he met Ana Sol, who was killed"."""
    tree, word = act.tree, act.word
    while word >= 0 and not tree.is_in(word, "advcl") and tree.tokens[word].relation != "acl:relcl":  # fmt: skip
        word = tree.tokens[word].head
    return word >= 0


def _is_denied(act: Act, carrier: Statement | None) -> bool:
    """Tell whether words deny it: a "not" at the verb, or who says so doubts it."""
    is_disowned = carrier is not None and carrier.is_denied and not is_beside(act)
    return act.predicate.polarity == "neg" or is_disowned


def _is_long_past(when: Time | None, published: tuple[date, date] | None) -> bool:
    if when is None or when.latest is None or published is None:
        return False
    return date.fromisoformat(when.latest) < published[0] - timedelta(days=_PAST_DAYS)


def _is_judged(act: Act) -> bool:
    """Tell what a court has tried somebody for, which lies behind and is no news: "jailed him for killing"."""
    tree, over = act.tree, act.tree.tokens[act.word].head
    is_judging = over >= 0 and tree.has(over, coding().judges)
    return is_judging and is_laid_to(tree, act.word)


def _only_may(act: Act) -> bool:
    """Tell an infinitive under what may be: "could press the army to join the fight"."""
    tree, verb = act.tree, act.word if act.lent_by is None else act.lent_by
    while tree.is_in(verb, "xcomp", "advcl", "acl") and _has(tree, verb, "mark", {"to"}):
        verb = tree.tokens[verb].head
        if _has(tree, verb, "aux", _MAY):
            return True
    return False


def _has(tree: Tree, word: int, relation: str, lemmas: Container[str]) -> bool:
    return any(tree.tokens[k].lower in lemmas for k in tree.under(word, relation))
