import pytest
from small_pile import described, hidden, leaning, link, paper, person
from two_tellings import WIRE, changes, tells

from headwater.model import LinkKind, Polarity, Voice

BRODE, VENN = person("Ilan Brode"), person("Mara Venn")
PIERS = "two piers of Port Maren were shut by the harbour office"
PLAIN = tells(PIERS, BRODE)


def kinds(upstream, told):
    return [kind for kind, _, _ in changes(upstream, told)]


# How sure


@pytest.mark.parametrize(
    ("upstream", "told", "expected"),
    [
        ("two piers may be shut", "two piers are shut", ("hedge-lost", "may", "two piers are shut")),
        ("two piers are shut", "two piers are reportedly shut", ("hedge-added", "Two piers are shut", "reportedly")),
        ("two piers are likely to be shut", "two piers may be shut", ("modality-softened", "likely", "may")),
        ("two piers may be shut", "two piers are probably shut", ("modality-escalated", "may", "probably")),
        ("the eastern port office is likely to have shut piers", "the eastern port office may close its quays", ("modality-softened", "likely", "may")),
        ("the office will shut two piers", "the office shut two piers", ("modality-escalated", "will", "the office shut two piers")),
        ("the office plans to expel two skippers", "the office has expelled two skippers", ("modality-escalated", "plans to", "the office has expelled two skippers")),
        ("boats are preparing to attack two piers", "boats attacked two piers", ("modality-escalated", "are preparing to", "boats attacked two piers")),
    ],
)  # fmt: skip
def test_another_sureness_is_a_hedge_or_a_step(upstream, told, expected):
    """A hedge lost or added; with hedges in both, two steps of the ladder; a plan told as done."""
    source = described("officials")
    found = changes(tells(upstream, source), tells(told, source))
    assert [(k, a.lower(), b.lower()) for k, a, b in found] == [
        tuple(words.lower() for words in expected)
    ]


HEARD = "he had heard there may be nine barges in the harbour of Port Maren"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("there could be nine barges in the harbour of Port Maren", [("modality-escalated", "had heard", "there could be nine barges in the harbour of Port Maren")]),
        ("he had been told there may be nine barges in the harbour of Port Maren", []),
        ("the pilots may strike over pay in the summer", []),
    ],
)  # fmt: skip
def test_what_a_source_only_heard_and_is_told_as_known_is_a_step(told, expected):
    """Whoever has it from others is no witness; a telling of something else lost nothing."""
    assert changes(tells(HEARD, BRODE), tells(told, BRODE)) == expected


def test_what_nobody_is_named_for_makes_no_witness():
    """Where the source is gone, that is the drift."""
    found = kinds(tells(HEARD, BRODE), tells("there may be nine barges in the harbour of Port Maren"))  # fmt: skip
    assert "modality-escalated" not in found


@pytest.mark.parametrize(
    ("upstream", "told"),
    [
        ("two piers may be shut", "two piers could be shut"),
        ("two piers are reportedly shut", "two piers are probably shut"),
        ("two piers may be shut", "two piers can be shut"),
        ("two piers were shut in May", "two piers were shut"),
        (
            "the office does not intend to enter the yard",
            "the office has no intention of entering the yard",
        ),
        ("two piers may be shut", "a crane of the yard fell over"),
    ],
)
def test_a_like_sureness_is_no_change(upstream, told):
    """Hedges of like strength, a month, and a hedge on something that is not told again."""
    source = described("officials")
    assert kinds(tells(upstream, source), tells(told, source)) == []


def test_tellings_that_are_not_alike_are_not_weighed():
    """One claim may hold two tellings of which each has a sureness of its own."""
    source = described("officials")
    sure = tells("two piers are shut", source, vector=leaning(0, 0.6, 5))
    assert kinds(tells("two piers may be shut", source), sure) == []


@pytest.mark.parametrize(
    ("upstream", "told", "expected"),
    [
        ("this may change if the war of the ports goes on", "the shutting of piers could come soon, depending on how the war of the ports goes",
         ("modality-escalated", "may change", "could come soon")),
        ("the guard could shut two piers within days", "the guard may shut two piers", ("modality-softened", "could shut two piers within days", "may shut")),
        ("the guard may soon shut two piers", "the guard could shut two piers shortly", None),
        ("the guard is likely to shut two piers", "the guard might soon shut two piers", ("modality-softened", "likely", "might")),
        ("this may change", "the office could come soon to another mind", None),
        ("the guard may shut two piers", "the guard could shut two piers of those that need mending, if the tide comes soon", None),
    ],
)  # fmt: skip
def test_what_may_come_soon_is_bolder_than_what_may_come(upstream, told, expected):
    """Neither is surer; only where both go on with the same thing, and "soon" is said of it."""
    source = described("officials")
    found = changes(tells(upstream, source), tells(told, source))
    assert [one for one in found if one[0].startswith("modality")] == [expected] * (
        expected is not None
    )


