from dataclasses import replace

import numpy as np
import pytest
from small_pile import article, axis, leaning, one_storyline, only, paper, person, says

from headwater.linking import group_claims
from headwater.model import (
    ActorKind,
    Modality,
    Polarity,
    Quantity,
    Span,
    Standing,
    Story,
    ZoneKind,
)
from headwater.settings import LinkingSettings

PIERS = "two piers of Port Maren were shut on Monday"
LIKE = leaning(0, 0.8, 1)
#: What two articles tell alike beside the statements that are asked about.
ALIKE = [says(f"the boats stay in, part {n}", vector=axis(30 + n)) for n in range(2)]


def group(*findings, storylines=None):
    return group_claims(findings, storylines or one_storyline(*findings), LinkingSettings())


def numbers_told(claims):
    """The sizes of the claims, largest first."""
    return sorted((len(c.statement_ids) for c in claims), reverse=True)


def pair(one, other, **facts):
    """Two articles, each with a first statement that is the other's nearest, then these two."""
    nearest = says("the boats of the harbour stay in all week", vector=axis(9))
    a = article("Quill Post", nearest, says(one, vector=axis(0)), says("a", vector=axis(50)), key="a")  # fmt: skip
    b = article("Marsh Gazette", nearest, says(other, vector=facts.pop("vector", LIKE), **facts), key="b")  # fmt: skip
    return a, b


def are_one_claim(a, b):
    return any({a.statements[1].id, b.statements[1].id} <= set(c.statement_ids) for c in group(a, b))  # fmt: skip


def test_the_same_thing_in_other_words_is_one_claim():
    """Statements alike enough are one claim with both articles and all the words."""
    a, b = pair(PIERS, "a couple of quays at Maren stayed closed")
    claim = only(c for c in group(a, b) if a.statements[1].id in c.statement_ids)
    assert claim.article_ids == ("a", "b")
    assert {m.text.lower() for m in claim.members} == {PIERS.lower(), "a couple of quays at maren stayed closed"}  # fmt: skip


def test_things_unlike_are_apart():
    """Every statement is in exactly one claim, alone if need be."""
    found = group(article("Quill Post", says(PIERS), says("rain fell")), article(None, says("a crane fell")))  # fmt: skip
    assert numbers_told(found) == [1, 1, 1]


def test_a_negation_is_apart_from_what_it_negates():
    """However close the vectors, "was not shut" does not say that it was shut."""
    a, b = pair(PIERS, "those were not shut", polarity=Polarity.NEGATIVE)
    assert not are_one_claim(a, b)
    assert are_one_claim(*pair(PIERS, "those were shut"))


def test_an_open_question_is_apart_from_its_answers():
    """ "did not say whether two piers were shut" is no telling that they were."""
    near, question = leaning(0, 0.72, 1), "whether two piers of Port Maren were shut"
    assert not are_one_claim(*pair(PIERS, question, vector=near))
    assert are_one_claim(*pair(f"whether {PIERS}", question, vector=near))


def test_a_denial_is_apart_from_what_it_denies():
    """ "dismissed that two piers were shut" does not carry the claim that they were."""
    assert not are_one_claim(*pair(PIERS, "those were shut", cue_class="doubt"))


@pytest.mark.parametrize(
    ("standing", "together"),
    [(Standing.HELD, True), (Standing.MIXED, True), (Standing.DENIED, False), (Standing.AHEAD, False), (Standing.RULED_OUT, False), (Standing.OPEN, False)],
)  # fmt: skip
def test_what_stands_otherwise_is_never_one_claim(standing, together):
    """Whatever their words, a threat to shut the piers, a denial and "no comment" do not say that they were shut."""
    assert are_one_claim(*pair(PIERS, PIERS, vector=axis(0), standing=standing)) is together


def test_the_denial_of_a_negative_affirms():
    """ "denied that they were not shut" is with "they were shut"."""
    facts = {"polarity": Polarity.NEGATIVE, "cue_class": "doubt"}
    assert are_one_claim(*pair(PIERS, "those were not shut", **facts))


@pytest.mark.parametrize(
    ("other", "together"),
    [("some 40 boats sank", True), ("as many as 60 boats sank", False), ("boats sank", True)],
)
def test_other_numbers_speak_against_one_claim(other, together):
    """Numbers that share none take a little; none given on one side takes nothing."""
    near = leaning(0, 0.698, 1)
    assert are_one_claim(*pair("40 boats sank", other, vector=near)) is together


