from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.language import read
from headwater.language.engine import NEW_LINE, Engine, load_engine
from headwater.language.reading import lemma_of, read_blocks, read_words

_TEXT = (
    "Floods close port\n"
    "“We won’t sail,” Capt. Ana Sol told the Marsh Gazette on Tuesday. “It may last.”\n"
    "The army said that it had shelled Lindhaven, but the governor, citing two officials, denied it. "
    "She called the report a lie."
)
_CARD = {
    "heads": {
        "starts": 2, "upos": 2, "lemma": 2, "outer": 7, "inner": 7, "hedges": 2, "names": 5, "event": 2,
        "status": 2, "modality": 2, "polarity": 2,
    },
    "labels": {
        "upos": ["NOUN", "PUNCT"], "relation": ["root", "dep"], "names": ["PER", "LOC"], "event": ["NONE", "AID"],
        "status": ["reported", "planned"], "modality": ["fact", "possible"], "polarity": ["pos", "neg"],
    },
    "lemma_rules": [["", "", "lower"], ["s", "", "lower"]],
}  # fmt: skip
_PLACES, _place = {}, 0
for _name, _size in _CARD["heads"].items():
    _PLACES[_name], _place = _place, _place + _size


class _Scripted(Engine):
    """An engine that gives the words of one window the answers that the test names.

    Args:
        told: By head, the answers of words by their number; the first answer for the others.
        links: Logits by (channel, word, word).
    """

    def __init__(self, told=None, links=None):
        super().__init__(labels=_CARD)
        self.told, self.links, self.asked = told or {}, links or {}, None

    def read(self, words, gaps, breaks):
        self.asked = (list(words), list(gaps), list(breaks))
        return super().read(words, gaps, breaks)

    def _run(self, pieces, _looks):
        words = len(pieces)
        tags = np.zeros((words, _place), dtype=np.float32)
        for head, place in _PLACES.items():
            for word in range(words):
                tags[word, place + self.told.get(head, {}).get(word, 0)] = 20
        links = np.full((5, words, words), -9, dtype=np.float32)
        links[2:, np.arange(words), np.arange(words)] = 0
        for where, score in self.links.items():
            links[where] = score
        arcs = np.zeros((words, words + 1), dtype=np.float32)
        arcs[0, words] = 9  # the first word is the root
        arcs[:, 0] = 5
        return {
            "tags": tags,
            "arcs": arcs,
            "label_over": np.ones((words + 1, 1), dtype=np.float32),
            "label_under": np.ones((words, 2, 1), dtype=np.float32),
            "links": links,
        }


def _read(text, *blocks, **said):
    return read_blocks(text, blocks or ((0, len(text), False),), _Scripted(**said))


def _sentences(parse):
    return [parse.text[s.start : s.end] for s in parse.sentences]


def _words(parse):
    return [token for sentence in parse.sentences for token in sentence.tokens]


def _texts(parse, spans):
    return [parse.text[a:b] for a, b in spans]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The kiln is cold.", "The clay is wet."],
        ["Is it cold?", "It is!", "Nobody knew.", "Then it rained."],
        ["He called it “cold.”", "She laughed."],
        ["Dr. Mensah met Lt. Col. Okoro at St. Anne.", "Both left."],
        ["It opened on Jan. 5 in Lima.", "It closed."],
        ["J. K. Adu and P.T. Rao came.", "They left."],
        ["Sen. John F. Kennedy voted for the bill.", "It passed."],
        ["The firm, Volta Bricks Inc., closed.", "It was old."],
        ["The price rose by 3.5 percent to 1.250 cedis.", "Traders sold."],
        ["The deal is worth $3.5 million.", "It was signed on Jan. 5 in Lima."],
        ["The No. 2 official of the party, Gen. Li, was arrested.", "No reason was given."],
        ["The ship sank off Mt. Athos in Sept. 2019.", "Two sailors drowned."],
        ["It was signed by J.P. Rao of Acme Corp. on Monday.", "The shares rose."],
        ["Police in St. Louis arrested three men.", "They were released on Sunday."],
        ["The army said it had shot down 40 drones overnight.", "It gave no evidence."],
        ["Gen. Ivan Petrov told the Herald on Tuesday that the bridge had been destroyed.", "He gave no details."],
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_would_end_them(sentences):
    """Stops end sentences; those of titles, initials, firms, months and decimals do not."""
    assert _sentences(read(" ".join(sentences))) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. Navy sailed at 5 p.m. on Friday.", "The port closed."],
        ["The U.S. Embassy in Baghdad closed on Friday.", "Officials gave no reason."],
        ["The talks ended at 9 p.m. on Tuesday without a deal, the U.N. said.", "They will resume next week."],
        ["He was born in the U.S.", "He moved to Kenya in 1990."],
        ["The envoy met U.S. and E.U. officials, a U.N. spokesman said.", "No details were given."],
    ],
)  # fmt: skip
def test_a_stop_may_end_both_a_word_and_a_sentence(sentences):
    """After "U.S." and "p.m." what follows tells whether the sentence goes on."""
    assert _sentences(read(" ".join(sentences))) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["“The talks failed,” said Lt. Gen. Omar Hassan.", "“We are ready for war.”"],
        ["“Did they attack?” he asked.", "Nobody answered."],
        ["“They must leave!” the minister told reporters.", "The crowd cheered."],
        ["“We have lost everything.", "Nobody has come to help us,” said Maria Lopez, a farmer.", "The government denied it."],
        ['"The talks are over," he told the Herald.', '"We will not return."'],
        ["Reuters asked.", "“No,” he said."],
        ["“We will not leave our land.", "We will fight,” the mayor said on Friday.", "The army denied the report."],
        ["Asked whether he would resign, Mr. Okoro said: “No.”", "He then left the room."],
    ],
)  # fmt: skip
def test_sentences_end_inside_quotations_and_not_before_who_said_it(sentences):
    """A quotation may hold several sentences; the one that names the speaker goes on behind its question or call."""
    assert _sentences(read(" ".join(sentences))) == sentences


