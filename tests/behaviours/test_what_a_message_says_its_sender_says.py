"""Promise: what a message threatens, its sender threatens, wherever a case tells of it."""

PAGES = (
    {"url": "https://lune.example/1", "outlet": "Lune Wire", "published": "2031-05-04", "title": "Messages",
     "text": "The guild of Tavel received two messages from Iran on Monday, an official said.\n\nThe messages say that the strait will be closed if Peru bombs the port of Tavel, he said."},
)  # fmt: skip


def test_who_sent_it_is_the_issuer(case):
    """The commitments and the suppositions name the same, though the chain ends in the message."""
    (held,) = case.held_commitments()
    assert held.issuer == "Iran"
    (step,) = case.suppose("Peru bombs the port of Tavel").steps
    assert step.commitment.issuer == "Iran"
    assert step.commitment.ours.chain[-1].name != "Iran"
