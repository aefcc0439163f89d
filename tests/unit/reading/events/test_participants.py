import pytest
from small_events import events_of, findings_of, told
from small_trees import act_of, tree_of, words_of

from headwater.reading.events.participants import Participants


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan soldiers shelled the village.", (["Kenyan soldiers"], "ASSAULT", ["the village"])),
        ("A convoy was attacked by gunmen in Basra.", (["gunmen"], "ASSAULT", ["A convoy"])),
        ("Israel's strike on Gaza lasted an hour.", (["Israel"], "ASSAULT", ["Gaza"])),
        ("The attack by militants on a bus was the third.", (["militants"], "ASSAULT", ["a bus"])),
        ("Talks between Kenya and Sudan resumed.", (["Kenya", "Sudan"], "CONSULT", ["Kenya", "Sudan"])),
        ("The arrest of three monks by soldiers drew crowds.", (["soldiers"], "COERCE", ["three monks"])),
        ("Tehran ordered the militia to attack the base.", (["Tehran"], "REQUEST", ["the militia"])),
        ("Kenya demanded an apology from Sudan.", (["Kenya"], "REQUEST", ["Sudan"])),
        ("Peru lifted its sanctions against Chile.", (["Peru"], "CONCEDE", ["Chile"])),
        ("The rebels fired rockets at the port of Mombasa.", (["The rebels"], "ASSAULT", ["the port of Mombasa"])),
    ],
)  # fmt: skip
def test_who_and_whom_are_read_off_the_grammar(text, expected):
    """Subject, agent, owner and "by" act; object, passive subject and what is aimed at suffer it."""
    assert expected in [told(event) for event in events_of(text)]


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("The navy said in a statement read on radio that 19 of its sailors had died in the attack.", [], ["19 of its sailors"]),
        ("Reuters had earlier reported at least 30 killed, citing two medics.", [], ["at least 30"]),
        ("Gunmen killed at least 30 miners in Basra.", ["Gunmen"], ["at least 30 miners"]),
        ("Gunmen killed the guards of all posts between Basra and Kufa.", ["Gunmen"], ["the guards of all posts between Basra and Kufa"]),
    ],
)  # fmt: skip
def test_the_dead_do_nothing_and_who_counts_them_neither(text, who, whom):
    """Who dies is whom it befalls; "reported ten killed" kills nobody; a number keeps its "at least"."""
    told_of = [told(event) for event in events_of(text) if event.text in {"died", "killed"}]
    assert told_of == [(who, "ASSAULT", whom)]


def test_what_is_to_be_struck_is_the_thing_and_no_place_beside_it():
    """Who threatens to strike every depot from one town to another threatens the depots."""
    (event,) = events_of("“We will strike every depot from Basra to Kufa,” said Ivo Brel.")
    assert told(event) == (["Ivo Brel"], "THREATEN", ["every depot"])


def test_it_is_the_body_that_speaks():
    """ "It will strike, the front has said": the front, and nobody of the sentence before."""
    *_, event = events_of(
        "The figure is higher than the ten dead of whom the general staff spoke. "
        "If the patrols do not leave by the end of Lent, the Heron Front has said, it will attack all depots."
    )
    assert [s.text for s in event.actor_words] == ["the Heron Front"]


def test_each_of_several_takes_part():
    """Names joined by "and" are participants each, with their own ids."""
    (event,) = events_of("Kenya and Uganda attacked Sudan.")
    assert event.actors == ("state/ke", "state/ug")
    assert event.recipients == ("state/sd",)


def test_what_both_do_is_done_to_both():
    """ "Met", "clashed": without an object each side is the other's recipient."""
    (event,) = events_of("Kenya and Uganda clashed on Monday.")
    assert event.actors == event.recipients == ("state/ke", "state/ug")
    (visit,) = events_of("Kenya and Uganda visited on Monday.")
    assert (visit.actors, visit.recipients) == (("state/ke", "state/ug"), ())


def test_a_name_that_the_tree_cuts_is_one_actor():
    """Two subjects in one name are one."""
    (event,) = events_of("The Izz ad-Din al-Qassam Brigades attacked the port.")
    assert [s.text for s in event.actor_words] == ["The Izz ad-Din al-Qassam Brigades"]


def test_a_name_cut_in_two_subjects_is_told_whole():
    """ "North | Korea blew up": the words are those of the name."""
    events = events_of("North Korea blew up sections of the roads on its side of the inter-Korean border on Tuesday, the Joint Chiefs of Staff said.")  # fmt: skip
    assert [s.text for s in events[0].actor_words] == ["North Korea"]


def test_a_second_verb_has_the_subject_of_the_first():
    """A verb joined by "and" without a subject of its own is done by whoever does the first."""
    events = events_of("Kenyan soldiers raided the camp and arrested two priests.")
    assert {tuple(s.text for s in e.actor_words) for e in events} == {("Kenyan soldiers",)}


