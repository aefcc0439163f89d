import pytest
from small_events import events_of, findings_of


def test_an_event_hangs_on_the_statement_that_carries_it():
    """An act told by somebody belongs to his statement."""
    found = findings_of("The Kenyan army said that rebels attacked the port.")
    (event,) = found.events
    (said,) = [s for s in found.statements if s.id == event.statement_id]
    assert "rebels attacked the port" in said.words


def test_an_event_in_a_papers_own_voice_hangs_on_its_statement():
    """What the outlet tells itself is carried by the outlet's statement."""
    found = findings_of("Rebels attacked the port of Mombasa.")
    assert found.events[0].statement_id in {s.id for s in found.statements}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels attacked the port.", "reported"),
        ("Rebels did not attack the port, the army said.", "denied"),
        ("No pilot has been seized, the army said.", "denied"),
        ("The army denied that its jets bombed the hospital.", "denied"),
        ("In 1987, rebels attacked the port of Mombasa.", "historical"),
    ],
)
def test_the_status_says_how_far_it_has_come(text, status):
    """Reported, denied, or long past: more than a year before the article."""
    assert {e.status for e in events_of(text, on="2031-05-04")} == {status}


def test_what_will_be_done_is_threatened_and_not_done():
    """ "It will shell the base" reports no shelling, whatever else the engine holds it for."""
    text = "If the patrols are not gone by the end of Lent, the front has said, it will hit all depots between Basra and Kufa."
    assert [event.type for event in events_of(text)] == ["THREATEN"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("“But should a Kenyan soldier die, that would be very close to what we call an act of war,” Ivo Brel added.", {"ASSAULT"}),
        ("Fishermen told a local radio station that dozens of Kenyan militia boats had gathered at the reef since Monday.", {"MOBILIZE"}),
        ("The airport at Mombasa was shut on Monday.", {"COERCE"}),
        ("Kenya will not hesitate, Ivo Brel said.", set()),
    ],
)  # fmt: skip
def test_what_may_befall_who_gathers_and_what_is_only_manner(text, types):
    """ "Should he die" is no request and no threat; boats that gather meet nobody; who does not hesitate has done nothing."""
    assert {event.type for event in events_of(text)} == types


def test_who_only_tells_of_an_act_takes_no_part_in_it():
    """ "Captured the town, residents said": wherever the tree hangs them, they are the source."""
    events = events_of(
        "M23 rebels captured the town of Shasha on Thursday after heavy fighting with the Congolese army, "
        "residents and a local official said, cutting the last road to Goma."
    )
    (event,) = [e for e in events if e.text == "captured"]
    assert [s.text for s in event.recipient_words] == ["the town of Shasha"]


def test_who_claims_to_have_done_it_did_it():
    """ "Claimed to have killed" has one subject, the source, who is the actor."""
    (event,) = events_of("The Heron Front claimed to have killed more than 90 soldiers.")
    assert [s.text for s in event.actor_words] == ["The Heron Front"]


def test_what_the_speaker_will_do_for_good_is_a_promise():
    """ "We will stop once there is a truce" agrees to it; what others would do is only told."""
    own = events_of("The army says it will stop its raids once there is a truce in Kenya.")
    others = events_of("Kenya says the rebels will withdraw if Sudan signs.")
    assert ("AGREE", "conditional") in [(e.type, e.status) for e in own]
    assert "AGREE" not in [e.type for e in others if e.text == "withdraw"]


def test_what_somebody_could_be_brought_to_do_is_not_done():
    """An infinitive under "could" or "may" is no report."""
    events = events_of(
        "The council is calm, but more raids may bring the Ugandan army to attack the port."
    )
    assert {e.status for e in events if e.text == "attack"} == {"conditional"}


def test_days_are_counted_from_the_article():
    """A weekday is the one before publication; the words are kept."""
    (event,) = events_of("Gunmen attacked a convoy in Basra on Friday.", on="2031-05-04")
    assert (event.from_, event.to, event.when.text) == ("2031-05-02", "2031-05-02", "on Friday")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen stormed the fort on Monday, killing at least 20 guards, a local official and two police officers told Reuters on Wednesday.", "2024-05-06"),
        ("Rebels shelled the village on Tuesday, the mayor said on Thursday.", "2024-05-07"),
    ],
)  # fmt: skip
def test_the_day_it_was_told_is_not_the_day_it_was_done(text, day):
    """A time never reaches an act across the verb of another clause; what goes along with an act is of its day."""
    assert {event.from_ for event in events_of(text, on="2024-05-10")} == {day}


