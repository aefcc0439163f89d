import dataclasses
import sqlite3
from dataclasses import replace
from functools import partial

import pytest
import small_case

from headwater.case import TABLES, Case, is_case
from headwater.case.following import Followed
from headwater.errors import UnusableCase, WouldOverwrite
from headwater.model import ArticleFindings, Clause, ToldClause
from headwater.settings import Settings


def fill(case, pages=None):
    for findings in pages or small_case.pile():
        case.add(findings)
    case.replace_links(small_case.links())
    case.seal(settings=Settings(), made_by={"lexicon": "abc"})
    return case


def dump(case):
    return {table.name: list(case.lines(table.name)) for table in TABLES}


@pytest.fixture
def case():
    with Case.in_memory() as made:
        yield fill(made)


def test_what_is_stored_is_what_comes_back(case):
    """Every value of every class comes back equal to what went in."""
    findings = {f.article.id: f for page in small_case.pile() for f in page.articles}
    assert {f.article.id: f for f in case.findings()} == findings
    links = small_case.links()
    assert set(case.pages()) == {found.page for found in small_case.pile()}
    for name in ("actors", "stories", "reports", "claims", "derivations", "drifts"):
        assert set(getattr(case, name)()) == set(getattr(links, name)), name
    assert case.contradictions() == links.contradictions


def test_the_order_of_the_pages_changes_nothing(tmp_path):
    """The same pages in any order, added twice, give the same lines and the same manifest."""
    cases = [Case.create(tmp_path / "a.hw"), Case.create(tmp_path / "b.hw")]
    fill(cases[0])
    fill(cases[1], [*reversed(small_case.pile()), *small_case.pile()])
    assert dump(cases[0]) == dump(cases[1])
    assert cases[0].manifest() == cases[1].manifest()


def test_findings_keep_their_vectors_beside_their_statements():
    """An article without vectors has none, and an article with them has one a statement."""
    bare = dataclasses.replace(small_case.paper_page().articles[0], vectors=())
    page = dataclasses.replace(small_case.paper_page(), articles=(bare,))
    with Case.in_memory() as case:
        case.add(small_case.agency_page())
        case.add(page)
        vectors = {f.article.outlet_name: f.vectors for f in case.findings()}
    assert vectors == {"Velden": (b"\x01\x02\x03\x04",), "Courier": ()}


def test_vectors_stay_with_their_statements():
    """However the statements' ids are sorted, the first vector is the first statement's."""
    found = small_case.paper_page().articles[0]
    said = tuple(dataclasses.replace(found.statements[0], id=key) for key in ("z", "a", "m"))
    bare = dataclasses.replace(
        found, statements=said, vectors=(b"z", b"a", b"m"), events=(), commitments=()
    )
    with Case.in_memory() as case:
        case.add(dataclasses.replace(small_case.paper_page(), articles=(bare,)))
        (back,) = case.findings()
    assert back == bare


def test_a_replaced_page_is_not_found_by_its_old_words():
    """The search follows what the case holds now, without a trace of what it held."""
    found = small_case.agency_page()
    article = found.articles[0].article
    with Case.in_memory() as case:
        case.add(found)
        new = dataclasses.replace(article, text="Nothing of note happened.")
        findings = dataclasses.replace(found, articles=(ArticleFindings(article=new),))
        case.add(findings)
        assert case.search("harbour") == ()
        assert len(case.search("note")) == 1


def test_a_page_is_known_by_its_bytes_and_its_name():
    """Bytes met under a second name are not in the case under it until they are noted."""
    page = small_case.agency_page().page
    with Case.in_memory() as case:
        assert not case.has_page(page.sha256, page.name)
        assert not case.add_name(page.sha256, "z.txt")
        case.add(small_case.agency_page())
        assert case.has_page(page.sha256, page.name)
        assert not case.has_page(page.sha256, "z.txt")
        assert case.add_name(page.sha256, "z.txt")
        assert case.has_page(page.sha256, "z.txt")
        assert case.pages()[0].names == ("a/agency.txt", "z.txt")
        assert case.pages()[0].name == "a/agency.txt"


def test_a_page_added_again_keeps_its_names():
    """Reading the same page again, by a newer Headwater say, forgets no name it was met under."""
    with Case.in_memory() as case:
        case.add(small_case.agency_page())
        case.add_name(small_case.agency_page().page.sha256, "z.txt")
        case.add(small_case.agency_page())
        assert case.pages()[0].names == ("a/agency.txt", "z.txt")
        assert len(case.articles()) == 1