@pytest.mark.parametrize("text", ["no stop at all", "visit example.org/a.b now", "3.5"])
def test_what_has_no_stop_is_one_sentence(text):
    """A stop inside a word ends nothing."""
    assert _sentences(read(text)) == [text]


@pytest.mark.parametrize("text", ["", "   ", "\n\t\u00a0"])
def test_nothing_but_white_space_holds_no_sentence(text):
    """Empty text has no sentences, and the engine is not asked."""
    engine = _Scripted()
    parse = read_blocks(text, [(0, len(text), False)], engine)
    assert (parse.text, parse.sentences, engine.asked) == (text, (), None)


def test_only_the_blocks_are_read():
    """What stands before, between and behind the blocks is in no sentence."""
    text = "One. Two. Three. Four."
    assert _sentences(_read(text, (5, 9, False), (17, 21, False))) == ["Two.", "Four"]


def test_a_headline_is_one_sentence():
    """Whatever stops are in a headline, and whatever the model makes of them."""
    text = "Cold. Very cold. Kiln closes\nIt rained. It froze."
    begins = {"starts": dict.fromkeys(range(20), 1)}
    parse = _read(text, (0, 28, True), (29, len(text), False), told=begins)
    assert _sentences(parse)[0] == "Cold. Very cold. Kiln closes"
    assert [s.is_title for s in parse.sentences] == [True, *[False] * 6]
    assert _sentences(read_blocks(text, [(0, 28, True)], load_engine())) == [text[:28]]


def test_paragraphs_part_sentences():
    """No sentence runs on into the next block, and each knows where its block starts."""
    text = "it rained\n  and it\nfroze"
    parse = _read(text, (0, 9, False), (10, 18, False), (19, 24, False))
    assert _sentences(parse) == ["it rained", "and it", "froze"]
    assert [s.paragraph for s in parse.sentences] == [0, 10, 19]


def test_the_engine_is_told_where_words_stand():
    """Before each word it knows of nothing, a blank or a new line; where a block begins, a sentence does."""
    engine = _Scripted()
    text = "Kiln\u00a0cold.\nIt (too)"
    read_blocks(text, [(0, 10, True), (11, len(text), False)], engine)
    words, gaps, breaks = engine.asked
    assert words == ["Kiln", "cold", ".", "It", "(", "too", ")"]
    assert gaps == [NEW_LINE, 1, 0, NEW_LINE, 1, 0, 0]
    assert breaks == [True, False, False, True, None, None, None]


def test_offsets_are_the_articles():
    """Tokens and sentences give back their words from the text, also behind signs of four bytes."""
    text = "🔥🔥 It rained. 👩‍🚒 It froze."
    parse = _read("…" + text, (1, 1 + len(text), False))
    for token in _words(parse):
        assert parse.text[token.start : token.end] == token.text
    assert "".join(t.text for t in _words(parse)) == "".join(text.split())


