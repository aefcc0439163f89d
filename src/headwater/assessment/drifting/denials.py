"""Who denies what others say, or takes it back."""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.assessment.drifting.polarity import affirms
from headwater.assessment.drifting.telling import Telling, cosine
from headwater.assessment.drifting.voices import are_two_voices
from headwater.assessment.drifting.withdrawal import withdrawing_words
from headwater.model import Standing

#: Cosine from which a denial, told with who denies, may be about a telling; and one that is taken back.
_SAME_MATTER = 0.55
_SAME_PASSAGE = 0.6
#: Cosine that is enough where most of the denied words are said.
_SAME_WORDS, _MOST = 0.4, 0.6
#: Telling words that what is denied must share with who says so.
_FEWEST_SHARED = 2
#: More than any cosine.
_NEVER = 2.0
_ANY = frozenset(Standing)
#: What a telling that stands so denies.
_DENIES = {
    Standing.DENIED: frozenset({Standing.HELD, Standing.MIXED}),
    Standing.RULED_OUT: frozenset({Standing.AHEAD, Standing.MIXED}),
}
_NO = frozenset({"not", "nt", "never"})


@dataclass(frozen=True, slots=True)
class Denial:
    """A telling, another that denies it, and the words that do."""

    said: Telling
    denied: Telling
    words: str

    @property
    def is_of_one_article(self) -> bool:
        """Whether an article tells both: who says so, and who denies it."""
        return self.said.article.id == self.denied.article.id


def find_denials(tellings: Sequence[Telling]) -> tuple[Denial, ...]:
    """Find every denial and withdrawal among the tellings of one storyline, with what it is about.

    Each sentence that denies is linked with the one telling of another article that it is likest to, or
    else of another speaker of its own, and that does not deny itself; a denial that is like none is
    left alone. Nothing that stands in an article that takes a report back is taken for what the report said.
    """
    denying = [(t, words) for t in tellings if (words := _denying_words(t))]
    if not denying:
        return ()
    plain = _plain(tellings, [t for t, _ in denying])
    matched = [
        (cosine(said, denied) + _common(said, denied), Denial(said, denied, words))
        for denied, words in denying
        for said in plain
        if _is_about(denied, said)
    ]
    found: list[Denial] = []
    for _, one in sorted(matched, key=_rank):
        if not any(one.denied.is_beside(other.denied) for other in found):
            found.append(one)
    return tuple(found)


def _rank(match: tuple[float, Denial]) -> tuple[bool, float, str, str]:
    likeness, one = match
    return one.is_of_one_article, -likeness, one.said.id, one.denied.id


def _plain(tellings: Sequence[Telling], denying: Sequence[Telling]) -> list[Telling]:
    """Give what is told as being so, in sentences that deny nothing and articles that take nothing back."""
    withdrawing = {t.article.id for t in denying if withdrawing_words(t)}
    passages = {(t.article.id, t.passage) for t in denying}
    return [
        t
        for t in tellings
        if affirms(t)
        and not t.is_fragment
        and t.article.id not in withdrawing
        and (t.article.id, t.passage) not in passages
    ]


def _denying_words(telling: Telling) -> str | None:
    """Give the words by which a telling denies its content, or its sentence takes a report back."""
    if telling.statement.is_denied and telling.statement.cue and telling.statement.source:
        return None if _is_negated(telling) else _sentence_of(telling)
    if telling.statement.standing is Standing.DENIED and not telling.is_fragment:
        return withdrawing_words(telling) or telling.words
    return withdrawing_words(telling)


def _sentence_of(telling: Telling) -> str:
    """Give who denies, how, and what, as one stretch of the article."""
    spans = (*telling.statement.source, *telling.statement.cue, *telling.statement.content)
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    is_near = telling.passage.start <= start and end <= telling.passage.end
    return telling.article.text[start:end] if is_near else telling.words


def _is_negated(telling: Telling) -> bool:
    """ "did not dispute" denies nothing."""
    cue = telling.statement.cue
    inside = [t for t in telling.tokens if cue[0].start <= t.start < cue[-1].end]
    before = [t for t in telling.tokens if t.end <= cue[0].start][-2:]
    return any(t.key in _NO or t.key.endswith("nt") for t in (*before, *inside))


def _is_about(denied: Telling, said: Telling) -> bool:
    if not are_two_voices(said, denied):
        return False
    if said.statement.standing not in _denied_by(denied):
        return False
    shared = {t.stem for t in denied.content if t.tells} & said.stems
    if len(shared) < _FEWEST_SHARED:
        return False
    likeness = cosine(said, denied)
    is_in_its_words = likeness >= _SAME_WORDS and _common(said, denied) >= _MOST
    return likeness >= _least(denied) or is_in_its_words


def _denied_by(denied: Telling) -> frozenset[Standing]:
    """Give how what is denied stands where it is told: who denies a threat does not deny the deed."""
    standing = denied.statement.standing
    if standing is Standing.DENIED and not denied.statement.is_denied:
        return frozenset({Standing.HELD})
    return _DENIES.get(standing, _ANY)


def _least(denied: Telling) -> float:
    """Give the cosine that is enough; a mere "not" may be of something else, and needs the same words."""
    if denied.statement.is_denied:
        return _SAME_MATTER
    return _SAME_PASSAGE if withdrawing_words(denied) else _NEVER


def _common(said: Telling, denied: Telling) -> float:
    """Share of the denied words that are said, 0 to 1; of a denial that is about it, so that there are some."""
    words = {t.stem for t in denied.content if t.tells}
    return len(words & said.stems) / len(words)
