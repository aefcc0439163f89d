"""The head of a noun phrase, and the kind of speaker it makes."""

from headwater.language import Token
from headwater.lexicon import PRESS_NAMES, PRESS_OPENINGS, registry, words
from headwater.model import ActorKind, LinkKind
from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONNECTIVES,
    DETERMINERS,
    HIDING,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    TIMES,
    is_capitalised,
)

_KIND_OF_ACTOR = {
    ActorKind.OUTLET: LinkKind.OUTLET,
    ActorKind.AGENCY: LinkKind.AGENCY,
    ActorKind.PERSON: LinkKind.PERSON,
}
_PARTITIVES = frozenset(
    "majority majorities minority half percent number one some most many all several none both part rest two three group groups".split()
)
_ARTICLES = DETERMINERS - frozenset("no any each every both all most".split())
#: Names of a kind of people, not of an actor: "Israeli", "Iraqis".
_OF_PEOPLE = frozenset({"demonym", "adjective"})
_ENDS_HEAD = PREPOSITIONS | RELATIVES | frozenset({",", "(", ")", "“", "‘"})
#: Adjectives and participles that stand behind their noun: "people familiar with the talks".
_POSTPOSED = frozenset(
    "early late familiar close aware knowledgeable privy present seen shown sent known".split()
)
_AGENT_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "eur",
    "man",
    "woman",
    "person",
    "grapher",
    "ologist",
)
_AGENTS_ENDINGS = (*(f"{ending}s" for ending in _AGENT_ENDINGS), "men", "women")
#: Shorter words rarely name whoever does something: "her", "door", "list".
_SHORTEST_AGENT = 5
#: Words with such an ending that name no one who could speak.
_NO_AGENTS = frozenset(
    "after another answer border cancer center chamber chapter character charter cluster computer consumer corner counter cover danger December dinner disaster disorder door either either error factor fever finger floor flower fodder former gender hammer hunger however interior laser latter layer letter litter lower manner master matter member meter minor mirror monster motor murder neither never newer November number October offer order other outer over paper peer picker platter poster power prayer proper quarter rather register remainder river rubber rather rumor rumour September sector semester server shelter shoulder shower silver sister slaughter soccer sooner summer super surrender tanker terror theater tiger timber together tower tractor trailer transfer under upper user vector water weather whether whisper winter wonder labor favor honor humor color major minor prior senior junior superior anterior behavior list exist consist insist assist twist resist human german roman civilian Indian Persian Syrian Iranian Russian Ukrainian Italian Brazilian Canadian Australian Asian median guardian".lower().split()
)
_BROADCASTS = frozenset({"fm"})
#: Nouns for press that are as often others, unless a word before them is one for what press does.
_NOT_ONLY_PRESS = frozenset("network networks station stations".split())
_OF_PRESS = frozenset(
    "broadcast broadcasting cable channel media news press radio satellite television tv".split()
)
#: Behind "papers" these tell of documents: "court papers seen by OUTLET".
_OF_DOCUMENTS = frozenset("filed leaked obtained reviewed seen".split())
_NOBODY = frozenset("nobody no none neither nothing".split())
_NO_NAMES = (
    DETERMINERS
    | SUBORDINATORS
    | PREPOSITIONS
    | TIME_WORDS
    | ADVERBS
    | AUXILIARIES
    | CONNECTIVES
)


def link_kind_of(actor: ActorKind) -> LinkKind:
    """Give the kind of chain link an actor of the registry makes."""
    return _KIND_OF_ACTOR.get(actor, LinkKind.ORGANISATION)


