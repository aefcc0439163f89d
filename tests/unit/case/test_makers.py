import small_case

from headwater.case import Case
from headwater.settings import Settings

OLD, NEW = {"arithmetic": "int8"}, {"arithmetic": "portable"}


def has(case, findings):
    """Whether a run would pass a page over, under the name it has or under another."""
    page = findings.page
    return case.has_page(page.sha256, page.name) or case.add_name(page.sha256, "z.txt")


def begun(case, made_by, *pages):
    case.begin(made_by=made_by)
    for page in pages:
        case.add(page)
    return case


def test_what_another_maker_read_is_read_anew():
    """A page counts as had only for the maker that read it, and for that one from then on."""
    agency = small_case.agency_page()
    with Case.in_memory() as case:
        assert has(begun(case, OLD, agency), agency)
        assert has(begun(case, OLD), agency)
        assert not has(begun(case, NEW), agency)
        assert has(begun(case, NEW, agency), agency)
        assert not has(begun(case, OLD), agency)


def test_another_version_is_another_maker(monkeypatch):
    """With everything else the same, a new Headwater reads anew."""
    agency = small_case.agency_page()
    with Case.in_memory() as case:
        begun(case, OLD, agency)
        monkeypatch.setattr("importlib.metadata.version", lambda _: "9.9")
        assert not has(begun(case, OLD), agency)


def test_a_page_of_a_killed_run_is_told_apart(tmp_path):
    """A run that never sealed its case has still left word of who read."""
    agency, paper = small_case.agency_page(), small_case.paper_page()
    with Case.create(tmp_path / "pile.hw") as case:
        begun(case, OLD, agency)
    with Case.open(tmp_path / "pile.hw", write=True) as case:
        begun(case, NEW, paper)
        assert (has(case, agency), has(case, paper)) == (False, True)


def test_a_killed_run_in_between_is_not_taken_for_the_one_that_sealed(tmp_path):
    """What a killed run read in a sealed case is stale for the maker that had sealed it."""
    agency, paper = small_case.agency_page(), small_case.paper_page()
    with Case.create(tmp_path / "pile.hw") as case:
        begun(case, OLD, agency, paper).seal(settings=Settings(), made_by=OLD)
        begun(case, NEW, agency)
    with Case.open(tmp_path / "pile.hw", write=True) as case:
        assert not has(begun(case, OLD), agency)


def test_a_case_of_an_unknown_maker_is_read_anew():
    """A case from before makers were noted, or filled by hand, is nobody's."""
    agency = small_case.agency_page()
    with Case.in_memory() as case:
        case.add(agency)
        assert not has(begun(case, OLD), agency)


def test_stale_pages_are_counted_until_they_come_again():
    """The manifest never passes for one maker's what another read."""
    pages = small_case.pile()
    with Case.in_memory() as case:
        counts = []
        for made_by, new in ((OLD, pages), (NEW, pages[:1]), (NEW, pages[1:])):
            begun(case, made_by, *new)
            case.seal(settings=Settings(), made_by=made_by)
            counts.append(case.manifest()["stale_pages"])
        assert counts == [0, 2, 0]


def test_under_a_later_name_a_stale_page_stays_stale():
    """Of the same bytes the first name speaks: until it comes, the page is not read anew."""
    agency = small_case.agency_page()
    with Case.in_memory() as case:
        begun(case, OLD, agency)
        page = small_case.page("z.txt", small_case.AGENCY)
        begun(case, NEW, small_case.PageFindings(page=page))
        assert case.pages()[0].names == ("a/agency.txt", "z.txt")
        assert not has(case, agency)
