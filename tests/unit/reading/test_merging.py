"""What the engine tags beside what the rules find. The tags are given here by hand."""

from dataclasses import replace

import pytest

from headwater.language import Tagged, read, split_text
from headwater.reading.merging import attributions_of
from headwater.reading.units import find_units


def _tagged(text, source, cue, content, *, inner=False):
    """Tag the first place where each part stands."""

    def spans(*parts):
        return tuple((text.index(p), text.index(p) + len(p)) for p in parts if p)

    parts = content if isinstance(content, tuple) else (content,)
    return Tagged(spans(source), spans(cue), spans(*parts), is_inner=inner)


def _found(text, *tagged):
    (unit,) = find_units(split_text(text))
    return [_told(unit.tokens, a) for a in attributions_of(unit, tagged)]


def _told(tokens, found):
    def words(spans):
        return " … ".join(" ".join(t.text for t in tokens[a:b]) for a, b in spans)

    source = words([(found.source.first, found.source.last)]) if found.source else None
    nested = [_told(tokens, a) for a in found.nested]
    return (source, words(found.cue), words(found.content), *([nested] if nested else []))


MILL = "The miller muttered that the dam leaked."
MUTTERED = _tagged(MILL, "The miller", "muttered", "that the dam leaked")


def test_what_only_the_engine_finds_is_added():
    """A verb that no list has is a cue where the engine says so; "that" is no part of the content."""
    assert _found(MILL) == []
    assert _found(MILL, MUTTERED) == [("The miller", "muttered", "the dam leaked")]


def test_where_both_find_a_cue_the_rules_reading_stands():
    """The engine's edges do not replace those of a rule."""
    text = "The miller said that the dam leaked badly."
    tagged = _tagged(text, "miller", "said", "the dam leaked")
    assert _found(text, tagged) == [("The miller", "said", "the dam leaked badly")]


_RUNS_ON = "The guild said the locks were old and walked out."


@pytest.mark.parametrize(
    ("sure", "content"),
    [
        (0.9, "the locks were old"),
        (0.39, "the locks were old and walked out"),
    ],
)
def test_a_content_that_runs_on_ends_where_the_engine_is_sure_that_it_ends(sure, content):
    """What hangs on the cue and not on the content is no longer said; an unsure engine ends nothing."""
    parse = read(_RUNS_ON)
    (unit,) = find_units(parse)
    tagged = replace(_tagged(_RUNS_ON, "The guild", "said", "the locks were old"), sure=sure)
    (found,) = attributions_of(unit, [tagged])
    assert _told(unit.tokens, found)[2] == content.replace(",", " ,")


_SURER = [
    # the engine's content for the first cue, and what comes of it
    ("The mayor urged drivers to wait.", "urged", "drivers to wait", "to wait"),
    ("The locks are old, said the mayor, but the keys are new.", "said", ("The locks are old", "the keys are new"), "The locks are old"),
    ("The mayor insisted the locks were old, adding that the keys were new.", "insisted", ("the locks were old", "the keys were new"), "the locks were old"),
    ("The mayor responded by saying that the locks were old.", "responded", "by saying that the locks were old", "by saying that the locks were old"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "content", "told"), _SURER, ids=lambda x: str(x)[:30])
def test_a_sure_engine_moves_only_the_ends_of_a_content(text, cue, content, told):
    """Neither the addressee nor another's content comes in, nor what goes on behind a closing cue."""
    (unit,) = find_units(read(text))
    source = "the mayor" if "the mayor" in text else "The mayor"
    first = attributions_of(unit, [_tagged(text, source, cue, content)])[0]
    assert _told(unit.tokens, first)[2] == told


def test_a_subject_without_its_verb_is_no_content():
    """ "The barge" of a barge that was sold: the engine tore a clause, and nothing is added."""
    text = "The barge was sold in May, the miller muttered."
    (unit,) = find_units(read(text))
    assert attributions_of(unit, [_tagged(text, "the miller", "muttered", "The barge")]) == ()


def test_words_that_hang_on_a_content_stay_in_it():
    """ "He said the dam, which was new, leaked": the engine's early end would tear a clause apart."""
    text = "The miller said the dam leaked at the gate that his sons had built."
    (unit,) = find_units(read(text))
    (found,) = attributions_of(
        unit, [_tagged(text, "The miller", "said", "the dam leaked at the gate")]
    )
    assert _told(unit.tokens, found)[2].endswith("that his sons had built")


@pytest.mark.parametrize(
    ("source", "content"), [("", "that the dam leaked"), ("The miller", "")]
)
def test_the_engine_alone_needs_a_source_and_a_content(source, content):
    """Nobody is made to say something by half a finding."""
    assert _found(MILL, _tagged(MILL, source, "muttered", content)) == []


