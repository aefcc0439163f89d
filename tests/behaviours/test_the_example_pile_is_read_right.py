"""The pile in ``examples/pile`` is read as ``examples/ANSWERS.md`` says it must be.

The answers stand in ``tests/golden/examples/expected.json``. Every test asks one thing of one
article, edge or claim, so that a failure names what was misread.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import headwater
from headwater.lexicon.fold import fold_name
from headwater.model import (
    Article,
    Claim,
    Derivation,
    DerivationKind,
    Page,
    PageStatus,
    Statement,
    Story,
)

_ROOT = Path(__file__).parents[2]
_PILE = _ROOT / "examples" / "pile"
_EXPECTED = json.loads(
    (_ROOT / "tests" / "golden" / "examples" / "expected.json").read_text("utf-8"),
)
_ARTICLES = {article["key"]: article for article in _EXPECTED["articles"]}
_CLAIMS = {claim["key"]: claim for claim in _EXPECTED["claims"]}
_PAGES = sorted({article["page"] for article in _EXPECTED["articles"]})
_ATTACK = [key for key, article in _ARTICLES.items() if article["story"] == "attack"]
#: Without those that the reader is known to miss (the note in expected.json says why).
_MAIN = [key for key in _ATTACK if _ARTICLES[key].get("story_must", True)]
_OTHER = [key for key in _ARTICLES if key not in _ATTACK]
_OWN_REPORTING = [
    key for key in _ARTICLES if not any(e["from"] == key for e in _EXPECTED["edges"])
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What Headwater says of the pile, looked up by the keys of the answers."""

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    derivations: tuple[Derivation, ...]

    def on_page(self, name: str) -> tuple[Article, ...]:
        """Give the articles found on the page of this name."""
        ids = {page.id for page in self.pages if name in page.names}
        return tuple(article for article in self.articles if article.page_id in ids)

    def article(self, key: str) -> Article:
        """Give the article of this key, known by the words its body starts with."""
        wanted = _ARTICLES[key]
        on_page = self.on_page(wanted["page"])
        found = [article for article in on_page if wanted["body_starts"] in article.text]
        assert found, f"no article on {wanted['page']} holds {wanted['body_starts']!r}"
        return found[0]

    def story(self, key: str) -> str:
        """Give the id of the story the article of this key belongs to."""
        article_id = self.article(key).id
        return next(story.id for story in self.stories if article_id in story.article_ids)

    def upstream(self, key: str) -> tuple[Derivation, ...]:
        """Give the derivations of the article of this key."""
        article_id = self.article(key).id
        return tuple(item for item in self.derivations if item.article_id == article_id)

    def edges(self, key: str, upstream: str) -> tuple[Derivation, ...]:
        """Give the derivations of one article that lead to another of the pile."""
        upstream_id = self.article(upstream).id
        return tuple(d for d in self.upstream(key) if d.upstream_article_id == upstream_id)

    def claims_told(self, telling: Mapping[str, Any]) -> dict[str, Claim]:
        """Give the claims that one sentence of one article carries, by id."""
        article = self.article(telling["article"])
        start = article.text.find(telling["sentence"])
        assert start >= 0, f"article {telling['article']} lost {telling['sentence']!r}"
        end = start + len(telling["sentence"])
        of_article = {s.id for s in self.statements if s.article_id == article.id}
        return {
            claim.id: claim
            for claim in self.claims
            for member in claim.members
            if member.statement_id in of_article and member.start < end and start < member.end
        }

    def claim(self, key: str) -> Claim:
        """Give the claim that carries most of the tellings that must hold, with the fewest others."""
        tellings = [t for t in _CLAIMS[key]["tellings"] if t["must"]]
        told = [self.claims_told(telling) for telling in tellings]
        known = {claim_id: claim for claims in told for claim_id, claim in claims.items()}
        assert known, f"no claim carries any telling of {key!r}"
        return min(
            known.values(),
            key=lambda c: (-sum(c.id in claims for claims in told), len(c.article_ids), c.id),
        )


@pytest.fixture(scope="module")
def told() -> Told:
    """Read the pile once."""
    case = headwater.read([_PILE])
    return Told(
        pages=tuple(case.pages()),
        articles=tuple(case.articles()),
        stories=tuple(case.stories()),
        statements=tuple(case.statements()),
        claims=tuple(case.claims()),
        derivations=tuple(case.derivations()),
    )


def _same_name(one: str | None, other: str | None) -> bool:
    return fold_name(one or "") == fold_name(other or "")


