"""Triggers that a word opens: "if", "unless", "in the event of", "should they return"."""

from collections.abc import Iterator

from headwater.lexicon import condition_words
from headwater.model import CommitmentKind, TriggerRole
from headwater.reading.commitments.ahead import is_modal, is_negative, looks_ahead
from headwater.reading.commitments.asking import (
    FIRST_PERSON,
    as_question,
    is_inner_question,
    start_of_reckoning,
)
from headwater.reading.commitments.clause import Clause, Opened
from headwater.reading.commitments.extents import (
    end_of_clause,
    has_only,
    is_as_good_as,
    start_of_clause,
)
from headwater.reading.commitments.opening import find_openers
from headwater.reading.commitments.pressing import fits_pressed, is_pity
from headwater.reading.commitments.tree import Stretch

_CLAUSES = frozenset({"VERB", "AUX"})
#: Modal verbs that with "when" tell of what one may or must do, and not of what is to come.
_DUTIES = frozenset({"can", "could", "must"})
_CAN = frozenset({"can", "ca", "cannot"})


def find_opened(stretch: Stretch, *, is_held_out: bool = False) -> Iterator[Clause]:
    """Yield every trigger of a stretch that a word opens, with the clause it governs.

    The tree tells a condition from a question ("asked if") and from a time ("when he came"), and
    which verb it governs; the words between tell where each part begins and ends, since a long
    phrase is more often hung on the wrong word than left out of its clause.
    """
    for found in find_openers(stretch):
        clause = _clause(stretch, found, is_held_out=is_held_out)
        if clause is not None and clause.is_whole:
            yield clause


def _clause(stretch: Stretch, found: Opened, *, is_held_out: bool) -> Clause | None:
    """Part a condition from the clause that it governs."""
    tree = stretch.tree
    verb = found.governor if found.governor is not None else _other_verb(stretch, found)
    if verb is None:
        return _held_out(stretch, found) if is_held_out else None
    is_reversed = found.opener.words == ("before", "any")
    if found.at < verb:
        trigger_end, first = _part_fronted(stretch, found, verb)
        # "Would, if asked, send": the condition stands inside of what is held out.
        begin = start_of_clause(stretch, verb) if _is_inserted(stretch, found, verb) else first
        consequence = (begin, end_of_clause(stretch, first, stretch.top(verb)))
    else:
        trigger_end = end_of_clause(stretch, found.behind, found.head)
        start = start_of_clause(stretch, verb)
        consequence = (start_of_reckoning(stretch, start), found.at)
    if is_reversed:
        return _reversed(stretch, found, trigger_end, consequence)
    # "Pledged to take them in once they are let go": the cue says that it is to come.
    is_pledged = is_held_out and stretch.lower(consequence[0]) == "to"
    if not (is_pledged or _is_ahead(stretch, found, consequence)):
        ordered = _start_of_order(stretch, verb)
        if ordered is None or found.at < verb:
            return None
        consequence = (ordered, found.at)
    if stretch.tree.tokens[stretch.top(verb)].relation == "acl:relcl":
        return (
            None  # "which will host the third race when …" tells of a thing, and binds nobody
        )
    if is_inner_question(stretch, verb) or not fits_pressed(stretch, found, consequence):
        return None
    # "Only when it is cleared can they return" asks nothing.
    is_only = found.opener.words[0] == "only"
    hint = False if is_only else as_question(stretch, found.at, consequence)
    if hint is None or _is_despite(stretch, found, consequence):
        return None
    trigger = stretch.place(found.at, trigger_end)
    if tree.tokens[found.at].start < trigger[0]:
        trigger = (tree.tokens[found.at].start, trigger[1])
    return Clause(
        trigger=trigger,
        consequence=stretch.place(*consequence),
        role=_role(stretch, found, consequence),
        kind=_kind(stretch, found, consequence),
        is_hint=hint or is_pity(stretch, consequence),
    )


def _is_inserted(stretch: Stretch, found: Opened, verb: int) -> bool:
    """Tell a trigger that stands between a modal verb and the verb it goes with."""
    return any(
        is_modal(stretch, at) and at < found.at
        for at in stretch.tree.under(verb, "aux")
        if stretch.holds(at)
    )


