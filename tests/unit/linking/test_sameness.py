"""Which actors of a pile are one under several spellings."""

from itertools import permutations

from small_pile import article, person, says

from headwater.linking import find_same_actors, gather_actors, take_fingerprint
from headwater.model import ActorKind, MentionKind, as_one

ZAHRANI = ["Abdelkarim Zahrani", "Abdulkareem al-Zahrani", "Abdul Karim Zahrani"]


def page(key, *names, kind=ActorKind.PERSON):
    """An article that names these, each under an id of its own."""
    return article(
        "Quill Post",
        key=key,
        lead=tuple(f"{name} spoke." for name in names),
        names=[(name, _id(name), kind) for name in names],
    )


def heads(pages):
    """Give which actors of these articles go by another's id."""
    return dict(find_same_actors(n for p in pages for n in take_fingerprint(p).spellings).heads)


def _id(name):
    return "case/" + name.replace(" ", "-").lower()


def test_spellings_in_several_articles_are_one_actor():
    """The first by name is the one that the others are."""
    same = heads([page("a", ZAHRANI[0]), page("b", ZAHRANI[1]), page("c", "Mara Venn")])
    assert same == {_id(ZAHRANI[1]): _id(ZAHRANI[0])}


def test_it_does_not_matter_which_article_comes_first():
    """The same pile in any order has the same actors."""
    pages = [page(name, name) for name in ZAHRANI]
    assert len({str(heads(order)) for order in permutations(pages)}) == 1


def test_names_that_half_the_world_has_stay_apart():
    """ "Ali Hassan" and "Ali Hasan" may be two men."""
    assert heads([page("a", "Ali Hassan"), page("b", "Ali Hasan")]) == {}


def test_kinds_stay_apart():
    """A company may bear its founder's name."""
    pages = [page("a", ZAHRANI[0]), page("b", ZAHRANI[1], kind=ActorKind.ORGANISATION)]
    assert heads(pages) == {}


def test_actors_of_the_registry_are_left_as_they_are():
    """Their spellings are known, and two that look alike are two on purpose."""
    one = article(None, key="a", lead=("Abdelkarim Zahrani spoke.",), names=[(ZAHRANI[0], "person/a", ActorKind.PERSON)])  # fmt: skip
    other = article(None, key="b", lead=("Abdulkareem al-Zahrani spoke.",), names=[(ZAHRANI[1], "person/b", ActorKind.PERSON)])  # fmt: skip
    assert heads([one, other]) == {}


def test_the_one_has_all_names_and_the_others_point_to_it():
    """An analyst who looks up either spelling is led to the same actor."""
    pages = [page("a", ZAHRANI[0]), page("b", ZAHRANI[1])]
    actors = {a.id: a for a in gather_actors(map(take_fingerprint, pages), heads(pages))}
    one, other = actors[_id(ZAHRANI[0])], actors[_id(ZAHRANI[1])]
    assert {alias.name for alias in one.aliases} == set(ZAHRANI[:2])
    assert (one.same_as, other.same_as) == (None, one.id)


def test_findings_go_by_the_one():
    """Mentions and links of a chain; what names nobody else is the same object as before."""
    pages = [page("a", ZAHRANI[0]), page("b", ZAHRANI[1])]
    same = heads(pages)
    assert as_one(pages[0], same) is pages[0]
    assert {m.actor_id for m in as_one(pages[1], same).mentions} == {_id(ZAHRANI[0])}
    speaker = person("Ilan Brode")
    told = article("Quill Post", says("piers are shut", speaker), key="d", lead=("Ilan Brode spoke.",), names=[("Ilan Brode", speaker.actor_id, ActorKind.PERSON)])  # fmt: skip
    moved = as_one(told, {speaker.actor_id: "case/other"})
    assert moved.statements[0].chain[-1].actor_id == "case/other"
    assert all(m.kind is MentionKind.NAME for m in moved.mentions)
