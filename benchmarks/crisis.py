"""How much of the crisis pile is read right, on the sixty invented pages of ``examples/crisis``.

    python -m benchmarks.crisis [--figures]

The pile is read as one, as ``headwater read examples/crisis`` does, and held against
``tests/golden/crisis/expected.json``: the title, outlet and day of each article, which article
of the pile leans on which, and the tellings of each commitment. A telling is *found* if a
commitment of its page tells of the same words, and *exact* if its trigger and its consequence are
the ones meant, no more and no less than the small words at their edges.
"""

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import headwater
from headwater.case import Case
from headwater.model import Article, Commitment, Span

_ROOT = Path(__file__).parents[1]
_PILE = _ROOT / "examples" / "crisis"
_EXPECTED = _ROOT / "tests" / "golden" / "crisis" / "expected.json"
#: Share of the words of a telling that ours must hold to be found, and that its trigger and its
#: consequence must each have in common with ours, of all words of both, to be exact.
_FOUND, _EXACT = 0.5, 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing asked of the pile: the figure it counts for, and whether it was answered right."""

    figure: str
    where: str
    expected: str
    told: str
    is_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Pairs of articles, the one that leans and the one leant on: expected, and ours."""

    expected: frozenset[tuple[str, str]]
    ours: frozenset[tuple[str, str]]

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall, 0 to 1."""
        shared = len(self.expected & self.ours)
        return 2 * shared / (len(self.expected) + len(self.ours))


def main() -> int:
    """Print what is wrong, one line each, and the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crisis", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--figures", action="store_true", help="the figures only")
    if not parser.parse_args().figures:
        print_failures()
    for name, value in figures(_ROOT).items():
        print(f"{name:32} {value:.3f}")
    return 0


def figures(shared: Path) -> dict[str, float]:  # noqa: ARG001 - called as every scorer is
    """Give the share of titles, outlets, days and tellings that are right, and the F1 of edges, 0 to 1."""
    questions, edges = read_pile()
    shares: dict[str, list[bool]] = {}
    for one in questions:
        shares.setdefault(one.figure, []).append(one.is_right)
    right = {f"crisis_{name}": sum(all_) / len(all_) for name, all_ in shares.items()}
    return right | {"crisis_edges_f1": edges.f1}


def print_failures() -> None:
    """Print every answer that is wrong: where, what was expected and what is told."""
    questions, edges = read_pile()
    for one in questions:
        if not one.is_right:
            print(f"{one.figure} {one.where}: {one.expected!r}, told {one.told!r}")
    for what, pairs in (
        ("missed", edges.expected - edges.ours),
        ("wrong", edges.ours - edges.expected),
    ):
        for article, upstream in sorted(pairs):
            print(f"edge {what}: {article} leans on {upstream}")


@cache
def read_pile() -> tuple[tuple[Question, ...], Edges]:
    """Read the pile once, and ask everything that is asked of it."""
    expected = json.loads(_EXPECTED.read_bytes())
    with headwater.read([_PILE]) as case:
        articles = _articles(case, expected["pages"])
        questions = (
            *_ask_pages(expected["pages"], articles),
            *_ask_commitments(expected["commitments"], case),
        )
        return questions, _edges(expected["pages"], articles, case)


def _articles(case: Case, pages: Sequence[Mapping[str, Any]]) -> dict[str, Article]:
    """Give each article by its key; those of one page stand on it in the order of their keys."""
    found: dict[str, list[Article]] = {}
    names = {page.id: page.name for page in case.pages()}
    for article in sorted(case.articles(), key=_place):
        found.setdefault(Path(names[article.page_id]).name, []).append(article)
    keys: dict[str, list[str]] = {}
    for page in pages:
        keys.setdefault(page["page"], []).append(page["key"])
    return {
        key: article
        for page, own in keys.items()
        for key, article in zip(sorted(own), found.get(page, ()), strict=False)
    }


def _place(article: Article) -> int:
    return min((run.page_start for run in article.page_spans or ()), default=0)


def _ask_pages(
    pages: Sequence[Mapping[str, Any]], articles: Mapping[str, Article]
) -> Iterator[Question]:
    for page in pages:
        ours = articles.get(page["key"])
        for figure, told, is_right in _answers(page, ours):
            gold = page[{"titles": "title", "outlets": "outlet", "dates": "published"}[figure]]
            yield Question(
                figure=figure, where=page["key"], expected=gold, told=told, is_right=is_right
            )


