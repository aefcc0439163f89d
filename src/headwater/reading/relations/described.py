"""Actors that an article describes and does not name: "several factions loyal to Sudor"."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from headwater.language import Parse, Token
from headwater.lexicon import fold_name, tie_words
from headwater.model import ActorKind, Mention, MentionKind, digest
from headwater.reading.grammar import DETERMINERS
from headwater.reading.relations.tree import Tree

#: What a description does not run into: other clauses, neighbours, the words that join it.
_OUTER = frozenset("acl:relcl advcl appos aux cc ccomp conj cop csubj dep discourse expl mark nsubj obj parataxis punct root vocative nmod:desc".split())  # fmt: skip
_BREAKS = re.compile(r"[,;:–—…]")
_ARTICLES = frozenset({"the", "a", "an"})
_OWNING = frozenset({"'s", "’s", "'", "’"})
_BACK_TO = frozenset({"its", "their"})
_LONGEST = 90
_DEFINITE = frozenset({"the", "these", "those", "this", "that"})
#: What "the group" may go back to; a state is none.
_NAMED_SO = frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.STATE_ORGAN})  # fmt: skip
_STEP_UP = frozenset({"amod", "compound", "det", "nmod:desc", "nummod", "flat", "case"})


#: Tells whom "we" or "I" at a place means.
FirstPerson = Callable[[int, str], Mention | None]


class Described:
    """The actors without a name of one article, each with one id however often it is described."""

    def __init__(self, article_id: str, parse: Parse, mentions: Sequence[Mention]) -> None:
        del mentions
        self._article_id, self._parse = article_id, parse
        self._antecedents = dict(parse.antecedents)
        self._scenes: list[Tree] = []
        self._starts: list[int] = []
        self._known: dict[int, Mention | None] = {}
        #: Head word to the place and actor id of its last full description, in reading order.
        self._last: dict[str, list[tuple[int, str]]] = {}
        self._first: dict[str, Mention] = {}
        self._anchored: set[str] = set()
        self._told: set[str] = set()
        self._first_person: FirstPerson | None = None
        #: Where the pronouns begin whose meaning is being looked for.
        self._sought: set[int] = set()

    def lay(self, scenes: Sequence[Tree]) -> None:
        """Take in every description of the article, so that "the factions" finds what it goes back to."""
        self._scenes = list(scenes)
        self._starts = [scene.sentence.start for scene in scenes]
        nouns = tie_words().bodies
        for scene in scenes:
            for at, token in enumerate(scene.tokens):
                if token.tag == "NOUN" and token.lower in nouns and at not in scene.names:
                    self.at(scene, at)

    def hear(self, first_person: FirstPerson) -> None:
        """Take in whom "we" and "I" mean where; without it they mean nobody."""
        self._first_person = first_person

    def speaker(self, token: Token) -> Mention | None:
        """Give whom a word of the first person stands for."""
        meant = self._first_person and self._first_person(token.start, token.lower)
        return self.standing_for(meant, token) if meant else None

    def at(self, scene: Tree, at: int) -> Mention | None:
        """Give the actor that a noun describes, if it is a noun for actors."""
        start = scene.tokens[at].start
        if start not in self._known:
            self._known[start] = None  # a description never holds itself
            self._known[start] = self._described(scene, at)
        return self._known[start]

    def may_join(self, one: Mention, other: Mention) -> bool:
        """Tell whether two actors say enough to be tied: one is known by a name, and neither is a bare noun."""
        ids = (one.actor_id, other.actor_id)
        known = [not i.startswith("described/") or i in self._anchored for i in ids]
        return any(known) and all(k or i in self._told for k, i in zip(known, ids, strict=True))

    def antecedent(self, start: int) -> Mention | None:
        """Give the actor that a pronoun or noun beginning here stands for, where the engine names one.

        Where the engine has two pronouns stand for each other, neither stands for anybody.
        """
        if start in self._sought:
            return None
        self._sought.add(start)
        try:
            return self._meant(start)
        finally:
            self._sought.discard(start)

    def _meant(self, start: int) -> Mention | None:
        for _ in range(4):
            place = self._antecedents.get(start)
            if place is None:
                return None
            scene = self._scenes[bisect_right(self._starts, place) - 1]
            at = next((n for n, t in enumerate(scene.tokens) if t.start == place), None)
            found = None if at is None else _climb(scene, at)
            if found:
                return found
            start = place
        return None

    def standing_for(self, meant: Mention, token: Token) -> Mention:
        """Make the mention of a pronoun."""
        return Mention(
            id=digest("mention", self._article_id, token.start, token.end),
            article_id=self._article_id,
            start=token.start,
            end=token.end,
            text=token.text,
            actor_id=meant.actor_id,
            type=meant.type,
            kind=MentionKind.PRONOUN,
        )

    def _described(self, scene: Tree, at: int) -> Mention | None:
        words, token = tie_words(), scene.tokens[at]
        is_person = token.lower in words.people
        if token.tag not in {"NOUN", "PROPN"} or not (is_person or token.lower in words.bodies):
            return None
        first, last = _extent(scene, at)
        start, end = scene.tokens[first].start, scene.tokens[last].end
        text = scene.text[start:end]
        is_singular = is_person and not token.lower.endswith("s")
        found = Mention(
            id=digest("mention", self._article_id, start, end),
            article_id=self._article_id,
            start=start,
            end=end,
            text=text,
            actor_id=self._identified(scene, at, first, last),
            type=ActorKind.PERSON if is_singular else ActorKind.GROUP,
            kind=MentionKind.DESCRIPTION,
        )
        self._first.setdefault(found.actor_id, found)
        return found

    def first(self, actor_id: str) -> Mention | None:
        """Give the first description of an actor without a name."""
        return self._first.get(actor_id)

    def _identified(self, scene: Tree, at: int, first: int, last: int) -> str:
        """Tie a bare "the factions" to what it goes back to; else name an actor after its description."""
        token = scene.tokens[at]
        if first == last and self._is_definite(scene, at):
            meant = self.antecedent(token.start)
            if meant and meant.kind is not MentionKind.DESCRIPTION and meant.type in _NAMED_SO:
                return meant.actor_id
            if earlier := self._last.get(token.lower):
                self._told.add(earlier[-1][1])
                return earlier[-1][1]
        text = scene.text[scene.tokens[first].start : scene.tokens[last].end]
        words = " ".join(k for k in fold_name(text) if k not in DETERMINERS)
        # A description that holds a name means the same in every article; "local gunmen" does not.
        is_anchored = any(_is_name(scene, n, at) for n in range(first, last + 1))
        key = (words,) if is_anchored else (self._article_id, words)
        actor_id = "described/" + digest(*key)
        if is_anchored:
            self._anchored.add(actor_id)
        elif first < last or self._is_definite(scene, at):
            self._told.add(actor_id)
        self._last.setdefault(token.lower, []).append((token.start, actor_id))
        return actor_id

    def _is_definite(self, scene: Tree, at: int) -> bool:
        return any(scene.word(k) in _DEFINITE for k in scene.under(at, "det"))


def _is_name(scene: Tree, at: int, head: int) -> bool:
    """Tell a name in a description, also one that nobody was found to go by ("envoy of Vorrashan")."""
    token = scene.tokens[at]
    words = tie_words()
    is_noun = (
        token.lower in words.bodies or token.lower in words.people
    )  # "the Guard" is anybody's
    is_written_so = (
        token.tag == "PROPN"
        and not is_noun
        and at != head
        and not scene.sentence.is_title
        and token.text[0].isupper()
    )
    return at in scene.names or (is_written_so and token.start != scene.sentence.start)


def _climb(scene: Tree, at: int) -> Mention | None:
    """Give who stands at a word, or at the nominal it opens."""
    while True:
        if found := scene.party(at):
            return found
        token = scene.tokens[at]
        if token.head < 0 or token.relation not in _STEP_UP:
            return None
        at = token.head


def _extent(scene: Tree, at: int) -> tuple[int, int]:
    """Give the first and last word of a description, without articles and what is set off by commas."""
    inside = _below(scene, at)
    tokens = scene.tokens
    first = last = at
    while (before := _next(scene, first, -1, inside)) is not None:
        first = before
    while (behind := _next(scene, last, 1, inside)) is not None and tokens[behind].end - tokens[
        first
    ].start <= _LONGEST:
        last = behind
    # The tree may hang the preposition on the article.
    while first < at and (tokens[first].lower in _ARTICLES or tokens[first].tag == "ADP"):
        first += 1
    return first, last


def _below(scene: Tree, at: int) -> set[int]:
    """Give the words under a noun that are part of its description."""
    inside, open_ = {at}, [at]
    while open_:
        over = open_.pop()
        for kid in scene.children[over]:
            is_own_case = (
                over == at
                and scene.is_in(kid, "case", "obl")
                and scene.word(kid) not in _OWNING
            )
            owned = scene.is_in(kid, "nmod", "obl") and scene.under(kid, "nmod:poss")
            is_its = any(
                scene.word(k) in _BACK_TO for k in owned or ()
            )  # "forces in their fight"
            if is_own_case or is_its or scene.is_in(kid, *_OUTER):
                continue
            inside.add(kid)
            open_.append(kid)
    return inside


def _next(scene: Tree, at: int, step: int, inside: set[int]) -> int | None:
    """Give the next word of a description on one side, over marks that are part of words or names."""
    tokens, place = scene.tokens, at + step
    while (
        0 <= place < len(tokens)
        and not tokens[place].is_word
        and not _BREAKS.match(tokens[place].text)
    ):
        place += step
    if not 0 <= place < len(tokens):
        return None
    is_same_name = place in scene.names and scene.names.get(place) is scene.names.get(at)
    is_glued = abs(place - at) == 2 and tokens[at + step].text == "-"
    is_part = place in inside and tokens[place].is_word
    return place if is_part or is_same_name or (is_glued and step < 0) else None
