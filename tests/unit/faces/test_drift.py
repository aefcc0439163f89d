"""How the two sides of a contradiction are printed."""

import pytest
from click.testing import CliRunner

from headwater.case import Case, Dispute
from headwater.case.sides import ToldPassage
from headwater.faces.cli.main import headwater


def told(article, start, end, key):
    return ToldPassage(
        statement_id=key,
        article_id=article,
        outlet_name=article,
        published_from=None,
        published_to=None,
        start=start,
        end=end,
        text=f"words {start}-{end} of {article}",
    )


@pytest.mark.parametrize("order", [1, -1])
def test_words_within_other_words_of_an_article_are_told_once(case_file, monkeypatch, order):
    """A statement and the one nested in it are one telling; the same words of another article are not."""
    says = (told("Post", 0, 90, "a"), told("Post", 20, 60, "b"), told("Wire", 20, 60, "c"))
    twice = (told("Gazette", 0, 9, "d"), told("Gazette", 0, 9, "e"))
    dispute = Dispute(
        id="x", kind="denial", claim_id=None, claim=None, why="denied",
        says=says[::order], against=twice[::order],
    )  # fmt: skip
    monkeypatch.setattr(Case, "disputes", lambda *_: (dispute,))
    monkeypatch.setattr(Case, "side_by_side", lambda *_, **__: ())
    printed = " ".join(CliRunner().invoke(headwater, ["drift", str(case_file)]).stdout.split())
    counts = [printed.count(words) for words in ("Post: words 0-90", "20-60", "Gazette: words")]
    assert counts == [1, 1, 1]
