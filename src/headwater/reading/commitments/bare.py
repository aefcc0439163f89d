"""Commitments without a trigger: "vowed to strike", "we will burn their ships"."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from headwater.language import Predicate
from headwater.lexicon import condition_words
from headwater.model import CommitmentKind, Statement, Voice
from headwater.reading.commitments.ahead import has_modal, is_negative, looks_ahead
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.cues import cue_words, promises_or_threatens
from headwater.reading.commitments.extents import end_of_clause, start_of_clause
from headwater.reading.commitments.tree import Stretch

_FIRM = frozenset({"will", "shall", "'ll", "’ll"})
#: PLOVER types of the engine whose doing, in the first person, is a threat.
_HARM_TYPES = frozenset({"ASSAULT", "COERCE"})
_FIRST_PERSON = frozenset({"we", "i"})


def find_bare(stretch: Stretch, statement: Statement) -> Iterator[Clause]:
    """Yield what a cue of vowing or threatening holds out: the content, up to the end of its clause."""
    if statement.voice is not Voice.ATTRIBUTED or not promises_or_threatens(statement):
        return
    is_infinitive = stretch.lower(stretch.first) in {"to", "not"}
    # "A threat that conflicts may spill over" is a danger, and nobody's word.
    is_noun = bool(set(cue_words(statement)) & {"threat", "threats"})
    is_meant = is_infinitive or (not is_noun and has_modal(stretch, stretch.first, stretch.end))
    if is_meant and looks_ahead(stretch, stretch.first, stretch.end):
        tags = [token.tag for token in stretch.tree.tokens]
        verb = next((n for n in range(stretch.first, stretch.end) if tags[n] == "VERB"), stretch.first)  # fmt: skip
        end = end_of_clause(stretch, stretch.first, verb)
        yield Clause(trigger=None, consequence=stretch.place(stretch.first, end))


def find_outright(
    stretch: Stretch,
    statement: Statement,
    predicates: Mapping[int, Predicate],
    is_side: Callable[[Sequence[int]], bool],
) -> Iterator[Clause]:
    """Yield "we will burn their ships": harm by the speaker's side, whatever the verb of saying.

    ``is_side`` tells of the words of a subject whether it is his: "the Guard will burn them, its leader said".

    Of what somebody says, the engine's types of event tell harm too; of what an outlet says, as the
    channel of an armed group does, the words alone.
    """
    if statement.voice not in {Voice.ATTRIBUTED, Voice.OUTLET}:
        return
    types = _HARM_TYPES if statement.voice is Voice.ATTRIBUTED else frozenset()
    tree, harm = stretch.tree, condition_words()["outright"]
    for at in range(stretch.first + 1, stretch.end):
        token = tree.tokens[at]
        verb = token.head
        if token.lower not in _FIRM or not stretch.holds(verb) or verb < at:
            continue
        subject = tree.subject(verb)
        is_first = subject is not None and stretch.lower(subject) in _FIRST_PERSON
        if subject is None or not (
            is_first or is_side(range(min(tree.first(subject), at), at + 1))
        ):
            continue
        start, end = start_of_clause(stretch, verb), end_of_clause(stretch, at, verb)
        verbs = (verb, *tree.under(verb, "xcomp"))
        if tree.has(verb, {"fight"}) and any(
            stretch.lower(n) == "for" for n in range(verb, end)
        ):
            continue  # "we will fight for it" is aimed at nobody
        acts = any(tree.has(n, harm) for n in verbs) or any(
            told.event in types
            for n in verbs
            if is_first and (told := predicates.get(tree.tokens[n].start)) is not None
        )
        if acts and not is_negative(stretch, start, verb):
            yield Clause(
                trigger=None,
                consequence=stretch.place(start, end),
                kind=CommitmentKind.THREAT,
            )
            return
