"""The whole chain, where several hand words on in one sentence. The texts are our own, invented."""

import pytest
from small_article import statements_of

# Each row: a text, something said in it, and the chain behind the page that leads there.
_CITING = [
    ("The Eritrean opposition site Asmarino reported, quoting the Sudanese daily Al-Sudani, which cited two truck drivers, that the border post at Kassala had run out of fuel.", "the border post at Kassala had run out of fuel", ["Asmarino", "Al-Sudani", "two truck drivers"]),
    ("Interfax reported that Astana would halt wheat exports, citing the newspaper Kursiv, which referred to a source in the agriculture ministry.", "Astana would halt wheat exports", ["Interfax", "Kursiv", "source in the agriculture ministry"]),
    ("The refinery will stay shut until August, Premium Times reported on Friday, citing an internal memo seen by Bloomberg.", "The refinery will stay shut until August", ["Premium Times", "Bloomberg", "internal memo"]),
    ("According to Interpress News, which cited the channel Mtavari, whose reporter quoted a border guard, the drone had come from the north.", "the drone had come from the north", ["Interpress News", "Mtavari", "border guard"]),
    ("Turan news agency, citing the Georgian portal Civil.ge, itself quoting a railway engineer, said the pipe had been welded shut.", "the pipe had been welded shut", ["Turan", "Civil.ge", "railway engineer"]),
    ("The mine had been flooded on purpose, News Diggers wrote, citing a union leader who in turn quoted two shift foremen.", "The mine had been flooded on purpose", ["News Diggers", "union leader", "two shift foremen"]),
    ("Haaretz reported on Sunday that settlers had capped the well, citing a military source.", "settlers had capped the well", ["Haaretz", "military source"]),
    ("A government adviser, citing flight records, claimed that the bishop had left in March.", "the bishop had left in March", ["government adviser"]),
    ("The New Times, citing a UN report, says the camp was moved at night.", "the camp was moved at night", ["New Times", "UN report"]),
    ("Citing an unnamed geologist, 24.kg reported that the ministry had hidden the tests.", "the ministry had hidden the tests", ["24.kg", "unnamed geologist"]),
    ("Sabotage caused the derailment, according to a report in Rzeczpospolita, which cited two prosecutors.", "Sabotage caused the derailment", ["Rzeczpospolita", "two prosecutors"]),
    ("According to a report in Die Burger that quoted a fisheries inspector, half the quota had been sold twice.", "half the quota had been sold twice", ["Die Burger", "fisheries inspector"]),
    ("A report published by La República, based on leaked minutes, said the electoral board had hidden six ballots.", "the electoral board had hidden six ballots", ["La República"]),
    ("A story in La Presse that cited a leaked audit said the bridge had failed two tests.", "the bridge had failed two tests", ["La Presse", "leaked audit"]),
    ("The firm sold the software to four states, says a report in Direkt36 based on interviews with former employees.", "The firm sold the software to four states", ["Direkt36"]),
]  # fmt: skip
_HEADLINES = [
    ("Ferry carried twice its permitted load – harbourmaster", "Ferry carried twice its permitted load", ["harbourmaster"]),
    ("Coast guard: Two vessels rammed near the shoal", "Two vessels rammed near the shoal", ["Coast guard"]),
    ("Guerrillas ready to extend truce, says bishop - El Tiempo", "Guerrillas ready to extend truce", ["El Tiempo", "bishop"]),
    ("Riyadh to cut output again: sources to Reuters", "Riyadh to cut output again", ["Reuters", "sources"]),
    ("Belarus frees nine detainees, rights group says", "Belarus frees nine detainees", ["rights group"]),
    ("Fuel debris removed from second reactor: operator", "Fuel debris removed from second reactor", ["operator"]),
    ("Loan talks collapsed over dam clause – officials to Bloomberg", "Loan talks collapsed over dam clause", ["Bloomberg", "officials"]),
    ("Mayor: Boats left to drift for two nights", "Boats left to drift for two nights", ["Mayor"]),
    ("Sudan: Oil flow to resume in May", "Oil flow to resume in May", []),
    ("Report: Marl tell striker he can leave", "Marl tell striker he can leave", ["Report"]),
    ("Report: the ferry disaster of 2014", "the ferry disaster of 2014", []),
    ("Minister denies trawlers were warned, NRK reports", "trawlers were warned", ["NRK", "Minister"]),
    ("Egypt to buy grain from India, officials say", "Egypt to buy grain from India", ["officials"]),
]  # fmt: skip
_CARRIERS = [
    ("The Houthis informed Riyadh through Omani mediators that the port would reopen for food, a Yemeni official told Al Jazeera.", "the port would reopen for food", ["Al Jazeera", "Yemeni official", "Omani mediators", "Houthis"]),
    ("Havana has assured Washington, via the Swiss embassy, that the pilots will be returned, a diplomat said.", "the pilots will be returned", ["diplomat", "Swiss embassy", "Havana"]),
    ("Hamas conveyed to the Israelis, through Qatari and Egyptian negotiators, that the list was final, a person briefed on the talks told Axios.", "the list was final", ["Axios", "person briefed on the talks", "Qatari and Egyptian negotiators", "Hamas"]),
    ("The general let the miners know through a priest that the road was open, a trader said.", "the road was open", ["trader", "priest", "general"]),
    ("The president said through an interpreter that the grain would sail.", "the grain would sail", ["president"]),
    ("The minister said via Telegram that flights would resume on Sunday.", "flights would resume on Sunday", ["minister"]),
    ("Moscow let Kyiv know via Turkish diplomats that it would free the sailors, Hürriyet reported.", "it would free the sailors", ["Hürriyet", "Turkish diplomats", "Moscow"]),
    ("Through intermediaries in Paris, the rebels have warned the president that they will march on the capital, RFI reported.", "they will march on the capital", ["RFI", "intermediaries in Paris", "rebels"]),
    ("Tribal elders relayed a message from the Taliban to the engineers that the dam would not be touched, a foreman told Tolo News.", "the dam would not be touched", ["Tolo News", "foreman", "Tribal elders", "Taliban"]),
    ("The owners said the pirates had told them through a Kenyan lawyer that the crew was fed.", "the crew was fed", ["owners", "Kenyan lawyer", "pirates"]),
    ("A Maltese broker acting for Haftar told the ministry that the terminals would reopen, the Times of Malta reported.", "the terminals would reopen", ["Times of Malta", "Maltese broker"]),
    ("A preacher brought word from the kidnappers that the engineer was alive, his brother told RFI.", "the engineer was alive", ["RFI", "his brother", "preacher", "kidnappers"]),
]  # fmt: skip
_APPOSED = [
    ("At least 14 people were killed when the prison wall fell, a toll that two nurses gave to the Miami Herald.", "At least 14 people were killed when the prison wall fell", ["Miami Herald", "two nurses"]),
    ("The slide at the jade mine buried thirty-one workers, a figure the local rescue society later confirmed to AFP.", "The slide at the jade mine buried thirty-one workers", ["AFP", "local rescue society"]),
    ("Seven traders died in the shelling, an account that a parish priest shared with Radio Okapi on Tuesday.", "Seven traders died in the shelling", ["Radio Okapi", "parish priest"]),
    ("Forty-two houses burned overnight, a count provided by the village council.", "Forty-two houses burned overnight", ["village council"]),
    ("Three drivers were shot at the gate, a claim the army denied.", "Three drivers were shot at the gate", []),
    ("He carried a rifle, a weapon that two guards gave to the police.", "He carried a rifle", []),
]  # fmt: skip
_QUOTED = [
    ("An-Nahar quoted a minister as telling colleagues that the army chief had informed him that the ceasefire would hold.", "the army chief had informed him that the ceasefire would hold", ["An-Nahar", "minister"]),
    ("An-Nahar quoted a minister as telling colleagues that the army chief had informed him that the ceasefire would hold.", "the ceasefire would hold", ["An-Nahar", "minister", "army chief"]),
    ("The police chief of Rolpa, quoted by the Kathmandu Post, said villagers had told his men that the hill had been moving for a week.", "the hill had been moving for a week", ["Kathmandu Post", "police chief of Rolpa", "villagers"]),
    ("The Bulgarian daily Sega quoted a dock worker, who said the crates had been marked as tractor parts.", "the crates had been marked as tractor parts", ["Sega", "dock worker"]),
    ("The Bulgarian daily Sega quoted a dock worker as telling the harbour council that the crates were empty.", "the crates were empty", ["Sega", "dock worker"]),
    ("The Armenian service of Radio Liberty quoted a fisherman as saying he had been told by the mayor that the lake would be closed.", "the lake would be closed", ["Radio Liberty", "fisherman", "mayor"]),
    ("“They promised us the wells would be capped,” Savana quoted a village chief as saying.", "They promised us the wells would be capped", ["Savana", "village chief"]),
    ("Two survivors told Le Soleil that the boat had left Mbour with 130 people aboard. They said the captain had assured them that the Spanish navy was near.", "the boat had left Mbour with 130 people aboard", ["Le Soleil", "Two survivors"]),
    ("Two survivors told Le Soleil that the boat had left Mbour with 130 people aboard. They said the captain had assured them that the Spanish navy was near.", "the Spanish navy was near", ["Le Soleil", "survivors", "captain"]),
    ("El Universo said on Monday that prosecutors had opened a case against three judges. The newspaper, citing a court clerk, said the judges had sold rulings for cattle.", "the judges had sold rulings for cattle", ["El Universo", "court clerk"]),
    ("Jeune Afrique reported that the port chief had been dismissed. The weekly quoted an aide as saying the president had told him that the money was gone.", "the money was gone", ["Jeune Afrique", "aide", "president"]),
    ("The Herald reported that twelve farms had been seized. It quoted the lands minister as saying that the owners had agreed to leave.", "the owners had agreed to leave", ["Herald", "lands minister"]),
    ("Two inspectors told Público that the brakes had failed. The driver had reported the fault twice, they added.", "The driver had reported the fault twice", ["Público", "they"]),
    ("A shipping agent said the port was closed. He said a colonel had told him the cranes would be moved to Sittwe.", "the cranes would be moved to Sittwe", ["shipping agent", "colonel"]),
]  # fmt: skip
_PASSIVE = [
    ("Turkish officials were reported by Kathimerini to have told Brussels that drilling would stop in June.", "drilling would stop in June", ["Kathimerini", "Turkish officials"]),
    ("The central bank is said by two creditors to have assured the IMF that reserves would last the year.", "reserves would last the year", ["two creditors", "central bank"]),
    ("The rebels are reported by two French dailies to have warned Niamey that the well would be mined.", "the well would be mined", ["two French dailies", "rebels"]),
    ("Shopkeepers have been told by an official that flour would arrive on Friday, Enab Baladi wrote.", "flour would arrive on Friday", ["Enab Baladi", "official"]),
    ("Residents were told by the mayor that the dam would be opened, the Inquirer reported.", "the dam would be opened", ["Inquirer", "mayor"]),
    ("The prosecutor was quoted by ERR on Friday as saying that the captain had confessed.", "the captain had confessed", ["ERR", "prosecutor"]),
    ("The Chosun Ilbo reported that a defector had told South Korean investigators that his commander had been assured by party officials that the factory made only tractors.", "the factory made only tractors", ["Chosun Ilbo", "defector", "party officials"]),
    ("A lawyer for the engineer told the Liberty Times that her client claimed to have been told by his manager that the files were public.", "the files were public", ["Liberty Times", "lawyer", "client", "manager"]),
    ("Kathimerini wrote that a dockers’ leader had heard from a customs broker that the minister had promised the line a berth.", "the minister had promised the line a berth", ["Kathimerini", "customs broker"]),
    ("Gazeta.uz reported that a farmer had complained that the district’s inspector had told him the governor wanted more cotton.", "the governor wanted more cotton", ["Gazeta.uz", "farmer", "district’s inspector"]),
    ("Shafaq News said a lawmaker had told it that the finance minister had admitted to the committee that salaries would be late.", "salaries would be late", ["Shafaq News", "lawmaker", "finance minister"]),
]  # fmt: skip
_SEEN = [
    ("In an interview with NRK, Norway’s justice minister said the security police had told her that the cable was cut on purpose.", "the cable was cut on purpose", ["NRK", "justice minister", "security police"]),
    ("Speaking to Bloomberg on Thursday, the mining minister said Beijing had asked for a lower price.", "Beijing had asked for a lower price", ["Bloomberg", "mining minister"]),
    ("The finance minister said in an interview aired by France 24 that the fund had agreed to wait.", "the fund had agreed to wait", ["France 24", "finance minister"]),
    ("The safeguards report, a copy of which was seen by AP, said Iran had informed the agency that the seals had been broken by mistake.", "the seals had been broken by mistake", ["AP", "safeguards report", "Iran"]),
    ("A leaked cable, first reported by the Guardian, said the envoy had assured Jakarta that the patrols would end.", "the patrols would end", ["Guardian", "leaked cable", "envoy"]),
    ("The indictment says the driver told police that the senator had paid for the truck.", "the senator had paid for the truck", ["indictment", "driver"]),
    ("A retired colonel told Cumhuriyet on condition of anonymity that the general staff had drawn up a list of forty officers.", "the general staff had drawn up a list of forty officers", ["Cumhuriyet", "retired colonel"]),
    ("Speaking on condition of anonymity, two bankers told Nikkei Asia that the ministry had warned them that the loan would not be renewed.", "the ministry had warned them that the loan would not be renewed", ["Nikkei Asia", "two bankers"]),
    ("Speaking on condition of anonymity, two bankers told Nikkei Asia that the ministry had warned them that the loan would not be renewed.", "the loan would not be renewed", ["Nikkei Asia", "two bankers", "ministry"]),
    ("The gold left on three flights, said a customs officer who spoke to El Pitazo on condition that his name not be used.", "The gold left on three flights", ["El Pitazo", "customs officer"]),
    ("The count was stopped at noon, two election officials told Daily Monitor, both on condition of anonymity.", "The count was stopped at noon", ["Daily Monitor", "two election officials"]),
    ("“The ballots were printed in June,” said one member of the commission, who spoke on condition of anonymity because the inquiry is not public.", "The ballots were printed in June", ["member of the commission"]),
    ("The Daily Star was told by a former governor, on condition that he not be named, that three banks were empty.", "three banks were empty", ["Daily Star", "former governor"]),
    ("An engineer who declined to be named because he still works for the company told Folha that the dam’s sensors had been switched off.", "the dam’s sensors had been switched off", ["Folha", "engineer"]),
]  # fmt: skip


