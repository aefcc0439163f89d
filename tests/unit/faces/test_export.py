import hashlib
import json

import pytest

from headwater.errors import WouldOverwrite
from headwater.faces.export import export_jsonl

FILES = """pages articles statements mentions actors relations events commitments quantities places
reports stories claims derivations drifts contradictions""".split()

# Fields of DESIGN's list that have a spelling of their own.
FIELDS = {
    "events": {"from", "to", "same_as"},
    "articles": {"page_spans", "published_from", "zones"},
    "claims": {"members", "independent", "origins", "reasons"},
}


def test_every_table_has_its_file_sorted_by_id(case, tmp_path):
    """There is a file for every table and the manifest, rows in id order, keys sorted."""
    written = export_jsonl(case, tmp_path / "out")
    assert [p.name for p in written] == [f"{name}.jsonl" for name in FILES] + ["manifest.json"]
    for name in FILES:
        text = (tmp_path / "out" / f"{name}.jsonl").read_text("utf-8")
        rows = [json.loads(line) for line in text.splitlines()]
        assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
        assert all(list(row) == sorted(row) for row in rows)
        assert all(FIELDS.get(name, set()) <= set(row) for row in rows)
        assert not text or text.endswith("}\n")


def test_the_manifest_has_the_digest_of_every_file(case, tmp_path):
    """Whoever has the export alone can tell whether a file is whole."""
    export_jsonl(case, tmp_path)
    tables = json.loads((tmp_path / "manifest.json").read_bytes())["tables"]
    for name in FILES:
        content = (tmp_path / f"{name}.jsonl").read_bytes()
        assert tables[name]["sha256"] == hashlib.sha256(content).hexdigest()


def test_letters_are_written_as_they_are(case, tmp_path):
    """Quotation marks and accents are not spelled out as escapes."""
    export_jsonl(case, tmp_path)
    assert "“for months”" in (tmp_path / "articles.jsonl").read_text("utf-8")


def test_a_page_span_is_three_numbers_with_names(case, tmp_path):
    """Nested values are objects with sorted keys; days are ISO days; None is null."""
    export_jsonl(case, tmp_path)
    row = json.loads((tmp_path / "articles.jsonl").read_text("utf-8").splitlines()[0])
    assert row["published_from"] == "2031-05-04"
    assert row["dateline"] is None
    assert row["incomplete"] is False


def test_the_same_case_gives_the_same_bytes(case, tmp_path):
    """Two exports of a case do not differ by a byte."""
    for name in ("a", "b"):
        export_jsonl(case, tmp_path / name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_a_folder_with_anything_in_it_is_refused(case, tmp_path):
    """Without ``force`` nothing is written beside, or over, what is there; with it, ours is."""
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(WouldOverwrite):
        export_jsonl(case, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]
    export_jsonl(case, tmp_path, force=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    with pytest.raises(WouldOverwrite, match="not a folder"):
        export_jsonl(case, tmp_path / "notes.txt", force=True)
