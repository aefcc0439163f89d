"""Offices that the pile itself tells of, with the days it gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from headwater.lexicon import fold_name, registry
from headwater.model import ArticleFindings, Relation, Role

#: Actor id, title, name of the body, first and last day; None where the text does not say.
Office = tuple[str, str, str | None, str | None, str | None]


def find_offices(finding: ArticleFindings) -> tuple[Office, ...]:
    """Find what offices one article says that somebody holds or held, in reading order.

    "The leaders of X" name an office themselves, and are no holders of one.
    """
    names = {m.actor_id: m.text for m in reversed(finding.mentions)}
    return tuple(
        (tie.subject, tie.title, _body(tie, names), tie.since, tie.until)
        for tie in finding.relations
        if tie.title and tie.modality == "asserted" and not tie.subject.startswith("described/")
    )


def _body(tie: Relation, names: Mapping[str, str]) -> str | None:
    """What the body is called: by the registry, or else where the article names it first."""
    entry = registry().entries.get(tie.object)
    name = entry.name if entry else names.get(tie.object)
    return " ".join(name.split()) if name else None


def join_offices(told: Iterable[Office]) -> Mapping[str, tuple[Role, ...]]:
    """Give the roles of every actor, by organisation and title.

    Of several tellings of one office, the earliest beginning and the latest end count.
    """
    found: dict[str, dict[tuple[str, str], list[Role]]] = defaultdict(lambda: defaultdict(list))
    for actor_id, title, body, since, until in told:
        key = (body or "", " ".join(fold_name(title)))
        found[actor_id][key].append(Role(title=title, organisation=body, from_=since, to=until))
    return {
        actor_id: tuple(_joined(roles) for _, roles in sorted(by_office.items()))
        for actor_id, by_office in found.items()
    }


def add_roles(known: Sequence[Role], said: Sequence[Role]) -> tuple[Role, ...]:
    """Give the known roles and those said, but where one in the same body is known already."""
    bodies = {role.organisation for role in known}
    return (*known, *(role for role in said if role.organisation not in bodies))


def _joined(roles: Sequence[Role]) -> Role:
    first = min(roles, key=lambda role: (len(role.title), role.title))
    return Role(
        title=first.title,
        organisation=first.organisation,
        from_=min((role.from_ for role in roles if role.from_), default=None),
        to=max((role.to for role in roles if role.to), default=None),
    )