def _words_on_page(name: str) -> str:
    """The page as saved; of a page of a JSON Lines file, its title and text."""
    file, _, line = name.partition(":")
    content = (_PILE / file).read_text("utf-8")
    if not line:
        return content
    page = json.loads(content.splitlines()[int(line) - 1])
    return f"{page['title']}\n\n{page['text']}"


def _tellings() -> Iterable[Mapping[str, Any]]:
    for claim in _EXPECTED["claims"]:
        yield from claim["tellings"]
    for pair in _EXPECTED["apart"]:
        yield from (pair["a"], pair["b"])
    for drift in _EXPECTED["drifts"]:
        yield from (drift["from"], drift["to"])


# The answers themselves


def test_every_sentence_of_the_answers_stands_on_its_page() -> None:
    """The answers quote the pages letter for letter."""
    for telling in _tellings():
        assert telling["sentence"] in _words_on_page(_ARTICLES[telling["article"]]["page"])


def test_every_file_of_the_pile_has_an_answer() -> None:
    """The pile holds no page that the answers pass over."""
    assert {name.partition(":")[0] for name in _PAGES} == {p.name for p in _PILE.iterdir()}
    assert len(_PAGES) == _EXPECTED["pages"]


def test_the_answers_for_people_are_the_answers_of_the_tests() -> None:
    """ANSWERS.md names every page, claim and sentence that the tests ask for."""
    answers = (_ROOT / "examples" / "ANSWERS.md").read_text("utf-8")
    told = [article["page"] for article in _EXPECTED["articles"]]
    told += [claim["text"] for claim in _EXPECTED["claims"]]
    told += [t["sentence"] for claim in _EXPECTED["claims"] for t in claim["tellings"]]
    assert [words for words in told if words not in answers] == []


# Pages and articles


def test_every_page_is_read(told: Told) -> None:
    """No page of a clean pile is refused, and none is left out."""
    assert {page.name: page.status for page in told.pages} == dict.fromkeys(
        _PAGES,
        PageStatus.READ,
    )


@pytest.mark.parametrize("page", _PAGES)
def test_a_page_holds_as_many_articles_as_it_tells(told: Told, page: str) -> None:
    """A glued page gives two articles, any other page one; teasers are none."""
    expected = [article for article in _EXPECTED["articles"] if article["page"] == page]
    assert len(told.on_page(page)) == len(expected)


@pytest.mark.parametrize("key", _ARTICLES)
def test_an_article_has_its_own_headline(told: Told, key: str) -> None:
    """The title is the headline, without the outlet's suffix, masthead or breadcrumb."""
    assert told.article(key).title == _ARTICLES[key]["title"]


@pytest.mark.parametrize("key", _ARTICLES)
def test_an_article_is_of_the_outlet_that_publishes_it(told: Told, key: str) -> None:
    """The outlet is whoever publishes the page, never the agency that it cites or reprints."""
    found = told.article(key).outlet_name
    assert _same_name(found, _ARTICLES[key]["outlet"]), found


@pytest.mark.parametrize("key", _ARTICLES)
def test_an_article_has_the_date_of_its_own_block(told: Told, key: str) -> None:
    """The date is the article's own; where it gives none, it is unknown."""
    article = told.article(key)
    expected = [day and date.fromisoformat(day) for day in _ARTICLES[key]["published"]]
    assert [article.published_from, article.published_to] == expected, article.date_evidence


def test_the_date_of_a_teaser_is_not_the_date_of_the_page(told: Told) -> None:
    """A reprint without a date stays without one, though three teasers carry dates."""
    reprint = told.article("02")
    assert (reprint.published_from, reprint.published_to) == (None, None), reprint.date_evidence


def test_the_date_of_a_photo_is_not_the_date_of_the_page(told: Told) -> None:
    """A parade photographed in 2022 does not make a page of 2025 older."""
    assert told.article("12").published_from == date(2025, 3, 13)


@pytest.mark.parametrize("key", _ARTICLES)
def test_the_whole_body_is_kept(told: Told, key: str) -> None:
    """The article runs from the first words of its body to the last."""
    article = told.article(key)
    assert _ARTICLES[key]["body_ends"] in article.text


@pytest.mark.parametrize("key", _ARTICLES)
def test_furniture_stays_out_of_the_article(told: Told, key: str) -> None:
    """Menus, teasers, comments and the other article of a page are not the article."""
    text = told.article(key).text
    assert [words for words in _ARTICLES[key]["outside"] if words in text] == []


# Stories


@pytest.mark.parametrize("key", _MAIN)
def test_an_article_on_the_attack_is_in_the_story_of_the_attack(told: Told, key: str) -> None:
    """Reprint, spun copy, retelling, round-up and the independent report tell one story."""
    assert told.story(key) == told.story("01")


