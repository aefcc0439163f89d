from dataclasses import replace

import pytest
from small_article import small_article

from headwater.language import Name, read, split_text
from headwater.model import ActorKind, MentionKind
from headwater.reading.cast import find_cast


def _cast(text, **page):
    return find_cast(split_text(text), **page)


def _named(text, **page):
    return [(n.text, n.actor_id) for n in _cast(text, **page).names]


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        (
            "The dispatch came from Agence France-Presse.",
            "Agence France-Presse",
            "agency/agence-france-presse",
        ),
        ("Ministers met in Nairobi.", "Nairobi", "place/nairobi"),
        ("The talks with Kenya failed.", "Kenya", "state/ke"),
        ("The United Nations sent rice.", "United Nations", "org/united-nations"),
    ],
)
def test_a_registered_name_has_the_registrys_id(text, name, actor):
    """Whom the registry knows is tied to it, wherever in the sentence he stands."""
    assert (name, actor) in _named(text)


def test_a_demonym_is_told_from_a_name():
    """ "Kenyan" is Kenya as an adjective, not Kenya acting."""
    kinds = {n.text: n.kind for n in _cast("Kenyan divers left Kenya.").names}
    assert kinds == {"Kenyan": MentionKind.ADJECTIVAL, "Kenya": MentionKind.NAME}


def test_a_name_the_registry_does_not_know_is_kept():
    """Two capitals in a row name somebody; a word of office or trade makes it a body."""
    named = {
        n.text: n.type
        for n in _cast("On Monday Ilse Brandt sold the Volta Brick Company.").names
    }
    assert named == {
        "Ilse Brandt": ActorKind.PERSON,
        "Volta Brick Company": ActorKind.ORGANISATION,
    }


def test_a_surname_calls_back_its_full_name():
    """ "Brandt" behind "Ilse Brandt" is the same person."""
    named = _named("Ilse Brandt left. Later Brandt came back.")
    assert [text for text, _ in named] == ["Ilse Brandt", "Brandt"]
    assert len({actor for _, actor in named}) == 1


def test_people_of_a_place_are_no_person_of_that_name():
    """ "Residents of Port Amsel" names nobody "of Port Amsel"; a brigade behind its commanders keeps its name."""
    assert _named("Residents of Port Amsel said that it burned.") == []
    named = _named("Fighters of the Dolna Brigade left. The Dolna Brigade came back.")
    assert {text for text, _ in named} <= {"Dolna Brigade"}


def test_two_people_of_different_names_are_two():
    """Ids of strings are made of the strings."""
    assert len({actor for _, actor in _named("Then Ilse Brandt met Jonas Keller.")}) == 2


def test_a_title_is_no_part_of_a_name():
    """ "Foreign Minister Ilse Brandt" is Ilse Brandt; "Foreign Minister" alone is an office."""
    assert [text for text, _ in _named("Then Foreign Minister Ilse Brandt left.")] == [
        "Ilse Brandt"
    ]
    assert _named("Then the Foreign Minister left.") == []
    assert _cast("Then President-elect Ilse Brandt left.").names[0].text == "Ilse Brandt"


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.",
        "On Monday the river rose.",
        "Meanwhile, the kiln cooled.",
        "In March and April it rained.",
    ],
)
def test_a_capital_that_opens_a_sentence_is_no_name(text):
    """One word that a sentence happens to begin with, a month or a weekday, names nobody."""
    assert _named(text) == []


def test_an_introduced_abbreviation_is_that_name():
    """What stands in brackets behind a name stands for it from then on."""
    named = _named(
        "In Sudan, Reporters Without Borders (RSF) wrote to the army. Then RSF waited."
    )
    assert [actor for name, actor in named if name == "RSF"] == [
        "org/reporters-without-borders"
    ] * 2
    assert "RSF" not in dict(_named("On Monday a letter came. Then RSF waited."))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The minister told Dawn that it rained.", True),
        ("The newspaper Dawn has a scoop.", True),
        ("The boat left at Dawn for the coast.", False),
    ],
)
def test_a_common_word_is_an_outlet_only_beside_words_of_press(text, found):
    """ "Dawn" is a newspaper where somebody tells it something, and the morning where not."""
    assert ("Dawn" in dict(_named(text))) is found


