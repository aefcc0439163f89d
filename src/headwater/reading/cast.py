"""Who an article names: its mentions, each tied to an actor.

Registry first, then the article's own introductions ("Jerusalem Post (JP)", a full name before
a surname), then strings. A weak name needs a strong one of the same actor, or of its context,
in the same article; a name with several equal readings is left open rather than guessed.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.language import Name as EngineName
from headwater.language import Parse, Sentence, Token
from headwater.lexicon import (
    PRESS_NAMES,
    PRESS_OPENINGS,
    Entry,
    NameForm,
    NameHit,
    Spellings,
    find_spelled,
    fold_name,
    is_press_service,
    is_spelling,
    outlet_id,
    registry,
    words,
)
from headwater.model import ActorKind, Mention, MentionKind, digest
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
    is_capitalised,
)

_NEVER_NAMES = (
    DETERMINERS | PREPOSITIONS | SUBORDINATORS | PRONOUNS | ADVERBS | AUXILIARIES | CONJUNCTIONS | CONNECTIVES | TIME_WORDS
    | frozenset("ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred dozens january february march april may june july august september october november december mr mrs ms according yes no not there here".split())
)  # fmt: skip
_PARTICLES = frozenset("al el bin ibn abu abd van von de del da la le of".split())
#: Nouns that make an outlet of the name beside them, whatever the registry knows.
_AGENCY_BEFORE = re.compile(r"\b(?:news\s+)?agency,?\s+[“\"‘(]?$")
_OUTLET_BEFORE = re.compile(
    r"\b(?:newspaper|daily|weekly|magazine|radio station|broadcaster|TV channel|news channel|news website|news site),?\s+[“\"‘(]?$"
)
_AGENCY_AFTER = re.compile(r"[”\"’)]?,?\s+(?:news\s+agency|newswire|news\s+wire)\b(?!\s+[A-Z])")
_OUTLET_AFTER = re.compile(
    r"[”\"’)]?\s+(?:newspaper|daily newspaper|magazine|news channel|news website|radio station)\b(?!\s+[A-Z])"
)
_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w’']+)[ -]$")
_PRESS_BEFORE = re.compile(
    r"(?:\btold|\baccording to|\breported by|\bciting|\bquoting|\bnewspaper|\bdaily|\bagency|\bmagazine|\bbroadcaster|\bchannel|\bwebsite)\s+(?:the\s+|The\s+)?[“\"‘(]?$"
)
_PRESS_AFTER = re.compile(
    r"[”\"’)]?\s+(?:newspaper|daily|news agency|agency|magazine|radio|television|TV|channel|website|reported|reports|has reported|said in a report|wrote)\b"
)
_QUOTES_AFTER = re.compile(r"\s+(?:has\s+|had\s+)?(?:quot|cit)(?:es|ed)\b")
_SPEAKS_AFTER = re.compile(r"\s+(?:said|says|has learned)\b")
_INDEFINITE_BEFORE = re.compile(r"\b[Aa]n?\s+$")
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he\s+$")
_CAPITAL_AFTER = re.compile(r" ([A-Z][a-z]\w+)\b(?!\s+[A-Z])")
_INTRODUCED = re.compile(r"[^\S\n]*\(\s*[“\"']?(?:the\s+)?([A-Z][\w.&-]{1,11})[”\"']?\s*\)")
#: Common nouns that make a capitalised sequence an organisation rather than a person.
_BODY_WORDS = frozenset(
    "council committee ministry army force forces party movement front group union agency organisation organization university institute "
    "company corporation bank court parliament commission authority department bureau office association federation centre center news times "
    "post daily network television tv radio gazette herald tribune journal press media brigade brigades battalion division corps guard police "
    "hospital school league club airlines foundation fund service services command house assembly senate congress alliance coalition wire "
    "mission channel embassy delegation secretariat observatory initiative treasury forum programme program society trust board circle room".split()
)


#: Common nouns that go on with the name of a place: "Lima Airport", "Basra Province".
_OF_PLACES = frozenset(
    "province city governorate region district county oblast airport port harbour harbor bay island river road street square bridge dam camp "
    "valley mountain strait gulf peninsula prison stadium museum stock exchange operations base refinery summit talks accord agreement "
    "declaration protocol time day festival olympics zoo cathedral mosque north south east west state".split()
)
_IN_BEFORE = re.compile(r"\b(?:in|near|at)\s$")


#: What the engine's kinds of names are in the model; peoples, weapons, times and amounts are no actors.
_KINDS = {
    "PER": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
    "OUTLET": ActorKind.OUTLET,
}


@dataclass(frozen=True, slots=True)
class Name:
    """A mention before it becomes a finding."""

    start: int
    end: int
    text: str
    actor_id: str
    type: ActorKind
    kind: MentionKind


class Cast:
    """The actors one article names, found by place or by name."""

    def __init__(self, names: Iterable[Name], titles: Mapping[str, str]) -> None:
        self.names = tuple(sorted(names, key=lambda n: (n.start, n.end)))
        self._starts = [n.start for n in self.names]
        #: Actor id to the fullest name the article, or the registry, has for it.
        self.titles = titles

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """Give the names that lie wholly between two places."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(n for n in self.names[first:last] if n.end <= end)

    def mentions(self, article_id: str) -> tuple[Mention, ...]:
        """Give the names as findings of an article."""
        return tuple(
            Mention(
                id=digest("mention", article_id, n.start, n.end), article_id=article_id, start=n.start, end=n.end,
                text=n.text, actor_id=n.actor_id, type=n.type, kind=n.kind,
            )
            for n in self.names
        )  # fmt: skip


