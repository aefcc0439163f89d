from dataclasses import replace

from small_pile import article, claim_of, described, hidden, link, only, paper, person, says

from headwater.assessment import Without, assess_claims
from headwater.lexicon import outlet_id
from headwater.model import Actor, ActorKind, Derivation, DerivationKind, LinkKind

PIERS = "two piers of Port Maren were shut"
WIRE, POST, GAZETTE = "Nightwater Wire", "Quill Post", "Marsh Gazette"
BRODE, VENN = person("Ilan Brode"), person("Mara Venn")


def tells(outlet, *links, **more):
    return article(outlet, says(PIERS, *links), key=more.pop("key", outlet), **more)


def actor(node, name="somebody", kind=ActorKind.PERSON):
    return Actor(id=node, name=name, type=kind, aliases=(), roles=())


def outlet(name):
    return actor(outlet_id(name), name, ActorKind.OUTLET)


def flows(child, upstream, kind=DerivationKind.CITES, basis="named"):
    """Say that an article flows from another, or from the report of an outlet that is not held."""
    held = not isinstance(upstream, str)
    node = upstream.article.outlet if held else outlet_id(upstream)
    return Derivation(
        id=f"{child.article.id}-{node}", article_id=child.article.id, upstream_article_id=upstream.article.id if held else None,
        upstream_report_id="report", upstream_name="upstream", upstream_outlet=node, kind=kind, basis=basis, evidence=(),
    )  # fmt: skip


def before(*findings, derivations=()):
    return only(assess_claims([claim_of(*findings)], findings, derivations))


def without(source, *findings, derivations=()):
    """Give the one claim of all first statements as it is without a source."""
    claim = before(*findings, derivations=derivations)
    taken = Without(source, [f.article for f in findings])
    told = [s for f in findings for s in f.statements]
    return only(taken.claims([claim], told, derivations))


def count(claim):
    return claim.independent.low, claim.independent.high


def names(claim):
    return [origin.name for origin in claim.origins]


def test_a_claim_on_one_speaker_falls_with_him():
    """Whoever relays him, nobody is left who says so."""
    assert without(actor(BRODE.actor_id), tells(WIRE, BRODE), tells(POST, paper(WIRE))) is None


def test_an_outlet_takes_along_what_is_told_through_it():
    """A relay that names the wire falls with the wire; one that has its own speaker stays."""
    left = without(
        outlet(WIRE), tells(WIRE, BRODE), tells(POST, paper(WIRE)), tells(GAZETTE, VENN)
    )
    assert left.article_ids == (GAZETTE,)
    assert (count(left), names(left)) == ((1, 1), ["Mara Venn"])


def test_a_speaker_whom_others_heard_too_stays_an_origin():
    """The wire and the Post both spoke to Brode: without the wire, the Post still has him."""
    left = without(outlet(WIRE), tells(WIRE, BRODE), tells(POST, BRODE))
    assert (left.article_ids, names(left)) == ((POST,), ["Ilan Brode"])


def test_what_rests_on_others_comes_back_as_it_is():
    """Without somebody who has no part in it, a claim is the same to the letter."""
    findings = (tells(WIRE, BRODE), tells(POST, paper(WIRE)))
    assert without(actor(VENN.actor_id), *findings) == before(*findings)


def test_a_link_in_the_middle_breaks_the_chain():
    """Post, citing Brode, citing Venn: without Brode nothing is heard of Venn."""
    assert without(actor(BRODE.actor_id), tells(POST, BRODE, VENN)) is None


def test_a_page_that_has_it_from_a_page_that_falls_falls():
    """The Gazette cites the Post, which has it from the wire alone."""
    findings = (tells(WIRE, BRODE), tells(POST, paper(WIRE)), tells(GAZETTE, paper(POST)))
    assert without(outlet(WIRE), *findings) is None


def test_of_a_ring_nobody_stands_without_one_of_it():
    """Three outlets that cite one another have it from everybody in the ring."""
    ring = (
        tells(WIRE, paper(POST)),
        tells(POST, paper(GAZETTE)),
        tells(GAZETTE, paper(WIRE)),
    )
    assert without(outlet(POST), *ring) is None


def test_a_copy_falls_with_its_original_whomever_it_quotes():
    """A page that copies, rewrites or translates a report has its speakers from there."""
    for kind in (DerivationKind.COPIES, DerivationKind.REWRITES, DerivationKind.TRANSLATES):
        wire, copy = tells(WIRE, BRODE), tells(POST, BRODE)
        derivations = (flows(copy, wire, kind),)
        assert without(outlet(WIRE), wire, copy, derivations=derivations) is None


def test_whom_a_rewritten_report_does_not_quote_the_page_may_have_asked():
    """The Post rewrites the wire, which has it from Brode; the Post has it from Venn."""
    wire, rewriting = tells(WIRE, BRODE), tells(POST, VENN)
    derivations = (flows(rewriting, wire, DerivationKind.REWRITES),)
    left = without(outlet(WIRE), wire, rewriting, derivations=derivations)
    assert names(left) == ["Mara Venn"]
    by_text = (flows(rewriting, wire, DerivationKind.REWRITES, "text"),)
    assert without(outlet(WIRE), wire, rewriting, derivations=by_text) is None


def test_a_copy_of_a_copy_falls_too():
    """What a copy that falls passes on by its text falls with it."""
    wire, copy, again = tells(WIRE, BRODE), tells(POST, BRODE), tells(GAZETTE, BRODE)
    derivations = (
        flows(copy, wire, DerivationKind.COPIES, "text"),
        flows(again, copy, DerivationKind.COPIES, "text"),
    )
    assert without(outlet(WIRE), wire, copy, again, derivations=derivations) is None


