import re
from dataclasses import replace
from datetime import date

import pytest
from small_article import small_article

from headwater.language import read
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.cast import Cast, Name
from headwater.reading.relations import find_relations
from headwater.reading.statements import find_statements

_CAST = {
    "Nordia": ("state/nordia", ActorKind.STATE, MentionKind.NAME),
    "Nordian": ("state/nordia", ActorKind.STATE, MentionKind.ADJECTIVAL),
    "Sudor": ("state/sudor", ActorKind.STATE, MentionKind.NAME),
    "Port Lune": ("place/lune", ActorKind.PLACE, MentionKind.NAME),
    "River Guard": ("organ/river-guard", ActorKind.STATE_ORGAN, MentionKind.NAME),
    "Red Reeds": ("group/reeds", ActorKind.ARMED_GROUP, MentionKind.NAME),
    "Black Herons": ("group/herons", ActorKind.ARMED_GROUP, MentionKind.NAME),
    "Marsh Council": ("party/marsh", ActorKind.PARTY, MentionKind.NAME),
    "Ilse Varga": ("person/varga", ActorKind.PERSON, MentionKind.NAME),
    "Tomas Brill": ("person/brill", ActorKind.PERSON, MentionKind.NAME),
    "Tehran": ("place/tehran", ActorKind.PLACE, MentionKind.NAME),
    "Ann Quill": ("person/quill", ActorKind.PERSON, MentionKind.NAME),
    "Lune Wire": ("outlet/wire", ActorKind.AGENCY, MentionKind.NAME),
}


def _mentions(text):
    return [
        Mention(id=f"{name}{found.start()}", article_id="a", start=found.start(), end=found.end(),
                text=found.group(), actor_id=actor, type=type_, kind=kind)
        for name, (actor, type_, kind) in _CAST.items()
        for found in re.finditer(rf"\b{name}\b", text)
    ]  # fmt: skip


def _find(text, published=None):
    return find_relations("a", read(text), _mentions(text), published)


