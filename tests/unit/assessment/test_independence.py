from dataclasses import replace

import pytest
from small_pile import (  # fmt: skip
    article,
    claim_of,
    day,
    described,
    hidden,
    link,
    one_storyline,
    only,
    paper,
    person,
    says,
    unsaid,
)

from headwater.assessment import assess_claims
from headwater.lexicon import outlet_id
from headwater.linking import trace_derivations
from headwater.model import ActorKind, Basis, Credit, LinkKind, OriginKind
from headwater.settings import LinkingSettings

PIERS = "two piers of Port Maren were shut"
WIRE = "Nightwater Wire"
BRODE, VENN = person("Ilan Brode"), person("Mara Venn")
IRANIAN = link("Abbas Araghchi", LinkKind.PERSON, "person/abbas-araghchi")
GUARDS = link("IRGC", LinkKind.ORGANISATION, "group/irgc")
TUNISIAN = link("Abdelaziz Bouteflika", LinkKind.PERSON, "person/abdelaziz-bouteflika")


def assessed(*findings, claim=None, by_text=False):
    """Assess the one claim that all first statements make.

    These articles are so short that all are copies of each other: only what they *name* counts,
    but where a test is about copies.
    """
    traced = trace_derivations(findings, one_storyline(*findings), LinkingSettings())
    derivations = [d for d in traced if by_text or d.basis == "named"]
    return only(assess_claims([claim or claim_of(*findings)], findings, derivations))


def by_chains(*findings):
    """Assess by the chains alone, without tracing a thousand articles."""
    return only(assess_claims([claim_of(*findings)], findings, ()))


def tells(outlet, *links, **more):
    return article(outlet, says(PIERS, *links), **more)


def count(claim):
    return claim.independent.low, claim.independent.high


def origins(claim):
    return [(o.title, o.kind) for o in claim.origins]


def test_a_named_speaker_is_one_origin():
    """One page that quotes one person rests on that person."""
    claim = assessed(tells(WIRE, BRODE))
    assert count(claim) == (1, 1)
    assert origins(claim) == [("Ilan Brode", OriginKind.SPEAKER)]
    assert not claim.circular


def test_an_echo_is_one_origin():
    """Four outlets that have it from one wire, and through it from one man, are one origin."""
    echoes = [tells(o, paper(WIRE)) for o in ("Quill Post", "Marsh Gazette", "Halyard Tribune")]
    claim = assessed(tells(WIRE, BRODE), *echoes)
    assert count(claim) == (1, 1)
    assert origins(claim) == [("Ilan Brode", OriginKind.SPEAKER)]


IRAQI = described("Iraqi newspaper", LinkKind.OUTLET)


def test_a_newspaper_of_a_country_is_the_one_that_has_it():
    """ "An Iraqi newspaper" is no second origin beside the Basra Lantern, held or cited."""
    by_gazette, by_courier = (
        tells("Hill Gazette", IRAQI),
        tells("Lorn Courier", paper("Basra Lantern")),
    )
    for other in (tells("Basra Lantern", BRODE), by_courier):
        assert count(assessed(other, by_gazette)) == (1, 1)


@pytest.mark.parametrize(
    "others",
    [
        [tells("Basra Lantern", BRODE), tells("Mosul Post")],
        [tells("Basra Television", BRODE)],
        [tells("Marl Lantern", BRODE)],
    ],
)
def test_a_newspaper_that_may_be_another_stays_one_more_at_most(others):
    """Of two of the country neither is taken, nor a broadcaster, nor one of elsewhere; the low bound never rises by it."""
    claim = assessed(*others, tells("Hill Gazette", IRAQI))
    assert count(claim)[0] == 1
    assert "Iraqi newspaper" in [o.name for o in claim.origins]


def test_whoever_has_it_from_a_newspaper_is_not_that_newspaper():
    """The Basra Lantern that cites "an Iraqi newspaper" cites another."""
    claim = assessed(tells("Basra Lantern", IRAQI), tells("Quill Post", BRODE))
    assert count(claim) == (1, 2)


