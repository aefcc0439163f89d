from dataclasses import replace

import pytest
from small_pile import article, day, described, link, one_storyline, person, says

from headwater.language import load_encoder
from headwater.linking import link_commitments
from headwater.model import (
    ActorKind,
    Basis,
    Commitment,
    CommitmentKind,
    LinkKind,
    Span,
    Story,
    Strength,
    TriggerRole,
    digest,
)
from headwater.settings import LinkingSettings

VARGA = person("Ina Varga")
TALKS = ("if the talks fail", "we will close the canal")
TALKS_TOO = ("if negotiations collapse", "it would shut the canal")
_ROLES = {
    "unless": TriggerRole.EXCEPTIVE,
    "until": TriggerRole.NECESSARY,
    "only": TriggerRole.NECESSARY,
}


def telling(  # noqa: PLR0913 - every part of a telling, each with its default
    outlet, trigger, consequence, *, by=VARGA, kind="threat", on=None, names=()
):  # fmt: skip
    """An article that tells one commitment, by one speaker."""
    words = " ".join(filter(None, (consequence, trigger)))
    held = article(outlet, says(words, by), day=on, names=names)
    text = held.article.text
    said = held.statements[0]

    def cut(part):
        start = text.lower().index(part.lower())
        return Span(start=start, end=start + len(part), text=text[start : start + len(part)])

    made = Commitment(
        id=digest("commitment", held.article.id, trigger, consequence), article_id=held.article.id, issuer=by.actor_id,
        on_behalf_of=None, kind=CommitmentKind(kind), trigger=cut(trigger) if trigger else None, consequence=cut(consequence),
        trigger_role=_ROLES.get(trigger.split()[0], TriggerRole.SUFFICIENT) if trigger else None, strength=Strength.STATED,
        target=(), beneficiary=(), deadline=None, hedges=(), state=None, statement_id=said.id, same_as=None,
    )  # fmt: skip
    return replace(held, commitments=(made,))


def linked(*findings, storylines=None, claim_of=None):
    lines = storylines or one_storyline(*findings)
    return link_commitments(findings, lines, claim_of or {}, load_encoder(), LinkingSettings())


def are_one(*findings, **rest):
    """Whether all are one; else none may be."""
    pairs = linked(*findings, **rest)
    assert len(pairs) in {0, len(findings)}
    return len({canonical for _, canonical in pairs}) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (TALKS, TALKS, "threat"),
        (TALKS, TALKS_TOO, "threat"),
        (("unless the pilots are freed", "we will sink the ferries"), ("if the pilots are not released", "it would sink the ferries"), "threat"),
        (("until the last soldier leaves", "we will not talk"), ("only when the last soldier leaves", "we will talk"), "condition"),
        ((None, "we will burn their grain stores"), (None, "to set fire to their grain stores"), "threat"),
    ],
)  # fmt: skip
def test_one_commitment_in_two_wordings_is_one(one, other, kind):
    """Other words for the same trigger and the same act, by the same issuer, are one commitment."""
    assert are_one(telling("Quill Post", *one, kind=kind), telling("Marsh Gazette", *other, kind=kind))  # fmt: skip


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (("if the talks fail", "we will open the canal"), "threat"),
        (("if the talks fail", "we will expel the ambassador"), "threat"),
        (("unless the talks fail", "we will close the canal"), "threat"),
        (("if the talks do not fail", "we will close the canal"), "threat"),
        (("if the bridge is bombed", "we will close the canal"), "threat"),
        ((None, "we will close the canal"), "threat"),
        (TALKS, "promise"),
        (TALKS, "readiness"),
    ],
)  # fmt: skip
def test_another_trigger_act_sense_or_kind_is_another_commitment(other, kind):
    """What differs in what it waits for, in what follows, or in how it is meant stays apart."""
    assert not are_one(telling("Quill Post", *TALKS), telling("Marsh Gazette", *other, kind=kind))  # fmt: skip


def test_one_word_that_means_something_else_keeps_two_apart():
    """ "If they attack the port" and "… the dam" share every other word."""
    port = ("if they attack the port", "we will close the canal")
    dam = ("if they attack the dam", "we will close the canal")
    harbour = ("if they attack the harbour", "we will close the canal")
    assert not are_one(telling("Quill Post", *port), telling("Marsh Gazette", *dam))
    assert are_one(telling("Quill Post", *port), telling("Marsh Gazette", *harbour))


def test_other_names_in_the_trigger_keep_two_apart():
    """An attack by one neighbour is not an attack by the other, however alike the words."""
    names = [(("Dornia", f"state/{n}", ActorKind.STATE),) for n in "ab"]
    threat = ("if Dornia attacks", "we will close the canal")
    a, b, c = (telling(o, *threat, names=n) for o, n in zip("abc", (names[0], names[1], names[0]), strict=True))  # fmt: skip
    assert not are_one(a, b)
    assert are_one(a, c)


def test_another_issuer_makes_another_commitment():
    """Two leaders who threaten alike have made two threats."""
    assert not are_one(telling("Quill Post", *TALKS), telling("Marsh Gazette", *TALKS, by=person("Oto Brill")))  # fmt: skip


def test_an_issuer_without_a_name_is_known_by_its_words_within_a_storyline():
    """ "The union's media" and "media of the union" may be one; in another matter nobody can tell."""
    one = telling("Quill Post", *TALKS, by=described("the dockers' union media"))
    other = telling("Marsh Gazette", *TALKS, by=described("media of the dockers' union"))
    assert are_one(one, other)
    lines = tuple(Story(id=f.article.id, article_ids=(f.article.id,)) for f in (one, other))
    assert not are_one(one, other, storylines=lines)
    assert not are_one(one, telling("Marsh Gazette", *TALKS, by=described("two fishermen")))


