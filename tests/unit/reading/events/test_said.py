from dataclasses import replace

from small_trees import act_of, tree_of

from headwater.reading.events.said import is_said, is_statement


def _is_said(words, at, kind="CONSULT"):
    tree = tree_of(words)
    return is_said(tree, at, {at: act_of(tree, at, kind)})


def test_what_a_feeling_is_about_is_not_done():
    """ "Voiced doubts over meeting Sudan" meets nobody; "voiced doubts after meeting" did."""
    words = "Kenya|PROPN|nsubj|1 voiced|VERB|root|-1 doubts|NOUN|obj|1 {}|SCONJ|mark|4 meeting|VERB|advcl|1 Sudan|PROPN|obj|4"
    assert _is_said(words.format("over"), 4)
    assert not _is_said(words.format("after"), 4)


def test_what_somebody_is_sceptical_of_is_only_weighed():
    """ "Sceptical of the release" tells of no release."""
    words = "Kenya|PROPN|nsubj|2 is|AUX|cop|2 sceptical|ADJ|root|-1 of|ADP|case|4 release|NOUN|obl|2"
    assert _is_said(words, 4, "RETREAT")


def test_what_a_ceremony_is_held_for_is_not_done():
    """ "Attended a ceremony honouring the dead", wherever the tree hangs it; a crowd honouring them does."""
    words = "guests|NOUN|nsubj|1 attended|VERB|root|-1 {}|NOUN|obj|1 honouring|VERB|advcl|1 Kenya|PROPN|obj|3"
    assert _is_said(words.format("ceremony"), 3, "SUPPORT")
    assert not _is_said(words.format("match"), 3, "SUPPORT")


def test_what_is_denied_is_told_and_what_is_refused_is_not():
    """ "Denied bombing the port" tells of a bombing, as denied; "refused to bomb it" is the refusal alone."""
    for verb, expected in (("denied", False), ("refused", True)):
        tree = tree_of(
            f"Kenya|PROPN|nsubj|1 {verb}|VERB|root|-1 bombing|VERB|xcomp|1 port|NOUN|obj|2"
        )
        bombing = act_of(tree, 2, "ASSAULT")
        bombing = replace(bombing, predicate=replace(bombing.predicate, status="denied"))
        assert is_said(tree, 2, {1: act_of(tree, 1, "REJECT"), 2: bombing}) is expected


def test_what_somebody_else_does_beside_a_request_is_done():
    """ "Asks the rebels to leave, but Uganda arms them": the arming is no part of what is asked."""
    words = (
        "Kenya|PROPN|nsubj|1 asks|VERB|root|-1 rebels|NOUN|obj|1 leave|VERB|xcomp|1"
        " {}|PROPN|{}|5 arms|VERB|conj|3 them|PRON|obj|5"
    )
    for relation, expected in (("nsubj", False), ("obl", True)):
        tree = tree_of(words.format("Uganda", relation))
        acts = {1: act_of(tree, 1, "REQUEST"), 5: act_of(tree, 5, "AID")}
        assert is_said(tree, 5, acts) is expected


def test_who_is_added_to_a_list_is_not_only_spoken_of():
    """ "Added" says something, unless somebody is added to something."""
    added = "Kenya|PROPN|nsubj|1 added|VERB|root|-1 group|NOUN|obj|1"
    assert is_statement(act_of(tree_of(added), 1, "COERCE"))
    to_list = f"{added} to|ADP|case|4 list|NOUN|obl|1"
    assert not is_statement(act_of(tree_of(to_list), 1, "COERCE"))