def test_a_relative_clause_is_about_its_noun():
    """ "The soldiers who shelled the village": they did it."""
    events = events_of("The soldiers who shelled the village came from Kenya.")
    assert (["The soldiers"], "ASSAULT", ["the village"]) in [told(e) for e in events]


def test_we_is_whoever_speaks():
    """A "we" in a quotation is its source."""
    events = events_of("“We attacked the base,” said the Kenyan army.")
    assert [s.text for s in events[0].actor_words] == ["the Kenyan army"]


def test_whoever_claims_an_attack_did_it():
    """A claim of responsibility is a statement; the attack it claims has its doer."""
    events = events_of("Boko Haram claimed responsibility for the attack on the market.")
    assert (["Boko Haram"], "ASSAULT", ["the market"]) in [told(e) for e in events]


def test_whoever_is_described_is_an_actor_too():
    """Participants without a name get a mention of their own, which the event's id leads to."""
    found = findings_of("Masked gunmen attacked a convoy.")
    (event,) = found.events
    (mention,) = [m for m in found.mentions if m.actor_id == event.actors[0]]
    assert (mention.text, mention.kind) == ("Masked gunmen", "description")


def test_a_thing_is_no_actor():
    """A convoy is shown in the words of an event, and gets no id."""
    (event,) = events_of("Gunmen attacked a convoy.")
    assert event.recipients == ()
    assert [s.text for s in event.recipient_words] == ["a convoy"]


def test_a_thing_belongs_to_somebody():
    """What is done to somebody's things is done to him."""
    (event,) = events_of("Gunmen attacked a Kenyan base.")
    assert event.recipients == ("state/ke",)


def test_a_time_takes_no_part():
    """A weekday behind a verb is neither actor nor recipient."""
    events = events_of("The Kenyan president arrived Wednesday in Uganda.")
    assert not any("Wednesday" in s.text for e in events for s in e.recipient_words)


def test_a_pronoun_that_stands_for_nobody_tells_nothing():
    """Who "it" is, is left open, never shown as a name."""
    (event,) = events_of("It attacked the port of Mombasa.")
    assert event.actor_words == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police arrested on Saturday the Sudanese captain of a ship.", (["The police"], "COERCE", ["the Sudanese captain of a ship"])),
        ("The army has begun airstrikes on Mombasa.", (["The army"], "ASSAULT", ["Mombasa"])),
        ("The best-known general in Kenya has held a meeting with rebels in Nairobi, the Gazette has learned.", (["The best-known general in Kenya"], "CONSULT", ["rebels"])),
    ],
)  # fmt: skip
def test_the_order_of_words_corrects_the_tree(text, expected):
    """Who stands before an active verb acts, and what stands behind it is what it is done to."""
    assert expected in [told(e) for e in events_of(text)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Kenya sent soldiers to Sudan on Monday.", ["Sudan"]),
        ("Kenya is willing to withdraw its troops from Sudan.", ["Sudan"]),
        ("The president visited the camp of the Ugandan army.", ["the Ugandan army"]),
        ("The council requested the readiness of the militias.", ["the militias"]),
        ("The council requested the strengthening of attacks against Sudan.", []),
        ("The men fought in secret for Kenya.", []),
        (
            "The faction leaders relayed maps about the Ugandan army to Sudan, said the sources.",
            ["Sudan"],
        ),
        ("Kenya and Uganda say the blast was not a Sudanese attack.", []),
        ("The ministry called on Chad to release the pilots.", ["Chad"]),
        ("Denmark rejected the demand by Kenya.", ["Kenya"]),
        ("Norway offered Peru a loan.", ["Peru"]),
        ("Chad demanded from Kenya the release of the pilots.", ["Kenya"]),
        ("The army threatened the rebels with an assault on the valley.", ["the rebels"]),
        (
            "Norway has agreed to a truce with the Heron group in Yemen.",
            ["the Heron group in Yemen"],
        ),
        (
            "The minister met with former general Ivo Brel on Monday.",
            ["former general Ivo Brel"],
        ),
        (
            "The minister and the envoy held a meeting with former general Ivo Brel and leaders of the rebels.",
            ["former general Ivo Brel", "leaders of the rebels"],
        ),
        (
            "The commanders relayed the details of the situation along the border in Chad and Niger back to Kenya, the officials said.",
            ["Kenya"],
        ),
    ],
)
def test_whom_it_is_done_to_is_somebody(text, whom):
    """Not what is moved or asked for, nor for whom one fights, whom it is against, or who only says so."""
    (event,) = events_of(text)
    assert told(event)[2] == whom


