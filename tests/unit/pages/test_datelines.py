import pytest

from headwater.pages.datelines import find_byline, find_dateline
from headwater.pages.lines import Line


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("KARSTOVA, May 17 (Reuters) - The bank held its rate.", "KARSTOVA, May 17 (Reuters)"),
        ("KARSTOVA (Northwind) — The bank held its rate.", "KARSTOVA (Northwind)"),
        ("CAIRO – 17 May 2019: Two people were hurt.", "CAIRO – 17 May 2019"),
        ("WASHINGTON – Two officers were charged.", "WASHINGTON"),
        ("PORT ELLERY, Moravina — The ferries are late.", "PORT ELLERY, Moravina"),
        ("Lantern News/ The fleet left port.", "Lantern News/"),
        ("Kyiv. 12 May. The bridge fell.", "Kyiv. 12 May"),
        ("Port Sudan, 12 May – The bridge fell.", "Port Sudan, 12 May"),
        ("Nairobi, Kenya | The bridge fell.", "Nairobi, Kenya"),
        ("TEL AVIV | 12 May 2031 | The bridge fell.", "TEL AVIV | 12 May 2031"),
        ("(Beirut) – The bridge fell.", "(Beirut)"),
        ("London (CNN) The bridge fell.", "London (CNN)"),
        ("MOSCOW, May 12 /TASS/. The bridge fell.", "MOSCOW, May 12 /TASS/"),
        ("KYIV, 12 May – RIA Novosti. The bridge fell.", "KYIV, 12 May – RIA Novosti"),
    ],
)
def test_the_words_before_the_first_sentence_are_the_dateline(lead: str, words: str) -> None:
    """Place, day, agency or house at the head of a text are found as they stand."""
    found = find_dateline(lead)
    assert found is not None
    assert found.text == words


@pytest.mark.parametrize(
    "lead",
    [
        "The bank held its rate - again - on Friday.",
        "Flour, bread and salt: these are scarce on the islands.",
        "“We wait” – that is what the crews say.",
        "He said either/or is no answer.",
        "Analysis: The bridge fell.",
        "Sudan: The bridge fell.",
        "Reuters: The bridge fell.",
        "Euras / Photo by Ada Kerrin",
        "Seoul : 43, Jeongdong-gil",
        "London (Ontario) The bridge fell.",
        "Kyiv. The city was quiet. 12 May was hot.",
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(lead: str) -> None:
    """A dash, a colon or a stroke inside a sentence makes no dateline."""
    assert find_dateline(lead) is None


def test_a_byline_names_its_author() -> None:
    """A line that begins with "By" names who wrote the article, without day and hour."""
    assert (
        find_byline([Line(text="Share"), Line(text="By Ada Kerrin | May 4, 2030")])
        == "Ada Kerrin"
    )
    assert find_byline([Line(text="Bygone days")]) is None
