"""How many independent origins: what others count, and what Headwater counts, on the same claims.

    python -m benchmarks.origins            the relay set and the seeds
    python -m benchmarks.origins --claims   also every claim, with the count of each

The claims are those of the gold: which pages tell them, and in which words. So it is the count that is
compared, not who finds the claim. The last line is the whole way: claims that Headwater found itself, the one
that shares most pages with the claim of the gold. Nothing is trained, and the thresholds of the baselines are
those that are usual, not tuned here.

- *pages*, *outlets*: each page, or each outlet, is taken for an origin; an outlet that is unknown is its page.
- *headlines*: pages whose headlines share at least .6 of their words are one.
- *MinHash*: pages whose 5-word runs are alike (Jaccard at least .5, estimated from 128 hashes) are one.
- *exact root*: whoever finally speaks in each telling, counted by the exact words of the name.
- *Headwater*: ``low`` of the same tellings.
"""

import argparse
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import headwater
from benchmarks.made_pile import claim_of
from headwater.assessment import assess_claims
from headwater.case import Case
from headwater.linking import take_fingerprint
from headwater.model import Article, ArticleFindings, Statement

_SHARED = Path(__file__).resolve().parents[2] / "shared"
_HEADLINE_SHARE, _MINHASH_SHARE, _HASHES = 0.6, 0.5, 128
#: Share of the words of a telling that must be in the words of the gold, and at least how many.
_SAME_WORDS, _FEWEST_WORDS = 0.6, 3
#: Share of pages in common from which a claim found is the claim meant; the relay scorer's number.
_SAME_PAGES = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A claim of the gold: on which pages, in which words, with how many origins."""

    name: str
    #: Page key to the words that tell it there.
    words: Mapping[str, tuple[str, ...]]
    origins: int
    accepted: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A pile, read: the articles of each page and what they say."""

    case: Case
    #: By page key, as the gold has it.
    articles: Mapping[str, tuple[Article, ...]]
    statements: Mapping[str, tuple[Statement, ...]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a table for each set."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.origins", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--shared", type=Path, default=_SHARED)
    parser.add_argument("--claims", action="store_true", help="also print every claim")
    asked = parser.parse_args(arguments)
    for title, (claims, counts) in _measured(asked.shared).items():
        print(f"{title}: {len(claims)} claims\n{table(claims, counts)}\n")
        if asked.claims:
            print("\n".join(_lines(claims, counts)), end="\n\n")
    return 0


def figures(shared: Path) -> dict[str, float]:
    """Give the share of claims whose count is exact, of ours and of the best of the others."""
    told: dict[str, float] = {}
    for title, (claims, counts) in _measured(shared).items():
        shares = {name: exact(claims, found) for name, found in counts.items()}
        told[f"origins_{title}_same_claims"] = shares["Headwater"]
        told[f"origins_{title}_whole_way"] = shares["Headwater, its own claims"]
        others = (share for name, share in shares.items() if not name.startswith("Headwater"))
        told[f"origins_{title}_best_baseline"] = max(others)
    return told


def exact(claims: Sequence[GoldClaim], found: Sequence[int | None]) -> float:
    """Give the share of claims whose count is one that the gold accepts."""
    right = sum(n in claim.accepted for claim, n in zip(claims, found, strict=True))
    return right / len(claims)


def mean_error(claims: Sequence[GoldClaim], found: Sequence[int | None]) -> float:
    """Give the mean absolute error of the count; a claim that was not found counts as 0."""
    errors = [abs((n or 0) - claim.origins) for claim, n in zip(claims, found, strict=True)]
    return sum(errors) / len(errors)


def table(claims: Sequence[GoldClaim], counts: Mapping[str, Sequence[int | None]]) -> str:
    """Give the table: who counts, exact share, mean absolute error, claims it has no count of."""
    lines = [f"{'counted by':28} {'exact':>6} {'error':>6} {'none':>5}"]
    for name, found in counts.items():
        none = sum(n is None for n in found)
        lines.append(
            f"{name:28} {exact(claims, found):6.3f} {mean_error(claims, found):6.2f} {none:5}"
        )
    return "\n".join(lines)


def _lines(
    claims: Sequence[GoldClaim], counts: Mapping[str, Sequence[int | None]]
) -> Iterator[str]:
    for n, claim in enumerate(claims):
        told = ", ".join(f"{name} {found[n]}" for name, found in counts.items())
        yield f"{claim.name}: {claim.origins} ({told})"


def _measured(
    shared: Path,
) -> dict[str, tuple[list[GoldClaim], dict[str, list[int | None]]]]:
    sets = {"relays": (shared / "corpora" / "relays" / "relays.jsonl", _relay_claims(shared)), "seeds": (shared / "seeds", _seed_claims(shared))}  # fmt: skip
    found = {}
    for title, (pile, claims) in sets.items():
        with headwater.read([pile]) as case:
            found[title] = claims, count_all(claims, _held(case, shared))
    return found


def count_all(claims: Sequence[GoldClaim], held: Held) -> dict[str, list[int | None]]:
    """Count the origins of each claim in every way."""
    findings = list(held.case.findings())
    derivations = held.case.derivations()
    ways = {name: [way(claim, held) for claim in claims] for name, way in _WAYS.items()}
    told = [_tellings(claim, held) for claim in claims]
    same = [claim_of(s) if s else None for s in told]
    assessed = iter(assess_claims([c for c in same if c], findings, derivations))
    ours = [next(assessed).independent.low if c else None for c in same]
    return {
        **ways,
        "always 1": [1 for _ in claims],
        "Headwater": ours,
        "Headwater, its own claims": [_found_alone(claim, held) for claim in claims],
    }


# ---- the baselines


def _count_pages(claim: GoldClaim, held: Held) -> int | None:
    del held
    return len(claim.words)


def _count_outlets(claim: GoldClaim, held: Held) -> int | None:
    return len({_outlet(article, key) for key, article in _pages(claim, held)}) or None


def _count_headlines(claim: GoldClaim, held: Held) -> int | None:
    heads = [_words(article.title or "") for _, article in _pages(claim, held)]
    return _count_clusters(heads, lambda a, b: _jaccard(a, b) >= _HEADLINE_SHARE) or None


def _count_minhash(claim: GoldClaim, held: Held) -> int | None:
    signatures = [
        _minhash(take_fingerprint(ArticleFindings(article=article)).shingles)
        for _, article in _pages(claim, held)
    ]
    return _count_clusters(signatures, lambda a, b: np.mean(a == b) >= _MINHASH_SHARE) or None


def _count_roots(claim: GoldClaim, held: Held) -> int | None:
    roots = {
        s.chain[-1].text or s.chain[-1].name or s.article_id for s in _tellings(claim, held)
    }
    return len(roots) or None


_WAYS = {
    "pages": _count_pages,
    "outlets": _count_outlets,
    "headlines": _count_headlines,
    "MinHash": _count_minhash,
    "exact root": _count_roots,
}


def _count_clusters(items: Sequence[Any], same: Any) -> int:  # noqa: ANN401 - any two that can be compared
    parent = list(range(len(items)))

    def find(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    for a, b in combinations(range(len(items)), 2):
        if same(items[a], items[b]):
            parent[find(b)] = find(a)
    return sum(parent[n] == n for n in range(len(items)))


def _minhash(shingles: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    """128 least values under as many hash functions: multiply and add, by numbers that follow from their place."""
    numbers = [zlib.crc32(f"minhash {n}".encode()) | 1 for n in range(2 * _HASHES)]
    factors = np.array(numbers[:_HASHES], dtype=np.uint64)[:, None]
    offsets = np.array(numbers[_HASHES:], dtype=np.uint64)[:, None]
    mixed = (shingles.astype(np.uint64)[None, :] * factors + offsets) % np.uint64(2**61 - 1)
    return np.asarray((mixed >> np.uint64(7)).min(axis=1), dtype=np.uint64)


def _outlet(article: Article, key: str) -> str:
    return article.outlet or article.outlet_name or key


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


# ---- ours


def _found_alone(claim: GoldClaim, held: Held) -> int | None:
    """The count of the claim found that shares most pages, then most words, with this one."""
    pages = {article.id: key for key, articles in held.articles.items() for article in articles}
    wanted, words = (
        set(claim.words),
        _words(" ".join(w for ws in claim.words.values() for w in ws)),
    )
    best: tuple[float, float, str, int] | None = None
    for found in held.case.claims():
        told = {pages[key] for key in found.article_ids if key in pages}
        share = len(told & wanted) / len(told | wanted)
        likeness = _jaccard(_words(found.text), words)
        if share >= _SAME_PAGES and likeness > 0:
            rank = (share, likeness, found.id, found.independent.low)
            best = rank if best is None else max(best, rank)
    return best[3] if best else None


def _tellings(claim: GoldClaim, held: Held) -> list[Statement]:
    """What was read on the claim's pages in the words of the gold."""
    return [
        said
        for key, words in claim.words.items()
        for said in held.statements.get(key, ())
        if any(_is_in(said.words, told) for told in words)
    ]


def _is_in(words: str, told: str) -> bool:
    """Tell whether these words stand in those: in order, but for a few."""
    mine, theirs = _words(words), _words(told)
    shared = len(mine & theirs)
    return shared >= _FEWEST_WORDS and shared / min(len(mine), len(theirs)) >= _SAME_WORDS


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def _pages(claim: GoldClaim, held: Held) -> list[tuple[str, Article]]:
    """Each page of a claim with its first article."""
    return [(key, held.articles[key][0]) for key in claim.words if held.articles.get(key)]


# ---- the gold


def pages_of(case: Case, shared: Path) -> dict[str, tuple[Article, ...]]:
    """Give the articles of each page, under the key that the gold has for it."""
    urls = {row["url"]: row["page_id"] for row in _rows(shared / "corpora" / "relays" / "relays.jsonl")}  # fmt: skip
    keys = {p.id: urls.get(p.url or "") or Path(p.name).name[:3] for p in case.pages()}
    articles: dict[str, tuple[Article, ...]] = {}
    for article in case.articles():
        key = keys[article.page_id]
        articles[key] = (*articles.get(key, ()), article)
    return articles


def _held(case: Case, shared: Path) -> Held:
    articles = pages_of(case, shared)
    said = {
        key: tuple(s for article in held for s in case.statements(article.id))
        for key, held in articles.items()
    }
    return Held(case=case, articles=articles, statements=said)


def _relay_claims(shared: Path) -> list[GoldClaim]:
    clusters = json.loads((shared / "corpora" / "relays" / "clusters.json").read_bytes())
    return [
        GoldClaim(
            name=f"{name} {claim['claim_id']}",
            words={
                page: tuple(cluster["pages"][page]["claims"][claim["claim_id"]]["sentences"])
                for page in claim["pages"]
            },
            origins=claim["independent_origins"],
            accepted=frozenset(claim["accept"]),
        )
        for name, cluster in clusters.items()
        for claim in cluster["claims"]
    ]


def _seed_claims(shared: Path) -> list[GoldClaim]:
    """The claims of seeds 002 and 003 with two statements or more, as the seeds' scorer takes them."""
    gold = {key: json.loads((shared / "gold" / f"{key}.json").read_bytes()) for key in ("002", "003")}  # fmt: skip
    said = {
        row["id"]: (key, " ".join(span["text"] for span in row["content"]))
        for key, page in gold.items()
        for row in (*page["attributions"], *page["unattributed"])
    }
    cross = json.loads((shared / "gold" / "cross.json").read_bytes())
    found = []
    for group in cross["claim_groups"]:
        members = sorted({m.rsplit(".", 1)[0] for m in group["members"]} & said.keys())
        words: dict[str, tuple[str, ...]] = {}
        for member in members:
            key, told = said[member]
            words[key] = (*words.get(key, ()), told)
        if len(members) > 1:
            origins = group["independent_origins"]
            found.append(GoldClaim(name=group["id"], words=words, origins=origins, accepted=frozenset({origins})))  # fmt: skip
    return found


def _rows(path: Path) -> Iterable[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    raise SystemExit(main())