def test_joined_adjectives_are_two_sides():
    """ "Kenyan and Ugandan forces clashed": with each other."""
    (event,) = events_of("Kenyan and Ugandan forces clashed near the border.")
    who = ["Kenyan and Ugandan forces"]
    assert told(event) == (who, "ASSAULT", who)


def test_a_readiness_is_that_of_whom_it_belongs_to():
    """ "The army's readiness to attack": the army would."""
    events = events_of("The army's readiness to attack Sudanese bases worries the council.")
    assert ["The army"] in [told(e)[0] for e in events]


def test_one_of_several_is_of_their_sort():
    """ "One of its commanders" and "hundreds of Kenyans" are described by the noun that is counted."""
    findings = findings_of("A strike killed one of the Ugandan commanders.")
    (event,) = findings.events
    names = {m.actor_id: m.text for m in findings.mentions}
    assert [names[a] for a in event.recipients] == ["Ugandan commanders"]


def test_whom_a_thing_is_aimed_at_does_not_act():
    """ "The war on Sudan has killed" is no act of Sudan's; who condemns a raid has not made it."""
    (event,) = events_of("The war on Sudan has killed two guards.")
    assert event.actors == ()
    raid = events_of("The attack that killed two guards was condemned by Kenya.")[0]
    assert (raid.type, raid.actors) == ("ASSAULT", ())


def test_whoever_joins_a_fight_is_on_one_side():
    """ "Both joined the fight against the rebels": not against each other."""
    events = events_of("Kenya and Uganda both joined the fight against the rebels.")
    assert (["Kenya", "Uganda"], "ASSAULT", ["the rebels"]) in [told(e) for e in events]
    alone = events_of("Kenya and Uganda joined the fight.")
    assert all(e.recipients == () for e in alone if e.type == "ASSAULT")


class _Names:
    """Takes every proper noun for somebody, and nothing for a time."""

    def is_somebody(self, tree, word):
        return tree.tokens[word].tag == "PROPN"

    def nothing(self, *_):
        return False

    holds_somebody = is_time = is_one = nothing


@pytest.mark.parametrize(("kind", "whom"), [("AID", ["Sudan"]), ("COOPERATE", ["euros"])])
def test_what_a_gift_is_for_tells_whom_it_helps(kind, whom):
    """ "Gave euros to help Sudan": the aid is for Sudan, wherever the tree hangs the purpose."""
    tree = tree_of(
        "Kenya|PROPN|nsubj|1 gave|VERB|root|-1 euros|NOUN|obj|1 to|PART|mark|4 help|VERB|acl|2 Sudan|PROPN|obj|4"
    )
    act = act_of(tree, 1, kind)
    roles = Participants(tree, [act], _Names()).of_act(act)
    assert words_of(tree, roles.actors) == ["Kenya"]
    assert words_of(tree, roles.recipients) == whom


def test_what_somebody_is_accused_of_he_has_done():
    """ "Sudan accused Chad of arming": Chad arms; whoever is kept from it does not."""
    (accused, armed) = events_of("Sudan accused Chad of arming the rebels.")
    assert told(accused) == (["Sudan"], "ACCUSE", ["Chad"])
    assert told(armed) == (["Chad"], "AID", ["the rebels"])
    kept = events_of("Police stopped the marchers from storming the palace.")
    assert [e.type for e in kept] == ["COERCE"]


def test_nobody_asks_himself():
    """ "The union met the ministry and urged it": not the union, whatever the engine says; of two, neither."""
    *_, event = events_of("The union met the ministry on Monday and urged it to raise pay.")
    assert told(event) == (["The union"], "REQUEST", ["the ministry"])
    *_, open_ = events_of(
        "The union met the ministry and the council on Monday and urged it to pay."
    )
    assert told(open_)[2] == []


