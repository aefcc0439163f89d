"""The name that goes with a common noun: behind an office, or beside "the group"."""

from headwater.lexicon import registry, tie_words
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations.tree import Tree

_OF = frozenset({"of", "for", "to", "in", "at"})
_OWNING = frozenset({"'s", "’s", "'", "’", "-"})
_MARKS = frozenset("()\"“”‘’'")
_GENITIVES = frozenset({"'s", "’s"})
#: What a nominal does not go on over, and the marks that it does.
_NOT_NOMINAL = frozenset({"VERB", "AUX", "ADV", "SCONJ", "CCONJ", "PRON"})
_INSIDE = frozenset("-'’‘“”\"()")
_WORDS_OF_NAME = 14
_NAMING = frozenset({"flat", "appos", "nmod:desc", "dep", "list"})
_PLACES = frozenset({ActorKind.STATE, ActorKind.PLACE})


def is_person(name: Mention) -> bool:
    """Tell whether this is a person's name."""
    return name.kind is MentionKind.NAME and name.type is ActorKind.PERSON


def may_act(name: Mention) -> bool:
    """Tell whether an actor can do anything: a place only where it is a capital, and so its government."""
    if name.type is not ActorKind.PLACE:
        return True
    entry = registry().entries.get(name.actor_id)
    return entry is not None and entry.capital_of is not None


def named_beside(scene: Tree, at: int) -> Mention | None:
    """Give the actor named beside a noun: "the group Red Reeds", "the Guard's commander, Ilse Varga"."""
    words, word = tie_words(), scene.word(at)
    if word in words.people:
        return (
            None
            if word.endswith("s")
            else name_behind(scene, at) or _in_tree(scene, at, is_one=True)
        )
    if word in words.selves and (before := _before(scene, at)):
        return before
    return _in_tree(scene, at, is_one=False) if word in words.bodies | words.press else None


def _in_tree(scene: Tree, at: int, *, is_one: bool) -> Mention | None:
    beside = [k for k in scene.children[at] if k > at and scene.tokens[k].relation in _NAMING]
    over = scene.tokens[at].head
    if over > at and (scene.tokens[at].relation in _NAMING or over == at + 1):
        beside.append(over)
    if at + 1 in scene.names:
        beside.append(at + 1)
    # In "a colonel loyal to the leader Tomas Brill" the name goes with the nearer of the two.
    people = tie_words().people
    beside = [
        k
        for k in beside
        if not is_one or all(scene.word(n) not in people for n in range(at + 1, k))
    ]
    found = (scene.names.get(k) for k in beside)
    return next(
        (
            n
            for n in found
            if n
            and n.kind is MentionKind.NAME
            and n.type not in _PLACES
            and is_person(n) is is_one
        ),
        None,
    )


def _before(scene: Tree, at: int) -> Mention | None:
    """Give the name right before a noun that says what it is: "the Red Reeds movement"."""
    place = at - 1
    while place >= 0 and scene.word(place) in _MARKS:
        place -= 1
    name = scene.names.get(place)
    if (
        name is None
        or name.kind is not MentionKind.NAME
        or name.type in _PLACES
        or is_person(name)
    ):
        return None
    return name


def name_behind(scene: Tree, last: int) -> Mention | None:
    """Give the person right behind an office and what it is of: "Ambassador to Lune Ilse Varga"."""
    at, is_set_off = last + 1, False
    for _ in range(3):
        name = scene.names.get(at)
        if name and is_person(name):
            return name if not is_set_off or _is_apposed(scene, at) else None
        if scene.word(at) == "," and not is_set_off:
            at, is_set_off = at + 1, True
        elif scene.word(at) in _OF and not is_set_off:
            at = _behind_name(scene, at + 1)
        else:
            return None
    return None


def body_behind(scene: Tree, last: int, prepositions: frozenset[str]) -> Mention | None:
    """Give the name right behind an office and "of", where the tree has lost it."""
    if scene.word(last + 1) not in prepositions:
        return None
    place = _behind_name(scene, last + 2)
    return scene.names.get(place - 1) if place > 0 else None


def is_owner(scene: Tree, at: int) -> bool:
    """Tell whether a name is only whose something is: "Macron's envoy"."""
    name = scene.names.get(at)
    while name and scene.names.get(at + 1) is name:
        at += 1
    return (
        name is not None
        and scene.word(at + 1) in _GENITIVES
        and not scene.is_in(at, "nmod:poss")
    )


def _behind_name(scene: Tree, at: int) -> int:
    """Give the word behind the last of the names that stand here ("Iran's Quds Force"), titles between them too."""
    for _ in range(_WORDS_OF_NAME):
        name = scene.names.get(at)
        if at >= len(scene.tokens) or (name is None and _ends_nominal(scene, at)):
            return -1
        if (
            name
            and scene.names.get(at + 1) is not name
            and scene.word(at + 1) not in _OWNING
            and not _goes_on(scene, at)
        ):
            return at + 1
        at += 1
    return -1


def _ends_nominal(scene: Tree, at: int) -> bool:
    token = scene.tokens[at]
    return token.tag in _NOT_NOMINAL or (not token.is_word and token.text not in _INSIDE)


def _goes_on(scene: Tree, at: int) -> bool:
    """Tell whether a name only modifies what follows: "the US president", "al-Quds Force"."""
    over = scene.tokens[at].head
    if scene.word(at + 1) in tie_words().people:  # "the US president"
        return True
    following = scene.names.get(at + 1)
    is_modifier = scene.is_in(at, "amod", "compound") and over > at
    return is_modifier and not (
        following and is_person(following) and not scene.is_in(at, "amod")
    )


def _is_apposed(scene: Tree, at: int) -> bool:
    """Tell whether a name behind a comma goes with what stands before it, and opens no clause."""
    return scene.is_in(at, "appos", "flat", "conj", "dep", "nmod", "list") and scene.word(
        at - 2
    ) not in {"and", "or"}
