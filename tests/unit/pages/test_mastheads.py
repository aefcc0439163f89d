"""Whose a text page is, and of which day, in the layouts in which news is saved."""

from datetime import date

import pytest

from headwater.model import Article, Page, PageStatus, ZoneKind
from headwater.pages.text import read_text

HEAD = "Fishing crews ordered ashore after mines found off breakwater"
BODY = (
    "The governor of the coastal district has told fishing crews to stay ashore until Sunday, two port officials said.",
    "The officials said the order was given after a patrol boat found three mines off the northern breakwater.",
    "“Nobody will sail before the channel is swept,” the harbour master, Yusuf Qadri, said in a statement.",
    "The crews’ union warned that its members would block the fuel depot if the order stood next week.",
)
DAY = date(2031, 3, 13)


def read(*parts: str) -> Article:
    page = Page(
        id="p1", name="a.txt", names=("a.txt",), url=None, sha256="0", size=1, format="text", encoding="utf-8",
        status=PageStatus.READ, reason=None,
    )  # fmt: skip
    (article,) = read_text("\n\n".join(parts) + "\n", page)
    return article


def told(article: Article) -> tuple[str | None, str | None, date | None]:
    assert article.published_from == article.published_to
    return article.title, article.outlet_name, article.published_from


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (("Arab News - 13/03/2031", HEAD), "Arab News"),
        (("Sudan Tribune | 13 Mar 2031 | 14:30", HEAD), "Sudan Tribune"),
        (("Gulf News      Thursday, March 13, 2031      Page 4", HEAD), "Gulf News"),
        (("The Tihama Courier, Thursday, March 13, 2031", HEAD), "Tihama Courier"),
        (("Asharq Al-Awsat\nThursday - 20 Muharram 1453 AH - 13 March 2031 AD", HEAD), "Asharq Al-Awsat"),
        ((f"{HEAD}\nArab Harbour Post\nMarch 13, 2031",), "Arab Harbour Post"),
        ((f"{HEAD}\nBy Layla Haddad\nArab News\n13 March, 2031",), "Arab News"),
        ((f"{HEAD}\nLantern Gazette | 13 Mar 2031 | 14:30",), "Lantern Gazette"),
        ((f"{HEAD}\nOkaz (Jeddah)\nThursday 20/01/1453 - 13/03/2031",), "Okaz"),
        ((HEAD, "Published by Kyiv Independent on 13 March 2031"), "Kyiv Independent"),
        ((HEAD, "aljazeera.com, 13 March 2031"), "Al Jazeera"),
        ((HEAD, "Aden (Yemen Monitor) 13 March 2031"), "Yemen Monitor"),
        (("From: Sudan Tribune <news@marl.example>\nDate: Thu, 13 Mar 2031 08:14:00 +0000\nSubject: " + HEAD,), "Sudan Tribune"),
        (("THE TIHAMA COURIER\nIssue 212\n13 March 2031", HEAD), "THE TIHAMA COURIER"),
        (("“Sudan Tribune” - 13.03.2031", HEAD), "Sudan Tribune"),
    ],
)  # fmt: skip
def test_a_paper_beside_the_day_prints_the_article(head: tuple[str, ...], name: str) -> None:
    """Over the headline, under it, in a dateline or a header: the paper and the day are the article's."""
    assert told(read(*head, *BODY)) == (HEAD, name, DAY)


