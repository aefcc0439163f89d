"""Paragraphs of an HTML page that are the site's words, though an extractor took them for the article's."""

import re
from collections.abc import Iterator, Sequence

from headwater.pages.furniture import is_button, is_pointer, is_section_header
from headwater.pages.notes import is_crew

#: Words from which a whole sentence behind a list's header is the article again, and no other story's headline.
_LEAST_WORDS = 5
_ENDS = (".", "?", "!", "…", "。", "؟", "！", "？")
#: Words up to which a line above the first sentence is the name of a section.
_MOST_WORDS = 2
_PAYWALL = re.compile(
    r"^(?:this (?:article|story|content) is )?(?:for )?subscribers[ -]only\W*$"
    r"|^you have [\d.,]+ ?% of this (?:article|story) left to read\b"
    r"|^(?:the rest|this (?:article|story|content)) is (?:reserved )?for subscribers\b"
    r"|^(?:already a subscriber|subscribe (?:now |today )?(?:from|for|to (?:continue|read))|to (?:continue|keep) reading\b)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"©|\(c\) ?\d|copyright\b", re.IGNORECASE)
_SMALL_PRINT = re.compile(
    r"^(?:all rights reserved\b|our standards: )"
    r"|^(?:hello,? and )?welcome to (?:our|the) (?:live |rolling )*coverage\b|^(?:thank you|thanks) for (?:following|joining)\b"
    r"|^this live (?:page|blog|coverage) (?:is|has)\b"
    r"|^\d+[ -]min(?:ute)?s?(?: read(?:ing time)?)?\W*$"
    r"|^(?:sign up|subscribe|click|follow us|join us)\b[^.]{0,30}\bhere\W*$"
    r"|^(?:ap|afp|epa|file) (?:photo|image)\W*$|^(?:go to video|read (?:more|on)|watch|share this.{0,20})\W*$",
    re.IGNORECASE,
)


def trim(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part the article's paragraphs from the site's: who edited it, who may read on, what else there is.

    What stands behind the header of a list of other stories goes with it, until a whole sentence
    follows that is long enough to be the article's.
    """
    dropped = frozenset(_site_words(paragraphs))
    kept = tuple(words for at, words in enumerate(paragraphs) if at not in dropped)
    return kept, tuple(words for at, words in enumerate(paragraphs) if at in dropped)


def tells_of_article(words: str) -> bool:
    """Tell whether one of the site's lines says whose the article is, or that it goes on behind a paywall."""
    return is_paywall(words) or is_crew(words) or _COPYRIGHT.match(words) is not None


def is_paywall(words: str) -> bool:
    """Tell whether a line says that the article goes on for those who pay."""
    return _PAYWALL.match(words) is not None


def _site_words(paragraphs: Sequence[str]) -> Iterator[int]:
    in_list = False
    first = next((at for at, words in enumerate(paragraphs) if _is_prose(words)), 0)
    for at, words in enumerate(paragraphs):
        if at < first and len(words.split()) <= _MOST_WORDS:
            yield at  # the section that the article stands in ("Sudan")
            continue
        in_list = is_section_header(words) or (in_list and not _is_prose(words))
        if in_list or _is_site_words(words):
            yield at


def _is_prose(words: str) -> bool:
    return len(words.split()) >= _LEAST_WORDS and words.rstrip("\"”’')»").endswith(
        (".", "?", "!")
    )


def _is_site_words(words: str) -> bool:
    marks = (_PAYWALL, _COPYRIGHT, _SMALL_PRINT)
    return (
        is_button(words)
        or is_pointer(words)
        or is_crew(words)
        or not any(map(str.isalnum, words))
        or any(mark.match(words) for mark in marks)
    )
