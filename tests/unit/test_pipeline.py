import json
from dataclasses import replace

import pytest

from headwater import language, pipeline
from headwater.assessment import clauses_of
from headwater.lexicon import digest_added, lexicon_digest, outlet_id, read_added_actors
from headwater.model import PageStatus
from headwater.pages import SavedPage, page_models_digest
from headwater.reading import read_clause, tie_digest
from headwater.settings import LanguageSettings, LexiconSettings, Settings

WIRE = "Harbour master Ilan Brode told the Nightwater Wire that two piers of Port Maren were shut on Monday."
POST = "Two piers of Port Maren were shut on Monday, the Night Water news agency reported."
GERMAN = "Der Hafenmeister sagte am Montag, dass zwei Anlegestellen im Hafen gesperrt worden sind, weil ein Kran umgefallen ist."


PORTABLE = Settings(language=LanguageSettings(portable=True))


def read(outlet, text, published=None, settings=None):
    line = json.dumps({"outlet": outlet, "text": text, "published": published}).encode()
    saved = SavedPage(name="pile.jsonl:1", content=line, size=len(line), is_json_line=True)
    return pipeline.read_saved(saved, settings or Settings())


@pytest.fixture(scope="module")
def pile():
    pages = read("Nightwater Wire", WIRE, "2031-05-03"), read("Quill Post", POST, "2031-05-04")
    return [article for page in pages for article in page.articles]


def test_a_page_is_read_to_statements_each_with_its_vector():
    """Every statement of an article has 384 float32 of length 1 to be compared by."""
    (found,) = read("Nightwater Wire", WIRE).articles
    assert found.article.language == "en"
    assert [s.chain[-1].name for s in found.statements] == ["Ilan Brode"]
    assert [len(v) for v in found.vectors] == [384 * 4] * len(found.statements)


def test_the_words_of_commitments_are_read_by_themselves():
    """They come out as if whoever asks had them read, who need not wait for it."""
    text = (
        "The Maren Guard warned that it will strike the port of Lisk if the grain fleet sails."
    )
    (found,) = read("Nightwater Wire", text).articles
    (told,) = found.commitments
    assert [one.text for one in found.clauses] == list(clauses_of(told))
    assert {one.commitment_id for one in found.clauses} == {told.id}
    assert [one.clause for one in found.clauses] == [
        read_clause(one.text) for one in found.clauses
    ]


def test_the_same_page_is_read_the_same_twice():
    """Reading is a pure function of the page."""
    assert read("Nightwater Wire", WIRE) == read("Nightwater Wire", WIRE)


def test_an_article_in_another_language_is_kept_and_not_read():
    """Its text is there to be searched; nothing is claimed about who says what in it."""
    (found,) = read("Der Hafenbote", GERMAN).articles
    assert found.article.language == "de"
    assert found.article.text == GERMAN
    assert (found.statements, found.mentions, found.vectors) == ((), (), ())


def test_a_page_that_cannot_be_read_has_no_articles():
    """A refusal is a page with its reason."""
    saved = SavedPage(name="p.jsonl:1", content=b"{", size=1, is_json_line=True)
    found = pipeline.read_saved(saved, Settings())
    assert (found.page.status, found.articles) == (PageStatus.REFUSED, ())
    assert found.page.reason


def test_linking_fills_every_table(pile):
    """One report and one page that cites it: a story, a derivation, a claim with its origin."""
    links = pipeline.link(pile, Settings())
    wire, post = pile
    assert [len(s.article_ids) for s in links.stories] == [2]
    (flow,) = links.derivations
    assert (flow.article_id, flow.upstream_article_id) == (post.article.id, wire.article.id)
    assert {r.article_id for r in links.reports} == {wire.article.id, post.article.id}
    (claim,) = (c for c in links.claims if len(c.article_ids) == 2)
    assert [o.name for o in claim.origins] == ["Ilan Brode"]
    assert (claim.independent.low, claim.independent.high) == (1, 1)
    assert outlet_id("Nightwater Wire") in {a.id for a in links.actors}


def test_linking_compares_the_tellings_of_a_claim():
    """A source lost and a number changed on the way come out as drift and contradiction."""
    wire = read("Nightwater Wire", WIRE.replace("two", "12"), "2031-05-03").articles
    own = POST.replace("Two", "15").replace(", the Night Water news agency reported", "")
    more = " The Nightwater Wire reported that a crane fell on the quay."
    post = read("Quill Post", own + more, "2031-05-04").articles
    links = pipeline.link([*wire, *post], Settings())
    assert {"attribution-dropped", "number-changed"} <= {d.kind for d in links.drifts}
    assert [c.why for c in links.contradictions] == [
        "12 piers in one telling, 15 piers in the other"
    ]


