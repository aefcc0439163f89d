"""The board: what lights an indicator, what does not, and how old it is."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "linking"))
from small_links import stored
from small_pile import article, day, hidden, only, paper, person, says

from headwater.case import IndicatorState
from headwater.lexicon.indicators import parse_indicators
from headwater.model import Event, Modality, Quantity, Span, digest

WIRE, POST, GAZETTE = "Nightwater Wire", "Quill Post", "Marsh Gazette"
BRODE, VENN = person("Ilan Brode"), person("Mara Venn")
FERRY = "the Ostmark navy seized the ferry at Lorn"
WATCH = only(
    parse_indicators(
        """
indicators:
  - id: ferries
    name: Ferries seized
    says: A ferry is told to have been seized.
    window: 7
    lapses: 14
    any:
      - of: statements
        words: {all: [[ferry, ferries], [seize, board]], none: [lottery], nowhere: [regatta]}
""",
        "watch.yml",
    )
)


def board_of(*articles, watch=WATCH, **asked):
    with stored(*articles) as case:
        return case.board(indicators=(watch,), **asked)


def line_of(*articles, watch=WATCH, **asked):
    return only(board_of(*articles, watch=watch, **asked).lines)


def test_what_no_page_tells_is_quiet_and_the_last_page_is_named():
    """Silence is shown as silence."""
    line = line_of(article(WIRE, says("the harbour was calm", BRODE), day=day(9)))
    assert (line.state, line.last, line.age_days) == (IndicatorState.QUIET, None, None)
    assert line.silence == "no page tells of it; last page of the pile: 2031-05-09"


def test_two_speakers_who_did_not_get_it_from_each_other_corroborate():
    """Two named speakers in two papers are two origins; the passage is given back to the letter."""
    one = article(WIRE, says(FERRY, BRODE), day=day(8))
    two = article(POST, says(FERRY, VENN), day=day(9))
    line = line_of(one, two)
    happening = only(line.happenings)
    assert line.state is IndicatorState.CORROBORATED
    assert (line.independent.low, {o.name for o in line.origins}) == (2, {"Ilan Brode", "Mara Venn"})  # fmt: skip
    assert (line.age_days, line.last.outlet_name) == (0, POST)
    for evidence, found in zip(happening.evidence, (one, two), strict=True):
        assert found.article.text[evidence.start : evidence.end] == evidence.text
        assert sorted(evidence.words) == ["ferry", "seized"]
        assert evidence.statement_id == found.statements[0].id


def test_an_echo_is_one_origin():
    """A paper that relays another's report adds nobody."""
    line = line_of(
        article(WIRE, says(FERRY, BRODE), day=day(8)),
        article(POST, says(FERRY, paper(WIRE)), day=day(9)),
    )
    assert (line.state, line.independent.low) == (IndicatorState.SINGLE_ORIGIN, 1)


def test_a_watch_may_ask_for_three_origins():
    """What suffices is the indicator's to say."""
    pair = (article(WIRE, says(FERRY, BRODE), day=day(8)), article(POST, says(FERRY, VENN), day=day(9)))  # fmt: skip
    assert line_of(*pair, watch=replace(WATCH, origins=3)).state is IndicatorState.SINGLE_ORIGIN


def test_two_happenings_with_one_origin_each_are_not_one_with_two():
    """Ferries at two places, or at one place days apart, do not corroborate each other."""
    lorn = article(WIRE, says("the Ostmark navy seized a ferry at Lorn", BRODE), day=day(5))
    quay = article(POST, says("pirates seized a ferry at Quaymouth", VENN), day=day(5))
    later = article(POST, says("pirates seized a ferry at Lorn", VENN), day=day(9))
    for other in (quay, later):
        line = line_of(lorn, other)
        assert line.state is IndicatorState.SINGLE_ORIGIN
        assert len(line.happenings) == 2
    soon = article(POST, says("pirates seized a ferry at Lorn", VENN), day=day(8))
    assert line_of(lorn, soon).state is IndicatorState.CORROBORATED


