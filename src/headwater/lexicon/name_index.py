"""Which actors go by which name: an index of a registry, made of its entries or shipped with them."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import resources

import msgspec

from headwater.lexicon.entry import Entry
from headwater.lexicon.fold import fold_name

#: A folded name, its words with blanks between them, to the places of its forms: the number of the
#: entry among the entries, and of the form among the forms of that.
NameIndex = Mapping[str, tuple[tuple[int, int], ...]]

_FILE = "names.json"


def index_names(entries: Sequence[Entry]) -> NameIndex:
    """Give for every name the forms that it folds from, strong ones first, then by entry."""
    table: dict[str, list[tuple[int, int]]] = {}
    for number, entry in enumerate(entries):
        for place, form in enumerate(entry.forms):
            if key := name_key(fold_name(form.text)):
                table.setdefault(key, []).append((number, place))

    def weak_last(found: tuple[int, int]) -> tuple[bool, int]:
        number, place = found
        return entries[number].forms[place].weak, number

    return {key: tuple(sorted(row, key=weak_last)) for key, row in table.items()}


def name_key(words: Iterable[str]) -> str:
    """Give the key under which an index has a name of these folded words, which hold no blanks."""
    return " ".join(words)


def write_index(entries: Sequence[Entry]) -> str:
    """Give the text of the file that the index of the shipped registry is read from: a name a line."""
    rows = (
        f"{msgspec.json.encode(key).decode()}:{msgspec.json.encode(row).decode()}"
        for key, row in sorted(index_names(entries).items())
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"


def shipped_index() -> NameIndex:
    """Read the index of the shipped registry: to make it anew takes ten times as long."""
    data = resources.files("headwater.lexicon").joinpath(_FILE).read_bytes()
    return msgspec.json.decode(data, type=dict[str, tuple[tuple[int, int], ...]])
