"""Who an article names: its mentions, each tied to an actor.

Registry first, then the article's own introductions ("Jerusalem Post (JP)", a full name before
a surname), then strings. A weak name needs a strong one of the same actor, or of its context,
in the same article; a name with several equal readings is left open rather than guessed.
"""

import re
from collections import Counter
from dataclasses import replace

from headwater.language import Parse
from headwater.lexicon import NameHit, fold_name, outlet_id, registry
from headwater.model import ActorKind, MentionKind
from headwater.reading.cast.capitals import as_governments
from headwater.reading.cast.known import introductions, settle
from headwater.reading.cast.names import Cast, Name
from headwater.reading.cast.runs import unregistered
from headwater.reading.cast.unknown import RANKS, Seen, tied

__all__ = ["RANKS", "Cast", "Name", "find_cast"]


def find_cast(parse: Parse, outlet: str | None = None, outlet_name: str | None = None) -> Cast:
    """Find every name in the sentences of an article and tie it to an actor.

    Args:
        parse: Title and body of the article.
        outlet: Actor id of the page's outlet; lets weak names of it match.
        outlet_name: What the page calls its outlet, which no registry need know.
    """
    hits = [
        _shifted(hit, s.start)
        for s in parse.sentences
        for hit in registry().find_names(parse.text[s.start : s.end])
    ]
    strong = {entry for hit in hits for entry, form in hit.readings if not form.weak} | {
        outlet or ""
    }
    introduced = dict(introductions(parse.text, hits))
    countries = Counter(
        c
        for hit in hits
        for entry, form in hit.readings
        if not form.weak and (c := registry().entries[entry].country)
    )
    own = fold_name(outlet_name or "")
    names = [
        name for hit in hits if (name := settle(parse.text, hit, strong, introduced, countries))
    ]
    taken = frozenset(at for n in names for at in range(n.start, n.end))
    runs = list(unregistered(parse, taken))
    names = list(as_governments(parse, names))
    titles = {n.actor_id: registry().entries[n.actor_id].name for n in names}
    met = list(tied(parse.text, runs, titles, Seen(parse.text, parse.names)))
    inside = frozenset(at for n in met for at in range(n.start, n.end))
    named = [*(n for n in names if n.start not in inside), *met]
    if outlet and own:
        named = _with_own_name(named, parse.text, outlet, outlet_name or "")
        named = [
            replace(n, actor_id=outlet, type=ActorKind.OUTLET)
            if fold_name(n.text) == own or _is_short_for(n, own)
            else n
            for n in named
        ]
        titles.setdefault(outlet, outlet_name or "")
    return Cast(named, titles)


def _with_own_name(names: list[Name], text: str, outlet: str, own: str) -> list[Name]:
    """Take the page's name whole where it stands: "told Marl Online" is not what the paper Marl was told."""
    words = own.removeprefix("The ").removeprefix("the ").split()
    pattern = re.compile(rf"\b{'[ -]'.join(map(re.escape, words))}\b")
    found = [
        Name(m.start(), m.end(), m.group(), outlet, ActorKind.OUTLET, MentionKind.NAME)
        for m in (pattern.finditer(text) if len(words) > 1 else ())
    ]
    inside = [n for n in names if any(o.start <= n.start and n.end <= o.end for o in found)]
    longer = [n for n in names if n not in inside]
    fitting = (o for o in found if not any(n.start < o.end and o.start < n.end for n in longer))
    return sorted([*longer, *fitting], key=lambda n: (n.start, n.end))


def _is_short_for(name: Name, own: tuple[str, ...]) -> bool:
    """ "told the Lantern", in the Marl Lantern: an outlet no registry knows, by the page's last words."""
    key = fold_name(name.text)
    return (
        name.type is ActorKind.OUTLET
        and name.actor_id == outlet_id(name.text)
        and own[-len(key) :] == key
    )


def _shifted(hit: NameHit, by: int) -> NameHit:
    return NameHit(hit.start + by, hit.end + by, hit.text, hit.readings)
