"""A small spaCy pipeline of the tasks it shares with the engine, to measure beside it.

Not a dependency of Headwater: ``pip install spacy``. The configuration is the one that spaCy
itself proposes (``spacy init config --optimize efficiency``): one tok2vec of width 96 and depth 4
under tagger, parser and names. It is trained from scratch on the trees of EWT and GUM and on the
names that CoreNLP saw in some articles of PolNeAR.

Where the two would not be alike, spaCy is favoured: its tagger learns UPOS, it sees the words of
the treebanks in training as they are given when measured, and the step that is kept is the one
that was best on EWT dev, with sentences given.
"""

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.loop import (
    create_evaluation_callback,
    create_train_batches,
    train_while_improving,
)
from spacy.util import fix_random_seed, load_model_from_config, registry

from training.corpora.treebanks import Laid, lay_documents

_SEED = 1
#: Sentences of a training text, as ``spacy convert -n 10`` makes them.
_SENTENCES = 10
#: Of so many articles one is read for its names.
_NAMES_STEP = 4
_NAMES = frozenset({"PERSON", "ORGANIZATION", "LOCATION"})
#: spaCy's name of a root's relation.
_ROOT = "ROOT"

Evaluate = Callable[[], tuple[float, dict[str, Any]]]


def describe_pipeline(folder: Path) -> str:
    """Say what a pipeline is and how it was trained, as far as its folder tells."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return f"{' + '.join(meta['pipeline'])}: {meta['description'] or 'not described'}"


# ---- measuring


def measure_pipeline(folder: Path, treebank: Path) -> dict[str, float]:
    """Give UAS, LAS and UPOS, words and sentences given, as ``measure_trees`` counts them."""
    nlp = spacy.load(folder)
    right: Counter[str] = Counter()
    for laid in lay_documents(treebank):
        doc = nlp(_bare(nlp, laid))
        for token, head, row in zip(doc, laid.heads, laid.rows, strict=True):
            is_right = (-1 if token.head.i == token.i else token.head.i) == head
            right["uas"] += is_right
            right["las"] += is_right and _plain(token.dep_) == _plain(row[7])
            right["upos"] += token.tag_ == row[3]
            right["words"] += 1
    return {name: right[name] / right["words"] for name in ("uas", "las", "upos")}


def _bare(nlp: Language, laid: Laid) -> Doc:
    return Doc(nlp.vocab, **_words(laid.text, laid.offsets), sent_starts=laid.starts)


def _plain(relation: str) -> str:
    return relation.lower().split(":")[0]


# ---- training


def train_pipeline(shared: Path, folder: Path, minutes: float) -> None:
    """Train a pipeline and save its best step.

    The seed is fixed but the limit is one of time: a faster machine comes further.
    """
    fix_random_seed(_SEED)
    nlp, training = _new_pipeline()
    examples = list(_examples(nlp, shared))
    nlp.initialize(lambda: examples, sgd=training["optimizer"])
    evaluate = create_evaluation_callback(nlp, _dev_of(shared), training["score_weights"])
    best = -1.0
    for step, score in _train(nlp, training, examples, evaluate, minutes):
        if score > best:
            best = score
            nlp.meta["description"] = f"step {step} of {minutes:g} minutes, seed {_SEED}"
            nlp.to_disk(folder)


def _new_pipeline() -> tuple[Language, dict[str, Any]]:
    config = init_config(pipeline=["tagger", "parser", "ner"], optimize="efficiency", gpu=False)
    config["system"]["seed"] = _SEED
    nlp = load_model_from_config(config, auto_fill=True)
    return nlp, registry.resolve(nlp.config.interpolate()["training"])


def _train(
    nlp: Language,
    training: dict[str, Any],
    examples: list[Example],
    evaluate: Evaluate,
    minutes: float,
) -> Iterator[tuple[int, float]]:
    """Train with spaCy's own loop until it stops or time is up; give the steps that have a score."""
    end = time.perf_counter() + 60 * minutes
    copied = (
        "dropout accumulate_gradient patience max_steps eval_frequency annotating_components"
    )
    for _, told, is_best in train_while_improving(
        nlp,
        training["optimizer"],
        create_train_batches(nlp, lambda _: examples, training["batcher"], 0),
        evaluate,
        exclude=training["frozen_components"],
        before_update=training["before_update"],
        **{name: training[name] for name in copied.split()},
    ):
        is_over = time.perf_counter() > end
        if is_over and is_best is None:
            told["score"], told["other_scores"] = evaluate()
        if told["score"] is not None:
            _show(told)
            yield told["step"], told["score"]
        if is_over:
            return


