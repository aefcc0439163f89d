"""Ties joined into edges: which tellings go together, and what each edge shows."""

from dataclasses import replace

import pytest
import small_case

from headwater.case.fronts import Whereabouts
from headwater.case.network import (
    Ties,
    around,
    claims_to_count,
    join_ties,
    key_of,
    with_origins,
)
from headwater.model import (
    Actor,
    ActorKind,
    Basis,
    Commitment,
    CommitmentKind,
    Independence,
    LinkKind,
    Relation,
    Span,
    Strength,
)

PAGES = tuple(small_case.many(3))
ARTICLES = tuple(found.articles[0].article for found in PAGES)
SAID = {found.articles[0].statements[0].id: found.articles[0].statements[0] for found in PAGES}
WHERE = {
    ARTICLES[0].id: Whereabouts(outlet_name="Courier", published_from="2031-05-04", published_to="2031-05-04"),
    ARTICLES[1].id: Whereabouts(outlet_name="Velden", published_from="2031-05-01", published_to="2031-05-02"),
    ARTICLES[2].id: Whereabouts(outlet_name=None, published_from=None, published_to=None),
}  # fmt: skip


def actor(key, name):
    return Actor(id=key, name=name, type=ActorKind.ARMED_GROUP, aliases=(), roles=())


ACTORS = {key: actor(key, name) for key, name in (("reeds", "Red Reeds"), ("nordia", "Nordia"), ("herons", "Herons"))}  # fmt: skip


def tie(page, subject, kind, other, **given):
    start, length = given.get("start", 15), given.get("length", 20)
    words, modality = (
        ARTICLES[page].text[start : start + length],
        given.get("modality", "asserted"),
    )
    return Relation(
        id=f"{page}{subject}{kind}{other}{start}", subject=subject, kind=kind, object=other, modality=modality,
        article_id=ARTICLES[page].id, start=start, end=start + length, text=words,
    )  # fmt: skip


def joined(*relations, threats=(), kinds=()):
    ties = Ties(
        relations=relations, threats=threats, statements=SAID, actors=ACTORS, where=WHERE
    )
    return join_ties(ties, kinds)


def test_tellings_of_one_tie_are_one_edge_with_all_its_days_and_outlets():
    """First and last day, articles and outlets are those of all tellings; words come by date."""
    (edge,) = joined(
        tie(0, "nordia", "backs", "reeds"),
        tie(1, "nordia", "backs", "reeds"),
        tie(2, "nordia", "backs", "reeds"),
    )
    assert (edge.subject_name, edge.kind, edge.object_name) == ("Nordia", "backs", "Red Reeds")
    assert (edge.first, edge.last) == ("2031-05-01", "2031-05-04")
    assert edge.outlets == ("Courier", "Velden")
    assert [t.where.outlet_name for t in edge.tellings] == ["Velden", "Courier", None]


def test_what_is_asked_for_is_not_joined_with_what_is_so():
    """A tie in another strength, of another kind or the other way round is another edge."""
    edges = joined(
        tie(0, "nordia", "backs", "reeds"),
        tie(1, "nordia", "backs", "reeds", modality="inferred"),
        tie(1, "reeds", "backs", "nordia"),
        tie(1, "nordia", "funds", "reeds"),
    )
    assert len(edges) == 4


def test_a_tie_that_holds_both_ways_is_one_edge_whoever_comes_first():
    """ "X met Y" and "Y met X" are one edge, marked as mutual."""
    (edge,) = joined(
        tie(0, "reeds", "met_with", "herons"), tie(1, "herons", "met_with", "reeds")
    )
    assert edge.mutual
    assert len(edge.tellings) == 2


def test_only_the_kinds_asked_for_are_told():
    """Kinds are a filter; without any, all are told."""
    told = (tie(0, "nordia", "backs", "reeds"), tie(0, "reeds", "met_with", "herons"))
    assert [edge.kind for edge in joined(*told, kinds=("backs",))] == ["backs"]
    assert len(joined(*told)) == 2