def test_somebody_told_who_was_then_ordered():
    """ "Told" and "ordered" to do one thing; not where they are to do other things."""
    told = tells("the envoy told the guards to close the strait", BRODE)
    ordered = tells("the envoy ordered the guards to close the strait", BRODE)
    assert changes(told, ordered) == [("modality-escalated", "told", "ordered")]
    assert changes(ordered, told) == [("modality-softened", "ordered", "told")]
    other = tells("the envoy ordered the guards to burn the barges", BRODE)
    assert "modality-escalated" not in kinds(told, other)


# On whose word


def test_a_source_that_is_no_longer_named_is_dropped():
    """The Post says in its own voice what the wire had from Brode."""
    own = tells(PIERS)
    assert changes(PLAIN, own) == [
        (
            "attribution-dropped",
            "Ilan Brode",
            PIERS.capitalize().replace("port maren", "Port Maren"),
        )
    ]


def test_a_chain_that_goes_deeper_has_not_changed():
    """The Post hears Mara Venn through Ilan Brode, whom the wire names too."""
    assert kinds(PLAIN, tells(PIERS, BRODE, VENN)) == []


def test_a_source_named_in_the_sentence_all_the_same_is_not_dropped():
    """A name that the reader did not tie to the statement still stands there."""
    own = tells(f"{PIERS} on the word of Ilan Brode")
    assert "attribution-dropped" not in kinds(PLAIN, own)


def test_what_is_reportedly_so_has_a_source_all_the_same():
    """It is told as somebody's word, with a hedge in the place of whose."""
    assert "attribution-dropped" not in kinds(PLAIN, tells(f"reportedly {PIERS}"))


def test_a_quotation_whose_speaker_was_not_seen_has_one_all_the_same():
    """What stands between quotation marks is not the outlet's own word."""
    assert "attribution-dropped" not in kinds(PLAIN, tells(f"“{PIERS}”"))


@pytest.mark.parametrize(
    ("before", "after", "is_other"),
    [
        (hidden("two informed sources", WIRE), hidden("two informed officials", "Quill Post"), True),
        (hidden("two officials", WIRE), hidden("three officials", "Quill Post"), True),
        (hidden("two officials", WIRE), link("reports", LinkKind.DOCUMENT), True),
        (BRODE, described("officials of the harbour"), True),
        (described("one former employee", LinkKind.PERSON), described("three former employees"), True),
        (described("a harbour guard", LinkKind.PERSON), described("the guard of the harbour", LinkKind.PERSON), False),
        (BRODE, VENN, True),
        (hidden("two officials close to the talks", WIRE), hidden("two officials close to the negotiations", "Quill Post"), False),
        (hidden("two officials", WIRE), hidden("one of the two officials", "Quill Post"), False),
        (hidden("sources", WIRE), hidden("people", "Quill Post"), False),
        (BRODE, paper(WIRE), False),
        (BRODE, link("the paper", LinkKind.OUTLET), False),
        (person("Ilan Brode"), link("Harbour master Ilan Brode", LinkKind.PERSON, "case/other"), False),
        (hidden("two officials", WIRE), BRODE, False),
        (hidden("three officials close to the talks", WIRE), hidden("one of the officials", "Quill Post"), False),
    ],
)  # fmt: skip
def test_a_source_changes_when_another_takes_its_place(before, after, is_other):
    """Promoted, multiplied, made vague or replaced; not the same in other words, named, or left to the report."""
    found = changes(tells(PIERS, before), tells(PIERS, after))
    expected = [("attribution-changed", before.name, after.name)] if is_other else []
    assert found == expected


def test_who_only_tells_of_letters_no_longer_says_so():
    """A source that said it itself, and now says that letters do, has changed; a chain cut short has not."""
    sources, letters = hidden("two guards", WIRE), link("letters", LinkKind.DOCUMENT)
    found = changes(tells(PIERS, sources), tells(PIERS, sources, letters))
    assert found == [("attribution-changed", "two guards", "letters")]
    assert changes(tells(PIERS, sources, BRODE), tells(PIERS, sources)) == []


# How many