def _ties(text):
    """Give the ties of a text: a named actor by the end of its id, another by its words."""
    found = _find(text)
    words = {m.actor_id: m.text for m in reversed(found.mentions)}
    told = lambda key: words.get(key) or key.split("/")[1]  # noqa: E731 - a word for a look-up
    return {(told(r.subject), r.kind, told(r.object)) for r in found.relations}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Nordia-backed Red Reeds fell back.", ("nordia", "backs", "reeds")),
        ("The Red Reeds, backed by Nordia, fell back.", ("nordia", "backs", "reeds")),
        ("The Red Reeds, who are armed by Nordia, fell back.", ("nordia", "arms", "reeds")),
        ("The Red Reeds are funded and armed by Nordia.", ("nordia", "arms", "reeds")),
        ("Nordia funds the Red Reeds.", ("nordia", "funds", "reeds")),
        ("Nordia has hosted the Red Reeds.", ("nordia", "hosts", "reeds")),
        ("A Nordia-backed militia fled.", ("nordia", "backs", "Nordia-backed militia")),
        ("The Nordia-aligned Marsh Council met.", ("marsh", "aligned_with", "nordia")),
        ("The pro-Nordia Marsh Council met.", ("marsh", "aligned_with", "nordia")),
        ("The anti-Nordia Marsh Council met.", ("marsh", "opposes", "nordia")),
        ("Some fighters loyal to Sudor fled.", ("Some fighters loyal to Sudor", "loyal_to", "sudor")),
        ("The Black Herons, allied with Sudor, rested.", ("herons", "allied_with", "sudor")),
        ("The Black Herons are part of the Marsh Council.", ("herons", "part_of", "marsh")),
        ("Tomas Brill is a senior member of the Marsh Council.", ("brill", "member_of", "marsh")),
        ("Several Sudorian factions, including the Red Reeds, ate.", ("reeds", "member_of", "Several Sudorian factions")),
        ("The leaders of the Red Reeds ate.", ("leaders of the Red Reeds", "leads", "reeds")),
        ("Ilse Varga, commander of the Red Reeds, spoke.", ("varga", "commands", "reeds")),
        ("Deputy Commander of the River Guard, Ilse Varga, spoke.", ("varga", "deputy_commander_of", "river-guard")),
        ("Red Reeds leader Tomas Brill spoke.", ("brill", "leads", "reeds")),
        ("Nordian President Ilse Varga spoke.", ("varga", "president_of", "nordia")),
        ("The former Nordian Prime Minister Ilse Varga spoke.", ("varga", "former_pm_of", "nordia")),
        ("The former Red Reeds leader Tomas Brill spoke.", ("brill", "held_office_in", "reeds")),
        ("Nordian Foreign Minister Ilse Varga spoke.", ("varga", "holds_office_in", "nordia")),
        ("Nordian Vice President Ilse Varga spoke.", ("varga", "holds_office_in", "nordia")),
        ("Nordian leader Ilse Varga spoke.", ("varga", "leads", "nordia")),
        ("The deputy head of the Red Reeds, Tomas Brill, spoke.", ("brill", "deputy_commander_of", "reeds")),
        ("Prime Minister Ilse Varga of Nordia spoke.", ("varga", "holds_office_in", "nordia")),
        ("Secretary-General Ilse Varga of the Marsh Council spoke.", ("varga", "leads", "marsh")),
        ("Tehran's ambassador Ilse Varga spoke.", ("varga", "ambassador_of", "tehran")),
        ("Nordian Ambassador to Port Lune Ilse Varga spoke.", ("varga", "ambassador_of", "nordia")),
        ("The Nordian ambassador in Port Lune wept.", ("Nordian ambassador in Port Lune", "ambassador_of", "nordia")),
        ("Tomas Brill, a senior adviser to Ilse Varga, spoke.", ("brill", "adviser_to", "varga")),
        ("Tomas Brill, who speaks to Ilse Varga, wept.", ("brill", "speaks_with", "varga")),
        ("Red Reeds spokesman Tomas Brill wept.", ("brill", "spokesman_of", "reeds")),
        ("Nordia's River Guard landed.", ("river-guard", "part_of", "nordia")),
        ("One of the senior commanders of the Red Reeds fell.", ("senior commanders of the Red Reeds", "member_of", "reeds")),
        ("Nordian state news agency Lune Wire wrote it.", ("wire", "state_media_of", "nordia")),
        ("The Black Herons are awaiting orders from Sudor.", ("herons", "awaits_orders_from", "sudor")),
        ("The Red Reeds wait for clear Nordian orders.", ("reeds", "awaits_orders_from", "nordia")),
        ("The Red Reeds have no intention of moving without Nordian orders.", ("reeds", "awaits_orders_from", "nordia")),
        ("Nordia called on the Red Reeds to wait.", ("nordia", "gives_instructions_to", "reeds")),
        ("Nordia called on the Red Reeds to wait for orders from Sudor.", ("reeds", "awaits_orders_from", "sudor")),
        ("The Red Reeds coordinate with the Black Herons.", ("reeds", "coordinates_with", "herons")),
        ("The Red Reeds fought alongside the Black Herons.", ("reeds", "coordinates_with", "herons")),
        ("The Red Reeds run an operations room with the Black Herons.", ("reeds", "shares_operations_room_with", "herons")),
        ("Sudor is mediating between Nordia and the Red Reeds.", ("sudor", "mediates_between", "reeds")),
        ("Commander of the River Guard Tomas Brill and Ann Quill met Ilse Varga in Port Lune.", ("quill", "met_with", "varga")),
        ("Tomas Brill met with Ilse Varga in Port Lune.", ("brill", "met_with", "varga")),
        ("Tomas Brill held talks with Ilse Varga in Port Lune.", ("brill", "met_with", "varga")),
        ("Tomas Brill, a senior leader of the Red Reeds, spoke.", ("brill", "member_of", "reeds")),
        ("Nordia and its allies wept.", ("its allies", "allied_with", "nordia")),
        ("Nordian proxies wept.", ("nordia", "backs", "Nordian proxies")),
        ("Nordia and Sudor fought a long war.", ("nordia", "in_conflict_with", "sudor")),
        ("The war between Nordia and Sudor ended.", ("nordia", "in_conflict_with", "sudor")),
        ("Sudor has designated the Red Reeds as outlaws.", ("sudor", "designates", "reeds")),
        ("Nordian jets and the River Guard struck Red Reeds positions.", ("river-guard", "attacks", "reeds")),
        ("As the head of the Red Reeds, Tomas Brill plays a part.", ("brill", "leads", "reeds")),
        ("The Marsh Council includes the Red Reeds and the Black Herons.", ("herons", "member_of", "marsh")),
        ("Nordia works closely with the Red Reeds.", ("nordia", "coordinates_with", "reeds")),
        ("Tehran funds the Red Reeds.", ("tehran", "funds", "reeds")),
        ("Ann Quill - Gen. Tomas Brill, who commands the Red Reeds, spoke.", ("brill", "commands", "reeds")),
        ("Nordia has advised the Red Reeds to wait.", ("nordia", "gives_instructions_to", "reeds")),
        ("The Red Reeds were advised by Nordia to wait.", ("nordia", "gives_instructions_to", "reeds")),
        ("Tomas Brill advised the Red Reeds.", ("brill", "adviser_to", "reeds")),
        ("Sudor voiced its support for the Red Reeds.", ("sudor", "supports", "reeds")),
        ("Nordia accused Sudor of arming the Red Reeds.", ("sudor", "arms", "reeds")),
        ("Nordia wants the Red Reeds to attack Sudor.", ("reeds", "attacks", "sudor")),
        ("Nordia backs Sudor in its war against the Red Reeds.", ("sudor", "in_conflict_with", "reeds")),
        ("Rebels backed by Nordia and Sudor fled.", ("sudor", "backs", "Rebels backed by Nordia")),
        ("Nordia has armed and directed the Red Reeds.", ("nordia", "commands", "reeds")),
        ("Port Lune is the largest town controlled by the Red Reeds.", ("reeds", "controls", "lune")),
        ("The Red Reeds captured Port Lune.", ("reeds", "controls", "lune")),
        ("The Red Reeds captured Tomas Brill.", ("reeds", "detains", "brill")),
        ("The Red Reeds seized the city of Port Lune.", ("reeds", "controls", "lune")),
        ("Nordia vowed to destroy the remnants of the Red Reeds.", ("nordia", "in_conflict_with", "reeds")),
        ("Nordia hosts the Red Reeds.", ("nordia", "hosts", "reeds")),
        ("Nordia hosts thousands of fighters of the Red Reeds.", ("nordia", "hosts", "fighters of the Red Reeds")),
        ("Ilse Varga hosted Tomas Brill in Port Lune.", ("varga", "met_with", "brill")),
        ("Tomas Brill met a number of aides and Nordian officials.", ("brill", "met_with", "Nordian officials")),
        ("The Red Reeds were founded by Ilse Varga.", ("varga", "founded", "reeds")),
        ("Nordia and Sudor signed a pact in Port Lune.", ("nordia", "agrees_with", "sudor")),
        ("It welcomed the pact reached on Monday between Nordia and Sudor.", ("nordia", "agrees_with", "sudor")),
        ("Nordia signed a truce with the Red Reeds.", ("nordia", "agrees_with", "reeds")),
        ("Sudor brokered a ceasefire between Nordia and the Red Reeds.", ("sudor", "mediates_between", "reeds")),
        ("The Black Herons pledged allegiance to the Red Reeds.", ("herons", "loyal_to", "reeds")),
        ("Sudor says Nordia arms the Red Reeds. The weather was mild on the coast and the fields were dry.", ("nordia", "arms", "reeds")),
        ("Nordia has supplied the Red Reeds with rockets.", ("nordia", "arms", "reeds")),
        ("Nordia has delivered drones to the Red Reeds.", ("nordia", "arms", "reeds")),
        ("The Red Reeds get their weapons from Nordia.", ("nordia", "arms", "reeds")),
        ("The Red Reeds were given money by Nordia.", ("nordia", "funds", "reeds")),
        ("The Red Reeds take orders from Nordia.", ("reeds", "takes_orders_from", "nordia")),
        ("The Red Reeds coordinates its raids with the Black Herons. The weather was mild on the coast and the fields were dry.", ("reeds", "coordinates_with", "herons")),
        ("Sudor has been acting as a mediator between Nordia and the Red Reeds.", ("sudor", "mediates_between", "reeds")),
        ("The talks between Nordia and the Red Reeds are mediated by Sudor.", ("sudor", "mediates_between", "reeds")),
        ("Ilse Varga received Tomas Brill in Port Lune.", ("varga", "met_with", "brill")),
        ("Sudor's ally Nordia sent two boats.", ("nordia", "allied_with", "sudor")),
        ("Red Reeds captain Tomas Brill wept.", ("brill", "member_of", "reeds")),
        ("The Red Reeds take their orders from Nordia.", ("reeds", "takes_orders_from", "nordia")),
        ("The Red Reeds split from the Marsh Council last year.", ("reeds", "split_from", "marsh")),
        ("The Red Reeds broke away from the Marsh Council.", ("reeds", "split_from", "marsh")),
        ("Tomas Brill speaks for the Red Reeds.", ("brill", "speaks_for", "reeds")),
        ("The Red Reeds and the Black Herons formed a joint operations room.", ("reeds", "shares_operations_room_with", "herons")),
        ("Sudor supports Nordian forces in their campaign to defeat the Red Reeds.", ("Nordian forces", "in_conflict_with", "reeds")),
    ],
)  # fmt: skip
def test_the_words_around_two_actors_name_their_tie(text, tie):
    """Who backs, leads, belongs to or waits for whom is read off the words that join the two."""
    assert tie in _ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Red Reeds are not allied with Sudor.",
        "Nordia denied arming the Red Reeds.",
        "Nordia refused to fund the Red Reeds.",
        "The Red Reeds do not take orders from Nordia.",
        "Nordia has not given the Red Reeds any rockets.",
        "Nordia sent rockets to Port Lune.",
        "Neither Nordia nor Sudor has armed the Red Reeds.",
        "The Red Reeds left Port Lune.",
        "Tomas Brill and Ilse Varga ate.",
        "Nordia told the Red Reeds about it.",
        "Nordia. The Red Reeds are loyal.",
        "The pro-Nordia crowd in Sudor sang.",
        "Tomas Brill met the Nordian cook.",
        "Tomas Brill, ambassador to Sudor, ate.",
        "Several factions, including Tomas Brill, ate.",
        "The pro-Nordia Port Lune sang.",
        "The rebels fought the militia.",
        "Faction leaders met in Port Lune.",
        "Red Reeds fighters sang.",
        "They met Nordia. It arms the Red Reeds.",
        "Port Lune funds the Red Reeds.",
        "Nordian and River Guard boats sank.",
        "Ilse Varga commander Tomas Brill spoke.",
        "A Nordian says he belongs to the Red Reeds.",
        "Tomas Brill, a member of Nordia, spoke.",
        "Sudor joined Nordia in an exercise.",
        "Nordian shadow foreign minister Ilse Varga spoke.",
        "The Nordian president-elect, Ilse Varga, spoke.",
        "Prime Minister Ilse Varga of Port Lune spoke.",
        "Nordia and Sudor signed a law.",
        "Nordian rebel leader Ilse Varga spoke.",
        "The Red Reeds had arrested a colonel loyal to former Sudorian mayor Tomas Brill.",
    ],
)
def test_words_that_deny_or_do_not_join_tie_nobody_named(text):
    """A denied tie, a meeting place, mere neighbours and nouns that could be anybody's give no relation of names."""
    named = {"nordia", "sudor", "reeds", "herons", "brill", "varga", "marsh", "lune"}
    told = {tie for tie in _ties(text) if tie[0] in named and tie[2] in named}
    assert told == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Red Reeds split from the Marsh Council last year.", "member_of"),
        ("Tomas Brill speaks for the Red Reeds.", "speaks_with"),
        ("The Red Reeds and the Black Herons bombed an operations room.", "shares_operations_room_with"),
    ],
)  # fmt: skip
def test_words_that_part_or_strike_make_no_other_tie(text, kind):
    """Who has left is no member, and who bombs a room does not share it."""
    assert kind not in {told for _, told, _ in _ties(text)}


