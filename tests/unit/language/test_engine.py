import hashlib
import json
import subprocess
import sys
from importlib import resources
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.errors import BadResource
from headwater.language import shipped
from headwater.language.engine import NEW_LINE, Engine, engine_digest, load_engine
from headwater.language.pieces import LONGEST_WINDOW, Pieces
from headwater.language.tokens import split_tokens

_MODELS = resources.files("headwater.language") / "models"
_WHOLE, _CARD_OF_WHOLE = (
    (_MODELS / name).read_bytes() for name in ("engine.onnx", "engine.json")
)
_ROOM = LONGEST_WINDOW - 2
_CONTEXT = 48
_CARD = {
    "heads": {"starts": 2, "upos": 2, "lemma": 1, "outer": 7, "inner": 7, "hedges": 2, "names": 3, "event": 2},
    "labels": {"upos": ["NOUN", "VERB"], "relation": ["root", "dep"], "names": ["PER"]},
    "lemma_rules": [["", "", "lower"]],
}  # fmt: skip
_QUICK = settings(deadline=None, max_examples=25)


class _Letters:
    """Each word of the test is a letter and its number of pieces: "B3" begins a sentence."""

    def of_words(self, words):
        return [[ord(word[0])] * int(word[1:]) for word in words]

    def looks(self, words, gaps):
        return [gap for _, gap in zip(words, gaps, strict=True)]


class _Scripted(Engine):
    """An engine whose model says what the test wants, and remembers each run."""

    def __init__(self, **said):
        super().__init__(labels=_CARD)
        self.__dict__["_pieces"] = _Letters()
        self.said, self.runs = said, []

    def _run(self, pieces, _looks):
        self.runs.append(["".join(map(chr, cut)) for cut in pieces])
        words, tags = len(pieces), np.zeros((len(pieces), 26), dtype=np.float32)
        tags[:, 1] = [9 if chr(cut[0]) == "B" else -9 for cut in pieces]
        dice = np.random.default_rng(words)
        scores = {
            "tags": tags,
            "arcs": dice.normal(size=(words, words + 1)).astype(np.float32),
            "label_over": np.ones((words + 1, 1), dtype=np.float32),
            "label_under": np.ones((words, 2, 1), dtype=np.float32) * np.array([[[9], [1]]]),
            "links": np.zeros((5, words, words), dtype=np.float32),
        }
        return scores | {name: make(words) for name, make in self.said.items()}


def _read(words, breaks=None, **said):
    engine = _Scripted(**said)
    windows = list(engine.read(words, [1] * len(words), breaks or [None] * len(words)))
    return engine, windows


def _sentences(windows):
    """First word and end of each sentence, from what the windows say."""
    begins = [w.first + place for w in windows for place in np.flatnonzero(w.begins).tolist()]
    return list(pairwise([*begins, windows[-1].end])) if windows else []


def _own_words(windows):
    return [word for window in windows for word in range(window.first, window.end)]


@st.composite
def _texts(draw):
    """Sentences of 1 to 400 words, of 1 to 8 pieces a word."""
    lengths = draw(st.lists(st.one_of(st.integers(1, 60), st.integers(1, 400)), max_size=6))
    sizes = draw(st.lists(st.integers(1, 8), min_size=1, max_size=7))
    words, number = [], 0
    for length in lengths:
        for place in range(length):
            words.append(f"{'a' if place else 'B'}{sizes[number % len(sizes)]}")
            number += 1
    return words


@pytest.mark.parametrize("total", [0, 1, 300, 3_000])
@pytest.mark.parametrize("length", [1, 7, 30, 290, 10_000])
def test_windows_own_each_word_once_in_order(total, length):
    """Whatever the length of text and sentences, no word is lost or read for twice."""
    words = ["B1" if number % length == 0 else "a1" for number in range(total)]
    _, windows = _read(words)
    assert _own_words(windows) == list(range(total))


