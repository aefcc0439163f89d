"""The lines at the head of a page that name the paper, and not the news."""

from collections.abc import Sequence

from headwater.lexicon import fold_name, registry
from headwater.model import ActorKind
from headwater.pages.datelines import find_dateline
from headwater.pages.lines import Line
from headwater.pages.mastheads import find_copyright

_ARTICLE = ("the",)


def find_nameplates(lines: Sequence[Line], first: int) -> frozenset[int]:
    """Give the lines above an article's text that hold the name of an outlet and no other word.

    A name counts if the registry knows it as an outlet's or an agency's, if a copyright line
    of the page gives it, or if the dateline of the article does.

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
        if len(line.text) <= 60 and (_bare(line.text) in own or _is_publisher(line.text))
    )


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
    kinds = {registry().entries[actor].kind for actor, _ in registry().of_name(name)}
    return bool(kinds) and kinds <= {ActorKind.OUTLET, ActorKind.AGENCY}
