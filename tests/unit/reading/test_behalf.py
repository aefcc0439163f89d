import pytest
from small_article import small_article

from headwater.reading import read_article


def _told(*paragraphs):
    """Give the issuer and on whose behalf of the one commitment of an article, by name."""
    findings = read_article(small_article(*paragraphs))
    (found,) = findings.commitments
    names = {m.actor_id: m.text for m in reversed(findings.mentions)}
    links = {link.actor_id: link.name for s in findings.statements for link in s.chain}
    known = links | names
    return known.get(found.issuer), known.get(found.on_behalf_of)


@pytest.mark.parametrize(
    "text",
    [
        "A letter from Kenya said the dam will be closed if the talks fail.",
        "Kenya's letter said the dam will be closed if the talks fail.",
        "A letter written by Kenya said the dam will be closed if the talks fail.",
        "A letter from Kenya delivered by Ghana said the dam will be closed if the talks fail.",
    ],
)
def test_what_a_message_says_its_sender_says(text):
    """Who sends a message is bound by it; who delivers it is not."""
    assert _told(text) == ("Kenya", None)


@pytest.mark.parametrize(
    "before",
    [
        "The fishermen have received several messages from Kenya.",
        "Kenya sent messages to the fishermen.",
    ],
)
def test_the_sender_may_have_been_told_of_before(before):
    """ "Most of these messages" are those the article told of; a message without any sender binds nobody else."""
    after = "Most of these messages suggest that the ban could be lifted if the lake recovers."
    assert _told(f"{before} {after}") == ("Kenya", None)


def test_a_message_of_nobody_stays_the_issuer():
    """Where no word tells who sent it, it is the message that says so."""
    text = "The letter said the dam will be closed if the talks fail. Kenya has a dam."
    assert _told(text) == ("letter", None)


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Brel said on behalf of Kenya that the dam will be closed if the talks fail.",
        "Ivo Brel said on Kenya's behalf that the dam will be closed if the talks fail.",
        "Speaking in the name of Kenya, Ivo Brel said that the dam will be closed if the talks fail.",
        "Kenya's spokesman Ivo Brel said that the dam will be closed if the talks fail.",
    ],
)
def test_whom_the_speaker_speaks_for_is_told(text):
    """ "On behalf of", "in the name of" and a spokesman's office tell for whom a promise is made."""
    assert _told(text) == ("Ivo Brel", "Kenya")


def test_a_spokesman_without_a_name_speaks_for_who_has_him():
    """The issuer is the spokesman, and it is told for whom he speaks."""
    issuer, principal = _told("A spokesman for Kenya said that the dam will be closed if the talks fail.")  # fmt: skip
    assert issuer == "spokesman for Kenya"
    assert principal == "Kenya"


def test_who_is_only_named_beside_the_speaker_is_not_spoken_for():
    """A name in the same sentence is no mandate."""
    text = "Ivo Brel said in the port of Kenya that the dam will be closed if the talks fail."
    assert _told(text) == ("Ivo Brel", None)
