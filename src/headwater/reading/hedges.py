"""Words that weaken, date forward or hold at arm's length what is said."""

import re

from headwater.model import Hedge

#: Alternatives of one kind, the longer before the shorter. Case is kept: "May" is a month,
#: "Will" a man, so only small letters count there, and words met at a sentence's head are
#: spelt ``[Ii]f``.
_KINDS: dict[str, tuple[str, ...]] = {
    "limited_knowledge": (
        r"[Nn]o (?:immediate|official|independent) (?:reports?|word|comment|claims?|confirmation|details|information|response|reaction)",
        r"(?:could|can|cannot|can't|has|have|had|was|were|is|are)(?: ?n[o'’]t| not)?(?: yet)?(?: been| be)? (?:independently|immediately) (?:verify|verified|confirm|confirmed|clear|known)",
        r"could not (?:be )?(?:verified|verify|confirmed|confirm|reached|determine[d]?)",
        r"(?:[Ii]t )?(?:is|was|remains|remained) (?:still )?(?:unclear|not clear|not known|unknown|uncertain)",
        r"did(?: not|n[’']t) (?:immediately )?(?:respond|comment|elaborate)",
        r"without (?:elaborating|giving details|providing (?:evidence|details))",
        r"[Uu]nconfirmed|[Uu]nverified",
    ),
    "hedge_conditional": (
        r"[Ii]n the event (?:that|of)",
        r"[Dd]epending (?:on|upon)",
        r"[Pp]rovid(?:ed|ing) that|(?:[Aa]s|[Ss]o) long as|[Oo]n (?:the )?condition that|[Ii]n case",
        r"[Ee]ven if|[Oo]nly if|[Ii]f|[Uu]nless|[Aa]ssuming(?: that)?",
        r"(?<!was )(?<!were )(?<!is )(?<!are )[Oo]nce(?= (?:there|he|she|it|they|we|the|a|an|this|that|these|those|all|any|its|their|our|both) (?!time\b))",
        # "should fighting resume": the inverted condition. "He should the" does not occur.
        r"(?<![a-z] we )(?<![a-z] it )[Ss]hould(?= (?:a|an|the|any|there|it|they|he|she|we|this|that|such|[A-Z]\w+) )",
    ),
    "distance": (
        r"[Aa]llegedly|[Rr]eportedly|[Pp]urportedly|[Ss]upposedly|[Oo]stensibly",
        r"[Aa]lleged|[Pp]urported|[Ss]upposed(?! to)|[Ss]o-called|self-(?:styled|proclaimed|declared)",
        r"(?:is|are|was|were) (?:said|rumou?red|alleged|reported) to",
        r"claim(?:s|ed|ing)?(?= (?:that|to have|to be|it|he|she|they|the)\b)",
        r"what (?:it|he|she|they) (?:called|described as|termed)",
    ),
    "evidential_vague": (
        r"(?:[Uu]nnamed|[Aa]nonymous|[Ii]nformed|[Ww]ell-informed|[Ww]ell-placed|[Ss]enior|[Ss]ecurity|[Dd]iplomatic|[Gg]overnment|[Mm]ilitary|[Ii]ntelligence|[Mm]edical|[Ll]ocal|[Pp]olitical|[Tt]ribal|[Cc]redible|[Ss]everal|[Ss]ome|[Mm]ultiple|[Tt]he same|[Tt]he) (?:[A-Z]?[a-z]+ )?sources",
        r"(?:people|officials?|persons?|sources?) familiar with",
        r"(?:some|several|various|media|local|press|conflicting|initial|early) reports",
        r"[Ii]t (?:is|was|has been) (?:said|reported|understood|rumou?red|believed|thought) that",
        r"[Oo]bservers|some analysts|some say|many believe",
    ),
    "hedge_intent": (
        r"(?:plan|intend|aim|seek|hope|want|threaten|pledge|vow|promise|prepare)(?:s|d|ed|ned|ning|ing)? to(?= [a-z])",
        r"sought to|vowed to|(?:is|are|was|were) (?:considering|planning|(?:preparing|poised|ready|willing|prepared|determined) to(?= [a-z]))",
        r"(?:no |an? |the )?(?:intention|plans?|desire) (?:of|to)",
    ),
    "hedge_epistemic": (
        r"[Ii]t (?:also )?(?:appears?|appeared|seems?|seemed)(?: (?:un)?likely)?(?: that)?",
        r"(?:do|does|did) not (?:appear|seem) to(?: be| have)?",
        r"appear(?:s|ed|ing)?(?= (?:to|that|as if|as though|likely|unlikely|set)\b)",
        r"seem(?:s|ed|ingly)?|[Aa]pparently|[Pp]resumably",
        r"(?:could|may|might) (?:well|possibly|decide|potentially)",
        r"could|may|(?<!military )(?<!armed )(?<!their )(?<!its )(?<!his )(?<!our )(?<!the )might(?! of\b)|can(?= be seen as)",
        r"[Pp]erhaps|[Mm]aybe|[Pp]ossibly|[Pp]robably|[Pp]otentially|[Cc]onceivably|[Ll]ikely|[Uu]nlikely",
        r"(?:any )?potential(?= [a-z])|possible|probable|[Ii]n all (?:likelihood|probability)",
        r"(?:is|are|was|were|been) (?:widely )?(?:believed|thought|suspected|understood|considered|estimated|assumed|feared) to",
        r"suspect(?:s|ed)?|estimat(?:es|ed)|believe[sd]?(?= (?:that|to|it|he|she|they|the)\b)|thought to|suggest(?:s|ed|ing)?",
        r"expected to|(?:is|are|was|were) supposed to",
    ),
    "future": (
        r"(?:is|are|was|were|am|'re|'s) (?:not )?(?:going|set|due|about|scheduled) to",
        r"(?<!\b[Tt]he )(?<! own )(?<!political )(?<!good )(?<!ill )will(?! of\b)|won[’']t|shall|would|(?:[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Yy]ou|I)[’']ll",
    ),
    "vague_time": (
        r"[Ii]n (?:the )?(?:recent|past|coming|next|last) (?:few )?(?:hours|days|weeks|months|years)",
        r"[Ii]n the (?:near|foreseeable) future|[Aa]t (?:the moment|some point|this stage|present)|[Ff]or (?:some|the) time(?: being)?",
        r"(?:[Vv]ery )?[Ss]oon(?! after)|[Rr]ecently|[Ss]hortly(?! (?:after|before))|[Ll]ately|[Ee]ventually|[Ii]mminent(?:ly)?|[Ss]ooner or later",
    ),
    "quantifier_or_limiter": (
        r"(?:[Tt]he |[Aa] )?majority of|[Mm]ost of|[Mm]any of|[Ss]ome of|[Aa]lmost all|[Nn]ot all|[Aa] number of",
        r"[Mm]ostly|[Ll]argely|[Pp]artly|[Pp]artially|[Ii]n part(?! of)",
    ),
    "minimiser": (r"[Rr]elatively(?: [a-z-]+)?|[Mm]erely|[Ss]omewhat|[Aa] mere",),
}
_HEDGE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in _KINDS.items())
    + r")(?![\w-])"
)
#: "asked if", "to see if": a question, not a condition.
_ASKS = re.compile(
    r"\b(?:ask|asks|asked|asking|see|know|knows|knew|wonder|wonders|wondered|determine|decide|check|unclear|doubt|doubts|sure|say|question of) (?:whether or )?$"
)


def find_hedges(text: str, start: int, end: int) -> tuple[Hedge, ...]:
    """Find the words of ``text[start:end]`` that weaken, condition, postpone or distance it.

    Where two could begin at one place, the kind that says most about the source's knowledge
    wins ("could not be verified" is limited knowledge, not a mere "could"). No two overlap.
    """
    return tuple(
        Hedge(
            start=found.start(), end=found.end(), text=found.group(), kind=str(found.lastgroup)
        )
        for found in _HEDGE.finditer(text, start, end)
        if not _is_question(text, start, found)
    )


def _is_question(text: str, start: int, found: re.Match[str]) -> bool:
    before = text[max(start, found.start() - 24) : found.start()]
    return found.group().lower() == "if" and _ASKS.search(before) is not None
