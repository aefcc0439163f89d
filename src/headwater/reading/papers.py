"""Who a paper is from, as the sentence that tells of it has it: "The ministry issued a statement"."""

from collections.abc import Iterator

from headwater.language import Token
from headwater.lexicon import condition_words, words
from headwater.reading.speakers import Phrase, hangs_on, read_phrase

#: Papers by which somebody speaks himself, and those by which a body does so to everybody.
LETTERS = frozenset("letter message post tweet email e-mail text".split())
PUBLIC_WORDS = frozenset("statement communique communiqué release declaration readout".split())
#: Before whom a paper is from, and before the paper that something is said in.
_FROM = frozenset({"from", "by", "of"})
_IN = frozenset({"in", "through", "via", "by", "with"})
#: Relations by which a verb goes on with the subject of the verb that it hangs on.
_SHARED = frozenset({"conj", "xcomp", "advcl"})


def find_senders(tokens: tuple[Token, ...], paper: int) -> Iterator[Phrase]:
    """Find those whom a sentence makes the senders of the paper at ``paper``, the likeliest first."""
    for at in _senders(tokens, paper):
        phrase = _phrase_of(tokens, at)
        if phrase is not None and phrase.head != "own":  # "a statement of its own"
            yield phrase


def _senders(tokens: tuple[Token, ...], paper: int) -> Iterator[int]:
    """The words that say who a paper is from, as the tree has them."""
    for at, token in enumerate(tokens):
        if token.head != paper:
            continue
        if token.relation == "nmod:poss" or _has_case(tokens, at, _FROM):
            yield at
        if token.relation.startswith("acl") and _sends(token):
            yield from _doers(tokens, at)
    is_in = _has_case(tokens, paper, _IN)
    while is_in and tokens[paper].relation == "nmod":  # "condemned the raid in a statement"
        paper = tokens[paper].head
    verb, relation = tokens[paper].head, tokens[paper].relation.partition(":")[0]
    if verb < 0:
        return
    is_sent = relation in {"obj", "nsubj"} and _sends(tokens[verb])
    if is_sent or (is_in and tokens[verb].lower in words().verbs):
        yield from (at for at in _doers(tokens, verb) if at != paper)


def _doers(tokens: tuple[Token, ...], verb: int) -> Iterator[int]:
    """Whose act a verb is: its subject or agent, or the subject of the verb that it goes on from."""
    seen = 0
    while verb >= 0 and seen < len(tokens):
        for at, token in enumerate(tokens):
            if token.head == verb and token.relation in {"nsubj", "obl:agent"}:
                yield at
                return
        if tokens[verb].relation.partition(":")[0] not in _SHARED:
            return
        verb, seen = tokens[verb].head, seen + 1


def _has_case(tokens: tuple[Token, ...], noun: int, prepositions: frozenset[str]) -> bool:
    is_noun = tokens[noun].relation.partition(":")[0] in {"nmod", "obl"}
    return is_noun and any(
        t.head == noun and t.relation == "case" and t.lower in prepositions for t in tokens
    )


def _sends(verb: Token) -> bool:
    sends = condition_words()["sends"]
    return verb.lemma.lower() in sends or verb.lower in sends


def _phrase_of(tokens: tuple[Token, ...], head: int) -> Phrase | None:
    """The noun phrase around a word, as the tree has it, without what is set off behind it."""
    inside = [at for at in range(len(tokens)) if hangs_on(tokens, at, head)]
    first, last = inside[0], head + 1
    while last in inside and tokens[last].text not in {",", "(", "—", "–"}:
        last += 1
    while first < head and tokens[first].relation == "case":
        first += 1
    return read_phrase(tokens, first, last, any_noun=True)
