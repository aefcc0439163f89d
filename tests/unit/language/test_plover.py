import pytest

from headwater.language import Predicate, type_as_told


def _predicate(kind, status="reported", modality="fact", polarity="pos"):
    return Predicate(0, 1, kind, kind, 0.9, status, modality, polarity, None, None)


@pytest.mark.parametrize(
    ("predicate", "told"),
    [
        (_predicate("AID"), "AID"),
        (_predicate("AID", "planned", "future"), "AGREE"),
        (_predicate("AID", "planned", "intended"), "AGREE"),
        (_predicate("AID", "planned", "requested"), "AID"),
        (_predicate("AID", "reported", "future"), "AID"),
        (_predicate("AID", "conditional", "conditional"), "AID"),
        (_predicate("AID", "planned", "future", "neg"), "REJECT"),
        (_predicate("AGREE", polarity="neg"), "REJECT"),
        (_predicate("ASSAULT", "planned", "future"), "THREATEN"),
        (_predicate("ASSAULT", "conditional", "conditional"), "THREATEN"),
        (_predicate("ASSAULT", polarity="neg"), "ASSAULT"),
        (_predicate("MOBILIZE", "planned", "future"), "MOBILIZE"),
    ],
)
def test_what_is_not_done_yet_counts_as_its_announcement(predicate, told):
    """Aid that will come is agreed, refused aid rejected, an attack to come a threat."""
    assert type_as_told(predicate) == told
