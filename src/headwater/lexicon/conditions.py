"""Words of threats, promises and conditions, as compiled from ``resources/words/commitments.yml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """What opens a trigger: its words in small letters, and what may follow them."""

    words: tuple[str, ...]
    #: ``sufficient`` ``necessary`` ``exceptive`` ``concessive``; see the model's ``Hinge``.
    role: str
    #: ``clause`` ``noun`` ``either``.
    opens: str
    #: Whether it is also plain time: "when".
    future: bool = False
    #: Whether the present tense may stand for what is to come: "the moment they land, the war begins".
    vivid: bool = False
    #: Whether it is one only behind words of pressure: "will not stand idle while they shell us".
    pressed: bool = False
    #: Whether it is one only behind what is denied: "will not leave before they pay".
    denied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """What takes the sentence before it for its trigger: "otherwise", "in that case"."""

    words: tuple[str, ...]
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionWords:
    """The word lists of the reader of commitments; what each is stands in the YAML."""

    #: The longest first.
    openers: tuple[Opener, ...]
    linkers: tuple[Linker, ...]
    #: Pairs of words, in all their forms, that make two commitments of otherwise equal ones.
    opposites: frozenset[frozenset[str]]
    #: Name of a list to its words.
    lists: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        """Give the words of a list."""
        return self.lists[name]


@cache
def condition_words() -> ConditionWords:
    """Load the lists that ship with Headwater, once."""
    data = resources.files("headwater.lexicon").joinpath("commitments.json").read_bytes()
    return msgspec.json.decode(data, type=ConditionWords)
