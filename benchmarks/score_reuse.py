"""How well texts are told that were made from others: trimmed, merged, lightly edited, quoted.

python -m benchmarks.score_reuse SHARED

A pair is derived where the two share more five-word runs than chance would have them share. Linking
calls an article a copy only from ``copy_containment`` on, so of the pairs that are whole or trimmed
copies, the share that it finds is given too.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.engine import run_scorer
from benchmarks.score_reader import _UNKNOWN
from headwater.linking import Fingerprint, take_fingerprint
from headwater.linking.shingles import find_overlaps
from headwater.model import Article, ArticleFindings, Zone, ZoneKind
from headwater.settings import LinkingSettings

#: Share of the shorter text's five-word runs from which the two have not met by chance: unrelated news shares
#: up to .01, a quotation in an article of its own .03 and more.
_CHANCE = 0.02
_WHOLE = frozenset({"reprint", "trimmed", "light_edit"})


def figures(shared: Path) -> dict[str, float]:
    """Give F1 of the derived pairs, and of the whole copies the share that linking calls so, 0 to 1."""
    folder = shared / "corpora" / "reuse"
    lines = (folder / "reuse_docs.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {d["id"]: d["text"] for d in map(json.loads, lines)}
    gold = folder / "reuse_pairs.jsonl"
    prints = [_fingerprint(key, text) for key, text in texts.items()]
    pairs = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    shared_text = _sharing(prints, _CHANCE)
    copies = _sharing(prints, LinkingSettings().copy_containment)
    whole = [_of(pair) in copies for pair in pairs if pair["kind"] in _WHOLE]
    told = run_scorer(
        shared / "scorers" / "score_pages.py",
        gold,
        _predicted(pairs, shared_text),
        before=("reuse",),
    )
    return {
        "reuse_f1": told["F1"],
        "reuse_precision": told["P"],
        "reuse_recall": told["R"],
        "reuse_copies_found": sum(whole) / len(whole),
    }


def _fingerprint(key: str, text: str) -> Fingerprint:
    body = Zone(start=0, end=len(text), kind=ZoneKind.BODY)
    article = Article(**_UNKNOWN, id=key, text=text, zones=(body,))
    return take_fingerprint(ArticleFindings(article=article))


def _sharing(prints: Sequence[Fingerprint], least: float) -> set[frozenset[str]]:
    return {frozenset({o.first, o.second}) for o in find_overlaps(prints, least)}


def _of(pair: dict[str, str]) -> frozenset[str]:
    return frozenset({pair["a"], pair["b"]})


def _predicted(
    pairs: Sequence[dict[str, str]], shared_text: set[frozenset[str]]
) -> Iterator[dict[str, str]]:
    for pair in pairs:
        relation = "derived" if _of(pair) in shared_text else "unrelated"
        yield {"a": pair["a"], "b": pair["b"], "relation": relation}


if __name__ == "__main__":
    for name, value in figures(Path(sys.argv[1])).items():
        print(f"{name} {value:.3f}")