def test_nobody_is_tied_who_is_only_a_common_noun():
    """Of two actors one is known by a name, and neither is a bare noun."""
    assert _ties("The rebels fought the militia, and faction leaders met.") == set()
    assert _ties("Red Reeds fighters sang.") == set()


def test_a_bare_noun_goes_back_to_its_full_description():
    """ "The factions" are the factions told of before, and a pronoun is whoever it stands for."""
    text = "Several armed factions that are loyal to Nordia met on Monday. The factions await orders from Sudor."
    found = _find(text)
    loyal, awaiting = (
        next(r for r in found.relations if r.kind == kind)
        for kind in ("loyal_to", "awaits_orders_from")
    )
    assert loyal.subject == awaiting.subject
    assert "Several armed factions" in {m.text for m in found.mentions}


def test_a_description_that_holds_a_name_is_one_actor_in_every_article():
    """ "Factions loyal to Nordia" are the same elsewhere; "local gunmen" are each article's own."""
    text = "Factions loyal to Nordia met local gunmen, who back Sudor."
    one, other = (find_relations(key, read(text), _mentions(text)) for key in "ab")
    by_words = [{m.text: m.actor_id for m in found.mentions} for found in (one, other)]
    assert by_words[0]["Factions loyal to Nordia"] == by_words[1]["Factions loyal to Nordia"]
    assert by_words[0]["local gunmen"] != by_words[1]["local gunmen"]


