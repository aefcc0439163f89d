"""Vectors of sentences: how near two wordings are in meaning.

The model is all-MiniLM-L6-v2 in int8, shipped beside this file with its card
(``docs/model-cards/sentence-encoder.md``). onnxruntime and numpy are imported when the first
text is encoded, so that ``headwater --help`` does not wait for them.
"""

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from headwater.language.shipped import digest_of, open_model, open_tokenizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WIDTH = 384
_FILE = "sentence-encoder.onnx"
_MADE_BY = "training/export_encoder.py"
#: Word pieces of a text that are read, about 100 words. The model was trained at this length;
#: beyond it a vector says less of each part, and a sentence this long is a list or a mishap.
LONGEST_PIECES = 128
#: 1.5 kB each. A reprint brings its sentences again, and a claim is compared many times over.
_KEPT_TEXTS = 8192
#: Pieces of a text that says nothing: the marks of beginning and end.
_EMPTY_PIECES = 2


class Encoder:
    """Turns texts into vectors. The model is loaded when the first text comes.

    Every text has a run of its own. The int8 arithmetic takes its scale from all that is in a
    run, so in company a text would get another vector than alone, and a case would depend on
    which pages happened to be read together.

    Args:
        kept_texts: How many of the last texts keep their vectors, so as not to be read again.
        portable: Whether to compute in fp32, at half the speed.
    """

    def __init__(self, *, kept_texts: int = _KEPT_TEXTS, portable: bool = False) -> None:
        self._portable = portable
        self._vector = lru_cache(maxsize=kept_texts)(self._encode_one)

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Give each text its vector; the dot product of two is their cosine, -1 to 1.

        A text without a word or a sign in it (empty, blanks) gets a row of zeros: it is like
        nothing else, not even another empty text. What lies beyond 128 word pieces is not
        read. The model knows English; of other languages it sees little more than names.

        Returns:
            (n_texts, 384) float32, rows of length 1 or 0.
        """
        import numpy as np  # noqa: PLC0415 - slow to import, see above

        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[:] = self._vector(text)
        return rows

    def _encode_one(self, text: str) -> "NDArray[np.float32]":
        import numpy as np  # noqa: PLC0415 - slow to import, see above

        ids = self._tokenizer.encode(text).ids
        if len(ids) <= _EMPTY_PIECES:
            return np.zeros(WIDTH, dtype=np.float32)
        pieces = np.array([ids], dtype=np.int64)
        feed = {"input_ids": pieces, "attention_mask": np.ones_like(pieces)}
        vector: NDArray[np.float32] = self._session.run(None, feed)[0][0]
        return vector

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        tokenizer = open_tokenizer()
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST_PIECES)
        return tokenizer

    @cached_property
    def _session(self) -> "InferenceSession":
        return open_model(_FILE, portable=self._portable, made_by=_MADE_BY)


def load_encoder(*, portable: bool = False) -> Encoder:
    """Give the one encoder of this process, or the one that computes in fp32."""
    return _load_encoder(portable=portable)


@cache
def _load_encoder(*, portable: bool) -> Encoder:
    # Behind a door of its own, as a cache keeps load_encoder() apart from its default spelt out.
    return Encoder(portable=portable)


def model_digest() -> str:
    """Give the SHA-256 of the encoder's weights, by which a case names what made its vectors."""
    return digest_of(_FILE)
