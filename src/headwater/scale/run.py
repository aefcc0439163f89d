"""A whole pile into a case: what is new is read, then everything is linked."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NoReturn, TypeVar

from headwater.case import Case
from headwater.linking import Fingerprint
from headwater.model import ArticleFindings, LinkUpdate, PageFindings, PageStatus
from headwater.pages import SavedPage, find_pages, refuse
from headwater.pipeline import made_by, read_saved, update_links
from headwater.scale.workers import map_pages, one_thread
from headwater.settings import Settings

T = TypeVar("T")
R = TypeVar("R")

#: Articles to link from which on more than one process is worth starting.
_MANY = 500
#: Told after every page: how many are done, its name.
Progress = Callable[[int, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What one run did: pages read and refused now, and pages the case already had."""

    read: int
    refused: int
    known: int


def read_pile(
    paths: Sequence[Path | str],
    case: Case,
    *,
    settings: Settings | None = None,
    workers: int = 1,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> RunReport:
    """Read what is new in a pile into a case, link the whole case, and seal it.

    Every page is stored as soon as it is read, so a run that is killed goes on where it was.
    The result depends on the pages alone: not on their order, nor on ``workers``.

    Raises:
        UnreadablePile: If a path is not there; the case is as it was.
    """
    with one_thread():
        return _Run(case, settings or Settings(), progress).over(paths, workers, stdin)


def relink(case: Case, settings: Settings, workers: int = 1) -> None:
    """Bring the links of a case up to its articles; only what these have changed is linked anew.

    Args:
        case: The case.
        settings: Every dial.
        workers: Processes to spread the linking over, where there is enough of it and the case is
            a file. The result does not depend on it.
    """
    with one_thread():
        case.update_links(_update(case, settings, workers))


def _update(case: Case, settings: Settings, workers: int) -> LinkUpdate:
    prints = [Fingerprint.unpack(packed) for packed in case.fingerprints()]
    known = list(case.neighbourhoods())
    linked = {article for near in known for article, _ in near.articles}
    is_much = len(prints) - len(linked) >= _MANY
    link = partial(update_links, prints, known, settings=settings, parted_by=case.parted_by())
    if workers > 1 and case.path is not None and is_much:
        spread = partial(_spread, workers=workers)
        return link(findings_of=_FromFile(case.path), spread=spread)
    return link(findings_of=lambda ids: list(case.findings(ids)))


@dataclass(frozen=True, slots=True)
class _FromFile:
    """Gives the findings of articles of a case file, in whichever process it is asked."""

    path: Path

    def __call__(self, ids: Sequence[str]) -> list[ArticleFindings]:
        return list(_opened(self.path).findings(ids))


@cache
def _opened(path: Path) -> Case:
    """The case as another process reads it; closed when that process ends."""
    return Case.open(path)


def _spread(function: Callable[[T], R], items: Iterable[T], workers: int) -> Iterator[R]:
    return map_pages(function, items, workers, on_crash=_gave_up)


def _gave_up(item: object, why: str) -> NoReturn:
    del item
    raise MemoryError(f"A part of the pile could not be linked: {why}.")


class _Run:
    """One run's counters, and the case it fills."""

    def __init__(self, case: Case, settings: Settings, progress: Progress | None) -> None:
        self.case, self.settings, self.progress = case, settings, progress
        self.known = 0

    def over(
        self, paths: Sequence[Path | str], workers: int, stdin: BinaryIO | None
    ) -> RunReport:
        read = refused = 0
        pages = self._begun(find_pages(paths, self.settings.pages, stdin=stdin))
        new = self._new_pages(pages)
        function = partial(read_saved, settings=self.settings)
        for found in map_pages(function, new, workers, on_crash=_crashed):
            self.case.add(found)
            refused += found.page.status is PageStatus.REFUSED
            read += found.page.status is PageStatus.READ
            self._tell(read + refused + self.known, found.page.name)
        relink(self.case, self.settings, workers)
        self.case.seal(settings=self.settings, made_by=made_by(self.settings))
        return RunReport(read=read, refused=refused, known=self.known)

    def _begun(self, pages: Iterator[SavedPage]) -> Iterator[SavedPage]:
        """Tell the case who reads, once the pile is known to be there: else it stays as it was."""
        first = next(pages, None)
        self.case.begin(made_by=made_by(self.settings))
        return iter(()) if first is None else chain([first], pages)

    def _new_pages(self, pages: Iterator[SavedPage]) -> Iterator[SavedPage]:
        """Leave out what the case has; bytes it has under another name get this name too.

        What another maker read is read anew as it comes: see ``case.begin``.
        """
        for saved in pages:
            if self._is_known(saved):
                self.known += 1
                self._tell(self.known, saved.name)
            else:
                yield saved

    def _is_known(self, saved: SavedPage) -> bool:
        if saved.content is None:
            return False
        sha256 = hashlib.sha256(saved.content).hexdigest()
        return self.case.has_page(sha256, saved.name) or self.case.add_name(sha256, saved.name)

    def _tell(self, done: int, name: str) -> None:
        if self.progress:
            self.progress(done, name)


def _crashed(saved: SavedPage, reason: str) -> PageFindings:
    """The page that took its process down, refused by name."""
    words = f"{reason[0].upper()}{reason[1:]}. Read it alone, or leave it out."
    return PageFindings(page=refuse(saved, words))
