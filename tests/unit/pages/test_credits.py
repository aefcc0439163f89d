import pytest

from headwater.model import Credit, Zone, ZoneKind
from headwater.pages.credits import find_credits
from headwater.pages.lines import Line


def credits_of(*paragraphs: str, around: tuple[str, ...] = ()) -> list[tuple[str, bool]]:
    text, zones = "\n\n".join(paragraphs), []
    for words in paragraphs:
        start = text.index(words)
        zones.append(Zone(start=start, end=start + len(words), kind=ZoneKind.BODY))
    found = find_credits(text, zones, (), [Line(text=one) for one in around])
    assert all(c.start is None or text[c.start : c.end] == c.words for c in found)
    return [(credit.name, credit.photo) for credit in found]


@pytest.mark.parametrize(
    "line",
    ["Source: Reuters", "By Ada Kerrin, Reuters", "By Reuters", "Reuters", "h/t Reuters"],
)
def test_a_credit_line_beside_the_text_is_read(line: str) -> None:
    """However a line credits an agency, its name comes out."""
    assert credits_of("The bank held its rate.", around=(line,)) == [("Reuters", False)]


def test_a_signature_at_the_end_is_a_credit() -> None:
    """``(Reuters)`` after the last sentence, or the bare name below it, signs the text."""
    assert credits_of("The bank held its rate.", "No change is due. (Reuters)") == [
        ("Reuters", False)
    ]
    assert credits_of("The bank held its rate.", "Reuters") == [("Reuters", False)]


@pytest.mark.parametrize(
    ("end", "name"),
    [
        ("Source: CNN, citing two officials", "CNN"),
        ("(Source: Kyodo).", "Kyodo"),
        ("– AFP", "AFP"),
    ],
)
def test_a_credit_glued_to_the_last_sentence_is_read(end: str, name: str) -> None:
    """It signs the text as a line of its own would."""
    last = f"No change is due. {end}"
    assert credits_of("The bank held its rate.", last) == [(name, False)]


def test_a_dash_inside_a_sentence_signs_nothing() -> None:
    """Only behind a full stop does a name after a dash say where the text is from."""
    assert credits_of("The bank held its rate.", "It told one agency – AFP") == []


def test_a_name_in_the_middle_is_no_credit() -> None:
    """An agency that the text merely names, or a button that looks like one, is not credited."""
    assert credits_of("The bank told Reuters it held its rate.", around=("TT", "Share")) == []


def test_a_photo_credit_says_so() -> None:
    """What a caption credits is the picture, never the news."""
    caption = "The bank's hall. (Photo by Ines Torvald / Reuters)"
    zone = Zone(start=0, end=len(caption), kind=ZoneKind.CAPTION)
    (credit,) = find_credits(caption, [zone], (), [])
    assert isinstance(credit, Credit)
    assert (credit.name, credit.photo) == ("Reuters", True)
    assert credit.words == "(Photo by Ines Torvald / Reuters)"


def test_the_press_service_of_a_dateline_is_a_credit() -> None:
    """An agency that no registry knows is credited by a dateline if it calls itself one."""
    text = "MARL (Fenland Press Service) — The bank held its rate, its governor said on Monday."
    assert credits_of(text) == [("Fenland Press Service", False)]
    assert credits_of(text.replace("Fenland Press Service", "Fenland")) == []


@pytest.mark.parametrize("line", ["Conversation", "العربية", "News"])
def test_a_heading_of_the_site_is_no_credit(line: str) -> None:
    """A common word, or a link to the edition in another script, signs nothing, though an outlet is called so."""
    assert credits_of("The bank held its rate.", around=(line,)) == []


def test_an_agency_right_behind_the_author_is_credited() -> None:
    """Some sites put author and agency in one line without a comma."""
    line = "By ADA KERRIN Associated Press"
    assert credits_of("The bank held its rate.", around=(line,)) == [
        ("Associated Press", False)
    ]


def test_the_agency_of_a_dateline_without_brackets_is_a_credit() -> None:
    """ "/TASS/" and "– RIA Novosti." sign a text as "(Reuters) -" does."""
    rest = "The bank held its rate, its governor said on Monday."
    assert credits_of(f"MOSCOW, May 12 /TASS/. {rest}") == [("TASS", False)]
    assert credits_of(f"KYIV, 12 May – RIA Novosti. {rest}") == [("RIA Novosti", False)]
    assert credits_of(f"KYIV, 12 May – {rest}") == []
