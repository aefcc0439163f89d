"""Who holds an office, or is a part: the name beside the noun, before it, or told by it."""

from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations.clauses import is_passive, objects, subjects
from headwater.reading.relations.naming import is_person, name_behind
from headwater.reading.relations.scene import Scene

_DEEPEST = 3
_BEFORE_NAME = frozenset({"nmod:desc", "compound", "flat", "amod"})
_ONE = frozenset({"one", "some", "many", "several"})


def holders(scene: Scene, at: int, last: int, depth: int = 0) -> tuple[Mention, ...]:
    """Give whoever a noun is said of; the noun's own description where nobody is named.

    Args:
        scene: The sentence.
        at: The noun.
        last: The last word of the office, behind which a name may stand.
        depth: How often another noun was asked on the way here.
    """
    if depth > _DEEPEST:
        return ()
    own = scene.party(at)
    behind = name_behind(scene, last)
    return (
        ((behind,) if behind else ())
        or _told(scene, at)
        or _appointed(scene, at)
        or _renamed(scene, at)
        or ((own,) if own and own.kind is MentionKind.NAME else ())
        or _named_by(scene, at, depth)
        or ((own,) if own and not _modifies_name(scene, at) else ())
    )


def _renamed(scene: Scene, at: int) -> tuple[Mention, ...]:
    """Give who is named right behind: "Sudor's ally Nordia"."""
    behind = (k for k in scene.under(at, "appos") if k in scene.names)
    own = (scene.names[k] for k in behind if scene.names[k].start - scene.tokens[at].end == 1)
    return tuple(own)[:1]


def _told(scene: Scene, at: int) -> tuple[Mention, ...]:
    """Give the subject of "is the leader of", "as the leader of X, she" and "works as part of"."""
    token = scene.tokens[at]
    if scene.under(at, "cop") or (token.relation == "root" and scene.under(at, "nsubj")):
        return subjects(scene, at)
    words = tie_words()
    is_as = scene.is_in(at, "obl") and scene.preposition(at) == "as"
    turns = scene.word(token.head) in words.begins | words.ends
    return subjects(scene, token.head) if is_as and not turns else ()


def _named_by(scene: Scene, at: int, depth: int) -> tuple[Mention, ...]:
    """Give whom the word above names: "Varga, commander of", "one of its commanders", "commander and head of"."""
    token, over = scene.tokens[at], scene.tokens[at].head
    if token.relation in _BEFORE_NAME and over > at:
        named = scene.party(over)
        return (named,) if named and is_person(named) else ()
    if token.relation == "appos":
        told = scene.party(over)
        return (told,) if told else ()
    if token.relation == "nmod" and scene.word(over) in _ONE:
        return holders(scene, over, over, depth + 1)
    return _shared(scene, at, over, depth) if token.relation == "conj" else ()


def _modifies_name(scene: Scene, at: int) -> bool:
    """Tell whether a noun only says more of a name that is no person: "Red Reeds leader Square"."""
    token, over = scene.tokens[at], scene.tokens[at].head
    if token.relation not in _BEFORE_NAME or over <= at:
        return False
    named = scene.party(over)
    return named is not None and named.kind is MentionKind.NAME


def _shared(scene: Scene, at: int, over: int, depth: int) -> tuple[Mention, ...]:
    """In "Varga, commander of X and head of Y", give Varga for the second office too."""
    words = tie_words()
    if scene.word(over) not in words.people or scene.word(over).endswith("s"):
        return ()
    if scene.under(at, "det"):  # "Varga and the Nordian ambassador" are two
        return ()
    found = holders(scene, over, over, depth + 1)
    return tuple(h for h in found if h.kind is not MentionKind.DESCRIPTION)


def _appointed(scene: Scene, at: int) -> tuple[Mention, ...]:
    """In "X was appointed commander of Y" and "they named X as its head", give X."""
    words, verb = tie_words(), scene.tokens[at].head
    if verb < 0 or scene.word(verb) not in words.begins | words.ends:
        return ()
    if not scene.is_in(at, "xcomp", "obj", "obl") or (
        scene.is_in(at, "obl") and scene.preposition(at) != "as"
    ):
        return ()
    found = (
        subjects(scene, verb)
        if is_passive(scene, verb) or scene.is_in(at, "obl")
        else objects(scene, verb, frozenset({""}))
    )
    return tuple(
        p for p in found if p.start != scene.tokens[at].start and p.type is ActorKind.PERSON
    )