def test_another_of_a_kind_is_not_the_first():
    """ "A clerk" and "another clerk" of one page are two at most; they may still speak from one brief."""
    clerk, another = (
        described("clerk", LinkKind.PERSON),
        described("another clerk", LinkKind.PERSON),
    )
    page = article(WIRE, says(PIERS, clerk), says(PIERS, another))
    claim = claim_of(page)
    both = replace(claim, statement_ids=tuple(sorted(s.id for s in page.statements)))
    assert count(assessed(page, claim=both)) == (1, 2)


def test_an_outlet_of_the_pile_taken_for_somebody_is_still_press():
    """ "The Lantern of Ardle said" cites a report, whatever the page takes it for: it never adds to the low bound."""
    quill = tells("Quill Post", described("Lantern of Ardle", LinkKind.PERSON))
    gazette = tells("Marsh Gazette", BRODE)
    lantern = article("Ardle Lantern", says("the market was open"))
    claim = assessed(quill, gazette, lantern, claim=claim_of(quill, gazette))
    assert count(claim) == (1, 2)
    assert ("Ardle Lantern", OriginKind.OUTLET) in origins(claim)


def test_outlets_that_cite_the_same_speaker_directly_are_one_origin():
    """Two reporters in front of one man have one source."""
    assert count(assessed(tells(WIRE, BRODE), tells("Quill Post", BRODE))) == (1, 1)


def test_two_outlets_that_cite_only_each_other_are_one_circular_origin():
    """A ring rests on nobody: it is one origin, not held, named by all who are in it."""
    claim = assessed(tells(WIRE, paper("Quill Post")), tells("Quill Post", paper(WIRE)))
    assert count(claim) == (1, 1)
    assert claim.circular
    ring = only(claim.origins)
    assert (ring.kind, ring.held) == (OriginKind.RING, False)
    assert ring.name == "a ring: Nightwater Wire, Quill Post"


@pytest.mark.parametrize("size", [2, 10, 100, 1000])
def test_laundering_adds_no_origin(size):
    """However many outlets cite one another about one report, its one speaker is the origin."""
    names = [f"Outlet {n:04} of Maren" for n in range(size)]
    chained = [
        article(name, says(PIERS, paper(names[n - 1] if n else WIRE)), key=name)
        for n, name in enumerate(names)
    ]
    claim = by_chains(tells(WIRE, BRODE), *chained)
    assert count(claim) == (1, 1)
    assert origins(claim) == [("Ilan Brode", OriginKind.SPEAKER)]


@pytest.mark.parametrize("size", [2, 10, 100, 1000])
def test_a_ring_of_any_size_is_one_origin(size):
    """N outlets that cite one another in a circle come back as one."""
    names = [f"Outlet {n:04} of Maren" for n in range(size)]
    ring = [article(n, says(PIERS, paper(names[i - 1])), key=n) for i, n in enumerate(names)]
    claim = by_chains(*ring)
    assert count(claim) == (1, 1)
    assert claim.circular


def test_unnamed_sources_of_one_outlet_may_be_the_same_people():
    """Two descriptions of sources an outlet hides count once below, apart above."""
    one, two = hidden("a port worker", WIRE), hidden("two senior officials", WIRE)
    claim = assessed(tells(WIRE, one, key="a"), tells(WIRE, two, key="b"))
    assert count(claim) == (1, 2)
    assert {o.kind for o in claim.origins} == {OriginKind.UNNAMED}
    assert origins(claim)[0][0].endswith("(Nightwater Wire)")
    assert any("are not counted apart" in reason for reason in claim.reasons)


def test_unnamed_sources_of_two_outlets_are_two():
    """Each outlet answers for its own sources."""
    claim = assessed(
        tells(WIRE, hidden("a port worker", WIRE)),
        tells("Quill Post", hidden("two senior officials", "Quill Post")),
    )
    assert count(claim) == (2, 2)


DIPLOMAT, HER = hidden("a foreign diplomat", "Quill Post"), hidden("a foreign diplomat", WIRE)


