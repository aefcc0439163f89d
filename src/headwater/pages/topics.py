"""The words of a text that carry its topic."""

import re

#: A word, its apostrophe included.
WORD = re.compile(r"\w+(?:['’]\w+)*")
_POSSESSIVE = re.compile(r"['’]s$")
#: Words of the languages of the web that carry no topic.
STOPS = frozenset(
    """
    the a an of to in and for on with that is was as at by from it he she they his her
    their be have has had are were not but which who this will would said de la le les
    des et en du que un una el los las del y der die das und den von mit il di che e o
    os da do em um uma och att som på i av van het een dat te
    """.split()
)


def content_words(text: str) -> list[str]:
    """Give the words of a text that carry its topic, in lower case."""
    words = (_POSSESSIVE.sub("", word) for word in WORD.findall(text.lower()))
    return [word for word in words if len(word) > 3 and word not in STOPS]
