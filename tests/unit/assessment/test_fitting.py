from following_facts import clause

from headwater.assessment.following.fitting import why_it_fits, without_threats
from headwater.assessment.following.sought import Sought, Told


def told(text):
    return Told(
        text=text, actor_ids=frozenset(), events=(), negative=False, read=lambda: clause(text)
    )


def test_an_order_given_is_the_order_that_was_waited_for():
    """Where somebody named orders or gives leave, less likeness is asked for than else."""
    waited = Sought(clause("clear orders from Orsk"))
    assert why_it_fits(waited, told("Orsk orders the crews to sail"), 0.54, is_supposed=True)
    assert not why_it_fits(waited, told("Orsk has its orders"), 0.49, is_supposed=True)
    assert not why_it_fits(
        waited, told("Lune orders the crews to sail"), 0.54, is_supposed=True
    )
    assert not why_it_fits(waited, told("Orsk greets the crews"), 0.54, is_supposed=True)


def test_what_a_threat_holds_out_is_not_told_as_done():
    """ "Renewed his threat to sail" tells of a threat, and of no sailing."""
    assert (
        without_threats("Varga renewed his threat to sail on Friday")
        == "Varga renewed his threat"
    )
    assert (
        without_threats("the mole he has threatened to blast") == "the mole he has threatened"
    )
    assert without_threats("Varga sailed on Friday") == "Varga sailed on Friday"


def test_a_threat_told_again_is_no_act_in_common():
    """That both speak of a threat does not show that what was threatened came."""
    later = told("Orsk, which Varga has threatened, was shelled")
    shelled = Sought(clause("Varga shells Orsk", verbs=("shelled",)))
    assert why_it_fits(shelled, later, 0.9)
    threat = Sought(clause("Varga threatened Orsk with a blockade", verbs=("threatened",)))
    assert not why_it_fits(threat, later, 0.9)
