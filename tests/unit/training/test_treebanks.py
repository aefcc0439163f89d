import gzip
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3]))
from training.corpora.treebanks import (
    is_anaphor,
    lay_documents,
    read_lemmas,
    read_treebank,
)
from training.example import UNKNOWN
from training.labels import NAMES, RELATIONS, UPOS
from training.lemmas import index_rules, learn_rules

_PER, _ORG, _LOC = (1 + 2 * NAMES.index(kind) for kind in ("PER", "ORG", "LOC"))
#: Two documents; in the first a contraction, two paragraphs, an omitted word and entities.
_TEXT = """# newdoc id = first
# sent_id = 1
# text = Ana Sol of Lima can't go.
1 Ana Ana PROPN _ _ 5 nsubj _ Entity=(1-person-new-cf1-1-coref
2 Sol Sol PROPN _ _ 1 flat _ Entity=(6-abstract-new-cf4-1-sgl)1)
3 of of ADP _ _ 4 case _ _
4 Lima Lima PROPN _ _ 1 nmod _ Entity=(2-place-new-cf2-1-sgl)
5-6 can't _ _ _ _ _ _ _ _
5 ca can AUX _ _ 7 aux _ _
6 n't not PART _ _ 7 advmod _ _
7 go go VERB _ _ 0 root _ SpaceAfter=No
8 . . PUNCT _ _ 7 punct _ _

# sent_id = 2
# newpar
# text = "She left Velden Ltd. in 1990"
1 " " PUNCT _ _ 3 punct _ SpaceAfter=No
2 She she PRON _ _ 3 nsubj _ Entity=(1-person-giv-cf1-1-ana)
2.1 has have AUX _ _ _ _ 3:aux _
3 left leave VERB _ _ 0 root _ _
4 Velden Velden PROPN _ _ 3 obj:other _ Entity=(3-organization-new-cf3-1-sgl
5 Ltd. Ltd. PROPN _ _ 4 nosuch _ Entity=3)
6 in in ADP _ _ 7 case _ _
7 1990 1990 NUM _ _ 3 obl _ SpaceAfter=No|Entity=(4-time-new-cf4-1-sgl)
8 " " PUNCT _ _ 3 punct _ Entity=(1-person-giv-cf1-1-coref)

# newdoc id = second
# text = Gonna rain
1-2 Gonna _ _ _ _ _ _ _ SpaceAfter=No
1 Gon go VERB _ _ 0 root _ _
2 na to PART _ _ 3 mark _ _
3 rain rain VERB _ _ 1 xcomp _ SpaceAfter=No

"""
_RULES = index_rules(learn_rules([("ships", "ship")] * 2))


@pytest.fixture
def file(tmp_path):
    lines = [
        line if line.startswith("#") else line.replace(" ", "\t") for line in _TEXT.split("\n")
    ]
    path = tmp_path / "small.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write("\n".join(lines))
    return path


@pytest.fixture
def examples(file):
    return list(read_treebank(file, _RULES))


def test_documents_are_read_apart(examples):
    """Each document is one example of all its syntactic words."""
    assert [example.words for example in examples] == [
        ["Ana", "Sol", "of", "Lima", "ca", "n't", "go", ".", '"', "She", "left", "Velden", "Ltd.", "in", "1990", '"'],
        ["Gon", "na", "rain"],
    ]  # fmt: skip


def test_words_stand_where_the_running_text_has_them(file):
    """The text has blanks where the treebank has, paragraphs apart, and each word gives back its letters."""
    first, second = lay_documents(file)
    assert first.text.rstrip() == 'Ana Sol of Lima can\'t go.\n\n"She left Velden Ltd. in 1990"'
    assert second.text == "Gonnarain"
    for laid in (first, second):
        assert [laid.text[a:b] for a, b in laid.offsets] == [row[1] for row in laid.rows]


def test_a_contraction_is_shared_out_among_its_words(file):
    """The words of a contraction touch, cover it, and each has a letter."""
    first, second = lay_documents(file)
    can, not_ = first.offsets[4:6]
    assert can[1] == not_[0]
    assert (first.text[slice(*can)], first.text[slice(*not_)]) == ("ca", "n't")
    assert second.offsets == [(0, 3), (3, 5), (5, 9)]