def test_an_unnamed_source_may_be_met_again_in_a_report_that_is_drawn_on():
    """A digest that quotes the Post's diplomat and leans on the wire's report, which has a diplomat too."""
    drawing = article(
        "Tide Digest",
        says(PIERS, paper("Quill Post"), DIPLOMAT),
        says("a crane fell", paper(WIRE)),
    )
    claim = assessed(tells(WIRE, HER), drawing)
    assert (count(claim), len(claim.origins)) == ((1, 1), 1)
    assert (
        "a foreign diplomat (Quill Post) may be a foreign diplomat (Nightwater Wire): not counted apart"
        in claim.reasons
    )


@pytest.mark.parametrize("leans", [says("a crane fell", paper(WIRE)), says("a crane fell")])
def test_unnamed_sources_are_two_where_they_differ_or_nobody_draws_on_the_other(leans):
    """Described otherwise, or told by outlets that do not lean on each other: each answers for its own."""
    hers = hidden("a foreign diplomat" if leans.links == () else "a port worker", WIRE)
    told = article("Tide Digest", says(PIERS, paper("Quill Post"), DIPLOMAT), leans)
    assert assessed(tells(WIRE, hers), told).independent.low == 2


def test_newspapers_are_the_newspaper_that_the_same_teller_names():
    """ "newspapers", told of one whose own page names the Quill Post, are no report of their own."""
    own = article("Tide Digest", says(PIERS, paper("Quill Post"), BRODE))
    other = tells(
        "Morning Slate", paper("Tide Digest"), described("newspapers", LinkKind.OUTLET)
    )
    assert count(assessed(own, other)) == (1, 1)


def test_whoever_is_described_may_be_who_is_named():
    """ "the harbour master" of one page may be the Ilan Brode of another: low stays at one."""
    claim = assessed(tells(WIRE, BRODE), tells("Quill Post", described("the harbour master")))
    assert count(claim) == (1, 2)


def test_whom_a_retelling_describes_is_whom_the_report_names_itself():
    """The Post has it from "the harbour master" by way of the wire, whose own page names Ilan Brode alone."""
    master = described("the harbour master")
    own, retold = tells(WIRE, BRODE), tells("Quill Post", paper(WIRE), master)
    assert count(assessed(own, retold)) == (1, 1)
    assert count(assessed(retold)) == (1, 1)
    assert count(assessed(own, tells("Quill Post", paper(WIRE), VENN))) == (2, 2)


def test_two_names_joined_describe_nobody():
    """ "The White House and NATO" are named, and so counted beside Brode."""
    joined = described("White House and NATO", LinkKind.ORGANISATION)
    assert count(assessed(tells(WIRE, BRODE), tells("Quill Post", joined))) == (2, 2)
    officials = described("White House and NATO officials", LinkKind.GROUP)
    assert count(assessed(tells(WIRE, BRODE), tells("Quill Post", officials))) == (1, 2)


def test_two_described_may_be_each_other():
    """Two descriptions without a name are one below."""
    claim = assessed(
        tells(WIRE, described("a sailor")), tells("Quill Post", described("a guard"))
    )
    assert count(claim) == (1, 2)


def test_a_source_that_a_copied_text_hides_did_not_read_the_report():
    """The text has it from the wire; the port worker has not."""
    lead = ("The harbour office of Port Maren shut two piers on Monday after a crane fell on the eastern quay.",)  # fmt: skip
    report = tells(WIRE, BRODE, lead=lead, day=day(3))
    spun = tells("Quill Post", hidden("a port worker", "Quill Post"), lead=lead * 2, day=day(4))
    claim = assessed(report, spun, by_text=True)
    assert count(claim) == (1, 1)
    assert (
        "a port worker: the text is that of Nightwater Wire, which tells this too, so not counted apart"
        in claim.reasons
    )


def test_two_described_may_be_each_other_though_an_unseen_report_quotes_one_of_them():
    """The sailor of a report that nobody has seen may be the guard that another page heard."""
    claim = assessed(
        tells("Quill Post", paper(WIRE), described("a sailor")),
        tells("Tide Digest", described("a guard")),
    )
    assert count(claim) == (1, 2)


def test_whom_a_report_without_a_name_quotes_may_be_whom_a_named_one_does():
    """ "a news report that cites unnamed officials" may be the wire's."""
    claim = assessed(
        tells("Quill Post", paper(WIRE), hidden("port workers", WIRE)),
        tells(
            "Tide Digest",
            described("a news report", LinkKind.OUTLET),
            hidden("unnamed officials", "a news report"),
        ),
    )
    assert count(claim) == (1, 2)


