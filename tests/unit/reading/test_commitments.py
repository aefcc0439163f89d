from dataclasses import replace

import pytest
from small_article import small_article

from headwater.language import read
from headwater.model import (
    ActorKind,
    Basis,
    ChainLink,
    LinkKind,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    QuoteKind,
    Span,
    Statement,
    Voice,
)
from headwater.reading import read_article
from headwater.reading.commitments import find_commitments

_SPEAKER = ChainLink(position=1, actor_id="person/brill", name="Brill", kind=LinkKind.PERSON, basis=Basis.EXPLICIT)  # fmt: skip
_OUTLET = ChainLink(position=0, actor_id="outlet/wire", name=None, kind=LinkKind.OUTLET, basis=Basis.PAGE)  # fmt: skip
_INFERRED = ChainLink(position=2, actor_id="state/nordia", name="Nordia", kind=LinkKind.GROUP, basis=Basis.INFERRED)  # fmt: skip


def _statement(text, content, cue="said", modality=Modality.FACT, chain=(_OUTLET, _SPEAKER)):
    start = text.index(content)
    cues = (Span.cut(text, text.index(cue), text.index(cue) + len(cue)),) if cue else ()
    return Statement(
        id=f"s{start}-{len(content)}",
        article_id="a",
        source=(),
        cue=cues,
        content=(Span.cut(text, start, start + len(content)),),
        quote_kind=QuoteKind.INDIRECT,
        voice=Voice.ATTRIBUTED if cue else Voice.OUTLET,
        chain=chain,
        depth=len(chain) - 1,
        polarity=Polarity.POSITIVE,
        modality=modality,
        hedges=(),
        addressee=None,
        channel=None,
        nested_in=None,
        carrier=None,
        warnings=(),
        reasons=(),
    )


def _read(text, *statements, mentions=()):
    return find_commitments("a", read(text), statements, mentions=mentions)


def _of(content, cue="said", modality=Modality.FACT):
    text = f"Brill {cue}: {content}."
    return _read(text, _statement(text, content, cue, modality))