def test_of_the_same_bytes_the_first_name_speaks():
    """An address that came with the same bytes under a later name is not kept, in either order."""
    first = small_case.agency_page()
    page = replace(
        first.page, name="b/copy.txt", names=("b/copy.txt",), url="https://copy.example/"
    )
    later = replace(first, page=page)
    for order in ((first, later), (later, first)):
        with Case.in_memory() as case:
            for findings in order:
                if not case.add_name(findings.page.sha256, findings.page.name):
                    case.add(findings)
            (kept,) = case.pages()
        assert (kept.url, kept.names) == (first.page.url, ("a/agency.txt", "b/copy.txt"))


def test_what_could_not_be_opened_is_tried_again():
    """A refusal without bytes is never taken as done, and makes room for the page it stood for."""
    with Case.in_memory() as case:
        case.add(small_case.refused("a/agency.txt"))
        assert not case.has_page(None, "a/agency.txt")
        case.add(small_case.agency_page())
        assert [page.status.value for page in case.pages()] == ["read"]


def test_a_page_goes_in_wholly_or_not_at_all():
    """A page one of whose findings cannot be stored leaves nothing behind."""
    found = small_case.agency_page()
    broken = dataclasses.replace(found.articles[0].events[0], statement_id="nobody said it")
    article = dataclasses.replace(found.articles[0], events=(broken,))
    with Case.in_memory() as case:
        with pytest.raises(sqlite3.IntegrityError):
            case.add(dataclasses.replace(found, articles=(article,)))
        assert case.pages() == ()
        assert case.search("piers OR harbour") == ()


def test_links_are_replaced_not_heaped_up(case):
    """Linking the same articles again gives the same case."""
    before = dump(case)
    case.replace_links(small_case.links())
    assert dump(case) == before


def test_adding_a_page_breaks_the_seal_until_the_run_ends(tmp_path):
    """A case is sealed only from the end of one run to the beginning of the next."""
    with Case.create(tmp_path / "pile.hw") as case:
        assert not case.is_sealed
        fill(case)
        assert case.is_sealed
        case.add_name(small_case.agency_page().page.sha256, "again.txt")
        assert not case.is_sealed


def test_a_sealed_case_is_one_file(tmp_path):
    """Nothing stands beside a sealed case, and asking it leaves its bytes alone."""
    path = tmp_path / "pile.hw"
    fill(Case.create(path)).close()
    before = path.read_bytes()
    with Case.open(path) as case:
        assert len(case.claims()) == 2
    assert [p.name for p in tmp_path.iterdir()] == ["pile.hw"]
    assert path.read_bytes() == before


def test_a_case_opened_for_questions_takes_no_page(tmp_path):
    """Only a case opened to write may be added to."""
    path = tmp_path / "pile.hw"
    fill(Case.create(path)).close()
    with Case.open(path) as case, pytest.raises(UnusableCase, match="questions only"):
        case.add(small_case.agency_page())


def test_a_second_run_adds_to_the_case(tmp_path):
    """A sealed case opened to write takes more pages and is sealed anew."""
    path = tmp_path / "pile.hw"
    with Case.open_or_create(path) as case:
        fill(case, small_case.pile())
    with Case.open_or_create(path) as case:
        fill(case, small_case.many(2))
        assert len(case.articles()) == 4
        assert case.verify() == ()


def test_create_leaves_what_is_there(tmp_path):
    """A new case never takes the place of a file."""
    path = tmp_path / "pile.hw"
    path.write_text("mine")
    with pytest.raises(WouldOverwrite):
        Case.create(path)
    assert path.read_text() == "mine"


@pytest.mark.parametrize("content", ["mine", "SQLite format 3\0" + "x" * 200])
def test_a_file_that_is_no_case_is_refused(tmp_path, content):
    """What Headwater did not make is neither read nor changed."""
    path = tmp_path / "notes"
    path.write_text(content)
    with pytest.raises(UnusableCase):
        Case.open(path, write=True)
    assert not is_case(path)
    assert path.read_text() == content


