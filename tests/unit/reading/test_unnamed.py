import pytest

from headwater.reading import describe_unnamed


def described(marked):
    """Describe the source that stands between square brackets; the text is what is left without them."""
    start, end = marked.index("["), marked.index("]") - 1
    return describe_unnamed(marked.replace("[", "").replace("]", ""), start, end)


def words(*spans):
    return [span.text for span in spans if span]


def number(phrase):
    found = described(f"On Monday [{phrase}] said that the sluice was shut.").number
    return found.low, found.high, found.span.text


# ---- how many


@pytest.mark.parametrize(
    ("phrase", "low", "high", "shown"),
    [
        ("a source", 1, 1, "a"),
        ("another diplomat", 1, 1, "another"),
        ("security source", 1, 1, "source"),
        ("sources", 2, None, "sources"),
        ("people familiar with it", 2, None, "people"),
        ("they", 2, None, "they"),
        ("she", 1, 1, "she"),
        ("two officials", 2, 2, "two"),
        ("the three diplomats", 3, 3, "three"),
        ("14 officers", 14, 14, "14"),
        ("two dozen officers", 24, 24, "two dozen"),
        ("several sources", 3, None, "several"),
        ("a few sources", 3, None, "few"),
        ("a couple of sources", 2, 2, "couple"),
        ("a number of sources", 2, None, "sources"),
        ("some sources", 2, None, "some"),
        ("two or three sources", 2, 3, "two or three"),
        ("at least two sources", 2, None, "at least two"),
        ("more than two sources", 3, None, "more than two"),
        ("up to four sources", 1, 4, "up to four"),
        ("one of the officials", 1, 1, "one"),
        ("one of the three officials", 1, 1, "one"),
        ("two of the five officials", 2, 2, "two"),
        ("an official and a diplomat", 2, None, "and"),
        ("anonymous media", 1, None, "media"),
        ("0 sources", 2, None, "sources"),
        (f"{'9' * 5000} sources", 2, None, "sources"),
    ],
)
def test_the_number_is_what_the_words_allow(phrase, low, high, shown):
    """Bounds, and the words that set them; a plural alone is two or more."""
    assert number(phrase) == (low, high, shown)


def test_least_counts_also_where_the_phrase_was_cut_behind_it():
    """ "At least" may have been left out of the source's phrase; it bounds the number all the same."""
    found = described("At least [two sources] said no.").number
    assert (found.low, found.high, found.span.text) == (2, None, "At least two")


# ---- what sort


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("Two senior intelligence sources in Tarsk", "sources"),
        ("one of the officials", "officials"),
        ("a couple of diplomats", "diplomats"),
        ("a Badr commander speaking on condition of anonymity", "commander"),
        ("up to four sources", "sources"),
    ],
)
def test_the_role_is_the_noun_that_speaks(phrase, role):
    """Neither what it is a part of nor what it does while speaking."""
    assert words(described(f"[{phrase}] said no.").role) == [role]


def test_a_pronoun_tells_no_role():
    """ "They" says how many and no more."""
    assert described("[They] said no.").role is None


# ---- close to what


@pytest.mark.parametrize(
    ("marked", "tie", "to"),
    [
        ("[Two officials close to the talks in Tarsk] said no.", "close to", "the talks in Tarsk"),
        ("[Sources familiar with the plan] told us.", "familiar with", "the plan"),
        ("[People briefed on the plan] said no.", "briefed on", "the plan"),
        ("[A source] who was briefed on the plan told us no.", "briefed on", "the plan"),
        ("[A source], who is close to the envoy, said no.", "close to", "the envoy"),
        ("[A source with direct knowledge of the plan] said no.", "with direct knowledge of", "the plan"),
        ("[An official in the ministry close to Tehran] said no.", "close to", "Tehran"),
        ("[Sources] close to the envoy said no.", "close to", "the envoy"),
    ],
)  # fmt: skip
def test_nearness_is_what_the_source_is_tied_to(marked, tie, to):
    """The tie and its object, inside the phrase or right behind it, not the verb that follows."""
    near = described(marked).nearness
    assert words(near.tie, near.to) == [tie, to]