def test_two_counts_of_one_toll_are_two_claims():
    """However near the words, "40 boats sank" is not the claim that 60 did."""
    near = leaning(0, 0.76, 1)
    assert are_one_claim(*pair("40 boats sank", "some 40 boats sank", vector=near))
    assert not are_one_claim(*pair("40 boats sank", "some 60 boats sank", vector=near))


@pytest.mark.parametrize(
    ("modality", "together"),
    [(Modality.REQUESTED, True), (Modality.FACT, True), (Modality.FUTURE, False), (Modality.CONDITIONAL, False)],
)  # fmt: skip
def test_what_is_asked_for_is_apart_from_what_is_expected(modality, together):
    """ "to keep the piers shut" and "the piers will be shut" are near, and one foretells nothing."""
    a, b = pair(PIERS, "the quays shut", vector=leaning(0, 0.7, 1), modality=Modality.REQUESTED)
    a, b = (replace(f, statements=tuple(replace(s, modality=m) if n else s for n, s in enumerate(f.statements))) for f, m in ((a, modality), (b, Modality.REQUESTED)))  # fmt: skip
    assert are_one_claim(a, b) is together


def test_what_all_of_a_storyline_say_makes_nothing_alike():
    """Two statements near only by the matter they are on are apart; with a tie of their own they are one."""
    about = [leaning(0, 0.8, 40 + n) for n in range(24)]
    others = [says(f"part {n} of the matter", vector=v) for n, v in enumerate(about[:20])]
    a = article("Quill Post", says("a pier was shut", vector=about[20]), *others[:10], key="a")
    b = article("Marsh Gazette", says("a crane fell", vector=about[21]), *others[10:], key="b")
    assert numbers_told(group(a, b)) == [1] * 22
    tied = (about[20] + about[21]) / np.linalg.norm(about[20] + about[21])
    b = article("Marsh Gazette", says("a quay was shut", vector=tied), *others[10:], key="b")
    assert numbers_told(group(a, b))[0] == 2


@pytest.mark.parametrize(
    ("theirs", "cosine", "together"),
    [("case/maren", 0.6, True), ("case/other", 0.66, False), (None, 0.66, True), (None, 0.59, False)],
)  # fmt: skip
def test_shared_actors_speak_for_one_claim_and_others_against(theirs, cosine, together):
    """Who is named in the content adds to the likeness where shared and takes from it where not."""
    near = leaning(0, cosine, 1)
    b_names = [("Maren", theirs, ActorKind.PLACE)] if theirs else []
    a = article("Quill Post", says("the Maren piers shut", vector=axis(0)), *ALIKE, key="a", names=[("Maren", "case/maren", ActorKind.PLACE)])  # fmt: skip
    b = article("Marsh Gazette", says("piers at Maren are closed", vector=near), *ALIKE, key="b", names=b_names)  # fmt: skip
    assert (len(group(a, b)) == 1 + len(ALIKE)) is together


def test_each_others_nearest_are_one_claim_at_a_lower_likeness():
    """What is the nearest of another article's both ways needs less; the runner-up does not get it."""
    a = article("Quill Post", says(PIERS, vector=axis(0)), key="a")
    best = says("quays closed", vector=leaning(0, 0.76, 1))
    second = says("harbour half closed", vector=leaning(0, 0.72, 2))
    b = article("Marsh Gazette", second, best, key="b")
    claims = group(a, b)
    together = only(c for c in claims if len(c.article_ids) == 2)
    assert set(together.statement_ids) == {a.statements[0].id, b.statements[1].id}


LONG = "the harbour office shut two piers after a crane fell on the eastern quay"


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("after a crane fell, the harbour office says, piers on the eastern quay are shut", True),
        ("no ship has come in all week, and what that means for the town is anybody's guess", False),
        ("it was shut", False),
    ],
)  # fmt: skip
def test_rare_words_in_common_speak_for_one_claim(other, together):
    """Of two statements as near by vector, those that share most of their words are one; of few words all say little."""
    assert are_one_claim(*pair(LONG, other, vector=leaning(0, 0.63, 1))) is together


def test_a_name_in_common_is_no_word_in_common():
    """ "The threats of the Maren River Guard" tells nothing of what that guard did, though its words are all there."""
    near = leaning(0, 0.66, 1)
    told = "boats of the Maren River Guard fired on the customs post at dusk"
    assert not are_one_claim(*pair(told, "the old oath of the Maren River Guard", vector=near))
    assert are_one_claim(*pair(told, "boats that fired on customs posts at dusk", vector=near))


