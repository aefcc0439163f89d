import re

import pytest

from headwater.language import split_text
from headwater.model import ActorKind, Mention, MentionKind
from headwater.reading.relations import find_relations

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
    "Lune Wire": ("outlet/wire", ActorKind.AGENCY, MentionKind.NAME),
    "marsh factions": ("class/factions", ActorKind.GROUP, MentionKind.DESCRIPTION),
    "leaders of marsh factions": ("class/leaders", ActorKind.GROUP, MentionKind.DESCRIPTION),
    "fighters loyal to Sudor": ("class/fighters", ActorKind.GROUP, MentionKind.DESCRIPTION),
    "Nordia-backed band": ("class/band", ActorKind.GROUP, MentionKind.DESCRIPTION),
    "Nordian ambassador": ("class/ambassador", ActorKind.PERSON, MentionKind.DESCRIPTION),
    "one of its senior commanders": (
        "class/officer",
        ActorKind.PERSON,
        MentionKind.DESCRIPTION,
    ),
    "Red Reeds media": ("class/media", ActorKind.GROUP, MentionKind.DESCRIPTION),
    "its allies": ("class/allies", ActorKind.GROUP, MentionKind.DESCRIPTION),
    "Nordian proxies": ("class/proxies", ActorKind.GROUP, MentionKind.DESCRIPTION),
    "pro-Sudor crowd": ("class/crowd", ActorKind.GROUP, MentionKind.DESCRIPTION),
    "adviser to President Ilse Varga": (
        "class/aide",
        ActorKind.PERSON,
        MentionKind.DESCRIPTION,
    ),
    "its": ("group/herons", ActorKind.ARMED_GROUP, MentionKind.PRONOUN),
    "They": ("group/herons", ActorKind.GROUP, MentionKind.PRONOUN),
}


def _mentions(text):
    return [
        Mention(id=f"{name}{found.start()}", article_id="a", start=found.start(), end=found.end(),
                text=found.group(), actor_id=actor, type=type_, kind=kind)
        for name, (actor, type_, kind) in _CAST.items()
        for found in re.finditer(rf"\b{name}\b", text)
    ]  # fmt: skip


