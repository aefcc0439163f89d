"""From the head of a phrase to somebody: an actor of the article's cast, or one described."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.language import Parse
from headwater.lexicon import coding
from headwater.model import Mention, Span, Statement
from headwater.reading.cast import Cast, Name
from headwater.reading.events.described import describe, sort_of
from headwater.reading.events.named import name_behind, named_at
from headwater.reading.events.pointing import Pointing, may_speak
from headwater.reading.events.trees import NOMINAL, Tree

_THINGS = frozenset(
    {"what", "this", "that", "which", "something", "anything", "nothing", "there"}
)
_BELONGING = frozenset({"its", "their", "our"})
_ARTICLES = frozenset({"the", "a", "an"})
#: Before whoever a thing comes from; "the war on Sudan" is not Sudan's. A possessive has its own.
_OWNING = frozenset({"of", "by", "from", "'s", "’s", ""})


@dataclass(frozen=True, slots=True)
class Somebody:
    """A participant: the words that name it here, the phrase it stands for, and its actor id if it has one.

    ``phrase`` is other than ``words`` where those are a pronoun. ``mention`` is set where the
    article's cast lacks this actor, which is described and not named.
    """

    words: Span
    phrase: Span
    actor_id: str | None
    mention: Mention | None = None


class Naming:
    """Tells who a noun of an article stands for."""

    def __init__(
        self, article_id: str, parse: Parse, trees: Sequence[Tree], cast: Cast
    ) -> None:
        self._article_id, self._text, self._cast = article_id, parse.text, cast
        self._trees = {t.start: tree for tree in trees for t in tree.tokens}
        self._kinds: Mapping[int, str] = {
            at: n.kind
            for n in parse.names
            for at in range(n.start, n.end)
            if n.kind in {"NORP", "PER", "ORG", "LOC", "OUTLET", "TIME"}
        }
        self._pointing = Pointing(parse, trees, cast, self._kinds)

    def who(
        self,
        tree: Tree,
        word: int,
        carrier: Statement | None,
        *,
        acts: bool = False,
        asked: frozenset[int] = frozenset(),
    ) -> Somebody:
        """Give who a word of a sentence names, in a statement whose source "we" stands for.

        Who ``acts`` is nobody who is only named as where: "the situation in Gaza demands". Of forces
        already ``asked`` about, by where they stand, their own "their" says nothing.
        """
        here = self._span(tree, word)
        if self._pointing.is_speaker(tree, word, carrier, acts=acts) and (
            link := _last_link(carrier)
        ):
            return Somebody(here, self._in_words(*link), link[1])
        if _is_source(tree, word, carrier) and (link := _last_link(carrier)):
            return Somebody(here, self._in_words(*link), link[1])
        over, head = self._pointing.stands_for(tree, word, carrier)
        phrase = self._span(over, head)
        actor_id = self._named(over, head) or self._named(over, over.counted(head))
        pronoun = over.tokens[head]
        is_his = pronoun.tag == "PRON" and may_speak(pronoun, carrier)
        if is_his and (link := _last_link(carrier)):
            return Somebody(here, self._in_words(*link), link[1])
        if actor_id is None and (theirs := self._owner_of_forces(over, head, carrier, asked)):
            return Somebody(here, phrase, theirs)
        if actor_id is None and (told := self._described(over, over.counted(head))):
            return Somebody(here, phrase, told.actor_id, told)
        if actor_id is None and (owner := self._inside(over, head, acts=acts)):
            whole = Span.cut(self._text, *_whole(over, head))
            return Somebody(here, whole, owner.actor_id)
        return Somebody(here, phrase, actor_id)

    def _owner_of_forces(
        self, tree: Tree, word: int, carrier: Statement | None, asked: frozenset[int]
    ) -> str | None:
        """Give whose "its troops" and "their jets" are: by themselves they are told of nobody."""
        place = tree.tokens[word].start
        if place in asked or not tree.has(word, coding().forces):
            return None
        owners = (
            k for k in tree.under(word, "nmod:poss") if tree.tokens[k].lower in _BELONGING
        )
        told = (self.who(tree, k, carrier, asked=asked | {place}).actor_id for k in owners)
        return next(filter(None, told), None)

    def is_name(self, tree: Tree, word: int) -> bool:
        """Tell whether a word is of a name, though it may not be known whose: "Georgia"."""
        return self._kinds.get(tree.tokens[word].start, "TIME") != "TIME"

    def _in_words(self, span: Span, actor_id: str) -> Span:
        """Give the words that name a speaker where only a pronoun shows him: "It acknowledged that it had"."""
        if not self.is_pronoun(span):
            return span
        named = [n for n in self._cast.names if n.actor_id == actor_id]
        before = [n for n in named if n.end <= span.start] or named
        if before:
            return Span(start=before[-1].start, end=before[-1].end, text=before[-1].text)
        tree = self._trees[span.start]
        word = tree.number_at(span.start)
        over, head = self._pointing.stands_for(tree, word or 0, None)
        return self._span(over, head)

    def _inside(self, tree: Tree, word: int, *, acts: bool = False) -> Name | None:
        """Give whom a thing belongs to or is about: "Kenyan bases", "a ban on the Heron group"."""
        if tree.tokens[word].tag not in NOMINAL:
            word = tree.counted(word)  # "dozens of": the tree may have an adjective
        if tree.tokens[word].tag not in NOMINAL - {"PRON"}:
            return None
        behind = (k for k in tree.under(word, "nmod") if tree.preposition(k) not in _OWNING)
        places = [tree.phrase(k) for k in behind] if acts else []
        return next(
            (
                name
                for name in self._cast.within(*_whole(tree, word))
                if not any(a <= name.start < b for a, b in places)
            ),
            None,
        )

    def is_one(self, tree: Tree, first: int, second: int) -> bool:
        """Tell whether two words stand in one name, which the tree has cut: "the Al-Noor | Brigade"."""
        start, end = tree.tokens[first].start, tree.tokens[second].end
        inside = self._cast.within(tree.tokens[0].start, tree.tokens[-1].end)
        return any(n.start <= start and end <= n.end for n in inside)

    def is_same(self, tree: Tree, word: int, name: int) -> bool:
        """Tell whether a word and a name that hangs on it name the same known actor."""
        known = self._named(tree, name)
        return known is not None and known == self._named(tree, word)

    def is_pronoun(self, phrase: Span) -> bool:
        """Tell whether a phrase is a pronoun alone."""
        tree = self._trees[phrase.start]
        word = tree.number_at(phrase.start)
        token = None if word is None else tree.tokens[word]
        return token is not None and token.tag == "PRON" and token.end == phrase.end

    def is_time(self, tree: Tree, word: int) -> bool:
        """Tell whether a word is part of a time: "arrived Wednesday"."""
        return self._kinds.get(tree.tokens[word].start) == "TIME"

    def is_somebody(self, tree: Tree, word: int) -> bool:
        """Tell whether a noun can act: a pronoun, a name, a people, a word for persons or a body."""
        token = tree.tokens[word]
        if self._kinds.get(token.start, "TIME") != "TIME":
            return True
        if (counted := tree.counted(word)) != word:
            return self.is_somebody(tree, counted)
        if token.tag == "PRON":
            return token.lower not in _THINGS
        if tree.has(word, coding().lands) and any(
            self.is_name(tree, k) for k in tree.behind(word, {"of"})
        ):
            return True  # "the town of Kupa" is Kupa
        return sort_of(token) is not None or self._named(tree, word) is not None

    def holds_somebody(self, tree: Tree, word: int) -> bool:
        """Tell whether somebody is named in the whole of a phrase, what restricts it included."""
        return self._inside(tree, word) is not None

    def speaker(self, carrier: Statement) -> Somebody | None:
        """Give who makes a statement."""
        found = self._pointing.speaker(carrier)
        return None if found is None else self.who(*found, None)

    def _span(self, tree: Tree, word: int) -> Span:
        """Give the phrase that a word heads, with all of a name that the tree has cut: "North | Korea"."""
        start, end = tree.phrase(word)
        if (title := tree.title_of(word)) is not None:
            start = min(start, tree.phrase(title)[0])
        if (owner := tree.owner_before(word)) is not None:
            start = min(start, tree.phrase(owner)[0])
        start = _with_article(tree, start)
        cut = [n for n in self._around(tree, word) if self._is_cut(tree, word, n.start, start)]
        start = min((start, *(n.start for n in cut)))
        if (behind := name_behind(tree, word, self._cast, self._text)) is not None:
            return Span.cut(self._text, start, behind.end)
        return Span.cut(self._text, start, max(end, tree.phrase(tree.counted(word))[1]))

    def _is_cut(self, tree: Tree, word: int, begins: int, start: int) -> bool:
        """Tell whether the tree hangs the first word of a name beside the rest of it."""
        first = tree.number_at(begins)
        if first is None or begins >= start:
            return False
        ours, theirs = tree.tokens[word], tree.tokens[first]
        return (theirs.head, theirs.relation) == (ours.head, ours.relation)

    def _around(self, tree: Tree, word: int) -> Iterator[Name]:
        """Yield the names that a word is part of."""
        place = tree.tokens[word].start
        inside = self._cast.within(tree.tokens[0].start, tree.tokens[-1].end)
        yield from (n for n in inside if n.start <= place < n.end)

    def _named(self, tree: Tree, word: int) -> str | None:
        return named_at(tree, word, self._cast, self._text)

    def _described(self, tree: Tree, word: int) -> Mention | None:
        token = tree.tokens[word]
        kind = self._kinds.get(token.start)
        return describe(self._article_id, token, self._span(tree, word), kind)


def _is_source(tree: Tree, word: int, carrier: Statement | None) -> bool:
    """Tell a pronoun that a statement has for its source, which has found out who that is: "He warned that"."""
    token = tree.tokens[word]
    sources = carrier.source if carrier else ()
    return token.tag == "PRON" and any((s.start, s.end) == (token.start, token.end) for s in sources)  # fmt: skip


def _with_article(tree: Tree, start: int) -> int:
    """Give where a phrase begins with the article right before it, where the tree has that for a word of its own."""
    first = tree.number_at(start)
    if not first or tree.tokens[first - 1].lower not in _ARTICLES:
        return start
    article = tree.tokens[first - 1]
    return start if article.relation == "det" else article.start


def _last_link(carrier: Statement | None) -> tuple[Span, str] | None:
    """Give the speaker of a statement, as the chain has it, with the words that show it."""
    if carrier is None or not carrier.source:
        return None
    link = carrier.chain[-1]
    if link.actor_id is None or link.start is None or link.end is None or link.text is None:
        return None
    return Span(start=link.start, end=link.end, text=link.text), link.actor_id


def _whole(tree: Tree, word: int) -> tuple[int, int]:
    """Give the place of a phrase with what restricts it: "the ship seized by Kenya"."""
    first, last = tree.phrase(word)
    for k in tree.under(word, "acl"):
        if tree.tokens[k].relation != "acl:relcl":
            last = max(last, *(tree.tokens[n].end for n in tree.below(k)))
    return first, last


def mentions_of(found: Sequence[Somebody]) -> Iterator[Mention]:
    """Yield the mentions of those described, each place once."""
    seen: set[str] = set()
    for somebody in found:
        if somebody.mention and somebody.mention.id not in seen:
            seen.add(somebody.mention.id)
            yield somebody.mention


def whole(people: Iterable[Somebody]) -> Iterator[Somebody]:
    """Leave out a name that the tree has cut off from the phrase that it stands in: "envoy to Kenya | Ivo Brel"."""
    found = tuple(people)
    for one in found:
        known = (other for other in found if other.actor_id is not None)
        if not any(_is_part(one.phrase, other.phrase) for other in known):
            yield one


def _is_part(phrase: Span, around: Span) -> bool:
    is_within = around.start <= phrase.start and phrase.end <= around.end
    return is_within and (phrase.start, phrase.end) != (around.start, around.end)
