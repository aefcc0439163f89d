"""How one actor looks: a heading, and a table for each thing the case knows of it."""

from collections.abc import Iterable, Iterator, Sequence

import click

from headwater.case import ActorProfile, Description, HeldRelation, Saying, Whereabouts
from headwater.faces.cli.printing import counted, plain, print_table, published_words, shorten
from headwater.faces.cli.tables import MOST_TEXT, chain_words
from headwater.model import Role, SourceNumber, Span

_MOST_WORDS = 80


def print_profile(profile: ActorProfile) -> None:
    """Print everything the case holds on one actor, each with the words that show it."""
    actor = profile.actor
    click.echo(plain(f"{actor.name} · {actor.type} · {actor.id}") + "\n")
    names = [(n.name, str(n.count), str(len(n.article_ids))) for n in profile.names]
    _print_part(
        "Names as written", len(names), (("Name", 6), ("Times", 0), ("Articles", 0)), names
    )
    if profile.described_as:
        _print_descriptions(profile)
    roles = (("Role", 4), ("Where", 4), ("From", 2), ("To", 2))
    _print_part("Roles", len(actor.roles), roles, map(_role_cells, actor.roles))
    if profile.office_holders:
        _print_holders(profile)
    _print_part(
        "Relations",
        profile.relations_total,
        (("Relation", 4), ("Words", 5), ("Outlet", 2), ("Day", 3), ("Article", 0)),
        map(_relation_cells, profile.relations),
    )
    sayings = (("Who says so", 4), ("What", 6), ("Named by", 2), ("Day", 3), ("Article", 0))
    _print_part(
        "Said by it", profile.said_by_total, sayings, map(_saying_cells, profile.said_by)
    )
    _print_part(
        "Said about it",
        profile.said_about_total,
        sayings,
        map(_saying_cells, profile.said_about),
    )


def _print_part(
    title: str, total: int, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]
) -> None:
    """Print a part under its title, which says how many there are and how many of them follow."""
    shown = list(rows)
    click.echo(f"{title}: {counted(len(shown), total)}")
    print_table(columns, shown, "")


def _print_holders(profile: ActorProfile) -> None:
    """Print who held the office on the articles' days, with where the registry has it from."""
    columns = (("Who", 4), ("Office", 4), ("From", 0), ("To", 0), ("Source", 5), ("Article", 0))
    rows = [
        (h.holder_name, f"{h.title}, {h.organisation}", h.from_, h.to or "", h.source, key[:8])
        for h in profile.office_holders
        for key in h.article_ids
    ]
    title = "Held that office on the article's day, by the registry and not by the text"
    _print_part(title, len(rows), columns, rows)


def _print_descriptions(profile: ActorProfile) -> None:
    """Print what is told of an unnamed source, a line for each trait; what is not told has none."""
    shown = profile.described_as
    click.echo(f"Described as: {counted(len(shown), profile.described_as_total)}")
    rows = [cells for one in shown for cells in _description_cells(one)]
    print_table((("What", 4), ("Words", 6), ("Article", 0)), rows, "")


def _description_cells(one: Description) -> Iterator[tuple[str, str, str]]:
    source = one.source
    near = source.nearness
    told = (
        (f"number: {_bounds(source.number)}", source.number.span.text),
        ("role", _words(source.role)),
        ("nearness", f"{near.tie.text} {near.to.text}" if near else ""),
        ("allegiance", _words(*source.allegiance)),
        ("vouched for as", _words(*source.hidden_by)),
        ("asked not to be named", _words(source.asked)),
        ("reason", _words(source.reason)),
        (
            f"owner: {one.owner_name or one.where.outlet_name or 'unknown'}",
            one.owner_words or "its own page",
        ),
    )
    for what, words in told:
        if words:
            yield what, shorten(words, MOST_TEXT), one.article_id[:8]


def _words(*spans: Span | None) -> str:
    return " … ".join(span.text for span in spans if span)


def _bounds(number: SourceNumber) -> str:
    if number.high is None:
        return f"{number.low} or more"
    return str(number.low) if number.low == number.high else f"{number.low}–{number.high}"


def _role_cells(role: Role) -> tuple[str, ...]:
    return role.title, role.organisation or "", role.from_ or "", role.to or ""


def _relation_cells(held: HeldRelation) -> tuple[str, ...]:
    kind = held.relation.kind.replace("_", " ")
    tie = f"{kind} → {held.other_name}" if held.is_subject else f"{held.other_name} → {kind}"
    modality = held.relation.modality
    return (
        tie if modality == "asserted" else f"{tie} ({modality})",
        shorten(held.relation.text, MOST_TEXT),
        held.where.outlet_name or "unknown",
        _days(held.where),
        held.relation.article_id[:8],
    )


def _saying_cells(saying: Saying) -> tuple[str, ...]:
    statement = saying.statement
    return (
        chain_words(statement.chain, saying.where.outlet_name),
        shorten(statement.told, MOST_TEXT),
        shorten(saying.words or "its own page", _MOST_WORDS),
        _days(saying.where),
        statement.article_id[:8],
    )


def _days(where: Whereabouts) -> str:
    days = (where.published_from, where.published_to)
    return published_words(*days) if any(days) else ""
