from small_trees import act_of, tree_of

from headwater.reading.events.wholes import as_a_whole


def _type(words, at, kind):
    return as_a_whole(act_of(tree_of(words), at, kind)).type


def test_who_is_called_on_to_do_something_is_asked():
    """ "Called on the people, above all the young, to vote", wherever the tree hangs the voting; "called on the envoy" met him."""
    called = "Kenya|PROPN|nsubj|1 called|VERB|root|-1 on|ADP|compound:prt|1 people|NOUN|obl|1 young|NOUN|appos|3"
    assert _type(f"{called} to|PART|mark|6 vote|VERB|acl|4", 1, "CONSULT") == "REQUEST"
    assert _type(called, 1, "CONSULT") == "CONSULT"


def test_a_petition_asks():
    """Whatever the verb by itself would be; a report is only handed in."""
    submitted = "farmers|NOUN|nsubj|1 submitted|VERB|root|-1 {}|NOUN|obj|1"
    assert _type(submitted.format("petition"), 1, "CONCEDE") == "REQUEST"
    assert _type(submitted.format("report"), 1, "CONCEDE") == "CONCEDE"


def test_a_bomb_placed_and_a_hostage_held_are_attacks():
    """Whatever placing and holding are by themselves."""
    assert (
        _type("men|NOUN|nsubj|1 placed|VERB|root|-1 bomb|NOUN|obj|1", 1, "MOBILIZE")
        == "ASSAULT"
    )
    held = "envoys|NOUN|nsubj:pass|1 held|VERB|root|-1 {}|NOUN|xcomp|1"
    assert _type(held.format("hostage"), 1, "COERCE") == "ASSAULT"
    assert _type(held.format("captive"), 1, "COERCE") == "COERCE"


def test_who_pulls_back_retreats_and_who_calls_for_something_asks():
    """Told by the word behind the verb."""
    pulled = "rebels|NOUN|nsubj|1 pulled|VERB|root|-1 {}|ADV|advmod|1"
    assert _type(pulled.format("back"), 1, "SANCTION") == "RETREAT"
    assert _type(pulled.format("hard"), 1, "SANCTION") == "SANCTION"
    called = "Kenya|PROPN|nsubj|1 called|VERB|root|-1 for|ADP|case|3 calm|NOUN|obl|1"
    assert _type(called, 1, "CONSULT") == "REQUEST"


def test_some_verbs_and_objects_are_no_act_together():
    """Nobody gives in who reserves a right or takes orders; "gave them 72 hours" is an ultimatum."""
    reserves = "Kenya|PROPN|nsubj|1 reserves|VERB|root|-1 {}|NOUN|obj|1"
    assert _type(reserves.format("right"), 1, "CONCEDE") == "NONE"
    assert _type(reserves.format("seats"), 1, "CONCEDE") == "CONCEDE"
    takes = "militia|NOUN|nsubj|1 takes|VERB|root|-1 orders|NOUN|obj|1"
    assert _type(takes, 1, "CONCEDE") == "NONE"
    gave = "junta|NOUN|nsubj|1 gave|VERB|root|-1 72|NUM|nummod|3 hours|NOUN|obj|1"
    assert _type(gave, 1, "CONCEDE") == "THREATEN"