def test_words_keep_their_tags_tree_and_lemma():
    """Each word has what the engine says of it, with its head counted in its own sentence."""
    told = {"starts": {2: 1}, "upos": {1: 1}, "lemma": {2: 1, 3: 1}}
    first, second = _read("It . Rains fall", told=told).sentences
    assert [(t.text, t.tag, t.lemma) for t in (*first.tokens, *second.tokens)] == [
        ("It", "NOUN", "it"), (".", "PUNCT", "."), ("Rains", "NOUN", "rain"), ("fall", "NOUN", "fall"),
    ]  # fmt: skip
    for sentence in (first, second):
        heads = [t.head for t in sentence.tokens]
        assert heads.count(-1) == 1
        assert [t.relation == "root" for t in sentence.tokens] == [h == -1 for h in heads]
        assert all(-1 <= head < len(sentence.tokens) for head in heads)


def test_names_are_spans_of_whole_words():
    """A name runs from its first word's start to its last one's end and has its kind."""
    parse = _read("Capt. Ana Sol left Lima", told={"names": {1: 1, 2: 2, 4: 3}})
    assert [(parse.text[n.start : n.end], n.kind) for n in parse.names] == [
        ("Ana Sol", "PER"),
        ("Lima", "LOC"),
    ]


def test_statements_are_tied_by_the_links_of_their_channel():
    """Outer statements come first, then inner ones; each part goes to its cue."""
    outer = {0: 1, 1: 3, 2: 5, 3: 6, 4: 6, 5: 6}
    inner = {3: 1, 4: 3, 5: 5}
    links = {(0, 0, 1): 3, (0, 2, 1): 3, (1, 3, 4): 3, (1, 5, 4): 3}
    parse = _read(
        "Ana said that Omar denied it", told={"outer": outer, "inner": inner}, links=links
    )
    assert [
        (_texts(parse, t.source), _texts(parse, t.cue), _texts(parse, t.content), t.is_inner)
        for t in parse.tagged
    ] == [
        (["Ana"], ["said"], ["that Omar denied it"], False),
        (["Omar"], ["denied"], ["it"], True),
    ]


def test_parts_stand_in_the_order_of_the_text():
    """A content around its cue has two spans, the first first."""
    told = {"outer": {0: 5, 1: 1, 2: 3, 3: 5}}
    links = {(0, 0, 2): 3, (0, 1, 2): 3, (0, 3, 2): 3}
    (tagged,) = _read("Rain Ana said falls", told=told, links=links).tagged
    assert tagged.content == ((0, 4), (14, 19))


def test_predicates_tell_event_and_quality():
    """A predicate has what the engine says of its word, how sure, and where its parties begin."""
    told = {"event": {1: 1}, "status": {1: 1}, "modality": {1: 1}, "polarity": {1: 1}}
    links = {(2, 1, 0): 9, (3, 1, 3): 9}
    parse = _read("Ana helps old Omar", told=told, links=links)
    helps = next(p for p in parse.predicates if p.start == 4)
    assert (helps.end, helps.event, helps.status, helps.modality, helps.polarity) == (9, "AID", "planned", "possible", "neg")  # fmt: skip
    assert (helps.actor, helps.recipient) == (0, 14)
    assert helps.sure == 1


def test_a_predicate_without_parties_has_none():
    """A word that points at itself names nobody."""
    (predicate,) = _read("Help", told={"event": {0: 1}}).predicates
    assert (predicate.actor, predicate.recipient) == (None, None)


def test_a_word_without_event_is_a_predicate_only_in_a_predicates_place():
    """Of words that report nothing, those are given that stand where a predicate stands."""
    parse = _read("Rain falls here")
    assert [(p.start, p.event) for p in parse.predicates] == [(0, "NONE")]
    assert _read("!", told={"upos": {0: 1}}).predicates == ()


def test_hedges_are_runs_of_words_in_one_sentence():
    """Neighbouring words that weaken are one hedge, but not across the end of a sentence."""
    told = {"starts": {3: 1}, "hedges": dict.fromkeys([1, 2, 3, 5], 1)}
    parse = _read("It may perhaps reportedly rain soon", told=told)
    assert _texts(parse, parse.hedges) == ["may perhaps", "reportedly", "soon"]


def test_antecedents_are_of_pronouns_and_nouns_that_stand_for_another():
    """Marks stand for nothing, nor does a word that points at itself."""
    links = {(4, 2, 0): 9, (4, 1, 0): 9}
    parse = _read("Ana , she left", told={"upos": {1: 1}}, links=links)
    assert parse.antecedents == ((6, 0),)