def test_a_number_in_common_speaks_for_one_claim():
    """ "304 dead" told by two pages is one count; a year or one figure is in any text."""
    near = leaning(0, 0.6, 1)
    for count, together in (("1,304", True), ("1999", False), ("4", False)):
        told = pair(f"the list has {count} boats", f"{count} vessels lie idle now", vector=near)
        assert are_one_claim(*told) is together, count


def test_numbers_are_whole():
    """ "1,000 boats" and "1,500 boats" have no number in common."""
    near = {"vector": leaning(0, 0.75, 1)}
    assert not are_one_claim(*pair("1,000 boats left", "over 1,500 boats left", **near))
    assert are_one_claim(*pair("1,500 boats left", "over 1500 boats left", **near))


@pytest.mark.parametrize(
    ("speakers", "together"),
    [(("Ilan Brode", "Ilan Brode"), True), (("Ilan Brode", "Mara Quist"), False)],
)
def test_two_who_speak_of_themselves_tell_two_things(speakers, together):
    """ "He would not sail", of two captains, is not one claim on the word of both."""
    tellings = (says("he would not sail before the levy is lifted", person(name)) for name in speakers)  # fmt: skip
    a, b = (article(o, told, key=o) for o, told in zip(("Quill Post", "Marsh Gazette"), tellings, strict=True))  # fmt: skip
    assert (numbers_told(group(a, b)) == [2]) is together


@pytest.mark.parametrize("keys", ["ab", "ba"])
def test_what_is_set_aside_is_another_claim(keys):
    """ "A strike, not a storm" is no telling of a storm, whichever came first."""
    tellings = (
        "the piers were shut by a storm",
        "the piers were shut by a strike, not by a storm",
    )
    a, b = (article(None, says(told, vector=axis(0)), key=key, lead=(key,)) for key, told in zip(keys, tellings, strict=True))  # fmt: skip
    assert numbers_told(group(a, b)) == [1, 1]


def test_who_speaks_of_others_may_say_what_another_says():
    """Two captains who tell that the piers are shut stand behind one claim."""
    a, b = (article(o, says(PIERS, person(name)), key=o) for o, name in (("Quill Post", "Ilan Brode"), ("Marsh Gazette", "Mara Quist")))  # fmt: skip
    assert numbers_told(group(a, b)) == [2]


def test_a_far_telling_counts_for_what_it_is_worth():
    """Of three tellings, two that are hardly alike are joined by the third, if all together are alike enough."""
    vectors = {"Brode": axis(0), "Quist": leaning(0, 0.86, 1), "Hale": leaning(0, 0.48, 1)}
    pile = [article(None, says(f"the piers are shut, as {n} tells it", vector=v), key=n) for n, v in vectors.items()]  # fmt: skip
    assert numbers_told(group(*pile)) == [3]


def test_weak_pairs_bear_nobody_out():
    """What is hardly alike in two articles is no sign that each other's nearest says something."""
    near = leaning(0, 0.62, 1)
    weak = [says(f"the boats lie idle, part {n}", vector=leaning(30 + n, 0.48, 60 + n)) for n in range(2)]  # fmt: skip
    a = article("Quill Post", says(PIERS, vector=axis(0)), *ALIKE, key="a")
    b = article("Marsh Gazette", says("a strike was called at the piers", vector=near), *weak, key="b")  # fmt: skip
    assert numbers_told(group(a, b)) == [1] * 6


def test_a_report_taken_back_is_apart_from_what_it_said():
    """ "The report that two piers were shut was wrong" does not say that they were."""
    assert not are_one_claim(*pair(PIERS, f"the report that {PIERS} was wrong"))


def test_words_in_common_do_not_join_what_contradicts_each_other():
    """A denial has the words of what it denies."""
    facts = {"polarity": Polarity.NEGATIVE, "vector": leaning(0, 0.84, 1)}
    assert not are_one_claim(*pair(LONG, LONG.replace("shut", "did not shut"), **facts))


def test_twins_tell_every_claim_with_their_head():
    """An article of the same text adds its own statements to the claims, compared or not."""
    a, b = (article(o, says(PIERS, person("Ilan Brode")), key=k) for o, k in (("Quill Post", "a"), ("Marsh Gazette", "b")))  # fmt: skip
    claim = only(group(a, b))
    assert claim.article_ids == ("a", "b")
    assert len(claim.members) == 2


