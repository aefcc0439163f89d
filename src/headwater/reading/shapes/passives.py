"""Who says it behind a passive: "THEY had been told by SOURCE that", "… to wait", "THEY are said by SOURCE to have"."""

from headwater.language import Token
from headwater.lexicon import words
from headwater.model import LinkKind
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.contents import behind_aside, trimmed
from headwater.reading.shapes.verbs import PASSIVE, group_start
from headwater.reading.speakers import (
    Phrase,
    governed_subject,
    hangs_on,
    phrase_after,
    phrase_before,
    read_phrase,
    subject_of,
)

#: With them no name of a speaker opens: "including a nurse".
_NOT_FIRST = frozenset({"ADP", "VERB"})
_PEOPLE = frozenset({LinkKind.GROUP, LinkKind.PERSON, LinkKind.UNNAMED})
_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
#: Verbs of which somebody is told: "had been warned by SOURCE that".
_TELLING = frozenset("told warned informed assured advised notified".split())
#: Classes of the verbs that ask: "were ordered by SOURCE to wait".
_ASKING = frozenset({"request", "recommend"})
#: Verbs of learning, from somebody who said it.
_HEARING = frozenset("heard learned learnt understands".split())


def find_told_by(
    tokens: tuple[Token, ...], low: int, verb: int, high: int
) -> Attribution | None:
    """Read "THEY had been told by SOURCE that …" or "THEY were reported by SOURCE to have …" at a verb."""
    if verb + 2 >= high or verb <= low:
        return None
    if tokens[verb].lower in _HEARING and tokens[verb + 1].lower == "from":
        return _heard_from(tokens, low, verb, high)
    if tokens[verb].lower not in words().verbs:
        return None
    if tokens[verb - 1].lower not in PASSIVE or tokens[verb + 1].lower != "by":
        return None
    source = phrase_after(tokens, verb + 2, _infinitive(tokens, verb, high), any_noun=True)
    if source is None or source.last >= high:
        return None
    opening, start = tokens[source.last].lower, source.last + 1
    if opening == ",":  # ", on condition of anonymity, that"
        start = behind_aside(tokens, source.last, high)
        opening = tokens[start].lower
    subject = phrase_before(tokens, low, group_start(tokens, verb, low), any_noun=True)
    if opening == "that" and tokens[verb].lower in _TELLING:
        content = trimmed(tokens, ((start, high),))
        return _attribution(tokens, verb, source, content, subject)
    if opening == "to":
        return _with_infinitive(tokens, verb, high, source, subject)
    return None


def _with_infinitive(
    tokens: tuple[Token, ...], verb: int, high: int, source: Phrase, subject: Phrase | None
) -> Attribution | None:
    """ "THEY were told by SOURCE to wait": what they are to do; "… were said by SOURCE to wait": that they do."""
    if _asks(tokens, verb):
        content = trimmed(tokens, ((source.last, high),))
        return _attribution(tokens, verb, source, content, subject)
    if subject is None:
        return None
    content = trimmed(tokens, ((subject.first, subject.last), (source.last, high)))
    return _attribution(tokens, verb, source, content, None)


def _infinitive(tokens: tuple[Token, ...], verb: int, high: int) -> int:
    """Give the "to" of what somebody is told to do, before which whoever tells him ends; else ``high``."""
    below = (at for at in range(verb + 3, high) if tokens[at].lower == "to")
    return next((at for at in below if tokens[tokens[at].head].head == verb), high)


def _asks(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell "were told by SOURCE to wait", which asks, from "were said by SOURCE to wait"."""
    word = tokens[verb].lower
    return word in _TELLING or words().verbs[word].cue_class in _ASKING


def _heard_from(
    tokens: tuple[Token, ...], low: int, verb: int, high: int
) -> Attribution | None:
    """ "THEY had heard from SOURCE that …"; an outlet that has, hands it on."""
    source = phrase_after(tokens, verb + 2, high)
    if source is None or source.last >= high or tokens[source.last].lower != "that":
        return None
    content = trimmed(tokens, ((source.last + 1, high),))
    if not content:
        return None
    hearer = phrase_before(tokens, low, group_start(tokens, verb, low))
    is_press = hearer is not None and hearer.kind in _PRESS
    return Attribution(
        source=source, cue=((verb, verb + 2),), cue_class="neutral", cue_lemma=tokens[verb].lower,
        content=content, shape="leading", relayers=(hearer,) if hearer and is_press else (),
        relay_cue=tokens[verb].lower if is_press else None,
    )  # fmt: skip


def overheard(tokens: tuple[Token, ...], low: int, verb: int) -> Phrase | None:
    """Find who speaks in "SOURCE can be heard saying", "SOURCE was filmed telling the guards"."""
    group = group_start(tokens, verb - 1, low)
    is_passive = any(tokens[at].lower in PASSIVE for at in range(group, verb - 1))
    if not is_passive or tokens[verb - 1].tag != "VERB":
        return None
    subjects = (subject_of(tokens, low, at, any_noun=True) for at in (verb - 1, verb))
    return next(filter(None, subjects), None) or phrase_before(
        tokens, low, group, any_noun=True
    )


def described(tokens: tuple[Token, ...], low: int, verb: int) -> Phrase | None:
    """Find who speaks in "saw SOURCE telling the guards that": somebody the tree says it of; a paper says it otherwise."""
    head = tokens[verb].head
    if not tokens[verb].relation.startswith("acl") or not low <= head < verb:
        return None
    first = next((at for at in range(low, head + 1) if hangs_on(tokens, at, head)), head)
    first = next(
        at for at in range(first, head + 1) if tokens[at].tag not in _NOT_FIRST or at == head
    )
    source = read_phrase(tokens, first, head + 1)
    return source if source and source.kind in _PEOPLE else None


def who_did(tokens: tuple[Token, ...], low: int, group: int) -> Phrase | None:
    """Find whose act an infinitive that opens a stretch is: "THEY are said by SOURCE to have told …"."""
    is_perfect = tokens[group].lower == "have" and group == low + 1
    if not is_perfect or tokens[low].lower != "to":
        return None
    return governed_subject(tokens, low)


def _attribution(
    tokens: tuple[Token, ...],
    verb: int,
    source: Phrase,
    content: tuple[tuple[int, int], ...],
    addressee: Phrase | None,
) -> Attribution | None:
    if not content:
        return None
    cue = words().verbs[tokens[verb].lower]
    is_told_to = cue.lemma == "tell" and tokens[content[0][0]].lower == "to"
    cue_class = "request" if is_told_to else cue.cue_class
    hands_on = addressee is not None and addressee.kind in _PRESS
    return Attribution(
        source=source, cue=((verb - 1, verb + 1),), cue_class=cue_class, cue_lemma=cue.lemma,
        content=content, shape="leading", addressee=addressee,
        relayers=(addressee,) if addressee and hands_on else (), relay_cue="told" if hands_on else None,
    )  # fmt: skip