def test_sources_that_may_be_the_same_people_do_not_corroborate():
    """Two that one outlet hides: at most two origins, at least one; the lower bound decides."""
    line = line_of(
        article(WIRE, says(FERRY, hidden("two sailors", WIRE)), day=day(8)),
        article(WIRE, says(FERRY, hidden("a harbour clerk", WIRE)), day=day(9)),
    )
    assert (line.independent.low, line.independent.high) == (1, 2)
    assert line.state is IndicatorState.SINGLE_ORIGIN


def test_told_and_denied_is_contradicted():
    """Whoever denies it need not tell it whole, and is no origin of it."""
    denied = says("reports about a ferry at Lorn", VENN, cue_class="doubt")
    line = line_of(
        article(WIRE, says(FERRY, BRODE), day=day(8)),
        article(POST, denied, day=day(9), tail=("She denied them twice.",)),
    )
    assert line.state is IndicatorState.CONTRADICTED
    assert [origin.name for origin in line.origins] == ["Ilan Brode"]
    assert [evidence.against for evidence in line.happenings[0].evidence] == [False, True]
    assert not line.last.against
    whole = article(POST, says(FERRY, VENN, cue_class="doubt"), day=day(9))
    assert line_of(article(WIRE, says(FERRY, BRODE), day=day(8)), whole).state is IndicatorState.CONTRADICTED  # fmt: skip


def test_a_denial_of_what_nobody_tells_lights_nothing():
    """There must be something to deny."""
    denied = says("reports about a ferry at Lorn", VENN, cue_class="doubt")
    told = article(POST, denied, day=day(9), tail=("She denied them twice.",))
    assert line_of(told).state is IndicatorState.QUIET


@pytest.mark.parametrize(
    "modality", [Modality.CONDITIONAL, Modality.FUTURE, Modality.INTENDED, Modality.POSSIBLE]
)
def test_what_may_come_is_no_report(modality):
    """Planned and conditional light it only where the indicator asks for that."""
    told = article(WIRE, says(FERRY, BRODE, modality=modality), day=day(9))
    assert line_of(told).state is IndicatorState.QUIET
    query = replace(WATCH.queries[0], statuses=("planned", "conditional"))
    asked = line_of(told, watch=replace(WATCH, queries=(query,)))
    assert asked.state is IndicatorState.SINGLE_ORIGIN


@pytest.mark.parametrize(
    "words",
    [
        "no ferry was seized at Lorn",
        "the ferry was not seized at Lorn",
        "a ferry was seized in the lottery of Lorn",
        "a ferry was seized at Lorn in 2019",
        "the ferry left Lorn in time",
    ],
)
def test_a_denial_another_matter_and_the_past_light_nothing(words):
    """Negation, a barred word, a year that is gone, and half of the words are not enough."""
    assert line_of(article(WIRE, says(words, BRODE), day=day(9))).state is IndicatorState.QUIET


def test_whoever_disowns_it_does_not_light_what_may_be_denied():
    """ "Denied that the ferry was seized" is against it even where "no ferry was seized" would do."""
    query = replace(WATCH.queries[0], statuses=("reported", "denied"))
    watch = replace(WATCH, queries=(query,))
    denied = says("the ferry was seized at Lorn", VENN, cue_class="doubt")
    assert line_of(article(WIRE, denied, day=day(9)), watch=watch).state is IndicatorState.QUIET
    none = says("no ferry was seized at Lorn", BRODE)
    assert (
        line_of(article(WIRE, none, day=day(9)), watch=watch).state is not IndicatorState.QUIET
    )


def test_what_an_event_among_its_words_only_threatens_is_no_report():
    """ "Navy to seize ferry": a headline without a verb is put forward as a fact."""
    threat = (("THREATEN", None, "seize", "n", "ferry"),)
    told = article(WIRE, says("navy to seize ferry at Lorn", BRODE), day=day(9))
    assert line_of(_with_acts(told, *threat, status="planned")).state is IndicatorState.QUIET


def test_what_a_later_sentence_of_a_quotation_only_holds_out_is_no_report():
    """ "The lake is ours. We will seize the ferry": the whole is put forward as a fact."""
    told = says("the lake is ours. We will seize the ferry at Lorn", BRODE)
    assert line_of(article(WIRE, told, day=day(9))).state is IndicatorState.QUIET


