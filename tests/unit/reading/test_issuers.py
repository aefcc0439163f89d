import pytest
from small_article import names, said_in

from headwater.model import LinkKind

# Each row: the text before, the sentence that calls the paper back, and the chain behind the page.
_CALLED_BACK = [
    ("Estonia's interior ministry said in a statement that the bridge would be closed.", "The statement added that trucks would be turned back.", ["Estonian interior ministry"]),
    ("The union of dockers published a communique on Friday.", "The communique said that the port would stand still.", ["union of dockers"]),
    ("The army released a statement.", "“We hold the bridge,” the statement said.", ["army"]),
    ("In a letter to the council, the dockers' union demanded higher pay.", "The letter said the cranes were unsafe.", ["dockers' union"]),
    ("The foreign ministry of Chile told Reuters in an email that the pass was open.", "The email said snow had been cleared.", ["Reuters", "foreign ministry of Chile"]),
    ("Two officials told Reuters that Iran had sent a letter to France.", "The letter said that talks could begin.", ["Reuters", "Two officials", "Iran"]),
    ("According to a report by Amnesty International, nine men were shot.", "The report said the police had fired first.", ["Amnesty International"]),
    ("The Israeli army issued a statement, and Hezbollah issued a statement of its own.", "The statement said that the road was open.", ["Hezbollah"]),
    ("Auditors found errors in the report of the port authority.", "The report said that the cranes were safe.", ["port authority"]),
]  # fmt: skip
_NOBODYS = [
    ("The mayor of Tema appeared in a report on Monday.", "The report said the kiln was unsafe.", ["report"]),
    ("The prosecutor called the ruling a shame.", "The statement said that an appeal would follow.", ["statement"]),
    ("Kyodo said that the ferry had sunk.", "The joint statement said that talks would go on.", ["joint statement"]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "sentence", "chain"), _CALLED_BACK)
def test_a_paper_that_is_called_back_is_the_word_of_whoever_issued_it(before, sentence, chain):
    """ "The statement added" goes on with the body that issued it, and is no speaker of its own."""
    statement = said_in(f"{before} {sentence}")[-1]
    assert names(statement) == chain
    assert statement.chain[-1].text in sentence


def test_a_body_that_spoke_right_before_issued_the_statement():
    """ "The ministry said …. The statement said …", though no sentence says that it issued one."""
    text = "The ministry said two drones had come. The statement said both had fallen."
    first, second = said_in(text)
    assert first.chain[-1].actor_id == second.chain[-1].actor_id
    assert second.chain[-1].kind is LinkKind.ORGANISATION


@pytest.mark.parametrize(("before", "sentence", "chain"), _NOBODYS)
def test_a_paper_nobody_is_told_to_have_issued_stays_a_paper(before, sentence, chain):
    """Who appears in a report did not write it, and no person or outlet issues what others call a statement."""
    assert names(said_in(f"{before} {sentence}")[-1]) == chain


def test_it_goes_on_with_a_body_whose_noun_means_many():
    """ "Ukraine's general staff said …. It said": a body by its name."""
    text = "Ukraine's general staff said its lines had held. It said that it had lost a truck."
    first, second = said_in(text)
    assert first.chain[-1].actor_id == second.chain[-1].actor_id
