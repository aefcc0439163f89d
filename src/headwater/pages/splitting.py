"""Where one article of a page ends and the next begins."""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from headwater.pages.furniture import is_headline
from headwater.pages.gaps import Gap, find_gaps
from headwater.pages.lines import Line
from headwater.pages.topics import content_words
from headwater.pages.trees import Trees

#: Log odds of a gap that no weighing can undo.
_CERTAIN = 100.0


def split_articles(
    lines: Sequence[Line], body: Sequence[int], model: Trees
) -> Iterator[tuple[int, ...]]:
    """Yield the paragraphs of each article, as numbers of lines, from top to bottom.

    Args:
        lines: The lines of the page.
        body: Numbers of those lines that are text.
        model: What weighs the gaps.
    """
    gaps = find_gaps(lines, body)
    odds = model.log_odds(np.array([gap.values for gap in gaps])) if gaps else ()
    scored = [
        (_CERTAIN if has_new_headline(lines, gap) else float(odd), -gap.below)
        for gap, odd in zip(gaps, odds, strict=True)
    ]
    best, below = max(scored, default=(0.0, 0))
    if best <= 0:
        yield tuple(body)
        return
    at = body.index(-below)
    yield from split_articles(lines, body[:at], model)
    yield from split_articles(lines, body[at:], model)


def has_new_headline(lines: Sequence[Line], gap: Gap) -> bool:
    """Tell whether a headline stands in the gap twice: sites repeat only their own (seed 003)."""
    between = [line for line in lines[gap.above + 1 : gap.below] if is_headline(line.text)]
    copies = Counter(line.text for line in between if len(line.text.split()) >= 5)
    if not any(count > 1 for count in copies.values()):
        return False
    above = set(
        content_words(
            " ".join(line.text for line in lines[max(0, gap.above - 5) : gap.above + 1])
        )
    )
    below = set(content_words(" ".join(line.text for line in lines[gap.below : gap.below + 6])))
    heads = [set(content_words(text)) for text, count in copies.items() if count > 1]
    return any(len(words & below) > max(1, len(words & above)) for words in heads)
