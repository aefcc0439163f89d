"""How long linking takes, in what memory and how well, for piles of one to a hundred thousand articles.

    python -m benchmarks.scale [--articles 1000,10000] [--seed 1] [--json FILE] [--keep FOLDER]

The piles are those of ``synthetic.py``, so what is right is known. Pages are not read: that takes
so much a page whatever the pile (``speed.py``). Each pile is stored, linked and scored in
processes of their own; memory is that of the one that links. Seconds of steps are those of the
processor, so that other work on the machine counts little; the whole is told by the clock too.

It asserts nothing: a figure is worth what the machine was free to give.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import msgspec

from benchmarks.synthetic import plant_stories
from headwater import pipeline
from headwater.case import Case
from headwater.case import store as tables
from headwater.linking import take_fingerprint
from headwater.model import ArticleFindings, Page, PageFindings, PageStatus
from headwater.scale.run import relink
from headwater.settings import Settings

P = ParamSpec("P")
R = TypeVar("R")

_ROOT = Path(__file__).resolve().parents[1]
_SIZES = "1000,10000"
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
#: Steps of linking as the pipeline knows them, in order.
_STEPS = (
    "find_neighbourhoods", "group_stories", "trace_derivations", "group_claims", "assess_claims",
    "find_drifts", "find_contradictions",
)  # fmt: skip


@dataclass(slots=True)
class Answers:
    """What was planted: story of each article, edges, proposition of each statement, origins of each."""

    stories: dict[str, int] = field(default_factory=dict)
    edges: list[tuple[str, str]] = field(default_factory=list)
    told: dict[str, int] = field(default_factory=dict)
    origins: dict[int, int] = field(default_factory=dict)


def main() -> int:
    """Measure every size and print Markdown tables."""
    asked = _parser().parse_args()
    if asked.stage:
        given = (asked.folder, asked.size, asked.seed, asked.workers)
        json.dump(_STAGES[asked.stage](*given), sys.stdout)
        return 0
    measured = []
    for size in map(int, asked.articles.split(",")):
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=asked.keep) as folder:
            row: dict[str, Any] = {"articles": size}
            for stage in _STAGES:
                row |= _in_own_process(stage, Path(folder), size, asked)
        measured.append(row)
        print(json.dumps(row), file=sys.stderr)
    print_tables(measured)
    if asked.json:
        asked.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    add = parser.add_argument
    add("--articles", default=_SIZES, help="sizes of the piles")
    add("--seed", type=int, default=1, help="which piles: the same number makes the same")
    add("--json", type=Path, help="where to write the figures as well")
    add("--keep", type=Path, help="folder for the piles while they are measured, if not /tmp")
    add(
        "--workers",
        type=int,
        default=1,
        help="processes that link; with more than one the steps are not told apart",
    )
    for hidden, kind in (("--stage", str), ("--folder", Path), ("--size", int)):
        add(hidden, type=kind, help=argparse.SUPPRESS)  # what the process of one stage is told
    return parser


def _in_own_process(
    stage: str, folder: Path, size: int, asked: argparse.Namespace
) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.scale", "--stage", stage]
    told = ["--folder", str(folder), "--size", str(size), "--seed", str(asked.seed)]
    told += ["--workers", str(asked.workers)]
    finished = subprocess.run(  # noqa: S603 - this very file
        [*command, *told], cwd=_ROOT, check=True, stdout=subprocess.PIPE
    )
    figures: dict[str, Any] = json.loads(finished.stdout)
    return figures


# ---- the stages


def store(folder: Path, size: int, seed: int, workers: int) -> dict[str, Any]:  # noqa: ARG001 - called as every stage is
    """Make the pile and store it as reading would; keep the answers beside it."""
    clock, answers = StepClock(), Answers()
    late = None
    with Case.create(folder / "pile.hw") as case:
        case.begin(made_by={})
        add = clock.wrap("add", case.add)
        for findings, is_last in planted(size, seed, answers):
            if late is None and is_last:
                late = findings
                (folder / "late").write_bytes(msgspec.msgpack.encode(page_of(findings)))
            else:
                add(page_of(findings))
    (folder / "answers").write_bytes(msgspec.msgpack.encode(answers))
    return {"made": len(answers.stories), "statements": len(answers.told)} | clock.seconds


def link(folder: Path, size: int, seed: int, workers: int) -> dict[str, Any]:  # noqa: ARG001 - called as every stage is
    """Link the pile step by step, store the links, seal the case."""
    clock = StepClock()
    for name in _STEPS if workers == 1 else ():
        setattr(pipeline, name, clock.wrap(name, getattr(pipeline, name)))
    with Case.open(folder / "pile.hw", write=True) as case:
        started, cpu = time.perf_counter(), time.process_time()
        case.findings = clock.wrap("load", lambda ids: iter(list(Case.findings(case, ids))))  # type: ignore[assignment]
        tables.insert_links = clock.wrap("insert", tables.insert_links)
        relink(case, Settings(), workers)
        whole = {
            "linked_wall": time.perf_counter() - started,
            "linked": time.process_time() - cpu,
        }
        seal = clock.wrap("seal", case.seal)
        seal(settings=Settings(), made_by={})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS_UNIT
    size_of = (folder / "pile.hw").stat().st_size
    return clock.seconds | whole | {"peak_bytes": peak, "case_bytes": size_of}


def add_one(folder: Path, size: int, seed: int, workers: int) -> dict[str, Any]:  # noqa: ARG001 - called as every stage is
    """Add the article that was left out, one of a story of the pile, and link it."""
    clock = StepClock()
    page = msgspec.msgpack.decode((folder / "late").read_bytes(), type=PageFindings)
    pipeline.find_neighbourhoods = clock.wrap("one_neighbours", pipeline.find_neighbourhoods)
    with Case.open(folder / "pile.hw", write=True) as case:
        before = set(case.neighbourhoods())
        started, cpu = time.perf_counter(), time.process_time()
        case.add(page)
        relink(case, Settings())
        wall, spent = time.perf_counter() - started, time.process_time() - cpu
        after = set(case.neighbourhoods())
        seal = clock.wrap("one_seal", case.seal)
        seal(settings=Settings(), made_by={})
    return clock.seconds | {
        "one_wall": wall, "one": spent, "one_linked_anew": len(after - before), "neighbourhoods": len(after),
    }  # fmt: skip


def score(folder: Path, size: int, seed: int, workers: int) -> dict[str, Any]:  # noqa: ARG001 - called as every stage is
    """Hold what was found against what was planted."""
    answers = msgspec.msgpack.decode((folder / "answers").read_bytes(), type=Answers)
    with Case.open(folder / "pile.hw") as case:
        stories = ((s.id, s.article_ids) for s in case.stories())
        edges = {(d.article_id, d.upstream_article_id) for d in case.derivations()}
        held = {edge for edge in edges if edge[1]}
        claims = list(
            case._select("SELECT id, statement_ids, independent FROM claims")  # noqa: SLF001 - two million members need no objects
        )
    told = {key: msgspec.json.decode(ids) for key, ids, _ in claims}
    counts = {key: msgspec.json.decode(interval) for key, _, interval in claims}
    return {
        "stories_f1": pairs_f1(stories, answers.stories),
        "edges_f1": _f1(len(held & set(answers.edges)), len(held), len(set(answers.edges))),
        "claims_f1": pairs_f1(told.items(), answers.told),
    } | _origins(told, counts, answers)


def _origins(
    told: Mapping[str, Sequence[str]], counts: Mapping[str, Mapping[str, int]], answers: Answers
) -> dict[str, float]:
    """Of propositions told more than once: how often the lower bound is exact, and the interval right.

    A proposition is looked for in the claim that holds most of its tellings.
    """
    claim_of = {statement: key for key, ids in told.items() for statement in ids}
    tellings: dict[int, Counter[str]] = defaultdict(Counter)
    for statement, proposition in answers.told.items():
        tellings[proposition][claim_of[statement]] += 1
    several = {
        p: max(c, key=lambda key: (c[key], key)) for p, c in tellings.items() if c.total() > 1
    }
    exact = sum(counts[key]["low"] == answers.origins[p] for p, key in several.items())
    within = sum(
        counts[key]["low"] <= answers.origins[p] <= counts[key]["high"]
        for p, key in several.items()
    )
    return {"origins_exact": exact / len(several), "origins_within": within / len(several)}


def pairs_f1(groups: Iterable[tuple[str, Sequence[str]]], planted: Mapping[str, int]) -> float:
    """Give the F1 of pairs that stand together in both, counted without listing them."""
    found, both = Counter[str](), Counter[tuple[str, int]]()
    for key, members in groups:
        found[key] += len(members)
        both.update((key, planted[member]) for member in members)
    return _f1(_pairs(both), _pairs(found), _pairs(Counter(planted.values())))


def _pairs(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def _f1(right: int, found: int, planted: int) -> float:
    return 2 * right / (found + planted) if found + planted else 1.0


_STAGES: dict[str, Callable[[Path, int, int], dict[str, Any]]] = {
    "store": store,
    "link": link,
    "add_one": add_one,
    "score": score,
}


def planted(size: int, seed: int, answers: Answers) -> Iterator[tuple[ArticleFindings, bool]]:
    """Give the articles of a synthetic pile, and write down what is true of them.

    Yields:
        Each article, and whether it is the last of a story of several.
    """
    for story in plant_stories(seed=seed, articles=size):
        answers.origins |= story.origins
        for number, article in enumerate(story.articles, start=1):
            findings = article.findings
            key = findings.article.id
            answers.stories[key] = article.story
            answers.edges += [(key, parent) for parent in article.parents]
            ids = (statement.id for statement in findings.statements)
            answers.told |= dict(zip(ids, article.propositions, strict=True))
            is_last = number == len(story.articles) > 1
            yield replace(findings, fingerprint=take_fingerprint(findings).pack()), is_last


def page_of(findings: ArticleFindings) -> PageFindings:
    """Give the page that an article alone stands on."""
    article = findings.article
    page = Page(
        id=article.page_id, name=article.id, names=(article.id,), url=None, sha256=article.page_id,
        size=len(article.text), format="text", encoding="utf-8", status=PageStatus.READ, reason=None,
    )  # fmt: skip
    return PageFindings(page=page, articles=(findings,))


class StepClock:
    """Seconds of the processor spent in each step."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def wrap(self, step: str, function: Callable[P, R]) -> Callable[P, R]:
        """Give a function that does the same and counts its time."""

        def timed(*args: P.args, **kwargs: P.kwargs) -> R:
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[step] += time.process_time() - start

        return timed


