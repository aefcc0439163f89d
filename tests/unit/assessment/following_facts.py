"""Values that tests of following make: clauses, passages and reports."""

from dataclasses import replace

from headwater.model import Clause, Passage, Reported


def clause(text, **facts):
    """Give a clause whose governing verb, subject and object are told."""
    whole = Clause(
        text=text, names=(), events=(), verbs=(), type=None, subject=None, object=None,
        negative="not" in text.split(), vector=b"",
    )  # fmt: skip
    return replace(whole, **facts)


def passage(text, day="2031-05-09", **facts):
    """Give a passage that came out on a day."""
    whole = Passage(
        article_id="later", statement_id=None, outlet_name="Lune Wire", published_from=day, published_to=day,
        happened_from=None, happened_to=None, start=0, end=len(text), text=text, independent=None, chain=(),
    )  # fmt: skip
    return replace(whole, **facts)


def reported(text, before="", **facts):
    """Give a passage with what stands before it in its article."""
    at = len(before)
    whole = Reported(
        statement_id="s", passage=passage(text, start=at, end=at + len(text)), negative=False, actor_ids=frozenset(),
        events=(), speaker_ids=frozenset(), speaker_words=(), title=None, text=before + text,
    )  # fmt: skip
    return replace(whole, **facts)
