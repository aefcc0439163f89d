"""How well the language engine reads, measure by measure, on the development sets.

``figures`` serves the gate; ``measure_engine`` takes any model, so that ``training.evaluate`` can
put fp32 and int8 side by side.
"""

import gzip
import json
import math
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from headwater.language import Engine, Parse, load_engine, type_as_told
from headwater.language.reading import read_blocks, read_words
from training.corpora.passages import depths_of, statements_of
from training.corpora.re3d import read_documents
from training.corpora.treebanks import Laid, lay_documents
from training.example import Places
from training.sentences import Passage, read_all

_NAMES = {
    "PER": "Person",
    "ORG": "Organisation",
    "OUTLET": "Organisation",
    "LOC": "Location",
    "FAC": "Location",
}


@cache
def figures(shared: Path) -> dict[str, float]:
    """Give every measure of the engine that is shipped."""
    return measure_engine(load_engine(), shared)


def measure_engine(engine: Engine, shared: Path) -> dict[str, float]:
    """Give every measure of an engine, 0 to 1, more is better."""
    corpora = shared / "corpora"
    return {
        **measure_trees(engine, corpora / "treebanks" / "en_ewt-dev.conllu.gz"),
        **measure_raw(engine, corpora / "treebanks" / "en_ewt-dev.conllu.gz"),
        **measure_attribution(engine, shared),
        **measure_names(engine, shared),
        **measure_events(engine, shared),
        **measure_passages(engine),
    }


# ---- treebanks: CoNLL 2018's measures


def measure_trees(engine: Engine, treebank: Path) -> dict[str, float]:
    """UAS, LAS, UPOS and lemmas, words and sentences given.

    LAS looks at the relation without its subtype, as CoNLL 2018 did; ``ewt_las_full`` at the whole.
    """
    right: Counter[str] = Counter()
    for laid in lay_documents(treebank):
        parse = read_words(laid.text, laid.offsets, laid.starts, engine)
        tokens = [t for sentence in parse.sentences for t in sentence.tokens]
        firsts = [n for s in _sentence_firsts(parse) for n in s]
        for number, (token, gold) in enumerate(zip(tokens, laid.rows, strict=True)):
            head = token.head + firsts[number] if token.head >= 0 else -1
            _count(right, laid, number, head, token.relation)
            right["upos"] += token.tag == gold[3]
            right["lemma"] += token.lemma == gold[2]
            right["words"] += 1
    return {
        f"ewt_{name}": right[name] / right["words"]
        for name in ("uas", "las", "las_full", "upos", "lemma")
    }


def measure_raw(engine: Engine, treebank: Path) -> dict[str, float]:
    """F1 of words, sentences and LAS from the running text."""
    right: Counter[str] = Counter()
    for laid in lay_documents(treebank):
        parse = read_blocks(laid.text, list(_lines(laid.text)), engine)
        tokens = [t for sentence in parse.sentences for t in sentence.tokens]
        firsts = [n for s in _sentence_firsts(parse) for n in s]
        place = {offsets: number for number, offsets in enumerate(laid.offsets)}
        same = [place.get((t.start, t.end), -2) for t in tokens]
        for number, token in enumerate(tokens):
            if same[number] >= 0:
                head = same[token.head + firsts[number]] if token.head >= 0 else -1
                _count(right, laid, same[number], head, token.relation)
                right["found"] += 1
        right["words"] += len(tokens) + len(laid.offsets)
        ours = {(s.start, s.end) for s in parse.sentences}
        gold = {(laid.offsets[a][0], laid.offsets[b - 1][1]) for a, b in laid.sentences}
        right["sentence"] += len(ours & gold)
        right["sentences"] += len(ours) + len(gold)
    return {
        "ewt_raw_words": 2 * right["found"] / right["words"],
        "ewt_raw_sentences": 2 * right["sentence"] / right["sentences"],
        "ewt_raw_las": 2 * right["las"] / right["words"],
    }


def _count(right: Counter[str], laid: Laid, number: int, head: int, relation: str) -> None:
    if head == laid.heads[number]:
        gold = laid.rows[number][7]
        right["uas"] += 1
        right["las"] += relation.partition(":")[0] == gold.partition(":")[0]
        right["las_full"] += relation == gold


def _sentence_firsts(parse: Parse) -> Iterator[list[int]]:
    first = 0
    for sentence in parse.sentences:
        yield [first] * len(sentence.tokens)
        first += len(sentence.tokens)


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line), False
        start += len(line) + 1


# ---- attributions


def measure_attribution(engine: Engine, shared: Path) -> dict[str, float]:
    """PolNeAR dev: F1 of tokens, exact spans and relations; outermost statements."""
    gold = shared / "corpora" / "attribution" / "polnear-dev.jsonl.gz"
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    told = run_scorer(
        shared / "scorers" / "score_attribution.py",
        gold,
        ({"id": a["id"], "attributions": attributions_of(engine, a["text"])} for a in articles),
        "--json",
    )
    out = {
        f"polnear_{measure}_{role}": told[f"{measure}.{role}"]["f1"]
        for measure in ("token", "exact")
        for role in ("source", "cue", "content")
    }
    return out | {"polnear_relation": told["rel-head"]["f1"]}


def attributions_of(engine: Engine, text: str) -> list[dict[str, Any]]:
    """Give the outermost statements of a text, as the scorer reads them."""
    parse = read_blocks(text, list(_lines(text)), engine)
    return [
        {"source": list(t.source), "cue": list(t.cue), "content": list(t.content)}
        for t in parse.tagged
        if not t.is_inner
    ]


# ---- names


