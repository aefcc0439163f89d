"""Words that tell whether a capitalised word begins, ends or goes on with a name."""

from headwater.reading.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    CONNECTIVES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)

NEVER_NAMES = (
    DETERMINERS | PREPOSITIONS | SUBORDINATORS | PRONOUNS | ADVERBS | AUXILIARIES | CONJUNCTIONS | CONNECTIVES | TIME_WORDS
    | frozenset("ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred dozens january february march april may june july august september october november december mr mrs ms according yes no not there here".split())
)  # fmt: skip
#: Common nouns that make a capitalised sequence an organisation rather than a person.
BODY_WORDS = frozenset(
    "council committee ministry army force forces party movement front group union agency organisation organization university institute "
    "company corporation bank court parliament commission authority department bureau office association federation centre center news times "
    "post daily network television tv radio gazette herald tribune journal press media brigade brigades battalion division corps guard police "
    "hospital school league club airlines foundation fund service services command house assembly senate congress alliance coalition wire "
    "mission channel embassy delegation secretariat observatory initiative treasury forum programme program society trust board circle room".split()
)

#: Common nouns that go on with the name of a place: "Lima Airport", "Basra Province".
OF_PLACES = frozenset(
    "province city governorate region district county oblast airport port harbour harbor bay island river road street square bridge dam camp "
    "valley mountain strait gulf peninsula prison stadium museum stock exchange operations base refinery summit talks accord agreement "
    "declaration protocol time day festival olympics zoo cathedral mosque north south east west state".split()
)