@pytest.mark.parametrize(
    ("upstream", "told", "expected"),
    [
        ("40 boats left", "60 boats left", ("number-changed", "40 boats", "60 boats")),
        ("some 40 boats left", "dozens of boats left", ("number-changed", "Some 40 boats", "Dozens of boats")),
        ("about forty boats left", "more than 40 boats left", ("number-changed", "About forty boats", "More than 40 boats")),
        ("seven boats left", "at least seven boats left", ("number-changed", "Seven boats", "At least seven boats")),
        ("at least 30 boats left", "30 boats left", ("hedge-lost", "At least 30 boats", "30 boats")),
        ("30 boats left", "about 30 boats left", ("hedge-added", "30 boats", "About 30 boats")),
        ("1,500 people left", "1,500 sailors left", ("actor-changed", "1,500 people", "1,500 sailors")),
    ],
)  # fmt: skip
def test_a_number_changes_with_its_value_its_bound_or_what_it_counts(upstream, told, expected):
    """Spelled out or in figures; a bound that goes is a hedge, one that comes opens the number."""
    found = changes(tells(f"{upstream} the port"), tells(f"{told} the port"))
    assert [(k, a.lower(), b.lower()) for k, a, b in found] == [
        tuple(words.lower() for words in expected)
    ]


@pytest.mark.parametrize(
    ("upstream", "told"),
    [
        ("forty boats left", "40 vessels left"),
        ("about 40 boats left", "some 40 boats left"),
        ("seven people were killed", "seven persons were killed"),
        ("40 boats left", "60 barrels were lost"),
        ("40 boats and 60 boats left", "70 boats left"),
        ("40 boats left", "the boats left"),
    ],
)
def test_the_same_number_in_other_words_is_none(upstream, told):
    """Equal values, equal bounds, other things, several candidates, none at all."""
    found = kinds(tells(f"{upstream} at dusk"), tells(f"{told} at dusk"))
    assert not {"number-changed", "hedge-lost", "hedge-added"} & set(found)


# Who, if, and in whose colours


def test_units_of_another_body_are_another_actor():
    """ "Police units" and "navy units", whosever they are; not two ways to call the same troops."""
    police = tells("police units loyal to the mayor searched the two barges at dusk")
    navy = tells("navy units loyal to the mayor searched the two barges at dusk")
    assert changes(police, navy) == [("actor-changed", "Police units", "Navy units")]
    fenmark = tells("Fenmark units loyal to the mayor searched the two barges at dusk")
    assert kinds(police, fenmark) == []


def test_a_subject_of_another_kind_is_another_actor():
    """ "River guards" and "river pilots": one word of the name stays, the actor does not."""
    upstream = tells("Fenmark river guards have searched the two barges at dusk")
    told = tells("Fenmark river pilots have searched the two barges at dusk")
    assert changes(upstream, told) == [
        ("actor-changed", "Fenmark river guards", "Fenmark river pilots")
    ]


def test_equal_nouns_are_one_actor():
    """An emissary is an envoy; and one person goes by many nouns."""
    upstream = tells("the Fenmark climber has met the two skippers at dusk")
    told = tells("the Fenmark sailor has met the two skippers at dusk")
    assert kinds(upstream, told) == []
    upstream = tells("the Fenmark envoy has met the two skippers at dusk")
    told = tells("the Fenmark emissary has met the two skippers at dusk")
    assert kinds(upstream, told) == []


def test_all_that_became_some_is_another_scope():
    """Every skipper, or several."""
    upstream = tells("every skipper was asked at dusk")
    told = tells("several skippers were asked at dusk")
    assert changes(upstream, told) == [("scope-changed", "Every skipper", "Several skippers")]


def test_a_condition_that_is_gone_is_dropped_with_its_words():
    """A threat on a condition, told as a threat; and the other way round."""
    bound = tells("no ship will pass the strait if the levy is collected", BRODE)
    free = tells("no ship will pass the strait", BRODE)
    clause = "if the levy is collected"
    assert changes(bound, free) == [
        ("condition-dropped", clause, "no ship will pass the strait")
    ]
    assert changes(free, bound) == [("condition-added", "no ship will pass the strait", clause)]
    once = tells("no ship will pass the strait once the levy is collected", BRODE)
    assert kinds(bound, once) == []


