import pytest
from small_article import HEAD, names, said_in, small_article, statements_of, texts

from headwater.model import Basis, Credit, LinkKind, Modality, Polarity, QuoteKind, Voice
from headwater.reading import read_article

# Each row: the text; source, cue and content of its first statement; the chain behind the page.
_OPENING = [
    ("The mayor of Cebu said the port was closed.", "The mayor of Cebu", ["said"], ["the port was closed"], ["mayor of Cebu"]),
    ("Kofi Asante said that the kilns were cold.", "Kofi Asante", ["said"], ["the kilns were cold"], ["Kofi Asante"]),
    ("The ministry announced a curfew in Lagos.", "The ministry", ["announced"], ["a curfew in Lagos"], ["ministry"]),
    ("The study found that rainfall fell by a third.", "The study", ["found"], ["rainfall fell by a third"], ["study"]),
    ("A spokesman, who asked not to be named, said the vault was empty.", "A spokesman", ["said"], ["the vault was empty"], ["spokesman"]),
    ("Officials in Accra have warned that the weir will burst.", "Officials in Accra", ["have warned"], ["the weir will burst"], ["Officials in Accra"]),
    ("Kofi Asante said: “We shall not sell the kiln.”", "Kofi Asante", ["said"], ["We shall not sell the kiln"], ["Kofi Asante"]),
    ("Kofi Asante wrote on Telegram that the kiln was safe.", "Kofi Asante", ["wrote"], ["the kiln was safe"], ["Kofi Asante"]),
    ("The pilots' union said it would strike.", "The pilots' union", ["said"], ["it would strike"], ["pilots' union"]),
    ("On Thursday the army said the fort had fallen.", "the army", ["said"], ["the fort had fallen"], ["army"]),
    ("A letter from the union said the strike would go on.", "A letter from the union", ["said"], ["the strike would go on"], ["letter from the union"]),
]  # fmt: skip
_CLOSING = [
    ("The dam will hold, the governor of Oruro said.", "the governor of Oruro", ["said"], ["The dam will hold"], ["governor of Oruro"]),
    ("The kiln is safe, said Kofi Asante.", "Kofi Asante", ["said"], ["The kiln is safe"], ["Kofi Asante"]),
    ("“The bridge was cracked for months,” said Kofi Asante, a welder in Tema.", "Kofi Asante", ["said"], ["The bridge was cracked for months"], ["Kofi Asante"]),
    ("“We shall not sell the kiln,” Kofi Asante said.", "Kofi Asante", ["said"], ["We shall not sell the kiln"], ["Kofi Asante"]),
    ("The toll has reached nine, Lithuanian officials said on Sunday.", "Lithuanian officials", ["said"], ["The toll has reached nine"], ["Lithuanian officials"]),
]  # fmt: skip
_ACCORDING = [
    ("The port of Cebu is closed, according to the coast guard.", "the coast guard", ["according to"], ["The port of Cebu is closed"], ["coast guard"]),
    ("According to the Nairobi-based Daily Nation, the bridge collapsed.", "the Nairobi-based Daily Nation", ["According to"], ["the bridge collapsed"], ["Daily Nation"]),
    ("The glacier, according to the survey, lost a metre of ice.", "the survey", ["according to"], ["The glacier", "lost a metre of ice"], ["survey"]),
]  # fmt: skip
_SET_OFF = [
    ("Nine houses had burned, according to Emergency Lawyers, a group that tracks the war.", ["Nine houses had burned"]),
    ("According to Ada Brun, the mayor of Orlo, who saw the fire, nine houses had burned.", ["nine houses had burned"]),
    ("According to the mayor, a fire had burned nine houses.", ["a fire had burned nine houses"]),
]  # fmt: skip
_RELAYED = [
    ("Two harbour officials told Reuters that the ferry had sunk.", "Two harbour officials", ["told"], ["the ferry had sunk"], ["Reuters", "Two harbour officials"]),
    ("Kofi Asante, who leads the potters, told Joy FM: “We will strike on Monday.”", "Kofi Asante", ["told"], ["We will strike on Monday"], ["Joy FM", "Kofi Asante"]),
    ("“The kiln is safe,” Kofi Asante told the BBC.", "Kofi Asante", ["told"], ["The kiln is safe"], ["BBC", "Kofi Asante"]),
    ("The border will stay open, the foreign minister of Chile told El Mercurio on Tuesday.", "the foreign minister of Chile", ["told"], ["The border will stay open"], ["El Mercurio", "foreign minister of Chile"]),
    ("The Daily Nation reported, citing two port officials, that the strike would go on.", "two port officials", ["citing"], ["the strike would go on"], ["Daily Nation", "two port officials"]),
    ("El País reported on Monday, citing a letter from the union, that the quarry would close.", "a letter from the union", ["citing"], ["the quarry would close"], ["El País", "letter from the union"]),
    ("The trawler left Sapporo in March, Kyodo reported, citing a fisheries official.", "a fisheries official", ["citing"], ["The trawler left Sapporo in March"], ["Kyodo News", "fisheries official"]),
    ("As reported by Kyodo, citing a fisheries official, the trawler left Sapporo.", "a fisheries official", ["citing"], ["the trawler left Sapporo"], ["Kyodo News", "fisheries official"]),
    ("Le Monde quoted Kofi Asante as saying that the kiln was flooded.", "Kofi Asante", ["quoted", "as saying"], ["the kiln was flooded"], ["Le Monde", "Kofi Asante"]),
    ("Kofi Asante was quoted by Le Monde as saying that the kiln was flooded.", "Kofi Asante", ["quoted", "as saying"], ["the kiln was flooded"], ["Le Monde", "Kofi Asante"]),
    ("The trawler left Sapporo, Kyodo quoted a fisheries official as saying.", "a fisheries official", ["quoted", "as saying"], ["The trawler left Sapporo"], ["Kyodo News", "fisheries official"]),
    ("Kyodo quoted the Yomiuri Shimbun as saying that two villagers saw smoke.", "the Yomiuri Shimbun", ["quoted", "as saying"], ["two villagers saw smoke"], ["Kyodo News", "Yomiuri Shimbun"]),
    ("Informed sources told Reuters that the mine was flooded.", "Informed sources", ["told"], ["the mine was flooded"], ["Reuters", "Informed sources"]),
]  # fmt: skip
_REQUESTS = [
    ("The governor urged villagers to leave the valley.", "to leave the valley", "villagers"),
    ("Kenya asked Uganda to open the border.", "to open the border", "Uganda"),
    ("The committee called on the army to withdraw.", "to withdraw", "the army"),
    ("The army ordered its soldiers to hold the bridge.", "to hold the bridge", "its soldiers"),
    ("The union demanded the release of six drivers.", "the release of six drivers", None),
]


def _check(row):
    text, source, cue, content, chain = row
    statement = said_in(text)[0]
    assert texts(statement.source) == [source]
    assert texts(statement.cue) == cue
    assert texts(statement.content) == content
    assert names(statement) == chain
    assert statement.depth == len(chain)


