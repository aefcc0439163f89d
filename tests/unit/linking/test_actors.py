from small_pile import article, link, person, says

from headwater.linking import gather_actors, take_fingerprint
from headwater.model import ActorKind, Alias, LinkKind

BRODE = "case/brode"


def named(words, actor=BRODE, kind=ActorKind.PERSON):
    return words, actor, kind


def by_id(*findings):
    return {a.id: a for a in gather_actors(map(take_fingerprint, findings))}


def test_an_actor_has_every_name_it_was_seen_by_and_where():
    """Aliases are evidence: each with the article that wrote it, in order."""
    a = article("Quill Post", key="a", lead=("Ilan Brode spoke.",), names=[named("Ilan Brode")])
    b = article("Marsh Gazette", key="b", lead=("Brode spoke.",), names=[named("Brode")])
    brode = by_id(b, a)[BRODE]
    assert brode.aliases == (
        Alias(name="Brode", seen_in="b"),
        Alias(name="Ilan Brode", seen_in="a"),
    )
    assert (brode.name, brode.type) == ("Ilan Brode", ActorKind.PERSON)


def test_an_actor_of_the_registry_keeps_its_name_kind_and_roles():
    """What the pile calls it is an alias, whatever is longest."""
    page = article(
        None, key="a", lead=("Mr Abbas Araghchi of the ministry spoke.",),
        names=[named("Mr Abbas Araghchi of the ministry", "person/abbas-araghchi", ActorKind.GROUP)],
    )  # fmt: skip
    actor = by_id(page)["person/abbas-araghchi"]
    assert (actor.name, actor.type) == ("Abbas Araghchi", ActorKind.PERSON)
    assert any(role.title for role in actor.roles)


def test_who_speaks_is_an_actor_too():
    """The links of a chain are actors of their kinds, the page's outlet among them."""
    document = link("the logbook", LinkKind.DOCUMENT, "case/logbook")
    found = by_id(article("Quill Post", says("piers are shut", person("Ilan Brode"), document)))
    assert sorted(a.type for a in found.values()) == [
        ActorKind.ORGANISATION,
        ActorKind.OUTLET,
        ActorKind.PERSON,
    ]


def test_a_source_without_a_name_or_an_id_is_no_actor():
    """Nobody can look up somebody of whom the text does not tell anything."""
    hidden = link("a source", LinkKind.UNNAMED, None)
    assert by_id(article(None, says("piers are shut", hidden))) == {}


def test_actors_come_by_id_whatever_the_order():
    """The order of the findings does not show."""
    a = article("Quill Post", says("piers are shut", person("Ilan Brode")))
    b = article("Marsh Gazette", says("a crane fell", person("Mara Venn")))
    assert list(by_id(a, b).items()) == list(by_id(b, a).items())
    assert list(by_id(a, b)) == sorted(by_id(a, b))
