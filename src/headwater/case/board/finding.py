"""Where a case answers the question of an indicator: the passages, their status, who carries them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec

from headwater.case.board.carrying import (
    DENIED,
    DOUBT,
    REPORTED,
    Seen,
    carrier_of,
    status_of,
    with_hosts,
)
from headwater.case.board.counting import counts_in
from headwater.case.board.past import is_recalled, is_said_before, is_tally
from headwater.case.board.rows import Act, Told
from headwater.case.board.sheets import Sheet, Sheets
from headwater.case.board.values import Evidence
from headwater.lexicon import words
from headwater.lexicon.indicators import Phrase, Query, Table, Words

#: The status of a tie, by its modality.
_STATUS_OF_TIE: Final = {
    "asserted": "reported",
    "denied": "denied",
    "conditional": "conditional",
    "former": "historical",
}
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
        found = self._sheets.holding(groups) if groups else None
        if query.of is Table.STATEMENTS and found is not None and DENIED not in query.statuses:
            found |= self._sheets.holding([groups[0], _doubting()])
        if table := _TABLE_OF.get(query.of):
            column = "type" if query.of is Table.EVENTS else "kind"
            kinds = msgspec.json.encode(query.kinds).decode()
            condition = f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own names
            condition = condition if query.kinds else "? <> ''"
            rows = self._sheets.with_rows(table, condition, (kinds,))
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
        for seen in _SEEING[query.of](query, sheet):
            found = self._found(seen, query, sheet, window_days)
            if found:
                yield found

    def _found(self, seen: Seen, query: Query, sheet: Sheet, window_days: int) -> Found | None:
        carrier = carrier_of(seen, sheet)
        status = seen.status or status_of(seen, carrier, sheet)
        against = status == DENIED and DENIED not in query.statuses
        if not (against or status in query.statuses or query.of is Table.COMMITMENTS):
            return None
        start, end = sheet.passages.sentences[seen.sentence]
        issue = sheet.issue
        if query.of is not Table.COMMITMENTS and (
            is_said_before(carrier)
            or is_tally(sheet, seen.sentence, issue.day, window_days)
            or is_recalled(sheet, seen.sentence, seen.hits, issue.day, window_days)
        ):
            return None
        actors = seen.actors | _named_in(sheet, start, end, self._sheets.same)
        words = sheet.passages.text[start:end]
        asked = (query.actors, self._only)
        if not all(self._takes_part(names, actors, words) for names in asked):
            return None
        if not _is_placed(query.places, seen, sheet, start, end):
            return None
        text = sheet.passages.text
        return Found(
            evidence=Evidence(
                table=seen.table,
                id=seen.id or (carrier.id if carrier else None),
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
                statement_id=seen.statement_id or (carrier.id if carrier else None),
                count=seen.count,
            ),
            sentence=seen.sentence,
            names=frozenset(a for a in actors if not a.startswith("described/"))
            | sheet.passages.names_in(seen.sentence),
            speaker=carrier.speaker if carrier else None,
            carriers=with_hosts(carrier, sheet),
        )  # fmt: skip

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


def _of_words(query: Query, sheet: Sheet) -> Iterator[Seen]:
    if query.words is None:
        return
    matched = set()
    for match in sheet.passages.find(query.words):
        matched.add(match.sentence)
        yield Seen(sentence=match.sentence, hits=match.hits)
    if DENIED in query.statuses:
        return
    for statement in sheet.statements:
        yield from _denials(query.words, statement, sheet, matched)


def _denials(
    words: Words, statement: Told, sheet: Sheet, matched: Collection[int]
) -> Iterator[Seen]:
    """Whoever denies a thing need not tell it whole: what it is about is enough."""
    for span in statement.content if statement.is_denied else ():
        sentence = sheet.passages.sentence_at(span.start)
        if sentence is None or sentence in matched or sheet.passages.bars(words, sentence):
            continue
        hits = [
            hit
            for hit in sheet.passages.phrases_in(words.all[0], sentence)
            if span.start <= sheet.passages.word_span(hit)[0] < span.end
        ]
        if hits:
            yield Seen(
                sentence=sentence, hits=(hits[0],), status=DENIED, statement_id=statement.id
            )


def _of_events(query: Query, sheet: Sheet) -> Iterator[Seen]:
    for event in sheet.events:
        if query.kinds and event.type not in query.kinds:
            continue
        if query.modes and event.mode not in query.modes:
            continue
        if (query.own and not _is_own(event, sheet)) or not _is_done_to(
            query.whom, event, sheet
        ):
            continue
        place = frozenset({event.place.casefold()} if event.place else ())
        seen = _row(sheet, query, event.start, "events", event.id)
        if seen:
            yield Seen(
                sentence=seen.sentence,
                hits=seen.hits,
                table="events",
                id=event.id,
                status=event.status,
                statement_id=event.statement_id,
                actors=frozenset(event.actors),
                places=place,
            )


def _is_own(event: Act, sheet: Sheet) -> bool:
    """Tell whether who did it says so himself: "the Front claimed to have killed"."""
    said = next((s for s in sheet.statements if s.id == event.statement_id), None)
    return said is not None and said.speaker in event.doers


def _is_done_to(whom: Sequence[Phrase], event: Act, sheet: Sheet) -> bool:
    """Tell whether it is done to what is called so: "seized two pilots", not "killed ten pilots and seized their lorries"."""
    if not whom:
        return True
    sentence = sheet.passages.sentence_at(event.start)
    hits = [] if sentence is None else sheet.passages.phrases_in(tuple(whom), sentence)
    places = [sheet.passages.word_span(hit)[0] for hit in hits]
    return any(span.start <= place < span.end for span in event.whom for place in places)


def _of_commitments(query: Query, sheet: Sheet) -> Iterator[Seen]:
    for one in sheet.commitments:
        fits = (
            (not query.kinds or one.kind in query.kinds)
            and (not query.strengths or one.strength in query.strengths)
            and (one.deadline or not query.deadline)
        )
        seen = _row(sheet, query, one.start, "commitments", one.id) if fits else None
        if seen:
            yield Seen(
                sentence=seen.sentence,
                hits=seen.hits,
                table="commitments",
                id=one.id,
                status="conditional" if one.is_conditional else "planned",
                statement_id=one.statement_id,
                actors=frozenset(one.actors),
            )


def _of_relations(query: Query, sheet: Sheet) -> Iterator[Seen]:
    for tie in sheet.relations:
        if query.kinds and tie.kind not in query.kinds:
            continue
        seen = _row(sheet, query, tie.start, "relations", tie.id)
        if seen:
            yield Seen(
                sentence=seen.sentence,
                hits=seen.hits,
                table="relations",
                id=tie.id,
                status=_STATUS_OF_TIE.get(tie.modality, "planned"),
                actors=frozenset({tie.subject, tie.object}),
            )


def _of_quantities(query: Query, sheet: Sheet) -> Iterator[Seen]:
    for counted in counts_in(query.counts, sheet):
        if query.words and not sheet.passages.holding(query.words, counted.sentence):
            continue
        yield Seen(
            sentence=counted.sentence,
            hits=(counted.hit,),
            table="quantities" if counted.quantity_id else "statements",
            id=counted.quantity_id,
            status=REPORTED,
            count=counted.count,
        )


_SEEING: Final[Mapping[Table, Callable[[Query, Sheet], Iterator[Seen]]]] = {
    Table.STATEMENTS: _of_words,
    Table.EVENTS: _of_events,
    Table.COMMITMENTS: _of_commitments,
    Table.RELATIONS: _of_relations,
    Table.QUANTITIES: _of_quantities,
}


@cache
def _doubting() -> tuple[Phrase, ...]:
    """The words that make their source deny what it is asked about."""
    cues = words()
    lists = (cues.verbs, cues.nouns)
    return tuple(((form,),) for forms in lists for form in sorted(forms) if forms[form].cue_class == DOUBT)  # fmt: skip


def _row(sheet: Sheet, query: Query, offset: int, table: str, key: str) -> Seen | None:
    """Give the sentence of a row, if it holds the words that are asked for."""
    sentence = sheet.passages.sentence_at(offset)
    if sentence is None:
        return None
    match = sheet.passages.holding(query.words, sentence) if query.words else None
    if query.words and match is None:
        return None
    return Seen(sentence=sentence, hits=match.hits if match else (), table=table, id=key)


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
