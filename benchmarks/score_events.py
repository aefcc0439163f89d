"""How well events are read: PLOVER records of real sentences, and the reports of MUC-4.

    python -m benchmarks.score_events SHARED [--errors N]
"""

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.engine import run_scorer
from benchmarks.score_reader import _UNKNOWN
from headwater.lexicon import registry
from headwater.model import Article, Event, Zone, ZoneKind
from headwater.reading import read_article

#: CAMEO roots that the table from CAMEO to PLOVER, by which the set was made, has no type for:
#: a statement, and an appeal.
_NO_TYPE = frozenset({"01", "02"})


def figures(shared: Path) -> dict[str, float]:
    """Give F1 of events end to end, and how often a sentence without one raises an alarm."""
    gold = shared / "corpora" / "events" / "events-dev.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    told = run_scorer(
        shared / "scorers" / "score_events.py",
        gold,
        ({"id": r["id"], "events": list(coded(r["text"]))} for r in records),
        "--restrict",
    )
    return {
        "events_full": told["full"]["F1"],
        "events_root": told["root"]["F1"],
        "events_quiet": 1 - told["false_alarm_rate_on_no_event"],
    }


def coded(text: str) -> Iterator[dict[str, Any]]:
    """Yield the events as the set codes them: who to whom, the place where nobody is named for whom."""
    for event in events_of(text):
        recipients = [s.text for s in event.recipient_words] or [event.place] * bool(event.place)
        if event.cameo not in _NO_TYPE and event.same_as is None and event.actor_words and recipients:
            yield {
                "type": event.type,
                "source": [_party(s.text) for s in event.actor_words],
                "target": [_party(words) for words in recipients],
            }


def _party(words: str) -> dict[str, str]:
    """Give a participant as written, with the three letters of the country it is of."""
    entries = registry().entries
    countries = (
        entries[entry].country
        for hit in registry().find_names(words)
        for entry, form in hit.readings
        if not form.weak
    )
    return {"text": words, "code": next((_countries()[c] for c in countries if c), "")}


@cache
def _countries() -> dict[str, str]:
    """Read the two and three letters of ISO 3166-1 by which codes of the set begin."""
    rows = Path(__file__).with_name("countries.txt").read_text(encoding="utf-8").splitlines()
    return dict(row.split() for row in rows)


def events_of(text: str) -> tuple[Event, ...]:
    """Read a bare text as one article's body."""
    body = Zone(start=0, end=len(text), kind=ZoneKind.BODY)
    article = Article(**_UNKNOWN, id="", text=text, zones=(body,))
    return read_article(article).events


if __name__ == "__main__":
    for name, figure in figures(Path(sys.argv[1])).items():
        print(f"{name:24} {figure:.4f}")