def threat(**given):
    start = 15
    words = ARTICLES[0].text[start : start + 10]
    fields = {
        "id": "t", "article_id": ARTICLES[0].id, "issuer": "reeds", "on_behalf_of": None, "kind": CommitmentKind.THREAT,
        "trigger": None, "consequence": Span(start=start, end=start + 10, text=words), "target": ("nordia",),
        "trigger_role": None, "strength": Strength.STATED, "beneficiary": (), "deadline": None, "hedges": (), "state": None, "statement_id": next(iter(SAID)), "same_as": None,
    }  # fmt: skip
    return Commitment(**(fields | given))


def test_a_threat_ties_who_utters_it_to_its_target():
    """Threats are edges too, conditional where they name a trigger; promises and strangers are none."""
    (edge,) = joined(threats=(threat(),))
    assert (edge.subject, edge.kind, edge.object, edge.modality) == (
        "reeds",
        "threatens",
        "nordia",
        "asserted",
    )
    trigger = Span(start=0, end=3, text=ARTICLES[0].text[:3])
    assert joined(threats=(threat(trigger=trigger),))[0].modality == "conditional"
    assert joined(threats=(threat(kind=CommitmentKind.PROMISE),)) == ()
    assert joined(threats=(threat(target=("a stranger",)),)) == ()


def test_a_telling_names_the_innermost_statement_that_holds_its_words():
    """The shortest statement around the words carries them; words that run out of it have none."""
    said = small_case.statement(ARTICLES[0], "pier number 0 of Port Maren is shut", ("Velden", LinkKind.AGENCY, Basis.EXPLICIT))  # fmt: skip
    start = said.content[0].start
    (inside,) = joined(tie(0, "nordia", "backs", "reeds", start=start, length=10))
    (outside,) = joined(tie(0, "nordia", "backs", "reeds", start=start - 3, length=10))
    assert inside.tellings[0].statement_id == said.id
    assert outside.tellings[0].statement_id is None


def test_words_that_stand_in_no_statement_raise_only_the_upper_bound():
    """Nobody knows on whose word a speaker's title rests: it may be one more origin, and proves none."""
    start = ARTICLES[0].text.index("pier")
    edges = joined(
        tie(0, "nordia", "backs", "reeds", start=start, length=10),
        tie(1, "nordia", "backs", "reeds", start=0, length=10),
    )
    (claim,) = claims_to_count(edges)
    assert claim.article_ids == (ARTICLES[0].id,)
    counted = replace(claim, independent=Independence(low=1, high=1))
    (edge,) = with_origins(edges, [counted])
    assert (edge.independent.low, edge.independent.high) == (1, 2)
    (bare,) = with_origins(joined(tie(1, "nordia", "backs", "reeds", start=0, length=10)), [])
    assert (bare.independent.low, bare.independent.high) == (0, 1)


@pytest.mark.parametrize(("depth", "met"), [(1, {"a", "b"}), (2, {"a", "b", "c"})])
def test_a_walk_goes_as_many_steps_as_it_is_told(depth, met):
    """Who is two ties away is met in two steps, and keeps the fewest."""
    known = [("a", "backs", "b", ""), ("b", "backs", "c", ""), ("c", "backs", "d", "")]
    reach = lambda ids: [k for k in known if k[0] in ids or k[2] in ids]  # noqa: E731 - a small fake
    steps, walked = around(actor("a", "A"), depth, reach)
    assert set(steps) == met
    assert len(walked) == depth


def test_the_order_of_a_mutual_tie_is_that_of_the_ids():
    """A tie of one direction keeps its order; a mutual one has one order only."""
    assert key_of("b", "backs", "a", "") == ("b", "backs", "a", "")
    assert key_of("b", "met_with", "a", "") == key_of("a", "met_with", "b", "")
