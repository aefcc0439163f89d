"""The rows of a case that the board looks at: an article's are read when its words first call for them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, Final

import msgspec

from headwater.case.board.passages import Passages
from headwater.case.board.rows import READING, Act, Amount, Named, Tie, Told, Vow, read_rows
from headwater.case.what_if import Said, Teller
from headwater.lexicon.indicators import Phrase
from headwater.model import ChainLink, Derivation

_OF_IDS: Final = "IN (SELECT value FROM json_each(?))"
_NOTHING: Final[list[Any]] = []

#: Gives the rows of a query.
Select = Callable[[str, tuple[Any, ...]], Iterator[tuple[Any, ...]]]
#: Gives the values of a model class whose rows fit a condition.
Read = Callable[[type[Any], str, tuple[Any, ...]], tuple[Any, ...]]

_decode_ids = msgspec.json.Decoder(tuple[str, ...]).decode
_decode_numbers = msgspec.json.Decoder(tuple[int, ...]).decode
_decode_chain = msgspec.json.Decoder(tuple[ChainLink, ...]).decode


class Issue(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article as the board counts days: ``day`` is the first on which it surely was out, None if unknown."""

    id: str
    outlet_name: str | None
    published_from: str | None
    published_to: str | None
    day: date | None


class Sheet:
    """One article: its passages at once, its findings when they are asked for."""

    def __init__(self, issue: Issue, text: str, rows: Callable[[str, str], list[Any]]) -> None:
        self.issue, self._rows = issue, rows
        self.passages = Passages(text)

    @property
    def statements(self) -> list[Told]:
        """Its statements."""
        return self._rows("statements", self.issue.id)

    @property
    def events(self) -> list[Act]:
        """Its events."""
        return self._rows("events", self.issue.id)

    @property
    def commitments(self) -> list[Vow]:
        """Its commitments."""
        return self._rows("commitments", self.issue.id)

    @property
    def relations(self) -> list[Tie]:
        """Its relations."""
        return self._rows("relations", self.issue.id)

    @property
    def quantities(self) -> list[Amount]:
        """Its quantities."""
        return self._rows("quantities", self.issue.id)

    @property
    def mentions(self) -> list[Named]:
        """Its mentions, by actor."""
        return self._rows("mentions", self.issue.id)

    @property
    def places(self) -> list[Named]:
        """Its places, by the words, the name and the country."""
        return self._rows("places", self.issue.id)


