import pytest
from small_events import events_of, findings_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan soldiers shelled the village.", (["Kenyan soldiers"], "ASSAULT", ["the village"])),
        ("A convoy was attacked by gunmen in Basra.", (["gunmen"], "ASSAULT", ["A convoy"])),
        ("Israel's strike on Gaza lasted an hour.", (["Israel"], "ASSAULT", ["Gaza"])),
        ("The attack by militants on a bus was the third.", (["militants"], "ASSAULT", ["a bus"])),
        ("Talks between Kenya and Sudan resumed.", (["Kenya", "Sudan"], "CONSULT", ["Kenya", "Sudan"])),
        ("The arrest of three monks by soldiers drew crowds.", (["soldiers"], "COERCE", ["three monks"])),
        ("Tehran ordered the militia to attack the base.", (["Tehran"], "REQUEST", ["the militia"])),
        ("Kenya demanded an apology from Sudan.", (["Kenya"], "REQUEST", ["Sudan"])),
        ("Peru lifted its sanctions against Chile.", (["Peru"], "CONCEDE", ["Chile"])),
        ("The rebels fired rockets at the port of Mombasa.", (["The rebels"], "ASSAULT", ["the port of Mombasa"])),
    ],
)  # fmt: skip
def test_who_and_whom_are_read_off_the_grammar(text, expected):
    """Subject, agent, owner and "by" act; object, passive subject and what is aimed at suffer it."""
    assert expected in [told(event) for event in events_of(text)]


def test_each_of_several_takes_part():
    """Names joined by "and" are participants each, with their own ids."""
    (event,) = events_of("Kenya and Uganda attacked Sudan.")
    assert event.actors == ("state/ke", "state/ug")
    assert event.recipients == ("state/sd",)


def test_what_both_do_is_done_to_both():
    """ "Met", "clashed": without an object each side is the other's recipient."""
    (event,) = events_of("Kenya and Uganda clashed on Monday.")
    assert event.actors == event.recipients == ("state/ke", "state/ug")


def test_a_second_verb_has_the_subject_of_the_first():
    """A verb joined by "and" without a subject of its own is done by whoever does the first."""
    events = events_of("Kenyan soldiers raided the camp and arrested two priests.")
    assert {tuple(s.text for s in e.actor_words) for e in events} == {("Kenyan soldiers",)}


def test_a_relative_clause_is_about_its_noun():
    """ "The soldiers who shelled the village": they did it."""
    events = events_of("The soldiers who shelled the village came from Kenya.")
    assert (["The soldiers"], "ASSAULT", ["the village"]) in [told(e) for e in events]


def test_we_is_whoever_speaks():
    """A "we" in a quotation is its source."""
    events = events_of("“We attacked the base,” said the Kenyan army.")
    assert [s.text for s in events[0].actor_words] == ["the Kenyan army"]


def test_whoever_claims_an_attack_did_it():
    """A claim of responsibility is a statement; the attack it claims has its doer."""
    events = events_of("Boko Haram claimed responsibility for the attack on the market.")
    assert (["Boko Haram"], "ASSAULT", ["the market"]) in [told(e) for e in events]


def test_whoever_is_described_is_an_actor_too():
    """Participants without a name get a mention of their own, which the event's id leads to."""
    found = findings_of("Masked gunmen attacked a convoy.")
    (event,) = found.events
    (mention,) = [m for m in found.mentions if m.actor_id == event.actors[0]]
    assert (mention.text, mention.kind) == ("Masked gunmen", "description")


def test_a_thing_is_no_actor():
    """A convoy is shown in the words of an event, and gets no id."""
    (event,) = events_of("Gunmen attacked a convoy.")
    assert event.recipients == ()
    assert [s.text for s in event.recipient_words] == ["a convoy"]


def test_a_thing_belongs_to_somebody():
    """What is done to somebody's things is done to him."""
    (event,) = events_of("Gunmen attacked a Kenyan base.")
    assert event.recipients == ("state/ke",)


def test_a_time_takes_no_part():
    """A weekday behind a verb is neither actor nor recipient."""
    events = events_of("The Kenyan president arrived Wednesday in Uganda.")
    assert not any("Wednesday" in s.text for e in events for s in e.recipient_words)


def test_a_pronoun_that_stands_for_nobody_tells_nothing():
    """Who "it" is, is left open, never shown as a name."""
    (event,) = events_of("It attacked the port of Mombasa.")
    assert event.actor_words == ()