def _held_out(stretch: Stretch, found: Opened) -> Clause | None:
    """Part "retaliation if the flights go on", of which the cue says that it is threatened."""
    tokens = stretch.tree.tokens
    has_verb = any(tokens[n].tag in _CLAUSES for n in range(stretch.first, found.at))
    if has_verb or found.at == stretch.first:
        return None
    end = end_of_clause(stretch, found.behind, found.head)
    return Clause(
        trigger=(tokens[found.at].start, stretch.place(found.at, end)[1]),
        consequence=stretch.place(stretch.first, found.at),
        role=TriggerRole(found.opener.role),
    )


def _is_despite(stretch: Stretch, found: Opened, consequence: tuple[int, int]) -> bool:
    """Tell "will sail without orders", which waits for none, from "will not sail without orders"."""
    if found.opener.words != ("without",) or is_negative(stretch, *consequence):
        return False
    tree, lists = stretch.tree, condition_words()
    inside = [n for n in range(*consequence) if stretch.holds(n)]
    refuses = any(tree.has(n, lists["refuses"]) for n in inside)
    given = range(found.behind, tree.last(found.head) + 1)
    return not refuses and any(tree.has(n, lists["permits"]) for n in given)


def _start_of_order(stretch: Stretch, verb: int) -> int | None:
    """Give the "to" of "were told to hold their fire", None where nobody is ordered."""
    tree = stretch.tree
    to = next((n for n in tree.under(verb, "mark") if stretch.lower(n) == "to"), None)
    over = tree.tokens[verb].head
    is_order = stretch.holds(over) and tree.has(over, condition_words()["orders"])
    return to if is_order and tree.is_in(verb, "xcomp") else None


def _reversed(
    stretch: Stretch, found: Opened, end: int, main: tuple[int, int]
) -> Clause | None:
    """ "They must see the map before any boat can sail": what comes first is the trigger."""
    if not looks_ahead(stretch, *main):
        return None
    return Clause(
        trigger=stretch.place(*main),
        consequence=stretch.place(found.at, end),
        role=TriggerRole.NECESSARY,
        kind=CommitmentKind.CONDITION,
    )


def _other_verb(stretch: Stretch, found: Opened) -> int | None:
    """Find the main verb where the tree hangs the trigger outside the stretch or on nothing."""
    tree = stretch.tree
    ahead = condition_words()["ahead"]
    heads = [
        tree.tokens[at].head
        for at in range(stretch.first, stretch.end)
        if tree.tokens[at].lower in ahead and tree.tokens[at].tag == "AUX"
    ]
    near = [
        at
        for at in heads
        if stretch.holds(at) and at != found.head and not tree.is_under(at, found.head)
    ]
    behind = [at for at in near if at > found.head]
    before = [at for at in near if at < found.at]
    if behind and not stretch.place(stretch.first, found.at)[1]:
        return behind[0]
    if before:
        return before[-1]
    if behind:
        return behind[0]
    words = [at for at in range(stretch.first, found.at) if tree.tokens[at].tag == "VERB"]
    return words[0] if words else None


def _part_fronted(stretch: Stretch, found: Opened, verb: int) -> tuple[int, int]:
    """Give where a trigger that stands before its verb ends, and where the main clause begins."""
    tree = stretch.tree
    top = stretch.top(verb)
    start = verb
    for above in {verb, top}:
        for child in tree.children[above]:
            is_other = child != found.head and not found.at <= child < found.behind
            if is_other and tree.first(child) > found.head and tree.first(child) < verb:
                start = min(start, tree.first(child))
    then = next((at for at in range(found.head + 1, verb) if _is_then(stretch, at)), None)
    if then is not None and then <= start:
        return then, then + 1
    comma = next(
        (
            at
            for at in range(max(found.head, found.behind) + 1, verb)
            if stretch.lower(at) == ","
            and (
                tree.opens_other_subject(at + 1, found.head)
                or not (tree.is_under(at + 1, found.head) and at + 1 < start)
            )
        ),
        None,
    )
    if comma is None:
        return start, start
    return comma, start if stretch.lower(start - 1) == "," else comma + 1


def _is_then(stretch: Stretch, at: int) -> bool:
    """Tell the "then" that opens what follows from the one in "by then", "until then"."""
    return stretch.lower(at) == "then" and stretch.tree.tokens[at - 1].tag not in {"ADP", "SCONJ"}  # fmt: skip