def find_cast(parse: Parse, outlet: str | None = None, outlet_name: str | None = None) -> Cast:
    """Find every name in the sentences of an article and tie it to an actor.

    Args:
        parse: Title and body of the article.
        outlet: Actor id of the page's outlet; lets weak names of it match.
        outlet_name: What the page calls its outlet, which no registry need know.
    """
    hits = [
        _shifted(hit, s.start)
        for s in parse.sentences
        for hit in registry().find_names(parse.text[s.start : s.end])
    ]
    strong = {entry for hit in hits for entry, form in hit.readings if not form.weak} | {
        outlet or ""
    }
    introduced = dict(_introductions(parse.text, hits))
    countries = Counter(
        c
        for hit in hits
        for entry, form in hit.readings
        if not form.weak and (c := registry().entries[entry].country)
    )
    own = fold_name(outlet_name or "")
    names = [
        name
        for hit in hits
        if (name := _settle(parse.text, hit, strong, introduced, countries))
    ]
    taken = frozenset(at for n in names for at in range(n.start, n.end))
    runs = list(_unregistered(parse, taken))
    titles = {n.actor_id: registry().entries[n.actor_id].name for n in names}
    named = [*names, *_tied(parse.text, runs, titles, Seen(parse.names))]
    if outlet and own:
        named = [
            replace(n, actor_id=outlet, type=ActorKind.OUTLET)
            if fold_name(n.text) == own or _is_short_for(n, own)
            else n
            for n in named
        ]
        titles.setdefault(outlet, outlet_name or "")
    return Cast(named, titles)


def _is_short_for(name: Name, own: tuple[str, ...]) -> bool:
    """ "told the Lantern", in the Marl Lantern: an outlet no registry knows, by the page's last words."""
    key = fold_name(name.text)
    return (
        name.type is ActorKind.OUTLET
        and name.actor_id == outlet_id(name.text)
        and own[-len(key) :] == key
    )


def _shifted(hit: NameHit, by: int) -> NameHit:
    return NameHit(hit.start + by, hit.end + by, hit.text, hit.readings)


def _introductions(text: str, hits: Iterable[NameHit]) -> Iterator[tuple[str, str]]:
    """ "the Jerusalem Post (JP)": what stands in brackets behind a name is that name.

    Not "Cebu (Reuters)": a name that is surely another's stays his.
    """
    for hit in hits:
        found = _INTRODUCED.match(text, hit.end)
        strong = [entry for entry, form in hit.readings if not form.weak]
        if found and len(strong) == 1 and not _is_anothers(found.group(1), strong[0]):
            yield found.group(1), strong[0]


def _is_anothers(name: str, actor_id: str) -> bool:
    sure = {entry for entry, form in registry().of_name(name) if not form.weak}
    return bool(sure) and actor_id not in sure