@pytest.mark.parametrize(
    ("content", "cue", "kind", "trigger", "consequence"),
    [
        ("If the dam leaks, the miners will march on the capital", "said", "threat", "If the dam leaks", "the miners will march on the capital"),
        ("we will respond with force should the enemy cross the river", "said", "threat", "should the enemy cross the river", "we will respond with force"),
        ("it will stop its attacks once there is a truce", "said", "promise", "once there is a truce", "it will stop its attacks"),
        ("they could go to war if the talks fail", "said", "threat", "if the talks fail", "they could go to war"),
        ("fishing would collapse unless the quotas were cut", "warned", "warning", "unless the quotas were cut", "fishing would collapse"),
        ("they will not return to talks until all prisoners are freed", "said", "condition", "until all prisoners are freed", "they will not return to talks"),
        ("there is no intention to act without clear Nordian orders", "said", "condition", "without clear Nordian orders", "there is no intention to act"),
        ("the brigade cannot move without orders from Port Lune", "said", "condition", "without orders from Port Lune", "the brigade cannot move"),
        ("aid would come in the event of a flood", "said", "forecast", "in the event of a flood", "aid would come"),
        ("intervention could come soon, depending on how far the fire spreads", "said", "condition", "depending on how far the fire spreads", "intervention could come soon"),
        ("A strike on the refinery would halt exports", "said", "forecast", "A strike on the refinery", "would halt exports"),
        ("to bombard the port", "vowed", "threat", None, "to bombard the port"),
        ("to rebuild the school", "pledged", "promise", None, "to rebuild the school"),
        ("while it wants peace, it is ready for a war", "said", "readiness", None, "while it wants peace, it is ready for a war"),
        ("the harvest is in, but the mill will close if prices fall", "said", "forecast", "if prices fall", "the mill will close"),
        ("to shell the port if convoys keep coming", "threatened", "threat", "if convoys keep coming", "to shell the port"),
        ("If they come, we are ready to fight", "said", "threat", "If they come", "we are ready to fight"),
        ("they will stay until Nordia withdraws", "said", "condition", "until Nordia withdraws", "they will stay"),
        ("any attack on our fishermen will be met with live fire", "said", "threat", "any attack on our fishermen", "will be met with live fire"),
        ("a refusal to pay would end the truce", "warned", "warning", "a refusal to pay", "would end the truce"),
        ("they would regret any move against the consulate", "said", "threat", "any move against the consulate", "they would regret"),
        ("it would be unwise to test our patience", "said", "threat", "to test our patience", "it would be unwise"),
        ("were they to arrest the bishop, the square would burn", "said", "threat", "were they to arrest the bishop", "the square would burn"),
        ("the farmers, should the subsidy be cut, will block the road", "said", "threat", "should the subsidy be cut", "will block the road"),
        ("if the mine is sold and the workers leave, we will seize the shafts and block the line", "said", "threat", "if the mine is sold and the workers leave", "we will seize the shafts and block the line"),
        ("the moment a soldier lands here, the war begins", "said", "threat", "the moment a soldier lands here", "the war begins"),
        ("whoever touches our boats will pay for it", "said", "threat", "whoever touches our boats", "will pay for it"),
        ("the captives would be freed in exchange for safe passage", "said", "promise", "in exchange for safe passage", "the captives would be freed"),
        ("talks will resume only if the guns fall silent", "said", "condition", "only if the guns fall silent", "talks will resume"),
        ("we will not rest until the killers hang", "said", "threat", "until the killers hang", "we will not rest"),
        ("the wall will be built even if the court forbids it", "said", "promise", "even if the court forbids it", "the wall will be built"),
        ("the sick must be let out before any convoy will pass", "said", "condition", "the sick must be let out", "before any convoy will pass"),
        ("As long as the siege lasts, no boat will sail", "said", "threat", "As long as the siege lasts", "no boat will sail"),
        ("the port would reopen if the four sailors held in Lune were let go", "said", "promise", "if the four sailors held in Lune were let go", "the port would reopen"),
        ("to open fire the minute a boat passes the buoy", "threatened", "threat", "the minute a boat passes the buoy", "to open fire"),
        ("from the hour the columns move, every depot is a target", "said", "threat", "from the hour the columns move", "every depot is a target"),
        ("depending on the verdict, the dockers could walk out", "said", "condition", "depending on the verdict", "the dockers could walk out"),
        ("failing a deal by Friday, the crews will blockade the port", "said", "threat", "failing a deal by Friday", "the crews will blockade the port"),
        ("they are waiting for orders from Port Lune and would not move without them", "said", "condition", "without them", "they are waiting for orders from Port Lune and would not move"),
        ("the crews will only leave the quay after the last captive is freed", "said", "condition", "after the last captive is freed", "the crews will only leave the quay"),
        ("no troops would cross the ford without the consent of the assembly", "said", "condition", "without the consent of the assembly", "no troops would cross the ford"),
        ("if they cross the ford, we are at war", "said", "threat", "if they cross the ford", "we are at war"),
        ("the ship would stay as long as it is useful", "said", "forecast", "as long as it is useful", "the ship would stay"),
        ("the hour they cross, you are free", "said", "promise", "the hour they cross", "you are free"),
        ("to burn the depots in that case", "threatened", "threat", "in that case", "to burn the depots"),
        ("one more shot at our boats and the truce is over", "said", "threat", "one more shot at our boats", "the truce is over"),
        ("if so much as one convoy is stopped, no barge will dock here", "said", "threat", "if so much as one convoy is stopped", "no barge will dock here"),
        ("they would kill a captive a day until the ransom was paid", "said", "threat", "until the ransom was paid", "they would kill a captive a day"),
        ("Only when the last mine is cleared can the villagers return", "said", "condition", "Only when the last mine is cleared", "can the villagers return"),
        ("its members would walk out without a guarantee from the mayor", "said", "threat", "without a guarantee from the mayor", "its members would walk out"),
        ("retaliation if the flights go on", "threatened", "threat", "if the flights go on", "retaliation"),
        ("it will halt grain deliveries if the debt is not paid", "said", "threat", "if the debt is not paid", "it will halt grain deliveries"),
        ("give us back the mill and there will be peace", "said", "promise", "give us back the mill", "there will be peace"),
        ("they will pay for this crime", "vowed", "threat", None, "they will pay for this crime"),
        ("No pay, no patrols", "said", "condition", "No pay", "no patrols"),
        ("Either the governor goes or the schools stay shut", "said", "threat", "the governor goes", "the schools stay shut"),
        ("it stood ready to resume its raids", "said", "readiness", None, "it stood ready to resume its raids"),
        ("the crews were told to hold their fire until a signal comes", "said", "condition", "until a signal comes", "to hold their fire"),
        ("any advance on the mill would be met with force", "said", "threat", "any advance on the mill", "would be met with force"),
        ("it would not withdraw before the runway had been secured", "said", "condition", "before the runway had been secured", "it would not withdraw"),
    ],
)  # fmt: skip
def test_a_conditional_is_parted_into_trigger_and_consequence(
    content, cue, kind, trigger, consequence
):
    """What would happen, and on what, are spans of the sentence, and the kind says how it is meant."""
    (found,) = _of(content, cue)
    assert (found.trigger.text if found.trigger else None, found.consequence.text) == (trigger, consequence)  # fmt: skip
    assert found.kind == kind


