"""What holds of every vector, whatever the text and the company it is read in."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.language.encoder import WIDTH, Encoder

#: Sentences and debris of many kinds; none is like another in length.
_TEXTS = st.one_of(
    st.sampled_from(
        [
            "The ferry to Lindhaven was cancelled.",
            "Two officials said the talks would resume on Monday, but neither gave a place.",
            "No.",
            "قال متحدث إن المحادثات ستستأنف",
            "3.7% – 14,000 t",
            "word " * 300,
        ]
    ),
    st.text(max_size=60),
)
#: Nothing is kept, or a text would only be compared with its own copy.
_ENCODER = Encoder(kept_texts=0)
_QUICK = settings(max_examples=40, deadline=None)


@_QUICK
@given(st.lists(_TEXTS, min_size=1, max_size=5))
def test_company_does_not_change_a_vector(texts):
    """A text has the same vector, to the byte, alone and in any list."""
    together = _ENCODER.encode(texts)
    apart = [_ENCODER.encode([text])[0] for text in texts]
    assert [row.tobytes() for row in together] == [row.tobytes() for row in apart]


@_QUICK
@given(
    st.lists(_TEXTS, min_size=2, max_size=5).flatmap(
        lambda t: st.tuples(st.just(t), st.permutations(t))
    )
)
def test_order_does_not_change_a_vector(pair):
    """A text has the same vector, to the byte, in whatever order the texts come."""
    straight, mixed = pair
    by_text = dict(zip(straight, _ENCODER.encode(straight), strict=True))
    for text, row in zip(mixed, _ENCODER.encode(mixed), strict=True):
        assert row.tobytes() == by_text[text].tobytes()


@_QUICK
@given(_TEXTS)
def test_a_vector_has_length_one_or_nothing(text):
    """A row has length 1, or is all zeros; nothing is infinite or not a number."""
    rows = _ENCODER.encode([text])
    assert rows.shape == (1, WIDTH)
    assert rows.dtype == np.float32
    length = float(np.linalg.norm(rows[0]))
    assert abs(length - 1) < 1e-5 or not rows.any()
