"""Who an unnamed source may be: how many, of what sort, close to what, whose, and why unnamed.

Rules of structure over one sentence: what stands before the noun, what stands behind it, and
whether it asked not to be named (``anonymity``). Nothing is looked up elsewhere in the article, so that two
tellings of a source can be held against each other by a person, and are never joined here.
"""

from headwater.reading.unnamed.describing import describe_unnamed

__all__ = ["describe_unnamed"]
