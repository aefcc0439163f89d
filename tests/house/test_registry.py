"""The registry is what its sources say, as much as is promised, and holds to its own rules."""

import re
from collections import Counter
from pathlib import Path

import pytest

from headwater.errors import BadResource
from headwater.lexicon import compile as compiler
from headwater.lexicon import fold_name, read_added_actors, registry
from headwater.lexicon.gazetteer import gazetteer
from headwater.model import ActorKind

ROOT = Path(__file__).parents[2]
_COMPILED = ROOT / "src" / "headwater" / "lexicon"
_ENTRIES = tuple(registry().entries.values())
_MEMBERS = (
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ "
    "EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK "
    "LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD "
    "SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW"
).split()
#: Two letters that are never anything else in news.
_STRONG_PAIRS = {"AP", "DW", "EC", "EU", "FT", "G7", "UK", "UN", "US"}
#: Offices that one person holds.
_SINGLE = {"chancellor", "king", "premier", "president", "prime minister"}
#: States that are their own capital.
_CITY_STATES = {"SG"}
_DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """Compile ``resources/`` as the command does, into a folder of its own: exit code and folder."""
    root = tmp_path_factory.mktemp("compiled")
    (root / "resources").symlink_to(ROOT / "resources")
    folder = root / "src" / "headwater" / "lexicon"
    folder.joinpath("gazetteer").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiler, "__file__", str(folder / "compile.py"))
        return compiler.main(), folder


def _of(*kinds):
    return [entry for entry in _ENTRIES if entry.kind in kinds]


@pytest.mark.parametrize(
    "name",
    [
        "bearing.json",
        "coding.json",
        "commitments.json",
        "gazetteer/places.json",
        "indicators/starter.json",
        "names.json",
        "numbers.json",
        "registry.json",
        "shades.json",
        "spellings.json",
        "ties.json",
        "words.json",
    ],
)
def test_the_compiled_files_are_current(compiled, name):
    """What is committed is what ``python -m headwater.lexicon.compile`` writes, byte for byte."""
    assert (compiled[1] / name).read_bytes() == (_COMPILED / name).read_bytes()


def test_the_registry_has_no_faults(compiled):
    """Compiling complains of nothing: no orphan id, no strong name with two owners, no role that ends first."""
    assert compiled[0] == 0
    assert compiler.find_faults(_ENTRIES) == []


@pytest.mark.parametrize(
    ("kinds", "promised"),
    [
        ((ActorKind.OUTLET, ActorKind.AGENCY), 250),
        ((ActorKind.AGENCY,), 50),
        ((ActorKind.ARMED_GROUP, ActorKind.STATE_ORGAN), 150),
        ((ActorKind.ARMED_GROUP,), 100),
        ((ActorKind.STATE,), 193),
    ],
)
def test_there_are_as_many_actors_as_promised(kinds, promised):
    """Outlets and agencies, armed groups and organs, and states: never fewer than the README's promise."""
    assert len(_of(*kinds)) >= promised


def test_there_are_people_with_dated_offices():
    """Two hundred people and more have a role that says from when or until when."""
    dated = [p for p in _of(ActorKind.PERSON) if any(role.from_ or role.to for role in p.roles)]
    assert len(dated) >= 200


def test_every_member_of_the_united_nations_is_there_with_its_capital():
    """All 193 are states of the registry, and each has a city that stands for it."""
    assert len(set(_MEMBERS)) == 193
    assert [
        code for code in _MEMBERS if f"state/{code.lower()}" not in registry().entries
    ] == []
    capitals = {entry.capital_of for entry in _ENTRIES}
    assert [
        c for c in _MEMBERS if c not in _CITY_STATES and f"state/{c.lower()}" not in capitals
    ] == []


def test_states_have_demonyms():
    """Every member state knows what its people are called, so that "Kenyan officials" leads to Kenya."""
    members = [registry().entries[f"state/{code.lower()}"] for code in _MEMBERS]
    without = [
        s.id for s in members if not any(f.how in {"demonym", "adjective"} for f in s.forms)
    ]
    assert without == []


def test_every_entry_says_where_it_comes_from():
    """No line of the registry is without a source."""
    assert [entry.id for entry in _ENTRIES if not entry.src.strip()] == []