def _ties(text):
    found = find_relations("a", split_text(text), _mentions(text))
    return {(r.subject.split("/")[1], r.kind, r.object.split("/")[1]) for r in found}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Nordia-backed Red Reeds fell back.", ("nordia", "backs", "reeds")),
        ("The Red Reeds, backed by Nordia, fell back.", ("nordia", "backs", "reeds")),
        ("Nordia funds the Red Reeds.", ("nordia", "backs", "reeds")),
        ("A Nordia-backed band fled.", ("nordia", "backs", "band")),
        ("The Nordia-aligned Marsh Council met.", ("marsh", "aligned_with", "nordia")),
        ("The pro-Nordia Marsh Council met.", ("marsh", "aligned_with", "nordia")),
        ("The anti-Nordia Marsh Council met.", ("marsh", "in_conflict_with", "nordia")),
        ("Some fighters loyal to Sudor fled.", ("fighters", "loyal_to", "sudor")),
        ("The Black Herons, allied with Sudor, rested.", ("herons", "allied_with", "sudor")),
        ("The Black Herons are part of the Marsh Council.", ("herons", "part_of", "marsh")),
        ("Tomas Brill is a senior member of the Marsh Council.", ("brill", "member_of", "marsh")),
        ("The marsh factions, including the Red Reeds, ate.", ("factions", "has_member", "reeds")),
        ("The leaders of marsh factions, including the Red Reeds, ate.", ("factions", "has_member", "reeds")),
        ("The leaders of marsh factions ate.", ("leaders", "leads", "factions")),
        ("The Marsh Council, an umbrella group of marsh factions, met.", ("marsh", "umbrella_of", "factions")),
        ("Ilse Varga, commander of the Red Reeds, spoke.", ("varga", "commands", "reeds")),
        ("Deputy Commander of the River Guard, Ilse Varga, spoke.", ("varga", "deputy_commander_of", "river-guard")),
        ("Red Reeds leader Tomas Brill spoke.", ("brill", "leads", "reeds")),
        ("Nordian President Ilse Varga spoke.", ("varga", "president_of", "nordia")),
        ("The former Nordian Prime Minister Ilse Varga spoke.", ("varga", "former_pm_of", "nordia")),
        ("Nordian Foreign Minister Ilse Varga spoke.", ("varga", "holds_office_in", "nordia")),
        ("Nordian Ambassador to Port Lune Ilse Varga spoke.", ("varga", "ambassador_of", "nordia")),
        ("The Nordian ambassador in Port Lune wept.", ("ambassador", "ambassador_of", "nordia")),
        ("Tomas Brill, a senior adviser to Ilse Varga, spoke.", ("brill", "adviser_to", "varga")),
        ("Nordia's River Guard landed.", ("river-guard", "part_of", "nordia")),
        ("The Black Herons lost one of its senior commanders.", ("officer", "member_of", "herons")),
        ("Nordian state news agency Lune Wire wrote it.", ("wire", "state_media_of", "nordia")),
        ("The Black Herons are awaiting orders from Sudor.", ("herons", "awaits_orders_from", "sudor")),
        ("The Red Reeds wait for clear Nordian orders.", ("reeds", "awaits_orders_from", "nordia")),
        ("They have no wish to move without Nordian orders.", ("herons", "awaits_orders_from", "nordia")),
        ("Nordia called on the Red Reeds to wait.", ("nordia", "gives_instructions_to", "reeds")),
        ("The Red Reeds coordinate with the Black Herons.", ("reeds", "coordinates_with", "herons")),
        ("Tomas Brill met with Ilse Varga in Port Lune.", ("brill", "met_with", "varga")),
        ("Tomas Brill, a senior leader of the Red Reeds, spoke.", ("brill", "member_of", "reeds")),
        ("The Red Reeds media wept.", ("media", "part_of", "reeds")),
        ("Sudor and its allies wept.", ("allies", "allied_with", "herons")),
        ("Nordian proxies wept.", ("proxies", "backs", "nordia")[::-1]),
        ("The pro-Sudor crowd wept.", ("crowd", "aligned_with", "sudor")),
        ("An adviser to President Ilse Varga wept.", ("aide", "adviser_to", "varga")),
        ("Nordia and Sudor fought a long war.", ("nordia", "in_conflict_with", "sudor")),
        ("The war between Nordia and Sudor ended.", ("nordia", "in_conflict_with", "sudor")),
        ("Sudor has designated the Red Reeds as outlaws.", ("sudor", "designates", "reeds")),
    ],
)  # fmt: skip
def test_the_words_between_two_actors_name_their_tie(text, tie):
    """Who backs, leads, belongs to or waits for whom is read off the joining words."""
    assert tie in _ties(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Red Reeds are not allied with Sudor.",
        "The Red Reeds left Port Lune.",
        "Tomas Brill and Ilse Varga ate.",
        "Nordia told the Red Reeds about it.",
        "Nordia. The Red Reeds are loyal.",
        "The former Red Reeds leader Tomas Brill spoke.",
        "Marsh Council leaders head to Port Lune.",
        "The pro-Nordia crowd in Sudor sang.",
        "Tomas Brill met the Nordian cook.",
        "Tomas Brill, ambassador to Sudor, ate.",
        "The marsh factions, including Tomas Brill, ate.",
        "The pro-Nordia Port Lune sang.",
    ],
)
def test_words_that_deny_or_do_not_join_tie_nobody(text):
    """A denied tie, a past office, a meeting place and mere neighbours give no relation."""
    assert _ties(text) == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Black Herons await orders from Sudor.", "asserted"),
        ("Sudor urged the Black Herons to wait for orders from Nordia.", "requested"),
        ("The Red Reeds, allegedly backed by Nordia, ate.", "inferred"),
        ("The Red Reeds would coordinate with the Black Herons.", "conditional"),
    ],
)
def test_a_tie_keeps_the_strength_of_its_words(text, modality):
    """What is asked for, supposed or conditional is not told as a fact."""
    kinds = {"awaits_orders_from", "backs", "coordinates_with"}
    found = find_relations("a", split_text(text), _mentions(text))
    assert [r.modality for r in found if r.kind in kinds] == [modality]


def test_a_tie_shows_its_words():
    """The span of a relation holds both actors and what joins them."""
    text = "Yesterday the Nordia-backed Red Reeds fell back."
    (found,) = find_relations("a", split_text(text), _mentions(text))
    assert found.text == text[found.start : found.end] == "Nordia-backed Red Reeds"


def test_the_order_of_mentions_changes_nothing():
    """Relations come out the same whatever order the mentions come in."""
    text = "Nordia funds the Red Reeds, and Sudor funds the Black Herons."
    mentions = _mentions(text)
    parse = split_text(text)
    assert find_relations("a", parse, mentions) == find_relations("a", parse, mentions[::-1])
