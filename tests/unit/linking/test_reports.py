from small_pile import article, day, one_storyline, paper, says

from headwater.lexicon import outlet_id
from headwater.linking import gather_reports, trace_derivations
from headwater.linking.reports import ghost_report_id, held_report_id
from headwater.settings import LinkingSettings

WIRE = article("Nightwater Wire", key="wire", lead=("Fog.",), day=day(4))
POST = article("Quill Post", says("two piers are shut", paper("Nightwater Wire")), key="post")
GAZETTE = article(
    "Marsh Gazette", says("the quay is closed", paper("Vanmere Ledger")), key="gaz"
)
LEDGER = outlet_id("Vanmere Ledger")


def reports(*findings):
    derivations = trace_derivations(findings, one_storyline(*findings), LinkingSettings())
    return {r.id: r for r in gather_reports(findings, derivations)}


def test_every_article_is_a_report_held():
    """A held report has its article, its outlet and day, and who draws on it."""
    wire = reports(WIRE, POST, GAZETTE)[held_report_id("wire")]
    assert (wire.article_id, wire.outlet_name, wire.published_from) == (
        "wire",
        "Nightwater Wire",
        day(4),
    )
    assert wire.cited_by == ("post",)


def test_a_ghost_is_listed_once_with_all_who_cite_it():
    """Two pages that cite one report nobody holds make one ghost of it."""
    other = article("Quill Post", says("a crane fell", paper("Vanmere Ledger")), key="other")
    found = reports(GAZETTE, other)
    ghost = found[ghost_report_id(LEDGER, "line")]
    assert len(found) == 3
    assert (ghost.article_id, ghost.outlet, ghost.outlet_name) == (
        None,
        LEDGER,
        "Vanmere Ledger",
    )
    assert ghost.cited_by == ("gaz", "other")


def test_a_ghost_has_the_days_between_which_it_came_out():
    """Not later than the page that cites it."""
    dated = article("Quill Post", says("a crane fell", paper("Vanmere Ledger")), day=day(5))
    ghost = reports(dated)[ghost_report_id(LEDGER, "line")]
    assert (ghost.published_from, ghost.published_to) == (None, day(5))


def test_reports_come_by_id():
    """The order of the articles does not show."""
    assert list(reports(WIRE, POST, GAZETTE)) == sorted(reports(GAZETTE, POST, WIRE))


def test_an_outlet_nobody_knows_is_called_so():
    """A page that does not say who publishes it is the report of an unknown outlet."""
    (report,) = reports(article(None, key="x", lead=("Fog.",))).values()
    assert (report.outlet, report.outlet_name) == (None, "unknown outlet")
