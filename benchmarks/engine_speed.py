"""Words a second, load time and memory of the language engine, beside a small spaCy pipeline.

    python -m benchmarks.engine_speed [--shared ../shared] [--articles N]
    python -m benchmarks.engine_speed --train-spacy FOLDER [--minutes 20]
    python -m benchmarks.engine_speed --spacy-model FOLDER

The texts are those of PolNeAR dev, read through every head of the engine, from the bare text to
the ``Parse``. spaCy is no dependency of Headwater: without it, its row says how to get it. It
tags, parses and finds names; statements, events and the rest the engine does alone.

Every measurement has a process of its own, held to one core; pipelines take turns. Reading is
timed when all is loaded, each time with nothing read before but one sentence. Speed and load are
the median of several, then the least and the most. The article of 200,000 words is made of all
articles over and over.

It asserts nothing: a figure is worth what the machine was free to give, and "share of core" says
how much of its core the lone process got.
"""

import argparse
import contextlib
import importlib.util
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]
_SHARED = _ROOT.parent / "shared"
_LONG_WORDS = 200_000
_REPEATS = 3
_MINUTES = 20.0
#: Libraries of linear algebra that would otherwise take several threads.
_ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS")}
#: What the row of spaCy says when there is nothing to measure.
_NO_SPACY = "not installed: `pip install spacy`, then --train-spacy FOLDER"
_NO_MODEL = "not asked for: --train-spacy FOLDER or --spacy-model FOLDER"
_COLUMNS = (
    "pipeline",
    "words/s, one core",
    "share of core",
    "words/s, two processes",
    "load s",
    "peak MB, usual article",
    "peak MB, long article",
    "UAS",
    "LAS",
    "UPOS",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured of one pipeline; a tuple where it was measured several times."""

    #: What it is, in words.
    name: str
    #: Words a second.
    one_core: tuple[float, ...]
    two_processes: tuple[float, ...]
    #: Of its core, what the process alone on it got, 0 to 1.
    core_share: tuple[float, ...]
    load_seconds: tuple[float, ...]
    usual_bytes: int
    long_bytes: int
    #: UAS, LAS and UPOS on EWT dev, 0 to 1; words and sentences given.
    trees: dict[str, float]


def main() -> int:
    """Measure the engine and the spaCy pipeline, and print a Markdown table."""
    parser = _parser()
    asked = parser.parse_args()
    if not asked.shared.is_dir():
        print(f"SKIPPED: nothing was measured, as there is no folder {asked.shared}.")
        return 0
    _check(parser, asked)
    has_spacy = importlib.util.find_spec("spacy") is not None
    if asked.train_spacy and has_spacy:
        _train_spacy(asked.shared, asked.train_spacy, asked.minutes)
    model = (asked.train_spacy or asked.spacy_model) if has_spacy else None
    with tempfile.TemporaryDirectory() as folder:
        laid = _lay_texts(asked, folder)
        measured = measure(asked, Path(folder), laid["words"], model)
    print_table(measured, laid, None if model else _NO_MODEL if has_spacy else _NO_SPACY)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.engine_speed", description=__doc__
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    add = parser.add_argument
    add("--shared", type=_whole_path, default=_SHARED, help="folder with the corpora")
    add("--spacy-model", type=_whole_path, help="folder of a trained spaCy pipeline")
    add("--train-spacy", type=_whole_path, help="train one first, into this folder")
    add("--minutes", type=float, default=_MINUTES, help="how long to train it, at most")
    add("--articles", type=int, help="read only so many, for a quick look")
    add("--long-words", type=int, default=_LONG_WORDS, help="words of the long article")
    add("--repeats", type=int, default=_REPEATS, help="how often speed and load are measured")
    return parser


def _whole_path(path: str) -> Path:
    return Path(path).resolve()  # the processes run in another folder


def _check(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> None:
    if asked.train_spacy and asked.spacy_model:
        parser.error("--train-spacy and --spacy-model: give one of them.")
    if asked.train_spacy and asked.train_spacy.exists():
        parser.error(f"{asked.train_spacy} is there already. Measure it with --spacy-model.")
    if asked.spacy_model and not (asked.spacy_model / "meta.json").exists():
        parser.error(f"{asked.spacy_model} is no spaCy pipeline. Make one with --train-spacy.")


def _train_spacy(shared: Path, folder: Path, minutes: float) -> None:
    _ask("train", shared=str(shared), folder=str(folder), minutes=minutes)


def _lay_texts(asked: argparse.Namespace, folder: str) -> dict[str, int]:
    laid: dict[str, int] = _ask(
        "lay",
        folder=folder,
        shared=str(asked.shared),
        articles=asked.articles,
        long_words=asked.long_words,
    )
    return laid


# ---- measuring


def measure(
    asked: argparse.Namespace, folder: Path, words: int, model: Path | None
) -> dict[str, Measured]:
    """Measure the engine, and spaCy if there is a model of it; they take turns."""
    models = {"Headwater": None} | ({"spaCy": str(model)} if model else {})
    turns = [(name, models[name]) for _ in range(asked.repeats) for name in models]
    one, two, load, share = ({name: [] for name in models} for _ in range(4))
    for name, path in turns:
        seconds, processor = _read(folder / "all.json", path, processes=1)
        one[name].append(words / seconds)
        share[name].append(processor / seconds)
        seconds, _ = _read(folder / "all.json", path, processes=2)
        two[name].append(words / seconds)
        load[name].append(_ask("load", model=path))
    return {
        name: Measured(
            name=_ask("name", model=path),
            one_core=tuple(one[name]),
            two_processes=tuple(two[name]),
            core_share=tuple(share[name]),
            load_seconds=tuple(load[name]),
            usual_bytes=_ask("peak", texts=str(folder / "usual.json"), model=path),
            long_bytes=_ask("peak", texts=str(folder / "long.json"), model=path),
            trees=_ask("trees", treebank=str(_treebank(asked.shared)), model=path),
        )
        for name, path in models.items()
    }


def _treebank(shared: Path) -> Path:
    return shared / "corpora" / "treebanks" / "en_ewt-dev.conllu.gz"


def _read(texts: Path, model: str | None, *, processes: int) -> tuple[float, float]:
    """Give seconds from the start signal until all texts are read, and processor seconds."""
    given = {"texts": str(texts), "model": model, "of": processes}
    with contextlib.ExitStack() as stack:
        started = [
            stack.enter_context(_start("read", **given, share=share, core=_core(share)))
            for share in range(processes)
        ]
        for process in started:
            _line(process)
        start = time.perf_counter()
        for process in started:
            print("go", file=process.stdin, flush=True)
        read = [json.loads(_line(process)) for process in started]
        return time.perf_counter() - start, sum(read)


def _core(number: int) -> int | None:
    if not hasattr(os, "sched_getaffinity"):
        return None
    cores = sorted(os.sched_getaffinity(0))
    return cores[number % len(cores)]


# ---- processes


def _ask(task: str, **given: Any) -> Any:  # noqa: ANN401 - JSON in, JSON out
    with _start(task, **given) as process:
        return json.loads(_line(process))


@contextlib.contextmanager
def _start(task: str, **given: Any) -> Iterator[subprocess.Popen[str]]:  # noqa: ANN401 - ditto
    process = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "benchmarks.engine_runs", task, json.dumps(given)],
        cwd=_ROOT,
        env=os.environ | (_ONE_THREAD if task == "read" else {}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process


def _line(process: subprocess.Popen[str]) -> str:
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        sys.exit("A measuring process failed; what it said stands above.")
    return line


# ---- the table


def print_table(
    measured: dict[str, Measured], laid: dict[str, int], no_spacy: str | None
) -> None:
    """Print what was measured, and below it what each pipeline is."""
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}. "
        f"{laid['articles']} articles, {laid['words']:,} words and marks "
        f"({laid['blank_words']:,} words between blanks); the usual article has "
        f"{laid['usual_words']:,}, the long one {laid['long_words']:,}.\n"
    )
    _print_row(_COLUMNS)
    _print_row(["---"] * len(_COLUMNS))
    for name, row in measured.items():
        _print_row([name, *_cells(row)])
    if no_spacy:
        _print_row(["spaCy", no_spacy, *[""] * (len(_COLUMNS) - 2)])
    print()
    for name, row in measured.items():
        print(f"{name}: {row.name}.")


def _cells(row: Measured) -> list[str]:
    return [
        _spread(row.one_core, ",.0f"),
        _spread(row.core_share, ".0%"),
        _spread(row.two_processes, ",.0f"),
        _spread(row.load_seconds, ".2f"),
        f"{row.usual_bytes / 1e6:.0f}",
        f"{row.long_bytes / 1e6:.0f}",
        *(f"{row.trees[name]:.3f}" for name in ("uas", "las", "upos")),
    ]


def _spread(values: Sequence[float], form: str) -> str:
    middle = format(statistics.median(values), form)
    return f"{middle} ({format(min(values), form)}–{format(max(values), form)})"


def _print_row(cells: Sequence[str]) -> None:
    print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    sys.exit(main())
