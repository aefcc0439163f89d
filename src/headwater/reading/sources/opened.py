"""A source that the text has met, and whether a pronoun or a noun may call it back."""

from dataclasses import dataclass

from headwater.language import Token
from headwater.lexicon import words
from headwater.model import ChainLink, LinkKind
from headwater.reading.speakers import Phrase

_PLURAL_PRONOUNS = frozenset({"they", "we", "them", "us"})
_BODIES = frozenset(
    {LinkKind.ORGANISATION, LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.GROUP, LinkKind.DOCUMENT}
)
PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
DEFINITE = frozenset("the these those this that same his her its their both".split())


@dataclass(frozen=True, slots=True)
class OpenSource:
    """A source met earlier: its chain behind the page's outlet, its last phrase, where it was met.

    ``inner`` where another told what it says: "A said that B wanted boats. She added …" goes on with A.
    """

    links: tuple[ChainLink, ...]
    head: str
    plural: bool
    unit: int
    inner: bool = False


def agrees(pronoun: str, source: OpenSource) -> bool:
    """Tell whether a pronoun may stand for a source by number and kind."""
    kind = source.links[-1].kind
    if pronoun in _PLURAL_PRONOUNS:
        return source.plural or kind is LinkKind.GROUP
    if source.plural:
        return pronoun == "it" and kind is LinkKind.ORGANISATION  # "the general staff"
    if pronoun in {"he", "she", "i", "him", "her"}:
        return kind in {LinkKind.PERSON, LinkKind.UNNAMED}
    return pronoun == "it" and kind in _BODIES and kind not in PRESS


def is_guessed(source: OpenSource) -> bool:
    """Whether one speaker was described by a noun that no list knows, who may be a person after all."""
    link = source.links[-1]
    is_described = bool(link.actor_id) and str(link.actor_id).startswith("described/")
    return is_described and not source.plural and source.head not in words().speakers


def same_noun(a: str, b: str) -> bool:
    """Tell whether two nouns are one, in whatever number."""
    return a == b or a.rstrip("s") == b.rstrip("s")


def is_plural(tokens: tuple[Token, ...], source: Phrase) -> bool:
    """Tell whether a phrase speaks of more than one."""
    if source.head in _PLURAL_PRONOUNS or source.kind is LinkKind.GROUP:
        return True
    if any(t.lower == "and" for t in tokens[source.first : source.last]):
        return True
    if source.head in {"people", "sourced"}:
        return True
    return source.head.endswith("s") and source.kind in {LinkKind.UNNAMED, LinkKind.PERSON}
