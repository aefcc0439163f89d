"""Whether a person named in a phrase is whoever speaks, or somebody the speaker is described by."""

from headwater.lexicon import words
from headwater.model import LinkKind
from headwater.reading.cast import RANKS
from headwater.reading.grammar import PREPOSITIONS

#: Behind a paper's noun, these stand before whose word it is: "a letter from NAME".
_BY = frozenset({"by", "from"})
_GOVERNING = PREPOSITIONS | {"against", "to"}


def is_speaker(before: str, behind: str, head: str, kind: LinkKind) -> bool:
    """Tell whether a name speaks, by the words of its phrase on either side of it.

    "Defence minister NAME" and "a letter from NAME" do; "a lawyer for NAME", "the brother of Judge
    NAME" and "the indictment against NAME" speak of him.

    Args:
        before: The phrase up to the name.
        behind: The rest of it.
        head: The noun that the phrase is headed by, in lower case.
        kind: The kind of speaker that the noun makes.
    """
    if behind.startswith(("'s ", "’s ", "' ", "’ ")):
        return kind is LinkKind.DOCUMENT
    told = before.lower().split()
    if head not in told:
        return True
    governing = next(
        (at for at in range(len(told) - 1, -1, -1) if told[at] in _GOVERNING), None
    )
    if (
        governing is None
        or governing < told.index(head)
        or not _are_titles(told[governing + 1 :])
    ):
        return True
    is_senders = told[governing] in _BY and told[governing - 1] == head
    is_for_him = told[governing - 1 : governing + 1] == ["behalf", "of"]
    return kind is LinkKind.DOCUMENT and (is_senders or is_for_him)


def _are_titles(between: list[str]) -> bool:
    """Whether what stands between a preposition and a name is part of the name: "for President NAME"."""
    if not between:
        return True
    last = between[-1].rstrip(".")
    return last in RANKS or words().speakers.get(last) == "person"
