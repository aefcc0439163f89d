"""Closed classes of English words: what a noun phrase cannot run across.

They stand in for a parser until the trained engine takes over.
"""

from headwater.language import Token

AUXILIARIES = frozenset(
    "has have had having is are was were be been being am will would may might could should must can do does did not n't 'd 'll 've 're 'm ain't shall".split()
)
FINITE_AUXILIARIES = AUXILIARIES - frozenset("having be been being not n't".split())
ADVERBS = frozenset(
    "also further later earlier now then again already still previously first just once never even separately meanwhile therefore nevertheless nonetheless instead recently only all both".split()
)
PREPOSITIONS = frozenset(
    "of in on at to for from with by within near close about into over under between among against during after before since via through across toward towards amid despite without upon inside outside around behind per".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my some several many two three four five six seven eight nine ten other another any each every all both most no certain various numerous".split()
)
PRONOUNS = frozenset("he she it they we i you me him her them us".split())
SUBORDINATORS = frozenset(
    "that if when while as because since although though whether where why how what unless until whereas whom than once despite".split()
)
RELATIVES = frozenset("who which whom whose".split())
CONJUNCTIONS = frozenset({"and", "or", "but"})
OPENING_QUOTES = frozenset('“"«„‘')
CLOSING_QUOTES = frozenset('”"»’')
QUOTE_MARKS = OPENING_QUOTES | CLOSING_QUOTES
BREAKS = frozenset(",;:()[]–—…") | QUOTE_MARKS
#: "Urged ships not to sail": without the word before it, an infinitive says the opposite.
FORBIDDING = frozenset({"not", "never"})
#: Words that open a sentence and belong to no clause of it.
CONNECTIVES = frozenset(
    "meanwhile however moreover therefore additionally furthermore besides still nevertheless nonetheless instead thus hence similarly also separately earlier later overall yet but and so".split()
)
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight recently lately last this late early earlier later".split()
)
#: Stretches of time: how long something lasts, and nobody who speaks.
TIMES = frozenset(
    "day days night nights morning afternoon evening week weeks weekend month months year years decade hour hours minute minutes time moment".split()
)
#: What words can be in, or come by: "in a statement", "on his channel", "via Telegram".
VEHICLES = frozenset(
    "statement interview tweet post letter speech report memo email e-mail message release briefing note filing video broadcast twitter facebook telegram instagram whatsapp signal zoom youtube tiktok television channel channels page".split()
)
#: Words that hide a speaker on purpose: "informed sources", "an unnamed official".
HIDING = frozenset(
    "informed reliable anonymous unnamed unidentified well-informed knowledgeable familiar anonymity briefed undisclosed".split()
)
_NOT_VERBS = frozenset(
    "need indeed hundred sacred united united-nations armed aligned backed led based allied".split()
)
_IRREGULAR_PAST = frozenset(
    "went came heard saw took made gave held met left began became got knew ran sent kept brought led fell rose grew fought struck shot lost won put set hit cut let broke spoke stood built bought sought taught caught drew flew threw chose wore drove felt dealt meant paid sold fled met spent lay shook sank drank rang swam hid bit froze withdrew overthrew swore bled stole tore wants want remain remains include includes involve involves".split()
)
#: With a capital inside a sentence: "in May", "Will Ostrow".
_ALSO_NAMES = frozenset({"may", "will"})
_BEFORE_PARTICIPLE = DETERMINERS | PREPOSITIONS | HIDING | {"-"}
_BEHIND_VERB = DETERMINERS | PREPOSITIONS


def is_verb_like(tokens: tuple[Token, ...], at: int) -> bool:
    """Guess whether a word is a finite verb: an auxiliary, a form in -ed, a common irregular."""
    word = tokens[at].lower
    if word in _ALSO_NAMES and is_capitalised(tokens[at]) and at and tokens[at - 1].is_word:
        return False
    if word == "'s":  # "he's gone", not "Kenya's"
        return bool(at) and tokens[at - 1].lower in PRONOUNS
    if word in FINITE_AUXILIARIES or word in _IRREGULAR_PAST:
        return True
    if not word.endswith("ed") or len(word) < 5 or word in _NOT_VERBS:
        return False
    if is_capitalised(tokens[at]) or (at and tokens[at - 1].lower in _BEFORE_PARTICIPLE):
        return False
    return not _modifies_next(tokens, at)


def is_also_name(token: Token) -> bool:
    """Tell whether an auxiliary is written as a name: "Theresa May said"."""
    return token.lower in _ALSO_NAMES and is_capitalised(token)


def is_relative(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether "that" or "which" is the subject of a clause about the noun before it.

    "A letter that was sent", not "a letter that the mill would close", as the tree has it.
    """
    token = tokens[at]
    is_subject = token.lower in {"that", "which"} and token.relation.startswith("nsubj")
    return is_subject and at > 0 and tokens[at - 1].tag in {"NOUN", "PROPN"}


def is_capitalised(token: Token) -> bool:
    """Tell whether a word is written with a capital."""
    return token.text[0].isupper()


def _modifies_next(tokens: tuple[Token, ...], at: int) -> bool:
    """ ", informed sources told": a form in -ed that opens a phrase and is followed by its noun."""
    opens = not at or not tokens[at - 1].is_word
    following = tokens[at + 1] if opens and at + 1 < len(tokens) else None
    return following is not None and following.is_word and following.lower not in _BEHIND_VERB
