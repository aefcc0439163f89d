"""On what terms somebody speaks: "on condition of anonymity, because he may not speak, that …"."""

from headwater.language import Token

_TERMS = frozenset({"condition", "conditions"})
#: Tokens within which such terms, and the reason for them, end.
_LONGEST = 40
#: Words that open a reason, in which another "that" may stand.
_REASONS = frozenset("because as since for due given".split())


def is_condition(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether "on condition of" or "under the condition that" begins at a word."""
    if tokens[at].lower not in {"on", "under"}:
        return False
    return any(token.lower in _TERMS for token in tokens[at + 1 : at + 3])


def past_condition(tokens: tuple[Token, ...], at: int, high: int) -> int | None:
    """Give where what is said begins, behind the terms and their reason; None if no "that" opens it."""
    end = min(high - 1, at + _LONGEST)
    noun = next(i for i in range(at + 1, end + 1) if tokens[i].lower in _TERMS)
    first = noun + 1 + (tokens[noun + 1].lower == "that" if noun < end else 0)
    openings = [i for i in range(first, end) if tokens[i].lower == "that"]
    parted = [i for i in openings if tokens[i - 1].text == ","]
    has_reason = any(
        tokens[i].lower in _REASONS for i in range(first, (openings or [first])[0])
    )
    found = (parted if has_reason and parted else openings)[:1]
    return found[0] + 1 if found else None
