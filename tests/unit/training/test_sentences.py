import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3]))
from training import sentences as module
from training.sentences import (
    FOLDER,
    Predicate,
    main,
    read_all,
    read_file,
    read_line,
)

_NESTED = (
    "nested-conveyed | [S1 Two [NORP Omani] officials] [Q1 told] the [OUTLET Ledger] [C1 that [S2 the envoy] had "
    "[Q2 conveyed] to them [C2 that [A1,2 the port] [H may] [V1:SANCTION:planned:possible:neg close]]] ."
)


def _words(passage, spans):
    return [passage.text[span[0] : span[1]] for span in spans]


def test_the_text_is_what_is_left_without_marks():
    """Marks go, their words stay, and no blank is left before a stop."""
    passage = read_line(_NESTED.replace("A1,2", "A1"))
    assert passage.family == "nested-conveyed"
    assert passage.text == (
        "Two Omani officials told the Ledger that the envoy had conveyed to them that the port may close."
    )


def test_spans_give_back_their_words():
    """Each mark is kept with the place of its words, however deep it stands in others."""
    passage = read_line(_NESTED.replace("A1,2", "A1"))
    assert {key: _words(passage, spans) for key, spans in passage.roles.items()} == {
        ("S", 1): ["Two Omani officials"],
        ("Q", 1): ["told"],
        ("C", 1): ["that the envoy had conveyed to them that the port may close"],
        ("S", 2): ["the envoy"],
        ("Q", 2): ["conveyed"],
        ("C", 2): ["that the port may close"],
        ("A", 1): ["the port"],
    }
    assert _words(passage, passage.names) == ["Omani", "Ledger"]
    assert [kind for _, _, kind in passage.names] == ["NORP", "OUTLET"]
    assert _words(passage, passage.hedges) == ["may"]
    start = passage.text.index("close")
    assert passage.predicates == [
        Predicate(start, start + 5, 1, "SANCTION", "planned", "possible", "neg")
    ]


def test_a_mark_may_belong_to_two_statements():
    """A source that speaks twice is marked once, with both numbers."""
    passage = read_line("twice | [S1,2 She] [Q1 said] [C1 no] and [Q2 denied] [C2 it].")
    assert passage.roles["S", 1] == passage.roles["S", 2] == [(0, 3)]


def test_a_role_may_have_several_spans():
    """Spans of one role are kept in the order of the text."""
    passage = read_line("split | [C1 “We wait,”] [S1 she] [Q1 said], [C1 “and hope.”]")
    assert _words(passage, passage.roles["C", 1]) == ["“We wait,”", "“and hope.”"]


def test_a_predicate_that_is_no_event_has_no_status():
    """NONE has "-" for its status, and may be tied to nobody."""
    passage = read_line("plain | It [V:NONE:-:fact:pos rained].")
    assert passage.predicates == [Predicate(3, 9, 0, "NONE", None, "fact", "pos")]