@pytest.mark.parametrize("key", _OTHER)
def test_other_news_is_another_story(told: Told, key: str) -> None:
    """A denial, a follow-up, a look-alike and a glued article are news of their own."""
    story = told.story(key)
    assert [other for other in _ARTICLES if other != key and told.story(other) == story] == []


# Derivations


@pytest.mark.parametrize(
    ("key", "upstream", "kinds"),
    [(edge["from"], edge["to"], edge["kinds"]) for edge in _EXPECTED["edges"]],
)
def test_an_article_flows_from_the_one_it_leans_on(
    told: Told,
    key: str,
    upstream: str,
    kinds: list[str],
) -> None:
    """Who copies, rewrites, translates or cites an article of the pile is shown to flow from it."""
    assert {edge.kind for edge in told.edges(key, upstream)} & {
        DerivationKind(k) for k in kinds
    }


@pytest.mark.parametrize("key", _OWN_REPORTING)
def test_own_reporting_flows_from_no_other_article(told: Told, key: str) -> None:
    """The agency, the independent reporter, the denial and the look-alike lean on no page here."""
    assert [d.upstream_name for d in told.upstream(key) if d.upstream_article_id] == []


def test_the_independent_report_names_nobody_it_leans_on(told: Told) -> None:
    """Sources who told the Marrend Post do not make the Marrend Post its own upstream."""
    assert [derivation.upstream_name for derivation in told.upstream("07")] == []


@pytest.mark.parametrize("key", [edge["from"] for edge in _EXPECTED["edges"] if edge["named"]])
def test_a_derivation_that_the_text_names_shows_the_words(told: Told, key: str) -> None:
    """Where a text names its source, the naming words are given as evidence, at their place."""
    article = told.article(key)
    evidence = [item for d in told.upstream(key) for item in d.evidence]
    assert any(item.why.startswith("names") for item in evidence)
    assert all(article.text[item.start : item.end] == item.text for item in evidence)


@pytest.mark.parametrize("ghost", _EXPECTED["ghosts"], ids=lambda ghost: ghost["name"])
def test_a_report_that_is_cited_and_not_held_is_a_ghost(
    told: Told,
    ghost: Mapping[str, str],
) -> None:
    """A cited outlet that the pile does not hold is still shown as upstream."""
    ghosts = [d for d in told.upstream(ghost["from"]) if d.upstream_article_id is None]
    names = [derivation.upstream_name for derivation in ghosts]
    assert any(_same_name(name, ghost["name"]) for name in names), names


# Claims and their origins


@pytest.mark.parametrize("key", _CLAIMS)
def test_the_tellings_of_a_claim_are_one_claim(told: Told, key: str) -> None:
    """However it is worded, the same thing said is one claim."""
    claim = told.claim(key)
    tellings = [t for t in _CLAIMS[key]["tellings"] if t["must"]]
    missed = [t["article"] for t in tellings if claim.id not in told.claims_told(t)]
    assert missed == [], claim.text


@pytest.mark.parametrize("key", _CLAIMS)
def test_a_claim_has_as_many_origins_as_people_who_could_know(told: Told, key: str) -> None:
    """A retelling never adds an origin; a second report that leans on nobody does."""
    claim = told.claim(key)
    accepted = _CLAIMS[key]["independent"]
    assert claim.independent.low in accepted["low"], claim.reasons
    assert claim.independent.high in accepted["high"], claim.reasons


def test_ten_retellings_of_one_report_are_one_origin(told: Told) -> None:
    """The order to make ready rests on two officials of one agency, whoever repeats it."""
    claim = told.claim("order")
    assert len(claim.article_ids) >= len([t for t in _CLAIMS["order"]["tellings"] if t["must"]])
    assert (claim.independent.low, claim.independent.high) == (1, 1), claim.reasons


def test_a_report_that_leans_on_nobody_is_a_second_origin(told: Told) -> None:
    """The attack was seen by people who spoke to a reporter of the Marrend Post alone."""
    claim = told.claim("attack")
    assert told.article("07").id in claim.article_ids
    assert claim.independent.low == 2, claim.reasons


@pytest.mark.parametrize("pair", _EXPECTED["apart"], ids=lambda pair: pair["why"])
def test_sentences_that_only_look_alike_are_not_one_claim(
    told: Told,
    pair: Mapping[str, Any],
) -> None:
    """A denial, another toll and another event are not the claim that they resemble."""
    shared = told.claims_told(pair["a"]).keys() & told.claims_told(pair["b"]).keys()
    assert shared == set()
