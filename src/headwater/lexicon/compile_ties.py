"""Compile ``resources/words/ties.yml`` (words that tie two actors) into ``ties.json``."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from headwater.lexicon.compile_words import inflect

_LISTS = ("members orders awaiting obeying giving getting weapons money state_media press requests brokering denials suspicions wishes former deputies acting unheld ranks bodies people selves holdings beside shared_seats").split()  # fmt: skip
_NOUNS = ("offices", "parts", "acts")
_PLAIN = ("adjectives", "compounds", "prefixes")


def compile_ties(folder: Path) -> str:
    """Give the text of ``ties.json``: every inflected word with the tie it makes, once."""
    import yaml  # noqa: PLC0415 - a build-time need only

    source = yaml.safe_load((folder / "ties.yml").read_text(encoding="utf-8"))
    rows: dict[str, Any] = {
        "verbs": {
            form: _row(facts)
            for lemma, facts in source["verbs"].items()
            for form in facts.get("forms") or inflect(lemma)
        }
    }
    rows |= {part: dict(_noun_rows(source[part])) for part in _NOUNS}
    rows |= {
        part: {word: _row(facts) for word, facts in source[part].items()} for part in _PLAIN
    }
    rows |= {part: sorted(set(source[part])) for part in _LISTS}
    rows |= {part: sorted(set(source["appointing"][part])) for part in ("begins", "ends")}
    return json.dumps(rows, sort_keys=True, ensure_ascii=False, indent=0) + "\n"


def _noun_rows(nouns: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for lemma, facts in nouns.items():
        for form in (lemma, facts.get("plural", lemma + "s")):
            yield form, _row(facts)


def _row(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "kind": facts["kind"],
        "former": facts.get("former", "held_office_in"),
        "by": facts.get("by", ["of"]),
        **{key: facts[key] for key in ("of_place", "instead", "to_do") if key in facts},
        **{
            flag: facts.get(flag, False)
            for flag in ("infinitive", "mutual", "place", "turned", "state", "ranked", "said")
        },
    }
