"""The shape "SOURCE said:" at the end of a paragraph, with all that he said in those behind it."""

from headwater.language import Token
from headwater.reading.grammar import CLOSING_QUOTES, is_verb_like
from headwater.reading.papers import LETTERS, PUBLIC_WORDS, find_senders
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.relaying import with_relay
from headwater.reading.shapes.verbs import cue_at, group_start
from headwater.reading.speakers import phrase_before, whole_speaker

#: Tokens that may stand between the cue and the colon: "said in a statement on Monday evening:".
_LONGEST_ASIDE = 14
_SAYING = frozenset({"neutral", "strong", "announce", "claim", "warn"})


def find_announced(tokens: tuple[Token, ...]) -> Attribution | None:
    """Find who is announced to say what follows a line that ends with a colon; None if it says so itself."""
    if len(tokens) < 3 or tokens[-1].text != ":":
        return None
    end = len(tokens) - 1
    for verb in range(end - 1, max(0, end - _LONGEST_ASIDE), -1):
        found = _said(tokens, verb, end) or _in_a_paper(tokens, verb)
        if found:
            return found
    return None


def _said(tokens: tuple[Token, ...], verb: int, end: int) -> Attribution | None:
    """ "The minister said in parliament:": nothing behind the cue that could be its content."""
    cue = cue_at(tokens, verb, 0)
    if cue is None or "that" not in cue.frames or cue.cue_class not in _SAYING:
        return None
    if any(
        is_verb_like(tokens, at) or tokens[at].text in CLOSING_QUOTES
        for at in range(verb + 1, end)
    ):
        return None
    group = group_start(tokens, verb, 0)
    source = whole_speaker(
        tokens, 0, verb, phrase_before(tokens, 0, group, any_noun=True), any_noun=True
    )
    if source is None:
        return None
    base = Attribution(
        source=source, cue=((group, verb + 1),), cue_class=cue.cue_class, cue_lemma=cue.lemma,
        content=(), shape="announced",
    )  # fmt: skip
    return with_relay(tokens, base, verb + 1, end)


def _in_a_paper(tokens: tuple[Token, ...], paper: int) -> Attribution | None:
    """ "The ministry issued the following statement:", "A statement by the minister:"."""
    if tokens[paper].lower not in LETTERS | PUBLIC_WORDS:
        return None
    source = next(find_senders(tokens, paper), None)
    if source is None:
        return None
    return Attribution(
        source=source, cue=((paper, paper + 1),), cue_class="neutral", cue_lemma=tokens[paper].lower,
        content=(), shape="announced",
    )  # fmt: skip
