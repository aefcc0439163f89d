"""Which words of an article report an act, each act once."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.language import Parse, Predicate, type_as_told
from headwater.lexicon import coding, words
from headwater.reading.events.trees import Tree
from headwater.reading.tree import base

#: Probability from which a word is held to report an event.
_SURE = 0.9
#: The same for a noun that a light verb says is done: "held talks".
_SURE_WITH_VERB = 0.5
#: Probability from which a noun behind an empty verb tells the type: "received recommendations".
_HINTED = 0.2
#: What is said in these is coded once, as the act of saying it.
_SAID = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod"})
#: What a protest may be for.
_AIMED = frozenset({"ACCUSE", "PROTEST", "REQUEST"})
#: Acts of ending what their object names: "lifted the sanctions".
_UNDOING = frozenset({"CONCEDE"})
#: Relations of what stands beside a thing said or weighed.
_BESIDE = frozenset({"advcl", "parataxis", "nsubj", "obl", "conj", "csubj"})
_TAGS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
#: Words that only tell what kind of thing their noun is: "air strike", "a captured corporal".
_MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "det", "advmod", "case", "flat"})


@dataclass(frozen=True, slots=True)
class Act:
    """A word that reports an act: its sentence, its number there, its type and what the engine says.

    ``lent_by`` is the light verb that has its subject ("held" of "held talks").
    """

    tree: Tree
    word: int
    type: str
    predicate: Predicate
    lent_by: int | None = None

    def is_one_of(self, lemmas: Container[str]) -> bool:
        """Tell whether the act's word is one of these."""
        return self.tree.has(self.word, lemmas)


def find_acts(trees: Sequence[Tree], parse: Parse) -> Iterator[Act]:
    """Yield every act in reading order.

    An act that is asked for, promised, threatened or refused is not one beside the asking. Of a
    light verb and its noun it is the noun. What is only said, felt or weighed is none
    (CAMEO's root 01).
    """
    at = {p.start: p for p in parse.predicates}
    for tree in trees:
        found = {
            word: as_a_whole(Act(tree, word, type_as_told(p), p))
            for word, token in enumerate(tree.tokens)
            if (p := at.get(token.start)) and _reports(tree, word, p)
        }
        yield from _told_once(tree, found, at)


def _reports(tree: Tree, word: int, predicate: Predicate) -> bool:
    token = tree.tokens[word]
    least = _SURE if light_verb(tree, word) is None else _SURE_WITH_VERB
    is_word = token.tag in _TAGS and token.relation not in _MODIFIERS
    return is_word and predicate.event != "NONE" and predicate.sure >= least


def as_a_whole(act: Act) -> Act:
    """Code verb and object together where the codebook does: "lifted the curfew", "broke the truce"."""
    tree, token = act.tree, act.tree.tokens[act.word]
    if token.tag == "NOUN" and base(token) in {"obj", "nsubj"} and token.head >= 0:
        pairs = [(token.head, act.word)]
    else:
        about = tree.under(act.word, "obj", "nsubj:pass", "obl")
        pairs = [(act.word, n) for k in about for n in (k, *tree.under(k, "compound", "nmod"))]
    for verb, noun in pairs:
        for compound in coding().compounds:
            fits = tree.has(verb, compound.verbs)
            aimed = {tree.preposition(k) for k in tree.under(verb, "obl")}
            fits = fits and (not compound.before or bool(aimed & compound.before))
            if fits and tree.has(noun, compound.objects):
                told = replace(act.predicate, likeliest=compound.type)
                return replace(act, predicate=told, type=type_as_told(told))
    return act


def _told_once(
    tree: Tree, found: Mapping[int, Act], at: Mapping[int, Predicate]
) -> Iterator[Act]:
    lent = {noun: verb for noun in found if (verb := light_verb(tree, noun)) is not None}
    full = {word: act for word, act in found.items() if word not in lent.values()}
    for word, act in full.items():
        is_again = _is_said(tree, word, full) or _is_part(tree, word, full)
        if not (is_statement(act) or is_again or _is_aim(tree, word, full, lent)):
            yield _at_its_noun(_with_verb(act, lent.get(word), found), at)


def _is_aim(tree: Tree, word: int, found: Mapping[int, Act], lent: Mapping[int, int]) -> bool:
    """Tell what a protest is for: "struck to demand", "a march calling for"."""
    token = tree.tokens[word]
    protests = {n for n, act in found.items() if act.type == "PROTEST" and n != word}
    protests |= {verb for noun, verb in lent.items() if noun in protests}
    is_clause = base(token) in {"advcl", "acl", "xcomp"} and token.relation != "acl:relcl"
    return is_clause and token.head in protests and found[word].type in _AIMED


