"""Triggers that a word opens: "if", "unless", "in the event of", "should they return"."""

from collections.abc import Iterator

from headwater.lexicon import Opener, condition_words
from headwater.model import CommitmentKind, TriggerRole
from headwater.reading.commitments.ahead import is_modal, is_negative, looks_ahead
from headwater.reading.commitments.asking import (
    FIRST_PERSON,
    as_question,
    is_asked,
    is_inner_question,
)
from headwater.reading.commitments.clause import Clause, Opened
from headwater.reading.commitments.extents import end_of_clause, start_of_clause
from headwater.reading.commitments.inversion import find_inverted
from headwater.reading.commitments.tree import Stretch, is_mark

_CLAUSES = frozenset({"VERB", "AUX"})
#: Where the tree says so, these words open a day "when".
_COMPLEMENTS = {"acl:relcl": {("when",), ("whenever",)}}
#: Longer openers open nothing but a clause.
_SHORT_OPENER = 2
_WH = frozenset({"when", "how", "whether", "what", "who", "where", "which"})


def find_opened(stretch: Stretch) -> Iterator[Clause]:
    """Yield every trigger of a stretch that a word opens, with the clause it governs.

    The tree tells a condition from a question ("asked if") and from a time ("when he came"), and
    which verb it governs; the words between tell where each part begins and ends, since a long
    phrase is more often hung on the wrong word than left out of its clause.
    """
    for found in _find(stretch):
        clause = _clause(stretch, found)
        if clause is not None and clause.is_whole:
            yield clause


def _find(stretch: Stretch) -> Iterator[Opened]:
    at = stretch.first
    while at < stretch.end:
        found = find_inverted(stretch, at) or _opened(stretch, at)
        if found is None:
            at += 1
            continue
        yield found
        at = max(found.behind, at + 1)


def _opened(stretch: Stretch, at: int) -> Opened | None:
    for opener in condition_words().openers:
        if stretch.begins_with(at, opener.words):
            return _read(stretch, opener, at)
    return None


def _read(stretch: Stretch, opener: Opener, at: int) -> Opened | None:
    """Find the head of what an opener opens, None where it opens nothing of its kind."""
    tree, behind = stretch.tree, at + len(opener.words)
    own = range(at, behind)
    if stretch.lower(behind) in {"and", "or"}:  # "when and how it was filmed"
        return None
    if not stretch.holds(behind) or is_asked(stretch, at, opener):
        return None
    head = _head_behind(stretch, own, opener)
    if head is None or not _fits(stretch, opener, own, head):
        return None
    above = tree.tokens[head].head
    while above in own:
        above = tree.tokens[above].head
    while stretch.holds(above) and tree.tokens[above].tag not in _CLAUSES and tree.subject(above) is None:  # fmt: skip
        above = tree.tokens[above].head
    return Opened(opener, at, head, above if stretch.holds(above) else None)


def _head_behind(stretch: Stretch, own: range, opener: Opener) -> int | None:
    """Climb from the opener to the word it opens: the verb of a clause, or a noun."""
    tree = stretch.tree
    if opener.vivid and opener.words[0] == "the":  # "the moment they land"
        return next((c for c in tree.under(own[-1], "acl") if c >= own.stop), None)
    head = own[-1]
    if stretch.lower(own.stop) in _WH and tree.tokens[own.stop].head > own.stop:
        head = tree.tokens[
            own.stop
        ].head  # "depending on when they land", "on how far it spreads"
        above = tree.tokens[head].head
        is_degree = tree.tokens[head].tag in {"ADV", "ADJ"} and stretch.holds(above)
        return above if is_degree and above > head else head
    for _ in tree.tokens:
        if head not in own:
            break
        head = tree.tokens[head].head
    if head < own.stop or not stretch.holds(head):
        head = own.stop
    # "until the killers hang": the opener may be hung on the subject of its clause.
    for _ in tree.tokens:
        token = tree.tokens[head]
        if opener.opens == "noun" or token.tag in _CLAUSES or tree.subject(head) is not None:
            break
        is_inside = token.head >= own.stop and token.relation.split(":")[0] in {
            "nsubj", "obl", "obj", "nmod", "det", "case", "compound", "amod", "nummod",
        }  # fmt: skip
        if not is_inside:
            break
        head = token.head
    return head if stretch.holds(head) else None


def _fits(stretch: Stretch, opener: Opener, own: range, head: int) -> bool:
    """Tell whether the words behind an opener are the clause or the event that it asks for."""
    tree = stretch.tree
    token = tree.tokens[head]
    if tree.tokens[own[-1]].relation == "amod":  # "pending legislation could …"
        return False
    # "as long as the talks last": the tree hangs the opener on a noun where it missed the verb
    is_marked = len(own) > _SHORT_OPENER and any(tree.under(head, "mark"))
    is_clause = tree.subject(head) is not None or token.tag in _CLAUSES or is_marked
    if opener.opens == "clause" and not is_clause:
        return False
    if opener.words in {("without",), ("absent",)}:
        leave = condition_words()["leave"]
        return any(tree.has(n, leave) for n in range(own.stop, tree.last(head) + 1))
    if opener.opens == "clause":
        if opener.words in _COMPLEMENTS.get(token.relation, ()):
            return own[0] == stretch.first or is_mark(tree.tokens[own[0] - 1])
        if opener.future or "until" in opener.words or "till" in opener.words:
            return tree.subject(head) is not None and not _dates(stretch, own[0])
        return not _past_perfect(stretch, own.stop, head)
    return True