@pytest.mark.parametrize("row", _OPENING, ids=lambda row: row[0])
def test_a_cue_that_opens_the_sentence(row):
    """ "SOURCE said CONTENT" is a statement of the source, told by the page's outlet."""
    _check(row)


@pytest.mark.parametrize("row", _CLOSING, ids=lambda row: row[0])
def test_a_cue_that_closes_the_sentence(row):
    """ "CONTENT, SOURCE said" and "CONTENT, said SOURCE" are statements of the source."""
    _check(row)


@pytest.mark.parametrize(("text", "content"), _SET_OFF)
def test_what_a_source_is_called_behind_a_comma_is_no_content(text, content):
    """ "According to X, the mayor of Orlo, …": who she is, she does not say."""
    assert texts(said_in(text)[0].content) == content


@pytest.mark.parametrize("row", _ACCORDING, ids=lambda row: row[0])
def test_according_to(row):
    """ "According to" may stand before, behind or inside what it attributes."""
    _check(row)


@pytest.mark.parametrize("row", _RELAYED, ids=lambda row: row[0])
def test_whoever_hands_a_statement_on_stands_before_its_speaker(row):
    """An outlet told, citing or quoting somebody is a link of its own between page and speaker."""
    _check(row)


def test_a_cue_may_interrupt_its_content():
    """Both halves around the cue are content, the cue and its source are not."""
    (statement,) = said_in("“The bridge,” Kofi Asante said, “was cracked for months.”")
    assert texts(statement.content) == ["The bridge", "was cracked for months"]
    assert texts(statement.source) == ["Kofi Asante"]
    assert statement.reasons == ("interrupting: say",)


@pytest.mark.parametrize(("text", "content", "addressee"), _REQUESTS)
def test_a_request_is_no_fact(text, content, addressee):
    """Who asks, urges, orders or demands says what should be, and to whom."""
    (statement,) = said_in(text)
    assert (statement.words, statement.addressee) == (content, addressee)
    assert statement.modality is Modality.REQUESTED


def test_a_second_cue_of_the_same_speaker_is_a_second_statement():
    """ "…, adding that …" and "… and added that …" go on in the same speaker's name."""
    for text in (
        "Kofi Asante insisted the kiln was safe, adding that the shaft was dry.",
        "Kofi Asante insisted the kiln was safe and added that the shaft was dry.",
    ):
        first, second = said_in(text)
        assert (first.words, second.words) == ("the kiln was safe", "the shaft was dry")
        assert first.chain == second.chain


# ---- how much is quoted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kofi Asante said: “We shall not sell the kiln.”", QuoteKind.DIRECT),
        ('"We shall not sell the kiln," Kofi Asante said.', QuoteKind.DIRECT),
        ("Kofi Asante said the kiln was not for sale.", QuoteKind.INDIRECT),
        ("Kofi Asante said the kiln was “completely empty” on Friday.", QuoteKind.MIXED),
        ("Kofi Asante said the “Blue Heron” was sold.", QuoteKind.INDIRECT),
    ],
)
def test_how_much_of_the_content_is_quoted(text, kind):
    """Wholly between marks is direct, partly is mixed, not at all is indirect; a name in marks is no quotation."""
    assert said_in(text)[0].quote_kind is kind


def test_a_quotation_of_several_sentences_is_one_statement():
    """Sentences that one pair of marks holds together are said at one go."""
    (statement,) = statements_of(
        "“We shall not sell. It is ours. Nobody will take it,” Kofi Asante said."
    )
    assert statement.words == "We shall not sell. It is ours. Nobody will take it"
    assert statement.quote_kind is QuoteKind.DIRECT


def test_a_quotation_that_goes_on_behind_its_cue_is_one_statement_with_it():
    """Both halves are said at one go; what stands between them is not said."""
    (statement,) = statements_of(
        "“The ferry sank at noon,” Kofi Asante said. “Nine sailors are missing.”"
    )
    assert texts(statement.content) == ["The ferry sank at noon", "Nine sailors are missing"]
    assert names(statement) == ["Kofi Asante"]
    assert statement.quote_kind is QuoteKind.DIRECT


def test_what_is_told_inside_the_second_half_of_a_quotation_is_nested_in_the_whole():
    """Who is heard through a speaker is heard through him in both halves."""
    outer, inner = statements_of(
        "“The ferry sank,” Kofi Asante said. “The pilot said that the bow was torn.” It rained."
    )[:2]
    assert inner.nested_in == outer.id
    assert names(inner) == ["Kofi Asante", "pilot"]


def test_a_quotation_of_the_next_paragraph_is_somebody_elses():
    """Only a colon leads over the edge of a paragraph."""
    first, second = statements_of(
        "“The ferry sank,” Kofi Asante said.", "“Nine sailors are missing.”"
    )
    assert first.words == "The ferry sank"
    assert second.carrier.text == "Kofi Asante"


def test_a_colon_leads_to_the_quotation_of_the_next_paragraph():
    """ "He said:", and his words stand alone below."""
    (statement,) = said_in(
        "On Monday Kofi Asante said:", "“The ferry sank. Nine sailors are missing.”"
    )
    assert statement.words == "The ferry sank. Nine sailors are missing"
    assert names(statement) == ["Kofi Asante"]


def test_a_colon_that_leads_nowhere_makes_no_statement_of_the_engine():
    """Somebody of whom no word is given has said nothing."""
    assert not any(
        s.reasons[0].startswith("engine") for s in said_in("The miller muttered:", "It rained.")
    )


def test_a_place_before_the_speaker_is_no_content():
    """ "At a rally, she asked what …": she did not ask the rally."""
    (statement,) = said_in("At a rally on Friday, Abena Mensah asked who had paid for the dam.")
    assert statement.words == "who had paid for the dam"


def test_what_there_is_no_proof_of_is_not_said():
    """ "Found no proof that X": the proof is spoken of, and X is not affirmed."""
    (statement,) = said_in(
        "The council found no firm proof that the miller had opened the gate."
    )
    assert statement.words == "no firm proof that the miller had opened the gate"
    assert statement.polarity is Polarity.NEGATIVE


def test_the_us_is_a_country_and_no_pronoun():
    """ "The US" names somebody: it does not call back who spoke before."""
    *_, last = said_in("Two officials said the dam leaked. The US stated that it did not.")
    assert names(last) == ["United States"]


def test_a_time_before_the_speaker_is_no_part_of_him():
    """ "Hours later officials said": the officials said it."""
    (statement,) = said_in(
        "Hours later officials in the port confirmed that the ferry had sunk."
    )
    assert texts(statement.source) == ["officials in the port"]


def test_what_describes_a_speaker_is_no_speaker():
    """ "A prisoner who speaks Norse says": the prisoner says it."""
    (statement,) = said_in("A prisoner who speaks Norse says his group drove to the capital.")
    assert statement.source[0].text.startswith("A prisoner")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The envoy said doctors there told him the morgue was full.", "doctors"),
        (
            "The rebels' radio said that a soldier it had captured said his unit had been ordered to shell the market.",
            "a soldier it had captured",
        ),
    ],
)
def test_the_whole_subject_speaks(text, source):
    """What hangs on a speaker belongs to him, and says nothing itself."""
    *_, inner = said_in(text)
    assert texts(inner.source) == [source]


