"""Compile ``resources/places/*.yml`` (countries, seas, regions, bases and the like) into ``places.json``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from headwater.errors import BadResource
from headwater.lexicon.entry import Entry
from headwater.lexicon.gazetteer.curated import CuratedPlaces
from headwater.lexicon.gazetteer.entry import Site
from headwater.lexicon.gazetteer.keys import place_key
from headwater.model import ActorKind, PlaceKind

_COUNTRIES: Final = "countries.yml"
_FIELDS: Final = frozenset("id name kind country at aliases population src".split())
_ID: Final = re.compile(r"[a-z]+/[a-z0-9-]+")
_REMEDY: Final = "See docs/places.md for the fields."


def compile_places(folder: Path, actors: Sequence[Entry]) -> str:
    """Give the text of ``places.json``: every place once, and the folded names that lead to each.

    Args:
        folder: Where the YAML is.
        actors: The compiled registry, whose states say what countries are called.

    Raises:
        BadResource: If a line is malformed; names the file, the place and the field.
    """
    called = {
        entry.country: [
            form.text
            for form in entry.forms
            if form.how not in {"demonym", "adjective", "metonym"}
            and not _is_pet_name(form.how)
        ]
        for entry in actors
        if entry.kind is ActorKind.STATE and entry.country
    }
    extents: dict[str, tuple[float, float, float, float]] = {}
    rows: list[tuple[Site, Sequence[str]]] = []
    transliterated: frozenset[str] = frozenset()
    for path in sorted(folder.glob("*.yml")):
        content = _loaded(path)
        if path.name == _COUNTRIES:
            extents = {code: tuple(row["extent"]) for code, row in content["countries"].items()}
            transliterated = frozenset(content["transliterated"])
            rows += list(_countries(content, called))
        else:
            rows += [_place(row, path.name, content["sources"]) for row in content["places"]]
    return _encoded(rows, extents, transliterated)


def _is_pet_name(how: str) -> bool:
    return how == "nickname"


def _loaded(path: Path) -> Mapping[str, Any]:
    import yaml  # noqa: PLC0415 - a build-time need only

    content: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def _countries(
    content: Mapping[str, Any], called: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Site, Sequence[str]]]:
    for code, row in content["countries"].items():
        where = f"{_COUNTRIES}: {code}"
        names = content["names"].get(code) or called.get(code)
        if not names:
            raise BadResource("it has no name", where=where, remedy="Add it under names:.")
        if not row.get("src") or not set(row["src"]) <= set(content["sources"]):
            raise BadResource("it has no source", where=where, remedy=_REMEDY)
        lat, lon = row["at"]
        yield (
            Site(
                id=f"country/{code.lower()}",
                name=names[0].partition(" (")[0],
                kind=PlaceKind.COUNTRY,
                lat=lat,
                lon=lon,
                country=code,
            ),
            names,
        )


def _place(
    row: Mapping[str, Any], file: str, sources: Mapping[str, str]
) -> tuple[Site, Sequence[str]]:
    where = f"{file}: {row.get('id')}"
    if unknown := sorted(set(row) - _FIELDS):
        raise BadResource(f"unknown field {unknown[0]!r}", where=where, remedy=_REMEDY)
    if row.get("src") not in sources:
        raise BadResource("it has no source", where=where, remedy=_REMEDY)
    if not _ID.fullmatch(str(row.get("id"))):
        raise BadResource(
            "this is no id", where=where, remedy="Write kind/slug in small letters."
        )
    lat, lon = row["at"]
    fields = {"id": row["id"], "name": row["name"], "kind": row["kind"], "lat": lat, "lon": lon}
    fields |= {"country": row.get("country"), "population": row.get("population", 0)}
    try:
        site = msgspec.convert(fields, Site)
    except msgspec.ValidationError as error:
        raise BadResource(str(error), where=where, remedy=_REMEDY) from error
    return site, (site.name, *row.get("aliases", ()))


def _encoded(
    rows: Sequence[tuple[Site, Sequence[str]]],
    extents: Mapping[str, tuple[float, float, float, float]],
    transliterated: frozenset[str],
) -> str:
    """Give the JSON, a place a line."""
    seen: set[str] = set()
    for site, _ in rows:
        if site.id in seen:
            raise BadResource(
                "this id is taken already", where=site.id, remedy="Merge the two."
            )
        seen.add(site.id)
    ordered = sorted(rows, key=lambda row: row[0].id)
    parts = {
        place_key(site.name)
        for site, _ in rows
        if site.kind is PlaceKind.DIVISION and site.country == "GB"
    }
    names: dict[str, list[int]] = {}
    for at, (_, called) in enumerate(ordered):
        keys = {place_key(name) for name in called} - {""}
        if site.kind is PlaceKind.COUNTRY:
            keys -= parts  # the registry has England under the state it acts through
        for key in sorted(keys):
            names.setdefault(key, []).append(at)
    places = CuratedPlaces(
        sites=tuple(site for site, _ in ordered),
        names={key: tuple(names[key]) for key in sorted(names)},
        extents=dict(sorted(extents.items())),
        transliterated=transliterated,
    )
    lines = ",\n".join(msgspec.json.encode(site).decode() for site in places.sites)
    rest = (
        msgspec.json.encode(
            {
                "names": places.names,
                "extents": places.extents,
                "transliterated": sorted(transliterated),
            }
        )
        .decode()
        .removeprefix("{")
    )
    return f'{{"sites":[\n{lines}\n],\n{rest}\n'