def test_a_pilcrow_is_a_new_paragraph():
    """ " ¶ " becomes a new line, and spans behind it are counted right."""
    passage = read_line("two | It rained. ¶ [PER Ana Sol] left.")
    assert passage.text == "It rained.\nAna Sol left."
    assert _words(passage, passage.names) == ["Ana Sol"]


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("It rained.", "does not begin with 'family | '"),
        ("Two Words | It rained.", "does not begin with 'family | '"),
        ("x | [PER Ana", "PER is not closed"),
        ("x | Ana]", "closed that was not opened"),
        ("x | [PER ] left", "the mark PER is empty"),
        ("x | [PER", "a mark without label and blank"),
        ("x | [PERSON Ana]", "unknown label PERSON"),
        ("x | [PER Ana ]left", "begins or ends with a blank"),
        ("x | [S1 Ana] left", "S1 has no cue Q1"),
        ("x | [Q1 said] [C2 no]", "C2 has no cue Q2"),
        ("x | [A1 Ana] left", "A1 has no predicate V1"),
        ("x | [V1:AID:reported:fact:pos helped] [R2 him]", "R2 has no predicate V2"),
        ("x | [V:KISS:reported:fact:pos kissed]", "unknown type KISS"),
        ("x | [V:NONE:reported:fact:pos fell]", "unknown status reported for NONE"),
        ("x | [V:AID:-:fact:pos helped]", "unknown status - for AID"),
        ("x | [V:AID:reported:maybe:pos helped]", "unknown modality or polarity maybe:pos"),
        ("x | [V:AID:reported:fact:no helped]", "unknown modality or polarity fact:no"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(line, fact):
    """A mark that is wrong is named."""
    with pytest.raises(ValueError, match=fact.replace("|", r"\|")):
        read_line(line)


def test_an_error_names_file_and_line(tmp_path):
    """Remarks and empty lines count as lines, so that an editor goes to the right one."""
    file = tmp_path / "bad.txt"
    file.write_text("# a remark\n\nx | It rained.\nx | [PER Ana\n")
    with pytest.raises(ValueError, match=r"^bad\.txt:4: the mark PER is not closed"):
        read_file(file)


def test_remarks_and_empty_lines_hold_no_passage(tmp_path):
    """Files are read in the order of their names, and only their passages."""
    (tmp_path / "b.txt").write_text("# a remark\n\ny | It froze.\n")
    (tmp_path / "a.txt").write_text("x | It rained.\n")
    (tmp_path / "README.md").write_text("z | Not a passage.\n")
    assert [p.text for p in read_all(tmp_path)] == ["It rained.", "It froze."]


def test_the_check_prints_every_wrong_line(tmp_path, capsys):
    """All wrong lines of a file are printed, the right ones counted, and the exit tells."""
    file = tmp_path / "bad.txt"
    file.write_text("x | [PER Ana\nx | It rained.\nno family\n")
    assert main([str(file)]) == 1
    out, err = capsys.readouterr()
    assert [line.split(": ")[0] for line in err.splitlines()] == [f"{file}:1", f"{file}:3"]
    assert "1 passages in 1 families" in out
    file.write_text("x | It rained.\n")
    assert main([str(file)]) == 0


def test_a_family_is_kept_whole():
    """Whether a passage is kept for measuring depends on its family alone."""
    kept = {name: read_line(f"{name} | It rained.").is_kept for name in map(str, range(500))}
    assert all(
        read_line(f"{name} | It froze.").is_kept is is_kept for name, is_kept in kept.items()
    )
    assert 60 < sum(kept.values()) < 140


def test_our_passages_are_read_without_error():
    """Every line of training/sentences is right, and there are enough of them."""
    files = sorted(FOLDER.glob("*.txt"))
    assert files
    passages = read_all()
    assert len(passages) >= 3_000
    assert len(passages) == sum(len(read_file(file)) for file in files)


def test_a_fifth_of_the_families_is_kept_for_measuring():
    """Between 15 and 25 in a hundred families, and of the passages too, are never trained on."""
    passages = read_all()
    kept = {p.family: p.is_kept for p in passages}
    assert 0.15 <= sum(kept.values()) / len(kept) <= 0.25
    assert 0.15 <= sum(p.is_kept for p in passages) / len(passages) <= 0.25


def test_no_passage_is_written_twice():
    """A text that stands in two families could be trained on and measured with."""
    repeated = [text for text, n in Counter(p.text for p in read_all()).items() if n > 1]
    assert repeated == []


def test_our_passages_have_every_label():
    """Each kind of name, type, status, modality and polarity is taught and measured somewhere."""
    passages = read_all()
    for kept in (True, False):
        part = [p for p in passages if p.is_kept is kept]
        predicates = [v for p in part for v in p.predicates]
        assert {kind for p in part for *_, kind in p.names} == set(module.NAMES)
        assert {v.type for v in predicates} == set(module.TYPES)
        assert {v.status for v in predicates} == {None, *module.STATUSES}
        assert {v.modality for v in predicates} == set(module.MODALITIES)
        assert {v.polarity for v in predicates} == set(module.POLARITIES)
