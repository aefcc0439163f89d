"""The quality gate cannot be passed by accident."""

import importlib
import re
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_SHARED = _ROOT.parent / "shared"
sys.path.insert(0, str(_ROOT))
from benchmarks import floors as floors_room  # noqa: E402 - found only now
from benchmarks import gate, measures  # noqa: E402 - ditto
from benchmarks.floors import Floor, Floors, read_floors  # noqa: E402 - ditto

TEXT = "corpora/one.txt"


@pytest.fixture
def shared(tmp_path):
    """A shared folder with one text."""
    text = tmp_path / "shared" / TEXT
    text.parent.mkdir(parents=True)
    text.write_text("An invented text.")
    return tmp_path / "shared"


@pytest.fixture
def floors_file(tmp_path, shared):
    """Two floors on that text, pinned."""
    rows = tuple(
        Floor(name=name, means=f"the {name}", floor=0.5, scorer="fake", texts=(TEXT,))
        for name in ("even", "odd")
    )
    path = tmp_path / "floors.json"
    floors_room.write_floors(
        floors_room.pin_texts(Floors(floors=rows, digests={}), shared), path
    )
    return path


@pytest.fixture
def pass_gate(shared, floors_file, monkeypatch):
    """Run the gate with figures that are given; what it returns."""

    def run(*arguments, **figures):
        monkeypatch.setattr(measures, "SCORERS", {"fake": lambda _: figures})
        return gate.main(["--shared", str(shared), *arguments], floors_file=floors_file)

    return run


def floor_of(path, name):
    return {floor.name: floor.floor for floor in read_floors(path).floors}[name]


def test_every_floor_is_measured_on_texts_that_are_pinned():
    """Each row of floors.json has a scorer, a sensible floor, and the digests of its texts."""
    kept = read_floors()
    names = [floor.name for floor in kept.floors]
    assert len(names) == len(set(names)) > 0
    assert {floor.scorer for floor in kept.floors} == set(measures.SCORERS)
    assert all(0 < floor.floor <= 1 for floor in kept.floors)
    assert set(kept.digests) == set(kept.texts)
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in kept.digests.values())
    own = {
        "board",
        "conditionals",
        "crisis",
        "encoder",
        "fates",
        "hearsay",
        "laundering",
    }  # measured on what the repository holds
    assert all(floor.texts for floor in kept.floors if floor.scorer not in own)


@pytest.mark.skipif(
    not _SHARED.is_dir(), reason="the development sets are not beside this checkout"
)
def test_the_texts_are_those_the_floors_are_pinned_on():
    """The development sets here have the digests in floors.json."""
    assert floors_room.find_changed_texts(read_floors(), _SHARED) == ()


def test_floors_json_is_written_as_it_is_read(tmp_path):
    """Lifting a floor changes its line and no other."""
    floors_room.write_floors(read_floors(), tmp_path / "floors.json")
    assert (tmp_path / "floors.json").read_bytes() == floors_room.FLOORS.read_bytes()


def test_figures_at_their_floors_pass_and_are_shown(pass_gate, capsys):
    """A measure that comes exactly to its floor passes, and the table says so."""
    assert pass_gate(even=0.5, odd=0.75) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["measure", "floor", "measured", "ok"]
    assert lines[1].split() == ["the", "even", "0.500", "0.5000", "yes"]
    assert lines[2].split() == ["the", "odd", "0.500", "0.7500", "yes"]


def test_a_figure_below_its_floor_fails_by_name(pass_gate, capsys):
    """A measure just below its floor fails the gate, and is named."""
    assert pass_gate(even=0.4999, odd=0.75) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[1].endswith("NO")
    assert "even" in told.err
    assert "odd" not in told.err


def test_a_figure_that_was_not_measured_fails(pass_gate):
    """A floor whose scorer no longer gives its figure is not passed."""
    assert pass_gate(odd=0.75) == 1


def test_changed_texts_fail_before_anything_is_measured(pass_gate, shared, capsys):
    """On other texts than the pinned ones no figure counts."""
    (shared / TEXT).write_text("Another text.")
    assert pass_gate(even=1.0, odd=1.0) == 1
    assert TEXT in capsys.readouterr().err


