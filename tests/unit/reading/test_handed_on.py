"""Who hands on what is said, and on what terms. The texts are our own, invented."""

import pytest
from small_article import names, said_in, statements_of

# Each row: a text, something said in it, and the chain behind the page that leads there.
_BRACKETS = [
    ("The weir will hold, the water minister said (via Interfax).", "The weir will hold", ["Interfax", "water minister"]),
    ("Two guards were hurt at the weir (via AFP).", "Two guards were hurt at the weir", ["Agence France-Presse"]),
    ("Two guards were hurt (via Anadolu Agency, citing local officials).", "Two guards were hurt", ["Anadolu Agency", "local officials"]),
    ("The crew moved north (through Tarsk).", "The crew moved north", []),
]  # fmt: skip
_PAPERS = [
    ("The guild knew that the loft was unsafe, according to minutes of a closed meeting seen by the Guardian.", "The guild knew that the loft was unsafe", ["The Guardian", "minutes of a closed meeting"]),
    ("According to minutes seen by Halvard Tidende, two board members warned that the book was false.", "the book was false", ["Halvard Tidende", "minutes seen by", "two board members"]),
    ("According to a memo seen by Halvard Tidende, the mill had failed.", "the mill had failed", ["Halvard Tidende", "memo seen by"]),
    ("A memo shown to Reuters by two clerks says that the guild kept its looms.", "the guild kept its looms", ["Reuters", "two clerks", "memo"]),
    ("A secret assessment described to the Washington Post by three officers concludes that the guild kept its looms.", "the guild kept its looms", ["The Washington Post", "three officers", "assessment"]),
    ("The chancellor had been informed early, writes Der Spiegel with reference to security circles.", "The chancellor had been informed early", ["Der Spiegel", "security circles"]),
]  # fmt: skip
_HEARD = [
    ("In a leaked recording aired by Radio Mitre, a man identified as the deputy mayor is heard telling a builder that the bills had to disappear.", "the bills had to disappear", ["Radio Mitre", "man identified as the deputy mayor"]),
    ("In the film, a guard can be heard saying that the bridge was mined.", "the bridge was mined", ["guard"]),
    ("The miller told Reuters his sons had heard the soldiers say that the lane would be closed.", "the lane would be closed", ["Reuters", "miller", "sons", "soldiers"]),
    ("Speaking to guests beside the lake, an aide to the mayor, who gave no name, hinted that a sale was near, Yonhap said.", "a sale was near", ["Yonhap", "aide to the mayor"]),
    ("A fire in Mill Lane was no accident, according to watch manager Sue Todd of Barton station, who said a towel had been left on the hob.", "a towel had been left on the hob", ["Sue Todd"]),
    ("According to Sky News, quoting a clerk, the miller was seized at dawn; his lawyer, for her part, told AFP that no warrant was shown.", "no warrant was shown", ["Agence France-Presse", "lawyer"]),
    ("According to Sky News, the miller was seized at dawn; a clerk said that no warrant was shown.", "no warrant was shown", ["Sky News", "clerk"]),
    ("In a note to clients he wrote that the mill would fail.", "the mill would fail", [None]),
]  # fmt: skip
_TERMS = [
    "on condition of anonymity, because he was not authorised to brief the press, that",
    "on condition that he not be named that",
    "on condition of anonymity given the risk that he would lose his post, that",
]


def _check(row):
    text, content, chain = row
    told = [s for s in statements_of(text) if content in s.words]
    nearest = min(told, key=lambda s: (len(s.words), -s.depth))
    assert len(names(nearest)) == len(chain), names(nearest)
    for name, link in zip(chain, nearest.chain[1:], strict=True):
        assert name is link.name or name in link.name


@pytest.mark.parametrize("row", _BRACKETS, ids=lambda row: row[0])
def test_an_outlet_in_brackets_hands_on_the_sentence(row):
    """ "(via OUTLET)" stands before whoever speaks, or speaks itself; a place in brackets does not."""
    _check(row)


@pytest.mark.parametrize("row", _PAPERS, ids=lambda row: row[1])
def test_who_has_seen_a_paper_stands_before_it(row):
    """Minutes are a paper; who describes one to an outlet stands between the two."""
    _check(row)


@pytest.mark.parametrize("row", _HEARD, ids=lambda row: row[1])
def test_who_is_heard_to_say_it_speaks(row):
    """In a film or by a witness, in a clause about the speaker, behind a semicolon, behind "In a note"."""
    _check(row)


@pytest.mark.parametrize("terms", _TERMS)
def test_the_terms_of_a_talk_are_no_part_of_it(terms):
    """What is said begins behind the condition and its reason."""
    (said,) = said_in(
        f"A second clerk told Reuters {terms} the cable had been cut by an anchor."
    )
    assert said.words == "the cable had been cut by an anchor"


def test_an_announced_statement_goes_on_in_its_next_paragraph():
    """ "We" in the paragraphs of a statement is whoever issued it, even where the first is long."""
    *_, call = statements_of(
        "The coast guard issued the following statement on Thursday:",
        "At dawn our vessel was struck. No sailor was hurt.",
        "We call on all parties to respect the rules of the sea.",
    )
    assert call.words == "to respect the rules of the sea"
    assert names(call) == ["coast guard"]
