"""The names that the registry does not have: surnames tied to full names, bodies, outlets."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from headwater.language import Name as EngineName
from headwater.lexicon import (
    PRESS_NAMES,
    Spellings,
    find_spelled,
    fold_name,
    is_press_service,
    is_spelling,
    outlet_id,
    words,
)
from headwater.model import ActorKind, MentionKind, digest
from headwater.reading.cast.names import Name
from headwater.reading.cast.press import does_press, interviews, press_kind
from headwater.reading.cast.words import BODY_WORDS

#: What the engine's kinds of names are in the model; peoples, weapons, times and amounts are no actors.
_KINDS = {
    "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
    "OUTLET": ActorKind.OUTLET,
}


class Seen:
    """What the engine takes the names it sees for; a look at them by place."""

    def __init__(self, text: str, names: Sequence[EngineName]) -> None:
        self._names = names
        self._starts = [name.start for name in names]
        told = {name: text[name.start : name.end].split() for name in names}
        #: The surnames it takes for a person's where they stand alone.
        self._surnames = {w[0] for n, w in told.items() if n.kind == "PER" and len(w) == 1}
        self._last = {name.start: w[-1] for name, w in told.items() if len(w) > 1}

    def kind(self, start: int, end: int) -> ActorKind | None:
        """Tell what the engine takes a name for, if it sees one that ends where this one does."""
        at = bisect_left(self._starts, end) - 1
        if at < 0 or self._names[at].end != end or self._names[at].start > start:
            return None
        kind = _KINDS.get(self._names[at].kind)
        # Of a place nobody says the last word only: "Daro Velkine", of whom "Velkine" is a person
        is_person = (
            kind is ActorKind.PLACE and self._last.get(self._starts[at]) in self._surnames
        )
        return ActorKind.PERSON if is_person else kind


class _Met:
    """The actors an article has named so far that the registry does not have by those names."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._kinds: dict[ActorKind, Spellings] = {}

    def actor(self, name: str, kind: ActorKind) -> tuple[str, ActorKind]:
        """Give the actor of a name: the registry's if it is a spelling of one, or one met before."""
        known = find_spelled(name, kind)
        if known:
            return known.id, known.kind
        actor_id = "case/" + digest(kind, " ".join(fold_name(name)))
        spellings = self._kinds.setdefault(kind, Spellings((), kind))
        if actor_id not in self._names:
            near = spellings.near(name)
            alike = [n for n in near if is_spelling(name, self._names[n], kind)]
            if len(alike) == 1:
                return alike[0], kind
            self._names[actor_id] = name
            spellings.add(actor_id, name)
        return actor_id, kind


def tied(
    whole: str, runs: list[tuple[int, int, str, bool]], titles: dict[str, str], seen: Seen
) -> Iterator[Name]:
    """Tie surnames to the full name before them; a single word that only opens a sentence is no name."""
    full: dict[str, tuple[str, ActorKind]] = {}
    met = _Met()
    for actor_id, name in titles.items():
        if actor_id.startswith("person/"):
            full.setdefault(fold_name(name)[-1], (actor_id, ActorKind.PERSON))
    for run_start, start, text, opens in _bare(runs):
        key = fold_name(text)
        end = start + len(text)
        told = seen.kind(start, end)
        if press := _press_of(whole, start, end, told) if key else None:
            actor_id = outlet_id(text)
            titles.setdefault(actor_id, text)
            yield Name(start, end, text, actor_id, press, MentionKind.NAME)
            continue
        unsure = opens or len(text) < 3 or whole[end : end + 1] == "-"  # "Tuareg-led"
        if not key or (len(key) == 1 and key[0] not in full and unsure):
            continue
        if len(key) == 1 and key[0] in full:
            actor_id, kind = full[key[0]]
        elif len(key) == 1 or words().speakers.get(key[-1]) in {"person", "group", "document"}:
            continue  # "Foreign Minister" is an office, not a name
        else:
            guess = ActorKind.ORGANISATION if BODY_WORDS & set(key) else ActorKind.PERSON
            # "Major Ana Brel": who has a rank is a person, whatever the engine takes it for
            is_titled = start > run_start and guess is ActorKind.PERSON
            kind = guess if is_titled or told in {None, ActorKind.OUTLET} else told
            actor_id, kind = met.actor(text, kind)
            titles.setdefault(actor_id, text)
            if kind is ActorKind.PERSON:
                full.setdefault(key[-1], (actor_id, kind))
        yield Name(start, end, text, actor_id, kind, MentionKind.NAME)


def _press_of(whole: str, start: int, end: int, told: ActorKind | None) -> ActorKind | None:
    """Tell what press a name is, by the words beside it, or by those and what the engine takes it for."""
    if press := press_kind(whole, start, end):
        return press
    key = fold_name(whole[start:end])
    is_paper = told is ActorKind.ORGANISATION and key[-1] in PRESS_NAMES
    is_outlet = (told is ActorKind.OUTLET or is_paper) and does_press(whole, start, end)
    is_asking = told is ActorKind.ORGANISATION and interviews(whole, start)
    return ActorKind.OUTLET if is_outlet or is_asking else None


def _without_place(text: str, *, is_titled: bool) -> str:
    """Leave "of Marl" out of "Ana Brel of Marl": where a person is from is no part of the name."""
    name, _, place = text.partition(" of ")
    is_body = BODY_WORDS & set(fold_name(text)) or is_press_service(text)
    is_name = is_titled or len(fold_name(name)) > 1
    return name if place and is_name and not is_body else text


def _bare(
    runs: list[tuple[int, int, str, bool]],
) -> Iterator[tuple[int, int, str, bool]]:
    """Yield where each run begins, its name without title or place: of "Residents of Lower Marl" none is left."""
    for run_start, _, run, opens in runs:
        text, start = _without_title(run, run_start)
        of = _OF.match(text)
        name = text[of.end() :] if of else text
        if of is None or BODY_WORDS & set(fold_name(name)):
            begin = start + len(text) - len(name)
            yield run_start, begin, _without_place(name, is_titled=begin > run_start), opens


def _without_title(text: str, start: int) -> tuple[str, int]:
    """Leave "Foreign Minister" out of "Foreign Minister Ana Brel"."""
    parts = list(re.finditer(r"\S+", text))
    cut = 0
    for i, part in enumerate(parts[:-1]):
        word = _UNHELD.sub("", part.group().lower().strip("."))
        if words().speakers.get(word) in {"person", "group"} or word in RANKS:
            cut = i + 1
    if not cut:
        return text, start
    offset = parts[cut].start()
    return text[offset:], start + offset


_OF = re.compile(r"of (?:the )?")
#: "President-elect Ana Brel" is no part of a name either.
_UNHELD = re.compile(r"-(?:elect|designate|nominate|general)$")
#: Short forms and titles that stand before a person's name.
RANKS = frozenset(
    "gen lt col maj capt sgt brig adm dr prof sen rep gov mr mrs ms sheikh president minister".split()
)