def test_without_a_date_the_words_still_say_when():
    """Where the page has no date, no day is made up."""
    (event,) = events_of("Gunmen attacked a convoy in Basra on Friday.")
    assert (event.from_, event.to, event.when.text) == (None, None, "on Friday")


def test_a_place_is_where_the_clause_puts_the_act():
    """ "In Basra" places it; the place of an office ("ambassador in Lima") does not."""
    (placed,) = events_of("Gunmen attacked a convoy in Basra.")
    (other,) = events_of("The Kenyan ambassador in Lima met Sudanese officers.")
    assert (placed.place, other.place) == ("Basra", None)


def test_a_second_mention_points_to_the_first():
    """ "The attack" that takes up an attack of the same doer is the same event."""
    first, second = events_of(
        "Boko Haram attacked the port of Mombasa on Friday.",
        "The attack by Boko Haram lasted an hour.",
    )
    assert (first.same_as, second.same_as) == (None, first.id)


def test_two_attacks_in_two_places_are_two():
    """Events whose places differ are never one, however they are taken up."""
    events = events_of(
        "Boko Haram attacked a bus in Basra.",
        "The attack by Boko Haram in Lima lasted an hour.",
    )
    assert {e.place for e in events} == {"Basra", "Lima"}
    assert all(e.same_as is None for e in events)


def test_the_words_that_decided_are_kept():
    """Mode and context name the word that told them."""
    (event,) = events_of("Kenyan warplanes bombed a rebel camp.")
    assert event.type == "ASSAULT"
    assert any(reason.startswith(f"mode {event.mode}: ") for reason in event.reasons)
    assert all(
        any(r.startswith(f"context {c}: ") for r in event.reasons) for c in event.contexts
    )


def test_an_event_stands_where_it_says():
    """Offsets give back the words."""
    found = findings_of("Masked gunmen attacked a convoy in Basra.")
    (event,) = found.events
    text = found.article.text
    assert text[event.start : event.end] == event.text == "attacked"


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Gunmen kidnapped two priests.", "18"),
        ("Kenya urged Sudan to release the pilots.", "02"),
        ("Kenya demanded that Sudan release the pilots.", "10"),
    ],
)
def test_the_cameo_root_tells_what_plover_does_not(text, root):
    """An abduction is no fight, and an appeal no demand."""
    assert root in {e.cameo for e in events_of(text)}


def test_a_time_set_before_two_acts_is_that_of_both():
    """ "In 1987 rebels took the dam and killed ten": both are long past; a time behind the first is its own."""
    both = events_of(
        "In 1987 the rebels seized the dam and killed nine guards.", on="2031-05-04"
    )
    assert [event.status for event in both] == ["historical", "historical"]
    first, second = events_of("The rebels seized the dam in 1987 and have now killed nine guards.", on="2031-05-04")  # fmt: skip
    assert (first.status, second.status) == ("historical", "reported")


def test_according_to_whom_it_was_done_did_not_do_it():
    """A passive may have them where its doer stands."""
    (event,) = events_of("Nine hostages were killed, according to the police.")
    assert (event.type, event.actors) == ("ASSAULT", ())


def test_what_is_warned_of_is_nothing_that_anybody_agrees_to():
    """ "Will reopen all fronts", as a warning."""
    text = "If the rebels fire on Marl, the coalition will reopen all fronts, Reuters quoted an officer in the coalition as warning."
    assert [e.type for e in events_of(text) if e.text == "reopen"] == ["THREATEN"]


def test_talks_that_go_on_are_talks_of_those_between_whom_they_are():
    """Whoever announces them pledges nothing."""
    text = "Talks in Luanda between Rwanda and Kenya will resume on Monday, Angola's presidency announced."
    (event,) = events_of(text)
    assert (event.type, event.actors, event.status) == (
        "CONSULT",
        ("state/rw", "state/ke"),
        "planned",
    )
