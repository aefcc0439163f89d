"""Where a word opens a trigger, what it opens, and what governs that."""

from collections.abc import Iterator
from functools import cache

from headwater.lexicon import Opener, condition_words
from headwater.reading.commitments.asking import is_asked
from headwater.reading.commitments.clause import Opened
from headwater.reading.commitments.extents import has_only
from headwater.reading.commitments.inversion import find_inverted
from headwater.reading.commitments.tree import SUBJECTS, Stretch, Tree, is_mark

_CLAUSES = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
#: Where the tree says so, these words open a day "when".
_COMPLEMENTS = {"acl:relcl": {("when",), ("whenever",)}}
#: Longer openers open nothing but a clause.
_SHORT_OPENER = 2
_LACKS = frozenset({("without",), ("absent",), ("with", "no")})
_POINTING = frozenset({"them", "it", "one"})
_WH = frozenset({"when", "how", "whether", "what", "who", "where", "which"})


def find_openers(stretch: Stretch) -> Iterator[Opened]:
    """Yield every word of a stretch that opens a trigger, a longer opener before a shorter one."""
    at = stretch.first
    while at < stretch.end:
        found = find_inverted(stretch, at) or _opened(stretch, at)
        if found is None:
            at += 1
            continue
        yield found
        at = max(found.behind, at + 1)


def _opened(stretch: Stretch, at: int) -> Opened | None:
    for opener in _openers_by_first().get(stretch.tree.tokens[at].lower, ()):
        if stretch.begins_with(at, opener.words):
            return _read(stretch, opener, at)
    return None


@cache
def _openers_by_first() -> dict[str, list[Opener]]:
    """Sort the openers under their first words: most words open nothing."""
    sorted_: dict[str, list[Opener]] = {}
    for opener in condition_words().openers:
        sorted_.setdefault(opener.words[0], []).append(opener)
    return sorted_


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
    while stretch.holds(above) and (_is_inside(stretch, behind, above, head) or not _heads_clause(tree, above)):  # fmt: skip
        above = tree.tokens[above].head
    return Opened(opener, at, head, above if stretch.holds(above) else None)


def _heads_clause(tree: Tree, at: int) -> bool:
    return tree.tokens[at].tag in _CLAUSES or bool(tree.under(at, "cop", *SUBJECTS))


def _is_inside(stretch: Stretch, behind: int, above: int, head: int) -> bool:
    """Tell whether the tree hangs a trigger on a word of its own: on "held" in "if the men held there are freed".

    So it does with "use" in "if they let them use the field", which no comma parts from it.
    """
    tree = stretch.tree
    if behind <= above < head:
        return not _has_comma(stretch, above, head)
    is_bare = not tree.under(above, "nsubj", "csubj", "expl", "aux", "cop", "mark")
    return above > head and is_bare and not _has_comma(stretch, head, above)  # fmt: skip


def _head_behind(stretch: Stretch, own: range, opener: Opener) -> int | None:
    """Climb from the opener to the word it opens: the verb of a clause, or a noun."""
    tree = stretch.tree
    if (
        opener.vivid and "the" in opener.words
    ):  # "the moment they land", not "on the day they land"
        if opener.words[0] == "the" and own[0] and tree.tokens[own[0] - 1].tag == "ADP":
            return None
        clauses = tree.under(own[-1], "acl")
        verb = next((c for c in clauses if c >= own.stop), _clause_behind(stretch, own.stop))
        return _missed_verb(stretch, own.stop, verb) if verb is not None else None
    if stretch.lower(own.stop) in _WH and tree.tokens[own.stop].head > own.stop:
        return _asked_behind(stretch, own.stop)
    head = own[-1]
    for _ in tree.tokens:
        if head not in own:
            break
        head = tree.tokens[head].head
    if head < own.stop or not stretch.holds(head):
        head = own.stop
    # The tree may hang "only when" on the main verb, past the clause that it opens.
    near = _clause_behind(stretch, own.stop) if opener.opens == "clause" else None
    if near is not None and near < head:
        return near
    if opener.opens == "noun":
        return _noun_behind(stretch, own.stop) if _has_comma(stretch, own.stop, head) else head
    return _climb(stretch, own.stop, head)


def _missed_verb(stretch: Stretch, first: int, verb: int) -> int:
    """Give the noun that the tree makes of "a soldier lands" in "the moment a soldier lands, the war begins"."""
    tree = stretch.tree
    comma = next((n for n in range(first, verb) if stretch.lower(n) == ","), verb)
    is_missed = comma < verb and tree.opens_other_subject(comma + 1, verb)
    noun = tree.subject(verb)
    return noun if is_missed and noun is not None and noun < comma else verb


