import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
from small_links import stored
from small_pile import article, hidden, link, paper, person, says

from headwater.errors import UnclearQuestion
from headwater.lexicon import Letter, Rating, outlet_id
from headwater.model import LinkKind

PIERS, BOATS, NETS = "two piers were shut", "forty boats lay idle", "nets rot"
WIRE, POST, GAZETTE = "Nightwater Wire", "Quill Post", "Marsh Gazette"
BRODE, VENN = person("Ilan Brode"), person("Mara Venn")
TIMES = link("FT", LinkKind.OUTLET, "outlet/financial-times")


@pytest.fixture(scope="module")
def case():
    wire = article(WIRE, says(PIERS, BRODE), says(BOATS, hidden("a man", WIRE)), key="a")
    post = article(POST, says(PIERS, VENN), says(NETS, TIMES), key="b")
    gazette = article(GAZETTE, says(BOATS, paper(WIRE), hidden("a man", WIRE)), key="c")
    with stored(wire, post, gazette) as held:
        yield held


def rate(letter, name=None, key=None, note=None):
    return Rating(id=key, name=name, letter=Letter(letter), note=note, where=f"{name}/{key}")


def letters(case, *ratings):
    return {one.claim.text: one.grade for one in case.grades(ratings)}


def test_a_source_is_f_until_somebody_rates_it(case):
    """Without ratings every letter is F, and the digit is the claim's."""
    assert letters(case) == {PIERS: "F1", BOATS: "F3", NETS: "F6"}
    assert [one.claim for one in case.grades()] == list(case.claims())


def test_the_best_rated_of_the_origins_gives_the_letter(case):
    """A second source that is hardly reliable makes no claim worse."""
    found = letters(case, rate("E", "ilan brode"), rate("B", "Mara Venn"))
    assert found[PIERS] == "B1"


def test_an_id_goes_before_a_name(case):
    """Whoever is rated by his id is not rated by a name as well."""
    ratings = (rate("E", "Ilan Brode"), rate("C", key=BRODE.actor_id))
    (graded,) = (one for one in case.grades(ratings) if one.claim.text == PIERS)
    by_name = {one.name: one for one in graded.letters}
    assert by_name["Ilan Brode"].letter is Letter("C")
    assert by_name["Ilan Brode"].rated_as == BRODE.actor_id
    assert by_name["Mara Venn"].rated_as is None


def test_whoever_quotes_a_hidden_source_answers_for_it(case):
    """ "a man" of the Wire is rated as the Wire is, by id or name; unless he is rated himself."""
    own = hidden("a man", WIRE).actor_id
    assert letters(case, rate("B", WIRE))[BOATS] == "B3"
    assert letters(case, rate("B", key=outlet_id(WIRE)))[BOATS] == "B3"
    assert letters(case, rate("B", WIRE), rate("D", key=own))[BOATS] == "D3"
    assert letters(case, rate("A", GAZETTE), rate("A", POST))[BOATS] == "F3"


def test_any_sure_name_of_a_known_source_will_do(case):
    """The registry knows whom "the Financial Times" and its id are."""
    assert letters(case, rate("A", "Financial Times"))[NETS] == "A6"


def test_one_source_rated_in_two_ways_is_refused(case):
    """By two of its names, with two letters: the message names both places."""
    ratings = (rate("A", "Financial Times"), rate("C", "FT"))
    with pytest.raises(UnclearQuestion, match="it is rated in two ways") as refused:
        case.grades(ratings)
    assert "Financial Times/None" in refused.value.where
    assert "outlet/financial-times" in refused.value.remedy


def test_the_note_of_a_rating_stands_beside_its_letter(case):
    """Why somebody holds so is not lost."""
    (graded,) = (one for one in case.grades([rate("B", "Ilan Brode", note="was there")]) if one.claim.text == PIERS)  # fmt: skip
    assert {one.note for one in graded.letters} == {"was there", None}


def test_only_the_claims_asked_for_are_graded(case):
    """As for claims."""
    assert [one.claim.text for one in case.grades(min_articles=2, outlet="quill")] == [PIERS]