def test_a_word_that_may_stand_nowhere_bars_the_article():
    """An article about a regatta is about something else."""
    told = article(WIRE, says(FERRY, BRODE), says("the regatta is on Sunday"), day=day(9))
    assert line_of(told).state is IndicatorState.QUIET


def test_a_tally_is_no_happening():
    """ "more than 100 ferries seized since October" counts what was told before."""
    told = article(WIRE, says("more than 100 ferries were seized since October", BRODE), day=day(9))  # fmt: skip
    words = "more than 100 ferries"
    start = told.article.text.index(words)
    counted = Quantity(
        id=digest("q"), article_id=told.article.id, value=100, low=100, high=None, bound="lower_exclusive", unit="ferries",
        counted="ferries", as_of="since October (2030-10-01/2031-05-09)", start=start, end=start + len(words), text=words,
    )  # fmt: skip
    assert line_of(told).state is IndicatorState.SINGLE_ORIGIN
    assert line_of(replace(told, quantities=(counted,))).state is IndicatorState.QUIET
    times = replace(counted, unit="times", as_of=None)
    assert line_of(replace(told, quantities=(times,))).state is IndicatorState.QUIET
    now = replace(counted, as_of="since Tuesday (2031-05-06/2031-05-09)")
    assert line_of(replace(told, quantities=(now,))).state is IndicatorState.SINGLE_ORIGIN


def test_a_count_of_what_stays_somewhere_is_no_tally():
    """ "Four ferries have been moored there since October" is so now, whenever it began."""
    told = article(WIRE, says("four seized ferries have been moored here since October", BRODE), day=day(9))  # fmt: skip
    words = "four"
    start = told.article.text.index(words)
    counted = Quantity(
        id=digest("q"), article_id=told.article.id, value=4, low=4, high=4, bound="exact", unit="ferries",
        counted="ferries", as_of="since October (2030-10-01/2031-05-09)", start=start, end=start + len(words), text=words,
    )  # fmt: skip
    assert line_of(replace(told, quantities=(counted,))).state is IndicatorState.SINGLE_ORIGIN


def test_an_event_that_is_long_past_is_recalled_not_reported():
    """What its event dates before the window is not news."""
    told = article(WIRE, says(FERRY, BRODE), day=day(9))
    start = told.article.text.index("seized")
    event = Event(
        id=digest("e"), article_id=told.article.id, type="COERCE", mode="seize", cameo=None, contexts=(), actors=(), recipients=(),
        actor_words=(), recipient_words=(), place=None, when=None, from_="2031-03-03", to="2031-03-03", status="reported",
        start=start, end=start + 6, text="seized", statement_id=told.statements[0].id, same_as=None, sure=1.0, reasons=(),
    )  # fmt: skip
    assert line_of(replace(told, events=(event,))).state is IndicatorState.QUIET
    recent = replace(event, from_="2031-05-08", to="2031-05-08")
    assert line_of(replace(told, events=(recent,))).state is IndicatorState.SINGLE_ORIGIN
    planned = replace(recent, status="planned")
    assert line_of(replace(told, events=(planned,))).state is IndicatorState.QUIET


def test_it_lapses_and_says_since_when():
    """From the day on which it lapses it says no more about now; until then its age is told."""
    told = article(WIRE, says(FERRY, BRODE), day=day(3))
    rest = article(POST, says("the harbour was calm", VENN), day=day(30))
    still = line_of(told, rest, at=date(2031, 5, 16))
    assert (still.state, still.age_days, still.silence) == (IndicatorState.SINGLE_ORIGIN, 13, None)  # fmt: skip
    gone = line_of(told, rest, at=date(2031, 5, 17))
    assert (gone.state, gone.age_days) == (IndicatorState.LAPSED, 14)
    assert gone.last.day == "2031-05-03"
    assert gone.silence == "no page tells of it since 2031-05-03; last page of the pile: 2031-05-03"  # fmt: skip


def test_a_board_of_a_day_knows_nothing_later():
    """Pages of later days are not on it; without a day it is that of the last page."""
    told = article(WIRE, says(FERRY, BRODE), day=day(9))
    before = article(POST, says("the harbour was calm", VENN), day=day(2))
    assert line_of(told, before, at=day(8)).state is IndicatorState.QUIET
    assert board_of(told, before).at == "2031-05-09"


