"""Things called by their kind alone: "the port was closed" in an article headed "Storm over Ostling"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from headwater.lexicon import fold_name
from headwater.model import Reported

_NAME = r"(?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*"
_THING = re.compile(rf"\b([a-z]{{3,}}) (of|at|in) (?:the )?({_NAME})")


class Thing(NamedTuple):
    """Something called by its kind and a name: "port" "of" "Ostling"."""

    kind: str
    link: str
    name: str


def spelt_out(clause: str, reported: Reported) -> str:
    """Give a passage with the name of what it calls by its kind, if the clause has it and the article tells which is meant.

    The article tells it where its title has the name, or where the last thing of that kind that it
    named before the passage had this name. A passage that names another of the kind is left as it is.
    """
    text = reported.passage.text
    for thing in _things_in(clause):
        bare = re.search(rf"\b[Tt]he {thing.kind}\b(?! (?:of|at|in) (?:the )?[A-Z])", text)
        if bare and _fold(thing.name) not in _fold(text) and _is_meant(thing, reported):
            text = f"{text[: bare.end()]} {thing.link} {thing.name}{text[bare.end() :]}"
    return text


def without_name(clause: str) -> str | None:
    """Give a clause that calls a thing by its kind alone: "the port is closed"; None if it names none so."""
    bare = _THING.sub(r"\1", clause)
    return bare if bare != clause else None


def _is_meant(thing: Thing, reported: Reported) -> bool:
    before = reported.text[: reported.passage.start]
    named = [t.name for t in _things_in(before) if t.kind == thing.kind]
    if named:
        return _fold(named[-1]) == _fold(thing.name)
    return _fold(thing.name) in _fold(reported.title or "")


def _things_in(text: str) -> Iterator[Thing]:
    for match in _THING.finditer(text):
        yield Thing(*match.groups())


def _fold(text: str) -> str:
    return f" {' '.join(fold_name(text))} "
