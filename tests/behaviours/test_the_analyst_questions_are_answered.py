"""Promise: thirteen questions an analyst asked of the five seed pages are answered, each with its words.

The questions and their answers stand in ``analyst_questions`` of the gold beside this repository; the commands that
answer them, with what they print, in ``docs/analyst-questions.md``.
"""

import json
from pathlib import Path

import pytest

import headwater

_SHARED = Path(__file__).parents[3] / "shared"
_SEEDS, _GOLD = _SHARED / "seeds", _SHARED / "gold" / "cross.json"

pytestmark = pytest.mark.skipif(
    not (_SEEDS.is_dir() and _GOLD.is_file()),
    reason="the seed pages and their gold (../shared) are not beside this repository",
)


@pytest.fixture(scope="module")
def case():
    """The five seed pages, read."""
    return headwater.read(_SEEDS)


@pytest.fixture(scope="module")
def articles(case):
    """Articles by the page they stand on and their number there: "003.2" is the second of page 003."""
    page_of = {page.id: page.name[:3] for page in case.pages()}
    found = sorted(
        case.articles(), key=lambda a: (page_of[a.page_id], a.page_spans[0].page_start)
    )
    numbered = {}
    for one in found:
        page = page_of[one.page_id]
        numbered[f"{page}.{1 + sum(key.startswith(page) for key in numbered)}"] = one
    return numbered


def chain(statement):
    return [link.name for link in statement.chain[1:]]


def saying(case, words, **asked):
    """The one outermost statement whose content holds these words."""
    (found,) = [s for s in case.statements(**asked) if words in s.told and s.nested_in is None]
    return found


def test_these_are_the_questions():
    """One test a question: a new one wants a test too."""
    asked = {q["id"] for q in json.loads(_GOLD.read_text("utf-8"))["analyst_questions"]}
    tested = {name[5:9].upper() for name in globals() if name.startswith("test_qa")}
    assert asked == tested


def test_qa01_how_many_articles_are_on_the_pages(articles):
    """Six; the second one of page 003 begins at its second headline."""
    assert sorted(articles) == ["000.1", "001.1", "002.1", "003.1", "003.2", "004.1"]
    assert [articles[f"003.{n}"].page_spans[0].page_start for n in (1, 2)] == [0, 2776]


def test_qa02_which_articles_rest_on_the_same_report(case, articles):
    """002 and the first of 003 do, on Asharq Al-Awsat's report and on Radio Farda's; no others."""
    shared = {
        b.report.outlet_name: {one.article_id: one.words for one in b.articles}
        for story in case.held_stories()
        for b in story.reports
        if len(b.articles) > 1
    }
    both = {articles["002.1"].id, articles["003.1"].id}
    assert {name: set(told) for name, told in shared.items()} == {
        "Asharq Al-Awsat": both,
        "Radio Farda": both,
    }
    assert "Middle East newspaper" in shared["Asharq Al-Awsat"][articles["002.1"].id]
    assert "told Radio Farda" in shared["Radio Farda"][articles["003.1"].id]


def test_qa08_who_is_behind_the_recommendation_to_wait(case, articles):
    """Nobody says: "regional" by 002, nothing by 003; one commitment with all its tellings."""
    (held,) = [c for c in case.held_commitments() if c.consequence == "to exercise caution"]
    issuers = [(w.article_id, w.chain[-1].name, w.chain[-1].text) for w in held.wordings]
    assert (articles["002.1"].id, "somebody regional", "regional") in issuers
    assert (articles["003.1"].id, None, None) in issuers
    assert all(name in {None, "somebody regional"} for _, name, _ in issuers)


def test_qa09_which_claim_became_bolder(case, articles):
    """The one about intervention: "may change", and then "could happen soon"."""
    (found,) = case.side_by_side(kind="modality-escalated")
    assert (found.from_text, found.to_text) == ("may change", "could happen soon")
    assert (found.before.article_id, found.after.article_id) == (
        articles["003.1"].id,
        articles["002.1"].id,
    )


def test_qa10_which_claim_lost_its_attribution(case, articles):
    """That the leaders went: on sources' word in 003, in 002 on nobody's."""
    lost = case.side_by_side(kind="attribution-dropped")
    (found,) = [
        d for d in lost if "have moved to locations in Syria and Lebanon" in d.after.text
    ]
    assert found.from_text == "informed Iraqi sources"
    assert "have headed to Syria and Lebanon" in found.before.text
    told = {(d.before.article_id, d.after.article_id) for d in lost}
    assert told == {(articles["003.1"].id, articles["002.1"].id)}


