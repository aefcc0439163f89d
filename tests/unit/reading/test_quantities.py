from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.language import Parse, Sentence, Token, read, split_text
from headwater.reading.quantities import find_quantities


def _read(sentence):
    return find_quantities("article", read(sentence))


@pytest.mark.parametrize(
    ("sentence", "text", "value", "low", "high", "bound", "unit", "counted"),
    [
        ("Floods drowned at least 14 villagers near Puno.", "at least 14 villagers", 14, 14, None, "lower_exclusive", "persons", "villagers"),
        ("More than one million refugees crossed.", "More than one million refugees", 1e6, 1e6, None, "lower_exclusive", "persons", "refugees"),
        ("About 3,500 tons of wheat rotted.", "About 3,500 tons", 3500, None, None, "approximate", "tons", "tons"),
        ("Up to 60 percent of the ballots were burned.", "Up to 60 percent of the ballots", 60, None, 60, "upper_exclusive", "percent", "ballots"),
        ("Between 20 and 30 boats left Dakar.", "Between 20 and 30 boats", None, 20, 30, "interval", "boats", "boats"),
        ("The clan has 3 to 4 thousand fighters.", "3 to 4 thousand fighters", None, 3000, 4000, "interval", "persons", "fighters"),
        ("Police held twenty-seven protesters.", "twenty-seven protesters", 27, 27, 27, "exact", "persons", "protesters"),
        ("One hundred and fifty shells fell.", "One hundred and fifty shells", 150, 150, 150, "exact", "shells", "shells"),
        ("They paid $4.2 million for it.", "$4.2 million", 4.2e6, 4.2e6, 4.2e6, "exact", "USD", None),
        ("It costs 50 million euros.", "50 million euros", 5e7, 5e7, 5e7, "exact", "EUR", "euros"),
        ("Prices rose 12.5% in Minsk.", "12.5%", 12.5, 12.5, 12.5, "exact", "percent", None),
        ("Dozens of trucks waited.", "Dozens of trucks", None, None, None, "vague", "trucks", "trucks"),
        ("Tens of thousands of people fled.", "Tens of thousands of people", None, None, None, "vague", "persons", "people"),
        ("Several Andean mayors met.", "Several Andean mayors", None, None, None, "vague", "mayors", "Andean mayors"),
        ("Most of the homes burned.", "Most of the homes", 0.5, 0.5, None, "lower_exclusive", "share", "homes"),
        ("All the bridges fell.", "All the bridges", None, None, None, "universal", "bridges", "bridges"),
        ("It hit one of its senior commanders.", "one of its senior commanders", 1, 1, 1, "exact", "persons", "senior commanders"),
        ("There one soldier died.", "one soldier", 1, 1, 1, "exact", "persons", "soldier"),
        ("It shelled one of the army's three coastal brigades.", "three coastal brigades", 3, 3, 3, "exact", "brigades", "coastal brigades"),
        ("It fired 150,000 rockets and missiles.", "150,000 rockets and missiles", 150000, 150000, 150000, "exact", "rockets", "rockets and missiles"),
        ("It cost half a million dollars.", "half a million dollars", 5e5, None, None, "approximate", "USD", "dollars"),
        ("There came 40 or so riders.", "40 or so riders", 40, None, None, "approximate", "riders", "riders"),
        ("It has 30+ tanks.", "30+ tanks", 30, 30, None, "lower_exclusive", "tanks", "tanks"),
        ("They felled two dozen trees overnight.", "two dozen trees", 24, 24, 24, "exact", "trees", "trees"),
        ("Some 5 and 9 boats left.", "9 boats", 9, 9, 9, "exact", "boats", "boats"),
        ("They saw three old mills and towers burning.", "three old mills and towers", 3, 3, 3, "exact", "mills", "old mills and towers"),
        ("Blast Kills Nine Miners Near Ruby Lake", "Nine Miners", 9, 9, 9, "exact", "persons", "Miners"),
        ("Of them 12 were wounded.", "12 were wounded", 12, 12, 12, "exact", "persons", "wounded"),
        ("It killed 12 rebels and hid.", "12 rebels", 12, 12, 12, "exact", "persons", "rebels"),
        ("Nearly half of the valley's rice was lost.", "Nearly half of the valley's rice", 0.5, None, None, "approximate", "share", "valley's rice"),
        ("At least a third of the ferries sank.", "At least a third of the ferries", 1 / 3, 1 / 3, None, "lower_exclusive", "share", "ferries"),
        ("Only 12 percent of the crop survived.", "12 percent of the crop", 12, 12, 12, "exact", "percent", "crop"),
        ("One in five children is ill.", "One in five children", 0.2, 0.2, 0.2, "exact", "share", "children"),
        ("One in three wells is dry.", "One in three wells", 1 / 3, 1 / 3, 1 / 3, "exact", "share", "wells"),
        ("Nine out of ten shops were shut.", "Nine out of ten shops", 0.9, 0.9, 0.9, "exact", "share", "shops"),
        ("It struck one in three raids.", "three raids", 3, 3, 3, "exact", "raids", "raids"),
        ("They lost twice as many boats as the rebels.", "twice as many boats", 2, 2, 2, "exact", "times", "boats"),
        ("A monthlong siege ended.", "A monthlong", 1, None, None, "approximate", "months", "siege"),
        ("It ends a years-long siege.", "a years-long", None, None, None, "vague", "years", "siege"),
        ("A 2,000-kilometre range puts the port within reach.", "2,000-kilometre", 2000, 2000, 2000, "exact", "km", None),
        ("The ministry put the number of prisoners at 310.", "310", 310, 310, 310, "exact", "persons", "prisoners"),
        ("An unknown number of divers is on board.", "An unknown number of divers", None, None, None, "vague", "divers", "divers"),
        ("They must hand over 30 guns.", "30 guns", 30, 30, 30, "exact", "guns", "guns"),
        ("Since January 300 barges have been sunk.", "300 barges", 300, 300, 300, "exact", "barges", "barges"),
        ("The death toll rose to 118.", "118", 118, 118, 118, "exact", "persons", "death toll"),
        ("The number of victims is 59.", "59", 59, 59, 59, "exact", "persons", "victims"),
        ("The figure stands at 90.", "90", 90, 90, 90, "exact", None, "figure"),
        ("Scores were hurt.", "Scores", None, None, None, "vague", "persons", None),
        ("Doctors said 12 died.", "12", 12, 12, 12, "exact", "persons", None),
        ("The brigade, 2,000 strong, left.", "2,000", 2000, 2000, 2000, "exact", "persons", None),
        ("A 300-strong troop of riders came.", "300", 300, 300, 300, "exact", "persons", None),
        ("The blast came, killing 12.", "12", 12, 12, 12, "exact", "persons", None),
        ("A 24-hour curfew began.", "24-hour", 24, 24, 24, "exact", "hours", None),
        ("Planes flew over two villages.", "two villages", 2, 2, 2, "exact", "villages", "villages"),
    ],
)  # fmt: skip
def test_a_number_is_read_with_bound_unit_and_thing(  # noqa: PLR0913, PLR0917 - one column of the table each
    sentence, text, value, low, high, bound, unit, counted
):
    """A number of things comes with its value, its bounds, its unit and what it counts."""
    (found,) = _read(sentence)
    assert (found.text, found.value, found.low, found.high) == (text, value, low, high)
    assert (found.bound, found.unit, found.counted) == (bound, unit, counted)


