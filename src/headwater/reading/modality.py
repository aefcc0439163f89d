"""How a content is put forward, and whether it affirms: read off its main predicate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from headwater.language import Token, split_text
from headwater.model import Modality, Polarity

_NEGATIONS = frozenset(
    {
        "not",
        "n't",
        "never",
        "no",
        "cannot",
        "neither",
        "nor",
        "hardly",
        "none",
        "nobody",
        "nothing",
    }
)
_POSSIBLE = frozenset({"may", "might", "could"})
_FUTURE = frozenset({"will", "shall", "would", "'ll", "wo"})
_DEONTIC = frozenset({"should", "must", "ought"})
_BE = frozenset({"is", "are", "was", "were", "am", "'re", "been", "be"})
_HAVE = frozenset({"has", "have", "had", "'ve"})
_AUXILIARIES = (
    _POSSIBLE
    | _FUTURE
    | _DEONTIC
    | _BE - {"been", "be"}
    | _HAVE
    | {"do", "does", "did", "can", "ca", "cannot"}
)
#: Past forms without -ed that news uses most; enough to see that a clause has its verb.
_IRREGULAR = frozenset(
    "said told met held took went came made gave left sent began broke brought built chose fell fought found fled "
    "flew got grew hit kept knew led lost paid put ran rose saw seized sought shot showed shut spoke spent stood "
    "struck swore threw thought understood withdrew won wrote cut set bore drew drove cost forbade hid "
    "means makes takes gives comes goes remains involves includes requires needs wants faces continues holds "
    "supports backs opposes rejects accepts denies appears seems suggests believes expects plans intends aims "
    "hopes seeks refuses fails appear seem believe expect plan intend need want remain require continue reject".split()
)
#: What opens a clause under the main one.
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom", "where"})
_SUBORDINATORS = frozenset(
    "because while when whenever as after before since although though until whereas so if unless once whether "
    "how why what lest".split()
)
_CONDITION = re.compile(
    r"\b(?:if|unless|in the event (?:that|of)|depending (?:up)?on|provided that|(?:as|so) long as|on condition that|"
    r"assuming|in case|only when|(?:once|until)(?= (?:there|it|he|she|they|we|the|a|an|all|its|their|any|both)\b)|"
    r"should(?= (?:a|an|the|any|there|it|they|he|she|we|this|that|such|(?-i:[A-Z]\w+)) (?!be\b)))",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:ask|asks|asked|asking|see|know|knows|knew|wonder|wondered|determine|decide|check|unclear|doubt|doubts|say|question of) (?:whether or )?$",
    re.IGNORECASE,
)
_MODAL_WORD = re.compile(
    r"\b(?:will|would|shall|may|might|could|can|must|should|ready|prepared|willing|going to)\b|['’]ll\b|\bwon['’]t\b",
    re.IGNORECASE,
)
#: These are conditions whatever the verb they govern.
_ALWAYS = ("depending", "in the event", "unless", "only")
_INFINITIVE = re.compile(r"\W*(?:not )?to [a-z]")
_INTENT_WORD = (
    r"(?:plans?|planned|planning|intends?|intended|aims?|aiming|vow(?:s|ed)?|pledge[sd]?|threaten(?:s|ed)?|seeks?|sought|wants?|wanted|"
    r"hopes?|hoped|preparing|poised|determined|resolved|considering|ready|prepared|willing)"
)
_INTENT = re.compile(rf"^(?:\w+ly )?{_INTENT_WORD}\b(?: not)?(?: to\b| for\b)")
#: "Lorn threatens to close bridge", "plans to leave the pact": without a verb that could be nothing else.
_HEADLINE_INTENT = re.compile(rf"(?:^|\w ){_INTENT_WORD}(?: not)? to [a-z]")
_NO_INTENT = re.compile(r"^(?:the |an? |no |any |every )?(?:intention|plans?) (?:of|to)\b")
_COMING = re.compile(r"^(?:still |also )?(?:going|set|due|about|scheduled|expected|bound) to\b")
_SEEMING = re.compile(
    r"^(?:also |only |widely )?(?:appear|appears|appeared|seem|seems|seemed|likely|unlikely|possible|probable|"
    r"(?:believed|thought|suspected|rumou?red|understood|feared|estimated) to)\b"
)
_JUDGING = re.compile(
    r"^(?:a |an |the |very |too |so |completely |totally |entirely |utterly |deeply |absolutely |clearly |simply )*"
    r"(?:unacceptable|important|crucial|vital|essential|dangerous|outrageous|shameful|disgraceful|wrong|right|good|bad|"
    r"terrible|horrible|excellent|welcome|necessary|unnecessary|unjust|unfair|fair|reckless|irresponsible|cowardly|"
    r"barbaric|tragic|regrettable|disappointing|encouraging|concerning|worrying|alarming|significant|premature|early|"
    r"mistake|disgrace|tragedy|catastrophe|disaster|farce|betrayal|victory|defeat|failure|success|crime|milestone|"
    r"(?:serious|grave|major|real|biggest|greatest|most \w+|main|direct) \w+)\b"
)
#: What the cue alone says of the content, where the content has no stronger word.
_BY_CUE = {
    "request": Modality.REQUESTED,
    "recommend": Modality.REQUESTED,
    "threat": Modality.INTENDED,
    "opinion": Modality.EVALUATIVE,
    "estimate": Modality.POSSIBLE,
    "doubt": Modality.POSSIBLE,
    "inference": Modality.IMPLIED,
}


@dataclass(frozen=True, slots=True)
class _Predicate:
    """The auxiliary or verb that heads a main clause, and the words behind it."""

    head: str
    following: str
    negated: bool


def modality_of(content: str, cue_class: str) -> Modality:
    """Tell how a content is put forward, from its first main predicate and the class of its cue.

    A condition that governs the predicate outweighs the modal verb ("could happen if" is
    conditional). Plain past and present tense are a fact, as the source puts it.

    Args:
        content: The words of the content, on one line or several.
        cue_class: How the cue colours it (``neutral``, ``request``, ``threat``, …).
    """
    if cue_class in {"request", "recommend"}:
        return Modality.REQUESTED
    if _is_conditional(content):
        return Modality.CONDITIONAL
    predicate = next(iter(_predicates(content)), None)
    said = _bare(content) if predicate is None else _by_words(predicate)
    if said is Modality.FACT:
        return (
            _belief(content, predicate)
            if cue_class == "belief"
            else _BY_CUE.get(cue_class, said)
        )
    return said


#: "Not to sail before noon".
_FORBIDDEN = re.compile(r"(?:not|never) to\b", re.IGNORECASE)
#: "No proof that it leaked": the clause is the proof's own, and there is none.
_NO_PROOF = re.compile(r"(?:no|any)(?: \w+){1,3} that\b", re.IGNORECASE)


def polarity_of(content: str) -> Polarity:
    """Tell whether a content denies: one of its main predicates is negated.

    "It does not seem to be over" counts as affirming: what is denied there is the seeming.
    Negation inside a relative clause or under another verb is not the content's own.
    """
    if _NO_PROOF.match(content) or _FORBIDDEN.match(content):
        return Polarity.NEGATIVE
    predicates = _predicates(content)
    if not predicates:
        head = re.match(r"\W*(\w+)", content)
        return _polarity(
            is_negative=head is not None and head[1].lower() in {"no", "not", "never"}
        )
    return _polarity(
        is_negative=any(p.negated and not _SEEMING.match(p.following) for p in predicates)
    )


def _polarity(*, is_negative: bool) -> Polarity:
    return Polarity.NEGATIVE if is_negative else Polarity.POSITIVE


def _is_conditional(content: str) -> bool:
    """Tell whether an if, unless, once… governs a clause that has a modal verb of its own."""
    for found in _CONDITION.finditer(content):
        before, word = content[: found.start()], found.group().lower()
        if _ASKING.search(before):
            continue
        rest = content[found.end() :]
        main = before if before.strip(" \"“”'‘’,") else rest[rest.find(",") + 1 :]
        if word.startswith(_ALWAYS) or _MODAL_WORD.search(main) or _INFINITIVE.match(main):
            return True
    return False


def _by_words(predicate: _Predicate) -> Modality:
    """Read the modality off an auxiliary and the words behind it."""
    head, following = predicate.head, predicate.following
    rules = (
        (head in _POSSIBLE or _seems(predicate), Modality.POSSIBLE),
        (head in _FUTURE, Modality.FUTURE),
        (head in _DEONTIC, Modality.REQUESTED),
        (head in _BE and _COMING.match(following), Modality.FUTURE),
        (_INTENT.match(following) or _INTENT.match(f"{head} {following}"), Modality.INTENDED),
        (
            head in _HAVE and not predicate.negated and _NO_INTENT.match(following),
            Modality.INTENDED,
        ),
        (head in _BE and _JUDGING.match(following), Modality.EVALUATIVE),
    )
    return next((modality for holds, modality in rules if holds), Modality.FACT)


def _seems(predicate: _Predicate) -> bool:
    said = f"{predicate.head} {predicate.following}"
    return bool(_SEEMING.match(said) or _SEEMING.match(predicate.following))


def _bare(content: str) -> Modality:
    """Judge a content without a finite verb: an infinitive, a gerund, a noun phrase."""
    if _INFINITIVE.match(content) or _HEADLINE_INTENT.search(content):
        return Modality.INTENDED
    return Modality.FACT


def _belief(content: str, predicate: _Predicate | None) -> Modality:
    """Judge a belief: "sees X as Y" values, "thinks that X did Y" holds it possible."""
    return Modality.EVALUATIVE if predicate is None or " as " in content else Modality.POSSIBLE


# Modality and polarity are asked of the same content, one after the other.
@lru_cache(maxsize=8)
def _predicates(content: str) -> tuple[_Predicate, ...]:
    """The head of each main clause of a content, in order.

    Without a parse: clauses under the main one are skipped from their first word to the next
    comma or, where the main verb is still to come, past their own verb.
    """
    sentences = split_text(content).sentences
    return tuple(p for sentence in sentences for p in _of_sentence(sentence.tokens))


def _of_sentence(tokens: tuple[Token, ...]) -> Iterator[_Predicate]:
    at = _skip_opening(tokens)
    is_under = is_set_off = has_verb = False
    while at < len(tokens):
        word = tokens[at].lower
        if is_under:
            ends_on_verb = not (has_verb or is_set_off) and _is_verb(tokens, at)
            is_under = not (_closes(word) or ends_on_verb)
        elif at and (word in _RELATIVES | _SUBORDINATORS or (has_verb and word == "to")):
            is_under, is_set_off = True, tokens[at - 1].text == ","
        elif _is_verb(tokens, at) and not (has_verb and word not in _AUXILIARIES):
            predicate, at = _predicate(tokens, at)
            has_verb = True
            yield predicate
        at += 1


def _skip_opening(tokens: tuple[Token, ...]) -> int:
    """Give the place behind an opening clause such as "While …, "."""
    words = [token for token in tokens[:3] if token.is_word]
    if words and words[0].lower in _SUBORDINATORS | {"despite", "should"}:
        return next((i + 1 for i, token in enumerate(tokens) if token.text == ","), 0)
    return 0


def _closes(word: str) -> bool:
    return word in {",", ";", "—", "–"}


def _is_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a word can only be, or most likely is, the finite verb of its clause."""
    word = tokens[at].lower
    if word in _AUXILIARIES or word in _IRREGULAR:
        return not (word == "may" and tokens[at].text == "May" and at > 0)
    if not word.endswith("ed") or len(word) < 5 or at == 0 or tokens[at].text[0].isupper():
        return False
    follows = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    before = tokens[at - 1].lower
    # "the wounded men", "the armed wing", "rockets fired by", "200 wounded": participles.
    is_participle = follows in {"by", "with", "to"} or before in {
        "the",
        "a",
        "an",
        "of",
        "in",
        "and",
        "newly",
        "-",
        "its",
        "their",
        "his",
    }
    return not is_participle and not before.isdigit()


def _predicate(tokens: tuple[Token, ...], at: int) -> tuple[_Predicate, int]:
    """Cut a predicate at its first auxiliary; also give the place of its last word read."""
    head = tokens[at].lower
    end = at + 1
    negated = head == "cannot" or (
        at > 0 and tokens[at - 1].lower in {"never", "neither", "nobody", "nothing", "none"}
    )
    negated = negated or _has_no_subject(tokens, at)
    while end < len(tokens) and tokens[end].lower in _NEGATIONS | _BE | _HAVE | {
        "also",
        "already",
        "still",
        "yet",
        "been",
    }:
        negated = negated or tokens[end].lower in _NEGATIONS
        end += 1
    following = " ".join(token.lower for token in tokens[end : end + 6])
    return _Predicate(head=head, following=following, negated=negated), end - 1


def _has_no_subject(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether the subject itself is none: "no soldiers were hurt", but not "no fewer than nine were"."""
    opening = [token.lower for token in tokens[max(0, at - 5) : at] if token.is_word]
    if at > 5 or "no" not in opening:
        return False
    behind = opening[opening.index("no") + 1 :]
    return behind[1:2] != ["than"]
