"""Promise: what happened and what was reported stand in two lanes, each on its own day."""

import json

from click.testing import CliRunner

from headwater.faces.cli.main import headwater as commands

PAGES = (
    {"url": "https://lune.example/1", "outlet": "Lune Wire", "published": "2031-05-07", "title": "Harbour notes",
     "text": "Orsk aircraft bombed a depot of the Red Reeds on Monday, the harbour police said.\n\nThe Red Reeds have attacked four Orsk patrols since 1 May, the police said."},
    {"url": "https://marl.example/1", "outlet": "Marl Post", "published": "2031-05-08", "title": "The week so far",
     "text": "Orsk aircraft bombed a depot of the Red Reeds on 5 May, Lune Wire reported."},
    {"url": "https://tarn.example/1", "outlet": "Tarn Herald", "published": "2031-05-09", "title": "From the council",
     "text": "Rebels attacked a warehouse of the Tavel council, Mayor Odo Finn said."},
    {"url": "https://tarn.example/2", "outlet": "Tarn Herald", "title": "No day on this page",
     "text": "Rebels kidnapped two ferrymen in Lisk, sheriff Jana Pell said.\n\nThe two men had been on their way home from the early boat with a basket of eels, a lantern and the day’s takings, and their families had waited for them at the landing since noon, Pell said.\n\nThe landing at Lisk has been in use since the ice road was given up, and it is busiest in the spring."},
)  # fmt: skip


def lanes(found):
    return {
        day.day: ([e.verb for e in day.happened], [r.title for r in day.reported])
        for day in found.days
    }


def test_an_event_stands_on_its_own_day_and_an_article_on_the_day_it_came_out(case):
    """Monday was the fifth; it was told on the seventh and the eighth."""
    found = lanes(case.timeline())
    assert found["2031-05-05"] == (["bombed"], [])
    assert found["2031-05-07"] == ([], ["Harbour notes"])
    assert found["2031-05-08"] == ([], ["The week so far"])


def test_two_tellings_of_one_claim_are_one_event_with_its_origins(case):
    """Both articles are named, and the origins are those of the claim."""
    (day,) = [d for d in case.timeline().days if d.day == "2031-05-05"]
    (event,) = day.happened
    assert len(event.article_ids) == 2
    told = {s.id for s in case.statements() if "bombed" in s.words}
    assert event.independent in [
        c.independent for c in case.claims() if told & set(c.statement_ids)
    ]


def test_what_lasts_is_an_interval_and_what_no_words_date_is_undated(case):
    """Neither is put on a day that nobody named."""
    found = case.timeline()
    assert [(e.verb, e.first_day, e.last_day) for e in found.intervals] == [
        ("attacked", "2031-05-01", "2031-05-07")
    ]
    assert [e.outlet_name for e in found.undated] == ["Tarn Herald", "Tarn Herald"]
    assert [r.title for r in found.reports_without_day] == ["No day on this page"]


def test_it_can_be_asked_for_days_types_and_actors(case):
    """A window keeps what touches it; a type or an actor leaves out the articles that do not tell of it."""
    window = case.timeline(first="2031-05-06", last="2031-05-08")
    assert list(lanes(window)) == ["2031-05-07", "2031-05-08"]
    assert [e.verb for e in window.intervals] == ["attacked"]
    assert window.undated == ()
    assert case.timeline(type="CONSULT").days == ()
    assert {e.place or e.verb for e in case.timeline(actor="Tavel council").undated} == {
        "attacked"
    }


def test_every_passage_stands_in_its_article_word_for_word(case):
    """Days, intervals and undated alike."""
    texts = {a.id: a.text for a in case.articles()}
    found = case.timeline()
    events = [e for day in found.days for e in day.happened] + [
        *found.intervals,
        *found.undated,
    ]
    assert len(events) == 4
    assert all(e.words == texts[e.article_id][e.start : e.end] for e in events)


def test_the_command_prints_both_lanes(file):
    """A person sees days, passages, and what has no day."""
    result = CliRunner().invoke(commands, ["timeline", str(file)])
    assert result.exit_code == 0, result.output
    assert "What happened" in result.output
    assert "Undated: no words say when" in result.output
    assert "no day: Tarn Herald: No day on this page" in result.output
    as_json = CliRunner().invoke(
        commands, ["timeline", str(file), "--json", "--type", "assault"]
    )
    assert json.loads(as_json.output)["days"][0]["day"] == "2031-05-05"
    wrong = CliRunner().invoke(commands, ["timeline", str(file), "--from", "May"])
    assert wrong.exit_code == 2