@pytest.mark.parametrize(
    "content",
    [
        "the envoys left when the shelling began",
        "the guard stayed until Friday",
        "he was once the richest man in the valley",
        "the president should resign",
        "he did not know if the pact would hold",
        "they will look to see if the rival will press them",
        "they were briefed on maps should a war erupt",
        "the shops would open if the king had died",
        "the guard will stay until Friday",
        "four men would have lived if the boat came",
        "four men would have lived if the boat had come",
        "prices fell, and once more the shops will open",
        "the harbour was built when he was young",
        "it was a day when the crowd would sing all night",
        "he would not say what would happen if the talks failed",
        "it remains to be seen whether the truce will hold if the harvest fails",
        "when I was little she would sing when it rained",
        "the striker will miss the final if the coach agrees",
        "a licence lapses if the fee is not paid",
        "few, if any, of the boats will sail",
        "the strike on the refinery killed four men",
        "they must be patient when highs will be in the thirties",
        "they must talk if they want peace",
        "you cannot sail if you fear the water",
        "we will fight for it",
        "the brigade will sail without orders from Port Lune",
        "if so, nobody will know",
        "any grain that the mill and its owner hold is frozen, and banks may not lend",
        "it feeds valleys that would otherwise have no grain",
        "the talks will end on the day the envoys leave",
        "when the ban would end and if they would be paid",
    ],
)
def test_a_plain_time_or_a_question_is_no_commitment(content):
    """Without a clause that looks ahead, or where it is only asked, nothing is committed."""
    assert _of(content) == ()


def test_a_time_that_runs_out_is_the_trigger_of_the_sentence_behind():
    """ "They have until dawn. After that we will shell the mill" is an ultimatum in two sentences."""
    text = "Brill said: They have until dawn. After that we will shell the mill."
    (found,) = _read(
        text, _statement(text, "They have until dawn. After that we will shell the mill")
    )
    assert (found.trigger.text, found.consequence.text) == ("They have until dawn", "we will shell the mill")  # fmt: skip
    assert (found.kind, found.deadline) == ("threat", "until dawn")


def test_an_armed_group_threatens_on_its_own_channel():
    """Where an outlet says "we will bomb", the words alone make a threat of it."""
    text = "We will bomb the harbour again."
    (found,) = _read(text, _statement(text, text[:-1], cue="", chain=(_OUTLET,)))
    assert (found.issuer, found.kind) == ("outlet/wire", "threat")


@pytest.mark.parametrize(
    ("content", "cue", "kind"),
    [
        ("to push for a wider vote", "pledged", "promise"),
        ("the rebels could storm the mill if the guard leaves", "feared", "warning"),
    ],
)
def test_the_cue_tells_how_harm_is_meant(content, cue, kind):
    """A pledge is a promise unless its words do harm; what is feared is a warning, and nobody's threat."""
    (found,) = _of(content, cue)
    assert found.kind == kind


