import pytest

import headwater

_HEAD = "Minister of ports quits over harbour plan"
_TEXT = (
    "The minister of ports resigned on Monday, saying that the plan for the harbour had been made without him.\n\n"
    "His office confirmed the step. “I wish my successor well,” he said in a letter to the prime minister.\n"
)


def read(tmp_path, text):
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    (article,) = headwater.read([page]).articles()
    return article.title, article.outlet, str(article.published_to)


@pytest.mark.parametrize(
    "text",
    [
        f"{_HEAD} | Arab News\n\n{_TEXT}",
        f"{_HEAD} | Arab News\n\n{_HEAD}\n\n{_TEXT}\n© 2031 Fenmore\n",
        f"https://www.arabnews.com/node/2593012\n\n{_HEAD}\n\n{_TEXT}",
        f"{_HEAD}\n\n{_TEXT}\nhttps://www.arabnews.com/node/2593012    1/2\n",
    ],
)
def test_the_tab_and_the_address_name_the_site(tmp_path, text):
    """A page saved from a browser has the site behind the headline, or its address on the sheet."""
    assert read(tmp_path, text) == (_HEAD, "outlet/arab-news", "None")


def test_the_day_of_printing_is_not_the_day_of_the_news(tmp_path):
    """The hour over each sheet, before the headline, is when somebody printed it."""
    printed = f"3/13/31, 9:12 AM    {_HEAD} | Arab News\n\n{_HEAD}\n\n"
    assert read(tmp_path, f"{printed}{_TEXT}") == (_HEAD, "outlet/arab-news", "None")
    dated = f"{printed}March 12, 2031\n\n{_TEXT}"
    assert read(tmp_path, dated) == (_HEAD, "outlet/arab-news", "2031-03-12")


@pytest.mark.parametrize(
    "text",
    [
        f"{_HEAD} – Al-Akhbar\n\n{_TEXT}",
        f"{_HEAD}\n\n{_TEXT}\nhttps://www.arabnews.com/node/1\n",
    ],
)
def test_a_paper_that_is_cited_is_no_site(tmp_path, text):
    """A dash parts who said so from what; an address below a text may be of what it cites."""
    assert read(tmp_path, text)[1] is None