def test_storylines_are_not_compared():
    """The same words in another matter are another claim."""
    a = article("Quill Post", says(PIERS), key="a")
    b = article("Marsh Gazette", says(PIERS), key="b", lead=("Fog.",))
    apart = (Story(id="1", article_ids=("a",)), Story(id="2", article_ids=("b",)))
    assert numbers_told(group(a, b, storylines=apart)) == [1, 1]
    assert numbers_told(group(a, b)) == [2]


def test_a_claim_is_named_by_the_telling_nearest_to_all_others():
    """The middle one of three wordings names the claim, whoever came first."""
    middle = (axis(0) + axis(1)) / 2**0.5
    tellings = (("two piers shut on one side", axis(0)), ("shut two piers in the middle", middle), ("two on the other side shut", axis(1)))  # fmt: skip
    pile = [article(None, says(t, vector=0.7**0.5 * axis(5) + 0.3**0.5 * v), key=t) for t, v in tellings]  # fmt: skip
    assert only(group(*pile)).text == "Shut two piers in the middle"


def test_a_fragment_does_not_name_a_claim():
    """ "were shut by the office", true of something only its sentence names, gives way to a whole."""
    whole = article("Quill Post", says("the piers of Port Maren were shut by the office after all", vector=axis(0)), key="a")  # fmt: skip
    part = article(
        "Marsh Gazette", says("were shut by the harbour office", paper("Quill Post"), vector=axis(0), nested_in="x"), key="b",
    )  # fmt: skip
    assert only(group(whole, part)).text.startswith("The piers")


def test_advice_told_by_its_noun_does_not_name_a_claim():
    """ "Word to stay in" gives way to who got it; "said to stay in" is as good a telling as another."""
    got = article("Quill Post", says("the crews of Port Maren were told that they had better stay in", vector=LIKE), key="a")  # fmt: skip
    told = article(
        "Marsh Gazette", says("to stay in", paper("Quill Post"), vector=axis(0)), key="b"
    )
    (statement,) = told.statements
    for cue, is_noun in (("word", True), ("said", False)):
        by = replace(statement, cue=(replace(statement.cue[0], text=cue),))
        named = only(group(got, replace(told, statements=(by,))))
        assert named.text.startswith("The crews") is is_noun


def test_a_telling_that_points_back_does_not_name_a_claim():
    """ "They were shut by the office": whoever reads the claim alone must know what is spoken of."""
    whole = article("Quill Post", says("the piers of Port Maren were shut by the office", vector=leaning(0, 0.9, 1)), key="a")  # fmt: skip
    back = [article(o, says("they were shut by the office", vector=axis(0)), key=o, lead=(o,)) for o in ("Marsh Gazette", "Tide Digest")]  # fmt: skip
    assert only(group(whole, *back)).text.startswith("The piers")


def test_claims_come_by_id_and_do_not_depend_on_order():
    """The order of findings does not show."""
    pile = pair(PIERS, "those were shut")
    assert group(*pile) == group(*reversed(pile))
    ids = [c.id for c in group(*pile)]
    assert ids == sorted(ids)


def test_articles_without_statements_make_no_claims():
    """An empty storyline is no error."""
    assert group(article(None, key="a", lead=("Fog.",))) == ()


def test_the_nearest_of_two_articles_that_tell_little_alike_is_not_near_enough():
    """On one matter something is always nearest; it takes several such pairs to speak for any."""
    near = leaning(0, 0.66, 1)
    a = article("Quill Post", says(PIERS, vector=axis(0)), says("rain fell", vector=axis(20)), key="a")  # fmt: skip
    b = article("Marsh Gazette", says("a strike was called at the piers", vector=near), key="b")
    assert numbers_told(group(a, b)) == [1, 1, 1]
    a = article("Quill Post", says(PIERS, vector=axis(0)), *ALIKE, key="a")
    b = article("Marsh Gazette", says("a strike was called at the piers", vector=near), *ALIKE, key="b")  # fmt: skip
    assert numbers_told(group(a, b)) == [2, 2, 2]


