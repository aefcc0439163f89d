"""A YAML file of actors as entries; what breaks its format is refused by file, line and field."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

import msgspec

from headwater.errors import BadResource
from headwater.lexicon.entry import Entry, NameForm, RegistryRole, Tie

T = TypeVar("T")

_FIELDS: Final = frozenset(
    "id name kind src country lang domains aliases demonyms adjectives roles relations distinct_from capital_of".split()
)
_NEEDED: Final = ("id", "name", "kind")
_LISTS: Final = "lang domains aliases demonyms adjectives roles relations distinct_from".split()
_ALIAS_FIELDS: Final = frozenset("text how lang weak context".split())
_ROLE_FIELDS: Final = frozenset("title org from to".split())
_TIE_FIELDS: Final = frozenset("type target".split())
_HOW: Final = frozenset(
    "name translit acronym translation nickname short former native demonym adjective metonym".split()
)
_TIES: Final = frozenset("part_of edition_of owned_by state_media_of member_of wing_of".split())
#: ``case``, ``described`` and ``unnamed`` are left to the actors that only a pile knows.
_ID: Final = re.compile(r"(?!(?:case|described|unnamed)/)[a-z_]+/[a-z0-9-]+")
_DATE: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
#: Field of a role, and what it is called in a file.
_DATES: Final = (("from_", "from"), ("to", "to"))
_REMEDY: Final = "See docs/registry.md for the fields."


def read_entries(text: str, file: str) -> Iterator[Entry]:
    """Yield the actors of a YAML file, in its order.

    Args:
        text: The content of the file.
        file: What to call it where something is wrong.

    Raises:
        BadResource: If the file or a line of it is malformed; names the entry and the field.
    """
    content = load_yaml(text, file)
    sources, rows = content.get("sources"), content.get("actors")
    if not isinstance(sources, dict) or not isinstance(rows, list):
        raise BadResource(
            "it is no list of actors with their sources",
            where=file,
            remedy="A file opens with a map under sources: and goes on with a list under actors:.",
        )
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise BadResource("this is no map", where=f"{file}: actor {number}", remedy=_REMEDY)
        yield _entry(row, f"{file}: {row.get('id', f'actor {number}')}", sources)


def load_yaml(text: str, file: str) -> Mapping[str, Any]:
    """Give the map that a YAML file holds; empty where it holds something else.

    Raises:
        BadResource: If it is not YAML; names the line.
    """
    import yaml  # noqa: PLC0415 - most runs need none

    try:
        content = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date of no calendar
        mark = getattr(error, "problem_mark", None)
        raise BadResource(
            f"it is not YAML ({getattr(error, 'problem', None) or error})",
            where=file if mark is None else f"{file}: line {mark.line + 1}",
            remedy="Mend it there; words with a colon in them stand in quotation marks.",
        ) from error
    return content if isinstance(content, dict) else {}


def _entry(row: Mapping[str, Any], where: str, sources: Mapping[str, str]) -> Entry:
    _check(row, where, sources)
    plain = {k: row.get(k) for k in ("id", "name", "kind", "country", "capital_of")}
    built = plain | {
        "src": "; ".join(_told(sources[key], known_as) for key, known_as in _sources(row)),
        "lang": _list(row, "lang"),
        "domains": _list(row, "domains"),
        "distinct_from": _list(row, "distinct_from"),
    }
    entry = _converted(built, Entry, where, _REMEDY)
    return dataclasses.replace(
        entry,
        forms=_forms(row, where),
        roles=tuple(_role(role, where) for role in _list(row, "roles")),
        ties=tuple(_tie(tie, where) for tie in _list(row, "relations")),
    )


def _check(row: Mapping[str, Any], where: str, sources: Mapping[str, str]) -> None:
    _check_fields(row, _FIELDS, where)
    if missing := [field for field in _NEEDED if not row.get(field)]:
        raise BadResource(f"has no {missing[0]}", where=where, remedy=_REMEDY)
    _check_sources(row, where, sources)
    if not _ID.fullmatch(str(row["id"])):
        raise BadResource(
            "this is no id of a registry",
            where=where,
            remedy="An id is kind/slug in small letters, digits and hyphens; case/, described/ and unnamed/ are taken.",
        )
    for field in _LISTS:
        if not isinstance(row.get(field, []), list):
            raise BadResource(
                f"{field} is no array of values", where=where, remedy=f"Write {field}: […]."
            )


def _check_sources(row: Mapping[str, Any], where: str, sources: Mapping[str, str]) -> None:
    given = _sources(row)
    if not given or not all(isinstance(key, str) and key in sources for key, _ in given):
        raise BadResource(
            "has no source",
            where=where,
            remedy="Give src, one or more of the keys under sources.",
        )
    for key, known_as in given:
        if known_as is not None and not (isinstance(known_as, str) and known_as.strip()):
            raise BadResource(
                f"what {key} knows it as is no text",
                where=where,
                remedy=f'Write {{{key}: "…"}} with quotation marks, or {key} alone.',
            )


def _check_fields(row: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    if unknown := sorted(str(field) for field in set(row) - known):
        raise BadResource(
            f"unknown field {unknown[0]!r}",
            where=where,
            remedy=f"Use one of {', '.join(sorted(known))}.",
        )


def _sources(row: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    """Give the keys of the sources a line rests on, and what each knows it as, None where that is not said."""
    given = row.get("src")
    named = given if isinstance(given, list) else [given]
    return [
        pair
        for name in named
        for pair in (name.items() if isinstance(name, dict) else [(name, None)])
    ]


def _told(source: str, known_as: str | None) -> str:
    """Give a source as it is told: a list says under which name or number it has the actor."""
    return f"{source}, as {known_as}" if known_as else source


def _list(row: Mapping[str, Any], field: str) -> list[Any]:
    found: list[Any] = row.get(field, [])
    return found


def _forms(row: Mapping[str, Any], where: str) -> tuple[NameForm, ...]:
    """Give every name, each text once, as it is first written."""
    forms = [NameForm(text=row["name"])]
    forms += [_form(alias, where) for alias in _list(row, "aliases")]
    for field, how in (("demonyms", "demonym"), ("adjectives", "adjective")):
        forms += [_form({"text": word, "how": how}, where) for word in _list(row, field)]
    first = {form.text: form for form in reversed(forms)}
    return tuple(reversed(first.values()))


def _form(alias: object, where: str) -> NameForm:
    where = f"{where}: alias {alias}"
    remedy = "An alias is text, or {text, how, lang, weak, context}."
    if not isinstance(alias, dict):
        alias = {"text": alias}
    _check_fields(alias, _ALIAS_FIELDS, where)
    form = _converted(alias, NameForm, where, remedy)
    _check_word(form.how, _HOW, where)
    return form


def _role(role: object, where: str) -> RegistryRole:
    where = f"{where}: role {role}"
    remedy = "A role is {title, org, from, to}."
    if not isinstance(role, dict):
        raise BadResource("this is no map", where=where, remedy=remedy)
    _check_fields(role, _ROLE_FIELDS, where)
    built = {"title": role.get("title"), "org": role.get("org")}
    dates = {f: None if role.get(k) is None else str(role[k]) for f, k in _DATES}
    for date in filter(None, dates.values()):
        if not _DATE.fullmatch(date):
            raise BadResource(
                f"{date!r} is no date",
                where=where,
                remedy='Write "2004", "2004-05" or "2004-05-31".',
            )
    return _converted(built | dates, RegistryRole, where, remedy)


def _tie(tie: object, where: str) -> Tie:
    where = f"{where}: relation {tie}"
    remedy = "A relation is {type, target}."
    if not isinstance(tie, dict):
        raise BadResource("this is no map", where=where, remedy=remedy)
    _check_fields(tie, _TIE_FIELDS, where)
    made = _converted(tie, Tie, where, remedy)
    _check_word(made.type, _TIES, where)
    return made


def _check_word(word: str, known: frozenset[str], where: str) -> None:
    if word not in known:
        raise BadResource(
            f"unknown word {word!r}",
            where=where,
            remedy=f"Use one of {', '.join(sorted(known))}.",
        )


def _converted(built: object, kind: type[T], where: str, remedy: str) -> T:
    try:
        return msgspec.convert(built, kind)
    except msgspec.ValidationError as error:
        raise BadResource(str(error), where=where, remedy=remedy) from error
