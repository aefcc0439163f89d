import hashlib
import shutil
import sqlite3
from dataclasses import replace

import msgspec
import pytest
import small_case

from headwater.case import TABLES, Case, file_seal, seal
from headwater.case.tables import TABLE_NAMED
from headwater.model import Links
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


def test_the_manifest_fits_the_rows(tmp_path):
    """The digest of a table is the sum of the digests of its lines, in whatever order."""
    with Case.open(sealed(tmp_path / "pile.hw")) as case:
        manifest = case.manifest()
        for table in TABLES:
            lines = list(case.lines(table.name))
            digests = (hashlib.sha256(line).digest()[:16] for line in reversed(lines))
            total = sum(int.from_bytes(digest, "big") for digest in digests) % (1 << 128)
            expected = {"rows": len(lines), "digest": f"{total:032x}"}
            assert manifest["tables"][table.name] == expected
    assert manifest["made_by"] == {"lexicon": "l1", "model": "m1"}
    assert manifest["settings"] == msgspec.json.decode(msgspec.json.encode(Settings()))


def add_to(path, *pages, links=None):
    with Case.open(path, write=True) as case:
        for page in pages:
            case.add(page)
        case.replace_links(links or small_case.links())
        case.seal(settings=Settings(), made_by={"model": "m1", "lexicon": "l1"})
        return case.manifest()


def test_what_is_sealed_step_by_step_is_sealed_as_a_whole(tmp_path):
    """Rows that came, went with their page or changed are in the seal as if it were taken anew."""
    first, *others = small_case.pile()
    path = tmp_path / "pile.hw"
    with Case.create(path) as case:
        case.add(first)
        case.seal(settings=Settings(), made_by={"model": "m0"})
    add_to(path, *others, replace(first, articles=()), links=Links())
    manifest = add_to(path, first)
    with Case.open(path) as case:
        assert case.verify() == ()
        for table in TABLES:
            digest = seal.digest_table(case._connection, table)  # noqa: SLF001 - the sum over all rows
            assert manifest["tables"][table.name] == digest, table.name
    assert manifest == add_to(sealed(tmp_path / "whole.hw"))


def test_a_row_written_behind_our_back_is_sealed_as_it_is(tmp_path):
    """Whoever writes with SQL is noted too: the next seal is that of what the case then holds."""
    path = sealed(tmp_path / "pile.hw")
    plain = sqlite3.connect(path)
    plain.execute("UPDATE pages SET url = 'https://other.example/'")
    plain.commit()
    plain.close()
    manifest = add_to(path)
    with Case.open(path) as case:
        assert manifest["tables"]["pages"] == seal.digest_table(
            case._connection,  # noqa: SLF001 - the sum over all rows
            TABLE_NAMED["pages"],
        )


def test_a_run_reads_again_only_what_it_changed(tmp_path, monkeypatch):
    """A second seal takes the digests of the changed pages and rows, and of no others."""
    path, read, rows = sealed(tmp_path / "pile.hw"), [], []
    digests, line = file_seal._digests, seal.digest_line  # noqa: SLF001 - what reads the pages
    monkeypatch.setattr(
        file_seal,
        "_digests",
        lambda file, place, ns: digests(file, place, read.extend(ns) or ns),
    )
    monkeypatch.setattr(seal, "digest_line", lambda one: rows.append(one) or line(one))
    with Case.open(path, write=True) as case:
        case.add_name(small_case.pile()[0].page.sha256, "z.txt")
        case.seal(settings=Settings(), made_by={})
    assert len(rows) == 1
    assert 0 < len(set(read)) < 15 < path.stat().st_size // 4096
    with Case.open(path) as case:
        assert case.verify() == ()


def test_adding_to_a_damaged_case_does_not_hide_the_damage(tmp_path):
    """What was changed since the last seal is not sealed along with what a run adds."""
    path = sealed(tmp_path / "pile.hw")
    content = path.read_bytes()
    place = content.index(b"harbour master said.")
    path.write_bytes(content[:place] + b"H" + content[place + 1 :])
    with Case.open(path, write=True) as case:
        case.add_name(small_case.pile()[0].page.sha256, "z.txt")
        case.seal(settings=Settings(), made_by={})
        assert any("row" in found for found in case.verify())


def test_a_run_that_changes_much_reads_the_whole_file(tmp_path, monkeypatch):
    """Where the log outgrows what is kept of it, the seal is taken of everything, and fits."""
    monkeypatch.setattr(file_seal, "_MOST_LOGGED", 1)
    path = sealed(tmp_path / "pile.hw")
    add_to(path, replace(small_case.pile()[0], articles=()), links=Links())
    with Case.open(path) as case:
        assert case.verify() == ()


def test_a_killed_run_is_sealed_by_the_next(tmp_path):
    """What a run left in the log without a seal is in the seal of the run that goes on."""
    path = sealed(tmp_path / "pile.hw")
    killed = Case.open(path, write=True)
    killed.add_name(small_case.pile()[0].page.sha256, "z.txt")
    left = shutil.copytree(tmp_path, tmp_path / "left") / path.name
    killed.close()
    add_to(left)
    with Case.open(left) as case:
        assert case.verify() == ()
        assert any("z.txt" in page.names for page in case.pages())


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
