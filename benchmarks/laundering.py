"""One report laundered through N outlets, and a known origin taken out of the pile.

    python -m benchmarks.laundering           lines and rings of 2 to 1,000 outlets, and hidden origins
    python -m benchmarks.laundering 10 100    other sizes

*Lines*: N outlets, each of which has it from the one before, the first from a report that is held and rests on one
speaker. *Ghost lines*: the same, and the report is not held. *Rings*: N outlets, each of which has it from the one
before, and the first from the last. The chains are made by rule, as the reading room hands them on, and go through
linking and assessment: derivations, reports, claims, counts. Right is one origin, and of a ring that it is circular.

*Hidden origins*: for every cluster of the relay set whose origin the set does not hold, or after it was taken out where the
set holds it, the pages that flow from an origin by the gold must lead to a ghost of its outlet, and no more of them
to any other.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

import headwater
from benchmarks.made_pile import Told, paper, person, write_article
from benchmarks.origins import pages_of
from headwater.lexicon import outlet_id, registry
from headwater.linking.retellings import VECTOR_SIZE
from headwater.model import ArticleFindings, ChainLink, Claim, Derivation
from headwater.pipeline import link
from headwater.settings import Settings

_SHARED = Path(__file__).resolve().parents[2] / "shared"
_SIZES = (2, 3, 10, 100, 300, 1000)
_KINDS = ("line", "ghost line", "ring")
_REPORT, _SPEAKER = "Nightwater Wire", "Ilan Brode"
_CONTENT = "two piers of Port Maren were shut after the storm"


def shape(kind: str, size: int) -> list[ArticleFindings]:
    """Give the articles of one shape: ``line``, ``ghost line`` or ``ring`` of so many outlets."""
    names = [f"{_word(n)} {'Gazette Post Herald Ledger'.split()[n % 4]}" for n in range(size)]
    last = names[-1] if kind == "ring" else _REPORT
    chains: list[tuple[str, tuple[ChainLink, ...]]] = [
        (name, (paper(names[n - 1] if n else last),)) for n, name in enumerate(names)
    ]
    if kind == "line":
        chains.append((_REPORT, (person(_SPEAKER),)))
    return [
        write_article(f"{kind} {name}", name, date(2031, 5, 4), [Told(content=_CONTENT, speakers=chain)])
        for name, chain in chains
    ]  # fmt: skip


def _word(number: int) -> str:
    """A name of its own for each number: syllables for its digits."""
    syllables = "ba ke lo mi nu ra se to vi zu".split()
    return "".join(syllables[int(digit)] for digit in f"{number:04}").capitalize()


# ---- laundering


@dataclass(frozen=True, slots=True, kw_only=True)
class Laundered:
    """What became of one report told by many."""

    kind: str
    size: int
    claims: tuple[Claim, ...]
    seconds: float

    @property
    def is_right(self) -> bool:
        """One claim, one origin for certain and at most, and circular where it is a ring."""
        one = [(c.independent.low, c.independent.high, c.circular) for c in self.claims]
        return one == [(1, 1, self.kind == "ring")]


def launder(kind: str, size: int) -> Laundered:
    """Send one report through so many outlets, and count what it rests on."""
    findings = shape(kind, size)
    start = time.perf_counter()
    links = link([with_vectors(found) for found in findings], Settings())
    return Laundered(
        kind=kind, size=size, claims=links.claims, seconds=time.perf_counter() - start
    )


def with_vectors(found: ArticleFindings) -> ArticleFindings:
    """Give every statement the same vector: they are the same words."""
    row = np.zeros(VECTOR_SIZE, dtype=np.float32)
    row[0] = 1.0
    return replace(found, vectors=(row.tobytes(),) * len(found.statements))


# ---- hidden origins


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """An origin of a cluster, and the pages that flow from it by the gold."""

    cluster: str
    #: Outlets by id; any of them is right.
    origins: frozenset[str]
    name: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What was found where an origin was hidden."""

    hidden: Hidden
    #: Whether the set held a page of it, which was taken out.
    was_held: bool
    #: The ghost that most of the pages lead to, or nothing.
    ghost: str | None
    is_right: bool
    #: Pages that lead to a ghost of the right outlet.
    leading: int


def find_hidden(shared: Path) -> list[Sought]:
    """Hide every origin of the relay set in turn, and see which ghost its pages lead to."""
    corpus = shared / "corpora" / "relays"
    gold = json.loads((corpus / "clusters.json").read_bytes())
    with headwater.read([corpus / "relays.jsonl"]) as case:
        pages = {
            article.id: key for key, told in pages_of(case, shared).items() for article in told
        }
        findings = list(case.findings())
    return [_seek(hidden, findings, pages, gold) for hidden in hidden_origins(gold)]


