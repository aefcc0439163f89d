"""Invented piles in which it is written beside every line which claim it tells.

A file of ``training/piles`` is a pile of pages on one matter:

    # what it is about
    == Outlet Name | 2031-03-04
    h:c1 A headline, which is a paragraph of its own
    c1 A line that tells claim 1, to a full stop or to where another claim begins,
    c2 and a line that tells claim 2.

    - A line that tells what no other page tells.

The lines of a page, joined by blanks, are its text; an empty line begins a paragraph. ``c1~`` is arguable and
counts neither way.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from headwater.model import Article, ArticleFindings, Page, PageStatus, Statement, ZoneKind
from headwater.pages.assemble import Block, Metadata, assemble
from headwater.pages.mastheads import outlet_id
from headwater.pipeline import find_in_article
from headwater.settings import LanguageSettings

FOLDER = Path(__file__).with_name("piles")
#: Every so manieth pile of an author is kept for measuring: nobody looks at how it comes out.
KEPT_EVERY = 4
#: Share of the characters of a statement that one line must hold to say what it tells.
_LEAST_HELD = 0.6
_PAGE = re.compile(r"== (?P<outlet>.+) \| (?P<day>\d{4}-\d\d-\d\d)")
_LINE = re.compile(r"(?P<head>h:)?(?P<tag>c\d+|-)(?P<arguable>~)? (?P<words>\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch of a page, and the claim it tells: None where that is arguable, "-" where no other page tells it."""

    tag: str | None
    words: str
    is_headline: bool
    #: Number of its paragraph.
    paragraph: int


@dataclass(frozen=True, kw_only=True)
class PilePage:
    """One page of a pile."""

    outlet: str
    day: date
    lines: tuple[Line, ...]

    @cached_property
    def paragraphs(self) -> Mapping[int, str]:
        """The text, by the numbers of its paragraphs."""
        found: dict[int, list[str]] = {}
        for line in self.lines:
            found.setdefault(line.paragraph, []).append(line.words)
        return {number: " ".join(words) for number, words in found.items()}

    def tag_of(self, statement: Statement, text: str) -> str | None:
        """Give the claim that a statement tells; None where that is arguable, or it lies in no one line for the most part.

        Args:
            statement: One of this page.
            text: The article's text, where each paragraph is a line.
        """
        length = sum(len(span.text) for span in statement.content)
        at = 0
        best: tuple[int, str | None] = (0, None)
        for line in self.lines:
            at = text.index(line.words, at)
            end = at + len(line.words)
            held = sum(max(0, min(s.end, end) - max(s.start, at)) for s in statement.content)
            best = max(best, (held, line.tag), key=lambda pair: pair[0])
            at = end
        return best[1] if best[0] >= _LEAST_HELD * length else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """A pile by its file's name."""

    name: str
    pages: tuple[PilePage, ...]

    @property
    def is_kept(self) -> bool:
        """True if it is kept for measuring."""
        return int(self.name.rpartition("-")[2]) % KEPT_EVERY == 0


def read_piles(folder: Path = FOLDER) -> Iterator[Pile]:
    """Yield the piles by name.

    Raises:
        ValueError: If a line is neither of a page nor told as it must be.
    """
    for file in sorted(folder.glob("*.txt")):
        yield Pile(name=file.stem, pages=tuple(_pages(file)))


def find_in_pile(pile: Pile) -> tuple[list[ArticleFindings], Mapping[str, str | None]]:
    """Read a pile; give what is found in each page, and which claim each statement tells, by its id."""
    settings = LanguageSettings()
    found = [
        find_in_article(_article(pile.name, number, page), settings)
        for number, page in enumerate(pile.pages)
    ]
    tags = {
        statement.id: page.tag_of(statement, finding.article.text)
        for finding, page in zip(found, pile.pages, strict=True)
        for statement in finding.statements
    }
    return found, tags


def are_one_claim(tag: str | None, other: str | None) -> bool | None:
    """Tell whether statements of these tags tell one claim; None where it is arguable."""
    return None if None in {tag, other} else tag == other != "-"


def bare_page(key: str) -> Page:
    """Give a text page of which nothing but its name is known."""
    return Page(
        id=key, name=key, names=(key,), url=None, sha256=None, size=None, format="text", encoding="utf-8",
        status=PageStatus.READ, reason=None,
    )  # fmt: skip


def _article(name: str, number: int, page: PilePage) -> Article:
    key = f"{name}-{number}"
    heads = {line.paragraph for line in page.lines if line.is_headline}
    blocks = [
        Block(text=text, kind=ZoneKind.TITLE if n in heads else ZoneKind.BODY)
        for n, text in page.paragraphs.items()
    ]
    known = Metadata(
        outlet_name=page.outlet,
        outlet_id=outlet_id(page.outlet),
        outlet_evidence="given",
        published_from=page.day,
        published_to=page.day,
        date_evidence="given",
    )
    return assemble(bare_page(key), ordinal=0, title=None, blocks=blocks, known=known)


def _pages(file: Path) -> Iterator[PilePage]:
    outlet, day, lines, paragraph = "", date.min, list[Line](), 0
    for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if begun := _PAGE.fullmatch(text):
            if lines:
                yield PilePage(outlet=outlet, day=day, lines=tuple(lines))
            outlet, day = begun["outlet"], date.fromisoformat(begun["day"])
            lines, paragraph = [], 0
        elif told := _LINE.fullmatch(text):
            if told["head"]:
                paragraph += 1
            lines.append(
                Line(
                    tag=None if told["arguable"] else told["tag"],
                    words=told["words"].strip(),
                    is_headline=bool(told["head"]),
                    paragraph=paragraph,
                )
            )
            if told["head"]:
                paragraph += 1
        elif not text.strip():
            paragraph += 1
        elif not text.startswith("#"):
            raise ValueError(
                f"{file.name}:{number}: neither a page nor a tagged line: {text!r}"
            )
    if lines:
        yield PilePage(outlet=outlet, day=day, lines=tuple(lines))
