from dataclasses import replace

import pytest
import small_case

from headwater.case import Case
from headwater.model import Story

AGENCY = small_case.agency_page().articles[0].article
PAPER = small_case.paper_page().articles[0].article


def held(stories=None, **changes):
    """The one story of the small pile, or the last of others, with these changes to the one derivation."""
    links = small_case.links()
    (drawn,) = links.derivations
    links = replace(links, stories=stories or links.stories)
    with Case.in_memory() as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(replace(links, derivations=(replace(drawn, **changes),)))
        *_, story = case.held_stories()
    return story


def test_a_story_tells_which_of_its_articles_rest_on_one_report():
    """The report's own article stands first, then whoever draws on it, with the words that show it."""
    story = held()
    assert sorted(story.article_ids) == sorted([AGENCY.id, PAPER.id])
    (behind,) = story.reports
    assert (behind.report.outlet_name, behind.report.article_id) == ("Velden", AGENCY.id)
    told = [(one.article_id, one.kind, one.words) for one in behind.articles]
    assert told == [(AGENCY.id, "is", None), (PAPER.id, "cites", "Velden reports")]
    assert behind.articles[1].where.outlet_name == "Courier"


def test_a_report_that_is_not_held_is_behind_whoever_names_it():
    """It has no article of its own in the story."""
    (behind,) = held(upstream_report_id="report-ghost", upstream_article_id=None).reports
    assert behind.report.outlet_name == "Marenpost"
    assert [one.kind for one in behind.articles] == ["cites"]


def test_the_article_of_another_story_is_not_counted_among_those_of_this_one():
    """A round-up cites a report of a matter that it has in common with nothing else here."""
    apart = [Story(id=f"story-{n}", article_ids=(a.id,)) for n, a in enumerate((AGENCY, PAPER))]
    (behind,) = held(stories=tuple(apart)).reports
    assert [one.article_id for one in behind.articles] == [PAPER.id]


def test_where_only_the_text_shows_it_no_words_do():
    """What is alike in text names nobody."""
    (drawn,) = small_case.links().derivations
    evidence = (replace(drawn.evidence[0], why="shares its text"),)
    (behind,) = held(evidence=evidence).reports
    assert behind.articles[1].words is None


@pytest.mark.parametrize(("basis", "reports"), [("named", 1), ("denied", 0)])
def test_whoever_names_a_report_only_to_deny_it_does_not_rest_on_it(basis, reports):
    """A denial has nothing from the report that it denies."""
    assert len(held(basis=basis).reports) == reports
