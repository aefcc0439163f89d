from dataclasses import replace

import pytest
from small_pile import article

from headwater.linking import gather_actors, take_fingerprint
from headwater.model import ActorKind, Relation, Role

BRODE = ("Ilan Brode", "case/brode", ActorKind.PERSON)
LEAGUE = ("Pier League", "case/league", ActorKind.ORGANISATION)
REGISTERED = ("Abbas Araghchi", "person/abbas-araghchi", ActorKind.PERSON)


def office(key, who=BRODE, where=LEAGUE, **given):
    """An article that says that somebody holds an office."""
    text = f"{who[0]} leads the {where[0]}."
    page = article("Quill Post", key=key, lead=(text,), names=[who, where])
    fields = {"title": "chairman", "since": None, "until": None, "modality": "asserted"} | given
    tie = Relation(
        id=f"tie-{key}", subject=who[1], kind="leads", object=where[1],
        article_id=page.article.id, start=0, end=len(text), text=text, **fields,
    )  # fmt: skip
    return replace(page, relations=(tie,))


def roles(*findings, of=BRODE):
    return {actor.id: actor.roles for actor in gather_actors(map(take_fingerprint, findings))}[
        of[1]
    ]


def test_an_office_that_an_article_tells_of_is_a_role_with_its_days():
    """Title, body and days are as the articles say; of several tellings the widest days count."""
    told = roles(
        office("a", since="2029-01-01"),
        office("b", since="2028-05-01", title="Chairman", until="2031-01-01"),
    )
    assert told == (
        Role(title="Chairman", organisation="Pier League", from_="2028-05-01", to="2031-01-01"),
    )


@pytest.mark.parametrize("given", [{"title": None}, {"modality": "inferred"}])
def test_what_is_no_office_or_only_supposed_is_no_role(given):
    """A tie without a title, and an office that is only alleged, say nothing of what somebody is."""
    assert roles(office("a", **given)) == ()


def test_the_registry_knows_its_offices_better():
    """A role in a body that the registry has one for is not told twice; one elsewhere is added."""
    known = roles(article(None, key="c", lead=("Abbas Araghchi spoke.",), names=[REGISTERED]), of=REGISTERED)  # fmt: skip
    bodies = {role.organisation for role in known}
    assert "Pier League" not in bodies
    told = roles(office("a", who=REGISTERED), of=REGISTERED)
    assert told == (*known, Role(title="chairman", organisation="Pier League", from_=None, to=None))  # fmt: skip
