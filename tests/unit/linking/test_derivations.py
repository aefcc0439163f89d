from dataclasses import replace

import pytest
from small_pile import (
    article,
    axis,
    day,
    described,
    one_storyline,
    only,
    paper,
    person,
    says,
)
from test_shingles import REPORT

from headwater.lexicon import outlet_id
from headwater.linking import trace_derivations
from headwater.linking.reports import ghost_report_id, held_report_id
from headwater.model import ActorKind, Credit, DerivationKind
from headwater.settings import LinkingSettings

PIERS = "two piers of Port Maren were shut"


def trace(*findings, storylines=None):
    return trace_derivations(
        findings, storylines or one_storyline(*findings), LinkingSettings()
    )


def flows(derivations):
    return {(d.article_id, d.upstream_article_id) for d in derivations}


def told(outlet, key, *numbers, when=None, **more):
    """An article of statements along these axes, which share no run of words with another's."""
    tellings = [says(f"{key} thing {n} of {key}", vector=axis(n)) for n in numbers]
    return article(outlet, *tellings, key=key, day=when, **more)


def test_who_names_an_outlet_flows_from_its_report_in_the_pile():
    """A cited outlet's own article in the same storyline is the upstream, known by name."""
    wire = article("Nightwater Wire", says(PIERS, person("Ilan Brode")), key="wire")
    post = article("Quill Post", says("the quay is closed", paper("Night Water")), key="post")
    found = only(trace(wire, post))
    assert (found.article_id, found.upstream_article_id) == ("post", "wire")
    assert found.upstream_report_id == held_report_id("wire")
    assert (found.upstream_name, found.basis) == ("Nightwater Wire", "named")
    assert [e.text for e in found.evidence] == ["Night Water said"]


def test_a_report_that_is_not_held_is_a_ghost():
    """An outlet the pile has nothing of is an upstream without an article, under its own id."""
    post = article("Quill Post", says(PIERS, paper("Nightwater Wire")), key="post")
    found = only(trace(post))
    assert found.upstream_article_id is None
    assert found.upstream_report_id == ghost_report_id(outlet_id("Nightwater Wire"), "line")
    assert (found.upstream_name, found.upstream_outlet) == (
        "Nightwater Wire",
        outlet_id("Nightwater Wire"),
    )


def test_another_matter_of_the_cited_outlet_is_not_the_report_meant():
    """An article of the outlet in another storyline leaves the report a ghost."""
    wire = article("Nightwater Wire", says("the fair opens", person("Ilan Brode")), key="wire")
    post = article("Quill Post", says(PIERS, paper("Nightwater Wire")), key="post")
    apart = one_storyline(wire) + one_storyline(post)
    assert only(trace(wire, post, storylines=apart)).upstream_article_id is None


def test_another_story_of_the_same_matter_is_not_the_report_meant_unless_it_reads_alike():
    """An outlet writes on a matter more than once: only its report of this news, or this text, will do."""
    wire = told("Nightwater Wire", "wire", 1, 2, 3)
    post = article("Quill Post", says(PIERS, paper("Nightwater Wire")), key="post")
    line, apart = one_storyline(wire, post), one_storyline(wire) + one_storyline(post)
    apart = [replace(story, id=f"story-{n}") for n, story in enumerate(apart)]

    def upstream(stories):
        traced = trace_derivations([wire, post], line, LinkingSettings(), stories=stories)
        return only(traced).upstream_article_id

    assert upstream(line) == "wire"
    assert upstream(apart) is None


def test_a_later_article_is_not_the_report_meant():
    """Nobody cites what came out on a later day; on the same day he may."""
    post = article("Quill Post", says(PIERS, paper("Nightwater Wire")), key="post", day=day(4))
    for number, held in ((5, None), (4, "wire")):
        wire = article("Nightwater Wire", lead=("Fog.",), key="wire", day=day(number))
        assert only(trace(wire, post)).upstream_article_id == held


def test_of_two_reports_of_the_cited_outlet_the_likest_is_meant():
    """Text decides between two articles of one outlet."""
    far = article(
        "Nightwater Wire", key="a", lead=("Fog lay over the hills for all of the week.",)
    )
    near = article("Nightwater Wire", key="b", lead=REPORT)
    credit = Credit(name="Nightwater Wire", words="(Nightwater Wire)")
    post = article("Quill Post", key="c", lead=REPORT[1:], credits_=[credit])
    assert ("c", "b") in flows(trace(far, near, post))
    assert ("c", "a") not in flows(trace(far, near, post))


