"""How a commitment is meant: its kind, and how firmly its issuer is bound."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from headwater.language import Predicate
from headwater.lexicon import condition_words
from headwater.model import (
    ChainLink,
    CommitmentKind,
    LinkKind,
    QuoteKind,
    Statement,
    Strength,
    TriggerRole,
    Voice,
)
from headwater.reading.commitments.ahead import is_negative
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.tree import Stretch

#: PLOVER types of the engine that hold out harm, and good.
_HARM_TYPES = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "THREATEN"})
_GOOD_TYPES = frozenset({"AID", "AGREE", "CONCEDE", "COOPERATE", "SUPPORT"})
_FIRST_PERSON = frozenset({"i", "we"})
_PRONOUNS = _FIRST_PERSON | {"it", "they", "he", "she"}
_POSSESSIVES = frozenset({"our", "its", "their"})
#: Links that tell what others do.
_TELLERS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.DOCUMENT})
#: Words behind the modal verb among which the act must be named.
_NEAR = 12
#: Shorter words of a name are articles and particles.
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Act:
    """What a consequence holds out, and whether the issuer's own side would do it."""

    is_harm: bool
    is_good: bool
    is_bad: bool
    is_own: bool
    is_observed: bool
    is_ready: bool
    is_open: bool
    #: Whether somebody is to be kept from passing, entering, leaving.
    is_barred: bool
    #: Whether the trigger is a turn of nature.
    is_natural: bool

    @classmethod
    def read(
        cls,
        stretch: Stretch,
        clause: Clause,
        statement: Statement,
        issuer: ChainLink | None,
        predicates: Mapping[int, Predicate],
        antecedents: Mapping[int, int],
    ) -> "Act":
        """Read the words of a consequence."""
        lists, tree = condition_words(), stretch.tree
        words = [
            at
            for at in range(stretch.first, stretch.end)
            if clause.consequence[0] <= tree.tokens[at].start < clause.consequence[1]
        ]
        turn = lists["ahead"] | lists["ready"]
        modal = next((at for at in words if tree.tokens[at].lower in turn), words[0] - 1)
        near = [at for at in words if at > modal and tree.tokens[at].is_word][:_NEAR]
        said = {form for at in near for form in (tree.lemma(at), tree.tokens[at].lower)}
        lower = {tree.tokens[at].lower for at in words}
        is_ready = bool(lower & lists["ready"]) or {"reserve", "right"} <= lower
        types = {
            p.event
            for at in near
            if (p := predicates.get(tree.tokens[at].start))
            and tree.tokens[at].lower not in lists["ready"]
            and not tree.has(at, lists["light"])
        }
        negative = (
            is_negative(stretch, words[0], words[-1] + 1) and not {"choice", "but"} <= lower
        )
        is_cut_off = bool(said & lists["withheld"])  # to halt deliveries is no mercy
        ceases = (
            (bool(said & lists["ceases"]) and not is_cut_off)
            or negative
            or {"call", "off"} <= said
        )
        is_good = bool(types & _GOOD_TYPES or said & lists["good"])
        # What one pledges is harm only where its words say so: "pledged to push for a vote".
        is_pledged = _is_any(cue_words(statement), lists["pledges"])
        is_withheld = negative and "able" in said  # "will not be able to hold the town"
        verb = next((at for at in near if tree.tokens[at].tag == "VERB"), None)
        helps = verb is not None and tree.has(verb, lists["good"]) and not tree.has(verb, lists["harm"])  # fmt: skip
        is_barred = bool(said & lists["passes"]) and _bars(
            [tree.tokens[at].lower for at in words]
        )
        harmful = bool(
            (said & lists["harm"] and not helps)
            or (clause.is_order and said & lists["bears"])
            or (types & _HARM_TYPES and not is_good and not is_pledged)
            or "against" in said
            or {"by", "force"} <= lower
            or ("pay" in said and said & lists["paid"])
            or (said & lists["ceases"] and said & lists["withheld"] and not negative)
            or (said & lists["steps"] and said & lists["resolute"])
        ) or (bool(lower & lists["weapons"]) and not helps)
        is_pressed = negative and bool(said & lists["presses"])
        return cls(
            is_harm=(harmful and not ceases) or is_pressed or is_barred,
            is_good=(is_good and not is_withheld) or (harmful and ceases),
            is_bad=bool(said & lists["bad"]),
            is_own=is_own(stretch, words, issuer, statement, antecedents),
            is_observed=_is_observer(statement, issuer),
            is_ready=is_ready,
            is_barred=is_barred,
            is_natural=any(
                tree.tokens[at].lower in lists["nature"]
                for at in range(stretch.first, stretch.end)
                if clause.trigger
                and clause.trigger[0] <= tree.tokens[at].start < clause.trigger[1]
            ),
            is_open=bool(lower & lists["open_modals"]) and "not" not in lower,
        )