def test_a_place_checked_against_geonames_is_there():
    """What a line says of GeoNames holds: a place of that name, in that country, in the file that ships."""
    checked = [entry for entry in _ENTRIES if "against GeoNames" in entry.src]
    assert len(checked) > 500
    assert [entry.id for entry in checked if not _is_in_geonames(entry)] == []


def _is_in_geonames(entry):
    """Tell whether GeoNames has the name, or what stands before its comma, in the country of the entry."""
    found = (*gazetteer().find(entry.name), *gazetteer().find(entry.name.rpartition(", ")[0]))
    return any(site.table == "geonames" and site.country == entry.country for site in found)


def test_a_state_checked_against_iso_is_called_by_its_code():
    """The code that the list was asked for is that of the id and of the country."""
    checked = [entry for entry in _ENTRIES if "against ISO 3166-1" in entry.src]
    assert len(checked) > 190
    assert [e.id for e in checked if e.id != f"state/{e.country.lower()}"] == []


def test_names_are_names():
    """Every form has two letters or digits at least, and something to compare; edges hold no white space."""
    bad = [
        (entry.id, form.text)
        for entry in _ENTRIES
        for form in entry.forms
        if len(form.text) < 2 or not fold_name(form.text) or form.text != form.text.strip()
    ]
    assert bad == []


def test_short_latin_forms_are_weak():
    """Two Latin letters name nobody by themselves, save a few that the world agrees on."""
    strong = {
        form.text
        for entry in _ENTRIES
        for form in entry.forms
        if len(form.text) == 2 and form.text.isascii() and not form.weak
    }
    assert strong <= _STRONG_PAIRS


def test_dates_of_offices_are_dates():
    """A year, a month or a day, in ISO order."""
    dates = [
        d for entry in _ENTRIES for role in entry.roles for d in (role.from_, role.to) if d
    ]
    assert dates
    assert [d for d in dates if not _DATE.fullmatch(d)] == []


def test_a_state_has_one_holder_of_an_office_at_a_time():
    """Whoever is entered as president, king or head of a government ends the term of the one before."""
    holding = Counter(
        (role.org, role.title)
        for entry in _of(ActorKind.PERSON)
        for role in entry.roles
        if role.title in _SINGLE and role.org.startswith("state/") and not role.to
    )
    assert len(holding) > 100
    assert [office for office, holders in holding.items() if holders > 1] == []


def test_contexts_and_forms_are_of_the_closed_lists():
    """What supports a weak form is an id of the registry or a country's, and "how" is a word of the glossary."""
    how = "name translit acronym translation nickname short former native demonym adjective metonym".split()
    forms = [(entry.id, form) for entry in _ENTRIES for form in entry.forms]
    assert [(key, f.how) for key, f in forms if f.how not in how] == []
    assert [
        (key, c) for key, f in forms for c in f.context if c not in registry().entries
    ] == []


def test_ids_say_their_kind_and_are_slugs():
    """``kind/slug``, in small letters and digits."""
    assert [
        e.id for e in _ENTRIES if not re.fullmatch(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*", e.id)
    ] == []


def test_a_domain_belongs_to_one_outlet():
    """No host leads to two outlets, and each is a bare host name in small letters."""
    owners = Counter(domain for entry in _ENTRIES for domain in entry.domains)
    assert [d for d, n in owners.items() if n > 1] == []
    assert [
        d
        for d in owners
        if not re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", d) or d.startswith("www.")
    ] == []


def test_the_users_file_in_the_documents_is_in_order(tmp_path):
    """What docs/registry.md shows as a file of one's own is read as it stands, and the slip it shows is told so."""
    page = (ROOT / "docs" / "registry.md").read_text("utf-8")
    (content,) = re.findall(r"```yaml\n# harbour\.yml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "harbour.yml"
    path.write_text(content, encoding="utf-8")
    assert len(read_added_actors([path])) == 4
    path.write_text(content.replace("[Tide newspaper]", "[Ilsa Dorn]"), encoding="utf-8")
    with pytest.raises(BadResource) as refused:
        read_added_actors([path])
    told = f"BadResource: {refused.value}".replace(str(path), "harbour.yml")
    assert "\n".join(f"      {line}".rstrip() for line in told.splitlines()) in page
