"""Who claims a page for himself: "© 2031 Marl Post Ltd."."""

import re

_NAME_WORD = r"(?:[ae][lnrstdz]h?-)?[A-Z][\w'’&-]*(?:\.[\w'’&-]+)*"
#: A name as it stands in a sentence.
NAME = rf"(?:(?:the|The) )?{_NAME_WORD}(?: (?:(?:of|the|and|al|&)\b|{_NAME_WORD}))*"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|[Cc]opyright)(?: ©)?[ ,]*(?:\d{{4}}(?: ?[-–] ?\d{{4}})?)?[ ,]*(?:by )?(?P<name>{NAME})"
)
_COMPANY = re.compile(r",? (?:Ltd|Limited|Inc|LLC|PLC|plc|GmbH|Corp|Co)$")


def find_copyright(line: str) -> tuple[str, str] | None:
    """Give the name that a copyright line claims the page for, and the words; None if it is no such line."""
    match = _COPYRIGHT.search(line)
    if match is None:
        return None
    return _COMPANY.sub("", match.group("name").rstrip(".")), match.group()