def test_two_who_meet_a_third_do_not_meet_each_other():
    """ "X and Y held talks with Z" joins both to Z, wherever the tree hangs him."""
    ties = _ties(
        "Tomas Brill and Ilse Varga held a meeting in recent days in Port Lune with Ann Quill."
    )
    assert ("brill", "met_with", "varga") not in ties
    assert ("brill", "met_with", "varga") in _ties("Tomas Brill and Ilse Varga held a meeting.")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nordian Vice President Ilse Varga spoke.", "Vice President"),
        ("Nordia's acting deputy foreign minister spoke.", "acting deputy foreign minister"),
        ("Nordian vice-president Ilse Varga spoke.", "vice-president"),
        ("Nordian President Ilse Varga spoke.", "President"),
    ],
)
def test_who_stands_in_for_an_office_or_is_second_to_it_has_that_title(text, title):
    """A vice president is no president, and an acting minister is told as one."""
    assert [r.title for r in _find(text).relations] == [title]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Tomas Brill, who has led the Red Reeds since 2019, spoke.", "2019-01-01", None),
        ("Tomas Brill was appointed commander of the Red Reeds on Sunday.", "2031-05-04", None),
        (
            "Tomas Brill, commander of the Red Reeds until March 2030, spoke.",
            None,
            "2030-03-31",
        ),
        ("Former Red Reeds leader Tomas Brill spoke.", None, "2031-05-05"),
        ("Tomas Brill, commander of the Red Reeds, left Port Lune on Sunday.", None, None),
        (
            "Tomas Brill, commander of the Red Reeds, has lived in Port Lune since 2019.",
            None,
            None,
        ),
        ("Tomas Brill resigned as commander of the Red Reeds on Sunday.", None, "2031-05-04"),
    ],
)
def test_an_office_has_the_days_that_the_words_give_it(text, since, until):
    """Since when, until when; who held it before held it no longer when the article came out."""
    found = _find(text, (date(2031, 5, 5), date(2031, 5, 5)))
    (tie,) = [r for r in found.relations if r.object == "group/reeds"]
    assert (tie.since, tie.until) == (since, until)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Black Herons await orders from Sudor.", "asserted"),
        ("Sudor urged the Black Herons to wait for orders from Nordia.", "requested"),
        ("The Red Reeds, allegedly backed by Nordia, ate.", "inferred"),
        ("The Red Reeds would coordinate with the Black Herons.", "conditional"),
        ("If Nordia backs the Red Reeds, Sudor weeps.", "conditional"),
        ("The Red Reeds are believed to be backed by Nordia.", "inferred"),
        ("Sudor accused Nordia of backing the Red Reeds.", "inferred"),
        ("Nordia plans to back the Red Reeds.", "intended"),
        ("Sudor said that Nordia backs the Red Reeds.", "asserted"),
    ],
)
def test_a_tie_keeps_the_strength_of_its_words(text, modality):
    """What is asked for, supposed or conditional is not told as a fact."""
    kinds = {"awaits_orders_from", "backs", "coordinates_with"}
    found = _find(text).relations
    assert [r.modality for r in found if r.kind in kinds] == [modality]


