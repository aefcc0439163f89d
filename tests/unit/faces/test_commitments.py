from dataclasses import replace

import pytest
import small_case
from click.testing import CliRunner

from headwater.case import Case
from headwater.faces.cli.commitments import due_words
from headwater.faces.cli.main import headwater
from headwater.model import Hedge, Span, TriggerRole
from headwater.settings import Settings


@pytest.fixture
def told(tmp_path):
    """Print the commitments of a case whose agency tells one with this trigger."""

    def run(trigger, role, *, same=False):
        path = tmp_path / "pile.hw"
        pages = list(small_case.pile())
        (found,) = pages[0].articles
        text = found.article.text
        hedges = (Hedge(start=0, end=1, text="may", kind="hedge_epistemic"), Hedge(start=2, end=3, text="will", kind="future"))  # fmt: skip
        (one,) = found.commitments
        one = replace(one, trigger=Span(start=0, end=len(trigger), text=trigger), trigger_role=role, hedges=hedges)  # fmt: skip
        assert text
        pages[0] = replace(pages[0], articles=(replace(found, commitments=(one,)),))
        (other,) = pages[1].articles[0].commitments
        links = ((one.id, one.id), (other.id, one.id)) if same else ()
        with Case.create(path) as case:
            for page in pages:
                case.add(page)
            case.replace_links(replace(small_case.links(), same_commitments=links))
            case.seal(settings=Settings(), made_by={})
        result = CliRunner().invoke(headwater, ["commitments", str(path)])
        assert result.exit_code == 0, result.output
        return result.output

    return run


def test_an_entry_says_kind_strength_issuer_sense_and_chain(told):
    """What an analyst asks first stands in the first lines, with the chain that leads there."""
    output = told("if they land", TriggerRole.SUFFICIENT)
    assert "warning · stated · nobody named · 1 article" in output
    assert "  if they land → " in output
    assert "aimed at: b" in output
    assert "serves: a" in output
    assert "Velden ← harbour master" in output


def test_a_bare_event_is_led_in(told):
    """ "Any attack" says by itself not what it is to the consequence; "if they land" does."""
    assert "[waiting for] orders from the court → " in told("orders from the court", TriggerRole.NECESSARY)  # fmt: skip


def test_a_word_of_the_future_is_no_hedge(told):
    """ "Will" is in every commitment; "may" weakens one."""
    assert "hedged: may\n" in told("if they land", TriggerRole.SUFFICIENT)


def test_all_wordings_stand_under_one_entry(told):
    """Told by two outlets, it is one entry of two articles."""
    output = told("if they land", TriggerRole.SUFFICIENT, same=True)
    assert output.count("warning ·") == 1
    assert "2 articles" in output
    assert "Courier ←" in output


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ("by Friday (2031-05-02/2031-05-09)", "by Friday (2031-05-09)"),
        ("by Friday (../2031-05-09)", "by Friday (2031-05-09)"),
        ("on Friday (2031-05-09)", "on Friday (2031-05-09)"),
        ("by Friday (XXXX-W19-5)", "by Friday (XXXX-W19-5)"),
        ("when the ice breaks", "when the ice breaks"),
    ],
)
def test_a_deadline_is_told_by_its_last_day(deadline, words):
    """The first day says only when it was set, and "../" nothing at all."""
    assert due_words(deadline) == words
