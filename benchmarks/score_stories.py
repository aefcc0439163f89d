"""How well articles that tell one event are grouped: the documents of ECB+, linked as one pile.

python -m benchmarks.score_stories SHARED

The documents come as JSON Lines, without outlet, title or date, as the set gives them.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import headwater
from benchmarks.engine import run_scorer
from headwater.case import Case


def figures(shared: Path) -> dict[str, float]:
    """Give B³ of the stories of a case that holds all 496 documents, 0 to 1."""
    gold = shared / "corpora" / "stories" / "stories_ecbplus.jsonl"
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder, "documents.jsonl")
        with pile.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps({"text": d["text"]}) + "\n" for d in documents)
        with headwater.read([pile], workers=2) as case:
            predicted = list(_predicted(case, documents))
    scorer = shared / "scorers" / "score_pages.py"
    told = run_scorer(scorer, gold, predicted, before=("stories",))
    return {
        "ecb_stories_b3": told["bcubed_F1"],
        "ecb_stories_b3_precision": told["bcubed_P"],
        "ecb_stories_b3_recall": told["bcubed_R"],
    }


def _predicted(case: Case, documents: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """Yield the story of each document: that of the first article on its page."""
    story_of = {article: story.id for story in case.stories() for article in story.article_ids}
    pages = {page.id: page for page in case.pages()}
    done: set[str] = set()
    for article in case.articles():
        if article.page_id in done:
            continue
        done.add(article.page_id)
        for name in pages[article.page_id].names:
            number = int(name.rsplit(":", maxsplit=1)[1]) - 1
            yield {"id": documents[number]["id"], "story": story_of[article.id]}


if __name__ == "__main__":
    for name, value in figures(Path(sys.argv[1])).items():
        print(f"{name} {value:.3f}")