def test_another_database_is_refused(tmp_path):
    """A database of somebody else is not a case."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE meta (key)")
    other.close()
    with pytest.raises(UnusableCase, match="not a case"):
        Case.open(path)
    assert not is_case(path)


@pytest.mark.parametrize(
    ("version", "remedy"),
    [(99, "Open it with the Headwater that made it"), (1, "Read the pile again")],
)
def test_a_case_of_another_schema_is_refused(tmp_path, version, remedy):
    """A case of another schema says which version it has and what to do: a newer one is not to be read anew."""
    path = tmp_path / "pile.hw"
    Case.create(path).close()
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version = {version}")
    other.close()
    assert is_case(path)
    with pytest.raises(UnusableCase, match=rf"version {version}[\s\S]*{remedy}"):
        Case.open(path)


class _FullDisk(sqlite3.Connection):
    """What a full disk does: SQLite rolls back by itself, and says that there is no room."""

    def execute(self, sql, *more):
        if sql != "COMMIT":
            return super().execute(sql, *more)
        super().execute("ROLLBACK")
        raise sqlite3.OperationalError("database or disk is full")


def test_a_full_disk_is_told_as_that(tmp_path, monkeypatch):
    """What is told is the disk, not that there was nothing to be rolled back."""
    path = tmp_path / "pile.hw"
    Case.create(path).close()
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=_FullDisk))
    with Case.open(path, write=True) as case, pytest.raises(UnusableCase, match="disk is full"):
        case.add(small_case.pile()[0])


def test_a_case_that_is_not_there_says_how_to_make_one(tmp_path):
    """The remedy of a missing case is the command that makes it."""
    with pytest.raises(UnusableCase, match="headwater read PILE -o"):
        Case.open(tmp_path / "pile.hw")


def test_the_claims_that_a_statement_tells_are_known_the_other_way_round(case):
    """The file keeps it in step by itself: as claims come, change and go."""
    ask = lambda: set(case._select("SELECT statement_id, claim_id FROM claim_statements"))  # noqa: E731, SLF001 - not for users
    told = {(key, claim.id) for claim in case.claims() for key in claim.statement_ids}
    assert ask() == told
    first = case.claims()[0]
    case._connection.execute(  # noqa: SLF001 - as somebody else might
        "UPDATE claims SET statement_ids = '[]' WHERE id = ?", (first.id,)
    )
    assert ask() == {pair for pair in told if pair[1] != first.id}
    case._connection.execute("DELETE FROM claims")  # noqa: SLF001 - likewise
    assert ask() == set()


def test_by_whom_a_statement_is_told_is_known_the_other_way_round(case):
    """The file keeps the names of every chain but the page's outlet in step by itself."""
    rows = "SELECT statement_id, actor_id, name, text FROM told_by"
    ask = lambda: sorted(case._select(rows), key=str)  # noqa: E731, SLF001 - not for users
    chains = {s.id: s.chain for s in case.statements()}
    links = ((key, link) for key, chain in chains.items() for link in chain[1:])
    told = sorted(((key, link.actor_id, link.name, link.text) for key, link in links), key=str)
    assert told
    assert ask() == told
    first = told[0][0]
    case._connection.execute("UPDATE statements SET chain = '[]' WHERE id = ?", (first,))  # noqa: SLF001 - as somebody else might
    assert ask() == [row for row in told if row[0] != first]
    case._connection.execute("DELETE FROM pages")  # noqa: SLF001 - as adding them anew does
    assert ask() == []


def test_the_clauses_of_a_commitment_go_with_their_page():
    """They come back as they went in; a page that is read anew brings its own."""
    page = next(p for p in small_case.pile() if any(a.commitments for a in p.articles))
    found = next(a for a in page.articles if a.commitments)
    clause = Clause(
        text="it strikes", names=found.mentions[:1], events=found.events[:1], verbs=("strikes",), type="ASSAULT",
        subject="it", object=None, negative=False, vector=bytes(1536),
    )  # fmt: skip
    (told, *_) = found.commitments
    brought = ToldClause(commitment_id=told.id, text="it strikes", clause=clause)
    with Case.in_memory() as case:
        case.add(replace(page, articles=(replace(found, clauses=(brought,)),)))
        pledges = Followed(case._select, case._all, {}).pledges("id = ?", (told.id,))  # noqa: SLF001 - as the case asks
        assert [one.clauses for one in pledges] == [(("it strikes", clause),)]
        case._connection.execute("DELETE FROM pages")  # noqa: SLF001 - as adding it anew does
        assert list(case._select("SELECT * FROM clauses")) == []  # noqa: SLF001 - not for users
