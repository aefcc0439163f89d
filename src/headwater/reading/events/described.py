"""Somebody who is described and not named: "three gunmen", "its guards"."""

from headwater.language import Token
from headwater.lexicon import coding, fold_name, words
from headwater.model import ActorKind, Mention, MentionKind, Span, digest
from headwater.reading.events.trees import NOMINAL
from headwater.reading.grammar import DETERMINERS

#: What the engine's kinds of names are, where the article's cast lacks the name.
_NAMED = {
    "NORP": ActorKind.GROUP,
    "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "OUTLET": ActorKind.OUTLET,
}
_ARTICLES = frozenset({"the", "a", "an", "these", "those", "this", "that"})
#: Numbers tell one group from another; other determiners do not.
_TELLING = frozenset("two three four five six seven eight nine ten several".split())
_KINDS = {
    "person": ActorKind.PERSON,
    "group": ActorKind.GROUP,
    "organisation": ActorKind.ORGANISATION,
}


def describe(
    article_id: str, token: Token, span: Span, engine_kind: str | None
) -> Mention | None:
    """Give a mention of somebody whom a phrase describes and does not name; None where it is nobody.

    Args:
        article_id: Whose article it stands in.
        token: The head of the phrase.
        span: The phrase.
        engine_kind: What sort of name the engine takes the head for, if any.
    """
    kind = _NAMED.get(engine_kind or "") or sort_of(token)
    if token.tag not in NOMINAL - {"PRON"} or kind is None:
        return None
    span = _without_article(span)
    what = _descriptor(span.text)
    if not what:
        return None
    return Mention(
        id=digest("mention", article_id, span.start, span.end),
        article_id=article_id,
        start=span.start,
        end=span.end,
        text=span.text,
        actor_id="described/" + digest(what),
        type=kind,
        kind=MentionKind.DESCRIPTION,
    )


def sort_of(token: Token) -> ActorKind | None:
    """Tell what sort of somebody a common noun names; a document or a thing is nobody."""
    known = words().speakers
    kind = known.get(token.lower) or known.get(token.lemma.lower())
    if kind in _KINDS:
        return _KINDS[kind]
    is_people = kind == "unnamed" or bool({token.lower, token.lemma.lower()} & coding().persons)
    if token.tag != "NOUN" or not is_people:
        return None
    return ActorKind.GROUP if token.lower.endswith(("s", "men", "people")) else ActorKind.PERSON


def _without_article(span: Span) -> Span:
    first, _, rest = span.text.partition(" ")
    if first.lower() not in _ARTICLES or not rest.strip():
        return span
    return Span(start=span.end - len(rest), end=span.end, text=rest)


def _descriptor(text: str) -> str:
    return " ".join(k for k in fold_name(text) if k not in DETERMINERS - _TELLING)