@pytest.mark.parametrize(
    "head",
    [
        ("World News - 13/03/2031", HEAD),
        ("Morning Briefing - 13 March 2031", HEAD),
        ("Reuters - 13/03/2031", HEAD),
        (f"{HEAD}\nLayla Haddad\nMarch 13, 2031",),
        (f"{HEAD}\nMiddle East\nMarch 13, 2031",),
        (HEAD, "Published by Omar Nasser on 13 March 2031"),
        (HEAD, "via Reuters, 13 March 2031"),
        (HEAD, "By Layla Haddad, CNN, 13 March 2031"),
        (f"{HEAD}\nBy CNN.com\nMarch 13, 2031",),
        (HEAD, "Tripoli (Lebanon) 13 March 2031"),
        (HEAD, "Sanaa (Ansar Allah) 13 March 2031"),
        (HEAD, "Beirut (AFP) 13 March 2031"),
        (HEAD, "www.lanternpost.example | 13 March 2031"),
        (
            f"From: Omar Nasser <omar@marl.example>\nDate: Thu, 13 Mar 2031 08:14:00 +0000\nSubject: Fwd: {HEAD}",
        ),
    ],
)
def test_a_section_an_author_a_place_and_an_agency_print_nothing(head: tuple[str, ...]) -> None:
    """What stands beside the day is no paper for that alone; the day holds all the same."""
    assert told(read(*head, *BODY)) == (HEAD, None, DAY)


@pytest.mark.parametrize(
    "line",
    [
        "via Reuters, 13 March 2031",
        "Beirut (Reuters) 13 March 2031",
        "By Ada Brun, Reuters, 13 March 2031",
    ],
)
def test_an_agency_beside_the_day_is_credited(line: str) -> None:
    """Its text it is, whoever prints it."""
    article = read(HEAD, line, *BODY)
    assert [credit.name for credit in article.credits] == ["Reuters"]


def test_a_name_that_nobody_knows_is_a_papers_if_sources_speak_to_it() -> None:
    """ "Al Bahr Online" beside the day is the page's own where somebody told it something; cited, it is another's."""
    head = ("Al Bahr Online – 13 March 2031", HEAD)
    spoken = "A deckhand told Al Bahr Online that the mines were old."
    assert told(read(*head, *BODY, spoken)) == (HEAD, "Al Bahr Online", DAY)
    cited = "The mines were old, Al Bahr Online reported on Monday."
    assert told(read(*head, *BODY, spoken, cited)) == (HEAD, None, DAY)
    assert told(read(*head, *BODY)) == (HEAD, None, DAY)


def test_a_headline_that_its_own_paper_opens_is_kept_whole() -> None:
    """The name in it is no second outlet."""
    head = "Yemen Monitor: Fishing crews ordered ashore"
    assert told(read(head, "Aden (Yemen Monitor) 13 March 2031", *BODY)) == (
        head,
        "Yemen Monitor",
        DAY,
    )


def test_a_headline_in_capitals_beside_the_day_names_no_paper() -> None:
    """ "Harbour Firm Sues Daily Herald" ends as papers' names do, and is none."""
    article = read("Harbour Firm Sues Daily Herald", "13 March 2031", *BODY)
    assert article.outlet is None


def test_a_headline_with_its_day_names_no_paper() -> None:
    """The only line over a text is its headline, whatever it ends in."""
    head = "Fishing Crews Sue Coastal Gazette, 13 March 2031"
    article = read(head, *BODY)
    assert (article.title, article.outlet) == (head, None)


def test_paper_and_day_over_a_text_are_never_its_headline() -> None:
    """Not even where the text has their words, and none of the headline's."""
    article = read(
        "Al Bahr Online – 13 March 2031",
        "No end of the wait in sight for boats up north",
        *BODY,
        "A deckhand told Al Bahr Online that he was tired.",
    )
    assert told(article) == (
        "No end of the wait in sight for boats up north",
        "Al Bahr Online",
        DAY,
    )


def test_whose_report_it_is_is_no_headline() -> None:
    """ "Text of report by NAME" heads nothing, though the text has its words."""
    line = "Text of report by Yemeni governor's coastal district union website Yemen Monitor"
    article = read(line, *BODY)
    assert (article.title, [credit.name for credit in article.credits]) == (
        None,
        ["Yemen Monitor"],
    )


def test_the_day_behind_a_headline_is_its_day() -> None:
    """What stands behind a dash is no part of the headline where it is a day."""
    assert told(read(f"{HEAD} - 13/03/2031", *BODY)) == (HEAD, None, DAY)


