"""Synthetic articles in writing: lines become sentences with source, cue and content, every span in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt

from headwater.lexicon import outlet_id
from headwater.model import (
    ActorKind,
    Article,
    ArticleFindings,
    ArticleKind,
    Basis,
    ChainLink,
    Credit,
    LinkKind,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    QuoteKind,
    Span,
    Statement,
    Voice,
    Zone,
    ZoneKind,
    digest,
)

_HEADS = "b br ch d dr f g gr h j k kl l m n p qu r s sk st t tr v vr w z".split()
_TAILS = "ade ael alk ane arn ask eld em end esk est il ind irn isk old om ond orm osk uld und urn ux".split()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody or some place with a name, and the id a reader gives it."""

    name: str
    actor_id: str


@dataclass(frozen=True, slots=True)
class Line:
    """One statement to be: what is said, who said it, which outlet is given for it, its vector."""

    proposition: int
    words: tuple[str, ...]
    speaker: Person | None
    cited: str | None
    vector: npt.NDArray[np.float32]


@cache
def name_of(kind: str, number: int) -> Person:
    """Give the invented name of a person, place, town or rare word by its number."""
    digits = digest("name", kind, number)
    parts = [int(digits[n : n + 4], 16) for n in range(0, 16, 4)]
    made = [_HEADS[p % len(_HEADS)] + _TAILS[p // 97 % len(_TAILS)] for p in parts]
    if kind == "word":
        return Person("".join(made[:3]), "")
    name = "".join(made[:2]).capitalize()
    if kind == "person":
        name += " " + "".join(made[2:]).capitalize()
    return Person(name, "case/" + digest(kind, name))


def write_article(
    key: str, outlet: str, day: date, lines: Sequence[Line], *, credit: str | None
) -> ArticleFindings:
    """Write an article, one paragraph a line, as the reading room would hand it on."""
    writer = _Writer(digest("article", key), outlet)
    for line in lines:
        writer.write(line)
    return writer.finish(day, credit, [line.vector for line in lines])


class _Writer:
    """An article under the pen: its text so far, and what stands in it where."""

    def __init__(self, article_id: str, outlet: str) -> None:
        self.article_id, self.outlet = article_id, outlet
        self.text = ""
        self.zones: list[Zone] = []
        self.statements: list[Statement] = []
        self.mentions: list[Mention] = []

    def write(self, line: Line) -> None:
        """Write "The Ostrel Post reported, citing Brade Kolm, that …" or as much of it as there is."""
        start = self._paragraph()
        links = [self._link(self.outlet, outlet_id(self.outlet), LinkKind.OUTLET, None)]
        cue: tuple[Span, ...] = ()
        if line.cited:
            self.text += "The "
            span = self._put(line.cited)
            links.append(self._link(line.cited, outlet_id(line.cited), LinkKind.OUTLET, span))
            self._mention(span, outlet_id(line.cited), ActorKind.OUTLET)
            self.text += " "
            cue = (self._put("reported"),)
            self.text += ", citing " if line.speaker else " that "
        if line.speaker:
            span = self._put(line.speaker.name)
            links.append(
                self._link(line.speaker.name, line.speaker.actor_id, LinkKind.PERSON, span)
            )
            self._mention(span, line.speaker.actor_id, ActorKind.PERSON)
            self.text += ", that " if line.cited else " "
            if not line.cited:
                cue = (self._put("said"),)
                self.text += " that "
        content = self._content(line)
        self.text += "."
        self.zones.append(Zone(start=start, end=len(self.text), kind=ZoneKind.BODY))
        self._state(links, cue, content)

    def finish(
        self, day: date, credit: str | None, vectors: Sequence[npt.NDArray[np.float32]]
    ) -> ArticleFindings:
        """Give the article as written."""
        credits_ = () if credit is None else (Credit(name=credit, words=f"Source: {credit}"),)
        article = Article(
            id=self.article_id, page_id=digest("page", self.article_id), kind=ArticleKind.ARTICLE,
            title=None, outlet=outlet_id(self.outlet), outlet_name=self.outlet, outlet_evidence="given",
            byline=None, dateline=None, credits=credits_, published_from=day, published_to=day, date_evidence="given",
            text=self.text, zones=tuple(self.zones), page_spans=None, anchors=(), language="en", incomplete=False,
        )  # fmt: skip
        return ArticleFindings(
            article=article,
            statements=tuple(self.statements),
            mentions=tuple(self.mentions),
            vectors=tuple(vector.tobytes() for vector in vectors),
        )

    def _paragraph(self) -> int:
        self.text += "\n\n" if self.text else ""
        return len(self.text)

    def _put(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start=start, end=len(self.text), text=words)

    def _content(self, line: Line) -> Span:
        start = len(self.text)
        content = self._put(" ".join(line.words))
        at = start
        for word in line.words:
            if word[0].isupper():
                span = Span(start=at, end=at + len(word), text=word)
                self._mention(span, "case/" + digest("place", word), ActorKind.PLACE)
            at += len(word) + 1
        return content

    def _link(self, name: str, actor_id: str, kind: LinkKind, span: Span | None) -> ChainLink:
        return ChainLink(
            position=0, actor_id=actor_id, name=name, kind=kind,
            basis=Basis.EXPLICIT if span else Basis.PAGE,
            start=span.start if span else None, end=span.end if span else None, text=span.text if span else None,
        )  # fmt: skip

    def _mention(self, span: Span, actor_id: str, kind: ActorKind) -> None:
        self.mentions.append(
            Mention(
                id=digest("mention", self.article_id, span.start), article_id=self.article_id,
                start=span.start, end=span.end, text=span.text, actor_id=actor_id, type=kind, kind=MentionKind.NAME,
            )
        )  # fmt: skip

    def _state(self, links: Sequence[ChainLink], cue: tuple[Span, ...], content: Span) -> None:
        last = links[-1]
        source = ()
        if last.start is not None and last.end is not None and last.text is not None:
            source = (Span(start=last.start, end=last.end, text=last.text),)
        self.statements.append(
            Statement(
                id=digest("statement", self.article_id, content.start), article_id=self.article_id,
                source=source, cue=cue, content=(content,), cue_class="neutral" if cue else "none",
                quote_kind=QuoteKind.INDIRECT, voice=Voice.ATTRIBUTED if cue else Voice.OUTLET,
                chain=tuple(
                    ChainLink(**{f: getattr(one, f) for f in ("actor_id", "name", "kind", "basis", "start", "end", "text")}, position=n)
                    for n, one in enumerate(links)
                ),
                depth=len(links) - 1, polarity=Polarity.POSITIVE, modality=Modality.FACT, hedges=(),
                addressee=None, channel=None, nested_in=None, carrier=None, warnings=(), reasons=(),
            )
        )  # fmt: skip
