"""Two actors of a sentence, and what its words and its tree show of them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from headwater.language import Predicate
from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations.scene import NAMES, Scene

#: Steps in the tree, and words of the text, beyond which two actors are not looked at together.
_FARTHEST_STEPS = 7
_FARTHEST_WORDS = 30
_NAMING = frozenset({"appos", "flat", "nmod:desc"})
_SET_OFF = frozenset({", ", ", the ", ", a ", ", an "})
_JOINING = frozenset({"conj", "appos", "flat"})
#: Relations whose subtype tells something of its own.
_SUBTYPES = frozenset({"nsubj:pass", "acl:relcl", "nmod:poss", "nmod:desc", "obl:agent"})
_PRESS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LISTS = "beside members denials requests wishes suspicions orders awaiting holdings".split()
_TIE_LISTS = "verbs acts offices parts adjectives compounds prefixes".split()
#: Least probability of an event from which its type counts as told.
_SURE = 0.3


@dataclass(frozen=True, slots=True)
class Party:
    """An actor where a sentence has it: its head word, and the words from there up to the root.

    ``shared`` is the first of those that it is joined to ("X and Y"), ``case`` the preposition before that.
    """

    at: int
    mention: Mention
    way: tuple[int, ...]
    shared: int
    case: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors in the order of the text, and the words between them in the tree.

    ``up`` leads from the first to ``top``, ``down`` from there to the second; either is empty where its actor
    is the top itself.
    """

    one: Party
    other: Party
    up: tuple[int, ...]
    top: int
    down: tuple[int, ...]

    @property
    def between(self) -> tuple[int, ...]:
        """The words on the way, without the actors' own."""
        ends = {self.one.at, self.other.at}
        return tuple(k for k in (*self.up, self.top, *self.down) if k not in ends)


def find_pairs(scene: Scene) -> Iterator[Pair]:
    """Yield every two actors of a sentence that stand near enough, in the order of the text."""
    for one, other in combinations(_parties(scene), 2):
        if other.at - one.at <= _FARTHEST_WORDS and _are_two(one, other):
            place = {k: n for n, k in enumerate(other.way)}
            steps = next((n for n, k in enumerate(one.way) if k in place), None)
            if steps is None:
                continue
            top = one.way[steps]
            down = other.way[: place[top]][::-1]
            found = Pair(one, other, one.way[:steps], top, down)
            if steps + len(down) <= _FARTHEST_STEPS and not _is_same(scene, found):
                yield found


def _are_two(one: Party, other: Party) -> bool:
    return one.at != other.at and one.mention.actor_id != other.mention.actor_id


def _is_same(scene: Scene, pair: Pair) -> bool:
    """Tell whether one only says who the other is: "Ilse Varga, the envoy", also where the tree has lost it."""
    if all(_relation(scene, k) in _NAMING for k in (*pair.up, *pair.down)):
        return True
    one, other = pair.one.mention, pair.other.mention
    return (
        other.kind is MentionKind.DESCRIPTION
        and scene.text[one.end : other.start] in _SET_OFF
        and scene.text[other.end : other.end + 1] == ","
    )


def _parties(scene: Scene) -> list[Party]:
    """Give the actors of a sentence by their heads; what only describes another is none ("Nordian rebels")."""
    found: dict[tuple[int, int], Party] = {}
    for at, token in enumerate(scene.tokens):
        name = scene.names.get(at)
        is_head = name is None or scene.names.get(token.head) is not name
        mention = _actor(scene, at) if is_head else None
        if mention and mention.type not in _PRESS and _covers(mention, token.start):
            found.setdefault((mention.start, mention.end), _party(scene, at, mention))
    described = [p.mention for p in found.values() if p.mention.kind not in NAMES]
    return sorted(
        (p for p in found.values() if not any(_is_part(p.mention, d) for d in described)),
        key=lambda p: (p.at, p.mention.start),
    )


def _actor(scene: Scene, at: int) -> Mention | None:
    """Give who stands at a word; in "Nordian jets", where the head is nobody, whose they are."""
    token = scene.tokens[at]
    if token.tag in _NOMINAL and (party := scene.party(at)):
        return party
    over, name = token.head, scene.names.get(at)
    if name is None or over < 0 or not scene.is_in(at, "amod", "compound", "nmod:poss"):
        return None
    return None if scene.word(over) in tie_words().people or scene.party(over) else name


def _is_part(mention: Mention, whole: Mention) -> bool:
    return mention is not whole and whole.start <= mention.start and mention.end <= whole.end


def _covers(mention: Mention, place: int) -> bool:
    return mention.start <= place < mention.end


def _party(scene: Scene, at: int, mention: Mention) -> Party:
    way = [at]
    while scene.tokens[way[-1]].head >= 0 and len(way) < len(scene.tokens):
        way.append(scene.tokens[way[-1]].head)
    # The tree hangs "and X" under the first of those that are joined.
    shared = next((k for k in way if _relation(scene, k) not in _JOINING), at)
    return Party(at, mention, tuple(way), shared, scene.preposition(shared))