@pytest.mark.parametrize("when", [4, None])
def test_a_named_source_whose_text_it_has_is_copied(when):
    """Shared text makes a naming a copy, wherever the name stands; the source does not copy back."""
    wire = article("Nightwater Wire", key="wire", lead=REPORT, day=when and day(when))
    post = article(
        "Quill Post", says("the quay is closed", paper("Nightwater Wire")),
        key="post", lead=REPORT, day=when and day(when + 1),
    )  # fmt: skip
    found = only(trace(wire, post))
    assert flows([found]) == {("post", "wire")}
    assert (found.kind, found.basis) == (DerivationKind.COPIES, "named")


def test_the_later_of_two_twins_copies_the_earlier():
    """The same text under two flags flows from the earliest day, by text alone."""
    a = article("Quill Post", key="a", lead=REPORT, day=day(5))
    b = article("Marsh Gazette", key="b", lead=REPORT, day=day(4))
    found = only(trace(a, b))
    assert (found.article_id, found.upstream_article_id) == ("a", "b")
    assert (found.kind, found.basis) == (DerivationKind.COPIES, "text")
    assert found.evidence[0].text == REPORT[0]


def test_a_twin_that_names_its_source_is_not_said_to_copy_another():
    """Whom it names is whom it has it from; its having the text of a third adds nothing."""
    credit = Credit(name="Reuters", words="(Reuters)")
    a = article("Quill Post", key="a", lead=REPORT, day=day(5), credits_=[credit])
    b = article("Marsh Gazette", key="b", lead=REPORT, day=day(4))
    assert flows(trace(a, b)) == {("a", None)}


@pytest.mark.parametrize("when", [4, None])
def test_a_report_does_not_copy_the_twin_that_credits_it(when):
    """The wire's own page, word for word that of the paper that credits the wire, flows from nobody."""
    credit = Credit(name="Nightwater Wire", words="(Nightwater Wire)")
    wire = article(
        "Nightwater Wire", key="z", lead=REPORT, day=when and day(when), credits_=[credit]
    )
    post = article(
        "Quill Post", key="a", lead=REPORT, day=when and day(when + 1), credits_=[credit]
    )
    assert flows(trace(wire, post)) == {("a", "z")}


def test_of_two_that_share_text_the_later_day_flows_from_the_earlier():
    """Dates decide first, also against fullness."""
    part = article("Quill Post", key="a", lead=REPORT[:2], day=day(4))
    whole = article("Marsh Gazette", key="b", lead=REPORT, day=day(5))
    found = only(trace(part, whole))
    assert flows([found]) == {("b", "a")}
    assert found.evidence[0].why.endswith("the other is the earlier")
    assert "100%" in found.evidence[0].why


def test_without_dates_the_fuller_text_comes_first():
    """A trimmed copy is made of the whole."""
    part = article("Quill Post", key="a", lead=REPORT[:2])
    whole = article("Marsh Gazette", key="b", lead=REPORT)
    assert flows(trace(part, whole)) == {("a", "b")}


def test_without_dates_who_names_nobody_flows_from_who_names_a_source():
    """The spun copy drops the agency's name; the reprint that keeps it came first."""
    credit = Credit(name="Reuters", words="(Reuters)")
    kept = article("Quill Post", key="a", lead=REPORT[:2], credits_=[credit])
    spun = article("Marsh Gazette", key="b", lead=REPORT)
    assert flows(trace(kept, spun)) == {("a", None), ("b", "a")}


def test_two_that_both_name_somebody_are_siblings():
    """Shared text between two that say whom they have it from is no edge between them."""
    reuters = Credit(name="Reuters", words="(Reuters)")
    a = article("Quill Post", key="a", lead=REPORT, credits_=[reuters])
    b = article("Marsh Gazette", key="b", lead=REPORT[:2], credits_=[reuters])
    assert flows(trace(a, b)) == {("a", None), ("b", None)}


def test_two_that_answer_a_report_in_one_text_have_it_from_each_other():
    """What says that the wire was wrong is not the wire's text: the cut copy has it from the fuller."""
    answer = says(PIERS, paper("Nightwater Wire"), cue_class="doubt")
    a = article("Quill Post", answer, key="a", lead=REPORT[:2])
    b = article("Marsh Gazette", answer, key="b", lead=REPORT)
    found = trace(a, b)
    assert flows(found) == {("a", None), ("b", None), ("a", "b")}
    assert only(d for d in found if d.upstream_article_id).kind is DerivationKind.COPIES


