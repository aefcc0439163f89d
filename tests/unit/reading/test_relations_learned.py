import hashlib
import re
from dataclasses import replace
from importlib import resources

import pytest

from headwater.language import read
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations import find_relations, lay_article
from headwater.reading.relations.learned import (
    TieModel,
    find_learned,
    tie_digest,
    tie_model,
    weigh,
)
from headwater.reading.relations.pairs import find_pairs, traits_of

_CAST = {
    "Nordia": ("nordia", ActorKind.STATE),
    "Sudor": ("sudor", ActorKind.STATE),
    "River Guard": ("guard", ActorKind.STATE_ORGAN),
    "Red Reeds": ("reeds", ActorKind.ARMED_GROUP),
    "Marsh Council": ("marsh", ActorKind.PARTY),
    "Ilse Varga": ("varga", ActorKind.PERSON),
    "Tomas Brill": ("brill", ActorKind.PERSON),
    "Lune Wire": ("wire", ActorKind.AGENCY),
}


def _mentions(text):
    return [
        Mention(id=f"{name}{found.start()}", article_id="a", start=found.start(), end=found.end(),
                text=found.group(), actor_id=actor, type=type_, kind=MentionKind.NAME)
        for name, (actor, type_) in _CAST.items()
        for found in re.finditer(name, text)
    ]  # fmt: skip


def _ties(text):
    found = find_relations("a", read(text), _mentions(text))
    return {(r.subject, r.kind, r.object) for r in found.relations}


def _scene(text):
    return next(iter(lay_article("a", read(text), _mentions(text))))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Ilse Varga of the Marsh Council has resigned.", ("varga", "member_of", "marsh")),
        ("The River Guard came under fire from the Red Reeds at the bridge.", ("guard", "in_conflict_with", "reeds")),
        ("The River Guard has cleared the valley of the Red Reeds.", ("guard", "in_conflict_with", "reeds")),
        ("Nordia supplies the Red Reeds with boots and tents.", ("nordia", "allied_with", "reeds")),
        ("Nordia accused the Red Reeds of killing shepherds.", ("nordia", "opposes", "reeds")),
        ("Tomas Brill asked Ilse Varga for help.", ("brill", "speaks_with", "varga")),
    ],
)  # fmt: skip
def test_a_tie_is_found_where_no_word_of_the_lists_makes_it(text, tie):
    assert _ties(text) == {tie}


def test_of_x_of_a_and_y_of_b_x_is_not_of_b():
    text = "Ilse Varga of the Marsh Council and Tomas Brill of the River Guard met the press."
    parts = {tie for tie in _ties(text) if tie[1] == "member_of"}
    assert parts == {("varga", "member_of", "marsh"), ("brill", "member_of", "guard")}


def test_a_sentence_says_once_what_an_actor_is_part_of(monkeypatch):
    _learn(monkeypatch, {"kinds=name-name": (900, 0)})
    scene = _scene("Ilse Varga, the Marsh Council and the Red Reeds slept.")
    found = [(s.subject.actor_id, s.object.actor_id) for s in find_learned(scene, set())]
    assert found == [("varga", "marsh"), ("marsh", "reeds")]


def test_the_weights_are_not_asked_where_a_word_of_the_lists_ties_the_two(monkeypatch):
    _learn(monkeypatch, {"kinds=name-name": (900, 0)})
    assert _ties("Ilse Varga has led the Red Reeds for years.") == {("varga", "leads", "reeds")}


def test_what_is_denied_is_no_tie():
    assert not _ties("Nordia did not accuse the Red Reeds of killing shepherds.")


def test_a_headline_gives_no_learnt_tie():
    text = "Nordia accuses the Red Reeds of killing shepherds."
    parse = read(text)
    parse = replace(parse, sentences=tuple(replace(s, is_title=True) for s in parse.sentences))
    assert not find_relations("a", parse, _mentions(text)).relations


def test_what_is_told_to_the_press_ties_nobody_to_it():
    assert not _ties("Ilse Varga told the Lune Wire that the road was mined.")


def test_who_is_told_to_be_somebody_is_not_tied_to_oneself():
    assert not list(find_pairs(_scene("Ilse Varga, the envoy of Nordia, left.")))
    scene = _scene("The Red Reeds, a militia from Sudor, fled, and Nordia saw it.")
    assert "a militia from Sudor" not in {
        p.other.mention.text for p in find_pairs(scene) if p.one.mention.actor_id == "reeds"
    }


def test_a_name_that_only_describes_is_no_party():
    scene = _scene("Several Red Reeds fighters shelled the River Guard.")
    assert [(p.one.mention.text, p.other.mention.text) for p in find_pairs(scene)] == [
        ("Several Red Reeds fighters", "River Guard")
    ]


def test_whose_a_thing_is_stands_for_it():
    scene = _scene("Nordia's jets shelled the River Guard.")
    assert [p.one.mention.actor_id for p in find_pairs(scene)] == ["nordia"]


def test_no_trait_holds_a_name():
    scene = _scene("Nordia told Tomas Brill of the River Guard to leave Sudor.")
    traits = {t for p in find_pairs(scene) for t in traits_of(scene, p, ())}
    assert not any(word in t for t in traits for word in ("Nordia", "Brill", "River", "Sudor"))


def test_the_model_that_ships_holds_whole_numbers_and_no_names():
    model = tie_model()
    assert all(len(row) == len(model.kinds) for row in model.weights.values())
    assert not [t for t in model.weights if t.startswith("word=") and t[5:6].isupper()]


def test_the_weights_are_known_by_the_digest_of_their_file():
    file = resources.files("headwater.reading.relations").joinpath("tie_model.json")
    assert tie_digest() == hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_weights_of_what_a_pair_shows_are_summed(monkeypatch):
    _learn(monkeypatch, {"joined": (100, 0), "kinds=name-name": (200, 0)})
    scene = _scene("Nordia and Sudor slept.")
    told = next(weigh(scene, tie_model(), find_pairs(scene)))
    assert (told.kind, told.sure) == ("member_of", 0.952574)  # 1 / (1 + e^-3)


def test_a_person_is_no_body_that_another_is_a_member_of(monkeypatch):
    _learn(monkeypatch, {"kinds=name-name": (900, 0)})
    assert not list(find_learned(_scene("Ilse Varga and Tomas Brill slept."), set()))
    assert not list(
        find_learned(_scene("Nordia saw the River Guard."), set())
    )  # no state of an organ


def _learn(monkeypatch, weights):
    model = TieModel(kinds=("member_of", ""), sure=0.7, base=(0, 0), weights=weights, about={})
    monkeypatch.setattr("headwater.reading.relations.learned.tie_model", lambda: model)
    monkeypatch.setitem(globals(), "tie_model", lambda: model)