_FURTHER = [
    ("The shelter was full by dusk, a warden was quoted by the Halden Post as saying.", "The shelter was full by dusk", ["Halden Post", "warden"]),
    ("“We waved for an hour. No boat stopped,” one of the cooks was quoted as saying in Aftenposten.", "We waved for an hour. No boat stopped", ["Aftenposten", "one of the cooks"]),
    ("Talks will resume, Interfax reported. The bridge is mined, an aide told the agency.", "The bridge is mined", ["Interfax", "aide"]),
    ("The weir had cracked, the Manila Courier reported.", "The weir had cracked", ["Manila Courier"]),
    ("By the account of two stokers, the boiler was cold, the Halden Post reported.", "the boiler was cold", ["Halden Post", "two stokers"]),
    ("According to two stokers, the boiler was cold, Reuters reported.", "the boiler was cold", ["Reuters", "two stokers"]),
    ("Per Aftenposten, the coach has told the keeper that he will be sold.", "he will be sold", ["Aftenposten", "coach"]),
    ("The pilot has left the club, per Aftenposten.", "The pilot has left the club", ["Aftenposten"]),
    ("The army told the BBC, through a spokeswoman, that its guns were silent.", "its guns were silent", ["BBC", "army"]),
    ("A nephew of the cook, whom the Halden Post reached by phone, said the cook had told him that the stew was bad.", "the stew was bad", ["Halden Post", "nephew", "cook"]),
    ("The Halden Post understands from two brokers that the mill is for sale.", "the mill is for sale", ["Halden Post", "two brokers"]),
    ("The owner denied a claim by the guild, carried by Interfax, that two looms had burned.", "two looms had burned", ["Interfax", "guild"]),
    ("According to the diary of a cook, quoted in the Halden Post, the ice was thin.", "the ice was thin", ["Halden Post", "diary of a cook"]),
    ("In a letter to the Halden Post, the owner wrote that the miller had informed her that the sacks were wet.", "the sacks were wet", ["Halden Post", "owner", "miller"]),
    ("Kitchen staff, speaking to Radio Tarsk on condition that their names not be used, said the stew was bad.", "the stew was bad", ["Radio Tarsk", "Kitchen staff"]),
    ("The bishop’s warning that the bells would fall was heard by all.", "the bells would fall", ["bishop"]),
    ("The ministry repeated its claim that the looms were safe.", "the looms were safe", ["ministry"]),
    ("The raid has raised fears in Norway that the border will close.", "the border will close", ["Norway"]),
    ("The ranger said that a poacher had confessed to him that the tusks were sold.", "the tusks were sold", ["ranger", "poacher"]),
    ("A rebel envoy told AFP his boats were empty. The agency quoted him as adding that the fish was gone.", "the fish was gone", ["Agence France-Presse", "rebel envoy"]),
    ("Two clerks told the Halden Post that the safe was open. One clerk said the key was lost.", "the key was lost", ["Halden Post", "One clerk"]),
    ("Two clerks told the Halden Post that the safe was open. A third clerk said the key was lost.", "the key was lost", ["Halden Post", "third clerk"]),
    ("Norway and Denmark closed their ports. They said the fog was thick.", "the fog was thick", ["Norway and Denmark"]),
    ("At the talks, two envoys asked for a truce. They also asked for more boats, two clerks told the Halden Post.", "more boats", ["Halden Post", "two clerks", "two envoys"]),
    ("The weir had cracked, the Reuters news service reported. The pumps had failed, two guards told the outlet.", "The pumps had failed", ["Reuters", "two guards"]),
    ("The Guardian reported that the weir had cracked. Two guards are quoted as saying that the pumps had failed.", "the pumps had failed", ["The Guardian", "Two guards"]),
    ("The order to close the weir came on Monday, and its pumps are dry, the owner told Reuters.", "The order to close the weir came on Monday", ["Reuters", "owner"]),
    ("Two clerks said that the miller had warned them that the sacks were wet. They added that the roof leaked.", "the roof leaked", ["clerks"]),
]  # fmt: skip


