"""What the desk says of its own text: what it has mended, who wrote and edited it."""

import re

_TEXT = r"(?:article|story|report|piece|post|headline|caption|page|text|dispatch)"
_EARLIER = r"(?:earlier|previous|original|first|prior) (?:version|edition)"
#: Numbers and names of an earlier version are nobody's claim.
_CORRECTION = (
    rf"(?:(?:this|the) [\w ]{{0,20}}\b{_TEXT} (?:was|has been) (?:amended|corrected|updated|clarified)\b"
    rf"|(?:[^.:;]{{0,60}}, )?(?:an?|the) (?:headline (?:of|on) an )?{_EARLIER} (?:of this {_TEXT}|of the (?:article|story|headline|caption)|(?:incorrectly|wrongly|mistakenly|misstated|misspelt|misidentified))\b"
    rf"|an? {_EARLIER} of the report (?:gave|had|misstated|misidentified|named|wrongly|incorrectly)\b"
    rf"|this version (?:corrects|has been)\b|corrects \w+ in \w+ paragraph"
    rf"|(?:this|the) (?:article|story|headline|caption) (?:originally|initially|previously|at first) (?:said|stated|reported|misstated|gave)\b"
    rf"|this report (?:originally|initially|previously) (?:said|stated|misstated|gave)\b"
    rf"|(?:the|a) headline (?:of|on) (?:this {_TEXT}|an {_EARLIER})\b"
    r"|(?:correction|clarification|editor.s note)\b ?[:(,–—-]"
    r"|\w+ \d+[^:]{0,20}: this (?:article|story|report)\b)"
)
_PIECE = r"(?:report|article|interview|commentary|editorial|dispatch|statement|analysis)"
#: "Text of report by Marl Post", as services print what others have published; "Forwarded from Marl Post".
_RELAY = re.compile(
    rf"^\W*(?:(?:full )?(?:text|excerpts?|translation) (?:of|from) (?:an? |the )?(?:[\w-]+ ){{0,2}}{_PIECE}\b.* (?:by|from|in|on) "
    r"|forwarded from:? )(?=.*[A-Z])",
    re.IGNORECASE,
)
_STARTS = re.compile(rf"^\W*{_CORRECTION}", re.IGNORECASE)
_LONGEST_RELAY = 200
_CREW = (
    r"\(?(?i:(?:additional |further |with )*(?:reporting|writing|editing|compiled|translated)"
    r"(?: and (?:writing|editing|reporting))?) by (?=[A-Z])"
)
_CREW_LINE = re.compile(_CREW)
#: "Marl Press writers NAME in PLACE and NAME contributed to this report."
_CONTRIBUTED = re.compile(
    r"^\W*(?P<house>[A-Z](?:[^.,;:()]| \w\. )*?) (?:staff )?(?:writer|reporter|journalist|correspondent)s?\b.{3,200}"
    r"\bcontributed (?:to this (?:report|article|story)|reporting)\b.{0,30}$"
)
#: Behind the sentence before, to the end of the paragraph.
_BEHIND = r"(?<=[.!?”\"’')\]])\s+"
_GLUED = re.compile(rf"{_BEHIND}(?P<note>{_CREW}|\W{{0,2}}(?i:{_CORRECTION}))")


def is_correction(text: str) -> bool:
    """Tell whether a line says what the desk has mended in its text."""
    return _STARTS.match(text) is not None


def is_crew(text: str) -> bool:
    """Tell whether a line says who reported, wrote and edited the text."""
    return bool(_CREW_LINE.match(text) or _CONTRIBUTED.match(text))


def find_house(text: str) -> str | None:
    """Give whose writers have contributed to the text, where a line says so."""
    match = _CONTRIBUTED.match(text)
    return match.group("house").removeprefix("The ") if match else None


def is_relay(text: str) -> bool:
    """Tell whether a line says whose piece is printed below it: "Text of report by Marl Post"."""
    return len(text) < _LONGEST_RELAY and _RELAY.match(text) is not None


def find_note(paragraph: str) -> int | None:
    """Find where a note of the desk begins that is glued to a paragraph's end; None if none is."""
    found = _GLUED.search(paragraph)
    return found.start("note") if found else None
