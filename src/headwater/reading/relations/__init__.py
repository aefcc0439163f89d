"""Ties between two actors, read off the trees of the sentences.

``scene`` tells who stands at a word, named or described (``described``), or speaking of himself (``speaking``); ``clauses`` finds the
doers and the done-to of a verb. ``verbs``, ``nouns``, ``adjectives`` and ``orders`` read the ties off words that make
them, ``learned`` those that no such word makes; ``strength`` how firmly the text puts them, ``tenure`` since when and
until when an office is held.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from headwater.language import Parse
from headwater.model import Mention, MentionKind, Relation, Statement, digest
from headwater.reading.relations.adjectives import find_leanings
from headwater.reading.relations.described import Described
from headwater.reading.relations.gifts import find_gifts
from headwater.reading.relations.learned import find_learned, tie_digest
from headwater.reading.relations.nouns import find_acts, find_parts
from headwater.reading.relations.offices import find_offices
from headwater.reading.relations.orders import find_orders
from headwater.reading.relations.organs import find_organs
from headwater.reading.relations.scene import Scene, Seen, lay_scenes
from headwater.reading.relations.speaking import Speaking
from headwater.reading.relations.strength import strength_at
from headwater.reading.relations.tenure import tenure_of
from headwater.reading.relations.verbs import find_deeds, find_sides

__all__ = ["Ties", "find_relations", "lay_article", "merge_mentions", "tie_digest", "tie_rules"]

_READERS = (find_deeds, find_offices, find_parts, find_acts, find_sides, find_leanings, find_orders, find_organs, find_gifts)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """The relations of an article, and those of its actors that it describes without a name."""

    relations: tuple[Relation, ...]
    #: Descriptions and pronouns that stand for an actor of a relation.
    mentions: tuple[Mention, ...]


def find_relations(
    article_id: str,
    parse: Parse,
    mentions: Sequence[Mention],
    published: tuple[date, date] | None = None,
    statements: Sequence[Statement] = (),
) -> Ties:
    """Find who backs, leads, commands, belongs to, coordinates with or waits for whom.

    An actor may be named, described ("several factions loyal to Sudor") or a pronoun whose
    antecedent is one. The strength of the words is kept: "urged" gives instructions, "ordered about by" does
    not become command. A tie that is denied is left out; each is told once for the same words.

    Args:
        article_id: The article the parse is of.
        parse: With trees; without them nothing is found.
        mentions: The names of the article, in any order.
        published: First and last day of publication, for offices that ended or began; None is unknown.
        statements: Those of the article, which tell whom "we" and "I" mean in a quotation.
    """
    scenes = lay_article(article_id, parse, mentions, statements)
    relations: dict[str, Relation] = {}
    used: dict[str, Mention] = {}
    for scene in scenes:
        for seen in _of_scene(scene):
            modality = strength_at(scene, seen)
            if modality is None:
                continue
            relation = _relation(article_id, scene, seen, modality, published)
            relations.setdefault(relation.id, relation)
            for party in (seen.subject, seen.object):
                # A pronoun alone would leave its actor without words to go by.
                shown = (party, scene.described.first(party.actor_id))
                used |= {m.id: m for m in shown if m and m.kind in _NAMELESS}
    return Ties(
        relations=tuple(sorted(relations.values(), key=lambda r: (r.start, r.end, r.id))),
        mentions=tuple(sorted(used.values(), key=lambda m: (m.start, m.end, m.id))),
    )


def merge_mentions(
    named: Sequence[Mention], nameless: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Give all mentions of an article in reading order; of two at one place, the named one."""
    found = {(m.start, m.end): m for m in (*nameless, *named)}
    return tuple(found[key] for key in sorted(found))


_NAMELESS = frozenset({MentionKind.DESCRIPTION, MentionKind.PRONOUN})


def lay_article(
    article_id: str,
    parse: Parse,
    mentions: Sequence[Mention],
    statements: Sequence[Statement] = (),
) -> tuple[Scene, ...]:
    """Give the sentences of an article with who stands at which word; "we" too, where statements tell."""
    described = Described(article_id, parse, mentions)
    scenes = tuple(lay_scenes(parse, mentions, described))
    offices = [
        seen
        for scene in scenes
        for seen in find_offices(scene)
        if strength_at(scene, seen) == "asserted"
    ]
    described.hear(Speaking(scenes, mentions, statements, offices).meant)
    return scenes


def tie_rules(scene: Scene) -> Iterator[Seen]:
    """Yield the ties that words of the lists make in a sentence, the same two actors in the same tie once."""
    yield from _once(scene, (seen for reader in _READERS for seen in reader(scene)))


def _of_scene(scene: Scene) -> Iterator[Seen]:
    """Yield the ties of a sentence: those of the lists, then those learnt between other actors."""
    ruled = tuple(tie_rules(scene))
    yield from ruled
    tied = {frozenset({s.subject.actor_id, s.object.actor_id}) for s in ruled}
    yield from _once(scene, find_learned(scene, tied))


def _once(scene: Scene, found: Iterable[Seen]) -> Iterator[Seen]:
    told: set[tuple[str, str, str]] = set()
    for seen in found:
        key = (seen.subject.actor_id, seen.kind, seen.object.actor_id)
        if (
            key[0] != key[2]
            and key not in told
            and scene.described.may_join(seen.subject, seen.object)
        ):
            told.add(key)
            yield seen


def _relation(
    article_id: str,
    scene: Scene,
    seen: Seen,
    modality: str,
    published: tuple[date, date] | None,
) -> Relation:
    token = scene.tokens[seen.trigger]
    start = min(seen.subject.start, seen.object.start, token.start)
    end = max(seen.subject.end, seen.object.end, token.end)
    subject, kind, obj = seen.subject.actor_id, seen.kind, seen.object.actor_id
    since, until = tenure_of(scene, seen, published)
    return Relation(
        id=digest("relation", article_id, subject, kind, obj, start),
        subject=subject,
        kind=kind,
        object=obj,
        modality=modality,
        article_id=article_id,
        start=start,
        end=end,
        text=scene.text[start:end],
        title=seen.title,
        since=since,
        until=until,
    )
