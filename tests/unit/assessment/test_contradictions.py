"""Who says, who denies, and numbers that do not go together."""

from dataclasses import replace

import numpy as np
import pytest
from small_pile import axis, claim_of, day, hidden, leaning, one_storyline, only, person
from two_tellings import tells, written

from headwater.assessment import find_contradictions, find_drifts
from headwater.model import Polarity, Standing

ENVOY = "the envoy met the commander of the guard at dusk"


def own_claims(*findings):
    return [
        replace(claim_of(f, number=n), id=f"{f.article.id} {n}")
        for f in findings
        for n in range(len(f.statements))
    ]


def contradictions(*findings, claims=None):
    return find_contradictions(
        claims or [claim_of(*findings)], findings, one_storyline(*findings)
    )


def told(outlet, content, number=1, **facts):
    return written(outlet, tells(content, **facts), key=outlet, day=day(number))


def denying(outlet, content, **facts):
    """Give an article in whose first sentence Mara Venn denies something."""
    telling = tells(content, person("Mara Venn"), cue_class="doubt", **facts)
    return written(outlet, telling, key=outlet, day=day(2))


def test_two_counts_of_one_thing_contradict_with_all_who_give_either():
    """Both numbers in the words of a telling, the higher side by itself."""
    pile = [told("Wire", "40 boats left"), told("Post", "60 boats left"), told("Echo", "60 boats left")]  # fmt: skip
    one = only(contradictions(*pile))
    assert (one.claim_id, one.kind) == ("claim", "numbers")
    assert one.why == "40 boats in one telling, 60 boats in the other"
    assert set(one.statement_ids) == {f.statements[0].id for f in pile}
    assert set(one.against) == {f.statements[0].id for f in pile[1:]}


@pytest.mark.parametrize(
    ("other", "cosine", "contradicts"),
    [
        ("more than 40 guards were killed when shells struck the depot at Ulme", 0.45, True),
        ("more than 40 guards were killed when shells struck the depot at Ulme", 0.3, False),
        ("more than 40 guards were hired for the depot at Ulme", 0.45, False),
        ("in all the war more than 40 guards died far away", 0.45, False),
    ],
)
def test_two_tolls_contradict_though_the_tellings_are_less_alike(other, cosine, contradicts):
    """Both count the killed, in some of the same words: that says that they speak of one attack."""
    one = told("Wire", "17 guards were killed in the shelling of the depot")
    against = told("Post", other, vector=leaning(_axis_of(one), cosine, 9))
    found = contradictions(one, against, claims=own_claims(one, against))
    assert bool(found) is contradicts
    assert not found or set(only(found).statement_ids) == {
        f.statements[0].id for f in (one, against)
    }


def _axis_of(finding):
    return int(np.frombuffer(finding.vectors[0], dtype=np.float32).argmax())


def test_a_denial_is_about_what_is_said_in_its_words_though_less_alike():
    """Told at length by one and denied in a few words by the other, two sentences are not very like."""
    said = told(
        "Wire", "nine people were killed when guns shelled the market of Karn on Monday"
    )
    near = leaning(_axis_of(said), 0.45, 9)
    for words, is_found in (
        ("its guns shelled the market of Karn", True),
        ("its guns lie idle on the far bank of Karn", False),
    ):
        denied = denying("Post", words, vector=near)
        found = contradictions(said, denied, claims=own_claims(said, denied))
        assert [c.kind for c in found] == ["denial"] * is_found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("40 boats left", "forty vessels left"),
        ("40 boats left", "60 barrels left"),
        ("about 40 boats left", "more than 40 boats left"),
        ("at least 40 boats left", "60 boats left"),
        ("40 boats left", "dozens of boats left"),
        ("about 40 boats left", "45 boats left"),
        ("40 boats left", "boats left"),
    ],
)
def test_numbers_that_may_both_be_true_do_not_contradict(one, other):
    """The same, of other things, within each other's bounds, or none."""
    assert contradictions(told("Wire", one), told("Post", other)) == ()


def test_a_toll_that_rises_from_day_to_day_does_not_contradict():
    """A higher number days later is news; a lower one, or one of the same day, is not."""
    early, late = told("Wire", "40 boats left", 1), told("Post", "60 boats left", 4)
    assert contradictions(early, late) == ()
    early, late = told("Wire", "60 boats left", 1), told("Post", "40 boats left", 4)
    assert only(contradictions(early, late)).kind == "numbers"


