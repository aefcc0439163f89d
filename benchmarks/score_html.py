"""Scores of HTML pages, body text and day, on the development sets.

Run as ``python benchmarks/score_html.py SHARED``. The whole page reader is measured, not the
library inside it: what counts as body is the zones of kind ``body``.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from headwater.model import Article, ZoneKind
from headwater.pages import SavedPage, read_page
from headwater.settings import PageSettings

_TOKEN = re.compile(r"\w+")
_SHINGLE_TOKENS = 4


def figures(shared: Path) -> dict[str, float]:
    """Give the extraction F1 and the share of exact days, each 0 to 1.

    Source:
        F1 as the article extraction benchmark of Scrapinghub (2019) defines it: precision and
        recall over 4-token shingles with their counts, averaged over pages, then combined.
        A day is exact where the interval is that one day; for a page without one, where
        nothing is given.
    """
    pages = shared / "corpora" / "pages"
    precision, recall, f1 = score_bodies(_bodies(pages / "article_extraction.jsonl.gz"))
    hits = [_is_exact(row) for row in _rows(pages / "dates_mediacloud.jsonl.gz")]
    return {
        "article_extraction_precision": precision,
        "article_extraction_recall": recall,
        "article_extraction_f1": f1,
        "page_date_exact": sum(hits) / len(hits),
    }


def score_bodies(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """Score (gold, predicted) texts: precision, recall, F1."""
    precisions, recalls = [], []
    for gold, predicted in pairs:
        right, ours = _shingles(gold), _shingles(predicted)
        both = (right & ours).total()
        if ours:
            precisions.append(both / ours.total())
        if right:
            recalls.append(both / right.total())
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return precision, recall, 2 * precision * recall / (precision + recall)


def body_of(articles: Iterable[Article]) -> str:
    """Give the body zones of articles as one text."""
    return "\n".join(
        article.text[zone.start : zone.end]
        for article in articles
        for zone in article.zones
        if zone.kind is ZoneKind.BODY
    )


def read_row(row: dict[str, Any]) -> tuple[Article, ...]:
    """Read the page of a row of either set."""
    saved = SavedPage(
        name=row["url"],
        content=row["html"].encode("utf-8", "replace"),
        url=row["url"],
        charset="utf-8",
    )
    return read_page(saved, PageSettings())[1]


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if not tokens:
        return Counter()
    starts = range(max(1, len(tokens) - _SHINGLE_TOKENS + 1))
    return Counter(tuple(tokens[at : at + _SHINGLE_TOKENS]) for at in starts)


def _bodies(path: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(path):
        yield row["body"], body_of(read_row(row))


def _is_exact(row: dict[str, Any]) -> bool:
    gold = row["date"] if isinstance(row["date"], str) else None  # NaN where there is none
    found = next(iter(read_row(row)), None)
    low, high = (found.published_from, found.published_to) if found else (None, None)
    return low == high and (str(low) if low else None) == gold


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    for name, figure in figures(Path(sys.argv[1])).items():
        print(f"{name:32} {figure:.4f}")
