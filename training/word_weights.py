"""Count in how many news articles each common word stands, for weighing the words two articles share.

    python -m training.word_weights PATH/TO/polnear-train.jsonl.gz

Writes ``src/headwater/lexicon/word_weights.json``: the number of articles and, for each word that
stands in at least three of them, how many. Counts are facts about the language, not text.
"""

import gzip
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

from headwater.lexicon import split_words

_FEWEST = 3
_TARGET = Path(__file__).parents[1] / "src" / "headwater" / "lexicon" / "word_weights.json"


def main(corpus: Path) -> None:
    """Count the words of the corpus's articles and write the table."""
    spread: Counter[str] = Counter()
    articles = 0
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            articles += 1
            spread.update(
                {word.key for word in split_words(json.loads(line)["text"]) if word.key}
            )
    table = {
        "articles": articles,
        "source": "PolNeAR v1.0.0, train part",
        "sha256": hashlib.sha256(corpus.read_bytes()).hexdigest(),
        "spread": {word: spread[word] for word in sorted(spread) if spread[word] >= _FEWEST},
    }
    _TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(table['spread'])} words of {articles} articles written to {_TARGET.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
