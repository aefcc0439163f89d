"""With whom a telling is compared."""

from dataclasses import replace

from small_pile import article, axis, claim_of, day, leaning, one_storyline, paper, person, says
from two_tellings import WIRE, tells, written

from headwater.assessment import find_drifts
from headwater.linking import trace_derivations
from headwater.model import DriftKind
from headwater.settings import LinkingSettings

BRODE = person("Ilan Brode")
ELSEWHERE = says("a crane fell", paper(WIRE), vector=axis(9))
SURE, UNSURE = "two piers are shut", "two piers may be shut"


def compared(*findings, claims=None):
    """Give who is compared with whom, as outlets."""
    derivations = trace_derivations(findings, one_storyline(*findings), LinkingSettings())
    outlet = {s.id: f.article.outlet_name for f in findings for s in f.statements}
    drifts = find_drifts(claims or claims_of(findings), findings, derivations)
    return sorted({(outlet[d.from_statement], outlet[d.to_statement]) for d in drifts})


def claims_of(findings):
    rest = [
        replace(claim_of(f, number=n), id=f"{f.article.id} {n}")
        for f in findings
        for n in range(1, len(f.statements))
    ]
    return [claim_of(*findings), *rest]


def kinds_between(*findings):
    """Give what changed between the articles."""
    derivations = trace_derivations(findings, one_storyline(*findings), LinkingSettings())
    return [d.kind for d in find_drifts(claims_of(findings), findings, derivations)]


def cites(outlet, content, **facts):
    """Give an article that tells something and cites the wire elsewhere."""
    return written(outlet, tells(content), ELSEWHERE, key=outlet, **facts)


def test_a_telling_is_compared_with_the_article_it_flows_from():
    """The wire is held: both papers are held against it, not against each other."""
    wire = written(WIRE, tells(UNSURE, BRODE), key="wire", day=day(1))
    papers = [cites(f"{name} Post", SURE, day=day(2)) for name in ("Quill", "Marsh")]
    assert compared(wire, *papers) == [(WIRE, "Marsh Post"), (WIRE, "Quill Post")]


def test_two_claims_are_compared_where_something_kept_them_apart():
    """Another number, or a denial, may be the drift; what is merely on one matter is another thing."""
    near = leaning(0, 0.7, 1)
    wire = written(WIRE, tells("nine piers may be shut", BRODE), key="wire", day=day(1))
    found = {}
    for told, vector in (("six piers are shut", near), ("piers are not shut", near), ("piers are shut", near), ("piers are shut", leaning(0, 0.8, 1))):  # fmt: skip
        post = written(
            "Quill Post", tells(told, vector=vector), ELSEWHERE, key="post", day=day(2)
        )
        claims = [claim_of(wire), claim_of(post), claim_of(post, number=1)]
        claims = [replace(c, id=f"{n}") for n, c in enumerate(claims)]
        found[told, float(vector[0])] = bool(compared(wire, post, claims=claims))
    assert list(found.values()) == [True, True, False, True]


def test_the_fullest_stands_in_for_a_report_that_is_not_held():
    """Three papers cite a wire that nobody holds: the one with the longest text is taken for it."""
    long = cites("Marsh Gazette", UNSURE, tail=("The office gave no reason for it. " * 5,))
    short = [cites("Quill Post", SURE), cites("Fen Echo", SURE)]
    assert compared(*short, long) == [
        ("Marsh Gazette", "Fen Echo"),
        ("Marsh Gazette", "Quill Post"),
    ]


def test_one_retelling_does_not_stand_in_for_what_another_retold():
    """Two papers say what the fullest does not: neither shows what the wire said of it."""
    full = written(
        "Marsh Gazette",
        tells("the harbour office keeps its counsel", vector=axis(5)),
        ELSEWHERE,
        key="Marsh Gazette",
        tail=("The office gave no reason for it. " * 5,),
    )
    others = [cites("Quill Post", SURE), cites("Fen Echo", UNSURE)]
    claims = [claim_of(*others), claim_of(full)]
    claims += [replace(claim_of(f, number=1), id=f"{f.article.id} 1") for f in (full, *others)]
    assert compared(full, *others, claims=claims) == []


def test_a_source_is_dropped_where_it_is_told_first_and_not_where_it_is_told_again():
    """The second of two sentences that retell one need not name the source once more."""
    wire = written(WIRE, tells(SURE, BRODE), key="wire", day=day(1))
    again = tells("the piers are shut as of today", vector=leaning(0, 0.9, 7))
    first = tells("two piers are shut now", BRODE, vector=leaning(0, 0.99, 8))
    post = written("Quill Post", first, again, ELSEWHERE, key="post", day=day(2))
    claim = replace(
        claim_of(wire, post),
        statement_ids=(wire.statements[0].id, *(s.id for s in post.statements[:2])),
    )
    rest = replace(claim_of(post, number=2), id="rest")
    derivations = trace_derivations([wire, post], one_storyline(wire, post), LinkingSettings())
    kinds = [d.kind for d in find_drifts([claim, rest], [wire, post], derivations)]
    assert DriftKind.ATTRIBUTION_DROPPED not in kinds


