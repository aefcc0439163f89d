"""What is looked for in later passages: the parts of a commitment, and in which sense each would be reported."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from headwater.assessment.following.definite import without_name
from headwater.assessment.following.naming import Doer, Named, Wording, names_at_head
from headwater.assessment.following.turning import Sense
from headwater.lexicon import split_words
from headwater.model import Commitment, FateSort, Pledge, Span, TriggerRole

#: Openers of a trigger that holds something up for as long as it lasts.
_LASTING = (("as", "long", "as"), ("for", "as", "long", "as"), ("so", "long", "as"), ("for", "so", "long", "as"))  # fmt: skip
_OWNERS = frozenset({"its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Hunt:
    """A part of one telling of a commitment that passages are compared with.

    ``by`` is who would do what it holds out; None for a trigger.
    """

    sort: FateSort
    pledge: Pledge
    text: str
    sense: Sense
    by: Doer | None


def hunts_of(group: Sequence[Pledge]) -> Iterator[Hunt]:
    """Yield what to look for of one commitment, each wording once, in the words of its first telling."""
    told: set[tuple[FateSort, str]] = set()
    for pledge in sorted(group, key=told_first):
        for sort, words in _looked_for(pledge):
            text = on_one_line(with_owner(words.text, pledge))
            if (sort, text.casefold()) not in told:
                told.add((sort, text.casefold()))
                by = doer_of(group) if sort is FateSort.CONSEQUENCE else None
                yield Hunt(sort, pledge, text, _sense(sort, pledge), by)


def clauses_of(told: Commitment | Pledge) -> tuple[str, ...]:
    """Give the words of a commitment that passages are compared with, on one line, each once.

    These are its parts as they stand, with the name for "its", and without that of a thing called by its kind.
    """
    found: dict[str, None] = {}
    for _, words in parts_of(told):
        owned = on_one_line(with_owner(words.text, told))
        found |= dict.fromkeys((on_one_line(words.text), owned))
        if bare := without_name(owned):
            found[bare] = None
    return tuple(found)


def on_one_line(text: str) -> str:
    """Give words with one blank between them."""
    return " ".join(text.split())


def parts_of(pledge: Commitment | Pledge) -> Iterator[tuple[FateSort, Span]]:
    """Yield the parts of a commitment that a passage may report."""
    if pledge.trigger and pledge.trigger_role is not TriggerRole.CONCESSIVE:
        yield FateSort.TRIGGER, pledge.trigger
    if pledge.consequence:
        yield FateSort.CONSEQUENCE, pledge.consequence


def _looked_for(pledge: Pledge) -> Iterator[tuple[FateSort, Span]]:
    yield from parts_of(pledge)
    if pledge.trigger and pledge.trigger_role is TriggerRole.EXCEPTIVE:
        yield FateSort.AVERTING, pledge.trigger


def holds_until_then(pledge: Pledge) -> bool:
    """Tell whether what is held out is so already, until its trigger is met: "until", "without", "as long as".

    That it is so is no news of its fate; that it is so no longer is, once the trigger is reported.
    """
    return pledge.trigger is not None and (
        pledge.trigger_role is TriggerRole.NECESSARY or is_lasting(pledge.trigger.text)
    )


def is_lasting(trigger: str) -> bool:
    """Tell whether a trigger holds something up for as long as it lasts."""
    keys = tuple(w.key for w in split_words(trigger))
    return any(keys[: len(opener)] == opener for opener in _LASTING)


def with_owner(text: str, pledge: Commitment | Pledge) -> str:
    """Give a trigger with the name for "its" that its consequence begins with: "if its ships sink, Korrin will …"."""
    words = list(split_words(text))
    owned = next((w for w in words if w.key in _OWNERS), None)
    first = names_at_head(pledge.consequence.text) if pledge.consequence else ()
    if owned is None or not first or any(w.text[0].isupper() for w in words[1:]):
        return text
    return f"{text[: owned.start]}{first[0].text}’s{text[owned.end :]}"


def doer_of(group: Iterable[Pledge]) -> Doer:
    """Give who made a commitment, with those of the same side."""
    tellings = tuple(group)
    words = " ".join(w for p in tellings for w in p.issuer_words)
    ids = frozenset[str]().union(*(p.issuer_ids for p in tellings))
    sides = dict.fromkeys(name for p in tellings for name in p.side_names)
    names = (Named(None, tuple(w.key for w in split_words(name)), name) for name in sides)
    return Doer(Wording.of(words, ids), tuple(n for n in names if n.words))


def told_first(pledge: Pledge) -> tuple[str, str, str]:
    """Give what orders tellings by their days."""
    return pledge.passage.published_to or "~", pledge.article_id, pledge.commitment_id


def _sense(sort: FateSort, pledge: Pledge) -> Sense:
    if sort is FateSort.CONSEQUENCE:
        return Sense.NOT_SO if holds_until_then(pledge) else Sense.SO
    if sort is FateSort.AVERTING:
        return Sense.SO
    if pledge.trigger and is_lasting(pledge.trigger.text):
        return Sense.ENDED
    return Sense.NOT_SO if pledge.trigger_role is TriggerRole.EXCEPTIVE else Sense.SO
