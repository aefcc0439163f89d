"""The trained engine: one small encoder that reads a text in windows and scores every word.

The model and what it was trained on is described in ``docs/model-cards/engine.md``. A text longer
than a window is read in several. Each window opens with the last sentences of the one before, as
context only, and what it says counts for the whole sentences that end in it; so every sentence is
read in one piece, and each word's scores come from one window that holds its sentence.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from headwater.language.pieces import BEGIN, END, LONGEST_WINDOW, Pieces
from headwater.language.shipped import card, digest_of, open_model, open_session, open_tokenizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    Floats = NDArray[np.float32]

_FILE = "engine.onnx"
_MADE_BY = "training/export_engine.py"
#: Pieces of earlier sentences that a window opens with.
_CONTEXT_PIECES = 48
#: Words at a window's end whose sentence may go on behind it in a way the window cannot see.
_BLIND_WORDS = 4
#: Probability from which a word begins a sentence.
_BEGINS = 0.5
#: Probability from which a word may begin a source, cue or content: links are kept between these.
_MAY_BEGIN = 0.02
#: Gap before a word that stands on a new line.
NEW_LINE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What one window says of the words that are its own.

    ``told`` has the likeliest answer of each head for each own word; ``scores`` the logarithms
    of probabilities of all answers, a row a word, but of lemmas, as a long text would need
    gigabytes for their hundreds of rules. ``heads`` and
    ``relations`` are word numbers of the text (-1: the root) and label numbers. ``joined`` gives
    the words chosen for each channel of choice (actor, recipient, antecedent): a word number, or
    the word itself for none. ``links`` tie parts of outer and of inner statements to cues.
    """

    first: int
    end: int
    begins: "NDArray[np.bool_]"
    told: "dict[str, NDArray[np.int64]]"
    scores: "dict[str, Floats]"
    heads: "NDArray[np.int64]"
    relations: "NDArray[np.int64]"
    joined: "dict[str, NDArray[np.int64]]"
    links: "tuple[Links, Links]"


@dataclass(frozen=True, slots=True)
class Links:
    """Logits that tie the words that may begin a part of a statement to those that may begin a cue.

    An array and not a mapping: a window can have some ten thousand pairs, few of which are asked for.
    """

    own: range
    parts: list[int]
    cues: list[int]
    #: A row for each part, a column for each cue.
    scores: "Floats"

    def between(
        self, parts: Container[int], cues: Container[int]
    ) -> Iterator[tuple[tuple[int, int], float]]:
        """Give the pairs of words of which either is the window's own, with their logits."""
        columns = [(place, j) for place, j in enumerate(self.cues) if j in cues]
        for row, i in enumerate(self.parts):
            if i in parts:
                for column, j in columns:
                    if i != j and (i in self.own or j in self.own):
                        yield (i, j), float(self.scores[row, column])


@dataclass(frozen=True, slots=True)
class _Seams:
    """A window's place in its text: its first word, its first own word, and where it is full."""

    begin: int
    own: int
    end: int
    breaks: Sequence[bool | None]
    is_last: bool

    def begins(self, starts: "Floats") -> "NDArray[np.bool_]":
        """Tell which words of the window begin a sentence; its first own word does."""
        import numpy as np  # noqa: PLC0415 - slow to import: `headwater --help` does not wait

        begins = np.exp(starts[:, 1]) >= _BEGINS
        for place, given in enumerate(self.breaks):
            if given is not None:
                begins[place] = given
        begins[[0, self.own - self.begin]] = True
        return begins

    def stop(self, begins: "NDArray[np.bool_]") -> int:
        """Tell where the last whole sentence of the window ends; if it holds none, at its end.

        A sentence that seems to begin in the last words is heard only where no other does.
        """
        if self.is_last:
            return len(begins)
        own, blind = self.own - self.begin, len(begins) - _BLIND_WORDS
        places = (*range(blind, own, -1), *range(max(blind, own) + 1, len(begins)))
        return next((place for place in places if begins[place]), len(begins))


