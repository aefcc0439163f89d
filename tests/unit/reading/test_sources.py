import pytest
from small_article import names, said_in, small_article, statements_of

from headwater.language import read
from headwater.model import Basis, Credit, LinkKind
from headwater.reading.attributions import Attribution, find_attributions
from headwater.reading.cast import find_cast
from headwater.reading.sources import Sources
from headwater.reading.units import find_units


def _opened(*paragraphs, **facts):
    """Read each sentence's first attribution, in order: the sources and the links of the last."""
    article = small_article(*paragraphs, **facts)
    parse = read(article)
    units = find_units(parse)
    sources = Sources(article, find_cast(parse, article.outlet, article.outlet_name), units)
    links = ()
    for number, unit in enumerate(units):
        for found in find_attributions(unit.tokens)[:1]:
            links = sources.chain(unit.tokens, found, number)
    return sources, links


def _names(*paragraphs, **facts):
    return [link.name for link in _opened(*paragraphs, **facts)[1]]


def test_a_chain_begins_with_the_page_and_its_credit():
    """Behind nobody stands the page's outlet, and behind it whom the credit line names."""
    sources, links = _opened(
        "The mayor said the kiln was cold.", credited=[Credit(name="Kyodo", words="(Kyodo)")]
    )
    assert [(link.name, link.basis) for link in sources.behind(links)] == [
        ("Marsh Gazette", Basis.PAGE),
        ("Kyodo News", Basis.CREDIT),
        ("mayor", Basis.EXPLICIT),
    ]


def test_a_credit_that_no_registry_knows_is_an_outlet_under_its_own_name():
    """The wire of a credit line stands behind the page, known or not."""
    sources, _ = _opened(
        "It rained.", credited=[Credit(name="Fenland Telegraph", words="(Fenland Telegraph)")]
    )
    (_, link) = sources.behind(())
    assert (link.name, link.kind, link.basis) == (
        "Fenland Telegraph",
        LinkKind.OUTLET,
        Basis.CREDIT,
    )
    assert link.actor_id


def test_whom_a_credited_outlet_cites_stands_behind_what_nobody_else_is_named_for():
    """ "Source: CNN, citing two officials": the officials tell it, but not what the mayor says."""
    credit = Credit(name="CNN", words="Source: CNN, citing two officials")
    sources, links = _opened("The mayor said the kiln was cold.", credited=[credit])
    own = [link.name for link in sources.behind(())]
    assert own == ["Marsh Gazette", "CNN", "two officials"]
    assert [link.name for link in sources.behind(links)][1:] == ["CNN", "mayor"]


@pytest.mark.parametrize(
    ("second", "chain"),
    [
        ("They added that it was old.", ["Reuters", "Two divers and officials"]),
        ("The officials added that it was old.", ["Reuters", "Two divers and officials"]),
        ("Ilse Brandt added that it was old.", ["Ilse Brandt"]),
        ("Miners and officials said it was old.", ["Miners and officials"]),
    ],
)
def test_an_anaphor_takes_the_nearest_source_that_fits(second, chain):
    """Pronoun, definite noun and word of press each find their own; a new name or an indefinite noun starts anew."""
    assert _names("Two divers and officials told Reuters that the ferry sank.", second) == chain


def test_it_is_never_a_crowd_and_they_never_one_person():
    """A pronoun passes over a source of the wrong number."""
    text = ("The ministry said it rained.", "Two officials said it snowed.")
    assert _names(*text, "It added that roads were closed.") == ["ministry"]
    assert _names(*text[::-1], "They added that roads were closed.") == ["Two officials"]


def test_the_words_of_a_unit_are_lower_case():
    """A unit's words can be asked for."""
    sources, _ = _opened("The Mayor spoke. It rained.")
    assert sources.words_of(0) == {"the", "mayor", "spoke", "."}


