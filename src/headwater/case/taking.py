"""Taking a source away from the stored tables: only what it touches is read in full."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import msgspec

from headwater.case.undisturbed import undisturbed
from headwater.case.what_if import Recount, Said, TakeAway, Teller, WhatIf, weigh
from headwater.model import Actor, ChainLink, Claim, Contradiction, Derivation, with_actors

_OF_IDS: Final = "IN (SELECT value FROM json_each(?))"
_SAID: Final = "SELECT id, article_id, nested_in, chain, cue_class = 'doubt' FROM statements"


#: What an outlet says itself has the same chain on all of its pages.
_decode_chain = lru_cache(maxsize=4096)(msgspec.json.Decoder(tuple[ChainLink, ...]).decode)


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
    touched = {key for (key,) in own}
    words = _words_of_source(recount, same, select)
    chained = select(
        "SELECT statement_id FROM json_each(?) w CROSS JOIN told_by ON actor_id IS json_extract(w.value, '$[0]')"
        " AND name IS json_extract(w.value, '$[1]') AND text IS json_extract(w.value, '$[2]')",
        (msgspec.json.encode(words).decode(),),
    )
    touched |= {key for (key,) in chained}
    nested = select("SELECT id, nested_in FROM statements WHERE nested_in > ''", ())
    hosts: dict[str, str] = dict(nested)
    while more := {key for key, host in hosts.items() if host in touched} - touched:
        touched |= more
    return touched


def _words_of_source(
    recount: Recount, same: Mapping[str, str], select: Select
) -> list[tuple[str | None, str | None, str | None]]:
    """By what actor id, name and words links of the case stand for the source, under whichever of its ids."""
    ids = (recount.node, *(key for key, head in same.items() if head == recount.node))
    where, given = (
        ("", ()) if recount.goes_by_names else (f"WHERE actor_id {_OF_IDS}", (_ids(ids),))
    )
    rows = select(f"SELECT DISTINCT actor_id, name, text FROM told_by {where}", given)  # noqa: S608 - our own names
    return [
        (key, name, text)
        for key, name, text in rows
        if recount.is_source(same.get(key, key), text, name)
    ]


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