def test_an_article_does_not_contradict_itself():
    """Two numbers in one article are two things it counts."""
    page = written("Wire", tells("40 boats left"), tells("60 boats left"), key="a")
    claim = claim_of(page)
    claim = replace(claim, statement_ids=tuple(s.id for s in page.statements))
    assert contradictions(page, claims=[claim]) == ()


def test_all_of_them_is_no_second_count():
    """ "60 boats left, and all boats were laden" gives one number of boats."""
    one = only(contradictions(told("Wire", "40 boats left"), told("Post", "60 boats left, and all boats were laden")))  # fmt: skip
    assert one.why.startswith("40 boats")


MINISTRY, COALITION = "Health Ministry", "Coalition"


@pytest.mark.parametrize(
    ("speakers", "apart", "contradicts"),
    [
        ((person(MINISTRY), person(COALITION)), " ", True),
        ((person(MINISTRY), person(COALITION)), "\n\n", False),
        ((person(MINISTRY), person(MINISTRY)), " ", False),
        ((hidden("Sources", "Wire"), hidden("Officers", "Wire")), " ", False),
    ],
)
def test_two_whom_one_paragraph_quotes_may_contradict_each_other(speakers, apart, contradicts):
    """ "At least 14 people were killed, X says; five died, Y says": two who are surely not one, of one strike."""
    told = (
        "at least 14 people were killed in a strike on the port",
        "it had hit a depot and five people had died, all of them guards",
    )
    tellings = [tells(words, who, vector=axis(n)) for n, (words, who) in enumerate(zip(told, speakers, strict=True))]  # fmt: skip
    page = written("Wire", *tellings, key="a")
    text = page.article.text.replace("\n\n", apart.ljust(2))
    page = replace(page, article=replace(page.article, text=text))
    found = contradictions(page, claims=own_claims(page))
    assert bool(found) is contradicts
    assert not found or set(only(found).statement_ids) == {s.id for s in page.statements}


def test_a_weekday_in_common_makes_no_event_of_two():
    """Two ambushes at two places, both told on a Tuesday."""
    near = {"vector": leaning(0, 0.7, 5)}
    for place, contradicts in (("Karn", True), ("Ulme", False)):
        a = told("Wire", "nine guards were killed in an ambush at Karn on Tuesday")
        b = told("Post", f"40 guards were killed in an ambush at {place} on Tuesday", **near)
        assert bool(contradictions(a, b, claims=own_claims(a, b))) is contradicts


def test_a_toll_is_the_killed_in_whatever_word():
    """ "Died", "dead" and "killed" count the same people; "wounded" does not."""
    near = {"vector": leaning(0, 0.7, 5)}
    for words, contradicts in (
        ("60 people died in the port of Maren at dusk", True),
        ("60 people were hurt in the port of Maren at dusk", False),
    ):
        a, b = told("Wire", "40 people were killed in the port of Maren at dusk"), told("Post", words, **near)  # fmt: skip
        assert bool(contradictions(a, b, claims=own_claims(a, b))) is contradicts


def test_who_denies_what_another_says_in_the_same_article_is_linked_with_it():
    """Where no other article tells it; and that is no drift, for nothing was retold."""
    for who, contradicts in (("Mara Venn", True), ("Ilan Brode", False)):
        denied = tells(ENVOY, person(who), cue_class="doubt", vector=leaning(0, 0.8, 5))
        page = written("Wire", tells(ENVOY, person("Ilan Brode")), denied, key="a")
        pile = page, told("Post", "a crane of the yard fell over")
        claims = own_claims(*pile)
        found = contradictions(*pile, claims=claims)
        assert [c.kind for c in found] == ["denial"] * contradicts
        assert find_drifts(claims, pile, (), one_storyline(*pile)) == ()


def test_a_denial_goes_first_to_what_another_article_says():
    """What is told on a page beside its denial is told there only to be denied."""
    denied = tells(ENVOY, person("Mara Venn"), cue_class="doubt", vector=leaning(0, 0.8, 5))
    page = written("Post", tells(ENVOY, person("Ilan Brode")), denied, key="a", day=day(2))
    other = told("Wire", ENVOY, vector=leaning(0, 0.9, 6))
    one = only(contradictions(page, other, claims=own_claims(page, other)))
    assert other.statements[0].id in one.statement_ids


def test_counts_of_claims_apart_contradict_if_they_are_alike():
    """A number may be all that kept two claims apart."""
    a = told("Wire", "40 people were killed in the port of Maren at dusk")
    for nearness, many in ((0.7, 1), (0.3, 0)):
        b = told(
            "Post",
            "60 people were killed in the port of Maren at dusk",
            vector=leaning(0, nearness, 5),
        )
        assert len(contradictions(a, b, claims=own_claims(a, b))) == many