def test_an_outlet_that_no_registry_knows_is_known_by_its_page():
    """What the page calls its outlet is that outlet wherever the text says it."""
    named = dict(
        _named(
            "Reporters of the Marsh Gazette were there.",
            outlet="outlet/mg",
            outlet_name="Marsh Gazette",
        )
    )
    assert named["Marsh Gazette"] == "outlet/mg"


def test_names_are_found_by_place():
    """Only names wholly inside a stretch are within it."""
    text = "In Kenya the rains came; in Chad they did not."
    cast = _cast(text)
    assert [n.text for n in cast.within(0, 20)] == ["Kenya"]
    assert [n.text for n in cast.within(5, len(text))] == ["Chad"]


def test_mentions_give_back_their_words_and_have_ids_of_their_own():
    """As findings, names keep their places, and no two share an id."""
    text = "Kenya wrote to Chad. Ilse Brandt told Kenya."
    mentions = _cast(text).mentions("article")
    assert (
        [text[m.start : m.end] for m in mentions]
        == [m.text for m in mentions]
        == ["Kenya", "Chad", "Ilse Brandt", "Kenya"]
    )
    assert len({m.id for m in mentions}) == 4
    assert mentions[0].id != _cast(text).mentions("another")[0].id


def test_what_a_hyphen_says_of_another_is_no_part_of_a_name():
    """ "Rashid Orlu-backed rebels" names Rashid Orlu, "Tuareg-led" nobody; "Ros-Lemar" is one name."""
    named = [t for t, _ in _named("Then Rashid Orlu-backed rebels met Tuareg-led fighters.")]
    assert named == ["Rashid Orlu"]
    assert [t for t, _ in _named("Then Ana Ros-Lemar spoke.")] == ["Ana Ros-Lemar"]


def test_titles_give_the_fullest_name():
    """An actor goes by the registry's name, or by the first full name of the article."""
    cast = _cast("Then Ilse Brandt went to Nairobi. Brandt stayed.")
    assert {"Ilse Brandt", "Nairobi"} <= set(cast.titles.values())
    assert set(cast.titles) >= {n.actor_id for n in cast.names}


def test_a_first_name_is_no_place():
    """A place followed by a surname no registry knows is part of a person's name; a place alone is one."""
    assert [n.type for n in _cast("Then Amara Diallo went home.").names] == [ActorKind.PERSON]
    for text in (
        "They met in Amara.",
        "They met at Amara Airport.",
        "They met in Amara Friday.",
    ):
        assert "place/amarah" in {actor for _, actor in _named(text)}


def test_an_article_and_said_make_an_outlet_of_a_weak_name():
    """ "The Hill said" is the outlet; a hill of which nothing is said is none."""
    assert ("Hill", "outlet/the-hill") in [
        (text.removeprefix("The "), actor) for text, actor in _named("The Hill said it rained.")
    ]
    assert "outlet/the-hill" not in {actor for _, actor in _named("They climbed the Hill.")}


def test_a_number_is_no_name():
    """ "Seventy-four percent" names nobody."""
    assert _named("Then Seventy-four percent agreed.") == []


@pytest.mark.parametrize("name", ["Abdulkareem al-Zahrani", "Ilan van Brode", "Omar Al Rafi"])
def test_a_particle_is_part_of_a_name(name):
    """With a hyphen or without: what stands behind it goes on with the name."""
    assert name in [n.text for n in _cast(f"On Monday {name} spoke of the port.").names]


def test_another_spelling_of_somebody_known_is_that_one():
    """The registry need not have every spelling."""
    assert ("Hasan Nasralla", "person/hassan-nasrallah") in _named(
        "On Monday Hasan Nasralla spoke."
    )


