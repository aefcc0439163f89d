"""The interchange format: a folder with one JSON Lines file a table, and the manifest."""

import hashlib
from pathlib import Path

import msgspec

from headwater.case import TABLES, Case
from headwater.errors import WouldOverwrite


def export_jsonl(case: Case, folder: Path | str, *, force: bool = False) -> tuple[Path, ...]:
    """Write every table of a case, empty ones too, and give the files' paths.

    Keys are sorted, rows are in id order, text is UTF-8: the same case gives the same bytes.

    Raises:
        WouldOverwrite: If the folder holds anything and ``force`` was not given.
    """
    folder = Path(folder)
    check_folder(folder, force=force)
    folder.mkdir(parents=True, exist_ok=True)
    described = case.manifest()
    for table in TABLES:
        described["tables"][table.name]["sha256"] = _write_table(case, table.name, folder)
    manifest = folder / "manifest.json"
    content = msgspec.json.encode(described, order="sorted")
    manifest.write_bytes(msgspec.json.format(content, indent=2) + b"\n")
    return (*(_file(table.name, folder) for table in TABLES), manifest)


def check_folder(folder: Path, *, force: bool) -> None:
    """Refuse a folder that an export would change files in.

    Raises:
        WouldOverwrite: If it is a file, or holds anything and ``force`` was not given.
    """
    if folder.exists() and not folder.is_dir():
        remedy = "Name a folder."
        raise WouldOverwrite("this is a file, not a folder", where=str(folder), remedy=remedy)
    if folder.is_dir() and any(folder.iterdir()) and not force:
        remedy = "Name an empty folder, or say --force."
        raise WouldOverwrite("the folder is not empty", where=str(folder), remedy=remedy)


def _write_table(case: Case, table: str, folder: Path) -> str:
    """Write one table, and give the SHA-256 of its file."""
    whole = hashlib.sha256()
    with _file(table, folder).open("wb") as file:
        for line in case.lines(table):
            file.write(line + b"\n")
            whole.update(line + b"\n")
    return whole.hexdigest()


def _file(table: str, folder: Path) -> Path:
    return folder / f"{table}.jsonl"