def _check(row):
    text, content, chain = row
    found = [
        s
        for s in statements_of(text, name="Quelmouth Sheet", outlet="outlet/quelmouth-sheet")
        if content in s.words
    ]
    nearest = min(found, key=lambda s: (len(s.words), -s.depth))
    assert nearest.depth == len(chain), [link.name for link in nearest.chain]
    for told, link in zip(chain, nearest.chain[1:], strict=True):
        assert told in link.name or told in link.text


@pytest.mark.parametrize("row", _CITING, ids=lambda row: row[1])
def test_each_who_is_cited_is_a_link(row):
    """Who cites stands before whom he cites, to any depth, wherever in the sentence; a mere reason is no link."""
    _check(row)


@pytest.mark.parametrize("row", _HEADLINES, ids=lambda row: row[1])
def test_a_headline_needs_no_verb(row):
    """A speaker is found in front of a headline's colon or behind its last mark; a country in front is a topic."""
    _check(row)


@pytest.mark.parametrize("row", _CARRIERS, ids=lambda row: row[1])
def test_who_carries_words_is_a_link(row):
    """Mediators stand before whose words they bring; interpreters and platforms do not."""
    _check(row)


@pytest.mark.parametrize("row", _APPOSED, ids=lambda row: row[1])
def test_a_noun_beside_a_clause_tells_who_gave_it(row):
    """A toll, count or claim that somebody gives is his; one that is denied, and a thing, is not."""
    _check(row)


@pytest.mark.parametrize("row", _QUOTED, ids=lambda row: row[1])
def test_who_is_quoted_speaks_behind_who_quotes(row):
    """Quoted as saying or telling, or somebody who said: the quoter stands before the quoted."""
    _check(row)


@pytest.mark.parametrize("row", _PASSIVE, ids=lambda row: row[1])
def test_a_passive_hides_no_speaker(row):
    """Behind “told by”, “reported by … to have”, “heard from” stands who says it."""
    _check(row)


@pytest.mark.parametrize("row", _SEEN, ids=lambda row: row[1])
def test_an_outlet_that_was_told_or_shown_is_a_link(row):
    """Whom an outlet interviewed, or what it has seen, stands behind it."""
    _check(row)


@pytest.mark.parametrize("row", _FURTHER, ids=lambda row: row[1])
def test_many_words_hand_on(row):
    """Quoting in the passive, accounts, letters, denials, "the agency" and "one of them" lead on to who spoke."""
    _check(row)
