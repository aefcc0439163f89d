"""A claim that is an order or a view, as a line."""

from dataclasses import replace

import pytest

import headwater
from headwater.model import QuoteKind


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "The minister urged ships not to enter the strait.",
            "The minister urged ships not to enter the strait",
        ),
        (
            "Talvin ordered its captains never to sail.",
            "Talvin ordered its captains never to sail",
        ),
        (
            "He called the account of the pilots “a tale for the fish market”.",
            "He called the account of the pilots “a tale for the fish market”",
        ),
        (
            "Talvin sees the harbour guard as its most direct threat.",
            "Talvin sees the harbour guard as its most direct threat",
        ),
        ("The mayor asked to see the ledgers.", "The mayor asked to see the ledgers"),
        (
            "The harbour guard said it would answer any attack on the piers.",
            "The harbour guard said it would answer any attack on the piers",
        ),
        (
            "It had turned back nine ships since Sunday, the harbour guard said.",
            "the harbour guard said it had turned back nine ships since Sunday",
        ),
        (
            "The guard told the Quay Post that it had turned back nine ships since Sunday.",
            "The guard told the Quay Post that it had turned back nine ships since Sunday",
        ),
        (
            "The union accused the mayor of hiding the ledgers.",
            "The union accused the mayor of hiding the ledgers",
        ),
        (
            "The union has accused him of hiding the ledgers of the harbour company from its owners.",
            "The union has accused him of hiding the ledgers of the harbour company from its owners",
        ),
        (
            "Prosecutors charged two clerks with burning the ledgers.",
            "Prosecutors charged two clerks with burning the ledgers",
        ),
    ],
)
def test_a_claim_is_told_with_the_words_it_cannot_do_without(tmp_path, sentence, line):
    """Whom an order is given to or a deed laid to, however little of a name he has; what somebody holds a thing to be."""
    page = tmp_path / "page.txt"
    page.write_text(
        f"Harbour news\n\nPort Talvin, 3 March 2031\n\n{sentence} Nobody was hurt, the police said.\n",
        "utf-8",
    )
    claims = headwater.read([page]).claims()
    assert line in [claim.text for claim in claims]


def test_whom_a_deed_is_laid_to_is_not_lost_before_its_cue(case_statement):
    """The words that name him stand before it all; a line of source and cue would lose them."""
    text = "The mayor, accused by the union of hiding the ledgers, left the city."
    told = case_statement(text, "the union", "accused", "of hiding the ledgers")
    assert told.told_in(text) == "of hiding the ledgers"


def test_an_aside_between_is_left_out(case_statement):
    """Behind a mark begins something else: the line is then made of source, cue and content alone."""
    text = "Talvin ordered, in a letter that she signed, to open the gates."
    told = case_statement(text, "Talvin", "ordered", "to open the gates")
    assert told.quote_kind is QuoteKind.INDIRECT
    assert told.told_in(text) == told.told == "Talvin ordered to open the gates"


@pytest.fixture
def case_statement():
    """Make a statement of the words given."""
    from dataclasses import replace  # noqa: PLC0415 - here only

    from small_pile import article, person, says  # noqa: PLC0415

    from headwater.model import Span  # noqa: PLC0415

    def make(text, *parts):
        (made,) = article("Quill Post", says(parts[-1], person(parts[0]))).statements
        spans = (Span.cut(text, text.index(p), text.index(p) + len(p)) for p in parts)
        source, cue, content = ((span,) for span in spans)
        return replace(made, source=source, cue=cue, content=content)

    return make


@pytest.mark.parametrize("cue", ["told", "according to"])
def test_who_speaks_of_himself_is_left_out_where_the_line_would_be_none(case_statement, cue):
    """ "The guard told it had turned back nine ships" is no sentence."""
    text = f"It had turned back nine ships, {cue} the guard."
    told = case_statement(text, "the guard", cue, "It had turned back nine ships")
    assert told.told_in(text) == "It had turned back nine ships"


def test_a_word_that_stands_for_a_speaker_tells_nobody(case_statement):
    """ "She said she had seen it" tells no more of who did than "she had seen it"."""
    text = "She said she had seen nine ships turn back on Sunday."
    told = case_statement(text, "She", "said", "she had seen nine ships turn back on Sunday")
    assert told.told_in(text) == "she had seen nine ships turn back on Sunday"


def test_whoever_says_i_is_not_retold(case_statement):
    """ "The pilot said I saw nine ships turn" mixes two voices."""
    text = "The pilot said I saw nine ships turn back on Sunday."
    told = case_statement(text, "The pilot", "said", "I saw nine ships turn back on Sunday")
    assert told.told_in(text) == "I saw nine ships turn back on Sunday"


def test_what_somebody_thinks_is_of_others(case_statement):
    """ "The port reckons that it has nine ships": who has them, the line would get wrong."""
    text = "The port reckons that it has nine ships in the outer harbour."
    said = case_statement(text, "The port", "reckons", "it has nine ships in the outer harbour")
    told = replace(said, cue_class="estimate")
    assert said.told_in(text).startswith("The port reckons that it")
    assert told.told_in(text) == "it has nine ships in the outer harbour"


def test_an_act_without_a_content_is_told_as_it_is(case_statement):
    """ "The union protested": there are no words beside which anything could stand."""
    text = "The union protested the closing of the harbour."
    told = case_statement(text, "The union", "protested", "the closing of the harbour")
    bare = replace(told, content=())
    assert bare.told_in(text) == bare.told
