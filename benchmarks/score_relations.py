"""How well ties between actors are read: Dstl's re3d, reports on Syria and Iraq.

    python -m benchmarks.score_relations SHARED [--training] [--wrong]

Of re3d's eleven types Headwater reads six. ``FightingAgainst``: one fights, attacks or opposes the other by
force. ``AlliesOf``: they act together or help each other. ``BelongsTo``: a person, unit or group is part of another.
``InChargeOf``: one leads, commands, holds or owns the other. ``CommWith``: they meet or speak. ``Dislikes``: one condemns the other.
It does not read ``Likes`` (praise), ``CoLocated`` and ``Apart`` (who or what was in
which place), ``HasAttrOf`` (numbers and nationalities) nor ``IsSynonymOf`` (names of one thing): no ties of
actors. re3d also ties things ("three strikes", "a building"), which are no actors.
"""

import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from headwater.model import Mention, Relation
from headwater.reading import read_article
from training.corpora.re3d import read_documents
from training.tie_examples import bare_article

#: Our kinds in re3d's terms. Its types have a direction where ``turned`` has no say: subject is its source.
_TYPES = {
    "FightingAgainst": "in_conflict_with attacks threatens detains",
    "AlliesOf": "allied_with aligned_with loyal_to affiliated_with coordinates_with backs supports funds arms trains",
    "BelongsTo": "member_of part_of",
    "InChargeOf": "leads commands controls deputy_commander_of president_of governs founded",
    "CommWith": "met_with consults_with gives_instructions_to speaks_with agrees_with",
    "Dislikes": "opposes designates",
}
_TYPE_OF = {kind: name for name, kinds in _TYPES.items() for kind in kinds.split()}
_PRONOUNS = frozenset(
    "i me my we us our ours you your he him his she her it its they them their who whom which that".split()
)
_FILE = "corpora/names/re3d_docs.jsonl"


def figures(shared: Path, *, kept: bool = True) -> dict[str, float]:
    """Give precision, recall and F1 over the six types, and F1 of each, 0 to 1.

    ``between_actors`` counts of re3d only the ties of people and bodies, and everything found.

    Args:
        shared: The folder that holds ``corpora`` and ``scorers``.
        kept: The documents kept from training the engine; else those it was trained on.
    """
    told, between = _scores(shared, kept=kept), _scores(shared, kept=kept, only_actors=True)
    out = {f"re3d_relations_{m}": told[m]["MICRO"]["F"] for m in ("overlap", "strict")}
    out |= {
        f"re3d_relations_{part}": told["overlap"]["MICRO"][k]
        for part, k in (("precision", "P"), ("recall", "R"))
    }
    out["re3d_relations_between_actors"] = between["overlap"]["MICRO"]["F"]
    return out | {f"re3d_{name}": told["overlap"].get(name, {"F": 0.0})["F"] for name in _TYPES}


def wrong(shared: Path, *, kept: bool = False) -> Iterator[str]:
    """Yield a line for each tie found that re3d does not have, and each of its ties not found."""
    scorer = _scorer(shared)
    for document in read_documents(shared / _FILE, kept=kept):
        text = document["text"]
        due = [r for r in document["relations"] if r["type"] in _TYPES]
        ours = list(_found(document["doc_id"], text))
        for mine in ours:
            if not any(scorer.same(g, mine, "overlap") for g in due):
                yield "found " + _told(text, mine)
        for gold in due:
            if not any(scorer.same(gold, mine, "overlap") for mine in ours):
                yield ("missed " if _ties_actors(document, gold) else "not read ") + _told(
                    text, gold
                )


def _told(text: str, row: dict[str, Any]) -> str:
    (a, b), (c, d) = row["source"], row["target"]
    around = text[max(0, min(a, c) - 30) : max(b, d) + 30]
    return f"{row['type']}: {text[a:b]} | {text[c:d]} | {' '.join(around.split())[:240]}"


def _scores(shared: Path, *, kept: bool, only_actors: bool = False) -> dict[str, Any]:
    documents = read_documents(shared / _FILE, kept=kept)
    if only_actors:
        documents = [
            d | {"relations": [r for r in d["relations"] if _ties_actors(d, r)]}
            for d in documents
        ]
    found = [
        {"doc_id": d["doc_id"], "relations": list(_found(d["doc_id"], d["text"]))}
        for d in documents
    ]
    told: dict[str, Any] = _scorer(shared).score(documents, found, set(_TYPES))
    return told


def _ties_actors(document: dict[str, Any], row: dict[str, Any]) -> bool:
    """Tell whether people or bodies, named or described, stand on both sides; pronouns and things are none."""
    kinds = {(e["begin"], e["end"]): e["type"] for e in document["entities"]}
    sides = [(*row["source"],), (*row["target"],)]
    words = [document["text"][a:b].lower() for a, b in sides]
    return all(kinds.get(side) in {"Person", "Organisation"} for side in sides) and not any(
        word in _PRONOUNS for word in words
    )


def _found(doc_id: str, text: str) -> Iterator[dict[str, Any]]:
    told = read_article(bare_article(doc_id, text))
    for relation in told.relations:
        source, target = (
            _place(relation, told.mentions, actor)
            for actor in (relation.subject, relation.object)
        )
        if relation.kind in _TYPE_OF:
            yield {"type": _TYPE_OF[relation.kind], "source": source, "target": target}


def _place(relation: Relation, mentions: Iterable[Mention], actor: str) -> list[int]:
    """Give where a tie's words name one of its actors."""
    inside = [
        m
        for m in mentions
        if m.actor_id == actor and relation.start <= m.start and m.end <= relation.end
    ]
    first = min(inside, key=lambda m: (m.start, -m.end))
    return [first.start, first.end]


def _scorer(shared: Path) -> ModuleType:
    """Load the scorer that belongs to the data; it finds its neighbours in its own folder."""
    folder = str(shared / "scorers")
    spec = importlib.util.spec_from_file_location(
        "score_relations", f"{folder}/score_relations.py"
    )
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "scorers/score_relations.py")
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, folder)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    return module


if __name__ == "__main__":
    where, is_kept = Path(sys.argv[1]), "--training" not in sys.argv
    print(json.dumps(figures(where, kept=is_kept), indent=1))
    if "--wrong" in sys.argv:
        print(*wrong(where, kept=is_kept), sep="\n")
