from dataclasses import replace

import pytest
import small_case

import headwater
from headwater.case import Case
from headwater.errors import UnclearQuestion


def keys():
    """The ids of the two events of the small case: the agency's, the paper's."""
    pages = (small_case.agency_page(), small_case.paper_page())
    return tuple(page.articles[0].events[0].id for page in pages)


def joined():
    agency, paper = keys()
    return ((paper, agency),)


def make(same=(), *, paper=None, agency=None, quantities=True):
    """The small case with these events linked; the facts given are those of either's event."""
    case = headwater.equipped(Case.in_memory())
    for page in small_case.pile():
        for known, facts in ((small_case.paper_page(), paper), (small_case.agency_page(), agency)):  # fmt: skip
            if page.articles and page == known:
                (found,) = page.articles
                events = tuple(replace(e, **(facts or {})) for e in found.events)
                kept = found.quantities if quantities else ()
                page = replace(page, articles=(replace(found, events=events, quantities=kept),))  # noqa: PLW2901
                break
        case.add(page)
    case.replace_links(replace(small_case.links(), same_events=same))
    return case


def test_an_event_told_by_two_articles_is_one_with_both_tellings():
    """It counts its articles and outlets, and keeps each telling with its words."""
    (held,) = make(joined()).held_events()
    assert held.id == keys()[0]
    assert (len(held.article_ids), held.outlets) == (2, ("Courier", "Velden"))
    assert [t.event_id for t in held.tellings] == list(keys())
    assert held.tellings[0].words == "two piers were shut at Port Maren"


def test_who_takes_part_by_one_telling_alone_is_named_with_the_event():
    """Only whom the case has a name for: that two describe somebody otherwise says nothing."""
    known = small_case.links().actors[0]
    facts = {"actors": ("a", known.id), "recipients": ("described/crew",)}
    (held,) = make(joined(), paper=facts).held_events()
    assert held.others == (known.name,)
    assert known.id in held.actor_ids
    (alone,) = make(joined(), agency=facts, paper=facts).held_events()
    assert alone.others == ()


def test_an_event_is_counted_by_origin_and_not_by_article():
    """The paper has it from the agency: two articles, and no second origin is certain."""
    (held,) = make(joined()).held_events()
    assert (held.independent.low, len(held.article_ids)) == (1, 2)
    assert held.origins


def test_events_that_are_not_linked_are_lines_of_their_own():
    """Without a link between them each stands alone."""
    assert [len(held.article_ids) for held in make().held_events()] == [1, 1]


def test_who_denies_it_is_told_and_is_no_witness():
    """The origins of a denied event are those who report it; denied by all, it has none."""
    (held,) = make(joined(), paper={"status": "denied"}).held_events()
    assert (held.status, len(held.denied_by)) == ("reported", 1)
    alone = make(paper={"status": "denied"}).held_events(status="denied")
    assert [(e.status, e.independent.high) for e in alone] == [("denied", 0)]


def test_a_telling_in_no_statement_raises_only_the_upper_bound():
    """Whose word it is on cannot be traced, so it may be nobody else's."""
    (traced,) = make(joined()).held_events()
    (held,) = make(joined(), paper={"statement_id": None}).held_events()
    assert held.independent.low <= traced.independent.low
    (nowhere,) = [e for e in make(paper={"statement_id": None}).held_events() if e.id == keys()[1]]  # fmt: skip
    assert (nowhere.independent.low, nowhere.independent.high, nowhere.origins) == (0, 1, ())


def test_what_the_first_telling_lacks_another_gives():
    """Where one page names no place and no day, the next that does is heard."""
    (held,) = make(joined(), agency={"place": None, "from_": None}, paper={"place": "Quay"}).held_events()  # fmt: skip
    assert (held.place, held.from_) == ("Quay", "2031-05-04")


def test_disputed_numbers_of_an_event_stand_beside_it():
    """With who says which; those of other events do not."""
    contradiction = replace(small_case.links().contradictions[0], kind="numbers")
    links = replace(small_case.links(), contradictions=(contradiction,), same_events=joined())
    case = make(joined())
    case.replace_links(links)
    (held,) = case.held_events()
    assert [d.id for d in held.disputes] == [contradiction.id]
    assert {p.outlet_name for d in held.disputes for p in (*d.says, *d.against)} == {"Velden", "Courier"}  # fmt: skip
    case = make(joined(), paper={"statement_id": None}, agency={"statement_id": None})
    case.replace_links(links)
    assert [held.disputes for held in case.held_events()] == [()]


