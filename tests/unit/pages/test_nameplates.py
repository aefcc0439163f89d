import pytest

import headwater

_TEXT = (
    "The minister of ports resigned on Monday, saying that the plan for the harbour had been made without him.\n\n"
    "His office confirmed the step. “I wish my successor well,” he said in a letter to the prime minister.\n"
)
_HEADLINE = "Minister of ports quits over harbour plan"


def outlet(tmp_path, head):
    page = tmp_path / "page.txt"
    page.write_text(f"{head}\n\n{_TEXT}", encoding="utf-8")
    (article,) = headwater.read([page]).articles()
    return article.title, article.outlet, article.outlet_name


@pytest.mark.parametrize(
    ("nameplate", "outlet_id", "name"),
    [("The Guardian", "outlet/the-guardian", "Guardian"), ("THE MOSCOW TIMES", "outlet/moscow-times", "THE MOSCOW TIMES")],
)  # fmt: skip
def test_a_paper_of_the_registry_over_the_headline_prints_it(
    tmp_path, nameplate, outlet_id, name
):
    """The name on top is the paper's, by its id, and no headline."""
    assert outlet(tmp_path, f"{nameplate}\n\n{_HEADLINE}") == (_HEADLINE, outlet_id, name)


def test_a_paper_nobody_knows_is_known_by_what_papers_are_called(tmp_path):
    """ "Marl Dispatch" on the first line is a paper of the pile's own."""
    title, its_id, name = outlet(tmp_path, f"The Marl Dispatch\n12 May 2031\n\n{_HEADLINE}")
    assert (title, name) == (_HEADLINE, "Marl Dispatch")
    assert its_id.startswith("case/")


@pytest.mark.parametrize(
    "head",
    [
        f"World News\n\n{_HEADLINE}",
        f"Harbour plan divides ports and Times\n\n{_HEADLINE}",
        f"Reuters\n\n{_HEADLINE}",
        f"{_HEADLINE}\n\nThe Moscow Times",
        "Fishermen Write To The Marl Dispatch",
    ],
)
def test_a_section_an_agency_a_credit_and_a_headline_are_no_nameplate(tmp_path, head):
    """An agency's name says whose the text is; a name under the headline may be a credit."""
    assert outlet(tmp_path, head)[1] is None
