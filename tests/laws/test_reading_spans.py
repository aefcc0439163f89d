"""What holds of every article that is read, whatever is written in it."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.language import read
from headwater.model import Article, ArticleKind, Basis, Credit, PageRun, Voice, Zone, ZoneKind
from headwater.reading import describe_unnamed, read_article

_QUICK = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
#: Words and marks of which news is made, so that random order makes half-sentences of every kind.
_PIECES = st.sampled_from(
    "said told that according to citing quoted as saying by added Reuters Kyodo the The newspaper sources They He it Kofi Asante Kenya officials minister "
    'informed two ferry sank was will not may if warned message from demanded attacked attack soldiers in Basra the talks with by held rebels on Friday must and , . : ; “ ” " ‘ ’ « ( ) — - ? ! … ’s n’t 40 1,500 U.S. and but who which ,” .” “We'.split()
)
_NEWS = st.lists(_PIECES, max_size=60).map(" ".join)
_DEBRIS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="“”\"‘’«»„' .\nAb", max_size=60),
    st.text(st.characters(categories=["Cc", "Cf", "Mn", "So", "Lo"]), max_size=40),
    st.sampled_from(
        [
            "قال متحدث إن المحادثات ستستأنف.",
            "Представитель заявил, что переговоры начнутся.",
            "👩‍🚒 said “🔥” 🇰🇪.",
            "\u202eсказал\u0000 said it.",
        ]
    ),
)
_LINES = st.lists(st.one_of(_NEWS, _DEBRIS), min_size=1, max_size=5)
_KINDS = st.sampled_from([ZoneKind.BODY, ZoneKind.BODY, ZoneKind.CAPTION, ZoneKind.DISCLAIMER])
_CREDITS = st.sampled_from(
    [
        (),
        (Credit(name="Reuters", words="(Reuters)"),),
        (Credit(name="Kyodo", words="TOKYO (Kyodo) -"),),
    ]
)


def _article(
    lines, kinds=(), *, titled=False, credited=(), outlet="outlet/marsh-gazette", shift=None
):
    zones, text = [], ""
    for number, line in enumerate(lines):
        text += "\n" if number else ""
        kind = (
            ZoneKind.TITLE
            if titled and not number
            else (kinds[number] if number < len(kinds) else ZoneKind.BODY)
        )
        zones.append(Zone(start=len(text), end=len(text) + len(line), kind=kind))
        text += line
    return Article(
        id="article", page_id="page", kind=ArticleKind.ARTICLE, title=lines[0] if titled else None, outlet=outlet,
        outlet_name="Marsh Gazette" if outlet else None, outlet_evidence="given" if outlet else None, byline=None, dateline=None,
        credits=credited, published_from=None, published_to=None, date_evidence=None, text=text, zones=tuple(zones),
        page_spans=None if shift is None else (PageRun(0, shift, len(text)),), anchors=(), language=None, incomplete=False,
    )  # fmt: skip


@st.composite
def _articles(draw):
    lines = draw(_LINES)
    return _article(
        lines, draw(st.lists(_KINDS, min_size=len(lines), max_size=len(lines))), titled=draw(st.booleans()), credited=draw(_CREDITS),
        outlet=draw(st.sampled_from(["outlet/marsh-gazette", "agency/reuters", None])), shift=draw(st.sampled_from([None, 7])),
    )  # fmt: skip


def _spans(findings):
    """Every place that any finding points at, with the words it says stand there."""
    for s in findings.statements:
        yield from (
            (span.start, span.end, span.text)
            for span in (*s.source, *s.cue, *s.content, *([s.carrier] if s.carrier else []))
        )
        yield from (
            (link.start, link.end, link.text) for link in s.chain if link.start is not None
        )
        yield from ((h.start, h.end, h.text) for h in s.hedges)
    yield from ((m.start, m.end, m.text) for m in findings.mentions)
    yield from ((q.start, q.end, q.text) for q in findings.quantities)
    yield from ((p.start, p.end, p.text) for p in findings.places)
    for e in findings.events:
        yield e.start, e.end, e.text
        taking_part = (*e.actor_words, *e.recipient_words, *([e.when] if e.when else []))
        yield from ((span.start, span.end, span.text) for span in taking_part)
    for c in findings.commitments:
        yield from (
            (span.start, span.end, span.text) for span in (c.trigger, c.consequence) if span
        )
    yield from ((r.start, r.end, None) for r in findings.relations)


def _assert_chain(statement, article):
    chain = statement.chain
    assert [link.position for link in chain] == list(range(len(chain)))
    assert statement.depth == len(chain) - 1
    assert (chain[0].actor_id, chain[0].basis) == (article.outlet, Basis.PAGE)
    assert all(link.basis is not Basis.PAGE for link in chain[1:])


@_QUICK
@given(_articles())
def test_every_span_gives_back_its_words(article):
    """Whatever the text, reading it ends well, and all it points at stands where it says."""
    for start, end, words in _spans(read_article(article)):
        assert 0 <= start < end <= len(article.text)
        assert words is None or article.text[start:end] == words


@_QUICK
@given(_articles())
def test_every_chain_begins_with_the_page(article):
    """A chain runs from the page's outlet to the speaker, without gaps, and its depth is its steps."""
    for statement in read_article(article).statements:
        _assert_chain(statement, article)


