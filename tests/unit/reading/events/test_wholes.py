from dataclasses import replace

from small_trees import act_of, tree_of

from headwater.reading.events.wholes import as_a_whole, is_in_codebook


def _type(words, at, kind):
    return as_a_whole(act_of(tree_of(words), at, kind)).type


def test_who_is_called_on_to_do_something_is_asked():
    """ "Called on the people, above all the young, to vote", wherever the tree hangs the voting; "called on the envoy" met him."""
    called = "Kenya|PROPN|nsubj|1 called|VERB|root|-1 on|ADP|compound:prt|1 people|NOUN|obl|1 young|NOUN|appos|3"
    assert _type(f"{called} to|PART|mark|6 vote|VERB|acl|4", 1, "CONSULT") == "REQUEST"
    assert _type(called, 1, "CONSULT") == "CONSULT"


def test_talks_that_go_on_are_pledged_by_nobody():
    """ "Talks will follow": whatever the engine has for what is to come."""
    act = act_of(tree_of("talks|NOUN|nsubj|1 follow|VERB|root|-1"), 0, "CONSULT")
    assert as_a_whole(replace(act, type="AGREE")).type == "CONSULT"
    told = act_of(tree_of("they|PRON|nsubj|1 hold|VERB|root|-1 talks|NOUN|obj|1"), 2, "CONSULT")
    assert as_a_whole(replace(told, type="AGREE")).type == "AGREE"


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


def test_words_passed_on_forces_sent_and_names_listed_are_told_by_verb_and_object():
    """Whatever conveying, ordering and adding are by themselves; soldiers ordered to nowhere are only told."""
    conveyed = "bishops|NOUN|nsubj|1 conveyed|VERB|root|-1 {}|NOUN|obj|1"
    assert _type(conveyed.format("letters"), 1, "AID") == "CONSULT"
    assert _type(conveyed.format("goods"), 1, "AID") == "AID"
    ordered = "Kenya|PROPN|nsubj|1 ordered|VERB|root|-1 tanks|NOUN|obj|1"
    assert _type(f"{ordered} to|ADP|case|4 Garissa|PROPN|obl|1", 1, "REQUEST") == "MOBILIZE"
    assert _type(ordered, 1, "REQUEST") == "REQUEST"
    added = (
        "Kenya|PROPN|nsubj|1 added|VERB|root|-1 group|NOUN|obj|1 to|ADP|case|4 {}|NOUN|obl|1"
    )
    assert _type(added.format("blacklist"), 1, "SANCTION") == "COERCE"
    assert _type(added.format("meeting"), 1, "SANCTION") == "SANCTION"


def test_attacks_that_are_resumed_or_halted_are_told_by_their_noun():
    """To resume attacks is to attack, to halt them to retreat; a strike that ends is one of workers."""
    resumed = "militia|NOUN|nsubj|1 {}|VERB|root|-1 {}|NOUN|obj|1"
    assert _type(resumed.format("resumed", "strikes"), 1, "CONSULT") == "ASSAULT"
    assert _type(resumed.format("halted", "strikes"), 1, "SANCTION") == "RETREAT"
    assert _type(resumed.format("ended", "strike"), 1, "CONCEDE") == "CONCEDE"


def test_a_time_given_to_give_way_in_is_an_ultimatum():
    """Whatever giving is by itself; a time to file briefs in threatens nobody."""
    gave = "Kenya|PROPN|nsubj|1 gave|VERB|root|-1 guild|NOUN|iobj|1 until|ADP|case|4 Sunday|PROPN|obl|1 to|PART|mark|6 {}|VERB|advcl|1"
    assert _type(gave.format("leave"), 1, "AGREE") == "THREATEN"
    assert _type(gave.format("file"), 1, "AGREE") == "AGREE"


def test_the_codebook_knows_words_and_pairs_of_words():
    """Of these it takes less to be sure that they report an act."""
    tree = tree_of("militia|NOUN|nsubj|1 paused|VERB|root|-1 attacks|NOUN|obj|1 for|ADP|case|4 harvest|NOUN|obl|1")  # fmt: skip
    assert [is_in_codebook(tree, at) for at in (0, 1, 2, 4)] == [False, True, True, False]
    assert is_in_codebook(tree_of("arrests|VERB|root|-1"), 0)


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