def test_a_semicolon_parts_who_says_what():
    """What stands behind it is another's word, also where the first tells of somebody's words."""
    spoken = said_in(
        "Officials said the pilots reported fire; the airline said it had not been told."
    )
    assert [names(s) for s in spoken] == [["Officials"], ["Officials", "pilots"], ["airline"]]


def test_what_was_said_to_somebody_is_told_through_whoever_tells_it():
    """ "A person said the king told the general that": the king's words, in that person's."""
    outer, inner = said_in(
        "A person in the room said the king told the general that he would not sign."
    )
    assert inner.nested_in == outer.id
    assert inner.words == "he would not sign"


def test_a_body_that_quotes_others_hands_them_on():
    """Whoever cites somebody is a link of the chain, press or not."""
    assert names(said_in("The union, quoting drivers, says the brakes had failed.")[0]) == [
        "union",
        "drivers",
    ]


def test_a_name_alone_is_not_what_a_quoted_source_said():
    """ "Haaretz, quoting a channel which cited ministers, said X": X is said, not Haaretz."""
    (statement,) = said_in(
        "Haaretz, quoting a channel which cited unnamed ministers, said the cabinet had decided to wait."
    )
    assert statement.words == "the cabinet had decided to wait"
    assert names(statement)[0] == "Haaretz"


# ---- hearsay in hearsay


def test_hearsay_three_deep():
    """Whoever speaks inside what another says stands behind him in the chain."""
    outer, middle, inner = said_in(
        "Reuters reported that Kofi Asante had said that his brother believed that the dam was mined."
    )
    assert names(outer) == ["Reuters"]
    assert names(middle) == ["Reuters", "Kofi Asante"]
    assert names(inner) == ["Reuters", "Kofi Asante", "brother of Kofi Asante"]
    assert (middle.nested_in, inner.nested_in) == (outer.id, middle.id)
    assert inner.words == "the dam was mined"


def test_a_relay_inside_a_relay():
    """An agency that hands on what another outlet was told gives a chain of all of them."""
    inner = said_in(
        "Reuters reported that two diplomats had told Kyodo that the treaty was dead."
    )[-1]
    assert names(inner) == ["Reuters", "Kyodo News", "two diplomats"]
    assert inner.depth == 3


def test_what_an_unnamed_source_says_of_another():
    """The unnamed source is a link, and who it says spoke is the next."""
    inner = said_in(
        "Informed sources told Reuters that the minister had warned that the dam could break."
    )[-1]
    assert names(inner) == ["Reuters", "Informed sources", "minister"]
    assert inner.modality is Modality.POSSIBLE


def test_a_noun_of_saying_attributes():
    """ "A message from A that …" says its content in A's name, inside a sentence of the outlet's own."""
    frame, inner = statements_of(
        "On Friday the press got a message from the union that the strike was over."
    )
    assert frame.voice is Voice.OUTLET
    assert (texts(inner.source), texts(inner.cue), inner.words) == (
        ["the union"],
        ["message"],
        "the strike was over",
    )
    assert names(inner) == ["union"]
    assert inner.nested_in == frame.id


def test_a_noun_of_saying_without_an_owner_has_an_unspecified_source():
    """A warning that nobody is named for is somebody's, and the chain says so."""
    inner = statements_of("The valley lives with the warning that the dam will break.")[-1]
    link = inner.chain[-1]
    assert (link.actor_id, link.kind, link.basis) == (None, LinkKind.UNNAMED, Basis.UNSPECIFIED)


# ---- sources carried from sentence to sentence


@pytest.mark.parametrize(
    ("first", "second", "chain"),
    [
        ("Two harbour officials told Reuters that the ferry had sunk.", "They added that nine sailors were missing.", ["Reuters", "Two harbour officials"]),
        ("Informed sources told Reuters that the dam was mined.", "The sources said that the army knew.", ["Reuters", "Informed sources"]),
        ("Informed sources told Reuters that the dam was mined.", "The same sources added that the army knew.", ["Reuters", "Informed sources"]),
        ("El País said the dam was mined.", "The newspaper added that the army knew.", ["El País"]),
        ("Informed sources told El País that the dam was mined.", "The newspaper added that the army knew.", ["El País"]),
        ("Kofi Asante said the ferry was old.", "He added that the crew was tired.", ["Kofi Asante"]),
    ],
)  # fmt: skip
def test_an_anaphor_brings_its_chain_along(first, second, chain):
    """ "They", "the sources" and "the newspaper" stand for the nearest source that fits, with all behind it."""
    assert names(said_in(first, second)[-1]) == chain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kofi Asante met the harbour master. He said the ferry was old.", "Kofi Asante"),
        ("The coast guard opened an inquiry. It said the ferry was old.", "coast guard"),
        ("The rebels took the bridge. They said the town was theirs.", "rebels"),
    ],
)
def test_a_pronoun_takes_the_subject_before_it(text, name):
    """Where nobody spoke before, a pronoun stands for whoever acted."""
    (statement,) = said_in(text)
    assert names(statement) == [name]


def test_a_carried_link_says_so():
    """The link that another sentence supplies is carried; the one this sentence writes is explicit."""
    second = said_in(
        "Two officials told Reuters that the ferry sank.", "They added that it was old."
    )[-1]
    assert [link.basis for link in second.chain] == [Basis.PAGE, Basis.CARRIED, Basis.EXPLICIT]
    assert second.chain[-1].text == "They"


@pytest.mark.parametrize("cue", ["the coast guard said", "according to informed sources"])
def test_a_cue_that_closes_a_paragraph_covers_the_sentences_before_it(cue):
    """ "A. B, SOURCE said" attributes A as well, marked as carried."""
    first, second = statements_of(f"The ferry sank at noon. Nine sailors are missing, {cue}.")
    assert (first.words, second.words) == ("The ferry sank at noon", "Nine sailors are missing")
    assert names(first) == names(second) != []
    assert (first.chain[-1].basis, second.chain[-1].basis) == (Basis.CARRIED, Basis.EXPLICIT)


def test_a_closing_cue_does_not_reach_into_the_paragraph_before():
    """Another paragraph's sentence stays the outlet's own."""
    first, _ = statements_of(
        "The ferry sank at noon.", "Nine sailors are missing, the coast guard said."
    )
    assert first.voice is Voice.OUTLET


def test_a_sentence_that_resumes_a_told_event_is_carried_with_a_warning():
    """ "During the meeting …" goes on with what the sources told of the meeting; no word says so for sure."""
    _, second = statements_of(
        "Informed sources told Reuters that a meeting was held in Quetta. During the meeting, the chief drew a map."
    )
    assert names(second) == ["Reuters", "Informed sources"]
    assert [w.kind for w in second.warnings] == ["uncertain-carrier"]
    assert {link.basis for link in second.chain[1:]} == {Basis.CARRIED}


