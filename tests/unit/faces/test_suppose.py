"""How what would follow is laid out."""

from headwater.faces.cli.suppose import alike_orders
from headwater.model import OrderTie


def _tie(subject, passage):
    return OrderTie(
        subject=subject, kind="gives_instructions_to", object="Daro Velkine", modality="asserted", passage=passage
    )  # fmt: skip


def test_orders_that_several_pages_tell_are_one_line():
    """Five pages on one order are no five orders; the first passage stands for them."""
    ties = [_tie("envoy", 1), _tie("council", 2), _tie("envoy", 3)]
    assert [[tie.passage for tie in some] for some in alike_orders(ties)] == [[1, 3], [2]]