def test_a_paper_in_the_dateline_prints_what_it_signs() -> None:
    """The day may stand behind the bracket; an agency in it is credited and prints nothing."""
    article = read(HEAD, f"Aden (Yemen Monitor), 13 March 2031 – {BODY[0]}", *BODY[1:])
    assert told(article) == (HEAD, "Yemen Monitor", DAY)
    assert read(HEAD, f"Aden (AFP) – {BODY[0]}", *BODY[1:]).outlet is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© Reuters", None),
        ("(Image: © Ada Brun)", None),
        ("© Yemen Monitor", "Yemen Monitor"),
        ("©All Rights Reserved Coastal Gazette 2031", "Coastal Gazette"),
        ("Copyright 2031. Coastal Gazette. All rights reserved.", "Coastal Gazette"),
        ("© Copyright 2031 Coastal Gazette All Rights Reserved", "Coastal Gazette"),
        ("© 2031 All rights reserved.", None),
        ("© 2031. This site is part of the Marl network.", None),
        ("© 2031 The New York Times Company", "New York Times"),
        ("© 2031 Fenmore Media Group, Inc.", None),
        ("Prices © 2031 Fenmore\n© 2031 Arab News", "Arab News"),
    ],
)
def test_a_claim_of_the_page_is_no_claim_of_a_picture(line: str, name: str | None) -> None:
    """It has a year, or is an outlet's; a house of several papers, and whoever gave the prices, print none."""
    assert read(HEAD, *BODY, line).outlet_name == name


def test_a_word_of_the_menu_is_no_nameplate() -> None:
    """ "News" is a paper's short name in a sentence, and a section everywhere else."""
    assert read("Home\nNews", HEAD, *BODY).outlet is None
    assert read("The National", HEAD, *BODY).outlet_name == "National"


def test_a_company_is_the_paper_that_it_prints() -> None:
    """ "Ltd" is no part of a paper's name."""
    article = read(HEAD, *BODY, "Copyright 2031 Coastal Gazette Ltd.")
    assert article.outlet_name == "Coastal Gazette"


def test_a_paper_beside_the_day_wins_over_the_agency_that_holds_the_rights() -> None:
    """A text of an agency keeps its copyright wherever it is printed."""
    article = read(f"{HEAD}\nArab News\nMarch 13, 2031", *BODY, "© 2031 Agence France-Presse")
    assert article.outlet_name == "Arab News"


def test_the_crew_below_a_text_and_whom_it_speaks_to_name_its_house() -> None:
    """ "told Reuters" is Reuters's own where the text is signed as it signs, and nobody else's is."""
    crew = "(Reporting by Nadia Haddad in Aden; Editing by Tom Pryce)"
    asked = "The governor did not answer a request for comment from Reuters. He told Reuters in May that he would."
    article = read(HEAD, *BODY, asked, crew)
    assert (article.outlet, article.outlet_evidence) == ("agency/reuters", f"signed: {crew}")
    assert [article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.DISCLAIMER] == [crew]  # fmt: skip
    assert read(HEAD, *BODY, asked).outlet is None
    assert (
        read(HEAD, *BODY, asked, "The order was lifted, Reuters reported.", crew).outlet is None
    )
    assert read(HEAD, *BODY, asked, "A clerk told AFP it was not.", crew).outlet is None


def test_the_writers_below_a_text_name_their_house() -> None:
    """ "Associated Press writer NAME contributed to this report": no paragraph, and the agency's own text."""
    crew = "Associated Press writer Hala Odeh in Cairo contributed to this report."
    article = read(HEAD, *BODY, "___", crew)
    assert article.outlet == "agency/associated-press"
    assert [article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.BODY] == list(BODY)  # fmt: skip
    assert read(HEAD, *BODY, "Reuters contributed to this report.").outlet is None


