from dataclasses import replace

import pytest
import small_case

from headwater.case import Case
from headwater.errors import HeadwaterError


@pytest.fixture(scope="module")
def case():
    with Case.in_memory() as made:
        for findings in small_case.pile():
            made.add(findings)
        made.replace_links(small_case.links())
        yield made


def test_claims_come_most_told_first(case):
    """The claim that most articles make leads."""
    assert [claim.id for claim in case.claims()] == ["claim-piers", "claim-months"]


def test_claims_can_be_asked_by_number_of_articles_and_outlet(case):
    """Filters take away the claims that do not fit, and no other."""
    assert [c.id for c in case.claims(min_articles=2)] == ["claim-piers"]
    assert [c.id for c in case.claims(outlet="VELDEN")] == ["claim-piers"]
    assert len(case.claims(outlet="courier")) == 2
    assert case.claims(outlet="nobody") == ()
    agency = small_case.agency_page().articles[0].article.id
    assert [c.id for c in case.claims(articles=[agency])] == ["claim-piers"]
    assert case.claims(articles=[]) == ()


def test_the_first_claims_can_be_asked_for_and_all_be_counted(case):
    """A limit takes the last away; the count does not mind it."""
    assert [c.id for c in case.claims(limit=1)] == ["claim-piers"]
    assert [one.claim.id for one in case.grades(limit=1)] == ["claim-piers"]
    assert case.count_claims() == 2
    assert case.count_claims(min_articles=2) == case.count_claims(outlet="velden") == 1


def test_statements_can_be_asked_by_source_and_article(case):
    """A source is found anywhere in the chain, in any case of letters."""
    agency = small_case.agency_page().articles[0].article.id
    assert len(case.statements()) == 2
    assert [s.article_id for s in case.statements(agency)] == [agency]
    assert [s.article_id for s in case.statements(source="Harbour MASTER")] == [agency]
    assert case.statements(source="nobody") == ()
    assert case.statements(source="name") == (), "that is what JSON calls it, and no source"
    assert case.statements(limit=1) == case.statements()[:1]
    assert case.count_statements() == 2
    assert case.count_statements(agency, source="harbour") == 1
    assert case.count_statements(source="nobody") == 0


def test_a_source_may_hold_any_signs():
    """Quotation marks and backslashes stand in a chain as they stand in the text."""
    found = small_case.agency_page()
    said = found.articles[0].statements[0]
    odd = replace(said.chain[-1], name='the "Old \\ Pier" office')
    said = replace(said, chain=(*said.chain[:-1], odd))
    with Case.in_memory() as mine:
        mine.add(replace(found, articles=(replace(found.articles[0], statements=(said,)),)))
        assert mine.statements(source='"OLD \\ pier"') == (said,)


def test_an_article_can_be_told_by_its_front(case):
    """A front has what the article has, and its days as they are written."""
    for article in case.articles():
        front = case.fronts()[article.id]
        assert (front.page_id, front.outlet) == (article.page_id, article.outlet)
        assert (front.outlet_name, front.title) == (article.outlet_name, article.title)
        days = (article.published_from, article.published_to)
        assert [front.published_from, front.published_to] == [d and str(d) for d in days]
    only = case.articles()[0]
    assert case.articles([only.id]) == (only,)


def test_events_can_be_asked_by_type_actor_and_status(case):
    """Filters take away the events that do not fit; an actor is an id, a name or words of a participant."""
    every = case.events()
    assert every
    assert case.events(type="close") == case.events(status="reported") == every
    assert case.events(actor="a") == every
    words = every[0].actor_words[0].text.upper()
    assert every[0] in case.events(actor=words)
    assert case.events(type="AID") == case.events(status="denied") == ()
    assert case.events(actor="nobody at all") == ()


def test_an_origin_comes_with_all_that_rests_on_it(case):
    """The origin behind most articles leads, with its claims and articles."""
    first, second = case.origins()
    assert (first.origin.name, first.claim_ids) == ("harbour master", ("claim-piers",))
    assert len(first.article_ids) == 2
    assert second.origin.name == "two tired sources"


def test_an_origin_is_one_by_whatever_road_its_claims_came():
    """One claim has the harbour master directly, another through the pilot: it is one row."""
    links = small_case.links()
    piers, months = links.claims
    (master,) = piers.origins
    months = replace(months, origins=(replace(master, through="the pilot"),))
    with Case.in_memory() as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(replace(links, claims=(piers, months)))
        (row,) = case.origins()
    assert row.claim_ids == ("claim-months", "claim-piers")
    assert row.origin.through is None


def test_an_actor_answers_to_every_alias(case):
    """An actor is found by part of any of its names."""
    assert [a.name for a in case.actors("marenHAVEN")] == ["Port Maren"]
    assert case.actors("nobody") == ()


def test_a_ghost_is_a_report_that_nobody_holds(case):
    """Reports that the pile holds are not ghosts."""
    assert [ghost.outlet_name for ghost in case.ghosts()] == ["Marenpost"]


def test_a_claim_is_found_by_the_beginning_of_its_id(case):
    """As many letters as set it apart are enough; fewer, or wrong ones, are refused."""
    assert case.claim("claim-p").id == "claim-piers"
    for wrong in ("claim-", "", "nothing", "claim-%"):
        with pytest.raises(HeadwaterError):
            case.claim(wrong)


def test_search_finds_words_wherever_accents_and_capitals_stand(case):
    """A search needs all of its words, and shows them in brackets."""
    (hit,) = case.search("HÁRBOUR master")
    assert hit.outlet_name == "Velden"
    assert "[harbour] [master]" in hit.snippet
    assert case.search("harbour nowhere") == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"port maren"', 2),
        ('"maren port"', 0),
        ("harb*", 1),
        ("master OR months", 2),
        ("OR master OR", 0),
        ("master OR", 1),
        ('"unclosed piers', 0),
        ("piers-shut", 1),
        ("piers AND", 2),
        ("NEAR(port maren)", 0),
        ("text:piers ^ {}", 0),
        ("mäster's'; --", 0),
        ("-piers", 2),
    ],
)
def test_nothing_typed_breaks_a_search(case, query, found):
    """Quotation marks and operators of the engine are words like others."""
    assert len(case.search(query)) == found


@pytest.mark.parametrize("query", ["", "  ", '""', "*", "OR", "- ' --", "\0"])
def test_a_search_without_a_word_is_refused(case, query):
    """A query that holds no word is an error with a remedy, not an empty answer."""
    if query == "OR":
        assert case.search(query) == ()
        return
    with pytest.raises(HeadwaterError, match="no word"):
        case.search(query)


def test_a_search_stops_at_its_limit(case):
    """No more hits come back than were asked for, and the first is the best."""
    assert len(case.search("piers", limit=1)) == 1
    scores = [hit.score for hit in case.search("piers")]
    assert scores == sorted(scores, reverse=True)
