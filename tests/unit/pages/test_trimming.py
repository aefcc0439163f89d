import pytest

from headwater.pages.trimming import is_paywall, tells_of_article, trim

TEXT = "The harbour of Lorn was shut on Monday, the harbour master said."
MORE = "Forty ships are waiting outside the breakwater."


@pytest.mark.parametrize(
    "words",
    [
        "Reporting by Ada Kerrin in Lorn; Editing by Tom Brun",
        "(Reporting by Ada Kerrin; Editing by Tom Brun)",
        "Additional reporting by Ada Kerrin",
        "Our Standards: The Lorn Trust Principles.",
        "© 2031 The Lorn Post",
        "4 min read",
        "Sign up here.",
        "Subscribers only",
        "You have 71.4% of this article left to read. The rest is for subscribers only.",
        "Subscribe from 2 crowns a month",
        "Read: Forty ships wait off Lorn",
        "Advertisement",
        "___",
    ],
)
def test_what_the_site_says_is_no_paragraph(words):
    """Who wrote it, who may read on and who owns it stand around an article, not in it."""
    assert trim((TEXT, words, MORE)) == ((TEXT, MORE), (words,))


@pytest.mark.parametrize(
    "words",
    [
        "Reporting by the harbour board has been poor, he said.",
        "Subscribers of the ferry line will get their money back.",
        "Editing the log is forbidden.",
        "This article was amended on 7 May 2031 to mend the number of ships.",
        "Read the whole report, she said, before you judge.",
    ],
)
def test_a_sentence_that_begins_alike_stays(words):
    """A sentence of the article is not taken for the site's because of its first word."""
    assert trim((TEXT, words)) == ((TEXT, words), ())


def test_a_list_of_other_stories_goes_and_the_text_below_it_stays():
    """Behind "Most read" come other stories, until a whole sentence follows."""
    teasers = ("Most read", "Cats of the year", "‘I could smell the sea’: the oyster women")
    assert trim((TEXT, *teasers, MORE)) == ((TEXT, MORE), teasers)


def test_the_sites_lines_still_tell_whose_the_article_is():
    """A copyright line names the paper, and a paywall says that the article goes on."""
    assert tells_of_article("© 2031 The Lorn Post")
    assert tells_of_article("Subscribers only")
    assert not tells_of_article("4 min read")
    assert not is_paywall("© 2031 The Lorn Post")


def test_the_section_above_the_text_is_no_paragraph():
    """A word or two over the first sentence say where on the site it stands; later ones are subheads."""
    assert trim(("Sudan", TEXT, "What next?", MORE)) == ((TEXT, "What next?", MORE), ("Sudan",))
    assert trim(("Sudan", "Storm")) == (("Sudan", "Storm"), ())