def test_whoever_merely_cites_a_report_keeps_the_people_it_names():
    """The Post names the wire for something else, and Brode for this."""
    wire, citing = tells(WIRE, BRODE), tells(POST, BRODE)
    left = without(outlet(WIRE), wire, citing, derivations=(flows(citing, wire),))
    assert left.article_ids == (POST,)


def test_whoever_merely_cites_a_report_may_have_its_nameless_sources_from_there():
    """ "officials" of a page that draws on the wire may be the wire's, and so may its own words."""
    for source in ((described("officials"),), (hidden("two officials", POST),), ()):
        wire, citing = tells(WIRE, BRODE), tells(POST, *source)
        assert without(outlet(WIRE), wire, citing, derivations=(flows(citing, wire),)) is None


def test_what_somebody_told_the_page_itself_stays():
    """A page that rewrites the wire and says that Brode told it so has him for itself."""
    told = replace(BRODE, cue="told")
    wire, rewriting = tells(WIRE, BRODE), tells(POST, told)
    derivations = (flows(rewriting, wire, DerivationKind.REWRITES),)
    left = without(outlet(WIRE), wire, rewriting, derivations=derivations)
    assert left.article_ids == (POST,)


def test_what_another_report_that_stands_tells_too_stays():
    """A page that rewrites two reports has it from the other, if that tells it too."""
    wire, gazette = tells(WIRE, BRODE), tells(GAZETTE, VENN)
    both = tells(POST, described("officials"))
    derivations = (
        flows(both, wire, DerivationKind.REWRITES),
        flows(both, gazette, DerivationKind.REWRITES),
    )
    left = without(outlet(WIRE), wire, gazette, both, derivations=derivations)
    assert left.article_ids == tuple(sorted((GAZETTE, POST)))


def test_a_report_that_stands_in_for_nobody_named_is_support():
    """Nobody is named for it but the report that its tellers draw on: without that, nothing is left."""
    post, gazette = tells(POST), tells(GAZETTE)
    derivations = (flows(post, WIRE), flows(gazette, WIRE))
    assert names(before(post, gazette, derivations=derivations)) == ["upstream"]
    assert without(outlet(WIRE), post, gazette, derivations=derivations) is None


def test_of_a_report_nobody_has_seen_a_copy_has_everything():
    """Whom a copy of an unseen report quotes, that report quotes."""
    for kind in (DerivationKind.COPIES, DerivationKind.TRANSLATES):
        copy = tells(POST, BRODE)
        assert without(outlet(WIRE), copy, derivations=(flows(copy, WIRE, kind),)) is None


def test_of_a_report_nobody_has_seen_a_rewriting_has_what_it_says_itself():
    """A page written from an unseen report may have asked the people it names."""
    for speakers, stands in (((BRODE,), True), ((), False), ((described("officials"),), False)):
        page = tells(POST, *speakers)
        derivations = (flows(page, WIRE, DerivationKind.REWRITES),)
        assert (without(outlet(WIRE), page, derivations=derivations) is not None) is stands


def test_whoever_cites_a_page_that_rewrites_an_unseen_report_falls_with_it():
    """The Gazette has it from the Post, which says it itself and is written from the wire."""
    page, citing = tells(POST), tells(GAZETTE, paper(POST))
    derivations = (flows(page, WIRE, DerivationKind.REWRITES),)
    assert without(outlet(WIRE), page, citing, derivations=derivations) is None


def test_a_report_nobody_has_seen_stands_where_another_is_taken_away():
    """A copy of the unseen wire loses nothing with the Gazette."""
    copy, gazette = tells(POST, BRODE), tells(GAZETTE, BRODE)
    derivations = (flows(copy, WIRE, DerivationKind.COPIES),)
    assert without(outlet(GAZETTE), copy, gazette, derivations=derivations).article_ids == (
        POST,
    )


def test_what_a_source_tells_inside_another_telling_falls_with_that():
    """A statement nested in one that passes through the source is the source's."""
    outer = tells(POST, BRODE)
    host = only(outer.statements)
    inner = article(GAZETTE, says(PIERS, VENN, nested_in=host.id), key=GAZETTE)
    findings = (outer, inner)
    assert without(actor(BRODE.actor_id), *findings) is None


def test_an_outlet_is_found_under_what_other_pages_call_it():
    """ "the Night Water news agency" of another page is the Nightwater Wire of the pile."""
    alias = link("Night Water news agency", LinkKind.AGENCY, "case/other")
    findings = (tells(WIRE, BRODE), tells(POST, alias))
    assert without(outlet(WIRE), *findings) is None
    assert without(actor("case/other", "Night Water news agency"), *findings) is None


def test_it_tells_which_links_are_the_source():
    """By id, by the words of the page, or by the name behind them; nobody else."""
    taken = Without(outlet(WIRE), [tells(WIRE, BRODE).article])
    assert taken.is_source(outlet_id(WIRE), None, None)
    assert taken.is_source("case/other", "Night Water", "x")
    assert taken.is_source("case/other", None, "the Nightwater news agency")
    assert not taken.is_source("case/other", "the Quill Post", "the Quill Post")


def test_the_reasons_are_those_of_what_is_left():
    """The steps of the count speak of the tellings that stand, and of no other."""
    left = without(outlet(WIRE), tells(WIRE, BRODE), tells(POST, VENN), tells(GAZETTE, VENN))
    assert left.reasons[0] == "2 articles of 2 outlets tell it"
    assert not any(WIRE in reason or "Brode" in reason for reason in left.reasons)