def test_a_page_without_a_date_is_on_every_board_and_has_no_age():
    """It may be of any day; it lights, and nothing says how old it is."""
    undated = article(WIRE, says(FERRY, BRODE))
    board = board_of(undated, article(POST, says("the harbour was calm", VENN), day=day(9)))
    line = only(board.lines)
    assert (line.state, line.age_days, board.undated) == (IndicatorState.SINGLE_ORIGIN, None, 1)


def test_a_page_of_some_day_or_later_has_no_age_and_is_on_no_board_before():
    """A photograph bounds its day from below: it was not out before, and when it was nobody knows."""
    told = article(WIRE, says(FERRY, BRODE), day=day(9))
    late = replace(told, article=replace(told.article, published_to=None))
    rest = article(POST, says("the harbour was calm", VENN), day=day(30))
    assert line_of(late, rest, at=day(8)).state is IndicatorState.QUIET
    line = line_of(late, rest, at=day(30))
    assert (line.state, line.age_days, line.last.day) == (IndicatorState.SINGLE_ORIGIN, None, None)  # fmt: skip


def test_the_difference_between_two_days_is_shown_with_what_is_new():
    """Only what stands otherwise, and the passages that the earlier board does not have."""
    one = article(WIRE, says(FERRY, BRODE), day=day(8))
    two = article(POST, says(FERRY, VENN), day=day(9))
    board = board_of(one, two, since=day(8))
    change = only(board.changes)
    assert (change.before, change.after) == (IndicatorState.SINGLE_ORIGIN, IndicatorState.CORROBORATED)  # fmt: skip
    assert [evidence.outlet_name for evidence in change.new] == [POST]
    assert board_of(one, two, since=day(9)).changes == ()


def test_the_order_of_the_pages_changes_nothing():
    """The same articles give the same board."""
    told = [
        article(WIRE, says(FERRY, BRODE), day=day(8)),
        article(POST, says(FERRY, VENN), day=day(9)),
        article(GAZETTE, says(FERRY, paper(POST)), day=day(9)),
    ]
    assert board_of(*told) == board_of(*reversed(told))


def test_numbers_that_exclude_each_other_are_disputed():
    """Nine and fourteen dead by two speakers; "at least nine" and fourteen may both be true."""
    watch = only(
        parse_indicators(
            "indicators: [{id: d, name: D, says: S, disputed: true, any: [{of: quantities, counts: {dead: [kill]}}]}]",
            "watch.yml",
        )
    )
    nine = counting("nine people were killed at Lorn", "nine people", 9, 9, BRODE, WIRE)
    fourteen = counting("fourteen people were killed at Lorn", "fourteen people", 14, 14, VENN, POST)  # fmt: skip
    at_least = counting("at least nine people were killed at Lorn", "at least nine people", 9, None, BRODE, WIRE)  # fmt: skip
    assert line_of(nine, fourteen, watch=watch).state is IndicatorState.CONTRADICTED
    assert line_of(at_least, fourteen, watch=watch).state is IndicatorState.QUIET
    assert line_of(nine, watch=watch).state is IndicatorState.QUIET


