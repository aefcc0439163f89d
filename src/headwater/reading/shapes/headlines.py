"""The shapes of headlines, which need no verb: "CONTENT: SPEAKER", "CONTENT – SPEAKER", "SPEAKER: CONTENT"."""

from headwater.language import Token
from headwater.lexicon import registry, words
from headwater.model import ActorKind, LinkKind
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.citing import CITING
from headwater.reading.shapes.contents import is_in_quotation, trimmed
from headwater.reading.speakers import Phrase, phrase_after, read_phrase

_PRESS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY})
_MARKS = frozenset(":–—-|")
_STOPS = frozenset(".?!…;")
#: What stands before a colon as what the text is about, or what sort of text it is: "Sudan:", "Analysis:".
_TOPICS = frozenset({ActorKind.STATE, ActorKind.OUTLET, ActorKind.AGENCY})
#: Before a colon these may only say where the text is from.
_LABELS = frozenset({"report", "reports", "source", "sources"})
_VERBS = frozenset({"AUX", "VERB"})
_LONGEST_SPEAKER = 9
_FEWEST_WORDS = 3


def find_headline(tokens: tuple[Token, ...], low: int, high: int) -> Attribution | None:
    """Find who says it in a line without a full stop, in front of a mark or behind the last one."""
    if high - low <= _FEWEST_WORDS or tokens[high - 1].text in _STOPS:
        return None
    marks = [at for at in range(low + 1, high - 1) if _parts(tokens, at)]
    if not marks:
        return None
    return _said_behind(tokens, low, marks[-1], high) or _said_before(
        tokens, low, marks[0], high
    )


def _parts(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a mark parts the line: a colon, or a dash with a space on either side."""
    if tokens[at].text not in _MARKS or is_in_quotation(tokens, 0, at):
        return False
    return tokens[at + 1].start > tokens[at].end and (
        tokens[at].text == ":" or tokens[at - 1].end < tokens[at].start
    )


def _said_behind(
    tokens: tuple[Token, ...], low: int, mark: int, high: int
) -> Attribution | None:
    """ "Ferry was overloaded: harbourmaster", "Talks to resume – sources to Reuters"."""
    if high - mark > _LONGEST_SPEAKER:
        return None
    to = next((at for at in range(mark + 2, high - 1) if tokens[at].lower == "to"), high)
    source = read_phrase(tokens, mark + 1, to)
    told = phrase_after(tokens, to + 1, high) if to < high else None
    is_whole = source is not None and (source.first, source.last) == (mark + 1, to)
    if not is_whole or (to < high and (told is None or told.kind not in _PRESS)):
        return None
    return _attribution(tokens, source, mark, (low, mark), (told,) if told else ())


def _said_before(
    tokens: tuple[Token, ...], low: int, mark: int, high: int
) -> Attribution | None:
    """ "Coast guard: two vessels rammed"; not "Analysis: …" nor "Sudan: …"."""
    source = read_phrase(tokens, low, mark) if mark - low < _LONGEST_SPEAKER else None
    if tokens[mark].text != ":" or source is None:
        return None
    if source.kind is LinkKind.DOCUMENT and source.head not in _LABELS:
        return None
    is_whole = (source.first, source.last) == (low, mark)
    if not is_whole or not is_known_to_speak(tokens, source):
        return None
    if source.head in _LABELS and not any(_is_verb(token) for token in tokens[mark:high]):
        return None  # "Source: CNN, citing two officials"
    return _attribution(tokens, source, mark, (mark + 1, high), ())


def _is_verb(token: Token) -> bool:
    return token.tag in _VERBS and token.lower not in CITING


def is_known_to_speak(tokens: tuple[Token, ...], source: Phrase) -> bool:
    """Tell whether a phrase is headed by a noun for those who speak, or is a name that is no mere topic."""
    if source.head in words().speakers:
        return True
    name = " ".join(token.text for token in tokens[source.first : source.last])
    kinds = {
        registry().entries[entry].kind
        for entry, form in registry().of_name(name)
        if not form.weak
    }
    return bool(kinds) and not kinds & _TOPICS


def _attribution(
    tokens: tuple[Token, ...],
    source: Phrase | None,
    mark: int,
    part: tuple[int, int],
    relayers: tuple[Phrase, ...],
) -> Attribution | None:
    content = trimmed(tokens, (part,))
    is_told = sum(last - first for first, last in content) >= _FEWEST_WORDS
    if source is None or not is_told:
        return None
    return Attribution(
        source=source, cue=((mark, mark + 1),), cue_class="neutral", cue_lemma=tokens[mark].text,
        content=content, shape="headline", relayers=relayers, relay_cue="to" if relayers else None,
    )  # fmt: skip
