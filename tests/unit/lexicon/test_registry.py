import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.lexicon import Entry, NameForm, Registry, registry
from headwater.model import ActorKind


def _entry(key, *forms, kind=ActorKind.OUTLET, domains=()):
    named = tuple(form if isinstance(form, NameForm) else NameForm(text=form) for form in forms)
    return Entry(
        id=key, name=named[0].text, kind=kind, src="made up", forms=named, domains=domains
    )


_GAZETTE = _entry(
    "outlet/gazette",
    "Marsh Gazette",
    NameForm(text="MG", how="acronym", weak=True),
    domains=("gazette.example",),
)
_GUARD = _entry(
    "outlet/guard", "The Sentinel", domains=("sentinel.example", "news.sentinel.example")
)
_MARSH = _entry("place/marsh", "Marsh", kind=ActorKind.PLACE)
_WHO = _entry("org/who", "WHO", "World Health Office", kind=ActorKind.ORGANISATION)
_BAY = _entry("place/bay", "Cox's Bay", "Bay of Cox", kind=ActorKind.PLACE)
_MOTOR = _entry(
    "org/motor", "Motor Guild", NameForm(text="MG", how="acronym"), kind=ActorKind.ORGANISATION
)
_AS = _entry("outlet/as", "As")
_ALL = Registry([_GAZETTE, _GUARD, _MARSH, _WHO, _BAY, _MOTOR, _AS])


def _found(text):
    return [(hit.text, hit.readings[0][0]) for hit in _ALL.find_names(text)]


def test_what_one_actor_says_of_another_holds_of_both():
    """Whoever says ``distinct_from``, it is said of the two."""
    told = Entry(
        id="outlet/echo",
        name="Echo",
        kind=ActorKind.OUTLET,
        src="made up",
        distinct_from=("outlet/guard",),
    )
    known = Registry([told, _GUARD, _GAZETTE])
    assert known.distinct_from("outlet/echo") == {"outlet/guard"}
    assert known.distinct_from("outlet/guard") == {"outlet/echo"}
    assert known.distinct_from("outlet/gazette") == frozenset()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Marsh Gazette of Marsh",
            [("Marsh Gazette", "outlet/gazette"), ("Marsh", "place/marsh")],
        ),
        ("a MARSH GAZETTE scoop", [("MARSH GAZETTE", "outlet/gazette")]),
        ("the Sentinel's desk", [("Sentinel", "outlet/guard")]),
        ("the sentinel of the gate", []),
        ("WHO teams", [("WHO", "org/who")]),
        ("the man who left", []),
        ("Who left?", []),
        ("on Cox's Bay", [("Cox's Bay", "place/bay")]),
        ("on Cox’s Bay", [("Cox’s Bay", "place/bay")]),
        ("the Bay Of Cox", [("Bay Of Cox", "place/bay")]),
        ("in Marsh, Gazette readers", [("Marsh", "place/marsh")]),
        ("the Marsh's Gazette", [("Marsh", "place/marsh")]),
        ("the Marsh-Gazette", [("Marsh-Gazette", "outlet/gazette")]),
        ("marshes", []),
        ("writes As, a paper", [("As", "outlet/as")]),
        ("as it was", []),
    ],
)
def test_the_longest_name_is_found_as_it_is_written(text, found):
    """Capitals and what stands between the words must fit; particles, accents and curly marks may vary."""
    assert _found(text) == found


def test_a_name_of_several_actors_gives_all_of_them_strong_first():
    """Who shares a name is told, the strong form before the weak one."""
    (hit,) = _ALL.find_names("an MG truck")
    assert [(key, form.weak) for key, form in hit.readings] == [
        ("org/motor", False),
        ("outlet/gazette", True),
    ]
    assert [key for key, _ in _ALL.of_name("mg")] == ["org/motor", "outlet/gazette"]
    assert _ALL.of_name("nobody") == ()


@pytest.mark.parametrize(
    ("host", "key"),
    [
        ("gazette.example", "outlet/gazette"),
        ("WWW.Gazette.Example", "outlet/gazette"),
        ("en.sport.gazette.example", "outlet/gazette"),
        ("news.sentinel.example", "outlet/guard"),
        ("example", None),
        ("notgazette.example", None),
        ("gazette.example.org", None),
    ],
)
def test_an_outlet_is_found_by_its_host(host, key):
    """A subdomain is its outlet's; a host that merely ends alike is not."""
    found = _ALL.of_domain(host)
    assert (found.id if found else None) == key


def test_order_and_repeats_of_entries_change_nothing():
    """A registry is the set of its entries."""
    again = Registry([_MOTOR, _AS, _BAY, _GAZETTE, _WHO, _MARSH, _GUARD, _GAZETTE])
    assert list(again.entries.items()) == list(_ALL.entries.items())
    assert again.of_name("MG") == _ALL.of_name("MG")


def test_the_shipped_registry_is_loaded_once():
    """Asking twice gives the same registry."""
    assert registry() is registry()
    assert registry().entries["agency/reuters"].name == "Reuters"


@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(["Marsh", "Gazette", "MG", "of", "Cox's", "Bay", ",", "’", "WHO"])
    ).map(" ".join)
)
def test_hits_give_back_their_words(text):
    """Names stand in order where they are said to, each with a reading."""
    at = 0
    for hit in _ALL.find_names(text):
        assert text[hit.start : hit.end] == hit.text
        assert hit.start >= at
        assert hit.readings
        at = hit.end


def test_a_state_is_told_from_whatever_else_has_a_name():
    """By any of its forms, whatever the case of its letters; not by a part of one."""
    state = _entry("state/vel", "Velden", "Veldener", kind=ActorKind.STATE)
    known = Registry([_MARSH, state])
    assert known.is_state("veldener")
    assert known.is_state("The Velden")
    assert not any(map(known.is_state, ("Marsh", "Vel", "")))


def test_a_shipped_index_finds_what_one_made_anew_finds():
    """The names that come compiled lead to the same readings, in the same order."""
    anew = Registry(registry().entries.values())
    text = "Al Jazeera and the Guardian said so, as did WHO, the US, Iran's IRGC and New Delhi."
    assert list(registry().find_names(text)) == list(anew.find_names(text))
    assert registry().of_name("the guardian") == anew.of_name("the guardian")