def test_a_sentence_between_two_of_one_unnamed_source_is_its_own_too():
    """Between "sources said" and "the sources said", a bare sentence is theirs, with a warning."""
    middle = statements_of(
        "Informed sources said that the chief left.",
        "The chief drew a map.",
        "The sources said that he came back.",
    )[1]
    assert names(middle) == ["Informed sources"]
    assert [w.kind for w in middle.warnings] == ["uncertain-carrier"]


# ---- the page's own voice


def test_a_sentence_nobody_is_named_for_is_the_outlets_own():
    """Without source or cue the outlet answers for its words, alone in the chain."""
    (statement,) = statements_of("The river rose by two metres overnight.")
    assert (statement.voice, statement.source, statement.cue, statement.depth) == (
        Voice.OUTLET,
        (),
        (),
        0,
    )
    assert statement.words == "The river rose by two metres overnight"
    (link,) = statement.chain
    assert (link.actor_id, link.name, link.basis) == (
        "outlet/marsh-gazette",
        "Marsh Gazette",
        Basis.PAGE,
    )


def test_a_headline_is_told_in_the_headlines_voice():
    """A title is a statement of its own, and never lends its subject to a pronoun of the body."""
    headline, body = statements_of("The airport was closed.", title="Mali closes its airport")
    assert (headline.voice, headline.words) == (Voice.HEADLINE, "Mali closes its airport")
    assert body.voice is Voice.OUTLET


@pytest.mark.parametrize(
    "text",
    [
        "The ferry to Cebu, which the strike delayed, left at noon.",
        "The governor threatened the miners.",
        "The mine was said to be cursed.",
        "It is said that the mine is cursed.",
        "Kofi Asante was not available for comment.",
        "Stated plainly, the river is low.",
        "The minister said nothing.",
        "The ministry added two firms to its list of banned importers.",
    ],
)
def test_what_only_looks_like_saying_is_none(text):
    """Threats without words, passives without a speaker, silence: nobody is made a source of them."""
    assert [s.voice for s in statements_of(text)] == [Voice.OUTLET]


def test_what_only_the_engine_hears_says_so_in_its_reason():
    """A thing may say something, by a verb no list has; the reason names who found it."""
    (statement,) = said_in("The data show that rainfall fell by a third.")
    assert (names(statement), statement.words) == (["data"], "rainfall fell by a third")
    assert statement.reasons == ("engine: show",)


def test_an_act_upon_a_thing_leaves_the_sentence_to_the_outlet():
    """ "The port authority puts the toll at seven": the outlet tells it, and the act stands inside."""
    sentence, act = statements_of("The port authority puts the number of dead at seven.")
    assert (sentence.voice, act.nested_in) == (Voice.OUTLET, sentence.id)
    assert (names(act), act.reasons) == (["port authority"], ("engine: puts",))


def test_a_relative_clause_says_nothing_of_its_own():
    """Whoever "said" inside a relative clause is not the speaker of the sentence."""
    (statement,) = said_in(
        "A spokesman, who said he saw smoke, told Reuters that the mill had burned."
    )
    assert names(statement) == ["Reuters", "spokesman"]
    assert statement.words == "the mill had burned"


def test_every_sentence_of_an_article_is_read():
    """No sentence of the body is lost, whoever says it."""
    text = "The ferry sank. Kofi Asante said it was old. The sea was calm. Nobody swam."
    assert [s.words for s in statements_of(text)] == [
        "The ferry sank",
        "it was old",
        "The sea was calm",
        "Nobody swam",
    ]


# ---- credit lines


def _credit(words, **facts):
    return Credit(name="Reuters", words=words, **facts)


def test_a_credited_agency_stands_behind_the_page():
    """What a page credits to an agency is the agency's word, whoever speaks behind it."""
    own, told = statements_of(
        "The mine is flooded.", "The mayor said it was old.", credited=[_credit("(Reuters)")]
    )
    assert names(own) == ["Reuters"]
    assert names(told) == ["Reuters", "mayor"]
    assert own.chain[1].basis is Basis.CREDIT


def test_a_dateline_credit_is_told_apart():
    """ "LIMA (Reuters) -" is a dateline, and the link says so."""
    (own,) = statements_of("The mine is flooded.", credited=[_credit("LIMA (Reuters) -")])
    assert own.chain[1].basis is Basis.DATELINE


def test_an_agency_is_not_put_into_a_chain_twice():
    """An agency both credited and named in the sentence is one link."""
    (statement,) = said_in(
        "The mayor told Reuters that the mine is flooded.", credited=[_credit("(Reuters)")]
    )
    assert names(statement) == ["Reuters", "mayor"]


@pytest.mark.parametrize(
    ("credit", "outlet"),
    [
        (_credit("Photo: Reuters", photo=True), "outlet/marsh-gazette"),
        (_credit("(Reuters)"), "agency/reuters"),
    ],
)
def test_a_photo_credit_or_ones_own_name_adds_no_link(credit, outlet):
    """Who took the picture did not tell the story, and nobody stands behind himself."""
    (statement,) = statements_of("The mine is flooded.", credited=[credit], outlet=outlet)
    assert statement.depth == 0


# ---- who an unnamed source belongs to


def _speaker(text, **facts):
    return said_in(text, **facts)[0].chain[-1].actor_id


def test_unnamed_sources_belong_to_whoever_quotes_them():
    """The "informed sources" of two outlets may be different people; those of one outlet are taken for the same."""
    text = "Informed sources said the mine was flooded."
    assert _speaker(text, outlet="outlet/one") != _speaker(text, outlet="outlet/two")
    assert _speaker(text, outlet="outlet/one") == _speaker(
        "The well is dry, informed sources said.", outlet="outlet/one"
    )


def test_the_unnamed_sources_of_a_relayed_outlet_are_that_outlets():
    """Two pages that relay one agency's informed sources speak of the same people."""
    text = "Informed sources told Reuters that the mine was flooded."
    assert _speaker(text, outlet="outlet/one") == _speaker(text, outlet="outlet/two")
    assert _speaker(text, outlet="outlet/one").startswith("unnamed/")


def test_a_described_source_is_the_same_in_every_outlet():
    """A body that the registry does not know goes by its description, article and outlet apart."""
    a = _speaker("The coast guard said the ferry was lost.", outlet="outlet/one")
    b = _speaker("Nine are missing, according to the coast guard.", outlet="outlet/two")
    assert a == b
    assert a.startswith("described/")


def test_a_registered_source_has_the_registrys_id():
    """Who is known under a name is known by his id."""
    (statement,) = said_in("The United Nations said the famine would spread to Chad.")
    assert (statement.chain[-1].actor_id, statement.chain[-1].kind) == (
        "org/united-nations",
        LinkKind.ORGANISATION,
    )


# ---- colour, channel and place


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("The bank expects that prices will rise.", Modality.FUTURE, Polarity.POSITIVE),
        ("The governor threatened to cut the water.", Modality.INTENDED, Polarity.POSITIVE),
        ("The governor said he would not cut the water.", Modality.FUTURE, Polarity.NEGATIVE),
        ("The governor said the water was cut.", Modality.FACT, Polarity.POSITIVE),
    ],
)
def test_the_cue_colours_what_is_said(text, modality, polarity):
    """Modality and polarity come from the cue and the content together."""
    (statement,) = said_in(text)
    assert (statement.modality, statement.polarity) == (modality, polarity)


