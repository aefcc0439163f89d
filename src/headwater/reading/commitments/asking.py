"""What is asked rather than held out: "asked if", "what would happen if", "what will they do if"."""

from headwater.lexicon import Opener, condition_words
from headwater.reading.commitments.tree import Stretch, is_mark

_ASKED = frozenset({"what", "how", "whether", "who", "why", "where"})
FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me"})
#: Words of "do the rebels really think", at most.
_RECKONING = 6
_DO = frozenset({"do", "does", "did"})
_OTHERS = frozenset({"they", "their", "them", "you", "your", "he", "his", "she", "her"})


def is_asked(stretch: Stretch, at: int, opener: Opener) -> bool:
    """Tell whether "if" stands for "whether", or for nothing ("if any", "as if", "if only")."""
    if "if" not in opener.words:
        return False
    tree, behind = stretch.tree, at + len(opener.words)
    if stretch.lower(behind) in {"any", "anything", "ever", "not", "so", "only", "possible", "necessary"}:  # fmt: skip
        goes_on = {
            "any": stretch.lower(behind + 1) not in {"", ","},
            "not": stretch.holds(behind + 1) and tree.tokens[behind + 1].tag == "VERB",
            "so": stretch.lower(behind + 1) == "much",
        }
        return not goes_on.get(stretch.lower(behind), False)
    before = at - 1
    if stretch.lower(before) in {"as", "or"} and stretch.lower(before - 1) == "whether":
        return True
    asks = condition_words()["asks"]
    above = tree.tokens[tree.tokens[behind - 1].head]
    asking = above.head
    if before < 0 or is_mark(tree.tokens[before]):
        return False
    is_near = asking >= 0 and tree.has(asking, asks) and asking < at
    is_complement = above.relation == "ccomp" or not any(
        child for child in tree.under(asking, "xcomp", "ccomp") if child < at
    )
    return (is_near and is_complement) or tree.has(before, asks) or stretch.lower(before) == "as"  # fmt: skip


def is_inner_question(stretch: Stretch, verb: int) -> bool:
    """Tell "would not say what would happen if" by the word of asking before the verb."""
    tokens = stretch.tree.tokens
    if "?" in [t.text for t in tokens[stretch.end - 1 : stretch.end + 2]]:
        return False
    for at in range(verb - 1, stretch.first - 1, -1):
        if tokens[at].lower in _ASKED or tokens[at].tag == "VERB":
            return tokens[at].lower in _ASKED
    return False


def as_question(stretch: Stretch, at: int, consequence: tuple[int, int]) -> bool | None:
    """Tell whether it is put as a question; None for one that holds out nothing of the asker's."""
    tokens = stretch.tree.tokens
    words = [t.lower for t in tokens[slice(*consequence)] if t.is_word]
    marks = [t.text for t in tokens[stretch.end - 1 : stretch.end + 2]]
    # "When it would end and if they would be paid" is asked in both its parts.
    asks = bool(set(words[:2]) & _ASKED) or words[:1] == ["when"] or "whether" in words
    if "?" not in marks:
        return None if asks or words[:1] == ["can"] else False
    first = min(at, consequence[0])
    says_we = any(t.lower in FIRST_PERSON for t in tokens[first : stretch.end])
    # "What will they do if we close the valve?" holds out something; "would it help if" does not.
    names = any(t.tag == "PROPN" for t in tokens[slice(*consequence)])
    is_aimed = names or bool(set(words) & _OTHERS) or words[:1] == ["who"]
    reckons = set(words[:1]) <= _DO and bool(set(words) & condition_words()["reckons"])
    return True if says_we and ((asks and is_aimed) or reckons) else None


def start_of_reckoning(stretch: Stretch, at: int) -> int:
    """Give where "do they think" begins that stands right before a clause; else the clause."""
    reckons, before = condition_words()["reckons"], max(stretch.first, at - _RECKONING)
    if stretch.lower(at - 1) not in reckons:
        return at
    return next((n for n in range(before, at - 1) if stretch.lower(n) in _DO), at)