@pytest.mark.parametrize(
    "marked",
    [
        "[A source] said the barge was close to the pier.",
        "[A source] met a clerk close to the envoy.",
        "[A source with knowledge] said no.",
        "[A source close to] said no.",
    ],
)
def test_what_others_are_close_to_is_not_the_sources(marked):
    """Only words that hang on the source's own noun count, and only with an object."""
    assert described(marked).nearness is None


# ---- whose


@pytest.mark.parametrize(
    ("marked", "whose"),
    [
        ("[An Iraqi official] said no.", ["Iraqi"]),
        ("[Iraqi officials] said no.", ["Iraqi"]),
        ("[US officials] said no.", ["US"]),
        ("[White House aides] said no.", ["White House"]),
        ("Then [Tarskite officials] said no.", ["Tarskite"]),
        ("[An Iran-backed militia commander] said no.", ["Iran-backed militia"]),
        ("[Senior Western intelligence officials] said no.", ["Western intelligence"]),
        ("[The group's officials] said no.", ["group's"]),
        ("[A source in the ministry] said no.", ["in the ministry"]),
        ("[A Kurdish source within the council] said no.", ["Kurdish", "within the council"]),
        ("[An official of the Badr movement close to Tehran] said no.", ["of the Badr movement"]),
        ("[Two tired officials] said no.", []),
        ("[Tired officials] said no.", []),
        ("[Two reliable sources] said no.", []),
        ("[An official in a statement] said no.", []),
        ("[An official on Monday] said no.", []),
        ("[An official in recent days] said no.", []),
        ("[An official in the last week] said no.", []),
        ("[An official] for the first time said no.", []),
        ("[An envoy] for peace said no.", []),
        ("[A spokesman for the foreign ministry] said no.", ["for the foreign ministry"]),
        ("[A foreign diplomat] said no.", ["foreign"]),
        ("[An official in the statement] said no.", []),
        ("[A source in the know] said no.", []),
        ("[Officials] said the army in Tarsk was tired.", []),
    ],
)  # fmt: skip
def test_allegiance_is_told_as_it_is_written(marked, whose):
    """Names, bodies and trades; not ranks, moods, times, nor how it was said."""
    assert words(*described(marked).allegiance) == whose


# ---- why unnamed


@pytest.mark.parametrize(
    ("phrase", "hidden"),
    [
        ("Informed sources", ["Informed"]),
        ("several well-informed and reliable sources", ["well-informed", "reliable"]),
        ("well-placed sources", ["well-placed"]),
        ("an unnamed official", ["unnamed"]),
        ("a source in the know", ["in the know"]),
        ("sources briefed on the plan", []),
        ("two officials", []),
    ],
)
def test_words_that_vouch_for_a_source_are_told_apart(phrase, hidden):
    """They praise instead of naming; what the source knows is its nearness."""
    assert words(*described(f"[{phrase}] said no.").hidden_by) == hidden


