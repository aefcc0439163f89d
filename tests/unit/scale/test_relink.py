"""Adding to a case links anew what must be, and the result is that of linking all of it."""

from dataclasses import replace

import pytest
from small_pile import article, day, paper, person, says

from headwater.case import TABLES, Case
from headwater.linking import take_fingerprint
from headwater.model import Links, Page, PageFindings, PageStatus, Polarity
from headwater.scale.run import relink
from headwater.settings import LinkingSettings, Settings

PIERS = "two piers of Port Maren were shut on Monday after a crane fell across the quay"
GOATS = "the cheese fair of Ostrel opens with a parade of forty goats and a prize"


def page(findings):
    key = findings.article.page_id
    made = Page(
        id=key, name=key, names=(key,), url=None, sha256=key, size=1, format="text",
        encoding="utf-8", status=PageStatus.READ, reason=None,
    )  # fmt: skip
    found = replace(findings, fingerprint=b"")
    return PageFindings(
        page=made, articles=(replace(found, fingerprint=take_fingerprint(found).pack()),)
    )


def add(case, *findings, settings=None):
    """Add articles, link, and give the neighbourhoods that were linked anew."""
    before = set(case.neighbourhoods())
    for one in findings:
        case.add(page(one))
    relink(case, settings or Settings())
    return sorted(
        tuple(key for key, _ in n.articles) for n in case.neighbourhoods() if n not in before
    )


def lines(case):
    return {table.name: list(case.lines(table.name)) for table in TABLES}


def assert_as_rebuilt(case, *findings):
    with Case.in_memory() as anew:
        add(anew, *findings)
        assert lines(case) == lines(anew)


@pytest.fixture
def piers():
    said = says(PIERS, person("Ilan Brode"))
    return article("Quill Post", said, says("nobody was hurt"), key="piers", day=day(3))


@pytest.fixture
def goats():
    return article("Marsh Gazette", says(GOATS, paper("Velden Wire")), key="goats", day=day(3))


def test_only_the_neighbourhood_an_article_comes_into_is_linked_anew(piers, goats):
    """A retelling joins its story; the other story stays as it was linked."""
    retold = article(
        "Halyard Tribune", says(PIERS, paper("Quill Post")), key="retold", day=day(4)
    )
    with Case.in_memory() as case:
        assert add(case, piers, goats) == [("goats",), ("piers",)]
        assert add(case, retold) == [("piers", "retold")]
        assert_as_rebuilt(case, piers, goats, retold)
        assert add(case) == []


def test_an_outlet_that_is_now_held_changes_what_cites_it_elsewhere(piers, goats):
    """The first article of an outlet cited in another story turns that origin from ghost to outlet."""
    wire = article("Velden Wire", says("the locks of Tarsk froze in the night"), key="locks")
    with Case.in_memory() as case:
        add(case, piers, goats)
        assert {o.kind for c in case.claims() if GOATS in c.text for o in c.origins} == {
            "ghost"
        }
        assert add(case, wire) == [("goats",), ("locks",)]
        assert {o.kind for c in case.claims() if GOATS in c.text for o in c.origins} == {
            "outlet"
        }
        assert_as_rebuilt(case, piers, goats, wire)


def test_a_page_read_anew_is_linked_anew(piers, goats):
    """The same article with another finding in it is not what was linked before."""
    denied = replace(piers.statements[0], polarity=Polarity.NEGATIVE)
    again = replace(piers, statements=(denied, *piers.statements[1:]))
    with Case.in_memory() as case:
        add(case, piers, goats)
        assert add(case, again) == [("piers",)]
        assert_as_rebuilt(case, again, goats)


def test_an_actor_has_the_names_of_all_articles(piers, goats):
    """A name met in a new article is added to those an actor has from articles that stay."""
    other = article(
        "Dune Argus", says(GOATS + " for cheese", person("Ilan Brode")), key="other"
    )
    with Case.in_memory() as case:
        add(case, piers, goats)
        add(case, other)
        (brode,) = case.actors("Ilan Brode")
        assert [alias.seen_in for alias in brode.aliases] == ["other", "piers"]
        assert_as_rebuilt(case, piers, goats, other)


def test_an_actor_whom_a_page_read_anew_no_longer_names_is_gone(piers, goats):
    """Names stay only where they still stand, though the article's id is what it was."""
    other = article("Quill Post", says(PIERS), says("nobody was hurt"), key="piers", day=day(3))
    with Case.in_memory() as case:
        add(case, piers, goats)
        assert case.actors("Ilan Brode")
        add(case, other)
        assert not case.actors("Ilan Brode")
        assert_as_rebuilt(case, other, goats)


def test_other_dials_link_everything_anew(piers, goats):
    """Links made with other settings do not stay."""
    with Case.in_memory() as case:
        add(case, piers, goats)
        changed = Settings(linking=LinkingSettings(same_claim=0.9))
        assert add(case, settings=changed) == [("goats",), ("piers",)]


def test_links_put_in_by_hand_do_not_stay(piers, goats):
    """What ``replace_links`` stored belongs to no neighbourhood, and goes when a run links."""
    with Case.in_memory() as case:
        add(case, piers, goats)
        links = case.stories()
        case.replace_links(Links(stories=links))
        add(case)
        assert_as_rebuilt(case, piers, goats)


def test_a_spelling_met_elsewhere_makes_two_actors_one(goats):
    """The article that spells a name otherwise changes who speaks in a story it has no part in."""
    first = article("Quill Post", says(PIERS, person("Abdelkarim Zahrani")), key="first")
    other = article(
        "Dune Argus", says(GOATS + " for cheese", person("Abdulkareem al-Zahrani")), key="other"
    )
    last = article(
        "Marsh Gazette", says("a cow sang", person("Abdul Karim Zahrani")), key="last"
    )
    with Case.in_memory() as case:
        add(case, goats, other)
        add(case, first)
        assert [a.id for a in case.actors("Zahrani")] == [person("Abdelkarim Zahrani").actor_id]
        assert {o.id for c in case.claims() for o in c.origins if "Zahrani" in o.name} == {
            person("Abdelkarim Zahrani").actor_id
        }
        assert_as_rebuilt(case, goats, other, first)
        add(case, last)
        assert_as_rebuilt(case, goats, other, first, last)