@_QUICK
@given(_articles())
def test_links_point_at_the_page_where_the_article_does(article):
    """On a text page a link has a place on the page exactly where it has one in the article."""
    shift = article.page_spans[0].page_start if article.page_spans else None
    for link in (link for s in read_article(article).statements for link in s.chain):
        placed = shift is not None and link.start is not None
        assert link.page_start == (link.start + shift if placed else None)
        assert link.page_end == (link.end + shift if placed else None)


@_QUICK
@given(_articles())
def test_reading_twice_gives_the_same(article):
    """Nothing but the article decides what is found in it."""
    assert read_article(article) == read_article(article)


@_QUICK
@given(_articles())
def test_only_attributed_statements_have_a_source(article):
    """The outlet's own words and headlines name nobody; every statement says which rule found it."""
    for statement in read_article(article).statements:
        assert statement.reasons
        assert statement.content or statement.cue
        if statement.voice in {Voice.OUTLET, Voice.HEADLINE}:
            assert (statement.source, statement.cue, statement.carrier) == ((), (), None)


@_QUICK
@given(_articles())
def test_every_sentence_of_title_and_body_is_in_a_statement(article):
    """No sentence that holds a word is lost, and nothing is read from captions and disclaimers."""
    found = read_article(article).statements
    places = [(span.start, span.end) for s in found for span in (*s.content, *s.cue, *s.source)]
    for sentence in read(article).sentences:
        if any(token.is_word for token in sentence.tokens):
            assert any(a < sentence.end and sentence.start < b for a, b in places)
    shut = [z for z in article.zones if z.kind in {ZoneKind.CAPTION, ZoneKind.DISCLAIMER}]
    assert not any(a < z.end and z.start < b for z in shut for a, b in places)


@_QUICK
@given(_articles())
def test_nested_statements_hang_on_one_of_the_same_article(article):
    """What a statement is nested in is there, and is not itself."""
    found = read_article(article).statements
    ids = {s.id for s in found}
    assert all(
        s.nested_in is None or (s.nested_in in ids and s.nested_in != s.id) for s in found
    )


@_QUICK
@given(_articles())
def test_no_two_findings_share_an_id(article):
    """An id is the digest of what is found and where: a table can be keyed by it."""
    findings = read_article(article)
    for rows in (
        findings.statements,
        findings.mentions,
        findings.quantities,
        findings.commitments,
        findings.places,
        findings.events,
    ):
        ids = [row.id for row in rows]
        assert len(set(ids)) == len(ids)


@_QUICK
@given(_articles())
def test_every_event_leads_to_what_is_there(article):
    """Its participants are mentioned, its statement is one of the article's, its first mention comes before it."""
    found = read_article(article)
    known = {m.actor_id for m in found.mentions}
    known |= {link.actor_id for s in found.statements for link in s.chain}
    carried = {s.id for s in found.statements}
    for number, event in enumerate(found.events):
        assert {*event.actors, *event.recipients} <= known
        assert event.statement_id in {None, *carried}
        assert event.same_as in {None, *(e.id for e in found.events[:number])}
        assert event.actor_words or event.recipient_words


@_QUICK
@given(_articles())
def test_events_are_the_same_every_time(article):
    """Reading an article twice gives the same events, in the same order."""
    assert read_article(article).events == read_article(article).events


@_QUICK
@given(_LINES)
def test_sentences_tile_their_paragraphs(lines):
    """Sentences stand in order, share no letter and stay inside their paragraph."""
    article = _article(lines)
    sentences = read(article).sentences
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    for sentence in sentences:
        assert sentence.paragraph <= sentence.start
        assert "\n" not in article.text[sentence.paragraph : sentence.end]


@pytest.mark.parametrize(
    "text",
    ["“" * 10_000, '"' * 10_000, "‘ " * 10_000, "“a” " * 5_000, '"no end ' + "it rained. " * 500, "(" * 5_000, "A" * 50_000, "\u0301" * 5_000, ", " * 5_000],
    ids=["open curly", "straight", "single", "short quotations", "never closed", "brackets", "one word", "accents", "commas"],
)  # fmt: skip
def test_debris_is_read_to_its_end(text):
    """Ten thousand quotation marks, brackets or commas are read like anything else."""
    for start, end, words in _spans(read_article(_article([text]))):
        assert words is None or text[start:end] == words


_ABOUT_SOURCES = st.lists(
    st.sampled_from(
        "a one two 3 several at least up to more than of the informed well - senior Iraqi sources source official they close to familiar with briefed on "
        "knowledge in ministry , who asked not to be named because on condition of anonymity authorised to speak said told . “ ” ’s \n".split(
            " "
        )
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(_ABOUT_SOURCES, _NEWS, _DEBRIS), data=st.data())
def test_whatever_is_taken_for_a_source_is_described_in_the_texts_own_words(text, data):
    """Every span gives back its words, and the phrase is the one asked for, blanks at its edges left out."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if not text[start:end].strip():
        with pytest.raises(ValueError, match="empty"):
            describe_unnamed(text, start, end)
        return
    found = describe_unnamed(text, start, end)
    near = (found.nearness.tie, found.nearness.to) if found.nearness else ()
    told = (found.number.span, found.role, *near, *found.allegiance, *found.hidden_by)
    for span in (found.phrase, *told, found.asked, found.reason):
        assert span is None or text[span.start : span.end] == span.text
    assert found.phrase.text == text[start:end].strip()
    assert found == describe_unnamed(text, start, end)