@pytest.mark.parametrize(
    ("form", "words", "parts"),
    [
        ("du", ["de", "le"], ["d", "u"]),
        ("dunno", ["du", "n", "no"], ["du", "n", "no"]),
        ("l", ["let", "us"], ["l", ""]),
        ("cannot", ["can", "not"], ["can", "not"]),
        ("won’t", ["will", "not"], ["won’", "t"]),
    ],
)
def test_a_contraction_of_other_letters_is_shared_out_too(form, words, parts):
    """Where the words are not the contraction's letters, each still gets one at least, if there are enough."""
    from training.corpora.treebanks import _parts  # noqa: PLC0415

    assert [(" " * 3 + form)[a:b] for a, b in _parts(form, words, 3)] == parts


def test_sentences_and_paragraphs_are_kept(examples, file):
    """Each word knows the first word of its sentence, and what stands before it."""
    first = examples[0]
    assert first.sentence.tolist() == [0] * 8 + [8] * 8
    assert first.tags["starts"].tolist() == [1] + [0] * 7 + [1] + [0] * 7
    assert first.gaps == [2, 1, 1, 1, 1, 0, 1, 0, 2, 0, 1, 1, 1, 1, 1, 0]
    laid = next(lay_documents(file))
    assert laid.sentences == [(0, 8), (8, 16)]
    assert laid.starts == [bool(start) for start in first.tags["starts"]]


def test_heads_are_words_of_the_document(examples, file):
    """Heads are counted through the document, -1 for a root; words left out and contractions count for nothing."""
    first = examples[0]
    assert first.heads.tolist() == [4, 0, 3, 0, 6, 6, -1, 6, 10, 10, -1, 10, 11, 14, 10, 10]
    assert next(lay_documents(file)).heads == first.heads.tolist()


def test_relations_fall_back_on_the_plain_one(examples):
    """A subtype that has no label of its own counts as its relation; what is no relation is not known."""
    told = [RELATIONS[n] if n != UNKNOWN else None for n in examples[0].tags["relation"]]
    assert told[:3] == ["nsubj", "flat", "case"]
    assert told[11:13] == ["obj", None]


def test_tags_and_lemmas_are_numbered(examples):
    """A lemma is the number of its rule; one that no rule makes is not known."""
    first = examples[0]
    assert [UPOS[n] for n in first.tags["upos"][:5]] == [
        "PROPN",
        "PROPN",
        "ADP",
        "PROPN",
        "AUX",
    ]
    assert first.tags["lemma"][:5].tolist() == [UNKNOWN, UNKNOWN, 0, UNKNOWN, UNKNOWN]


def test_lemmas_are_of_words(file):
    """Each syntactic word comes once with its lemma; contractions have none."""
    pairs = list(read_lemmas(file))
    assert len(pairs) == 19
    assert pairs[4:6] == [("ca", "can"), ("n't", "not")]
    assert ("left", "leave") in pairs
    assert ("has", "have") not in pairs


def test_names_are_cut_out_of_mentions(examples):
    """People, organisations and places are names; what a name of another kind may be is not known."""
    assert examples[0].tags["names"].tolist() == [
        _PER, _PER + 1, 0, _LOC, 0, 0, 0, 0, 0, 0, 0, _ORG, _ORG + 1, 0, UNKNOWN, 0,
    ]  # fmt: skip


def test_a_document_without_entities_says_nothing_of_names(examples):
    """Where nobody marked entities, names are not known rather than none."""
    assert "names" not in examples[1].tags
    assert examples[1].antecedents == {}


def test_pronouns_stand_for_earlier_mentions(examples):
    """A pronoun has the heads of the earlier mentions of its chain, and not of later ones."""
    assert examples[0].antecedents == {9: [0]}


@pytest.mark.parametrize(
    ("upos", "word", "anaphor"),
    [("PRON", "She", True), ("NOUN", "minister", True), ("PRON", "who", False), ("PRON", "That", False), ("PROPN", "Ana", False), ("VERB", "go", False)],
)  # fmt: skip
def test_anaphors_are_pronouns_and_nouns(upos, word, anaphor):
    """Relative and question words stand for nothing that is sought."""
    assert is_anaphor(upos, word) is anaphor
