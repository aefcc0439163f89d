"""What holds of every parse, whatever the text and the company it is read in."""

import tracemalloc
from functools import cached_property
from itertools import pairwise
from time import process_time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.language import read
from headwater.language.engine import Engine
from headwater.language.pieces import LONGEST_WINDOW
from headwater.language.reading import read_blocks

_QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_NEWS = st.lists(
    st.sampled_from(
        "said told that according to citing by Reuters The officials They He it Kenya minister Gen. Ana Sol two ferry sank was will not may if , . : ; “ ” "
        "’s n’t 40 % 1,500 U.S. p.m. and who which - ? ! … al - Sadr cannot drones shelled denied reportedly on Tuesday".split()
    ),
    max_size=50,
).map(" ".join)
_TEXTS = st.one_of(
    _NEWS,
    st.text(max_size=80),
    st.text(st.characters(categories=["Cc", "Cf", "Mn", "So", "Lo", "Zs"]), max_size=40),
    st.text(alphabet="“”\"‘’«»„' .\n\r\t-–@Ab1", max_size=60),
    st.lists(
        st.sampled_from(
            [
                "قال متحدث إن المحادثات ستستأنف.",
                "Представитель заявил, что переговоры начнутся.",
                "代表团抵达首都。",
                "👩‍🚒 said “🔥” 🇰🇪.",
                "\u202eсказал\u0000\u200b said it.",
                "\ufeffA\u0301 b\u00adc \U0010ffff",
                "| Home | News | Sport |",
                "s ing ed ies s ing s s",
                "x" * 500,
            ]
        ),
        max_size=4,
    ).map("\n".join),
)


def _tokens(parse):
    return [token for sentence in parse.sentences for token in sentence.tokens]


@_QUICK
@given(_TEXTS)
def test_tokens_give_back_their_words(text):
    """Every text is read to its end, and tokens are its words, in order, none twice and none lost."""
    parse = read(text)
    tokens = _tokens(parse)
    assert all(0 <= t.start < t.end and text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert "".join("".join(t.text for t in tokens).split()) == "".join(text.split())


@_QUICK
@given(_TEXTS)
def test_sentences_hold_their_tokens(text):
    """A sentence runs from its first token to its last, on one line, behind the sentence before."""
    sentences = read(text).sentences
    for sentence in sentences:
        assert (sentence.start, sentence.end) == (
            sentence.tokens[0].start,
            sentence.tokens[-1].end,
        )
        assert "\n" not in text[sentence.paragraph : sentence.end]
    assert all(a.end <= b.start for a, b in pairwise(sentences))


@_QUICK
@given(_TEXTS)
def test_every_sentence_is_a_tree(text):
    """One word has no head and is the root; from each other one, heads lead to it; each has tag and lemma."""
    for sentence in read(text).sentences:
        heads = [token.head for token in sentence.tokens]
        assert [t.relation == "root" for t in sentence.tokens] == [head == -1 for head in heads]
        assert heads.count(-1) == 1
        for word in range(len(heads)):
            above, steps = word, 0
            while above != -1:
                above, steps = heads[above], steps + 1
                assert steps <= len(heads)
        assert all(t.tag and t.relation and t.lemma for t in sentence.tokens)


@_QUICK
@given(_TEXTS)
def test_what_is_found_stands_at_the_edges_of_words(text):
    """Names, statements, predicates and hedges are whole words; antecedents stand before what stands for them."""
    parse = read(text)
    starts, ends = {t.start for t in _tokens(parse)}, {t.end for t in _tokens(parse)}
    spans = [(n.start, n.end) for n in parse.names] + [
        (p.start, p.end) for p in parse.predicates
    ]
    spans += [s for t in parse.tagged for part in (t.source, t.cue, t.content) for s in part]
    spans += parse.hedges
    assert all(a < b and a in starts and b in ends for a, b in spans)
    parties = {party for p in parse.predicates for party in (p.actor, p.recipient)} - {None}
    assert parties <= starts
    assert all(to < word and {word, to} <= starts for word, to in parse.antecedents)
    assert all(t.cue for t in parse.tagged)
    assert all(0 <= p.sure <= 1 for p in parse.predicates)
    for rows in (parse.names, parse.predicates):
        assert all(a.end <= b.start for a, b in pairwise(rows))


@settings(parent=_QUICK, max_examples=25)
@given(st.lists(_TEXTS, min_size=2, max_size=4).flatmap(lambda t: st.tuples(st.just(t), st.permutations(t))))  # fmt: skip
def test_company_and_order_change_nothing(pair):
    """A text has the same parse alone, after others, and in whatever order the texts come."""
    straight, mixed = pair
    alone = [read(text) for text in straight]
    after = {text: read(text) for text in mixed}
    assert [after[text] for text in straight] == alone


class _Letters:
    def of_words(self, words):
        return [[ord(word[0])] for word in words]

    def looks(self, _, gaps):
        return gaps


class _Tireless(Engine):
    """An engine whose model takes no time: "It" begins a sentence, and a cue may stand anywhere."""

    _pieces = _Letters()

    def _run(self, pieces, _looks):
        words = len(pieces)
        tags, arcs, links, over, under = self._scores
        tags = tags[:words].copy()
        tags[:, 1] = [9 if piece == [ord("I")] else -9 for piece in pieces]
        return {"tags": tags, "arcs": arcs[:words, : words + 1], "links": links[:, :words, :words], "label_over": over[: words + 1], "label_under": under[:words]}  # fmt: skip

    @cached_property
    def _scores(self):
        size, dice = LONGEST_WINDOW, np.random.default_rng(1)
        tags = dice.normal(size=(size, sum(self.card["heads"].values()))).astype(np.float32)
        seams = np.cumsum([0, *self.card["heads"].values()])
        tags[:, seams[3:7]] += 9  # statements, hedges and names are rare
        return (
            tags,
            dice.normal(size=(size, size + 1)).astype(np.float32),
            dice.normal(size=(5, size, size)).astype(np.float32),
            np.ones((size + 1, 2), dtype=np.float32),
            dice.normal(size=(size, len(self.labels["relation"]), 2)).astype(np.float32),
        )


def _windows_memory(engine, sentences):
    words = "It is so . ".split() * sentences
    tracemalloc.start()
    windows = list(engine.read(words, [1] * len(words), [None] * len(words)))
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return kept / len(windows)


def test_a_window_keeps_no_more_in_a_long_text():
    """What is kept of a window is bounded, and does not grow with the text: less than a third of a megabyte."""
    engine = _Tireless()
    _windows_memory(engine, 1)
    short, long = _windows_memory(engine, 1_000), _windows_memory(engine, 4_000)
    assert long < 1.2 * short
    assert long < 300_000


@pytest.mark.slow
def test_two_hundred_thousand_words_are_read():
    """A text as long as a book is read to its end, and in little time besides the model's."""
    text = "It is so . " * 50_000
    began = process_time()
    parse = read_blocks(text, [(0, len(text), False)], _Tireless())
    assert len(_tokens(parse)) == 200_000
    assert len(parse.sentences) == 50_000
    assert process_time() - began < 60
