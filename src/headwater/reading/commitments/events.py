"""Triggers that are an event, or whoever brings it about: "any attack on the port would", "whoever touches it will"."""

from collections.abc import Iterator

from headwater.lexicon import condition_words
from headwater.model import CommitmentKind, TriggerRole
from headwater.reading.commitments.ahead import has_modal, looks_ahead
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.extents import end_of_clause, start_of_clause
from headwater.reading.commitments.tree import Stretch

_RELATIVES = frozenset({"who", "that", "which", "whoever", "whatever"})
_OF_NOUN = frozenset({"DET", "ADJ", "PROPN", "NOUN", "NUM", "ADV", "VERB"})
#: What leaves open which one is meant.
_ANY = frozenset({"any", "every", "another", "further"})
#: Words between "will fire on any boat that …" and its verb, at most.
_NEAR = 20


def find_events(stretch: Stretch) -> Iterator[Clause]:
    """Yield "any attack on the port would …" and "will regret any attack on the port"."""
    tree, lists = stretch.tree, condition_words()
    for at in range(stretch.first, stretch.end):
        if tree.tokens[at].tag not in {"NOUN", "PROPN"}:
            continue
        first = start_of_noun(stretch, at)
        is_answered = _is_answered(stretch, first, at)
        if not (
            is_answered or (tree.has(at, lists["events"]) and _is_open(stretch, first, at))
        ):
            continue
        modal = _modal_behind(stretch, at)
        if modal is not None and tree.tokens[at].relation.startswith(("nsubj", "csubj")):
            end = end_of_clause(stretch, modal, stretch.end - 1)
            yield Clause(
                trigger=stretch.place(first, modal),
                consequence=stretch.place(modal, end),
                role=TriggerRole.SUFFICIENT,
                is_outcome=_is_outcome(stretch, at, modal),
                is_order=is_answered,
            )
            return
        verb = next((n for n in range(first - 1, max(stretch.first, first - 4) - 1, -1) if tree.has(n, lists["answers"])), None)  # fmt: skip
        if verb is not None and stretch.lower(first) in _ANY:
            start = start_of_clause(stretch, verb)
            if looks_ahead(stretch, start, first):
                yield Clause(
                    trigger=stretch.place(first, end_of_clause(stretch, first, at)),
                    consequence=stretch.place(start, verb + 1),
                    role=TriggerRole.SUFFICIENT,
                )
                return


def find_relative(stretch: Stretch) -> Iterator[Clause]:
    """Yield "whoever touches it will pay" and "will fire on any boat that enters": who does it."""
    anyone = condition_words()["anyone"]
    for at in range(stretch.first, stretch.end):
        if stretch.lower(at) not in anyone:
            continue
        near = range(at, min(stretch.end, at + 5))
        who = next((n for n in near if stretch.lower(n) in _RELATIVES), None)
        if who is None:
            continue
        found = _of_whoever(stretch, at, who) or _on_any(stretch, at, who)
        if found:
            yield found
            return


def _of_whoever(stretch: Stretch, at: int, who: int) -> Clause | None:
    """ "Whoever touches it will pay", "those who stay behind face arrest"."""
    tree, lists = stretch.tree, condition_words()
    verb = next((n for n in range(who, stretch.end) if tree.tokens[n].tag == "VERB"), None)
    turn = _modal_behind(stretch, verb) if verb is not None else None
    if turn is None:
        turn = tree.tokens[at].head
        bears = turn > who and tree.has(turn, lists["bears"]) and not tree.under(turn, "aux")
    else:
        harms = lists["harm"] | lists["bears"]
        bears = any(tree.has(n, harms) for n in range(turn, stretch.end))
        bears = bears and not stretch.place(stretch.first, at)[1]
    if not bears:
        return None
    return Clause(
        trigger=stretch.place(at, turn),
        consequence=stretch.place(turn, end_of_clause(stretch, turn, stretch.end - 1)),
        role=TriggerRole.SUFFICIENT,
        is_order=True,
    )


