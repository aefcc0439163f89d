import hashlib
import sqlite3

import msgspec
import pytest
import small_case

from headwater.case import TABLES, Case
from headwater.settings import Settings


def sealed(path):
    with Case.create(path) as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(small_case.links())
        case.seal(settings=Settings(), made_by={"model": "m1", "lexicon": "l1"})
    return path


def test_an_untouched_case_verifies(tmp_path):
    """Nothing differs right after the run."""
    with Case.open(sealed(tmp_path / "pile.hw")) as case:
        assert case.is_sealed
        assert case.verify() == ()


def test_the_manifest_fits_the_export(tmp_path):
    """The digest of a table is the digest of its lines, each with its end."""
    with Case.open(sealed(tmp_path / "pile.hw")) as case:
        manifest = case.manifest()
        for table in TABLES:
            lines = b"".join(line + b"\n" for line in case.lines(table.name))
            expected = {"rows": lines.count(b"\n"), "sha256": hashlib.sha256(lines).hexdigest()}
            assert manifest["tables"][table.name] == expected
    assert manifest["made_by"] == {"lexicon": "l1", "model": "m1"}
    assert manifest["settings"] == msgspec.json.decode(msgspec.json.encode(Settings()))


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (
            "UPDATE claims SET text = 'three piers' WHERE id = 'claim-piers'",
            "row claim-piers was changed",
        ),
        ("DELETE FROM drifts", "table drifts: row drift is missing"),
        ("INSERT INTO stories VALUES ('added', '[]')", "table stories: row added was added"),
        ("UPDATE vectors SET vector = x'00'", "outside its exported tables"),
        ("DROP INDEX pages_name", "outside its exported tables"),
        ("UPDATE meta SET value = replace(value, 'l1', 'l2')", "outside its exported tables"),
        ("DELETE FROM seal", "no seal"),
        ("UPDATE seal SET digest = 'x'", "not as it was sealed"),
    ],
)
def test_what_was_changed_is_named(tmp_path, change, finding):
    """A change made with SQL is found, and the row that it touched is named."""
    path = sealed(tmp_path / "pile.hw")
    plain = sqlite3.connect(path)
    plain.execute(change)
    plain.commit()
    plain.close()
    with Case.open(path) as case:
        assert any(finding in found for found in case.verify()), case.verify()


def test_a_case_in_memory_knows_its_changed_rows():
    """A case without a file verifies its tables."""
    with Case.in_memory() as case:
        case.add(small_case.agency_page())
        assert "no seal" in case.verify()[0]
        case.seal(settings=Settings(), made_by={})
        assert case.verify() == ()
        connection = case._connection  # noqa: SLF001 - no other way into a memory
        connection.execute("UPDATE articles SET title = 'x'")
        assert "table articles: row" in case.verify()[0]


def test_an_unfinished_run_has_no_seal(tmp_path):
    """A case whose run was cut short says so, and still describes itself."""
    path = tmp_path / "pile.hw"
    with Case.create(path) as case:
        case.add(small_case.agency_page())
    with Case.open(path) as case:
        assert "did not come to its end" in case.verify()[0]
        assert case.manifest()["tables"]["pages"]["rows"] == 1
