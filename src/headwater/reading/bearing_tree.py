"""A sentence as a tree of clauses in clauses: which hangs innermost, and what stands over it."""

from collections.abc import Container, Iterator
from functools import cached_property

from headwater.lexicon import bearing
from headwater.reading.tree import SentenceTree

_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "hardly"})
_NO = frozenset({"no", "not", "neither"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"})
_MAY = frozenset({"may", "might", "could", "can", "ca", "must", "should"})
_CLAUSES = ("ccomp", "xcomp", "csubj")
#: How a clause hangs that is told as much as its neighbour; a relative one is an aside.
_SIDE_BY_SIDE = ("root", "conj", "ccomp", "xcomp", "csubj", "parataxis", "acl")
#: How a noun for what is told hangs on the word that says what it is worth.
_TOLD = ("obj", "nsubj", "nmod", "obl")
#: "kept from closing", "stopped short of closing", "came close to closing".
_FROM = frozenset({"from", "of", "to"})
_SHORT = frozenset({"short", "close"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_VERBS = frozenset({"VERB", "AUX"})
_OPENING = frozenset({"that", "whether"})
#: What a clause with "that" may hang on.
_HOLDING = frozenset({"VERB", "ADJ"})


class BearingTree(SentenceTree):
    """A sentence, walked from verb to verb."""

    def innermost(self, start: int, end: int) -> int | None:
        """Give the innermost verb that a stretch of the sentence comes down to; None of no words."""
        inside = self._inside(start, end)
        heads = [n for n in sorted(inside) if self.tokens[n].head not in inside]
        top = next((n for n in heads if self._is_verbal(n)), next(iter(heads), None))
        return None if top is None else self._bottom(top, inside)

    def has_verb(self, start: int, end: int) -> bool:
        """Tell whether a stretch of the sentence tells anything."""
        return any(self._is_verbal(n) for n in self._inside(start, end))

    def beside(self, innermost: int, start: int, end: int) -> Iterator[int]:
        """Yield the innermost verbs of all else that a stretch tells side by side with this one."""
        inside = self._inside(start, end)
        way = set(self.way_up(innermost))
        for at in sorted(inside - way):
            is_aside = self.tokens[at].relation == "acl:relcl"
            is_clause = self._is_verbal(at) and self.is_in(at, *_SIDE_BY_SIDE) and not is_aside
            if is_clause and self._bottom(at, inside) == at:
                yield at

    def _inside(self, start: int, end: int) -> set[int]:
        return {n for n, t in enumerate(self.tokens) if start <= t.start < end and t.is_word}

    def _bottom(self, at: int, inside: Container[int]) -> int:
        """Go down from clause to clause as far as it goes."""
        for _ in self.tokens:
            below = next((k for k in self._down(at) if k in inside), None)
            if below is None:
                break
            at = below
        return at

    def _is_verbal(self, at: int) -> bool:
        return self.tokens[at].tag in _VERBS or bool(self.under(at, "cop")) or self._is_to(at)

    def _is_to(self, at: int) -> bool:
        """ "told to ready the boats": taggers take such a verb for something else."""
        return self.is_in(at, "xcomp") and self._has_to(at)

    def _has_to(self, at: int) -> bool:
        return any(self.tokens[k].lower == "to" for k in self.under(at, "mark", "aux"))

    def way_up(self, at: int) -> Iterator[int]:
        """Yield a word and each that it hangs on as what is said, asked, done or denied."""
        yield at
        for _ in self.tokens:
            while self.is_in(at, "conj") and self.tokens[at].head >= 0:
                at = self.tokens[at].head
            over = self.over(at)
            if over < 0 or not self._hangs_as_told(at, over):
                return
            yield over
            at = over

    def over(self, at: int) -> int:
        """Give what a clause or a report hangs on, by the words that stand next to it where they tell.

        In "it is untrue that the pier was shut, she said" parsers like to hang both clauses on the
        saying, and in "reports that it was shut are false, she said" the reports.
        """
        return next(self._by_place(at), self.tokens[at].head)

    def _by_place(self, at: int) -> Iterator[int]:
        marks = [k for k in self.under(at, "mark") if self.tokens[k].lower in _OPENING]
        before = min(marks, default=0) - 1
        if before >= 0 and self._holds(before) and not self.is_in(at, "advcl"):
            yield before
        if self.has(at, bearing().telling):
            yield from (
                k for k in range(at + 1, len(self.tokens)) if self._lacks_subject(k, at)
            )

    def _holds(self, at: int) -> bool:
        """Tell a word that a clause with "that" may hang on; "on Thursday that" is none."""
        is_told = self.has(at, bearing().telling | bearing().true | bearing().denying)
        return is_told or self.tokens[at].tag in _HOLDING

    def _lacks_subject(self, at: int, noun: int) -> bool:
        """ "are false" behind a report that the tree did not give it as its subject."""
        is_predicate = bool(self.under(at, "cop")) and not self.is_under(at, noun)
        return is_predicate and self._weighs(at) and not self.under(at, "nsubj")

    def is_negated(self, at: int) -> bool:
        """Tell whether "not" stands beside a word, or nobody does it, or to nothing."""
        if any(
            self.tokens[k].lower in _NOT for k in self.under(at, "advmod", "det", "aux", "cc")
        ):
            return True
        return any(
            self.tokens[k].lower in _NOBODY or self._is_no(k)
            for k in self.under(at, "nsubj", "obj")
        )

    def is_question(self, at: int) -> bool:
        """ "whether it was shut", "if it was shut" where that is asked."""
        marks = {self.tokens[k].lower for k in self.under(at, "mark")}
        return "whether" in marks or ("if" in marks and self.is_in(at, "ccomp"))

    def is_ahead(self, at: int) -> bool:
        """ "will close", "could close", "is to close"; but "may have closed" and "may be shut" are guesses at what is."""
        beside = {self.tokens[k].lower for k in self.under(at, "aux")}
        is_guess = "have" in beside or self._is_being(at)
        is_to = self._has_to(at) and bool(self.under(at, "nsubj"))
        return (
            is_to
            or not _WILL.isdisjoint(beside)
            or (not _MAY.isdisjoint(beside) and not is_guess)
        )

    def _is_being(self, at: int) -> bool:
        return self.tokens[at].lower == "be" or bool(self.under(at, "cop"))

    def is_deed(self, at: int) -> bool:
        """Tell an infinitive or a gerund of what somebody does; "to have closed" says that it was so."""
        beside = {self.tokens[k].lower for k in self.under(at, "aux", "mark")}
        if "to" in beside:
            return "have" not in beside
        return self.is_in(at, "xcomp", "advcl") and self.tokens[at].lower.endswith("ing")

    def calls_untrue(self, at: int) -> bool:
        """ "false", and "called it a lie"; "called the report that it was shut a lie", though the tree hangs the lie elsewhere."""
        known = bearing()
        near = self.under(at, "xcomp", "obl", "obj")
        if self.has(at, known.untrue) or any(self.has(k, known.untrue) for k in near):
            return True
        behind = range(at + 1, len(self.tokens)) if self.has(at, known.calling) else ()
        return any(self.has(k, known.untrue) and self._says_nothing_itself(k) for k in behind)

    def _says_nothing_itself(self, at: int) -> bool:
        """No verb of its own, and no word before a noun: "that the alarm was false", "the false alarm"."""
        return not self.is_in(at, "amod") and not self.under(
            at, "nsubj", "nsubj:pass", "cop", "cc", "aux", "aux:pass"
        )

    def falls_short(self, at: int) -> bool:
        """ "failed to", "stopped short of", "came close to": whoever does so has not done it."""
        return self.has(at, bearing().undone) or self._is_short_of(at + 1)

    def is_nearly(self, at: int) -> bool:
        """ "stopped short of closing" where the tree makes a word of "closing" and an aside of "stopped"."""
        is_under = self.is_in(at, "xcomp", "advcl")
        return not is_under and at > 1 and self._is_short_of(at - 2)

    def _is_short_of(self, at: int) -> bool:
        near = self.tokens[at : at + 2]
        return len(near) > 1 and near[0].lower in _SHORT and near[1].lower in _FROM

    def is_answer(self, at: int) -> bool:
        """Tell a verb of answering."""
        return self.has(at, bearing().answering)

    def is_kept_from_answering(self, at: int) -> bool:
        """ "could not be reached for comment", "was not available for comment"."""
        return any(
            self.is_answer(k)
            and any(self.tokens[c].lower == "for" for c in self.under(k, "case"))
            for k in self.under(at, "obl", "nmod")
        )

    def is_limited(self, at: int) -> bool:
        """ "will not leave until the dues are paid", "will not leave without the dues"."""
        known = bearing().limiting
        clauses = (c for k in self.under(at, "advcl") for c in self.under(k, "mark"))
        phrases = (c for k in self.under(at, "obl") for c in self.under(k, "case"))
        return any(self.tokens[c].lower in known for c in (*clauses, *phrases))

    def answers_nothing(self, at: int) -> bool:
        """ "gave no comment", "there was no immediate response"."""
        return any(self._is_no(k) and self.is_answer(k) for k in self.under(at, "nsubj", "obj"))

    def _down(self, at: int) -> Iterator[int]:
        """Yield what hangs on a word as told, in order."""
        return (k for k in self._held_by[at] if self._hangs_as_told(k, at))

    @cached_property
    def _held_by(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for at in range(len(self.tokens)):
            if self.over(at) >= 0:
                below[self.over(at)].append(at)
        return tuple(map(tuple, below))

    def _hangs_as_told(self, at: int, over: int) -> bool:
        if self.over(at) != self.tokens[at].head:
            return True
        if self.is_in(at, *_CLAUSES):
            is_loose = self.is_in(at, "csubj") and not self._weighs(over)
            return self._is_verbal(at) and (not is_loose or self.is_question(at))
        if self.is_in(at, "acl"):
            return self._is_told_by_noun(at)
        if self.is_in(at, "advcl"):
            return self._is_order(at, over) or self._is_kept_from(at, over)
        return self._is_weighed(at, over)

    def _is_weighed(self, at: int, over: int) -> bool:
        """ "reports that …" in "rejected reports that …"; "no evidence that …"; "called the report a lie"."""
        return (
            self.tokens[at].tag in _NOUNS
            and self.is_in(at, *_TOLD)
            and (self._weighs(over) or self._is_no(at))
            and (
                self.has(at, bearing().telling)
                or any(map(self._is_told_by_noun, self._clauses_of(at)))
            )
        )

    def _clauses_of(self, noun: int) -> Iterator[int]:
        return (k for k in self._held_by[noun] if self.is_in(k, "acl", "ccomp"))

    def _is_told_by_noun(self, at: int) -> bool:
        """ "reports that it was shut", "a threat to shut it"; not "reports published on Monday"."""
        is_relative = self.tokens[at].relation == "acl:relcl" and not self.under(at, "mark")
        return not is_relative and bool(self.under(at, "mark", "nsubj"))

    def _is_order(self, at: int, over: int) -> bool:
        """ "was ordered to close": the infinitive stands right behind its verb."""
        marks = [k for k in self.under(at, "mark") if self.tokens[k].lower == "to"]
        takes_it = self.falls_short(over) or bool(self.under(over, "aux:pass", "nsubj:pass"))
        return takes_it and marks[:1] == [over + 1]

    def _is_kept_from(self, at: int, over: int) -> bool:
        """ "prevented them from closing it", "came close to closing it"."""
        marks = {self.tokens[k].lower for k in self.under(at, "mark", "case")}
        return self.falls_short(over) and not _FROM.isdisjoint(marks)

    def _is_no(self, at: int) -> bool:
        """ "no ship", "not one ship"; but "no fewer than nine ships"."""
        beside = [k for k in self.under(at, "det", "nummod", "advmod", "amod") if k < at]
        near = [*beside, *(k for b in beside for k in self.children[b])]
        return any(
            self.tokens[k].lower in _NO
            and [t.lower for t in self.tokens[k + 2 : k + 3]] != ["than"]
            for k in near
        )

    def _weighs(self, at: int) -> bool:
        """Tell a word that says what something told is worth."""
        known = bearing()
        return self.has(at, known.denying | known.true) or self.calls_untrue(at)
