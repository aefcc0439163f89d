import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
from small_links import stored
from small_pile import article, hidden, paper, person, says

from headwater.case import Case
from headwater.errors import UnclearQuestion

PIERS, BOATS, NETS, TOLLS = (
    "two piers were shut",
    "forty boats lay idle",
    "nets rot",
    "tolls rise",
)
WIRE, POST, GAZETTE = "Nightwater Wire", "Quill Post", "Marsh Gazette"
BRODE, VENN = person("Ilan Brode"), person("Mara Venn")


@pytest.fixture(scope="module")
def case():
    wire = article(WIRE, says(PIERS, BRODE), says(BOATS, BRODE), says(NETS, BRODE), key="a")
    post = article(
        POST, says(PIERS, paper(WIRE)), says(BOATS, VENN), says(TOLLS, VENN), key="b"
    )
    gazette = article(
        GAZETTE, says(NETS, paper(WIRE)), says(NETS, VENN), says(TOLLS, VENN), key="c"
    )
    tribune = article(
        "Halyard Tribune", says(TOLLS, hidden("a man", "Halyard Tribune")), key="d"
    )
    with stored(wire, post, gazette, tribune) as held:
        yield held


def texts(claims):
    return [claim.text for claim in claims]


def test_the_claims_of_a_case_are_parted_by_what_a_source_is_to_them(case):
    """Lost, weakened, and the rest counted: every claim is in one part."""
    found = case.what_if(without=WIRE)
    assert found.source.name == WIRE
    assert texts(found.lost) == [PIERS]
    assert texts(one.claim for one in found.weakened) == [NETS, BOATS]
    assert (found.fewer_tellings, found.untouched) == (0, 1)


def test_a_weakened_claim_shows_what_it_was_and_what_it_would_be(case):
    """Bounds before and after, and the origins that are left."""
    boats = case.what_if(without=WIRE).weakened[1]
    assert (boats.claim.independent.low, boats.after.independent.low) == (2, 1)
    assert [origin.name for origin in boats.after.origins] == ["Mara Venn"]


def test_a_claim_that_loses_a_telling_alone_is_counted_apart(case):
    """Without the Post, Venn still tells the Gazette of the tolls, and Brode the wire of the piers."""
    found = case.what_if(without=POST)
    assert texts(found.lost) == []
    assert texts(one.claim for one in found.weakened) == [BOATS]
    assert (found.fewer_tellings, found.untouched) == (2, 1)


def test_a_source_is_named_by_its_id_as_well(case):
    """An id gives what the name gives; an unnamed source has its own."""
    assert case.what_if(without=BRODE.actor_id) == case.what_if(without="ilan brode")
    found = case.what_if(without=hidden("a man", "Halyard Tribune").actor_id)
    assert (texts(found.lost), texts(one.claim for one in found.weakened)) == ([], [TOLLS])


@pytest.mark.parametrize("name", ["Odra Kelmin", "Ilan", ""])
def test_somebody_who_is_nobody_in_the_case_is_refused(case, name):
    """The message says where to look."""
    with pytest.raises(UnclearQuestion, match="nobody in the case goes by this") as refused:
        case.what_if(without=name)
    assert "headwater actors" in refused.value.remedy


def test_a_name_of_two_is_refused_with_their_ids():
    """Whoever asks must say which."""
    one = article(WIRE, says(PIERS, hidden("a man", WIRE)), key="a")
    two = article(POST, says(PIERS, hidden("a man", POST)), key="b")
    with (
        stored(one, two) as held,
        pytest.raises(UnclearQuestion, match="2 actors go by this") as refused,
    ):
        held.what_if(without="a man")
    assert hidden("a man", POST).actor_id in refused.value.remedy


def test_the_case_stays_as_it_is(tmp_path):
    """Asking changes no byte."""
    path = tmp_path / "one.hw"
    stored(article(WIRE, says(PIERS, BRODE), key="a"), path=path).close()
    before = path.read_bytes()
    with Case.open(path) as opened:
        import headwater  # noqa: PLC0415 - here only

        headwater.equipped(opened).what_if(without=WIRE)
    assert path.read_bytes() == before


def test_a_case_that_nobody_equipped_says_so(tmp_path):
    """By itself the store counts nothing."""
    path = tmp_path / "one.hw"
    stored(article(WIRE, says(PIERS, BRODE), key="a"), path=path).close()
    with Case.open(path) as opened, pytest.raises(TypeError, match=r"headwater\.open_case"):
        opened.what_if(without=WIRE)
