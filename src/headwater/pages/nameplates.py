"""The lines at the head of a page that name the paper, and not the news."""

from collections.abc import Sequence

from headwater.lexicon import PRESS_NAMES, fold_name, registry
from headwater.model import ActorKind
from headwater.pages.datelines import find_dateline
from headwater.pages.lines import Line
from headwater.pages.mastheads import find_copyright

_ARTICLE = ("the",)
_SMALL = frozenset({"of", "the", "and", "for", "al", "de", "la", "el"})
_MOST_WORDS = 5
#: "World News", "Editorial Review": as often a section of a paper as a paper.
_SECTIONS = frozenset({"news", "review", "daily", "weekly", "bulletin", "digest", "post"})


def find_nameplates(lines: Sequence[Line], first: int) -> frozenset[int]:
    """Give the lines above an article's text that hold the name of an outlet and no other word.

    A name counts if the registry knows it as an outlet's or an agency's, if a copyright line
    of the page gives it, or if the dateline of the article does; on the first line of a page, above
    two more, also if it ends in a word that papers are named by.

    Args:
        lines: The lines of a page.
        first: The line of the article's first paragraph.
    """
    dateline = find_dateline(lines[first].text)
    signed = (dateline.house, dateline.agency) if dateline else ()
    owners = (find_copyright(line.text) for line in lines)
    own = {_bare(name) for name in (*signed, *owners) if name}
    return frozenset(
        at
        for at, line in enumerate(lines[:first])
        if len(line.text) <= 60
        and (
            _bare(line.text) in own
            or _is_publisher(line.text)
            or (at == 0 and first > 1 and _is_press_name(line.text))
        )
    )


def find_nameplate(lines: Sequence[Line], top: int, head: int, first: int) -> str | None:
    """Give the name of the paper whose nameplate stands over a headline; None if none does.

    The name of an agency says whose the text is, not who prints it.

    Args:
        lines: The lines of a page.
        top: The line at which the surroundings of the article begin.
        head: The line of its headline.
        first: The line of its first paragraph.
    """
    over = (lines[at].text for at in sorted(find_nameplates(lines, first)) if top <= at < head)
    return next((name for name in over if ActorKind.AGENCY not in _kinds_of(name)), None)


def find_taglines(lines: Sequence[Line], nameplates: frozenset[int]) -> frozenset[int]:
    """Give the lines that stand right under a nameplate, in one block with it: motto, sections."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if at and not line.gap and (at - 1 in nameplates or at - 1 in found):
            found.add(at)
    return frozenset(found)


def _bare(name: str) -> tuple[str, ...]:
    words = tuple(fold_name(name))
    return words[1:] if words[:1] == _ARTICLE else words


def _is_publisher(name: str) -> bool:
    kinds = _kinds_of(name)
    return bool(kinds) and kinds <= {ActorKind.OUTLET, ActorKind.AGENCY}


def _kinds_of(name: str) -> set[ActorKind]:
    return {registry().entries[actor].kind for actor, _ in registry().of_name(name)}


def _is_press_name(line: str) -> bool:
    """ "The Harbour Gazette": capitals, few words, and the last one what papers are named by."""
    words = line.split()
    return (
        2 <= len(words) <= _MOST_WORDS
        and all(word in _SMALL or (word[0].isupper() and word.isalpha()) for word in words)
        and words[-1].lower() in PRESS_NAMES - _SECTIONS
    )
