"""What one article says, found without looking at any other.

A page's findings are a pure function of its bytes, the registry and the settings, so a pile
can be read in any order by any number of workers. In the order they run: ``cast`` (who is
named), ``statements`` (with ``units``, ``attributions``, ``speakers``, ``sources``, ``quotations``, ``hedges``
and ``modality``), then the small readers of quantities and commitments (both with ``times``), relations and ``places``. ``unnamed`` (with ``anonymity``) is asked later, of a source that a statement rests on; so is ``clauses``, of a few words by themselves.
"""

from typing import TYPE_CHECKING

from headwater.doors import opened_when_asked

if TYPE_CHECKING:
    from headwater.reading.article import read_article
    from headwater.reading.clauses import clause_vector, read_clause
    from headwater.reading.relations import tie_digest
    from headwater.reading.unnamed import describe_unnamed

__all__ = [
    "clause_vector",
    "describe_unnamed",
    "read_article",
    "read_clause",
    "tie_digest",
]

__getattr__ = opened_when_asked(
    __name__,
    article="read_article",
    clauses="clause_vector read_clause",
    relations="tie_digest",
    unnamed="describe_unnamed",
)
