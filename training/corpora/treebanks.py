"""Universal Dependencies treebanks in CoNLL-U: words, tags, trees, lemmas; GUM's names and coreference."""

import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.example import UNKNOWN, Example, Labels, gaps_of, tag_spans, unknown
from training.labels import NAMES, RELATIONS, UPOS
from training.lemmas import rule_of

Row = list[str]
_NAMED = {"person": "PER", "organization": "ORG", "place": "LOC"}
_ENTITY = re.compile(r"\((?P<open>[^()]+)(?P<whole>\))?|(?P<close>[^()]+)\)")
_INSIDE_NAMES = frozenset({"of", "the", "-", "&", "'s", "for", "and"})
_INSIDE_PERSONS = frozenset({"-"})
#: Relations whose subtype is not among the labels fall back on the plain one.
_RELATION = {name: number for number, name in enumerate(RELATIONS)}


def read_treebank(file: Path, rules: Mapping[tuple[str, str, str], int]) -> Iterator[Example]:
    """Read each document of a treebank; words are the syntactic words of UD."""
    for sentences in _documents(file):
        yield _example(sentences, rules)


@dataclass(frozen=True)
class Laid:
    """A document as running text, with the rows of its words and where they stand."""

    text: str
    offsets: list[tuple[int, int]]
    rows: list[Row]
    #: Head of each word in the document, -1 for a root.
    heads: list[int]
    #: First word and end of each sentence.
    sentences: list[tuple[int, int]]

    @property
    def starts(self) -> list[bool]:
        """Tell of each word whether it begins a sentence."""
        firsts = {first for first, _ in self.sentences}
        return [number in firsts for number in range(len(self.rows))]


def lay_documents(file: Path) -> Iterator[Laid]:
    """Give each document of a treebank for measuring."""
    for sentences in _documents(file):
        text, offsets = lay_words(sentences)
        rows: list[Row] = []
        heads, bounds = [], []
        for _, sentence in sentences:
            plain = [row for row in sentence if row[0].isdigit()]
            first = len(rows)
            heads += [first + int(row[6]) - 1 if row[6] != "0" else -1 for row in plain]
            rows += plain
            bounds.append((first, len(rows)))
        yield Laid(text, offsets, rows, heads, bounds)


def read_lemmas(file: Path) -> Iterator[tuple[str, str]]:
    """Read every word with its lemma."""
    for sentences in _documents(file):
        for _, rows in sentences:
            yield from ((row[1], row[2]) for row in rows if row[0].isdigit() and row[2] != "_")


