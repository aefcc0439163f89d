from dataclasses import replace

import pytest
from small_article import small_article

from headwater.language import read
from headwater.lexicon import registry
from headwater.model import ActorKind, Mention, MentionKind, PlaceCertainty, PlaceKind, digest
from headwater.reading.cast import find_cast
from headwater.reading.places import Basis, Toponym, find_places, find_toponyms, place_toponyms


def named(*paragraphs, names, **facts):
    """Place these names of an article, in the order in which they stand, with the registry's mentions."""
    article = small_article(*paragraphs, **({"outlet": None, "name": None} | facts))
    mentions = find_cast(read(article)).mentions(article.id)
    toponyms, at = [], 0
    for name in names:
        at = article.text.index(name, at)
        actor = next(
            (
                registry().entries.get(m.actor_id)
                for m in mentions
                if (m.start, m.text) == (at, name)
            ),
            None,
        )
        toponyms.append(
            Toponym(start=at, end=at + len(name), text=name, basis=Basis.ENGINE, actor=actor)
        )
        at += len(name)
    return {p.text: p for p in place_toponyms(article, toponyms, mentions)}


def found(*paragraphs, **facts):
    article = small_article(*paragraphs, **({"outlet": None, "name": None} | facts))
    parse = read(article)
    return find_places(article, parse, find_cast(parse).mentions(article.id))


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Boats left Tripoli on Sunday, and Libya closed its coast.", "LY"),
        ("Boats left Tripoli on Sunday, and Lebanon closed its coast.", "LB"),
        ("The Lebanese army and the Lebanese press told of boats that left Tripoli.", "LB"),
    ],
)
def test_the_country_an_article_speaks_of_decides(words, country):
    """By its name, or by its people."""
    place = named(words, names=["Tripoli"])["Tripoli"]
    assert place.country == country
    assert any(why.startswith(f"country: {country}") for why in place.why)


@pytest.mark.parametrize(
    ("land", "lat", "lon"), [("Texas", 33.66, -95.55), ("France", 48.85, 2.35), ("Ky.", 38.21, -84.25)]
)  # fmt: skip
def test_the_land_behind_a_comma_decides(land, lat, lon):
    """A town is in the land that is named right behind it."""
    place = named(f"A mill burned in Paris, {land}, on Sunday.", names=["Paris", land])["Paris"]
    assert (place.lat, place.lon) == (pytest.approx(lat, abs=0.1), pytest.approx(lon, abs=0.1))
    assert f"beside it: “{land}”" in place.why


def test_a_list_of_lands_is_no_address():
    """In "China, Japan" the one is not in the other, though a China is in Japan."""
    places = named(
        "Envoys of the press went to China, Japan and Peru.", names=["China", "Japan", "Peru"]
    )
    assert [places[n].country for n in ("China", "Japan", "Peru")] == ["CN", "JP", "PE"]


def test_what_is_near_decides():
    """Of two towns of one name the one near the others that are named."""
    places = named(
        "Trains run from Cambridge to Boston and Worcester.", "Trains from Boston were late.",
        names=["Cambridge", "Boston", "Worcester"],
    )  # fmt: skip
    assert [places[n].country for n in ("Boston", "Cambridge")] == ["US", "US"]


def test_one_name_is_one_place_all_through():
    """What is said beside one mention holds for the others."""
    article = small_article(
        "A mill burned in Paris, Texas. Paris has two mills.", outlet=None, name=None
    )
    first = article.text.index("Paris")
    second = article.text.index("Paris", first + 1)
    land = article.text.index("Texas")
    toponyms = [
        Toponym(start=at, end=at + 5, text=article.text[at : at + 5], basis=Basis.ENGINE)
        for at in (first, land, second)
    ]
    places = place_toponyms(article, toponyms, ())
    assert places[0].site == places[2].site != places[1].site
    assert len({p.id for p in places}) == len(places)


def test_what_a_place_is_called_decides_between_kinds():
    """A province of the name of its chief town is the province where the text says so."""
    assert (
        named("Rain fell in the province of Herat.", names=["Herat"])["Herat"].kind
        is PlaceKind.DIVISION
    )
    assert (
        named("Rain fell in the city of Herat.", names=["Herat"])["Herat"].kind
        is PlaceKind.CITY
    )