def _is_ahead(stretch: Stretch, found: Opened, consequence: tuple[int, int]) -> bool:
    tree = stretch.tree
    if _is_advice(stretch, found, consequence):
        return False
    if is_as_good_as(stretch, consequence):
        return True
    if (found.opener.future or found.opener.vivid) and not _is_to_come(
        stretch, found, consequence
    ):
        return False
    if looks_ahead(stretch, *consequence):
        return True
    past = {at for at in range(*consequence) if tree.tokens[at].tag in _CLAUSES and _is_past(stretch, at)}  # fmt: skip
    return found.opener.vivid and not past


def _is_advice(stretch: Stretch, found: Opened, consequence: tuple[int, int]) -> bool:
    """Tell "if they want peace, they must talk" and "you can't sail if you fear water" from what is held out."""
    tree = stretch.tree
    modals = {stretch.lower(n) for n in range(*consequence) if stretch.holds(n) and is_modal(stretch, n)}  # fmt: skip
    says_you = any(stretch.lower(n) == "you" for n in range(*consequence))
    return (modals <= {"must"} and tree.lemma(found.head) == "want") or (
        bool(modals) and modals <= _CAN and says_you
    )


def _is_to_come(stretch: Stretch, found: Opened, consequence: tuple[int, int]) -> bool:
    """Tell "when they come, we will fight" from a habit ("would sing when he came"; "can when it wants")."""
    tree = stretch.tree
    inside = [at for at in range(*consequence) if stretch.holds(at)]
    firm = {stretch.lower(at) for at in inside if is_modal(stretch, at)} - _DUTIES
    # "They mean to strike once the troops are over": told in the present of what is to come.
    firm |= {stretch.lower(at) for at in inside if stretch.lower(at) in condition_words()["plans"] and stretch.lower(at + 1) == "to"}  # fmt: skip
    trigger = range(found.behind, tree.last(found.head) + 1)
    words = {stretch.lower(at) for at in trigger}
    if found.opener.future and (not firm or any(is_modal(stretch, at) for at in trigger)):
        return False
    if firm & {"would", "'d", "’d"}:  # in whose own words it stands for no "will"
        return FIRST_PERSON.isdisjoint(map(stretch.lower, range(stretch.first, stretch.end)))
    return not words & {"was", "were", "had"}


def _is_past(stretch: Stretch, at: int) -> bool:
    """Tell "ruled" and "was", not "is suspended" and "remains suspended"."""
    tree, token = stretch.tree, stretch.tree.tokens[at]
    if token.lower in {"was", "were", "had"}:
        return True
    is_form = token.tag == "VERB" and token.lower != tree.lemma(at) and not token.lower.endswith(("s", "ing"))  # fmt: skip
    helps = any(tree.under(at, "aux", "cop", "case")) or token.relation in {
        "xcomp",
        "amod",
        "acl",
    }
    return is_form and not helps


def _role(stretch: Stretch, found: Opened, consequence: tuple[int, int]) -> TriggerRole:
    role = TriggerRole(found.opener.role)
    if role is TriggerRole.EXCEPTIVE and is_negative(stretch, *consequence):
        return TriggerRole.NECESSARY
    lists, inside = condition_words(), range(*consequence)
    refuses = any(stretch.tree.has(n, lists["refuses"]) for n in inside if stretch.holds(n))
    if found.opener.words == ("without",) and not (
        refuses or is_negative(stretch, *consequence)
    ):
        return TriggerRole.EXCEPTIVE  # "will walk out without a guarantee"
    # "Will only sail if paid", not "if paid, this will only help them".
    if role is TriggerRole.SUFFICIENT and consequence[1] <= found.at and has_only(stretch, *consequence):  # fmt: skip
        return TriggerRole.NECESSARY
    return role


def _kind(
    stretch: Stretch, found: Opened, consequence: tuple[int, int]
) -> CommitmentKind | None:
    """A condition for action, where an act waits for the trigger; pressure kept up is none."""
    if _role(stretch, found, consequence) is not TriggerRole.NECESSARY:
        return None
    presses = condition_words()["presses"]
    is_pressed = any(stretch.tree.has(at, presses) for at in range(*consequence))
    acts = any(
        stretch.tree.has(at, condition_words()["outright"]) for at in range(*consequence)
    )
    if is_pressed if is_negative(stretch, *consequence) else acts:
        return None  # "will kill one a day until they are paid" waits for nothing
    return CommitmentKind.CONDITION
