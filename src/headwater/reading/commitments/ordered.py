"""What stands before is the trigger: "leave. Otherwise we fire", "touch it and we will", "leave or face arrest"."""

from collections.abc import Iterator
from itertools import pairwise

from headwater.lexicon import condition_words
from headwater.model import TriggerRole
from headwater.reading.commitments.ahead import has_modal, is_modal, looks_ahead
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.extents import end_of_clause
from headwater.reading.commitments.tree import Stretch, is_mark

_DUTIES = frozenset({"must", "should", "shall", "let", "need", "needs", "want", "demand", "ought"})  # fmt: skip
#: Those that are a duty only before "to": "has told the council" asks for nothing.
_OWING = frozenset({"has", "have", "had"})
_PERSONS = frozenset({"we", "i", "you", "they", "he", "she"})
#: Words of "Nordia must withdraw from the ridge by Friday, or …", at most.
_LONGEST_ORDER = 20


def find_linked(
    stretch: Stretch, before: Stretch | None, *, is_told: bool = False, is_asked: bool = False
) -> Iterator[Clause]:
    """Yield "X. Otherwise Y" and "X, or else Y": what stands before is the trigger.

    Where the sentence before ``is_told`` of another, only what he asks for is one: "otherwise" behind
    what he reports says no more than "apart from that". What ``is_asked`` needs no words of duty.
    """
    tree = stretch.tree
    for at in range(stretch.first, stretch.end):
        linker = next((o for o in condition_words().linkers if stretch.begins_with(at, o.words)), None)  # fmt: skip
        if linker is None:
            continue
        if at > stretch.first and linker.role == "exceptive" and not _is_parted(stretch, at):
            continue  # "areas that would otherwise have none"
        behind = at + len(linker.words)
        trigger, said = _before(stretch, at, before)
        ends = is_mark(tree.tokens[behind]) if stretch.holds(behind) else True
        if (
            trigger is not None
            and not stretch.place(behind, stretch.end)[1]
            and at > stretch.first
        ):
            yield from _closing(stretch, at, behind)
            return
        if said is False and is_asked and before is not None:
            tags = {t.tag for t in before.tree.tokens[before.first : before.end]}
            said = "VERB" in tags
        if trigger is None or said is None or (linker.words[0] == "if" and not ends):
            continue
        end = end_of_clause(stretch, behind + ends, stretch.end - 1)
        is_apart = is_told and linker.role == "exceptive"
        if said or (has_modal(stretch, behind, end) and not is_apart):
            yield Clause(
                trigger=trigger,
                consequence=stretch.place(behind, end),
                role=TriggerRole(linker.role),
            )
        return


def _is_parted(stretch: Stretch, at: int) -> bool:
    """Tell whether a mark, "or" or "and" stands before a word."""
    return is_mark(stretch.tree.tokens[at - 1]) or stretch.lower(at - 1) in {"or", "and", "but"}


def _closing(stretch: Stretch, at: int, end: int) -> Iterator[Clause]:
    """Yield "to attack the bases in that case": the words that point back are the trigger."""
    if looks_ahead(stretch, stretch.first, at):
        yield Clause(
            trigger=stretch.place(at, end),
            consequence=stretch.place(stretch.first, at),
            role=TriggerRole.SUFFICIENT,
        )


def _before(
    stretch: Stretch, at: int, before: Stretch | None
) -> tuple[tuple[int, int] | None, bool | None]:
    """Give the words a linker leans on, and whether they ask for something."""
    here = stretch.place(stretch.first, at)
    source, end = (stretch, at) if here[1] else (before, before.end if before else 0)
    if source is None:
        return None, None
    return source.place(source.first, end), _asks_for_something(source, end)


