from dataclasses import replace

import numpy as np
import pytest

from headwater.assessment import Following, Supposing, clauses_of
from headwater.model import (
    Clause,
    Event,
    Facts,
    FateState,
    Passage,
    Pledge,
    Reported,
    Span,
    TriggerRole,
)

SIDES = np.eye(384, dtype=np.float32)


def vector_of(text):
    """Near for whatever speaks of boats, and of nothing else."""
    return SIDES[0 if "boat" in text.lower() else 1].tobytes()


def read_clause(text):
    verbs = tuple(w for w in text.lower().split() if w.startswith(("cross", "burn", "leav")))
    bare = text.removeprefix("if ").removeprefix("unless ")
    return Clause(
        text=bare, names=(), events=(), verbs=verbs, type=None, subject=None, object=None,
        negative="not" in text.split(), vector=vector_of(text),
    )  # fmt: skip


def passage(text, day, article="later", happened=None):
    return Passage(
        article_id=article, statement_id=None, outlet_name="Lune Wire", published_from=day, published_to=day,
        happened_from=happened, happened_to=happened, start=0, end=len(text), text=text, independent=None, chain=(),
    )  # fmt: skip


def span(text):
    return Span(start=0, end=len(text), text=text)


def pledge(
    trigger="if the Orsk boats cross the Tarn", consequence="we will burn the boats", **facts
):
    whole = Pledge(
        key="one", commitment_id="one", article_id="first", issuer_ids=frozenset({"case/varga"}), issuer_words=("Ilse Varga",), side_names=(),
        trigger=span(trigger) if trigger else None, consequence=span(consequence) if consequence else None,
        trigger_role=TriggerRole.SUFFICIENT, last_day=None, is_only_one=False, passage=passage("told", "2031-05-04", "first"),
    )  # fmt: skip
    return replace(whole, **facts)


def act(text, **facts):
    whole = Event(
        id=text, article_id="later", type="ASSAULT", mode=None, cameo=None, contexts=(), actors=(), recipients=(),
        actor_words=(), recipient_words=(), place=None, when=None, from_=None, to=None, status="reported", start=0,
        end=len(text), text=text, statement_id=None, same_as=None, sure=1.0, reasons=(),
    )  # fmt: skip
    return replace(whole, **facts)


def fate(told, *pledges, as_of="2031-06-30", taken=()):
    """Give the fate of pledges after these passages: (text, day, facts about the report)."""
    reported = {
        f"s{n}": Reported(statement_id=f"s{n}", passage=passage(text, day, happened=facts.pop("happened", None)), **{"negative": False, "actor_ids": frozenset(), "events": (act("x"),), "speaker_ids": frozenset(), "speaker_words": (), "title": None, "text": text, **facts})
        for n, (text, day, facts) in enumerate(told)
    }  # fmt: skip
    facts = Facts(
        ids=tuple(reported),
        days=tuple(r.passage.published_from for r in reported.values()),
        vectors=b"".join(vector_of(r.passage.text) for r in reported.values()),
        withdrawing=tuple(taken),
        as_of=as_of,
    )
    following = Following(
        facts, lambda ids: [reported[i] for i in sorted(ids)], read_clause, vector_of
    )
    (one,) = following.fates(pledges or (pledge(),))
    return one


CROSSED = "On Friday the Orsk boats crossed the Tarn"


def test_a_later_passage_that_tells_the_trigger_is_linked_with_both_passages():
    """The state says no more than that it is reported, and the link says why."""
    one = fate([(CROSSED, "2031-05-09", {})])
    (link,) = one.links
    assert one.state is FateState.TRIGGER_REPORTED
    assert (link.ours.text, link.theirs.text) == ("told", CROSSED)
    assert link.reasons[0] == "names Orsk, Tarn"


def test_what_a_commitment_brings_is_not_read_again():
    """Reading did so, by the very words that passages are held against, blanks and all."""
    told = pledge(
        trigger="if  the Orsk boats\ncross the port of Tarn", consequence="its boats burn"
    )
    brought = replace(told, clauses=tuple((t, read_clause(t)) for t in clauses_of(told)))
    asked = []
    ask = asked.append
    late = Reported(
        statement_id="s", passage=passage(CROSSED, "2031-05-09"), negative=False, actor_ids=frozenset(),
        events=(), speaker_ids=frozenset(), speaker_words=(), title=None, text=CROSSED,
    )  # fmt: skip
    facts = Facts(
        ids=("s",), days=("2031-05-09",), vectors=vector_of(CROSSED), withdrawing=(), as_of=None
    )
    Following(facts, lambda _: [late], ask, ask).fates([brought])
    assert asked == []
    Supposing(ask, ask).weigh(read_clause("the boats cross"), [brought])
    assert asked == []


@pytest.mark.parametrize(
    ("text", "day", "facts"),
    [
        (CROSSED, "2031-05-04", {}),
        (CROSSED, "2031-05-09", {"happened": "2031-05-01"}),
        (CROSSED, "2031-05-09", {"negative": True}),
        ("On Friday none of the Orsk boats crossed the Tarn", "2031-05-09", {}),
        ("On Friday the Orsk boats crossed the Merrow", "2031-05-09", {}),
        ("On Friday the Orsk boats ceased to cross the Tarn", "2031-05-09", {}),
        ("On Friday the Orsk ships crossed the Tarn", "2031-05-09", {}),
        (CROSSED, None, {}),
        (f"{CROSSED}?", "2031-05-09", {}),
        ("On Friday he renewed the threat to let the Orsk boats cross the Tarn", "2031-05-09", {}),
    ],
    ids=["same day", "before", "denied", "none did", "elsewhere", "another act", "another matter", "no day", "asked", "threatened"],
)  # fmt: skip
def test_what_is_not_later_or_not_the_same_is_no_link(text, day, facts):
    """One thing that does not fit is enough."""
    assert fate([(text, day, facts)]).links == ()


