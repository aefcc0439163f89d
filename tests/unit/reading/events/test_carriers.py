"""Which statement carries a place of a text, and who denies it."""

from small_article import statements_of
from small_trees import act_of, tree_of

from headwater.reading.events.carriers import Carriers
from headwater.reading.events.status import is_beside


def test_a_claim_of_anothers_that_somebody_dismisses_is_disowned():
    """Kinshasa's claim carries the shelling, and Rwanda denies it; that Rwanda dismisses it nobody does."""
    text = "Rwanda dismissed as baseless a claim by Kinshasa that it planned to shell Bukavu."
    carriers = Carriers(statements_of(text))
    assert carriers.is_disowned(text.index("shell"))
    assert not carriers.is_disowned(text.index("dismissed"))


def test_what_is_told_by_the_way_no_denial_reaches():
    """Who denies that he "met Ana Sol, who was killed" does not deny the killing."""
    met = tree_of("he|PRON|nsubj|1 met|VERB|root|-1 Sol|PROPN|obj|1 who|PRON|nsubj:pass|4 killed|VERB|acl:relcl|2")  # fmt: skip
    assert is_beside(act_of(met, 4, "ASSAULT"))
    assert not is_beside(act_of(met, 1, "CONSULT"))
