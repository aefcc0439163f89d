"""
Promise: two things told in nearly the same words are two claims where the sides are turned round, one undoes the other or rules it out, or each speaks of himself.
"""

import json

import pytest

import headwater

_APART = (
    ("Serbian border guards shelled Kosovo customs posts near Merdare, drivers said.",
     "Kosovo border guards shelled Serbian customs posts near Merdare, drivers said."),
    ("Niger closed its border with Benin, the customs office in Gaya said.",
     "Niger reopened its border with Benin, the customs office in Gaya said."),
    ("Iran said it would answer any attack on its harbours with force.",
     "Israel said it would answer any attack on its harbours with force."),
    ("Aleksandar Vucic said he would put the treaty on tolls to the voters in May.",
     "Albin Kurti said he would put the treaty on tolls to the voters in May."),
    ("Aleksandar Vucic said he would put the treaty on tolls to the voters in May.",
     "Goran Petlek said he would put the treaty on tolls to the voters in May."),
    ("The fire at the salt depot of Taoudenni was an act of sabotage, herders said.",
     "The fire at the salt depot of Taoudenni was an accident and not an act of sabotage, the owner said."),
    ("A Serbian shell struck the mill at Prelov and killed two people, drivers said.",
     "The shell that struck the mill at Prelov and killed two people was Croatian, not Serbian, the ministry said."),
    ("Rebels attacked the salt depot at Taoudenni on Monday, herders said.",
     "Rebels attacked the salt depot at Taoudenni on Friday, herders said."),
)  # fmt: skip
_TOGETHER = (
    ("The fire at the salt depot of Taoudenni was an accident, not an act of sabotage, herders said.",
     "The fire at the salt depot of Taoudenni was an accident and not an act of sabotage, the owner said."),
    ("Serbia clashed with Kosovo over the customs posts near Merdare, drivers said.",
     "Kosovo clashed with Serbia over the customs posts near Merdare, drivers said."),
    ("Serbian border guards shelled Kosovo customs posts near Merdare, drivers said.",
     "Kosovo customs posts near Merdare were shelled by Serbian border guards, drivers said."),
    ("Iran said it would answer any attack on its harbours with force.",
     "The Iranian government said it would answer any attack on its harbours with force."),
    ("Rebels attacked the salt depot at Taoudenni on Monday, herders said.",
     "Rebels attacked the salt depot at Taoudenni on Monday night, herders said."),
)  # fmt: skip
_RESTS = {
    "Salt Road Courier": "The harvest in the south was poor this year, and the price of millet has doubled since the winter.",
    "Danube Herald": "The harvest of the hill farms was middling, and what is left of it goes to the mills in the valley.",
}


def _are_one(folder, sentences, days=("2031-05-10", "2031-05-10")):
    pages = [
        {
            "outlet": outlet,
            "published": day,
            "title": "What was told at the border",
            "text": f"{sentence}\n\n{rest}",
        }
        for (outlet, rest), sentence, day in zip(_RESTS.items(), sentences, days, strict=True)
    ]
    pile = folder / "pile.jsonl"
    pile.write_text("\n".join(map(json.dumps, pages)), encoding="utf-8")
    with headwater.read([pile]) as case:
        told = {
            s.id: s.article_id
            for s in case.statements()
            if s.source and "harvest" not in s.told
        }
        assert len(set(told.values())) == len(pages)
        claims = [{told[s] for s in c.statement_ids if s in told} for c in case.claims()]
    return any(len(articles) > 1 for articles in claims)


@pytest.mark.parametrize("sentences", _APART)
def test_look_alikes_are_two_claims(tmp_path, sentences):
    """Whoever counted them as one would have two origins for a thing that one of them denies."""
    assert not _are_one(tmp_path, sentences)


@pytest.mark.parametrize("sentences", _TOGETHER)
def test_what_differs_in_form_alone_is_one_claim(tmp_path, sentences):
    """Both sides of a clash, a passive, another name of one speaker, a night that has two days."""
    assert _are_one(tmp_path, sentences)


def test_a_copy_that_comes_out_later_is_no_other_claim(tmp_path):
    """ "On Monday", word for word, is the Monday of the page that is copied."""
    told = "Rebels attacked the salt depot at Taoudenni on Monday, herders said."
    assert _are_one(tmp_path, (told, told), ("2031-05-10", "2031-05-19"))
