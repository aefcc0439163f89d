"""What a page says of itself in JSON-LD (schema.org)."""

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

#: schema.org types whose object is the article; "BlogPosting", "ReportageNewsArticle" end so too.
_ARTICLE_ENDINGS = ("Article", "BlogPosting", "Posting", "Report")
_MOST_OBJECTS = 2000


def find_article_object(tree: HtmlElement) -> dict[str, Any]:
    """Give the JSON-LD object of the page's article, empty where there is none.

    Pages list their teasers as articles too: the fullest object wins, the first of equals.
    """
    objects = [one for one in _objects(tree) if _is_article(one)]
    return max(objects, key=_fullness, default={})


def name_of(value: Any) -> str | None:  # noqa: ANN401 - JSON holds anything
    """Give the name in a value that may be a name, an object with one, or a list of either."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(name_of, value))) or None
    if isinstance(value, dict):
        return name_of(value.get("name"))
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield all objects of all scripts, depth first, in the order in which they are written."""
    waiting: list[Any] = []
    for script in reversed(tree.xpath('//script[contains(@type, "ld+json")]')):
        try:
            waiting.append(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):  # half of the world's JSON-LD is written by hand
            continue
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(reversed(one.values()))
        elif isinstance(one, list):
            waiting.extend(reversed(one))


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLE_ENDINGS) for kind in kinds)


def _fullness(one: dict[str, Any]) -> int:
    said = (
        "datePublished",
        "headline",
        "publisher",
        "author",
        "articleBody",
        "mainEntityOfPage",
    )
    return sum(bool(one.get(field)) for field in said)
