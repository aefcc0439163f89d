"""Who held an office that an article names without its holder: a note beside, never a merger.

"The Nordian foreign minister" stays an actor of his own. Where the registry has a dated role with that title
in that body, whoever held it on the article's day is told with the registry's days and source.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.lexicon import Entry, RegistryRole, fold_name, registry
from headwater.model import Mention, Relation

#: Words that write one office in two ways.
_ALIKE = {"defense": "defence", "premier": "prime minister"}
#: What may stand in a description beside the office and the body.
_BESIDE = frozenset({"the", "of", "for", "s", "current"})
#: "A Nordian envoy" is one of several.
_ONE_OF_MANY = re.compile(r"\b(?:an?|another|one|any|some|every|each)\s+$", re.IGNORECASE)
#: Lifts a year or month to its last day, as dates are compared by their letters.
_LAST = "-99"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHolder:
    """Who held a described actor's office on the days of some articles, as the registry has it."""

    holder_id: str
    holder_name: str
    title: str
    organisation: str
    from_: str
    to: str | None
    #: Where the registry has it from.
    source: str
    #: The articles that describe the actor and were published on days of that office.
    article_ids: tuple[str, ...]


def find_holders(
    relations: Iterable[Relation],
    mentions: Sequence[Mention],
    texts: Mapping[str, str],
    days: Mapping[str, tuple[str | None, str | None]],
) -> tuple[OfficeHolder, ...]:
    """Find who held the office of an actor without a name, earliest first.

    Nobody is told where the article's day is unknown, where the words make it one of several offices ("a
    deputy minister") or say more than office and body ("the minister in exile"), or where the role has no first day.

    Args:
        relations: Those whose subject is the actor.
        mentions: The actor's.
        texts: Article id to text.
        days: Article id to first and last day of publication.
    """
    found: dict[tuple[str, RegistryRole], set[str]] = defaultdict(set)
    for tie in relations:
        words = [m for m in mentions if m.article_id == tie.article_id]
        first, last = days.get(tie.article_id, (None, None))
        if not tie.title or tie.modality != "asserted" or first is None or last is None:
            continue
        held = [*_roles_in(tie.object)]
        for entry, role in held:
            begun = [r.from_ or "" for _, r in held if _words(r.title) == _words(role.title)]
            if _is_held(role, first, last, begun) and any(
                _is_office(m, texts.get(tie.article_id, ""), tie, role.title) for m in words
            ):
                found[entry.id, role].add(tie.article_id)
    rows = (_told(holder, role, articles) for (holder, role), articles in found.items())
    return tuple(sorted(rows, key=lambda row: (row.from_, row.title, row.holder_id)))


def _told(holder: str, role: RegistryRole, articles: set[str]) -> OfficeHolder:
    entries = registry().entries
    return OfficeHolder(
        holder_id=holder,
        holder_name=entries[holder].name,
        title=role.title,
        organisation=entries[role.org or ""].name,
        from_=role.from_ or "",
        to=role.to,
        source=entries[holder].src,
        article_ids=tuple(sorted(articles)),
    )


def _roles_in(body: str) -> Iterator[tuple[Entry, RegistryRole]]:
    """Yield every dated role in a body; a capital stands for its state."""
    entry = registry().entries.get(body)
    body = (entry.capital_of if entry else None) or body
    for holder in registry().entries.values():
        for role in holder.roles:
            if role.org == body and role.from_:
                yield holder, role


def _is_held(role: RegistryRole, first: str, last: str, begun: Iterable[str]) -> bool:
    """Tell whether an office was held on one of the days; a year counts as the whole of it.

    Of an office without a last day, a successor's first day is the last.
    """
    began = role.from_ or ""
    end = role.to or min((day for day in begun if day > began), default="9999")
    return began <= last and first <= end + _LAST


def _is_office(mention: Mention, text: str, tie: Relation, title: str) -> bool:
    """Tell whether the words of a description are this office of this body and nothing else."""
    if _ONE_OF_MANY.search(text[max(0, mention.start - 12) : mention.start]):
        return False
    said, office, told = _words(mention.text), _words(title), _words(tie.title or "")
    if office[: len(told)] != told:  # "ambassador to Sudor" is an ambassador's office
        return False
    rest = _without(said, office)
    return rest is not None and any(
        not set(left) - _BESIDE for left in _without_body(rest, tie.object)
    )


def _without_body(said: Sequence[str], body: str) -> Iterator[Sequence[str]]:
    entry = registry().entries.get(body)
    for form in entry.forms if entry else ():
        if (left := _without(said, _words(form.text))) is not None:
            yield left


def _without(said: Sequence[str], part: Sequence[str]) -> Sequence[str] | None:
    """Give what is left of some words without a run of them; None where they do not hold it."""
    for at in range(len(said) - len(part) + 1):
        if said[at : at + len(part)] == part:
            return [*said[:at], *said[at + len(part) :]]
    return None


def _words(text: str) -> list[str]:
    return [part for key in fold_name(text) for part in _ALIKE.get(key, key).split()]