def test_an_order_to_wait_makes_the_order_the_trigger():
    """ "Wait for orders from X" is a condition only where it is asked for."""
    content = "to be on alert and wait for orders from the court"
    (found,) = _of(content, "told", Modality.REQUESTED)
    assert (found.trigger.text, found.consequence.text) == ("orders from the court", "to be on alert and wait")  # fmt: skip
    assert _of(content, "told", Modality.FACT) == ()


def test_the_issuer_is_the_last_speaker_the_text_signals():
    """An inferred link behind the speaker is not made answerable."""
    text = "Brill said it will rain fire if they come."
    content = "it will rain fire if they come"
    (found,) = _read(text, _statement(text, content, chain=(_OUTLET, _SPEAKER, _INFERRED)))
    assert found.issuer == "person/brill"
    (own,) = _read(text, _statement(text, content, cue="", chain=(_OUTLET,)))
    assert own.issuer == "outlet/wire"


def test_words_in_two_statements_commit_once_for_the_inner_one():
    """A condition retold by the outer statement belongs to the inner one."""
    text = "Brill said Varga promised it will sail if the lake is calm."
    inner = _statement(text, "it will sail if the lake is calm", "promised")
    outer = _statement(text, "Varga promised it will sail if the lake is calm", "said")
    (found,) = _read(text, outer, inner)
    assert found.statement_id == inner.id
    assert _read(text, inner, outer) == (found,)


def test_a_last_day_that_no_calendar_here_knows_is_kept_in_its_words():
    """ "By the end of Lent" is a deadline, though nobody counts its days."""
    (found,) = _of("if the patrols are not gone by the end of Lent, we will shell the depots")
    assert found.deadline == "by the end of Lent"
    (other,) = _of("if the patrols are not gone, we will shell the depots at the end of Lent")
    assert other.deadline is None


def test_a_day_that_is_pointed_back_to_is_the_last():
    """ "They have until 10 May to leave. If they are here after that day" falls due on 10 May."""
    text = "Brill said: The firms have until 10 May to leave. If they are here after that day, we will close them."
    content = "The firms have until 10 May to leave. If they are here after that day, we will close them"
    (found,) = _read(text, _statement(text, content))
    assert found.deadline.startswith("until 10 May")


def test_whoever_bears_something_trips_it():
    """ "Those who fail to register face fines" holds out fines, in the present tense."""
    text = "Brill warned citizens that those who fail to register by Friday face fines."
    content = "those who fail to register by Friday face fines"
    (found,) = _read(text, _statement(text, content, "warned"))
    assert (found.trigger.text, found.consequence.text) == ("those who fail to register by Friday", "face fines")  # fmt: skip


def test_a_league_of_fighters_plays_no_game():
    """One word of sport makes no match of a threat."""
    (found,) = _of("the league will burn the toll gates if the envoy lands")
    assert found.trigger.text == "if the envoy lands"


def test_a_time_that_nobody_is_given_is_no_ultimatum():
    """Who waits three days to sail has had them; nobody threatens him."""
    assert not [
        c for c in _of("the crews waited three days to sail or face attacks") if c.deadline
    ]


@pytest.mark.parametrize(
    ("content", "trigger", "consequence", "deadline"),
    [
        ("the rebels have given Nordia three days to end its raids or face attacks on its ships", "to end its raids", "face attacks on its ships", "three days"),
        ("Nordia has until dawn to leave the bay or face war", "to leave the bay", "face war", "until dawn"),
    ],
)  # fmt: skip
def test_a_time_given_to_do_it_or_bear_something_is_an_ultimatum(
    content, trigger, consequence, deadline
):
    """What somebody is to do is the trigger, and the time he has the deadline."""
    (found,) = _of(content)
    assert (found.trigger.text, found.consequence.text) == (trigger, consequence)
    assert (found.kind, found.deadline) == ("threat", deadline)