def test_fewer_words_for_one_outlets_source_are_the_same_source():
    """ "officials" and "officials close to the talks" of one outlet differ by what was left out."""
    claim = assessed(
        tells(WIRE, described("officials"), key="a"),
        tells(WIRE, described("officials close to the talks"), key="b"),
    )
    assert count(claim) == (1, 1)
    assert "officials may be officials close to the talks: not counted apart" in claim.reasons


def test_speakers_behind_one_report_nobody_holds_are_one():
    """Whom an unseen report quotes it may have from one place: everything hangs on that gate."""
    claim = assessed(
        tells("Quill Post", paper(WIRE), BRODE), tells("Marsh Gazette", paper(WIRE), VENN)
    )
    assert count(claim) == (1, 2)
    apart = assessed(
        tells("Quill Post", paper(WIRE), BRODE), tells("Marsh Gazette", paper("Vanmere Ledger"), VENN)
    )  # fmt: skip
    assert count(apart) == (2, 2)


def test_a_second_road_opens_the_gate():
    """A speaker somebody heard directly does not hang on the unseen report."""
    claim = assessed(
        tells("Quill Post", paper(WIRE), BRODE), tells("Marsh Gazette", paper(WIRE), VENN),
        tells("Halyard Tribune", VENN),
    )  # fmt: skip
    assert count(claim) == (2, 2)


def test_a_report_that_is_held_is_no_gate():
    """Where the pile has the wire's own page with both speakers, they are two."""
    both = article(WIRE, says(PIERS, BRODE), says(PIERS, VENN), key="wire")
    claim = claim_of(both)
    claim = replace(claim, statement_ids=tuple(s.id for s in both.statements))
    assert count(assessed(both, claim=claim)) == (2, 2)


def test_named_speakers_of_two_states_are_two():
    """Nobody briefs both."""
    assert count(assessed(tells(WIRE, IRANIAN), tells("Quill Post", TUNISIAN))) == (2, 2)


def test_speakers_of_one_state_may_speak_from_one_brief():
    """A minister and a body of the same state count once below, apart above."""
    claim = assessed(tells(WIRE, IRANIAN), tells("Quill Post", GUARDS))
    assert count(claim) == (1, 2)
    assert any(
        "IRGC" in r and "Abbas Araghchi" in r and "not counted apart" in r
        for r in claim.reasons
    )


def test_an_outlet_that_draws_on_another_may_have_it_from_there():
    """Where it has this very claim from is doubtful: no origin, and the doubt is told."""
    credit = Credit(name="Vanmere Ledger", words="(Vanmere Ledger)")
    told = tells(WIRE, BRODE), tells("Quill Post", credits_=[credit])
    silent = article("Vanmere Ledger", lead=("Fog lay over the hills.",))
    claim = assessed(*told, silent, claim=claim_of(*told))
    assert count(claim) == (1, 1)
    assert origins(claim) == [("Ilan Brode", OriginKind.SPEAKER)]
    assert (
        "Quill Post draws on Vanmere Ledger, and does not say whether for this" in claim.reasons
    )


def test_nobody_has_it_from_a_report_that_he_denies():
    """The wire tells it too, and the paper that calls another report of the wire's false stays apart from it."""
    wire = tells(WIRE, BRODE)
    names = [(WIRE, outlet_id(WIRE), ActorKind.AGENCY)]
    denial = says(f"what the {WIRE} published", VENN, cue_class="doubt")
    post = article("Quill Post", says(PIERS), denial, names=names)
    traced = trace_derivations((wire, post), one_storyline(wire, post), LinkingSettings())
    denied = [d for d in traced if d.basis == "denied"]
    claim = only(assess_claims([claim_of(wire, post)], (wire, post), denied))
    assert len(denied) == 1
    assert not any("not counted apart" in reason for reason in claim.reasons)


