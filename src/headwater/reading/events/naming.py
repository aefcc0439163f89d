"""From the head of a phrase to somebody: an actor of the article's cast, or one described."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.language import Parse, Token
from headwater.lexicon import coding, fold_name, words
from headwater.model import ActorKind, Mention, MentionKind, Span, Statement, digest
from headwater.reading.cast import Cast, Name
from headwater.reading.events.trees import NOMINAL, Tree
from headwater.reading.grammar import DETERMINERS
from headwater.reading.tree import base

_OWN = frozenset({"i", "we", "us", "me"})
_THINGS = frozenset(
    {"what", "this", "that", "which", "something", "anything", "nothing", "there"}
)
#: What the engine's kinds of names are, where the article's cast lacks the name.
_NAMED = {
    "NORP": ActorKind.GROUP,
    "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "OUTLET": ActorKind.OUTLET,
}
#: Before whoever a thing comes from; "the war on Sudan" is not Sudan's. A possessive has its own.
_OWNING = frozenset({"of", "by", "from", "'s", "’s", ""})
_ARTICLES = frozenset({"the", "a", "an", "these", "those", "this", "that"})
_LANDS = frozenset({ActorKind.STATE})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
#: Numbers tell one group from another; other determiners do not.
_TELLING = frozenset("two three four five six seven eight nine ten several".split())
_KINDS = {
    "person": ActorKind.PERSON,
    "group": ActorKind.GROUP,
    "organisation": ActorKind.ORGANISATION,
}
#: Steps from a pronoun to what it stands for, as that may be a pronoun again.
_STEPS = 3
#: A noun beside whose name it says no more than what sort of thing that is: "the Heron group".
_SORTS = frozenset(
    "group movement government administration party militia organisation organization regime army force authorities network agency company alliance guerrillas rebels faction leadership".split()
)


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
        self._antecedents: Mapping[int, int] = dict(parse.antecedents)
        self._trees = {t.start: tree for tree in trees for t in tree.tokens}
        self._kinds = {
            at: n.kind
            for n in parse.names
            for at in range(n.start, n.end)
            if n.kind in {"NORP", "PER", "ORG", "LOC", "OUTLET", "TIME"}
        }

    def who(
        self, tree: Tree, word: int, carrier: Statement | None, *, acts: bool = False
    ) -> Somebody:
        """Give who a word of a sentence names, in a statement whose source "we" stands for.

        Who ``acts`` is nobody who is only named as where: "the situation in Gaza demands".
        """
        here = self._span(tree, word)
        if self._is_speaker(tree, word, carrier) and (link := _last_link(carrier)):
            return Somebody(here, link[0], link[1])
        over, head = self._stands_for(tree, word, carrier)
        phrase = self._span(over, head)
        actor_id = self._named(over, head) or self._named(over, over.counted(head))
        if over.tokens[head].tag == "PRON" and (link := _last_link(carrier)):
            return Somebody(here, link[0], link[1])
        if actor_id is None and (told := self._described(over, over.counted(head))):
            return Somebody(here, phrase, told.actor_id, told)
        if actor_id is None and (owner := self._inside(over, head, acts=acts)):
            whole = Span.cut(self._text, *_whole(over, head))
            return Somebody(here, whole, owner.actor_id)
        return Somebody(here, phrase, actor_id)

    def _inside(self, tree: Tree, word: int, *, acts: bool = False) -> Name | None:
        """Give whom a thing belongs to or is about: "Kenyan bases", "a ban on the Heron group"."""
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
        return _sort(token) is not None or self._named(tree, word) is not None

    def holds_somebody(self, tree: Tree, word: int) -> bool:
        """Tell whether somebody is named in the whole of a phrase, what restricts it included."""
        return self._inside(tree, word) is not None

    def speaker(self, carrier: Statement) -> Somebody | None:
        """Give who makes a statement."""
        found = self._speaker(carrier)
        return None if found is None else self.who(*found, None)

    def _span(self, tree: Tree, word: int) -> Span:
        """Give the phrase that a word heads, with all of a name that the tree has cut: "North | Korea"."""
        start, end = tree.phrase(word)
        cut = [n for n in self._around(tree, word) if self._is_cut(tree, word, n.start, start)]
        start = min((start, *(n.start for n in cut)))
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

    def _stands_for(self, tree: Tree, word: int, carrier: Statement | None) -> tuple[Tree, int]:
        for _ in range(_STEPS):
            token = tree.tokens[word]
            found = None
            if token.lower not in _OWN:
                found = self._antecedent(tree, word)
            if found is None and token.tag == "PRON":
                found = self._speaker(carrier)
            if found is None or found == (tree, word):
                break
            tree, word = found
        return tree, word

    def _is_speaker(self, tree: Tree, word: int, carrier: Statement | None) -> bool:
        """ "It will strike, the group said": the body that speaks in the sentence, before one named earlier."""
        speaker = self._speaker(carrier) if tree.tokens[word].lower == "it" else None
        if speaker is None or speaker[0] is not tree:
            return False
        found, spoken = self._antecedent(tree, word), tree.tokens[speaker[1]]
        is_far = found is None or found == speaker or found[0] is not tree
        is_person = self._kinds.get(spoken.start) == "PER" or _sort(spoken) is ActorKind.PERSON
        return is_far and not is_person

    def _antecedent(self, tree: Tree, word: int) -> tuple[Tree, int] | None:
        token = tree.tokens[word]
        start = self._antecedents.get(token.start)
        if start is None or (token.tag != "PRON" and not self._takes_up(tree, word)):
            return None
        found = self._head_at(start)
        if found is None or self.is_time(*found):
            return None
        is_noun = (
            found[0].tokens[found[1]].tag in NOMINAL
        )  # "the collision" takes up "collided"
        return found if is_noun else None

    def _takes_up(self, tree: Tree, word: int) -> bool:
        """Tell a noun that only points back: "the group", "these fighters"."""
        dets = {tree.tokens[k].lower for k in tree.under(word, "det")}
        is_bare = all(base(tree.tokens[k]) != "compound" for k in tree.children[word])
        return bool(dets & _POINTING) and is_bare and not self._cast.within(*tree.phrase(word))

    def _speaker(self, carrier: Statement | None) -> tuple[Tree, int] | None:
        if carrier is None or not carrier.source:
            return None
        return self._head_at(carrier.source[0].start)

    def _head_at(self, start: int) -> tuple[Tree, int] | None:
        tree = self._trees.get(start)
        word = tree.number_at(start) if tree else None
        if tree and word is not None and tree.tokens[word].tag != "PRON":
            word = tree.head_of(start)
        return None if tree is None or word is None else (tree, word)

    # ---- who that is

    def _named(self, tree: Tree, word: int) -> str | None:
        """Give the actor whose name the head of the phrase is part of, or that it only sorts."""
        token = tree.tokens[word]
        names = self._cast.within(*tree.phrase(word))
        if (name := self._over(names, token.start)) is not None:
            return name.actor_id
        beside = {
            n.actor_id: n
            for child in tree.under(word, "flat", "appos", "compound", "nmod", "nsubj")
            if (
                n := self._over(
                    self._cast.within(*tree.phrase(child)), tree.tokens[child].start
                )
            )
            and self._is_named_by(tree, word, child, n)
        }
        if len(beside) == 1:
            return next(iter(beside))
        return self._in_office(tree, word)

    def _in_office(self, tree: Tree, word: int) -> str | None:
        """ "Commander of the Heron Force Ana Sol", "an aide to Ivo Brel, Ana Sol": the name at the end, if it is set off."""
        if _sort(tree.tokens[word]) is not ActorKind.PERSON:
            return None
        start, end = tree.stretch(word)
        names = self._cast.within(start, end)
        people = [n for n in names if n.type is ActorKind.PERSON and n.kind is MentionKind.NAME]
        if not people:
            return None
        last = people[-1]
        before = self._text[start : last.start].rstrip()
        follows_name = any(n.end == start + len(before) for n in names if n.type not in _LANDS)
        return last.actor_id if before.endswith(",") or follows_name else None

    def _over(self, names: Sequence[Name], start: int) -> Name | None:
        fitting = [n for n in names if n.start <= start < n.end]
        return max(fitting, key=lambda n: (n.end - n.start, n.start), default=None)

    def _is_named_by(self, tree: Tree, word: int, child: int, name: Name) -> bool:
        """ "the envoy, Ana Sol", "the Heron group", "the government of Kenya": the child is the name of the head."""
        relation, lemma = base(tree.tokens[child]), tree.tokens[word].lemma.lower()
        if relation in {"flat", "appos"}:
            return name.kind is MentionKind.NAME
        if relation == "compound":
            is_person = name.type is ActorKind.PERSON
            return lemma in _SORTS or (is_person and child > word)
        return relation == "nmod" and lemma in _SORTS and tree.preposition(child) == "of"

    def _described(self, tree: Tree, word: int) -> Mention | None:
        """Give a mention of somebody whom the text describes and does not name."""
        token = tree.tokens[word]
        kind = _NAMED.get(self._kinds.get(token.start, "")) or _sort(token)
        if token.tag not in NOMINAL - {"PRON"} or kind is None:
            return None
        span = _without_article(self._span(tree, word))
        what = _descriptor(span.text)
        if not what:
            return None
        return Mention(
            id=digest("mention", self._article_id, span.start, span.end),
            article_id=self._article_id,
            start=span.start,
            end=span.end,
            text=span.text,
            actor_id="described/" + digest(what),
            type=kind,
            kind=MentionKind.DESCRIPTION,
        )


def _last_link(carrier: Statement | None) -> tuple[Span, str] | None:
    """Give the speaker of a statement, as the chain has it, with the words that show it."""
    if carrier is None or not carrier.source:
        return None
    link = carrier.chain[-1]
    if link.actor_id is None or link.start is None or link.end is None or link.text is None:
        return None
    return Span(start=link.start, end=link.end, text=link.text), link.actor_id


def _sort(token: Token) -> ActorKind | None:
    """Tell what sort of somebody a common noun names; a document or a thing is nobody."""
    known = words().speakers
    kind = known.get(token.lower) or known.get(token.lemma.lower())
    if kind in _KINDS:
        return _KINDS[kind]
    is_people = kind == "unnamed" or bool({token.lower, token.lemma.lower()} & coding().persons)
    if token.tag != "NOUN" or not is_people:
        return None
    return ActorKind.GROUP if token.lower.endswith(("s", "men", "people")) else ActorKind.PERSON


def _whole(tree: Tree, word: int) -> tuple[int, int]:
    """Give the place of a phrase with what restricts it: "the ship seized by Kenya"."""
    first, last = tree.phrase(word)
    for k in tree.under(word, "acl"):
        if tree.tokens[k].relation != "acl:relcl":
            last = max(last, *(tree.tokens[n].end for n in tree.below(k)))
    return first, last


def _without_article(span: Span) -> Span:
    first, _, rest = span.text.partition(" ")
    if first.lower() not in _ARTICLES or not rest.strip():
        return span
    return Span(start=span.end - len(rest), end=span.end, text=rest)


def _descriptor(text: str) -> str:
    return " ".join(k for k in fold_name(text) if k not in DETERMINERS - _TELLING)


def mentions_of(found: Sequence[Somebody]) -> Iterator[Mention]:
    """Yield the mentions of those described, each place once."""
    seen: set[str] = set()
    for somebody in found:
        if somebody.mention and somebody.mention.id not in seen:
            seen.add(somebody.mention.id)
            yield somebody.mention
