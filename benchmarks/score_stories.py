"""How well articles that tell one event are grouped: the documents of ECB+, linked as one pile.

python -m benchmarks.score_stories SHARED [--pages]

The documents are taken for what they are, articles without outlet, title or date. With --pages they come
as pages of text instead, so that what cleaning and dating do to them counts too: the set is tokenised
("33 - year - old"), which no saved page is, and lines of it are lost as furniture.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import headwater
from benchmarks.engine import run_scorer
from benchmarks.score_reader import _UNKNOWN
from headwater.case import Case
from headwater.model import Article, Zone, ZoneKind
from headwater.pipeline import find_in_article, link
from headwater.settings import LanguageSettings, Settings

Row = dict[str, Any]


def figures(shared: Path, *, pages: bool = False) -> dict[str, float]:
    """Give B³ of the stories of a pile that holds all 496 documents, 0 to 1."""
    gold = shared / "corpora" / "stories" / "stories_ecbplus.jsonl"
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    predicted = list(_of_pages(documents) if pages else _of_articles(documents))
    scorer = shared / "scorers" / "score_pages.py"
    told = run_scorer(scorer, gold, predicted, before=("stories",))
    return {
        "ecb_stories_b3": told["bcubed_F1"],
        "ecb_stories_b3_precision": told["bcubed_P"],
        "ecb_stories_b3_recall": told["bcubed_R"],
    }


def _of_articles(documents: list[Row]) -> Iterator[Row]:
    links = link(
        (find_in_article(_article(d), LanguageSettings()) for d in documents), Settings()
    )
    for story in links.stories:
        yield from ({"id": key, "story": story.id} for key in story.article_ids)


def _article(document: Row) -> Article:
    text = document["text"]
    body = Zone(start=0, end=len(text), kind=ZoneKind.BODY)
    return Article(**_UNKNOWN, id=document["id"], text=text, zones=(body,))


def _of_pages(documents: list[Row]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder, "documents.jsonl")
        with pile.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps({"text": d["text"]}) + "\n" for d in documents)
        with headwater.read([pile], workers=2) as case:
            yield from _first_stories(case, documents)


def _first_stories(case: Case, documents: list[Row]) -> Iterator[Row]:
    """Yield the story of each document: that of the first article on its page."""
    story_of = {article: story.id for story in case.stories() for article in story.article_ids}
    first = {article.page_id: article.id for article in reversed(case.articles())}
    for page in case.pages():
        for name in page.names if page.id in first else ():
            number = int(name.rsplit(":", maxsplit=1)[1]) - 1
            yield {"id": documents[number]["id"], "story": story_of[first[page.id]]}


if __name__ == "__main__":
    for name, value in figures(Path(sys.argv[1]), pages="--pages" in sys.argv).items():
        print(f"{name} {value:.3f}")
