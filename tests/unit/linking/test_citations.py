from dataclasses import replace

import pytest
from small_pile import article, described, link, only, paper, person, says

from headwater.lexicon import outlet_id
from headwater.linking import PileOutlets
from headwater.linking.citations import find_citations
from headwater.model import ActorKind, Basis, Credit, LinkKind, Span

PIERS = "two piers of Port Maren were shut"
WIRE = outlet_id("Nightwater Wire")


def cited(finding, *others):
    outlets = PileOutlets([f.article for f in (finding, *others)])
    return find_citations(finding, outlets)


def test_an_outlet_of_a_chain_is_cited_with_the_words_that_name_it():
    """The evidence runs from the name to the cue, and gives back the article's own words."""
    page = article("Quill Post", says(PIERS, paper("Nightwater Wire")))
    found = only(cited(page))
    assert (found.upstream, found.name, found.credit) == (WIRE, "Nightwater Wire", False)
    assert found.evidence.text == "Nightwater Wire said"
    evidence = found.evidence
    assert page.article.text[evidence.start : evidence.end] == evidence.text


def test_an_agency_named_freely_is_the_outlet_of_the_pile():
    """ "Night Water" of one page is cited as the Nightwater Wire that another page comes from."""
    page = article("Quill Post", says(PIERS, paper("Night Water", LinkKind.AGENCY)))
    assert only(cited(page, article("Nightwater Wire", lead=("Fog.",)))).upstream == WIRE


def test_speakers_are_not_cited_reports():
    """People, named or described, are who speaks, not a report the article draws on."""
    page = article(
        "Quill Post", says(PIERS, person("Ilan Brode")), says("rain fell", described("a guard"))
    )
    assert cited(page) == ()


@pytest.mark.parametrize("basis", [Basis.INFERRED, Basis.UNSPECIFIED])
def test_what_is_merely_inferred_is_not_cited(basis):
    """A link that no words signal is no naming of an upstream."""
    one = link("Nightwater Wire", LinkKind.OUTLET, WIRE, basis)
    assert cited(article("Quill Post", says(PIERS, one))) == ()


def test_a_described_paper_is_not_cited():
    """ "a local newspaper" names nobody."""
    one = link("a local newspaper", LinkKind.OUTLET, "described/paper")
    assert cited(article("Quill Post", says(PIERS, one))) == ()


def test_a_body_is_cited_where_it_publishes_and_not_where_it_speaks():
    """The document of a known organisation is an upstream; its spokesman's word is not."""
    body = "org/amnesty-international"
    document = link("Amnesty International", LinkKind.DOCUMENT, body)
    spoken = link("Amnesty International", LinkKind.ORGANISATION, body)
    assert only(cited(article("Quill Post", says(PIERS, document)))).upstream == body
    assert cited(article("Quill Post", says(PIERS, spoken))) == ()


def test_an_outlet_does_not_cite_itself():
    """Its own name in its own article, in chain or credit, is no upstream."""
    credit = Credit(name="Quill Post", words="(Quill Post)")
    page = article("Quill Post", says(PIERS, paper("Quill Post")), credits_=[credit])
    assert cited(page) == ()


def test_a_credit_line_speaks_for_the_whole_text():
    """An agency in a credit line is cited, registry or pile, by the words of the credit."""
    credit = Credit(name="Reuters", words="(Reuters)")
    found = only(cited(article("Quill Post", lead=("Fog.",), credits_=[credit])))
    assert (found.upstream, found.credit) == ("agency/reuters", True)
    assert found.evidence.text == "(Reuters)"
    credit = Credit(name="Night Water", words="fog. Night Water", start=0, end=4)
    page = article("Quill Post", lead=("Fog.",), credits_=[credit])
    found = only(cited(page, article("Nightwater Wire", lead=("Rain.",))))
    assert (found.upstream, found.evidence.text) == (WIRE, "Fog.")


