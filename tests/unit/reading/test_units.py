from hypothesis import given
from hypothesis import strategies as st

from headwater.language import split_text
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
