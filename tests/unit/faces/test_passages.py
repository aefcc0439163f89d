import small_case
from hypothesis import given
from hypothesis import strategies as st

from headwater.faces.report.passages import cut_passage, split_passages
from headwater.model import Span

PAGE = small_case.page("x.txt", "x")


@given(st.text(min_size=1, max_size=400), st.data())
def test_the_quote_is_the_words(text, data):
    """Whatever the text, the quote holds the words of the span and nothing is invented."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = cut_passage(small_case.article(PAGE, text, "Courier"), start, end)
    assert passage.quote.split() == text[start:end].split()
    assert passage.prefix.strip("… ") in " ".join(text[:start].split())
    assert passage.suffix.strip("… ") in " ".join(text[end:].split())


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(1, 20)), max_size=6))
def test_splitting_gives_the_text_back(spans):
    """However the passages lie, the segments together are the text, each anchored once."""
    text = "0123456789abcdefghij"
    article = small_case.article(PAGE, text, "Courier")
    said = [
        small_case.statement(article, text[start:end])
        for start, end in sorted({(s, min(20, s + n)) for s, n in spans})
    ]
    said = list({s.id: s for s in said}.values())
    segments = split_passages(article, said, [])
    assert "".join(segment.text for segment in segments) == text
    begun = [name for segment in segments for name in segment.begins]
    assert sorted(begun) == sorted(f"s-{s.id}" for s in said)
    for statement in said:
        covered = "".join(s.text for s in segments if f"s-{statement.id}" in s.part_of)
        assert covered == statement.content[0].text


def test_context_is_cut_at_words():
    """Long context ends at a word with an ellipsis; context that is whole has none."""
    text = "Many ships wait. " * 20 + "Two piers are shut." + " Nobody knows why." * 20
    start = text.index("Two")
    passage = cut_passage(small_case.article(PAGE, text, "Courier"), start, start + 19)
    assert passage.quote == "Two piers are shut."
    assert passage.prefix.startswith("…")
    assert passage.prefix.endswith("wait. ")
    assert passage.prefix[1:].split()[0] in {"Many", "ships", "wait."}
    assert passage.suffix.startswith(" Nobody")
    assert passage.suffix.endswith("…")
    span = Span.cut(text, start, start + 19)
    assert (passage.start, passage.end) == (span.start, span.end)