def test_necessary_measures_are_held_out_as_harm():
    """Diplomats threaten with measures that they call necessary; measures alone threaten nobody."""
    (found,) = _of("if the rebels are not disarmed, Brill will take all necessary measures")
    assert found.kind == "threat"
    (other,) = _of("if the harvest fails, Brill will take measures")
    assert other.kind != "threat"


def test_who_will_not_sit_idly_by_threatens():
    """Inaction denied is action held out."""
    (found,) = _of("Nordia would not sit idly by if foreign ships entered the bay")
    assert found.kind == "threat"


def test_a_deadline_and_hedges_of_the_consequence_are_kept():
    """ "Could … within two days" keeps its hedge and its deadline."""
    (found,) = _of("the port could close within two days if the strike goes on")
    assert found.deadline == "within two days"
    assert [hedge.text for hedge in found.hedges] == ["could"]


def test_only_words_of_a_statement_are_read():
    """A conditional outside every content commits nobody."""
    text = "Brill said no. To leave at once, and they will. If it rains, the river will rise."
    assert _read(text, _statement(text, "no")) == ()


def test_a_condition_ends_with_its_sentence():
    """Of a quotation of several sentences each is read by itself."""
    text = "Brill said: It rains. We will sail if the lake is calm. They ate."
    (found,) = _read(
        text, _statement(text, "It rains. We will sail if the lake is calm. They ate")
    )
    assert found.trigger.text == "if the lake is calm"
    assert found.consequence.text == "We will sail"


@pytest.mark.parametrize(
    ("text", "content", "trigger", "consequence", "role"),
    [
        ("Brill said: The crew must be home by dawn. Otherwise the truce is over.", "The crew must be home by dawn. Otherwise the truce is over", "The crew must be home by dawn", "the truce is over", "exceptive"),
        ("Brill said: They may send boats. In that case we will sink them.", "They may send boats. In that case we will sink them", "They may send boats", "we will sink them", "sufficient"),
        ("Brill said: Touch one more shrine and the town will rise.", "Touch one more shrine and the town will rise", "Touch one more shrine", "the town will rise", "sufficient"),
        ("Brill said: Nordia must withdraw by noon or face sanctions.", "Nordia must withdraw by noon or face sanctions", "Nordia must withdraw by noon", "face sanctions", "exceptive"),
    ],
)  # fmt: skip
def test_a_trigger_may_stand_in_a_clause_of_its_own(text, content, trigger, consequence, role):
    """ "Otherwise", "in that case", "do it and", "or face": what stands before is the trigger."""
    (found,) = _read(text, _statement(text, content))
    assert (found.trigger.text, found.consequence.text) == (trigger, consequence)
    assert (found.trigger_role, found.kind) == (role, "threat")


def test_otherwise_without_a_demand_is_no_threat():
    """ "Otherwise" often says no more than "apart from that"."""
    text = "Brill said: It rained at noon. Otherwise the day was calm."
    assert _read(text, _statement(text, "It rained at noon. Otherwise the day was calm")) == ()


def test_a_question_is_a_threat_only_where_the_asker_would_act():
    """ "What will they do if we …?" holds something out; a journalist's question does not."""
    (found,) = _of("What will they do if we shut the valve?")
    assert (found.kind, found.strength) == ("threat", "hinted")
    assert _of("What will they do if the valve breaks?") == ()
    assert _of("Would it not be grand if we sang?") == ()


def test_words_of_the_speaker_between_two_parts_are_no_part():
    """ "If it rains, she said, we will sail": neither part holds "she said"."""
    text = "If it rains, Brill said, we will sail."
    said = _statement(text, "If it rains")
    rest = _statement(text, "we will sail").content
    (found,) = _read(text, replace(said, content=(*said.content, *rest)))
    assert (found.trigger.text, found.consequence.text) == ("If it rains", "we will sail")