def print_tables(measured: Sequence[Mapping[str, Any]]) -> None:
    """Print time, memory and quality by size as Markdown."""
    _print_rows(
        ("articles", "statements", "linked s", "by the clock s", "ms an article", "peak MB", "case MB", "seal s"),
        [
            (
                row["made"], row["statements"], f"{row['linked']:.1f}", f"{row['linked_wall']:.1f}",
                f"{1000 * row['linked'] / row['made']:.2f}", f"{row['peak_bytes'] / 1e6:.0f}",
                f"{row['case_bytes'] / 1e6:.0f}", f"{row['seal']:.1f}",
            )
            for row in measured
        ],
    )  # fmt: skip
    _print_rows(
        ("articles", "neighbourhoods", "linked anew for one more", "s", "by the clock s", "of that finding neighbours s", "sealing again s"),
        [
            (
                row["made"], row["neighbourhoods"], row["one_linked_anew"], f"{row['one']:.2f}",
                f"{row['one_wall']:.2f}", f"{row['one_neighbours']:.2f}", f"{row['one_seal']:.1f}",
            )
            for row in measured
        ],
    )  # fmt: skip
    steps = ("load", *_STEPS, "insert")
    _print_rows(
        ("articles", *steps),
        [(r["made"], *(f"{r[s]:.1f}" if s in r else "–" for s in steps)) for r in measured],
    )
    scores = ("stories_f1", "edges_f1", "claims_f1", "origins_exact", "origins_within")
    _print_rows(
        ("articles", *scores), [(r["made"], *(f"{r[s]:.3f}" for s in scores)) for r in measured]
    )


def _print_rows(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    for cells in (head, ("---",) * len(head), *rows):
        print(f"| {' | '.join(map(str, cells))} |")
    print()


if __name__ == "__main__":
    sys.exit(main())