def test_another_spelling_is_a_candidate():
    """Where no name fits, consonants may, in a country the article is about; never more than a candidate."""
    words = "The Lebanese army said that shells fell on Kfarshoubah."
    place = named(words, names=["Kfarshoubah"])["Kfarshoubah"]
    assert (place.country, place.certainty) == ("LB", PlaceCertainty.CANDIDATE)
    assert place.why[-1] == "another spelling with the same consonants"
    assert named(words.replace("Lebanese", "Peruvian"), names=["Kfarshoubah"]) == {}


def test_a_thing_of_a_town_is_a_candidate_at_the_town():
    """The gazetteer has no such airport: the town stands in, and the reasons say so."""
    place = named("Planes left Sabha airport in Libya.", names=["Sabha airport"])[
        "Sabha airport"
    ]
    assert (place.name, place.certainty) == ("Sabha", PlaceCertainty.CANDIDATE)
    assert place.why[-1] == "“Sabha” for “Sabha airport”"


def test_a_village_that_nothing_speaks_for_is_not_brought_up():
    """A hamlet of a country that the article does not name is no place of it; an acronym is no town."""
    assert named("Kenya and Uganda told of boats at Suba.", names=["Suba"]) == {}
    assert named("The EU told Kenya so.", names=["EU"]) == {}


def test_a_lone_small_town_is_no_more_than_a_candidate():
    """Where nothing else tells where we are, a name alone is not trusted; nor does it speak for itself."""
    place = named("The mill of Marl burned twice.", names=["Marl"])["Marl"]
    assert place.certainty is PlaceCertainty.CANDIDATE
    assert not any(why.startswith("country") for why in place.why)


def test_a_great_city_is_sure_alone():
    """Nobody asks which Baghdad."""
    assert (
        named("Rain fell on Baghdad.", names=["Baghdad"])["Baghdad"].certainty
        is PlaceCertainty.SURE
    )


# ---- which words are looked up


def test_states_and_towns_of_the_registry_are_places_and_their_people_are_not():
    """ "Syrian" tells of a country and lies nowhere; "Syria" does."""
    texts = [
        p.text
        for p in found("Syrian soldiers left Damascus, and Iraq closed its border with Syria.")
    ]
    assert texts == ["Damascus", "Iraq", "Syria"]


@pytest.mark.parametrize(
    "words",
    ["The Washington Post told of rain.", "Paris Hilton sang.", "The Bank of England lent money.", "Two died of Lassa fever and the West Nile virus."],
)  # fmt: skip
def test_what_is_only_named_after_a_place_is_none(words):
    """Papers, persons, bodies and illnesses lie nowhere."""
    assert found(words) == ()


def test_a_dateline_and_words_after_a_preposition_are_candidates():
    """Their place may be anything that has a capital letter: the engine need not see it."""
    article = small_article(
        "ZAHLE, Lebanon - Rain fell near Jounieh on Sunday.", outlet=None, name=None
    )
    parse = replace(read(article), names=())
    toponyms = find_toponyms(parse, ())
    assert [(t.text, t.basis) for t in toponyms] == [("ZAHLE", Basis.DATELINE), ("Jounieh", Basis.PREPOSITION)]  # fmt: skip
    places = place_toponyms(article, toponyms, ())
    assert {p.certainty for p in places} == {PlaceCertainty.CANDIDATE}


def test_words_of_a_title_are_not_looked_up_for_their_capitals():
    """ "In Wake of" is no village."""
    article = small_article(
        "Rain fell.", title="Boats Leave in Wake of Storm", outlet=None, name=None
    )
    assert find_toponyms(replace(read(article), names=()), ()) == ()


def test_an_abbreviation_keeps_its_full_stop():
    """ "U.S." is all of it."""
    (place,) = found("The envoy left for the U.S. on Sunday.")
    assert (place.text, place.country) == ("U.S.", "US")


def test_a_mention_that_is_part_of_a_longer_name_is_none():
    """Where the engine sees a body, the place in its name is not looked up."""
    article = small_article("The Syria Grain Board met.", outlet=None, name=None)
    parse = read(article)
    at = article.text.index("Syria")
    mention = Mention(
        id=digest("m"), article_id="article", start=at, end=at + 5, text="Syria", actor_id="state/sy",
        type=ActorKind.STATE, kind=MentionKind.NAME,
    )  # fmt: skip
    body = replace(parse, names=(type_of_name(at, at + 17, "ORG"),))
    assert find_toponyms(body, (mention,)) == ()
    assert [t.text for t in find_toponyms(replace(parse, names=()), (mention,))] == ["Syria"]


def type_of_name(start, end, kind):
    from headwater.language import Name  # noqa: PLC0415 - here only

    return Name(start, end, kind)