def _is_missed(tree: Tree, opener: Opener, head: int) -> bool:
    """Tell a subject that holds the verb of its own clause, which the tree missed."""
    return opener.vivid and tree.is_in(head, "nsubj")


def _asked_behind(stretch: Stretch, wh: int) -> int:
    """Give the verb of "when they land" and "how far it spreads" behind "depending on"."""
    tree = stretch.tree
    head = tree.tokens[wh].head
    above = tree.tokens[head].head
    is_degree = tree.tokens[head].tag in {"ADV", "ADJ"} and stretch.holds(above)
    return above if is_degree and above > head else head


def _noun_behind(stretch: Stretch, first: int) -> int:
    """Give the noun of "failing a deal, they will", where the opener was taken for a verb."""
    tokens, head = stretch.tree.tokens, first
    while tokens[head].tag not in _NOUNS and tokens[head].head > head:
        head = tokens[head].head
    return head


def _climb(stretch: Stretch, first: int, head: int) -> int | None:
    """Climb from the subject of a clause, on which the tree may hang "until", to its verb."""
    tree = stretch.tree
    for _ in tree.tokens:
        token = tree.tokens[head]
        if _heads_clause(tree, head):
            break
        is_inside = token.head >= first and token.relation.split(":")[0] in {
            "nsubj", "obl", "obj", "nmod", "det", "case", "compound", "amod", "nummod",
        }  # fmt: skip
        if not is_inside or _has_comma(stretch, first, token.head):
            break  # "depending on the verdict, they could march"
        head = token.head
    return head if stretch.holds(head) else None


def _has_comma(stretch: Stretch, first: int, end: int) -> bool:
    return any(stretch.lower(n) == "," for n in range(first, end))


def _clause_behind(stretch: Stretch, first: int) -> int | None:
    """Give the verb whose subject begins at a word, None where there is none.

    The tree may hang the article of the subject on the verb itself: "the moment a | rocket lands".
    """
    tree = stretch.tree
    subjects = (n for n in range(first, stretch.end) if tree.is_in(n, "nsubj", "expl"))
    begin = (
        n
        for n in subjects
        if tree.first(n) == first or all(tree.tokens[m].tag == "DET" for m in range(first, n))
    )
    heads = (tree.tokens[n].head for n in begin)
    return next((verb for verb in heads if stretch.holds(verb)), None)


def _fits(stretch: Stretch, opener: Opener, own: range, head: int) -> bool:
    """Tell whether the words behind an opener are the clause or the event that it asks for."""
    tree = stretch.tree
    if tree.tokens[own[-1]].relation == "amod":  # "pending legislation could …"
        return False
    # "as long as the talks last": the tree hangs the opener on a noun where it missed the verb
    is_marked = len(own) > _SHORT_OPENER and any(tree.under(head, "mark"))
    is_clause = _heads_clause(tree, head) or is_marked or _is_missed(tree, opener, head)
    if opener.opens == "clause" and not is_clause:
        return False
    if opener.words == ("after",):  # "will only leave after", and no other "after"
        return has_only(stretch, stretch.first, own[0])
    if opener.words in _LACKS:
        leave, end = condition_words()["leave"], tree.last(head) + 1
        is_named_before = stretch.lower(own.stop) in _POINTING and end == own.stop + 1
        first = stretch.first if is_named_before else own.stop
        return any(tree.has(n, leave) for n in range(first, end))
    return opener.opens != "clause" or _fits_clause(stretch, opener, own, head)


def _fits_clause(stretch: Stretch, opener: Opener, own: range, head: int) -> bool:
    """Tell whether a clause behind an opener is still open: no complement, no date, no past perfect."""
    tree = stretch.tree
    if opener.words in _COMPLEMENTS.get(tree.tokens[head].relation, ()):
        return own[0] == stretch.first or is_mark(tree.tokens[own[0] - 1])
    # "Would not leave before they had been paid": what is waited for, told of the past.
    if "until" in opener.words or "till" in opener.words or opener.denied:
        return tree.subject(head) is not None
    if opener.future:
        has_subject = tree.subject(head) is not None or _is_missed(tree, opener, head)
        return has_subject and not _dates(stretch, own[0])
    return not _past_perfect(stretch, own.stop, head)


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
