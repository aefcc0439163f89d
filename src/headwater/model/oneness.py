"""One actor under one id, where articles by themselves could only give it several."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TypeVar

from headwater.model.findings import ArticleFindings

T = TypeVar("T")

#: Fields that hold the id of an actor, or several, or what holds them, in whatever an article says.
_ACTOR_FIELDS = frozenset(
    {"actor_id", "actors", "chain", "issuer", "object", "on_behalf_of", "recipients", "subject", "target"}
)  # fmt: skip


def as_one(findings: ArticleFindings, same: Mapping[str, str]) -> ArticleFindings:
    """Give the findings of an article with every actor under the id that the case has for it.

    Args:
        findings: What an article says.
        same: Id of an actor to the id it is to go by; those that are not there keep theirs.
    """
    named = {mention.actor_id for mention in findings.mentions}
    named |= {link.actor_id for s in findings.statements for link in s.chain if link.actor_id}
    if named.isdisjoint(same):
        return findings
    return replace(
        findings,
        statements=tuple(with_actors(s, same) for s in findings.statements),
        mentions=tuple(with_actors(m, same) for m in findings.mentions),
        relations=tuple(with_actors(r, same) for r in findings.relations),
        events=tuple(with_actors(e, same) for e in findings.events),
        commitments=tuple(with_actors(c, same) for c in findings.commitments),
    )


def with_actors(found: T, same: Mapping[str, str]) -> T:
    """Give a finding with its actors under the ids they are to go by; itself if it names none of them."""
    changed = {
        field.name: told
        for field in fields(found)  # type: ignore[arg-type]
        if field.name in _ACTOR_FIELDS
        and (told := _renamed(was := getattr(found, field.name), same)) != was
    }
    return replace(found, **changed) if changed else found  # type: ignore[type-var]


def _renamed(value: object, same: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        return tuple(_renamed(one, same) for one in value)
    if isinstance(value, str):
        return same.get(value, value)
    return value if value is None else with_actors(value, same)
