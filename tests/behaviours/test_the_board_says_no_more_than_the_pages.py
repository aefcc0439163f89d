"""The warning board says what the pages say, counts who says it, and shows silence as silence."""

from datetime import date

from headwater.case import IndicatorState

PAGES = (
    {
        "outlet": "Nightwater Wire",
        "published": "2031-05-03",
        "title": "Two captains of the Lorn militia leave for the frontier",
        "text": """LORN (Nightwater Wire) — Two commanders of the Lorn militia have travelled to the frontier with forty fighters, three officials of the militia told Nightwater Wire.

“We are waiting for orders from Ostmark,” one of the officials said. “If the Ostmark navy lands at Quaymouth, we will attack its depots.”

The bases of the coalition have been attacked more than 90 times since January, a spokesman said.""",
    },
    {
        "outlet": "Quill Post",
        "published": "2031-05-04",
        "title": "Militia captains at the frontier, Nightwater Wire reports",
        "text": "Two commanders of the Lorn militia have gone to the frontier, Nightwater Wire reported, citing officials of the militia.",
    },
    {
        "outlet": "Marsh Gazette",
        "published": "2031-05-20",
        "title": "Coalition raises threat level",
        "text": """The coalition has raised the threat level for its bases in Lorn, Major Edda Koss said on Tuesday.

Ostmark will impose sanctions on the coalition if the ships stay, Minister Ulf Renn said.""",
    },
)


def lines(case, **asked):
    return {line.indicator_id: line for line in case.board(**asked).lines}


def test_an_echo_does_not_corroborate(case):
    """Two pages tell that captains went to the frontier; both have it from the same officials."""
    line = lines(case, at=date(2031, 5, 4))["leaders-to-border"]
    assert line.state is IndicatorState.SINGLE_ORIGIN
    assert {e.outlet_name for h in line.happenings for e in h.evidence} == {"Nightwater Wire", "Quill Post"}  # fmt: skip


def test_a_threat_and_a_tally_are_no_attacks(case):
    """Neither what will be done if, nor what was counted, is an attack of today."""
    now = lines(case, at=date(2031, 5, 4))
    for quiet in ("attack-claimed", "drone-attack", "cross-border-shelling", "sanctions"):
        assert now[quiet].state is IndicatorState.QUIET
    assert lines(case)["sanctions"].state is IndicatorState.QUIET


def test_what_was_lit_lapses_and_its_age_is_told(case):
    """Seventeen days later the threat level is new, and the orders awaited are old."""
    now = lines(case)
    assert (now["threat-level"].state, now["threat-level"].age_days) == (IndicatorState.SINGLE_ORIGIN, 0)  # fmt: skip
    orders = now["orders-awaited"]
    assert (orders.state, orders.age_days) == (IndicatorState.LAPSED, 17)
    assert orders.silence == "no page tells of it since 2031-05-03; last page of the pile: 2031-05-20"  # fmt: skip


def test_every_passage_is_on_its_page_word_for_word(case):
    """Each piece of evidence gives back its words, and names the statement that carries them."""
    texts = {article.id: article.text for article in case.articles()}
    known = {statement.id for statement in case.statements()}
    for line in case.board().lines:
        for evidence in (e for h in line.happenings for e in h.evidence):
            passage = texts[evidence.article_id][evidence.start : evidence.end]
            assert " ".join(passage.split()) == evidence.text
            assert all(word in passage for word in evidence.words)
            assert evidence.statement_id is None or evidence.statement_id in known
