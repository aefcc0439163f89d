"""Who says what, on whose word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from headwater.model.span import Span


class LinkKind(StrEnum):
    """What sort of speaker a link of a chain is."""

    OUTLET = "outlet"
    AGENCY = "agency"
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Basis(StrEnum):
    """How we know of a link."""

    #: It is the outlet of the page.
    PAGE = "page"
    DATELINE = "dateline"
    CREDIT = "credit"
    #: Words of the statement's own sentence name it.
    EXPLICIT = "explicit"
    #: Another sentence supplies it ("they added").
    CARRIED = "carried"
    #: Plausible and not signalled: never to be told as a fact.
    INFERRED = "inferred"
    #: The text speaks of a source and does not say who.
    UNSPECIFIED = "unspecified"


class QuoteKind(StrEnum):
    """How much of the content stands between quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    SPEECH_ACT_ONLY = "speech_act_only"


class Voice(StrEnum):
    """Who is answerable for the words."""

    ATTRIBUTED = "attributed"
    OUTLET = "outlet_voice"
    HEADLINE = "headline"
    BACKGROUND = "parenthetical_background"


class Polarity(StrEnum):
    """Whether the content affirms or denies."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How the content is put forward."""

    FACT = "fact"
    POSSIBLE = "possible"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    INTENDED = "intended"
    REQUESTED = "requested"
    EVALUATIVE = "evaluative"
    IMPLIED = "implied"


class Standing(StrEnum):
    """What a sentence makes of the innermost thing that a statement tells.

    The Guard denied that Lorn had threatened to close the bridge: that Lorn closes it is nothing
    that anybody says. Polarity and modality are those of a content's first verb; this is of its last.
    """

    #: It is so, as the source puts it.
    HELD = "held"
    #: It is not so.
    DENIED = "denied"
    #: It is asked for, planned, threatened, foretold or possible.
    AHEAD = "ahead"
    #: It is not even that.
    RULED_OUT = "ruled_out"
    #: Nobody says either: "refused to confirm that", "whether".
    OPEN = "open"
    #: It tells several things side by side that stand differently.
    MIXED = "mixed"


