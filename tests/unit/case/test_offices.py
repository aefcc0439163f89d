import pytest

from headwater.case.offices import find_holders
from headwater.lexicon import Entry, NameForm, RegistryRole
from headwater.lexicon.registry import Registry, choose_registry
from headwater.model import ActorKind, Mention, MentionKind, Relation

SUBJECT = "described/minister"


def entry(key, name, kind, *roles, forms=(), capital_of=None):
    return Entry(
        id=key,
        name=name,
        kind=kind,
        src="a yearbook",
        forms=tuple(NameForm(text=text) for text in (name, *forms)),
        roles=tuple(RegistryRole(title=t, org=o, from_=f, to=u) for t, o, f, u in roles),
        capital_of=capital_of,
    )


REGISTRY = Registry(
    [
        entry("state/nordia", "Nordia", ActorKind.STATE, forms=("Nordian",)),
        entry("place/lune", "Port Lune", ActorKind.PLACE, capital_of="state/nordia"),
        entry(
            "person/varga",
            "Ilse Varga",
            ActorKind.PERSON,
            ("foreign minister", "state/nordia", "2029-03", "2031-05-04"),
        ),
        entry(
            "person/brill",
            "Tomas Brill",
            ActorKind.PERSON,
            ("foreign minister", "state/nordia", "2031-05-05", None),
            ("ambassador to Sudor", "state/nordia", "2030", "2031-05-04"),
            ("defence minister", "state/nordia", None, None),
        ),
        entry(
            "person/quill",
            "Ann Quill",
            ActorKind.PERSON,
            ("premier", "state/nordia", "2029", None),
        ),
        entry(
            "person/holm",
            "Per Holm",
            ActorKind.PERSON,
            ("prime minister", "state/nordia", "2031-02", None),
        ),
    ]
)


def holders(sentence, words, title, day, body="state/nordia", modality="asserted"):
    start = sentence.index(words)
    place = {"article_id": "a", "start": start, "end": start + len(words), "text": words}
    mention = Mention(
        id="m", actor_id=SUBJECT, type=ActorKind.PERSON, kind=MentionKind.DESCRIPTION, **place
    )
    tie = Relation(
        id="r", subject=SUBJECT, kind="holds_office_in", object=body, modality=modality, title=title, **place
    )  # fmt: skip
    with choose_registry(REGISTRY):
        found = find_holders([tie], [mention], {"a": sentence}, {"a": (day, day)})
    return [row.holder_name for row in found]


@pytest.mark.parametrize(
    ("day", "names"),
    [
        ("2029-02-28", []),
        ("2029-03-31", ["Ilse Varga"]),
        ("2031-05-04", ["Ilse Varga"]),
        ("2031-05-05", ["Tomas Brill"]),
        (None, []),
    ],
)
def test_the_articles_day_decides_who_held_it(day, names):
    """First and last day count; a month counts whole; without a day nobody is told."""
    said = "The Nordian foreign minister wept."
    assert holders(said, "Nordian foreign minister", "foreign minister", day) == names


@pytest.mark.parametrize(
    ("said", "words", "title", "names"),
    [
        ("Nordia's foreign minister wept.", "Nordia's foreign minister", "foreign minister", ["Ilse Varga"]),
        ("The foreign minister of Nordia wept.", "foreign minister of Nordia", "foreign minister", ["Ilse Varga"]),
        ("A Nordian foreign minister wept.", "Nordian foreign minister", "foreign minister", []),
        ("The Nordian deputy foreign minister wept.", "Nordian deputy foreign minister", "deputy foreign minister", []),
        ("The Nordian foreign minister in exile wept.", "Nordian foreign minister in exile", "foreign minister", []),
        ("Nordia's ambassador to Sudor wept.", "Nordia's ambassador to Sudor", "ambassador", ["Tomas Brill"]),
        ("Nordia's ambassador wept.", "Nordia's ambassador", "ambassador", []),
        ("Nordia's defense minister wept.", "Nordia's defense minister", "defense minister", []),
    ],
)  # fmt: skip
def test_the_words_must_be_that_office_of_that_body_and_no_more(said, words, title, names):
    """One of several, a deputy, an exile, or a role without a first day: nobody is told."""
    assert holders(said, words, title, "2031-05-01") == names


@pytest.mark.parametrize(
    ("day", "names"),
    [("2030-12-31", ["Ann Quill"]), ("2031-05-01", ["Per Holm"]), ("2031-02-03", ["Ann Quill", "Per Holm"])],
)  # fmt: skip
def test_who_has_a_successor_holds_the_office_no_more(day, names):
    """Also where nobody wrote down the last day; in the month of the change both may be meant."""
    said = "The Nordian prime minister wept."
    assert holders(said, "Nordian prime minister", "prime minister", day) == names


def test_a_capital_stands_for_its_state():
    said = "Port Lune's foreign minister wept."
    assert holders(
        said, "Port Lune's foreign minister", "foreign minister", "2031-05-01", "place/lune"
    ) == ["Ilse Varga"]


def test_an_office_that_is_only_supposed_has_no_holder():
    said = "The Nordian foreign minister wept."
    words = "Nordian foreign minister"
    assert holders(said, words, "foreign minister", "2031-05-01", modality="inferred") == []