def test_a_doubtful_upstream_that_tells_this_too_is_taken():
    """An outlet that draws on the wire, and tells what the wire tells, is not counted apart."""
    other = article("Quill Post", says(PIERS), says("a crane fell", paper(WIRE)))
    claim = assessed(tells(WIRE, BRODE), other)
    assert count(claim) == (1, 1)
    assert origins(claim) == [("Ilan Brode", OriginKind.SPEAKER)]
    assert any(
        "which tells this too, so not counted apart" in reason for reason in claim.reasons
    )


def test_an_outlet_on_its_own_word_never_raises_low():
    """Where a claim has a speaker, those who just say so may have it from anywhere."""
    claim = assessed(tells(WIRE, BRODE), tells("Quill Post"), tells("Marsh Gazette"))
    assert count(claim) == (1, 3)
    assert origins(claim) == [("Ilan Brode", OriginKind.SPEAKER)]
    assert (
        "Quill Post says so on its own word; where it has it from is not recorded, so only the upper bound rises"
        in claim.reasons
    )


def test_a_cited_report_without_its_source_never_raises_low_either():
    """ "The wire reported" may rest on whoever else is named; only the upper bound rises."""
    claim = assessed(tells("Quill Post", paper(WIRE)), tells("Morning Slate", BRODE))
    assert count(claim) == (1, 2)
    assert any(reason.startswith(f"{WIRE} says so on its own word") for reason in claim.reasons)


def test_a_ring_beside_a_named_speaker_never_raises_low_either():
    """Two that cite each other may have it from the one who is named."""
    claim = assessed(
        tells("Quill Post", paper("Lowland Courier")),
        tells("Lowland Courier", paper("Quill Post")),
        tells("Morning Slate", BRODE),
    )
    assert claim.circular
    assert count(claim) == (1, 2)


def test_a_copied_text_does_not_make_its_source_say_what_it_added():
    """What a reprint adds of its own rests on the reprint, not on a report that never told it."""
    lead = ("The harbour office of Port Maren shut two piers on Monday after a crane fell on the eastern quay.",)  # fmt: skip
    report = article(WIRE, says("a crane fell", BRODE), lead=lead, day=day(3))
    spun = tells("Quill Post", lead=lead, day=day(4))
    claim = assessed(report, spun, claim=claim_of(spun), by_text=True)
    assert [o.name for o in claim.origins] == ["Quill Post"]


def test_outlets_on_their_own_word_alone_are_at_least_one():
    """Nobody is named by anybody: between one and as many as there are."""
    claim = assessed(*(tells(o) for o in (WIRE, "Quill Post", "Marsh Gazette")))
    assert count(claim) == (1, 3)
    assert {(o.kind, o.held) for o in claim.origins} == {(OriginKind.OUTLET, True)}


def test_pages_that_do_not_name_their_outlet_are_told_apart_by_their_articles():
    """Two pages of unknown outlets are one below and two above."""
    assert count(assessed(tells(None, key="a"), tells(None, key="b"))) == (1, 2)


def test_an_unsaid_source_is_nobody_new():
    """ "sources" without a word on whose is an echo beside a named speaker, and unknown alone."""
    assert count(assessed(tells(WIRE, BRODE), tells("Quill Post", unsaid()))) == (1, 1)
    alone = assessed(tells("Quill Post", unsaid()))
    assert [o.kind for o in alone.origins] == [OriginKind.UNKNOWN]
    assert count(alone) == (1, 1)


def test_an_inferred_link_is_not_walked():
    """What no words signal is not told as a fact: the outlet stands on its own word."""
    guess = replace(BRODE, basis=Basis.INFERRED)
    assert origins(assessed(tells(WIRE, guess))) == [(WIRE, OriginKind.OUTLET)]


def test_a_cited_report_nobody_holds_is_a_ghost():
    """An outlet that is the end of a chain and has no page here is an origin not held."""
    origin = only(assessed(tells("Quill Post", paper(WIRE))).origins)
    assert (origin.kind, origin.held) == (OriginKind.GHOST, False)
    held = assessed(tells("Quill Post", paper(WIRE)), tells(WIRE))
    assert [(o.kind, o.held) for o in held.origins] == [(OriginKind.OUTLET, True)]