#: Words below which a content is told together with its source and cue.
_FEW_WORDS = 6
#: Words between a cue and its infinitive that are whom or what it is about, and no aside.
_MOST_BETWEEN = 10
_PLAIN = re.compile(r"[\w’'\- ]+")
#: The colour of cues that say what somebody holds a thing to be.
_VIEW = "opinion"
#: What a speaker calls himself at the head of what he says, as others tell it and as he does.
_HIMSELF = frozenset("he she it they his her its their".split())
_MYSELF = frozenset("i we my our".split())
#: The colours of cues of what somebody thinks: that is of others ("Israel estimates that it has 150,000").
_THOUGHT = frozenset({"estimate", "belief", "inference", "opinion"})
#: Cues that cannot stand right before a clause: "told it was over", "according to it was over".
_WANTING = ("told", "to", "with")
_INFINITIVES = ("to ", "not to ", "never to ")
#: Words by which a deed is laid to somebody: "accused them of", "charged them with".
_LAYING = frozenset({"of", "with", "for"})
_LAID = re.compile(r"(?:of|with|for) \w+ing\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One speaker in a chain of hearsay, and the words that show it.

    ``start``/``end``/``text`` are a span of the article (all None where nothing is written, as
    for most page outlets); ``page_start``/``page_end`` the same on a text page. ``cue`` is the
    word by which the link before relays this one ("quoted", "citing").
    """

    position: int
    actor_id: str | None
    name: str | None
    kind: LinkKind
    basis: Basis
    cue: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None
    page_start: int | None = None
    page_end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Hedge:
    """A word or phrase that weakens or distances: its place and its type."""

    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """Something an analyst must know before trusting the reading, and why."""

    kind: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing said: *source*, *cue*, *content*, and the whole chain behind it.

    ``chain[0]`` is the page's outlet, the last link whoever finally spoke. ``depth`` is the
    number of steps between them. Source and cue are empty where the outlet speaks itself.
    """

    id: str
    article_id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    #: How the cue colours the content: ``neutral`` ``strong`` ``doubt`` ``threat`` … (``cues.yml``); ``none`` without a cue.
    cue_class: str = "none"
    quote_kind: QuoteKind
    voice: Voice
    chain: tuple[ChainLink, ...]
    depth: int
    polarity: Polarity
    modality: Modality
    standing: Standing = Standing.HELD
    hedges: tuple[Hedge, ...]
    addressee: str | None
    #: Where it was said ("X", "an interview with Bloomberg"); None where the text does not say.
    channel: str | None
    nested_in: str | None
    #: The words that carry a source in from another sentence.
    carrier: Span | None
    warnings: tuple[Caveat, ...]
    #: The rules that found it, in the order in which they fired.
    reasons: tuple[str, ...]

    @property
    def words(self) -> str:
        """The content as one line."""
        return _line(self.content)

    @property
    def is_of_himself(self) -> bool:
        """True where it begins with a word for whoever says it: "it would answer any attack", the ministry said."""
        says = bool(self.source) and self.cue_class not in _THOUGHT
        return says and self._opening in _HIMSELF | _MYSELF

    @property
    def _opening(self) -> str:
        return next(iter(self.words.lower().split(maxsplit=1)), "")

    @property
    def is_denied(self) -> bool:
        """True where the source denies, doubts or rejects the content."""
        return self.cue_class == "doubt"

    @property
    def told(self) -> str:
        """What a reader is told, as one line that stands by itself.

        A denied content, an infinitive or a few words mean little, or the opposite, without who
        said them and how: source and cue are put before them, and whom an infinitive is addressed to.
        """
        bare = self.words
        is_order = bare.startswith(_INFINITIVES)
        needs_cue = self.is_denied or is_order or len(bare.split()) < _FEW_WORDS
        if not (needs_cue and self.source and self.cue):
            return bare
        whom = f" {self.addressee}" if is_order and self.addressee else ""
        return f"{_line(self.source)} {_line(self.cue)}{whom} {bare}"

    def told_in(self, text: str) -> str:
        """The same with what the article's text has beside it, where the content alone has lost its verb or its object.

        "Urged ships not to sail": whom an infinitive is addressed to, though it has no name. "Sees
        Hezbollah as a threat", "called the account “a tale”": what is thought of it is said by the cue.
        "Accused the mayor of hiding them": to whom it is laid; where that stands before the cue
        ("the mayor, accused by the union of hiding them"), the content alone. "It would answer any
        attack": who speaks of himself.
        """
        told, bare = self.told, self.words
        if not (self.source and self.cue and self.content):
            return told
        between = text[self.cue[-1].end : self.content[0].start].split()
        is_laid = bool(_LAID.match(bare))
        if is_laid and self.cue[-1].end <= self.source[0].start < self.content[0].start:
            return bare
        is_laid_to = _names_whom(between) and (
            is_laid or (len(between) > 1 and between[-1] in _LAYING)
        )
        is_order = told != bare and bare.startswith(_INFINITIVES) and _names_whom(between)
        is_view = (
            self.cue_class == _VIEW and not between and self.cue[-1].end < self.content[0].start
        )
        if not (is_order or is_view or is_laid_to):
            return told if told != bare else self._told_of_himself(between)
        return " ".join((_line(self.source), _line(self.cue), *between, bare))

    def _told_of_himself(self, between: Sequence[str]) -> str:
        """Put whoever speaks of himself before what he says, with the words that stand before it."""
        source = _line(self.source)
        is_plain = self.is_of_himself and self._opening in _HIMSELF
        if not is_plain or source.lower() in _HIMSELF:
            return self.words
        is_before = self.source[0].start < self.cue[0].start < self.content[0].start
        whom = list(between) if is_before else []
        cue = _line(self.cue)
        if (whom and not _names_whom(whom)) or (not whom and cue.endswith(_WANTING)):
            return self.words
        return " ".join((source, cue, *whom, self.words[0].lower() + self.words[1:]))


def _names_whom(between: list[str]) -> bool:
    return 0 < len(between) <= _MOST_BETWEEN and bool(_PLAIN.fullmatch(" ".join(between)))


def _line(spans: tuple[Span, ...]) -> str:
    return " … ".join(" ".join(span.text.split()) for span in spans)
