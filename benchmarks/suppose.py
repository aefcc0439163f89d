"""How long it takes to ask a case of many articles what would follow from a supposition.

    python -m benchmarks.suppose             10,000 articles
    python -m benchmarks.suppose 1000 10000  several sizes

The case is the crisis of ``examples/crisis``, read once and told over again with other names in the same places, so
that every copy has its articles, statements, events and commitments, and only one of them is meant. The models are
loaded before the clock starts; the case is opened afresh for every question, as the command does.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

import headwater
from benchmarks.made_pile import claim_of
from headwater.case import Case
from headwater.linking import gather_actors, take_fingerprint
from headwater.model import ArticleFindings, Links, Page, PageFindings, PageStatus, digest
from headwater.pipeline import read_clauses
from headwater.settings import Settings

CRISIS = Path(__file__).parents[1] / "examples" / "crisis"
_ASKED = (
    "the Brenmari army crosses the Vey",
    "a drone hits Tolvane",
    "the talks in Nurne are suspended",
)
_ID = re.compile(r'(?<=["/])[0-9a-f]{16}(?=")')
#: In JSON a line's first word has a "\n" before it, which is two letters.
_NAME = re.compile(r"(?:(?<=\\n)|\b)[A-Z][a-z]{3,}\b")
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(ArticleFindings)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure for each size, and print a line for each question."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suppose", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000], metavar="ARTICLES")
    for size in parser.parse_args(arguments).sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "made.hw"
            store(path, size)
            for text in _ASKED:
                print(ask(path, size, text))
    return 0


def ask(path: Path, size: int, text: str) -> str:
    """Give a line that says what is supposed and found, and the best time of three."""
    times = []
    for _ in range(3):
        with headwater.open_case(path) as case:
            case.supposes.read(text)  # type: ignore[union-attr]  # open_case brings it
            start = time.perf_counter()
            found = case.suppose(text, depth=2)
            times.append(time.perf_counter() - start)
    return f"{size:7,} articles  {text:36} {min(times):6.3f} s  {len(found.steps)} fire, {len(found.near)} near"


def store(path: Path, size: int) -> None:
    """Make a case of so many articles and store it as a run would, with a claim for each statement."""
    with headwater.read(CRISIS) as read:
        once = list(read.findings())
    told = [found for n in range(-(-size // len(once))) for found in _again(once, n)][:size]
    with Case.create(path) as case:
        for found in told:
            case.add(PageFindings(page=_page(found), articles=(found,)))
        claims = tuple(claim_of([s]) for found in told for s in found.statements)
        case.replace_links(
            Links(actors=tuple(gather_actors(map(take_fingerprint, told))), claims=claims)
        )
        case.seal(settings=Settings(), made_by={})


def _again(once: Sequence[ArticleFindings], number: int) -> Iterator[ArticleFindings]:
    """Give the articles again under other ids, with other names of the same length; the first time as they are."""
    for found in once:
        if not number:
            clauses = tuple(read_clauses(found.commitments, portable=False))
            yield replace(found, clauses=clauses)
            continue
        text = _encoder.encode(replace(found, vectors=())).decode()
        text = _ID.sub(lambda hit: digest("again", number, hit.group()), text)
        text = _NAME.sub(lambda hit: _turned(hit.group(), number), text)
        again = _decoder.decode(text.encode())
        clauses = tuple(read_clauses(again.commitments, portable=False))
        yield replace(again, vectors=found.vectors, clauses=clauses)


def _turned(name: str, number: int) -> str:
    """Give another name of the same length, which no other copy has."""
    numbers = bytes.fromhex(digest("turned", name, number) * 3)
    return "".join(chr(97 + n % 26) for n in numbers[: len(name)]).capitalize()


def _page(found: ArticleFindings) -> Page:
    key = found.article.page_id
    return Page(
        id=key, name=f"{key}.txt", names=(f"{key}.txt",), url=None, sha256=key, size=len(found.article.text), format="text",
        encoding="utf-8", status=PageStatus.READ, reason=None,
    )  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
