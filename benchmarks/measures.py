"""Every quality measure on the development sets, each scorer giving its figures by name.

The scorers that belong to the data stay with the data, and are run as the programs they are.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import headwater
from benchmarks import (
    board,
    conditionals,
    crisis,
    engine,
    fates,
    hearsay,
    laundering,
    origins,
    score_events,
    score_html,
    score_names,
    score_places,
    score_reader,
    score_relations,
    score_reuse,
    score_same_events,
    score_stories,
    score_textpages,
    score_times,
)
from headwater.faces.export import export_jsonl

_CRISIS = Path(__file__).parents[1] / "examples" / "crisis"
_MODELS = Path(headwater.__file__).parent / "language" / "models"


def measure(scorers: Iterable[str], shared: Path) -> dict[str, float]:
    """Run scorers and give all their figures, each 0 to 1, more is better.

    Args:
        scorers: Names of ``SCORERS``; repeats run once.
        shared: The folder that holds ``corpora``, ``gold``, ``scorers`` and ``seeds``.
    """
    figures: dict[str, float] = {}
    for name in dict.fromkeys(scorers):
        figures |= SCORERS[name](shared)
    return figures


def score_seeds(shared: Path) -> dict[str, float]:
    """Score the five seeds, read as one pile, against the two that are annotated in full."""
    with tempfile.TemporaryDirectory() as folder:
        _export(shared / "seeds", Path(folder))
        told = _run(
            shared / "scorers" / "score_seeds.py",
            *(
                "--export",
                folder,
                "--gold",
                str(shared / "gold"),
                "--seeds",
                "002,003",
                "--json",
            ),
        )
    pages = told["sections"]["pages"]
    return {
        "seeds_headline": told["headline"],
        "seeds_body_f1": pages["metrics"]["body characters (against furniture)"]["f1"],
        "seeds_articles_f1": pages["metrics"]["articles"]["f1"],
        "seeds_dates_right": pages["metrics"]["date right"]["rate"],
        "seeds_no_trap_date": float(not any("TRAP" in remark for remark in pages["remarks"])),
    } | {
        f"seeds_section_{name}": section["score"]
        for name, section in told["sections"].items()
        if section["score"] is not None
    }


def score_relays(shared: Path) -> dict[str, float]:
    """Score the relay set, the whole of it read as one pile."""
    corpus, scorers = shared / "corpora" / "relays", shared / "scorers"
    with tempfile.TemporaryDirectory() as folder:
        export, predictions = Path(folder) / "export", Path(folder) / "predictions.json"
        _export(corpus / "relays.jsonl", export)
        _start(
            scorers / "relays_from_export.py", str(corpus), str(export), "-o", str(predictions)
        )
        told = _run(scorers / "score_relays.py", str(corpus), str(predictions), "--json")
    return {
        "relays_story_f1": told["story_pairs"]["f1"],
        "relays_origin_edges_f1": told["edges_ultimate"]["f1"],
        "relays_declared_upstream_f1": told["declared_upstream"]["f1"],
        "relays_origins_exact": told["independent_origins"]["accuracy"],
        "relays_parent_recall": told["immediate_parent_recall"]["r"],
        "relays_derivation_kind": told["derivation_label_accuracy"],
        "relays_drift_f1": told["drift"]["f1"],
    }


def read_encoder_card(shared: Path) -> dict[str, float]:  # noqa: ARG001 - called as every scorer is
    """Give how well the int8 encoder agrees with fp32, as its card says.

    The comparison needs PyTorch and was made when the model was (``training/export_encoder.py``).
    A card that describes another model file says nothing of this one.

    Raises:
        ValueError: If the card is not that of the model that is shipped.
    """
    card = json.loads((_MODELS / "sentence-encoder.json").read_bytes())
    model = hashlib.sha256((_MODELS / "sentence-encoder.onnx").read_bytes()).hexdigest()
    if card["sha256"]["sentence-encoder.onnx"] != model:
        raise ValueError("sentence-encoder.json describes another model than the one beside it")
    return {"encoder_int8_spearman": float(card["agreement"]["spearman"])}


def score_board(shared: Path) -> dict[str, float]:  # noqa: ARG001 - called as every scorer is
    """Score the warning board of our own crisis pile, week by week."""
    with headwater.read([_CRISIS]) as case:
        return board.measure(case)


#: By name, as ``floors.json`` calls them.
SCORERS: dict[str, Callable[[Path], dict[str, float]]] = {
    "html": score_html.figures,
    "textpages": score_textpages.figures,
    "seeds": score_seeds,
    "relays": score_relays,
    "encoder": read_encoder_card,
    "engine": engine.figures,
    "reader": score_reader.figures,
    "times": score_times.figures,
    "names": score_names.figures,
    "relations": score_relations.figures,
    "events": score_events.figures,
    "event_pairs": score_events.pair_figures,
    "muc": score_events.muc_figures,
    "places": score_places.figures,
    "conditionals": conditionals.figures,
    "origins": origins.figures,
    "laundering": laundering.figures,
    "crisis": crisis.figures,
    "fates": fates.figures,
    "hearsay": hearsay.figures,
    "same_events": score_same_events.figures,
    "stories": score_stories.figures,
    "reuse": score_reuse.figures,
    "board": score_board,
}


def _export(pile: Path, folder: Path) -> None:
    with headwater.read([pile]) as case:
        export_jsonl(case, folder)


def _run(script: Path, *arguments: str) -> Any:  # noqa: ANN401 - whatever JSON the scorer prints
    return json.loads(_start(script, *arguments))


def _start(script: Path, *arguments: str) -> str:
    # -B: the scorers' folder is not ours to write caches into.
    command = [sys.executable, "-B", str(script), *arguments]
    return subprocess.run(  # noqa: S603 - a script of the shared folder the caller named
        command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ).stdout
