"""How well it is told what became of commitments.

    python -m benchmarks.fates           the figures
    python -m benchmarks.fates --show    and whatever is not as it should be, but for what is kept aside

Held against two piles of our own. ``benchmarks/fates.jsonl`` has 42 invented threats and promises of a few lines each, read
as one pile; half of them are kept aside: nobody looks at how they come out while the rules are made. The other pile
is the crisis of ``examples/crisis``.

The truth of the crisis is ``tests/golden/crisis/expected.json``: 19 commitments, where each is told, what became of it, and on which
pages that stands. An entry of ours tells one of them if it has a wording on a page in the words given there. Where
several of ours tell one, the state that is furthest along is taken. A link is right if it is of an entry that tells a
commitment, and its page is one of those given for it; a page that only tells again what another reported is not
given, and counts as wrong.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import headwater
from headwater.case import Case, HeldCommitment
from headwater.model import FateLink, FateSort, FateState

ROOT = Path(__file__).parents[1]
INVENTED = ROOT / "benchmarks" / "fates.jsonl"
CRISIS = ROOT / "examples" / "crisis"
TRUTH = ROOT / "tests" / "golden" / "crisis" / "expected.json"
_STATES = {
    "met, consequence reported": FateState.CONSEQUENCE_REPORTED,
    "met, consequence not reported": FateState.TRIGGER_REPORTED,
    "trigger reported, time not yet up": FateState.TRIGGER_REPORTED,
    "lapsed": FateState.EXPIRED,
    "withdrawn": FateState.WITHDRAWN,
    "open": FateState.OPEN,
    "unconditional, open": FateState.OPEN,
}
#: From what says least to what says most.
_ALONG = (
    FateState.UNDATED,
    FateState.OPEN,
    FateState.EXPIRED,
    FateState.AVERTED,
    FateState.TRIGGER_REPORTED,
    FateState.CONSEQUENCE_REPORTED,
    FateState.WITHDRAWN,
)
_KEYS = {
    FateSort.TRIGGER: "trigger_reported",
    FateSort.CONSEQUENCE: "consequence_reported",
    FateSort.WITHDRAWAL: "later_word",
    FateSort.AVERTING: "later_word",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """What was told of what became of the commitments.

    ``states`` are (id, told or None where no entry tells it, true); ``links`` are (id or None, link, whether right).
    """

    states: tuple[tuple[str, FateState | None, FateState], ...]
    links: tuple[tuple[str | None, FateLink, bool], ...]
    #: Pages given for triggers and consequences of the commitments, found and all.
    pages_found: int
    pages: int

    @property
    def exact(self) -> float:
        """Share of the commitments whose state is exact, 0 to 1."""
        return sum(told is true for _, told, true in self.states) / len(self.states)

    @property
    def precision(self) -> float:
        """Share of the links whose page is right, 0 to 1; 1 if there are none."""
        return sum(right for *_, right in self.links) / len(self.links) if self.links else 1.0

    @property
    def recall(self) -> float:
        """Share of the pages given that a link leads to, 0 to 1."""
        return self.pages_found / self.pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """How one invented commitment came out: its id, what was told of it (None: it was not read), and what is true.

    Links are pairs of their sort and the number of the page in the case.
    """

    key: str
    is_aside: bool
    told: FateState | None
    true: FateState
    links: frozenset[tuple[str, int]]
    true_links: frozenset[tuple[str, int]]


def measure_invented() -> tuple[Invented, ...]:
    """Read the invented pages as one pile and hold what is told of each commitment against the truth.

    The commitments of a case are those told on its first page; every link of theirs counts, to whichever page.
    """
    cases = [json.loads(line) for line in INVENTED.read_text(encoding="utf-8").splitlines()]
    pages = [
        {"url": f"https://{one['id']}.example/{number}", **page}
        for one in cases
        for number, page in enumerate(one["pages"])
    ]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pages.jsonl"
        file.write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
        with headwater.read([file]) as case:
            return tuple(_invented(case, cases))


def _invented(case: Case, cases: Sequence[Mapping[str, Any]]) -> Iterator[Invented]:
    urls = {page.id: str(page.url) for page in case.pages()}
    page_of = {article.id: urls[article.page_id] for article in case.articles()}
    held = case.followed_commitments()
    for one in cases:
        site = f"https://{one['id']}.example/"
        mine = [h for h in held if any(page_of[w.article_id] == f"{site}0" for w in h.wordings)]
        met = ((link.sort.value, page_of[link.theirs.article_id]) for link in _links(mine))
        yield Invented(
            key=one["id"],
            is_aside=one["aside"],
            told=max((h.fate.state for h in mine if h.fate), key=_ALONG.index, default=None),
            true=FateState(one["state"]),
            links=frozenset(
                (sort, int(url.removeprefix(site)) if url.startswith(site) else -1)
                for sort, url in met
            ),
            true_links=frozenset(
                (sort, number) for sort, numbers in one["links"].items() for number in numbers
            ),
        )


def measure() -> Fates:
    """Read the crisis and hold what is told of it against the truth."""
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))["commitments"]
    with headwater.read(CRISIS) as case:
        return compare(case, truth)


def compare(case: Case, truth: Sequence[Mapping[str, Any]]) -> Fates:
    """Hold what a case tells against the truth."""
    pages = {page.id: page.name[:2] for page in case.pages()}
    page_of = {article.id: pages[article.page_id] for article in case.articles()}
    held = case.followed_commitments()
    tellers = {one["id"]: [h for h in held if _tells(h, one, page_of)] for one in truth}
    states, links, found, wanted = [], [], 0, 0
    for one in truth:
        ours = tellers[one["id"]]
        told = max((h.fate.state for h in ours if h.fate), key=_ALONG.index, default=None)
        states.append((one["id"], told, _STATES[one["state"]]))
        given = {sort: {str(w["page"])[:2] for w in one[key]} for sort, key in _KEYS.items()}
        mine = list(_links(ours))
        links += [
            (one["id"], link, page_of[link.theirs.article_id] in given[link.sort])
            for link in mine
        ]
        for sort in (FateSort.TRIGGER, FateSort.CONSEQUENCE):
            met = {page_of[link.theirs.article_id] for link in mine if link.sort is sort}
            found, wanted = found + len(given[sort] & met), wanted + len(given[sort])
    known = {h.id for some in tellers.values() for h in some}
    links += [(None, link, False) for link in _links(h for h in held if h.id not in known)]
    return Fates(states=tuple(states), links=tuple(links), pages_found=found, pages=wanted)


def _links(held: Iterable[HeldCommitment]) -> Iterator[FateLink]:
    for one in held:
        yield from one.fate.links if one.fate else ()


def _tells(held: HeldCommitment, one: Mapping[str, Any], page_of: Mapping[str, str]) -> bool:
    return any(
        page_of[wording.article_id] == str(told["page"])[:2]
        and any(
            ours
            and theirs
            and (_plain(ours) in _plain(theirs) or _plain(theirs) in _plain(ours))
            for ours in (wording.trigger, wording.consequence)
            for theirs in (told["trigger"], told["consequence"])
        )
        for wording in held.wordings
        for told in one["told"]
    )


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def figures(shared: Path) -> dict[str, float]:  # noqa: ARG001 - called as every scorer is
    """Give the shares of states and links that are right, on the crisis and on what is kept aside, 0 to 1."""
    crisis = measure()
    aside = [one for one in measure_invented() if one.is_aside]
    linked = [link in one.true_links for one in aside for link in sorted(one.links)]
    return {
        "fates_crisis_state_exact": crisis.exact,
        "fates_crisis_link_precision": crisis.precision,
        "fates_kept_state_exact": sum(one.told is one.true for one in aside) / len(aside),
        "fates_kept_link_precision": sum(linked) / len(linked) if linked else 1.0,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, and what is wrong if asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fates", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--show", action="store_true", help="show what is not as it should be")
    is_shown = parser.parse_args(arguments).show
    invented = measure_invented()
    for some, name in ((False, "invented"), (True, "invented, kept aside")):
        print(_line(name, [one for one in invented if one.is_aside is some]))
    if is_shown:
        for one in invented:
            if not one.is_aside and (one.told, one.links) != (one.true, one.true_links):
                print(
                    f"{one.key}: told {one.told} {sorted(one.links)}, is {one.true} {sorted(one.true_links)}"
                )
    told = measure()
    if is_shown:
        for key, state, true in told.states:
            if state is not true:
                print(f"{key}: told {state}, is {true}")
        for of, link, right in told.links:
            if not right:
                print(
                    f"{of}: {link.sort} {link.theirs.published_from} “{link.theirs.text}”, {'; '.join(link.reasons)}"
                )
    exact = sum(state is true for _, state, true in told.states)
    print(f"crisis: state exact {told.exact:.3f} ({exact} of {len(told.states)})")
    print(
        f"crisis: page of a link right {told.precision:.3f} ({len(told.links)} links), pages found {told.recall:.3f} ({told.pages_found} of {told.pages})"
    )
    return 0


def _line(name: str, some: Sequence[Invented]) -> str:
    exact = sum(one.told is one.true for one in some)
    right = sum(len(one.links & one.true_links) for one in some)
    given, wanted = (
        sum(len(one.links) for one in some),
        sum(len(one.true_links) for one in some),
    )
    unread = sum(one.told is None for one in some)
    return (
        f"{name}: state exact {exact} of {len(some)} ({unread} not read), links right {right} of {given},"
        f" found {right} of {wanted}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