def test_who_takes_a_report_back_does_not_stand_in_for_it():
    """A correction may be long, but it is not what the report said."""
    corrected = cites(
        "Marsh Gazette", f"the report that {UNSURE} was wrong", tail=("The office gave no reason. " * 9,)
    )  # fmt: skip
    papers = [cites("Quill Post", SURE, tail=("More.",)), cites("Fen Echo", UNSURE)]
    pairs = compared(corrected, *papers)
    assert ("Quill Post", "Fen Echo") in pairs
    assert not [pair for pair in pairs if pair[0] == "Marsh Gazette"]


def test_two_articles_are_never_each_compared_with_the_other():
    """Whatever they both cite, one of them is the nearer."""
    twice = says("a barge sank", paper("Fenmark Wire"), vector=axis(8))
    a = written("Quill Post", tells(SURE), ELSEWHERE, twice, key="a")
    b = written(
        "Marsh Gazette", tells(UNSURE), ELSEWHERE, twice, key="b", tail=("More of it.",)
    )
    assert len(compared(a, b)) == 1


def test_what_was_kept_apart_is_compared_if_it_is_alike():
    """A claim apart for its number is held against the passage it comes from; another is not."""
    wire = written(WIRE, tells("40 boats left", BRODE), key="wire", day=day(1))
    for nearness, expected in ((0.7, [(WIRE, "Quill Post")]), (0.5, [])):
        told = tells("60 boats left", vector=leaning(0, nearness, 5))
        post = written("Quill Post", told, ELSEWHERE, key="post", day=day(2))
        apart = [replace(claim_of(f, number=n), id=f"{f.article.id} {n}") for f in (wire, post) for n in range(len(f.statements))]  # fmt: skip
        assert compared(wire, post, claims=apart) == expected


def test_two_numbers_that_one_article_tells_are_two_things():
    """The wire has both 40 and 60 boats: the Post took the other one up, and changed none."""
    other = tells("60 boats of the guild stayed", vector=axis(7))
    told = cites("Quill Post", "60 boats left", day=day(2))
    both = written(WIRE, tells("40 boats left", BRODE), other, key="wire", day=day(1))
    one = written(WIRE, tells("40 boats left", BRODE), key="wire", day=day(1))
    assert "number-changed" not in kinds_between(both, told)
    assert "number-changed" in kinds_between(one, told)


def test_a_detail_that_the_article_tells_elsewhere_is_not_added():
    """The wire has the herring in its last paragraph."""
    bare = "the envoy met the skippers of Port Maren at dusk"
    told = cites("Quill Post", "the envoy met the skippers, while herring prices doubled, at dusk", day=day(2))  # fmt: skip
    elsewhere = ("Prices of herring have doubled.",)
    knows = written(WIRE, tells(bare), key="wire", day=day(1), tail=elsewhere)
    lacks = written(WIRE, tells(bare), key="wire", day=day(1))
    assert "detail-added" not in kinds_between(knows, told)
    assert "detail-added" in kinds_between(lacks, told)


def test_independent_tellings_are_compared_for_what_is_said_and_not_for_how():
    """Nobody flows from anybody: a hedge or a source of one's own is no drift, two numbers contradict."""
    a = written("Quill Post", tells(UNSURE, BRODE), key="a", day=day(1))
    b = written("Marsh Gazette", tells(SURE), key="b", day=day(2))
    assert find_drifts([claim_of(a, b)], [a, b], ()) == ()
    a = written("Quill Post", tells("40 boats left"), key="a", day=day(2))
    b = written("Marsh Gazette", tells("60 boats left"), key="b", day=day(1))
    (drift,) = find_drifts([claim_of(a, b)], [a, b], ())
    assert (drift.kind, drift.from_text, drift.to_text) == (
        "contradiction",
        "60 boats",
        "40 boats",
    )


def test_the_order_of_articles_changes_nothing():
    """The same drifts whichever page comes first."""
    wire = written(WIRE, tells(UNSURE, BRODE), key="wire", day=day(1))
    post = cites("Quill Post", SURE, day=day(2))
    derivations = trace_derivations([wire, post], one_storyline(wire, post), LinkingSettings())
    claims = claims_of([wire, post])
    there = find_drifts(claims, [wire, post], derivations)
    back = find_drifts(claims[::-1], [post, wire], derivations[::-1])
    assert there == back != ()


def test_no_articles_have_no_drifts():
    """An empty case, and an article without statements."""
    assert find_drifts([], [], ()) == ()
    assert find_drifts([], [article("Quill Post", lead=("Weather.",))], ()) == ()


def test_a_telling_cut_short_is_compared_with_the_whole_one():
    """A clause less moves the vector far; the words that are left say that it is the same."""
    bound = "the strait will be closed unless the crews of two seized tugs are freed"
    wire = written(WIRE, tells(bound, BRODE), key="wire", day=day(3))
    short = tells("the strait will be closed", BRODE, vector=leaning(0, 0.4, 5))
    post = written("Quill Post", short, ELSEWHERE, key="post", day=day(4))
    derivations = trace_derivations([wire, post], one_storyline(wire, post), LinkingSettings())
    claims = [
        replace(claim_of(f, number=n), id=f"{f.article.id} {n}")
        for f in (wire, post)
        for n in range(len(f.statements))
    ]
    found = find_drifts(claims, [post, wire], derivations)
    assert [d.kind for d in found] == [DriftKind.CONDITION_DROPPED]