@_QUICK
@given(_texts())
def test_windows_own_each_word_of_any_text(words):
    """The same of words of any size; and every window says something of each word it owns."""
    _, windows = _read(words)
    assert _own_words(windows) == list(range(len(words)))
    for window in windows:
        own = window.end - window.first
        assert own > 0
        rows = [window.begins, window.heads, window.relations, *window.joined.values(), *window.told.values(), *window.scores.values()]  # fmt: skip
        assert {len(row) for row in rows} == {own}


@_QUICK
@given(_texts())
def test_no_window_is_longer_than_the_model_reads(words):
    """Context and own words together fit the model with its two marks."""
    engine, _ = _read(words)
    assert all(sum(map(len, run)) <= _ROOM for run in engine.runs)


@_QUICK
@given(_texts())
def test_a_sentence_that_fits_is_read_in_one_piece(words):
    """Sentences end where the model ends them; only what is too long for a window is cut."""
    _, windows = _read(words)
    edges = {window.first for window in windows}
    begins = {number for number, word in enumerate(words) if word[0] == "B"}
    for begin in sorted(edges - begins):
        cut = next(number for number in range(begin, -1, -1) if number in begins)
        end = min((number for number in begins if number > begin), default=len(words))
        size = sum(int(word[1:]) for word in words[cut:end])
        assert size > _ROOM - _CONTEXT - 8  # a word of eight pieces may not have fitted
    assert {a for a, _ in _sentences(windows)} == begins | edges


def test_a_window_opens_with_the_last_sentences_of_the_one_before():
    """As many whole sentences are context as fit 48 pieces: here four of ten, and not the fifth."""
    words = (["B1"] + ["a1"] * 9) * 60
    engine, windows = _read(words)
    for run, before, window in zip(engine.runs[1:], windows, windows[1:], strict=False):
        assert window.first == before.end
        assert run[:41] == ["B" if place % 10 == 0 else "a" for place in range(41)]
    assert len(engine.runs[-1]) == windows[-1].end - windows[-1].first + 40
    assert _sentences(windows) == [(a, a + 10) for a in range(0, 600, 10)]


def test_a_sentence_that_is_too_long_for_context_is_left_out():
    """If the last sentence has more than 48 pieces, the next window opens without context."""
    engine, windows = _read((["B1"] + ["a1"] * 48) * 20)
    assert len(windows) > 2
    assert len(engine.runs[-1]) == windows[-1].end - windows[-1].first


def test_a_sentence_is_context_to_its_last_piece():
    """48 pieces are context, 49 are not."""
    for length, opens in ((48, True), (49, False)):
        _, windows = _read((["B1"] + ["a1"] * (length - 1)) * 30)
        # The second run reads from the first word of the context.
        read = windows[1].end - windows[0].end
        whole = (_ROOM - 4) // length * length
        assert read == (whole - length if opens else whole)


def test_a_window_ends_with_the_last_whole_sentence():
    """A sentence that goes on behind the window is left to the next one."""
    words = ["B1"] + ["a1"] * 199 + ["B1"] + ["a1"] * 199
    _, windows = _read(words)
    assert [(w.first, w.end) for w in windows] == [(0, 200), (200, 400)]


def test_words_at_the_very_end_of_a_window_begin_nothing_yet():
    """A beginning among a window's last words is not trusted, as it cannot see how they go on."""
    for place, end in ((_ROOM - 4, _ROOM - 4), (_ROOM - 3, 100), (_ROOM - 1, 100)):
        words = ["B1" if number in {0, 100, place} else "a1" for number in range(400)]
        _, windows = _read(words)
        assert windows[0].end == end


def test_a_beginning_at_the_very_end_is_better_than_none():
    """Where a window holds no other end of a sentence, no sentence is cut off in its first words."""
    for place in (_ROOM - 3, _ROOM - 1):
        words = ["B1" if number in {0, place} else "a1" for number in range(400)]
        _, windows = _read(words)
        assert [(w.first, w.end) for w in windows] == [(0, place), (place, 400)]


