"""What was done, by whom and to whom."""

from dataclasses import replace
from datetime import date

import pytest
from small_pile import article, says

from headwater.linking.deeds import NO_DEEDS, NOBODY, Deeds, Names, Party, deeds_of
from headwater.model import ActorKind, Event, Span, digest

TALVIN, OSTREL = "case/talvin", "case/ostrel"
SHELLED = "Talvin shelled Ostrel"


def told(words, *acts):
    """An article of one sentence and what was read in it: (word, type, doers, sufferers, first day, last day)."""
    held = article("Quill Post", says(words), names=[(n, f"case/{n.lower()}", ActorKind.GROUP) for n in ("Talvin", "Ostrel") if n in words])  # fmt: skip
    return replace(held, events=tuple(_event(held, *act) for act in acts))


def deeds(words, *acts):
    """What the sentence says was done."""
    held = told(words, *acts)
    return deeds_of(held, Names(held.mentions)).get(0, NO_DEEDS)


def _event(held, word, kind, *facts):
    doers, sufferers, first, last = (*facts, *((), (), None, None)[len(facts) :])
    text = held.article.text
    start = text.index(word)
    spans = [tuple(Span.cut(text, text.index(w), text.index(w) + len(w)) for w in side) for side in (doers, sufferers)]  # fmt: skip
    return Event(
        id=digest(word), article_id=held.article.id, type=kind, mode=None, cameo=None, contexts=(), actors=(), recipients=(),
        actor_words=spans[0], recipient_words=spans[1], place=None, when=None, from_=first, to=last or first, status="reported",
        start=start, end=start + len(word), text=word, statement_id=None, same_as=None, sure=1.0, reasons=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "word", "turned"),
    [("ASSAULT", "shelled", True), ("ASSAULT", "fought", False), ("CONSULT", "saw", False)],
)
def test_sides_are_turned_round_where_one_does_to_the_other_what_is_done_to_him(
    kind, word, turned
):
    """But who fights whom, or meets whom, is the same from both sides."""
    one = deeds(f"Talvin {word} Ostrel", (word, kind, ["Talvin"], ["Ostrel"]))
    other = deeds(f"Ostrel {word} Talvin", (word, kind, ["Ostrel"], ["Talvin"]))
    assert one.turns_round(other) is turned
    assert other.turns_round(one) is turned


def test_a_passive_turns_nothing_round():
    """ "Ostrel was shelled by Talvin" names them the other way round and says the same."""
    passive = deeds(
        "Ostrel was shelled by Talvin", ("shelled", "ASSAULT", ["Talvin"], ["Ostrel"])
    )
    assert not deeds(SHELLED, ("shelled", "ASSAULT", ["Talvin"], ["Ostrel"])).turns_round(
        passive
    )


def test_who_does_it_to_each_other_turns_nobody_round():
    """ "Talvin shelled Ostrel after Ostrel raided Talvin" holds both ways."""
    both = deeds(
        "Talvin shelled Ostrel after Ostrel raided Talvin",
        ("shelled", "ASSAULT", ["Talvin"], ["Ostrel"]),
        ("raided", "ASSAULT", ["Ostrel"], ["Talvin"]),
    )
    one = deeds(SHELLED, ("shelled", "ASSAULT", ["Talvin"], ["Ostrel"]))
    other = deeds("Ostrel shelled Talvin", ("shelled", "ASSAULT", ["Ostrel"], ["Talvin"]))
    assert not both.turns_round(one)
    assert not both.turns_round(other)
    assert not NO_DEEDS.turns_round(one)


@pytest.mark.parametrize(
    ("kind", "doer", "undone"),
    [("CONCEDE", "Talvin", True), ("CONCEDE", "Ostrel", False), ("COERCE", "Talvin", False), ("REQUEST", "Talvin", False)],
)  # fmt: skip
def test_what_eases_undoes_what_bears_down_by_the_same_doer(kind, doer, undone):
    """A gate closed and a gate opened are two things; what is only asked for undoes nothing."""
    closed = deeds("Talvin closed the gate", ("closed", "COERCE", ["Talvin"]))
    other = deeds(f"{doer} moved the gate", ("moved", kind, [doer]))
    assert closed.undoes(other) is undone
    assert other.undoes(closed) is undone


