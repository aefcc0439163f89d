"""Which statement carries the words of a passage, and with what status it puts them forward."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.case.board.passages import Hit, Match
from headwater.case.board.rows import Place, Told
from headwater.case.board.sheets import Sheet
from headwater.case.board.values import Count
from headwater.model import Modality

REPORTED: Final = "reported"
DENIED: Final = "denied"
CONDITIONAL: Final = "conditional"
#: The class of cues by which a source denies the content.
DOUBT: Final = "doubt"
#: The status of a statement's content, by its modality.
_STATUS_OF: Final[Mapping[str, str]] = {
    Modality.FACT: "reported",
    Modality.EVALUATIVE: "reported",
    Modality.IMPLIED: "reported",
    Modality.POSSIBLE: "planned",
    Modality.FUTURE: "planned",
    Modality.INTENDED: "planned",
    Modality.REQUESTED: "planned",
    Modality.CONDITIONAL: "conditional",
}
#: Events that are a saying: what is threatened or agreed to, as its words tell it, is yet to be done.
_SAID_AHEAD: Final = frozenset({"AGREE", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A row or a match before it is evidence: where it stands, and what the row itself says."""

    sentence: int
    hits: tuple[Hit, ...] = ()
    table: str = "statements"
    id: str | None = None
    status: str | None = None
    statement_id: str | None = None
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    count: Count | None = None


def carrier_of(seen: Seen, sheet: Sheet) -> Told | None:
    """Give the innermost statement that holds most of the found words, be it with its source and cue."""
    if seen.statement_id:
        return next((s for s in sheet.statements if s.id == seen.statement_id), None)
    places = [sheet.passages.word_span(hit)[0] for hit in seen.hits] or [
        sheet.passages.sentences[seen.sentence][0]
    ]
    ranked = []
    for statement in sheet.statements:
        held = sum(statement.start <= place < statement.end for place in places)
        if held:
            ranked.append((-held, statement.end - statement.start, statement.id, statement))
    return min(ranked, key=lambda row: row[:3])[3] if ranked else None


def status_of(seen: Seen, carrier: Told | None, sheet: Sheet) -> str:
    """Give the status of found words: that of an event among them, or of the content they stand in.

    Words that are the cue itself ("condemned the attack") report what somebody did by saying so, but
    not what he says would be done on a condition ("announced that bases will be hit if …"). What is not
    to be on a condition ("if they do not stop") nobody denies.
    """
    spans = [sheet.passages.word_span(hit) for hit in seen.hits]
    match = Match(sentence=seen.sentence, hits=seen.hits)
    status = _put_forward(seen, carrier, sheet, spans)
    is_denied = bool(match.hits) and sheet.passages.is_denied(match)
    return DENIED if is_denied and status != CONDITIONAL else status


def _put_forward(
    seen: Seen, carrier: Told | None, sheet: Sheet, spans: Sequence[tuple[int, int]]
) -> str:
    match = Match(sentence=seen.sentence, hits=seen.hits)
    if match.hits and sheet.passages.is_asked(match):
        return _STATUS_OF[Modality.POSSIBLE]
    if carrier and _touches(carrier.cue, spans) and not _is_on_condition(carrier, spans):
        return REPORTED
    told = (
        [sheet.passages.word_span(hit) for hit in sheet.passages.telling(match)]
        if spans
        else []
    )
    for event in sheet.events:
        is_told = event.type not in _SAID_AHEAD or event.status != REPORTED
        if is_told and any(a <= event.start < b for a, b in told):
            return event.status
    if carrier is not None and carrier.is_denied:
        return DENIED
    told_as = REPORTED if carrier is None else _STATUS_OF[carrier.modality]
    # A quotation may run on: "No one rules us. We will resume our attacks".
    is_ahead = told_as == REPORTED and bool(match.hits) and sheet.passages.is_ahead(match)
    return _STATUS_OF[Modality.FUTURE] if is_ahead else told_as


def with_hosts(carrier: Told | None, sheet: Sheet) -> tuple[str, ...]:
    """ "Officials said that the envoy told them": whoever counts has to know that it is told within what they said."""
    by_id = {statement.id: statement for statement in sheet.statements}
    found: list[str] = []
    while carrier and carrier.id not in found:
        found.append(carrier.id)
        carrier = by_id.get(carrier.nested_in or "")
    return tuple(found)


def _is_on_condition(carrier: Told, spans: Sequence[tuple[int, int]]) -> bool:
    return carrier.modality == Modality.CONDITIONAL and _touches(carrier.content, spans)


def _touches(places: Sequence[Place], spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < place.end and place.start < b for place in places for a, b in spans)
