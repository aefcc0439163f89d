"""Promise: threats and promises meet what is reported later, each link with both passages and their days."""

import json

from click.testing import CliRunner

from headwater.faces.cli.main import headwater as commands

PAGES = (
    {"url": "https://lune.example/1", "outlet": "Lune Wire", "published": "2031-05-04", "title": "Militia warns Orsk",
     "text": "Ilse Varga, commander of the Red Reeds, spoke in Tavel on Sunday.\n\n“If the Orsk navy enters Tavel Bay, we will attack the Orsk bases in Merrow,” Varga said.\n\n“Unless the Orsk navy frees the Merrow fishermen by 20 May, we will close the Sound of Merrow,” she said."},
    {"url": "https://marl.example/1", "outlet": "Marl Post", "published": "2031-05-05", "title": "Pilots set a condition",
     "text": "Hanno Brill, the leader of the Tavel pilots, has threatened to block the road to Lisk."},
    {"url": "https://marl.example/0", "outlet": "Marl Post", "published": "2031-05-02", "title": "A quiet bay",
     "text": "The Orsk navy entered Tavel Bay last year to count seals, harbour master Odo Finn said."},
    {"url": "https://tarn.example/1", "outlet": "Tarn Herald", "published": "2031-05-09", "title": "Ships come in",
     "text": "The Orsk navy entered Tavel Bay on Friday morning.\n\nNobody attacked the Orsk bases in Merrow."},
    {"url": "https://tarn.example/2", "outlet": "Tarn Herald", "published": "2031-05-12", "title": "Bases hit",
     "text": "Rockets attacked the Orsk bases in Merrow on Sunday night, the harbour police said."},
    {"url": "https://marl.example/2", "outlet": "Marl Post", "published": "2031-05-15", "title": "Pilots give way",
     "text": "Hanno Brill has withdrawn his threat to block the road to Lisk."},
    {"url": "https://tarn.example/3", "outlet": "Tarn Herald", "published": "2031-05-30", "title": "Herring prices",
     "text": "Herring cost twice as much in Tavel as a year ago, the market office said."},
)  # fmt: skip


def told(case, words):
    (one,) = [c for c in case.followed_commitments() if words in f"{c.trigger} {c.consequence}"]
    return one


def links(one, sort):
    return [
        (link.theirs.published_from, link.theirs.text)
        for link in one.fate.links
        if link.sort == sort
    ]


def test_a_trigger_and_a_consequence_that_come_about_are_shown_with_their_passages(case):
    """Both stand beside the threat, each where it was printed; what was before it, and what did not happen, do not."""
    one = told(case, "enters Tavel Bay")
    assert one.fate.state == "consequence-reported"
    assert links(one, "trigger") == [
        ("2031-05-09", "The Orsk navy entered Tavel Bay on Friday morning")
    ]
    assert links(one, "consequence") == [
        ("2031-05-12", "Rockets attacked the Orsk bases in Merrow on Sunday night")
    ]


def test_a_threat_that_is_taken_back_is_withdrawn(case):
    """The passage in which its issuer takes it back is the evidence, also where the threat is told only there."""
    found = [
        c for c in case.followed_commitments() if "block the road" in (c.consequence or "")
    ]
    assert {w.published_from for c in found for w in c.wordings} == {"2031-05-05", "2031-05-15"}
    for one in found:
        assert one.fate.state == "withdrawn"
        ((day, words),) = links(one, "withdrawal")
        assert (day, "withdrawn his threat" in words) == ("2031-05-15", True)


def test_a_deadline_that_passes_in_silence_is_told_as_past_and_no_more(case):
    """The last day and the newest page are named; no passage is shown, as there is none."""
    one = told(case, "close the Sound")
    assert (one.fate.state, one.fate.last_day, one.fate.as_of) == (
        "expired",
        "2031-05-20",
        "2031-05-30",
    )
    assert one.fate.links == ()


def test_every_passage_stands_in_its_article_word_for_word(case):
    """Ours and theirs are exact stretches, with the days of their pages."""
    articles = {a.id: a for a in case.articles()}
    passages = [
        p
        for c in case.followed_commitments()
        for link in c.fate.links
        for p in (link.ours, link.theirs)
    ]
    assert passages
    for passage in passages:
        article = articles[passage.article_id]
        assert passage.text == article.text[passage.start : passage.end]
        assert passage.published_from == str(article.published_from)


def test_asking_for_one_issuer_changes_nothing_about_its_fate(case):
    """What became of a commitment does not depend on what else is asked for."""
    whole = {c.id: c.fate for c in case.followed_commitments()}
    for issuer in ("Varga", "leader"):
        for one in case.followed_commitments(issuer=issuer):
            assert one.fate == whole[one.id]


def test_the_command_prints_state_day_outlet_and_words(file):
    """What the library returns, a person reads."""
    result = CliRunner().invoke(
        commands, ["commitments", str(file), "--state", "consequence-reported"]
    )
    assert result.exit_code == 0, result.output
    assert "· consequence reported\n" in result.output
    assert "> reported, the trigger: Tarn Herald, 2031-05-09" in result.output
    assert "“The Orsk navy entered Tavel Bay on Friday morning”" in result.output
    assert "road to Lisk" not in result.output


def test_the_command_gives_the_same_as_json(file, case):
    """One line for each commitment, with its fate."""
    result = CliRunner().invoke(commands, ["commitments", str(file), "--json"])
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [row["fate"]["state"] for row in rows] == [
        c.fate.state for c in case.followed_commitments()
    ]
