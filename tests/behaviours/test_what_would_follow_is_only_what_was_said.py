"""Promise: what would follow from a supposition is what somebody said would follow, and nothing by inference."""

import pytest
from click.testing import CliRunner

from headwater.errors import UnclearQuestion
from headwater.faces.cli.main import headwater as commands

PAGES = (
    {"url": "https://lune.example/1", "outlet": "Lune Wire", "published": "2031-05-04", "title": "Militia warns Orsk",
     "text": "Ilse Varga, commander of the Red Reeds, spoke in Tavel on Sunday.\n\n“If the Orsk navy enters Tavel Bay, the Red Reeds may attack the Orsk bases in Merrow,” Varga said."},
    {"url": "https://marl.example/1", "outlet": "Marl Post", "published": "2031-05-05", "title": "Orsk answers",
     "text": "“If the Red Reeds attack our bases in Merrow, Orsk will bomb the port of Tavel,” Orsk defence minister Pelle Dorn said.\n\nThe Red Reeds will not act without orders from Nordia, two officials said."},
    {"url": "https://tarn.example/1", "outlet": "Tarn Herald", "published": "2031-05-06", "title": "Talks",
     "text": "The pause would hold as long as the talks in Lisk lasted, mediator Anna Kroll said.\n\nOrsk will keep the Sound of Merrow closed until Nordia pays its debts, Dorn said.\n\nIf Orsk bombs the port of Tavel, the Orsk navy will enter Tavel Bay on the same day, analyst Mara Lund said."},
)  # fmt: skip


def fired(found):
    return [(s.depth, s.commitment.trigger) for s in found.steps]


def test_it_says_first_how_it_was_read(case):
    """Act, who and whom, and which of them the case knows."""
    read = case.suppose("the Orsk navy enters Tavel Bay").understood
    assert (read.verb, read.actors, read.negative) == ("enters", ("the Orsk navy",), False)
    assert "Orsk" in {name for _, _, name in read.known} | set(read.unknown) | {"Orsk"}


def test_a_trigger_that_is_supposed_fires_and_is_told_in_its_words(case):
    """With its strength, its hedge, whose words they are, and where they stand."""
    (step,) = case.suppose("the Orsk navy enters Tavel Bay").steps
    one = step.commitment
    assert one.trigger == "If the Orsk navy enters Tavel Bay"
    assert one.consequence == "the Red Reeds may attack the Orsk bases in Merrow"
    assert (one.strength, [h.text for h in one.hedges]) == ("possible", ["may"])
    assert (one.issuer, one.ours.outlet_name, one.ours.published_from) == (
        "Ilse Varga",
        "Lune Wire",
        "2031-05-04",
    )
    (claim,) = [c for c in case.claims() if one.ours.statement_id in c.statement_ids]
    assert one.independent == claim.independent


def test_what_one_says_would_follow_is_supposed_in_its_turn(case):
    """Only as far as asked, and each step names what it follows from."""
    text = "the Orsk navy enters Tavel Bay"
    assert len(case.suppose(text, depth=1).steps) == 1
    found = case.suppose(text, depth=2)
    assert fired(found) == [
        (1, "If the Orsk navy enters Tavel Bay"),
        (2, "If the Red Reeds attack our bases in Merrow"),
    ]
    first, second = found.steps
    assert (second.after, second.given) == (
        first.commitment.commitment_id,
        "the Red Reeds may attack the Orsk bases in Merrow",
    )


def test_a_chain_that_comes_round_again_ends(case):
    """Each commitment fires once, however deep one asks."""
    found = case.suppose("the Orsk navy enters Tavel Bay", depth=9)
    assert [trigger for _, trigger in fired(found)] == [
        "If the Orsk navy enters Tavel Bay",
        "If the Red Reeds attack our bases in Merrow",
        "If Orsk bombs the port of Tavel",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tavel attacks the Orsk navy",
        "the Orsk navy leaves Tavel Bay",
        "the Orsk navy does not enter Tavel Bay",
        "the Nordia navy enters Tavel Bay",
        "the Orsk navy enters Lisk Bay",
    ],
)
def test_nothing_fires_where_another_act_is_supposed(case, text):
    """Turned round, undone, denied, by another, elsewhere: none of it is what the trigger asks for."""
    assert fired(case.suppose(text)) == []


def test_orders_stand_in_between_and_do_not_fire(case):
    """Whoever waits for orders is told with the words; that orders come releases, and sets nothing off."""
    (step,) = case.suppose("the Orsk navy enters Tavel Bay").steps
    assert [one.trigger for one in step.waits_for] == ["without orders from Nordia"]
    found = case.suppose("Nordia gives orders")
    assert found.steps == ()
    assert [one.trigger for one in found.released] == ["without orders from Nordia"]


def test_the_end_of_what_holds_a_promise_up_fires_nothing(case):
    """It is told that the promise held only until then."""
    found = case.suppose("the talks in Lisk are suspended")
    assert found.steps == ()
    assert [one.trigger for one in found.ended] == ["as long as the talks in Lisk lasted"]


def test_words_without_an_act_are_refused_with_a_remedy(case):
    """Nothing is guessed."""
    with pytest.raises(UnclearQuestion, match="no act is understood") as refused:
        case.suppose("hm")
    assert "who does what to whom" in refused.value.remedy


def test_every_passage_stands_in_its_article_word_for_word(case):
    """Commitments and ties alike."""
    texts = {a.id: a.text for a in case.articles()}
    found = case.suppose("the Orsk navy enters Tavel Bay", depth=2)
    passages = [o.passage for s in found.steps for o in s.orders]
    passages += [c.ours for s in found.steps for c in (s.commitment, *s.waits_for)]
    assert passages
    assert all(p.text == texts[p.article_id][p.start : p.end] for p in passages)


def test_the_command_says_that_nothing_is_inferred(file):
    """Reading, steps, words and what is not claimed, for a person."""
    result = CliRunner().invoke(
        commands, ["suppose", str(file), "the Orsk navy enters Tavel Bay", "--depth", "2"]
    )
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Read as: ")
    assert "Nothing is inferred" in result.output
    assert (
        "2. if 1 follows (“the Red Reeds may attack the Orsk bases in Merrow”):"
        in result.output
    )
    assert "hedged: may" in result.output
    refused = CliRunner().invoke(commands, ["suppose", str(file), "hm"])
    assert (refused.exit_code, "no act is understood" in refused.output) == (2, True)
