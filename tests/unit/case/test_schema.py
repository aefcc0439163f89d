import hashlib
import sqlite3

import small_case

from headwater.case import TABLES, Case
from headwater.case.schema import SCHEMA_VERSION, schema_sql
from headwater.settings import Settings

#: Change it together with SCHEMA_VERSION: cases made before cannot be read any more.
DIGESTS = {6: "cc812c86b11512d6"}


def test_a_changed_table_has_a_new_schema_version():
    """No table changes without the number that tells old cases from new."""
    assert hashlib.sha256(schema_sql().encode()).hexdigest()[:16] == DIGESTS[SCHEMA_VERSION]


def test_a_case_reads_like_any_database(tmp_path):
    """Plain SQL finds who said what, who relayed it, and how many stand behind a claim."""
    path = tmp_path / "pile.hw"
    with Case.create(path) as case:
        for findings in small_case.pile():
            case.add(findings)
        case.replace_links(small_case.links())
        case.seal(settings=Settings(), made_by={})
    plain = sqlite3.connect(path)
    ask = lambda sql: plain.execute(sql).fetchall()  # noqa: E731 - a word for a line used six times
    assert ask("SELECT name FROM chain_links WHERE basis = 'inferred'") == [
        ("two <i>tired</i> sources",)
    ]
    assert ask("SELECT count(*) FROM claim_members") == [(3,)]
    assert ask("SELECT name, held FROM claim_origins ORDER BY 1") == [
        ("harbour master", 1),
        ("two tired sources", 0),
    ]
    assert ask(
        "SELECT origins_low, origins_high, pages, articles, outlets FROM claim_counts"
        " ORDER BY articles DESC"
    ) == [(1, 2, 2, 2, 2), (0, 1, 1, 1, 1)]
    assert ask("SELECT count(*) FROM story_articles") == [(2,)]
    assert ask('SELECT "from" FROM events LIMIT 1') == [("2031-05-04",)]
    plain.close()


def test_every_reference_has_an_index():
    """Deleting a page must not walk through whole tables to find what hangs on it."""
    for table in TABLES:
        assert {column for column, _ in table.refers} <= set(table.indexed), table.name
