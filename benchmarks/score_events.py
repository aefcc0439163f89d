"""How well events are read: PLOVER records of real sentences, and the reports of MUC-4.

python -m benchmarks.score_events SHARED [--errors N]
"""

import json
import math
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.engine import _is_inside as is_inside
from benchmarks.engine import _ties as ties
from benchmarks.engine import run_scorer
from benchmarks.score_reader import _UNKNOWN
from headwater.language import read, type_as_told
from headwater.lexicon import registry
from headwater.model import (
    ActorKind,
    Article,
    ArticleFindings,
    Event,
    Mention,
    Span,
    Zone,
    ZoneKind,
)
from headwater.reading import read_article
from headwater.reading.events.act import Act
from headwater.reading.events.said import is_statement
from headwater.reading.events.trees import Tree
from headwater.reading.events.wholes import as_a_whole

#: CAMEO roots that the table from CAMEO to PLOVER, by which the set was made, has no type for:
#: a statement, and an appeal.
_NO_TYPE = frozenset({"01", "02"})

_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
#: Modes of ASSAULT to the incidents of MUC-4; any other is an attack.
_INCIDENTS = {"abduct": "kidnapping", "explosives": "bombing", "suicide-attack": "bombing"}
_SOLDIERS = frozenset("army troops soldiers military forces police government".split())
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.GROUP, ActorKind.UNNAMED})


def figures(shared: Path) -> dict[str, float]:
    """Give F1 of events end to end, and how often a sentence without one raises an alarm."""
    gold = shared / "corpora" / "events" / "events-dev.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    told = run_scorer(
        shared / "scorers" / "score_events.py",
        gold,
        ({"id": r["id"], "events": list(coded(r["text"]))} for r in records),
        "--restrict",
    )
    return {
        "events_full": told["full"]["F1"],
        "events_root": told["root"]["F1"],
        "events_quiet": 1 - told["false_alarm_rate_on_no_event"],
    }


def pair_figures(shared: Path) -> dict[str, float]:
    """Give macro F1 and quad class where actor and recipient are given."""
    gold = shared / "corpora" / "events" / "events-dev.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    told = run_scorer(
        shared / "scorers" / "score_events.py",
        gold,
        ({"id": r["id"], "type": type_of_pair(r)} for r in records if r["events"]),
        "--given-pair",
    )
    return {
        "events_pair_macro": told["root_macro_f1"],
        "events_pair_root": told["root_acc"],
        "events_pair_quad": told["quad_acc"],
    }


def muc_figures(shared: Path) -> dict[str, float]:
    """Give F1 of incident types, perpetrators and targets in reports of attacks in Latin America."""
    gold = shared / "corpora" / "events" / "muc4-dev.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    told = run_scorer(
        shared / "scorers" / "score_events.py",
        gold,
        ({"id": r["id"], "templates": incidents(r["text"])} for r in records),
        "--muc",
    )
    return {
        "muc_type": told["incident_type"]["F1"],
        "muc_perp_ind": told["PerpInd"]["F1"],
        "muc_perp_org": told["PerpOrg"]["F1"],
        "muc_target": told["Target"]["F1"],
        "muc_victim": told["Victim"]["F1"],
    }


def coded(text: str) -> Iterator[dict[str, Any]]:
    """Yield the events as the set codes them: who to whom, the place where no actor is named for whom."""
    findings = _read(text)
    cues = {s.id: " ".join(c.text for c in s.cue) for s in findings.statements if s.source}
    for event in findings.events:
        if "claim" in cues.get(event.statement_id or "", ""):
            continue  # CAMEO 015, a statement: one's own act claimed
        if event.status == "denied" and event.type != "REJECT":
            continue  # CAMEO 016, a statement: an act denied
        recipients = [s.text for s in event.recipient_words]
        if event.place and not event.recipients:
            recipients.append(event.place)
        if (
            event.cameo not in _NO_TYPE
            and event.same_as is None
            and event.actors
            and recipients
        ):
            yield {
                "type": event.type,
                "source": [_party(s.text) for s in event.actor_words],
                "target": [_party(words) for words in recipients],
            }