class Engine:
    """Runs the model. It is loaded when the first text comes.

    Every window has a run of its own, as int8 arithmetic takes its scale from all that is in a
    run: what a text says does not depend on what else is read.

    Args:
        model: The ONNX file; the one that is shipped, if not given.
        labels: Its card; likewise.
        portable: Whether the one that is shipped computes in fp32, at half the speed.
    """

    def __init__(
        self,
        model: bytes | None = None,
        labels: dict[str, Any] | None = None,
        *,
        portable: bool = False,
    ) -> None:
        self._model = model
        self._portable = portable
        self.card = labels if labels is not None else card("engine.json")
        self.labels: dict[str, list[str]] = self.card["labels"]

    def read(
        self, words: Sequence[str], gaps: Sequence[int], breaks: Sequence[bool | None]
    ) -> Iterator[Window]:
        """Read a text, given as words; together the windows own every word once, in order.

        Args:
            words: The words and marks of the text.
            gaps: Before each: 0 nothing, 1 a blank, 2 a new line.
            breaks: For each word, whether a sentence begins there, None where the engine is
                to tell.
        """
        pieces = self._pieces.of_words(words)
        looks = self._pieces.looks(words, gaps)
        sizes = [len(p) for p in pieces]
        begin = own = 0
        while own < len(words):
            end = max(_fits(sizes, begin), own + 1)
            scores = self._run(pieces[begin:end], looks[begin:end])
            seams = _Seams(begin, own, end, breaks[begin:end], end == len(words))
            window = self._judge(scores, seams)
            yield window
            begin, own = _context(window, sizes, begin), window.end

    def _run(self, pieces: list[list[int]], looks: list[int]) -> "dict[str, Floats]":
        import numpy as np  # noqa: PLC0415 - see above

        ids, worn, first, last = [BEGIN], [0], [], []
        for cut, look in zip(pieces, looks, strict=True):
            first.append(len(ids))
            ids += cut
            worn += [look] * len(cut)
            last.append(len(ids) - 1)
        feed = {
            "ids": [*ids, END],
            "looks": [*worn, 0],
            "first": first,
            "last": last,
        }
        arrays = {name: np.array([row], dtype=np.int64) for name, row in feed.items()}
        out = self._session.run(None, arrays)
        return dict(zip(self._outputs, (array[0] for array in out), strict=True))

    def _judge(self, scores: "dict[str, Floats]", seams: "_Seams") -> Window:
        """Decide what the window's own sentences say."""
        import numpy as np  # noqa: PLC0415 - see above

        parts = np.split(scores["tags"], self._tag_seams, axis=1)
        heads = dict(zip(self._tag_names, map(_log_softmax, parts), strict=True))
        begins = seams.begins(heads["starts"])
        first, stop = seams.own - seams.begin, seams.stop(begins)
        trees, labels = self._trees(scores, begins, first, stop)
        mine = slice(first, stop)
        return Window(
            first=seams.own,
            end=seams.begin + stop,
            begins=begins[mine],
            told={name: rows[mine].argmax(axis=1) for name, rows in heads.items()},
            scores={name: rows[mine] for name, rows in heads.items() if name != "lemma"},
            heads=np.where(trees >= 0, trees + seams.begin, -1),
            relations=labels,
            joined=_joined(scores["links"], seams.begin, mine),
            links=(
                _links(scores["links"][0], heads["outer"], seams.begin, mine),
                _links(scores["links"][1], heads["inner"], seams.begin, mine),
            ),
        )

    def _trees(
        self, scores: "dict[str, Floats]", begins: "NDArray[np.bool_]", first: int, stop: int
    ) -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
        """Parse the sentences between two words of the window."""
        import numpy as np  # noqa: PLC0415 - see above

        from headwater.language.trees import find_tree  # noqa: PLC0415 - imports numpy

        words = len(begins)
        heads = np.full(words, -1, dtype=np.int64)
        seams = [*(np.flatnonzero(begins[first:stop]) + first).tolist(), stop]
        for a, b in pairwise(seams):
            columns = [*range(a, b), words]
            found = find_tree(scores["arcs"][a:b][:, columns])
            heads[a:b] = np.where(found == b - a, -1, found + a)
        mine = heads[first:stop]
        over = scores["label_over"][np.where(mine == -1, words, mine)]
        under = scores["label_under"][first:stop]
        related = np.einsum("wlk,wk->wl", under, over)
        related[mine >= 0, self.labels["relation"].index("root")] = -np.inf
        return mine, related.argmax(axis=1)

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(open_tokenizer())

    @cached_property
    def _session(self) -> "InferenceSession":
        if self._model is not None:
            return open_session(self._model)
        return open_model(_FILE, portable=self._portable, made_by=_MADE_BY)

    @cached_property
    def _outputs(self) -> list[str]:
        return [output.name for output in self._session.get_outputs()]

    @cached_property
    def _tag_names(self) -> list[str]:
        return list(self.card["heads"])

    @cached_property
    def _tag_seams(self) -> list[int]:
        seams, place = [], 0
        for name in self._tag_names[:-1]:
            place += self.card["heads"][name]
            seams.append(place)
        return seams


def load_engine(*, portable: bool = False) -> Engine:
    """Give the one engine of this process, or the one that computes in fp32."""
    return _load_engine(portable=portable)


@cache
def _load_engine(*, portable: bool) -> Engine:
    # Behind a door of its own, as a cache keeps load_engine() apart from its default spelt out.
    return Engine(portable=portable)


def engine_digest() -> str:
    """Give the SHA-256 of the engine's weights, by which a case names what read its pages."""
    return digest_of(_FILE)


def _fits(sizes: Sequence[int], begin: int) -> int:
    """Tell behind which word a window that begins with a word is full."""
    room, end = LONGEST_WINDOW - 2, begin
    while end < len(sizes) and sizes[end] <= room:
        room -= sizes[end]
        end += 1
    return end


def _context(window: Window, sizes: Sequence[int], begin: int) -> int:
    """Tell with which sentence of the window just read the next one opens."""
    room, place, best = _CONTEXT_PIECES, window.end, window.end
    while place > max(begin, window.first):
        place -= 1
        room -= sizes[place]
        if room < 0:
            break
        if window.begins[place - window.first]:
            best = place
    return best


def _joined(links: "Floats", begin: int, mine: slice) -> "dict[str, NDArray[np.int64]]":
    """The word that each word chooses; an antecedent stands before it."""
    import numpy as np  # noqa: PLC0415 - see above

    back = links[4].copy()
    back[np.triu_indices(len(back), k=1)] = -np.inf
    chosen = {"actor": links[2], "recipient": links[3], "antecedent": back}
    return {name: rows[mine].argmax(axis=1) + begin for name, rows in chosen.items()}


def _links(links: "Floats", tags: "Floats", begin: int, mine: slice) -> Links:
    """Keep the logits of pairs of words that may begin a part and a cue."""
    import numpy as np  # noqa: PLC0415 - see above

    least = np.log(_MAY_BEGIN)
    parts = np.flatnonzero((tags[:, 1::2] > least).any(axis=1))
    cues = np.flatnonzero(tags[:, 3] > least)
    own = range(mine.start + begin, mine.stop + begin)
    return Links(
        own, (parts + begin).tolist(), (cues + begin).tolist(), links[np.ix_(parts, cues)]
    )


def _log_softmax(scores: "Floats") -> "Floats":
    import numpy as np  # noqa: PLC0415 - see above

    shifted = scores - scores.max(axis=1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return out