def kind_of(clause: Clause, act: Act, statement: Statement) -> CommitmentKind:
    """Name a commitment by its form, its cue, and by what would happen at whose hands."""
    lists = condition_words()
    cue = cue_words(statement)
    by_side = act.is_own or not (
        act.is_observed or act.is_bad or act.is_natural or clause.is_outcome
    )
    is_ultimatum = clause.is_order and clause.role is TriggerRole.EXCEPTIVE
    rules = (
        (clause.kind is not None, clause.kind),
        (clause.is_hint and not act.is_observed, CommitmentKind.THREAT),
        (clause.giver is not None, CommitmentKind.THREAT),
        (is_ultimatum and act.is_own, CommitmentKind.THREAT),
        (_is_any(cue, lists["fears"]) and not act.is_own, CommitmentKind.WARNING),
        (act.is_ready and not act.is_harm, CommitmentKind.READINESS),
        (act.is_harm and by_side, CommitmentKind.THREAT),
        (clause.is_order and not (act.is_good or act.is_observed), CommitmentKind.THREAT),
        (
            clause.role is TriggerRole.EXCEPTIVE and act.is_own and not act.is_good,
            CommitmentKind.THREAT,
        ),
        (_is_any(cue, lists["threatens"]), CommitmentKind.THREAT),
        (_is_any(cue, lists["warns"]), CommitmentKind.WARNING),
        (
            (act.is_bad or (act.is_harm and act.is_natural))
            and not act.is_own
            and not act.is_open,
            CommitmentKind.WARNING,
        ),
        (_is_any(cue, lists["promises"]) or act.is_own, CommitmentKind.PROMISE),
        (act.is_good and not (act.is_observed or clause.is_outcome), CommitmentKind.PROMISE),
    )
    return next((kind for holds, kind in rules if holds and kind), CommitmentKind.FORECAST)


def strength_of(clause: Clause, act: Act, statement: Statement) -> Strength:
    """Give how firmly the words bind: the weakest word of the consequence goes before the cue."""
    lists, cue = condition_words(), cue_words(statement)
    rules = (
        (clause.is_hint, Strength.HINTED),
        (act.is_open, Strength.POSSIBLE),
        (act.is_ready, Strength.READY),
        (_is_any(cue, lists["vows"]), Strength.VOWED),
        (_is_any(cue, lists["threatens"] | lists["warns"]), Strength.WARNED),
    )
    return next((strength for holds, strength in rules if holds), Strength.STATED)


def cue_words(statement: Statement) -> tuple[str, ...]:
    """Give the words of a statement's cue in small letters."""
    return tuple(" ".join(span.text for span in statement.cue).lower().split())


def promises_or_threatens(statement: Statement) -> bool:
    """Tell whether the cue by itself makes a commitment of its content: "vowed to"."""
    lists = condition_words()
    return _is_any(cue_words(statement), lists["promises"] | lists["threatens"])


def is_held_out(statement: Statement) -> bool:
    """Tell whether the cue says that its content is to come at somebody's hands: "threatened retaliation"."""
    lists, cue = condition_words(), cue_words(statement)
    return promises_or_threatens(statement) or _is_any(cue, lists["warns"])


