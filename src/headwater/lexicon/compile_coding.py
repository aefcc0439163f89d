"""Compile ``resources/events/coding.yml`` (how acts are coded) into ``coding.json``."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from headwater.lexicon.compile_words import inflect

#: A single vowel between consonants at a word's end.
_DOUBLES = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$")


def compile_coding(path: Path) -> str:
    """Give the text of ``coding.json``: the tables without their source.

    Words stand in every regular form, as a lemma may be guessed wrong.
    """
    import yaml  # noqa: PLC0415 - a build-time need only

    tables = yaml.safe_load(path.read_text(encoding="utf-8"))
    tables.pop("source")
    for name in ("statements", "unreal", "light", "certain", "contexts"):
        tables[name] = {key: _all_forms(lemmas) for key, lemmas in tables[name].items()}
    for name in ("roots_by_word", "modes"):
        for table in tables[name].values():
            table.update({key: _all_forms(lemmas) for key, lemmas in table.items()})
    for row in tables["compounds"]:
        row |= {key: _all_forms(row[key]) for key in ("verbs", "objects")}
    for name in (
        "answers",
        "befalls",
        "forces",
        "judges",
        "lands",
        "musters",
        "mutual",
        "persons",
        "promises",
        "states",
        "tells",
        "uses",
        "vows",
    ):
        tables[name] = _all_forms(tables[name])
    return json.dumps(tables, sort_keys=False, ensure_ascii=False, indent=0) + "\n"


def _all_forms(lemmas: Iterable[str]) -> list[str]:
    forms = (form for lemma in lemmas for form in (*inflect(lemma), *_doubled(lemma)))
    return list(dict.fromkeys(forms))


def _doubled(lemma: str) -> tuple[str, ...]:
    """Give the forms with a doubled consonant: "kidnapped", "banning"; a wrong one harms nothing."""
    if not _DOUBLES.search(lemma):
        return ()
    return lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
