"""Whether whoever issues a commitment speaks of what his own side would do."""

from collections.abc import Mapping

from headwater.lexicon import condition_words
from headwater.model import ChainLink, LinkKind, QuoteKind, Statement, Voice
from headwater.reading.commitments.tree import Stretch

_FIRST_PERSON = frozenset({"i", "we"})
_PRONOUNS = _FIRST_PERSON | {"it", "they", "he", "she"}
_POSSESSIVES = frozenset({"our", "its", "their"})
#: Links that tell what others do.
_TELLERS = frozenset({LinkKind.OUTLET, LinkKind.AGENCY, LinkKind.DOCUMENT})
#: Shorter words of a name are articles and particles.
_SHORTEST_NAME = 4


def is_own(
    stretch: Stretch,
    words: list[int],
    issuer: ChainLink | None,
    statement: Statement,
    antecedents: Mapping[int, int],
) -> bool:
    """Tell whether the issuer's side acts in these words: "we will", "to shell", "our guns will", "Nordia will"."""
    tree = stretch.tree
    first = words[0]
    if stretch.lower(first) == "to" or stretch.lower(first) == "not":
        return True
    modal = next((at for at in words if tree.tokens[at].tag == "AUX"), words[-1])
    subject = [tree.tokens[at].lower for at in words if at < modal]
    nouns = {tree.tokens[at].lower for at in words if at < modal and tree.tokens[at].tag in {"NOUN", "PROPN"}}  # fmt: skip
    if not subject:
        return False
    is_it = subject[0] in _PRONOUNS and not any(
        tree.tokens[at].relation == "expl" for at in words[:2]
    )
    if is_it and subject[0] not in _FIRST_PERSON:
        if statement.voice is not Voice.ATTRIBUTED:  # an outlet calls itself no "she"
            return False
        place = antecedents.get(tree.tokens[first].start)
        pronouns = {t.start for t in tree.tokens if t.tag == "PRON"}
        is_it = _is_source(None if place in pronouns else place, statement)
    # "Nordia will close its port, its minister said": the pronoun of the one stands for the other.
    said_by = {span.start for span in statement.source}
    said_by |= {issuer.start} if issuer and issuer.start is not None else set()
    stands_for = {antecedents.get(place) for place in said_by}
    is_its = bool(stands_for & {tree.tokens[at].start for at in words if at < modal})
    is_its = is_its or (bool(nouns) and _is_by_its_own(statement, antecedents))
    return is_it or is_its or subject[0] in _POSSESSIVES or bool(_name_words(issuer) & nouns)


def _is_by_its_own(statement: Statement, antecedents: Mapping[int, int]) -> bool:
    """Tell "Nordia will strike on Friday, its minister said": of what is said, the subject has a minister."""
    first = statement.source[0] if statement.source else None
    if first is None or not first.text.lower().startswith(("its ", "their ")):
        return False
    place = antecedents.get(first.start)
    return place is None or any(s.start <= place < s.end for s in statement.content)


def _is_source(place: int | None, statement: Statement) -> bool:
    """Tell whether "it", which stands for the word at a place, is who says so.

    Where the engine knows of no such word it is, in indirect speech.
    """
    if place is not None and any(s.start <= place < s.end for s in statement.source):
        return True
    in_content = place is not None and any(s.start <= place < s.end for s in statement.content)
    return statement.quote_kind is not QuoteKind.DIRECT and not in_content


def _name_words(issuer: ChainLink | None) -> frozenset[str]:
    if issuer is None:
        return frozenset()
    words = f"{issuer.name or ''} {issuer.text or ''}".lower().split()
    return frozenset(word for word in words if len(word) >= _SHORTEST_NAME)


def is_observer(statement: Statement, issuer: ChainLink | None) -> bool:
    """Tell whether the issuer speaks of what others would do: an outlet, an analyst, a doctor."""
    if issuer is None or statement.voice is not Voice.ATTRIBUTED or issuer.kind in _TELLERS:
        return True
    text = f" {issuer.name or ''} {issuer.text or ''} ".lower()
    return any(f" {word} " in text for word in condition_words()["observers"])
