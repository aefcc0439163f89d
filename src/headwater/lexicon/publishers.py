"""The outlet or agency that goes by a name."""

from headwater.lexicon.entry import Entry
from headwater.lexicon.registry import registry
from headwater.model import ActorKind

_PRESS = frozenset({ActorKind.OUTLET, ActorKind.AGENCY})


def press_entry(name: str) -> Entry | None:
    """Give the outlet or agency of the registry that goes by a name, surely and alone."""
    sure = [registry().entries[e] for e, form in registry().of_name(name) if not form.weak]
    press = [e for e in sure if e.kind in _PRESS]
    return press[0] if len(press) == 1 else None
