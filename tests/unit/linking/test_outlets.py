from dataclasses import replace

import pytest
from small_pile import article, link, paper

from headwater.lexicon import outlet_id
from headwater.linking import PileOutlets
from headwater.linking.outlets import core
from headwater.model import LinkKind

WIRE, TRIBUNE, DAY = (
    outlet_id(n) for n in ("Nightwater Wire", "The Halyard Tribune", "The Day")
)


def outlets(*names):
    return PileOutlets([article(n, key=n).article for n in names])


PILE = outlets("Nightwater Wire", "The Halyard Tribune", "The Day", "Daily Wire")


@pytest.mark.parametrize(
    "name", ["Night Water", "the Night Water news agency", "NIGHTWATER", "Night-Water Agency"]
)
def test_an_outlet_goes_by_the_core_of_its_name(name):
    """What only says that it is an outlet does not count, nor do spaces, hyphens and case."""
    assert PILE.of_name(name) == WIRE


@pytest.mark.parametrize("name", ["The Day", "Day", "", None, "Nightwatch Wire", "Tribune"])
def test_too_short_a_name_or_another_is_nobody(name):
    """A core of under five letters is a common word; a near miss is another name."""
    assert PILE.of_name(name) is None


def test_a_name_of_plain_words_alone_keeps_them():
    """The "Daily Wire" has no core but its plain words, and is not every daily or wire."""
    assert core("The Daily Wire") == "dailywire"
    assert core("The Nightwater Wire") == "nightwater"
    assert PILE.of_name("Daily Press") is None


def test_one_common_word_names_the_only_outlet_that_ends_in_it():
    """ "the Tribune" is the Halyard Tribune where no other Tribune is in the pile."""
    assert PILE.settle("case/whatever", "the Tribune") == TRIBUNE
    two = outlets("The Halyard Tribune", "Vanmere Tribune")
    assert two.settle("case/whatever", "the Tribune") == "case/whatever"


def test_only_words_of_newspaper_names_are_nicknames():
    """ "the Council" does not call back the outlet named Harbour Council."""
    assert outlets("Harbour Council").settle("case/x", "the Council") == "case/x"


def test_what_the_registry_knows_stays_what_it_is():
    """A pile's outlet of the same core does not take the place of a registry entry."""
    pile = outlets("Reuters Daily")
    assert pile.settle("agency/reuters", "Reuters") == "agency/reuters"
    assert pile.settle("case/x", "Reuters") == outlet_id("Reuters Daily")
    assert pile.settle(None, None) is None


def test_a_link_is_settled_by_its_words_then_by_its_name():
    """ "the Tribune" in the text decides; else the name the reading room gave it."""
    words = link("whoever", LinkKind.OUTLET, "case/x")
    assert PILE.settle_link(words) == "case/x"
    assert PILE.settle_link(paper("Night Water", LinkKind.AGENCY)) == WIRE
    nick = link("Vanmere Tribune", LinkKind.OUTLET, "case/x")
    assert PILE.settle_link(replace(nick, text="the Tribune")) == TRIBUNE


def test_the_order_of_the_pile_does_not_matter():
    """Two outlets of one core give the same answer either way round."""
    a, b = "Nightwater Wire", "Nightwater Press"
    assert outlets(a, b).of_name("Nightwater") == outlet_id(b)
    assert outlets(b, a).of_name("Nightwater") == outlet_id(b)


@pytest.mark.parametrize("name", ["the Tribune of Halyard", "Chronicle of Ardle"])
def test_an_outlet_is_known_with_its_name_turned_round_by_of(name):
    """ "The Chronicle of Ardle" is the Ardle Chronicle, as a translator has it."""
    pile = outlets("The Halyard Tribune", "Ardle Chronicle")
    assert pile.of_name(name) in {
        outlet_id("The Halyard Tribune"),
        outlet_id("Ardle Chronicle"),
    }


def test_a_name_that_could_be_turned_round_into_two_outlets_is_neither():
    """Of two outlets of the same words none is taken."""
    pile = outlets("Ardle Press Chronicle", "Chronicle Ardle")
    assert pile.of_name("Chronicle of Ardle") is None


def test_a_name_turned_round_is_known_though_the_page_takes_it_for_no_press():
    """ "The Lantern of Ardle revealed": the only outlet of these words; a lantern of another town is none."""
    pile = outlets("Ardle Lantern")
    assert pile.settle("described/x", "Lantern of Ardle") == outlet_id("Ardle Lantern")
    assert pile.settle("described/x", "Lantern of Marl") == "described/x"
    assert pile.settle("described/x", "Ardle") == "described/x"


def test_a_town_is_not_the_outlet_that_bears_its_name():
    """ "Halvery said" is whoever speaks for the town; the "Halvery agency" is the Press Service."""
    pile = outlets("Halvery Press Service")
    assert pile.settle("described/x", "Halvery") == "described/x"
    assert pile.settle("described/x", "the Halvery agency") == outlet_id(
        "Halvery Press Service"
    )
    assert pile.settle(outlet_id("Halvery"), "Halvery") == outlet_id("Halvery Press Service")
