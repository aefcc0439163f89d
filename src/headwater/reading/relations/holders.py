"""Who holds an office, or is a part: the name beside the noun, before it, or told by it."""

from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations.clauses import is_passive, objects, subjects
from headwater.reading.relations.naming import is_person, name_behind
from headwater.reading.relations.scene import Scene

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
    token, over = scene.tokens[at], scene.tokens[at].head
    if depth > 3:
        return ()
    if behind := name_behind(scene, last):
        return (behind,)
    if scene.under(at, "cop") or (token.relation == "root" and scene.under(at, "nsubj")):
        return subjects(scene, at)
    if scene.is_in(at, "obl") and scene.preposition(at) == "as" and scene.word(at) == "part":
        return subjects(scene, over)
    appointed = _appointed(scene, at)
    if appointed:
        return appointed
    own = scene.party(at)
    if own and own.kind is MentionKind.NAME:
        return (own,)
    if token.relation in _BEFORE_NAME and over > at and (named := scene.party(over)) and named.kind is MentionKind.NAME:
        return (named,) if is_person(named) else ()
    if token.relation == "appos" and (told := scene.party(over)):
        return (told,)
    if token.relation == "nmod" and scene.word(over) in _ONE:
        return holders(scene, over, over, depth + 1) or ((own,) if own else ())
    if token.relation == "conj" and (shared := _shared(scene, at, over, depth)):
        return shared
    return (own,) if own else ()


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
    if not scene.is_in(at, "xcomp", "obj", "obl") or (scene.is_in(at, "obl") and scene.preposition(at) != "as"):
        return ()
    found = subjects(scene, verb) if is_passive(scene, verb) or scene.is_in(at, "obl") else objects(scene, verb, frozenset({""}))
    return tuple(p for p in found if p.start != scene.tokens[at].start and p.type is ActorKind.PERSON)
