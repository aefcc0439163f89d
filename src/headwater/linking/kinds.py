"""What an article does with a report that it names: copies, translates, rewrites, or only cites it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from headwater.lexicon import registry
from headwater.linking.citations import Citation
from headwater.linking.wording import Wording
from headwater.model import Article, DerivationKind, ZoneKind


class Kinds:
    """Tells the kind of a derivation by name, from what the whole storyline names and shares.

    Args:
        articles: The articles by id.
        citations: What each names.
        news_of: The story of each.
        wording: Which share their text.
        answering: Those that deny a report or take it back.
    """

    def __init__(
        self,
        articles: Mapping[str, Article],
        citations: Mapping[str, Sequence[Citation]],
        news_of: Mapping[str, str],
        wording: Wording,
        answering: Collection[str],
    ) -> None:
        self._articles, self._citations, self._news_of = articles, citations, news_of
        self._wording, self._answering = wording, answering
        self._named: Mapping[str, set[str]] = defaultdict(set)
        #: Stories that an article of theirs is written from a report, each with that report's outlet.
        self._written: set[tuple[str, str]] = set()
        for key, cited in citations.items():
            for citation in cited:
                self._named[key].add(citation.upstream)
                if not citation.denied and _leads(articles[key], citation):
                    self._written.add((news_of[key], citation.upstream))

    def of(
        self,
        article: Article,
        held: Article | None,
        citations: Sequence[Citation],
        *,
        has_its_statements: bool,
    ) -> DerivationKind:
        """Tell what an article does with the one report that these passages of it name.

        Args:
            article: The article.
            held: The report, where the pile has it.
            citations: The passages.
            has_its_statements: True where it tells what the report does, in the same order.
        """
        upstream = citations[0].upstream
        has_its_text = (
            self._wording.is_shared(article.id, held.id)
            if held
            else self._has_text_of(article, upstream)
        )
        if has_its_text or any(citation.credit for citation in citations):
            return DerivationKind.COPIES
        told = [citation for citation in citations if not citation.denied]
        leads = any(_leads(article, citation) for citation in told)
        if not told or not (
            leads or has_its_statements or self._is_story_of(article, upstream)
        ):
            return DerivationKind.CITES
        is_translated = any(_is_translated_name(citation) for citation in citations)
        return DerivationKind.TRANSLATES if is_translated else DerivationKind.REWRITES

    def _is_story_of(self, article: Article, upstream: str) -> bool:
        """It names no other report, and others write the same news from this one."""
        is_only = self._named[article.id] == {upstream}
        return is_only and (self._news_of[article.id], upstream) in self._written

    def _has_text_of(self, article: Article, upstream: str) -> bool:
        """Tell whether its text stands under another flag too, and this unseen report is the one that both name.

        Whom a credit line names, the text is from. What denies a report, or takes it back, is not that report's text.
        """
        if article.id in self._answering:
            return False
        return any(
            self._have_in_common(article, self._articles[other], upstream)
            for other in self._wording.sharing(article.id)
        )

    def _have_in_common(self, ours: Article, theirs: Article, upstream: str) -> bool:
        named = self._named[ours.id] | self._named[theirs.id]
        credited = {
            c.upstream for one in (ours, theirs) for c in self._citations[one.id] if c.credit
        }
        return (
            ours.outlet != theirs.outlet
            and self._named[ours.id] & self._named[theirs.id] == {upstream}
            and named.isdisjoint({ours.outlet, theirs.outlet})
            and credited <= {upstream}
        )


def _leads(article: Article, citation: Citation) -> bool:
    """Tell whether an article names a report before its second paragraph ends: it is written from that."""
    body = [zone.end for zone in article.zones if zone.kind is ZoneKind.BODY]
    return citation.evidence.start < (body[min(1, len(body) - 1)] if body else 0)


def _is_translated_name(citation: Citation) -> bool:
    readings = registry().find_names(citation.evidence.text)
    return any(
        e == citation.upstream and form.how == "translation"
        for hit in readings
        for e, form in hit.readings
    )
