"""Who does it and to whom: the doers and the done-to of a verb, wherever the tree has them."""

from headwater.lexicon import tie_words
from headwater.model import ActorKind, Mention
from headwater.reading.relations.naming import is_owner
from headwater.reading.relations.scene import Scene

_BY = frozenset({"by"})
_OF = frozenset({"of", "from"})
_HAVING = frozenset(
    {"have", "has", "had", "having", "with", "show", "shows", "showed", "express", "expressed"}
)


def is_passive(scene: Scene, verb: int) -> bool:
    """Tell whether what stands as subject is what it is done to: "backed by", "was funded"."""
    if scene.under(verb, "nsubj:pass", "aux:pass", "obl:agent"):
        return True
    token = scene.tokens[verb]
    if scene.under(verb, "nsubj", "aux"):
        return False
    if (
        token.relation == "acl"
        and not token.lower.endswith("ing")
        and not scene.under(verb, "mark", "obj")
    ):
        return True
    return token.relation == "conj" and token.head >= 0 and scene.tokens[token.head].tag == "VERB" and not token.lower.endswith(("ing", "s")) and is_passive(scene, token.head)  # fmt: skip


def is_verb(scene: Scene, at: int) -> bool:
    """Tell whether a word is a verb by its tag, or by an object of its own: "Nordia arms the Reeds"."""
    if scene.tokens[at].tag == "VERB":
        return True
    joined = [at, *scene.under(at, "conj")]
    return bool(scene.under(at, "nsubj", "conj") or scene.is_in(at, "conj")) and any(
        scene.under(k, "obj") or _second_subject(scene, k) for k in joined
    )


def agents(scene: Scene, verb: int) -> tuple[Mention, ...]:
    """Give who it is done by in the passive."""
    by = [k for k in scene.under(verb, "obl") if scene.preposition(k) in _BY]
    if not by and scene.tokens[verb].head >= 0 and scene.is_in(verb, "conj"):
        by = [
            k
            for k in scene.under(scene.tokens[verb].head, "obl")
            if scene.preposition(k) in _BY and k > verb
        ]
    joined = [v for v in scene.under(verb, "conj") if not by and is_passive(scene, v)]
    by += [k for v in joined for k in scene.under(v, "obl") if scene.preposition(k) in _BY]
    return tuple(p for k in by for p in scene.parties(k))


def subjects(scene: Scene, verb: int, depth: int = 0) -> tuple[Mention, ...]:
    """Give whoever stands as subject of a verb: its own, a relative's, a participle's or the one it shares."""
    own = tuple(k for k in scene.under(verb, "nsubj") if k < verb)
    if own or depth > 5:
        return tuple(p for k in own for p in scene.parties(k))
    over = scene.tokens[verb].head
    if over < 0:
        return ()
    if scene.is_in(verb, "acl"):
        return _modified(scene, verb, over, depth)
    if scene.is_in(verb, "advcl", "acl") and any(
        scene.word(k) in _OF for k in scene.under(verb, "mark")
    ):
        blamed = objects(scene, over, frozenset({""}))  # "accused Nordia of arming them"
        if blamed:
            return blamed
    if scene.is_in(verb, "xcomp", "advcl", "conj"):
        if is_asked(scene, verb):
            asked = _controllers(scene, over)
            is_for = any(scene.word(k) == "for" for k in scene.under(verb, "mark"))
            return asked or (() if is_for else subjects(scene, over, depth + 1))
        if scene.is_in(verb, "xcomp") and any(k < verb for k in scene.under(over, "obj")):
            return objects(scene, over, frozenset({""}))  # "wants the Reeds to attack"
        return subjects(scene, over, depth + 1)
    return ()


def _modified(scene: Scene, verb: int, noun: int, depth: int) -> tuple[Mention, ...]:
    """Give who does what a participle or a relative clause says of a noun: the noun, or whose it is."""
    own_noun = scene.parties(noun)
    if not own_noun and _has_to(scene, verb):  # "the coalition's plan to defeat them"
        own = scene.under(noun, "nmod:poss", "compound", "amod")
        own_noun = tuple(
            p
            for k in own
            if (p := scene.names.get(k) or scene.party(k)) and p.type is not ActorKind.PLACE
        )
        if not own_noun and any(scene.word(k) in {"their", "its"} for k in own):
            own_noun = own_doers(scene, noun)
    if own_noun:
        return own_noun
    if scene.under(noun, "cop"):  # "Lune is the largest town held by them"
        return subjects(scene, noun, depth + 1)
    return subjects(scene, scene.tokens[noun].head, depth + 1) if _is_had(scene, noun) else ()