def _is_any(words: tuple[str, ...], lemmas: frozenset[str]) -> bool:
    """Tell whether a word is a form of one of the lemmas."""
    return any(word.startswith(tuple(lemma.removesuffix("e") for lemma in lemmas)) for word in words)  # fmt: skip


def _bars(words: list[str]) -> bool:
    """Tell "no ship will", "not one boat may" and "to let no ship", not "we will not object"."""
    lets = any(word in {"let", "allow"} and after == "no" for word, after in pairwise(words))
    return lets or words[0] in {"no", "not", "nobody", "none"}


def is_own(
    stretch: Stretch,
    words: list[int],
    issuer: ChainLink | None,
    statement: Statement,
    antecedents: Mapping[int, int],
) -> bool:
    """Tell whether the issuer's side acts in these words: "we will", "to shell", "our guns will", "Nordia will"."""
    tree = stretch.tree
    first = words[0]
    if stretch.lower(first) == "to" or stretch.lower(first) == "not":
        return True
    modal = next((at for at in words if tree.tokens[at].tag == "AUX"), words[-1])
    subject = [tree.tokens[at].lower for at in words if at < modal]
    nouns = {tree.tokens[at].lower for at in words if at < modal and tree.tokens[at].tag in {"NOUN", "PROPN"}}  # fmt: skip
    if not subject:
        return False
    is_it = subject[0] in _PRONOUNS and not any(
        tree.tokens[at].relation == "expl" for at in words[:2]
    )
    if is_it and subject[0] not in _FIRST_PERSON:
        if statement.voice is not Voice.ATTRIBUTED:  # an outlet calls itself no "she"
            return False
        place = antecedents.get(tree.tokens[first].start)
        pronouns = {t.start for t in tree.tokens if t.tag == "PRON"}
        is_it = _is_source(None if place in pronouns else place, statement)
    # "Nordia will close its port, its minister said": the pronoun of the one stands for the other.
    said_by = {span.start for span in statement.source}
    said_by |= {issuer.start} if issuer and issuer.start is not None else set()
    stands_for = {antecedents.get(place) for place in said_by}
    is_its = bool(stands_for & {tree.tokens[at].start for at in words if at < modal})
    is_its = is_its or (bool(nouns) and _is_by_its_own(statement, antecedents))
    return is_it or is_its or subject[0] in _POSSESSIVES or bool(_name_words(issuer) & nouns)


def _is_by_its_own(statement: Statement, antecedents: Mapping[int, int]) -> bool:
    """Tell "Nordia will strike on Friday, its minister said": of what is said, the subject has a minister."""
    first = statement.source[0] if statement.source else None
    if first is None or not first.text.lower().startswith(("its ", "their ")):
        return False
    place = antecedents.get(first.start)
    return place is None or any(s.start <= place < s.end for s in statement.content)


def _is_source(place: int | None, statement: Statement) -> bool:
    """Tell whether "it", which stands for the word at a place, is who says so.

    Where the engine knows of no such word it is, in indirect speech.
    """
    if place is not None and any(s.start <= place < s.end for s in statement.source):
        return True
    in_content = place is not None and any(s.start <= place < s.end for s in statement.content)
    return statement.quote_kind is not QuoteKind.DIRECT and not in_content


def _name_words(issuer: ChainLink | None) -> frozenset[str]:
    if issuer is None:
        return frozenset()
    words = f"{issuer.name or ''} {issuer.text or ''}".lower().split()
    return frozenset(word for word in words if len(word) >= _SHORTEST_NAME)


def _is_observer(statement: Statement, issuer: ChainLink | None) -> bool:
    """Tell whether the issuer speaks of what others would do: an outlet, an analyst, a doctor."""
    if issuer is None or statement.voice is not Voice.ATTRIBUTED or issuer.kind in _TELLERS:
        return True
    text = f" {issuer.name or ''} {issuer.text or ''} ".lower()
    return any(f" {word} " in text for word in condition_words()["observers"])
