from dataclasses import replace

import pytest
import small_case

from headwater.case import Case
from headwater.case.profiles import is_nameless
from headwater.errors import UnclearQuestion
from headwater.model import (
    Actor,
    ActorKind,
    Alias,
    Basis,
    LinkKind,
    Mention,
    MentionKind,
    PageFindings,
    Relation,
    SourceNumber,
    Span,
    UnnamedSource,
    digest,
)

MASTER = digest("harbour master")
OTHER = "unnamed/other"
WIRE = "The harbour master said that Port Maren is shut. He said that Marenhaven, or PORT MAREN, obeys."
PAPER = "The Velden agency quoted the harbour master as saying that Port Maren is shut. Repairs began, the wire added."


def actor(key, name, *aliases, kind=ActorKind.PERSON):
    return Actor(
        id=key,
        name=name,
        type=kind,
        aliases=tuple(Alias(name=a, seen_in="x") for a in aliases),
        roles=(),
    )


def mention(of, words, key="place/port-maren", kind=MentionKind.NAME):
    start = of.text.index(words)
    return Mention(
        id=digest(of.id, start),
        article_id=of.id,
        start=start,
        end=start + len(words),
        text=words,
        actor_id=key,
        type=ActorKind.PLACE,
        kind=kind,
    )


def said(of, words, *speakers):
    """A statement whose links stand where the text has their words."""
    made = small_case.statement(of, words, *((n, k, Basis.EXPLICIT) for n, k, _ in speakers))
    placed = [replace(made.chain[0], text=None)]
    for link, (_, _, text) in zip(made.chain[1:], speakers, strict=True):
        start = of.text.index(text)
        placed.append(replace(link, start=start, end=start + len(text), text=text))
    return replace(made, chain=tuple(placed))


def page(name, text, outlet, day, *sayings, mentions=(), relations=()):
    held = small_case.page(name, text)
    of = replace(small_case.article(held, text, outlet), published_from=day, published_to=day)
    found = small_case.full(of, said(of, *sayings[0]))
    found = replace(
        found,
        statements=tuple(said(of, *s) for s in sayings),
        mentions=tuple(mention(of, *m) for m in mentions),
        relations=tuple(r(of) for r in relations),
        commitments=(),
        events=(),
        vectors=(),
    )
    return PageFindings(page=held, articles=(found,))


def relation(subject, kind, obj, words):
    def made(of):
        start = of.text.index(words)
        return Relation(
            id=digest(of.id, subject, kind, obj),
            subject=subject,
            kind=kind,
            object=obj,
            modality="asserted",
            article_id=of.id,
            start=start,
            end=start + len(words),
            text=words,
        )

    return made


MASTER_LINK = ("harbour master", LinkKind.PERSON, "The harbour master")
HE = ("harbour master", LinkKind.PERSON, "He")
VELDEN = ("Velden", LinkKind.AGENCY, "The Velden agency")
QUOTED = ("harbour master", LinkKind.PERSON, "the harbour master")


@pytest.fixture(scope="module")
def case():
    wire = page(
        "wire.txt",
        WIRE,
        "Velden",
        None,
        ("Port Maren is shut", MASTER_LINK),
        ("Marenhaven, or PORT MAREN, obeys", HE),
        mentions=(
            ("Port Maren",),
            ("Marenhaven",),
            ("PORT MAREN",),
            ("He", "place/port-maren", MentionKind.PRONOUN),
        ),
        relations=(
            relation(MASTER, "leads", "place/port-maren", "The harbour master"),
            relation("place/port-maren", "loyal_to", "nobody", "Port Maren"),
        ),
    )
    paper = page(
        "paper.txt",
        PAPER,
        "Courier",
        small_case.date(2031, 5, 4),
        ("Port Maren is shut", VELDEN, QUOTED),
        ("the harbour master as saying", VELDEN),
        ("Repairs began", ("Velden", LinkKind.AGENCY, "the wire")),
        mentions=(("Port Maren",),),
    )
    links = small_case.links()
    with Case.in_memory() as made:
        for found in (wire, paper):
            made.add(found)
        made.replace_links(
            replace(
                small_case.Links(),
                actors=(
                    *links.actors,
                    actor(MASTER, "Harbour-Master", "the Hárbour master"),
                    actor(digest("Velden"), "Velden", "the wire", kind=ActorKind.AGENCY),
                    actor(OTHER, "informed sources", "the wire", kind=ActorKind.UNNAMED),
                    actor("case/dots", "…"),
                    actor("unnamed/more", "Informed Sources", kind=ActorKind.UNNAMED),
                ),
            )
        )
        yield made