@pytest.mark.parametrize(("bound", "are_one"), [("exact", False), ("approximate", True)])
def test_numbers_that_are_written_out_keep_claims_apart(bound, are_one):
    """ "Three piers" are not "two piers"; "nearly three dozen" may be any number near it."""
    a = article("Quill Post", says("two piers were shut", vector=axis(0)), key="a")
    b = article("Marsh Gazette", says("three piers were shut", vector=leaning(0, 0.7, 1)), key="b")  # fmt: skip
    a, b = (replace(f, quantities=(_counted(f, v, bound),)) for f, v in ((a, 2.0), (b, 3.0)))
    assert (numbers_told(group(a, b)) == [2]) is are_one


def _counted(finding, value, bound):
    start = finding.statements[0].content[0].start
    return Quantity(
        id=f"q{value}", article_id=finding.article.id, value=value, low=None, high=None, bound=bound, unit=None,
        counted="piers", as_of=None, start=start, end=start + 3, text="two",
    )  # fmt: skip


@pytest.mark.parametrize("is_title", [True, False])
def test_a_writer_who_goes_on_tells_another_thing(is_title):
    """Two sentences of one article must be more alike than two of two, unless one is of the headline, whoever says so there."""
    first = says("Suri summoned the crews", vector=axis(0))
    second = says("Suri matters to all crews", vector=leaning(0, 0.66, 1))
    others = [says(f"the boats stay in, part {n}", vector=axis(30 + n)) for n in range(4)]
    found = article("Quill Post", first, second, *others)
    if is_title:
        zones = (replace(found.article.zones[0], kind=ZoneKind.TITLE), *found.article.zones[1:])
        found = replace(found, article=replace(found.article, zones=zones))
    assert (max(numbers_told(group(found))) == 2) is is_title


def test_each_others_nearest_count_where_one_names_the_outlet_of_the_other():
    """Of two short articles that tell of one report few pairs are needed: what is nearest there is what was retold."""
    near = leaning(0, 0.66, 1)
    a = article("Quill Post", says(PIERS, vector=axis(0)), says("rain fell", vector=axis(20)), key="a")  # fmt: skip
    other = "a strike was called at the piers"
    for links, together in (((paper("Quill Post"),), True), ((paper("Tide Digest"),), False)):
        b = article("Marsh Gazette", says(other, *links, vector=near), key="b")
        assert (max(numbers_told(group(a, b))) == 2) is together


def test_each_others_nearest_count_where_both_name_one_report():
    """Neither has it from the other; but not two articles of one outlet, which name what they always name."""
    near = leaning(0, 0.62, 1)
    for outlet, together in (("Marsh Gazette", True), ("Quill Post", False)):
        a, b = (
            article(o, says(told, paper("Tide Digest"), vector=v), says(f"rain {k}", vector=axis(20 + n)), key=k)
            for n, (o, told, v, k) in enumerate((("Quill Post", PIERS, axis(0), "a"), (outlet, "a strike was called at the piers", near, "b")))
        )  # fmt: skip
        assert (max(numbers_told(group(a, b))) == 2) is together


def test_what_is_told_within_another_telling_in_its_words_is_one_claim_with_it():
    """ "The Post says that the mayor rejected the demand": the paper's word and the mayor's act are not two claims."""
    outer = says("today Mara Quist rejected the demand", vector=axis(0))
    found = article("Quill Post", outer, says("the demand", person("Mara Quist"), vector=axis(9), cue_class="doubt"))  # fmt: skip
    first, second = found.statements
    text, end = found.article.text, first.content[0].end
    at = text.index("Mara Quist")
    inner = replace(
        second, source=(Span.cut(text, at, at + len("Mara Quist")),), nested_in=first.id
    )
    whole = replace(first, content=(Span.cut(text, at, end),))
    assert numbers_told(group(replace(found, statements=(whole, inner)))) == [2]
    assert numbers_told(group(replace(found, statements=(whole, second)))) == [1, 1]
    assert numbers_told(group(replace(found, statements=(first, inner)))) == [1, 1]


@pytest.mark.parametrize(
    ("words", "together"),
    [
        (("40 boats sank on May 28", "60 boats sank on May 28"), False),
        (("40 boats sank in 2031", "60 boats sank in 2031"), False),
        (("boats sank on 28 May", "boats sank by 29 May"), True),
        (("boats sank in 2031", "boats sank in 2029"), False),
    ],
)
def test_a_date_is_no_number_in_common(words, together):
    """Two tolls are two, though both are of May 28; and of two days what was read in them decides."""
    assert are_one_claim(*pair(*words, vector=leaning(0, 0.72, 1))) is together
