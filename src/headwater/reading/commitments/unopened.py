"""Triggers that no word opens: the sentence before, an order, an event, what is waited for."""

from collections.abc import Iterator
from itertools import pairwise

from headwater.lexicon import condition_words
from headwater.model import CommitmentKind, TriggerRole
from headwater.reading.commitments.ahead import has_modal, is_modal, looks_ahead
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.extents import end_of_clause, start_of_clause
from headwater.reading.commitments.tree import Stretch, is_mark

_DUTIES = frozenset({"must", "should", "shall", "let", "has", "have", "need", "needs", "want", "demand", "ought"})  # fmt: skip
_PERSONS = frozenset({"we", "i", "you", "they", "he", "she"})
#: Words of "Nordia must withdraw from the ridge by Friday, or …", at most.
_LONGEST_ORDER = 20
_RELATIVES = frozenset({"who", "that", "which", "whoever", "whatever"})
_OF_NOUN = frozenset({"DET", "ADJ", "PROPN", "NOUN", "NUM", "ADV", "VERB"})


def find_linked(stretch: Stretch, before: Stretch | None) -> Iterator[Clause]:
    """Yield "X. Otherwise Y" and "X, or else Y": what stands before is the trigger."""
    tree = stretch.tree
    for at in range(stretch.first, stretch.end):
        linker = next((o for o in condition_words().linkers if stretch.begins_with(at, o.words)), None)  # fmt: skip
        if linker is None:
            continue
        behind = at + len(linker.words)
        trigger, said = _before(stretch, at, before)
        ends = is_mark(tree.tokens[behind]) if stretch.holds(behind) else True
        if trigger is None or said is None or (linker.words[0] == "if" and not ends):
            continue
        end = end_of_clause(stretch, behind + ends, stretch.end - 1)
        if has_modal(stretch, behind, end) or said:
            yield Clause(
                trigger=trigger,
                consequence=stretch.place(behind, end),
                role=TriggerRole(linker.role),
            )
        return


def _before(
    stretch: Stretch, at: int, before: Stretch | None
) -> tuple[tuple[int, int] | None, bool | None]:
    """Give the words a linker leans on, and whether they ask for something."""
    here = stretch.place(stretch.first, at)
    source, end = (stretch, at) if here[1] else (before, before.end if before else 0)
    if source is None:
        return None, None
    words = {source.lower(n) for n in range(source.first, end)}
    asks = bool(words & _DUTIES) or is_order(source)
    return source.place(source.first, end), asks


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
        token.lower == "must" or (token.lower in {"has", "have"} and following.lower == "to")
        for token, following in pairwise(tokens)
    )
    if owes and is_person and len(tokens) <= _LONGEST_ORDER:
        return True
    words = [token for token in tokens if token.is_word]
    opens_bare = len(words) > 1 and words[0].tag == "NOUN" and words[1].tag in {"ADP", "DET", "PRON"}  # fmt: skip
    return opens_bare and is_person and not any(t.tag == "AUX" for t in tokens)


def _has_own_modal(stretch: Stretch, at: int) -> bool:
    """Tell whether a subject and then a modal verb stand from a word on, no other verb between."""
    tokens = stretch.tree.tokens
    for n in range(at, min(stretch.end, at + 8)):
        if is_modal(stretch, n) and tokens[n].lower != "can":
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


def find_events(stretch: Stretch) -> Iterator[Clause]:
    """Yield "any attack on the port would …" and "will regret any attack on the port"."""
    tree, lists = stretch.tree, condition_words()
    for at in range(stretch.first, stretch.end):
        if not tree.has(at, lists["events"]) or tree.tokens[at].tag not in {"NOUN", "PROPN"}:  # fmt: skip
            continue
        first = _start_of_noun(stretch, at)
        if not _is_open(stretch, first, at):
            continue
        modal = _modal_behind(stretch, at)
        if modal is not None and tree.tokens[at].relation.startswith(("nsubj", "csubj")):
            end = end_of_clause(stretch, modal, stretch.end - 1)
            yield Clause(
                trigger=stretch.place(first, modal),
                consequence=stretch.place(modal, end),
                role=TriggerRole.SUFFICIENT,
                is_outcome=_is_outcome(stretch, at, modal),
            )
            return
        verb = next((n for n in range(first - 1, max(stretch.first, first - 4) - 1, -1) if tree.has(n, lists["answers"])), None)  # fmt: skip
        if verb is not None and stretch.lower(first) in {"any", "every", "another", "further"}:
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
    tree, lists = stretch.tree, condition_words()
    for at in range(stretch.first, stretch.end):
        if stretch.lower(at) not in lists["anyone"]:
            continue
        who = next((n for n in range(at, min(stretch.end, at + 5)) if stretch.lower(n) in _RELATIVES), None)  # fmt: skip
        if who is None:
            continue
        verb = next((n for n in range(who, stretch.end) if tree.tokens[n].tag == "VERB"), None)
        modal = _modal_behind(stretch, verb) if verb is not None else None
        harms = lists["harm"] | lists["bears"]
        bears = modal is not None and any(tree.has(n, harms) for n in range(modal, stretch.end))
        if modal is not None and bears and not stretch.place(stretch.first, at)[1]:
            yield Clause(
                trigger=stretch.place(at, modal),
                consequence=stretch.place(
                    modal, end_of_clause(stretch, modal, stretch.end - 1)
                ),
                role=TriggerRole.SUFFICIENT,
                is_order=True,
            )
            return
        verb = tree.tokens[at].head
        while stretch.holds(verb) and verb > at:
            verb = tree.tokens[verb].head
        start = start_of_clause(stretch, verb) if stretch.holds(verb) else at
        is_near = at - _LONGEST_ORDER < start < at
        if is_near and has_modal(stretch, start, at) and tree.has(verb, lists["harm"]):
            yield Clause(
                trigger=stretch.place(at, end_of_clause(stretch, at, who)),
                consequence=stretch.place(start, at),
                role=TriggerRole.SUFFICIENT,
            )
            return


