from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from headwater.language import read, split_text
from headwater.reading.units import find_units


def _units(text):
    parse = split_text(text)
    return [text[unit.start : unit.end] for unit in find_units(parse)]


def test_a_sentence_is_a_unit():
    """Without quotations, every sentence is read by itself."""
    assert _units("The kiln is cold. The clay is wet.") == [
        "The kiln is cold.",
        "The clay is wet.",
    ]


def test_a_quotation_holds_its_sentences_together():
    """Sentences inside one pair of marks, and the words around it, are one unit."""
    text = "The kiln is cold. “We wait. We hope,” Ama Mensah said. The clay is wet."
    assert _units(text) == [
        "The kiln is cold.",
        "“We wait. We hope,” Ama Mensah said.",
        "The clay is wet.",
    ]


def test_a_quotation_does_not_run_into_the_next_paragraph():
    """A mark left open ends with its paragraph."""
    assert _units("“We wait. We hope.\nThe clay is wet.") == [
        "“We wait. We hope.",
        "The clay is wet.",
    ]


def test_a_long_speech_is_read_in_pieces():
    """No unit grows beyond six sentences, and each piece keeps the quotation that holds it."""
    text = "“" + " ".join(f"Kiln {n} is cold." for n in range(14)) + "”"
    units = find_units(split_text(text))
    assert [len(unit.sentences) for unit in units] == [6, 6, 2]
    assert all(len(unit.quotations) == 1 for unit in units)


def test_a_unit_has_the_words_and_quotations_of_its_own_stretch():
    """Words and quotations of a neighbour are not its own."""
    first, second = find_units(split_text("“One kiln,” she said. “Two kilns,” he said."))
    assert [t.text for t in second.tokens if t.is_word] == ["Two", "kilns", "he", "said"]
    assert [q.start for q in second.quotations] == [second.start]
    assert [q.start for q in first.quotations] == [first.start]


@given(st.text(alphabet='Ab .\n"“”?!', max_size=80))
def test_every_sentence_is_in_exactly_one_unit(text):
    """Units neither lose a sentence nor read one twice, and keep their order."""
    parse = split_text(text)
    units = find_units(parse)
    assert [s for unit in units for s in unit.sentences] == list(parse.sentences)
    assert all((u.start, u.end) == (u.sentences[0].start, u.sentences[-1].end) for u in units)


def test_two_single_marks_are_one_double_one():
    """Each pair is read as the mark that it stands for, and the heads behind it still fit."""
    (unit,) = find_units(read("The potter said ''we wait'' on Monday."))
    words = [token.text for token in unit.tokens]
    assert words == "The potter said “ we wait ” on Monday .".split()
    assert [words[token.head] for token in unit.tokens if token.text in {"potter", "on"}] == [
        "said",
        "Monday",
    ]


def test_a_mark_at_the_end_of_a_sentence_opens_the_next():
    """A quotation holds no sentence in which none of its words stands."""
    parse = split_text("The clay is wet. ''We wait,'' the potter said.")
    first, *_ = find_units(replace(parse, sentences=_moved(parse.sentences)))
    assert first.end == parse.text.index("We")


def _moved(sentences):
    """Move the opening marks to the sentence before them, as a splitter may."""
    first, second = sentences[0], sentences[-1]
    marks = [token for token in second.tokens if token.start < second.start + 2]
    rest = second.tokens[len(marks) :]
    return (
        replace(first, end=rest[0].start, tokens=(*first.tokens, *marks)),
        replace(second, start=rest[0].start, tokens=rest),
    )
