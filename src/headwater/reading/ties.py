"""The words that tie two actors, as patterns between, before and around their mentions."""

import re
from dataclasses import dataclass

ART = r"(?:the |a |an )?"
_MARKS = r"[\s\"“”'‘’(),]*"
_BE = r"(?:(?:is|are|was|were|has been|have been|had been|be|been|being|which is|which are|who is|who are|that is|that are) )?(?:also |still |now |all |closely |widely |largely |heavily |staunchly |reportedly |allegedly )?"
#: Up to three words that may stand before a noun; a conjunction or a preposition is none.
_MOD = r"(?!(?:and|or|but|with|in|on|at|to|by|from|for|of|as|the|The|An?|who|which|that|is|was|are|were)\b)[\w-]+ "
MODS = rf"(?:{_MOD}){{0,3}}"
_FORMER = r"(?P<former>former |ex-|late |then-)?"
GIVEN = r"(?:clear |explicit |further |direct |new |final |any )*"
ORDERS = (
    r"(?:orders?|instructions?|directives?|commands?|green light|approval|go-ahead|guidance)"
)
_WAIT = r"(?:await(?:s|ed|ing)?|wait(?:s|ed|ing)? (?:for|on)|takes?|taking|took|receiv(?:es?|ed|ing)|follows?|following|obeys?|without|acts? (?:only )?on)"

#: Titles, the longest first, and the tie they stand for.
OFFICES = (
    ("deputy_commander_of", r"[Dd]eputy (?:[Cc]ommander(?:-in-[Cc]hief)?|[Cc]hief|[Hh]ead|[Ll]eader)|[Ss]econd-in-[Cc]ommand"),
    ("ambassador_of", r"[Aa]mbassador(?: (?:to|in) [\w ’'.-]{2,30}?)?"),
    ("envoy_of", r"[Ee]nvoy(?: (?:to|for|in) [\w ’'.-]{2,30}?)?"),
    ("spokesman_of", r"[Ss]pokes(?:man|woman|person)|[Mm]outhpiece"),
    ("adviser_to", r"[Aa]dvis[eo]r|[Aa]ide"),
    ("pm_of", r"[Pp]rime [Mm]inister|[Pp]remier|PM"),
    ("president_of", r"[Pp]resident(?:-elect)?"),
    ("holds_office_in", r"(?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Oo]il|[Hh]ealth|[Jj]ustice|[Ii]ntelligence) (?:[Mm]inister|[Ss]ecretary)|[Mm]inister of [A-Z]\w+|[Cc]hancellor|[Gg]overnor|[Ss]ecretary of [Ss]tate"),
    ("commands", r"[Cc]ommander(?:-in-[Cc]hief)?|[Cc]hief of [Ss]taff|[Cc]ommanding [Oo]fficer|[Mm]ilitary [Cc]hief"),
    ("leads", r"[Ll]eaders?(?:hip)?|[Hh]eads?|[Cc]hiefs?|[Cc]hair(?:man|woman|person)?|[Ss]ecretary[- ][Gg]eneral|[Dd]irector|[Bb]oss|[Ff]ounder|[Cc]ommanders"),
)  # fmt: skip
ANY_OFFICE = "|".join(f"(?P<{kind}>{words})" for kind, words in OFFICES)


@dataclass(frozen=True, slots=True)
class Tie:
    """The words between a first and a second mention, and the tie they make of the two."""

    kind: str
    between: re.Pattern[str]
    #: Whether the first mention is the tie's object.
    is_turned: bool = False


def _tie(kind: str, between: str, *, is_turned: bool = False) -> Tie:
    return Tie(kind, re.compile(rf"{_MARKS}(?:{between}){_MARKS}"), is_turned)


