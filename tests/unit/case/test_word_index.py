import small_case

from headwater.case import Case, word_index
from headwater.settings import Settings


def parts(case):
    query = "SELECT count(DISTINCT segid) FROM articles_fts_idx"
    ((number,),) = case._select(query)  # noqa: SLF001 - no question tells it
    return number


def test_an_index_of_many_parts_is_made_one_when_the_case_is_sealed(tmp_path, monkeypatch):
    """It finds the same articles, and nothing of the case differs from what was sealed."""
    monkeypatch.setattr(word_index, "_MOST_PARTS", 2)
    with Case.create(tmp_path / "pile.hw") as case:
        for page in small_case.many(11):
            case.add(page)
        found = case.search("pier*", 20)
        assert parts(case) > 2
        case.seal(settings=Settings(), made_by={})
        assert parts(case) == 1
        assert found
        assert case.search("pier*", 20) == found
        assert case.verify() == ()


def test_an_index_of_few_parts_is_left_as_it_is(tmp_path):
    """Writing all of it anew would cost more than it saves."""
    with Case.create(tmp_path / "pile.hw") as case:
        for page in small_case.many(3):
            case.add(page)
        before = parts(case)
        case.seal(settings=Settings(), made_by={})
        assert parts(case) == before > 1