def test_spellings_of_one_unknown_name_are_one_actor():
    """An article may spell a name one way in a quotation and another outside it."""
    names = dict(
        _named("On Monday Abdelkarim Zahrani spoke. Later Abdulkareem al-Zahrani left.")
    )
    assert names["Abdelkarim Zahrani"] == names["Abdulkareem al-Zahrani"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday the Marl Press Service wrote of rain.", ("Marl Press Service", "agency")),
        ("The News Agency of Marl wrote of rain.", ("News Agency of Marl", "agency")),
        (
            "On Monday the Marl Army Press Service wrote of rain.",
            ("Marl Army Press Service", "organisation"),
        ),
    ],
)
def test_a_press_service_is_an_agency_unless_it_is_a_body_s(text, found):
    """What calls itself a press service or news agency is one, whatever order its words are in."""
    assert found in {(n.text, n.type.value) for n in _cast(text).names}


def test_a_rank_makes_a_person_of_the_name_behind_it():
    """ "Major Dell Harrow" is a person where the engine takes him for a body, and so is "Harrow"."""
    text = "The base was hit 60 times since March, said Major Dell Harrow, a spokesman for the command. Harrow said it was red."
    found = find_cast(read(small_article(text)))
    assert {n.type for n in found.names if "Harrow" in n.text} == {ActorKind.PERSON}


def test_a_newspaper_of_a_town_is_not_called_by_the_town():
    """ "A Vellin newspaper" has another name; "the Vellin newspaper" may be called so."""
    text = "He rejected the report of {} Vellin newspaper on Monday."
    assert ActorKind.OUTLET not in {n.type for n in _cast(text.format("a")).names}
    assert ActorKind.OUTLET in {n.type for n in _cast(text.format("the")).names}


@pytest.mark.parametrize(
    "text",
    [
        "Floods close Nairobi\n\n(Reuters) Two bridges fell. A guard told Reuters of smoke.",
        "NAIROBI, Kenya (Reuters) - Two bridges fell. A guard told Reuters of smoke.",
    ],
)
def test_the_agency_in_brackets_is_no_short_form_of_the_place_before_it(text):
    """ "Kenya (Reuters)", and a headline before "(Reuters)", leave the agency what it is."""
    found = [actor for name, actor in _named(text) if name == "Reuters"]
    assert found == ["agency/reuters", "agency/reuters"]


def test_where_somebody_is_from_is_no_part_of_his_name():
    """ "Teodor Linne of Halvery" is Teodor Linne, and "Halvery" is not called back to him."""
    text = "On Monday Teodor Linne of Halvery met Ana Brel. Later Halvery said no, and Linne said yes."
    named = {n.text: n.type for n in _cast(text).names}
    assert named["Teodor Linne"] is named["Linne"] is ActorKind.PERSON
    assert "Halvery" not in named
    text = "General Sohl of Halvery came. Later Halvery said no."
    assert not {n.text for n in _cast(text).names}


def _seen(text, *kinds):
    """Give the cast of a text whose names the engine takes for these, in their order."""
    names, at = [], 0
    for name, kind in kinds:
        at = text.index(name, at)
        names.append(Name(at, at + len(name), kind))
        at += len(name)
    return find_cast(replace(split_text(text), names=tuple(names)), outlet="case/x", outlet_name="Marl Digest")  # fmt: skip


def test_who_is_called_by_a_surname_is_no_place():
    """Where the engine takes "Daro Velkine" for a place and "Velkine" for a person, both are that person."""
    text = "On Monday Daro Velkine left. Later Velkine came back."
    kinds = (("Daro Velkine", "LOC"), ("Velkine", "PER"))
    found = _seen(text, *kinds).names
    assert {n.type for n in found} == {ActorKind.PERSON}
    assert len({n.actor_id for n in found}) == 1
    (alone,) = _seen("On Monday Daro Velkine burned.", ("Daro Velkine", "LOC")).names
    assert alone.type is ActorKind.PLACE


def test_a_nickname_of_the_press_is_an_outlet_where_it_is_told():
    """ "Told the Digest": an outlet, though the engine takes it for a body; so the page's own outlet is met."""
    text = "Two guards told the Digest that the mill burned."
    assert [n.actor_id for n in _seen(text, ("Digest", "ORG")).names] == ["case/x"]
