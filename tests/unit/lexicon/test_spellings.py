"""Names by how they sound: what another spelling of a known name finds, and what it must not."""

import pytest

from headwater.lexicon import (
    Spellings,
    added_actors,
    find_spelled,
    is_common,
    is_spelling,
    read_added_actors,
    registry,
    spelling_keys,
)
from headwater.model import ActorKind

PERSON, BODY = ActorKind.PERSON, ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("name", "kind", "actor"),
    [
        ("Hasan Nasralla", PERSON, "person/hassan-nasrallah"),
        ("Ismail Haniyah", PERSON, "person/ismail-haniyeh"),
        ("Kataeb Hizbullah", BODY, "group/kataib-hezbollah"),
        ("Kata'ib Sayid al-Shuhada", BODY, "group/kataib-sayyid-al-shuhada"),
    ],
)
def test_another_spelling_of_a_known_name_finds_its_actor(name, kind, actor):
    """None of these stands in the registry as it is written here."""
    assert registry().of_name(name) == ()
    assert find_spelled(name, kind).id == actor


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Hasan Nasser", PERSON),  # one word is not enough
        ("Amadou Diallo", PERSON),  # part of a longer name is somebody else's
        ("National Guard", BODY),  # whose?
        ("Ali Hassan", PERSON),  # half the world may be called so
        ("Nasralla", PERSON),
        ("Hasan Nasralla", ActorKind.OUTLET),
    ],
)
def test_what_may_be_another_finds_nobody(name, kind):
    """Precision before recall: a wrong merge is worse than a missed one."""
    assert find_spelled(name, kind) is None


def test_a_users_own_actors_are_found_too(tmp_path):
    """The spellings are those of the registry in force, and forgotten with it."""
    file = tmp_path / "mine.yml"
    file.write_text(
        "sources: {k: my notes}\n"
        "actors:\n- {id: person/qadir-zumali, name: Qadir Zumali, kind: person, src: k}\n"
    )
    assert find_spelled("Kadir Zoumali", PERSON) is None
    with added_actors(read_added_actors([file])):
        assert find_spelled("Kadir Zoumali", PERSON).id == "person/qadir-zumali"
    assert find_spelled("Kadir Zoumali", PERSON) is None


def test_a_person_may_lack_what_stands_between_the_ends():
    """An initial or a father's name is often left out, a family name never."""
    assert is_spelling("Loretta E. Brandt", "Loretta Brandt", PERSON)
    assert not is_spelling("Loretta Brandt Hale", "Loretta Brandt", PERSON)


def test_a_body_has_all_its_words():
    """ "Marsh Promise Fund" is not the marsh promise."""
    assert is_spelling("Harakat Zumali", "Haraket Zoumali", BODY)
    assert not is_spelling("Harakat Zumali", "Harakat Zumali Brigade", BODY)


def test_spellings_of_one_name_share_a_key():
    """A pile is searched by keys: names without a common one are never compared."""
    one, other = "Abdelkarim Zahrani", "Abdulkareem al-Zahrani"
    assert set(spelling_keys(one, PERSON)) & set(spelling_keys(other, PERSON))
    assert not set(spelling_keys(one, PERSON)) & set(spelling_keys("Abdelkarim Zaman", PERSON))
    assert spelling_keys("Zahrani", PERSON) == ()


def test_common_is_a_matter_of_persons_and_of_every_word():
    """A family name that few have makes a name one's own."""
    assert is_common("Ali Hassan", PERSON)
    assert not is_common("Ali Zumali", PERSON)
    assert not is_common("Ali Hassan", BODY)


def test_near_are_those_of_whom_two_words_sound_alike():
    """By id, whatever was added first."""
    names = Spellings(
        [("b", "Qadir Zumali"), ("a", "Kadir Zoumali"), ("c", "Kadir Brand")], PERSON
    )
    assert names.near("Qader Zumali") == ("a", "b")
