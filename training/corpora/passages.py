"""Our own passages: names, statements and nested statements, hedges, predicates with their qualities."""

from collections.abc import Iterable, Iterator

import numpy as np

from headwater.language.sentences import split_sentences
from headwater.language.tokens import split_tokens
from training.corpora.polnear import link_parts
from training.example import UNKNOWN, Example, Places, gaps_of, tag_spans, unknown
from training.labels import LINKS, MODALITIES, NAMES, POLARITIES, ROLES, STATUSES, TYPES
from training.sentences import Passage

_LETTER = dict(zip("SQC", ROLES, strict=True))


def read_passages(passages: Iterable[Passage]) -> Iterator[Example]:
    """Give each passage as an example."""
    for passage in passages:
        yield _example(passage)


def _example(passage: Passage) -> Example:
    text = passage.text
    tokens = split_tokens(text, 0, len(text))
    offsets = [(t.start, t.end) for t in tokens]
    example = Example([t.text for t in tokens], offsets, gaps_of(text, offsets))
    places = Places(offsets)
    _add_starts(example, passage, places)
    _add_statements(example, passage, places)
    _add_predicates(example, passage, places)
    example.tags["names"] = tag_spans(
        len(example),
        sorted(
            (
                (places.words(start, end), NAMES.index(kind))
                for start, end, kind in passage.names
            ),
            key=lambda span: (-len(span[0]), span[0].start),
        ),
    )
    hedges = np.zeros(len(example), dtype=np.int64)
    for start, end in passage.hedges:
        words = places.words(start, end)
        hedges[words.start : words.stop] = 1
    example.tags["hedges"] = hedges
    return example


def _add_starts(example: Example, passage: Passage, places: Places) -> None:
    """Say where sentences begin, as the rules see it and the marks of statements correct it."""
    starts = np.zeros(len(example), dtype=np.int64)
    text, place = passage.text, 0
    for paragraph in text.split("\n"):
        for start, end in split_sentences(text, place, place + len(paragraph)):
            starts[places.words(start, end)[:1]] = 1
        place += len(paragraph) + 1
    for number in range(1, len(example)):
        # "Corp." may end a sentence or not: the rules do not know, and these are not asked.
        if example.words[number - 1][-1] == "." and example.words[number - 1] != ".":
            starts[number] = starts[number] or UNKNOWN
    for parts in statements_of(passage, places).values():
        ends = {words.stop for words in parts["content"]}
        for words in (*parts["source"], *parts["cue"]):
            if words.start in ends:  # "Stop!" he said.
                starts[words.start] = 0
    starts[:1] = 1
    example.tags["starts"] = starts


def statements_of(passage: Passage, places: Places) -> dict[int, dict[str, list[range]]]:
    """Give the parts of each numbered statement as ranges of words."""
    statements: dict[int, dict[str, list[range]]] = {}
    for (letter, number), spans in passage.roles.items():
        if letter in _LETTER:
            parts = statements.setdefault(number, {role: [] for role in ROLES})
            parts[_LETTER[letter]] += [w for s, e in spans if len(w := places.words(s, e))]
    return statements


def depths_of(statements: dict[int, dict[str, list[range]]]) -> dict[int, int]:
    """Tell how many contents of other statements each statement's cue stands in."""
    return {
        number: sum(
            any(w.start <= cue < w.stop for w in other["content"])
            for n, other in statements.items()
            if n != number
        )
        for number, parts in statements.items()
        if parts["cue"]
        for cue in [parts["cue"][0].start]
    }


def _add_statements(example: Example, passage: Passage, places: Places) -> None:
    statements = statements_of(passage, places)
    depths = depths_of(statements)
    spans: tuple[list[tuple[range, int]], list[tuple[range, int]]] = ([], [])
    for number, depth in depths.items():
        parts = statements[number]
        if depth > 1:
            continue
        for kind, role in enumerate(ROLES):
            spans[depth].extend((words, kind) for words in parts[role])
        link_parts(example, depth, parts)
    for channel, name in enumerate(("outer", "inner")):
        ordered = sorted(spans[channel], key=lambda s: (len(s[0]), s[0].start))
        example.tags[name] = tag_spans(len(example), ordered)
        example.linked |= {(channel, place) for place in range(len(example))}


def _add_predicates(example: Example, passage: Passage, places: Places) -> None:
    size = len(example)
    kinds = np.zeros(size, dtype=np.int64)
    status, modality, polarity = unknown(size), unknown(size), unknown(size)
    for predicate in passage.predicates:
        words = places.words(predicate.start, predicate.end)
        if not len(words):
            continue
        # Of several words ("carried out") the first decides; the others say nothing.
        kinds[words.start : words.stop] = UNKNOWN
        place = words[-1] if example.words[words[0]].lower() in _AUXILIARIES else words[0]
        kinds[place] = TYPES.index(predicate.type)
        status[place] = STATUSES.index(predicate.status) if predicate.status else UNKNOWN
        modality[place] = MODALITIES.index(predicate.modality)
        polarity[place] = POLARITIES.index(predicate.polarity)
        _add_roles(example, passage, places, predicate.number, place)
    example.tags |= {
        "event": kinds,
        "status": status,
        "modality": modality,
        "polarity": polarity,
    }


_AUXILIARIES = frozenset(
    "is are was were be been being has have had will would shall should may might can could must "
    "do does did not to".split()
)


def _add_roles(
    example: Example, passage: Passage, places: Places, number: int, place: int
) -> None:
    if not number:
        return
    for letter, channel in (("A", LINKS.index("actor")), ("R", LINKS.index("recipient"))):
        example.linked.add((channel, place))
        for start, end in passage.roles.get((letter, number), []):
            if len(words := places.words(start, end)):
                example.links.append((channel, place, words.start))
