"""
Promise: a sentence in which somebody rejects a thing is one claim, and it is his, whoever tells of it.
"""

_REST = "The town of Pell has no other road to the coast.\n\nSnow is expected in the hills before the end of the month."
_LEAD = "Warden Mara Venn rejected the demand, according to the news agency Sarn Wire."

PAGES = [
    {
        "outlet": "Upland Mail",
        "published": "2031-05-06",
        "title": "Keys of the sluice",
        "text": f"Two envoys said that Ostrel had asked for the keys of the sluice. {_LEAD}\n\n{_REST}",
    }
]


def test_it_is_counted_once(case):
    """The agency's word and the warden's act stand in one claim."""
    told = [c for c in case.claims() if "demand" in c.text]
    assert [len(c.statement_ids) for c in told] == [2]


def test_it_is_hers(case):
    """Not the agency's: it only tells that she did."""
    (told,) = (c for c in case.claims() if "demand" in c.text)
    assert [origin.name for origin in told.origins] == ["Mara Venn"]
