"""Articles that hold some words."""

import re
from dataclasses import dataclass

from headwater.case.questions.open_case import OpenCase
from headwater.errors import UnclearQuestion

_QUERY_PART = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """An article that holds the words searched for; a higher ``score`` fits better."""

    article_id: str
    title: str | None
    outlet_name: str | None
    published_from: str | None
    published_to: str | None
    #: Words around the hit, each word searched for in square brackets.
    snippet: str
    score: float


class Searching(OpenCase):
    """Finds articles."""

    def search(self, query: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """Find the articles that hold all these words, the best fit first.

        Args:
            query: Words; ``"a phrase"`` in quotation marks; ``wor*`` for a beginning; ``OR``.
            limit: At most so many.

        Raises:
            HeadwaterError: If the query holds no word.
        """
        rows = self._select(
            "SELECT a.id, a.title, a.outlet_name, a.published_from, a.published_to,"
            " snippet(articles_fts, -1, '[', ']', '…', 24), -bm25(articles_fts, 4.0, 1.0)"
            " FROM articles_fts f JOIN articles a ON a.rowid = f.rowid"
            " WHERE articles_fts MATCH ? ORDER BY bm25(articles_fts, 4.0, 1.0), a.id LIMIT ?",
            (_fts_query(query), limit),
        )
        return tuple(
            SearchHit(
                article_id=row[0],
                title=row[1],
                outlet_name=row[2],
                published_from=row[3],
                published_to=row[4],
                snippet=row[5],
                score=round(row[6], 3),
            )
            for row in rows
        )


def _fts_query(query: str) -> str:
    """Quote every word, so that nothing a person types is taken for an operator but ``OR``; ``AND`` goes without saying."""
    parts: list[str] = []
    for phrase, word in _QUERY_PART.findall(query.replace("\0", " ")):
        text = phrase or word
        if word == "OR" and parts and parts[-1] != "OR":
            parts.append("OR")
        elif word != "AND" and any(c.isalnum() for c in text):
            quoted = '"' + text.rstrip("*").replace('"', '""') + '"'
            parts.append(quoted + "*" if word.endswith("*") else quoted)
    if parts and parts[-1] == "OR":
        parts.pop()
    if not parts:
        raise UnclearQuestion(
            "there is no word to search for",
            where=f"search {query!r}",
            remedy='Give words, "a phrase", or the beginning of a word with *.',
        )
    return " ".join(parts)