@pytest.mark.parametrize(
    "name", [MASTER, "harbour master", "The HARBOUR-master", "harbour master’s"]
)
def test_an_actor_is_found_by_its_id_or_a_whole_name(case, name):
    """Names are compared folded, as the registry compares them."""
    assert case.actor(name).actor.id == MASTER


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("harbour", "nobody"),
        ("", "nobody"),
        ("?!", "nobody"),
        ("INFORMED sources", rf"unnamed/more \(unnamed\), {OTHER}"),
        ("wire", f"2 actors go by this\n  Choose one by its id: .*{OTHER}"),
    ],
)
def test_who_is_meant_is_not_guessed(case, name, told):
    """Half a name is nobody's, and a name of two asks for an id, which it names."""
    with pytest.raises(UnclearQuestion, match=told):
        case.actor(name)


def test_a_place_of_the_same_name_is_not_who_is_asked_for():
    """A body named after its place is found by its name; two places of one name are not guessed."""
    body, place = (
        actor("x/body", "Upper Maren"),
        actor("x/place", "Upper Maren", kind=ActorKind.PLACE),
    )
    other = actor("x/other", "Upper Maren", kind=ActorKind.PLACE)
    with Case.in_memory() as made:
        made.replace_links(replace(small_case.Links(), actors=(body, place)))
        assert made.actor("upper maren").actor.id == "x/body"
        assert made.actor("x/place").actor.id == "x/place"
        made.replace_links(replace(small_case.Links(), actors=(other, place)))
        with pytest.raises(UnclearQuestion, match="2 actors"):
            made.actor("upper maren")


def test_an_id_goes_before_a_name():
    """An actor called by another's id does not keep that other from being asked for."""
    with Case.in_memory() as made:
        made.replace_links(
            replace(small_case.Links(), actors=(actor("x/y", "Bo"), actor("z", "x/y")))
        )
        assert [a.id for a in made.actors_called("x/y")] == ["x/y"]
        assert [a.id for a in made.actors_called("X-y")] == ["z"]


def test_a_name_is_counted_as_it_is_written_once_a_place(case):
    """Mentions are counted by their words; "he" is no name."""
    names = case.actor("place/port-maren").names
    assert [(n.name, n.count, len(n.article_ids)) for n in names] == [
        ("Port Maren", 2, 2),
        ("Marenhaven", 1, 1),
        ("PORT MAREN", 1, 1),
    ]


def test_a_speaker_without_a_mention_has_the_names_of_its_links(case):
    """A link counts where its words hold the name; "he" stands for it and is none. Two statements of one place are one."""
    assert [(n.name, n.count) for n in case.actor(MASTER).names] == [("harbour master", 2)]
    assert [(n.name, n.count) for n in case.actor(digest("Velden")).names] == [("Velden", 2)]


def test_a_link_over_a_mention_is_not_counted_again():
    """What is both a mention and a link is one place."""
    found = page(
        "a.txt",
        WIRE,
        "Velden",
        None,
        ("Port Maren is shut", MASTER_LINK),
        mentions=(("harbour master", MASTER),),
    )
    with Case.in_memory() as made:
        made.add(found)
        made.replace_links(
            replace(small_case.Links(), actors=(actor(MASTER, "Harbour Master"),))
        )
        assert [(n.name, n.count) for n in made.actor(MASTER).names] == [("harbour master", 1)]