def _documents(file: Path) -> Iterator[list[tuple[bool, list[Row]]]]:
    """Give documents as sentences: does a paragraph begin, and the rows of CoNLL-U."""
    document: list[tuple[bool, list[Row]]] = []
    rows: list[Row] = []
    begins = False
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc") and document:
                yield document
                document = []
            if line.startswith(("# newdoc", "# newpar")):
                begins = True
            elif line[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                document.append((begins, rows))
                rows, begins = [], False
    if document:
        yield document


def lay_words(sentences: list[tuple[bool, list[Row]]]) -> tuple[str, list[tuple[int, int]]]:
    """Write the running text of a document, and say where each syntactic word stands in it."""
    text, offsets = "", []
    for begins, rows in sentences:
        if begins and text:
            text = text.rstrip() + "\n\n"
        number = 0
        while number < len(rows):
            row = rows[number]
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                parts = rows[number + 1 : number + 2 + last - first]
                offsets += _parts(row[1], [part[1] for part in parts], len(text))
                number += 1 + len(parts)
            elif "." in row[0]:
                number += 1
                continue
            else:
                offsets.append((len(text), len(text) + len(row[1])))
                number += 1
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    return text, offsets


def _parts(form: str, words: list[str], start: int) -> list[tuple[int, int]]:
    """Share the letters of a contraction out among its words; each gets one at least."""
    bounds, place = [], 0
    for number, word in enumerate(words):
        left = len(words) - number - 1
        end = len(form) if not left else min(place + len(word), len(form) - left)
        bounds.append((start + place, start + max(end, place + 1)))
        place = max(end, place + 1)
    return bounds


def _example(
    sentences: list[tuple[bool, list[Row]]], rules: Mapping[tuple[str, str, str], int]
) -> Example:
    text, offsets = lay_words(sentences)
    rows = [row for _, sentence in sentences for row in sentence if row[0].isdigit()]
    example = Example([row[1] for row in rows], offsets, gaps_of(text, offsets))
    size = len(rows)
    heads, sentence, relation = unknown(size), unknown(size), unknown(size)
    first = 0
    for _, sentence_rows in sentences:
        plain = [row for row in sentence_rows if row[0].isdigit()]
        for place, row in enumerate(plain, first):
            sentence[place] = first
            if row[6].isdigit():
                heads[place] = first + int(row[6]) - 1 if row[6] != "0" else -1
                relation[place] = _RELATION.get(
                    row[7], _RELATION.get(row[7].split(":")[0], UNKNOWN)
                )
        first += len(plain)
    starts = np.zeros(size, dtype=np.int64)
    starts[np.unique(sentence)] = 1
    example.heads, example.sentence = heads, sentence
    example.tags = {
        "starts": starts,
        "upos": np.array([UPOS.index(r[3]) if r[3] in UPOS else UNKNOWN for r in rows]),
        "relation": relation,
        "lemma": np.array([rules.get(rule_of(r[1], r[2]), UNKNOWN) for r in rows]),
    }
    if any("Entity=" in row[9] for row in rows):
        _add_entities(example, rows, heads)
    return example


def _add_entities(example: Example, rows: list[Row], heads: Labels) -> None:
    mentions = list(_mentions(rows))
    named, chains = [], {}
    for start, end, number, kind in sorted(mentions, key=lambda m: (m[0], -m[1])):
        head = _head(heads, start, end)
        chains.setdefault(number, []).append((start, end, head))
        if kind in _NAMED and rows[head][3] == "PROPN":
            named.append(
                (_name_around(rows, head, start, end, kind), NAMES.index(_NAMED[kind]))
            )
    named.sort(key=lambda name: (-len(name[0]), name[0].start))
    tags = tag_spans(len(rows), named)
    for place, row in enumerate(rows):
        # Times, amounts and peoples are not told apart from other mentions there.
        if not tags[place] and (
            row[3] in {"PROPN", "NUM"} or (row[3] == "ADJ" and row[1][0].isupper())
        ):
            tags[place] = UNKNOWN
    example.tags["names"] = tags
    for chain in chains.values():
        _add_antecedents(example, rows, chain)


def _add_antecedents(
    example: Example, rows: list[Row], chain: list[tuple[int, int, int]]
) -> None:
    chain.sort()
    for place, (_start, _end, head) in enumerate(chain):
        if is_anaphor(rows[head][3], rows[head][1]):
            earlier = sorted({h for _, _, h in chain[:place]} - {head})
            example.antecedents[head] = earlier or [head]


def is_anaphor(upos: str, word: str) -> bool:
    """Tell whether a word is of the kinds whose antecedent is sought: pronouns and nouns."""
    return (
        upos == "PRON" and word.lower() not in {"who", "which", "that", "what"}
    ) or upos == "NOUN"


def _mentions(rows: list[Row]) -> Iterator[tuple[int, int, str, str]]:
    opened: dict[str, list[tuple[int, str]]] = {}
    for place, row in enumerate(rows):
        field = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        for mark in _ENTITY.finditer(field):
            if mark["open"]:
                number, _, rest = mark["open"].partition("-")
                kind = rest.split("-")[0]
                if mark["whole"]:
                    yield place, place + 1, number, kind
                else:
                    opened.setdefault(number, []).append((place, kind))
            elif opened.get(number := mark["close"]):
                start, kind = opened[number].pop()
                yield start, place + 1, number, kind


def _head(heads: Labels, start: int, end: int) -> int:
    for place in range(start, end):
        if not start <= heads[place] < end:
            return place
    return end - 1


def _name_around(rows: list[Row], head: int, start: int, end: int, kind: str) -> range:
    """Widen a name from its head: "Bank of England", but not "Smith of England"."""
    inside = _INSIDE_PERSONS if kind == "person" else _INSIDE_NAMES
    first = last = head
    for place in range(head - 1, start - 1, -1):
        if rows[place][3] == "PROPN":
            first = place
        elif rows[place][1].lower() not in inside:
            break
    for place in range(head + 1, end):
        if rows[place][3] == "PROPN" or (rows[place][3] == "NUM" and place == last + 1):
            last = place
        elif rows[place][1].lower() not in inside:
            break
    return range(first, last + 1)
