from datetime import date

import pytest

from training.claim_piles import FOLDER, are_one_claim, find_in_pile, read_piles

PAGES = """# a sluice
== The Dorrin Post | 2031-05-02
h:c1 Canal board to shut sluices on Monday
c1 The canal board will close the sluices above Dorrin on Monday, its chairwoman, Ilse Marden, said on Friday,
c2~ and added that the farms owed four seasons of fees.

- The canal was dug in 1911.
== Ostwell Gazette | 2031-05-03
c1 From Monday no water will pass the gates over Dorrin, Ilse Marden told growers.
"""


def pile_of(folder, text, name="canal-01"):
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (found,) = read_piles(folder)
    return found


def test_a_pile_is_read_page_by_page(tmp_path):
    """Outlet, day and the paragraphs of each page, lines joined."""
    first, second = pile_of(tmp_path, PAGES).pages
    assert (first.outlet, first.day) == ("The Dorrin Post", date(2031, 5, 2))
    head, told, last = first.paragraphs.values()
    assert head == "Canal board to shut sluices on Monday"
    assert told.endswith("said on Friday, and added that the farms owed four seasons of fees.")
    assert last == "The canal was dug in 1911."
    assert [line.tag for line in first.lines] == ["c1", "c1", None, "-"]
    assert len(second.lines) == 1


def test_a_statement_tells_the_claim_of_its_line(tmp_path):
    """Headline and body tell claim 1; what is arguable tells none; each tag by the statement it is of."""
    found, tags = find_in_pile(pile_of(tmp_path, PAGES))
    told = {s.words: tags[s.id] for f in found for s in f.statements}
    assert told["Canal board to shut sluices on Monday"] == "c1"
    assert told["The canal was dug in 1911"] == "-"
    assert told["the farms owed four seasons of fees"] is None
    assert [tag for words, tag in told.items() if "no water will pass" in words] == ["c1"]


def test_a_line_without_a_tag_is_refused_with_its_place(tmp_path):
    """The file, the line and what stands there."""
    (tmp_path / "canal-02.txt").write_text(
        "== A | 2031-05-02\nNo tag here.\n", encoding="utf-8"
    )
    with pytest.raises(ValueError, match=r"canal-02\.txt:2: .*No tag here"):
        list(read_piles(tmp_path))


@pytest.mark.parametrize(("name", "is_kept"), [("canal-03", False), ("canal-04", True), ("canal-08", True)])  # fmt: skip
def test_every_fourth_pile_is_kept(tmp_path, name, is_kept):
    """By the number in its name alone."""
    assert pile_of(tmp_path, PAGES, name).is_kept is is_kept


@pytest.mark.parametrize(
    ("tag", "other", "due"),
    [("c1", "c1", True), ("c1", "c2", False), ("-", "-", False), ("c1", None, None)],
)
def test_only_one_number_is_one_claim(tag, other, due):
    """Lines that nobody else tells are not one; with an arguable one it is not known."""
    assert are_one_claim(tag, other) is due


def test_our_piles_are_as_they_must_be():
    """Three pages at least, and what has a claim's number is told by two of them at least."""
    piles = list(read_piles(FOLDER))
    assert piles
    for pile in piles:
        tellers = {}
        for number, page in enumerate(pile.pages):
            for line in page.lines:
                tellers.setdefault(line.tag, set()).add(number)
        alone = sorted(
            tag for tag, pages in tellers.items() if tag not in {None, "-"} and len(pages) < 2
        )
        assert (pile.name, alone) == (pile.name, [])
        assert len(pile.pages) >= 3, pile.name