def test_a_cue_inside_a_rules_content_is_nested_in_it():
    """ "A said that B muttered that …": B is heard through A."""
    text = "The mayor said that the miller muttered that the dam leaked."
    tagged = _tagged(text, "the miller", "muttered", "the dam leaked", inner=True)
    nested = [("the miller", "muttered", "the dam leaked")]
    assert _found(text, tagged) == [
        ("The mayor", "said", "the miller muttered that the dam leaked", nested)
    ]


def test_a_rules_finding_inside_the_engines_content_is_nested_in_it():
    """ "A muttered that B said that …": B is heard through A."""
    text = "The miller muttered that the mayor said that the dam leaked."
    tagged = _tagged(text, "The miller", "muttered", "that the mayor said that the dam leaked")
    nested = [("the mayor", "said", "the dam leaked")]
    assert [a for a in _found(text, tagged) if a[0] == "The miller"] == [
        ("The miller", "muttered", "the mayor said that the dam leaked", nested)
    ]


def test_who_hands_a_statement_on_is_not_found_a_second_time():
    """ "OUTLET reported, citing SOURCE" is one attribution, though the engine sees two cues."""
    text = "The Harbour Post reported, citing two pilots, that the dam leaked."
    rules = _found(text)
    assert rules
    tagged = _tagged(text, "The Harbour Post", "reported", "the dam leaked")
    assert _found(text, tagged) == rules


def test_a_relative_pronoun_gives_way_to_whom_it_stands_for():
    """ "the millers, who muttered that …": the millers muttered."""
    text = "Nobody asked the millers, who muttered that the dam leaked."
    tagged = _tagged(text, "who", "muttered", "that the dam leaked")
    assert _found(text, tagged) == [("the millers", "muttered", "the dam leaked")]


def test_what_the_engine_tagged_in_another_unit_is_not_this_ones():
    """Each tagged statement is read with the unit its cue stands in."""
    text = "The sluice is old.\nThe miller muttered that the dam leaked."
    tagged = [_tagged(text, "The miller", "muttered", "that the dam leaked")]
    first, second = find_units(split_text(text))
    assert attributions_of(first, tagged) == ()
    assert len(attributions_of(second, tagged)) == 1


def test_a_part_outside_the_unit_is_left_out():
    """Content in another paragraph is no content of this unit, and none is left."""
    text = "The miller muttered.\nThe dam leaked."
    tagged = [_tagged(text, "The miller", "muttered", "The dam leaked")]
    assert attributions_of(find_units(split_text(text))[0], tagged) == ()


def test_attributions_stand_in_the_order_of_their_cues():
    """Rules' and engine's findings are one list, in the order of the text."""
    text = "The miller muttered that the dam leaked; the mayor told Reuters that it held."
    found = _found(text, _tagged(text, "The miller", "muttered", "that the dam leaked"))
    assert [cue for _, cue, *_ in found] == ["muttered", "told"]


def test_one_source_may_speak_by_two_of_the_engines_cues():
    """ "A muttered that …, and grumbled that …": both are A's."""
    text = "The miller muttered that the dam leaked, and grumbled that it was old."
    tagged = (
        _tagged(text, "The miller", "muttered", "that the dam leaked"),
        _tagged(text, "The miller", "grumbled", "that it was old"),
    )
    assert _found(text, *tagged) == [
        ("The miller", "muttered", "the dam leaked"),
        ("The miller", "grumbled", "it was old"),
    ]


@pytest.mark.parametrize(("sure", "found"), [(0.29, 0), (0.31, 1)])
def test_what_the_engine_is_not_sure_of_is_not_added(sure, found):
    """On the engine's word alone a statement needs a sureness of .4."""
    tagged = Tagged(MUTTERED.source, MUTTERED.cue, MUTTERED.content, is_inner=False, sure=sure)
    assert len(_found(MILL, tagged)) == found


def test_an_order_inside_a_content_makes_no_link():
    """ "A said that B nudged C to wait": an act that A tells of."""
    text = "The mayor said that the miller nudged his men to open the sluice."
    tagged = _tagged(text, "the miller", "nudged", "to open the sluice", inner=True)
    assert _found(text, tagged) == _found(text)


def test_what_is_said_before_the_cue_stays_where_it_is_a_clause():
    """ "It had gone by boat, the official said, “as all does”": said on both sides; "Elaborating on it, X noted" is not."""
    text = "The message had gone by way of Pelk, the official said, “as everything does”."
    content = ("The message had gone by way of Pelk", "as everything does")
    (unit,) = find_units(read(text))
    tagged = replace(_tagged(text, "the official", "said", content), sure=0.9)
    ((_, _, told),) = [_told(unit.tokens, a) for a in attributions_of(unit, [tagged])]
    assert told.startswith("The message had gone by way of Pelk")