def test_words_of_known_offsets_are_taken_as_they_are():
    """Words and sentences that are given are kept, and the engine knows what stands between them."""
    text = "cannot go\n\nIt froze"
    offsets = [(0, 3), (3, 6), (7, 9), (11, 13), (14, 19)]
    engine = _Scripted(told={"starts": dict.fromkeys(range(5), 1)})
    parse = read_words(text, offsets, [True, False, False, True, False], engine)
    assert [(t.start, t.end) for t in _words(parse)] == offsets
    assert [t.text for t in _words(parse)] == ["can", "not", "go", "It", "froze"]
    assert _sentences(parse) == ["cannot go", "It froze"]
    assert engine.asked[1] == [NEW_LINE, 0, 1, NEW_LINE, 1]
    assert engine.asked[2] == [True, False, False, True, False]
    assert read_words(text, [], [], engine).sentences == ()


def test_given_words_and_our_own_are_read_alike():
    """If the words that are given are those we split, the parse is the same."""
    text = "The governor denied on Tuesday that the ferry had sunk, the Marsh Gazette said."
    own = read(text)
    offsets = [(t.start, t.end) for t in _words(own)]
    given_ones = read_words(text, offsets, [True] + [False] * (len(offsets) - 1), load_engine())
    assert given_ones == own


def test_all_that_is_found_stands_at_the_edges_of_words():
    """Names, parts of statements, predicates, hedges, parties and antecedents begin and end with a word."""
    parse = read(_TEXT)
    starts, ends = {t.start for t in _words(parse)}, {t.end for t in _words(parse)}
    spans = [(n.start, n.end) for n in parse.names] + [
        (p.start, p.end) for p in parse.predicates
    ]
    spans += [
        span for t in parse.tagged for part in (t.source, t.cue, t.content) for span in part
    ]
    spans += parse.hedges
    assert parse.names and parse.tagged and parse.predicates  # noqa: PT018 - none is missing
    assert all(a in starts and b in ends and a < b for a, b in spans)
    assert {word for pair in parse.antecedents for word in pair} <= starts
    parties = {party for p in parse.predicates for party in (p.actor, p.recipient)} - {None}
    assert parties
    assert parties <= starts


def test_a_long_text_is_one_parse():
    """Windows leave no seam: sentences follow one another, and each paragraph's begin where it does."""
    text = "\n".join(f"It rained for {n} days. “We wait,” she said." for n in range(60))
    parse = read(text)
    assert "".join(t.text for t in _words(parse)) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(parse.sentences))
    begins = {s.start for s in parse.sentences}
    assert {s.paragraph for s in parse.sentences} <= begins
    assert len({s.paragraph for s in parse.sentences}) == 60


@pytest.mark.parametrize(
    ("word", "rule", "lemma"),
    [
        ("Ships", ("s", "", "lower"), "ship"),
        ("Reuters", ("", "", "same"), "Reuters"),
        ("SHELLED", ("ed", "", "lower"), "shell"),
        ("was", ("was", "be", "lower"), "be"),
        ("cities", ("ies", "y", "lower"), "city"),
        ("Ukrainians", ("s", "", "same"), "Ukrainian"),
        ("me", ("me", "I", "same"), "I"),
        ("Fish", ("es", "", "lower"), "fish"),
        ("Fish", ("es", "", "same"), "fish"),
        ("ING", ("ing", "", "lower"), "ing"),
        ("s", ("s", "", "same"), "s"),
    ],
)
def test_a_rule_makes_the_lemma_of_a_word(word, rule, lemma):
    """The end is cut and another added; a word that ends otherwise, or would be cut away, stays in lower case."""
    assert lemma_of(word, *rule) == lemma


@settings(deadline=None)
@given(st.text(min_size=1, max_size=8), st.sampled_from(load_engine().card["lemma_rules"]))
def test_every_word_has_a_lemma(word, rule):
    """No rule of the model leaves nothing of a word."""
    assert lemma_of(word, *rule)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("the boat sank. Kofi swam", True),
        ("the boat sank . Kofi swam", True),
        ("the boat sank. then it rose", None),
        ("the boat sank! Kofi swam", None),
        ("the boat is in. Kofi swam", None),
        ("the boat of Ama. Kofi swam", None),
        ("the boat of 1990. Kofi swam", None),
    ],
)
def test_a_plain_full_stop_is_not_left_to_the_engine(text, ends):
    """A word in lower case of three letters, a stop, a blank and a capital part two sentences."""
    engine = _Scripted()
    read_blocks(text, [(0, len(text), False)], engine)
    breaks = dict(zip(engine.asked[0], engine.asked[2], strict=True))
    assert breaks["then" if "then" in breaks else "Kofi"] is ends


def test_no_full_stop_parts_a_headline():
    """A headline is one sentence."""
    engine = _Scripted()
    text = "the boat sank. Kofi swam"
    read_blocks(text, [(0, len(text), True)], engine)
    assert engine.asked[2] == [True, False, False, False, False, False]