def hidden_origins(gold: Mapping[str, Any]) -> Iterator[Hidden]:
    """Yield every origin of every cluster that some page flows from."""
    for cluster, told in gold.items():
        flowing: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for page, label in told["pages"].items():
            if isinstance(label["ultimate_origin"], list):
                for names in label["ultimate_origin"]:
                    flowing[tuple(names)].append(page)
        for names, found in flowing.items():
            ids = frozenset(_outlet_of(name) for name in names)
            yield Hidden(
                cluster=cluster, origins=ids, name=" or ".join(names), pages=tuple(found)
            )


def _seek(
    hidden: Hidden,
    findings: Sequence[ArticleFindings],
    pages: Mapping[str, str],
    gold: Mapping[str, Any],
) -> Sought:
    cluster = gold[hidden.cluster]["pages"]
    left = [
        found
        for found in findings
        if pages[found.article.id] not in cluster or found.article.outlet not in hidden.origins
    ]
    links = link(left, Settings())
    reports = {report.id: report for report in links.reports}
    upstream: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in links.derivations:
        upstream[derivation.article_id].append(derivation)
    led = {
        pages[found.article.id]: _ghosts(found.article.id, upstream)
        for found in left
        if pages[found.article.id] in hidden.pages
    }
    counted = Counter(ghost for ghosts in led.values() for ghost in ghosts)
    # Of ghosts that as many pages lead to, the right one stands first: all of them are named.
    best = min(
        counted,
        key=lambda g: (-counted[g], reports[g].outlet not in hidden.origins, g),
        default=None,
    )
    return Sought(
        hidden=hidden,
        was_held=len(left) < len(findings),
        ghost=reports[best].outlet_name if best else None,
        is_right=best is not None and reports[best].outlet in hidden.origins,
        leading=sum(
            any(reports[ghost].outlet in hidden.origins for ghost in ghosts)
            for ghosts in led.values()
        ),
    )


def _ghosts(article_id: str, upstream: Mapping[str, Sequence[Derivation]]) -> set[str]:
    """The reports not held that an article leads to, through whatever is held."""
    seen, queue, found = {article_id}, [article_id], set()
    while queue:
        for derivation in upstream.get(queue.pop(), ()):
            parent = derivation.upstream_article_id
            if parent is None:
                found.add(derivation.upstream_report_id)
            elif parent not in seen:
                seen.add(parent)
                queue.append(parent)
    return found


def _outlet_of(name: str) -> str:
    sure = [key for key, form in registry().of_name(name) if not form.weak]
    return sure[0] if sure else outlet_id(name)


# ---- the tables


def figures(shared: Path) -> dict[str, float]:
    """Give the shares that are right: laundered claims of up to 300 outlets, and hidden origins named."""
    laundered = [launder(kind, size) for kind in _KINDS for size in _SIZES if size <= 300]
    sought = find_hidden(shared)
    return {
        "laundering_one_origin": sum(one.is_right for one in laundered) / len(laundered),
        "hidden_origin_named": sum(one.is_right for one in sought) / len(sought),
        "hidden_origin_pages_lead": sum(one.leading for one in sought)
        / sum(len(one.hidden.pages) for one in sought),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print both tables."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.laundering", description=__doc__
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--shared", type=Path, default=_SHARED)
    parser.add_argument("sizes", type=int, nargs="*", default=_SIZES, metavar="OUTLETS")
    asked = parser.parse_args(arguments)
    print(
        f"{'':12} {'outlets':>7} {'claims':>6} {'origins':>8} {'circular':>8} {'seconds':>8}  right"
    )
    for kind in _KINDS:
        for size in asked.sizes:
            print(_laundered_line(launder(kind, size)), flush=True)
    if asked.shared.is_dir():
        print(
            f"\n{'cluster':24} {'origin':36} {'held':>4} {'pages':>5} {'lead':>4}  ghost named"
        )
        sought = find_hidden(asked.shared)
        print("\n".join(map(_sought_line, sought)))
        right, lead = sum(one.is_right for one in sought), sum(one.leading for one in sought)
        print(
            f"named with the right outlet: {right} of {len(sought)}; pages that lead there: {lead}"
        )
    return 0


def _laundered_line(one: Laundered) -> str:
    bounds = ", ".join(f"{c.independent.low}–{c.independent.high}" for c in one.claims[:3])
    circular = "yes" if any(claim.circular for claim in one.claims) else "no"
    right = "yes" if one.is_right else "NO"
    return f"{one.kind:12} {one.size:7,} {len(one.claims):6} {bounds:>8} {circular:>8} {one.seconds:8.2f}  {right}"


def _sought_line(one: Sought) -> str:
    hidden, held = one.hidden, "yes" if one.was_held else "no"
    right = "" if one.is_right else "  WRONG"
    return f"{hidden.cluster:24} {hidden.name:36} {held:>4} {len(hidden.pages):5} {one.leading:4}  {one.ghost}{right}"


if __name__ == "__main__":
    raise SystemExit(main())
