from dataclasses import replace

import pytest
from small_pile import article, axis, day, leaning, person, says
from test_shingles import REPORT

from headwater.linking import group_stories, likeness, take_fingerprint
from headwater.settings import LinkingSettings

FAIR = "The cheese fair of Ostrel opens with a parade of goats and a prize for the oldest cheesemaker."


def stories(*findings):
    prints = [take_fingerprint(f) for f in findings]
    found, lines = group_stories(prints, LinkingSettings())
    return [s.article_ids for s in found], [s.article_ids for s in lines]


def score_pairs(findings):
    return likeness.score_pairs([take_fingerprint(f) for f in findings])


def test_articles_of_one_matter_are_one_story_and_others_apart():
    """Shared rare words and leads make a story; a fair is not in the story of a crane."""
    a = article("Quill Post", key="a", lead=REPORT[:2])
    b = article("Marsh Gazette", key="b", lead=REPORT[::-1])
    c = article("Halyard Tribune", key="c", lead=(FAIR,))
    found, lines = stories(a, b, c)
    assert sorted(found) == [("a", "b"), ("c",)]
    assert sorted(lines) == [("a", "b"), ("c",)]


def test_twins_are_always_in_one_story():
    """One text under many flags is one story, by its head."""
    pile = [article(o, key=o[0], lead=(FAIR,)) for o in ("Quill Post", "Marsh Gazette")]
    assert stories(*pile)[0] == [("M", "Q")]


def test_every_article_is_in_exactly_one_story():
    """Also those without a word in common with any, and without any word."""
    pile = [article(None, key=f"{n}", lead=(f"Word{n} alone{n}",)) for n in range(5)]
    for partition in stories(*pile):
        assert sorted(a for ids in partition for a in ids) == ["0", "1", "2", "3", "4"]


def test_stories_do_not_depend_on_order():
    """The order of the findings does not show."""
    pile = [article(None, key=k, lead=REPORT[n:]) for n, k in enumerate("abc")]
    assert stories(*pile) == stories(*pile[::-1])


@pytest.mark.parametrize(("gap", "added"), [(3, 0.05), (4, 0.0), (21, 0.0), (22, -0.1)])
def test_days_add_to_and_take_from_the_likeness(gap, added):
    """Within three days speaks for one story, over three weeks against; unknown says nothing."""
    a = article("Quill Post", key="a", lead=REPORT, day=day(1))
    b = article("Marsh Gazette", key="b", lead=REPORT[:2], day=day(1 + gap))
    undated = article("Marsh Gazette", key="b", lead=REPORT[:2])
    known, unknown = score_pairs([a, b])[0, 1], score_pairs([a, undated])[0, 1]
    assert known - unknown == pytest.approx(added, abs=1e-6)


def test_leads_alike_add_two_fifths_of_their_cosine():
    """Vectors of the first statements count beside the words."""

    def scored(vector):
        a = article("Quill Post", says("a crane fell on the quay", vector=axis(0)), key="a")
        b = article("Marsh Gazette", says("a crane hit the quay", vector=vector), key="b")
        return score_pairs([a, b])[0, 1]

    assert scored(leaning(0, 0.8, 1)) - scored(axis(1)) == pytest.approx(0.32, abs=1e-6)


def test_leads_alike_without_words_in_common_are_not_compared():
    """One telling word in many, and two leads of one vector, are no news in common."""
    words = " ".join(f"pier{letter}" for letter in "abcdefghijklmn")

    def scored(*shared):
        a = article(None, says("a crane fell", vector=axis(0)), lead=(words,), key="a")
        b = article(
            None, says(" ".join(("goats ewes calves lambs", *shared)), vector=axis(0)), key="b"
        )
        return score_pairs([a, b])

    assert scored("piera") == {}
    assert scored("piera", "pierb", "pierc")[0, 1] > 0.4


def test_only_body_and_title_are_compared():
    """A caption two pages share does not bring them together."""
    a = article(None, key="a", lead=("Fog.",), captions=(FAIR,))
    b = article(None, key="b", lead=("Rain.",), captions=(FAIR,))
    assert score_pairs([a, b]) == {}


@pytest.mark.parametrize(("between", "count"), [(0.45, 1), (0.38, 2)])
def test_a_follow_up_stays_apart_from_reports_much_more_alike(monkeypatch, between, count):
    """What is as unlike as that is one story with reports no more alike, and not with copies."""
    pile = [article(None, key=k, lead=(f"{FAIR} {k}{k}{k}.",)) for k in "abc"]
    pairs = {(0, 1): 0.5, (0, 2): between, (1, 2): between}
    monkeypatch.setattr("headwater.linking.stories.score_pairs", lambda _: pairs)
    found, lines = stories(*pile)
    assert (len(found), len(lines)) == (count, 1)


def test_two_reports_that_are_each_others_nearest_are_one_story(monkeypatch):
    """Told independently, one event is told in words less alike than a copy's."""
    pile = [article(None, key=k, lead=(f"{FAIR} {k}{k}{k}.",)) for k in "ab"]
    for score, count in ((0.43, 1), (0.41, 2)):
        monkeypatch.setattr("headwater.linking.stories.score_pairs", lambda _, s=score: {(0, 1): s})  # fmt: skip
        assert len(stories(*pile)[0]) == count


@pytest.mark.parametrize(("later", "count"), [(day(3), 1), (day(4), 2), (None, 1)])
def test_what_comes_days_later_is_a_follow_up_unless_it_is_much_alike(
    monkeypatch, later, count
):
    """Independent reports of one event come out together; where no day is known nothing speaks against."""
    pile = [article(None, key=k, lead=(f"{FAIR} {k}{k}{k}.",), day=d) for k, d in (("a", day(1)), ("b", later))]  # fmt: skip
    monkeypatch.setattr("headwater.linking.stories.score_pairs", lambda _: {(0, 1): 0.45})
    assert len(stories(*pile)[0]) == count
    monkeypatch.setattr("headwater.linking.stories.score_pairs", lambda _: {(0, 1): 0.6})
    assert len(stories(*pile)[0]) == 1


def test_a_denial_is_another_story_and_of_the_same_storyline(monkeypatch):
    """It retells what it denies; its news is that somebody denies it."""
    report = article("Quill Post", key="a", lead=REPORT)
    denial = article("Marsh Gazette", says("the crane fell", person("Ilan Brode"), cue_class="doubt"), key="b")  # fmt: skip
    monkeypatch.setattr("headwater.linking.stories.score_pairs", lambda _: {(0, 1): 0.55})
    found, lines = stories(report, denial)
    assert (len(found), len(lines)) == (2, 1)
    assert (
        len(stories(denial, replace(denial, article=replace(report.article, id="c")))[0]) == 1
    )


@pytest.mark.parametrize(("later", "count"), [(day(8), 1), (day(9), 2)])
def test_what_comes_more_than_a_week_later_must_be_more_alike(monkeypatch, later, count):
    """Of a matter that goes on, it tells what came next."""
    pile = [article(None, key=k, lead=(f"{FAIR} {k}{k}{k}.",), day=d) for k, d in (("a", day(1)), ("b", later))]  # fmt: skip
    monkeypatch.setattr("headwater.linking.stories.score_pairs", lambda _: {(0, 1): 0.6})
    found, lines = stories(*pile)
    assert (len(found), len(lines)) == (count, 1)