@pytest.mark.parametrize(
    ("content", "cue", "strength"),
    [
        ("to shell the port", "vowed", "vowed"),
        ("to shell the port", "threatened", "warned"),
        ("we will shell the port if they come", "said", "stated"),
        ("we may shell the port if they come", "warned", "possible"),
        ("we are ready to shell the port if they come", "said", "ready"),
        ("it would be a mistake to test us", "warned", "hinted"),
    ],
)
def test_strength_is_that_of_the_weakest_word(content, cue, strength):
    """An oath binds more than "will", "will" more than a warning, "may" less than either."""
    (found,) = _of(content, cue)
    assert found.strength == strength


@pytest.mark.parametrize("cue", ["said", "told us"])
def test_harm_in_the_first_person_needs_no_cue_and_no_trigger(cue):
    """ "We will burn their ships" threatens whatever the verb; ending harm, or denying it, does not."""
    (found,) = _of("We will burn their ships", cue)
    assert (found.kind, found.trigger) == ("threat", None)
    assert _of("We will not burn their ships", cue) == ()
    assert _of("The sun will burn their ships", cue) == ()


_BY_NAME = {
    "Nordia": ("state/nordia", ActorKind.STATE),
    "Ulvik": ("place/ulvik", ActorKind.PLACE),
}


def _named(content, cue="said"):
    text = f"Brill {cue}: {content}."
    mentions = [
        Mention(id=name, article_id="a", start=text.index(name), end=text.index(name) + len(name), text=name, actor_id=key, type=kind, kind=MentionKind.NAME)
        for name, (key, kind) in _BY_NAME.items()
        if name in text
    ]  # fmt: skip
    return _read(text, _statement(text, content, cue), mentions=mentions)


@pytest.mark.parametrize(
    ("content", "target", "beneficiary"),
    [
        ("we will bomb Nordia if the talks fail", ("state/nordia",), ()),
        ("all boats of Ulvik would be sunk if the talks fail", (), ()),
        ("if Nordia crosses the river, we will open fire", ("state/nordia",), ()),
        ("if Nordia is attacked, we will open fire", (), ()),
        ("we will help Nordia if the harvest fails", (), ("state/nordia",)),
        ("we will strike ships in Ulvik if the talks fail", ("place/ulvik",), ()),
        ("Nordia will bomb Ulvik if the talks fail", ("place/ulvik",), ()),
        ("we will shell every depot from Ulvik to Nordia if the talks fail", (), ()),
        ("we will shell all depots between Nordia and Ulvik if the talks fail", (), ()),
        ("we will shell the depots if Nordia starves", (), ()),
    ],
)
def test_whom_it_is_aimed_at_and_whom_it_serves(content, target, beneficiary):
    """What the verb acts on; where nobody is named, whoever would trip it. Never who acts."""
    (found,) = _named(content)
    assert (found.target, found.beneficiary) == (target, beneficiary)


def test_an_observer_warns_of_what_an_actor_threatens():
    """The same harm is a threat from those who could do it, a warning from those who look on."""
    content = "the port would be bombed if the talks fail"
    text = f"Brill said: {content}."
    doctor = replace(_SPEAKER, name="two doctors", kind=LinkKind.GROUP)
    (by_doctor,) = _read(text, _statement(text, content, "said", chain=(_OUTLET, doctor)))
    (by_leader,) = _of(content)
    assert by_leader.kind == "threat"
    assert by_doctor.kind != "threat"


def test_a_condition_is_found_where_the_tree_misses_its_verb():
    """ "As long as the talks in Cebu last": the tree takes "last" for an adjective, the opener opens a clause."""
    text = "“As long as the talks in Cebu last, there will be no strikes at the mills,” the army said."
    article = small_article(text)
    (found,) = read_article(article).commitments
    assert found.trigger.text == "As long as the talks in Cebu last"
    assert found.consequence.text == "there will be no strikes at the mills"


@pytest.mark.parametrize(
    ("consequence", "kind"),
    [("take the pits", "threat"), ("retake the port", "threat"), ("take the children to the town", "promise"), ("take another road", "promise")],
)  # fmt: skip
def test_who_will_take_ground_threatens(consequence, kind):
    """A hill or a mine is taken by force; people and roads are not."""
    text = f"If they are still there on Monday, we will {consequence}, the officer said."
    (found,) = read_article(small_article(text)).commitments
    assert found.kind == kind
