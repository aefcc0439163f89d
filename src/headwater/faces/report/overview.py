"""A case at a glance: its stories, and the claims in them worth reading first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from headwater.case import Case, Front, Tally
from headwater.faces.report.standing import TextOf, standing_words
from headwater.model import Article, Claim, Origin, Page, PageStatus, Statement, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim with the numbers that stand beside it."""

    claim: Claim
    #: The claim's words, so that they stand by themselves.
    says: str
    pages: int
    #: Known outlets only.
    outlets: int
    #: Whether a page that does not say whose it is tells it too: how many outlets, nobody knows.
    unknown: bool

    @property
    def count(self) -> str:
        """The numbers in words: "7 pages, 4 outlets, 1–2 origins"."""
        return f"{plural(self.pages, 'page')}, {self._told_by}, {self.origins}"

    @property
    def origins(self) -> str:
        """The number of independent origins in words: "1 origin", "0–2 origins"."""
        low, high = self.claim.independent.low, self.claim.independent.high
        return plural(low, "origin") if low == high else f"{low}–{high} origins"

    @property
    def _told_by(self) -> str:
        if not self.outlets:
            return "outlet unknown"
        return plural(self.outlets, "outlet") + (" and unknown" if self.unknown else "")

    @property
    def on_whose_word(self) -> str:
        """The names of the origins, a ring marked as one."""
        return whose_word(self.claim)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A story, named after its first article, with its claims, the most told first."""

    story: Story
    title: str
    articles: tuple[Article, ...]
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a person sees of a case before anything else."""

    tally: Tally
    pages: tuple[Page, ...]
    #: Page id to name.
    page_names: Mapping[str, str]
    articles: Mapping[str, Article]
    statements: Mapping[str, Statement]
    stories: tuple[StoryLine, ...]

    @property
    def refused(self) -> tuple[Page, ...]:
        """The pages that gave up no text."""
        return tuple(page for page in self.pages if page.status is PageStatus.REFUSED)

    @property
    def bare(self) -> tuple[Page, ...]:
        """The pages that were read and hold no article."""
        held = {article.page_id for article in self.articles.values()}
        read = (page for page in self.pages if page.status is PageStatus.READ)
        return tuple(page for page in read if page.id not in held)

    @property
    def count(self) -> str:
        """The pile in words."""
        return count_words(self.tally)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The most told stories of a case, and how much it holds in all."""

    tally: Tally
    stories: tuple[StoryLine, ...]

    @property
    def count(self) -> str:
        """The pile in words."""
        return count_words(self.tally)


def glance(case: Case, most: int) -> Glance:
    """Give the first stories of the overview; of a big case little else is read.

    Args:
        case: The case.
        most: At most so many stories.
    """
    stories = case.stories()
    shown = stories[:most]
    articles = {a.id: a for a in case.articles(key for s in shown for key in s.article_ids)}
    claims = _by_story(case.claims(articles=articles), stories)
    own = {s.id: claims.get(s.id, ()) for s in shown}
    depths = case.depths(key for told in own.values() for c in told for key in c.statement_ids)
    fronts = case.fronts()
    lines = (
        _line(story, own[story.id], articles, fronts, depths, _texts(case)) for story in shown
    )
    return Glance(tally=case.tally(), stories=tuple(lines))


def overview(case: Case) -> Overview:
    """Give the case at a glance: stories the most told first, so too the claims in each."""
    articles = {article.id: article for article in case.articles()}
    statements = {statement.id: statement for statement in case.statements()}
    depths = {key: statement.depth for key, statement in statements.items()}
    stories = case.stories()
    claims = _by_story(case.claims(), stories)
    pages = case.pages()
    return Overview(
        tally=case.tally(),
        pages=pages,
        page_names={page.id: page.name for page in pages},
        articles=articles,
        statements=statements,
        stories=tuple(
            _line(s, claims.get(s.id, ()), articles, articles, depths, _texts(case))
            for s in stories
        ),
    )


def count_claim(
    claim: Claim, articles: "Mapping[str, Article] | Mapping[str, Front]", text_of: TextOf
) -> ClaimLine:
    """Set beside a claim the numbers of pages and outlets that tell it.

    Args:
        claim: The claim.
        articles: At least those that tell it.
        text_of: Gives the text of an article; asked only where the claim's words lean on those before.
    """
    tellers = [articles[key] for key in claim.article_ids]
    outlets = {teller.outlet or teller.outlet_name for teller in tellers}
    return ClaimLine(
        claim=claim,
        says=standing_words(claim, text_of),
        pages=len({teller.page_id for teller in tellers}),
        outlets=len(outlets - {None}),
        unknown=None in outlets,
    )


def count_words(tally: Tally) -> str:
    """Write "12 pages read, 1 refused · 13 articles, 2 kept and not read (not English) · 2 stories"."""
    read = f"{plural(tally.pages - tally.refused, 'page')} read"
    refused = f", {tally.refused} refused" if tally.refused else ""
    foreign = tally.foreign
    unread = f", {foreign} kept and not read (not English)" if foreign else ""
    articles, stories = plural(tally.articles, "article"), tally.stories
    return f"{read}{refused} · {articles}{unread} · {plural(stories, 'story', 'stories')}"


def count_claims(case: Case, claims: Iterable[Claim]) -> tuple[ClaimLine, ...]:
    """Set beside every claim the numbers of pages and outlets that tell it."""
    articles, text_of = case.fronts(), _texts(case)
    return tuple(count_claim(claim, articles, text_of) for claim in claims)


def bounds(claim: Claim) -> str:
    """The number of independent origins in figures: "1", "0–2"."""
    low, high = claim.independent.low, claim.independent.high
    return str(low) if low == high else f"{low}–{high}"


def whose_word(claim: Claim) -> str:
    """The names of a claim's origins, a ring marked as one."""
    names = "; ".join(map(_named, claim.origins)) or "nobody known"
    return f"{names} (they cite one another)" if claim.circular else names