def own_doers(scene: Scene, at: int) -> tuple[Mention, ...]:
    """ "They intensified their campaign", "backed Nordia in its war": the nearest before it that it can go back to."""
    over = scene.tokens[at].head
    if scene.is_in(at, "nmod"):
        near = scene.parties(over)
    else:
        helped = objects(scene, over, frozenset({""})) if scene.is_in(at, "obl") else ()
        near = helped or subjects(scene, over)
    return tuple(p for p in near if p.type is not ActorKind.PLACE)


def is_asked(scene: Scene, verb: int) -> bool:
    """Tell whether a verb says what its head asks for: "urged them to stay and wait"."""
    over = scene.tokens[verb].head
    if over < 0 or scene.word(over) not in tie_words().requests:
        return False
    if scene.is_in(verb, "xcomp", "advcl"):
        return any(scene.word(k) in {"to", "for"} for k in scene.under(verb, "mark"))
    if scene.is_in(verb, "ccomp"):  # "request that they wait"
        return scene.tokens[verb].lemma == scene.word(verb) and not scene.under(verb, "aux")
    # The tree may hang "wait" on "urged"; the plain form tells that it goes on from "to stay".
    is_plain = scene.tokens[verb].lemma == scene.word(verb) and scene.tokens[
        over
    ].lemma != scene.word(over)
    before = [k for k in scene.under(over, "xcomp", "advcl") if k < verb]
    return scene.is_in(verb, "conj") and is_plain and any(_has_to(scene, k) for k in before)


def objects(scene: Scene, verb: int, prepositions: frozenset[str]) -> tuple[Mention, ...]:
    """Give whoever it is done to: the object, or what stands behind one of these prepositions."""
    found = [
        k
        for k in scene.under(verb, "obj", "iobj", "obl")
        if k > verb
        and scene.preposition(k) in prepositions
        and not is_owner(scene, k)
        and (scene.preposition(k) or scene.is_in(k, "obj", "iobj"))
    ]
    if not found and "" in prepositions:
        found = _second_subject(scene, verb) or _shared(scene, verb)
    return tuple(p for k in found for p in scene.parties(k))


def _shared(scene: Scene, verb: int) -> list[int]:
    """In "Nordia arms and directs the Reeds", give the Reeds to the verb that the tree has without them."""
    over = scene.tokens[verb].head
    if not scene.is_in(verb, "conj") or over < 0 or scene.tokens[over].tag != "VERB":
        return [k for v in scene.under(verb, "conj") if scene.word(v - 1) in {"and", "or"} and v - verb == 2
                for k in scene.under(v, "obj")]  # fmt: skip
    return [k for k in scene.under(over, "obj") if k > verb]


def _second_subject(scene: Scene, verb: int) -> list[int]:
    """Give what the tree takes for a second subject, behind the verb: it is an object."""
    both = scene.under(verb, "nsubj")
    return [k for k in both if both[0] < verb < k and not is_owner(scene, k)]


def owners_struck(scene: Scene, verb: int) -> tuple[Mention, ...]:
    """Give whose positions or convoys are the object of a verb: "struck Red Reeds positions"."""
    return tuple(owner for k in scene.under(verb, "obj") for owner in owners(scene, k))


def owners(scene: Scene, at: int) -> tuple[Mention, ...]:
    """Give the name before a noun for what somebody holds."""
    if scene.word(at) not in tie_words().holdings:
        return ()
    own = [k for k in scene.under(at, "compound", "amod", "nmod:poss") if k in scene.names]
    return tuple(scene.names[k] for k in own if scene.names[k].type is not ActorKind.PLACE)


def _controllers(scene: Scene, verb: int) -> tuple[Mention, ...]:
    """In "urged the Reeds to wait", give the Reeds."""
    if is_passive(scene, verb):
        return subjects(scene, verb, depth=5)
    return objects(scene, verb, frozenset({"", "on", "upon"}))


def _has_to(scene: Scene, verb: int) -> bool:
    return any(scene.word(k) == "to" for k in scene.under(verb, "mark"))


def _is_had(scene: Scene, at: int) -> bool:
    """Tell "have no intention of": whose noun it is, is the verb's subject."""
    over = scene.tokens[at].head
    return over >= 0 and scene.is_in(at, "obj") and scene.word(over) in _HAVING
