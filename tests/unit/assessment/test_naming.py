import pytest

from headwater.assessment.following.naming import is_form_of, names_at_head


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [("frees", "freed", True), ("closing", "closed", True), ("market", "marks", False), ("cut", "cutlery", False)],
)  # fmt: skip
def test_a_verb_is_known_in_its_regular_forms(word, other, same):
    """Whatever its ending; words that only begin alike are others."""
    assert is_form_of(word, other) is same


@pytest.mark.parametrize(("text", "names"), [("Korva will answer", ["Korva"]), ("The army will answer", []), ("they will answer", [])])  # fmt: skip
def test_a_capital_at_the_head_names_only_where_the_word_is_rare(text, names):
    """Every sentence begins with a capital."""
    assert [n.text for n in names_at_head(text)] == names
