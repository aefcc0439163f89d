"""How well names are taken for one another's: the hand-made alias pairs, with the registry and without.

    python -m benchmarks.score_names SHARED [--wrong]

Two foreign sets, without floors, tell how far that carries.
"""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from headwater.lexicon import compare_names, registry, same_name
from headwater.model import ActorKind

_PAIRS = "corpora/names/alias_pairs.jsonl"
_FOREIGN = ("opensanctions", "meantime")


def figures(shared: Path) -> dict[str, float]:
    """Give precision and recall on the alias pairs, each 0 to 1: with the registry, and plain.

    Args:
        shared: The folder that holds ``corpora`` and ``scorers``.
    """
    told = _scored(shared, _PAIRS, use_registry=True)
    plain = _scored(shared, _PAIRS, use_registry=False)
    return {
        "alias_precision": told["P"],
        "alias_recall": told["R"],
        "alias_precision_plain": plain["P"],
        "alias_recall_plain": plain["R"],
    }


def generality(shared: Path) -> dict[str, float]:
    """Give the figures on the foreign sets, and how many distinct actors were merged (0 is due)."""
    told: dict[str, float] = {}
    for name in _FOREIGN:
        scores = _scored(shared, f"corpora/names/{name}_name_pairs.jsonl", use_registry=False)
        told |= {f"{name}_precision_plain": scores["P"], f"{name}_recall_plain": scores["R"]}
    pairs = list(_distinct_pairs())
    told["distinct_pairs"] = len(pairs)
    told["distinct_merged"] = sum(same_name(a, b) for a, b in pairs)
    told["distinct_merged_plain"] = sum(same_name(a, b, use_registry=False) for a, b in pairs)
    return told


def wrong(shared: Path) -> Iterator[str]:
    """Yield a line for each pair of the alias pairs that is taken wrongly, with the reasons."""
    gold = _load(shared / _PAIRS)
    for use_registry in (True, False):
        for row in gold:
            found = compare_names(
                row["a"], row["b"], kind=_kind(row), use_registry=use_registry
            )
            if (found.verdict == "same") != row["same"]:
                how = "registry" if use_registry else "plain"
                yield f"{how} {row['kind']}: {row['a']} | {row['b']}: {found.verdict}, {'; '.join(found.reasons)}"


def _scored(shared: Path, path: str, *, use_registry: bool) -> dict[str, float]:
    gold = _load(shared / path)
    found = [
        float(same_name(row["a"], row["b"], kind=_kind(row), use_registry=use_registry))
        for row in gold
    ]
    scores: dict[str, float] = _scorer(shared).ev([row["same"] for row in gold], found, 0.5)
    return scores


def _kind(row: dict[str, Any]) -> ActorKind | None:
    """Read the schema that a row states; it says whether this is a person, no more."""
    schema = row.get("schema")
    if schema is None:
        return None
    return ActorKind.PERSON if schema == "Person" else ActorKind.ORGANISATION


def _distinct_pairs() -> Iterator[tuple[str, str]]:
    """Yield every strong name of an actor with every one of an actor that it is distinct from."""
    known = registry().entries
    for entry in known.values():
        for other in entry.distinct_from:
            for mine in entry.forms:
                for theirs in known[other].forms:
                    if not mine.weak and not theirs.weak:
                        yield mine.text, theirs.text


def _load(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _scorer(shared: Path) -> ModuleType:
    """Load the scorer that belongs to the data; it finds its neighbours in its own folder."""
    folder = str(shared / "scorers")
    spec = importlib.util.spec_from_file_location(
        "score_pairs", shared / "scorers/score_pairs.py"
    )
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "scorers/score_pairs.py")
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, folder)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    return module


if __name__ == "__main__":
    where = Path(sys.argv[1])
    print(json.dumps(figures(where) | generality(where), indent=1))
    if "--wrong" in sys.argv:
        print(*wrong(where), sep="\n")
