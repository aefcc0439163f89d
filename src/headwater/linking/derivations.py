"""Which article flows from which report, and the words or the text that show it.

Naming comes first: an article that names an upstream flows from it, and if an article of that
outlet in the same storyline is in the pile, that one is it. Then text: an article that shares its
text with another and names nobody flows from the one that names somebody, else from the
earlier, else from the fuller. Then order: the same statements in the same order.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from headwater.lexicon import registry
from headwater.linking.citations import Citation, find_citations
from headwater.linking.fingerprints import Fingerprint, take_fingerprint
from headwater.linking.kinds import Kinds
from headwater.linking.meant import Meant, is_later
from headwater.linking.names import outlet_title
from headwater.linking.outlets import PileOutlets
from headwater.linking.reports import ghost_report_id, held_report_id
from headwater.linking.retellings import Alignment, align
from headwater.linking.shingles import Overlap, find_overlaps
from headwater.linking.twins import find_twins
from headwater.linking.wording import Wording
from headwater.model import (
    Article,
    ArticleFindings,
    Claim,
    Derivation,
    DerivationKind,
    Evidence,
    Story,
    ZoneKind,
    digest,
)
from headwater.settings import LinkingSettings


def trace_derivations(  # noqa: PLR0913 - what others have made already is handed over by name
    findings: Sequence[ArticleFindings],
    storylines: Sequence[Story],
    settings: LinkingSettings,
    *,
    stories: Sequence[Story] | None = None,
    prints: Sequence[Fingerprint] | None = None,
    outlets: PileOutlets | None = None,
    claims: Sequence[Claim] | None = None,
) -> tuple[Derivation, ...]:
    """Trace every article of a pile to the reports it draws on, held or not.

    Args:
        findings: The articles of the pile.
        storylines: The looser partition: reports are looked for across the stories of one.
        settings: The dials.
        stories: The finer partition. An article of the cited outlet in another story is the
            report meant only if its text is alike. None takes each storyline for one story.
        prints: The articles' fingerprints, where they are taken already.
        outlets: The outlets of the whole pile, where these articles are a part of it.
        claims: What the statements claim. An article of the cited outlet whose text is not alike is
            the report meant only if it tells something of what is had from there. None lets the
            story alone decide.

    Returns:
        Derivations sorted by id. No article flows from itself; a pair flows one way only,
        except where each names the other.
    """
    tracer = _Tracer(
        findings,
        storylines,
        storylines if stories is None else stories,
        settings,
        prints=prints or [take_fingerprint(f) for f in findings],
        outlets=outlets or PileOutlets(f.article for f in findings),
        claims=claims,
    )
    return tuple(sorted(tracer.trace(), key=lambda d: d.id))


class _Tracer:
    """The tables that tracing looks things up in."""

    def __init__(  # noqa: PLR0913 - the same
        self,
        findings: Sequence[ArticleFindings],
        storylines: Sequence[Story],
        stories: Sequence[Story],
        settings: LinkingSettings,
        *,
        prints: Sequence[Fingerprint],
        outlets: PileOutlets,
        claims: Sequence[Claim] | None,
    ) -> None:
        self.settings = settings
        self.news_of = {article: story.id for story in stories for article in story.article_ids}
        self.findings = {f.article.id: f for f in sorted(findings, key=lambda f: f.article.id)}
        self.articles = {key: f.article for key, f in self.findings.items()}
        self.story_of = {
            article: story for story in storylines for article in story.article_ids
        }
        self.citations = {key: find_citations(f, outlets) for key, f in self.findings.items()}
        self.head_of = find_twins(prints)
        heads = [one for one in prints if self.head_of[one.article_id] == one.article_id]
        self.wording = Wording(self.head_of, find_overlaps(heads, settings.copy_containment))
        self.overlaps = self.wording.overlaps
        self.answering = {one.article_id for one in prints if one.answers_report}
        self.kinds = Kinds(
            self.articles, self.citations, self.news_of, self.wording, self.answering
        )
        self.alignments = dict(self._align(storylines))
        self.meant = Meant(self.findings, storylines, self.news_of, claims, self._nearness)

    def trace(self) -> Iterator[Derivation]:
        upstream: dict[str, set[str]] = defaultdict(set)
        for article_id in self.articles:
            for derivation in self._named(article_id):
                yield derivation
                if derivation.upstream_article_id:
                    upstream[article_id].add(derivation.upstream_article_id)
        yield from self._nearest_parents(upstream)
        yield from self._copies_of_heads(upstream)

    def _copies_of_heads(self, upstream: Mapping[str, set[str]]) -> Iterator[Derivation]:
        """An article with the very text of another, which names nobody, is taken from the earliest."""
        for article_id, head in sorted(self.head_of.items()):
            named_back = article_id in upstream.get(head, ())
            if article_id != head and not self.citations[article_id] and not named_back:
                why = "has its text word for word; the other is the earlier, or as old"
                yield self._text_derivation(article_id, head, DerivationKind.COPIES, why)

    def _nearest_parents(self, upstream: Mapping[str, set[str]]) -> Iterator[Derivation]:
        """For each article that names no held report: the one report its text is nearest to.

        Of a report and its reprint, the report: a copy that names its source is passed over
        for that source.
        """
        found: dict[str, list[tuple[float, Derivation]]] = defaultdict(list)
        for pair, (overlap, alignment) in sorted(self._alike().items()):
            for derivation in self._by_text(*pair, overlap, alignment):
                parent = derivation.upstream_article_id or ""
                named_back = any(self.head_of[u] in pair for u in upstream.get(parent, ()))
                if not named_back and not self._is_told(derivation.article_id, upstream):
                    found[derivation.article_id].append((self._nearness(*pair), derivation))
        for candidates in found.values():
            parents = {d.upstream_article_id for _, d in candidates}
            first_hand = [
                c for c in candidates if not upstream[c[1].upstream_article_id or ""] & parents
            ]
            yield max(first_hand or candidates, key=lambda c: (c[0], c[1].id))[1]

    def _is_told(self, article_id: str, upstream: Mapping[str, set[str]]) -> bool:
        """The article names a report of the pile that it is like: the text adds nothing to that."""
        return any(
            self._nearness(article_id, parent) for parent in upstream.get(article_id, ())
        )

    # ---- by name

    def _named(self, article_id: str) -> Iterator[Derivation]:
        by_upstream: dict[str, list[Citation]] = defaultdict(list)
        for citation in self.citations[article_id]:
            by_upstream[citation.upstream].append(citation)
        for upstream, citations in sorted(by_upstream.items()):
            yield self._from_citations(self.articles[article_id], upstream, citations)

    def _from_citations(
        self, article: Article, upstream: str, citations: Sequence[Citation]
    ) -> Derivation:
        held = self.meant.find(article, upstream, citations)
        entry = registry().entries.get(upstream)
        name = outlet_title(held) if held else entry.name if entry else citations[0].name
        evidence = _widest(c.evidence for c in citations)
        has_its_statements = held is not None and self.wording.pair(article.id, held.id) in self.alignments  # fmt: skip
        kind = self.kinds.of(article, held, citations, has_its_statements=has_its_statements)
        basis = "denied" if all(c.denied for c in citations) else "named"
        report = (
            held_report_id(held.id)
            if held
            else ghost_report_id(upstream, self.story_of[article.id].id)
        )
        return Derivation(
            id=digest("derivation", article.id, report), article_id=article.id, upstream_article_id=held.id if held else None,
            upstream_report_id=report, upstream_name=name, upstream_outlet=upstream, kind=kind, basis=basis, evidence=evidence,
        )  # fmt: skip

    def _nearness(self, a: str, b: str) -> float:
        """How much two articles are alike in text and in what they tell, 0 to 2."""
        pair = self.wording.pair(a, b)
        if pair[0] == pair[1]:
            return 2.0
        overlap, alignment = self.overlaps.get(pair), self.alignments.get(pair)
        return (overlap.containment if overlap else 0.0) + (
            alignment.share if alignment else 0.0
        )

    # ---- by text

    def _align(
        self, storylines: Sequence[Story]
    ) -> Iterator[tuple[tuple[str, str], Alignment]]:
        for story in storylines:
            heads = sorted({self.head_of[a] for a in story.article_ids})
            for a, b in combinations(heads, 2):
                found = align(
                    self.findings[a], self.findings[b], self.settings.retelling_cosine
                )
                if found and found.share >= self.settings.retelling_share:
                    yield (a, b), found

    def _alike(self) -> Mapping[tuple[str, str], tuple[Overlap | None, Alignment | None]]:
        pairs = {*self.overlaps, *self.alignments}
        return {pair: (self.overlaps.get(pair), self.alignments.get(pair)) for pair in pairs}

    def _by_text(
        self, a: str, b: str, overlap: Overlap | None, alignment: Alignment | None
    ) -> Iterator[Derivation]:
        names_a, names_b = self._upstreams(a), self._upstreams(b)
        if not overlap and self.news_of[a] != self.news_of[b]:
            return  # a follow-up, or a denial, tells again what it is about
        is_answer = overlap is not None and {a, b} <= self.answering
        if names_a and names_b and not is_answer:
            return  # both say whom they draw on: they are siblings, not parent and child
        child, parent, why = self._direction(a, b, names_a, names_b)
        kind = DerivationKind.COPIES if overlap else DerivationKind.REWRITES
        shares = (
            f"shares {overlap.containment:.0%} of its five-word runs" if overlap
            else f"tells {alignment.share:.0%} of its statements in the same order" if alignment else ""
        )  # fmt: skip
        yield self._text_derivation(child, parent, kind, f"{shares}; {why}")

    def _text_derivation(
        self, child: str, parent: str, kind: DerivationKind, why: str
    ) -> Derivation:
        article, upstream = self.articles[child], self.articles[parent]
        start, end = _lead(article)
        report = held_report_id(parent)
        return Derivation(
            id=digest("derivation", child, report),
            article_id=child,
            upstream_article_id=parent,
            upstream_report_id=report,
            upstream_name=outlet_title(upstream),
            upstream_outlet=upstream.outlet,
            kind=kind,
            basis="text",
            evidence=(Evidence(start=start, end=end, text=article.text[start:end], why=why),),
        )

    def _upstreams(self, article_id: str) -> set[str]:
        return {c.upstream for c in self.citations[article_id]}

    def _direction(
        self, a: str, b: str, names_a: set[str], names_b: set[str]
    ) -> tuple[str, str, str]:
        """Child, parent, and why."""
        first, second = self.articles[a], self.articles[b]
        if is_later(first, second) or is_later(second, first):
            child, parent = (a, b) if is_later(first, second) else (b, a)
            return child, parent, "the other is the earlier"
        if bool(names_a) is not bool(names_b):
            child, parent = (b, a) if names_a else (a, b)
            return child, parent, "it names no source for it, the other does"
        parent, child = sorted((a, b), key=lambda i: (-len(self.articles[i].text), i))
        return child, parent, "no date tells which came first; the other is the fuller"


def _widest(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each passage once: what lies inside a wider one shows nothing more."""
    kept: list[Evidence] = []
    for passage in sorted(evidence, key=lambda e: (e.start, -e.end, e.why)):
        if not kept or passage.end > kept[-1].end:
            kept.append(passage)
    return tuple(kept)


def _lead(article: Article) -> tuple[int, int]:
    """The first paragraph of the body, which stands for the text as a whole."""
    body = next((z for z in article.zones if z.kind is ZoneKind.BODY), article.zones[0])
    return body.start, body.end
