"""The names that the registry has: whose each is, where several bear it or it is a common word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from headwater.lexicon import PRESS_NAMES, Entry, NameForm, NameHit, registry, words
from headwater.model import ActorKind, MentionKind
from headwater.reading.cast.names import Name
from headwater.reading.cast.press import is_press_here
from headwater.reading.cast.words import BODY_WORDS, NEVER_NAMES, OF_PLACES

_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w’']+)[ -]$")
_CAPITAL_AFTER = re.compile(r" ([A-Z][a-z]\w+)\b(?!\s+[A-Z])")
_INTRODUCED = re.compile(r"[^\S\n]*\(\s*[“\"']?(?:the\s+)?([A-Z][\w.&-]{1,11})[”\"']?\s*\)")
_IN_BEFORE = re.compile(r"\b(?:in|near|at)\s$")


def introductions(text: str, hits: Iterable[NameHit]) -> Iterator[tuple[str, str]]:
    """ "the Jerusalem Post (JP)": what stands in brackets behind a name is that name.

    Not "Cebu (Reuters)": a name that is surely another's stays his.
    """
    for hit in hits:
        found = _INTRODUCED.match(text, hit.end)
        strong = [entry for entry, form in hit.readings if not form.weak]
        if found and len(strong) == 1 and not _is_anothers(found.group(1), strong[0]):
            yield found.group(1), strong[0]


def _is_anothers(name: str, actor_id: str) -> bool:
    sure = {entry for entry, form in registry().of_name(name) if not form.weak}
    return bool(sure) and actor_id not in sure


def settle(
    text: str,
    hit: NameHit,
    strong: set[str],
    introduced: Mapping[str, str],
    countries: Counter[str],
) -> Name | None:
    """Give whom a name of the registry means here; None if nobody, or several equally.

    Args:
        text: The article's text.
        hit: The name, and whom the registry knows by it.
        strong: The actors that the article surely names.
        introduced: What stood in brackets behind a name, and whose it is.
        countries: How often the article surely names an actor of each country.
    """
    if hit.text in introduced:
        return _name(hit, registry().entries[introduced[hit.text]], MentionKind.NAME)
    if _is_part_of_longer(text, hit) or _is_first_name(text, hit) or _opens_press(text, hit):
        return None
    readings = [
        (e, f)
        for e, f in hit.readings
        if not f.weak
        or _is_supported(registry().entries[e], f, strong)
        or is_press_here(text, hit, registry().entries[e])
    ]
    sure = [r for r in readings if not r[1].weak] or readings
    if len(sure) > 1:
        sure = _by_country(sure, countries)
    if len(sure) != 1:
        return None
    entry, form = registry().entries[sure[0][0]], sure[0][1]
    adjectival = form.how in {"adjective", "demonym"}
    return _name(hit, entry, MentionKind.ADJECTIVAL if adjectival else MentionKind.NAME)


def _is_supported(entry: Entry, form: NameForm, strong: set[str]) -> bool:
    if entry.id in strong:
        return True
    return any(
        c in strong
        or any(registry().entries[s].country == c for s in strong if s.startswith("state/"))
        for c in form.context
    )


def _is_part_of_longer(text: str, hit: NameHit) -> bool:
    """ "Nightwater Wire" is not The Wire: one word of press behind another capital is no name alone."""
    if " " in hit.text or registry().entries[hit.readings[0][0]].kind is not ActorKind.OUTLET:
        return False
    before = _CAPITAL_BEFORE.search(text[max(0, hit.start - 30) : hit.start])
    return (
        before is not None
        and not registry().of_name(before.group(1))
        and before.group(1).lower() not in NEVER_NAMES
    )


def _is_first_name(text: str, hit: NameHit) -> bool:
    """ "Amara Diallo" is nobody's town: a word no registry knows behind a place makes a person of both."""
    if " " in hit.text or registry().entries[hit.readings[0][0]].kind is not ActorKind.PLACE:
        return False
    if _IN_BEFORE.search(text[max(0, hit.start - 6) : hit.start]):
        return False
    surname = _CAPITAL_AFTER.match(text, hit.end)
    if surname is None or registry().of_name(surname.group(1)):
        return False
    word = surname.group(1).lower()
    return not (word in NEVER_NAMES | BODY_WORDS | OF_PLACES or word in words().speakers)


def _opens_press(text: str, hit: NameHit) -> bool:
    """ "the Tarsk Courier" is an outlet and no place: a word of press with a capital stands behind it."""
    entry, form = hit.readings[0]
    is_place = registry().entries[entry].kind in {ActorKind.PLACE, ActorKind.STATE}
    following = _CAPITAL_AFTER.match(text, hit.end) if is_place else None
    if following is None or form.how in {"adjective", "demonym"}:
        return False
    return following.group(1).lower() in PRESS_NAMES


def _by_country(
    readings: list[tuple[str, NameForm]], countries: Counter[str]
) -> list[tuple[str, NameForm]]:
    """Of several actors of one name, the one whose country the article speaks of most; none if level."""
    scored = sorted(
        ((countries[registry().entries[e].country or ""], (e, f)) for e, f in readings),
        key=lambda x: (-x[0], x[1][0]),
    )
    return [scored[0][1]] if scored[0][0] > scored[1][0] else []


def _name(hit: NameHit, entry: Entry, kind: MentionKind) -> Name:
    return Name(hit.start, hit.end, hit.text, entry.id, entry.kind, kind)