def measure_names(engine: Engine, shared: Path) -> dict[str, float]:
    """F1 of names on the documents of re3d that are kept from training.

    Persons, organisations and places; named mentions only, as long as they overlap.
    """
    documents = read_documents(shared / "corpora" / "names" / "re3d_docs.jsonl", kept=True)
    with tempfile.TemporaryDirectory() as folder:
        gold = Path(folder, "gold.jsonl")
        _write(gold, documents)
        told = run_scorer(
            shared / "scorers" / "score_spans.py",
            gold,
            (
                {"doc_id": d["doc_id"], "entities": _entities(engine, d["text"])}
                for d in documents
            ),
            *("--types", "Person,Organisation,Location", "--kind", "NAM", "--json"),
        )
    return {
        "re3d_overlap": told["overlap"]["MICRO"]["F"],
        "re3d_strict": told["strict"]["MICRO"]["F"],
    }


def _entities(engine: Engine, text: str) -> list[dict[str, Any]]:
    parse = read_blocks(text, list(_lines(text)), engine)
    return [
        {"begin": n.start, "end": n.end, "type": _NAMES[n.kind]}
        for n in parse.names
        if n.kind in _NAMES
    ]


# ---- events


def measure_events(engine: Engine, shared: Path) -> dict[str, float]:
    """Event type of a sentence whose actor and recipient are given: accuracy of root and quad class."""
    gold = shared / "corpora" / "events" / "events-dev.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    told = run_scorer(
        shared / "scorers" / "score_events.py",
        gold,
        ({"id": r["id"], "type": event_of_pair(engine, r)} for r in records if r["events"]),
        "--given-pair",
    )
    return {"event_root": told["root_acc"], "event_quad": told["quad_acc"]}


def event_of_pair(engine: Engine, record: dict[str, Any]) -> str:
    """Give the type of what the given actor does to the given recipient."""
    text, event = record["text"], record["events"][0]
    pair = [
        [(at, at + len(m["text"])) for m in event[side] if (at := text.find(m["text"])) >= 0]
        for side in ("source", "target")
    ]
    return engine_event(read_blocks(text, list(_lines(text)), engine), *pair)


def engine_event(
    parse: Parse, actors: Sequence[tuple[int, int]], recipients: Sequence[tuple[int, int]]
) -> str:
    """Choose the predicate that is surest an event, each tie to the given pair weighing as e does."""
    best = max(
        (p for p in parse.predicates if not _is_inside(p.start, (*actors, *recipients))),
        key=lambda p: (
            math.log(p.sure + 1e-6) + _ties(p.actor, actors) + _ties(p.recipient, recipients),
            -p.start,
        ),
        default=None,
    )
    return type_as_told(best) if best else "NONE"


def _ties(place: int | None, spans: Iterable[tuple[int, int]]) -> int:
    return int(place is not None and _is_inside(place, spans))


def _is_inside(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a <= place < b for a, b in spans)


# ---- our own passages, families kept from training


def measure_passages(engine: Engine) -> dict[str, float]:
    """Kept families of our passages: event types, qualities of predicates, hedges, nested cues."""
    right: Counter[str] = Counter()
    for passage in read_all():
        if passage.is_kept:
            _count_passage(
                right, passage, read_blocks(passage.text, list(_lines(passage.text)), engine)
            )
    out = {
        f"passages_{name}": right[name] / right[f"{name}s"]
        for name in ("event", "status", "modality", "polarity")
    }
    for name in ("hedge", "inner_cue", "inner_content"):
        out[f"passages_{name}"] = 2 * right[name] / max(1, right[f"{name}s"])
    return out


def _count_passage(right: Counter[str], passage: Passage, parse: Parse) -> None:
    found = {p.start: p for p in parse.predicates}
    for gold in passage.predicates:
        inside = [p for start, p in found.items() if gold.start <= start < gold.end]
        told = inside[0] if inside else None
        right["events"] += 1
        right["event"] += (told.event if told else "NONE") == gold.type
        if told and gold.status and told.event != "NONE":
            right["statuss"] += 1
            right["status"] += told.status == gold.status
        if told:
            right["modalitys"] += 1
            right["modality"] += told.modality == gold.modality
            right["polaritys"] += 1
            right["polarity"] += told.polarity == gold.polarity
    hedges = set(passage.hedges)
    right["hedge"] += len(hedges & set(parse.hedges))
    right["hedges"] += len(hedges) + len(parse.hedges)
    places = Places([(t.start, t.end) for s in parse.sentences for t in s.tokens])
    statements = statements_of(passage, places)
    inner = [statements[n] for n, depth in depths_of(statements).items() if depth == 1]
    ours = [t for t in parse.tagged if t.is_inner]
    for role in ("cue", "content"):
        gold_spans = {(w.start, w.stop) for parts in inner for w in parts[role]}
        our_spans = {
            (w.start, w.stop)
            for t in ours
            for a, b in getattr(t, role)
            for w in [places.words(a, b)]
        }
        right[f"inner_{role}"] += len(gold_spans & our_spans)
        right[f"inner_{role}s"] += len(gold_spans) + len(our_spans)


def run_scorer(
    scorer: Path,
    gold: Path,
    predictions: Iterable[dict[str, Any]],
    *flags: str,
    before: Sequence[str] = (),
) -> Any:  # noqa: ANN401 - whatever JSON the scorer prints
    """Run a scorer of the shared folder on predictions, a record each, and give what it says.

    ``flags`` stand behind the two files, ``before`` in front of them.
    """
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "predictions.jsonl")
        _write(told, predictions)
        # -B: the scorers' folder is not ours to write caches into.
        command = [sys.executable, "-B", str(scorer), *before, str(gold), str(told), *flags]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - a script of the shared folder
        return json.loads(done.stdout)


def _write(file: Path, records: Iterable[dict[str, Any]]) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(record) + "\n" for record in records)
