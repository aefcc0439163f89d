"""Outlets and agencies against lists of news sites that come as packages."""
# ruff: noqa: INP001 - scripts beside the data they check

import csv
import io
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from finding import Finding, folded

from headwater.lexicon.entry import Entry

#: What a list has: the source to tell it by, the host, the country or "", and the name it is listed under.
Site = tuple[str, str, str, str]
_URL = re.compile(r"https?://[^\s'\"<>()\\]+")
_PUBLISHER = re.compile(r'name="([^"]+)",\s*domain="([^"]+)"')
_TESTED = re.compile(r"'url': '(https?://[^']+)'")
#: Lists of programs that each read one site, and mention others.
_BY_NAME = frozenset({"cal", "ytd"})
#: Codes that are not those of ISO 3166, as the lists write them.
_COUNTRIES = {"UK": "GB", "NONE": "", "IND": "IN", "ISL": "IS", "ZH": "CN"}


def check_outlets(entries: Iterable[Entry], folder: Path) -> Iterator[Finding]:
    """Yield where one of the domains of an outlet or agency stands in a list."""
    owners = {domain: e for e in entries for domain in e.domains}
    for source, host, country, name in _sites(folder):
        entry = owners.get(host)
        if entry is None or (source in _BY_NAME and not _is_called(entry, host, name)):
            continue
        differs = ""
        if country and entry.country and country != entry.country:
            differs = f"{host} is of {country} there, of {entry.country} here"
        yield Finding(actor=entry.id, source=source, known_as=name, differs=differs)


def _is_called(entry: Entry, host: str, name: str) -> bool:
    """Tell whether a recipe or extractor is the site's own: many fetch pages of other sites too."""
    label = max(host.split(".")[:-1], key=len, default=host)
    near = "".join(c for c in name.lower() if c.isalnum())
    if label.replace("-", "") in near or near in label.replace("-", ""):
        return True
    return any(folded(f.text) in folded(name) for f in entry.forms if not f.weak)


def host_of(url: str) -> str:
    """Give the bare host of an address, without ``www.``; empty if there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m)\.", "", host)


def _sites(folder: Path) -> Iterator[Site]:
    readers: tuple[tuple[str, Callable[[Path], Iterator[Site]]], ...] = (
        ("newshomepages-*.whl", _home_pages),
        ("fundus-*.whl", _publishers),
        ("newscatcher-*.whl", _feeds),
        ("builtin_recipes.zip", _recipes),
        ("yt_dlp-*.whl", _extractors),
        ("whotracksme-*.whl", _tracked),
    )
    for pattern, reader in readers:
        for path in sorted(folder.rglob(pattern)):
            yield from reader(path)
    for path in sorted(folder.rglob("sites.csv")):
        yield from _cut_sites(path)


def _country(code: str | None) -> str:
    code = (code or "").upper()
    return _COUNTRIES.get(code, code)


def _home_pages(path: Path) -> Iterator[Site]:
    with zipfile.ZipFile(path) as archive:
        rows = csv.DictReader(_text(archive, "newshomepages/sources/sites.csv"))
        for row in rows:
            yield "nhp", host_of(row["url"]), _country(row["country"]), row["twitter"]


def _publishers(path: Path) -> Iterator[Site]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if match := re.fullmatch(r"fundus/publishers/(\w+)/__init__\.py", name):
                for title, url in _PUBLISHER.findall(_text(archive, name).read()):
                    yield "fund", host_of(url), _country(match[1]), title


def _feeds(path: Path) -> Iterator[Site]:
    database = sqlite3.connect(":memory:")
    with zipfile.ZipFile(path) as archive:
        database.deserialize(archive.read("newscatcher/data/package_rss.db"))
    rows = database.execute(
        "select distinct clean_url, clean_country from rss_main order by 1, 2"
    )
    for host, code in rows:
        country = _country(code)
        yield "ncc" if country else "nc", host_of(host), country, host


def _recipes(path: Path) -> Iterator[Site]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            for host in sorted(
                {host_of(url) for url in _URL.findall(_text(archive, name).read())}
            ):
                yield "cal", host, "", name.removesuffix(".recipe")


def _extractors(path: Path) -> Iterator[Site]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if match := re.fullmatch(r"yt_dlp/extractor/(\w+)\.py", name):
                urls = _TESTED.findall(_text(archive, name).read())
                for host in sorted({host_of(url) for url in urls}):
                    for site in (host, host.partition(".")[2]):
                        yield "ytd", site, "", match[1]


def _tracked(path: Path) -> Iterator[Site]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith("/global/sites.csv"):
                for row in csv.DictReader(_text(archive, name)):
                    if "News" in row["category"]:
                        yield "wtm", host_of(row["site"]), "", row["site"]


def _cut_sites(path: Path) -> Iterator[Site]:
    """Read rows cut from lists that no package carries: source, list, address."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        host = host_of(row["address"])
        for site in (host, host.partition(".")[2]):
            yield row["source"], site, "", f"{row['list']} {row['address']}"


def _text(archive: zipfile.ZipFile, name: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(archive.open(name), "utf-8", errors="replace")
