"""What makes a name that of an outlet, and the id of an outlet that no registry knows."""

from itertools import pairwise, product

from headwater.lexicon.fold import fold_name
from headwater.model import digest

#: Last words of newspapers' and agencies' names; alone, a text calls one back by them.
PRESS_NAMES = frozenset(
    "tribune times post herald gazette courier ledger standard chronicle journal telegraph observer digest review wire monitor news "
    "newswire daily weekly bulletin dispatch gleaner inquirer examiner sentinel argus echo".split()
)

#: First words of outlets' names in several languages: "Radio Tarsk", "Agence Marl".
PRESS_OPENINGS = frozenset(
    "radio télé tele tv agence agencia agência agenzia diario diário jornal gazeta kanal".split()
)

#: What an agency is called whatever its last word: "the Press Service of Marl".
_SERVICES = frozenset(product(("press", "news"), ("agency", "agencies", "service", "services")))


def is_press_service(name: str) -> bool:
    """Tell whether a name calls itself an agency: "Marl Press Service", "News Agency of Marl"."""
    return any(pair in _SERVICES for pair in pairwise(fold_name(name)))


def outlet_id(name: str) -> str:
    """Give the actor id of an outlet known only by a name on a page; "The" and case do not matter."""
    return "case/" + digest("outlet", " ".join(fold_name(name)))
