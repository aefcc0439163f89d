"""The lines at the head of a page that name the paper, and not the news."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.lexicon import PRESS_NAMES, fold_name, press_entry, registry
from headwater.model import ActorKind
from headwater.pages.copyrights import find_copyright
from headwater.pages.datelines import find_dateline
from headwater.pages.lines import Line
from headwater.pages.ownvoice import is_spoken_to
from headwater.pages.signatures import is_dated_signature, is_host, read_signature

_ARTICLE = ("the",)
_SMALL = frozenset({"of", "the", "and", "for", "al", "de", "la", "el"})
_MOST_WORDS = 5
#: Lines of a page's own head: paper, number, day, author.
_MOST_LINES = 4
#: "World News", "Editorial Review": as often a section of a paper as a paper.
_SECTIONS = frozenset({"news", "review", "daily", "weekly", "bulletin", "digest", "post"})
#: "Arab Gulf Post" is no section; a "Guest Post" is.
_POST, _LONG = "post", 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Nameplate:
    """The name of the paper that prints an article, and the line that shows it."""

    name: str
    words: str
    #: Whether it stands over all the page, and not beside the day of one article.
    is_of_page: bool


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
    claims = (find_copyright(line.text) for line in lines)
    own = {
        _bare(name) for name in (*signed, *(claim.name for claim in claims if claim)) if name
    }
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


def find_signatures(lines: Sequence[Line], first: int) -> frozenset[int]:
    """Give the lines above an article's text that are a day and names, or a paper's name right beside one.

    A headline may look like one; no other line of a page does.
    """
    return frozenset(
        at
        for at, line in enumerate(lines[:first])
        if is_dated_signature(line.text)
        or (_is_press_name(line.text) and _is_beside_day(lines, at, first))
    )


def find_nameplate(
    lines: Sequence[Line], top: int, head: int | None, body: Sequence[int]
) -> Nameplate | None:
    """Give the paper named over a headline, or with the day beside it; None if none is.

    The name of an agency says whose the text is, not who prints it; a name alone under the
    headline may be a credit.

    Args:
        lines: The lines of a page.
        top: The line at which the surroundings of the article begin.
        head: The line of its headline, if it has one.
        body: The lines of its paragraphs.
    """
    first = body[0]
    plates = sorted(find_nameplates(lines, first)) if head is not None else []
    for at in plates:
        name = lines[at].text
        is_any = _is_common_word(name) or ActorKind.AGENCY in _kinds_of(name)
        if _is_over(at, top, head or 0) and not is_any:
            return Nameplate(name=name, words=name, is_of_page=True)
    text = [lines[at].text for at in body]
    for at in range(top, first):
        for signing in (
            _signing(lines, at, first, is_headed=head is not None) if at != head else ()
        ):
            if paper := find_paper(signing, text):
                return Nameplate(name=paper, words=lines[at].text, is_of_page=False)
    return None


def find_taglines(lines: Sequence[Line], nameplates: frozenset[int]) -> frozenset[int]:
    """Give the lines that stand right under a nameplate, in one block with it: motto, sections."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        if at and not line.gap and (at - 1 in nameplates or at - 1 in found):
            found.add(at)
    return frozenset(found)


def find_paper(name: str, body: Sequence[str]) -> str | None:
    """Give the paper whose name signs a text: known by the registry, its last word, or who speaks to it.

    Args:
        name: The name, or the address.
        body: The paragraphs that it signs.
    """
    if is_host(name):
        entry = registry().of_domain(name)
        return entry.name if entry else None
    if entry := press_entry(name):
        return name if entry.kind is ActorKind.OUTLET else None
    is_unknown = not _kinds_of(name)
    return name if is_unknown and (_is_press_name(name) or is_spoken_to(name, body)) else None


def _is_over(at: int, top: int, head: int) -> bool:
    """Tell whether a line is right over a headline, or opens the page with no more than a few lines between."""
    return top <= at < head or (at == 0 and 0 < head <= _MOST_LINES)


def _signing(lines: Sequence[Line], at: int, first: int, *, is_headed: bool) -> Iterator[str]:
    """Yield the names of a line that holds a day too, or, if it is not the headline, has one right beside it."""
    signature = read_signature(lines[at].text)
    if signature and (signature.is_dated or (is_headed and _is_beside_day(lines, at, first))):
        yield from signature.names


def _is_beside_day(lines: Sequence[Line], at: int, first: int) -> bool:
    beside = (other for other in (at - 1, at + 1) if 0 <= other < first)
    return any(is_dated_signature(lines[other].text) for other in beside)


def _bare(name: str) -> tuple[str, ...]:
    words = tuple(fold_name(name))
    return words[1:] if words[:1] == _ARTICLE else words


def _is_publisher(name: str) -> bool:
    kinds = _kinds_of(name)
    return bool(kinds) and kinds <= {ActorKind.OUTLET, ActorKind.AGENCY}


def _kinds_of(name: str) -> set[ActorKind]:
    return {registry().entries[actor].kind for actor, _ in registry().of_name(name)}


def _is_common_word(name: str) -> bool:
    """ "News", "Conversation": what outlets are called only in their sentences, and menus everywhere."""
    forms = [form for _, form in registry().of_name(name)]
    has_article = name.split(maxsplit=1)[0].lower() in _ARTICLE
    return bool(forms) and all(form.weak for form in forms) and not has_article


def _is_press_name(line: str) -> bool:
    """ "The Harbour Gazette": capitals, few words, and the last one what papers are named by."""
    words = line.split()
    if not 2 <= len(words) <= _MOST_WORDS:
        return False
    last = words[-1].lower()
    is_post = last == _POST and len(words) >= _LONG
    return all(word in _SMALL or (word[0].isupper() and word.isalpha()) for word in words) and (
        is_post or last in PRESS_NAMES - _SECTIONS
    )