class Sheets:
    """The articles of a case, by day, and what is known between them."""

    def __init__(self, select: Select, read: Read) -> None:
        self._select, self._read = select, read
        self._opened: dict[str, Sheet] = {}
        self._rows: dict[str, dict[str, list[Any]]] = {table: {} for table in READING}
        self._having: dict[tuple[str, str], frozenset[str]] = {}

    @cached_property
    def issues(self) -> Mapping[str, Issue]:
        """Every article, by id."""
        return {
            key: Issue(
                id=key,
                outlet_name=outlet,
                published_from=since,
                published_to=until,
                day=_day(until),
            )
            for _, key, _, outlet, _, since, until in self._glances
        }

    @cached_property
    def _numbered(self) -> Mapping[int, str]:
        """The articles by the number that the index of words has for them."""
        return {number: key for number, key, *_ in self._glances}

    @cached_property
    def _glances(self) -> list[tuple[Any, ...]]:
        """Every article, by id: its number, id, outlet, the outlet's name, title, and days of publication."""
        query = (
            "SELECT rowid, id, outlet, outlet_name, title, published_from, published_to"
            " FROM articles ORDER BY id"
        )
        return list(self._select(query, ()))

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
        for key, members in self._select(
            "SELECT id, article_ids FROM stories WHERE json_array_length(article_ids) > 1"
            " UNION ALL SELECT id, statement_ids FROM claims"
            " WHERE json_array_length(article_ids) > 1 ORDER BY 1",
            (),
        ):
            for member in _decode_ids(members):
                found.setdefault(member, []).append(key)
        return {member: tuple(keys) for member, keys in found.items()}

    def open(self, article_id: str) -> Sheet:
        """Give one article."""
        if article_id not in self._opened:
            self.open_all({article_id})
        return self._opened[article_id]

    def open_all(self, article_ids: Collection[str]) -> None:
        """Have these articles ready, which together takes less time than one by one."""
        wanted = set(article_ids) - self._opened.keys()
        query = f"SELECT id, text FROM articles WHERE id {_OF_IDS}"  # noqa: S608 - our own names
        rows = self._select(query, (_json(wanted),))
        for key, text in rows if wanted else ():
            self._opened[key] = Sheet(self.issues[key], text, self._rows_of)

    def load(self, article_ids: Collection[str]) -> None:
        """Have the findings of these articles ready, likewise."""
        for table in self._rows:
            self._load(table, article_ids)

    def forget(self) -> None:
        """Let go of the articles and their findings."""
        self._opened.clear()
        for held in self._rows.values():
            held.clear()

    def _rows_of(self, table: str, article_id: str) -> list[Any]:
        if article_id not in self._rows[table]:
            self._load(table, {article_id})
        return self._rows[table][article_id]

    def _load(self, table: str, article_ids: Collection[str]) -> None:
        held = self._rows[table]
        wanted = set(article_ids) - held.keys()
        rows = self._select(
            f"SELECT article_id, {READING[table][0]} FROM {table}"  # noqa: S608 - our own names
            f" WHERE article_id {_OF_IDS} ORDER BY article_id, rowid",
            (_json(wanted),),
        )
        if wanted:
            held.update(dict.fromkeys(wanted, _NOTHING) | read_rows(table, rows))

    def holding(
        self, groups: Sequence[Iterable[Phrase]], instead: Iterable[Phrase] = ()
    ) -> frozenset[str]:
        """Give the articles whose words may hold a phrase of each group, by the index of the case.

        Args:
            groups: The groups.
            instead: Phrases of which one is enough in the place of all groups but the first.
        """
        first, *others = map(_group_query, groups)
        rest = " AND ".join(others)
        if instead and rest:
            rest = f"(({rest}) OR {_group_query(instead)})"
        query = f"{first} AND {rest}" if rest else first
        ((numbers,),) = self._select(
            "SELECT json_group_array(rowid) FROM articles_fts WHERE articles_fts MATCH ?",
            (f"text : ({query})",),
        )
        return frozenset(map(self._numbered.__getitem__, _decode_numbers(numbers)))

    def having(self, table: str, column: str, kinds: Sequence[str]) -> frozenset[str]:
        """Give the articles that have a row of one of these kinds; of whatever kind, if none is given."""
        if not kinds:
            return self._articles_of(f"SELECT DISTINCT article_id FROM {table}", ())  # noqa: S608 - our own names
        for kind in kinds:
            if (table, kind) not in self._having:
                # Of one kind the index gives every article once, without sorting them.
                query = f"SELECT DISTINCT article_id FROM {table} WHERE {column} = ?"  # noqa: S608 - our own names
                self._having[table, kind] = self._articles_of(query, (kind,))
        return frozenset().union(*(self._having[table, kind] for kind in kinds))

    def _articles_of(self, query: str, given: tuple[Any, ...]) -> frozenset[str]:
        return frozenset(key for (key,) in self._select(query, given))

    def tellers(self) -> tuple[Teller, ...]:
        """Every article as far as counting looks at it."""
        return tuple(
            Teller(id=key, outlet=outlet, outlet_name=name, title=title)
            for _, key, outlet, name, title, _, _ in self._glances
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


def _group_query(group: Iterable[Phrase]) -> str:
    return f"({' OR '.join(map(_phrase_query, group))})"


def _phrase_query(phrase: Phrase) -> str:
    words = " AND ".join(f"({' OR '.join(map(_form_query, forms))})" for forms in phrase)
    return f"({words})"


def _form_query(form: str) -> str:
    return f'"{form[:-1]}"*' if form.endswith("*") else f'"{form}"'


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _json(keys: Collection[str]) -> str:
    return msgspec.json.encode(sorted(keys)).decode()