@pytest.mark.parametrize(
    ("sentence", "second", "unit"),
    [
        ("It claims to have killed 40 soldiers; the army admits four.", "four", "persons"),
        ("The yard built 40 boats in May and 60 in June.", "60", "boats"),
        ("It killed 12 rebels and wounded 30.", "30", "persons"),
        ("They hold 40 camps, of which 12 are closed.", "12", "camps"),
    ],
)
def test_a_second_number_counts_what_the_first_did(sentence, second, unit):
    """A number whose noun was left out is of the unit of the number before it."""
    _, found = _read(sentence)
    assert (found.text, found.unit, found.counted) == (second, unit, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "He turned 40.",
        "The three met.",
        "She scored 30.",
        "Nothing happened on October 7 or on 12 Nov. 2019.",
        "They landed at 5:30 p.m. and again at 0600 GMT.",
        "The 45-year-old mayor, Ana Ruiz, 61, flew a B-52 model.",
        "Resolution 1701 was passed in 2006.",
        "The Mirage 2000 and Flight 302 crashed.",
        "Two weeks ago the lake froze.",
        "The two-state plan and the second phase were dropped.",
        "No one answered, and it is ready for one.",
        "In 2015 elections were held.",
        "He joined the Gang of Four mayors.",
        "Several were there.",
        "He won 3-1 in the match.",
    ],
)
def test_dates_times_ages_and_names_are_no_quantities(sentence):
    """A number that dates, names or ranks something counts nothing."""
    assert _read(sentence) == ()


def test_the_day_of_a_count_is_kept():
    """Where the text says as of when it counts, the quantity says so."""
    (found,) = _read("As of Monday 312 people had died.")
    assert (found.value, found.as_of) == (312, "Monday")
    (found,) = _read("By Friday the toll had risen to 41.")
    assert (found.value, found.as_of) == (41, "Friday")
    (found,) = _read("It had asked for 30 guns by Friday.")
    assert (found.value, found.as_of) == (30, None)


def test_what_stands_before_a_share_is_not_what_it_is_of():
    """The tree may hang on a share what goes before it; what it is of stands behind."""
    tokens = tuple(
        Token(start, start + len(word), word, word, tag=tag, relation=relation, head=head)
        for start, word, tag, relation, head in [
            (0, "mills", "NOUN", "nmod", 2), (6, "43", "NUM", "nummod", 2), (9, "percent", "NOUN", "root", -1),
        ]
    )  # fmt: skip
    text = "mills 43 percent"
    sentence = Sentence(0, len(text), 0, is_title=False, tokens=tokens)
    (found,) = find_quantities("article", Parse(text, (sentence,)))
    assert (found.text, found.counted) == ("43 percent", None)


def test_ids_depend_on_article_and_place():
    """The same number elsewhere is another quantity."""
    first, second = _read("Two men ran and two men fell.")
    assert first.id != second.id
    assert {q.id for q in find_quantities("other", split_text("Two men ran and two men fell."))}.isdisjoint({first.id, second.id})  # fmt: skip


@given(st.text(alphabet="0123456789 ,.-%$aonefsdkm\n", max_size=60))
def test_any_text_is_read_without_error_and_spans_give_back_their_words(text):
    """No jumble of digits breaks the reader, and no two quantities overlap."""
    found = find_quantities("article", split_text(text))
    assert all(text[q.start : q.end] == q.text for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
