"""README: ``verify`` finds one changed byte, wherever in the file it is."""

import sqlite3
import sys
from pathlib import Path

import pytest

from headwater.case import Case
from headwater.errors import UnusableCase
from headwater.settings import Settings

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "case"))
import small_case


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    path = tmp_path_factory.mktemp("case") / "pile.hw"
    with Case.create(path) as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(small_case.links())
        case.seal(settings=Settings(), made_by={"lexicon": "l1"})
    return path.read_bytes()


def findings(path):
    try:
        with Case.open(path) as case:
            return case.verify()
    except UnusableCase as error:
        return (str(error),)


def test_one_changed_byte_is_found_wherever_it_is(sealed, tmp_path):
    """A flipped bit in the header, a table, an index, the seal or free space never goes unseen."""
    path = tmp_path / "changed.hw"
    path.write_bytes(sealed)
    assert findings(path) == ()
    for place in [*range(120), *range(120, len(sealed), 1009)]:
        path.write_bytes(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :])
        assert findings(path), f"byte {place}"


def test_a_byte_of_the_seal_itself_is_found(sealed, tmp_path):
    """The digest that all is measured against cannot be changed unseen either."""
    path = tmp_path / "changed.hw"
    path.write_bytes(sealed)
    plain = sqlite3.connect(path)
    (digest,) = plain.execute("SELECT digest FROM seal").fetchone()
    plain.close()
    for place in range(start := sealed.index(digest.encode()), start + 64):
        path.write_bytes(sealed[:place] + b"z" + sealed[place + 1 :])
        assert findings(path), f"byte {place}"


@pytest.mark.parametrize("letter", [b"H", b"\xff"])
def test_a_changed_letter_of_an_article_is_told_with_its_row(sealed, tmp_path, letter):
    """The article whose text was touched is named, even where the byte is no letter any more."""
    path = tmp_path / "changed.hw"
    place = sealed.index(b"harbour master said.")
    path.write_bytes(sealed[:place] + letter + sealed[place + 1 :])
    article = small_case.agency_page().articles[0].article
    assert f"table articles: row {article.id} was changed" in findings(path)


def test_bytes_put_behind_the_end_are_found(sealed, tmp_path):
    """A file that grew is not the file that was sealed."""
    path = tmp_path / "changed.hw"
    path.write_bytes(sealed + b"\0")
    assert findings(path)
