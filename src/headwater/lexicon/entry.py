"""One actor of the registry, as compiled."""

from dataclasses import dataclass

from headwater.model import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A name an actor goes by.

    ``how``: ``name`` ``translit`` ``acronym`` ``translation`` ``nickname`` ``short`` ``former``
    ``native`` ``demonym`` ``adjective`` ``metonym``. A ``weak`` form (a surname, "KH", "the
    newspaper") never matches on its own: it needs a strong name of the same actor, or of one
    of ``context``, in the same article.
    """

    text: str
    how: str = "name"
    lang: str | None = None
    weak: bool = False
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryRole:
    """An office held; dates are ISO of any precision, None where unknown or still held."""

    title: str
    org: str | None = None
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A standing relation to another entry (``part_of``, ``edition_of``, ``owned_by`` …)."""

    type: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An actor: id ``kind/slug``, name, every form of the name, and what is publicly known."""

    id: str
    name: str
    kind: ActorKind
    src: str
    country: str | None = None
    lang: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    forms: tuple[NameForm, ...] = ()
    roles: tuple[RegistryRole, ...] = ()
    ties: tuple[Tie, ...] = ()
    distinct_from: tuple[str, ...] = ()
    capital_of: str | None = None
