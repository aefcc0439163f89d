"""The rows of a case that the board looks at: an article's are read when its words first call for them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Final

import msgspec

from headwater.case.board.passages import Passages
from headwater.case.what_if import Said, Teller
from headwater.lexicon.indicators import Phrase
from headwater.model import (
    ChainLink,
    Commitment,
    Derivation,
    Event,
    Mention,
    Place,
    Quantity,
    Relation,
    Statement,
)

_OF_IDS: Final = "IN (SELECT value FROM json_each(?))"
_OF_ARTICLE: Final = "WHERE article_id = ? ORDER BY rowid"

#: Gives the rows of a query.
Select = Callable[[str, tuple[Any, ...]], Iterator[tuple[Any, ...]]]
#: Gives the values of a model class whose rows fit a condition.
Read = Callable[[type[Any], str, tuple[Any, ...]], tuple[Any, ...]]

_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An article as the board counts days: ``day`` is the first on which it surely was out, None if unknown."""

    id: str
    outlet_name: str | None
    published_from: str | None
    published_to: str | None
    day: date | None


class Sheet:
    """One article: its passages at once, its findings when they are asked for."""

    def __init__(self, issue: Issue, text: str, read: Read) -> None:
        self.issue, self._read = issue, read
        self.passages = Passages(text)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements."""
        return self._of(Statement)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Its events."""
        return self._of(Event)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """Its commitments."""
        return self._of(Commitment)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Its relations."""
        return self._of(Relation)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its quantities."""
        return self._of(Quantity)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Its mentions."""
        return self._of(Mention)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Its places."""
        return self._of(Place)

    def _of(self, model: type[Any]) -> tuple[Any, ...]:
        return self._read(model, _OF_ARTICLE, (self.issue.id,))


class Sheets:
    """The articles of a case, by day, and what is known between them."""

    def __init__(self, select: Select, read: Read) -> None:
        self._select, self._read = select, read
        self._opened: dict[str, Sheet] = {}

    @cached_property
    def issues(self) -> Mapping[str, Issue]:
        """Every article, by id."""
        rows = self._select(
            "SELECT id, outlet_name, published_from, published_to FROM articles ORDER BY id", ()
        )
        return {
            key: Issue(
                id=key,
                outlet_name=outlet,
                published_from=since,
                published_to=until,
                day=_day(until) or _day(since),
            )
            for key, outlet, since, until in rows
        }

    @cached_property
    def same(self) -> Mapping[str, str]:
        """The ids of actors that are the same as others, and of which."""
        return dict(
            self._select("SELECT id, same_as FROM actors WHERE same_as IS NOT NULL", ())
        )

    @cached_property
    def bonds(self) -> Mapping[str, tuple[str, ...]]:
        """What says that an article, or a statement, tells the same as others: its story and its claim."""
        found: dict[str, list[str]] = {}
        for key, member in self._select(
            "SELECT s.id, a.value FROM stories s, json_each(s.article_ids) a"
            " WHERE json_array_length(s.article_ids) > 1 UNION ALL"
            " SELECT c.id, m.value FROM claims c, json_each(c.statement_ids) m"
            " WHERE json_array_length(c.article_ids) > 1 ORDER BY 1, 2",
            (),
        ):
            found.setdefault(member, []).append(key)
        return {member: tuple(keys) for member, keys in found.items()}

    def open(self, article_id: str) -> Sheet:
        """Give one article."""
        if article_id not in self._opened:
            ((text,),) = self._select("SELECT text FROM articles WHERE id = ?", (article_id,))
            self._opened[article_id] = Sheet(self.issues[article_id], text, self._read)
        return self._opened[article_id]

    def holding(self, groups: Iterable[Iterable[Phrase]]) -> frozenset[str]:
        """Give the articles whose words may hold a phrase of each group, by the index of the case."""
        query = " AND ".join(f"({' OR '.join(map(_phrase_query, group))})" for group in groups)
        rows = self._select(
            "SELECT a.id FROM articles_fts f JOIN articles a ON a.rowid = f.rowid"
            " WHERE articles_fts MATCH ?",
            (f"text : ({query})",),
        )
        return frozenset(key for (key,) in rows)

    def with_rows(self, table: str, condition: str, given: tuple[Any, ...]) -> frozenset[str]:
        """Give the articles that have such a row."""
        rows = self._select(f"SELECT DISTINCT article_id FROM {table} WHERE {condition}", given)  # noqa: S608 - our own names
        return frozenset(key for (key,) in rows)

    def tellers(self) -> tuple[Teller, ...]:
        """Every article as far as counting looks at it."""
        rows = self._select("SELECT id, outlet, outlet_name, title FROM articles ORDER BY id", ())
        return tuple(
            Teller(id=key, outlet=outlet, outlet_name=name, title=title)
            for key, outlet, name, title in rows
        )

    def said(self, statement_ids: Collection[str]) -> tuple[Said, ...]:
        """Give these statements and whatever they are nested in, as far as counting looks at them."""
        found: dict[str, Said] = {}
        wanted = set(statement_ids)
        while wanted:
            rows = self._select(
                "SELECT id, article_id, nested_in, chain, cue_class = 'doubt' FROM statements"  # noqa: S608 - our own names
                f" WHERE id {_OF_IDS} ORDER BY id",
                (_json(wanted),),
            )
            for key, article, host, chain, denied in rows:
                found[key] = Said(
                    id=key,
                    article_id=article,
                    chain=tuple(map(self._in_one, _decode_chain(chain))),
                    nested_in=host,
                    is_denied=bool(denied),
                )
            wanted = {s.nested_in for s in found.values() if s.nested_in} - found.keys()
        return tuple(found[key] for key in sorted(found))

    def derivations(self, article_ids: Collection[str]) -> tuple[Derivation, ...]:
        """Give the derivations of these articles."""
        return self._read(
            Derivation, f"WHERE article_id {_OF_IDS} ORDER BY id", (_json(article_ids),)
        )

    def _in_one(self, link: ChainLink) -> ChainLink:
        head = self.same.get(link.actor_id or "")
        return replace(link, actor_id=head) if head else link


def _phrase_query(phrase: Phrase) -> str:
    words = " AND ".join(f"({' OR '.join(map(_form_query, forms))})" for forms in phrase)
    return f"({words})"


def _form_query(form: str) -> str:
    return f'"{form[:-1]}"*' if form.endswith("*") else f'"{form}"'


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _json(keys: Collection[str]) -> str:
    return msgspec.json.encode(sorted(keys)).decode()
