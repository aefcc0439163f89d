import numpy as np
import pytest

from headwater.lexicon import Registry
from headwater.lexicon.registry import choose_registry
from headwater.reading import clause_vector, read_clause
from headwater.reading.clauses import without_opener


@pytest.mark.parametrize(
    ("trigger", "bare"),
    [
        ("if they land", "they land"),
        ("In the event that Rasvo is hit", "Rasvo is hit"),
        ("should the port close", "the port close"),
        ("as long as the talks last", "the talks last"),
        ("orders from the court", "orders from the court"),
        ("if", "if"),
    ],
)
def test_the_word_that_opens_a_trigger_is_left_out(trigger, bare):
    """What is behind it is read as if it were so; a trigger that nothing opens stays whole."""
    assert without_opener(trigger) == bare


def test_who_does_what_to_whom_is_read_without_an_article():
    """Names of the registry, the act and its type."""
    clause = read_clause("if Israel attacks Lebanon")
    assert [m.actor_id for m in clause.names] == ["state/il", "state/lb"]
    (event,) = clause.events
    assert (event.type, event.text, event.status) == ("ASSAULT", "attacks", "reported")
    assert (clause.type, clause.subject, clause.object) == ("ASSAULT", "Israel", "Lebanon")
    assert clause.verbs[0] == "attacks"


@pytest.mark.parametrize(("text", "negative"), [("no ship may pass", True), ("they do not leave", True), ("they leave", False)])  # fmt: skip
def test_a_denial_is_seen(text, negative):
    """A "not" or "no" anywhere in the clause."""
    assert read_clause(text).negative is negative


def test_the_vector_alone_is_the_one_it_is_read_with():
    """The quick way and the whole way agree."""
    vector = clause_vector("if the army crosses the river")
    assert vector == read_clause("the army crosses the river").vector
    assert np.linalg.norm(np.frombuffer(vector, dtype=np.float32)) == pytest.approx(1, abs=1e-4)


def test_words_without_an_act_have_no_verb():
    """Nothing is made up of them."""
    assert read_clause("hm").verbs == ()


def test_a_clause_is_read_anew_where_another_registry_is_chosen():
    """Whom it names is said by the registry that is chosen around the question."""
    clause = "if Israel attacks Lebanon"
    known = [m.actor_id for m in read_clause(clause).names]
    with choose_registry(Registry([])):
        assert [m.actor_id for m in read_clause(clause).names] != known
    assert [m.actor_id for m in read_clause(clause).names] == known
