"""Times that somebody is given, read from a page: whose ultimatum it is, and its last day."""

import pytest
from small_article import small_article

from headwater.reading import read_article


def _read(*paragraphs):
    """Give what a small article commits somebody to, as kind, issuer's name, trigger, deadline."""
    found = read_article(small_article(*paragraphs))
    names = {link.actor_id: link.name for s in found.statements for link in s.chain}
    names |= {m.actor_id: m.text for m in found.mentions}
    return [
        (c.kind, names.get(c.issuer), c.trigger.text if c.trigger else None, c.deadline)
        for c in found.commitments
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya has given the guild until Sunday to leave its base, a clerk said.",
            ("threat", "Kenya", "to leave its base", "until Sunday"),
        ),
        (
            "Brel warned that any raid on the mill would be met by shelling, and gave the guild until the end of Lent to lift the siege.",
            ("threat", "Brel", "to lift the siege", "until the end of Lent"),
        ),
        (
            "Kenya has given Chad 48 hours to withdraw from two posts or face shelling, two officials said.",
            ("threat", "Kenya", "to withdraw from two posts", "48 hours"),
        ),
        (
            "The guild has until Sunday to leave, the mayor of Marl said.",
            ("threat", "mayor of Marl", "to leave", "until Sunday"),
        ),
    ],
)  # fmt: skip
def test_a_time_given_to_give_way_in_is_a_threat_with_a_last_day(text, expected):
    """What comes else need not be said; it is the word of who gives the time, whoever tells of it."""
    assert expected in _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The court gave the guild until Monday to file briefs.",
        "Doctors gave Ivo Brel six months to live.",
    ],
)
def test_a_time_to_do_something_else_in_is_no_threat(text):
    """Nobody gives way by filing a brief."""
    assert _read(text) == []


def test_an_ultimatum_whose_end_the_next_sentence_tells_is_told_once():
    """ "After that the police will take them down" says what comes else."""
    text = "Chad gave the guild until Monday to take down the gates. “After that the police will burn them,” Ivo Brel said."
    assert len(_read(text)) == 1


def test_by_then_is_no_word_that_opens_what_follows():
    """ "If it is not handed over by then": the whole of it is the trigger."""
    (found,) = _read(
        "“If the mill is not handed over by then, we will burn it,” Ivo Brel said."
    )
    assert found[:3] == ("threat", "Ivo Brel", "If the mill is not handed over by then")


def test_how_soon_something_would_follow_is_no_last_day():
    """ "Within hours, if they fire" sets nobody a time."""
    (found,) = _read(
        "A clerk said that Kenya would shell the port within hours if Chad bombed the mill."
    )
    assert found[3] is None


@pytest.mark.parametrize(
    ("text", "issuer", "trigger"),
    [
        ("Two clerks said Chad had urged the rebels to hold off on attacks until the convoy had passed.", "Chad", "until the convoy had passed"),
        ("The Heron Front has been advised by Chad to suspend its attacks until the talks conclude, Reuters reported, citing two clerks.", "Chad", "until the talks conclude"),
    ],
)  # fmt: skip
def test_what_others_are_told_to_do_is_held_out_by_nobody(text, issuer, trigger):
    """It waits for something, on the word of whoever tells them; it is no promise, and not that of who tells of it."""
    assert [found[:3] for found in _read(text)] == [("condition", issuer, trigger)]


def test_who_is_quoted_as_warning_of_what_his_own_side_will_do_threatens():
    """Also of what would be good by itself."""
    text = "If the guild fires on Marl, the coalition will reopen all fronts, Reuters quoted an unnamed officer in the coalition as warning."
    ((kind, *_),) = _read(text)
    assert kind == "threat"
