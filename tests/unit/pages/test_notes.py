import pytest

from headwater.pages.notes import find_note, is_correction


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said that the ferry sank on Sunday.",
        "Because of an editing error, an earlier version of this article misstated the day.",
        "(This version corrects the day in the first paragraph.)",
        "(Corrects day in first paragraph)",
        "This report originally stated that nine were missing.",
        "The headline of this article said nine were missing.",
        "The article originally said nine were missing.",
    ],
)
def test_a_note_of_correction_is_told_by_what_it_says_of_the_text(text):
    """Whatever an earlier version said is said no longer."""
    assert is_correction(text)


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of the bill said that pay would rise.",
        "An earlier version of the report said nine were missing.",
        "The report originally said that nine men were missing.",
        "The first edition of the race was run in 1971.",
    ],
)
def test_a_text_that_the_news_is_about_is_none_of_the_desks(text):
    """Bills and reports have earlier versions too."""
    assert not is_correction(text)


@pytest.mark.parametrize(
    ("paragraph", "note"),
    [
        ("Families waited. (Reporting by Ilse Marek; editing by Ada Brun)", "(Reporting by Ilse Marek; editing by Ada Brun)"),
        ("Families waited. Additional reporting by Kofi Asante", "Additional reporting by Kofi Asante"),
        ("He said “no.” An earlier version of this story said yes. We regret it.", "An earlier version of this story said yes. We regret it."),
        ("Families waited. Correction: it sank on Monday.", "Correction: it sank on Monday."),
        ("He was held for reporting by radio. Writing by hand is slow.", None),
        ("An earlier version of this story said yes.", None),
    ],
)  # fmt: skip
def test_a_note_begins_behind_the_sentence_it_is_glued_to(paragraph, note):
    """Whatever stands before it is the article's."""
    at = find_note(paragraph)
    assert (None if at is None else paragraph[at:]) == note
