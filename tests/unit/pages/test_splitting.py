import msgspec
import numpy as np

from headwater.pages.gaps import GAP_FEATURES
from headwater.pages.lines import Line
from headwater.pages.splitting import split_articles
from headwater.pages.trees import Trees, TreeTable, read_trees

FERRY = "The crews of the ferry stayed on shore on Monday while bakers on the islands rationed flour, delegates of the ferry union and the bakers said in the harbour."
COURT = "A court in Haldor acquitted two surveyors charged with moving a boundary stone by eleven metres, and the judge said nobody knew where the stone had stood before."


def always(worth: float) -> Trees:
    """Make a model that gives every gap the same log odds."""
    table = TreeTable(
        columns=list(GAP_FEATURES),
        base=worth,
        roots=[0],
        feature=[-1],
        value=[0.0],
        left=[0],
        right=[0],
    )
    return read_trees(msgspec.json.encode(table), GAP_FEATURES)


def parts_of(
    texts: tuple[str, ...], body: tuple[int, ...], worth: float
) -> list[tuple[int, ...]]:
    lines = [Line(text=text) for text in texts]
    return list(split_articles(lines, body, always(worth)))


def test_a_headline_printed_twice_begins_an_article_against_any_odds() -> None:
    """A site repeats only its own headlines: two copies over new words are a new article."""
    head = "Court clears surveyors of moving boundary stone"
    assert parts_of((FERRY, head, "TT", head, COURT), (0, 4), -50.0) == [(0,), (4,)]


def test_a_button_printed_twice_begins_nothing() -> None:
    """Copies of a line whose words are not the next paragraph's part nothing."""
    button = "Sign up here for our weekly letter"
    assert parts_of((FERRY, button, "TT", button, COURT), (0, 4), -50.0) == [(0, 4)]


def test_odds_below_even_leave_a_page_whole() -> None:
    """Paragraphs stay together unless more speaks for a new article than against it."""
    texts = (FERRY, COURT, FERRY)
    assert parts_of(texts, (0, 1, 2), -0.1) == [(0, 1, 2)]
    assert parts_of(texts, (0, 1, 2), 0.1) == [(0,), (1,), (2,)]


def test_nothing_is_lost_in_splitting() -> None:
    """Every paragraph is in exactly one article, in order; no paragraphs, no article of any."""
    parts = parts_of((FERRY, COURT, FERRY), (0, 1, 2), 1.0)
    assert np.concatenate(parts).tolist() == [0, 1, 2]
    assert parts_of((), (), 1.0) == [()]