def test_words_beside_an_act_do_not_hide_what_it_does():
    """ "Opened the gate after talks" eases, whatever was talked of; what does both is neither."""
    closed = deeds("Talvin closed the gate", ("closed", "COERCE", ["Talvin"]))
    opened = ("opened", "CONCEDE", ["Talvin"])
    told_after = deeds("Talvin opened the gate after talks", opened, ("talks", "CONSULT"))
    assert told_after.undoes(closed)
    both = deeds("Talvin opened the gate and shelled it", opened, ("shelled", "ASSAULT", ["Talvin"]))  # fmt: skip
    assert not both.undoes(closed)


@pytest.mark.parametrize(
    ("first", "last", "apart"),
    [("2031-05-09", None, True), ("2031-05-06", None, False), ("2031-05-05", None, False), ("2031-05-01", "2031-05-31", False), (None, None, False)],
)  # fmt: skip
def test_another_day_is_more_than_a_night_away(first, last, apart):
    """An act at night has two days, and "in May" has them all."""
    monday = deeds(SHELLED, ("shelled", "ASSAULT", [], [], "2031-05-05"))
    other = deeds(SHELLED, ("shelled", "ASSAULT", [], [], first, last))
    assert monday.is_on_another_day(other) is apart
    assert monday.is_apart_from(other) is apart


def test_an_act_counts_for_the_statement_that_holds_it():
    """Each statement by its number, and none for those that tell of no act."""
    held = article("Quill Post", says("rain fell all week"), says("Talvin shelled the mill"))
    held = replace(held, events=(_event(held, "shelled", "ASSAULT", (), (), "2031-05-05"),))
    found = deeds_of(held, Names(held.mentions))
    assert set(found) == {1}
    assert found[1].days == ((date(2031, 5, 5), date(2031, 5, 5)),)


def test_a_party_is_known_by_names_and_their_countries():
    """ "Chinese ships" are of China, and so is its coast guard; who is only described is nobody known."""
    held = article("Quill Post", says("Chinese ships lay off the bar"), names=[("Chinese", "state/cn", ActorKind.STATE)])  # fmt: skip
    names, words = Names(held.mentions), (Span.cut(held.article.text, 0, 13),)
    assert names.party(["described/ships"], words) == Party(frozenset({"state/cn"}), frozenset({"CN"}))  # fmt: skip
    assert names.party(["described/ships"], ()) == NOBODY


@pytest.mark.parametrize(
    ("one", "other", "another"),
    [
        (Party(frozenset({TALVIN})), Party(frozenset({OSTREL})), True),
        (Party(frozenset({TALVIN})), Party(frozenset({TALVIN})), False),
        (Party(frozenset({"x"}), frozenset({"RS"})), Party(frozenset({"y"}), frozenset({"XK"})), True),
        (Party(frozenset({"x"}), frozenset({"RS"})), Party(frozenset({"y"}), frozenset({"RS"})), False),
        (Party(frozenset({"x"}), frozenset({"RS"})), Party(frozenset({OSTREL})), False),
        (NOBODY, Party(frozenset({OSTREL})), False),
    ],
)  # fmt: skip
def test_two_are_two_where_names_or_countries_say_so(one, other, another):
    """A minister whom nobody knows may be the government that speaks elsewhere."""
    assert one.is_another(other) is another
    assert other.is_another(one) is another


def test_deeds_hold_nothing_by_themselves():
    """What tells of no act is apart from nothing."""
    assert Deeds() == NO_DEEDS
    assert not NO_DEEDS.is_apart_from(NO_DEEDS)