def test_the_channel_is_kept_and_is_not_taken_from_the_content():
    """Where something was said is told; a channel that the content speaks of is not it."""
    assert (
        said_in("Kofi Asante wrote on Telegram that the kiln was safe.")[0].channel
        == "Telegram"
    )
    assert said_in("Kofi Asante said that the clip was seen on Telegram.")[0].channel is None


def test_hedges_are_those_of_the_content():
    """A hedge inside the content is found, and gives back its place."""
    text = "Kofi Asante said the kiln may be cold."
    (hedge,) = said_in(text)[0].hedges
    assert text[hedge.start : hedge.end] == hedge.text == "may"


def test_links_of_a_text_page_give_back_their_words_on_the_page():
    """On a text page a link says where its words stand on the page; on HTML it cannot."""
    text = "Two harbour officials told Reuters that the ferry had sunk."
    (statement,) = said_in(text, on_text_page=True)
    page = "x" * HEAD + small_article(text).text
    assert [page[link.page_start : link.page_end] for link in statement.chain[1:]] == [
        "Reuters",
        "Two harbour officials",
    ]
    assert (statement.chain[0].page_start, statement.chain[0].page_end) == (None, None)
    assert {link.page_start for link in said_in(text)[0].chain} == {None}


def test_ids_are_of_the_words_place():
    """No two statements of an article share an id, and reading again gives the same ones."""
    paragraphs = (
        "Kofi Asante said that Reuters reported that the kiln was cold. He added that it was old.",
        "The kiln was cold.",
    )
    ids = [s.id for s in statements_of(*paragraphs)]
    assert len(set(ids)) == len(ids) == 4
    assert ids == [s.id for s in statements_of(*paragraphs)]


# ---- who can speak, and what follows the cue

# Each row: the text; then source, chain behind the page and words of each statement somebody makes.
_SPEAKERS = [
    ("The engineer said the dam leaks.", [("The engineer", ["engineer"], "the dam leaks")]),
    ("The dam leaks, the owner said.", [("the owner", ["owner"], "The dam leaks")]),
    ("Plumbers said the pipes burst.", [("Plumbers", ["Plumbers"], "the pipes burst")]),
    ("The orchard said the apples froze.", [("The orchard", ["orchard"], "the apples froze")]),
    ("The coast guard said the ferry sank.", [("The coast guard", ["coast guard"], "the ferry sank")]),
    ("The bakery’s campaign says it shut.", [("The bakery’s campaign", ["bakery’s campaign"], "it shut")]),
    ("A letter delivered to the ministry said the strike was over.", [("A letter delivered to the ministry", ["letter delivered to the ministry"], "the strike was over")]),
    ("The guard who said he saw smoke told Reuters that the kiln had burned.", [("The guard", ["Reuters", "guard"], "the kiln had burned")]),
    ("The mayor, 58, the founder of the mill, said the roof leaks.", [("The mayor", ["mayor"], "the roof leaks")]),
    ("Forty-one percent of registered voters say they like tea.", [("Forty-one percent of registered voters", ["Forty-one percent of registered voters"], "they like tea")]),
    ("The mill was sold, according to court filings.", [("court filings", ["court filings"], "The mill was sold")]),
    ("Kofi Asante says he’ll leave.", [("Kofi Asante", ["Kofi Asante"], "he’ll leave")]),
    ("The group said in a tweet it had left.", [("The group", ["group"], "it had left")]),
    ("Kofi Asante told Kyodo in May that the war would end.", [("Kofi Asante", ["Kyodo News", "Kofi Asante"], "the war would end")]),
    ("The dam could break, warned the engineers’ union in a letter to the owner.", [("the engineers’ union", ["engineers’ union"], "The dam could break")]),
    ("Asked about the mine, the owner said, “It is safe.”", [("the owner", ["owner"], "It is safe")]),
    ("The town is safe, said the mayor, but the bridge is not.", [("the mayor", ["mayor"], "The town is safe")]),
    ("The bank expects prices to rise.", [("The bank", ["bank"], "to rise")]),
    ("The mayor called the plan “a trap”.", [("The mayor", ["mayor"], "the plan “a trap”")]),
    ("Kofi Asante told me he was tired.", [("Kofi Asante", ["Kofi Asante"], "he was tired")]),
    ("Kofi Asante told Kyodo he’s not planning an appeal.", [("Kofi Asante", ["Kyodo News", "Kofi Asante"], "he’s not planning an appeal")]),
    ("When the clerk rose, the owner said families of the dead had sued.", [("the owner", ["owner"], "families of the dead had sued")]),
    ("Bob Grant, a host in Lima, said that he had noticed.", [("Bob Grant", ["Bob Grant"], "he had noticed")]),
    ("The judge accused the mayor of theft.", [("The judge", ["judge"], "theft")]),
]  # fmt: skip

_INTERRUPTED = [
    ("The bridge, the engineer said, had been cracked.", ["The bridge", "had been cracked"]),
    ("Dozens of villagers, Kofi Asante said, have left.", ["Dozens of villagers", "have left"]),
]

_SIDE_BY_SIDE = [
    ("The army said it shot down a drone, but the rebels said it crashed.", [["army"], ["rebels"]]),
    ("The army said it shot down a drone, while on Friday the rebels said it had crashed.", [["army"], ["rebels"]]),
    ("The army said it shot down a drone; the rebels said it crashed.", [["army"], ["rebels"]]),
    ("Informed sources said the kiln was cold, while the mayor said that the shaft was dry.", [["Informed sources"], ["mayor"]]),
]  # fmt: skip

