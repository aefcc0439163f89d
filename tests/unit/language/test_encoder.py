import hashlib
import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from headwater.errors import BadResource
from headwater.language import shipped
from headwater.language.encoder import Encoder, load_encoder, model_digest

_MODELS = resources.files("headwater.language") / "models"


def _cosine(left, right):
    a, b = load_encoder().encode([left, right])
    return float(a @ b)


@pytest.mark.parametrize("name", ["sentence-encoder.onnx", "tokenizer.json"])
def test_shipped_files_are_those_of_the_card(name):
    """The card names the digest of each file that is shipped."""
    card = json.loads((_MODELS / "sentence-encoder.json").read_text())
    assert hashlib.sha256((_MODELS / name).read_bytes()).hexdigest() == card["sha256"][name]


def test_the_tokenizer_is_the_published_one():
    """The tokenizer is shipped as it was published."""
    card = json.loads((_MODELS / "sentence-encoder.json").read_text())
    assert card["sha256"]["tokenizer.json"] == card["published_sha256"]["tokenizer.json"]


def test_the_card_admits_only_a_faithful_model():
    """The int8 model ranks pairs of sentences as the published one does."""
    card = json.loads((_MODELS / "sentence-encoder.json").read_text())
    assert card["agreement"]["sentences"] == 1000
    assert card["agreement"]["spearman"] >= 0.99


@pytest.mark.parametrize(
    ("left", "right", "published"),
    [
        ("The weather is lovely today.", "It's so sunny outside!", 0.6660),
        ("The weather is lovely today.", "He drove to the stadium.", 0.1046),
        ("It's so sunny outside!", "He drove to the stadium.", 0.1411),
    ],
)
def test_cosines_are_those_the_makers_publish(left, right, published):
    """The model's documentation gives these three cosines; int8 stays near them."""
    assert _cosine(left, right) == pytest.approx(published, abs=0.03)


def test_a_rewording_is_nearer_than_another_matter():
    """Of two sentences, the one that says the same in other words has the higher cosine."""
    said = "The militia will not act before its patron gives the word."
    same = "Fighters are waiting for orders from their sponsor before moving."
    other = "The harvest of apricots was the best in ten years."
    assert _cosine(said, same) > _cosine(said, other) + 0.2


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00"])
def test_a_text_that_says_nothing_is_like_nothing(text):
    """An empty text has a row of zeros, so its cosine with every text is 0."""
    assert not load_encoder().encode([text]).any()


def test_no_texts_give_no_rows():
    """An empty list gives an array without rows, of the usual width."""
    assert load_encoder().encode([]).shape == (0, 384)


def test_what_lies_beyond_the_limit_is_not_read():
    """Two texts that differ only after 128 word pieces have the same vector."""
    head = "one two three " * 50
    a, b = Encoder(kept_texts=0).encode([head + "war", head + "peace"])
    assert a.tobytes() == b.tobytes()
    c, d = Encoder(kept_texts=0).encode(["one two three war", "one two three peace"])
    assert c.tobytes() != d.tobytes()


def test_writing_to_a_row_does_not_reach_later_answers():
    """What a caller does to an array changes no later vector."""
    first = load_encoder().encode(["The bridge fell."])
    before = first.tobytes()
    first[:] = 7
    assert load_encoder().encode(["The bridge fell."]).tobytes() == before


def test_a_kept_text_is_not_encoded_again():
    """Vectors of recent texts are kept, and are the same as fresh ones."""
    keeping, fresh = Encoder(kept_texts=4), Encoder(kept_texts=0)
    texts = ["The bridge fell.", "The bank said no.", "The bridge fell."]
    assert np.array_equal(keeping.encode(texts), fresh.encode(texts))
    keeping.__dict__["_session"] = None  # a run would fail now
    assert np.array_equal(keeping.encode(texts), fresh.encode(texts))


def test_the_process_has_one_encoder():
    """The accessor gives the same encoder every time: the model is loaded once."""
    assert load_encoder() is load_encoder()


def test_the_digest_is_that_of_the_file():
    """A case that names the digest names the very file that made its vectors."""
    content = (_MODELS / "sentence-encoder.onnx").read_bytes()
    assert model_digest() == hashlib.sha256(content).hexdigest()


def test_a_damaged_model_is_refused(monkeypatch):
    """A model file that is not the card's is refused by name, not run."""
    whole = shipped._read  # noqa: SLF001 - the damage is done where the file is read
    monkeypatch.setattr(
        shipped, "_read", lambda name, by: whole(name, by) + b" " * (name == "tokenizer.json")
    )
    with pytest.raises(BadResource, match=r"tokenizer\.json: is not the file"):
        Encoder().encode(["A word."])


def test_a_missing_model_is_named(monkeypatch, tmp_path):
    """A model file that is not there is named, with the remedy."""
    monkeypatch.setattr(shipped.resources, "files", lambda _: tmp_path)
    shipped.card.cache_clear()
    with pytest.raises(BadResource, match="training/export_encoder"):
        Encoder().encode(["A word."])


def test_importing_loads_nothing_heavy():
    """The module can be imported without numpy, onnxruntime and tokenizers."""
    heavy = "{'numpy', 'onnxruntime', 'tokenizers'}"
    code = f"import sys, headwater.language.encoder; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_model_card_for_people_names_the_same_files():
    """The card in docs/ gives the digest of the model that is shipped."""
    card = Path(__file__).parents[3] / "docs" / "model-cards" / "sentence-encoder.md"
    assert model_digest() in card.read_text(encoding="utf-8")