def test_a_photo_credit_is_never_a_citation():
    """Who took the picture says nothing of who tells the story."""
    credit = Credit(name="Reuters", words="Photo: Reuters", photo=True)
    assert cited(article("Quill Post", lead=("Fog.",), credits_=[credit])) == ()


def mentioning(line, **where):
    return article(
        "Quill Post", names=[("Nightwater Wire", WIRE, ActorKind.AGENCY)],
        **(where or {"lead": (line,)}),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Footage first seen by the Nightwater Wire shows the crane.", "seen by the Nightwater Wire"),
        ("Ilan Brode made the remark to the Nightwater Wire on Monday.", "remark to the Nightwater Wire"),
    ],
)  # fmt: skip
def test_an_outlet_beside_a_word_of_reporting_is_cited(line, words):
    """Prose that no reader of statements understood still names whom it has it from."""
    found = only(cited(mentioning(line)))
    assert found.upstream == WIRE
    assert words in found.evidence.text


@pytest.mark.parametrize(
    "line",
    [
        "A car ran into the gate of the Nightwater Wire on Monday.",
        "The crane, said to be new. (Photo: Nightwater Wire)",
        "Officials said so.\nThe Nightwater Wire has forty desks.",
    ],
)
def test_an_outlet_where_nothing_is_reported_is_not_cited(line):
    """A place, a photo's owner, a name on another line than the word of reporting: no upstream."""
    assert cited(mentioning(line)) == ()


def test_an_outlet_named_in_a_caption_is_not_cited():
    """Only the body says whom an article draws on."""
    line = "The crane, the Nightwater Wire reported"
    assert cited(mentioning(line, lead=("Fog.",), captions=(line,))) == ()
    assert len(cited(mentioning(line))) == 1


DENIAL = "what the Nightwater Wire published of the piers"


@pytest.mark.parametrize(
    ("telling", "denied"),
    [
        (says(DENIAL, person("Ilan Brode"), cue_class="doubt"), True),
        (says("the report of the Nightwater Wire is baseless"), True),
        (says("contrary to what the Nightwater Wire reported, the piers are open"), True),
        (says("the Nightwater Wire withdrew its report"), False),
        (says("the Nightwater Wire reported that the piers were shut"), False),
    ],
)
def test_a_report_that_is_called_false_is_cited_as_denied(telling, denied):
    """It is named, and what the article tells does not come from it."""
    names = [("Nightwater Wire", WIRE, ActorKind.AGENCY)]
    found = only(cited(article("Quill Post", telling, names=names)))
    assert (found.upstream, found.denied) == (WIRE, denied)


@pytest.mark.parametrize(
    ("behind", "denied"),
    [
        (", a day after the Nightwater Wire reported it", True),
        (", as the Nightwater Wire reported on Monday", False),
        (". It spoke after the Nightwater Wire reported it", False),
    ],
)
def test_a_report_that_a_denial_comes_after_is_cited_as_denied(behind, denied):
    """What a sentence denies does not come from the report that it says told it."""
    told = "that the piers were shut"
    names = [("Nightwater Wire", WIRE, ActorKind.AGENCY)]
    written = article("Quill Post", says(told + behind, cue_class="doubt"), names=names)
    (statement,) = written.statements
    start = statement.content[0].start
    content = Span.cut(written.article.text, start, start + len(told))
    found = cited(replace(written, statements=(replace(statement, content=(content,)),)))
    assert [one.denied for one in found] == [denied]


def test_an_outlet_that_is_spoken_of_is_not_cited():
    """ "Ilan Brode said that the house of OUTLET burned": it is he who says so."""
    names = [("Nightwater Wire", WIRE, ActorKind.AGENCY)]
    told = says("the house of the Nightwater Wire burned", person("Ilan Brode"))
    assert cited(article("Quill Post", told, names=names)) == ()
    heard = says(
        "the house burned, in a statement on the Nightwater Wire", person("Ilan Brode")
    )
    assert len(cited(article("Quill Post", heard, names=names))) == 1