_THROUGH_AN_OUTLET = [
    ("In an interview with El Mercurio, the minister said the mine was safe.", ["El Mercurio", "minister"]),
    ("A letter from the union, seen by Reuters, said the strike was over.", ["Reuters", "letter from the union"]),
    ("The BBC’s correspondent in Nairobi said the roads were empty.", ["BBC", "BBC’s correspondent in Nairobi"]),
    ("A Reuters witness said smoke was rising over the port.", ["Reuters", "Reuters witness"]),
    ("Reuters, citing Kyodo, reported that the ship had sunk.", ["Reuters", "Kyodo News"]),
    ("The kiln was cold, according to a report published by Reuters.", ["Reuters"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), _SPEAKERS, ids=lambda x: str(x)[:40])
def test_whoever_says_so_is_the_source(text, expected):
    """Any noun can speak before a verb of saying, and what it says needs no verb we know."""
    found = [(s.source[0].text, names(s), s.words) for s in said_in(text)]
    assert found == expected


@pytest.mark.parametrize(("text", "halves"), _INTERRUPTED)
def test_a_clause_cut_by_its_cue_is_whole(text, halves):
    """The subject alone is no clause, but the subject and the verb behind the cue are."""
    (statement,) = said_in(text)
    assert texts(statement.content) == halves


@pytest.mark.parametrize(("text", "chains"), _SIDE_BY_SIDE)
def test_who_speaks_beside_another_is_not_inside_him(text, chains):
    """ "A said X, but B said Y" is two statements of the outlet's, neither inside the other."""
    found = said_in(text)
    assert [names(s) for s in found] == chains
    assert [s.nested_in for s in found] == [None, None]


def test_what_one_tells_of_two_is_inside_him():
    """ "A reported that B said X, but C said Y": A told of both."""
    outer, *inner = said_in(
        "Reuters reported that the army said the dam broke, but the rebels said it held."
    )
    assert [names(s) for s in inner] == [["Reuters", "army"], ["Reuters", "rebels"]]
    assert {s.nested_in for s in inner} == {outer.id}


@pytest.mark.parametrize(("text", "chain"), _THROUGH_AN_OUTLET)
def test_an_outlet_named_beside_the_cue_hands_on(text, chain):
    """An occasion before the sentence, an aside, an employer: the outlet in it is a link."""
    assert names(said_in(text)[0]) == chain


def test_what_is_added_behind_a_closing_cue_is_a_second_statement():
    """ "“X”, A told B, adding that Y": A says both, and B hands both on."""
    first, second = said_in(
        "“The mine is safe”, Kofi Asante told the BBC on Monday, adding that the pumps ran."
    )
    assert (first.words, second.words) == ("The mine is safe", "the pumps ran")
    assert names(first) == names(second) == ["BBC", "Kofi Asante"]


def test_a_page_that_names_itself_adds_no_link():
    """What the page's own outlet has learned stands at depth 0."""
    (statement,) = said_in("Marsh Gazette has learned that the mine was sold.")
    assert (names(statement), statement.depth) == ([], 0)


def test_the_accused_is_the_addressee():
    """ "A accused B of C": C is what is said, B of whom."""
    (statement,) = said_in("The judge accused the mayor of theft.")
    assert (statement.words, statement.addressee) == ("theft", "the mayor")


@pytest.mark.parametrize(
    "text",
    [
        "The order, confirmed by three officials, began a long night.",
        "What the mayor said was wrong.",
        "By noon 270 pledged delegates and the Arab states had left.",
        "The film, said to have cost a million, flopped.",
        "In the quarry on the day before it rained.",
    ],
)
def test_what_nobody_is_shown_to_say_is_the_outlets(text):
    """A participle, a relative clause without its noun and a day say nothing."""
    assert said_in(text) == []


def test_the_verb_of_a_noun_of_saying_is_not_content():
    """ "The claim that X shocked the town": the town's shock is not claimed."""
    (statement,) = said_in("The claim that the dam had cracked shocked the town.")
    assert statement.words == "the dam had cracked"


def test_people_familiar_with_a_thing_are_called_back_as_people():
    """The head of "people familiar with the talks" is the people."""
    first, second = said_in(
        "People familiar with the talks said the deal was dead. The people said the mine was next."
    )
    assert first.chain[-1].actor_id == second.chain[-1].actor_id


@pytest.mark.parametrize(
    "text", ["“ ”", "“”", "“ .", ". . .", "The mayor left. “ ” It rained."]
)
def test_marks_alone_say_nothing(text):
    """Quotation marks and stops without a word make no statement."""
    assert all(any(c.isalpha() for c in s.words) for s in statements_of(text, title=" ."))


def test_a_carried_quotation_ends_without_its_stop():
    """The stop before the closing mark is no part of what was said."""
    *_, carried = statements_of("“The ferry sank,” Kofi Asante said.", "“Nine are missing.”")
    assert carried.words == "Nine are missing"


_TOLD_BY = [
    ("The envoy said he had been told by two ministers that the pass was shut.", ["envoy", "two ministers"]),
    ("The captain had been warned by the harbour office that the reef was near.", ["harbour office"]),
    ("The ship had sunk, Kyodo said in a report which in turn quoted a fisheries official.", ["Kyodo News", "fisheries official"]),
]  # fmt: skip


_QUOTING = [
    ("Radio Tarsk quoted Kofi Asante as saying that the kiln was flooded.", ["Radio Tarsk", "Kofi Asante"]),
    ("The minister quoted the mayor as saying that the kiln was flooded.", ["minister", "mayor"]),
    ("The attaché was quoted by Tarskwire as saying, on the eve of the vote, that the kiln was flooded.", ["Tarskwire", "attaché"]),
    ("Interviewed by Al Arabiya, the consul said the kiln was flooded.", ["Al Arabiya", "consul"]),
    ("The kiln was flooded, according to a report in Le Monde, which quoted a police inquiry.", ["Le Monde", "police inquiry"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "chain"), _QUOTING)
def test_whoever_quotes_is_a_link_known_or_not(text, chain):
    """A broadcaster no registry knows, a minister, an interviewer: whoever hands words on."""
    statement = said_in(text)[0]
    assert names(statement) == chain
    assert (
        statement.words.removeprefix("that ").removesuffix(",").lower()
        == "the kiln was flooded"
    )


def test_a_pronoun_that_quotes_is_the_outlet_met_last():
    """ "It quoted him": the agency, not a source without a name."""
    text = (
        "Reuters quoted the mayor as saying it was wet. It quoted him as adding that it snowed."
    )
    assert [names(s) for s in said_in(text)] == [["Reuters", "mayor"], ["Reuters", "mayor"]]


@pytest.mark.parametrize(("text", "chain"), _TOLD_BY)
def test_whoever_told_or_was_cited_in_a_clause_is_a_link(text, chain):
    """ "told by X that", "which quoted Y": X and Y said it, though the cue is passive or aside."""
    assert names(said_in(text)[-1]) == chain


def test_a_passive_that_names_nobody_tells_nothing():
    """ "had been told that", "told by the fire": without who told there is no statement."""
    assert said_in("The captain had been told that the reef was near.") == []


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "A miller told Reuters the dam leaked. Reuters quoted him as adding that it was old.",
            ["Reuters", "miller"],
        ),
        (
            "Two millers told Reuters the dam leaked. The pair said that it was old.",
            ["Reuters", "Two millers"],
        ),
    ],
)
def test_a_pronoun_behind_an_outlet_and_a_count_call_back_who_spoke(text, chain):
    """ "quoted him", "the pair": whoever spoke before, with the outlet that handed it on."""
    assert names(said_in(text)[-1])[0] == chain[0]
    assert said_in(text)[-1].chain[-1].actor_id == said_in(text)[0].chain[-1].actor_id
    assert len(said_in(text)[-1].chain) == 3


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“As long as the weir holds, there will be no strike,” the union said in a statement that was signed by Kofi Asante.",
            "As long as the weir holds, there will be no strike",
        ),
        (
            "The Weir Front will put them before a court, its leader said in a message that was sent to the mills on Friday.",
            "The Weir Front will put them before a court",
        ),
        (
            "The mill will close, the owners said in a note which was pinned to the gate.",
            "The mill will close",
        ),
        (
            "The minister said in a letter that was read on Monday that the mills would close.",
            "the mills would close",
        ),
    ],
)
def test_what_is_told_of_the_letter_is_not_what_it_says(text, content):
    """A relative clause behind the cue tells of the statement or letter, and is no content."""
    (statement,) = said_in(text)
    assert texts(statement.content) == [content]


