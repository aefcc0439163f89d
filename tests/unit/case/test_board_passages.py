"""Sentences and words of an article, and where the words of an indicator stand in it."""

from headwater.case.board.passages import Passages
from headwater.lexicon.indicators.phrases import read_words

TEXT = (
    "Gen. Roth left for Lorn. “The ferry is lost,” he said. No boat followed.\n"
    "U.S. frigates turned back; Mara Venn saw three."
)


def found(text, **given):
    return [
        tuple(text[slice(*Passages(text).word_span(hit))] for hit in match.hits)
        for match in Passages(text).find(read_words(given, "words"))
    ]


def test_sentences_end_where_a_reader_would_end_them():
    """Not after a title or an initial; after a closing quotation mark; at a line's end."""
    passages = Passages(TEXT)
    told = [TEXT[a:b].strip() for a, b in passages.sentences]
    assert told[0] == "Gen. Roth left for Lorn."
    assert told[-1] == "U.S. frigates turned back; Mara Venn saw three."
    assert "".join(TEXT[a:b] for a, b in passages.sentences) == TEXT


def test_a_word_stands_for_its_regular_forms_and_an_exact_one_for_itself():
    """seize: seized, seizing; =seize: seize."""
    text = "They seized a ferry."
    assert found(text, all=[["seize"], ["ferry"]]) == [("seized", "ferry")]
    assert found(text, all=[["=seize"], ["ferry"]]) == []
    assert found(text, all=[["seiz*"], ["ferry"]]) == [("seized", "ferry")]


def test_a_phrase_is_words_in_a_row():
    """ "operations room" is no room for operations."""
    assert found("An operations room was opened.", all=[["operations room"]]) == [("operations room",)]  # fmt: skip
    assert found("A room for operations was opened.", all=[["operations room"]]) == []


def test_all_groups_stand_in_one_sentence_and_near_each_other():
    """Two sentences are two passages; so are words that are too far apart."""
    assert found("The ferry sailed. They seized a boat.", all=[["ferry"], ["seize"]]) == []
    far = "They seized, as the papers of that morning told at length, one ferry."
    assert found(far, all=[["ferry"], ["seize"]], near=8) == []
    assert found(far, all=[["ferry"], ["seize"]], near=13) == [("ferry", "seized")]


def test_what_stands_between_the_first_two_may_be_what_is_meant():
    """In "suspended its raids on ports" no port is; behind both it parts nothing."""
    groups = {"all": [["port"], ["suspend"]], "between": ["raid"]}
    assert found("They suspended raids on ports.", **groups) == []
    assert found("They suspended the port after raids.", **groups) == [("port", "suspended")]


def test_one_word_does_not_count_for_two_groups():
    """A single "attack" is not an attack that is attacked."""
    assert found("An attack was told.", all=[["attack", "raid"], ["attack"]]) == []


def test_the_names_of_a_sentence_are_its_capitalised_words_but_the_first_and_the_calendar():
    """Neither a beginning nor Monday names anybody."""
    passages = Passages("Ferries for Quaymouth left Lorn on Monday in May.")
    assert passages.names_in(0) == {"quaymouth", "lorn"}
