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
#: What a description of somebody without a name goes by.
_NAMELESS = ("described/", "unnamed/")
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


def is_named_person(link: ChainLink) -> bool:
    """Tell whether a link is one person whom the text names."""
    actor = link.actor_id or ""
    return link.kind is LinkKind.PERSON and bool(actor) and not actor.startswith(_NAMELESS)


def same_noun(a: str, b: str) -> bool:
    """Tell whether two nouns are one, in whatever number."""
    return a == b or a.rstrip("s") == b.rstrip("s")


def is_plural(tokens: tuple[Token, ...], source: Phrase) -> bool:
    """Tell whether a phrase speaks of more than one."""
    if source.head in _PLURAL_PRONOUNS or source.kind is LinkKind.GROUP:
        return True
    if any(_joins(tokens, source, at) for at in range(source.first, source.last)):
        return True
    if source.head in {"people", "sourced"}:
        return True
    if not source.head.endswith("s") or _is_name(tokens, source):
        return False
    return source.kind in {LinkKind.UNNAMED, LinkKind.PERSON}


def _joins(tokens: tuple[Token, ...], source: Phrase, at: int) -> bool:
    """ "Warsaw and its allies" are two, "the minister of trade and industry" is one, as the tree has it."""
    second = tokens[at].head
    if tokens[at].lower != "and" or not source.first <= second < source.last:
        return tokens[at].lower == "and"
    first = tokens[second].head
    is_inside = tokens[second].relation == "conj" and source.first <= first < source.last
    return not (is_inside and source.first <= tokens[first].head < source.last)


def _is_name(tokens: tuple[Token, ...], source: Phrase) -> bool:
    """ "Ilona Vass" is one, whatever her name ends in."""
    heads = [t for t in tokens[source.first : source.last] if t.lower == source.head]
    return bool(heads) and heads[-1].tag == "PROPN" and source.kind is LinkKind.PERSON