def test_a_that_which_points_opens_no_content():
    """ "Threatened in April to attack in that case": the case is not what was threatened."""
    (statement,) = said_in(
        "The general had threatened in April to attack the port in that case."
    )
    assert statement.words.startswith("to attack the port")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody had claimed the attack on the kiln by Sunday noon.",
        "No official claimed that the kiln was safe.",
        "None of the owners said that the kiln was safe.",
    ],
)
def test_nobody_says_nothing(text):
    """Where it is told that nobody said something, the outlet tells it."""
    (statement,) = statements_of(text)
    assert (statement.voice, names(statement)) == (Voice.OUTLET, [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("After lunch Asante told reporters that the kiln was cold.", "Asante"),
        (
            "Ghanaian airlines are drawing up routes around Kenya after its foreign minister said they would lose the right to land there in June.",
            "its foreign minister",
        ),
    ],
)
def test_the_words_of_the_clause_around_it_are_no_part_of_a_speaker(text, speaker):
    """A speaker holds no verb and no adjunct of another clause: the tree says where he begins."""
    (statement,) = said_in(text)
    assert texts(statement.source) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "We have seen no report that the lights went out.",
        "Our own reporter said that the kiln was cold.",
        "This reporter counted 214 people at the kiln.",
    ],
)
def test_the_page_s_own_people_are_the_outlet(text):
    """ "We" outside a quotation, and "our reporter", put nobody between the outlet and its words."""
    assert {tuple(names(s)) for s in statements_of(text)} == {()}


def test_we_in_a_quotation_are_not_the_outlet():
    """Who says "we" in his own words is not the page."""
    said = said_in("“We told him that the kiln was cold,” Kofi Asante said.")
    assert names(said[0]) == ["Kofi Asante"]
    assert all(names(s)[0] == "Kofi Asante" for s in said)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Kyodo reported that the bridge had collapsed, according to two port officials.",
            ["Kyodo News", "two port officials"],
        ),
        (
            "The Press Service of Marl reported that the bridge had collapsed, according to the army.",
            ["Press Service of Marl", "army"],
        ),
    ],
)
def test_an_outlet_that_reports_according_to_somebody_has_it_from_him(text, chain):
    """The source at the end of the sentence stands behind the outlet, and not before it."""
    (statement,) = said_in(text)
    assert (names(statement), texts(statement.content)) == (chain, ["the bridge had collapsed"])


def test_a_speaker_whom_an_outlet_reports_stays_behind_it():
    """ "The mayor said that …, according to Kyodo": Kyodo has it from the mayor."""
    said = said_in("The mayor said that the bridge had collapsed, according to Kyodo.")
    assert names(said[-1]) == ["Kyodo News", "mayor"]


def test_a_speaker_and_an_actor_of_the_same_words_are_one():
    """Local commanders who say something are those who are tied to others."""
    found = read_article(small_article("Local commanders said they had met envoys from Iran."))
    (speaker,) = {s.chain[-1].actor_id for s in found.statements if s.depth}
    assert {m.actor_id for m in found.mentions if "commanders" in m.text} == {speaker}
    assert speaker in {tie.subject for tie in found.relations}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We called for two hours. Nobody came,” the cook said.", "We called for two hours. Nobody came"),
        ("The judge asks others to wait, but he hurries himself.", "to wait"),
        ("The army has warned of a raid on the quay, saying that it would burn.", "a raid on the quay"),
        ("The army warned Accra would be next.", "Accra would be next"),
        ("The army told Accra its gates were open.", "its gates were open"),
    ],
)  # fmt: skip
def test_a_content_is_all_that_the_cue_governs_and_no_more(text, content):
    """A length of time is not called for; a second clause, a second cue and who is told are no content."""
    assert texts(said_in(text)[0].content) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "There is a growing threat that the fire will spread to the mill.",
        "The visit partly informed a decision to close the mill.",
        "Asked about a Nikkei report, the owner left.",
    ],
)
def test_a_danger_a_cause_and_a_thing_say_nothing(text):
    """ "A threat that" without anybody's is a danger, "informed a decision" is no speech, "a report" may be a thing."""
    assert said_in(text) == []


def test_what_somebody_is_told_to_do_is_asked_for():
    """ "Told them to wait" is a request, "told them that" is not."""
    asked, told = said_in("The judge told them to wait. The clerk told them that it rained.")
    assert (asked.modality, told.modality) == (Modality.REQUESTED, Modality.FACT)


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("The army said two shells fell, many of which it said were duds.", 33, ["many of which", "were duds"]),
        ("He met the envoy, who officials say is ill.", 0, ["who", "is ill"]),
        ("The depot, which the mayor said was empty, burned.", 0, ["which", "was empty"]),
        ("They seized boats that the ministry said carried arms.", 0, ["that", "carried arms"]),
    ],
)  # fmt: skip
def test_what_is_said_in_passing_of_a_noun_keeps_what_stands_for_it(sentence, cue, content):
    """A clause that lacks its subject is told with "which" or "many of which" before who speaks."""
    (said,) = [s for s in statements_of(sentence) if s.cue and s.cue[0].start > cue]
    assert texts(said.content) == content


@pytest.mark.parametrize(
    "text",
    ["The minister did not confirm the flood.", "The minister could not confirm the flood."],
)
def test_what_is_not_said_is_no_statement(text):
    """Who does not confirm a thing says nothing of it, whether a rule or the engine finds the verb."""
    assert said_in(text) == []


def test_what_is_left_open_is_told_of():
    """ "Did not say whether" claims nothing, and so is kept."""
    (said,) = said_in("The minister did not say whether the weir had cracked.")
    assert texts(said.content) == ["whether the weir had cracked"]


def test_what_is_not_believed_is_told_of_as_belief():
    """ "Does not believe that" is a statement of what somebody thinks."""
    assert names(said_in("The minister does not believe that the weir cracked.")[0]) == [
        "minister"
    ]


def test_to_call_a_thing_something_asks_for_nothing():
    """ "Called it likely" values; "called for" asks."""
    valued, asked = said_in(
        "The owner called it likely that the weir had cracked. He called for calm."
    )
    assert (valued.modality, asked.modality) == (Modality.EVALUATIVE, Modality.REQUESTED)


