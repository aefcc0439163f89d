"""Who a source phrase stands for, given all that the article said before.

An anaphor ("they", "the sources", "the newspaper") takes the nearest earlier source that fits;
it brings that source's chain with it. Whoever is named anew starts a chain of his own.
"""

from headwater.reading.sources.chains import Sources

__all__ = ["Sources"]
