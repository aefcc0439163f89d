from headwater.language import Sentence, Token, find_chunks


def _sentence(*rows):
    """Lay words out with tag, head and relation, a blank before each."""
    tokens, place = [], 0
    for text, tag, head, relation in rows:
        tokens.append(
            Token(place, place + len(text), text, text.lower(), text, tag, relation, head)
        )
        place += len(text) + 1
    return " ".join(r[0] for r in rows), Sentence(
        0, place, 0, is_title=False, tokens=tuple(tokens)
    )


def _chunks(*rows):
    text, sentence = _sentence(*rows)
    return [(text[c.start : c.end], text[c.head :].split()[0]) for c in find_chunks(sentence)]


def test_a_nominal_holds_those_inside_it():
    """The leader, with the force he leads, and the force."""
    assert _chunks(
        ("the", "DET", 1, "det"),
        ("leader", "NOUN", 6, "nsubj"),
        ("of", "ADP", 5, "case"),
        ("the", "DET", 5, "det"),
        ("Quds", "PROPN", 5, "compound"),
        ("Force", "PROPN", 1, "nmod"),
        ("left", "VERB", -1, "root"),
    ) == [("the leader of the Quds Force", "leader"), ("the Quds Force", "Force")]


def test_conjuncts_are_nominals_of_their_own():
    """ "Mali and the two ports" is two."""
    assert _chunks(
        ("Mali", "PROPN", 5, "nsubj"),
        ("and", "CCONJ", 4, "cc"),
        ("the", "DET", 4, "det"),
        ("two", "NUM", 4, "nummod"),
        ("ports", "NOUN", 0, "conj"),
        ("agreed", "VERB", -1, "root"),
    ) == [("Mali", "Mali"), ("the two ports", "ports")]


def test_a_relative_clause_and_its_subject_are_left_out():
    """ "the men who fled" is "the men"; what flees in it is "who"."""
    assert _chunks(
        ("the", "DET", 1, "det"),
        ("men", "NOUN", 4, "nsubj"),
        ("who", "PRON", 3, "nsubj"),
        ("fled", "VERB", 1, "acl:relcl"),
        ("spoke", "VERB", -1, "root"),
    ) == [("the men", "men"), ("who", "who")]


def test_a_participle_behind_a_nominal_belongs_to_it():
    """ "the men accused" is one nominal; a preposition before it is no part of it."""
    assert _chunks(
        ("from", "ADP", 2, "case"),
        ("the", "DET", 2, "det"),
        ("men", "NOUN", 4, "obl"),
        ("accused", "VERB", 2, "acl"),
        ("came", "VERB", -1, "root"),
    ) == [("the men accused", "men")]


def test_a_nominal_that_is_the_predicate_leaves_its_clause_out():
    """ "she is a judge": "a judge" without subject and copula."""
    assert _chunks(
        ("she", "PRON", 3, "nsubj"),
        ("is", "AUX", 3, "cop"),
        ("a", "DET", 3, "det"),
        ("judge", "NOUN", -1, "root"),
    ) == [("she", "she"), ("a judge", "judge")]


def test_a_sentence_without_nominals_has_none():
    """A bare verb holds no nominal."""
    assert _chunks(("Stop", "VERB", -1, "root"), ("!", "PUNCT", 0, "punct")) == []