def type_of_pair(record: dict[str, Any]) -> str:
    """Give the type of what the given actor does to the given recipient.

    The event that ties them as read; where none does, the word that is surest an act, each tie to
    the given pair weighing as e does, and what is only said or felt coming last.
    """
    text, event = record["text"], record["events"][0]
    actors, recipients = (
        [(at, at + len(m["text"])) for m in event[side] if (at := text.find(m["text"])) >= 0]
        for side in ("source", "target")
    )
    found = [
        (
            _touch(e.actor_words, actors) + _touch(e.recipient_words, recipients),
            e.sure,
            -e.start,
            e,
        )
        for e in events_of(text)
    ]
    if found and (told := max(found, key=lambda f: f[:3]))[0]:
        return told[3].type
    parse = read(text)
    at = {p.start: p for p in parse.predicates}
    acts = [
        as_a_whole(Act(tree, word, type_as_told(at[token.start]), at[token.start]))
        for tree in map(Tree, parse.sentences)
        for word, token in enumerate(tree.tokens)
        if token.start in at and not is_inside(token.start, (*actors, *recipients))
    ]
    best = max(
        acts,
        key=lambda a: (
            math.log(a.predicate.sure + 1e-6)
            + ties(a.predicate.actor, actors)
            + ties(a.predicate.recipient, recipients)
            - 3 * is_statement(a),
            -a.predicate.start,
        ),
        default=None,
    )
    return best.type if best else "NONE"


def _touch(words: Sequence[Span], spans: Sequence[tuple[int, int]]) -> bool:
    return any(w.start < b and a < w.end for w in words for a, b in spans)


def incidents(text: str) -> list[dict[str, Any]]:
    """Give the incidents of a report as MUC-4 has them: type, perpetrators, targets, victims.

    Only what was done counts, and soldiers fighting are no incident.
    """
    findings = _read(text)
    found: dict[str, dict[str, Any]] = {}
    for event in findings.events:
        kind = _incident(event)
        doers = [s.text for s in event.actor_words]
        if kind is None or any(_SOLDIERS & set(d.split()) for d in doers):
            continue
        roles = found.setdefault(kind, {"incident_type": kind} | {role: [] for role in _ROLES})
        for span in event.actor_words:
            sort = _sort(span, findings.mentions)
            if sort in _PEOPLE:
                roles["PerpInd"].append(span.text)
                roles["PerpOrg"] += _bodies(span, findings.mentions)
            elif sort is not None or span.text.startswith(
                "the "
            ):  # in lower case no name is seen
                roles["PerpOrg"].append(span.text)
        for span in event.recipient_words:
            sort = _sort(span, findings.mentions)
            if sort in _PEOPLE or any(c.isalpha() for c in span.text):
                roles["Victim" if sort in _PEOPLE else "Target"].append(span.text)
    return list(found.values())


def _bodies(span: Span, mentions: Sequence[Mention]) -> list[str]:
    """Give the bodies named in a phrase: "members of the River Guard"."""
    inside = (m for m in mentions if span.start <= m.start and m.end <= span.end)
    return [m.text for m in inside if m.type not in _PEOPLE]


def _sort(span: Span, mentions: Sequence[Mention]) -> ActorKind | None:
    """Tell what sort of somebody a phrase names, None for a thing."""
    inside = [m for m in mentions if span.start <= m.start and m.end <= span.end]
    best = max(inside, key=lambda m: (m.end - m.start, m.id), default=None)
    return best.type if best else None


def _incident(event: Event) -> str | None:
    if event.type != "ASSAULT" or event.status not in {"reported", "historical"}:
        return None
    return _INCIDENTS.get(event.mode or "", "attack")


def _party(words: str) -> dict[str, str]:
    """Give a participant as written, with the three letters of the country it is of."""
    entries = registry().entries
    countries = (
        entries[entry].country
        for hit in registry().find_names(words)
        for entry, form in hit.readings
        if not form.weak
    )
    return {"text": words, "code": next((_countries()[c] for c in countries if c), "")}


@cache
def _countries() -> dict[str, str]:
    """Read the two and three letters of ISO 3166-1 by which codes of the set begin."""
    rows = Path(__file__).with_name("countries.txt").read_text(encoding="utf-8").splitlines()
    return dict(row.split() for row in rows)


def events_of(text: str) -> tuple[Event, ...]:
    """Give the events of a bare text."""
    return _read(text).events


def _read(text: str) -> ArticleFindings:
    body = Zone(start=0, end=len(text), kind=ZoneKind.BODY)
    return read_article(Article(**_UNKNOWN, id="", text=text, zones=(body,)))


if __name__ == "__main__":
    where = Path(sys.argv[1])
    for name, figure in (figures(where) | pair_figures(where) | muc_figures(where)).items():
        print(f"{name:24} {figure:.4f}")