def _settle(
    text: str,
    hit: NameHit,
    strong: set[str],
    introduced: Mapping[str, str],
    countries: Counter[str],
) -> Name | None:
    if hit.text in introduced:
        return _name(hit, registry().entries[introduced[hit.text]], MentionKind.NAME)
    if _is_part_of_longer(text, hit) or _is_first_name(text, hit) or _opens_press(text, hit):
        return None
    readings = [
        (e, f)
        for e, f in hit.readings
        if not f.weak
        or _is_supported(registry().entries[e], f, strong)
        or _is_press_here(text, hit, registry().entries[e])
    ]
    sure = [r for r in readings if not r[1].weak] or readings
    if len(sure) > 1:
        sure = _by_country(sure, countries)
    if len(sure) != 1:
        return None
    entry, form = registry().entries[sure[0][0]], sure[0][1]
    adjectival = form.how in {"adjective", "demonym"}
    return _name(hit, entry, MentionKind.ADJECTIVAL if adjectival else MentionKind.NAME)


def _is_supported(entry: Entry, form: NameForm, strong: set[str]) -> bool:
    if entry.id in strong:
        return True
    return any(
        c in strong
        or any(registry().entries[s].country == c for s in strong if s.startswith("state/"))
        for c in form.context
    )


def _is_part_of_longer(text: str, hit: NameHit) -> bool:
    """ "Nightwater Wire" is not The Wire: one word of press behind another capital is no name alone."""
    if " " in hit.text or registry().entries[hit.readings[0][0]].kind is not ActorKind.OUTLET:
        return False
    before = _CAPITAL_BEFORE.search(text[max(0, hit.start - 30) : hit.start])
    return (
        before is not None
        and not registry().of_name(before.group(1))
        and before.group(1).lower() not in _NEVER_NAMES
    )


def _is_first_name(text: str, hit: NameHit) -> bool:
    """ "Amara Diallo" is nobody's town: a word no registry knows behind a place makes a person of both."""
    if " " in hit.text or registry().entries[hit.readings[0][0]].kind is not ActorKind.PLACE:
        return False
    if _IN_BEFORE.search(text[max(0, hit.start - 6) : hit.start]):
        return False
    surname = _CAPITAL_AFTER.match(text, hit.end)
    if surname is None or registry().of_name(surname.group(1)):
        return False
    word = surname.group(1).lower()
    return not (word in _NEVER_NAMES | _BODY_WORDS | _OF_PLACES or word in words().speakers)


def _opens_press(text: str, hit: NameHit) -> bool:
    """ "the Tarsk Courier" is an outlet and no place: a word of press with a capital stands behind it."""
    entry, form = hit.readings[0]
    is_place = registry().entries[entry].kind in {ActorKind.PLACE, ActorKind.STATE}
    following = _CAPITAL_AFTER.match(text, hit.end) if is_place else None
    if following is None or form.how in {"adjective", "demonym"}:
        return False
    return following.group(1).lower() in PRESS_NAMES


def _is_press_here(text: str, hit: NameHit, entry: Entry) -> bool:
    """ "told The Times", "the Hill newspaper": the words beside a common word make an outlet of it."""
    key = fold_name(hit.text)
    nickname = len(key) == 1 and key[0] in PRESS_NAMES  # "the Tribune" may be anybody's
    if nickname or entry.kind not in {ActorKind.OUTLET, ActorKind.AGENCY}:
        return False
    before, after = text[max(0, hit.start - 40) : hit.start], text[hit.end : hit.end + 30]
    if _ARTICLE_BEFORE.search(before) and _SPEAKS_AFTER.match(after):
        return True
    return bool(_PRESS_BEFORE.search(before) or _PRESS_AFTER.match(after))


def _by_country(
    readings: list[tuple[str, NameForm]], countries: Counter[str]
) -> list[tuple[str, NameForm]]:
    """Of several actors of one name, the one whose country the article speaks of most; none if level."""
    scored = sorted(
        ((countries[registry().entries[e].country or ""], (e, f)) for e, f in readings),
        key=lambda x: (-x[0], x[1][0]),
    )
    return [scored[0][1]] if scored[0][0] > scored[1][0] else []


