"""How well names of places are tied to points: GeoVirus, with the names given and as found by the reader.

    python -m benchmarks.score_places SHARED [--all] [--wrong]

``--all`` adds the other sets of the file, which are not tuned on; ``--wrong`` lists what is more than 161 km off.
"""

import importlib.util
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from headwater.language import read
from headwater.lexicon.gazetteer import Site, distance_km
from headwater.model import Article, ArticleKind, Place, PlaceKind, Zone, ZoneKind
from headwater.reading.cast import find_cast
from headwater.reading.places import (
    Basis,
    Toponym,
    find_places,
    find_toponyms,
    place_toponyms,
)

_DOCUMENTS = "corpora/places/geo_docs.jsonl"
_TUNED = "GeoVirus"
_NEAR_KM = 161


def figures(shared: Path) -> dict[str, float]:
    """Give the figures on GeoVirus: accuracy at 161 km, and how well names are found, each 0 to 1.

    Args:
        shared: The folder that holds ``corpora`` and ``scorers``.
    """
    gold = [row for row in _load(shared) if row["source"] == _TUNED]
    return _figures(shared, gold)[_TUNED]


def everything(shared: Path) -> dict[str, dict[str, float]]:
    """Give the same for every set of the file."""
    return _figures(shared, _load(shared))


def _figures(shared: Path, gold: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    given, found = [], []
    trust: dict[str, list[bool]] = {}
    for row in gold:
        with_spans, by_reader = _read(row)
        _judge(row, by_reader, trust)
        given.append(_answer(row, with_spans))
        found.append(_answer(row, by_reader))
    scorer = _scorer(shared)
    right = {key: sum(row) / len(row) for key, row in trust.items()}
    resolved, whole = scorer.score(gold, given), scorer.score(gold, found, e2e=True)
    return {
        name: {
            "acc161": resolved[name]["acc161"],
            "acc161_answered": resolved[name]["acc161_answered"],
            "answered": resolved[name]["answered"] / max(1, resolved[name]["n"]),
            "median_km": resolved[name]["median_km"],
            "whole_acc161": whole[name]["acc161"],
            "geotag_P": whole[name]["geotag_P"],
            "geotag_R": whole[name]["geotag_R"],
            "geotag_F": whole[name]["geotag_F"],
            "sure_acc161": right.get(f"{name} sure", 0.0),
            "candidate_acc161": right.get(f"{name} candidate", 0.0),
            "candidates": len(trust.get(f"{name} candidate", ())),
        }
        for name in resolved
    }


def _read(row: dict[str, Any]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Read a document: with its names given, and as the reader finds them."""
    article = _article(row)
    parse = read(article)
    mentions = find_cast(parse).mentions(article.id)
    given = []
    own = {(t.start, t.end): t for t in find_toponyms(parse, mentions)}
    for t in sorted(row["toponyms"], key=lambda t: t["begin"]):
        start, end = t["begin"], t["end"]
        known = own.get((start, end))
        text = article.text[start:end]
        plain = Toponym(start=start, end=end, text=text, basis=Basis.ENGINE)
        given.append(replace(known, basis=Basis.ENGINE) if known else plain)
    return place_toponyms(article, given, mentions), find_places(article, parse, mentions)


def _judge(
    row: dict[str, Any], places: tuple[Place, ...], trust: dict[str, list[bool]]
) -> None:
    """Note of every place that the reader found and the gold has a point for whether it is within 161 km."""
    gold = {(t["begin"], t["end"]): t for t in row["toponyms"] if "lat" in t}
    for place in places:
        if point := gold.get((place.start, place.end)):
            right = _km(point["lat"], point["lon"], place.lat, place.lon) <= _NEAR_KM
            for name in (row["source"], "ALL"):
                trust.setdefault(f"{name} {place.certainty}", []).append(right)


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    site = Site(id="", name="", kind=PlaceKind.SITE, lat=lat, lon=lon)
    return distance_km(site, replace(site, lat=other_lat, lon=other_lon))


def _article(row: dict[str, Any]) -> Article:
    text = row["text"]
    return Article(
        id=row["doc_id"], page_id=row["doc_id"], title=None, outlet=None, outlet_name=None, outlet_evidence=None,
        published_from=None, published_to=None, date_evidence=None, text=text,
        zones=(Zone(start=0, end=len(text), kind=ZoneKind.BODY),), page_spans=None, language="en",
        kind=ArticleKind.ARTICLE, incomplete=False, byline=None, dateline=None, credits=(), anchors=None,
    )  # fmt: skip


def _answer(row: dict[str, Any], places: tuple[Place, ...]) -> dict[str, Any]:
    toponyms = [
        {"begin": p.start, "end": p.end, "lat": p.lat, "lon": p.lon, "geonameid": p.geoname_id}
        for p in places
    ]
    return {"doc_id": row["doc_id"], "toponyms": toponyms}


def wrong(shared: Path, *, sources: tuple[str, ...] = (_TUNED,)) -> Iterator[str]:
    """Yield a line for each name that is more than 161 km off, or not known."""
    for row in (r for r in _load(shared) if r["source"] in sources):
        given, found = _read(row)
        points = {(p.start, p.end): p for p in given}
        for t in row["toponyms"]:
            words = row["text"][t["begin"] : t["end"]]
            place = points.get((t["begin"], t["end"]))
            if "lat" not in t:
                continue
            if place is None:
                yield f"{row['doc_id']} {words}: not known ({t['lat']}, {t['lon']})"
            elif (km := _km(t["lat"], t["lon"], place.lat, place.lon)) > _NEAR_KM:
                yield f"{row['doc_id']} {words}: {km:.0f} km off, {place.site} for ({t['lat']}, {t['lon']}); {'; '.join(place.why)}"
        gold = {(t["begin"], t["end"]) for t in row["toponyms"]}
        own = {(p.start, p.end) for p in found}
        for start, end in sorted(gold ^ own):
            kind = "missed" if (start, end) in gold else "extra"
            yield f"{row['doc_id']} {kind}: {row['text'][start:end]}"


def _load(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / _DOCUMENTS).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _scorer(shared: Path) -> ModuleType:
    """Load the scorer that belongs to the data; it finds its neighbours in its own folder."""
    folder = str(shared / "scorers")
    spec = importlib.util.spec_from_file_location("score_geo", shared / "scorers/score_geo.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "scorers/score_geo.py")
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, folder)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    return module


if __name__ == "__main__":
    where = Path(sys.argv[1])
    print(json.dumps(everything(where) if "--all" in sys.argv else figures(where), indent=1))
    if "--wrong" in sys.argv:
        print(*wrong(where), sep="\n")
