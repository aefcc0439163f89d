"""Which words of an article report an act, each act once."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from headwater.language import Parse, Predicate, type_as_told
from headwater.lexicon import coding, words
from headwater.reading.events.act import Act, light_verb
from headwater.reading.events.chance import is_nobodys
from headwater.reading.events.promises import as_promised
from headwater.reading.events.said import is_said, is_statement
from headwater.reading.events.trees import Tree
from headwater.reading.events.unreal import is_unreal
from headwater.reading.events.wholes import as_a_whole, is_in_codebook
from headwater.reading.given import is_ultimatum
from headwater.reading.tree import base

#: Probability from which a word is held to report an event.
_SURE = 0.93
#: The same for a noun that a light verb says is done ("held talks"), for the cue of a request, and for what the codebook codes as one type.
_SURE_WITH_VERB = 0.7
#: The same for a verb that by itself tells of violence or death: "destroy", "attacked", "died".
_SURE_OF_HARM = 0.85
#: Quad class of material conflict.
_HARM = 4
#: Probability from which a noun behind an empty verb tells the type: "received recommendations".
_HINTED = 0.2
#: Prepositions that make a noun what two do, or one to another: "coordination with", "assault on".
_BETWEEN = frozenset({"with", "between", "on", "against"})
#: Of a verb and its object that are no act together: "takes orders".
_NONE = "NONE"
_WILL = frozenset({"will", "shall", "wo", "'ll", "’ll"})
#: What a protest may be for.
_AIMED = frozenset({"ACCUSE", "PROTEST", "REQUEST"})
_TAGS = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
#: Words that only tell what kind of thing their noun is: "air strike", "a captured corporal".
_MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "det", "advmod", "case", "flat"})


def find_acts(
    trees: Sequence[Tree], parse: Parse, asked_at: Container[int] = ()
) -> Iterator[Act]:
    """Yield every act in reading order.

    An act that is asked for, promised, threatened or refused is not one beside the asking. Of a
    light verb and its noun it is the noun. What is only said, felt or weighed is none
    (CAMEO's root 01).

    Args:
        trees: The sentences.
        parse: What the engine says of them.
        asked_at: Places of the text at which the reading of statements has found a cue of asking.
    """
    at = {p.start: p for p in parse.predicates}
    for tree in trees:
        found = {
            word: as_promised(as_a_whole(Act(tree, word, _type(tree, word, p), p)), at)
            for word, token in enumerate(tree.tokens)
            if (told := at.get(token.start))
            and _reports(tree, word, told, is_cue=token.start in asked_at)
            for p in [_as_it_says(tree, word, told)]
        }
        yield from _told_once(tree, found, at)


def _reports(tree: Tree, word: int, predicate: Predicate, *, is_cue: bool) -> bool:
    token, lender = tree.tokens[word], light_verb(tree, word)
    is_shared = token.tag == "NOUN" and bool(tree.behind(word, _BETWEEN))
    is_asking = is_cue and predicate.event == "REQUEST"
    is_plain = lender is None and not is_shared and not is_asking
    least = _least(tree, word, predicate) if is_plain else _SURE_WITH_VERB
    is_word = token.tag in _TAGS and token.relation not in _MODIFIERS
    if is_word and is_ultimatum(tree, word):
        return True
    if token.tag == "NOUN" and lender is None and tree.has(word, coding().states):
        return False
    return is_word and predicate.event != "NONE" and predicate.sure >= least


def _least(tree: Tree, word: int, predicate: Predicate) -> float:
    """Give the probability from which a word by itself is held to report an event."""
    if is_in_codebook(tree, word):
        return _SURE_WITH_VERB
    modes = coding().modes
    harms = (modes["THREATEN"]["violence"], modes["ASSAULT"]["destroy"], coding().befalls)
    is_harm = coding().types[predicate.likeliest].quad == _HARM and any(
        tree.has(word, harm) for harm in harms
    )
    return _SURE_OF_HARM if is_harm and tree.tokens[word].tag == "VERB" else _SURE


def _as_it_says(tree: Tree, word: int, predicate: Predicate) -> Predicate:
    """Correct how far it has come where a word says so: "it will hit the base", "no pilot was seized"."""
    if predicate.status != "reported" or tree.tokens[word].tag != "VERB":
        return predicate
    if any(tree.tokens[k].lower in _WILL for k in tree.under(word, "aux")):
        return replace(predicate, status="planned", modality="future")
    parties = tree.under(word, "nsubj", "obj")
    if any(_is_nobody(tree, k) for k in parties):
        return replace(predicate, status="denied", polarity="neg")
    return predicate


def _is_nobody(tree: Tree, word: int) -> bool:
    is_none = any(tree.tokens[k].lower in {"no", "neither"} for k in tree.under(word, "det"))
    return is_none or tree.tokens[word].lower in {"nobody", "none"}


def _type(tree: Tree, word: int, predicate: Predicate) -> str:
    """Give the type of an act; who may die threatens nobody."""
    is_fate = tree.has(word, coding().befalls)
    return predicate.likeliest if is_fate else type_as_told(predicate)


def _told_once(
    tree: Tree, found: Mapping[int, Act], at: Mapping[int, Predicate]
) -> Iterator[Act]:
    lent = {noun: verb for noun in found if (verb := light_verb(tree, noun)) is not None}
    full = {
        word: _with_verb(act, lent.get(word), found)
        for word, act in found.items()
        if word not in lent.values()
    }
    for word, act in full.items():
        is_again = is_said(tree, word, full) or _is_part(tree, word, full)
        is_again = is_again or _is_of_its_subject(tree, word, full)
        is_none = is_statement(act) or is_unreal(act) or is_nobodys(act) or act.type == _NONE
        if not (is_none or is_again or _is_aim(tree, word, full, lent)):
            yield _at_its_noun(act, at)


def _is_aim(tree: Tree, word: int, found: Mapping[int, Act], lent: Mapping[int, int]) -> bool:
    """Tell what a protest is for: "struck to demand", "a march calling for"."""
    token = tree.tokens[word]
    protests = {n for n, act in found.items() if act.type == "PROTEST" and n != word}
    protests |= {verb for noun, verb in lent.items() if noun in protests}
    is_clause = base(token) in {"advcl", "acl", "xcomp"} and token.relation != "acl:relcl"
    return is_clause and token.head in protests and found[word].type in _AIMED


def _is_part(tree: Tree, word: int, found: Mapping[int, Act]) -> bool:
    """Tell a clause that only goes on about a noun's act: "a meeting attended by", "a strike that killed"."""
    token, over = tree.tokens[word], _telling(tree, word, found)
    if over not in found or found[over].type != found[word].type:
        return _has_twin(tree, word, found)
    if base(token) == "obj" and token.tag == "NOUN":  # "ordered an investigation"
        return True
    is_clause = token.relation == "acl" or (
        token.relation == "acl:relcl"
        and any(tree.relative_of(k) == token.head for k in tree.under(word, "nsubj"))
    )
    return is_clause or _has_twin(tree, word, found)


def _is_of_its_subject(tree: Tree, word: int, found: Mapping[int, Act]) -> bool:
    """Tell a verb that only says of an act that it goes on: "talks will resume"."""
    if not tree.has(word, coding().light["goes"]) or tree.under(word, "obj"):
        return False
    return any(k in found and found[k].predicate.likeliest == found[word].predicate.likeliest for k in tree.under(word, "nsubj"))  # fmt: skip


def _telling(tree: Tree, word: int, found: Mapping[int, Act]) -> int:
    """Give what a clause hangs on; where that is no act, the verb whose object it is: "held a meeting attended by"."""
    over = tree.tokens[word].head
    if over in found or over < 0 or base(tree.tokens[over]) != "obj":
        return over
    return tree.tokens[over].head if base(tree.tokens[word]) == "acl" else over


def _has_twin(tree: Tree, word: int, found: Mapping[int, Act]) -> bool:
    """Tell of two verbs with one object the one that lacks it: "shot and killed ten"."""
    token = tree.tokens[word]
    twins = [*tree.under(word, "conj"), *([token.head] if base(token) == "conj" else [])]
    return token.tag == "VERB" and any(
        other in found
        and found[other].type == found[word].type
        and tree.tokens[other].tag == "VERB"
        and (other < word or not tree.under(other, "nsubj"))
        and tree.under(other, "obj")
        and not tree.under(word, "obj", "obl")
        for other in twins
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
    surer = own if own.sure >= _SURE else max(own, lender, key=lambda p: p.sure)
    told = replace(
        own,
        event=surer.event,
        likeliest=surer.likeliest,
        status=lender.status,
        modality=lender.modality,
        polarity=lender.polarity,
    )
    return replace(act, lent_by=verb, predicate=told, type=type_as_told(told))
