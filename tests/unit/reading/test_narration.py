"""What an outlet tells behind what it quotes. The texts are our own, invented."""

import pytest
from small_article import said_in, texts

from headwater.language import split_text
from headwater.reading.attributions import Attribution
from headwater.reading.narration import without_narration
from headwater.reading.units import find_units


def _kept(quoted, teller, behind):
    """Give what stays told of a quotation and of all that stands behind its teller."""
    (unit,) = find_units(split_text(f"{quoted} {teller}, {behind}"))
    words = [token.text for token in unit.tokens]
    cue, rest = words.index("said"), len(split_text(f"{quoted} {teller},").sentences[0].tokens)
    whole = Attribution(
        source=None, cue=((cue, cue + 1),), cue_class="neutral", cue_lemma="say",
        content=((1, words.index("”")), (rest, len(words) - 1)), shape="interrupting",
    )  # fmt: skip
    (found,) = without_narration(unit, whole)
    return [" ".join(words[first:last]) for first, last in found.content]


def test_the_outlet_goes_on_behind_a_quotation():
    """What follows the teller without marks is no part of what is quoted."""
    (said,) = said_in("“You won?” she asked, but Kevin had gone.")
    assert texts(said.content) == ["You won"]


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("a fellow of the guild, a body whose power is small.", ["We must move ,"]),
        ("“if the ice melts.”", ["We must move ,", "“ if the ice melts ."]),
    ],
)
def test_an_apposition_of_the_teller_is_not_quoted(behind, kept):
    """ "…,” said NAME, a fellow of …" describes her; "…,” said NAME, “…”" goes on."""
    assert _kept("“We must move,”", "said Ada Brun", behind)[: len(kept)] == kept
    assert len(_kept("“We must move,”", "said Ada Brun", behind)) == len(kept)


def test_who_speaks_there_speaks_beside_it():
    """Whoever says something behind the quotation has it not from its speaker."""
    asked, said = said_in(
        "“You won?” Ada Brun said, but Pavel had gone and the miller said the hall was shut."
    )
    assert asked.chain[-1].name == "Ada Brun"
    assert [link.name for link in said.chain[1:]] == ["miller"]
    assert said.nested_in != asked.id
