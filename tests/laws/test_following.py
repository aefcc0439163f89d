"""What holds of every pile when commitments are followed through it."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import headwater

_FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])  # fmt: skip
PAGES = (
    {"url": "https://lune.example/1", "outlet": "Lune Wire", "published": "2031-05-04", "title": "Militia warns Orsk",
     "text": "“If the Orsk navy enters Tavel Bay, we will attack the Orsk bases in Merrow,” Red Reeds commander Ilse Varga said."},
    {"url": "https://marl.example/1", "outlet": "Marl Post", "published": "2031-05-05", "title": "A warning, retold",
     "text": "If the Orsk navy enters Tavel Bay, the Red Reeds will attack the Orsk bases in Merrow, Ilse Varga told Lune Wire."},
    {"url": "https://tarn.example/1", "outlet": "Tarn Herald", "published": "2031-05-09", "title": "Ships come in",
     "text": "The Orsk navy entered Tavel Bay on Friday morning.\n\nRebels attacked the Orsk bases in Merrow on Saturday."},
    {"url": "https://tarn.example/2", "outlet": "Tarn Herald", "published": "2031-05-12", "title": "Orsk in the bay",
     "text": "Since Friday, when the Orsk navy entered Tavel Bay, no ferry has left."},
)  # fmt: skip


def asked(folder, pages):
    file = folder / "pages.jsonl"
    file.write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    with headwater.read([file]) as case:
        supposed = case.suppose("the Orsk navy enters Tavel Bay", depth=2)
        return case.followed_commitments(), supposed, case.timeline()


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    return asked(tmp_path_factory.mktemp("order"), PAGES)


@given(pages=st.permutations(PAGES))
@_FEW
def test_the_order_of_the_pages_changes_nothing(tmp_path_factory, expected, pages):
    """Fates, suppositions and days are the same whatever page came first."""
    assert asked(tmp_path_factory.mktemp("order"), pages) == expected


def test_there_is_something_to_order(expected):
    """A law about nothing would hold always."""
    followed, supposed, days = expected
    assert any(one.fate.links for one in followed)
    assert supposed.steps
    assert days.days


@given(gone=st.sets(st.integers(0, len(PAGES) - 1), max_size=2))
@_FEW
def test_a_fate_rests_on_later_pages_alone(tmp_path_factory, gone):
    """Every link leads to a page that is in the pile, and that came out later than what it meets."""
    pages = [page for n, page in enumerate(PAGES) if n not in gone]
    followed, _, _ = asked(tmp_path_factory.mktemp("later"), pages)
    days = {page["published"] for page in pages}
    for one in followed:
        for link in one.fate.links:
            assert link.theirs.published_from in days
            assert link.theirs.published_from > min(w.published_to for w in one.wordings)
