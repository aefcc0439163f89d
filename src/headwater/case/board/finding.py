"""Where a case answers the question of an indicator: the passages, their status, who carries them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.case.board.carrying import (
    DENIED,
    Seen,
    carrier_of,
    status_of,
    with_hosts,
)
from headwater.case.board.past import is_recalled, is_said_before, is_tally
from headwater.case.board.rows import Told
from headwater.case.board.seeing import doubting, seen_in
from headwater.case.board.sheets import Sheet, Sheets
from headwater.case.board.values import Evidence
from headwater.lexicon.indicators import Query, Table

_TABLE_OF: Final = {Table.EVENTS: "events", Table.COMMITMENTS: "commitments", Table.RELATIONS: "relations"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of evidence with what ties it to others."""

    evidence: Evidence
    sentence: int
    #: Whoever and whatever the passage names; nobody who is only described.
    names: frozenset[str]
    #: Who finally says so; None where no statement carries it.
    speaker: str | None
    #: The statement that carries it, and those it is told within that hold these words too.
    carriers: tuple[str, ...]


class Finder:
    """Finds the evidence for questions in the articles of a case.

    Args:
        sheets: The articles.
        resolve: Gives the ids of the actors that go by a name.
        actor: Only passages that name this actor; None takes all.
    """

    def __init__(
        self,
        sheets: Sheets,
        resolve: Callable[[str], Collection[str]],
        actor: str | None = None,
    ) -> None:
        self._sheets, self._resolve = sheets, resolve
        self._only = (actor,) if actor else ()
        self._ids: dict[str, frozenset[str]] = {}

    def articles(self, query: Query) -> frozenset[str]:
        """Give the articles in which the question may find something."""
        groups = list(query.words.all) if query.words else []
        if query.counts:
            groups.append(tuple(phrase for one in query.counts for phrase in one.words))
        # Whoever denies a thing need not tell it whole: see ``seeing``.
        may_be_denied = query.of is Table.STATEMENTS and DENIED not in query.statuses
        instead = doubting() if may_be_denied else ()
        found = self._sheets.holding(groups, instead) if groups else None
        if table := _TABLE_OF.get(query.of):
            column = "type" if query.of is Table.EVENTS else "kind"
            rows = self._sheets.having(table, column, query.kinds)
            found = rows if found is None else found & rows
        return found or frozenset()

    def may_find(self, query: Query, sheet: Sheet) -> bool:
        """Tell by the words alone whether the question may find something in an article."""
        if query.words and query.of is Table.STATEMENTS and DENIED not in query.statuses:
            return sheet.passages.holds_any(query.words.all[0])
        return self.may_affirm(query, sheet)

    def may_affirm(self, query: Query, sheet: Sheet) -> bool:
        """Tell by the words alone whether it may find what is no denial."""
        return query.words is None or any(sheet.passages.find(query.words))

    def find(self, query: Query, sheet: Sheet, window_days: int) -> Iterator[Found]:
        """Yield what the question finds in an article, in reading order.

        What is denied comes as evidence against, unless the question asks for what is denied.
        What is only recalled or counted up is left out.
        """
        for seen in seen_in(query, sheet):
            found = self._found(seen, query, sheet, window_days)
            if found:
                yield found

    def _found(self, seen: Seen, query: Query, sheet: Sheet, window_days: int) -> Found | None:
        carrier = carrier_of(seen, sheet)
        status = seen.status or status_of(seen, carrier, sheet)
        # "Denied that they had agreed to halt attacks" tells of no pause, as "no attack" does.
        is_disowned = carrier is not None and carrier.is_denied
        against = status == DENIED and (is_disowned or DENIED not in query.statuses)
        if against and query.own:
            return None  # who denies that he did it has claimed nothing, and denies no claim
        if not (against or status in query.statuses or query.of is Table.COMMITMENTS):
            return None
        if query.of is not Table.COMMITMENTS and _is_old(seen, carrier, sheet, window_days):
            return None
        start, end = sheet.passages.sentences[seen.sentence]
        actors = seen.actors | _named_in(sheet, start, end, self._sheets.same)
        words = sheet.passages.text[start:end]
        asked = (query.actors, self._only)
        if not all(self._takes_part(names, actors, words) for names in asked):
            return None
        if not _is_placed(query.places, seen, sheet, start, end):
            return None
        return Found(
            evidence=_evidence(seen, carrier, sheet, status, against=against),
            sentence=seen.sentence,
            names=frozenset(a for a in actors if not a.startswith("described/"))
            | sheet.passages.names_in(seen.sentence),
            speaker=carrier.speaker if carrier else None,
            carriers=with_hosts(carrier, sheet),
        )

    def _takes_part(self, names: Sequence[str], actors: Collection[str], text: str) -> bool:
        if not names:
            return True
        lower = text.casefold()
        return any(
            name.casefold() in lower or self._called(name) & set(actors) for name in names
        )

    def _called(self, name: str) -> frozenset[str]:
        if name not in self._ids:
            self._ids[name] = frozenset(self._resolve(name))
        return self._ids[name]


def _named_in(sheet: Sheet, start: int, end: int, same: Mapping[str, str]) -> frozenset[str]:
    return frozenset(
        same.get(key, key) for m in sheet.mentions if start <= m.start < end for key in m.names
    )


def _is_placed(wanted: Sequence[str], seen: Seen, sheet: Sheet, start: int, end: int) -> bool:
    if not wanted:
        return True
    names = set(seen.places)
    for place in sheet.places:
        if start <= place.start < end:
            names |= {name.casefold() for name in place.names}
    return not names.isdisjoint(name.casefold() for name in wanted)


def _is_old(seen: Seen, carrier: Told | None, sheet: Sheet, window_days: int) -> bool:
    """Tell what was said before, is only counted up or recalled from what is news."""
    day = sheet.issue.day
    return (
        is_said_before(carrier)
        or is_tally(sheet, seen.sentence, day, window_days)
        or is_recalled(sheet, seen.sentence, seen.hits, day, window_days)
    )


def _evidence(
    seen: Seen, carrier: Told | None, sheet: Sheet, status: str, *, against: bool
) -> Evidence:
    start, end = sheet.passages.sentences[seen.sentence]
    text, issue = sheet.passages.text, sheet.issue
    said_in = carrier.id if carrier else None
    return Evidence(
        table=seen.table,
        id=seen.id or said_in,
        article_id=issue.id,
        outlet_name=issue.outlet_name,
        published_from=issue.published_from,
        published_to=issue.published_to,
        start=start,
        end=start + len(text[start:end].rstrip()),
        text=" ".join(text[start:end].split()),
        words=tuple(text[slice(*sheet.passages.word_span(h))] for h in sorted(seen.hits)),
        status=status,
        against=against,
        statement_id=seen.statement_id or said_in,
        count=seen.count,
    )
