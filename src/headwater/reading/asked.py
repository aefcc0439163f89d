"""A quotation's teller who stands behind its "?" or stop, as a sentence: "“Who paid?” Lena Holt demanded."."""

from headwater.language import Sentence, Token
from headwater.lexicon import words
from headwater.reading.grammar import CLOSING_QUOTES, QUOTE_MARKS, is_capitalised

_ENDS = frozenset(".?!…")
_DASHES = frozenset("―—–-")
_VERBS = frozenset({"AUX", "VERB"})
#: Tokens in which whoever said it fits, with what he is.
_LONGEST = 12
#: What a verb of saying has behind it where it tells something itself.
_COMPLEMENTS = frozenset({"ccomp", "parataxis", "xcomp"})


def tells_who_asked(quoted: Sentence, following: Sentence) -> bool:
    """Tell whether a sentence says no more than who said what stands in marks right before it."""
    tokens = following.tokens
    if not _ends_in_mark(quoted.tokens) or len(tokens) > _LONGEST:
        return False
    if any(token.text in QUOTE_MARKS for token in tokens):
        return False
    return _is_signature(tokens) or _says_nothing_more(tokens)


def _ends_in_mark(tokens: tuple[Token, ...]) -> bool:
    return len(tokens) > 1 and tokens[-1].text in CLOSING_QUOTES and tokens[-2].text in _ENDS


def _is_signature(tokens: tuple[Token, ...]) -> bool:
    """ "― Ilse Marek, a nurse in Tema"."""
    is_name = len(tokens) > 1 and tokens[0].text in _DASHES and is_capitalised(tokens[1])
    return is_name and not any(token.tag in _VERBS for token in tokens)


def _says_nothing_more(tokens: tuple[Token, ...]) -> bool:
    """ "Lena Holt demanded.": the tree gives the verb whoever speaks, and nothing that is said."""
    root = next((at for at, token in enumerate(tokens) if token.head < 0), None)
    cue = words().verbs.get(tokens[root].lower) if root else None
    if root is None or cue is None:
        return False
    ties = {t.relation.partition(":")[0] for t in tokens if t.head == root}
    has_object = "obj" in ties and "obj" not in cue.frames
    return "nsubj" in ties and not has_object and not ties & _COMPLEMENTS
