from dataclasses import replace
from datetime import date

import pytest
from small_pile import article, day, leaning, one_storyline, says

from headwater.language import load_encoder
from headwater.linking import find_twins, link_events, take_fingerprint
from headwater.model import Event, Quantity, Span, Story, digest
from headwater.settings import LinkingSettings

RAID = "Riders of the Red Reeds attacked the granary at Ostrel on Monday"
RETOLD = "The Reeds have struck a granary in Ostrel, its keeper says"


def telling(outlet, words=None, trigger="attacked", *, near=0.9, on=None, count=None, **facts):
    """An article that tells one event in its only statement; the cosine of two is the product of both ``near``."""
    words = words or f"{RAID}, and {outlet} was there"
    held = article(outlet, says(words, vector=leaning(0, near, 1 + len(outlet))), day=on)
    start = held.article.text.index(trigger)
    phrases = {
        role: tuple(Span.cut(held.article.text, at, at + len(part)) for part in facts.pop(role, ()) if (at := held.article.text.index(part)) >= 0)
        for role in ("actor_words", "recipient_words")
    }  # fmt: skip
    fields = {
        "type": "ASSAULT", "mode": None, "cameo": "19", "contexts": (), "actors": (), "recipients": (), "place": None, "when": None,
        "from_": None, "to": None, "status": "reported", "same_as": None, "sure": 0.99, "reasons": (),
    } | phrases | facts  # fmt: skip
    event = Event(
        id=digest("event", held.article.id, start), article_id=held.article.id, start=start, end=start + len(trigger),
        text=trigger, statement_id=held.statements[0].id, **fields,
    )  # fmt: skip
    counted = [] if count is None else [
        Quantity(id=digest("q", outlet), article_id=held.article.id, value=count, low=None, high=None, bound="exact",
                 unit="persons", counted="dead", as_of=None, start=start, end=start + 1, text="dead")
    ]  # fmt: skip
    return replace(held, events=(event,), quantities=tuple(counted))


def linked(*findings, storylines=None):
    lines, prints = (
        storylines or one_storyline(*findings),
        [take_fingerprint(f) for f in findings],
    )
    return link_events(
        findings, lines, prints, load_encoder(), LinkingSettings(), head_of=find_twins(prints)
    )


def ids(*findings):
    return [f.events[0].id for f in findings]


def test_an_event_retold_in_other_words_is_one_event():
    """The telling published later points to the first; that one points to nothing."""
    first, later = telling("Quill Post", on=day(2)), telling("Marsh Gazette", RETOLD, "struck", on=day(3), near=0.95)  # fmt: skip
    assert linked(later, first) == ((*ids(later), *ids(first)),)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"actors": ("case/reeds",)}, {"actors": ("case/herons",)}),
        ({"recipients": ("case/mill",)}, {"recipients": ("case/bridge",)}),
        ({"from_": "2031-05-05", "to": "2031-05-05"}, {"from_": "2031-05-12", "to": "2031-05-12"}),
        ({"status": "reported"}, {"status": "planned"}),
        ({"type": "ASSAULT"}, {"type": "PROTEST"}),
    ],
)  # fmt: skip
def test_other_people_days_status_or_type_are_another_event(ours, theirs):
    """However alike the sentences are: what cannot be one act is two."""
    one, other = telling("Quill Post", near=0.99, **ours), telling("Marsh Gazette", near=0.99, **theirs)  # fmt: skip
    assert linked(one, telling("Marsh Gazette", near=0.99, **ours))
    assert not linked(one, other)


def test_a_participant_who_is_only_described_may_be_anybody():
    """A page that knows no name for them does not speak of others."""
    one = telling("Quill Post", near=0.97, actors=("case/reeds",))
    other = telling("Marsh Gazette", near=0.97, actors=("described/riders",))
    assert linked(one, other)


def test_what_somebody_denies_is_the_event_that_others_report():
    """A denial is a telling of it; whether it counts is not for linking to say."""
    assert linked(telling("Quill Post", near=0.95), telling("Marsh Gazette", near=0.95, status="denied"))  # fmt: skip


def test_numbers_that_differ_are_no_other_event():
    """A disputed toll is one attack's; the same number speaks for it."""
    one = telling("Quill Post", count=7.0)
    assert linked(one, telling("Marsh Gazette", count=9.0))
    far = telling("Marsh Gazette", near=0.7, count=7.0)
    assert linked(one, far)
    assert not linked(one, replace(far, quantities=()))


