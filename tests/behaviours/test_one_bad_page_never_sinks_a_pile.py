"""Promise: whatever lies in a pile, the good pages are read and the bad ones are named."""

import gzip
import json
import os

import pytest

from headwater.model import PageStatus
from headwater.pages import find_pages, read_page
from headwater.settings import PageSettings

STORY = (
    "The harbour of Lorn was shut on Monday after two ships ran aground, the city council said. "
    "Forty more ships are waiting outside it, and nobody knows how long it will take to free them."
)
GOOD = f"<html><body><article><h1>Storm over Lorn</h1><p>{STORY}</p><p>{STORY[::-1]}</p></article></body></html>"
SETTINGS = PageSettings(max_page_bytes=200_000)


def fill(pile):
    """Put one good page among every kind of bad one."""
    (pile / "good.html").write_text(GOOD, encoding="utf-8")
    (pile / "empty.html").write_bytes(b"")
    (pile / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (pile / "paper.txt").write_bytes(b"%PDF-1.7 and more")
    (pile / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (pile / "huge.html").write_bytes(b"<p>x</p>" * 30_000)
    (pile / "bomb.gz").write_bytes(gzip.compress(bytes(3_000_000)))
    (pile / "cut.html.gz").write_bytes(gzip.compress(GOOD.encode())[:-30])
    (pile / "crawl.warc.gz").write_bytes(
        gzip.compress(b"WARC/1.0\r\nnonsense: here\r\n\r\n")[:-5]
    )
    (pile / "archive.wacz").write_bytes(b"PK\x03\x04 but no directory")
    (pile / "gone.html").symlink_to("nowhere.html")
    (pile / "pile.jsonl").write_text(
        f'{json.dumps({"html": GOOD})}\n{{"text": \n', encoding="utf-8"
    )


REFUSED = {
    "archive.wacz", "bomb.gz", "crawl.warc.gz", "cut.html.gz", "empty.html", "gone.html",
    "huge.html", "noise.txt", "paper.txt", "picture.html", "pile.jsonl:2",
}  # fmt: skip


def test_good_pages_are_read_and_bad_ones_named(tmp_path):
    """Every page of the pile is either read, or refused with a reason."""
    fill(tmp_path)
    pages = [read_page(saved, SETTINGS) for saved in find_pages([tmp_path], SETTINGS)]
    assert {page.name for page, _ in pages if page.status is PageStatus.REFUSED} == REFUSED
    assert {page.name for page, articles in pages if articles} == {"good.html", "pile.jsonl:1"}
    assert all(page.reason for page, _ in pages if page.status is PageStatus.REFUSED)


def test_the_same_pile_is_refused_in_the_same_words(tmp_path):
    """Reasons hold no path, no time, nothing that would differ from run to run."""
    fill(tmp_path)
    runs = [
        [read_page(saved, SETTINGS) for saved in find_pages([tmp_path], SETTINGS)] for _ in "ab"
    ]
    assert runs[0] == runs[1]
    assert not any(str(tmp_path) in (page.reason or "") for page, _ in runs[0])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open any folder, so none can be shut")
def test_a_folder_that_is_shut_is_named(tmp_path):
    """A folder without permission is refused by name, and the rest is read."""
    shut = tmp_path / "shut"
    shut.mkdir()
    (tmp_path / "good.html").write_text(GOOD, encoding="utf-8")
    shut.chmod(0)
    try:
        names = {saved.name: saved.problem for saved in find_pages([tmp_path], SETTINGS)}
    finally:
        shut.chmod(0o700)
    assert "permission" in (names["shut"] or "")
    assert names["good.html"] is None
