"""The same models in fp32 on the same weights: near to int8, and told apart from it."""

import sys
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from headwater.errors import BadResource
from headwater.language import Encoder, Engine, load_encoder, load_engine, shipped
from headwater.language.shipped import open_model, portable_name

MODELS = resources.files("headwater.language") / "models"
BOTH = ("engine.onnx", "sentence-encoder.onnx")
SENTENCE = "The weather is lovely today."
#: The first numbers of its vector, from products in fp32 on the int8 model's weights brought to
#: scale with numpy; int8 strays from them by up to .004.
VECTOR = (0.022981, 0.120131, 0.158943, 0.063779, 0.051348, -0.023879, 0.059028, -0.089639)
WORDS = "The harbour master said on Monday that two piers were shut . Nobody may moor there .".split()
PAGE = """Two piers shut at Port Maren

PORT MAREN, 4 May 2031 (Velden) - Two piers were shut on Sunday, the harbour master told the
Velden News Agency. “Nobody may moor there before June,” she said.
"""


def read_windows(engine):
    return next(engine.read(WORDS, [1] * len(WORDS), [None] * len(WORDS)))


@pytest.fixture
def pile(tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "piers.txt").write_text(PAGE)
    return folder


def test_portable_vectors_are_close_to_those_in_int8():
    """Another arithmetic gives nearly, and not exactly, the same vector."""
    texts = [SENTENCE, "Officials denied that the convoy had left before dawn."]
    int8, portable = load_encoder().encode(texts), load_encoder(portable=True).encode(texts)
    assert ((int8 * portable).sum(axis=1) > 0.98).all()
    assert not np.allclose(int8, portable, atol=1e-4)


def test_portable_scores_are_close_to_those_in_int8():
    """Another arithmetic gives every word nearly, and not exactly, the same odds."""
    int8, portable = read_windows(load_engine()), read_windows(load_engine(portable=True))
    for head, scores in int8.scores.items():
        strays = np.abs(np.exp(scores) - np.exp(portable.scores[head]))
        assert strays.mean() < 0.02, head
    assert not np.allclose(int8.scores["upos"], portable.scores["upos"], atol=1e-4)


def test_nothing_that_flows_is_rounded():
    """The vector is that of exact products on the weights: onnxruntime made no int8 of them."""
    vector = load_encoder(portable=True).encode([SENTENCE])[0]
    assert vector[: len(VECTOR)] == pytest.approx(VECTOR, abs=1e-4)


@pytest.mark.parametrize("name", BOTH)
def test_no_weight_is_shipped_twice(name):
    """The portable graph is small, for the weights lie in the int8 file beside it."""
    size = len((MODELS / portable_name(name)).read_bytes())
    assert size < len((MODELS / name).read_bytes()) / 10


@pytest.mark.parametrize("name", BOTH)
def test_the_shipped_graph_is_that_of_the_shipped_model(name):
    """Where the tools of training are installed: the script makes this very file."""
    pytest.importorskip("onnx")
    sys.path.insert(0, str(Path(__file__).parents[3]))
    from training.portable import make_portable  # noqa: PLC0415 - needs onnx

    made = make_portable((MODELS / name).read_bytes(), name)
    assert made == (MODELS / portable_name(name)).read_bytes()


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("damaged", [str, portable_name])
def test_a_damaged_file_is_refused(monkeypatch, name, damaged):
    """Both the graph and the file with its weights must be those the card describes."""
    whole = shipped._read  # noqa: SLF001 - the damage is done where the file is read
    bad = damaged(name)
    monkeypatch.setattr(
        shipped, "_read", lambda file, by: whole(file, by) + b" " * (file == bad)
    )
    with pytest.raises(BadResource, match=f"{bad}: is not the file its card describes"):
        open_model(name, portable=True, made_by="a script")


@pytest.mark.parametrize(("load", "kind"), [(load_engine, Engine), (load_encoder, Encoder)])
def test_the_process_has_one_of_each_arithmetic(load, kind):
    """Each is loaded once, however its default is asked for; they are not taken for one another."""
    assert isinstance(load(), kind)
    assert load() is load(portable=False)
    assert load(portable=True) is load(portable=True)
    assert load() is not load(portable=True)