def _name(hit: NameHit, entry: Entry, kind: MentionKind) -> Name:
    return Name(hit.start, hit.end, hit.text, entry.id, entry.kind, kind)


# ---- names the registry does not know


def _unregistered(parse: Parse, taken: frozenset[int]) -> Iterator[tuple[int, int, str, bool]]:
    for sentence in parse.sentences:
        if sentence.is_title:
            continue
        yield from _capitalised_runs(parse.text, sentence, taken)


def _capitalised_runs(
    text: str, sentence: Sentence, taken: frozenset[int]
) -> Iterator[tuple[int, int, str, bool]]:
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        last = _run_end(tokens, at, taken)
        if last > at:
            start, end = tokens[at].start, tokens[last - 1].end
            yield start, end, text[start:end], at == 0 or not tokens[at - 1].is_word
            at = last
        else:
            at += 1


def _run_end(tokens: tuple[Token, ...], at: int, taken: frozenset[int]) -> int:
    if not _may_name(tokens[at], taken):
        return at
    last = at + 1
    while last < len(tokens):
        after = _behind_particle(tokens, last)
        if _is_hyphen(tokens, last) and last + 1 < len(tokens) and tokens[last + 1].is_word:
            last += 2
        elif after and _may_name(tokens[after], taken):
            last = after + 1
        elif _may_name(tokens[last], taken):
            last += 1
        else:
            break
    return last


def _behind_particle(tokens: tuple[Token, ...], at: int) -> int | None:
    """Where the name goes on behind "al", "al-" or "van"; None if no particle stands there."""
    if tokens[at].lower not in _PARTICLES:
        return None
    behind = at + 2 if _is_hyphen(tokens, at + 1) else at + 1
    return behind if behind < len(tokens) else None


