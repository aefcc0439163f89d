from dataclasses import replace

import pytest
import small_case

from headwater.case import Case
from headwater.model import CommitmentKind, Strength


def keys():
    """The ids of the two commitments of the small case: the agency's, the paper's."""
    pages = (small_case.agency_page(), small_case.paper_page())
    return tuple(page.articles[0].commitments[0].id for page in pages)


def make(same=(), **facts):
    """The small case with these pairs linked, and these facts on the paper's commitment."""
    case = Case.in_memory()
    for page in small_case.pile():
        if page.articles and page == small_case.paper_page():
            (found,) = page.articles
            changed = tuple(replace(one, **facts) for one in found.commitments)
            page = replace(page, articles=(replace(found, commitments=changed),))  # noqa: PLW2901
        case.add(page)
    case.replace_links(replace(small_case.links(), same_commitments=same))
    return case


def joined():
    agency, paper = keys()
    return ((agency, agency), (paper, agency))


def test_a_commitment_told_twice_is_one_entry_with_both_wordings():
    """One entry counts its articles and keeps each telling with its outlet and chain."""
    (held,) = make(joined()).held_commitments()
    assert held.id == keys()[0]
    assert held.articles == 2
    assert [w.outlet_name for w in held.wordings] == ["Velden", "Courier"]
    assert [w.commitment_id for w in held.wordings] == list(keys())
    assert all(w.chain and w.consequence for w in held.wordings)


def test_commitments_that_are_not_linked_are_entries_of_their_own():
    """Without a link between them each stands alone."""
    assert [held.articles for held in make().held_commitments()] == [1, 1]


def test_the_firmest_telling_is_told_beside_the_first():
    """A reteller who vows where the first one only stated shows."""
    (held,) = make(joined(), strength=Strength.VOWED).held_commitments()
    assert (held.strength, held.firmest) == ("stated", "vowed")


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"kind": "warning"}, 2),
        ({"kind": "threat"}, 0),
        ({"issuer": "TIRED"}, 1),
        ({"issuer": "tired", "kind": "threat"}, 0),
        ({"issuer": "nobody"}, 0),
    ],
)
def test_they_can_be_asked_by_issuer_and_kind(asked, count):
    """An issuer is found by its name or words, in any case of letters."""
    hidden = small_case.paper_page().articles[0].statements[0].chain[-1]
    assert len(make(issuer=hidden.actor_id).held_commitments(**asked)) == count


def test_for_whom_a_spokesman_speaks_is_told_and_can_be_asked_for():
    """What a spokesman threatens is found under the name of his body."""
    case = make(on_behalf_of="place/port-maren")
    (held,) = [one for one in case.held_commitments() if one.for_whom]
    assert case.held_commitments(issuer=held.for_whom) == (held,)


def test_links_of_an_earlier_run_are_forgotten():
    """What a later run no longer holds for one stands apart again."""
    case = make(joined())
    assert {one.same_as for one in case.commitments()} == {keys()[0]}
    case.replace_links(small_case.links())
    assert {one.same_as for one in case.commitments()} == {None}


def test_what_a_threat_would_hit_is_told_where_it_is_no_actor():
    """The words of what the act of its consequence is done to stand beside the actors it is aimed at."""
    case = Case.in_memory()
    for page in small_case.pile():
        changed = []
        for found in page.articles:
            act, told = found.events[0], found.commitments[0]
            place = told.consequence
            made = replace(act, id="x" + act.id, start=place.start, end=place.start + 1, recipient_words=(place,))  # fmt: skip
            changed.append(
                replace(
                    found,
                    events=(*found.events, made),
                    commitments=(replace(told, kind=CommitmentKind.THREAT),),
                )
            )
        case.add(replace(page, articles=tuple(changed)))
    for held in case.held_commitments():
        assert held.target[0] == held.consequence