def test_the_dials_are_handed_on(pile):
    """A bar that no pair reaches leaves every article and every statement alone, also where one names the other's report."""
    dials = replace(Settings().linking, same_story=9.0, same_storyline=9.0, same_claim=9.0)
    links = pipeline.link(pile, replace(Settings(), linking=dials))
    assert [len(s.article_ids) for s in links.stories] == [1, 1]
    assert {len(c.article_ids) for c in links.claims} == {1}


def test_findings_met_twice_are_linked_once(pile):
    """Repeats change nothing."""
    assert pipeline.link([*pile, *pile], Settings()) == pipeline.link(pile, Settings())


def test_no_articles_link_to_nothing():
    """An empty case has empty tables."""
    assert pipeline.link([], Settings()) == pipeline.Links()


def test_a_case_names_what_made_it():
    """The arithmetic is named, and the lexicon and each model with the digest of their content."""
    made = pipeline.made_by(Settings())
    assert made == {
        "arithmetic": "int8",
        "engine": language.engine_digest(),
        "lexicon": lexicon_digest(),
        "page-models": page_models_digest(),
        "sentence-encoder": language.model_digest(),
        "ties": tie_digest(),
    }
    assert pipeline.made_by(PORTABLE) == {**made, "arithmetic": "portable"}


@pytest.fixture
def with_actors(tmp_path):
    def made(*lines):
        path = tmp_path / "mine.yml"
        path.write_text("sources: {m: Made up}\nactors:\n- " + "\n- ".join(lines))
        return Settings(lexicon=LexiconSettings(actors=read_added_actors([path])))

    return made


def test_added_actors_are_read_and_linked_with(with_actors):
    """An actor of the settings is named in the findings, and called by its name in the links."""
    settings = with_actors(
        "{id: agency/nightwater, name: Nightwater, kind: agency, aliases: [Nightwater Wire, Night Water], src: m}",
        "{id: person/brode, name: Ilan Brode the Elder, kind: person, aliases: [Ilan Brode], src: m}",
    )
    (wire,) = read("Nightwater Wire", WIRE, settings=settings).articles
    assert wire.article.outlet == "agency/nightwater"
    assert wire.statements[0].chain[-1].actor_id == "person/brode"
    (post,) = read("Quill Post", POST, settings=settings).articles
    links = pipeline.link([wire, post], settings)
    names = {actor.id: actor.name for actor in links.actors}
    assert names["person/brode"] == "Ilan Brode the Elder"
    assert [(d.upstream_outlet, d.upstream_name) for d in links.derivations] == [
        ("agency/nightwater", "Nightwater")
    ]


def test_two_runs_with_other_actors_do_not_meddle(with_actors):
    """In one process, each run knows the actors of its own settings, whichever came before."""
    line = "{{id: person/{0}, name: Ilan Brode, kind: person, src: m}}"
    first, second = (with_actors(line.format(key)) for key in ("first", "second"))
    seen = []
    for settings in (first, second, Settings(), first, Settings()):
        (found,) = read("Nightwater Wire", WIRE, settings=settings).articles
        (actor,) = (a for a in pipeline.link([found], settings).actors if "Brode" in a.name)
        seen.append((found.statements[0].chain[-1].actor_id, actor.id))
    bare = seen[2]
    assert bare[0].startswith("case/")
    assert seen == [
        ("person/first", "person/first"),
        ("person/second", "person/second"),
        bare,
        ("person/first", "person/first"),
        bare,
    ]


def test_a_case_names_the_actors_added(with_actors):
    """Added actors are a maker of their own: named by a digest, and not at all where there are none."""
    settings = with_actors("{id: person/a, name: A B, kind: person, src: m}")
    made = pipeline.made_by(settings)
    assert made.pop("added-actors") == digest_added(settings.lexicon.actors)
    assert made == pipeline.made_by(Settings())


@pytest.mark.parametrize("settings", [Settings(), PORTABLE], ids=["int8", "portable"])
def test_both_models_compute_as_the_settings_say(monkeypatch, settings):
    """One dial turns the engine and the encoder."""
    asked = []

    def noted(load):
        def noting(*, portable=False):
            asked.append((load.__name__, portable))
            return load(portable=portable)

        return noting

    monkeypatch.setattr(language, "load_engine", noted(language.load_engine))
    monkeypatch.setattr(pipeline, "load_encoder", noted(pipeline.load_encoder))
    read("Nightwater Wire", WIRE, settings=settings)
    portable = settings.language.portable
    assert asked == [("load_engine", portable), ("load_encoder", portable)]


def test_portable_vectors_are_those_of_the_portable_encoder():
    """A statement's vector is what the encoder in fp32 makes of its wording, to the byte."""
    (found,) = read("Nightwater Wire", WIRE, settings=PORTABLE).articles
    told = [statement.told for statement in found.statements]
    expected = language.load_encoder(portable=True).encode(told)
    assert found.vectors == tuple(row.tobytes() for row in expected)
    assert found.vectors
    assert found.vectors[0] != language.load_encoder().encode(told)[0].tobytes()
