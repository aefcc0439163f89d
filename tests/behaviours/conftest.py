"""A case of the pages that a module tells as ``PAGES``; a module that needs another makes its own."""

import json

import pytest

import headwater
from headwater.lexicon import read_added_actors
from headwater.settings import LexiconSettings, Settings


@pytest.fixture(scope="module")
def file(request, tmp_path_factory):
    """The case file, read with the actors that the module adds as ``ACTORS``, in YAML, if it does."""
    folder = tmp_path_factory.mktemp("pile")
    pages, actors = folder / "pages.jsonl", folder / "actors.yml"
    pages.write_text("\n".join(map(json.dumps, request.module.PAGES)), encoding="utf-8")
    if mine := getattr(request.module, "ACTORS", None):
        actors.write_text(mine, encoding="utf-8")
    added = read_added_actors([actors] if mine else [])
    settings = Settings(lexicon=LexiconSettings(actors=added))
    headwater.read([pages], folder / "pile.hw", settings=settings).close()
    return folder / "pile.hw"


@pytest.fixture
def case(file):
    """The case, open for questions."""
    with headwater.open_case(file) as held:
        yield held
