"""How well two sentences of different articles are told to report the same event: ECB+.

python -m benchmarks.score_same_events SHARED

Sentences are read one by one and compared as linking compares tellings. The events of the set are of
every sort ("host", "fall", "issue a patch"), so beside the events that are read, every sentence is also
compared as a whole, with all its verbs as the words that report. As in linking, it speaks against
two that their articles are of different storylines or keep other company; that comes from the documents,
of which the set gives one to three sentences.
The threshold is chosen on the topics of one parity and measured on the other, both ways.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.engine import run_scorer
from benchmarks.score_reader import _UNKNOWN
from headwater.language import Parse, load_encoder, read
from headwater.lexicon import words
from headwater.linking import Fingerprint, group_stories, take_fingerprint
from headwater.linking.company import Company
from headwater.linking.events import score_articles, score_likeness
from headwater.linking.happenings import (
    Happening,
    Party,
    find_happenings,
    names_in,
    numbers_in,
)
from headwater.model import Article, ArticleFindings, Span, Zone, ZoneKind
from headwater.pipeline import find_in_article
from headwater.settings import LanguageSettings, LinkingSettings

#: Thresholds that are tried.
_TRIED = np.arange(-1.0, 1.2, 0.01)
#: Probability from which a noun is taken to report an event.
_SURE = 0.3
#: Verbs that only say that somebody says, does or is.
_LIGHT = frozenset("be have do get will make take go come accord".split())

Row = dict[str, Any]


def figures(shared: Path) -> dict[str, float]:
    """Give F1 with the documents and for the sentences alone: the mean of both halves, each with the other's threshold."""
    gold = shared / "corpora" / "events" / "ecbplus-pairs-dev.jsonl"
    pairs = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    sentences = {(p[k]["doc"], p[k]["sent"]): p[k]["text"] for p in pairs for k in "ab"}
    more = (shared / "corpora" / "events" / "ecbplus-sentences-dev.jsonl").read_text(encoding="utf-8")  # fmt: skip
    prints = _prints(sentences, map(json.loads, more.splitlines()))
    told = {key: _tellings("/".join(map(str, key)), text) for key, text in sentences.items()}
    alone = np.array([_likeness(told[_key(p["a"])], told[_key(p["b"])]) for p in pairs])
    with_documents = alone + _by_documents(pairs, prints)
    return {
        **_halves("same_event", pairs, with_documents, shared, gold),
        **_halves("same_event_alone", pairs, alone, shared, gold),
    }


def _halves(
    name: str, pairs: Sequence[Row], scores: npt.NDArray[np.float64], shared: Path, gold: Path
) -> dict[str, float]:
    """Measure either half of the topics with the threshold that is best on the other."""
    is_same = np.array([p["same_event"] for p in pairs])
    is_odd = np.array([int(p["topic"]) % 2 == 1 for p in pairs])
    answers = np.zeros(len(pairs), dtype=bool)
    found = {}
    for half, name_of_half in ((is_odd, "odd"), (~is_odd, "even")):
        own, other = (is_same[half], scores[half]), (is_same[~half], scores[~half])
        least = max(_TRIED, key=lambda t, known=other: round(_f1(known[0], known[1] >= t), 6))
        answers[half] = own[1] >= least
        found[f"{name}_f1_{name_of_half}"] = _f1(own[0], own[1] >= least)
    predicted = (
        {"id": p["id"], "same_event": bool(y)} for p, y in zip(pairs, answers, strict=True)
    )
    told = run_scorer(
        shared / "scorers" / "score_events.py", gold, predicted, before=("--pairs",)
    )
    return {f"{name}_f1": told["F1"], **found}


def _f1(is_same: npt.NDArray[np.bool_], answers: npt.NDArray[np.bool_]) -> float:
    return float(2 * (is_same & answers).sum() / (is_same.sum() + answers.sum()))


def _by_documents(
    pairs: Sequence[Row], prints: Sequence[Fingerprint]
) -> npt.NDArray[np.float64]:
    """Give what the documents of each pair add to its likeness."""
    company, (_, storylines) = Company(prints), group_stories(prints, LinkingSettings())
    line_of = {key: line.id for line in storylines for key in line.article_ids}
    both = ((p["a"]["doc"], p["b"]["doc"]) for p in pairs)
    return np.array(
        [
            score_articles(company.score(a, b), is_one_line=line_of[a] == line_of[b])
            for a, b in both
        ]
    )


def _prints(
    sentences: Mapping[tuple[str, int], str],
    more: Any,  # noqa: ANN401 - records of the set
) -> list[Fingerprint]:
    """Take the fingerprints of the documents, made of the sentences that the set gives of each."""
    documents: dict[str, dict[int, str]] = defaultdict(dict)
    for record in more:
        document, number = record["id"].rsplit(":", maxsplit=1)
        documents[document][int(number)] = record["text"]
    for (document, number), text in sentences.items():
        documents[document][number] = text
    found = (
        _read(key, "\n".join(" ".join(told[n].split()) for n in sorted(told)))
        for key, told in sorted(documents.items())
    )
    return [take_fingerprint(finding) for finding in found]


def _likeness(ours: Sequence[Happening], theirs: Sequence[Happening]) -> float:
    encoder = load_encoder()
    scores = (score_likeness(a, b, encoder) for a in ours for b in theirs if a.type == b.type)
    return max((score for score in scores if score is not None), default=-1.0)


def _tellings(key: str, text: str) -> list[Happening]:
    finding = _read(key, text)
    return [_whole(finding), *find_happenings(finding)]


def _whole(finding: ArticleFindings) -> Happening:
    text = finding.article.text
    spans = [Span(start=0, end=len(text), text=text)]
    return Happening(
        id=finding.article.id,
        article_id=finding.article.id,
        type="",
        is_done=True,
        triggers=_triggers(read(text)),
        vector=load_encoder().encode([text])[0],
        names=names_in(finding.mentions, spans),
        numbers=numbers_in(finding.quantities, spans),
        actors=Party(),
        recipients=Party(),
        place=frozenset(),
        days=None,
        published=None,
    )


def _triggers(parse: Parse) -> frozenset[str]:
    """Every verb but those of saying and being, and every noun that the engine may take for an event."""
    likely = {p.start for p in parse.predicates if p.sure > _SURE}
    saying = words().verbs
    return frozenset(
        token.lemma.lower()
        for sentence in parse.sentences
        for token in sentence.tokens
        if token.tag == "VERB" or (token.tag in {"NOUN", "PROPN"} and token.start in likely)
        if token.lemma.lower() not in _LIGHT and token.lower not in saying
    )


def _read(key: str, text: str) -> ArticleFindings:
    body = Zone(start=0, end=len(text), kind=ZoneKind.BODY)
    article = Article(**_UNKNOWN, id=key, text=text, zones=(body,))
    return find_in_article(article, LanguageSettings())


def _key(side: Row) -> tuple[str, int]:
    return side["doc"], side["sent"]


if __name__ == "__main__":
    for name, value in figures(Path(sys.argv[1])).items():
        print(f"{name} {value:.3f}")