def _is_part(tree: Tree, word: int, found: Mapping[int, Act]) -> bool:
    """Tell a participle that only goes on about a noun's act: "a meeting attended by"."""
    token = tree.tokens[word]
    return (
        token.relation == "acl"
        and token.head in found
        and found[token.head].type == found[word].type
    )


def _at_its_noun(act: Act, at: Mapping[int, Predicate]) -> Act:
    """Move an act from a verb that says nothing to the noun that does: "received messages"."""
    tree = act.tree
    if act.lent_by is not None or not act.is_one_of(coding().light["bare"]):
        return act
    for k in tree.under(act.word, "obj", "nsubj:pass"):
        noun = tree.tokens[k]
        is_person = tree.has(k, coding().persons) or tree.has(k, words().speakers)
        if noun.tag == "NOUN" and (
            not is_person or words().speakers.get(noun.lower) == "document"
        ):
            own = at.get(noun.start)
            if own is None or own.sure < _HINTED:
                return replace(act, word=k, lent_by=act.word)
            told = replace(act.predicate, event=own.likeliest, likeliest=own.likeliest)
            return replace(
                act, word=k, lent_by=act.word, predicate=told, type=type_as_told(told)
            )
    return act


def _with_verb(act: Act, verb: int | None, found: Mapping[int, Act]) -> Act:
    """Give the act of a noun with what its light verb says: "will hold talks" is planned."""
    if verb is None or verb not in found:
        return replace(act, lent_by=verb)
    lender, own = found[verb].predicate, act.predicate
    surer = max(own, lender, key=lambda p: (p.sure, p is lender))
    told = replace(
        own,
        event=surer.event,
        likeliest=surer.likeliest,
        status=lender.status,
        modality=lender.modality,
        polarity=lender.polarity,
    )
    return replace(act, lent_by=verb, predicate=told, type=type_as_told(told))


def light_verb(tree: Tree, noun: int) -> int | None:
    """Give the verb that lends a noun its subject: "held" of "held talks"; None where none does."""
    token = tree.tokens[noun]
    if token.tag != "NOUN" or token.head < 0:
        return None
    is_lent = token.relation in {"obj", "nsubj:pass"} or (
        base(token) == "obl" and tree.preposition(noun) in {"out", "into", "under"}
    )
    light = coding().light
    return (
        token.head
        if is_lent and tree.has(token.head, light["does"] | light["takes"] | light["joins"])
        else None
    )


def is_statement(act: Act) -> bool:
    """Tell a denial, a feeling voiced and a thing weighed from an act (CAMEO 01)."""
    tables, tree = coding().statements, act.tree
    if act.is_one_of(tables["felt"] | tables["weighed"]):
        return True
    if act.is_one_of(tables["says"]):
        return not (tree.under(act.word, "obj", "iobj") and tree.under(act.word, "xcomp"))
    is_accord = act.is_one_of(tables["accords"]) and not tree.under(act.word, "xcomp")
    if is_accord and any(tree.preposition(k) == "with" for k in tree.under(act.word, "obl")):
        return True
    return _governs_words(act)


def _governs_words(act: Act) -> bool:
    """Tell whether what the act is done to are only words: "rejected accusations"."""
    tables, tree = coding().statements, act.tree
    about = tree.under(act.word, "obj", "xcomp", "ccomp", "nsubj:pass", "obl")
    spoken = tables["felt"] | tables["claimed"] | tables["symbolic"]
    if act.type == "REJECT":
        spoken |= tables["denied"]
        if act.is_one_of(tables["denies"]) and tree.under(act.word, "ccomp", "xcomp"):
            return True
    return any(tree.has(k, spoken) for k in about)


def _is_said(tree: Tree, word: int, found: Mapping[int, Act]) -> bool:
    """Tell whether the act stands in what another act says, or in what is only felt or weighed."""
    unreal = coding().statements["weighed"] | coding().statements["felt"]
    is_direct = True
    while tree.tokens[word].head >= 0:
        relation, over = base(tree.tokens[word]), tree.tokens[word].head
        if tree.tokens[word].relation == "acl:relcl":
            return False
        if relation not in _BESIDE and tree.has(over, unreal):
            return True
        if is_direct and over in found and relation in _COMPLEMENTS:
            said = found[over].type in _SAID
            if said or (found[over].type in _UNDOING and relation in {"obj", "nsubj"}):
                return True
        is_direct = is_direct and relation in _COMPLEMENTS | {"conj"}
        word = over
    return False