def test_an_outlet_is_named_by_its_own_page_once(case):
    """However many statements an outlet's page has, it signs once; its own words need no name."""
    profile = case.actor(digest("Velden"))
    signed = [s for s in profile.said_by if s.words is None]
    assert len(signed) == 2
    assert all(s.where.outlet_name == "Velden" for s in signed)


def test_what_an_actor_says_comes_before_what_it_passes_on(case):
    """Whoever finally spoke leads; then by date, what has none last; each with its words and place."""
    by = case.actor(digest("Velden")).said_by
    assert [s.statement.words for s in by] == [
        "the harbour master as saying",
        "Repairs began",
        "Port Maren is shut",
        "Port Maren is shut",
        "Marenhaven, or PORT MAREN, obeys",
    ]
    assert [s.words for s in by] == [
        "The Velden agency",
        "the wire",
        "The Velden agency",
        None,
        None,
    ]
    assert (by[0].where.outlet_name, by[0].where.published_from) == ("Courier", "2031-05-04")


def test_said_about_is_where_the_content_names_it(case):
    """A mention outside the content, or in a statement's source, is not what is said of it."""
    about = case.actor("place/port-maren").said_about
    assert [(s.statement.words, s.words) for s in about] == [
        ("Port Maren is shut", "Port Maren"),
        ("Port Maren is shut", "Port Maren"),
        ("Marenhaven, or PORT MAREN, obeys", "Marenhaven"),
    ]
    (named,) = case.actor(MASTER).said_about
    assert named.statement.words == "the harbour master as saying"


def test_a_relation_says_which_way_it_goes(case):
    """The other actor is named where the case knows it, else by its id."""
    port = case.actor("place/port-maren").relations
    assert [(r.relation.kind, r.is_subject, r.other_name) for r in port] == [
        ("leads", False, "Harbour-Master"),
        ("loyal_to", True, "nobody"),
    ]
    (led,) = case.actor(MASTER).relations
    assert (led.is_subject, led.other_id, led.relation.text) == (
        True,
        "place/port-maren",
        "The harbour master",
    )


def test_roles_come_with_their_dates(case):
    """What the registry knows of offices is told."""
    (role,) = case.actor("Marenhaven").actor.roles
    assert (role.title, role.from_, role.to) == ("port", "1890", None)


def test_a_limit_cuts_the_lists_and_not_the_totals(case):
    """However short the lists, the totals say what the case holds; names stay whole."""
    whole, cut = case.actor("place/port-maren"), case.actor("place/port-maren", 1)
    assert (len(cut.said_about), cut.said_about_total) == (1, len(whole.said_about))
    assert (len(cut.relations), cut.relations_total) == (1, 2)
    assert cut.names == whole.names
    by = case.actor(digest("Velden"), 1)
    assert (len(by.said_by), by.said_by_total) == (1, 5)
    assert by.said_by == case.actor(digest("Velden")).said_by[:1]


def test_an_unnamed_source_is_an_actor_like_others():
    """An unnamed source of one outlet is asked for by its words, and says what it said."""
    key = digest("two <i>tired</i> sources")
    tired = actor(key, "two <i>tired</i> sources", kind=ActorKind.UNNAMED)
    with Case.in_memory() as made:
        made.add(small_case.paper_page())
        made.replace_links(replace(small_case.Links(), actors=(tired,)))
        profile = made.actor("Two <i>tired</i> sources")
    assert profile.actor.type is ActorKind.UNNAMED
    assert [s.words for s in profile.said_by] == ["two <i>tired</i> sources"]


# ---- how an unnamed source is described


def telling(words, low=2, high=None):
    """What a reader would say of a phrase: stands for the reading room, which a case does not know."""

    def told(text, start, end):
        phrase = Span(start=start, end=end, text=text[start:end])
        said = words.get(phrase.text, {})
        given = {"low": low, "high": high} | {
            k: v for k, v in said.items() if k in {"low", "high"}
        }
        rest = {k: v for k, v in said.items() if k not in {"low", "high"}}
        return UnnamedSource(
            **{"phrase": phrase, "number": SourceNumber(span=phrase, **given), "role": None, "nearness": None,
               "allegiance": (), "hidden_by": (), "asked": None, "reason": None} | rest,
        )  # fmt: skip

    return told