def test_days_told_alike_speak_for_one_event_and_weeks_between_reports_against():
    """Of two acts without a day, one reported a month later is another's."""
    dated = {"from_": "2031-05-05", "to": "2031-05-05"}
    one, other = (telling(o, near=0.78, on=day(6), **dated) for o in ("Quill Post", "Marsh Gazette"))  # fmt: skip
    assert linked(one, other)
    assert not linked(one, telling("Marsh Gazette", near=0.78, on=day(6)))
    one, other = telling("Quill Post", near=0.84, on=day(1)), telling("Marsh Gazette", near=0.84, on=day(30))  # fmt: skip
    assert linked(one, telling("Marsh Gazette", near=0.84, on=day(2)))
    assert not linked(one, other)


def test_events_of_two_storylines_must_share_more():
    """Two raids are told in nearly the same words, a year apart; one told in two storylines has its day in both."""
    dated = {"from_": "2031-05-05", "to": "2031-05-05"}
    for facts, count in (({}, 0), (dated, 1)):
        pile = [telling(o, near=0.85, **facts) for o in ("Quill Post", "Marsh Gazette")]
        apart = [Story(id=f.article.id, article_ids=(f.article.id,)) for f in pile]
        assert (len(linked(*pile)), len(linked(*pile, storylines=apart))) == (1, count)


def test_events_of_articles_in_other_company_must_share_more():
    """The same words of a raid where the articles are about other places and people: two raids."""
    far = "The Blue Dunes rode down from Tarsen to Kell, attacked Orlo Hammet at Vesh and left for Umber"
    one, near, other = (telling(o, words, near=0.85) for o, words in (("Quill Post", None), ("Marsh Gazette", None), ("Hill News", far)))  # fmt: skip
    assert linked(one, near)
    assert not linked(one, other)


def test_what_is_told_again_after_a_month_without_its_day_is_another():
    """However alike: "raised the alert" in May is not what raises it in July."""
    first = telling("Quill Post", near=0.99, on=date(2031, 5, 1))
    assert linked(first, telling("Marsh Gazette", near=0.99, on=date(2031, 5, 20)))
    assert not linked(first, telling("Marsh Gazette", near=0.99, on=date(2031, 7, 1)))


def test_second_mentions_follow_their_first():
    """What the reader of an article tied together points to the one telling that stands for all."""
    first, later = telling("Quill Post", on=day(2)), telling("Marsh Gazette", on=day(3))
    again = replace(later.events[0], id="again", same_as=later.events[0].id)
    later = replace(later, events=(*later.events, again))
    assert linked(first, later) == tuple(sorted((key, first.events[0].id) for key in ("again", later.events[0].id)))  # fmt: skip


def test_a_second_mention_never_stands_for_all():
    """Also in the article published first."""
    first, later = telling("Quill Post", on=day(2)), telling("Marsh Gazette", on=day(3))
    again = replace(first.events[0], id="0", same_as=first.events[0].id)
    pairs = dict(linked(replace(first, events=(*first.events, again)), later))
    assert set(pairs.values()) == {first.events[0].id}
    assert "0" in pairs


def test_reprints_tell_the_same_events():
    """Every twin's event points to the earliest, whether or not anybody else tells it."""
    pile = [telling(o, RAID, on=day(n)) for n, o in enumerate(("Quill Post", "Marsh Gazette", "Hill News"), 2)]  # fmt: skip
    assert {same for _, same in linked(*pile)} == {pile[0].events[0].id}
    assert len(linked(*pile)) == 2


def test_a_reprint_in_which_something_else_was_read_is_read_by_itself():
    """Its date may make history of what was news: then its events are compared like anybody's."""
    first, reprint = telling("Quill Post", RAID), telling("Marsh Gazette", RAID)
    assert linked(first, replace(reprint, events=())) == ()


def test_what_one_article_alone_tells_has_no_pair():
    """Second mentions of it stay as they were read."""
    one = telling("Quill Post")
    assert linked(replace(one, events=(*one.events, replace(one.events[0], id="again", same_as=one.events[0].id)))) == ()  # fmt: skip


def test_the_order_of_the_articles_does_not_show():
    """Nor which came first."""
    pile = [telling(o, near=0.9, on=day(n)) for n, o in enumerate(("Quill Post", "Marsh Gazette", "Hill News", "Ferry"), 1)]  # fmt: skip
    assert linked(*pile) == linked(*pile[::-1]) != ()
