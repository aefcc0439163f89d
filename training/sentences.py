"""Reads the passages of ``training/sentences``: text without its marks, and what the marks say.

python -m training.sentences FILE...     check files; prints where a line is wrong
"""

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "sentences"
NAMES = ("PER", "ORG", "LOC", "NORP", "FAC", "WEAPON", "TIME", "QUANT", "OUTLET")
TYPES = (
    "NONE AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN "
    "PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
STATUSES = ("reported", "planned", "conditional", "denied", "historical")
MODALITIES = (
    "fact",
    "possible",
    "future",
    "conditional",
    "intended",
    "requested",
    "evaluative",
)
POLARITIES = ("pos", "neg")
#: One family in five is kept for measuring.
KEPT_SHARE = 5

_MARK = re.compile(r"\[(?P<label>\S+) |\[|\]")
_ROLE = re.compile(r"(?P<role>[SQCAR])(?P<numbers>\d+(?:,\d+)*)$")
_PREDICATE = re.compile(
    r"V(?P<number>\d*):(?P<type>\w+):(?P<status>[\w-]+):(?P<modality>\w+):(?P<polarity>\w+)$"
)
#: Blanks that only the writing of the marks brings: before a closing mark of a sentence.
_BEFORE_STOP = re.compile(r" (?=[.,;:?!](?:\s|$))")


@dataclass(frozen=True)
class Predicate:
    """A marked predicate; ``number`` ties it to its ``A`` and ``R`` spans, 0 to none."""

    start: int
    end: int
    number: int
    type: str
    status: str | None
    modality: str
    polarity: str


@dataclass(frozen=True)
class Passage:
    """A passage without its marks. Spans are code points of ``text``, end exclusive."""

    family: str
    text: str
    #: (role, number) to its spans in the order of the text; role is S, Q, C, A or R.
    roles: dict[tuple[str, int], list[tuple[int, int]]] = field(default_factory=dict)
    predicates: list[Predicate] = field(default_factory=list)
    hedges: list[tuple[int, int]] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def is_kept(self) -> bool:
        """True for the families that are kept for measuring."""
        return int(hashlib.sha256(self.family.encode()).hexdigest(), 16) % KEPT_SHARE == 0


def read_all(folder: Path = FOLDER) -> list[Passage]:
    """Read every passage of a folder, files in the order of their names."""
    return [p for file in sorted(folder.glob("*.txt")) for p in read_file(file)]


def read_file(file: Path) -> list[Passage]:
    """Read the passages of a file.

    Raises:
        ValueError: With file and line, if a mark is wrong.
    """
    passages = []
    for number, line in _lines(file):
        try:
            passages.append(read_line(line))
        except ValueError as error:
            raise ValueError(f"{file.name}:{number}: {error}") from error
    return passages


def read_line(line: str) -> Passage:
    """Read one line, ``family | text``.

    Raises:
        ValueError: If a mark is wrong.
    """
    family, bar, marked = line.partition(" | ")
    if not bar or not re.fullmatch(r"[a-z0-9-]+", family):
        raise ValueError("does not begin with 'family | '")
    marked = _BEFORE_STOP.sub("", marked.replace(" ¶ ", "\n").strip())
    passage = Passage(family, _MARK.sub("", marked))
    for label, start, end in _marks(marked):
        if start == end or passage.text[start:end] != passage.text[start:end].strip():
            raise ValueError(f"the mark {label} is empty, or begins or ends with a blank")
        _keep(passage, label, start, end)
    for spans in passage.roles.values():
        spans.sort()
    _check(passage)
    return passage


def _marks(marked: str) -> Iterator[tuple[str, int, int]]:
    """Give label, start and end of each mark, in the text without marks, as they close."""
    opened: list[tuple[str, int]] = []
    taken = 0
    for mark in _MARK.finditer(marked):
        place = mark.start() - taken
        taken += len(mark[0])
        if mark[0] == "]":
            if not opened:
                raise ValueError(
                    f"a mark is closed that was not opened, before '{marked[mark.end() :][:20]}'"
                )
            label, start = opened.pop()
            yield label, start, place
        elif mark["label"]:
            opened.append((mark["label"], place))
        else:
            raise ValueError(
                f"a mark without label and blank at '{marked[mark.start() :][:20]}'"
            )
    if opened:
        raise ValueError(f"the mark {opened[-1][0]} is not closed")


def _keep(passage: Passage, label: str, start: int, end: int) -> None:
    if label == "H":
        passage.hedges.append((start, end))
    elif label in NAMES:
        passage.names.append((start, end, label))
    elif role := _ROLE.match(label):
        for number in role["numbers"].split(","):
            passage.roles.setdefault((role["role"], int(number)), []).append((start, end))
    elif found := _PREDICATE.match(label):
        passage.predicates.append(_predicate(found, start, end))
    else:
        raise ValueError(f"unknown label {label}")


def _predicate(found: re.Match[str], start: int, end: int) -> Predicate:
    kind, status = found["type"], found["status"]
    if kind not in TYPES:
        raise ValueError(f"unknown type {kind}")
    if (kind == "NONE") != (status == "-") or status not in (*STATUSES, "-"):
        raise ValueError(
            f"unknown status {status} for {kind} (NONE has -, an event has one of {STATUSES})"
        )
    if found["modality"] not in MODALITIES or found["polarity"] not in POLARITIES:
        raise ValueError(
            f"unknown modality or polarity {found['modality']}:{found['polarity']}"
        )
    return Predicate(
        start,
        end,
        int(found["number"] or 0),
        kind,
        None if status == "-" else status,
        found["modality"],
        found["polarity"],
    )


def _check(passage: Passage) -> None:
    cues = {number for role, number in passage.roles if role == "Q"}
    tied = {p.number for p in passage.predicates}
    for role, number in passage.roles:
        if role in "SC" and number not in cues:
            raise ValueError(f"{role}{number} has no cue Q{number}")
        if role in "AR" and number not in tied:
            raise ValueError(f"{role}{number} has no predicate V{number}")


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def main(files: Iterable[str]) -> int:
    """Check files; 1 if a line is wrong."""
    wrong = 0
    for name in files:
        passages = []
        for number, line in _lines(Path(name)):
            try:
                passages.append(read_line(line))
            except ValueError as error:
                print(f"{name}:{number}: {error}", file=sys.stderr)
                wrong += 1
        families = {p.family for p in passages}
        kept = sum(p.is_kept for p in passages)
        print(
            f"{name}: {len(passages)} passages in {len(families)} families, {kept} kept for measuring"
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
