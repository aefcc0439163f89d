"""Who hands the words on inside the sentence: "told OUTLET", ", citing SOURCE", "through two bishops"."""

from dataclasses import replace

from headwater.language import Token
from headwater.lexicon import is_press_service, registry
from headwater.model import ActorKind, LinkKind
from headwater.reading.grammar import VEHICLES, is_capitalised
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.citing import CITING, find_cited
from headwater.reading.shapes.contents import trimmed
from headwater.reading.speakers import Phrase, phrase_after, subject_of

#: Nouns and verbs after which "to", "with" or "by" names who was spoken to.
_OCCASIONS = frozenset(
    "interview interviews interviewed statement statements remarks comments email e-mail letter message call conversation spoke speaking quoted cited seen obtained reviewed published carried viewed aired broadcast leaked reported contacted reached asked".split()
)
_BEFORE_OUTLETS = frozenset({"to", "with", "by"})
#: Before a name that no registry knows, these make press of it: who has read a paper, who asks.
_SEEN = frozenset({"seen", "obtained", "viewed"})
_ASKED = frozenset({"interview", "interviewed"})
#: Participles behind which "in" or "on" names the outlet: "quoted in OUTLET".
_PRINTED = frozenset(
    "quoted cited published carried aired broadcast reported wrote written writing".split()
)
#: The same of what another has published before.
_PASSED = frozenset("carried relayed republished reprinted quoted cited".split())
_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
_PRESS_ACTORS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})
#: Classes of the cues whose object is charged with something, or asked to do it.
_OF_OTHERS = frozenset({"claim", "recommend", "request"})
#: Relations of what is said to its cue, where it is a clause.
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
#: Prepositions before whoever carries words between two others.
_CARRYING = frozenset({"through", "via"})
#: What words go through without being handed on by anybody, and those who only put them into another language.
_VOICELESS = frozenset({LinkKind.DOCUMENT, LinkKind.OUTLET})
_VOICES = frozenset(
    "interpreter interpreters translator translators spokesman spokeswoman spokesperson".split()
)


def with_relay(
    tokens: tuple[Token, ...], base: Attribution, low: int, high: int
) -> Attribution:
    """Look in ``tokens[low:high]``, beside the cue, for an outlet told or a source cited."""
    cited = _citing(tokens, base, low, high)
    if cited:
        return cited
    told = phrase_after(tokens, low, high) if base.cue_lemma == "tell" else None
    found = _told(tokens, replace(base, addressee=told) if told else base, low, high)
    if found.source is None or (found.relayers and found.source.kind is not LinkKind.DOCUMENT):
        return found
    return _seen_by(tokens, found, found.source)


def relayed_before(
    tokens: tuple[Token, ...], found: Attribution, low: int, verb: int
) -> Attribution:
    """Look before a cue for who hands on: "in an interview with OUTLET,", ", seen by OUTLET,", ", citing"."""
    source = found.source
    if source is None or source.last > verb or source.first < low:
        return found
    aside = find_cited(tokens, source.first + 1, verb)
    if aside and aside.first < source.last:  # the phrase holds the aside
        source = replace(source, last=aside.first - (tokens[aside.first - 1].text == ","))
        found = replace(found, source=source)
    cited = _citing(tokens, found, source.last, verb) or _citing_first(tokens, found, low)
    if cited:
        return cited
    if described := _described_to(tokens, source):
        return replace(
            found, relayers=described, relay_cue=tokens[described[0].first - 2].lower
        )
    told = _told(tokens, found, low + 1, source.first)
    told = told if told.relayer else _told(tokens, found, source.first + 1, verb)
    return told if told.relayer else _met(tokens, found, source.first + 1, verb)


def cited_between(
    tokens: tuple[Token, ...], found: Attribution, low: int, verb: int
) -> Attribution:
    """Read "A, quoting B, told OUTLET that …": what B says reaches the outlet through A."""
    source = found.source
    if not found.relayers or source is None or not low <= source.first < source.last <= verb:
        return found
    aside = find_cited(tokens, source.first + 1, verb)
    if aside is None:
        return found
    if aside.first < source.last:
        source = replace(source, last=aside.first - (tokens[aside.first - 1].text == ","))
    *between, cited = aside.phrases
    cue = ((aside.verb, aside.verb + 1),)
    return replace(found, source=cited, cue=cue, relayers=(*found.relayers, source, *between))


