import pytest

from headwater.errors import BadResource
from headwater.lexicon import Letter, read_ratings

YAML = """
ratings:
- {name: Night Post, letter: b, note: "wrong once, on the ferry"}
- {id: agency/reuters, letter: A}
"""
CSV = 'name,id,letter,note\nNight Post,,B,"wrong once, on the ferry"\n,agency/reuters,A,\n'


@pytest.fixture
def write(tmp_path):
    def written(text, name="mine.yml"):
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return written


@pytest.mark.parametrize(("text", "name"), [(YAML, "mine.yml"), (YAML, "M.YAML"), (CSV, "mine.csv"), ("\ufeff" + CSV, "b.csv")])  # fmt: skip
def test_ratings_are_read_from_yaml_and_from_csv(write, text, name):
    """Both say the same, in the order of the file; capitals of a letter do not matter."""
    found = [(r.id, r.name, r.letter, r.note) for r in read_ratings(write(text, name))]
    assert found == [
        (None, "Night Post", Letter("B"), "wrong once, on the ferry"),
        ("agency/reuters", None, Letter("A"), None),
    ]


@pytest.mark.parametrize(
    ("text", "name", "where", "fact"),
    [
        ("ratings:\n- {name: Night Post}", "a.yml", "rating 1", "it has no letter"),
        ("ratings:\n- {name: x, letter: A}\n- {name: y, letter: G}", "a.yml", "rating 2", "'G' is no letter from A to F"),
        ("ratings:\n- {name: x, letter: no}", "a.yml", "rating 1", "letter is no text (False)"),
        ("ratings:\n- {letter: A}", "a.yml", "rating 1", "it rates nobody"),
        ("ratings:\n- {name: '...', letter: A}", "a.yml", "rating 1", "it rates nobody"),
        ("ratings:\n- {name: x, letter: A, stars: 5}", "a.yml", "rating 1", "there is no field stars"),
        ("ratings:\n- x", "a.yml", "rating 1", "this is no map"),
        ("- {name: x, letter: A}", "a.yml", "a.yml", "it is no list of ratings"),
        ("ratings: [", "a.yml", "a.yml: line", "it is not YAML"),
        ("ratings:\n- {name: The Post, letter: A}\n- {name: post, letter: B}", "a.yml", "rating 2", "this source is rated already"),
        ("ratings:\n- {id: a/b, letter: A}\n- {id: a/b, letter: A}", "a.yml", "rating 2", "this source is rated already"),
        ("name,grade\nx,A\n", "a.csv", "a.csv", "its first line names no field letter"),
        ("", "a.csv", "a.csv", "its first line names no field letter"),
        ("name,letter\nx,A,why, not\n", "a.csv", "line 2", "it has more fields than the first line"),
        ("name,letter\nx\n", "a.csv", "line 2", "it has no letter"),
        ('name,letter\n"x,A\n', "a.csv", "line", "it is not CSV"),
        (b"name,letter\n\xff,A\n", "a.csv", "a.csv", "it is not UTF-8"),
        ("ratings: []", "a.txt", "a.txt", "nobody can tell its format"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said_with_the_place(write, text, name, where, fact):
    """Where, what, and what to do."""
    with pytest.raises(BadResource) as refused:
        read_ratings(write(text, name))
    assert where in refused.value.where
    assert fact in refused.value.fact
    assert refused.value.remedy


def test_a_file_that_is_not_there_says_so(tmp_path):
    """The system's own error, which names the file."""
    with pytest.raises(FileNotFoundError, match=r"none\.yml"):
        read_ratings(tmp_path / "none.yml")