def test_a_source_begins_in_its_own_sentence():
    """In sentences that one quotation holds together, a phrase stops at the full stop before it."""
    said = said_in(
        "“The judge said it rained in Oslo. President Olaf Brandt disputed the forecast,” a clerk said."
    )
    assert [texts(s.source) for s in said if names(s)[-1] == "Olaf Brandt"] == [
        ["President Olaf Brandt"]
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Sega quoted a clerk as saying in a statement that the crates were empty.", "the crates were empty"),
        ("Sega quoted a clerk as warning of a flood.", "a flood"),
        ("Sega quoted a clerk as saying yes to the plan.", "yes to the plan"),
        ("Sega quoted a clerk, who said the crates he saw were empty.", "the crates he saw were empty"),
        ("Sega quoted a clerk as saying crates arrived daily.", "crates arrived daily"),
    ],
)  # fmt: skip
def test_who_is_quoted_as_saying_says_what_the_verb_governs(text, content):
    """Behind "as saying" the content begins where it does behind any cue, or else right there."""
    assert texts(said_in(text)[0].content) == [content]


def test_a_headline_says_who_spoke_and_not_through_whom():
    """Whom a headline names is the speaker, and no sure step of the hearsay; an outlet it names is."""
    (said,) = [
        s
        for s in statements_of(
            "Rain fell on Tarsk.", title="Mayor Tells Millers to Leave Tarsk"
        )
        if s.cue
    ]
    assert (names(said)[-1], said.chain[-1].basis) == ("Mayor", Basis.INFERRED)
    (told,) = [
        s
        for s in statements_of(
            "Rain fell on Tarsk.", title="Two mills burned in Tarsk, Reuters says"
        )
        if s.cue or s.source
    ]
    assert (names(told)[-1], told.chain[-1].basis) == ("Reuters", Basis.EXPLICIT)


def test_a_credit_at_the_end_says_nothing():
    """ "… Source: CNN, citing two officials" is no sentence of the article, and "Source" no speaker."""
    words = "Source: CNN, citing two officials"
    text = f"The ferry sank. {words}"
    credit = Credit(name="CNN", words=words, start=text.index(words), end=len(text))
    (statement,) = statements_of(text, credited=[credit])
    assert texts(statement.content) == ["The ferry sank"]
    assert names(statement) == ["CNN", "two officials"]
    assert said_in("The ferry sank.", words) == []


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("A network of local volunteers", LinkKind.ORGANISATION),
        ("The aid network", LinkKind.ORGANISATION),
        ("The Orlo Doctors Network", LinkKind.ORGANISATION),
        ("The police station", LinkKind.ORGANISATION),
        ("The state TV network", LinkKind.OUTLET),
        ("A local radio station", LinkKind.OUTLET),
        ("The network", LinkKind.OUTLET),
    ],
)
def test_a_network_is_press_only_where_no_word_beside_it_says_otherwise(source, kind):
    """What volunteers join in is no outlet whose report could be held."""
    (statement,) = said_in(f"{source} said that nine houses had burned.")
    assert statement.chain[-1].kind is kind


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The missile missed, the report said, citing people briefed on the data.", "people briefed on the data"),
        ("According to people involved in the talks, the mill is shut.", "people involved in the talks"),
        ("The mill is shut, according to a person briefed on the talks on Monday.", "a person briefed on the talks"),
    ],
)  # fmt: skip
def test_what_a_participle_says_of_a_source_belongs_to_it(text, source):
    """ "People briefed on the data" are told apart from people."""
    assert texts(said_in(text)[-1].source) == [source]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The bridge had been mined (according to two engineers quoted by the Tesk Courier).", ["Tesk Courier", "two engineers quoted by the Tesk Courier"]),
        ("The bridge had been mined (two engineers told the Tesk Courier).", ["Tesk Courier", "two engineers"]),
        ("In remarks carried by the state news agency Telkarven, the governor said the bridge had been mined.", ["Telkarven", "governor"]),
        ("The bridge had been mined, said the governor, whose remarks were carried by Interfax.", ["Interfax", "governor"]),
        ("The governor's aide, Ivo Brel, quoting the general, told Interfax that the bridge had been mined.", ["Interfax", "Ivo Brel", "general"]),
    ],
)  # fmt: skip
def test_a_source_hidden_in_an_aside_is_found_there(text, chain):
    """In a bracket, behind "whose", between commas: the whole chain, and none of it in the content."""
    statement = said_in(text)[0]
    assert names(statement) == chain
    assert [part.lower() for part in texts(statement.content)] == ["the bridge had been mined"]


def test_papers_that_are_seen_are_no_newspapers():
    """ "Court papers seen by Reuters" are documents."""
    (statement,) = said_in("Court papers seen by Reuters show the bridge was mined.")
    assert statement.chain[-1].kind is LinkKind.DOCUMENT


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“He thinks the ferry is safe. How did it sink?” ― Jana Brel", ["Jana Brel"]),
        ("“He knows all about money.” ― Kofi Asante.", ["Kofi Asante"]),
        ("“The ferry was never safe.” — Ilse Marek, a nurse in Tema", ["Ilse Marek"]),
        ("“The ferry was safe” – and nobody was lost.", None),
    ],
)
def test_a_quotation_is_said_by_whoever_signs_it(text, source):
    """A list of quotations gives each its name behind a dash."""
    said = said_in(text)
    assert (texts(said[0].source) if said else None) == source


def test_what_somebody_does_after_a_threat_is_no_saying():
    """ "After threatening to close the strait, Norway recalled its observers": nothing is recalled in words."""
    told = statements_of(
        "After threatening to close the strait, Norway recalled its observers."
    )
    recalling = [s.voice for s in told if "recalled" in s.words]
    assert recalling == [Voice.OUTLET]


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor believes the engineers.",
        "The governor believes the engineers, because they were there.",
        "The governor said he believed the engineers.",
    ],
)
def test_whom_somebody_believes_is_nothing_he_says(sentence):
    """A noun is no content of a verb of belief, whatever reason is given behind it."""
    told = [s.words for s in statements_of(sentence)]
    assert not [words for words in told if words.startswith("the engineers")]


def test_what_somebody_believes_somebody_or_something_to_be_is():
    """The noun and what is said of it are a clause."""
    (told,) = said_in("The governor believes the engineers to be right.")
    assert told.words == "the engineers to be right"


@pytest.mark.parametrize(
    "sentence",
    [
        "The clerk asked not to be named.",
        "The guard wanted no names.",
        "The two clerks requested anonymity.",
        "They asked that their names not be used.",
        "The clerk said he did not want to be named.",
        "“I do not want to be named,” the clerk said.",
        "The guard declined to be identified because he feared for his job.",
        "The officials spoke on condition of anonymity because they may not speak to the press.",
    ],
)
def test_that_a_source_asked_not_to_be_named_is_no_claim(sentence):
    """It describes the source; what the source says besides is told."""
    told = statements_of(sentence, "The vault was empty, the clerk said.")
    assert [s.words for s in told] == ["The vault was empty"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor resigned and asked not to be named.",
        "The court refused to be named in the list of debtors.",
        "The mayor asked that his name be struck from the list.",
    ],
)
def test_what_says_more_than_that_is_told(sentence):
    """Only a sentence that tells nothing else is left out."""
    assert statements_of(sentence)


def test_a_noun_in_marks_is_what_somebody_says():
    """The verb has it for content, and the outlet does not tell it once more."""
    (told,) = statements_of("“Utter nonsense,” the miller muttered.")
    assert (names(told), told.words) == (["miller"], "Utter nonsense")