def test_a_denial_is_linked_with_what_it_denies():
    """Who says so on one side, who denies it on the other; and as a drift to the denial's sentence."""
    said = [told("Wire", ENVOY), told("Post", ENVOY)]
    denial = denying("Echo", ENVOY, vector=leaning(0, 0.7, 5))
    claims = [claim_of(*said), replace(claim_of(denial), id="denial")]
    one = only(find_contradictions(claims, [*said, denial], one_storyline(*said, denial)))
    assert (one.claim_id, one.kind) == ("claim", "denial")
    assert one.against == (denial.statements[0].id,)
    assert set(one.statement_ids) - set(one.against) == {f.statements[0].id for f in said}
    drift = only(find_drifts(claims, [*said, denial], (), one_storyline(*said, denial)))
    assert (drift.kind, drift.to_statement) == ("contradiction", denial.statements[0].id)
    assert drift.to_text.startswith("Mara Venn said that")
    assert drift.from_text.lower() == ENVOY


@pytest.mark.parametrize(
    ("content", "nearness"),
    [(ENVOY, 0.3), ("a crane of the yard fell over", 0.9)],
)
def test_a_denial_of_something_else_is_left_alone(content, nearness):
    """Not alike, or without a word in common."""
    said = told("Wire", ENVOY)
    denial = denying("Echo", content, vector=leaning(0, nearness, 5))
    assert contradictions(said, denial, claims=own_claims(said, denial)) == ()


def test_a_report_that_is_taken_back_contradicts_who_told_it():
    """ "The report … was wrong": the correction stands against those who carried it."""
    said = told("Wire", ENVOY)
    back = told("Echo", "the report that the envoy met the commander was wrong", 2)
    one = only(contradictions(said, back))
    assert (one.kind, one.against) == ("denial", (back.statements[0].id,))
    right = told("Echo", "the report that the envoy met the commander was read", 2)
    assert contradictions(said, right) == ()


def test_a_denial_whose_words_tell_nothing_is_about_nothing():
    """ "It denied that it was so": of what, its words do not say, however near it is."""
    vector = leaning(0, 0.5, 1)
    pile = told("Wire", ENVOY), denying("Post", "it was so", vector=vector)
    assert contradictions(*pile, claims=own_claims(*pile)) == ()


def test_two_that_take_a_report_back_do_not_deny_each_other():
    """What an article that corrects a report says besides is not what the report said."""
    pile = [
        written(
            outlet,
            tells("the report that the envoy met the commander was wrong", vector=leaning(0, 0.9, 5)),
            tells(ENVOY),
            key=outlet,
        )
        for outlet in ("Wire", "Post")
    ]  # fmt: skip
    assert contradictions(*pile, claims=own_claims(*pile)) == ()


def test_storylines_keep_apart_what_has_nothing_to_do_with_each_other():
    """Two tolls of two events."""
    a, b = told("Wire", "40 boats left"), told("Post", "60 boats left")
    apart = [*one_storyline(a), *one_storyline(b)]
    assert find_contradictions([claim_of(a, b)], [a, b], apart) == ()


@pytest.mark.parametrize(
    ("said", "denied", "contradicts"),
    [
        (Standing.HELD, Standing.DENIED, True),
        (Standing.AHEAD, Standing.RULED_OUT, True),
        (Standing.HELD, Standing.RULED_OUT, False),
        (Standing.AHEAD, Standing.DENIED, False),
    ],
)
def test_who_denies_a_threat_does_not_deny_the_deed(said, denied, contradicts):
    """A denial is held against what tells the same of it: done against not done, threatened against not threatened."""
    pile = told("Wire", ENVOY, standing=said), denying("Post", ENVOY, standing=denied)
    assert bool(contradictions(*pile, claims=own_claims(*pile))) is contradicts


@pytest.mark.parametrize(
    ("words", "contradicts"),
    [
        ("the envoy did not meet the commander of the guard at dusk", True),
        ("the envoy did not see the harbour that week", False),
    ],
)
def test_a_mere_not_contradicts_what_is_told_in_its_words(words, contradicts):
    """Without a verb that denies, what is not so must be what the other tells is."""
    pile = told("Wire", ENVOY), told("Post", words, polarity=Polarity.NEGATIVE)
    found = contradictions(*pile, claims=own_claims(*pile))
    assert bool(found) is contradicts
    assert not found or only(found).against == (pile[1].statements[0].id,)