def predicates_of(scene: Scene) -> tuple[Predicate, ...]:
    """Give the engine's predicates of a sentence."""
    told, start = scene.parse.predicates, lambda p: p.start
    first = bisect_left(told, scene.sentence.start, key=start)
    return told[first : bisect_left(told, scene.sentence.end, key=start)]


def traits_of(scene: Scene, pair: Pair, predicates: tuple[Predicate, ...]) -> list[str]:
    """Give what a pair shows, each trait a short word; names themselves are never among them."""
    return [
        *_of_tree(scene, pair),
        *_of_ways(scene, pair),
        *_of_sides(scene, pair),
        *_of_gap(scene, pair),
        *_of_events(scene, pair, predicates),
    ]


def _relation(scene: Scene, at: int) -> str:
    relation = scene.tokens[at].relation
    return relation if relation in _SUBTYPES else relation.partition(":")[0]


def _of_tree(scene: Scene, pair: Pair) -> Iterator[str]:
    up = [_relation(scene, k) for k in pair.up]
    down = [_relation(scene, k) for k in pair.down]
    yield f"far={min(len(up) + len(down), 7)}"
    if len(up) + len(down) <= 5:
        yield f"way={'>'.join(up)}|{'<'.join(down)}"
    yield f"up={up[0] if up else ''}"
    yield f"down={down[-1] if down else ''}"
    yield f"under={up[-1] if up else ''}|{down[0] if down else ''}"
    a, b = pair.one.shared, pair.other.shared
    if a == b:
        yield "joined"
    elif pair.top not in {pair.one.at, pair.other.at}:
        yield f"roles={_relation(scene, a)}|{_relation(scene, b)}"


def _of_ways(scene: Scene, pair: Pair) -> Iterator[str]:
    words = pair.between
    kinds = sorted({k for at in words for k in ties_of(scene.word(at))})
    before, behind = pair.one.case, pair.other.case
    yield from (f"word={_lemma(scene, at)}" for at in words)
    yield from (f"ties={k}" for k in kinds)
    yield f"top={_lemma(scene, pair.top) if pair.top in words else pair.top == pair.one.at}"
    yield f"before={before}"
    yield f"behind={behind}"
    yield f"cases={before}|{behind}"
    yield from (f"behind={behind}+{k}" for k in kinds)
    yield from (f"before={before}+{k}" for k in kinds)


def _of_sides(scene: Scene, pair: Pair) -> Iterator[str]:
    one, other = pair.one.mention, pair.other.mention
    yield f"types={one.type}-{other.type}"
    yield f"kinds={one.kind}-{other.kind}"
    for side, party in (("1", pair.one), ("2", pair.other)):
        yield f"type{side}={party.mention.type}"
        if scene.tokens[party.at].tag == "NOUN":
            yield f"noun{side}={_lemma(scene, party.at)}"
        if any(scene.word(k) in {"'s", "’s"} for k in scene.under(party.at, "case")):
            yield f"owns{side}"
    if one.start <= other.start < one.end or other.start <= one.start < other.end:
        yield "inside"


def _of_gap(scene: Scene, pair: Pair) -> Iterator[str]:
    one, other = pair.one, pair.other
    apart = other.at - one.at
    yield f"gap={next((n for n in (1, 2, 3, 7, 15) if apart <= n), 16)}"
    inside = [
        at
        for at in range(one.at + 1, other.at)
        if not _covers(one.mention, scene.tokens[at].start)
        and not _covers(other.mention, scene.tokens[at].start)
    ]
    if len(inside) <= 12:
        yield from sorted({f"gap={_lemma(scene, at)}" for at in inside})
        yield from sorted({f"gap+{k}" for at in inside for k in ties_of(scene.word(at))})


def _of_events(scene: Scene, pair: Pair, predicates: tuple[Predicate, ...]) -> Iterator[str]:
    starts = {scene.tokens[at].start for at in pair.between}
    for told in predicates:
        roles = _role(scene, pair, told.actor) + _role(scene, pair, told.recipient)
        if told.start in starts:
            yield f"event={told.likeliest if told.sure > _SURE else ''}"
            yield f"event={told.likeliest}{roles}"
        elif roles in {"12", "21"}:
            yield f"beside={told.likeliest}{roles}"
        if roles in {"12", "21"}:
            yield f"both={told.likeliest}"


def _role(scene: Scene, pair: Pair, place: int | None) -> str:
    if place is None:
        return "-"
    for side, party in (("1", pair.one), ("2", pair.other)):
        if _covers(party.mention, place) or place == scene.tokens[party.at].start:
            return side
    return "x"


def _lemma(scene: Scene, at: int) -> str:
    token = scene.tokens[at]
    return "^" if token.tag == "PROPN" else token.lemma.lower() or token.lower


@lru_cache(maxsize=4096)
def ties_of(word: str) -> tuple[str, ...]:
    """Give the kinds of tie that a word makes by the lists, and the lists of other words it is in."""
    words = tie_words()
    found = {tie.kind for name in _TIE_LISTS if (tie := getattr(words, name).get(word))}
    return tuple(sorted(found | {name for name in _LISTS if word in getattr(words, name)}))