def _asks_for_something(stretch: Stretch, end: int) -> bool:
    """Tell whether the words up to a place say what is to be done: "must leave", "has to leave", "leave"."""
    inside = range(stretch.first, end)
    owes = any(stretch.lower(n) in _OWING and stretch.lower(n + 1) == "to" for n in inside[:-1])
    return owes or any(stretch.lower(n) in _DUTIES for n in inside) or is_order(stretch)


def find_ordered(stretch: Stretch) -> Iterator[Clause]:
    """Yield "touch it and we will …" and "leave or face arrest": the order is the trigger."""
    tree, lists = stretch.tree, condition_words()
    for at in range(stretch.first + 1, stretch.end):
        word = stretch.lower(at)
        if word not in {"and", "or"}:
            continue
        behind = next((n for n in range(at + 1, stretch.end) if not is_mark(tree.tokens[n])), None)  # fmt: skip
        if behind is None:
            return
        bears = word == "or" and tree.has(behind, lists["bears"])
        follows = bears or _has_own_modal(stretch, behind)
        # "To be told that nets and boats will be mended" orders nothing by "and".
        is_bare = word == "or" or stretch.lower(_first_word(stretch)) != "to"
        ordered = is_order(stretch) and is_bare
        if follows and (ordered or _is_duty(stretch, at, word, behind, bears=bears)):
            yield Clause(
                trigger=stretch.place(stretch.first, at),
                consequence=stretch.place(behind, stretch.end),
                role=TriggerRole.SUFFICIENT if word == "and" else TriggerRole.EXCEPTIVE,
                is_order=True,
            )
            return


def _first_word(stretch: Stretch) -> int:
    tokens = stretch.tree.tokens
    return next(
        (n for n in range(stretch.first, stretch.end) if tokens[n].is_word), stretch.first
    )


def _is_duty(stretch: Stretch, at: int, word: str, behind: int, *, bears: bool) -> bool:
    """Tell "Nordia must withdraw or", and an order whose verb was taken for a noun: "Hand it over or"."""
    tokens = stretch.tree.tokens[stretch.first : at]
    is_person = word == "or" and (bears or stretch.lower(behind) in _PERSONS)
    owes = any(
        token.lower == "must" or (token.lower in _OWING and following.lower == "to")
        for token, following in pairwise(tokens)
    )
    if owes and is_person and len(tokens) <= _LONGEST_ORDER:
        return True
    words = [token for token in tokens if token.is_word]
    opens_bare = len(words) > 1 and words[0].tag == "NOUN" and words[1].tag in {"ADP", "ADV", "DET", "PRON"}  # fmt: skip
    return opens_bare and is_person and not any(t.tag == "AUX" for t in tokens)


def _has_own_modal(stretch: Stretch, at: int) -> bool:
    """Tell whether a subject and then a modal verb stand from a word on, no other verb between."""
    tokens = stretch.tree.tokens
    # "Let them go home and the list can go into a drawer" holds something out.
    is_let = stretch.lower(_first_word(stretch)) == "let"
    for n in range(at, min(stretch.end, at + 8)):
        if is_modal(stretch, n) and (tokens[n].lower != "can" or is_let):
            return n > at
        if tokens[n].tag in {"VERB", "AUX"} or tokens[n].text in {",", ";", "."}:
            return False
    return False


def is_order(stretch: Stretch) -> bool:
    """Tell whether a stretch begins with a verb in its bare form, or with "to" and one."""
    tree = stretch.tree
    first = next((n for n in range(stretch.first, stretch.end) if not is_mark(tree.tokens[n])), None)  # fmt: skip
    if first is None:
        return False
    if stretch.lower(first) in {"to", "do", "don't", "let"} and first + 1 < stretch.end:
        return tree.tokens[first + 1].tag in {"VERB", "AUX", "PRON", "PART"} or stretch.lower(first) == "let"  # fmt: skip
    token = tree.tokens[first]
    return (
        token.tag == "VERB"
        and tree.lemma(first) == token.lower
        and not any(child < first for child in tree.under(first, "nsubj", "expl"))
    )
