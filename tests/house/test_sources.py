"""Every line of the registry says which list bears it out, and how many rest on general knowledge alone."""

import re
from collections import Counter
from pathlib import Path

from headwater.lexicon import registry

ROOT = Path(__file__).parents[2]
_ENTRIES = tuple(registry().entries.values())
#: Of each kind, the lines that rest on general knowledge alone.
_MOST_UNCHECKED = {
    "agency": 97,
    "group": 113,
    "org": 136,
    "organ": 267,
    "outlet": 721,
    "party": 36,
    "person": 431,
    "place": 174,
    "state": 1,
}


def _rest(entry):
    """Tell whether nothing but general knowledge stands behind a line."""
    return "against " not in entry.src


def test_lines_that_nobody_looked_up_do_not_grow_again():
    """Fewer than 40 in 100 rest on general knowledge alone; of no kind more than when the lists were last gone through.

    Whoever checks further lines lowers the number of their kind.
    """
    rest = Counter(entry.id.partition("/")[0] for entry in _ENTRIES if _rest(entry))
    assert rest.total() < 0.4 * len(_ENTRIES)
    assert rest <= Counter(_MOST_UNCHECKED)


def test_a_line_says_under_what_a_list_has_its_actor():
    """Whoever opens the list finds the actor in it: every list but those of codes and places is told with its key."""
    told = [(entry.id, part) for entry in _ENTRIES for part in entry.src.split("; ")]
    listed = [(key, part) for key, part in told if "checked against" in part]
    assert len(listed) > 4000
    assert [
        (key, part)
        for key, part in listed
        if "GeoNames" not in part and "ISO 3166" not in part and ", as " not in part
    ] == []


def test_an_office_that_a_list_bears_out_begins_when_the_list_says():
    """The day, month or year in what the list knows the person as is that of one of the person's roles."""
    offices = [
        (entry, re.search(r"\d{4}(?:-\d\d){0,2}$", part)[0])
        for entry in _ENTRIES
        for part in entry.src.split("; ")
        if part.startswith("Name, office and ")
    ]
    assert len(offices) > 300
    assert [entry.id for entry, begun in offices if not _begins(entry, begun)] == []


def _begins(entry, begun):
    firsts = [role.from_ for role in entry.roles if role.from_]
    return any(first.startswith(begun) or begun.startswith(first) for first in firsts)


def test_the_documents_say_how_much_was_checked():
    """The figures under "What the lines rest on" are counted from the registry."""
    page = (ROOT / "docs" / "registry.md").read_text("utf-8")
    for kind, entries in (
        *(
            (kind, [e for e in _ENTRIES if e.id.startswith(f"{kind}/")])
            for kind in _MOST_UNCHECKED
        ),
        ("all", _ENTRIES),
    ):
        rest = sum(map(_rest, entries))
        share = round(100 * rest / len(entries))
        assert (
            f"| {kind} | {len(entries):,} | {len(entries) - rest:,} | {rest:,} | {share} |"
            in page
        )
    for words in re.findall(
        r"^\| [^|]+ \| [^|]+ \| `([^`]+)` \| ([\d,]+) \|$", page, re.MULTILINE
    ):
        assert words[1] == f"{sum(words[0] in entry.src for entry in _ENTRIES):,}"