#: Whole text between the mentions; tried in this order.
TIES = (
    _tie("backs", rf"-? ?(?:backed|supported|funded|armed|sponsored|financed|equipped|trained) (?:and [\w-]+ )?{MODS}"),
    _tie("aligned_with", rf"[- ](?:aligned|linked|leaning|friendly) {MODS}", is_turned=True),
    _tie("allied_with", rf"[- ]allied {MODS}", is_turned=True),
    _tie("leads", rf"-led {MODS}"),
    _tie("backs", rf"(?:,? ?(?:who|which|that)? ?){_BE}(?:backed|supported|funded|armed|sponsored|financed|equipped) by {ART}{MODS}", is_turned=True),
    _tie("loyal_to", rf"(?:,? ?(?:who|which|that)? ?){_BE}loyal to {ART}"),
    _tie("allied_with", rf"(?:,? ?(?:who|which|that)? ?){_BE}(?:allied (?:with|to)|allies of|an ally of|{ART}close ally of|and its allies?) ?{ART}"),
    _tie("aligned_with", rf"(?:,? ?(?:who|which|that)? ?){_BE}aligned (?:with|to) {ART}"),
    _tie("affiliated_with", rf"(?:,? ?(?:who|which|that)? ?){_BE}(?:affiliated (?:with|to)|linked to|tied to|close to|connected to) {ART}"),
    _tie("part_of", rf"(?:,? ?(?:who|which|that)? ?){_BE}(?:{ART}(?:official |formal )?(?:part|wing|branch|arm|unit|division|faction|offshoot|armed wing|military wing|component) of|belongs? to|belonging to|(?:falls?|falling|operat\w+) under(?: the command of)?) {ART}"),
    _tie("member_of", rf"(?:,? ?(?:who|which|that)? ?){_BE}(?:{ART}(?:senior |leading |founding )?members? of|joined) {ART}"),
    _tie("umbrella_of", rf",? (?:{_BE})(?:an? )?umbrella (?:group|organi[sz]ation|body|alliance|term) (?:of|for) {ART}{MODS}"),
    _tie("has_member", rf",? ?(?:including|such as|like|among them|notably|particularly|especially) {ART}"),
    _tie("commands", rf"{_BE}(?:commands|commanded|directs|directed|controls|controlled) {ART}"),
    _tie("leads", rf"(?:,? ?(?:who|which|that)? ?){_BE}(?:leads|led|heads|headed) (?:one of )?{ART}"),
    _tie("led_by", rf"(?:,? ?(?:who|which|that)? ?){_BE}(?:led|headed|commanded|directed) by {ART}{MODS}"),
    _tie("backs", rf"{_BE}(?:backs|funds|arms|sponsors|finances|trains|bankrolls) {ART}{MODS}"),
    _tie("supports", rf"{_BE}(?:supports|(?:shows?|showing|showed|express\w*|voic\w+|reiterat\w+|reaffirm\w*|[Ii]ts|their|his)? ?(?:its |their |his )?support for) {ART}{MODS}"),
    _tie("coordinates_with", rf"{_BE}(?:[\w ]{{0,40}}\b)?(?:coordinat(?:es?|ed|ing|ion)|cooperat(?:es?|ed|ing|ion)|liais(?:es?|ed|ing|on)|following up|joint operations) with {ART}"),
    _tie("consults_with", rf"{_BE}(?:[\w ]{{0,40}}\b)?(?:consult(?:s|ed|ing)?(?: with)?|consultations? with) {ART}"),
    _tie("met_with", rf"(?:[\w ]{{0,24}}\b)?(?:met(?: with)?|meets(?: with)?|(?:held|holding|hold) (?:a |an )?(?:[\w-]+ )?(?:meeting|talks|consultations) with|a meeting with|in talks with) {ART}{MODS}"),
    _tie("in_conflict_with", rf"{_BE}(?:fights|fought(?: against)?|fighting(?: against)?|at war with|clashed with|clashes with|battl(?:es|ed|ing)|in (?:open )?conflict with|(?:is |are )?opposed to|(?:a |the )?(?:sworn |arch-?)?(?:enemy|foe|rival)s? of) {ART}"),
    _tie("designates", rf"{_BE}(?:has |have |had )?(?:designat(?:es|ed)|sanctioned|blacklisted|outlawed|proscribed|imposed sanctions on) {ART}{MODS}"),
    _tie("gives_instructions_to", rf"(?:(?:has|have|had) )?(?:ordered|orders|instructed|instructs|directed|called (?:up)?on|calls on|asked|told|urged|commanded) {ART}{MODS}"),
    _tie("speaks_for", rf"(?:,? ?(?:who|which|that)? ?)(?:speaks|spoke|speaking) (?:for|on behalf of) {ART}"),
)  # fmt: skip
#: "told" and its like tie only where an infinitive says what was to be done.
NEEDS_INFINITIVE = "gives_instructions_to"
SIDE = re.compile(r"\b(?P<side>[Pp]ro|[Aa]nti)-$")
AWAIT = re.compile(rf"(?P<who>[^,;.]{{0,60}}?)\b{_WAIT} {ART}{GIVEN}(?:{ORDERS} (?:from|of|by) {ART})?", re.DOTALL)  # fmt: skip
OFFICE_OF = re.compile(
    rf"\b{_FORMER}{MODS}?(?:{ANY_OFFICE}) (?P<of>of|for|to) {ART}(?:[\w-]+['’]s )?{MODS}",
    re.DOTALL,
)
OFFICE = re.compile(rf"(?:['’]s?)? {_FORMER}{MODS}?(?:{ANY_OFFICE}),? ?(?:[A-Z][\w.-]*\. )?")
STATE_MEDIA = re.compile(r"(?:['’]s?)? (?:official |semi-official )?(?:state|state-run|state-owned|official)(?:[- ](?:run|owned))? ?(?:media|television|TV|broadcaster|news agency|radio|newspaper|outlet)?(?: outlet)? ?")  # fmt: skip

