"""How long it takes to take a source away from a case of many articles.

    python -m benchmarks.what_if             10,000 articles
    python -m benchmarks.what_if 1000 10000  several sizes

The case is made by rule and stored as a run would: stories of ten articles, one of an agency with
its speakers, the others on its word or on their own; eight statements an article, as the relay set has.
One agency stands behind a third of all stories. It is opened afresh for every question, as the command does.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import headwater
from benchmarks.made_pile import Told, claim_of, hidden, paper, person, write_article
from headwater.assessment import assess_claims
from headwater.case import Case
from headwater.linking import gather_actors, gather_reports, take_fingerprint
from headwater.linking.reports import held_report_id
from headwater.model import (
    ArticleFindings,
    ChainLink,
    Derivation,
    DerivationKind,
    Links,
    Page,
    PageFindings,
    PageStatus,
    digest,
)
from headwater.settings import Settings

_STORY, _STATEMENTS = 10, 8
_AGENCIES = ("Northwater Wire", "Eastwater Wire", "Southwater Wire")
_OUTLETS = tuple(f"Outlet {n:03} of Maren" for n in range(400))
_FIRST = date(2031, 1, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure for each size, and print a line for each kind of source."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.what_if", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000], metavar="ARTICLES")
    for size in parser.parse_args(arguments).sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "made.hw"
            store(path, size)
            for name in (_AGENCIES[0], _OUTLETS[7], "Speaker 00001-0"):
                print(ask(path, size, name))
    return 0


def ask(path: Path, size: int, name: str) -> str:
    """Give a line that says what a source's absence does, and the best time of three."""
    times = []
    for _ in range(3):
        with headwater.open_case(path) as case:
            start = time.perf_counter()
            found = case.what_if(without=name)
            times.append(time.perf_counter() - start)
    return (
        f"{size:7,} articles  without {name:22} {min(times):6.3f} s  lost {len(found.lost):6,}"
        f"  weakened {len(found.weakened):6,}  fewer tellings {found.fewer_tellings:6,}  untouched {found.untouched:6,}"
    )


def store(path: Path, size: int) -> None:
    """Make a case of so many articles and store it as a run would."""
    stories = [list(_story(n)) for n in range(size // _STORY)]
    findings = [found for story in stories for found in story]
    claims = [claim_of(told) for story in stories for told in _same(story)]
    derivations = [d for story in stories for d in _derivations(story)]
    links = Links(
        actors=tuple(gather_actors(map(take_fingerprint, findings))),
        reports=gather_reports(findings, derivations),
        claims=assess_claims(claims, findings, derivations),
        derivations=tuple(derivations),
    )
    with Case.create(path) as case:
        for found in findings:
            case.add(PageFindings(page=_page(found), articles=(found,)))
        case.replace_links(links)
        case.seal(settings=Settings(), made_by={})


def _story(number: int) -> Iterator[ArticleFindings]:
    """An agency's report; nine that have its statements from it, by its speakers, or from nobody named."""
    agency, day = _AGENCIES[number % len(_AGENCIES)], _FIRST + timedelta(days=number % 300)
    yield write_article(f"{number}", agency, day, [_told(number, n, agency) for n in range(_STATEMENTS)])  # fmt: skip
    for relay in range(1, _STORY):
        outlet = _OUTLETS[(number * 31 + relay * 7) % len(_OUTLETS)]
        told = [_retold(number, n, relay, agency) for n in range(_STATEMENTS)]
        yield write_article(f"{number}-{relay}", outlet, day + timedelta(days=1), told)


def _told(number: int, n: int, agency: str) -> Told:
    return Told(content=_content(number, n), speakers=(_speaker(number, n, agency),))


def _retold(number: int, n: int, relay: int, agency: str) -> Told:
    ways: tuple[tuple[ChainLink, ...], ...] = (
        (paper(agency), _speaker(number, n, agency)),
        (paper(agency),),
        (person(f"Speaker {number:05}-{n}"),),
        (),
    )
    # Every relay adds two statements of its own, as most pages do.
    own = n >= _STATEMENTS - 2
    return Told(
        content=_content(number, n + 10 * relay if own else n),
        speakers=() if own else ways[(n + relay) % len(ways)],
    )


def _speaker(number: int, n: int, agency: str) -> ChainLink:
    return (
        person(f"Speaker {number:05}-{n}")
        if n % 2
        else hidden(f"official {number:05}-{n}", agency)
    )


def _content(number: int, n: int) -> str:
    return f"pier {n} of harbour {number} was shut"


def _same(story: Sequence[ArticleFindings]) -> list[list]:  # type: ignore[type-arg]
    said: dict[str, list] = {}  # type: ignore[type-arg]
    for found in story:
        for statement in found.statements:
            said.setdefault(statement.words, []).append(statement)
    return list(said.values())


def _derivations(story: Sequence[ArticleFindings]) -> Iterator[Derivation]:
    origin, *relays = (found.article for found in story)
    for number, relay in enumerate(relays):
        report = held_report_id(origin.id)
        yield Derivation(
            id=digest("derivation", relay.id, report), article_id=relay.id, upstream_article_id=origin.id,
            upstream_report_id=report, upstream_name=origin.outlet_name or "", upstream_outlet=origin.outlet,
            kind=DerivationKind.REWRITES if number % 2 else DerivationKind.CITES, basis="named", evidence=(),
        )  # fmt: skip


def _page(found: ArticleFindings) -> Page:
    key, name = found.article.page_id, f"{found.article.page_id}.txt"
    return Page(
        id=key, name=name, names=(name,), url=None, sha256=key, size=len(found.article.text), format="text", encoding="utf-8",
        status=PageStatus.READ, reason=None,
    )  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
