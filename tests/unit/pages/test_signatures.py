import pytest

from headwater.pages.signatures import is_dated_signature, is_host, read_signature


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Al Bahr Online - 14/03/2031", ("Al Bahr Online",)),
        ("Aden (Marl Post) 15 March 2031", ("Aden", "Marl Post")),
        ("Marl Post | 12 Mar 2031 | 14:30 GMT", ("Marl Post",)),
        ("Published by Marl Post on 12 March 2031", ("Marl Post",)),
        ("Thursday 13 Ramadan 1446 - 13 March 2031", ()),
        ("Last modified on Thursday 13 March 2031, 9:12 am", ()),
        ("From: Marl Post <news@marl.example>, 12 March 2031", ("Marl Post",)),
        ("marlpost.example, 13 March 2031", ("marlpost.example",)),
        ("Al-Quds al-Arabi, 13 March 2031", ("Al-Quds al-Arabi",)),
    ],
)
def test_names_are_read_off_a_line_that_holds_a_day(line, names):
    """Labels, hours, weekdays and days of other calendars are no names."""
    found = read_signature(line)
    assert found is not None
    assert (found.names, found.is_dated) == (names, True)


@pytest.mark.parametrize(
    "line",
    [
        "Crews wait on the quay, 12 March 2031",
        "The bridge fell on 12 March 2031.",
        "Posted on March 12, 2031 by admin",
        "A, B, C, D, E - 12 March 2031",
    ],
)
def test_a_line_that_tells_something_is_no_signature(line):
    """One word that is no name, or a list of names, and it is something else."""
    assert not is_dated_signature(line)


@pytest.mark.parametrize(
    "line", ["By Ada Brun, Marl Post, 12 March 2031", "12 March 2031 - by Ada Brun, Marl Post"]
)
def test_whoever_stands_behind_by_wrote_it_and_does_not_print_it(line):
    """Nor does the house that the author is of."""
    found = read_signature(line)
    assert found is not None
    assert (found.names, found.credited) == ((), ("Ada Brun", "Marl Post"))


def test_a_name_alone_is_a_signature_without_a_day():
    """Whether it counts depends on the lines beside it."""
    found = read_signature("Marl Post")
    assert found is not None
    assert (found.names, found.is_dated) == (("Marl Post",), False)


def test_an_address_is_known_by_its_form():
    """ "marlpost.example" is one, "U.S." is none."""
    assert is_host("marlpost.example")
    assert not is_host("U.S.")