def relayed_behind(tokens: tuple[Token, ...], found: Attribution) -> Attribution:
    """ "rejected it in a statement seen by OUTLET", "confirmed it to OUTLET": that hangs on the cue, or on what it takes."""
    verbs = {at for part in found.cue for at in range(*part)}
    if found.relayers or len(found.content) != 1:
        return found
    low, high = found.content[0]
    for at in range(low + 1, high):
        if any(t.relation in _CLAUSES and t.head in verbs for t in tokens[:at]):
            return found
        if tokens[at].relation == "case" and _hangs_behind(tokens, at, verbs):
            heard = _heard(tokens, found, at, high)
            if heard.relayers:
                end = heard.relayers[-1].last
                is_quoting = end < high and tokens[end].text == ":"
                parts = ((low, at), (end, high)) if is_quoting else ((low, at),)
                return replace(heard, content=trimmed(tokens, parts) or found.content)
    return found


def _hangs_behind(tokens: tuple[Token, ...], case: int, verbs: set[int]) -> bool:
    """Whether the noun of a preposition is of a cue, or of the cue's object: "confirmed its age to OUTLET"."""
    noun = tokens[case].head
    over = tokens[noun].head
    is_of_object = over >= 0 and tokens[over].relation == "obj" and tokens[over].head in verbs
    return noun > case and (over in verbs or is_of_object)


def _heard(tokens: tuple[Token, ...], found: Attribution, case: int, high: int) -> Attribution:
    """Read "to OUTLET" or "in a letter to OUTLET" at its preposition."""
    noun = tokens[case].head
    if tokens[case].lower != "to":
        is_vehicle = tokens[noun].lower in _OCCASIONS
        return _told(tokens, found, noun + 1, high) if is_vehicle else found
    told = phrase_after(tokens, case + 1, high)
    if told is None or not is_press(tokens, told):
        return found
    return replace(found, addressee=told, relayers=(told,), relay_cue="to")


def _met(tokens: tuple[Token, ...], base: Attribution, low: int, high: int) -> Attribution:
    """ "a cousin, whom OUTLET reached by phone, said": the outlet hands on what he says."""
    for at in range(low, high - 1):
        outlet = phrase_after(tokens, at + 1, high) if tokens[at].lower == "whom" else None
        if outlet and outlet.kind in _PRESS and outlet.last < high:
            return replace(base, relayers=(outlet,), relay_cue=tokens[outlet.last].lower)
    return base


def cited_behind(tokens: tuple[Token, ...], found: Attribution) -> Attribution:
    """Read "OUTLET reported that …, citing SOURCE": what is behind what it reports, if the tree lets it cite."""
    if found.relayers or found.source is None or len(found.content) != 1:
        return found
    low, high = found.content[0]
    verbs = {-1, *(at for part in found.cue for at in range(*part))}
    for at in range(low + 1, high - 1):
        if tokens[at].text != "," or tokens[at + 1].lower not in CITING:
            continue
        content = trimmed(tokens, ((low, at),))
        if content and (tokens[at + 1].head in verbs or found.source.kind in _PRESS):
            return _citing(tokens, replace(found, content=content), at + 1, high) or found
    return found


def with_mediator(tokens: tuple[Token, ...], found: Attribution) -> Attribution:
    """Put whoever carried the words before the source: "informed Lima through two bishops that".

    As the tree has it, the mediator hangs on the cue. What has no voice (a letter, a platform) is no link.
    """
    at = _carrying(tokens, found)
    carrier = phrase_after(tokens, at + 1, len(tokens)) if at is not None else None
    if carrier is None or found.source is None:
        return found
    if carrier.kind in _VOICELESS or carrier.head in _VOICES | VEHICLES:
        return found
    source = found.source
    if (
        carrier.first <= source.first < carrier.last
    ):  # the engine took who carries for who speaks
        verb = found.cue[0][0]
        subject = subject_of(tokens, carrier.last, verb) if carrier.last < verb else None
        if subject is None:
            return found
        source = subject
    return replace(found, source=source, relayers=(*found.relayers, carrier))


def _carrying(tokens: tuple[Token, ...], found: Attribution) -> int | None:
    """Where a "through" or "via" stands whose noun hangs on the cue."""
    cue = {at for part in found.cue for at in range(*part)}
    for at, token in enumerate(tokens):
        if token.relation == "case" and token.lower in _CARRYING:
            noun = tokens[token.head]
            if (
                noun.relation == "conj"
            ):  # "to Lima, through two bishops": as the tree may have it
                noun = tokens[noun.head]
            if noun.head in cue and noun.relation.startswith("obl"):
                return at
    return None


def _citing(
    tokens: tuple[Token, ...], base: Attribution, low: int, high: int
) -> Attribution | None:
    """ "OUTLET reported, citing SOURCE": the source is the one cited, whoever cites relays it."""
    cited = find_cited(tokens, low, high)
    if cited is None:
        return None
    *between, source = cited.phrases
    speakers = ((base.source,) if base.source else ()) + tuple(between)
    found = replace(
        base,
        source=source,
        cue=((cited.verb, cited.verb + 1),),
        relayers=speakers,
        relay_cue=base.cue_lemma,
    )
    return _seen_by(tokens, found, source)


