from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from headwater.language import read
from headwater.model import Article, ArticleKind, Zone, ZoneKind


def _article(*zones):
    text, placed = "", []
    for kind, words in zones:
        text += "\n" if text else ""
        placed.append(Zone(start=len(text), end=len(text) + len(words), kind=kind))
        text += words
    return Article(
        id="article", page_id="page", kind=ArticleKind.ARTICLE, title=None, outlet=None, outlet_name=None,
        outlet_evidence=None, byline=None, dateline=None, credits=(), published_from=None, published_to=None,
        date_evidence=None, text=text, zones=tuple(placed), page_spans=None, anchors=(), language=None, incomplete=False,
    )  # fmt: skip


def _sentences(parse):
    return [parse.text[s.start : s.end] for s in parse.sentences]


def test_title_and_body_are_read_and_nothing_else():
    """Captions and disclaimers hold no statement of the article."""
    parse = read(
        _article(
            (ZoneKind.TITLE, "Kiln cold"),
            (ZoneKind.CAPTION, "A kiln."),
            (ZoneKind.BODY, "It rained."),
            (ZoneKind.DISCLAIMER, "No advice."),
        )
    )
    assert _sentences(parse) == ["Kiln cold", "It rained."]
    assert [s.is_title for s in parse.sentences] == [True, False]


def test_a_title_is_one_sentence():
    """A headline is read at one go, whatever stops are in it."""
    assert _sentences(read(_article((ZoneKind.TITLE, "Cold. Very cold. Kiln closes")))) == [
        "Cold. Very cold. Kiln closes"
    ]


def test_no_sentence_runs_from_one_paragraph_into_the_next():
    """Zones and lines are split by themselves, and each sentence knows its paragraph."""
    article = _article(
        (ZoneKind.BODY, "It rained\nIt snowed. It froze"), (ZoneKind.BODY, "it thawed.")
    )
    parse = read(article)
    assert _sentences(parse) == ["It rained", "It snowed.", "It froze", "it thawed."]
    assert [s.paragraph for s in parse.sentences] == [0, 10, 10, 30]


def test_a_title_is_a_sentence_without_its_outer_white_space():
    """A title is one sentence, whatever blanks and full stops stand in it."""
    parse = read(_article((ZoneKind.TITLE, " . It rained "), (ZoneKind.BODY, "It froze.")))
    assert _sentences(parse) == [". It rained", "It froze."]


def test_a_bare_text_is_a_body_with_a_paragraph_a_line():
    """Without an article, every line is a paragraph of body."""
    parse = read("It rained. It froze.\n\nIt thawed.")
    assert [(s.paragraph, s.is_title) for s in parse.sentences] == [
        (0, False),
        (0, False),
        (22, False),
    ]


def test_words_come_back_as_one_line():
    """White space of any kind between words is one space."""
    assert read("It  rained\n\tand froze.").words(0, 15) == "It rained and"


@given(st.lists(st.text(max_size=60), max_size=5))
def test_sentences_keep_their_place(lines):
    """Whatever the text, sentences stand in order inside their line, and tokens inside their sentence."""
    text = "\n".join(lines)
    parse = read(text)
    assert all(a.end <= b.start for a, b in pairwise(parse.sentences))
    assert all("\n" not in text[s.paragraph : s.end] for s in parse.sentences)
    assert all(s.paragraph <= s.start < s.end for s in parse.sentences)
    assert all(s.start <= t.start < t.end <= s.end for s in parse.sentences for t in s.tokens)
    read_words = "".join(text[s.start : s.end] for s in parse.sentences)
    assert "".join(read_words.split()) == "".join(text.split())