_OF_LORN = ("Lornish patrols", "state/lo", ActorKind.STATE)
_LEAVE = ("unless the Lornish patrols leave", "we will shell every depot")
_GONE = ("if the Lornish patrols have not gone by the end of Lent", "it will shell all depots")


def _for_the_herons(found):
    (told,) = found.commitments
    return replace(found, commitments=(replace(told, on_behalf_of="group/heron"),))


def test_a_spokesman_threatens_what_his_body_does():
    """ "Ina Varga, spokeswoman of the Heron Front" and "the Heron Front" have made one threat."""
    herons = link("the Heron Front", LinkKind.GROUP, "group/heron")
    told = telling("Quill Post", *_LEAVE)
    body = telling("Marsh Gazette", *_GONE, by=herons)
    assert are_one(_for_the_herons(told), body)
    assert not are_one(told, body)


def test_a_body_called_by_its_kind_alone_may_be_the_one_that_is_named():
    """ "The group has said": in a storyline, and if the triggers name the same; "two fishermen" are no group."""
    told = _for_the_herons(telling("Quill Post", *_LEAVE, names=(_OF_LORN,)))
    herons = replace(told.mentions[0], actor_id="group/heron", type=ActorKind.ARMED_GROUP)
    told = replace(told, mentions=(*told.mentions, herons))
    body = telling("Marsh Gazette", *_GONE, by=described("the group"), names=(_OF_LORN,))
    assert are_one(told, body)
    lines = tuple(Story(id=f.article.id, article_ids=(f.article.id,)) for f in (told, body))
    assert not are_one(told, body, storylines=lines)
    other = telling("Marsh Gazette", *_GONE, by=described("two fishermen"), names=(_OF_LORN,))
    assert not are_one(told, other)


def test_a_named_issuer_is_known_across_storylines():
    """A threat said again a month later, in another matter, is the same threat."""
    one, other = telling("Quill Post", *TALKS, on=day(1)), telling("Marsh Gazette", *TALKS, on=day(29))  # fmt: skip
    lines = tuple(Story(id=f.article.id, article_ids=(f.article.id,)) for f in (one, other))
    assert are_one(one, other, storylines=lines)


def test_two_commitments_of_one_article_stay_two():
    """A writer who tells two threats tells them apart."""
    held = telling("Quill Post", *TALKS)
    (first,) = held.commitments
    assert linked(replace(held, commitments=(first, replace(first, id="another")))) == ()


WAIT = ("until the talks in Lisk end", "to stay in port"), ("until it is seen how the talks in Lisk end", "before any boat sails")  # fmt: skip
NOBODY = link(None, LinkKind.UNNAMED, None, Basis.UNSPECIFIED)
SOMEBODY = link("somebody regional", LinkKind.UNNAMED, "unnamed/regional")


def _waits(*by, claims=("claim", "claim")):
    """Two articles that tell of one wait, and whether they are one."""
    first, second = (
        telling(outlet, *words, by=one, kind="condition")
        for outlet, words, one in zip(("Quill Post", "Marsh Gazette"), WAIT, by, strict=True)
    )
    told = {f.statements[0].id: c for f, c in zip((first, second), claims, strict=True)}
    return are_one(first, second, claim_of=told)


def test_what_is_done_while_one_waits_may_be_told_in_any_words():
    """In one claim what is waited for decides; in two, what is done must be alike as well."""
    assert _waits(NOBODY, NOBODY)
    assert not _waits(NOBODY, NOBODY, claims=("claim", "other"))


def test_who_is_left_unsaid_may_be_whom_another_tells_a_little_of():
    """ "Recommendations", and "regional recommendations", to wait: not those of somebody with a name."""
    assert _waits(NOBODY, SOMEBODY)
    assert not _waits(NOBODY, VARGA)


def test_a_wait_that_an_article_tells_twice_is_one():
    """The lead tells of the recommendation, and the third paragraph says what it was."""
    first, second = (
        telling("Quill Post", *words, by=NOBODY, kind="condition") for words in WAIT
    )
    second = replace(
        second,
        commitments=tuple(replace(c, article_id=first.article.id) for c in second.commitments),
    )
    told = {f.statements[0].id: "claim" for f in (first, second)}
    assert are_one(first, second, claim_of=told)


def test_the_first_published_stands_for_all():
    """The earliest telling is the one the others point to, itself too."""
    late = telling("Quill Post", *TALKS, on=day(9))
    early = telling("Marsh Gazette", *TALKS_TOO, on=day(2))
    (key,) = (c.id for c in early.commitments)
    assert {canonical for _, canonical in linked(late, early)} == {key}


def test_the_order_of_articles_changes_nothing():
    """However the articles come, the same ones are one, and the same one stands for them."""
    findings = [
        telling("Quill Post", *TALKS, on=day(3)),
        telling("Marsh Gazette", *TALKS_TOO, on=day(3)),
        telling("Reed Courier", *TALKS, by=person("Oto Brill")),
        telling("Fen Herald", "if the bridge is bombed", "we will close the canal"),
    ]
    expected = linked(*findings)
    assert len(expected) == 2
    assert linked(*findings[::-1]) == expected == tuple(sorted(expected))


def test_an_inferred_speaker_is_nobodys_issuer():
    """Issuers are compared by the last link that the text itself signals."""
    hidden = link("dockers' union media", LinkKind.GROUP, "described/x", Basis.INFERRED)
    one = telling("Quill Post", *TALKS, by=hidden)
    other = telling("Marsh Gazette", *TALKS, by=described("dockers' union media"))
    assert not are_one(one, other)