def test_who_cites_a_report_in_its_words_makes_no_ring_with_it():
    """A page that names the wire and has its words cites it one way, dates or no dates."""
    claim = assessed(tells("Quill Post", paper(WIRE)), tells(WIRE), by_text=True)
    assert not claim.circular
    assert [(o.kind, o.held) for o in claim.origins] == [(OriginKind.OUTLET, True)]


def test_a_description_with_another_ending_is_the_same_source():
    """ "informed source" and "informed sources" of one report are not two."""
    claim = assessed(
        tells("Quill Post", paper(WIRE), hidden("informed sources", WIRE)),
        tells("Morning Slate", paper(WIRE), hidden("informed source", WIRE)),
    )
    assert count(claim) == (1, 1)
    assert not claim.circular
    assert only(claim.origins).kind is OriginKind.UNNAMED


def test_pages_that_do_not_say_whose_they_are_go_by_their_headline():
    """Two unknown pages are told apart in the reasons, and are not called outlets."""
    pages = [
        article(None, says(PIERS, BRODE), key=key, title=f"Port shuts {key}") for key in "ab"
    ]
    claim = assessed(*pages)
    assert claim.reasons[0] == "2 articles of 2 unknown outlets tell it"
    assert any("“Port shuts a” and the page “Port shuts b” have it" in r for r in claim.reasons)


def test_an_outlet_goes_by_one_name_however_it_is_cited():
    """ "Night Water" and Nightwater Wire are one node, called as its own page calls it."""
    claim = assessed(tells("Quill Post", paper("Night Water")), tells(WIRE, BRODE))
    assert origins(claim) == [("Ilan Brode", OriginKind.SPEAKER)]
    assert "Quill Post has it from Nightwater Wire" in claim.reasons


def test_a_nested_speaker_is_not_an_origin():
    """ "officials said the envoy told them so": the officials say so, not the envoy."""
    outer = says(PIERS, hidden("two officials", WIRE))
    page = article(WIRE, outer, says(PIERS, VENN), key="wire")
    inner = replace(page.statements[1], nested_in=page.statements[0].id)
    page = replace(page, statements=(page.statements[0], inner))
    claim = replace(claim_of(page), statement_ids=tuple(s.id for s in page.statements))
    assert origins(assessed(page, claim=claim)) == [
        ("two officials (Nightwater Wire)", OriginKind.UNNAMED)
    ]


def test_who_alone_passed_it_on_is_named_beside_the_origin():
    """ "the envoy, through two officials": without them nobody would have heard of it."""
    officials = hidden("two officials", WIRE)
    origin = only(assessed(tells(WIRE, officials, VENN)).origins)
    assert (origin.name, origin.through) == ("Mara Venn", "two officials (Nightwater Wire)")
    direct = assessed(tells(WIRE, officials, VENN), tells("Quill Post", VENN))
    assert only(direct.origins).through is None


def test_a_copy_by_text_rests_on_what_it_is_a_copy_of():
    """A reprint that names nobody rests on the report its text is, not on its own word."""
    lead = ("The harbour office of Port Maren shut two piers on Monday after a crane fell on the eastern quay.",)  # fmt: skip
    report = tells(WIRE, BRODE, lead=lead, day=day(3))
    spun = tells("Quill Post", lead=lead * 2, day=day(4))
    claim = assessed(report, spun, by_text=True)
    assert count(claim) == (1, 1)
    assert "Quill Post has it from Nightwater Wire" in claim.reasons


def test_hidden_sources_of_a_copied_text_are_those_of_its_upstream():
    """A copy that calls the wire's man "a port worker" has found nobody new."""
    lead = ("The harbour office of Port Maren shut two piers on Monday after a crane fell on the eastern quay.",)  # fmt: skip
    report = tells(WIRE, BRODE, lead=lead, day=day(3))
    spun = tells("Quill Post", hidden("a port worker", "Quill Post"), lead=lead, day=day(4))
    assert origins(assessed(report, spun, by_text=True)) == [("Ilan Brode", OriginKind.SPEAKER)]
    apart = assessed(report, spun)
    assert len(apart.origins) == 2