def _on_any(stretch: Stretch, at: int, who: int) -> Clause | None:
    """ "Will fire on any boat that enters"."""
    tree = stretch.tree
    verb = tree.tokens[at].head
    while stretch.holds(verb) and verb > at:
        verb = tree.tokens[verb].head
    start = start_of_clause(stretch, verb) if stretch.holds(verb) else at
    is_harm = stretch.holds(verb) and tree.has(verb, condition_words()["harm"])
    if not (at - _NEAR < start < at and has_modal(stretch, start, at) and is_harm):
        return None
    return Clause(
        trigger=stretch.place(at, end_of_clause(stretch, at, who)),
        consequence=stretch.place(start, at),
        role=TriggerRole.SUFFICIENT,
    )


def find_understated(stretch: Stretch) -> Iterator[Clause]:
    """Yield "it would be unwise to test us": the act that is dissuaded from is the trigger."""
    tree, lists = stretch.tree, condition_words()
    for at in range(stretch.first, stretch.end):
        if not tree.has(at, lists["understated"]):
            continue
        start = start_of_clause(stretch, at)
        to = next((n for n in range(at + 1, min(stretch.end, at + 7)) if stretch.lower(n) == "to" and tree.tokens[n].tag == "PART"), None)  # fmt: skip
        if to is not None and has_modal(stretch, start, at):
            end = end_of_clause(stretch, to, tree.tokens[to].head)
            yield Clause(
                trigger=stretch.place(to, end),
                consequence=stretch.place(start, to),
                role=TriggerRole.SUFFICIENT,
                kind=CommitmentKind.THREAT,
                is_hint=True,
            )
            return


def start_of_noun(stretch: Stretch, at: int) -> int:
    """Give the first word of the noun phrase a noun ends."""
    tokens, opens = stretch.tree.tokens, condition_words()["open_events"]
    while at > stretch.first and (tokens[at - 1].tag in _OF_NOUN or tokens[at - 1].lower in opens or tokens[at - 1].text == "-" or tokens[at - 1].lower in {"'s", "’s"}):  # fmt: skip
        at -= 1
        if tokens[at].tag in {"DET", "SCONJ"}:  # the engine takes many an "any" for a "that"
            break
    return at


def _is_open(stretch: Stretch, first: int, at: int) -> bool:
    """Tell an event that may come from one that has: "any attack", "refusal to …", not "the attack"."""
    opens = condition_words()["open_events"]
    words = {stretch.lower(n) for n in range(first, at)}
    joined = "".join(stretch.lower(n) for n in range(first, at))
    is_bare = first == at and stretch.lower(at + 1) == "to"
    is_open = bool(words & opens) or any(word in joined for word in opens if "-" in word)
    return (is_open or is_bare) and not words & {
        "the",
        "this",
        "that",
        "these",
        "those",
        "last",
    }


def _modal_behind(stretch: Stretch, at: int) -> int | None:
    """Give the modal verb behind a subject, if no other finite verb comes first; never "can"."""
    tree = stretch.tree
    for n in range(at + 1, stretch.end):
        token = tree.tokens[n]
        if has_modal(stretch, n, n + 1) and token.lower not in {"can", "ca", "cannot"}:
            return n
        if token.text in {",", ";", ":"} or (token.tag == "AUX" and token.lower != "be"):
            return None
    return None


def _is_answered(stretch: Stretch, first: int, at: int) -> bool:
    """Tell "any advance will be met with …", which forbids it, whatever the noun."""
    verb = stretch.tree.tokens[at].head
    return (
        stretch.lower(first) in _ANY
        and stretch.holds(verb)
        and stretch.tree.is_in(at, "nsubj:pass")
        and stretch.tree.has(verb, condition_words()["answers"])
    )


def _is_outcome(stretch: Stretch, at: int, modal: int) -> bool:
    """Tell what an event brings about from what it is met with, and from what another may choose."""
    tree, lists = stretch.tree, condition_words()
    verb = tree.tokens[modal].head
    is_passive = verb >= 0 and bool(tree.under(verb, "aux:pass"))
    words = {stretch.lower(n) for n in range(max(stretch.first, at - 4), at)}
    return not (is_passive or words & {"any", "every"} or tree.has(at, lists["choices"]))
