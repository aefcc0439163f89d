"""Since when and until when an office is held, where the sentence says so."""

from datetime import date

from headwater.lexicon import tie_words
from headwater.model import Time, TimeKind
from headwater.reading.relations.scene import Scene, Seen
from headwater.reading.times import find_times

_BOUNDS = frozenset({"since", "until", "till", "from", "between"})
#: How a word stands under another beyond which a time no longer belongs to it.
_APART = frozenset({"nsubj", "acl", "advcl", "ccomp", "parataxis", "root", "conj"})
_STEPS = 4
Dates = tuple[str | None, str | None]


def tenure_of(scene: Scene, seen: Seen, published: tuple[date, date] | None) -> Dates:
    """Give the first and last day of a tie as ISO dates; None where the sentence does not say.

    An office that somebody held before ("former") ended at the latest when the article was published.
    """
    last = published[1].isoformat() if published and seen.is_former else None
    words = tie_words()
    verb = _turning(scene, seen.trigger)
    if verb is None and not any(t.lower in _BOUNDS for t in scene.tokens):
        return None, last
    since: str | None = None
    until: str | None = None
    for time in find_times(scene.text, scene.sentence.start, scene.sentence.end, published):
        if not _hangs_on(scene, time, seen, verb):
            continue
        if time.kind is TimeKind.SINCE or _says(scene, time, "from"):
            since = since or time.earliest
        elif time.kind is TimeKind.UNTIL:
            until = until or time.latest
        elif verb is not None and scene.word(verb) in words.begins:
            since = since or time.earliest
        elif verb is not None and scene.word(verb) in words.ends:
            until = until or time.latest
    return since, until or last


def _turning(scene: Scene, at: int) -> int | None:
    """Give the verb by which an office begins or ends."""
    words, over = tie_words(), scene.tokens[at].head
    return over if over >= 0 and scene.word(over) in words.begins | words.ends else None


def _says(scene: Scene, time: Time, word: str) -> bool:
    before = scene.text[max(scene.sentence.start, time.start - 8) : time.start]
    return before.rstrip().lower().endswith(" " + word)


def _hangs_on(scene: Scene, time: Time, seen: Seen, verb: int | None) -> bool:
    """Tell whether a time stands under the tie or the verb that begins it, or right behind its words."""
    end = max(seen.object.end, seen.subject.end, scene.tokens[seen.trigger].end)
    if 0 <= time.start - end <= 2 and "." not in scene.text[end : time.start]:
        return True
    for at in (n for n, t in enumerate(scene.tokens) if time.start <= t.start < time.end):
        for _ in range(_STEPS):
            if at in {seen.trigger, verb}:
                return True
            if scene.is_in(at, *_APART):
                break
            at = scene.tokens[at].head  # noqa: PLW2901 - climbs
    return False
