"""What the pile reports of a commitment already."""

from collections.abc import Collection, Iterable
from typing import Final

from headwater.case.following import OF_IDS, Follow, Followed, Select, ids_json
from headwater.case.supposing.weighing import Supposes
from headwater.model import FateState, Pledge

#: Articles that are read to see whether a trigger is reported already: bounds the time, some 3 ms each.
_MOST_ARTICLES: Final = 100
#: Letters by which a name is looked for, as "Brenmar" may stand for "Brenmari".
_SHORT_STEM: Final = 4


class Already:
    """Tells what became of commitments, by the articles that hold what their passages need."""

    def __init__(
        self, select: Select, followed: Followed, supposes: Supposes, follow: Follow
    ) -> None:
        self._select, self._followed = select, followed
        self._supposes, self._follow = supposes, follow

    def states(self, keys: Collection[str]) -> dict[str, FateState | None]:
        """Give what the pile reports of commitments already; None where too many articles would have to be read."""
        group = self._followed.pledges(f"coalesce(same_as, id) {OF_IDS}", (ids_json(keys),))
        telling = {key: self._articles_that_tell(key, group) for key in keys}
        known = [key for key in sorted(keys) if len(telling[key]) <= _MOST_ARTICLES]
        articles = self._followed.taking_back.union(*(telling[key] for key in known))
        own = [p for p in group if p.key in known]
        fates = self._followed.fates(own, self._follow, articles) if own else ()
        return dict.fromkeys(keys) | {fate.commitment_id: fate.state for fate in fates}

    def _articles_that_tell(self, key: str, group: Iterable[Pledge]) -> frozenset[str]:
        parts = (part for p in group if p.key == key for part in (p.trigger, p.consequence))
        texts = {part.text for part in parts if part}
        return frozenset[str]().union(*(self._articles_of(text) for text in sorted(texts)))

    def _articles_of(self, text: str) -> frozenset[str]:
        """Give the articles that hold all that a passage needs to tell of these words."""
        found: frozenset[str] | None = None
        for actor, words in self._supposes.needs(text):
            query = " AND ".join(f'"{word[:_SHORT_STEM]}"*' for word in words)
            rows = self._select(
                "SELECT a.id FROM articles_fts f JOIN articles a ON a.rowid = f.rowid WHERE articles_fts MATCH ?"
                " UNION SELECT article_id FROM mentions WHERE actor_id = ?",
                (query, actor),
            )
            here = frozenset(key for (key,) in rows)
            found = here if found is None else found & here
        return found or frozenset()
