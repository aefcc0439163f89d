"""Pairs of actors with the tie that labelled texts give them: re3d's documents, and sentences of our own.

``training/ties/*.txt`` has a sentence a line, ``text | ties``: ``[1 the Red Reeds]`` marks an actor, ``F 1 2`` says
that 1 fights 2. The letters are in ``OWN``. Two actors without a tie in the line have none.

    python -m training.tie_examples      check the sentences; prints where a line is wrong
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headwater.language import read
from headwater.model import Article, ArticleKind, Mention, Zone, ZoneKind
from headwater.reading.cast import find_cast
from headwater.reading.relations import lay_article, tie_rules
from headwater.reading.relations.pairs import find_pairs, predicates_of, traits_of
from headwater.reading.statements import find_statements
from training.corpora.re3d import read_documents

FOLDER = Path(__file__).parent / "ties"
#: re3d's types and our letters, with the kind that is learnt.
RE3D = {
    "FightingAgainst": "in_conflict_with",
    "AlliesOf": "allied_with",
    "BelongsTo": "member_of",
    "InChargeOf": "controls",
    "CommWith": "speaks_with",
    "Dislikes": "opposes",
}
OWN = dict(zip("FABCMD", RE3D.values(), strict=True))
#: Kinds that hold both ways; of the others "<" says that the second actor is the subject.
_MUTUAL = frozenset({"in_conflict_with", "allied_with", "speaks_with"})
_MARK = re.compile(r"\[(\d) ([^\]\[]+)\]")

_Place = tuple[int, int]
Tie = tuple[str, _Place, _Place]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of actors: what it shows, its tie ("" for none), and whether the lists of words tie it."""

    document: str
    traits: tuple[str, ...]
    kind: str
    is_tied: bool


def read_re3d(file: Path) -> Iterator[Example]:
    """Yield the pairs of the documents that may be trained on."""
    for document in read_documents(file, kept=False):
        ties = [_of_re3d(row) for row in document["relations"] if row["type"] in RE3D]
        yield from _examples(document["doc_id"], document["text"], ties)


def read_own(folder: Path = FOLDER) -> Iterator[Example]:
    """Yield the pairs of our own sentences.

    Raises:
        ValueError: With file and line, if a line is wrong.
    """
    for file in sorted(folder.glob("*.txt")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                where = f"{file.name}:{number}"
                try:
                    text, ties = read_line(line)
                except (KeyError, ValueError) as error:
                    raise ValueError(f"{where}: {error}") from error
                yield from _examples(where, text, ties)


def read_line(line: str) -> tuple[str, list[Tie]]:
    """Read ``text | ties``: the text without its marks, and its ties by place."""
    marked, bar, told = line.partition("|")
    if not bar:
        raise ValueError("has no '|'")
    text, places, end = "", dict[str, _Place](), 0
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        places[mark[1]] = (len(text), len(text) + len(mark[2]))
        text, end = text + mark[2], mark.end()
    text = (text + marked[end:]).strip()
    ties = []
    for part in filter(None, map(str.strip, told.split(";"))):
        letter, one, other = part.split()
        ties.append((OWN[letter], places[one], places[other]))
    return text, ties


def _of_re3d(row: dict[str, Any]) -> Tie:
    source, target = (tuple(row[side]) for side in ("source", "target"))
    return RE3D[row["type"]], (source[0], source[1]), (target[0], target[1])


def bare_article(key: str, text: str) -> Article:
    """Give a text as the body of an article of which nothing else is known."""
    return Article(
        id=key, page_id="", title=None, outlet=None, outlet_name=None, outlet_evidence=None,
        published_from=None, published_to=None, date_evidence=None, text=text,
        zones=(Zone(start=0, end=len(text), kind=ZoneKind.BODY),), page_spans=None, language="en",
        kind=ArticleKind.ARTICLE, incomplete=False, byline=None, dateline=None, credits=(), anchors=(),
    )  # fmt: skip


def _examples(name: str, text: str, ties: Iterable[Tie]) -> Iterator[Example]:
    article = bare_article(name, text)
    parse = read(article)
    cast, due = find_cast(parse), list(ties)
    statements = find_statements(article, parse, cast)
    for scene in lay_article(name, parse, cast.mentions(name), statements):
        tied = {frozenset({s.subject.actor_id, s.object.actor_id}) for s in tie_rules(scene)}
        predicates = predicates_of(scene)
        for pair in find_pairs(scene):
            one, other = pair.one.mention, pair.other.mention
            traits = tuple(sorted(set(traits_of(scene, pair, predicates))))
            is_tied = frozenset({one.actor_id, other.actor_id}) in tied
            yield Example(name, traits, _kind(one, other, due), is_tied)


def _kind(one: Mention, other: Mention, ties: Iterable[Tie]) -> str:
    for kind, source, target in ties:
        if _meets(one, source) and _meets(other, target):
            return kind
        if _meets(other, source) and _meets(one, target):
            return kind if kind in _MUTUAL else kind + "<"
    return ""


def _meets(mention: Mention, place: _Place) -> bool:
    return mention.start < place[1] and place[0] < mention.end


if __name__ == "__main__":
    print(f"{len(list(read_own()))} pairs")
