"""The house that signs a text below its end: "(Reporting by NAME; editing by NAME)"."""

from collections.abc import Sequence

from headwater.lexicon import press_entry, registry
from headwater.pages.notes import find_house, is_crew
from headwater.pages.ownvoice import is_spoken_to


def find_signing_house(line: str, body: Sequence[str]) -> str | None:
    """Give the outlet or agency whose text a line signs; None if it signs nothing, or does not say for whom.

    "Marl Press writers NAME and NAME contributed to this report" says it. Where only people are named, it
    is the one outlet that the text has its sources speak to, and never cites as another's.
    """
    if house := find_house(line):
        return house if press_entry(house) else None
    if not is_crew(line):
        return None
    hits = (hit.text for words in body for hit in registry().find_names(words))
    houses = {entry.id: name for name in hits if (entry := press_entry(name))}
    own = [name for name in houses.values() if is_spoken_to(name, body)]
    return own[0] if len(own) == 1 else None
