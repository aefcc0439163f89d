"""The board of a case on one day: every indicator with its state and the passages behind it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from headwater.case.board.finding import Finder, Found
from headwater.case.board.happenings import (
    Group,
    OriginsAmong,
    claim_of,
    group_found,
    judged,
    without_repeats,
)
from headwater.case.board.lines import changes_between, line_of
from headwater.case.board.sheets import Issue, Sheets
from headwater.case.board.values import (
    Board,
    BoardLine,
)
from headwater.case.undisturbed import undisturbed
from headwater.lexicon.indicators import Indicator
from headwater.model import Claim

#: Articles opened together where it looks back page by page.
_AT_ONCE: Final = 40


class Boarder:
    """Makes boards of one case.

    Args:
        sheets: Its articles.
        resolve: Gives the ids of the actors that go by a name.
        count: Counts the origins of what statements say.
        indicators: What to watch for.
        actor: Only passages that name this actor; None takes all.
    """

    def __init__(
        self,
        sheets: Sheets,
        resolve: Callable[[str], Collection[str]],
        count: OriginsAmong,
        indicators: Sequence[Indicator],
        actor: str | None = None,
    ) -> None:
        self._sheets, self._count = sheets, count
        self._finder = Finder(sheets, resolve, actor)
        self._indicators = tuple(indicators)
        self._found: dict[tuple[int, str], tuple[Found, ...]] = {}
        self._maybe: dict[int, frozenset[str]] = {}

    def board(self, at: date | None, since: date | None = None) -> Board:
        """Give the board of a day, and what is different from an earlier one.

        Args:
            at: The day; None for the last on which a page was published.
            since: The day of the earlier board.
        """
        with undisturbed():
            board = self._board(at, since)
            # What is let go of here the collector need not go through.
            self._sheets.forget()
            self._found.clear()
        return board

    def _board(self, at: date | None, since: date | None) -> Board:
        days = sorted(i.day for i in self._sheets.issues.values() if i.day)
        at = at or (days[-1] if days else None)
        lines = self._lines(at)
        told = [day for day in days if at and day <= at]
        return Board(
            at=at.isoformat() if at else None,
            last_page=told[-1].isoformat() if told else None,
            articles=len(told),
            undated=sum(i.day is None for i in self._sheets.issues.values()),
            lines=lines,
            since=since.isoformat() if since else None,
            changes=changes_between(self._lines(since), lines) if since else (),
        )

    def _lines(self, at: date | None) -> tuple[BoardLine, ...]:
        known = sorted(
            (i for i in self._sheets.issues.values() if _may_be_out(i, at)),
            key=lambda i: (i.day or date.max, i.id),
            reverse=True,
        )
        self._make_ready(known, at)
        places = {issue.id: place for place, issue in enumerate(known)}
        lit = [
            (number, one, *self._groups(number, one, known, places, at))
            for number, one in enumerate(self._indicators)
        ]
        counted = self._counted([group for *_, groups, _ in lit for group in groups])
        last_page = max((i.day for i in known if i.day), default=None)
        return tuple(
            line_of(one, [judged(g, counted.get(id(g)), one.origins) for g in groups], has_lapsed=lapsed, at=at, last_page=last_page)
            for _, one, groups, lapsed in lit
        )  # fmt: skip

    def _make_ready(self, known: Sequence[Issue], at: date | None) -> None:
        """Open what the board will look at first all at once, and load the findings where words fit."""
        wanted: dict[str, list[Indicator]] = {}
        for number, one in enumerate(self._indicators):
            for issue in _recent(known, at, one.lapse_days):
                if issue.id in self._articles(number, one):
                    wanted.setdefault(issue.id, []).append(one)
        self._load(wanted)

    def _load(self, wanted: Mapping[str, Sequence[Indicator]]) -> None:
        """Open articles all at once, and load the findings of those whose words fit one of their indicators."""
        self._sheets.open_all(wanted)
        self._sheets.load(
            {
                key
                for key, ones in wanted.items()
                if any(self._finder.may_find(q, self._sheets.open(key)) for i in ones for q in i.queries)
            }
        )  # fmt: skip

    def _groups(
        self,
        number: int,
        indicator: Indicator,
        known: Sequence[Issue],
        places: Mapping[str, int],
        at: date | None,
    ) -> tuple[list[Group], bool]:
        """Give the happenings that light an indicator, or else those that did last, and whether they have lapsed."""
        maybe = self._articles(number, indicator)
        lately = _recent(known, at, indicator.lapse_days)
        recent = [issue for issue in lately if issue.id in maybe]
        groups = self._grouped(number, indicator, recent)
        undated = [group for group in groups if not any(group.days())]
        lit = _awake(groups, at, indicator.window_days)
        if lit:
            return [*lit, *undated], False
        told = sorted(places[key] for key in maybe & places.keys())
        older = [known[place] for place in told if place >= len(lately)]
        last = self._last_told(number, indicator, older)
        return (last, True) if last else (undated, False)

    def _grouped(
        self, number: int, indicator: Indicator, issues: Iterable[Issue]
    ) -> list[Group]:
        found = [f for issue in issues for f in self._found_in(number, indicator, issue)]
        groups = group_found(without_repeats(found), self._sheets.bonds) if found else ()
        return [g for g in groups if g.is_disputed or not indicator.disputed_only]

    def _last_told(
        self, number: int, indicator: Indicator, older: Sequence[Issue]
    ) -> list[Group]:
        """Look back page by page for what lit it last, and give what the days around that page tell of it."""
        for at, issue in enumerate(older):
            if at % _AT_ONCE == 0:
                self._sheets.open_all({i.id for i in older[at : at + _AT_ONCE]})
            if not self._is_told(number, indicator, issue):
                continue
            near = [i for i in older if i.day and issue.day and issue.day - i.day < timedelta(days=indicator.window_days) and i.day <= issue.day]  # fmt: skip
            self._load({i.id: (indicator,) for i in near})
            groups = _awake(self._grouped(number, indicator, near), issue.day, indicator.window_days)  # fmt: skip
            if groups:
                return groups
        return []

    def _is_told(self, number: int, indicator: Indicator, issue: Issue) -> bool:
        sheet = self._sheets.open(issue.id)
        if not any(self._finder.may_affirm(query, sheet) for query in indicator.queries):
            return False
        return any(not f.evidence.against for f in self._found_in(number, indicator, issue))

    def _found_in(self, number: int, indicator: Indicator, issue: Issue) -> tuple[Found, ...]:
        key = (number, issue.id)
        if key not in self._found:
            sheet = self._sheets.open(issue.id)
            self._found[key] = tuple(
                found
                for query in indicator.queries
                for found in self._finder.find(query, sheet, indicator.window_days)
            )
        return self._found[key]

    def _articles(self, number: int, indicator: Indicator) -> frozenset[str]:
        if number not in self._maybe:
            held = [self._finder.articles(query) for query in indicator.queries]
            self._maybe[number] = frozenset().union(*held)
        return self._maybe[number]

    def _counted(self, groups: Sequence[Group]) -> dict[int, Claim]:
        """Count the origins of all groups at once; by the identity of the group."""
        claims = {id(group): claim for group in groups if (claim := claim_of(group))}
        if not claims:
            return {}
        distinct = {claim.id: claim for claim in claims.values()}
        counted = self._count(
            tuple(distinct[key] for key in sorted(distinct)),
            self._sheets.tellers(),
            self._sheets.said({key for c in distinct.values() for key in c.statement_ids}),
            self._sheets.derivations({key for c in distinct.values() for key in c.article_ids}),
        )
        by_id = {claim.id: claim for claim in counted}
        return {key: by_id[claim.id] for key, claim in claims.items()}


def _may_be_out(issue: Issue, at: date | None) -> bool:
    """Tell whether a page was out on a day, or may have been for all that it tells of its own."""
    if issue.day:
        return at is not None and issue.day <= at
    return at is None or issue.published_from is None or issue.published_from <= at.isoformat()


def _recent(known: Sequence[Issue], at: date | None, days: int) -> Sequence[Issue]:
    """Give the articles of the last days, and those without a day; the others come after them."""
    oldest = at - timedelta(days=days) if at else date.max
    for number, issue in enumerate(known):
        if issue.day and issue.day <= oldest:
            return known[:number]
    return known


def _awake(groups: Iterable[Group], at: date | None, window_days: int) -> list[Group]:
    """Give the groups of which a page of the window tells, or, if there are none, of the last window that has any."""
    days = {id(group): max(group.days(), default=None) for group in groups}
    dated = [group for group in groups if days[id(group)]]
    if at is None or not dated:
        return []
    latest = max(day for day in days.values() if day)
    until = at if latest > at - timedelta(days=window_days) else latest
    since = until - timedelta(days=window_days)
    return [group for group in dated if (day := days[id(group)]) and day > since]
