"""What a consequence holds out, read off its words and the events the engine sees in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from headwater.language import Predicate
from headwater.lexicon import condition_words
from headwater.model import ChainLink, Modality, Statement
from headwater.reading.commitments.ahead import is_negative
from headwater.reading.commitments.clause import Clause
from headwater.reading.commitments.cues import cue_words, is_any
from headwater.reading.commitments.owning import is_observer, is_own
from headwater.reading.commitments.tree import Stretch

#: PLOVER types of the engine that hold out harm, and good.
_HARM_TYPES = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "THREATEN"})
_GOOD_TYPES = frozenset({"AID", "AGREE", "CONCEDE", "COOPERATE", "SUPPORT"})
#: Words behind the modal verb among which the act must be named.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Act:
    """What a consequence holds out, and whether the issuer's own side would do it."""

    is_harm: bool
    is_good: bool
    is_bad: bool
    is_own: bool
    is_observed: bool
    is_ready: bool
    is_open: bool
    #: Whether it is what others are told to do: "urged them to wait".
    is_asked: bool
    #: Whether somebody is to be kept from passing, entering, leaving.
    is_barred: bool
    #: Whether the trigger is a turn of nature.
    is_natural: bool


def read_act(
    stretch: Stretch,
    clause: Clause,
    statement: Statement,
    issuer: ChainLink | None,
    predicates: Mapping[int, Predicate],
    antecedents: Mapping[int, int],
) -> Act:
    """Read the words of a consequence."""
    held = _Consequence(stretch, clause, predicates)
    # What one pledges is harm only where its words say so: "pledged to push for a vote".
    is_pledged = is_any(cue_words(statement), condition_words()["pledges"])
    is_harmful = held.is_harmful(is_pledged=is_pledged)
    return Act(
        is_harm=(is_harmful and not held.ceases) or held.is_pressed or held.is_barred,
        is_good=(held.is_good and not held.is_withheld) or (is_harmful and held.ceases),
        is_bad=held.says("bad"),
        is_own=is_own(stretch, held.words, issuer, statement, antecedents),
        is_observed=is_observer(statement, issuer),
        is_asked=statement.modality is Modality.REQUESTED and held.is_infinitive,
        is_ready=held.is_ready,
        is_barred=held.is_barred,
        is_natural=_is_natural(stretch, clause),
        is_open=held.is_open,
    )


class _Consequence:
    """The words of a consequence, and what they say by themselves."""

    def __init__(
        self, stretch: Stretch, clause: Clause, predicates: Mapping[int, Predicate]
    ) -> None:
        self._stretch, self._clause, self._tree = stretch, clause, stretch.tree
        tokens, self._lists = stretch.tree.tokens, condition_words()
        begin, end = clause.consequence
        self.words = [
            at for at in range(stretch.first, stretch.end) if begin <= tokens[at].start < end
        ]
        turn = self._lists["ahead"] | self._lists["ready"]
        modal = next((at for at in self.words if tokens[at].lower in turn), self.words[0] - 1)
        #: Words behind the modal verb, and what is said there.
        self._near = [at for at in self.words if at > modal and tokens[at].is_word][:_NEAR]
        self._said = {f for at in self._near for f in (self._tree.lemma(at), tokens[at].lower)}
        self._lower = {tokens[at].lower for at in self.words}
        self._types = {
            p.event
            for at in self._near
            if (p := predicates.get(tokens[at].start))
            and tokens[at].lower not in self._lists["ready"]
            and not self._tree.has(at, self._lists["light"] | self._lists["threatens"])
        }

    def says(self, name: str) -> bool:
        """Tell whether a word of a list stands behind the modal verb."""
        return bool(self._said & self._lists[name])

    @property
    def is_infinitive(self) -> bool:
        return self._tree.tokens[self.words[0]].lower in {"to", "not"}

    @property
    def is_ready(self) -> bool:
        return bool(self._lower & self._lists["ready"]) or {"reserve", "right"} <= self._lower

    @property
    def is_open(self) -> bool:
        return bool(self._lower & self._lists["open_modals"]) and "not" not in self._lower

    @cached_property
    def is_negative(self) -> bool:
        """Whether it is not to be done; "no choice but to" does it."""
        is_denied = is_negative(self._stretch, self.words[0], self.words[-1] + 1)
        return is_denied and not {"choice", "but"} <= self._lower

    @property
    def ceases(self) -> bool:
        """Whether something is to end; to halt deliveries is no mercy."""
        is_ending = self.says("ceases") and not self.says("withheld")
        return is_ending or self.is_negative or {"call", "off"} <= self._said

    @property
    def is_good(self) -> bool:
        is_borne = self._clause.is_order and self.says("bears")  # "or lose their funds"
        return (bool(self._types & _GOOD_TYPES) or self.says("good")) and not is_borne

    @property
    def is_withheld(self) -> bool:
        """ "Will not be able to hold the town"."""
        return self.is_negative and "able" in self._said

    @property
    def is_pressed(self) -> bool:
        return self.is_negative and self.says("presses")

    @property
    def is_barred(self) -> bool:
        tokens = self._tree.tokens
        return self.says("passes") and _bars([tokens[at].lower for at in self.words])

    def is_harmful(self, *, is_pledged: bool) -> bool:
        """Tell whether harm is named, be it only to be ended."""
        is_weapon = bool(self._lower & self._lists["weapons"])
        is_typed = bool(self._types & _HARM_TYPES) and not self.is_good and not is_pledged
        return (
            ((self.says("harm") or is_weapon) and not self._helps)
            or (self._clause.is_order and self.says("bears"))
            or is_typed
            or "against" in self._said
            or {"by", "force"} <= self._lower
            or ("pay" in self._said and self.says("paid"))
            or (self.says("ceases") and self.says("withheld") and not self.is_negative)
            or (self.says("steps") and self.says("resolute"))
            or self._takes_ground
        )

    @property
    def _takes_ground(self) -> bool:
        """ "Will take the hill", not "will take them to the hill"."""
        tree = self._tree
        return any(
            tree.has(thing, self._lists["ground"])
            for at in self._near
            if tree.tokens[at].tag == "VERB" and tree.has(at, self._lists["takes"])
            for thing in tree.under(at, "obj", "nsubj:pass")
        )

    @property
    def _helps(self) -> bool:
        """Whether the first verb does good: "will help those who were shelled"."""
        tree = self._tree
        verb = next((at for at in self._near if tree.tokens[at].tag == "VERB"), None)
        return (
            verb is not None
            and tree.has(verb, self._lists["good"])
            and not tree.has(verb, self._lists["harm"])
        )


def _is_natural(stretch: Stretch, clause: Clause) -> bool:
    begin, end = clause.trigger or (0, 0)
    tokens, nature = stretch.tree.tokens, condition_words()["nature"]
    return any(
        begin <= tokens[at].start < end and tokens[at].lower in nature
        for at in range(stretch.first, stretch.end)
    )


def _bars(words: list[str]) -> bool:
    """Tell "no ship will", "not one boat may" and "to let no ship", not "we will not object"."""
    lets = any(word in {"let", "allow"} and after == "no" for word, after in pairwise(words))
    return lets or words[0] in {"no", "not", "nobody", "none"}