@pytest.mark.parametrize(
    ("upstream", "told", "expected"),
    [
        ("fighters of the river resistance left Port Maren", "fighters of the river militia left Port Maren", [("label-changed", "resistance left", "militia left")]),
        ("skippers loyal to Fenmark left Port Maren", "skippers allied with Fenmark left Port Maren", [("label-changed", "loyal to Fenmark", "allied with Fenmark")]),
        ("the pro-Fenmark union left Port Maren", "the ruling (Fenmark union) left Port Maren", [("label-changed", "pro-Fenmark", "ruling")]),
        ("skippers backed by Fenmark left Port Maren", "skippers supported by Fenmark left Port Maren", []),
    ],
)  # fmt: skip
def test_a_label_of_another_side_is_a_change(upstream, told, expected):
    """Militia or resistance, loyal or allied; not two words for one bond."""
    found = [(k, a.lower(), b.lower()) for k, a, b in changes(tells(upstream), tells(told))]
    assert found == [(k, a.lower(), b.lower()) for k, a, b in expected]


# What was added, left out, turned round, or quoted otherwise


def test_an_aside_and_a_manner_are_details():
    """What only one article tells, between commas or in one word; not what it tells elsewhere."""
    bare = tells("the envoy met the skippers of Port Maren at dusk")
    secret = tells("the envoy secretly met the skippers of Port Maren at dusk")
    assert changes(bare, secret) == [
        ("detail-added", "The envoy met the skippers of Port Maren at dusk", "secretly")
    ]
    aside = tells(
        "the envoy met the skippers of Port Maren, while herring prices doubled, at dusk"
    )
    assert changes(aside, bare) == [
        (
            "detail-omitted",
            "while herring prices doubled",
            "The envoy met the skippers of Port Maren at dusk",
        )
    ]


def test_the_same_with_a_phrase_more_has_a_detail_more():
    """Whoever keeps every word and adds a phrase adds a detail; a noun in a name's apposition is none."""
    bare = tells("the envoy met the skippers of Port Maren")
    more = tells("the envoy met the skippers of Port Maren with the help of hired guards")
    assert changes(bare, more) == [
        (
            "detail-added",
            "The envoy met the skippers of Port Maren",
            "with the help of hired guards",
        )
    ]
    assert kinds(more, bare) == ["detail-omitted"]
    named = tells("the envoy met the skippers across the border of neighbour Port Maren")
    assert kinds(bare, named) == []


def test_how_soon_is_a_detail_and_another_word_for_a_manner_is_none():
    """ "Soon" that goes or comes; "often" and "regularly"; a further main clause."""
    bare = tells("the envoy will meet the skippers of Port Maren")
    soon = tells("the envoy will meet the skippers of Port Maren soon")
    assert [row[:2] for row in changes(soon, bare)] == [("detail-omitted", "soon")]
    assert [(k, after) for k, _, after in changes(bare, soon)] == [("detail-added", "soon")]
    shortly = tells("the envoy will shortly meet the skippers of Port Maren")
    assert kinds(soon, shortly) == []
    often = tells("the envoy often met the skippers, but this talk had another tone")
    regularly = tells("the envoy regularly met the skippers, but this time it was otherwise")
    assert kinds(often, regularly) == []


def test_a_yes_that_became_a_no_is_flipped():
    """The same words with a negation, and not two ways to say no."""
    used = tells("the harbour office used two tugs of Port Maren", BRODE)
    unused = tells("the harbour office did not use two tugs of Port Maren", BRODE)
    assert kinds(unused, used) == ["negation-flipped"]
    yes = tells("the harbour office shut two piers of Port Maren", BRODE)
    no = tells("the harbour office did not shut two piers of Port Maren", BRODE)
    never = tells("the harbour office never shut two piers of Port Maren", BRODE)
    assert kinds(yes, no) == ["negation-flipped"]
    assert kinds(no, never) == []
    misread = tells(
        "the harbour office never shut two piers of Port Maren",
        BRODE,
        polarity=Polarity.POSITIVE,
    )
    assert kinds(misread, no) == []


def test_a_quotation_in_other_words_is_a_change():
    """Reworded between its marks; not one that is merely cut."""
    upstream = tells("the shots were “a warning to all, not a blockade of the port”", BRODE)
    reworded = tells("the shots were “a warning to all and no blockade of the port”", BRODE)
    cut = tells("the shots were “a warning to all, not a blockade of”", BRODE)
    assert ("quote-changed", "a warning to all, not a blockade of the port", "a warning to all and no blockade of the port") in changes(upstream, reworded)  # fmt: skip
    assert "quote-changed" not in kinds(upstream, cut)


# What is not compared


def test_the_same_told_again_has_not_drifted():
    """Two tellings in the same words, by the same source."""
    assert kinds(PLAIN, PLAIN) == []
    assert kinds(tells(PIERS), PLAIN) == []


def test_headlines_are_not_compared():
    """A headline sums up its article: what it leaves out has not drifted."""
    assert kinds(PLAIN, tells(PIERS, voice=Voice.HEADLINE)) == []