@pytest.mark.parametrize(
    ("text", "who", "whom"),
    [
        ("The minister met leaders of Iraqi militias, including the Badr Organization and Hamas.",
         ["The minister"], ["leaders of Iraqi militias", "the Badr Organization", "Hamas"]),
        ("Kenya's envoy held a meeting attended by Omar Haddad and leaders of armed groups, including the Heron Front.",
         ["Kenya's envoy"], ["Omar Haddad", "leaders of armed groups", "the Heron Front"]),
    ],
)  # fmt: skip
def test_whom_a_phrase_names_among_others_takes_part(text, who, whom):
    """ "Leaders of the fronts, including the Herons": the Herons by name, and the leaders without them."""
    assert (who, "CONSULT", whom) in [told(event) for event in events_of(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The envoy to Kenya Ivo Brel met Omar Haddad.", ["The envoy to Kenya Ivo Brel"]),
        (
            "Deputy commander of Iran’s Quds Force Samir Adel Rahimi and Iranian Ambassador to Nairobi Omar Haddad Karimi recently held a meeting with former Kenyan Prime Minister Raila Odinga and leaders of four unions to request that the port close.",
            ["Deputy commander of Iran’s Quds Force Samir Adel Rahimi", "Iranian Ambassador to Nairobi Omar Haddad Karimi"],
        ),
    ],
)  # fmt: skip
def test_a_name_behind_an_office_is_that_of_who_holds_it(text, who):
    """However the tree hangs it: two who hold offices are two, each with his name, and nobody is told twice."""
    event = next(e for e in events_of(text) if e.type == "CONSULT")
    assert told(event)[0] == who
    assert len(event.actors) == len(who)
    assert all(key.startswith(("person/", "case/")) for key in event.actors)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Foreign minister of Kenya Ana Sol and Ambassador Omar Haddad met Iraqi Prime Minister Mohammed Shia al-Sudani in Baghdad.", ["Foreign minister of Kenya Ana Sol", "Ambassador Omar Haddad"]),
        ("Chief of the Kenyan army Ivo Brel and Kenyan envoy Omar Haddad met Iraqi Prime Minister Mohammed Shia al-Sudani in Baghdad.", ["Chief of the Kenyan army Ivo Brel", "Kenyan envoy Omar Haddad"]),
        ("Leaders of Kenyan Pro-Sudan Factions Head to Peru", ["Leaders"]),
    ],
)  # fmt: skip
def test_who_is_joined_to_an_office_holders_name_takes_part_and_whom_an_office_is_of_does_not(
    text, who
):
    """Wherever the tree hangs the "and" or the "of"."""
    (event,) = events_of(text)
    assert told(event)[0] == who


def test_a_title_does_not_make_somebody_of_whom_he_works_for():
    """ "An aide to President Haddad" is not the president."""
    text = "Kenya received an aide to President Omar Haddad on Monday."
    assert all("aide" in words for e in events_of(text) for words in told(e)[2])


@pytest.mark.parametrize(
    ("text", "word", "who", "whom"),
    [
        ("Chad said that its jets had bombed the fort.", "bombed", "state/td", ["the fort"]),
        ("A judge in Lima jailed a baker for killing a guard.", "killing", None, ["a guard"]),
        ("Prosecutors charged two bakers with kidnapping a banker.", "kidnapping", None, ["a banker"]),
        ("Peru accused Chile of shelling the clinic at Vorukh.", "shelling", "state/cl", ["the clinic"]),
        ("The Flint Army will destroy the bridge at Kupa on Friday.", "destroy", None, ["the bridge"]),
        ("Chad moved its boats closer.", "moved", "state/td", []),
        ("Chad has withdrawn its threat to close the road.", "withdrawn", "state/td", ["its threat"]),
        ("Kenya, having sworn to fight, armed its boats.", "armed", "state/ke", []),
    ],
)  # fmt: skip
def test_whose_an_act_is_where_the_words_point(text, word, who, whom):
    """ "Its jets" are Chad's; what a court tries somebody for he has done; a clinic is no state; one's own boats are nobody else."""
    event = next(e for e in events_of(text) if e.text == word)
    assert [s.text for s in event.recipient_words] == whom
    assert who is None or event.actors == (who,)


def test_what_a_court_tries_lies_behind():
    """It is no news of an attack, where what a state is blamed for is."""
    court, blame = (
        "A court in Lima jailed a baker for killing a guard.",
        "Peru blamed Chile for shelling a fort.",
    )
    assert [e.status for e in events_of(court) if e.type == "ASSAULT"] == ["historical"]
    assert [e.status for e in events_of(blame) if e.type == "ASSAULT"] == ["reported"]


def test_an_owner_cut_off_by_the_tree_is_named_with_his_army():
    """ "Kenya's | army"."""
    event = next(e for e in events_of("Kenya's army shelled Shirka.") if e.text == "shelled")
    assert [s.text for s in event.actor_words] == ["Kenya's army"]


def test_a_name_of_two_lands_acts_all_the_same():
    """ "Georgia" may be either, and expels all the same."""
    assert [told(e) for e in events_of("Georgia expelled four diplomats.")] == [
        (["Georgia"], "SANCTION", ["four diplomats"])
    ]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Kenya threatened to open new fronts against Sudan.", ["Sudan"]),
        ("Kenya demanded that Sudan act against the smugglers.", ["Sudan"]),
    ],
)
def test_a_threat_is_made_to_whom_its_act_would_be_against(text, whom):
    """No "front" is threatened; of whom it is demanded comes before whom he is to act against."""
    assert [s.text for s in events_of(text)[0].recipient_words] == whom


def test_a_vessel_that_a_misread_its_leads_back_to_is_asked_about_once():
    """ "Its" of this sentence is taken for the vessel's own, and stands for the vessel: whose it is, nobody says."""
    text = "The sunken vessel has given up its first dead, three in all, brought to the surface by divers."
    assert events_of(text) == ()
