"""Keeping libraries' remarks on single pages off the user's terminal."""

import logging

_LIBRARIES = ("trafilatura", "htmldate", "courlan", "charset_normalizer", "warcio")


def hush_libraries() -> None:
    """Silence the loggers of the libraries behind this room; what matters becomes a refusal."""
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)
