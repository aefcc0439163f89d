"""Offices that the pile itself tells of, with the days it gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from headwater.lexicon import fold_name
from headwater.model import ArticleFindings, Role


def find_roles(
    findings: Iterable[ArticleFindings], names: Mapping[str, str]
) -> Mapping[str, tuple[Role, ...]]:
    """Find what offices the articles say that somebody holds or held.

    Of several tellings of one office, the earliest beginning and the latest end count.

    Args:
        findings: What was read in the articles.
        names: Actor id to name.

    Returns:
        Actor id to roles, by organisation and title.
    """
    told: dict[str, dict[tuple[str, str], list[Role]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        for tie in finding.relations:
            is_nameless = tie.subject.startswith(
                "described/"
            )  # "the leaders of X" say it themselves
            if tie.title is None or tie.modality != "asserted" or is_nameless:
                continue
            where = names.get(tie.object)
            key = (where or "", " ".join(fold_name(tie.title)))
            role = Role(title=tie.title, organisation=where, from_=tie.since, to=tie.until)
            told[tie.subject][key].append(role)
    return {
        actor: tuple(_joined(roles) for _, roles in sorted(by_office.items()))
        for actor, by_office in told.items()
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