def test_a_sentence_longer_than_a_window_is_read_in_several():
    """What is too long is cut where windows are full, and each part is a sentence with a root."""
    words = ["B2"] + ["a2"] * 699
    _, windows = _read(words)
    assert [(w.first, w.end) for w in windows][:2] == [
        (0, _ROOM // 2),
        (_ROOM // 2, _ROOM // 2 * 2),
    ]
    assert _sentences(windows) == [(w.first, w.end) for w in windows]


def test_what_a_window_owns_begins_with_a_sentence():
    """Where one window ended a sentence, the next one begins another, even if it sees none there."""
    runs = []

    def tags(words):
        rows = np.zeros((words, 26), dtype=np.float32)
        rows[:, 0] = 9
        if not runs:
            rows[::10, 1] = 18
        runs.append(words)
        return rows

    _, windows = _read(["a1"] * 400, tags=tags)
    assert [(w.first, w.end) for w in windows] == [(0, 310), (310, 400)]
    assert _sentences(windows)[-2:] == [(300, 310), (310, 400)]


def test_what_is_known_of_sentences_is_not_asked():
    """Where the caller says that a sentence begins, or does not, the model is not heard."""
    words = ["B1", "a1", "B1", "B1", "a1", "B1"]
    _, windows = _read(words, [True, True, False, None, None, False])
    assert _sentences(windows) == [(0, 1), (1, 3), (3, 6)]


def test_a_text_begins_with_a_sentence():
    """The first word begins a sentence, whatever the model says."""
    _, windows = _read(["a1", "a1"])
    assert _sentences(windows) == [(0, 2)]


@_QUICK
@given(_texts())
def test_every_sentence_is_a_tree_of_its_own(words):
    """One word of a sentence is its root, and the others have heads in the same sentence."""
    _, windows = _read(words)
    heads = [head for window in windows for head in window.heads.tolist()]
    for first, end in _sentences(windows):
        assert heads[first:end].count(-1) == 1
        assert all(head == -1 or first <= head < end for head in heads[first:end])


def test_only_the_root_is_related_as_root():
    """However the model scores it, a word with a head has another relation than root."""
    _, (window,) = _read(["B1", "a1", "a1", "B1", "a1"])
    assert (window.relations == 0).tolist() == (window.heads == -1).tolist()


def test_scores_are_logarithms_of_probabilities():
    """The answers of a head together are sure."""
    _, (window,) = _read(["B1", "a1"])
    for rows in window.scores.values():
        assert np.exp(rows).sum(axis=1) == pytest.approx(1)


def test_scores_and_choices_are_those_of_the_words():
    """The rows of a head are cut out of the model's where its card says that they stand."""

    def tags(words):
        rows = np.zeros((words, 26), dtype=np.float32)
        rows[1, [1, 2 + 2 + 1 + 7 + 3]] = 9  # begins; begins a cue of an inner statement
        rows[0, 25] = 9  # reports an event
        return rows

    _, (window,) = _read(["B1", "a1"], tags=tags)
    assert window.told["inner"].tolist() == [0, 3]
    assert window.told["outer"].tolist() == [0, 0]
    assert window.told["event"].tolist() == [1, 0]
    assert window.begins.tolist() == [True, True]
    assert window.scores["inner"][1, 3] > -0.01 > window.scores["inner"][0, 3]


def test_an_antecedent_stands_before():
    """Of the words a word may stand for, only itself and earlier ones are asked."""

    def links(words):
        scores = np.zeros((5, words, words), dtype=np.float32)
        scores[:, :, -1] = 9
        scores[2, 0, 1] = scores[3, 0, 2] = 10
        scores[4, 2, 0] = 1
        return scores

    _, (window,) = _read(["B1", "a1", "a1", "a1"], links=links)
    assert window.joined["actor"].tolist() == [1, 3, 3, 3]
    assert window.joined["recipient"].tolist() == [2, 3, 3, 3]
    assert window.joined["antecedent"].tolist()[2:] == [0, 3]
    assert all(to <= word for word, to in enumerate(window.joined["antecedent"].tolist()))


def _spoken(words):
    """All may begin a source, and words with a number that three divides a cue."""
    rows = np.full((words, 26), -9, dtype=np.float32)
    rows[:, [5, 6]] = 0
    rows[::3, 8] = 0
    rows[:, 12] = 9
    return rows


def _numbered(words):
    scores = np.zeros((5, words, words), dtype=np.float32)
    scores[0] = np.arange(words)[:, None] * 100 + np.arange(words)
    return scores


def test_links_join_a_part_with_a_cue():
    """Asked for some parts and cues, a window gives the logit of each pair that may be one."""
    _, (window,) = _read(["B1", *["a1"] * 5], tags=_spoken, links=_numbered)
    outer, inner = window.links
    assert dict(outer.between({1, 3}, {0, 3, 4})) == {(1, 0): 100, (1, 3): 103, (3, 0): 300}
    assert dict(inner.between({1, 3}, {0, 3, 4})) == {}


def test_links_are_kept_by_the_window_that_owns_either_word():
    """A part and a cue that both are context were tied by the window before; one of them will do."""

    def tags(words):
        rows = _spoken(words)
        rows[:, 8] = 0
        rows[::10, 1] = 9
        return rows

    _, windows = _read((["B1"] + ["a1"] * 9) * 40, tags=tags)
    own = windows[1].first
    context = range(own - 5, own)
    tied = dict(windows[1].links[0].between({*context, own}, {*context, own + 1}))
    assert set(tied) == {(own, own + 1), *((own, c) for c in context), *((c, own + 1) for c in context)}  # fmt: skip


def test_looks_and_pieces_reach_the_model():
    """A run holds the pieces of its words between two marks, with each word's look and place."""
    fed = {}

    class Session:
        def get_outputs(self):
            return [SimpleNamespace(name="tags")]

        def run(self, _, arrays):
            fed.update({name: array.tolist() for name, array in arrays.items()})
            return [np.zeros((1, 2, 26))]

    engine = _Scripted()
    engine.__dict__["_session"] = Session()
    out = Engine._run(engine, [[7, 8], [9]], [5, 17])  # noqa: SLF001 - what the model is given
    assert fed == {"ids": [[101, 7, 8, 9, 102]], "looks": [[0, 5, 5, 17, 0]], "first": [[1, 3]], "last": [[2, 3]]}  # fmt: skip
    assert out["tags"].shape == (2, 26)


_NEWS = (
    "The governor of Lindhaven told the Marsh Gazette on Tuesday that the ferry had not sailed. "
    "“We waited for two days,” a sailor said. Officials denied the report. "
)


def _as_words(text):
    return [token.text for token in split_tokens(text, 0, len(text))]


def _seen(windows):
    return [
        (w.first, w.end, *(rows.tobytes() for rows in (w.begins, w.heads, *w.scores.values())))
        for w in windows
    ]


def _read_shipped(words):
    gaps = [NEW_LINE] + [1] * (len(words) - 1)
    return list(load_engine().read(words, gaps, [None] * len(words)))


def test_what_comes_after_a_full_window_changes_nothing_in_it():
    """The first windows of a long text say the same, to the byte, whatever the text goes on with."""
    head = _as_words(_NEWS * 40)
    ends = [head + _as_words(end) for end in ("It rained. " * 40, "And (so on): " * 60)]
    first, second = (_seen(_read_shipped(words)) for words in ends)
    full = [a for a, b in zip(first, second, strict=False) if a[1] < len(head) - LONGEST_WINDOW]
    assert len(full) >= 1
    assert first[: len(full)] == second[: len(full)]
    assert first != second


def test_a_window_does_not_depend_on_what_was_read_before():
    """The same words read by a fresh engine, and by one that has read much, say the same to the byte."""
    words = _as_words(_NEWS)
    fresh = list(Engine().read(words, [1] * len(words), [None] * len(words)))
    _read_shipped(_as_words("Another matter: no. " * 200))
    again = list(load_engine().read(words, [1] * len(words), [None] * len(words)))
    assert _seen(fresh) == _seen(again)


def test_the_card_names_every_answer():
    """Each head has as many answers as the card has labels, and the looks are those of the words."""
    engine = load_engine()
    sizes, labels = engine.card["heads"], engine.labels
    assert {
        name: sizes[name] for name in ("upos", "event", "status", "modality", "polarity")
    } == {
        name: len(labels[name]) for name in ("upos", "event", "status", "modality", "polarity")
    }
    assert sizes["names"] == 1 + 2 * len(labels["names"])
    assert sizes["outer"] == sizes["inner"] == 7
    assert sizes["lemma"] == len(engine.card["lemma_rules"])
    assert "root" in labels["relation"]


def test_the_process_has_one_engine():
    """The accessor gives the same engine every time: the model is loaded once."""
    assert load_engine() is load_engine()


def test_the_digest_is_that_of_the_file():
    """A case that names the digest names the very file that read its pages."""
    content = (_MODELS / "engine.onnx").read_bytes()
    assert engine_digest() == hashlib.sha256(content).hexdigest()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The models' files in a folder of the test's own, with a model of three letters."""
    models = tmp_path / "models"
    models.mkdir()
    for name in ("engine.json", "sentence-encoder.json", "tokenizer.json"):
        (models / name).write_bytes((_MODELS / name).read_bytes())
    (models / "engine.onnx").write_bytes(b"abc")
    monkeypatch.setattr(shipped.resources, "files", lambda _: tmp_path)
    shipped.card.cache_clear()
    yield models
    shipped.card.cache_clear()


def test_a_model_that_is_not_the_cards_is_refused(folder):
    """A file with another digest is named and not run; the remedy names the script that makes it."""
    assert folder.exists()
    with pytest.raises(
        BadResource, match=r"engine\.onnx: is not the file its card describes"
    ) as told:
        list(Engine().read(["It"], [2], [None]))
    assert "training/export_engine.py" in told.value.remedy


def test_a_model_that_is_missing_is_named(folder):
    """A file that is not there is named, with the remedy."""
    (folder / "engine.onnx").unlink()
    with pytest.raises(BadResource, match=r"engine\.onnx: cannot be read") as told:
        list(Engine().read(["It"], [2], [None]))
    assert "training/export_engine.py" in told.value.remedy


def test_a_card_that_is_missing_is_named(folder):
    """Without its card a model is not taken on trust."""
    (folder / "engine.json").unlink()
    with pytest.raises(BadResource, match=r"engine\.json: cannot be read"):
        Engine()


def test_the_cards_digest_decides(folder):
    """A file is taken for the model exactly where the card gives its digest."""
    card = json.loads((folder / "engine.json").read_bytes())
    card["sha256"]["engine.onnx"] = hashlib.sha256(b"abc").hexdigest()
    (folder / "engine.json").write_text(json.dumps(card))
    assert shipped.read_model("engine.onnx", made_by="a script") == b"abc"


def test_a_model_of_ones_own_is_run_unasked(folder):
    """A model that is given with its card is run, whatever is shipped."""
    (folder / "engine.json").unlink()
    own = Engine(_WHOLE, json.loads(_CARD_OF_WHOLE))
    (window,) = own.read(["It", "rained", "."], [2, 1, 0], [None] * 3)
    assert (window.first, window.end) == (0, 3)


def test_importing_loads_nothing_heavy():
    """The module can be imported without numpy, onnxruntime and tokenizers."""
    heavy = "{'numpy', 'onnxruntime', 'tokenizers'}"
    code = f"import sys, headwater.language.engine; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_shipped_engine_cuts_words_with_the_shared_vocabulary():
    """Engine and sentence encoder see a word alike."""
    assert isinstance(load_engine()._pieces, Pieces)  # noqa: SLF001 - what it cuts with
