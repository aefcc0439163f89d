"""A group that acts on somebody's orders lights the sign of orders, whether it waits for them or takes them."""

from headwater.case import IndicatorState

PAGES = (
    {
        "outlet": "Nightwater Wire",
        "published": "2031-05-03",
        "title": "Who stands behind the Lorn Militia",
        "text": "The Lorn Militia takes its orders from the Ostmark Guard, two officials said.",
    },
)


def test_whoever_takes_anothers_orders_lights_the_sign_of_orders(case):
    """Though nobody waits for anything."""
    (line,) = (n for n in case.board().lines if n.indicator_id == "orders-awaited")
    assert line.state is IndicatorState.SINGLE_ORIGIN
