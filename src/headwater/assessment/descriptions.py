"""Ends that may be one another, by how they are described: they are taken for one."""

from functools import lru_cache
from itertools import permutations

from headwater.assessment.graph import reached
from headwater.assessment.hearsay import PRESS, Hearsay, Node
from headwater.lexicon import fold_name, registry
from headwater.model import LinkKind

_DESCRIPTIONS = ("described/", "unnamed/")
_NAMELESS = (*_DESCRIPTIONS, "unspecified/")
#: Words in the name of an outlet that is no newspaper.
_BROADCAST = frozenset({"channel", "radio", "satellite", "television", "tv"})
#: "Another clerk" and "a third clerk" are not the clerk.
_COUNTED_ON = frozenset({"another", "other", "second", "third", "fourth", "fifth"})
_TWO = 2
#: The same few speakers are met in claim after claim.
_KEPT_NAMES = 8192


def join_descriptions(hearsay: Hearsay) -> None:
    """Two speakers of one outlet, the words of one among the other's, are taken for one.

    "two officials" and "two officials close to the talks" differ by what a retelling left out; so
    do "newspapers" and the newspaper that the same teller names.
    """
    for teller in sorted(hearsay.cites):
        if len(hearsay.cites[teller]) < _TWO:
            continue
        speakers = sorted(n for n in hearsay.cites[teller] if _may_be_another(hearsay, n))
        for a, b in permutations(speakers, 2):
            if not hearsay.cites[a] and _is_another_word_for(hearsay, a, b):
                hearsay.take_for(a, b)
        reports = {n for n in hearsay.cites[teller] if hearsay.is_press(frozenset({n}))}
        for vague in sorted(n for n in reports if n.startswith("described/")):
            for report in sorted(reports - {vague}):
                if not hearsay.cites[vague] and not report.startswith("described/"):
                    hearsay.take_for(vague, report)


def join_newspapers(hearsay: Hearsay) -> None:
    """ "An Iraqi newspaper" is the one newspaper of Iraq that has the claim, if there is no other.

    Not one that has it from that newspaper, nor a broadcaster.
    """
    countries = {n: _country_of(n, hearsay.nodes[n]) for n in _vague_press(hearsay)}
    if not any(countries.values()):
        return  # as of most claims: then no outlet's name need be looked through
    known = [n for n in sorted(hearsay.nodes) if not n.startswith(_DESCRIPTIONS)]
    papers = {n: _country_of(n, hearsay.nodes[n]) for n in known if _may_print(hearsay, n)}
    for vague, country in countries.items():
        meant = [n for n, of in papers.items() if country and of == country]
        if len(meant) == 1 and vague not in reached(hearsay.cites, meant):
            hearsay.take_for(vague, meant[0])


def _vague_press(hearsay: Hearsay) -> list[str]:
    """Outlets that are only described, and of which nobody says whence they have it."""
    described = (n for n in sorted(hearsay.nodes) if n.startswith("described/"))
    outlets = (n for n in described if hearsay.nodes[n].kind is LinkKind.OUTLET)
    return [n for n in outlets if not hearsay.cites[n]]


def _may_print(hearsay: Hearsay, node: str) -> bool:
    known = hearsay.nodes[node]
    is_paper = known.kind is LinkKind.OUTLET and _BROADCAST.isdisjoint(fold_name(known.name))
    return is_paper and node in hearsay.cites


def _country_of(node: str, known: Node) -> str | None:
    """The country of an outlet, or else the one that its name tells of; None if that is none, or several."""
    entry = registry().entries.get(node)
    if entry:
        return entry.country
    named = {
        country
        for hit in registry().find_names(known.name)
        for key, form in hit.readings
        if not form.weak and (country := registry().entries[key].country)
    }
    return min(named) if len(named) == 1 else None


def join_hidden(hearsay: Hearsay) -> None:
    """An unnamed source met again: described alike in a report that the teller of another draws on."""
    hidden = sorted(n for n in hearsay.cites if hearsay.nodes[n].kind is LinkKind.UNNAMED)
    for a, b in permutations(hidden, 2):
        if (
            not hearsay.cites[a]
            and _is_described_like(hearsay, a, b)
            and _draws_on(hearsay, a, b)
        ):
            hearsay.take_for(a, b)


def join_retold(hearsay: Hearsay) -> None:
    """Whom a retelling only describes is whom the report that it retells names itself, if that is one.

    "The commander was quoted by the Post as saying", where the Post's own page is held and quotes
    Daro Velkine: a retelling adds no origin.
    """
    for report, node in sorted(hearsay.retold):
        own = {n for n in hearsay.own_ends.get(report, ()) if not n.startswith(_NAMELESS)}
        is_end = not hearsay.cites[node] and _may_be_another(hearsay, node)
        if (
            is_end
            and node.startswith("described/")
            and len(own) == 1
            and not own & {node, report}
        ):
            hearsay.take_for(node, min(own))


def _is_described_like(hearsay: Hearsay, a: str, b: str) -> bool:
    ours, theirs = _words_of(hearsay.nodes[a].name), _words_of(hearsay.nodes[b].name)
    return ours <= theirs or theirs <= ours


def _draws_on(hearsay: Hearsay, a: str, b: str) -> bool:
    """Tell whether an article that has it from ``a`` draws on a report that has it from ``b``, not from ``a``."""
    telling = (
        article
        for article in hearsay.claim.article_ids
        if a in reached(hearsay.cites, [hearsay.pile.teller(article)])
    )
    drawn_on = {
        hearsay.pile.upstream_node(d) for t in telling for d in hearsay.pile.upstream[t]
    }
    behind = [
        reached(hearsay.cites, [node]) for node in sorted(drawn_on & hearsay.cites.keys())
    ]
    return any(b in nodes and a not in nodes for nodes in behind)


def _is_another_word_for(hearsay: Hearsay, a: str, b: str) -> bool:
    """A description gives way to a fuller one, and to a name of the same words."""
    ours, theirs = _words_of(hearsay.nodes[a].name), _words_of(hearsay.nodes[b].name)
    if not a.startswith(_DESCRIPTIONS) or not _COUNTED_ON.isdisjoint(
        fold_name(hearsay.nodes[b].name)
    ):
        return False
    return ours < theirs or (ours == theirs and (not b.startswith(_DESCRIPTIONS) or a < b))


def _may_be_another(hearsay: Hearsay, node: str) -> bool:
    known = hearsay.nodes[node]
    return known.kind not in PRESS and not node.startswith(("unspecified/", "person/"))


@lru_cache(maxsize=_KEPT_NAMES)
def _words_of(name: str) -> frozenset[str]:
    """The words of a description without their endings: "an official" and "officials" are of the same."""
    return frozenset(
        word.rstrip("sd")
        for word in fold_name(name)
        if word not in {"of", "the", "a", "an", "and", "in", "for"}
    )
