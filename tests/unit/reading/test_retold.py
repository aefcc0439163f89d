"""The chain of what news retells of other news, over sentences and paragraphs. The texts are our own, invented."""

import pytest
from small_article import names, said_in, statements_of

from headwater.model import Basis

# Each row: a text, something said in it, and the chain behind the page that leads there.
_ONE_SPEAKER = [
    ("A customs officer told Reuters that the trucks had come but doubted that they carried flour.", "they carried flour", ["Reuters", "customs officer"]),
    ("A customs officer told Reuters that the trucks had come but doubted that they carried flour. “They never do,” the officer said.", "They never do", ["Reuters", "customs officer"]),
    ("An embassy clerk denied this to AFP, calling it a joke, and said that Lima had sold no boats to anybody.", "Lima had sold no boats to anybody", ["Agence France-Presse", "embassy clerk"]),
    ("A spokesman for the guild, Major Olan Brek, said in a post on X that six boats had left, and accused the harbour of hiding two more.", "hiding two more", ["Olan Brek"]),
    ("A spokesman for the guild, Major Olan Brek, said in a post on X that six boats had left, and accused the harbour of hiding two more.", "six boats had left", ["Olan Brek"]),
    ("The mayor accused Le Monde of hiding the letter.", "hiding the letter", ["mayor"]),
    ("A member of the guild's council, speaking on condition of anonymity, nevertheless acknowledged to Reuters that there had been talks with the harbour.", "there had been talks with the harbour", ["Reuters", "member of the guild's council"]),
    ("Two guards confirmed the theft to Reuters. One noted that the gate had been open.", "the gate had been open", ["Reuters", "one guard"]),
    ("The army's spokesman, Ilo Brandt, rejected this in a telephone interview with Le Monde: “We sell them bread.”", "We sell them bread", ["Le Monde", "Ilo Brandt"]),
    ("The rebels claimed to have sunk two boats; the navy said it had lost one, Reuters reported.", "it had lost one", ["Reuters", "navy"]),
    ("The rebels claimed to have sunk two boats; the navy said it had lost one, Reuters reported.", "to have sunk two boats", ["rebels"]),
    ("Cuba on Sunday denied that it had pressed Lima to wait, as claimed by a retired general.", "it had pressed Lima to wait", ["Cuba"]),
]  # fmt: skip
_HANDED_DOWN = [
    ("Reports this week, first published by the Peruvian newspaper La República and carried by Reuters, said the dam had cracked.", "the dam had cracked", ["Reuters", "La República"]),
    ("The guild has left the harbour, according to a letter published by Le Monde and carried by AFP.", "The guild has left the harbour", ["Agence France-Presse", "Le Monde", "letter"]),
    ("The guild has left the harbour, according to a letter by a monk that was seen by Reuters.", "The guild has left the harbour", ["Reuters", "letter by a monk"]),
    ("The sale comes two days after Reuters, citing El País, said that the mill had closed.", "the mill had closed", ["Reuters", "El País"]),
    ("The army chief on Thursday denied a report, first published by Jeune Afrique, that Lima had asked the guild to wait.", "Lima had asked the guild to wait", ["Jeune Afrique"]),
    ("The army chief on Thursday denied a report, first published by Jeune Afrique, that Lima had asked the guild to wait.", "a report, first published", ["army chief"]),
    ("Analysts quoted by Reuters say that the guild may have promised a mill.", "the guild may have promised a mill", ["Reuters", "Analysts"]),
    ("Le Monde reported on Monday that the mill had closed. Earlier reports by the newspaper indicated that the guild had left.", "the guild had left", ["Le Monde"]),
    ("The accord does not name the port, the Qatari state-funded Al Jazeera reported on Monday after obtaining a copy.", "The accord does not name the port", ["Al Jazeera"]),
    ("“Our choice is ours,” the imam told Al-Masirah television, which is run by the group.", "Our choice is ours", ["Al-Masirah", "imam"]),
    ("A spokesman told state television that no letter had come.", "no letter had come", ["state television", "spokesman"]),
    ("“This is a joke,” the miller said in an interview with the broadcaster Ostrow.", "This is a joke", ["Ostrow", "miller"]),
    ("In an interview with Tomas Brek, the miller said that the loft was dry.", "the loft was dry", ["miller"]),
    ("Asked by Reuters whether the loft was dry, a miller said: “Ask the guild.”", "Ask the guild", ["Reuters", "miller"]),
    ("The miller said on his Telegram channel that the loft was dry.", "the loft was dry", ["miller"]),
    ("Le Monde printed a letter last week. The newspaper said that the loft was dry.", "the loft was dry", ["Le Monde"]),
    ("El País and Reuters have seen the letter. The agency said that the loft was dry.", "the loft was dry", ["Reuters"]),
    ("Reuters sent a crew. Nine people have left, according to the state fisheries agency.", "Nine people have left", ["state fisheries agency"]),
    ("The chancellor told the guild that the loft was dry, Le Monde reported. It cited two clerks.", "The chancellor told the guild", ["Le Monde", "two clerks"]),
    ("The chancellor told the guild that the loft was dry, Le Monde reported. It cited two clerks.", "the loft was dry", ["Le Monde", "two clerks", "chancellor"]),
    ("Le Monde quoted a mediator in Lima. According to the mediator, the loft was dry.", "the loft was dry", ["Le Monde", "mediator"]),
    ("Le Monde cited a cable from the harbour. In the cable, a general is quoted as saying that the loft was dry.", "the loft was dry", ["Le Monde", "cable", "general"]),
    ("The port will close, Le Monde reported, citing minutes seen by the newspaper. // The minutes quote a clerk as saying that the mill would open. The guild was told, the newspaper said.", "the mill would open", ["Le Monde", "minutes", "clerk"]),
]  # fmt: skip
_ONE_OF_THEM = [
    ("The port will close, Le Monde reported, citing two people familiar with the talks. The second source said that the mill would open.", "the mill would open", ["Le Monde", "second source"]),
    ("Two guild officials told Le Monde that the port would close. The second said that the mill would open.", "the mill would open", ["Le Monde", "second official"]),
    ("Two guild officials told Le Monde that the port would close. The first said that the mill would open.", "the mill would open", ["Le Monde", "first official"]),
    ("Two diplomats told the harbour that the port would close. The second diplomat said that the mill would open.", "the mill would open", ["second diplomat"]),
    ("Le Monde cited three sources close to the guild as saying that the port would close. One of the three said that the mill would open.", "the mill would open", ["Le Monde", "three sources"]),
    ("Two guild officials told Le Monde that the port would close. Both said that the mill would open.", "the mill would open", ["Le Monde", "Two guild officials"]),
    ("Le Monde said two former aides had seen the letter. The aides said that the mill would open.", "the mill would open", ["Le Monde", "aides"]),
    ("Le Monde said the minister had seen the letter. The minister said that the mill would open.", "the mill would open", ["minister"]),
    ("Two diplomats said the port would close. The diplomats spoke on condition of anonymity. The mill would open, they said.", "The mill would open", ["Two diplomats"]),
    ("Foreign Minister Ilo Brandt told lawmakers that the port would close, Le Monde reported. The minister said that the mill would open.", "the mill would open", ["Le Monde", "Ilo Brandt"]),
    ("A foreman told Le Monde that the port was shut. “Only corn,” the man said.", "Only corn", ["Le Monde", "foreman"]),
    ("Olan Brek, an adviser to President Ilo Brandt, told Le Monde that two guards had left the port. He repeated it on Monday, and said that the mill would open.", "the mill would open", ["Le Monde", "Olan Brek"]),
]  # fmt: skip
_NAMED_BEHIND = [
    ("Guyana's president, Ilo Brandt, told parliament that the mill would open.", "Ilo Brandt"),
    ("The commander of the Lima guard, Brigadier General Ilo Brandt, said that the mill would open.", "Ilo Brandt"),
    ("Its spokesman, Ilo Brandt, said that the mill would open.", "Ilo Brandt"),
    ("The head of the guild, which owns the mill, said that the mill would open.", "head of the guild"),
]  # fmt: skip


