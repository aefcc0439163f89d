"""Promise: what was to hold only as long, until or unless something meets the end of it, and no other passage."""

import pytest

_TOLD = (
    ("Weir News", "2033-04-01", "A truce", "As long as the conference in Ombry lasts, the Fen Riders will not raid the Lisk farms, their captain Sil Arkwright said."),
    ("Ombry Bell", "2033-04-10", "No paper", "The conference in Ombry broke up on Sunday without a paper."),
    ("Weir News", "2033-04-12", "Farms burn", "The Fen Riders raided the Lisk farms on Monday night, farmers said."),
    ("Coal Letter", "2033-04-02", "Boycott", "The boycott of Tarrow coal will go on until Tarrow frees the two surveyors, unionist Max Aske said."),
    ("Coal Letter", "2033-04-18", "Still none", "The boycott of Tarrow coal went on on Monday."),
    ("Sound Post", "2033-04-03", "An ultimatum", "Unless the Morva fleet leaves Gull Sound by 12 April, Estmark will close its ports to Morva ships, premier Ada Lund said."),
    ("Sound Post", "2033-04-11", "Ships wait", "The Morva fleet remained in Gull Sound on Monday, pilots said."),
    ("Sound Post", "2033-04-14", "The day is past", "The Morva fleet remains in Gull Sound, the coast guard said on Thursday."),
    ("Hill Paper", "2033-04-04", "A warning", "If a Korvan sailor is hurt at Stell, Korva will respond, minister Ben Rask said."),
    ("Stell Sun", "2033-04-13", "Tower shelled", "Korva shelled the tower at Stell on Wednesday. The shelling was a response to the wounding of the sailor at Stell, the Korvan army said."),
    ("Stell Sun", "2033-04-15", "Shops shut", "Shops closed on Friday in response to the wounding of the sailor at Stell, shopkeepers in Stell said."),
    ("Mill Post", "2033-04-05", "Bread", "If the port of Aldern is closed, the bakers of Wick will double the price of bread, their guild said."),
    ("Aldern News", "2033-04-16", "Storm over Aldern", "The port was closed on Saturday, the harbour master said."),
    ("Tromm News", "2033-04-17", "Storm over Tromm", "The port was closed on Sunday, the harbour master said."),
    ("Hall Post", "2033-04-07", "A day is set", "Unless the Duke of Wick frees the two smugglers by 14 April, we will burn the Wick mill, captain Rolf Ister of the Free Fort said."),
    ("Hall Post", "2033-04-13", "Smugglers home", "The Duke of Wick freed the two smugglers on Tuesday."),
    ("Moor Paper", "2033-04-08", "Brigades wait", "The Moor brigades will not march on Tavish without an order from Marshal Brandt, colonel Ewa Hart said."),
    ("Moor Paper", "2033-04-20", "Order given", "Marshal Brandt gave the Moor brigades the order to march on Wednesday."),
    ("Tavish Evening", "2033-04-22", "Brigades come", "The Moor brigades marched on Tavish on Thursday."),
    ("Dam Wire", "2033-04-09", "Threat over a dam", "“If Orlo Vale shuts the sluices at Pitt, we will seize the Corran dam,” said Max Odell, commander of the Amber Guard."),
    ("Dam Wire", "2033-04-21", "Dam seized", "Fighters of the Amber Guard have seized the Corran dam."),
    ("Dam Wire", "2033-04-25", "Dam seized again", "Fighters of the Hill League seized the Corran dam on Sunday night."),
    ("Line News", "2033-04-06", "A line", "If Yarrow crosses the Pell line, Ferrol will tear up the treaty, chancellor Bodo Witt said."),
    ("Line News", "2033-04-19", "History", "Yarrow crossed the Pell line in 1998, historian Ella Frisch said."),
)  # fmt: skip
PAGES = [
    {"url": f"https://{n}.example/", "outlet": o, "published": d, "title": t, "text": x}
    for n, (o, d, t, x) in enumerate(_TOLD)
]


@pytest.mark.parametrize(
    ("words", "state", "links"),
    [
        ("conference in Ombry", "consequence-reported", [("trigger", "2033-04-10"), ("consequence", "2033-04-12")]),
        ("until Tarrow", "open", []),
        ("Morva fleet", "trigger-reported", [("trigger", "2033-04-14")]),
        ("Korvan sailor", "consequence-reported", [("consequence", "2033-04-13")]),
        ("port of Aldern", "trigger-reported", [("trigger", "2033-04-16")]),
        ("Duke of Wick", "averted", [("averting", "2033-04-13")]),
        ("Marshal Brandt", "consequence-reported", [("trigger", "2033-04-20"), ("consequence", "2033-04-22")]),
        ("Orlo Vale", "consequence-reported", [("consequence", "2033-04-21")]),
        ("Pell line", "open", []),
    ],
    ids=["as long as", "until", "unless, by a day", "an answer", "called by its kind", "the demand is met", "leave is given", "by his men", "long ago"],
)  # fmt: skip
def test_a_commitment_meets_what_ends_its_waiting(case, words, state, links):
    """What goes on as told, what comes before the day, what others do, and what is recalled are no news of it."""
    held = case.followed_commitments()
    (fate,) = [c.fate for c in held if words in f"{c.trigger} {c.consequence}"]
    assert fate.state == state
    assert [(link.sort, link.theirs.published_from) for link in fate.links] == links