@pytest.mark.parametrize(
    ("asked", "count"),
    [({"type": "close"}, 1), ({"type": "assault"}, 0), ({"actor": "pie"}, 1), ({"actor": "b"}, 0), ({"status": "planned"}, 0)],
)  # fmt: skip
def test_events_can_be_asked_by_type_actor_and_status(asked, count):
    """An actor is found by what any telling calls it."""
    assert len(make(joined()).held_events(**asked)) == count


def test_links_of_an_earlier_run_are_forgotten_and_what_an_article_ties_is_not():
    """Undone, a second mention points to the first of its own article again."""
    case = make(((keys()[1], "other"), (keys()[0], "other")), paper={"same_as": "first"})
    assert {e.same_as for e in case.events()} == {"other"}
    case.replace_links(small_case.links())
    assert {e.id: e.same_as for e in case.events()} == {keys()[0]: None, keys()[1]: "first"}


def test_linking_is_given_what_reading_tied_and_never_what_it_tied_itself():
    """Else what a case holds would depend on how often it was linked."""
    case = make(((keys()[1], "other"), (keys()[0], "other")), paper={"same_as": "first"})
    found = {e.id: e.same_as for f in case.findings() for e in f.events}
    assert found == {keys()[0]: None, keys()[1]: "first"}


def test_tempo_counts_an_event_once_in_the_week_that_its_words_give():
    """However many articles tell it; the week begins on Monday."""
    dated = {"from_": "2031-05-07", "to": "2031-05-07"}
    case = make(joined(), agency=dated, paper=dated, quantities=False)
    (row,) = case.tempo().rows
    assert (row.since, row.type, row.place) == ("2031-05-05", "CLOSE", "Port Maren")
    assert (row.events, row.dated, row.articles, row.independent.low) == (1, 1, 2, 1)
    assert [row.since for row in case.tempo(by="month").rows] == ["2031-05-01"]


def test_tempo_puts_an_event_without_a_day_where_it_was_first_reported():
    """And says that its own words do not put it there."""
    undated = {"from_": None, "to": None}
    (row,) = make(joined(), agency=undated, paper=undated, quantities=False).tempo().rows
    assert (row.since, row.events, row.dated) == ("2031-04-28", 1, 0)


def test_a_report_of_some_day_or_later_puts_an_event_into_no_week():
    """A photograph of June says that the page is no older, and not when it came out."""
    undated = {"from_": None, "to": None}
    case = headwater.equipped(Case.in_memory())
    page = small_case.agency_page()
    (found,) = page.articles
    later = replace(found.article, published_to=None)
    events = tuple(replace(e, **undated) for e in found.events)
    found = replace(found, article=later, events=events, quantities=())
    case.add(replace(page, articles=(found,)))
    (row,) = case.tempo().rows
    assert (row.since, row.events, row.dated) == (None, 1, 0)


def test_tempo_leaves_out_what_has_not_happened():
    """What is planned, denied or long past is no event of the week."""
    case = make(agency={"status": "planned"}, paper={"status": "denied"}, quantities=False)
    assert case.tempo().rows == ()


def test_a_number_of_acts_is_no_act_of_a_week():
    """ "More than 100 attacks" and "attacks since March" are claims about a count."""
    counted = make(joined()).tempo()
    assert (counted.rows, len(counted.counts)) == ((), 1)
    since = {"from_": "2031-03-01", "to": None}
    assert make(joined(), agency=since, paper=since, quantities=False).tempo().rows == ()
    until_now = {"from_": "2031-03-01", "to": "2031-05-05"}
    found = make(paper=until_now, agency={"status": "planned"}, quantities=False).tempo()
    assert (found.rows, len(found.counts)) == ((), 1)


def test_there_are_weeks_and_months():
    """Another beat is not understood."""
    with pytest.raises(UnclearQuestion, match="no such beat"):
        make().tempo(by="year")