def test_a_house_that_signs_one_text_of_another_outlet_is_credited() -> None:
    """Who prints it is on top of the page; whose it is, below it."""
    crew = "Associated Press writer Hala Odeh in Cairo contributed to this report."
    article = read(f"{HEAD}\nArab News\nMarch 13, 2031", *BODY, crew)
    assert article.outlet_name == "Arab News"
    assert "Associated Press" in {credit.name for credit in article.credits}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Text of report by Yemeni news website Yemen Monitor on 12 March", "Yemen Monitor"),
        ("Text of report in English by Lebanese newspaper L'Orient Today website", "L'Orient Today"),
        ("Forwarded from Yemen Monitor", "Yemen Monitor"),
    ],
)  # fmt: skip
def test_a_service_says_whose_report_it_prints(line: str, name: str) -> None:
    """The line is no headline, no caption, and a credit."""
    article = read(HEAD, line, *BODY)
    assert (article.title, article.outlet) == (HEAD, None)
    assert [credit.name for credit in article.credits] == [name]
    assert not [z for z in article.zones if z.kind is ZoneKind.CAPTION]


@pytest.mark.parametrize(
    "line",
    ["Last modified on Thursday 13 March 2031", "Aden, 13 March 2031", "Sanaa (Ansar Allah) 13 March 2031"],
)  # fmt: skip
def test_a_line_of_names_and_a_day_is_no_picture_text(line: str) -> None:
    """Its day is no lower bound of a photo."""
    article = read(HEAD, line, *BODY)
    assert article.published_to == DAY
    assert not [z for z in article.zones if z.kind is ZoneKind.CAPTION]


@pytest.mark.parametrize(
    "line",
    ["Retrieved 13 March 2031", "Accessed on 13 March 2031", "LOAD-DATE: March 13, 2031"],
)
def test_the_day_on_which_a_page_was_saved_is_only_the_last_it_may_be_of(line: str) -> None:
    """Whoever saved it came by later than it was printed."""
    article = read(HEAD, *BODY, line)
    assert (article.published_from, article.published_to) == (None, DAY)


def test_a_source_line_below_the_headline_is_no_picture_text() -> None:
    """However many words it has, it says whose the news is, and when."""
    article = read(f"{HEAD}\nSource: Arab News | Date: 13/03/2031", *BODY)
    assert told(article) == (HEAD, None, DAY)
    assert [credit.name for credit in article.credits] == ["Arab News"]


def test_a_caption_with_a_day_stays_one() -> None:
    """A line that tells something is no signature, though a day ends it."""
    article = read(HEAD, "Crews wait on the quay of the fishing port, 12 March 2031", *BODY)
    assert (article.published_from, article.published_to) == (date(2031, 3, 12), None)


def test_the_day_in_an_address_is_not_the_pages() -> None:
    """A text ends with the address of what it cites."""
    article = read(HEAD, *BODY, "https://www.reuters.com/world/mines-2031-03-12/")
    assert (article.outlet, article.published_from) == (None, None)


def test_the_paper_of_one_article_is_not_its_neighbours() -> None:
    """Two articles of a digest: the first is signed, the second is not."""
    other = "Court clears two surveyors accused of moving a boundary stone"
    page = Page(
        id="p1", name="a.txt", names=("a.txt",), url=None, sha256="0", size=1, format="text", encoding="utf-8",
        status=PageStatus.READ, reason=None,
    )  # fmt: skip
    text = (
        f"{HEAD}\nArab News\nMarch 13, 2031", *BODY, "", other, other,
        "A district court in Haldor on Wednesday acquitted two surveyors who had been charged with moving a boundary stone.",
        "The judge said the prosecution had failed to show that the stone ever stood anywhere else.",
        "Neighbours on both sides of the ridge have quarrelled over the pasture for three generations.",
    )  # fmt: skip
    first, second = read_text("\n\n".join(text), page)
    assert (first.outlet_name, second.outlet_name) == ("Arab News", None)
