"""What holds of every pile, in whatever steps it came into its case."""

import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks import scale
from headwater import pipeline
from headwater.case import TABLES, Case
from headwater.linking import Neighbourhoods
from headwater.model import Event, digest
from headwater.scale.run import relink
from headwater.settings import LinkingSettings, Settings

_FEW = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_ARTICLES = 16


@cache
def planted(size, seed):
    return [_with_events(f) for f, _ in scale.planted(size, seed, scale.Answers())]


def _with_events(findings):
    """Give each of the first statements an event, the second mention of the first among them."""
    events = [
        Event(
            id=digest("event", s.id), article_id=s.article_id, type="ASSAULT", mode=None, cameo=None, contexts=(), actors=(), recipients=(),
            actor_words=(), recipient_words=(), place=None, when=None, from_=None, to=None, status="reported",
            start=s.content[0].start, end=s.content[0].end, text="attack", statement_id=s.id, same_as=None, sure=1.0, reasons=(),
        )
        for s in findings.statements[:3] if s.content
    ]  # fmt: skip
    tied = [replace(e, same_as=events[0].id) if n == 1 else e for n, e in enumerate(events)]
    return replace(findings, events=tuple(tied))


def lines(case):
    return {table.name: list(case.lines(table.name)) for table in TABLES}


@_FEW
@given(st.integers(1, 50), st.permutations(range(_ARTICLES)), st.sets(st.integers(1, _ARTICLES - 1), max_size=3))  # fmt: skip
def test_articles_added_in_any_order_and_steps_make_the_case_of_all_at_once(seed, order, cuts):
    """Linked after every step, the case is line for line what one run makes of the whole pile."""
    pile = planted(_ARTICLES, seed)
    with Case.in_memory() as stepwise, Case.in_memory() as at_once:
        for number, place in enumerate(order, start=1):
            stepwise.add(scale.page_of(pile[place]))
            if number in cuts:
                relink(stepwise, Settings())
        for findings in pile[:_ARTICLES]:
            at_once.add(scale.page_of(findings))
        for case in (stepwise, at_once):
            relink(case, Settings())
        assert lines(stepwise) == lines(at_once)
        told = {event.id: event for event in at_once.events()}
        ties = {told[e.same_as].article_id == e.article_id for e in told.values() if e.same_as}
        assert ties == {True, False}, "nothing was tied within an article, or across articles"


@pytest.mark.slow
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_ninety_articles_in_any_order_have_the_same_links(order):
    """Order shows nowhere, copies, rings and look-alikes among them."""
    pile = list(planted(90, 1))
    links = pipeline.link(pile, Settings())
    order.shuffle(pile)
    assert pipeline.link(pile, Settings()) == links


@pytest.mark.slow
@pytest.mark.parametrize("dials", [LinkingSettings(), LinkingSettings(same_story=0.2, copy_containment=0.1)])  # fmt: skip
def test_nothing_is_lost_between_neighbourhoods(monkeypatch, dials):
    """Linked one neighbourhood at a time, a pile has the links it has as one neighbourhood."""
    pile, chosen = planted(150, 2), Settings(linking=dials)
    apart = pipeline.link(pile, chosen)
    whole = (tuple(sorted(f.article.id for f in pile)),)
    near = pipeline.find_neighbourhoods(map(pipeline.take_fingerprint, pile), dials)
    assert 10 < len(near.parts) < len(pile)
    as_one = Neighbourhoods(whole, is_cut=False)
    monkeypatch.setattr(pipeline, "find_neighbourhoods", lambda *_: as_one)
    assert pipeline.link(pile, chosen) == apart


@pytest.mark.slow
def test_several_processes_link_a_case_as_one_does(tmp_path, monkeypatch):
    """Line for line; here also where there is little to link."""
    monkeypatch.setattr("headwater.scale.run._MANY", 1)
    made = []
    for workers in (1, 2):
        with Case.create(tmp_path / f"{workers}.hw") as case:
            for findings in planted(120, 1):
                case.add(scale.page_of(findings))
            relink(case, Settings(), workers)
            made.append(lines(case))
    assert made[0] == made[1]
