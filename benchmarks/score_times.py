"""How well times are read: the hand-made expressions, and three foreign sets to see how far that carries.

    python -m benchmarks.score_times SHARED

Only ``dates_usable`` has a floor. The other sets mark times by other rules (TIMEX3 counts "now"
and leaves prepositions out; the recognisers' specification is of chat, with hours), so their
figures only tell whether the grammar was made for the items of the first.
"""

import importlib.util
import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from headwater.model import Time, TimeKind
from headwater.reading.times import find_times

_OPENERS = re.compile(
    r"(?:(?:on|in|at|during|over|throughout|around|for|by|since|until|till|before|after|through|from|between|as of|all|within|back in|about|dated)\s+)+",
    re.IGNORECASE,
)


_BOUNDS = frozenset({TimeKind.SINCE, TimeKind.UNTIL})


def figures(shared: Path) -> dict[str, float]:
    """Give the share of hand-made expressions whose interval is usable, 0 to 1.

    Args:
        shared: The folder that holds ``corpora`` and ``scorers``.
    """
    scorer = _scorer(shared, "score_dates")
    gold = scorer.load(shared / "corpora/dates/date_expressions.jsonl")
    return {"dates_usable": scorer.score(gold, [_interval(row) for row in gold])["usable"]}


def generality(shared: Path) -> dict[str, float]:
    """Give the figures on the foreign sets, each 0 to 1: spans, values, and days."""
    told = {"specification_days": _specification(shared)}
    for name in ("tempeval3", "meantime"):
        scorer = _scorer(shared, "score_timex")
        gold = scorer.load(shared / f"corpora/dates/{name}_docs.jsonl")
        scores = scorer.score(gold, [_timexes(doc) for doc in gold])
        told |= {
            f"{name}_relaxed_precision": scores["relaxed"]["P"],
            f"{name}_relaxed_recall": scores["relaxed"]["R"],
            f"{name}_relaxed_f1": scores["relaxed"]["F"],
            f"{name}_value_f1": scores["value"]["F"],
        }
    return told


def _interval(row: dict[str, Any]) -> dict[str, str | None]:
    """Read one expression in its sentence, as published on its day."""
    day = date.fromisoformat(row["pub"])
    sentence = row["sentence"]
    times = find_times(sentence, 0, len(sentence), (day, day))
    best = max(times, key=lambda t: _shared(t, row["begin"], row["end"]), default=None)
    if best is None or _shared(best, row["begin"], row["end"]) <= 0:
        return {"id": row["id"], "start": None, "end": None}
    first, last = best.earliest or "0001-01-01", best.latest or "9999-12-31"
    return {"id": row["id"], "start": first, "end": last}


def _shared(time: Time, begin: int, end: int) -> int:
    return min(time.end, end) - max(time.start, begin)


def _specification(shared: Path) -> float:
    """Give the share of the recognisers' dates and ranges of which one value agrees, to the day."""
    path = shared / "corpora/dates/ms_datetime_spec.jsonl"
    asked = [
        hit
        for line in path.read_text("utf-8").splitlines()
        for hit in _agreements(json.loads(line))
    ]
    return round(sum(asked) / len(asked), 4)


def _agreements(row: dict[str, Any]) -> Iterator[bool]:
    day = date.fromisoformat(row["reference"][:10])
    times = find_times(row["text"], 0, len(row["text"]), (day, day))
    for told in row["expressions"]:
        days = {d for value in told["values"] if (d := _days(value))}
        if told["type"] in {"date", "daterange"} and days:
            best = max(
                times, key=lambda t: _shared(t, told["begin"], told["end"]), default=None
            )
            yield best is not None and (best.earliest, best.latest) in days


