"""Print what the engine reaches on the development sets, fp32 and int8 side by side.

    python -m training.evaluate [--shared ../shared] [--plain FILE.onnx] [--model FOLDER]

``--plain`` is the fp32 graph that ``training.export_engine --plain`` writes. Without it only
the model that is shipped, or the one in ``--model``, is measured.
"""

import argparse
import json
from pathlib import Path

from benchmarks.engine import measure_engine
from headwater.language import Engine, load_engine


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--plain", type=Path, help="the fp32 graph")
    parser.add_argument("--model", type=Path, help="a folder with engine.onnx and engine.json")
    asked = parser.parse_args()
    engine = _open(asked.model / "engine.onnx", asked.model) if asked.model else load_engine()
    figures = measure_engine(engine, asked.shared)
    plain = (
        measure_engine(Engine(asked.plain.read_bytes(), engine.card), asked.shared)
        if asked.plain
        else {}
    )
    print(f"{'measure':28} {'int8':>7} {'fp32':>7}")
    for name, figure in figures.items():
        other = f"{plain[name]:7.4f}" if name in plain else ""
        print(f"{name:28} {figure:7.4f} {other}")


def _open(model: Path, folder: Path) -> Engine:
    return Engine(
        model.read_bytes(), json.loads((folder / "engine.json").read_text(encoding="utf-8"))
    )


if __name__ == "__main__":
    main()