def _check(row):
    text, content, chain = row
    told = [s for s in statements_of(*text.split(" // ")) if content in s.words]
    nearest = min(told, key=lambda s: (len(s.words), -s.depth))
    assert len(names(nearest)) == len(chain), names(nearest)
    for name, link in zip(chain, nearest.chain[1:], strict=True):
        assert name in link.name, names(nearest)


@pytest.mark.parametrize("row", _ONE_SPEAKER, ids=lambda row: row[1])
def test_one_who_goes_on_is_heard_by_the_same(row):
    """A second cue of one speaker is heard through whoever heard the first; a clause of its own has its own source."""
    _check(row)


@pytest.mark.parametrize("row", _HANDED_DOWN, ids=lambda row: row[0])
def test_who_carries_has_it_from_who_published(row):
    """Whoever prints, carries, broadcasts or asks stands in the chain, in the order in which the words came."""
    _check(row)


@pytest.mark.parametrize("row", _ONE_OF_THEM, ids=lambda row: row[0])
def test_one_of_several_was_heard_as_they_were(row):
    """ "The second source", "both", "the man" bring along whoever handed on what they said first."""
    _check(row)


@pytest.mark.parametrize(("text", "name"), _NAMED_BEHIND)
def test_a_name_behind_an_office_is_who_speaks(text, name):
    """The name set off behind "the president of X" names him, whatever rank stands before it."""
    assert names(said_in(text)[0]) == [name]


@pytest.mark.parametrize(
    ("second", "basis"),
    [
        ("Brandt added that the crew was tired.", [Basis.INFERRED, Basis.EXPLICIT]),
        ("Brandt said in a post that the crew was tired.", [Basis.EXPLICIT]),
    ],
)
def test_one_named_again_goes_on_probably(second, basis):
    """A name is no anaphor: that he goes on in the same interview is inferred, unless he speaks elsewhere."""
    said = said_in("Ilo Brandt told Reuters that the ferry was old.", second)[-1]
    assert [link.basis for link in said.chain[1:]] == basis


def test_a_paper_of_a_headline_is_the_one_the_text_names():
    """ "Lebanese daily says" is the one Lebanese paper below; who is told to wait says nothing of it."""
    body = "The guild has been told to wait, Lebanon's Al-Akhbar newspaper reported on Monday."
    told = said_in(body, title="Guild told to wait for the boats, Lebanese daily says")
    heads = [s for s in told if s.words.startswith("Guild told")]
    assert [names(s) for s in heads] == [["Al-Akhbar"]]
    assert len(told) == len(heads) + 1
