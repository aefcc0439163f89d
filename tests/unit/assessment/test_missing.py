from small_pile import article, claim_of, described, hidden, only, paper, person, says

from headwater.assessment import Missing, assess_claims
from headwater.model import Derivation, DerivationKind, Report

PIERS = "two piers of Port Maren were shut"
POST, GAZETTE = "Quill Post", "Marsh Gazette"
LEDGER = paper("Vanmere Ledger")
BRODE, VENN = person("Ilan Brode"), person("Mara Venn")


def tells(outlet, *links):
    return article(outlet, says(PIERS, *links), key=outlet)


def ghost(*citing):
    return Report(
        id="ghost", outlet=LEDGER.actor_id, outlet_name="Vanmere Ledger", published_from=None, published_to=None,
        article_id=None, cited_by=tuple(sorted(f.article.id for f in citing)),
    )  # fmt: skip


def asked(*findings, citing=None, derivations=()):
    """Give what imagines the Ledger held, and the one claim that all tell, and the Ledger's report."""
    (claim,) = assess_claims([claim_of(*findings)], findings, derivations)
    told = [s for f in findings for s in f.statements]
    missing = Missing([f.article for f in findings], told, derivations)
    return missing, claim, ghost(*(findings if citing is None else citing))


def settles(*findings, **more):
    missing, claim, report = asked(*findings, **more)
    return missing.settles(claim, report)


def test_a_bare_report_is_an_end_that_getting_it_would_open():
    """Where the Ledger has it from, nobody says; with it in hand, that is known."""
    assert settles(tells(POST, LEDGER))
    assert settles(tells(POST, LEDGER), tells(GAZETTE, LEDGER))


def test_a_report_whose_speaker_is_known_adds_nothing_to_a_certain_claim():
    """The Post has it from Brode through the Ledger: one origin, and nothing is open."""
    assert not settles(tells(POST, LEDGER, BRODE))


def test_a_report_through_which_alone_two_are_reached_would_part_them():
    """Whom an unseen report quotes, it may have from one place; held, it answers for each."""
    findings = (tells(POST, LEDGER, BRODE), tells(GAZETTE, LEDGER, VENN))
    claim = asked(*findings)[1]
    assert (claim.independent.low, claim.independent.high) == (1, 2)
    assert settles(*findings)


def test_hidden_sources_stay_what_they_are():
    """Two sources that the Ledger hides may be one, whether or not it is held."""
    one, two = (hidden(name, "Vanmere Ledger") for name in ("a port worker", "a minister"))
    assert not settles(tells(POST, LEDGER, one), tells(GAZETTE, LEDGER, two))


def test_what_others_leave_open_stays_open():
    """An outlet on its own word is not settled by somebody else's report."""
    assert not settles(tells(POST, LEDGER), tells(GAZETTE))
    assert not settles(tells(POST, BRODE), tells(GAZETTE, described("officials")))


def test_a_claim_rests_on_a_report_by_the_tellings_that_name_it():
    """Of the articles that cite it; a telling without it in its chain is none of them."""
    through, own = tells(POST, LEDGER), tells(GAZETTE, BRODE)
    missing, claim, report = asked(through, own)
    assert missing.rests_on(claim, report) == (only(through.statements).id,)


def test_another_report_of_the_same_outlet_is_not_meant():
    """The Ledger wrote more than one report: what cites the other does not rest on this."""
    missing, claim, report = asked(tells(POST, LEDGER), citing=())
    assert missing.rests_on(claim, report) is None


def test_a_report_that_stands_in_for_nobody_named_carries_the_claim():
    """Two pages draw on the Ledger and say it themselves."""
    findings = (tells(POST), tells(GAZETTE))
    derivations = [
        Derivation(
            id=f.article.id, article_id=f.article.id, upstream_article_id=None, upstream_report_id="ghost",
            upstream_name="Vanmere Ledger", upstream_outlet=LEDGER.actor_id, kind=DerivationKind.CITES, basis="named", evidence=(),
        )
        for f in findings
    ]  # fmt: skip
    missing, claim, report = asked(*findings, derivations=derivations)
    assert missing.rests_on(claim, report) == ()
    assert missing.settles(claim, report)


def test_nothing_is_changed_by_asking():
    """What was imagined is gone: asked again, it says the same, and of others too."""
    missing, claim, report = asked(tells(POST, LEDGER), tells(GAZETTE, LEDGER, BRODE))
    first = missing.settles(claim, report), missing.rests_on(claim, report)
    assert (missing.settles(claim, report), missing.rests_on(claim, report)) == first