def _start_of_noun(stretch: Stretch, at: int) -> int:
    """Give the first word of the noun phrase a noun ends."""
    tokens = stretch.tree.tokens
    while at > stretch.first and (tokens[at - 1].tag in _OF_NOUN or tokens[at - 1].text == "-" or tokens[at - 1].lower in {"'s", "’s"}):  # fmt: skip
        at -= 1
        if tokens[at].tag == "DET":
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


def _is_outcome(stretch: Stretch, at: int, modal: int) -> bool:
    """Tell what an event brings about from what it is met with, and from what another may choose."""
    tree, lists = stretch.tree, condition_words()
    verb = tree.tokens[modal].head
    is_passive = verb >= 0 and bool(tree.under(verb, "aux:pass"))
    words = {stretch.lower(n) for n in range(max(stretch.first, at - 4), at)}
    return not (is_passive or words & {"any", "every"} or tree.has(at, lists["choices"]))


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


def find_waiting(stretch: Stretch, *, is_asked: bool) -> Iterator[Clause]:
    """Yield "wait for orders from X", where it is asked for: the order is the trigger."""
    tree, lists = stretch.tree, condition_words()
    for at in range(stretch.first, stretch.end):
        if not tree.has(at, lists["waits"]) and stretch.lower(at) != "waiting":
            continue
        first = at + 1 + (stretch.lower(at + 1) == "for")
        noun = next((n for n in range(first, min(stretch.end, first + 6)) if tree.has(n, lists["leave"])), None)  # fmt: skip
        if noun is None:
            continue
        start = _start_of_order(stretch, at)
        if start is None and is_asked:
            start = stretch.first
        if start is not None:
            yield Clause(
                trigger=stretch.place(first, end_of_clause(stretch, first, noun)),
                consequence=stretch.place(start, at + 1),
                role=TriggerRole.NECESSARY,
                kind=CommitmentKind.CONDITION,
            )


def _start_of_order(stretch: Stretch, at: int) -> int | None:
    """Give the "to" of "were told to wait", where a verb of ordering stands before it."""
    orders, tree = condition_words()["orders"], stretch.tree
    for n in range(at - 1, stretch.first, -1):
        is_to = stretch.lower(n) == "to" and tree.tokens[n].tag == "PART"
        if is_to and any(tree.has(m, orders) for m in range(max(stretch.first, n - 5), n)):
            return n
        if tree.tokens[n].text in {";", ":"}:
            return None
    return None


def find_readiness(stretch: Stretch) -> Iterator[tuple[int, Clause]]:
    """Yield where "is ready for …" and "readiness to …" stand, with the clause each is of."""
    tree, lists = stretch.tree, condition_words()
    for at in range(stretch.first, stretch.end):
        word = stretch.lower(at)
        following = stretch.lower(at + 1)
        if following and is_mark(tree.tokens[at + 1]):
            following = stretch.lower(at + 2)
        leads = {"to", "for", "at", "of"} if word == "readiness" else {"to", "for", "at"}
        if word not in lists["ready"] or following not in leads:
            continue
        if word == "readiness":
            start = _start_of_noun(stretch, at)
        elif _is_stated(stretch, at) and tree.tokens[stretch.top(at)].relation != "acl:relcl":
            start = start_of_clause(stretch, at)
        else:
            continue
        end = end_of_clause(stretch, at + 1, at)
        clause = Clause(
            trigger=None,
            consequence=stretch.place(start, end),
            kind=CommitmentKind.READINESS,
        )
        yield tree.tokens[at].start, clause


def _is_stated(stretch: Stretch, at: int) -> bool:
    """Tell "stands ready" from "prepared the ground", and from an order "to be ready"."""
    tree = stretch.tree
    links = {"be", "stand", "remain", "stay", "keep", "have"}
    for n in range(at - 1, max(stretch.first, at - 5) - 1, -1):
        if tree.lemma(n) in links and tree.tokens[n].tag in {"AUX", "VERB"}:
            if stretch.lower(n) == "being":  # "troops are being prepared": others say so
                return False
            if stretch.lower(n) == "be":
                return any(is_modal(stretch, m) for m in range(max(stretch.first, n - 3), n))
            return stretch.lower(n - 1) != "to"
        if tree.tokens[n].tag == "CCONJ" and tree.tokens[at].tag == "VERB":
            return False  # "is cooked and prepared for the table"
    return False
