"""What holds of every pile, however many processes read it and in whatever order."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import headwater
from headwater.case import TABLES
from headwater.scale import map_pages

_SENTENCES = (
    "The harbour authority of Quellmar said on Monday that 14 ferries were held back.",
    "Quellmar Radio reported, citing two senior officials, that the strike would end.",
    "“We will not wait another week,” Ilsa Dorn, the union's head, told the Marl Courier.",
    "According to the Marl Courier, the ministry denied that any talks took place.",
    "The sources added that the port would reopen if the union agreed.",
    "A spokesman warned that ships would be turned away unless the pilots returned.",
    "Rain fell on the coast for the third day.",
)
_PAGES = st.lists(st.sampled_from(_SENTENCES), max_size=4).map("\n\n".join)
_PILES = st.lists(_PAGES, min_size=1, max_size=5)
#: An example starts processes, or reads pages: a few are enough.
_FEW = settings(max_examples=2, deadline=None)
_SOME = settings(max_examples=15, deadline=None)


def read(pages, workers=1, order=None):
    """Every line of every table of the case of a pile."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"page-{n}.txt" for n in range(len(pages))]
        for path, text in zip(paths, pages, strict=True):
            path.write_text(text, encoding="utf-8")
        with headwater.read(
            [paths[n] for n in order or range(len(paths))], workers=workers
        ) as case:
            return {table.name: list(case.lines(table.name)) for table in TABLES}


@pytest.mark.slow
@_FEW
@given(_PILES, st.integers(2, 4))
def test_the_number_of_workers_changes_nothing(pages, workers):
    """Any pile read by any number of processes makes the case that one process makes."""
    assert read(pages, workers) == read(pages)


@_SOME
@given(_PILES.flatmap(lambda p: st.tuples(st.just(p), st.permutations(range(len(p))))))
def test_the_order_of_the_files_changes_nothing(pile):
    """The files of a pile in any order make the same case."""
    pages, order = pile
    assert read(pages, order=order) == read(pages)


@pytest.mark.slow
@_FEW
@given(st.lists(st.floats(allow_nan=False), max_size=40), st.integers(1, 3))
def test_every_item_has_its_result_in_its_place(items, workers):
    """Spread over processes, no item is lost, doubled or out of place."""
    results = list(map_pages(abs, items, workers, on_crash=lambda item, _: item))
    assert results == [abs(item) for item in items]
