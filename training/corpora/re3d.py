"""re3d: names in reports on Syria and Iraq, split by document into a part for training and one for measuring."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from headwater.language.tokens import split_tokens
from training.example import UNKNOWN, Example, Places, gaps_of, tag_spans
from training.labels import NAMES

_KINDS = {
    "Person": "PER",
    "Organisation": "ORG",
    "Location": "LOC",
    "Nationality": "NORP",
    "Weapon": "WEAPON",
    "MilitaryPlatform": "WEAPON",
    "Vehicle": "WEAPON",
    "Temporal": "TIME",
    "Quantity": "QUANT",
    "Money": "QUANT",
}
#: Of one hundred; by a digest of the document's id.
_KEPT_PERCENT = 40


def read_documents(file: Path, *, kept: bool) -> list[dict[str, Any]]:
    """Read the documents for measuring (``kept``) or those for training."""
    documents = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [d for d in documents if _is_kept(d["doc_id"]) == kept]


def read_re3d(file: Path) -> Iterator[Example]:
    """Read each document for training. Nominal mentions and pronouns are unknown, not "no name"."""
    for document in read_documents(file, kept=False):
        yield _example(document)


def _is_kept(doc_id: str) -> bool:
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % 100 < _KEPT_PERCENT


def _example(document: dict[str, Any]) -> Example:
    text = document["text"]
    tokens = split_tokens(text, 0, len(text))
    offsets = [(t.start, t.end) for t in tokens]
    example = Example([t.text for t in tokens], offsets, gaps_of(text, offsets))
    places = Places(offsets)
    spans, loose = [], []
    for entity in document["entities"]:
        words = places.words(entity["begin"], entity["end"])
        named = entity["kind"] in {"NAM", "NUM"} or entity["type"] in {
            "Weapon",
            "MilitaryPlatform",
            "Temporal",
            "Quantity",
        }
        if entity["type"] in _KINDS and named:
            spans.append((words, NAMES.index(_KINDS[entity["type"]])))
        else:
            loose.append(words)
    loose += [places.words(s["begin"], s["end"]) for s in document.get("ignore", [])]
    tags = tag_spans(len(example), sorted(spans, key=lambda span: -len(span[0])))
    for words in loose:
        for place in words:
            if not tags[place]:
                tags[place] = UNKNOWN
    example.tags["names"] = tags
    return example
