from pathlib import Path

import pytest

from headwater import pipeline
from headwater.case import Case
from headwater.errors import UnreadablePile
from headwater.lexicon import read_added_actors
from headwater.scale import read_pile, run
from headwater.settings import LanguageSettings, LexiconSettings, Settings

PORTABLE = Settings(language=LanguageSettings(portable=True))
PAGE = "Two piers shut\n\nTwo piers were shut on Sunday, the harbour master told the Velden News Agency.\n"


@pytest.fixture
def pile(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE + name)
    return tmp_path


@pytest.fixture
def was_read(monkeypatch):
    """The name and arithmetic of each page that is read, from now on."""
    read = []

    def noting(saved, settings):
        read.append((Path(saved.name).name, settings.language.portable))
        return pipeline.read_saved(saved, settings)

    monkeypatch.setattr(run, "read_saved", noting)
    return read


def test_pages_read_in_another_arithmetic_are_read_anew(pile, was_read):
    """Both ways, and only once each; the case says which arithmetic it is in now."""
    with Case.in_memory() as case:
        for settings in (Settings(), PORTABLE, PORTABLE, Settings()):
            report = read_pile([pile], case, settings=settings)
        arithmetic = [portable for _, portable in was_read]
        assert arithmetic == [False, False, True, True, False, False]
        assert (report.read, report.known) == (2, 0)
        assert case.manifest()["made_by"]["arithmetic"] == "int8"


@pytest.mark.parametrize(
    "what",
    ["engine_digest", "model_digest", "lexicon_digest", "page_models_digest", "tie_digest"],
)
def test_pages_read_with_another_model_or_lexicon_are_read_anew(
    pile, was_read, monkeypatch, what
):
    """An engine, an encoder, another model or a lexicon of other bytes is another maker."""
    with Case.in_memory() as case:
        read_pile([pile], case)
        monkeypatch.setattr(pipeline, what, lambda: "0" * 64)
        read_pile([pile], case)
    assert [name for name, _ in was_read] == ["a.txt", "b.txt", "a.txt", "b.txt"]


@pytest.fixture
def with_actors(tmp_path_factory):
    def made(key):
        path = tmp_path_factory.mktemp("actors") / "mine.yml"
        line = f"{{id: agency/{key}, name: Velden News Agency, kind: agency, src: m}}"
        path.write_text(f"sources: {{m: Made up}}\nactors:\n- {line}\n")
        return Settings(lexicon=LexiconSettings(actors=read_added_actors([path])))

    return made


def test_pages_read_with_other_actors_are_read_anew(pile, was_read, with_actors):
    """With added actors, with others, and without again; the same actors from another file are the same."""
    with Case.in_memory() as case:
        counts, actors = [], []
        for settings in (Settings(), *map(with_actors, ("one", "one", "two")), Settings()):
            was_read.clear()
            read_pile([pile], case, settings=settings)
            counts.append(len(was_read))
            actors.append({a.id for a in case.actors("Velden News")})
        assert counts == [2, 2, 0, 2, 2]
        assert actors[1:4] == [{"agency/one"}, {"agency/one"}, {"agency/two"}]
        assert actors[0] == actors[4]
        assert "added-actors" not in case.manifest()["made_by"]


@pytest.mark.slow
def test_workers_know_the_actors_added(pile, with_actors):
    """A case is the same to the byte however many processes read it, with added actors too."""
    settings = with_actors("velden")
    lines = []
    for workers in (1, 2):
        with Case.in_memory() as case:
            read_pile([pile], case, settings=settings, workers=workers)
            assert {a.id for a in case.actors("Velden News")} == {"agency/velden"}
            assert case.manifest()["settings"]["lexicon"]["actors"] == list(
                settings.lexicon.actors
            )
            lines.append([list(case.lines(t)) for t in ("statements", "mentions", "actors")])
    assert lines[0] == lines[1]


def test_what_does_not_come_again_stays_and_is_counted(pile, was_read):
    """A case of two arithmetics says so, until the rest has been read anew."""
    with Case.in_memory() as case:
        read_pile([pile], case)
        read_pile([pile / "a.txt"], case, settings=PORTABLE)
        assert case.manifest()["stale_pages"] == 1
        was_read.clear()
        read_pile([pile], case, settings=PORTABLE)
        assert was_read == [("b.txt", True)]
        assert case.manifest()["stale_pages"] == 0


def test_a_pile_that_is_not_there_leaves_the_case_as_it_was(pile):
    """A mistyped path makes nothing stale."""
    with Case.in_memory() as case:
        read_pile([pile], case)
        with pytest.raises(UnreadablePile):
            read_pile([pile / "none"], case, settings=PORTABLE)
        assert case.is_sealed
        assert case.manifest()["stale_pages"] == 0
