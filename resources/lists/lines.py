"""The lines of ``resources/actors``, and marks set in them."""
# ruff: noqa: INP001 - scripts beside the data they check

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from finding import SOURCES, WITHIN, Finding

ACTORS = Path(__file__).parents[1] / "actors"
#: How many lists a line names at most; further ones bear out nothing new.
MOST = 2
_LINE = re.compile(r"^- \{id: (?P<id>[a-z_]+/[a-z0-9-]+),.*?src: (?P<src>k|\[.*\])\}$")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_. -]*[A-Za-z0-9]")


def mark(findings: Iterable[Finding]) -> int:
    """Write what was found into the lines that name no list yet, and give how many."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if not finding.differs:
            found[finding.actor].append(finding)
    return sum(_mark_file(path, found) for path in sorted(ACTORS.glob("*.yml")))


def _mark_file(path: Path, found: Mapping[str, list[Finding]]) -> int:
    lines = path.read_text("utf-8").split("\n")
    marked = {at: new for at, line in enumerate(lines) if (new := _marked(line, found))}
    for at, (line, _) in marked.items():
        lines[at] = line
    named = {source for _, sources in marked.values() for source in sources}
    text = _with_sources("\n".join(lines), named)
    if marked:
        path.write_text(text, "utf-8")
    return len(marked)


def _marked(line: str, found: Mapping[str, list[Finding]]) -> tuple[str, list[str]] | None:
    """Give the line with its lists before general knowledge; None if it names one already, or none was found."""
    match = _LINE.match(line)
    if match is None or match["src"] != "k" or match["id"] not in found:
        return None
    order = list(SOURCES)
    best = sorted(found[match["id"]], key=lambda f: (order.index(f.source), f.known_as))
    first = {f.source: f for f in reversed(best)}
    kept = [
        first[source] for source in order if source in first and WITHIN.get(source) not in first
    ][:MOST]
    names = ", ".join(f"{{{f.source}: {_written(f.known_as)}}}" for f in kept)
    return f"{line[: match.start('src')]}[{names}, k]}}", [f.source for f in kept]


def _written(known_as: str) -> str:
    """Give a text as YAML reads it back in a flow map."""
    return (
        known_as
        if _PLAIN.fullmatch(known_as)
        and known_as.lower() not in {"yes", "no", "on", "off", "null"}
        else '"' + known_as.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


def _with_sources(text: str, named: Iterable[str]) -> str:
    """Give a file's text with every source it names told at its head, before general knowledge."""
    missing = [s for s in SOURCES if s in set(named) and f"\n  {s}: " not in text]
    told = "".join(f'  {source}: "{SOURCES[source]}"\n' for source in missing)
    return text.replace("  k: ", told + "  k: ", 1)