def test_a_part_is_no_number_of_the_whole():
    """ "two children among the killed" does not contradict nine."""
    watch = only(
        parse_indicators(
            "indicators: [{id: d, name: D, says: S, disputed: true, any: [{of: quantities, counts: {dead: [kill]}}]}]",
            "watch.yml",
        )
    )
    nine = counting("nine people were killed at Lorn", "nine people", 9, 9, BRODE, WIRE)
    two = counting("at Lorn there were two children among those killed", "two children", 2, 2, VENN, POST)  # fmt: skip
    three = counting("three people of the killed were pilots of Lorn", "three people", 3, 3, VENN, POST)  # fmt: skip
    assert line_of(nine, two, watch=watch).state is IndicatorState.QUIET
    assert line_of(nine, three, watch=watch).state is IndicatorState.QUIET


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("a man was killed at Lorn and 34 people are being treated", IndicatorState.QUIET),
        ("a man was killed at Lorn, and 34 people were being treated", IndicatorState.QUIET),
        ("boats were lost and killed were 34 people of Lorn", IndicatorState.CONTRADICTED),
        ("the wave killed a dog and 34 people of Lorn", IndicatorState.CONTRADICTED),
    ],
)
def test_a_number_of_which_its_own_clause_says_something_else_counts_no_dead(sentence, state):
    """ "A man was killed and 34 are being treated" does not contradict nine dead."""
    watch = only(
        parse_indicators(
            "indicators: [{id: d, name: D, says: S, disputed: true, any: [{of: quantities, counts: {dead: [kill]}}]}]",
            "watch.yml",
        )
    )
    nine = counting("nine people were killed at Lorn", "nine people", 9, 9, BRODE, WIRE)
    other = counting(sentence, "34 people", 34, 34, VENN, POST)
    assert line_of(nine, other, watch=watch).state is state


def test_what_is_said_on_a_condition_is_no_report():
    """That somebody said so is a fact; that it was done is not, though the word for saying is asked for too."""
    watch = only(
        parse_indicators(
            """
indicators:
  - id: claims
    name: Seizures announced
    says: Somebody is told to have announced a seizure.
    any:
      - of: statements
        words: {all: [["=said"], [seize]]}
""",
            "watch.yml",
        )
    )
    for modality, state in (("fact", IndicatorState.SINGLE_ORIGIN), ("conditional", IndicatorState.QUIET)):  # fmt: skip
        told = says(FERRY, BRODE, modality=Modality(modality))
        assert line_of(article(WIRE, told, day=day(9)), watch=watch).state is state


def test_what_is_only_asked_is_no_report():
    """ "Declined to say whether" tells of nothing."""
    text = "nobody at Lorn would say whether the Ostmark navy had seized the ferry"
    line = line_of(article(WIRE, says(text, BRODE), day=day(9)))
    assert line.state is IndicatorState.QUIET


def test_what_is_not_to_be_on_a_condition_nobody_denies():
    """ "If they do not seize the ferry" denies no seizure, to a question for what is denied either."""
    watch = only(
        parse_indicators(
            """
indicators:
  - id: ferries
    name: Ferries left alone
    says: A ferry is told to have been left alone.
    any:
      - of: statements
        status: [denied]
        words: {all: [[seize], [ferry]]}
""",
            "watch.yml",
        )
    )
    text = "Ostmark will pay if it does not seize the ferry"
    for modality, state in (("fact", IndicatorState.SINGLE_ORIGIN), ("conditional", IndicatorState.QUIET)):  # fmt: skip
        told = says(text, BRODE, modality=Modality(modality))
        assert line_of(article(WIRE, told, day=day(9)), watch=watch).state is state


def test_what_somebody_had_said_before_is_recalled():
    """A cue that lies back itself ("had said") is no news of today."""
    told = article(WIRE, says(FERRY, BRODE), day=day(9))
    (said,) = told.statements
    at = said.cue[0].start
    cue = Span(start=at, end=at + len("had said"), text="had said")
    before = replace(told, statements=(replace(said, cue=(cue,)),), vectors=())
    assert line_of(told).state is IndicatorState.SINGLE_ORIGIN
    assert line_of(before).state is IndicatorState.QUIET


def test_a_statement_within_a_statement_rests_on_whoever_told_it():
    """Officials said that the envoy said so: the officials are the origin, not the envoy."""
    told = article(WIRE, says(FERRY, BRODE), day=day(9))
    (outer,) = told.statements
    envoy = replace(outer.chain[-1], position=2, name="the envoy", actor_id="described/envoy")
    inner = replace(outer, id="inner", nested_in=outer.id, source=(), cue=(), chain=(*outer.chain, envoy), depth=2)  # fmt: skip
    line = line_of(replace(told, statements=(outer, inner), vectors=()))
    assert [origin.name for origin in line.origins] == ["Ilan Brode"]