def _citing_first(
    tokens: tuple[Token, ...], found: Attribution, low: int
) -> Attribution | None:
    """ "Citing SOURCE, OUTLET reported that …"."""
    if found.source is None or tokens[low].lower not in CITING:
        return None
    return _citing(tokens, found, low, found.source.first)


def _seen_by(tokens: tuple[Token, ...], found: Attribution, source: Phrase) -> Attribution:
    """ "citing a memo seen by OUTLET": the outlet hands on what the memo says."""
    described = _described_to(tokens, source)
    if described:
        return replace(found, relayers=(*found.relayers, *described))
    bare = replace(found, addressee=None, relayers=())
    told = _told(tokens, bare, source.first + 1, source.last)
    further = (phrase for phrase in told.relayers if phrase not in found.relayers)
    return replace(found, relayers=(*found.relayers, *further))


def _described_to(tokens: tuple[Token, ...], source: Phrase) -> tuple[Phrase, ...]:
    """ "an assessment described to OUTLET by two officials": the outlet, and who told it what stands there."""
    for at in range(source.first + 1, source.last - 1):
        if tokens[at].lower != "to" or not tokens[at - 1].relation.startswith("acl"):
            continue
        by = next((i for i in range(at + 2, source.last) if tokens[i].lower == "by"), None)
        outlet = phrase_after(tokens, at + 1, by) if by else None
        teller = phrase_after(tokens, by + 1, source.last) if by else None
        return (outlet, teller) if outlet and teller and is_press(tokens, outlet) else ()
    return ()


def _told(tokens: tuple[Token, ...], base: Attribution, low: int, high: int) -> Attribution:
    """ "told OUTLET", "in an interview with OUTLET": the outlet that was told relays it."""
    is_told_so = base.cue_class not in _OF_OTHERS  # "accused OUTLET of lying"
    if base.addressee and base.addressee.kind in _PRESS and is_told_so:
        return replace(base, relayers=(base.addressee,), relay_cue="told")
    behind = base.cue[-1][1] if base.cue else 0
    for at in range(low, high - 1):
        occasion = tokens[at - 1].lower
        is_on = tokens[at].lower == "on" and is_capitalised(
            tokens[at + 1]
        )  # "said on Lakeside FM"
        is_right_behind = at == behind and (is_on or tokens[at].lower == "to")
        is_told = occasion in _OCCASIONS or is_right_behind
        is_in = tokens[at].lower in {"in", "on"} and occasion in _PRINTED
        if is_in or is_right_behind or (tokens[at].lower in _BEFORE_OUTLETS and is_told):
            outlet = phrase_after(tokens, at + 1, high)
            is_source = base.source is not None and at + 1 == base.source.first
            if outlet and occasion in _SEEN | _ASKED and _is_unknown(tokens, outlet):
                outlet = replace(outlet, kind=LinkKind.OUTLET)
            if outlet and is_press(tokens, outlet) and not is_source:
                relayers = _handed_down(tokens, at - 1, high) or (outlet,)
                return replace(base, relayers=relayers, relay_cue=occasion, channel=occasion)
    return base


def _handed_down(tokens: tuple[Token, ...], low: int, high: int) -> tuple[Phrase, ...]:
    """ "First published by OUTLET and carried by AGENCY": whoever carried it has it from who published."""
    named: dict[bool, list[Phrase]] = {True: [], False: []}
    for at in range(low, high - 2):
        participle = tokens[at].lower
        is_by = (
            tokens[at + 1].lower in {"by", "in"} and participle in _PRINTED | _SEEN | _PASSED
        )
        outlet = phrase_after(tokens, at + 2, high) if is_by else None
        if outlet and is_press(tokens, outlet):
            named[participle in _PASSED].append(outlet)
    return (*named[True], *named[False])


def _is_unknown(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """A name that no registry knows but as press: who has seen a paper and hands on what it says mostly is."""
    inside = tokens[phrase.first : phrase.last]
    known = registry().find_names(" ".join(token.text for token in inside))
    kinds = {registry().entries[entry].kind for hit in known for entry, _ in hit.readings}
    return all(map(is_capitalised, inside)) and kinds <= _PRESS_ACTORS


def is_press(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Tell whether a phrase is an outlet, or what calls itself one: "the agency", "the state news agency Telkarven"."""
    name = " ".join(token.text for token in tokens[phrase.first : phrase.last])
    return phrase.kind in _PRESS or is_press_service(name) or name == "the agency"
