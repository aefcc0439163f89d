from headwater.pages.htmlhead import split_head

TEXT = "The harbour of Lorn was shut on Monday, the council said."


def test_byline_and_date_line_are_parted_from_the_text():
    """What extractors take for first paragraphs, and is none, goes to the head."""
    paragraphs = ("Lorn Post", "By Ann Other", "17 May 2024, 10:11 GMT", TEXT)
    assert split_head(paragraphs) == (paragraphs[:3], (TEXT,))


def test_a_date_line_in_another_language_is_one_too():
    """A date line is one in any language of the list."""
    assert split_head(("Publicado el 2 de abril de 2024", TEXT))[1] == (TEXT,)


def test_a_standfirst_stays_in_the_text():
    """A sentence above the date line belongs to the article."""
    standfirst = "Two ships ran aground in the night, and forty more are waiting."
    assert split_head((standfirst, "17 May 2024", TEXT))[1] == (standfirst, TEXT)


def test_a_sentence_with_a_date_is_no_date_line():
    """A first sentence may be short and dated."""
    lead = "Lorn shut its harbour on 17 May 2024."
    assert split_head((lead, TEXT)) == ((), (lead, TEXT))


def test_an_article_is_never_all_head():
    """Where nothing would be left, nothing is taken."""
    assert split_head(("17 May 2024",)) == ((), ("17 May 2024",))
    assert split_head(()) == ((), ())
