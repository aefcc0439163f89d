"""Events of an article, put together from its acts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from headwater.language import Parse
from headwater.lexicon import coding
from headwater.model import Event, Mention, Span, Statement, Time, digest
from headwater.reading.cast import Cast
from headwater.reading.events.act import Act
from headwater.reading.events.acts import find_acts
from headwater.reading.events.again import tie_mentions
from headwater.reading.events.asking import Asking
from headwater.reading.events.carriers import Carriers
from headwater.reading.events.codes import code_act
from headwater.reading.events.naming import Naming, Somebody, mentions_of, whole
from headwater.reading.events.participants import Participants, Roles
from headwater.reading.events.parties import other_party
from headwater.reading.events.status import duties_of, is_beside, is_spoken, status_of
from headwater.reading.events.trees import Tree
from headwater.reading.events.whereabouts import Places, times_by_act
from headwater.reading.times import find_times

#: Characters between a sentence and the next.
_NEXT = 2
#: Acts that are good for whom they are done to.
_GOOD = frozenset({"AID", "CONCEDE", "COOPERATE", "RETREAT", "SUPPORT"})
#: Classes of cues that hold out nothing good.
_WARNING = frozenset({"threat", "warn"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})


def find_events(
    article_id: str,
    parse: Parse,
    cast: Cast,
    statements: Sequence[Statement],
    published: tuple[date, date] | None,
) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    """Find what is reported, planned, threatened, denied or remembered as done.

    Args:
        article_id: Whose article this is.
        parse: Its title and body.
        cast: Whom it names.
        statements: What it says; every event hangs on one of them.
        published: First and last day of publication, which times count from.

    Returns:
        The events in reading order, and mentions of participants that are described and not
        named, so that they are actors too.
    """
    finder = _Finder(article_id, parse, cast, statements, published)
    events = tuple(tie_mentions(finder.events()))
    named = {(m.start, m.end) for m in cast.names}
    told = tuple(m for m in mentions_of(finder.met) if (m.start, m.end) not in named)
    return events, told


@dataclass(frozen=True, slots=True)
class _Told:
    """An act with the statement that carries it and who takes part."""

    act: Act
    carrier: Statement | None
    actors: tuple[Somebody, ...]
    recipients: tuple[Somebody, ...]
    roles: Roles


class _Finder:
    def __init__(
        self,
        article_id: str,
        parse: Parse,
        cast: Cast,
        statements: Sequence[Statement],
        published: tuple[date, date] | None,
    ) -> None:
        self._article_id, self._parse, self._published = article_id, parse, published
        self._trees = tuple(Tree(sentence) for sentence in parse.sentences)
        self._naming = Naming(article_id, parse, self._trees, cast)
        self._places = Places(parse, cast)
        self._carriers = Carriers(statements)
        self._asking = Asking(statements)
        self.met: list[Somebody] = []
        self._last: _Told | None = None

    def events(self) -> Iterator[tuple[Event, bool]]:
        acts = tuple(find_acts(self._trees, self._parse, self._asking.cues))
        by_tree: dict[int, list[Act]] = {}
        for act in acts:
            by_tree.setdefault(act.tree.sentence.start, []).append(act)
        for some in by_tree.values():
            yield from self._of_sentence(some)

    def _of_sentence(self, acts: list[Act]) -> Iterator[tuple[Event, bool]]:
        tree = acts[0].tree
        times = find_times(
            self._parse.text, tree.sentence.start, tree.sentence.end, self._published
        )
        when = times_by_act(tree, acts, times)
        participants = Participants(tree, acts, self._naming)
        for act in acts:
            told = self._told(act, participants.of_act(act))
            if told is not None and (self._is_somebodys(told) or self._asking.is_nobodys(act)):
                self._last = told
                self.met += (*told.actors, *told.recipients)
                event = self._event(told, when.get(act.word))
                yield event, _is_definite(act)

    def _is_somebodys(self, told: _Told) -> bool:
        """Tell whether somebody takes part: prices that threaten growth are a manner of speaking.

        Only in an attack are things enough: a bomb that destroys a bridge.
        """
        if told.act.type == "ASSAULT":
            return bool(told.actors or told.recipients)
        tree, is_done = told.act.tree, told.act.predicate.status == "reported"
        if any(s.actor_id for s in told.actors):
            return True
        # What nobody known only holds out is coded as done by saying so, and is not.
        if is_done and any(self._naming.is_name(tree, k) for k in told.roles.actors):
            return True
        return not told.actors and any(s.actor_id for s in told.recipients)

    def _told(self, act: Act, roles: Roles) -> _Told | None:
        carrier = self._carriers.of(act.predicate.start)
        actors = self._people(act, roles.actors, carrier, acts=True)
        actors = self._asking.several(act, actors, self.met)
        recipients = self._people(act, roles.recipients, carrier)
        if roles.actors != roles.recipients:  # nobody does it to himself
            doing = {a.phrase for a in actors}
            others = tuple(r for r in recipients if r.phrase not in doing)
            recipients = others or self._other_party(act, actors, recipients)
        must = set(duties_of(act))
        if act.predicate.modality == "requested" or must:
            return self._asked(_Told(act, carrier, actors, recipients, roles)) if must else None
        if self._is_held_out(act, carrier, actors):
            act = replace(act, type="AGREE")
        if (
            act.type == "AGREE"
            and act.predicate.status != "reported"
            and _is_warned_of(carrier)
        ):
            act = replace(act, type="THREATEN")  # "will reopen all fronts", as a warning
        return _Told(act, carrier, actors, recipients, roles)

    def _other_party(
        self, act: Act, actors: Sequence[Somebody], pronouns: Sequence[Somebody]
    ) -> tuple[Somebody, ...]:
        """Give whom the same actors had to do with right before, where the engine takes "it" for themselves."""
        last = self._last
        gap = act.tree.sentence.start - last.act.tree.sentence.end if last else _NEXT + 1
        if last is None or gap > _NEXT or not _ids(actors) or _ids(last.actors) != _ids(actors):
            return ()
        return other_party(pronouns, last.recipients)

    def _is_held_out(
        self, act: Act, carrier: Statement | None, actors: Sequence[Somebody]
    ) -> bool:
        """Tell what the speaker says that he will do for good: "we will stop once there is a truce"."""
        if act.type not in _GOOD or act.predicate.status != "conditional" or carrier is None:
            return False
        speaker = self._naming.speaker(carrier) if is_spoken(carrier) else None
        return speaker is not None and speaker.actor_id in _ids(actors)

    def _people(
        self, act: Act, words: Iterable[int], carrier: Statement | None, *, acts: bool = False
    ) -> tuple[Somebody, ...]:
        """Give who the words name; a pronoun that stands for nobody known tells nothing."""
        told = tuple(words)
        words = [w for w in told if not _only_tells(act, w, carrier)] or told
        people = whole(self._naming.who(act.tree, word, carrier, acts=acts) for word in words)
        return tuple(s for s in people if s.actor_id or not self._naming.is_pronoun(s.phrase))

    def _asked(self, told: _Told) -> _Told | None:
        """ "Kenya must leave", she said: she asks Kenya. Nobody's "to leave" is no act."""
        act, carrier = told.act, told.carrier
        over = act.tree.tokens[act.word].head
        is_thought = over >= 0 and act.tree.has(over, coding().statements["thinks"])
        if carrier is None or not carrier.source or is_thought:
            return None
        speaker = self._naming.speaker(carrier)
        if speaker is None or speaker in told.actors:
            return None
        return replace(
            told,
            act=replace(act, type="REQUEST"),
            actors=(speaker,),
            recipients=told.actors or told.recipients,
        )

    def _status(self, told: _Told, when: Time | None) -> str:
        """Give how far an act has come; what another only claims, and its doer denies, is denied."""
        status = status_of(told.act, told.carrier, when, self._published)
        is_open = status in {"reported", "planned"}
        is_disowned = self._carriers.is_disowned(told.act.predicate.start)
        return "denied" if is_open and is_disowned and not is_beside(told.act) else status

    def _event(self, told: _Told, when: Time | None) -> Event:
        act, predicate = told.act, told.act.predicate
        word = act.tree.tokens[act.word]
        place = self._places.of_act(act, told.roles.recipients)
        codes = code_act(act, told.roles.recipients)
        return Event(
            id=digest("event", self._article_id, word.start, word.end),
            article_id=self._article_id,
            type=act.type,
            mode=codes.mode,
            cameo=codes.cameo,
            contexts=codes.contexts,
            actors=_ids(told.actors),
            recipients=_ids(told.recipients),
            actor_words=tuple(s.phrase for s in told.actors),
            recipient_words=tuple(s.phrase for s in told.recipients),
            place=place.text if place else None,
            when=Span(start=when.start, end=when.end, text=when.text) if when else None,
            from_=when.earliest if when else None,
            to=when.latest if when else None,
            status=self._status(told, when),
            start=word.start,
            end=word.end,
            text=word.text,
            statement_id=told.carrier.id if told.carrier else None,
            same_as=None,
            sure=predicate.sure,
            reasons=(f"type {act.type}: engine", *codes.reasons),
        )


def _is_warned_of(carrier: Statement | None) -> bool:
    return carrier is not None and carrier.cue_class in _WARNING


def _only_tells(act: Act, word: int, carrier: Statement | None) -> bool:
    """Tell who says that it was done, beside others who take part: "captured the town, residents said"."""
    if carrier is None:
        return False
    token, place = act.tree.tokens[word], act.predicate.start
    is_source = any(s.start <= token.start < s.end for s in carrier.source)
    return (
        is_source
        and token.tag != "PRON"
        and any(s.start <= place < s.end for s in carrier.content)
        and act.tree.tokens[act.word].tag == "VERB"
    )


def _is_definite(act: Act) -> bool:
    tree = act.tree
    if tree.tokens[act.word].tag != "NOUN":
        return False
    return any(
        tree.tokens[k].lower in _DEFINITE or tree.tokens[k].relation == "nmod:poss"
        for k in tree.under(act.word, "det", "nmod:poss")
    )


def _ids(people: Iterable[Somebody]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.actor_id for s in people if s.actor_id))