def _past_perfect(stretch: Stretch, first: int, head: int) -> bool:
    """Tell "if the king had died" from a condition that is still open."""
    tree = stretch.tree
    return any(
        stretch.lower(at) in {"had", "hadn't", "hadn’t"}
        and (at < head or stretch.lower(at + 1) in {"n't", "n’t", "not"})
        for at in range(first, tree.last(head) + 1)
    )


def _dates(stretch: Stretch, at: int) -> bool:
    """Tell "at a time when": the word before says that only a time is meant."""
    return stretch.lower(at - 1) in {"time", "day", "days", "moment", "year", "years", "period", "era", "point"}  # fmt: skip


def _clause(stretch: Stretch, found: Opened) -> Clause | None:
    """Part a condition from the clause that it governs."""
    tree = stretch.tree
    verb = found.governor if found.governor is not None else _other_verb(stretch, found)
    if verb is None:
        return None
    is_reversed = found.opener.words == ("before", "any")
    if found.at < verb:
        trigger_end, first = _part_fronted(stretch, found, verb)
        consequence = (first, end_of_clause(stretch, first, stretch.top(verb)))
    else:
        trigger_end = end_of_clause(stretch, found.behind, found.head)
        consequence = (start_of_clause(stretch, verb), found.at)
    if is_reversed:
        return _reversed(stretch, found, trigger_end, consequence)
    if not _is_ahead(stretch, found, consequence):
        return None
    if stretch.tree.tokens[stretch.top(verb)].relation == "acl:relcl":
        return (
            None  # "which will host the third race when …" tells of a thing, and binds nobody
        )
    if is_inner_question(stretch, verb):
        return None
    hint = as_question(stretch, found.at, consequence)
    if hint is None:
        return None
    trigger = stretch.place(found.at, trigger_end)
    if tree.tokens[found.at].start < trigger[0]:
        trigger = (tree.tokens[found.at].start, trigger[1])
    return Clause(
        trigger=trigger,
        consequence=stretch.place(*consequence),
        role=_role(stretch, found, consequence),
        kind=_kind(stretch, found, consequence),
        is_hint=hint,
    )


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
    then = next((at for at in range(found.head + 1, verb) if stretch.lower(at) == "then"), None)
    if then is not None and then <= start:
        return then, then + 1
    comma = next(
        (
            at
            for at in range(max(found.head, found.behind) + 1, verb)
            if stretch.lower(at) == ","
            and not (tree.is_under(at + 1, found.head) and at + 1 < start)
        ),
        None,
    )
    if comma is None:
        return start, start
    return comma, start if stretch.lower(start - 1) == "," else comma + 1


def _is_ahead(stretch: Stretch, found: Opened, consequence: tuple[int, int]) -> bool:
    tree = stretch.tree
    if (found.opener.future or found.opener.vivid) and not _is_to_come(
        stretch, found, consequence
    ):
        return False
    if looks_ahead(stretch, *consequence):
        return True
    past = {at for at in range(*consequence) if tree.tokens[at].tag in _CLAUSES and _is_past(stretch, at)}  # fmt: skip
    return found.opener.vivid and not past


def _is_to_come(stretch: Stretch, found: Opened, consequence: tuple[int, int]) -> bool:
    """Tell "when they come, we will fight" from a habit ("would sing when he came"; "can when it wants")."""
    tree = stretch.tree
    inside = [at for at in range(*consequence) if stretch.holds(at)]
    firm = {stretch.lower(at) for at in inside if is_modal(stretch, at)} - {"can", "could"}
    trigger = range(found.behind, tree.last(found.head) + 1)
    words = {stretch.lower(at) for at in trigger}
    if found.opener.future and (not firm or any(is_modal(stretch, at) for at in trigger)):
        return False
    if firm & {"would", "'d", "’d"}:
        return not (words | {stretch.lower(at) for at in inside}) & FIRST_PERSON
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
    return role


def _kind(
    stretch: Stretch, found: Opened, consequence: tuple[int, int]
) -> CommitmentKind | None:
    """A condition for action, where an act waits for the trigger; pressure kept up is none."""
    if _role(stretch, found, consequence) is not TriggerRole.NECESSARY:
        return None
    presses = condition_words()["presses"]
    is_pressed = any(stretch.tree.has(at, presses) for at in range(*consequence))
    if is_negative(stretch, *consequence) and is_pressed:
        return None
    return CommitmentKind.CONDITION