def _answers(page: Mapping[str, Any], ours: Article | None) -> Iterator[tuple[str, str, bool]]:
    """Yield for each figure what is told of an article, and whether that is right."""
    title = (ours.title or "") if ours else ""
    yield "titles", title, title == page["title"]
    outlet = (ours.outlet_name or "") if ours else ""
    yield "outlets", outlet, _bare(outlet) == _bare(page["outlet"])
    days = (ours.published_from, ours.published_to) if ours else (None, None)
    yield (
        "dates",
        f"{days[0]}..{days[1]}",
        {None if day is None else day.isoformat() for day in days} == {page["published"]},
    )


def _bare(outlet: str) -> list[str]:
    """Give the words of an outlet's name, without its article."""
    words = _words(outlet)
    return words[1:] if words[:1] == ["the"] else words


def _edges(
    pages: Sequence[Mapping[str, Any]], articles: Mapping[str, Article], case: Case
) -> Edges:
    key_of = {article.id: key for key, article in articles.items()}
    expected = {(page["key"], one["article"]) for page in pages for one in page["leans_on"]}
    ours = {
        (key_of[one.article_id], key_of[one.upstream_article_id])
        for one in case.derivations()
        if one.article_id in key_of and one.upstream_article_id in key_of
    }
    return Edges(expected=frozenset(expected), ours=frozenset(ours))


def _ask_commitments(
    commitments: Sequence[Mapping[str, Any]], case: Case
) -> Iterator[Question]:
    """Yield of each telling whether it is found, and whether it is exact."""
    ours = _commitments_of_pages(case)
    for commitment in commitments:
        for told in commitment["told"]:
            mine = ours.get(told["page"], ())
            best = _nearest(mine, told)
            parts = [told["trigger"], told["consequence"]]
            if not any(parts):
                continue
            found = best is not None and _is_found(best, parts)
            exact = best is not None and _is_exact(best, parts)
            for figure, is_right in (
                ("commitments_found", found),
                ("commitments_exact", exact),
            ):
                yield Question(
                    figure=figure,
                    where=f"{commitment['id']} {told['page']}",
                    expected=" → ".join(map(str, parts)),
                    told=" → ".join(_words_of(best)) if best else "",
                    is_right=is_right,
                )


def _commitments_of_pages(case: Case) -> dict[str, tuple[Commitment, ...]]:
    """Give the commitments of each page, by the number its file begins with."""
    names = {page.id: Path(page.name).name[:2] for page in case.pages()}
    numbers = {article.id: names[article.page_id] for article in case.articles()}
    found: dict[str, tuple[Commitment, ...]] = {}
    for one in case.commitments():
        number = numbers[one.article_id]
        found[number] = (*found.get(number, ()), one)
    return found


def _words_of(one: Commitment) -> tuple[str, str]:
    return _text(one.trigger), _text(one.consequence)


def _text(span: Span | None) -> str:
    return span.text if span else ""


def _nearest(ours: Sequence[Commitment], told: Mapping[str, Any]) -> Commitment | None:
    return max(ours, key=lambda one: _score(one, told), default=None)


def _score(one: Commitment, told: Mapping[str, Any]) -> float:
    return _alike(_text(one.trigger), told["trigger"] or "") + _alike(
        _text(one.consequence), told["consequence"] or ""
    )


def _is_found(one: Commitment, parts: Sequence[str | None]) -> bool:
    """Tell whether a commitment holds half the words of what is told, trigger and consequence."""
    gold = " ".join(part for part in parts if part)
    return _shared(" ".join(_words_of(one)), gold) >= _FOUND * len(set(_words(gold)))


def _is_exact(one: Commitment, parts: Sequence[str | None]) -> bool:
    return all(
        _alike(ours, gold or "") >= _EXACT
        for ours, gold in zip(_words_of(one), parts, strict=True)
    )


def _shared(ours: str, gold: str) -> int:
    return len(set(_words(ours)) & set(_words(gold)))


def _alike(ours: str, gold: str) -> float:
    """Give the words two spans share over all words of both: 1 where both are empty."""
    both = set(_words(ours)) | set(_words(gold))
    return _shared(ours, gold) / len(both) if both else 1.0


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


if __name__ == "__main__":
    raise SystemExit(main())