def test_a_tie_shows_its_words():
    """The span of a relation holds both actors and what joins them."""
    text = "Yesterday the Nordia-backed Red Reeds fell back."
    (found,) = _find(text).relations
    assert found.text == text[found.start : found.end] == "Nordia-backed Red Reeds"


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("“We will fight Nordia,” Red Reeds spokesman Tomas Brill said.", ("reeds", "in_conflict_with", "nordia")),
        ("Red Reeds spokesman Tomas Brill said: “Nordia has armed us.”", ("nordia", "arms", "reeds")),
        ("“We back Sudor,” the Red Reeds said.", ("reeds", "backs", "sudor")),
        ("“I met Ilse Varga,” Red Reeds spokesman Tomas Brill said.", ("brill", "met_with", "varga")),
        ("“We back Sudor,” Tomas Brill said.", ("brill", "backs", "sudor")),
        ("“We back Sudor,” a Red Reeds official said.", ("reeds", "backs", "sudor")),
        ("Nordian Foreign Minister Ilse Varga said:\n\nWe have always backed Sudor.", ("nordia", "backs", "sudor")),
    ],
)  # fmt: skip
def test_we_are_the_body_that_the_speaker_speaks_for(text, tie):
    """In a quotation, and below "she said:" without quotation marks; "I" is the speaker himself."""
    assert tie in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "We back Sudor.",
        "“You back Sudor,” Tomas Brill said.",
        "Tomas Brill said: “Sudor weeps.” We back Sudor.",
        "Former Red Reeds leader Tomas Brill said nothing: “Nordia slept.” We back Sudor.",
    ],
)
def test_outside_anybodys_words_we_are_nobody(text):
    """The page's own "we", and "you", stand for no actor."""
    assert not {tie for tie in _told(text) if tie[1] == "backs"}


