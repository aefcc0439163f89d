"""PolNeAR: attributions by hand; names and coreference as CoreNLP saw them."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from headwater.language.tokens import split_tokens
from training.example import UNKNOWN, Example, Places, gaps_of, tag_spans
from training.labels import NAMES, ROLES

_SILVER = {
    "PERSON": "PER",
    "ORGANIZATION": "ORG",
    "LOCATION": "LOC",
    "DATE": "TIME",
    "TIME": "TIME",
}
#: What CoreNLP marks in another way than the passages of ours do.
_OTHERWISE = frozenset({"MISC", "NUMBER", "MONEY", "PERCENT", "ORDINAL", "DURATION", "SET"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_PRONOUNS = frozenset("he she it they him her them his its their we us i you".split())


def read_polnear(file: Path) -> Iterator[Example]:
    """Read each article, split into our own words."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _example(json.loads(line))


def _example(article: dict[str, Any]) -> Example:
    text = article["text"]
    tokens = split_tokens(text, 0, len(text))
    offsets = [(t.start, t.end) for t in tokens]
    example = Example([t.text for t in tokens], offsets, gaps_of(text, offsets))
    places = Places(offsets)
    _add_starts(example, article["sentences"], places)
    _add_attributions(example, article["attributions"], places)
    _add_names(example, article["sentences"], places)
    _add_coreference(example, article["coref"], places)
    return example


def _add_starts(example: Example, sentences: list[dict[str, Any]], places: Places) -> None:
    """Say where sentences begin, as CoreNLP saw it; nothing of an article it did not split."""
    if not sentences:
        return
    starts = np.zeros(len(example), dtype=np.int64)
    for sentence in sentences:
        first, last = sentence["tokens"][0], sentence["tokens"][-1]
        starts[places.words(first["start"], last["end"])[:1]] = 1
    for number in range(1, len(example)):
        # CoreNLP seldom sees that "U.S." ends a sentence.
        if example.words[number - 1][-1] == "." and example.words[number - 1] != ".":
            starts[number] = starts[number] or UNKNOWN
    example.tags["starts"] = starts


def _add_attributions(
    example: Example, attributions: list[dict[str, Any]], places: Places
) -> None:
    spans = []
    for attribution in attributions:
        found = {
            role: [
                words
                for start, end in attribution[role]
                if len(words := places.words(start, end))
            ]
            for role in ROLES
        }
        for kind, role in enumerate(ROLES):
            spans += [(words, kind) for words in found[role]]
        link_parts(example, 0, found)
    # Short spans first: where two overlap, the cue inside a content is what would be lost.
    spans.sort(key=lambda span: (len(span[0]), span[0].start))
    example.tags["outer"] = tag_spans(len(example), spans)
    example.linked |= {(0, place) for place in range(len(example))}


def link_parts(example: Example, channel: int, found: dict[str, list[range]]) -> None:
    """Join the first word of each part of a statement with the first word of its cue."""
    if not found["cue"]:
        return
    cue = found["cue"][0].start
    others = [*found["source"], *found["content"], *found["cue"][1:]]
    example.links += [(channel, words.start, cue) for words in others]


def _add_names(example: Example, sentences: list[dict[str, Any]], places: Places) -> None:
    spans, otherwise = [], []
    for sentence in sentences:
        start, kind, end = 0, "O", 0
        for token in [*sentence["tokens"], {"start": 0, "end": 0, "ner": "O"}]:
            if token["ner"] != kind:
                if kind in _SILVER:
                    spans.append((places.words(start, end), NAMES.index(_SILVER[kind])))
                elif kind in _OTHERWISE:
                    otherwise.append(places.words(start, end))
                start, kind = token["start"], token["ner"]
            end = token["end"]
    tags = tag_spans(len(example), spans)
    for words in otherwise:
        tags[words.start : words.stop] = UNKNOWN
    example.tags["names"] = tags


def _add_coreference(example: Example, chains: list[list[list[int]]], places: Places) -> None:
    for chain in chains:
        mentions = sorted((m[4], m[5]) for m in chain)
        # The last word of a mention, as CoreNLP's own heads are of other words than ours.
        heads = [
            [w for w in places.words(*mention) if example.words[w] not in _POSSESSIVE]
            for mention in mentions
        ]
        for number, words in enumerate(heads):
            if len(words) == 1 and example.words[words[0]].lower() in _PRONOUNS:
                earlier = sorted({h[-1] for h in heads[:number] if h} - {words[0]})
                if earlier:
                    example.antecedents[words[0]] = earlier
