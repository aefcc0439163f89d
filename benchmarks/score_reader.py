"""How well the whole reader finds who said what in real news: PolNeAR dev, from the bare text.

    python benchmarks/score_reader.py SHARED

Outermost statements: those that stand in no other speaker's content. Each article is read as one body,
its headline included, as the set gives it.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from benchmarks.engine import run_scorer
from headwater.model import Article, ArticleKind, Statement, Voice, Zone, ZoneKind
from headwater.reading import read_article

#: What the set does not say of an article.
_UNKNOWN: dict[str, Any] = {
    **dict.fromkeys({field.name for field in fields(Article)} - {"id", "text", "zones"}),
    "kind": ArticleKind.ARTICLE,
    "page_id": "",
    "credits": (),
    "anchors": (),
    "incomplete": False,
}


def figures(shared: Path) -> dict[str, float]:
    """Give F1 of statements with their source right, and of sources and contents, 0 to 1."""
    gold = shared / "corpora" / "attribution" / "polnear-dev.jsonl.gz"
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    told = run_scorer(
        shared / "scorers" / "score_attribution.py",
        gold,
        ({"id": a["id"], "attributions": list(_attributions(a))} for a in articles),
        "--json",
    )
    return {
        "reader_relation": told["rel-head"]["f1"],
        "reader_content": told["content"]["f1"],
        "reader_source_tokens": told["token.source"]["f1"],
        "reader_content_tokens": told["token.content"]["f1"],
    }


def _attributions(given: dict[str, Any]) -> Iterator[dict[str, Any]]:
    text = given["text"]
    body = Zone(start=0, end=len(text), kind=ZoneKind.BODY)
    article = Article(**_UNKNOWN, id=given["id"], text=text, zones=(body,))
    statements = read_article(article).statements
    own = {s.id for s in statements if s.voice is not Voice.ATTRIBUTED}
    for found in statements:
        if found.id not in own and found.cue and found.nested_in in {None, *own}:
            yield {role: _spans(found, role) for role in ("source", "cue", "content")}


def _spans(found: Statement, role: str) -> list[list[int]]:
    return [[span.start, span.end] for span in getattr(found, role)]


if __name__ == "__main__":
    for name, figure in figures(Path(sys.argv[1])).items():
        print(f"{name:24} {figure:.4f}")