DENIED = re.compile(r"\b(?:not|never|no longer|denie[sd]|denying|neither)\b|n['’]t\b")
CONDITIONAL = re.compile(r"\b(?:if|unless|would|could|may|might|will|should|in the event)\b", re.IGNORECASE)  # fmt: skip
REQUESTED = re.compile(r"\b(?:call(?:s|ed|ing) (?:up)?on|urg(?:e[sd]?|ing)|ask(?:s|ed|ing)|request(?:s|ed|ing)?|demand(?:s|ed|ing)?|told|ordered|instruct(?:s|ed)?|calls? for|called for)\b")  # fmt: skip
INFERRED = re.compile(r"\b(?:alleg\w+|reportedly|suspected|believed|accus\w+|seen as|considered|thought|appears?|apparently|likely)\b", re.IGNORECASE)  # fmt: skip


COMPOUNDS = {
    "backed": ("backs", True), "supported": ("backs", True), "funded": ("backs", True), "sponsored": ("backs", True),
    "aligned": ("aligned_with", False), "linked": ("affiliated_with", False), "allied": ("allied_with", False),
    "affiliated": ("affiliated_with", False), "led": ("leads", True), "controlled": ("commands", True),
}  # fmt: skip
TAILS = (
    ("backs", re.compile(rf"\b(?:backed|supported|funded|armed|sponsored) by {ART}$"), True),
    ("loyal_to", re.compile(rf"\bloyal to {ART}$"), False),
    ("allied_with", re.compile(rf"\b(?:allied (?:with|to)|allies of) {ART}$"), False),
    ("aligned_with", re.compile(rf"\baligned (?:with|to) {ART}$"), False),
    ("affiliated_with", re.compile(rf"\b(?:affiliated (?:with|to)|linked to) {ART}$"), False),
    ("member_of", re.compile(rf"\b[Mm]embers? of {ART}$"), False),
    ("leads", re.compile(rf"\b(?:[Ll]eaders?(?:ship)?|[Hh]eads?|[Cc]hiefs?|[Cc]ommanders?) of {ART}(?:several |some |all |many |ruling |the )*[\"“(]*$"), False),
    ("part_of", re.compile(rf"\b(?:wing|branch|arm|unit|brigade|division|media|part) of {ART}$"), False),
)  # fmt: skip
#: What follows the actor inside a description of one of its parts, allies or officials.
PART = re.compile(
    rf"(?:['’]s?)? {MODS}(?:wing|branch|arm|unit|division|brigade|battalion|media|bureau|office)s?(?: (?:in|near|of) .*)?",
    re.DOTALL,
)
ALLY = re.compile(rf"(?:['’]s?)? {MODS}(?:allies|ally)\b.*", re.DOTALL)
PROXY = re.compile(rf"(?:['’]s?)? {MODS}(?:proxies|proxy)\b.*", re.DOTALL)
#: "One of its senior commanders" belongs to it and does not lead it.
RANK_AND_FILE = re.compile(
    r"\b(?:senior|top|high-ranking|ranking|local|field|mid-level|one of|military) ",
    re.IGNORECASE,
)
_FIGHT = r"(?:have |had |has )?(?:fought|clashed|went to war|go to war|traded fire|exchanged (?:fire|blows)|are at war|were at war)"
FIGHT_AFTER = re.compile(rf" {_FIGHT}\b")
FIGHT_BEFORE = re.compile(
    r"\b(?:[Ww]ar|[Ff]ighting|[Cc]lashes|[Cc]onflict|[Hh]ostilities|[Bb]attles?) between (?:the )?$"
)
