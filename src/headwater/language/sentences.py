"""Where sentences end."""

import re

_TITLES = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Sgt Adm Brig Rear Sen Rep Gov Pres Rev Hon Sheikh St Mt Ft "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No vs etc approx dept est Inc Ltd Co Corp Bros Jr Sr al Ave Blvd"
).split()
_ABBREVIATION = re.compile(rf"(?:^|[\s(“\"‘'-])(?:{'|'.join(_TITLES)})\.$", re.IGNORECASE)
_INITIAL = re.compile(r"(?:^|[\s(“\"-])(?:[A-Z]\.)+$")
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}$")
#: A full stop, question or exclamation mark, with closing marks behind it, then white space.
_STOP = re.compile(r"(?:\.{1,3}|…|[?!؟。]+)[\"”’'»)\]]*(?=\s|$)")
_OPENS = re.compile(r"\s+[\"“‘'«(\[—–-]*\s*(\w)")
_WORD = re.compile(r"\w+")
#: Words that begin a sentence after "U.S." more often than they continue a name.
_STARTERS = frozenset(
    "the a an this that these those he she it they we i in on at but and however meanwhile while as after before "
    "if when according there his her its their for from with since".split()
)


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split ``text[start:end]`` at full-stop level, also inside quotations.

    Returns:
        Start and end (exclusive) of each sentence, white space at the edges left out.
    """
    bounds = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() >= end or _ends_here(text, begin, stop):
            bounds.append((begin, stop.end()))
            begin = stop.end()
    bounds.append((begin, end))
    return [trimmed for a, b in bounds if (trimmed := _trim(text, a, b))]


def _ends_here(text: str, begin: int, stop: re.Match[str]) -> bool:
    opening = _OPENS.match(text, stop.end())
    if opening is None:
        return True
    first = opening.group(1)
    if first.islower():
        return False
    head = text[begin : stop.start() + 1]
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return True
    if _ACRONYM.search(head):
        following = _WORD.match(text, opening.start(1))
        return following is not None and following.group().lower() in _STARTERS
    return not (_ABBREVIATION.search(head) or _INITIAL.search(head))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    inner = words.strip()
    if not inner:
        return None
    lead = len(words) - len(words.lstrip())
    return start + lead, start + lead + len(inner)