def _show(told: dict[str, Any]) -> None:
    scores = told["other_scores"]
    figures = ", ".join(
        f"{name} {scores[name]:.3f}" for name in ("tag_acc", "dep_uas", "dep_las")
    )
    print(f"spaCy, epoch {told['epoch']}, step {told['step']}: {figures}", file=sys.stderr)


# ---- texts


def _examples(nlp: Language, shared: Path) -> Iterator[Example]:
    folder = shared / "corpora" / "treebanks"
    for name in ("en_ewt-train", "en_gum-train"):
        for laid in lay_documents(folder / f"{name}.conllu.gz"):
            for few in _few_sentences(laid):
                words = _words(few.text, few.offsets)
                yield Example(Doc(nlp.vocab, **words), _gold(nlp, few))
    for words, marks in _named(shared / "corpora" / "attribution" / "polnear-train.jsonl.gz"):
        yield Example(Doc(nlp.vocab, **words), Doc(nlp.vocab, **words, ents=marks))


def _dev_of(shared: Path) -> Callable[[Language], Iterator[Example]]:
    def dev(nlp: Language) -> Iterator[Example]:
        for laid in lay_documents(shared / "corpora" / "treebanks" / "en_ewt-dev.conllu.gz"):
            yield Example(_bare(nlp, laid), _gold(nlp, laid))

    return dev


def _gold(nlp: Language, laid: Laid) -> Doc:
    return Doc(
        nlp.vocab,
        **_words(laid.text, laid.offsets),
        tags=[row[3] for row in laid.rows],
        heads=[head if head >= 0 else place for place, head in enumerate(laid.heads)],
        deps=[row[7] if row[7] != "root" else _ROOT for row in laid.rows],
        sent_starts=laid.starts,
    )


def _few_sentences(laid: Laid) -> Iterator[Laid]:
    """Cut a document into texts of a few sentences."""
    for number in range(0, len(laid.sentences), _SENTENCES):
        sentences = laid.sentences[number : number + _SENTENCES]
        first, end = sentences[0][0], sentences[-1][1]
        yield Laid(
            laid.text,
            laid.offsets[first:end],
            laid.rows[first:end],
            [head - first if head >= 0 else -1 for head in laid.heads[first:end]],
            [(a - first, b - first) for a, b in sentences],
        )


def _named(file: Path) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Give texts of a few sentences with the marks of their names, ``B-`` and ``I-``."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, _NAMES_STEP):
            article = json.loads(line)
            sentences = [sentence["tokens"] for sentence in article["sentences"]]
            for number in range(0, len(sentences), _SENTENCES):
                tokens = list(chain.from_iterable(sentences[number : number + _SENTENCES]))
                offsets = [(token["start"], token["end"]) for token in tokens]
                marks = _marks([token["ner"] for token in tokens])
                yield _words(article["text"], offsets), marks


def _marks(kinds: Sequence[str]) -> list[str]:
    marks = []
    for before, kind in pairwise(["", *kinds]):
        mark = "I" if kind == before else "B"
        marks.append(f"{mark}-{kind}" if kind in _NAMES else "O")
    return marks


def _words(text: str, offsets: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """Give words as a ``Doc`` takes them, with whether a blank follows each."""
    seams = [*offsets, (offsets[-1][1], 0)]
    return {
        "words": [text[start:end] for start, end in offsets],
        "spaces": [after > end for (_, end), (after, _) in pairwise(seams)],
    }
