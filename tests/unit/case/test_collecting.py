import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
from small_links import stored
from small_pile import article, day, paper, person, says

PIERS, BOATS, NETS = "two piers were shut", "forty boats lay idle", "nets rot"
POST, GAZETTE, TRIBUNE = "Quill Post", "Marsh Gazette", "Halyard Tribune"
LEDGER, ECHO = paper("Vanmere Ledger"), paper("Ebbtide Echo")
BRODE = person("Ilan Brode")


@pytest.fixture(scope="module")
def case():
    post = article(POST, says(PIERS, LEDGER), says(BOATS, LEDGER), key="a", day=day(6))
    gazette = article(GAZETTE, says(PIERS, LEDGER), says(NETS, ECHO), key="b", day=day(5))
    tribune = article(TRIBUNE, says(NETS, BRODE), key="c")
    with stored(post, gazette, tribune) as held:
        yield held


def names(found):
    return [wanted.report.outlet_name for wanted in found]


def test_what_settles_most_comes_first(case):
    """The Ledger's report would settle two claims, the Echo's none: Brode tells of the nets as well."""
    ledger, echo = case.collect()
    assert names([ledger, echo]) == ["Vanmere Ledger", "Ebbtide Echo"]
    assert (ledger.settles_claims, ledger.settles_articles) == (2, 2)
    assert len(ledger.must_contain) == 2


def test_a_report_is_known_by_outlet_days_and_what_it_must_contain(case):
    """With the words by which each page names it."""
    (ledger,) = case.collect(limit=1)
    assert (ledger.report.published_from, ledger.report.published_to) == (None, day(5))
    piers, boats = ledger.must_contain
    assert (piers.claim.text, piers.settles, len(piers.tellings)) == (PIERS, True, 2)
    (telling,) = boats.tellings
    assert telling.statement.words.lower() == BOATS
    assert telling.named_by == "Vanmere Ledger"


def test_the_words_that_cite_it_come_by_day(case):
    """Each with the article, and who published it when."""
    (ledger,) = case.collect(limit=1)
    assert ledger.cited_in[0].where.outlet_name == GAZETTE
    assert {word.article_id for word in ledger.cited_in} == {"a", "b"}
    for word in ledger.cited_in:
        assert "Vanmere Ledger" in word.text
        assert case.article(word.article_id).text[word.start : word.end] == word.text


def test_a_case_that_holds_all_it_cites_wants_nothing():
    """Nothing is missing where the Ledger is there."""
    ledger = article("Vanmere Ledger", says(PIERS, BRODE), key="l")
    with stored(article(POST, says(PIERS, LEDGER), key="a"), ledger) as held:
        assert held.collect() == ()