@pytest.mark.parametrize(
    ("marked", "asked", "reason"),
    [
        ("[A diplomat], who asked not to be named because he feared reprisals, said no.", "asked not to be named", "because he feared reprisals"),
        ("“No,” said [one official], speaking on condition of anonymity because she was not authorised to speak to the media.", "speaking on condition of anonymity", "because she was not authorised to speak to the media"),
        ("[Two officials] told the Post on condition of anonymity that it was shut.", "on condition of anonymity", None),
        ("[Two officials] told the Quill Post on condition of anonymity that it was shut.", "on condition of anonymity", None),
        ("Speaking on condition of anonymity for fear of reprisals, [two villagers] said no.", "Speaking on condition of anonymity", "for fear of reprisals"),
        ("[A source briefed on the plan], and who declined to be identified, citing the talks, said no.", "declined to be identified", "citing the talks"),
        ("[People close to the envoy who asked not to be named as the talks are private] told us no.", "asked not to be named", "as the talks are private"),
        ("[They], who did not want to be named, said no.", "did not want to be named", None),
        ("[A guard] who insisted on anonymity because the mill had closed said no.", "insisted on anonymity", "because the mill had closed"),
        ("[A leader], who requested anonymity, said: “The envoy is right.”", "requested anonymity", None),
        ("[A clerk] not authorized to speak publicly about the raid said it was over.", None, "not authorized to speak publicly about the raid"),
        ("[A clerk], who was not permitted to talk to reporters, said no.", None, "not permitted to talk to reporters"),
        ("Sluice shut\n\n[A clerk], who requested anonymity, said no.", "requested anonymity", None),
        ("[A clerk], who asked not to be named because he told the police of it, said no.", "asked not to be named", "because he told the police of it"),
        ("[A clerk], who is tired, said on condition of anonymity that it was shut.", "on condition of anonymity", None),
        ("[A clerk], who works there and asked not to be named, said no.", "asked not to be named", None),
        ("[A clerk] told journalists, speaking on condition of anonymity, that it was shut.", "speaking on condition of anonymity", None),
        ("[Two clerks] asked not to be named.", "asked not to be named", None),
        ("“No,” [a clerk] told the Post, asking not to be named.", "asking not to be named", None),
        ("[A clerk] said on condition of anonymity, as the army left, that it was shut.", "on condition of anonymity", None),
    ],
)  # fmt: skip
def test_the_reason_is_told_beside_the_asking(marked, asked, reason):
    """That it asked not to be named is no reason; what it gives for one is cut at its clause's end."""
    found = described(marked)
    assert [s.text if s else None for s in (found.asked, found.reason)] == [asked, reason]


@pytest.mark.parametrize(
    "marked",
    [
        "[Sources] said that villagers fled for fear of reprisals.",
        "[Two sources] said that a minister, speaking on condition of anonymity, had left.",
        "[Two sources] said that a minister told the Post on condition of anonymity that it rained.",
        "[A source] met the envoy, who requested anonymity.",
        "[A source], who is tired, met the envoy, who spoke on condition of anonymity.",
        "[A source] met the envoy, whose aide spoke on condition of anonymity.",
        "[A source] said the miller asked not to be named.",
        "[A source] who is tired said the miller asked not to be named.",
        "[A source] who is tired met the envoy who told the Post on condition of anonymity that it rained.",
        "[A source], who left it, and the miller asked not to be named.",
        "A minister spoke on condition of anonymity, [two sources] said.",
        "Speaking on condition of anonymity, a guard met [two sources].",
        "[A source] read out a note of “officials on condition of anonymity”.",
        "[A source] said so. The envoy spoke on condition of anonymity.",
        "[A source] said so.\nThe envoy spoke on condition of anonymity",
        "The envoy spoke on condition of anonymity, and [a source] said no.",
        "[A source] said the guards were not authorised to speak.",
    ],
)
def test_what_another_asked_for_is_not_the_sources(marked):
    """Another's aside, another's sentence, a quotation, the content itself."""
    found = described(marked)
    assert (found.asked, found.reason) == (None, None)


def test_every_span_is_the_articles():
    """Offsets count from the beginning of the text, paragraphs before and all."""
    head = "Sluice shut\n\nIt rained. "
    found = described(f"{head}[Two Iraqi officials close to the envoy] said no.")
    assert found.phrase.start == len(head)
    assert found.number.span.start == len(head)
    assert found.allegiance[0].start == len(head) + 4


def test_nothing_but_blanks_is_no_source():
    """There is nothing to describe."""
    with pytest.raises(ValueError, match="empty"):
        describe_unnamed("a  b", 1, 3)
