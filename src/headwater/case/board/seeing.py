"""What a question sees in an article: sentences by their words, or by a row of the table it is of."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from headwater.case.board.carrying import DENIED, DOUBT, REPORTED, Seen
from headwater.case.board.counting import counts_in
from headwater.case.board.rows import Act, Told
from headwater.case.board.sheets import Sheet
from headwater.lexicon import words
from headwater.lexicon.indicators import Phrase, Query, Table, Words

#: The status of a tie, by its modality.
_STATUS_OF_TIE: Final = {
    "asserted": "reported",
    "denied": "denied",
    "conditional": "conditional",
    "former": "historical",
}


def seen_in(query: Query, sheet: Sheet) -> Iterator[Seen]:
    """Yield what a question sees in an article, in reading order, before its status is known."""
    yield from _SEEING[query.of](query, sheet)


@cache
def doubting() -> tuple[Phrase, ...]:
    """The words that make their source deny what it is asked about."""
    cues = words()
    lists = (cues.verbs, cues.nouns)
    return tuple(((form,),) for forms in lists for form in sorted(forms) if forms[form].cue_class == DOUBT)  # fmt: skip


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


def _row(sheet: Sheet, query: Query, offset: int, table: str, key: str) -> Seen | None:
    """Give the sentence of a row, if it holds the words that are asked for."""
    sentence = sheet.passages.sentence_at(offset)
    if sentence is None:
        return None
    match = sheet.passages.holding(query.words, sentence) if query.words else None
    if query.words and match is None:
        return None
    return Seen(sentence=sentence, hits=match.hits if match else (), table=table, id=key)


_SEEING: Final[Mapping[Table, Callable[[Query, Sheet], Iterator[Seen]]]] = {
    Table.STATEMENTS: _of_words,
    Table.EVENTS: _of_events,
    Table.COMMITMENTS: _of_commitments,
    Table.RELATIONS: _of_relations,
    Table.QUANTITIES: _of_quantities,
}
