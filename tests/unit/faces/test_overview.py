import dataclasses

import pytest
import small_case

from headwater.case import Case
from headwater.faces.cli import tables
from headwater.faces.report import count_claims, glance, overview, title_of
from headwater.faces.report.standing import standing_words
from headwater.model import Independence, Member


def test_a_story_is_named_after_its_first_headline(case):
    """The first published article that has a headline names the story; else its first words."""
    (story,) = overview(case).stories
    assert story.title.startswith("Piers shut")
    untitled = small_case.agency_page().articles[0].article
    assert title_of([untitled]) == untitled.text


def test_of_one_day_an_article_whose_outlet_is_known_names_the_story():
    """Where no page has a day, a page of nobody does not speak for the others."""
    known = dataclasses.replace(
        small_case.agency_page().articles[0].article, title="Known", published_from=None, id="b"
    )
    nobody = dataclasses.replace(known, title="Nobody’s", outlet=None, outlet_name=None, id="a")
    assert title_of([nobody, known]) == "Known"


def test_a_clause_about_a_noun_brings_the_words_that_hold_it(case):
    """ "Many of which were sunk" says nothing without what stands before it in its sentence."""
    (claim, *_) = case.claims()
    (article,) = (a for a in case.articles() if a.id == claim.article_ids[0])
    text = "A calm day.\nThe navy said six boats had come, many of which it said were sunk."
    said = "many of which … were sunk"
    start = text.index("many")
    alone = dataclasses.replace(
        claim,
        text=said,
        article_ids=(article.id,),
        members=(Member(statement_id="s", start=start, end=len(text) - 1, text=said),),
    )
    assert (
        standing_words(alone, {article.id: text}.__getitem__)
        == f"[The navy said six boats had come,] {said}"
    )
    at_first = {article.id: text[start:]}.__getitem__
    moved = dataclasses.replace(alone.members[0], start=0, end=len(text) - start - 1)
    first = dataclasses.replace(alone, members=(moved,))
    assert standing_words(first, at_first) == "Many of which … were sunk"


def test_a_deed_laid_to_somebody_is_shown_with_the_words_before_it(case):
    """ "Of hiding the ledgers" is no claim; whose hiding it is stands before it."""
    (claim, *_) = case.claims()
    text, said = (
        "The mayor, accused by the union of hiding the ledgers, left.",
        "of hiding the ledgers",
    )
    start = text.index(said)
    member = Member(statement_id="s", start=start, end=start + len(said), text=said)
    alone = dataclasses.replace(claim, text=said, members=(member,))
    told = "[The mayor, accused by the union] of hiding the ledgers"
    assert standing_words(alone, lambda _: text) == told


def test_the_most_told_claim_leads_its_story(case):
    """Claims of a story come by pages, then outlets."""
    (story,) = overview(case).stories
    assert [line.claim.id for line in story.claims] == ["claim-piers", "claim-months"]
    assert [(line.pages, line.outlets) for line in story.claims] == [(2, 2), (1, 1)]


def test_an_unknown_outlet_is_not_counted(case):
    """A page that does not say whose it is adds a page and no outlet."""
    (claim,) = case.claims(min_articles=2)
    line = count_claims(case, [claim])[0]
    assert line.count == "2 pages, 2 outlets, 1–2 origins"
    with Case.in_memory() as mine:
        found = small_case.paper_page()
        nobody = dataclasses.replace(
            found.articles[0],
            article=dataclasses.replace(
                found.articles[0].article, outlet=None, outlet_name=None
            ),
        )
        mine.add(small_case.agency_page())
        mine.add(dataclasses.replace(found, articles=(nobody,)))
        mine.replace_links(small_case.links())
        told, alone = count_claims(mine, mine.claims())
    assert told.count == "2 pages, 1 outlet and unknown, 1–2 origins"
    assert alone.count == "1 page, outlet unknown, 0–1 origins"


def test_a_story_says_how_many_of_its_articles_are_nobodys(case, capsys, monkeypatch):
    """Names of outlets beside a larger number of articles would hide that some say nothing of theirs."""
    view = glance(case, most=10)
    (story,) = view.stories
    first, *rest = story.articles
    nobody = dataclasses.replace(first, outlet=None, outlet_name=None)
    for articles, words in (
        ((nobody, *rest), "2 articles, 1 of unknown outlet, "),
        ((nobody,), "1 article, outlet unknown\n"),
    ):
        line = dataclasses.replace(story, articles=articles)
        shown = dataclasses.replace(view, stories=(line,))
        monkeypatch.setattr(tables, "glance", lambda *_, shown=shown: shown)
        tables.print_overview(case)
        assert f"  {words}" in capsys.readouterr().out


def test_articles_that_were_not_read_are_counted(case):
    """An article in a language nobody reads yet is not passed over in silence."""
    assert "not English" not in overview(case).count
    found = small_case.paper_page()
    held = found.articles[0]
    french = dataclasses.replace(held, article=dataclasses.replace(held.article, language="fr"))
    with Case.in_memory() as mine:
        mine.add(small_case.agency_page())
        mine.add(dataclasses.replace(found, articles=(french,)))
        told = overview(mine).count
    assert told == "2 pages read · 2 articles, 1 kept and not read (not English) · 0 stories"


def test_a_glance_is_the_beginning_of_the_overview(case):
    """It reads less, and tells the same of the stories it shows."""
    whole = overview(case)
    assert glance(case, 10).stories == whole.stories
    assert glance(case, 10).count == whole.count
    assert glance(case, 0).stories == ()
    assert glance(case, 0).count == whole.count


@pytest.mark.parametrize(
    ("low", "high", "words"), [(1, 1, "1 origin"), (0, 0, "0 origins"), (0, 2, "0–2 origins")]
)
def test_origins_are_counted_as_bounds(case, low, high, words):
    """One number where the bounds agree, both where they do not."""
    claim = dataclasses.replace(case.claims()[0], independent=Independence(low=low, high=high))
    assert count_claims(case, [claim])[0].origins == words