def _is_hyphen(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a hyphen stands there that joins the words beside it."""
    return (
        at + 1 < len(tokens)
        and tokens[at].text == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _may_name(token: Token, taken: frozenset[int]) -> bool:
    return (
        token.is_word and is_capitalised(token) and not token.text.isdigit() and token.lower not in _NEVER_NAMES
        and token.start not in taken
    )  # fmt: skip


class Seen:
    """What the engine takes the names it sees for; a look at them by place."""

    def __init__(self, names: Sequence[EngineName]) -> None:
        self._names = names
        self._starts = [name.start for name in names]

    def kind(self, start: int, end: int) -> ActorKind | None:
        """Tell what the engine takes a name for, if it sees one that ends where this one does."""
        at = bisect_left(self._starts, end) - 1
        if at < 0 or self._names[at].end != end or self._names[at].start > start:
            return None
        return _KINDS.get(self._names[at].kind)


class _Met:
    """The actors an article has named so far that the registry does not have by those names."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._kinds: dict[ActorKind, Spellings] = {}

    def actor(self, name: str, kind: ActorKind) -> tuple[str, ActorKind]:
        """Give the actor of a name: the registry's if it is a spelling of one, or one met before."""
        known = find_spelled(name, kind)
        if known:
            return known.id, known.kind
        actor_id = "case/" + digest(kind, " ".join(fold_name(name)))
        spellings = self._kinds.setdefault(kind, Spellings((), kind))
        if actor_id not in self._names:
            near = spellings.near(name)
            alike = [n for n in near if is_spelling(name, self._names[n], kind)]
            if len(alike) == 1:
                return alike[0], kind
            self._names[actor_id] = name
            spellings.add(actor_id, name)
        return actor_id, kind


def _tied(
    whole: str, runs: list[tuple[int, int, str, bool]], titles: dict[str, str], seen: Seen
) -> Iterator[Name]:
    """Tie surnames to the full name before them; a single word that only opens a sentence is no name."""
    full: dict[str, tuple[str, ActorKind]] = {}
    met = _Met()
    for actor_id, name in titles.items():
        if actor_id.startswith("person/"):
            full.setdefault(fold_name(name)[-1], (actor_id, ActorKind.PERSON))
    for run_start, _, run, opens in runs:
        text, start = _without_title(run, run_start)
        text = _without_place(text, is_titled=start > run_start)
        key = fold_name(text)
        end = start + len(text)
        told = seen.kind(start, end)
        press = _press_kind(whole, start, end) if key else None
        if (
            key
            and told is ActorKind.OUTLET
            and press is None
            and _does_press(whole, start, end)
        ):
            press = told
        if press:
            actor_id = outlet_id(text)
            titles.setdefault(actor_id, text)
            yield Name(start, end, text, actor_id, press, MentionKind.NAME)
            continue
        if not key or (len(key) == 1 and key[0] not in full and (opens or len(text) < 3)):
            continue
        if len(key) == 1 and key[0] in full:
            actor_id, kind = full[key[0]]
        elif len(key) == 1 or words().speakers.get(key[-1]) in {"person", "group", "document"}:
            continue  # "Foreign Minister" is an office, not a name
        else:
            guess = ActorKind.ORGANISATION if _BODY_WORDS & set(key) else ActorKind.PERSON
            # "Major Ana Brel": who has a rank is a person, whatever the engine takes it for
            is_titled = start > run_start and guess is ActorKind.PERSON
            kind = guess if is_titled or told in {None, ActorKind.OUTLET} else told
            actor_id, kind = met.actor(text, kind)
            titles.setdefault(actor_id, text)
            if kind is ActorKind.PERSON:
                full.setdefault(key[-1], (actor_id, kind))
        yield Name(start, end, text, actor_id, kind, MentionKind.NAME)


def _without_place(text: str, *, is_titled: bool) -> str:
    """Leave "of Marl" out of "Ana Brel of Marl": where a person is from is no part of the name."""
    name, _, place = text.partition(" of ")
    is_body = _BODY_WORDS & set(fold_name(text)) or is_press_service(text)
    is_name = is_titled or len(fold_name(name)) > 1
    return name if place and is_name and not is_body else text


def _does_press(text: str, start: int, end: int) -> bool:
    """ "told X", "X quoted": what an outlet does, or is done to, stands beside the name."""
    last = text[start:end].rsplit(maxsplit=1)[-1].lower()
    if last in _BODY_WORDS and last not in PRESS_NAMES:
        return False
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    return bool(
        _PRESS_BEFORE.search(before) or _PRESS_AFTER.match(after) or _QUOTES_AFTER.match(after)
    )


def _press_kind(text: str, start: int, end: int) -> ActorKind | None:
    """ "the agency Nightwater", "the Morning Tide newspaper": what the noun beside a name makes of it."""
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    if _AGENCY_BEFORE.search(before) or _AGENCY_AFTER.match(after):
        return ActorKind.AGENCY
    words_of_name = text[start:end].split()
    is_any = (
        _INDEFINITE_BEFORE.search(before) is not None
    )  # "a Lima newspaper" has another name
    if _OUTLET_BEFORE.search(before) or (_OUTLET_AFTER.match(after) and not is_any):
        return ActorKind.OUTLET
    if len(words_of_name) > 1 and (
        words_of_name[-1].lower() in PRESS_NAMES or words_of_name[0].lower() in PRESS_OPENINGS
    ):
        return ActorKind.OUTLET
    if _is_agency(text[start:end]):
        return ActorKind.AGENCY
    return None


def _is_agency(name: str) -> bool:
    """ "The Press Service of Marl", but no body's: "the Marl Army Press Service"."""
    others = set(fold_name(name)) - {"agency", "service"}
    return is_press_service(name) and not any(
        words().speakers.get(word) == "organisation" for word in others
    )


def _without_title(text: str, start: int) -> tuple[str, int]:
    """Leave "Foreign Minister" out of "Foreign Minister Ana Brel"."""
    parts = list(re.finditer(r"\S+", text))
    cut = 0
    for i, part in enumerate(parts[:-1]):
        if (
            words().speakers.get(part.group().lower().strip(".")) in {"person", "group"}
            or part.group().rstrip(".").lower() in _RANKS
        ):
            cut = i + 1
    if not cut:
        return text, start
    offset = parts[cut].start()
    return text[offset:], start + offset


_RANKS = frozenset(
    "gen lt col maj capt sgt brig adm dr prof sen rep gov mr mrs ms sheikh president minister".split()
)
