"""By when a commitment falls due, in its words and in days."""

from bisect import bisect_right
from datetime import date

from headwater.language import Parse
from headwater.lexicon import condition_words
from headwater.model import Time, TriggerRole
from headwater.reading.commitments.ahead import NEGATIONS
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.ultimatums import POINTS_BACK
from headwater.reading.times import find_times, time_in_words

#: A time that begins so ends the wait; "until Friday" only says how long something holds.
_DUE = ("by ", "within ", "before ", "no later than ", "not later than ", "in the next ")
#: In a consequence also a day by itself: "will walk out on 3 April".
_DUE_ON = (*_DUE, "on ")
#: In what would follow a trigger.
_DUE_BY = tuple(opening for opening in _DUE_ON if opening not in {"within ", "in the next "})
#: In an order of the sentence before: "has until dawn to leave".
_DUE_UNTIL = (*_DUE, "until ")


class Deadlines:
    """The last days that an article names.

    Args:
        parse: The article.
        published: First and last day of publication, for "by Friday"; None is unknown.
    """

    def __init__(self, parse: Parse, published: tuple[date, date] | None) -> None:
        self._parse = parse
        self._times = find_times(parse.text, 0, len(parse.text), published)

    def of(self, clause: Clause) -> str | None:
        """Give by when a commitment falls due, in its words and, where known, in days.

        How soon it would follow what may never come ("within hours, if they fire") is no such day;
        of what goes on, or is not done, the time runs from now ("within two days, if the siege goes on").
        """
        if clause.due:
            return self._day_given(clause.due)
        is_linked = clause.trigger is not None and self._is_apart(clause)
        parts = (
            (clause.trigger, _DUE_UNTIL if is_linked else _DUE),
            (clause.consequence, _DUE_BY if self._is_to_come(clause) else _DUE_ON),
        )
        for part, openings in parts:
            for time in self._times if part else ():
                if part and part[0] <= time.start and time.end <= part[1] and self._is_due(time, openings):  # fmt: skip
                    return time_in_words(time)
        feasts = filter(None, (self._feast(part, opens) for part, opens in parts if part))
        return next(feasts, None) or self._day_before(clause)

    def _is_to_come(self, clause: Clause) -> bool:
        """Tell whether the trigger is an event that may come, and no state that lasts, or lack of one."""
        if clause.trigger is None or clause.role is not TriggerRole.SUFFICIENT:
            return False
        said = f" {self._parse.words(*clause.trigger).lower()} "
        return not any(f" {word} " in said for word in NEGATIONS | condition_words()["lasts"])

    def _day_before(self, clause: Clause) -> str | None:
        """Give the last day that "after that day" points back to: "They have until 10 May. If they are still here …"."""
        start, end = clause.trigger or (0, 0)
        if not POINTS_BACK.search(self._parse.text[start:end].lower()):
            return None
        at = bisect_right(self._parse.sentences, start, key=lambda s: s.end)
        first = self._parse.sentences[max(at - 1, 0)].start
        near = (t for t in self._times if first <= t.start and t.end <= start)
        return next((time_in_words(t) for t in near if self._is_due(t, _DUE_UNTIL)), None)

    def _day_given(self, place: tuple[int, int]) -> str:
        """Give the time somebody is given, with its days where they are known."""
        inside = (t for t in self._times if place[0] <= t.start and t.end <= place[1])
        time = next(inside, None)
        return (
            time_in_words(time) if time else " ".join(self._parse.text[slice(*place)].split())
        )

    def _feast(self, part: tuple[int, int], openings: tuple[str, ...]) -> str | None:
        """Give a last day that no calendar here knows, in its words: "by the end of Lent"."""
        text = self._parse.text
        for name in self._parse.names:
            if name.kind == "TIME" and part[0] <= name.start and name.end <= part[1]:
                lead = text[part[0] : name.start].lower()
                opening = next((o for o in _DUE if o in openings and lead.endswith(o)), "")
                words = text[name.start - len(opening) : name.end]
                if opening or words.lower().startswith(openings):
                    return " ".join(words.split())
        return None

    def _is_apart(self, clause: Clause) -> bool:
        """Tell whether the trigger stands in a sentence of its own."""
        trigger = clause.trigger
        return trigger is not None and any(
            s.start <= trigger[0] and trigger[1] <= s.end < clause.consequence[0]
            for s in self._parse.sentences
        )

    def _is_due(self, time: Time, openings: tuple[str, ...]) -> bool:
        return f"{time.text.lower()} ".startswith(openings)
