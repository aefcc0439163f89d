from dataclasses import replace
from datetime import date

import pytest
from small_pile import article, day

from headwater.lexicon import outlet_id
from headwater.linking.windows import Window, find_window
from headwater.model import Derivation, DerivationKind, Evidence

LEDGER = outlet_id("Vanmere Ledger")

THURSDAY = day(8)


def citing(sentence, on=THURSDAY, key="post"):
    """Give an article of Thursday, 8 May 2031, or of another day, that cites the Ledger in this sentence."""
    found = article("Quill Post", key=key, day=on, lead=("Fog lay on the quay on Monday.", sentence)).article  # fmt: skip
    start = found.text.index("Ledger")
    evidence = Evidence(start=start, end=start + 6, text="Ledger", why="names it")
    derivation = Derivation(
        id=key, article_id=key, upstream_article_id=None, upstream_report_id="ghost", upstream_name="Vanmere Ledger",
        upstream_outlet=LEDGER, kind=DerivationKind.CITES, basis="named", evidence=(evidence,),
    )  # fmt: skip
    return found, derivation


def window(*cited):
    found = find_window([d for _, d in cited], {a.id: a for a, _ in cited})
    return found.first, found.last


@pytest.mark.parametrize(
    "sentence",
    [
        "Two piers were shut, the Ledger reported on Tuesday.",
        "Two piers were shut, the Ledger reported late Tuesday, citing a diver.",
        "The Ledger on Tuesday reported that two piers were shut.",
        "Two piers were shut, according to Tuesday's report in the Ledger.",
        "Two piers were shut, said a report of May 6 in the Ledger.",
        "Two piers were shut, the Ledger reported two days ago.",
    ],
)
def test_a_day_beside_a_word_of_reporting_is_the_day_of_the_report(sentence):
    """Words for one day, counted from the day of the page that cites it."""
    assert window(citing(sentence)) == (date(2031, 5, 6), date(2031, 5, 6))


@pytest.mark.parametrize(
    "sentence",
    [
        "Two piers were shut on Tuesday, the Ledger reported.",
        "The Ledger reported that two piers were shut on Tuesday.",
        "On Tuesday two piers were shut, the Ledger reported.",
    ],
)
def test_the_day_of_what_is_told_is_not_the_day_of_the_report(sentence):
    """Then the report is as old as anybody likes, and no younger than the page that cites it."""
    assert window(citing(sentence)) == (None, day(8))


def test_the_first_page_that_cites_it_bounds_it():
    """It was out before the earliest of them; a page without a day says nothing."""
    cited = [
        citing("The Ledger reported that two piers were shut.", on=n, key=str(n))
        for n in (day(9), day(7), None)
    ]
    assert window(*cited) == (None, day(7))


def test_a_page_without_a_day_of_its_own_leaves_it_open():
    """ "On Tuesday" of an unknown week is no day."""
    assert window(citing("The Ledger reported on Tuesday that two piers shut.", on=None)) == (None, None)  # fmt: skip


def test_a_day_after_the_first_page_that_cites_it_is_not_believed():
    """Two pages, and the earlier one is older than the day that the later one gives."""
    early = citing("The Ledger reported that two piers were shut.", on=day(5), key="early")
    late = citing("The Ledger reported on Tuesday that two piers were shut.", key="late")
    assert window(early, late) == (None, day(5))


def test_where_pages_name_several_days_all_are_possible():
    """From the first to the last of them."""
    one = citing("The Ledger reported on Tuesday that two piers were shut.", key="one")
    two = citing("The Ledger reported on Wednesday that two piers were shut.", key="two")
    assert window(one, two) == window(two, one) == (date(2031, 5, 6), date(2031, 5, 7))


def test_without_words_that_cite_it_only_the_end_is_known():
    """No more is claimed than the evidence says."""
    found, derivation = citing("The Ledger reported on Tuesday that two piers were shut.")
    bare = replace(derivation, evidence=())
    assert find_window([bare], {found.id: found}) == Window(first=None, last=day(8))
