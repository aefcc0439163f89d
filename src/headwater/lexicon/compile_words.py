"""Compile ``resources/words/*.yml`` (cue words, words that can speak) into ``words.json``."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_VOWELS = frozenset("aeiou")
#: Two-syllable verbs stressed on the last syllable, which double their final consonant.
_DOUBLING = frozenset({"admit", "refer"})


def compile_words(folder: Path) -> str:
    """Give the text of ``words.json``: every inflected cue, and every speaking noun, once."""
    import yaml  # noqa: PLC0415 - a build-time need only

    cues = yaml.safe_load((folder / "cues.yml").read_text(encoding="utf-8"))
    speakers = yaml.safe_load((folder / "speakers.yml").read_text(encoding="utf-8"))
    speakers.pop("source")
    spheres = speakers.pop("spheres")
    rows = {
        "verbs": {
            form: row
            for lemma, facts in cues["verbs"].items()
            for form, row in _verb_rows(lemma, facts)
        },
        "nouns": {
            form: row
            for lemma, facts in cues["nouns"].items()
            for form, row in _noun_rows(lemma, facts)
        },
        "relays": sorted(cues["relays"]),
        "speakers": {word: kind for kind, words in speakers.items() for word in words},
        "spheres": sorted(spheres),
    }
    return json.dumps(rows, sort_keys=True, ensure_ascii=False, indent=0) + "\n"


def inflect(lemma: str) -> tuple[str, ...]:
    """Give the regular forms of an English verb: itself, -s, -ed, -ing."""
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    else:
        third = lemma + "s"
    if lemma.endswith("e"):
        return lemma, third, lemma + "d", lemma[:-1] + "ing"
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    return lemma, third, stem + "ed", stem + "ing"


def _verb_rows(lemma: str, facts: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for form in facts.get("forms") or inflect(lemma):
        yield form, _row(lemma, facts)


def _noun_rows(lemma: str, facts: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for form in (lemma, lemma + "s"):
        yield form, _row(lemma, facts)


def _row(lemma: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "lemma": lemma,
        "cue_class": facts["class"],
        "frames": facts["frames"],
        "prepositions": facts["prep"].split("|") if "prep" in facts else [],
        "hard": facts.get("hard", False),
        "only_clause": facts.get("only_clause", False),
        "only_perfect": facts.get("only_perfect", False),
    }
