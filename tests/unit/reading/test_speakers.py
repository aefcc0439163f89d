from dataclasses import replace

import pytest

from headwater.language.tokens import split_tokens
from headwater.model import ActorKind, LinkKind
from headwater.reading.speakers import (
    clause_subject,
    link_kind_of,
    phrase_after,
    phrase_before,
    read_phrase,
    whole_speaker,
)


def _tokens(text):
    return split_tokens(text, 0, len(text))


def _at(tokens, word):
    return next(i for i, token in enumerate(tokens) if token.text == word)


def _words(text, tokens, phrase):
    return (
        None
        if phrase is None
        else text[tokens[phrase.first].start : tokens[phrase.last - 1].end]
    )


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The mayor of Cebu said it", "said", "The mayor of Cebu"),
        ("On Thursday the army said it", "said", "the army"),
        ("The gate is open, the army said", "said", "the army"),
        ("Kofi Asante, who leads the potters, said it", "said", "Kofi Asante"),
        ("Kofi Asante, a potter in Tema, said it", "said", "Kofi Asante"),
        ("A letter to the ministry said it", "said", "A letter to the ministry"),
        ("The road is closed and the police said it", "said", "the police"),
        ("The police and the army said it", "said", "The police and the army"),
        (
            "The potter (from Tema) and his aide said it",
            "said",
            "The potter (from Tema) and his aide",
        ),
        ("The stone said it", "said", None),
        ("Slowly , said it", "said", None),
    ],
)
def test_the_subject_stands_before_its_verb(text, verb, subject):
    """The noun phrase before a verb is found whole: without time and place, over asides, only if it can speak."""
    tokens = _tokens(text)
    assert _words(text, tokens, phrase_before(tokens, 0, _at(tokens, verb))) == subject


@pytest.mark.parametrize(
    ("text", "after", "phrase"),
    [
        ("said Kofi Asante on Monday", "said", "Kofi Asante"),
        ("told the Daily Nation that it rained", "told", "the Daily Nation"),
        ("citing two port officials, that", "citing", "two port officials"),
        ("citing a letter from the union while", "citing", "a letter from the union"),
        ("said the minister in a statement", "said", "the minister"),
        ("told Reuters Monday", "told", "Reuters"),
        ("told stones that", "told", None),
    ],
)
def test_the_object_stands_behind_its_verb(text, after, phrase):
    """The noun phrase behind a verb ends before clause, time and aside."""
    tokens = _tokens(text)
    assert (
        _words(text, tokens, phrase_after(tokens, _at(tokens, after) + 1, len(tokens)))
        == phrase
    )


@pytest.mark.parametrize(
    ("text", "kind", "head"),
    [
        ("he", LinkKind.PERSON, "he"),
        ("they", LinkKind.ORGANISATION, "they"),
        ("two senior sources", LinkKind.UNNAMED, "sources"),
        ("an unnamed official", LinkKind.UNNAMED, "official"),
        ("people with knowledge of the talks", LinkKind.UNNAMED, "people"),
        ("the mayor of Cebu", LinkKind.PERSON, "mayor"),
        ("port officials in Manila", LinkKind.GROUP, "officials"),
        ("the health ministry", LinkKind.ORGANISATION, "ministry"),
        ("the newspaper", LinkKind.OUTLET, "newspaper"),
        ("Reuters", LinkKind.AGENCY, "reuters"),
        ("Le Monde", LinkKind.OUTLET, "monde"),
        ("the leaked memo", LinkKind.DOCUMENT, "memo"),
        ("Ilse Brandt", LinkKind.PERSON, "brandt"),
        ("the majority of these messages", LinkKind.DOCUMENT, "messages"),
        ("Kenyan officials", LinkKind.GROUP, "officials"),
    ],
)
def test_the_head_tells_what_speaks(text, kind, head):
    """Pronoun, name or common noun: the head makes the kind of link."""
    tokens = _tokens(text)
    phrase = read_phrase(tokens, 0, len(tokens))
    assert (phrase.kind, phrase.head) == (kind, head)


@pytest.mark.parametrize(
    "text", ["the rainfall", "of the", "a third", ", ;", "the heavy stones"]
)
def test_things_do_not_speak(text):
    """A phrase headed by a thing, or by nothing, is no speaker."""
    tokens = _tokens(text)
    assert read_phrase(tokens, 0, len(tokens)) is None


def test_edges_that_are_no_part_of_a_phrase_are_left_out():
    """Marks, connectives and prepositions at the head are cut off."""
    tokens = _tokens("“ However by the mayor ”")
    phrase = read_phrase(tokens, 0, len(tokens))
    assert [t.text for t in tokens[phrase.first : phrase.last]] == ["the", "mayor"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Meanwhile, the army launched an inquiry", "the army"),
        ("The union has again demanded pay", "The union"),
        ("Rain in the hills", None),
        ("left the town", None),
    ],
)
def test_the_subject_of_a_clause_stands_before_its_first_verb(text, subject):
    """A clause's subject is found behind its connectives and before its auxiliaries."""
    tokens = _tokens(text)
    assert _words(text, tokens, clause_subject(tokens, 0, len(tokens))) == subject


def test_every_kind_of_actor_makes_a_link():
    """Outlets, agencies and people keep their kind; every other actor speaks as an organisation."""
    kept = {
        ActorKind.OUTLET: LinkKind.OUTLET,
        ActorKind.AGENCY: LinkKind.AGENCY,
        ActorKind.PERSON: LinkKind.PERSON,
    }
    assert {kind: link_kind_of(kind) for kind in ActorKind} == {
        kind: kept.get(kind, LinkKind.ORGANISATION) for kind in ActorKind
    }


def test_a_word_that_hides_the_speaker_belongs_to_him_whatever_the_tree_says():
    """ ", informed local guards told": the tree may take "informed" for a verb."""
    text = "The dam broke, informed local guards told us"
    tokens = list(_tokens(text))
    verb, head = _at(tokens, "told"), _at(tokens, "guards")
    tokens[head] = replace(tokens[head], relation="nsubj", head=verb)
    tokens[_at(tokens, "local")] = replace(
        tokens[_at(tokens, "local")], relation="amod", head=head
    )
    tokens[_at(tokens, "informed")] = replace(
        tokens[_at(tokens, "informed")], tag="VERB", relation="parataxis", head=verb
    )
    found = phrase_before(tuple(tokens), 0, verb)
    whole = whole_speaker(tuple(tokens), 0, verb, found, any_noun=False)
    assert _words(text, tokens, whole) == "informed local guards"
