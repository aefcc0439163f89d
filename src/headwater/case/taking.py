"""Taking a source away from the stored tables: only what it touches is read in full."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Final

import msgspec

from headwater.case.what_if import Recount, Said, TakeAway, Teller, WhatIf, weigh
from headwater.model import Actor, ChainLink, Claim, Derivation

_OF_IDS: Final = "IN (SELECT value FROM json_each(?))"
_SAID: Final = "SELECT id, article_id, nested_in, chain FROM statements"

_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode
_decode_ids = msgspec.json.Decoder(tuple[str, ...]).decode


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
    tellers = [
        Teller(id=key, outlet=outlet, outlet_name=name, title=title)
        for key, outlet, name, title in select(
            "SELECT id, outlet, outlet_name, title FROM articles", ()
        )
    ]
    recount = take(source, tellers)
    ids, total = _claims_touched(recount, select)
    claims: tuple[Claim, ...] = read(Claim, f"WHERE id {_OF_IDS} ORDER BY id", (_ids(ids),))
    told = _told_in(claims, select)
    articles = {said.article_id for said in told}
    derivations: tuple[Derivation, ...] = read(
        Derivation, f"WHERE article_id {_OF_IDS} ORDER BY id", (_ids(articles),)
    )
    counted = zip(claims, recount.claims(claims, told, derivations), strict=True)
    return weigh(source, total, counted)


def _claims_touched(recount: Recount, select: Select) -> tuple[list[str], int]:
    """The claims that a touched statement tells, or that rest on the source; and how many claims there are."""
    chained = _said(select(f"{_SAID} WHERE depth > 0 OR nested_in IS NOT NULL", ()))
    own = select(
        "SELECT s.id FROM articles a JOIN statements s ON s.article_id = a.id"
        " WHERE a.outlet = ?",
        (recount.node,),
    )
    touched = recount.touched(chained) | {key for (key,) in own}
    rows = select(
        "SELECT id, statement_ids, instr(origins, ?) FROM claims", (f'"{recount.node}"',)
    )
    total, found = 0, []
    for key, statement_ids, rests_on_it in rows:
        total += 1
        if rests_on_it or not touched.isdisjoint(_decode_ids(statement_ids)):
            found.append(key)
    return found, total


def _told_in(claims: Sequence[Claim], select: Select) -> list[Said]:
    """The statements of these claims, and whatever they are nested in, however deep."""
    found: dict[str, Said] = {}
    wanted = {key for claim in claims for key in claim.statement_ids}
    while wanted:
        more = _said(select(f"{_SAID} WHERE id {_OF_IDS}", (_ids(wanted),)))
        found |= {said.id: said for said in more}
        wanted = {s.nested_in for s in found.values() if s.nested_in} - found.keys()
    return list(found.values())


def _said(rows: Iterable[tuple[Any, ...]]) -> list[Said]:
    return [
        Said(id=key, article_id=article, nested_in=host, chain=_decode_chain(chain))
        for key, article, host, chain in rows
    ]


def _ids(keys: Collection[str]) -> str:
    return msgspec.json.encode(sorted(keys)).decode()