def _told(text):
    """Give the ties of a text whose statements are read too."""
    article = small_article(*text.split("\n\n"))
    parse, mentions = read(article), _mentions(text)
    cast = Cast(
        [Name(m.start, m.end, m.text, m.actor_id, m.type, m.kind) for m in mentions], {}
    )
    found = find_relations("a", parse, mentions, None, find_statements(article, parse, cast))
    return {(r.subject.split("/")[1], r.kind, r.object.split("/")[1]) for r in found.relations}


def test_the_order_of_mentions_changes_nothing():
    """Relations come out the same whatever order the mentions come in."""
    text = "Nordia funds the Red Reeds, and Sudor funds the Black Herons."
    mentions = _mentions(text)
    parse = read(text)
    assert find_relations("a", parse, mentions) == find_relations("a", parse, mentions[::-1])


def test_two_pronouns_that_stand_for_each_other_stand_for_nobody():
    """The engine may say so; the page is read all the same, and nobody is tied by them."""
    text = "Their leader commands his fighters."
    parse = read(text)
    circle = ((0, text.index("his")), (text.index("his"), 0))
    assert not find_relations("a", replace(parse, antecedents=circle), (), None).relations


def test_a_preposition_is_found_right_behind_the_verb_where_the_tree_has_lost_it():
    text = "Nordia called on the Red Reeds to be on guard."
    parse = read(text)
    (sentence,) = parse.sentences
    words = [t.lower for t in sentence.tokens]
    lost = replace(sentence.tokens[2], relation="mark", head=words.index("guard"))
    tokens = (*sentence.tokens[:2], lost, *sentence.tokens[3:])
    parse = replace(parse, sentences=(replace(sentence, tokens=tokens),))
    found = find_relations("a", parse, _mentions(text))
    assert [r.kind for r in found.relations] == ["gives_instructions_to"]