def test_what_happens_again_must_be_dated_after_the_first_time():
    """ "If they cross again" is not met by one more telling of the first crossing."""
    again = pledge("if the Orsk boats cross the Tarn again")
    assert fate([(CROSSED, "2031-05-09", {})], again).state is FateState.OPEN
    assert fate([(CROSSED, "2031-05-09", {"happened": "2031-05-08"})], again).state is FateState.TRIGGER_REPORTED  # fmt: skip


def test_unless_is_met_by_what_does_not_happen():
    """That they left averts it; that they did not is its trigger."""
    unless = pledge("unless the Orsk boats leave the Tarn", trigger_role=TriggerRole.EXCEPTIVE)
    left = ("the Orsk boats leave the Tarn", "2031-05-09", {})
    assert fate([left], unless).state is FateState.AVERTED
    stayed = ("the Orsk boats did not leave the Tarn", "2031-05-09", {"negative": True})
    assert fate([stayed], unless).state is FateState.TRIGGER_REPORTED


def test_what_was_held_back_counts_only_once_that_is_reported_which_held_it_back():
    """ "Will not burn until they cross": burnt before they cross, it is no news of this promise."""
    until = pledge(
        "until the Orsk boats cross the Tarn",
        "the Reeds will not burn the Orsk boats",
        trigger_role=TriggerRole.NECESSARY,
    )
    burnt = ("the Reeds burn the Orsk boats", "2031-05-08", {})
    assert fate([burnt], until).state is FateState.OPEN
    late = ("the Reeds burn the Orsk boats", "2031-05-10", {})
    crossed = (CROSSED, "2031-05-09", {})
    assert fate([burnt, crossed], until).state is FateState.TRIGGER_REPORTED
    assert fate([crossed, late], until).state is FateState.CONSEQUENCE_REPORTED


def test_a_consequence_that_somebody_else_by_name_brought_about_is_not_this_one():
    """An unnamed doer may be the issuer; another one by name is not."""
    burnt = "Rebels burn the Orsk boats at Tarn"
    whole = pledge(trigger=None, consequence="we will burn the Orsk boats at Tarn")
    assert fate([(burnt, "2031-05-09", {})], whole).state is FateState.CONSEQUENCE_REPORTED
    other = act("burn", actor_words=(span("the Nordia Navy"),), actors=("case/navy",))
    assert fate([(burnt, "2031-05-09", {"events": (other,)})], whole).state is FateState.OPEN


def test_what_its_issuer_takes_back_is_withdrawn():
    """By the issuer's id or name; on the same matter, or if he uttered nothing else."""
    text = "Ilse Varga has withdrawn her threat"
    gone = act("withdrawn", actor_words=(span("Ilse Varga"),), recipient_words=(span("her threat"),))  # fmt: skip
    told = [(text, "2031-05-09", {"events": (gone,)})]
    assert fate(told, pledge(), taken=["s0"]).state is FateState.OPEN
    assert fate(told, pledge(is_only_one=True), taken=["s0"]).state is FateState.WITHDRAWN
    early = [(text, "2031-05-04", {"events": (gone,)})]
    assert fate(early, pledge(is_only_one=True), taken=["s0"]).state is FateState.OPEN
    other = replace(gone, actor_words=(span("Odo Finn"),))
    assert fate([(text, "2031-05-09", {"events": (other,)})], pledge(is_only_one=True), taken=["s0"]).state is FateState.OPEN  # fmt: skip


@pytest.mark.parametrize(("as_of", "state"), [("2031-05-20", FateState.OPEN), ("2031-05-21", FateState.EXPIRED), (None, FateState.OPEN)])  # fmt: skip
def test_a_last_day_is_past_only_by_the_pile_itself(as_of, state):
    """No clock is asked: the newest page says what day it is."""
    assert fate([], pledge(last_day="2031-05-20"), as_of=as_of).state is state


def test_a_commitment_without_a_day_has_no_later():
    """What cannot be placed in time meets nothing."""
    undated = pledge(passage=passage("told", None, "first"))
    one = fate([(CROSSED, "2031-05-09", {})], undated)
    assert (one.state, one.links) == (FateState.UNDATED, ())


def test_a_supposition_gives_each_commitment_once_by_the_telling_that_fits():
    """What fires comes before what is near; a necessary trigger releases and never fires."""
    supposing = Supposing(read_clause, vector_of)
    told = (
        pledge(),
        pledge("if the Orsk boats cross the Tarn and burn Lisk", commitment_id="two"),
        pledge("until the Orsk boats cross the Tarn", key="wait", commitment_id="wait", trigger_role=TriggerRole.NECESSARY),
        pledge("even if the Orsk boats cross the Tarn", key="even", commitment_id="even", trigger_role=TriggerRole.CONCESSIVE),
        pledge("if the Nordia boats cross the Tarn", key="far", commitment_id="far"),
    )  # fmt: skip
    found = supposing.weigh(supposing.read("the Orsk boats cross the Tarn"), told)
    assert [(w.effect, w.pledge.commitment_id) for w in found] == [("fires", "one"), ("releases", "wait"), ("near", "far")]  # fmt: skip
    assert found[-1].reasons[0] == "asks for more: Nordia"