def test_a_source_hidden_on_purpose_is_owned_by_the_last_who_is_named():
    """The same words under another agency are other people."""
    a = _opened("Informed sources told Reuters that it rained.")[1][-1]
    b = _opened("Informed sources told Kyodo that it rained.")[1][-1]
    assert a.kind is b.kind is LinkKind.UNNAMED
    assert a.actor_id != b.actor_id


def test_how_many_there_were_is_part_of_who_they_are():
    """ "Two informed sources" and "three informed sources" are not taken for the same."""
    a = _opened("Two informed sources said it rained.")[1][-1]
    b = _opened("Three informed sources said it rained.")[1][-1]
    c = _opened("The two informed sources said it snowed.")[1][-1]
    assert a.actor_id != b.actor_id
    assert a.actor_id == c.actor_id


def test_told_to_its_own_outlet_adds_no_link():
    """ "told Marsh Gazette" on a page of the Marsh Gazette is the page itself."""
    assert _names("A source told Marsh Gazette that it rained.") == ["source"]


_FOREIGN = "The Guardian reported on Monday that it snowed."


@pytest.mark.parametrize(
    "own",
    [
        "this newspaper",
        "this website",
        "our newspaper",
        "our correspondent in Muscat",
        "this newspaper’s reporter",
        "us",
        "the Marsh Gazette’s correspondent",
        "the Gazette",
    ],
)
def test_what_a_source_told_the_pages_own_house_goes_through_no_other(own):
    """ "told this newspaper" is no call back to the paper that the page has named before."""
    assert _names(_FOREIGN, f"A clerk told {own} that it rained.") == ["clerk"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Speaking to this newspaper, a clerk said that it rained.",
        "In an interview with this website, a clerk said that it rained.",
        "A clerk acknowledged to this newspaper that it rained.",
    ],
)
def test_an_interview_with_the_pages_own_house_goes_through_no_other(sentence):
    """However a source speaks to "this newspaper", it speaks to the page."""
    assert _names(_FOREIGN, sentence) == ["clerk"]


@pytest.mark.parametrize(
    "sentence",
    [
        "This newspaper has learned that it rained.",
        "This newspaper’s reporter said that it rained.",
    ],
)
def test_what_the_pages_own_house_learned_it_says_itself(sentence):
    """A page that speaks of itself stands in no chain behind itself, whatever paper it has named before."""
    assert _names(_FOREIGN, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("A clerk told the newspaper that it rained.", ["The Guardian", "clerk"]),
        ("A clerk told the paper’s correspondent that it rained.", ["The Guardian", "clerk"]),
        ("A clerk told this agency that it rained.", ["The Guardian", "clerk"]),
        ("A news agency reported that it rained.", ["news agency"]),
    ],
)
def test_the_paper_named_before_is_called_back_by_an_article(sentence, chain):
    """ "The newspaper" is the one named last; "a newspaper" is any."""
    assert _names(_FOREIGN, sentence) == chain


def test_the_pages_whole_name_is_not_the_shorter_name_of_another():
    """ "told Guardian Online", on its page, is not what the Guardian was told."""
    told = "A clerk told Guardian Online that it rained."
    own = {"outlet": "case/guardian-online", "name": "Guardian Online"}
    assert _names(told, **own) == ["clerk"]
    assert _names(told) == ["The Guardian", "clerk"]


def test_nobody_named_is_unspecified():
    """Without a source phrase the chain ends with somebody unknown."""
    sources, _ = _opened("It rained.")
    nobody = Attribution(
        source=None, cue=(), cue_class="none", cue_lemma="", content=(), shape="noun"
    )
    (link,) = sources.chain((), nobody, 0)
    assert (link.actor_id, link.basis) == (None, Basis.UNSPECIFIED)