def test_of_a_report_and_its_reprint_the_report_is_the_parent():
    """A copy like both is taken from the one the other names, even where the other is nearer."""
    wire = article("Nightwater Wire", key="wire", lead=REPORT, day=day(3))
    more = "The mayor of Port Maren will speak about the wreck in the evening."
    credit = Credit(name="Nightwater Wire", words="(Nightwater Wire)")
    reprint = article(
        "Quill Post", key="a", lead=(*REPORT, more), day=day(4), credits_=[credit]
    )
    copy = article("Marsh Gazette", key="b", lead=(*REPORT[1:], more), day=day(5))
    assert flows(trace(wire, reprint, copy)) == {("a", "wire"), ("b", "wire")}


def test_a_retelling_in_other_words_flows_by_its_order():
    """The same statements in the same order, without one run of words in common, rewrite."""
    first = told("Nightwater Wire", "a", 0, 1, 2, 3, when=day(4))
    second = told("Quill Post", "b", 0, 1, 2, 3, when=day(5))
    found = only(trace(first, second))
    assert flows([found]) == {("b", "a")}
    assert (found.kind, found.basis) == (DerivationKind.REWRITES, "text")
    assert found.evidence[0].why.startswith("tells 100% of its statements in the same order")


def test_what_another_story_tells_again_it_need_not_have_from_there():
    """A follow-up tells the same things in the same order; nothing shows whose report it has them from."""
    first = told("Nightwater Wire", "a", 0, 1, 2, 3, when=day(4))
    second = told("Quill Post", "b", 0, 1, 2, 3, when=day(5))
    line, apart = one_storyline(first, second), one_storyline(first) + one_storyline(second)
    apart = [replace(story, id=f"story-{n}") for n, story in enumerate(apart)]
    assert trace_derivations([first, second], line, LinkingSettings(), stories=apart) == ()


def test_too_small_a_share_told_in_order_is_no_retelling():
    """Three statements of ten are a common subject."""
    first = told("Nightwater Wire", "a", *range(10))
    second = told("Quill Post", "b", 0, 1, 2, *range(20, 27))
    assert trace(first, second) == ()


@pytest.mark.parametrize("reverse", [False, True])
def test_each_naming_the_other_flows_both_ways(reverse):
    """A ring is kept as the pages say it, for the count of origins to see."""
    a = article("Quill Post", says(PIERS, paper("Marsh Gazette")), key="a")
    b = article("Marsh Gazette", says("the quay is closed", paper("Quill Post")), key="b")
    assert flows(trace(*((b, a) if reverse else (a, b)))) == {("a", "b"), ("b", "a")}


def test_an_article_that_names_nobody_and_is_like_nothing_flows_from_nothing():
    """Own reporting has no upstream."""
    a = article("Quill Post", says(PIERS, described("officials")), key="a")
    assert trace(a, article("Marsh Gazette", key="b", lead=REPORT)) == ()


def test_prose_that_names_an_upstream_is_named_once():
    """Chain, credit and prose that name one outlet are one derivation with all the words."""
    wire = outlet_id("Nightwater Wire")
    page = article(
        "Quill Post", says(PIERS, paper("Nightwater Wire")),
        lead=("Footage obtained by the Nightwater Wire newsroom shows a crane.",),
        names=[("Nightwater Wire newsroom", wire, ActorKind.AGENCY)],
        credits_=[Credit(name="Reuters", words="(Reuters)")],
    )  # fmt: skip
    found = trace(page)
    assert sorted(d.upstream_outlet for d in found) == ["agency/reuters", wire]
    assert [len(d.evidence) for d in found if d.upstream_outlet == wire] == [2]


def test_a_report_that_an_article_only_denies_is_cited_and_no_more():
    """In its first paragraph or not, what it calls false it does not rewrite."""
    wire = outlet_id("Nightwater Wire")
    denial = says("what the Nightwater Wire published", person("Ilan Brode"), cue_class="doubt")
    names = [("Nightwater Wire", wire, ActorKind.AGENCY)]
    found = only(trace(article("Quill Post", denial, names=names)))
    assert (found.upstream_outlet, found.kind, found.basis) == (
        wire,
        DerivationKind.CITES,
        "denied",
    )
