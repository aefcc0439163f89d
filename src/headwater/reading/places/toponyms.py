"""Which words of an article are looked up as places.

Names of states and places that the registry knows, names that the engine takes for places, and
capitalised words after "in", "near" and the like or in a dateline, if the gazetteer has them. What is named like a
place and is none ("Washington Post", "Paris Hilton", "the Bank of England") is somebody's or something's name, and left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from headwater.language import Parse
from headwater.lexicon import Entry, registry
from headwater.lexicon.gazetteer import gazetteer
from headwater.model import ActorKind, Mention, MentionKind
from headwater.pages.datelines import find_dateline
from headwater.reading.grammar import TIME_WORDS, is_capitalised

#: Kinds of the engine that are places, and those whose names hold the names of places and mean none.
_PLACES: Final = frozenset({"LOC", "FAC"})
_OTHERS: Final = frozenset({"PER", "ORG", "OUTLET", "WEAPON", "NORP"})
_IN: Final = frozenset(
    "in near at from to outside around toward towards across into through via inside reach reached reaching between".split()
)
_OF: Final = frozenset("city town village port district province suburb capital".split())
#: What stands before the name of a place without belonging to it.
_SIDES: Final = re.compile(
    r"(?:(?:the|north|south|east|west|north-?east|north-?west|south-?east|south-?west|central|upper|lower|downtown|mainland|"
    r"occupied|rural|greater|old)(?:ern(?:most)?)?\s+)+",
    re.IGNORECASE,
)
#: Illnesses are called after places: Lassa fever, West Nile virus.
_ILLNESS: Final = re.compile(
    r"\s+(?:virus|fever|flu|disease|syndrome|encephalitis|variant|strain)\b"
)
_ABBREVIATION: Final = re.compile(r"(?:[A-Z]\.)+[A-Z]\.$")
_JOINERS: Final = frozenset("al el de la del da do of e i and -".split())
_MOST_WORDS: Final = 4


class Basis(StrEnum):
    """Why some words are taken for the name of a place."""

    REGISTRY = "registry"
    ENGINE = "engine"
    PREPOSITION = "preposition"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """Words that may name a place; ``actor`` is what the registry takes them for."""

    start: int
    end: int
    text: str
    basis: Basis
    actor: Entry | None = None


def find_toponyms(parse: Parse, mentions: Sequence[Mention]) -> tuple[Toponym, ...]:
    """Give the words of an article that are looked up as places, in reading order.

    Args:
        parse: Title and body of the article.
        mentions: Whom it names, as the cast has it.
    """
    found: list[Toponym] = []
    taken: set[int] = set()
    for one in (
        *_registered(parse, mentions),
        *_seen(parse, mentions),
        *_in_dateline(parse),
    ):
        _keep(one, found, taken)
    taken |= {at for m in mentions for at in range(m.start, m.end)}
    taken |= {at for n in parse.names for at in range(n.start, n.end)}
    for one in _after_prepositions(parse, taken):
        _keep(one, found, taken)
    return tuple(sorted(found, key=lambda t: t.start))


def _keep(one: Toponym, found: list[Toponym], taken: set[int]) -> None:
    if not taken.intersection(range(one.start, one.end)):
        found.append(one)
        taken.update(range(one.start, one.end))


def _registered(parse: Parse, mentions: Sequence[Mention]) -> Iterator[Toponym]:
    """Yield states and places of the registry, where they are not part of another's name."""
    held = [n for n in parse.names if n.kind in _OTHERS]
    for m in mentions:
        if m.type not in {ActorKind.STATE, ActorKind.PLACE} or m.kind is not MentionKind.NAME:
            continue
        inside = any(
            n.start <= m.start and m.end <= n.end and n.end - n.start > m.end - m.start + 4
            for n in held
        )
        if inside or m.actor_id.startswith("case/"):
            continue
        if _ILLNESS.match(parse.text, m.end):
            continue
        entry = registry().entries.get(m.actor_id)
        end = _with_stop(parse.text, m.start, m.end)
        text = parse.text[m.start : end]
        yield Toponym(start=m.start, end=end, text=text, basis=Basis.REGISTRY, actor=entry)


def _with_stop(text: str, start: int, end: int) -> int:
    """Give the end of an abbreviation with its last full stop: "U.S."."""
    return end + 1 if _ABBREVIATION.match(text, start, end + 1) else end


def _seen(parse: Parse, mentions: Sequence[Mention]) -> Iterator[Toponym]:
    """Yield the places that the engine sees, without the side of them that is meant."""
    others = [
        m for m in mentions if m.type not in {ActorKind.STATE, ActorKind.PLACE}
        and not m.actor_id.startswith("case/")
    ]  # fmt: skip
    peoples = [m for m in mentions if m.kind is MentionKind.ADJECTIVAL]
    for name in parse.names:
        if name.kind not in _PLACES:
            continue
        if any(m.start < name.end and name.start < m.end for m in others):
            continue
        if any(m.start <= name.start and name.end <= m.end for m in peoples):
            continue
        start = name.start
        text = parse.text[start : name.end]
        side = _SIDES.match(text)
        if side and side.end() < len(text) and not gazetteer().find(text):
            start += side.end()
        text = parse.text[start : name.end]
        if (text[:1].isupper() or text[:1].isdigit()) and not _ILLNESS.match(
            parse.text, name.end
        ):
            yield Toponym(start=start, end=name.end, text=text, basis=Basis.ENGINE)


def _in_dateline(parse: Parse) -> Iterator[Toponym]:
    for sentence in parse.sentences:
        if sentence.is_title:
            continue
        dateline = find_dateline(parse.text[sentence.start :].split("\n", 1)[0])
        if dateline and dateline.place and gazetteer().find(dateline.place):
            start = parse.text.index(dateline.place, sentence.start)
            end = start + len(dateline.place)
            yield Toponym(start=start, end=end, text=dateline.place, basis=Basis.DATELINE)
        return


def _after_prepositions(parse: Parse, taken: set[int]) -> Iterator[Toponym]:
    """Yield the longest names of the gazetteer that stand behind a word of place."""
    for sentence in parse.sentences:
        if sentence.is_title:  # where every word may have a capital
            continue
        tokens = sentence.tokens
        for at in range(1, len(tokens)):
            before = tokens[at - 1].lower
            of = before == "of" and at > 1 and tokens[at - 2].lower in _OF
            if not (before in _IN or of) or not is_capitalised(tokens[at]):
                continue
            if tokens[at].start in taken or tokens[at].lower in TIME_WORDS:
                continue
            for last in range(min(len(tokens), at + _MOST_WORDS) - 1, at - 1, -1):
                run = tokens[at : last + 1]
                if not all(is_capitalised(t) or t.lower in _JOINERS for t in run):
                    continue
                text = parse.text[tokens[at].start : tokens[last].end]
                whole = last + 1 == len(tokens) or not is_capitalised(tokens[last + 1])
                if whole and is_capitalised(tokens[last]) and gazetteer().find(text):
                    yield Toponym(
                        start=tokens[at].start,
                        end=tokens[last].end,
                        text=text,
                        basis=Basis.PREPOSITION,
                    )
                    break