def _days(value: dict[str, str]) -> tuple[str, str] | None:
    """Give first and last day of a value whose end is exclusive; None if a side is open."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value.get("value", "")):
        return value["value"], value["value"]
    if len(value.get("start", "")) < 10 or len(value.get("end", "")) < 10:
        return None
    last = date.fromisoformat(value["end"][:10]) - timedelta(days=1)
    return value["start"][:10], last.isoformat()


def _timexes(doc: dict[str, Any]) -> dict[str, Any]:
    """Read a text twice, with its day and without: lengths are told only where no day is."""
    text, day = doc["text"], _day_of(doc["dct"])
    dated = find_times(text, 0, len(text), (day, day) if day else None)
    bare = find_times(text, 0, len(text), None)
    inner = (_inner(text, time, day) for time in dated)
    return {"doc_id": doc["doc_id"], "timex": list(_as_timex(inner, bare))}


def _inner(text: str, time: Time, day: date | None) -> Time:
    """Read "since 1990" as 1990, as TIMEX3 does: without the word that opens it."""
    opener = _OPENERS.match(time.text)
    begin = time.start + (opener.end() if opener else 0)
    alone = find_times(text, begin, time.end, (day, day) if day else None)
    return alone[0] if opener and len(alone) == 1 and time.kind in _BOUNDS else time


def _day_of(told: str | None) -> date | None:
    """Read the day of a document; two have none, or one turned round."""
    return (
        date.fromisoformat(told[:10])
        if re.match(r"\d{4}-\d\d-\d\d", told or "") and told
        else None
    )


def _as_timex(dated: Iterable[Time], bare: Iterable[Time]) -> Iterator[dict[str, Any]]:
    for time, alone in zip(dated, bare, strict=True):
        opener = _OPENERS.match(time.text)
        begin = time.start + (opener.end() if opener else 0)
        kind, value = _value(time, alone.relative or "")
        yield {"begin": begin, "end": time.end, "type": kind, "value": value}


def _value(time: Time, offset: str) -> tuple[str, str]:
    """Write a time the way TIMEX3 does, as far as its days tell."""
    if time.kind is TimeKind.RECURRING:
        return "SET", (time.relative or "").removeprefix("R/")
    if time.kind is TimeKind.DURATION:
        return "DURATION", time.relative or ""
    if re.search(r"recently|lately", time.text, re.IGNORECASE):
        return "DATE", "PAST_REF"
    if re.search(r"\b(?:now|currently|at present|at the moment)$", time.text, re.IGNORECASE):
        return "DATE", "PRESENT_REF"
    window = re.fullmatch(r"P-?(\w+)/P0D|P0D/P(\w+)", offset)
    if window:
        return "DURATION", f"P{window[1] or window[2]}"
    return "DATE", _whole(time)


def _whole(time: Time) -> str:
    """Name the day, week, month, quarter, year or decade that a time is, or lies in."""
    if time.kind is TimeKind.SINCE:
        day = date.fromisoformat(time.earliest) if time.earliest else None
        return _unit(day, day) if day else ""
    last = date.fromisoformat(time.latest) if time.latest else None
    if time.kind is TimeKind.UNTIL:
        return _unit(last, last) if last else ""
    first = date.fromisoformat(time.earliest) if time.earliest else None
    return _unit(first, last) if first and last else ""


def _unit(first: date | None, last: date | None) -> str:  # noqa: PLR0911 - one line a unit
    if first is None or last is None:
        return ""
    days = (last - first).days + 1
    week = first.isocalendar()
    if days == 1:
        return first.isoformat()
    if days == 7 and first.weekday() == 0:
        return f"{week.year}-W{week.week:02}"
    if days == 2 and first.weekday() == 5:
        return f"{week.year}-W{week.week:02}-WE"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year}-{first.month:02}"
    if first.year == last.year and first.month % 3 == 1 and 89 < days < 93:
        return f"{first.year}-Q{first.month // 3 + 1}"
    if 89 < days < 93 and first.month % 3 == 0:
        return f"{first.year + (first.month == 12)}-{('SP', 'SU', 'FA', 'WI')[first.month // 3 - 1]}"
    if first.year == last.year:
        return str(first.year)
    return str(first.year)[:3] if first.year // 10 == last.year // 10 else str(first.year)


def _scorer(shared: Path, name: str) -> ModuleType:
    """Load a scorer that belongs to the data; it finds its neighbours in its own folder."""
    folder = str(shared / "scorers")
    spec = importlib.util.spec_from_file_location(name, shared / "scorers" / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "scorers" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, folder)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    return module


if __name__ == "__main__":
    where = Path(sys.argv[1])
    print(json.dumps(figures(where) | generality(where), indent=1))
