"""Rules that hold also where the engine hangs a word wrongly: the trees here are hung by hand."""

from dataclasses import replace

import pytest
from test_commitments import _statement

from headwater.language import Parse, Tagged, read
from headwater.reading.commitments import find_commitments
from headwater.reading.commitments.tree import Tree
from headwater.reading.merging import attributions_of
from headwater.reading.shapes.apposed import find_apposed
from headwater.reading.shapes.closing import find_closing
from headwater.reading.shapes.nouns import find_noun_cues
from headwater.reading.units import find_units


def _hung(text: str, **hung: tuple[str, str, str]) -> Parse:
    """Read one sentence, and hang some of its words anew: by tag, relation and the word above."""
    parse = read(text)
    (sentence,) = parse.sentences
    places = {token.text: at for at, token in enumerate(sentence.tokens)}
    tokens = list(sentence.tokens)
    for word, (tag, relation, above) in hung.items():
        at = places[word]
        head = places.get(above, -1)
        tokens[at] = replace(tokens[at], tag=tag, relation=relation, head=head)
    return replace(parse, sentences=(replace(sentence, tokens=tuple(tokens)),))


def _words(tokens, spans):
    return [" ".join(t.text for t in tokens[first:last]) for first, last in spans]


@pytest.mark.parametrize(
    ("text", "hung", "parts"),
    [
        (
            "Brill said: they will stay until Nordia withdraws.",
            {"Nordia": ("PROPN", "compound", "withdraws")},
            ("until Nordia withdraws", "they will stay"),
        ),
        (
            "Brill said: the moment a soldier lands here, the war begins.",
            {"a": ("DET", "det", "lands"), "soldier": ("NOUN", "compound", "lands"), "lands": ("NOUN", "nsubj", "begins"), "here": ("ADV", "advmod", "lands"), "moment": ("NOUN", "obl", "begins")},
            ("the moment a soldier lands here", "the war begins"),
        ),
        (
            "Brill said: the hour they cross, you are free.",
            {"hour": ("NOUN", "obl:unmarked", "free"), "cross": ("NOUN", "acl:relcl", "hour"), "you": ("PRON", "nsubj", "cross"), "free": ("ADJ", "ccomp", "said")},
            ("the hour they cross", "you are free"),
        ),
    ],
)  # fmt: skip
def test_a_trigger_is_found_though_a_subject_hangs_awry(text, hung, parts):
    """A noun made one word with a verb is its subject; a second subject behind a comma is another verb's."""
    parse = _hung(text, **hung)
    (found,) = find_commitments("a", parse, [_statement(text, text[12:-1])])
    assert (found.trigger.text, found.consequence.text) == parts


def test_a_particle_is_no_subject():
    """ "Carry out": the particle does nothing."""
    parse = _hung("They carry out the raid.", out=("ADP", "compound:prt", "carry"), They=("PRON", "obj", "carry"))  # fmt: skip
    assert Tree(parse.sentences[0]).subject(1) is None


def test_a_habit_told_in_ones_own_words_is_no_commitment():
    """ "When I was little she would sing when it rained", wherever "little" hangs: "I" makes "would" no "will"."""
    text = "Brill said: when I was little she would sing when it rained."
    parse = _hung(text, little=("ADJ", "advcl", "said"))
    assert find_commitments("a", parse, [_statement(text, text[12:-1])]) == ()


@pytest.mark.parametrize("relation", ["acl:relcl", "advcl:relcl", "parataxis"])
def test_who_gave_a_number_is_found_wherever_its_clause_hangs(relation):
    """On the number, or on the verb of the sentence."""
    text = "The slide buried nine workers, a figure the guild later confirmed to AFP."
    above = "figure" if relation.startswith("acl") else "buried"
    tokens = _hung(text, confirmed=("VERB", relation, above)).sentences[0].tokens
    found = find_apposed(tokens, 0, len(tokens))
    assert _words(tokens, found.content) == ["The slide buried nine workers"]


def test_a_claim_ends_before_the_verb_of_its_noun_though_would_hangs_there():
    """ "The warning that the bells would fall was heard": "would" is of "fall"."""
    text = "The bishop’s warning that the bells would fall was heard by all."
    parse = _hung(
        text, warning=("NOUN", "nsubj:pass", "heard"), bells=("NOUN", "nsubj:pass", "heard"), would=("AUX", "aux", "heard"),
        fall=("VERB", "advcl", "heard"), was=("AUX", "aux:pass", "heard"), heard=("VERB", "root", ""),
    )  # fmt: skip
    tokens = parse.sentences[0].tokens
    (found,) = find_noun_cues(tokens, 0, len(tokens))
    assert _words(tokens, found.content) == ["the bells would fall"]


def test_what_somebody_is_stands_before_his_name_and_is_not_said():
    """ "…, the head of the guild, Berrin Askold, told": though the tree ties "head" to what stands before."""
    text = "Nine ships lie at anchor, the head of the guild, Berrin Askold, told the Courier."
    parse = _hung(text, head=("NOUN", "appos", "anchor"), Berrin=("PROPN", "nsubj", "told"), Askold=("PROPN", "flat", "Berrin"))  # fmt: skip
    tokens = parse.sentences[0].tokens
    found = find_closing(tokens, 0, len(tokens) - 1)
    assert _words(tokens, found.content) == ["Nine ships lie at anchor"]


def test_a_mark_in_a_headline_says_nothing_on_the_engines_word():
    """ "Sudan: Oil flow to resume": a topic, though the engine takes the colon for a cue; in a text it may be one."""
    text = "Sudan: Oil flow to resume in May"
    tagged = Tagged(source=((0, 5),), cue=((5, 6),), content=((7, len(text)),), is_inner=False, sure=0.9)  # fmt: skip
    (unit,) = find_units(read(text))
    assert attributions_of(replace(unit, is_title=True), [tagged]) == ()
    assert attributions_of(replace(unit, is_title=False), [tagged])
