from dataclasses import replace

import pytest
from small_pile import article, link, one_storyline, only, paper, says
from test_shingles import REPORT

from headwater.linking import trace_derivations
from headwater.model import Credit, DerivationKind, LinkKind
from headwater.settings import LinkingSettings

PIERS = "two piers of Port Maren were shut"
WIRE = paper("Nightwater Wire")


def trace(*findings):
    return trace_derivations(findings, one_storyline(*findings), LinkingSettings())


def kinds(*findings):
    """What each article does with the reports it names, by the report's outlet."""
    return {(d.article_id, d.upstream_name): d.kind for d in trace(*findings)}


def test_a_name_translated_word_for_word_translates():
    """ "the Middle East newspaper" is a known paper's name put into English."""
    one = link("Middle East newspaper", LinkKind.OUTLET, "outlet/asharq-al-awsat")
    found = only(trace(article("Quill Post", says(PIERS, one))))
    assert found.kind is DerivationKind.TRANSLATES
    one = link("Asharq Al-Awsat", LinkKind.OUTLET, "outlet/asharq-al-awsat")
    assert only(trace(article("Quill Post", says(PIERS, one)))).kind is DerivationKind.REWRITES


def test_the_kind_of_a_named_derivation_is_told_by_where_the_name_stands():
    """In the first two paragraphs it is what the article is written from, further down a citation."""
    wire = paper("Nightwater Wire")
    early = article("Quill Post", says(PIERS, wire), lead=("Fog.",))
    late = article("Quill Post", says(PIERS, wire), lead=("Fog.", "Rain."))
    assert only(trace(early)).kind is DerivationKind.REWRITES
    assert only(trace(late)).kind is DerivationKind.CITES


def test_a_credit_line_copies():
    """A text credited to an agency is its text."""
    credit = Credit(name="Reuters", words="(Reuters)")
    post = article("Quill Post", lead=("Fog.",), credits_=[credit])
    assert only(trace(post)).kind is DerivationKind.COPIES


def test_a_translated_name_further_down_is_a_citation():
    """That one remark comes from a foreign paper does not make the article a translation of it."""
    one = link("Middle East newspaper", LinkKind.OUTLET, "outlet/asharq-al-awsat")
    late = article("Quill Post", says(PIERS, one), lead=("Fog.", "Rain."))
    assert only(trace(late)).kind is DerivationKind.CITES


def test_a_text_under_two_flags_that_both_name_one_unseen_report_is_that_report_s():
    """Neither wrote it, and the one whom both name is the one who can have."""
    post = article("Quill Post", says(PIERS, WIRE), key="post", lead=REPORT)
    gazette = article(
        "Marsh Gazette", says("the quay is shut", WIRE), key="gazette", lead=REPORT
    )
    assert set(kinds(post, gazette).values()) == {DerivationKind.COPIES}
    assert kinds(post) == {("post", "Nightwater Wire"): DerivationKind.CITES}


@pytest.mark.parametrize(
    "other",
    [
        {"outlet": "Quill Post"},
        {"links": [WIRE, paper("Quill Post")]},
        {"credits_": [Credit(name="Reuters", words="(Reuters)")]},
    ],
)  # fmt: skip
def test_a_shared_text_that_somebody_else_may_have_written_is_not_said_to_be_copied(other):
    """One outlet prints its own text twice; one has it from the other; a credit line says whose it is."""
    post = article("Quill Post", says(PIERS, WIRE), key="post", lead=REPORT)
    told = [
        says(f"the quay {n} is shut", one) for n, one in enumerate(other.get("links", [WIRE]))
    ]
    gazette = article(
        other.get("outlet", "Marsh Gazette"), *told, key="gazette", lead=REPORT, credits_=other.get("credits_", ())
    )  # fmt: skip
    assert kinds(post, gazette)["post", "Nightwater Wire"] is DerivationKind.CITES


def test_of_two_reports_that_both_name_neither_is_said_to_be_the_text():
    """Whose words they are, nothing tells."""
    links = [says("the quay is shut", paper("Velden Wire")), says(PIERS, WIRE)]
    pile = [article(o, *links, key=o, lead=REPORT) for o in ("Quill Post", "Marsh Gazette")]
    assert set(kinds(*pile).values()) == {DerivationKind.CITES}


def test_what_denies_a_report_is_not_its_text():
    """A correction printed by two outlets is about the report."""
    denial = says(PIERS, WIRE, cue_class="doubt")
    pile = [article(o, denial, key=o, tail=REPORT) for o in ("Quill Post", "Marsh Gazette")]
    assert set(kinds(*pile).values()) == {DerivationKind.REWRITES}
    plain = [article(o, says(PIERS, WIRE), key=o, tail=REPORT) for o in ("Quill Post", "Marsh Gazette")]  # fmt: skip
    assert set(kinds(*plain).values()) == {DerivationKind.COPIES}


def test_who_names_one_report_late_in_a_story_that_others_write_from_it_does_so_too():
    """The story is that report's; who names a second report may have the story from there."""
    late = article("Quill Post", says(PIERS, WIRE), key="late", lead=("Fog.", "Rain."))
    early = article("Marsh Gazette", says("the quay is shut", WIRE), key="early")
    assert kinds(late, early)["late", "Nightwater Wire"] is DerivationKind.REWRITES
    both = article("Quill Post", says(PIERS, WIRE), says("rain fell", paper("Velden Wire")), key="late", lead=("Fog.", "Rain."))  # fmt: skip
    assert kinds(both, early)["late", "Nightwater Wire"] is DerivationKind.CITES
    apart = [replace(s, id=s.article_ids[0]) for f in (late, early) for s in one_storyline(f)]
    found = trace_derivations([late, early], one_storyline(late, early), LinkingSettings(), stories=apart)  # fmt: skip
    assert {d.article_id: d.kind for d in found}["late"] is DerivationKind.CITES
