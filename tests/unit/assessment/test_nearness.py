import numpy as np
from following_facts import passage

from headwater.assessment.following.hunting import Hunt
from headwater.assessment.following.nearness import Nearness
from headwater.assessment.following.turning import Sense
from headwater.model import Facts, FateSort, Pledge, Span

SIDES = np.eye(384, dtype=np.float32)
KNOWN = {"the port of Lisk is closed": 0, "the port is closed": 1, "the gate is closed": 2}


def vector_of(text):
    return SIDES[KNOWN.get(text, 3)].tobytes()


def hunt(text):
    told = Pledge(
        key="one", commitment_id="one", article_id="first", issuer_ids=frozenset(), issuer_words=(), side_names=(),
        trigger=Span(start=0, end=len(text), text=text), consequence=None, trigger_role=None, last_day=None, is_only_one=False,
        passage=passage("told", "2031-05-04"),
    )  # fmt: skip
    return Hunt(FateSort.TRIGGER, told, text, Sense.SO, None)


def test_a_statement_is_near_to_the_words_or_to_them_without_the_name_of_a_thing():
    """The second is told apart, as it counts only where the article tells which thing is meant; what is earlier is not near."""
    texts = ("the port of Lisk is closed", "the port is closed", "the gate is closed", "the port is closed")  # fmt: skip
    facts = Facts(
        ids=("whole", "bare", "other", "early"),
        days=("2031-05-09", "2031-05-09", "2031-05-09", "2031-05-04"),
        vectors=b"".join(map(vector_of, texts)),
        withdrawing=(),
        as_of=None,
    )
    sought = hunt("the port of Lisk is closed")
    near = Nearness(facts, vector_of).later_than({"one": "2031-05-04"}, [sought])
    assert list(near) == [(sought, "whole", 1.0), (sought, "bare", None)]