def test_qa11_who_took_part_in_the_meeting_with_maliki_and_who_reported_it(case):
    """Two by name and office, with Maliki and faction leaders, one group by name in one telling; Radio Farda's sources."""
    (met,) = case.held_events(type="CONSULT", actor="Nouri al-Maliki")
    assert met.actors == (
        "Deputy commander of Iran’s Quds Force Mohammad Reza Fallahzadeh",
        "Iranian Ambassador to Baghdad Mohammad Kazem Al Sadeq",
    )
    assert met.recipients == (
        "former Iraqi Prime Minister Nouri al-Maliki",
        "leaders of pro-Iran factions",
    )
    assert met.others == ("Kata'ib Hezbollah",)
    assert "Hezbollah Brigades" in met.tellings[1].recipients
    assert [(o.kind.value, o.owner) for o in met.origins] == [("unnamed", "Radio Farda")]
    assert met.place is None


def test_qa12_hezbollah_brigades_are_not_the_lebanese_hezbollah(case):
    """They are Kata'ib Hezbollah, an actor of its own."""
    (brigades,) = case.actors_called("Hezbollah Brigades")
    assert brigades.id == "group/kataib-hezbollah"
    assert "group/hezbollah-lebanon" in {a.id for a in case.actors("Hezbollah")} - {brigades.id}


def test_qa13_what_would_lead_the_factions_to_intervene(case):
    """More parties in a wider war, and orders from Iran."""
    triggers = {w.trigger for c in case.held_commitments() for w in c.wordings}
    assert "depending on the expansion of the war theater and the involvement of more parties" in triggers  # fmt: skip
    assert "if the war expands and more parties become involved" in triggers
    assert {"without clear Iranian orders", "without any clear Iranian orders"} <= triggers


def test_qa18_how_many_rockets_and_who_says_so(case):
    """Over 200 by Hezbollah; the Israeli military gives no number."""
    ours = saying(case, "over 200 rockets", source="Hezbollah")
    theirs = saying(case, "numerous projectiles", source="Israel Defense Forces")
    assert (chain(ours), chain(theirs)) == (["Hezbollah"], ["Israel Defense Forces"])
    (count,) = [q for q in case.quantities(ours.article_id) if q.text == "over 200 rockets"]
    assert (count.low, count.high, count.bound) == (200, None, "lower_exclusive")


def test_qa19_who_acknowledged_killing_nasser_and_when(case):
    """The Israeli military; "a day earlier", and no more certain day."""
    said = saying(case, "had killed Mohammad Naameh Nasser")
    assert (chain(said), [c.text for c in said.cue]) == (
        ["Israel Defense Forces"],
        ["acknowledged"],
    )
    (killed,) = case.events(type="ASSAULT", actor="Nasser")
    assert (killed.actors, killed.when.text) == (("organ/idf",), "a day earlier")
    assert killed.from_ is killed.to is None


def test_qa20_what_are_the_casualties_and_who_stands_for_them(case, articles):
    """16 soldiers, 11 civilians, more than 450 people; on nobody's word but the page's."""
    article = articles["003.2"]
    counted = {q.text: q.value for q in case.quantities(article.id)}
    wanted = {"16 soldiers": 16, "11 civilians": 11, "more than 450 people": 450}
    assert wanted.items() <= counted.items()
    tolls = [s for s in case.statements(article.id) if "have been killed" in s.told]
    assert [(s.voice.value, chain(s)) for s in tolls] == [("outlet_voice", [])] * 2


def test_qa21_when_will_hezbollah_stop_its_attacks(case):
    """Once there is a cease-fire in Gaza."""
    (held,) = case.held_commitments(kind="promise")
    assert held.issuer == "group's leadership"
    assert (held.trigger, held.consequence) == (
        "once there is a cease-fire in Gaza",
        "it will stop its attacks",
    )


def test_qa22_when_was_the_second_article_published(articles):
    """Not before the day of its photograph, which is not its own; no more is on the page."""
    article = articles["003.2"]
    assert (str(article.published_from), article.published_to) == ("2024-06-26", None)
    assert "lower bound" in article.date_evidence
