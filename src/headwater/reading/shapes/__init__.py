"""The shapes an attribution can have in an English sentence, one a file.

``according``, ``closing`` (with ``tails``), ``leading`` (with ``complements``, ``openings`` and ``infinitives``) and ``nouns`` each
find one. They share ``verbs`` (is this a cue, and where does its verb group begin), ``relaying``
(who hands the words on) and ``contents`` (what is left as content). All of them speak in token
numbers of one sentence and look at ``tokens[low:high]`` only.
"""

from headwater.reading.shapes.according import find_according
from headwater.reading.shapes.announcing import find_announced
from headwater.reading.shapes.apposed import find_apposed
from headwater.reading.shapes.attribution import Attribution
from headwater.reading.shapes.bracketed import find_bracketed, with_bracketed
from headwater.reading.shapes.closing import find_closing, find_interrupting
from headwater.reading.shapes.going_on import find_going_on
from headwater.reading.shapes.headlines import find_headline
from headwater.reading.shapes.leading import find_leading
from headwater.reading.shapes.nouns import find_noun_cues
from headwater.reading.shapes.quoting import find_bare_citing
from headwater.reading.shapes.relaying import with_mediator
from headwater.reading.shapes.signed import find_signed

__all__ = [
    "Attribution",
    "find_according",
    "find_announced",
    "find_apposed",
    "find_bare_citing",
    "find_bracketed",
    "find_closing",
    "find_going_on",
    "find_headline",
    "find_interrupting",
    "find_leading",
    "find_noun_cues",
    "find_signed",
    "with_bracketed",
    "with_mediator",
]
