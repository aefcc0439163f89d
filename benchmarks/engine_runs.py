"""What one process of ``benchmarks.engine_speed`` measures of itself.

    python -m benchmarks.engine_runs TASK JSON

It imports little before the clock is running or memory is looked at: what a process has loaded
already, the engine gets for nothing.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

Reader = Callable[[Sequence[str]], None]

_SHORT = "The minister said on Monday that the talks would go on."
#: Bytes in a unit of ``ru_maxrss``.
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
_STATUS = Path("/proc/self/status")


def main() -> int:
    """Do what the driver asks for, and print what was measured as JSON."""
    task, given = sys.argv[1:]
    print(json.dumps(_TASKS[task](**json.loads(given))))
    return 0


# ---- texts


def lay_texts(
    folder: str, shared: str, articles: int | None, long_words: int
) -> dict[str, Any]:
    """Write the texts to read into a folder, and count their words.

    A word is a word or mark as Universal Dependencies splits them, for every pipeline the same.
    ``usual`` is the article of median length; ``long`` all articles over and over, cut to size.
    """
    texts = _read_articles(Path(shared), articles)
    words = [len(_tokens(text)) for text in texts]
    usual = sorted(zip(words, texts, strict=True))[len(texts) // 2]
    long = _long_text(texts, words, long_words)
    for name, laid in (("all", texts), ("usual", [usual[1]]), ("long", [long])):
        Path(folder, f"{name}.json").write_text(json.dumps(laid), encoding="utf-8")
    return {
        "articles": len(texts),
        "words": sum(words),
        "blank_words": sum(len(text.split()) for text in texts),
        "usual_words": usual[0],
        "long_words": len(_tokens(long)),
    }


def _read_articles(shared: Path, articles: int | None) -> list[str]:
    import gzip  # noqa: PLC0415 - see the module's docstring

    with gzip.open(shared / "corpora/attribution/polnear-dev.jsonl.gz", "rt", "utf-8") as lines:
        return [json.loads(line)["text"] for line in lines][:articles]


def _long_text(texts: Sequence[str], words: Sequence[int], size: int) -> str:
    rounds = size // sum(words) + 1
    text = "\n\n".join(list(texts) * rounds)
    return text[: _tokens(text)[size - 1].end]


def _tokens(text: str) -> Sequence[Any]:
    from headwater.language.tokens import split_tokens  # noqa: PLC0415 - ditto

    return split_tokens(text, 0, len(text))


# ---- speed


def read_share(texts: str, model: str | None, share: int, of: int, core: int | None) -> float:
    """Read a share of the texts on one core when a line comes in; give processor seconds."""
    _keep_to(core)
    mine = deal(json.loads(Path(texts).read_text(encoding="utf-8")), of)[share]
    reader = open_reader(model)
    reader([_SHORT])
    print("ready", flush=True)
    sys.stdin.readline()
    start = time.process_time()
    reader(mine)
    return time.process_time() - start


def _keep_to(core: int | None) -> None:
    import os  # noqa: PLC0415 - see the module's docstring

    if core is not None and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {core})


def deal(texts: Sequence[str], shares: int) -> list[list[str]]:
    """Deal texts out, the longest first, each to whoever has least."""
    dealt: list[list[str]] = [[] for _ in range(shares)]
    sizes = [0] * shares
    for text in sorted(texts, key=len, reverse=True):
        least = sizes.index(min(sizes))
        dealt[least].append(text)
        sizes[least] += len(text)
    return dealt


def open_reader(model: str | None) -> Reader:
    """Give what reads texts: the engine, or the spaCy pipeline in a folder."""
    if model is None:
        from headwater.language import read  # noqa: PLC0415 - see the module's docstring

        return lambda texts: _run_through(map(read, texts))
    import spacy  # noqa: PLC0415 - not among the project's dependencies

    nlp = spacy.load(model)
    # spaCy refuses longer texts out of care for memory, which is what is measured here.
    nlp.max_length = sys.maxsize
    return lambda texts: _run_through(nlp.pipe(texts))


def _run_through(read: Iterator[object]) -> None:
    for _ in read:
        pass


# ---- load, memory, trees


def time_load(model: str | None) -> float:
    """Give the seconds from the first import to the end of the first short parse."""
    start = time.perf_counter()
    open_reader(model)([_SHORT])
    return time.perf_counter() - start


def find_peak(texts: str, model: str | None) -> int:
    """Give the bytes that the process held at most when it read the texts."""
    open_reader(model)(json.loads(Path(texts).read_text(encoding="utf-8")))
    return _peak_bytes()


def _peak_bytes() -> int:
    # Linux charges a process in ru_maxrss with what its parent held; VmHWM is its own.
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS_UNIT


def score_trees(treebank: str, model: str | None) -> dict[str, float]:
    """Give UAS, LAS and UPOS on a treebank, its words and sentences given."""
    if model is None:
        from benchmarks.engine import measure_trees  # noqa: PLC0415 - see the module's docstring
        from headwater.language import load_engine  # noqa: PLC0415 - ditto

        told = measure_trees(load_engine(), Path(treebank))
        return {name: told[f"ewt_{name}"] for name in ("uas", "las", "upos")}
    from benchmarks.spacy_small import measure_pipeline  # noqa: PLC0415 - ditto

    return measure_pipeline(Path(model), Path(treebank))


def train_spacy(shared: str, folder: str, minutes: float) -> None:
    """Train the spaCy pipeline to compare with."""
    from benchmarks.spacy_small import train_pipeline  # noqa: PLC0415 - see the module's docstring

    train_pipeline(Path(shared), Path(folder), minutes)


def name_pipeline(model: str | None) -> str:
    """Give the version of what is measured, in words."""
    from importlib.metadata import version  # noqa: PLC0415 - see the module's docstring

    if model is None:
        from headwater.language import engine_digest  # noqa: PLC0415 - ditto

        return f"engine {engine_digest()[:12]} on onnxruntime {version('onnxruntime')}"
    from benchmarks.spacy_small import describe_pipeline  # noqa: PLC0415 - ditto

    return f"spaCy {version('spacy')}, {describe_pipeline(Path(model))}"


_TASKS: dict[str, Callable[..., Any]] = {
    "lay": lay_texts,
    "read": read_share,
    "load": time_load,
    "peak": find_peak,
    "trees": score_trees,
    "train": train_spacy,
    "name": name_pipeline,
}


if __name__ == "__main__":
    sys.exit(main())
