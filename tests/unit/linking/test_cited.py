"""A round-up names the reports of many stories; each is found by what it tells."""

from dataclasses import replace

import pytest
from small_pile import article, axis, day, leaning, one_storyline, paper, says

from headwater.lexicon import outlet_id
from headwater.linking import trace_derivations
from headwater.linking.cited import CitedReports
from headwater.model import Evidence
from headwater.settings import LinkingSettings

WIRE = outlet_id("Nightwater Wire")


def report(key, *vectors, when=None):
    """A report of the wire, one statement a vector."""
    tellings = [says(f"{key} part {n}", vector=v) for n, v in enumerate(vectors)]
    return article("Nightwater Wire", *tellings, key=key, day=when)


def round_up(when=None, outlet="Border Digest"):
    """A round-up that cites the wire for what lies along axis 0."""
    cited = says("two piers were shut", paper("Nightwater Wire"), vector=axis(0))
    return article(outlet, says("it rained", vector=axis(9)), cited, key="digest", day=when)


def meant(digest, *reports):
    """Which report of the wire a round-up means."""
    statement = digest.statements[1]
    start, end = statement.source[0].start, statement.cue[0].end
    passage = Evidence(start=start, end=end, text=digest.article.text[start:end], why="names")
    found = CitedReports([digest, *reports]).find(digest, WIRE, [passage])
    return found and found.id


def test_a_cited_report_of_another_story_is_found_by_what_is_told_of_it():
    """The wire's report of the same thing is the upstream, and not its other ones."""
    digest, piers, fair = (
        round_up(),
        report("piers", leaning(0, 0.8, 1)),
        report("fair", axis(3)),
    )
    apart = [
        replace(line, id=one.article.id)
        for one in (digest, piers, fair)
        for line in one_storyline(one)
    ]
    (found,) = trace_derivations((digest, piers, fair), apart, LinkingSettings())
    assert (found.article_id, found.upstream_article_id) == ("digest", "piers")


def test_only_the_passage_that_names_the_outlet_counts():
    """What the round-up tells elsewhere does not make the wire's report of it the one that is meant."""
    assert meant(round_up(), report("rain", axis(9))) is None


@pytest.mark.parametrize(
    ("cosine", "days", "found"),
    [(0.72, None, True), (0.65, None, False), (0.62, 2, True), (0.57, 2, True), (0.57, 11, False), (0.5, 0, False)],
)  # fmt: skip
def test_the_fresher_a_report_the_less_alike_it_need_be(cosine, days, found):
    """Two days old, a looser retelling is enough; of an unknown day only a close one is."""
    digest = round_up(when=None if days is None else day(20))
    wire = report("wire", leaning(0, cosine, 1), when=None if days is None else day(20 - days))
    assert meant(digest, wire) == ("wire" if found else None)


def test_a_fresh_report_goes_before_an_older_one_that_is_more_alike():
    """Of two reports on like things the one of yesterday is meant."""
    old = report("old", leaning(0, 0.9, 1), when=day(2))
    new = report("new", leaning(0, 0.65, 1), when=day(19))
    assert meant(round_up(day(20)), old, new) == "new"


def test_a_later_report_is_not_what_was_cited():
    """Nobody cites what is not yet written."""
    assert meant(round_up(day(20)), report("late", axis(0), when=day(21))) is None