def test_a_country_with_full_stops_is_the_same_country():
    """ "a senior U.S. official" in one page is "a senior US official" in the next."""
    dotted = _opened("A senior U.S. official said the kiln was cold.")[1][-1]
    plain = _opened("A senior US official said the kiln was cold.")[1][-1]
    assert dotted.actor_id == plain.actor_id


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        (
            "“Sixty boats before breakfast,” Kofi Asante said. The lake froze at noon. Ferryman Otto Greel carried some 800 people over the lake by night. He took no money. “Mostly prams,” he said.",
            "Otto Greel",
        ),
        (
            "A baker said that he had seen smoke. A clerk of the League, who would not give his name, said the list was long. Nobody had been told when it would be read, he said.",
            "clerk of the League",
        ),
        (
            "A gardener said that he had seen smoke. A soothsay of the League, who would not give his name, said the list was long. Nobody had been told more, he said.",
            "soothsay of the League",
        ),
    ],
)
def test_he_is_whoever_was_spoken_of_last_and_not_whoever_spoke_before(paragraph, name):
    """A pronoun goes back to the person the sentences tell of, with rank, trade or a "who" to show one."""
    last = statements_of(paragraph)[-1]
    assert last.chain[-1].name.endswith(name)


def test_a_report_is_called_back_though_its_day_stands_behind_it():
    """ "The report late on Saturday" is the report of the press met last, and no new paper."""
    assert _names("Kyodo reported that it rained.", "The report late on Saturday said it snowed.") == ["Kyodo News"]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "The newspaper “Lantern of Basra” revealed that the ledgers had been burned.",
        'The newspaper "Lantern of Basra" revealed that the ledgers had been burned.',
        "The newspaper Lantern of Basra revealed that the ledgers had been burned.",
        "The “Lantern of Basra” newspaper revealed that the ledgers had been burned.",
        "The Lantern of Basra newspaper revealed that the ledgers had been burned.",
        "The ledgers had been burned, according to the newspaper “Lantern of Basra”.",
    ],
)
def test_a_newspaper_named_beside_the_noun_goes_by_that_name(sentence):
    """In marks or not, and with its town, though a gazetteer knows the town alone."""
    (said,) = said_in(sentence)
    assert names(said) == ["Lantern of Basra"]
    assert said.chain[-1].kind is LinkKind.OUTLET


def test_a_newspaper_told_something_is_named_in_marks():
    """The name in marks is whom it was told to, and no part of what was told."""
    (said,) = said_in(
        "The mayor told the newspaper “Lantern of Basra” that the ledgers had been burned."
    )
    assert names(said) == ["Lantern of Basra", "mayor"]
    assert said.words == "the ledgers had been burned"


@pytest.mark.parametrize(
    ("paragraphs", "who"),
    [
        (
            (
                "The union accused the mayor of fraud.",
                "Its lawyer said the ledgers had been burned.",
            ),
            "lawyer of the union",
        ),
        (
            ("Salim Darwish left the city.", "His lawyer said the ledgers had been burned."),
            "lawyer of Salim Darwish",
        ),
        (
            ("A clerk said the vault was empty.", "Another said the keys were missing."),
            "another clerk",
        ),
        (
            ("Two clerks said the vault was empty.", "A third said the guards had left."),
            "third clerk",
        ),
    ],
)
def test_a_description_says_whose_and_of_what_it_is(paragraphs, who):
    """What it leaves to the sentence before it is put back: a name must stand by itself."""
    said = said_in(*paragraphs)[-1]
    assert names(said) == [who]
    assert said.chain[-1].kind is LinkKind.PERSON


def test_another_goes_on_counting_from_the_noun():
    """A third behind "another" is still a clerk, and none of them is another of them."""
    said = said_in(
        "A clerk said the vault was empty.",
        "Another said the keys were missing.",
        "A third said the guards had left.",
    )
    assert [names(s) for s in said] == [["clerk"], ["another clerk"], ["third clerk"]]
    assert len({s.chain[-1].actor_id for s in said}) == len(said)


def test_a_description_of_whom_nothing_is_known_stays_as_it_is():
    """Nobody is made up for it."""
    (said,) = said_in("Its lawyer said the ledgers had been burned.")
    assert names(said) == ["Its lawyer"]