def counting(content, words, low, high, speaker, outlet):
    told = article(outlet, says(content, speaker), day=day(9))
    start = told.article.text.index(words)
    quantity = Quantity(
        id=digest("q", outlet), article_id=told.article.id, value=low, low=low, high=high,
        bound="exact" if high else "lower_exclusive", unit="persons", counted="people", as_of=None, start=start,
        end=start + len(words), text=words,
    )  # fmt: skip
    return replace(told, quantities=(quantity,))


def _with_acts(found, *acts, status="reported"):
    """Give an article with events of these words: (type, mode, word, who, what it is done to)."""
    text = found.article.text
    made = [
        Event(
            id=digest("event", found.article.id, word), article_id=found.article.id, type=kind, mode=mode, cameo=None, contexts=(),
            actors=(who,), recipients=(), actor_words=(), recipient_words=(Span.cut(text, text.index(whom), text.index(whom) + len(whom)),),
            place=None, when=None, from_=None, to=None, status=status, start=text.index(word), end=text.index(word) + len(word),
            text=word, statement_id=found.statements[0].id, same_as=None, sure=1.0, reasons=(),
        )
        for kind, mode, word, who, whom in acts
    ]  # fmt: skip
    return replace(found, events=tuple(made))


def _watch_of(question):
    head = "indicators: [{id: acts, name: Acts, says: An act is told., any: [%s]}]"
    return only(parse_indicators(head % question, "watch.yml"))


def test_only_what_is_done_to_them_lights_a_question_for_whom():
    """ "Killed ten guards and seized their lorries" tells of no guard who was seized."""
    watch = _watch_of("{of: events, kind: [COERCE], mode: [seize], whom: [guard]}")
    text = "the Front killed ten guards and seized their lorries"
    acts = (("ASSAULT", None, "killed", "g", "ten guards"), ("COERCE", "seize", "seized", "g", "their lorries"))  # fmt: skip
    found = _with_acts(article(WIRE, says(text, BRODE), day=day(8)), *acts)
    assert line_of(found, watch=watch).state is IndicatorState.QUIET
    taken = (("COERCE", "seize", "seized", "g", "ten guards"),)
    other = _with_acts(article(WIRE, says("the Front seized ten guards", BRODE), day=day(8)), *taken)  # fmt: skip
    assert line_of(other, watch=watch).state is IndicatorState.SINGLE_ORIGIN


def test_who_did_it_and_says_so_claims_it():
    """An act told by whoever did it lights a question for one's own; told by another it does not."""
    watch = _watch_of("{of: events, kind: [ASSAULT], own: true}")
    found = article(WIRE, says("it had killed ten guards", BRODE), day=day(8))
    for who, state in ((BRODE.actor_id, IndicatorState.SINGLE_ORIGIN), ("g", IndicatorState.QUIET)):  # fmt: skip
        told = _with_acts(found, ("ASSAULT", None, "killed", who, "ten guards"))
        assert line_of(told, watch=watch).state is state


def test_who_denies_his_act_denies_no_claim():
    """What nobody has claimed is not contradicted by who says that he did not do it."""
    watch = _watch_of("{of: events, kind: [ASSAULT], own: true}")
    claimed = _with_acts(article(WIRE, says("the Front had killed ten guards", BRODE), day=day(8)), ("ASSAULT", None, "killed", BRODE.actor_id, "ten guards"))  # fmt: skip
    denied = _with_acts(article(POST, says("it had not killed ten guards", BRODE), day=day(8)), ("ASSAULT", None, "killed", BRODE.actor_id, "ten guards"), status="denied")  # fmt: skip
    assert line_of(claimed, denied, watch=watch).state is IndicatorState.SINGLE_ORIGIN


def test_an_actor_narrows_the_board_to_what_names_it():
    """Of two ferries, the one whose passage names the actor."""
    lorn = article(WIRE, says("the Ostmark navy seized a ferry", BRODE), day=day(9), names=(("Ilan Brode", BRODE.actor_id),))  # fmt: skip
    quay = article(POST, says("pirates seized a ferry at Quaymouth", VENN), day=day(9), names=(("Mara Venn", VENN.actor_id),))  # fmt: skip
    line = line_of(lorn, quay, actor=VENN.actor_id)
    assert [e.outlet_name for h in line.happenings for e in h.evidence] == [POST]
