"""The answers for ``examples/crisis`` stand on the pages they name, word for word."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).parents[2]
_PILE = _ROOT / "examples" / "crisis"
_EXPECTED: dict[str, Any] = json.loads(
    (_ROOT / "tests" / "golden" / "crisis" / "expected.json").read_text(encoding="utf-8"),
)
_WEEK_ONE = date(2031, 4, 21)
_PAGES = {path.name[:2]: path.read_text(encoding="utf-8") for path in _PILE.iterdir()}


def _week(day: str) -> int:
    return (date.fromisoformat(day) - _WEEK_ONE) // timedelta(weeks=1) + 1


def test_every_page_has_its_answer() -> None:
    """Every file of the pile is answered for, and every answer is for a file of the pile."""
    assert {page["page"] for page in _EXPECTED["pages"]} == {
        path.name for path in _PILE.iterdir()
    }
    assert [
        page for page in _EXPECTED["pages"] if page["title"] not in _PAGES[page["key"][:2]]
    ] == []
    assert [
        page for page in _EXPECTED["pages"] if page["week"] != _week(page["published"])
    ] == []


@pytest.mark.parametrize("commitment", _EXPECTED["commitments"], ids=lambda one: one["id"])
def test_a_commitment_is_told_in_the_words_of_the_page(commitment: dict[str, Any]) -> None:
    """Each telling, its trigger, its consequence and each later word stand on the page."""
    for telling in commitment["told"]:
        for words in (telling["words"], telling["trigger"], telling["consequence"]):
            assert words is None or words in _PAGES[telling["page"]]
    for kind in ("trigger_reported", "consequence_reported", "later_word"):
        for passage in commitment[kind]:
            assert passage["words"] in _PAGES[passage["page"]]


def test_what_is_no_commitment_stands_on_its_page() -> None:
    """The words that must not be taken for a commitment are there to be mistaken."""
    for passage in _EXPECTED["not_commitments"]:
        assert passage["words"] in _PAGES[passage["page"]]


@pytest.mark.parametrize("indicator", _EXPECTED["indicators"], ids=lambda one: one["id"])
def test_an_indicator_rests_on_pages_of_its_week(indicator: dict[str, Any]) -> None:
    """A week that is not quiet names pages, and they were published in that week."""
    published = {
        page["key"][:2]: page["week"] for page in _EXPECTED["pages"] if page["key"][2:] != "b"
    }
    assert [week["week"] for week in indicator["weeks"]] == list(range(1, 11))
    for week in indicator["weeks"]:
        assert (week["state"] == "quiet") == (week["pages"] == [])
        assert {published[page] for page in week["pages"]} <= {week["week"]}


def test_an_event_is_told_by_pages_no_older_than_itself() -> None:
    """No page reports an event before its day, and no event has more origins than could be."""
    published = {
        page["key"][:2]: page["published"]
        for page in _EXPECTED["pages"]
        if page["key"][2:] != "b"
    }
    for event in _EXPECTED["events"]:
        low, high = event["origins"]
        assert 1 <= low <= high
        assert event["day"] <= min(published[page[:2]] for page in event["told_by"]), event[
            "id"
        ]