def head_of(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Find the last word before the first preposition, comma or relative pronoun.

    "The majority of these messages" is headed by its messages.
    """
    for at in range(first, min(first + 5, last - 2)):
        if tokens[at + 1].lower == "of" and tokens[at].lower in _PARTITIVES:
            return head_of(tokens, at + 2, last)
    at = first
    while at + 1 < last:
        following = _next_of_head(tokens, at + 1, last)
        if following is None:
            break
        at = following
    return at if tokens[at].is_word else first


def is_nobody(tokens: tuple[Token, ...], first: int, head_at: int) -> bool:
    """Tell whether a phrase says that there is nobody: "nobody", "no official", "none of them"."""
    return tokens[first].lower in _NOBODY or tokens[head_at].lower in _NOBODY


def kind_of(tokens: tuple[Token, ...], first: int, last: int, head_at: int) -> LinkKind | None:
    """Tell what sort of speaker a phrase is; None if nothing about it says that it can speak."""
    head = tokens[head_at].lower
    if head in PRONOUNS:
        return (
            LinkKind.PERSON
            if head in {"he", "she", "i", "me", "him", "her"}
            else LinkKind.ORGANISATION
        )
    named = _named_kind(tokens, first, head_at + 1)
    common = "document" if _is_record(tokens, head_at) else words().speakers.get(head)
    if _is_act(tokens, head_at):
        common = None
    if _is_press_name(tokens, first, head_at):
        return named or LinkKind.OUTLET
    if named is None and _is_called_press(tokens, first, head_at):
        return LinkKind.OUTLET
    if named and common != "unnamed":
        return named
    if common == "outlet":
        common = _sort_of_press(tokens, first, last, head_at)
    if common in {"outlet", "document", "unnamed"}:
        return LinkKind(common)
    if common in {"person", "group", None} and _hides(tokens[first:last]):
        return LinkKind.UNNAMED
    if common:
        return LinkKind(common)
    return _unknown_name(tokens, first, head_at) or _agent(tokens[head_at])


def _is_act(tokens: tuple[Token, ...], head_at: int) -> bool:
    """ "The release of the prisoners": what is done, and no press release."""
    following = tokens[head_at + 1].lower if head_at + 1 < len(tokens) else ""
    before = tokens[head_at - 1].lower if head_at else ""
    return tokens[head_at].lower == "release" and following == "of" and before not in _OF_PRESS


def _is_record(tokens: tuple[Token, ...], head_at: int) -> bool:
    """ "Minutes of a closed meeting", "the minutes seen by OUTLET": no time, as what stands beside them says."""
    if tokens[head_at].lower != "minutes" or (head_at and tokens[head_at - 1].tag == "NUM"):
        return False
    following = tokens[head_at + 1] if head_at + 1 < len(tokens) else None
    return following is not None and (
        following.lower == "of" or following.relation.startswith("acl")
    )


def _sort_of_press(tokens: tuple[Token, ...], first: int, last: int, head_at: int) -> str:
    """Tell what a noun for press stands for, by the words beside it: press, papers that are read, or others."""
    behind = tokens[head_at + 1].lower if head_at + 1 < last else ""
    if tokens[head_at].lower == "papers" and behind in _OF_DOCUMENTS:
        return "document"
    is_of_others = _joins_others(tokens, first, last, head_at)
    return "organisation" if is_of_others else "outlet"


def _joins_others(tokens: tuple[Token, ...], first: int, last: int, head_at: int) -> bool:
    """ "A network of volunteers", "the aid network", "the police station": no press, as the words beside it say."""
    if tokens[head_at].lower not in _NOT_ONLY_PRESS:
        return False
    if head_at + 1 < last and tokens[head_at + 1].lower == "of":
        return True
    before = [token for token in tokens[first:head_at] if token.is_word]
    if any(token.lower in _OF_PRESS for token in before):
        return False
    return any(
        token.tag == "NOUN" or words().speakers.get(token.lower) in {"group", "person"}
        for token in before
    )


def kind_of_noun(tokens: tuple[Token, ...], first: int, head_at: int) -> LinkKind | None:
    """Tell what a phrase is of which only a verb of saying shows that it speaks: "the mill"."""
    head = tokens[head_at]
    word = head.lower
    if is_capitalised(head) or not word.isalpha() or word in _NO_NAMES | TIMES:
        return None
    if word.endswith("s") and not word.endswith("ss"):
        return LinkKind.GROUP
    is_owned = any(token.lower == "'s" for token in tokens[first:head_at])
    is_one = head_at > first and (tokens[first].lower in _ARTICLES or is_owned)
    kind = LinkKind.PERSON if _is_somebody(tokens, head_at) else LinkKind.ORGANISATION
    return kind if is_one else None


def _is_somebody(tokens: tuple[Token, ...], head_at: int) -> bool:
    """ "A cooper of the guild, who would not give his name": the tree hangs a "who" on the noun."""
    return any(
        token.lower in {"who", "whose"} and _governor(tokens, token.head) == head_at
        for token in tokens[head_at + 1 :]
    )


def _governor(tokens: tuple[Token, ...], verb: int) -> int:
    """The word that a relative clause with this verb tells of; -1 if it is no such clause."""
    is_clause = 0 <= verb < len(tokens) and tokens[verb].relation.startswith("acl")
    return tokens[verb].head if is_clause else -1


def _agent(head: Token) -> LinkKind | None:
    """ "engineer", "plumbers": the ending of an unknown noun says that it names who does something."""
    word = head.lower
    if (
        len(word) < _SHORTEST_AGENT
        or word in _NO_AGENTS
        or word.removesuffix("s") in _NO_AGENTS
    ):
        return None
    if not word.isalpha() or is_capitalised(head):
        return None
    if word.endswith(_AGENTS_ENDINGS):
        return LinkKind.GROUP
    return LinkKind.PERSON if word.endswith(_AGENT_ENDINGS) else None


def _next_of_head(tokens: tuple[Token, ...], at: int, last: int) -> int | None:
    """The next place the head may stand at, brackets and hyphens stepped over; None at its end."""
    if tokens[at].text == "(" and (closing := _bracket_after(tokens, at, last)):
        return closing
    if tokens[at].lower in _ENDS_HEAD or _is_postposed(tokens, at, last):
        return None
    return at + 1 if tokens[at].text == "-" and at + 1 < last else at


def _is_postposed(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """ "a letter delivered to the ministry": what describes the noun before it."""
    if at + 1 >= last or tokens[at + 1].lower not in PREPOSITIONS:
        return False
    word = tokens[at]
    is_participle = word.lower.endswith("ed") and len(word.text) >= _SHORTEST_AGENT
    return (is_participle or word.lower in _POSTPOSED) and not is_capitalised(word)


def _bracket_after(tokens: tuple[Token, ...], at: int, last: int) -> int | None:
    """Where a short aside in brackets closes, if a word of the phrase follows it."""
    for closing in range(at + 1, min(last - 1, at + 6)):
        if tokens[closing].text == ")":
            return closing if tokens[closing + 1].is_word else None
    return None


def _named_kind(tokens: tuple[Token, ...], first: int, last: int) -> LinkKind | None:
    """The kind of the registry name the phrase ends in, if it does."""
    text = " ".join(token.text for token in tokens[first:last])
    found = None
    for hit in registry().find_names(text):
        if hit.end >= len(text) - 1 and hit.readings[0][1].how not in _OF_PEOPLE:
            found = link_kind_of(registry().entries[hit.readings[0][0]].kind)
    return found


def _hides(phrase: tuple[Token, ...]) -> bool:
    return any(token.lower in HIDING for token in phrase)


def _is_press_name(tokens: tuple[Token, ...], first: int, head_at: int) -> bool:
    """ "the Tarsk Courier", whatever a courier is."""
    return (
        head_at > first
        and tokens[head_at].lower in PRESS_NAMES | _BROADCASTS
        and not (tokens[head_at].lower in _BROADCASTS and _is_of_people(tokens[head_at - 1]))
        and is_capitalised(tokens[head_at])
        and is_capitalised(tokens[head_at - 1])
        and tokens[head_at - 1].lower not in _NO_NAMES
    )


def _is_called_press(tokens: tuple[Token, ...], first: int, head_at: int) -> bool:
    """ "the broadcaster NCN", "the Italian agency Nova": a noun for press stands before the name."""
    at = head_at
    while at > first and is_capitalised(tokens[at]):
        at -= 1
    if not first <= at < head_at:
        return False
    before = tokens[at - 1] if at > first else tokens[at]
    if tokens[at].lower == "agency":  # "the aid agency Tarsk"
        return before.lower in _OF_PRESS or (
            before is not tokens[at] and is_capitalised(before)
        )
    is_platform = is_capitalised(before) and tokens[at].lower == "channel"
    return words().speakers.get(tokens[at].lower) == "outlet" and not is_platform


def _is_of_people(token: Token) -> bool:
    """ "The Pakistani FM" is a minister, and "Lakeside FM" a station."""
    return any(form.how in _OF_PEOPLE for _, form in registry().of_name(token.text))


def _unknown_name(tokens: tuple[Token, ...], first: int, head_at: int) -> LinkKind | None:
    """A capitalised head counts as a name unless it merely opens the sentence."""
    head = tokens[head_at]
    if not is_capitalised(head) or head.lower in _NO_NAMES:
        return None
    if head.lower in PRESS_NAMES:
        return LinkKind.OUTLET
    if head_at > first:
        if is_capitalised(tokens[first]) and tokens[first].lower in PRESS_OPENINGS:
            return LinkKind.OUTLET
        has_first_name = is_capitalised(tokens[head_at - 1])
        return LinkKind.PERSON if has_first_name else LinkKind.ORGANISATION
    return LinkKind.ORGANISATION if len(head.text) > 2 else None
