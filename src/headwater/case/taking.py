"""Taking a source away from the stored tables: only what it touches is read in full."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from headwater.case.undisturbed import undisturbed
from headwater.case.what_if import Recount, Said, TakeAway, Teller, WhatIf, weigh
from headwater.model import Actor, ChainLink, Claim, Contradiction, Derivation, with_actors

_OF_IDS: Final = "IN (SELECT value FROM json_each(?))"
_SAID: Final = "SELECT id, article_id, nested_in, chain, cue_class = 'doubt' FROM statements"


class _Link(msgspec.Struct, frozen=True, gc=False):
    """Of a link no more than its names: every chain of the case is looked at."""

    actor_id: str | None
    name: str | None
    text: str | None


_decode_links = msgspec.json.Decoder(tuple[_Link, ...]).decode
_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode


#: Gives the rows of a query.
Select = Callable[[str, tuple[Any, ...]], Iterator[tuple[Any, ...]]]
#: Gives the values of a model class whose rows fit a condition.
Read = Callable[[type[Any], str, tuple[Any, ...]], tuple[Any, ...]]


def take_away(source: Actor, take: TakeAway, select: Select, read: Read) -> WhatIf:
    """Say what would be left of the claims of a case without one source.

    Args:
        source: The source.
        take: What counts without it.
        select: Reads rows of the case.
        read: Reads values of the case.
    """
    with undisturbed():
        return _taken_away(source, take, select, read)


def _taken_away(source: Actor, take: TakeAway, select: Select, read: Read) -> WhatIf:
    tellers = read_tellers(select)
    recount = take(source, tellers)
    same: dict[str, str] = dict(
        select("SELECT id, same_as FROM actors WHERE same_as IS NOT NULL", ())
    )
    ids, total = _claims_touched(recount, same, select)
    claims: tuple[Claim, ...] = read(Claim, f"WHERE id {_OF_IDS} ORDER BY id", (_ids(ids),))
    told = _told_in(claims, same, select)
    articles = {said.article_id for said in told}
    derivations: tuple[Derivation, ...] = read(
        Derivation, f"WHERE article_id {_OF_IDS} ORDER BY id", (_ids(articles),)
    )
    contradictions: tuple[Contradiction, ...] = read(Contradiction, "ORDER BY id", ())
    left = recount.claims(claims, told, derivations, contradictions)
    return weigh(source, total, zip(claims, left, strict=True))


def read_tellers(select: Select) -> list[Teller]:
    """Give every article of a case, as far as counting looks at it."""
    return [
        Teller(id=key, outlet=outlet, outlet_name=name, title=title)
        for key, outlet, name, title in select(
            "SELECT id, outlet, outlet_name, title FROM articles", ()
        )
    ]


def _claims_touched(
    recount: Recount, same: Mapping[str, str], select: Select
) -> tuple[list[str], int]:
    """The claims that a touched statement tells, or that rest on the source; and how many claims there are."""
    touched = _statements_touched(recount, same, select)
    ((total,),) = select("SELECT count(*) FROM claims", ())
    rows = select(
        f"SELECT claim_id FROM claim_statements WHERE statement_id {_OF_IDS}"  # noqa: S608 - our own names
        " UNION SELECT id FROM claims WHERE instr(origins, ?)",
        (_ids(touched), f'"{recount.node}"'),
    )
    return [key for (key,) in rows], total


def _statements_touched(recount: Recount, same: Mapping[str, str], select: Select) -> set[str]:
    """The statements that the source tells, that pass through it or may be from it unseen, and what is nested in them."""
    own = select(
        "SELECT s.id FROM statements s JOIN articles a ON a.id = s.article_id WHERE a.outlet = ?1"
        " UNION SELECT s.id FROM statements s JOIN derivations d ON d.article_id = s.article_id"
        " WHERE d.upstream_outlet = ?1 AND d.upstream_article_id IS NULL AND d.kind <> 'cites'",
        (recount.node,),
    )
    chained = select(*_maybe_touched(recount, same))
    touched = {key for (key,) in own}
    links = _Links(recount, same)
    touched |= {
        key for key, chain in chained if any(links[link] for link in _decode_links(chain))
    }
    nested = select("SELECT id, nested_in FROM statements WHERE nested_in IS NOT NULL", ())
    hosts: dict[str, str] = dict(nested)
    while more := {key for key, host in hosts.items() if host in touched} - touched:
        touched |= more
    return touched


def _maybe_touched(recount: Recount, same: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """The statements with a link that may be the source, under whichever of its ids."""
    if recount.goes_by_names:
        return "SELECT id, chain FROM statements WHERE depth > 0", ()
    ids = (recount.node, *sorted(key for key, head in same.items() if head == recount.node))
    holds = " OR ".join("instr(chain, ?)" for _ in ids)
    return f"SELECT id, chain FROM statements WHERE {holds}", tuple(f'"{key}"' for key in ids)  # noqa: S608 - no words of anybody's


class _Links(dict[_Link, bool]):
    """Links, and whether each stands for the source; asked once of each, as most are met again and again."""

    def __init__(self, recount: Recount, same: Mapping[str, str]) -> None:
        super().__init__()
        self._recount, self._same = recount, same

    def __missing__(self, link: _Link) -> bool:
        key = link.actor_id
        actor_id = self._same.get(key, key) if key else key
        self[link] = self._recount.is_source(actor_id, link.text, link.name)
        return self[link]


def _told_in(claims: Sequence[Claim], same: Mapping[str, str], select: Select) -> list[Said]:
    """The statements of these claims, and whatever they are nested in, however deep."""
    found: dict[str, Said] = {}
    wanted = {key for claim in claims for key in claim.statement_ids}
    while wanted:
        more = _said(select(f"{_SAID} WHERE id {_OF_IDS}", (_ids(wanted),)), same)
        found |= {said.id: said for said in more}
        wanted = {s.nested_in for s in found.values() if s.nested_in} - found.keys()
    return list(found.values())


def _said(rows: Iterable[tuple[Any, ...]], same: Mapping[str, str]) -> list[Said]:
    return [
        Said(
            id=key,
            article_id=article,
            nested_in=host,
            chain=_in_one(_decode_chain(chain), same),
            is_denied=bool(denied),
        )
        for key, article, host, chain, denied in rows
    ]


def _in_one(chain: tuple[ChainLink, ...], same: Mapping[str, str]) -> tuple[ChainLink, ...]:
    return tuple(with_actors(link, same) for link in chain) if same else chain


def _ids(keys: Collection[str]) -> str:
    return msgspec.json.encode(sorted(keys)).decode()
