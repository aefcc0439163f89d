"""Two articles, the second flowing from the first, whose first statements tell one thing."""

from dataclasses import replace

from small_pile import article, axis, claim_of, day, one_storyline, paper, says

from headwater.assessment import find_drifts
from headwater.language import split_text
from headwater.linking import trace_derivations
from headwater.reading.hedges import find_hedges
from headwater.reading.modality import modality_of, polarity_of
from headwater.reading.quantities import find_quantities
from headwater.settings import LinkingSettings

WIRE = "Nightwater Wire"


def tells(content, *links, vector=None, **facts):
    """Give a telling that is read as the reading room reads it, and has the vector of all others."""
    cue_class = facts.get("cue_class", "neutral" if links else "none")
    read = {"modality": modality_of(content, cue_class), "polarity": polarity_of(content)}
    return says(
        content, *links, vector=axis(0) if vector is None else vector, **{**read, **facts}
    )


def written(outlet, *tellings, **facts):
    """Write an article with the numbers and hedges that its words have."""
    found = article(outlet, *tellings, **facts)
    text = found.article.text
    statements = tuple(
        replace(s, hedges=find_hedges(text, s.content[0].start, s.content[-1].end))
        for s in found.statements
    )
    counted = find_quantities(found.article.id, split_text(text))
    return replace(found, statements=statements, quantities=counted)


def between(upstream, told):
    """Find the drifts from the wire's telling to that of the Quill Post, which cites the wire elsewhere."""
    wire = written(WIRE, upstream, key="wire", day=day(3))
    elsewhere = says("a crane fell", paper(WIRE), vector=axis(9))
    post = written("Quill Post", told, elsewhere, key="post", day=day(4))
    derivations = trace_derivations([wire, post], one_storyline(wire, post), LinkingSettings())
    drifts = find_drifts(claims_of(wire, post), [post, wire], derivations)
    for drift in drifts:
        assert (drift.from_statement, drift.to_statement) == (
            wire.statements[0].id,
            post.statements[0].id,
        )
        assert drift.from_text in wire.article.text
        assert drift.to_text in post.article.text
    return drifts


def claims_of(*findings):
    """Make one claim of every article's first statement, and one of each other statement."""
    first = claim_of(*findings)
    rest = [
        replace(claim_of(f, number=n), id=f"claim {f.article.id} {n}")
        for f in findings
        for n in range(1, len(f.statements))
    ]
    return [first, *rest]


def changes(upstream, told):
    """Give kind and words of what changed, in the order of the kinds' names."""
    return sorted((d.kind.value, d.from_text, d.to_text) for d in between(upstream, told))