TELLS = (
    "Two clerks said A. The clerks said B. They said C. Maren quoted two clerks as saying D."
)
CLERKS = tuple(
    ("clerks", LinkKind.UNNAMED, words)
    for words in ("Two clerks", "The clerks", "They", "two clerks")
)


def clerks_case(kind=ActorKind.UNNAMED):
    case = Case.in_memory()
    found = page(
        "tells.txt",
        TELLS,
        "Courier",
        None,
        ("A", CLERKS[0]),
        ("B", CLERKS[1]),
        ("C", CLERKS[2]),
        ("D", ("Maren", LinkKind.OUTLET, "Maren"), CLERKS[3]),
    )
    case.add(found)
    case.replace_links(
        replace(small_case.Links(), actors=(actor(digest("clerks"), "clerks", kind=kind),))
    )
    return case


def role(word):
    start = TELLS.index(word)
    return {"role": Span(start=start, end=start + len(word), text=word)}


def test_a_telling_that_adds_nothing_is_left_out():
    """ "The clerks" and "they" say no more than "two clerks"; another's clerks are described by themselves."""
    two = {"low": 2, "high": 2} | role("clerks")
    reads = telling({"Two clerks": two, "two clerks": two, "The clerks": role("clerks")})
    with clerks_case() as case:
        case.describe = reads
        profile = case.actor("clerks")
        cut = case.actor("clerks", 1)
    assert [
        (d.source.phrase.text, d.owner_name, d.owner_words, d.where.outlet_name)
        for d in profile.described_as
    ] == [
        ("Two clerks", "Courier", None, "Courier"),
        ("two clerks", "Maren", "Maren", "Courier"),
    ]
    assert profile.described_as_total == 2
    assert (len(cut.described_as), cut.described_as_total) == (1, 2)


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        ({"low": 1, "high": 1}, ["Two clerks", "They"]),
        ({"reason": Span(start=0, end=3, text="Two")}, ["Two clerks", "They"]),
        ({"low": 2, "high": None}, ["Two clerks"]),
        ({"low": 2, "high": 2}, ["Two clerks"]),
    ],
)
def test_a_telling_that_adds_something_is_kept(other, kept):
    """One of them, or a reason given later, is news; a wider number is none."""
    two = {"low": 2, "high": 2} | role("clerks")
    reads = telling({"Two clerks": two, "two clerks": two, "The clerks": two, "They": other})
    with clerks_case() as case:
        case.describe = reads
        found = case.actor("clerks").described_as
    assert [d.source.phrase.text for d in found if d.owner_name == "Courier"] == kept


def test_the_fuller_telling_stands_also_where_it_comes_later():
    """ "The clerks" say less than what comes after them."""
    reads = telling(
        {"Two clerks": {}, "The clerks": {}, "They": {"low": 2, "high": 2} | role("clerks")}
    )
    with clerks_case() as case:
        case.describe = reads
        found = case.actor("clerks").described_as
    assert [d.source.phrase.text for d in found if d.owner_name == "Courier"] == ["They"]


def test_who_has_a_name_is_not_described(case):
    """Nobody is asked what the text tells of a named actor, nor of anyone if nobody reads."""
    with clerks_case(kind=ActorKind.PERSON) as named, clerks_case() as unread:
        named.describe = telling({})
        assert named.actor("clerks").described_as == ()
        assert unread.actor("clerks").described_as == ()
    assert case.actor(MASTER).described_as == ()


@pytest.mark.parametrize(
    ("kind", "is_so"),
    [(ActorKind.GROUP, True), (ActorKind.PERSON, True), (ActorKind.OUTLET, False)],
)
def test_people_known_by_a_description_have_no_name(kind, is_so):
    """ "Officials" and "an official" are described; "the newspaper" is an outlet."""
    assert is_nameless(actor("described/x", "officials", kind=kind)) is is_so
    assert not is_nameless(actor("person/x", "officials", kind=kind))