def test_who_was_told_itself_is_not_doubted():
    """Sources that "told" the outlet are its own, whomever it cites elsewhere."""

    def page(cue):
        said = replace(hidden("a port worker", "Quill Post"), cue=cue)
        return article(
            "Quill Post", says(PIERS, said), says("a crane fell", paper(WIRE)), key="q"
        )

    wire = tells(WIRE, BRODE)
    assert len(assessed(wire, page("told")).origins) == 2
    assert origins(assessed(wire, page(None))) == [("Ilan Brode", OriginKind.SPEAKER)]


@pytest.mark.parametrize(
    ("speaker", "ends"),
    [
        ("senior US intelligence official", 1),  # of which country, not who
        ("Iranian officer", 1),
        ("harbour master of Meridian", 2),  # one office, which the wire need not have heard
    ],
)
def test_of_which_country_somebody_is_does_not_name_him(speaker, ends):
    """A page that draws on the wire may have its "US official" from there; its own harbour master not."""
    page = article(
        "Quill Post",
        says(PIERS, described(speaker)),
        says("a crane fell", paper(WIRE)),
        key="q",
    )
    assert len(assessed(tells(WIRE, BRODE), page).origins) == ends


def test_where_nobody_is_named_the_one_upstream_of_all_is_the_origin():
    """Two that both draw on one unseen report, and name it for something else, rest on that."""
    both = [
        article(o, says(PIERS), says("a crane fell", paper(WIRE))) for o in ("Quill Post", "Marsh Gazette")
    ]  # fmt: skip
    claim = assessed(*both)
    assert [(o.id, o.kind) for o in claim.origins] == [(outlet_id(WIRE), OriginKind.GHOST)]
    assert claim.independent.low == 1


def test_the_order_of_findings_does_not_matter():
    """The same articles the other way round give the same claim to the letter."""
    pile = [tells(WIRE, BRODE), tells("Quill Post", paper(WIRE)), tells("Marsh Gazette")]
    assert assessed(*pile, claim=claim_of(*pile)) == assessed(
        *pile[::-1], claim=claim_of(*pile)
    )


def test_whoever_denies_it_is_no_origin_of_it():
    """A denial among the tellings makes no second origin, and the reasons name who denies."""
    denial = article("Quill Post", says(PIERS, VENN, cue_class="doubt"), key="denial")
    claim = assessed(tells(WIRE, BRODE), denial)
    assert (count(claim), origins(claim)) == ((1, 1), [("Ilan Brode", OriginKind.SPEAKER)])
    assert "Mara Venn denies it, and is no origin of it" in claim.reasons


def test_where_all_deny_it_the_denial_is_the_claim():
    """Two who deny the same are two origins of the denial."""
    denials = [
        article(outlet, says(PIERS, who, cue_class="doubt"), key=outlet)
        for outlet, who in ((WIRE, BRODE), ("Quill Post", VENN))
    ]
    assert count(assessed(*denials)) == (2, 2)


def test_whoever_tells_of_a_report_has_it_from_there():
    """Venn said that the wire reports it: she is no second witness of what the wire has from Brode."""
    teller = article(
        "Quill Post", says(PIERS, VENN), says(PIERS, VENN, paper(WIRE)), key="post"
    )
    host, inner = teller.statements
    nested = replace(teller, statements=(host, replace(inner, nested_in=host.id)))
    findings = (tells(WIRE, BRODE), nested)
    told = [s.id for f in findings for s in f.statements]
    claim = replace(claim_of(*findings), statement_ids=tuple(sorted(told)))
    counted = assessed(*findings, claim=claim)
    assert (count(counted), origins(counted)) == ((1, 1), [("Ilan Brode", OriginKind.SPEAKER)])


def test_a_source_hidden_behind_a_credit_may_be_another_reports():
    """ "sources" of a page credited to the wire, which draws on the Gazette too, may be the Gazette's."""
    credit = replace(paper(WIRE), basis=Basis.CREDIT)
    gazette = tells("Marsh Gazette", BRODE)
    page = article(
        "Quill Post",
        says(PIERS, credit, hidden("sources", WIRE)),
        says("a crane fell", paper("Marsh Gazette")),
        key="post",
    )
    claim = assessed(gazette, page)
    assert (count(claim), origins(claim)) == ((1, 1), [("Ilan Brode", OriginKind.SPEAKER)])