def _named(origin: Origin) -> str:
    return f"{origin.title}, through {origin.through}" if origin.through else origin.title


def title_of(articles: Iterable[Article]) -> str:
    """Name a group of articles after the first published that has a headline, of one day one whose outlet is known."""
    ordered = sorted(
        articles, key=lambda a: (str(a.published_from or "~"), a.outlet_name is None, a.id)
    )
    titled = [article.title for article in ordered if article.title]
    return titled[0] if titled else ordered[0].text[:100]


def days(since: date | None, until: date | None) -> str:
    """Write the days between two bounds: one day, "from … to …", or "no date"."""
    if since is None and until is None:
        return "no date"
    if since == until:
        return str(since)
    if since is None:
        return f"by {until}"
    return f"{since} or later" if until is None else f"{since} to {until}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """Give "1 page", "2 pages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _texts(case: Case) -> TextOf:
    return lambda key: case.article(key).text


def _by_story(claims: Iterable[Claim], stories: Iterable[Story]) -> dict[str, list[Claim]]:
    """Put each claim into the one story that most of its articles tell."""
    story_of = {article: story.id for story in stories for article in story.article_ids}
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        told = Counter(story_of[key] for key in claim.article_ids if key in story_of)
        if told:
            found.setdefault(min(told, key=lambda key: (-told[key], key)), []).append(claim)
    return found


def _line(
    story: Story,
    claims: Iterable[Claim],
    articles: Mapping[str, Article],
    tellers: "Mapping[str, Article] | Mapping[str, Front]",
    depths: Mapping[str, int],
    text_of: TextOf,
) -> StoryLine:
    told = tuple(articles[key] for key in story.article_ids)
    lines = (count_claim(claim, tellers, text_of) for claim in claims)
    return StoryLine(
        story=story,
        title=title_of(told),
        articles=tuple(sorted(told, key=lambda a: (str(a.published_from or "~"), a.id))),
        claims=tuple(sorted(lines, key=lambda line: _importance(line, depths))),
    )


def _importance(line: ClaimLine, depths: Mapping[str, int]) -> tuple[object, ...]:
    """Order claims: told by most, then whole before a clause about a noun, attributed before the outlet's own, highest up."""
    claim = line.claim
    depth = max((depths[key] for key in claim.statement_ids), default=0)
    top = min((member.start for member in claim.members), default=0)
    return -line.pages, -line.outlets, line.says.startswith("["), depth == 0, top, claim.id
