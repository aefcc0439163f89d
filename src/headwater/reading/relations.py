"""Ties between two actors, read off the words that join their mentions."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from headwater.language import Parse, Sentence
from headwater.model import ActorKind, Mention, MentionKind, Relation, digest
from headwater.reading.ties import (
    ALLY,
    ANY_OFFICE,
    ART,
    AWAIT,
    COMPOUNDS,
    CONDITIONAL,
    DENIED,
    FIGHT_AFTER,
    FIGHT_BEFORE,
    GIVEN,
    INFERRED,
    MODS,
    NEEDS_INFINITIVE,
    OFFICE,
    OFFICE_OF,
    OFFICES,
    ORDERS,
    PART,
    PROXY,
    RANK_AND_FILE,
    REQUESTED,
    SIDE,
    STATE_MEDIA,
    TAILS,
    TIES,
    Tie,
)

#: Characters between two mentions beyond which no pattern is tried.
_REACH = 90
#: Characters before a tie that may soften it or ask for it.
_LEAD = 60
_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE_ORGAN, ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.GROUP})  # fmt: skip
_NAMED_BODIES = _BODIES - {ActorKind.GROUP}


@dataclass(frozen=True, slots=True)
class _Found:
    """A tie as found: who, what, whom, and where the words stand."""

    subject: Mention
    kind: str
    object: Mention
    start: int
    end: int
    modality: str | None = None


def find_relations(
    article_id: str, parse: Parse, mentions: Sequence[Mention]
) -> tuple[Relation, ...]:
    """Find who backs, leads, commands, belongs to, coordinates with or waits for whom.

    Only the words between two mentions of one sentence are read ("Iran-backed", "loyal to",
    "commander of", "awaiting orders from"), so that every tie can show them. The strength of
    the words is kept: "urged" gives instructions, "ordered about by" does not become command.
    A tie that is denied is left out; each is told once for the same words.
    """
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end, m.id))
    starts = [m.start for m in ordered]
    relations: dict[str, Relation] = {}
    for sentence in parse.sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        inside = [m for m in ordered[first:last] if m.end <= sentence.end]
        for found in _of_sentence(parse.text, sentence, inside):
            if found.subject.actor_id != found.object.actor_id and not _is_denied(
                parse.text, found
            ):
                relation = _relation(article_id, parse.text, sentence, found)
                relations.setdefault(relation.id, relation)
    return tuple(sorted(relations.values(), key=lambda r: (r.start, r.end, r.id)))


def _is_denied(text: str, found: _Found) -> bool:
    """Tell "is not allied with"; "they do not move without orders" is no denial of the orders."""
    joined = _joining_words(text, found)
    return found.kind != "awaits_orders_from" and DENIED.search(joined) is not None


def _of_sentence(text: str, sentence: Sentence, inside: list[Mention]) -> Iterator[_Found]:
    holders = [m for n, m in enumerate(inside) if _holds_any(m, inside, n + 1)]
    for n, first in enumerate(inside):
        for second in _from(inside, n + 1, first.end + _REACH):
            if first.end <= second.start:
                if _is_outermost(first, second, holders):
                    yield from _between(text, sentence, first, second, inside)
            elif second.end <= first.end and _is_parent(first, second, holders):
                yield from _nested(text, first, second)


def _from(inside: list[Mention], number: int, reach: int) -> Iterator[Mention]:
    """The mentions from one on that begin within reach; all behind them lie farther off."""
    return takewhile(lambda m: m.start <= reach, islice(inside, number, None))


def _holds_any(outer: Mention, inside: list[Mention], number: int) -> bool:
    return any(_holds(outer, m) for m in _from(inside, number, outer.end))


def _is_outermost(first: Mention, second: Mention, holders: list[Mention]) -> bool:
    """Tell whether no longer mention stands for either of the two on its own side of the gap."""
    return not any(
        (_holds(m, first) and m.end <= second.start)
        or (_holds(m, second) and first.end <= m.start)
        for m in holders
    )


def _is_parent(outer: Mention, inner: Mention, holders: list[Mention]) -> bool:
    """Tell whether ``outer`` is the smallest mention around ``inner``."""
    return not any(_holds(outer, m) and _holds(m, inner) for m in holders)


def _holds(outer: Mention, inner: Mention) -> bool:
    is_around = outer.start <= inner.start and inner.end <= outer.end
    return is_around and (outer.start, outer.end) != (inner.start, inner.end)


def _between(
    text: str, sentence: Sentence, first: Mention, second: Mention, inside: list[Mention]
) -> Iterator[_Found]:
    """Yield the tie that the words between two mentions make, if there is one."""
    gap = text[first.end : second.start]
    readers: tuple[Callable[[], _Found | None], ...] = (
        lambda: _by_table(text, sentence, first, second),
        lambda: _by_side(text, first, second, gap),
        lambda: _by_office(text, first, second, gap),
        lambda: _by_apposition(text, sentence, first, second),
        lambda: _by_organ(first, second, gap),
        lambda: _by_fight(text, first, second),
        lambda: _by_waiting(text, first, second, inside),
    )
    found = next((f for reader in readers if (f := reader()) is not None), None)
    if found is not None and found.kind == "has_member":
        yield replace(found, subject=_class_named(first, inside))
    elif found is not None:
        yield found


def _class_named(first: Mention, inside: list[Mention]) -> Mention:
    """Give the groups in "leaders of armed groups, including X": X is one of them, no leader."""
    within = [
        m for m in inside if _holds(first, m) and m.end == first.end and m.type in _BODIES
    ]
    return within[0] if within else first


def _by_table(text: str, sentence: Sentence, first: Mention, second: Mention) -> _Found | None:
    gap = text[first.end : second.start]
    after = text[second.end : sentence.end]
    for tie in TIES:
        if tie.between.fullmatch(gap) and _may_hold(tie, first, second, after):
            pair = (second, first) if tie.is_turned else (first, second)
            return _Found(pair[0], tie.kind, pair[1], first.start, second.end)
    return None


def _may_hold(tie: Tie, first: Mention, second: Mention, after: str) -> bool:
    """Tell whether the actors are of a kind that the tie can join."""
    if tie.kind == NEEDS_INFINITIVE:
        return re.match(r"[\w\s,’'”\"]{0,40}?\bto [a-z]", after) is not None
    if tie.kind == "has_member":
        return first.type in _BODIES and second.type in _NAMED_BODIES
    # "met the Iraqi minister", "backs Iran's plan": the actor named is not the one meant.
    return second.kind is not MentionKind.ADJECTIVAL and not re.match(r"['’]s? [a-z]", after)


def _by_side(text: str, first: Mention, second: Mention, gap: str) -> _Found | None:
    """Read "pro-X Y" and "anti-X Y"."""
    side = SIDE.search(text[max(0, first.start - 5) : first.start])
    if side is None or not re.fullmatch(rf" {MODS}[“\"‘(]?", gap):
        return None
    if second.type in {ActorKind.STATE, ActorKind.PLACE}:
        return None
    kind = "aligned_with" if side["side"].lower() == "pro" else "in_conflict_with"
    return _Found(second, kind, first, first.start - len(side.group()), second.end)


def _by_office(text: str, first: Mention, second: Mention, gap: str) -> _Found | None:
    """Read "X's commander Y", "Iranian President Y", "X leader Y"."""
    office = OFFICE.fullmatch(gap)
    if office is None or second.type is not ActorKind.PERSON:
        return None
    before = text[max(0, first.start - 7) : first.start]
    if re.search(r"['’]s $", before):  # "France's Libya envoy" speaks for France
        return None
    is_former = office["former"] or re.search(r"\b(?:[Ff]ormer|[Ll]ate) $", before)
    kind = _office_kind(office, is_former=bool(is_former))
    return _Found(second, kind, first, first.start, second.end) if kind else None


def _by_apposition(
    text: str, sentence: Sentence, first: Mention, second: Mention
) -> _Found | None:
    """Read "Y, commander of X" and "commander of X, Y"."""
    gap = text[first.end : second.start]
    after = re.fullmatch(
        rf"(?:, | (?:is|was) |, who (?:is|was) ){ART}(?:{OFFICE_OF.pattern})", gap
    )
    if after and first.type in {ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.GROUP}:
        kind = _office_kind(after, is_former=bool(after["former"]))
        return _Found(first, kind, second, first.start, second.end) if kind else None
    if second.type is not ActorKind.PERSON or not re.fullmatch(
        r",? (?:[A-Z][\w.-]* ){0,2}", gap
    ):
        return None
    heads = list(
        OFFICE_OF.finditer(text, max(sentence.start, first.start - _REACH), first.start)
    )
    if not heads or heads[-1].end() != first.start:
        return None
    kind = _office_kind(heads[-1], is_former=bool(heads[-1]["former"]))
    return _Found(second, kind, first, heads[-1].start(), second.end) if kind else None


def _office_kind(office: re.Match[str], *, is_former: bool) -> str | None:
    """Name the tie an office makes; of former ones only a premiership has a name of its own."""
    kind = next((name for name, _ in OFFICES if office[name]), None)
    if RANK_AND_FILE.search(office.group()) and kind in {"leads", "commands"}:
        return "member_of"
    if office.groupdict().get("of") == "to" and kind not in {"adviser_to", "envoy_of"}:
        return None  # an ambassador to X is not X's
    if is_former:
        return "former_pm_of" if kind == "pm_of" else None
    return "holds_office_in" if kind == "pm_of" else kind


def _by_fight(text: str, first: Mention, second: Mention) -> _Found | None:
    """Read "X and Y fought" and "the war between X and Y"."""
    if not re.fullmatch(r" and (?:the )?", text[first.end : second.start]):
        return None
    ahead = FIGHT_BEFORE.search(text[max(0, first.start - 30) : first.start])
    if ahead is None and FIGHT_AFTER.match(text[second.end : second.end + 30]) is None:
        return None
    start = first.start - (len(ahead.group()) if ahead else 0)
    return _Found(first, "in_conflict_with", second, start, second.end)


def _by_organ(first: Mention, second: Mention, gap: str) -> _Found | None:
    """Read "Iran's army", "the Israeli military", "Iranian state media X"."""
    if first.type is not ActorKind.STATE:
        return None
    if STATE_MEDIA.fullmatch(gap) and second.type in {ActorKind.OUTLET, ActorKind.AGENCY}:
        return _Found(second, "state_media_of", first, first.start, second.end)
    if second.type is ActorKind.STATE_ORGAN and re.fullmatch(
        r"(?:['’]s?)? (?:elite |powerful )?", gap
    ):
        return _Found(second, "part_of", first, first.start, second.end)
    return None


def _by_waiting(
    text: str, first: Mention, second: Mention, inside: list[Mention]
) -> _Found | None:
    """Read "X awaits orders from Y" and "X waits for Iranian orders"."""
    gap = text[first.end : second.start]
    found = AWAIT.fullmatch(gap)
    has_orders = found is not None and re.search(ORDERS, gap[found.end("who") :])
    is_adjective = re.match(
        rf"(?:['’]s)? {GIVEN}{ORDERS}\b", text[second.end : second.end + 40]
    )
    if found is None or not (has_orders or is_adjective) or first.type is ActorKind.PLACE:
        return None
    nearer = [
        m
        for m in inside
        if first.end <= m.start and m.end <= second.start and m.type in _BODIES
    ]
    if nearer or first.kind is MentionKind.ADJECTIVAL:
        return None
    end = second.end + (is_adjective.end() if is_adjective and not has_orders else 0)
    return _Found(first, "awaits_orders_from", second, first.start, end)


def _nested(text: str, outer: Mention, inner: Mention) -> Iterator[_Found]:
    """Yield the tie between a description and an actor named inside it."""
    before, after = text[outer.start : inner.start], text[inner.end : outer.end]
    kind, is_turned = _nested_kind(outer, inner, before, after)
    if kind:
        pair = (inner, outer) if is_turned else (outer, inner)
        yield _Found(pair[0], kind, pair[1], outer.start, outer.end)


def _nested_kind(
    outer: Mention, inner: Mention, before: str, after: str
) -> tuple[str | None, bool]:
    """Name the tie of "Iran-backed group", "leaders of X", "factions loyal to X", "X's allies"."""
    is_head = " of " not in before  # in "leaders of the pro-X party" it is the party that leans
    if is_head and (joined := re.match(r"-(?P<how>\w+) ", after)):
        return COMPOUNDS.get(joined["how"].lower(), (None, False))
    if is_head and (side := SIDE.search(before)):
        return ("aligned_with" if side["side"].lower() == "pro" else "in_conflict_with"), False
    for kind, rule, is_turned in TAILS:
        if rule.search(before) and inner.kind is not MentionKind.ADJECTIVAL:
            is_member = kind == "leads" and RANK_AND_FILE.search(before)
            return ("member_of" if is_member else kind), is_turned
    heads = list(OFFICE_OF.finditer(before))
    if heads and heads[-1].end() == len(before) and inner.kind is not MentionKind.ADJECTIVAL:
        return _office_kind(heads[-1], is_former=bool(heads[-1]["former"])), False
    return _part_or_office(outer, inner, before, after)


def _part_or_office(
    outer: Mention, inner: Mention, before: str, after: str
) -> tuple[str | None, bool]:
    """Name the tie of "X's military wing", "X's allies", "the Iranian ambassador", "X's army"."""
    if PROXY.fullmatch(after):
        return "backs", True
    if ALLY.fullmatch(after):
        return "allied_with", False
    is_adjective = inner.kind is MentionKind.ADJECTIVAL
    if PART.fullmatch(after) and not is_adjective:
        return "part_of", False
    office = re.fullmatch(rf"(?:['’]s?)? {MODS}?(?:{ANY_OFFICE})(?: (?:to|in|for) .*)?", after)
    is_of_another = before.endswith(("'s ", "’s ")) or (
        is_adjective and office and office["leads"]
    )
    if office and not is_of_another:
        kind = _office_kind(office, is_former=bool(re.search(r"\b[Ff]ormer $", before)))
        is_member = kind == "leads" and RANK_AND_FILE.search(before)
        return ("member_of" if is_member else kind), False
    is_organ = inner.type is ActorKind.STATE and outer.type is ActorKind.STATE_ORGAN
    return ("part_of" if is_organ and not before.strip() else None), False


def _relation(article_id: str, text: str, sentence: Sentence, found: _Found) -> Relation:
    subject, kind, obj = found.subject.actor_id, found.kind, found.object.actor_id
    return Relation(
        id=digest("relation", article_id, subject, kind, obj, found.start),
        subject=subject,
        kind=kind,
        object=obj,
        modality=_modality(text, sentence, found),
        article_id=article_id,
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
    )


def _modality(text: str, sentence: Sentence, found: _Found) -> str:
    """Tell how firmly the text puts the tie: from the words of it and those just before."""
    words = text[found.start : found.end]
    lead = text[max(sentence.start, found.start - _LEAD) : found.start]
    if found.kind == "awaits_orders_from" and REQUESTED.search(lead + words):
        return "requested"
    joined = _joining_words(text, found)
    if CONDITIONAL.search(joined):
        return "conditional"
    return "inferred" if INFERRED.search(joined) or INFERRED.search(lead) else "asserted"


def _joining_words(text: str, found: _Found) -> str:
    """Give what stands between the two mentions, or within the outer one."""
    first, second = sorted((found.subject, found.object), key=lambda m: m.start)
    return (
        text[first.end : second.start]
        if first.end <= second.start
        else text[found.start : found.end]
    )