def test_missing_texts_fail(pass_gate, shared):
    """Half a shared folder is no reason to skip."""
    (shared / TEXT).unlink()
    assert pass_gate(even=1.0, odd=1.0) == 1


def test_repinning_is_asked_for(pass_gate, shared):
    """New texts count after they were pinned with the flag for it."""
    (shared / TEXT).write_text("Another text.")
    assert pass_gate("--repin") == 0
    assert pass_gate(even=1.0, odd=1.0) == 0


def test_a_folder_of_texts_is_pinned_with_its_names(shared):
    """A file that is renamed in a pinned folder is a change."""
    rows = (Floor(name="a", means="a", floor=0.1, scorer="fake", texts=("corpora",)),)
    pinned = floors_room.pin_texts(Floors(floors=rows, digests={}), shared)
    assert floors_room.find_changed_texts(pinned, shared) == ()
    (shared / TEXT).rename(shared / "corpora" / "two.txt")
    assert floors_room.find_changed_texts(pinned, shared) == ("corpora",)


def test_without_the_shared_folder_it_skips_aloud(tmp_path, floors_file, capsys):
    """Nothing measured is no failure, and is not passed over in silence."""
    assert gate.main(["--shared", str(tmp_path / "none")], floors_file=floors_file) == 0
    assert capsys.readouterr().out.startswith("SKIPPED: no quality was measured")


def test_raising_lifts_and_never_lowers(pass_gate, floors_file):
    """A floor is lifted to the .005 below what was measured; a lower figure leaves it."""
    assert pass_gate("--raise", even=0.5, odd=0.7549) == 0
    assert (floor_of(floors_file, "even"), floor_of(floors_file, "odd")) == (0.5, 0.75)
    assert pass_gate("--raise", even=0.5001, odd=0.755) == 0
    assert (floor_of(floors_file, "even"), floor_of(floors_file, "odd")) == (0.5, 0.755)


def test_a_run_that_fails_raises_nothing(pass_gate, floors_file):
    """Where one figure is below its floor, no other floor moves."""
    assert pass_gate("--raise", even=0.9, odd=0.1) == 1
    assert floor_of(floors_file, "even") == 0.5


def test_lowering_takes_its_own_flag_and_one_name(pass_gate, floors_file):
    """One floor is lowered, by name, and only to something lower."""
    assert pass_gate("--lower", "odd", "0.25") == 0
    assert (floor_of(floors_file, "even"), floor_of(floors_file, "odd")) == (0.5, 0.25)
    assert pass_gate("--lower", "odd", "0.4") == 1
    assert pass_gate("--lower", "none", "0.4") == 1
    assert floor_of(floors_file, "odd") == 0.25


def test_the_encoder_s_card_is_that_of_the_encoder(tmp_path, monkeypatch):
    """An agreement that was measured on another model file is not taken for this one's."""
    assert measures.read_encoder_card(tmp_path)["encoder_int8_spearman"] > 0.9
    for name in ("sentence-encoder.json", "sentence-encoder.onnx"):
        content = (measures._MODELS / name).read_bytes()  # noqa: SLF001 - where it lies
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(measures, "_MODELS", tmp_path)
    measures.read_encoder_card(tmp_path)
    with (tmp_path / "sentence-encoder.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ValueError, match="another model"):
        measures.read_encoder_card(tmp_path)


def test_the_ci_script_runs_the_readme_s_test_command():
    """What a reader is told to type is what is run before a change goes in."""
    script = (_ROOT / ".ci" / "run").read_text("utf-8")
    (command,) = re.findall(r"^README_TEST='(.+)'$", script, re.MULTILINE)
    assert command in (_ROOT / "README.md").read_text("utf-8")


def test_every_program_of_the_benchmarks_can_be_started():
    """The programs import, and tell how they are used."""
    for name in ("gate", "speed", "rooms"):
        assert importlib.import_module(f"benchmarks.{name}").__doc__
