"""What tells an article apart, in a few kilobytes: enough to find whatever it may be linked with.

It depends on the article alone, so it can be taken when the article is read and kept with it.
"""

import hashlib
import math
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.lexicon import word_keys, word_weights
from headwater.linking.retellings import VECTOR_SIZE
from headwater.linking.roles import Office, find_offices
from headwater.linking.sameness import Spelling, find_spellings
from headwater.model import ActorKind, ArticleFindings, LinkKind, ZoneKind, digest

#: Words in a shingle. Five is what passim-like tools use for news.
SHINGLE_WORDS = 5
#: Words that tell an article apart: the heaviest of its TF-IDF weights.
_SIGNATURE = 60
#: Statements that make the lead of an article.
_LEAD = 6
_KIND_OF_LINK = {
    LinkKind.OUTLET: ActorKind.OUTLET,
    LinkKind.AGENCY: ActorKind.AGENCY,
    LinkKind.PERSON: ActorKind.PERSON,
    LinkKind.UNNAMED: ActorKind.UNNAMED,
    LinkKind.GROUP: ActorKind.GROUP,
    LinkKind.ORGANISATION: ActorKind.ORGANISATION,
    LinkKind.DOCUMENT: ActorKind.ORGANISATION,
}
_STOP = frozenset(
    "the a an of in on at to for from with by and or but that this these those is are was were be been has have had will would it its he she they his her "
    "their as not who which said says say also after before into over about than more new one two been up out there when while were him them if".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """One article as linking first sees it. Arrays are kept as bytes, and given as arrays."""

    article_id: str
    outlet: str | None
    outlet_name: str | None
    title: str | None
    published_from: date | None
    published_to: date | None
    #: Stands for title, body and what was read in them; the same for articles of one text.
    text_key: str
    #: Stands for all that was found in the article: what links it has follows from that.
    content_key: str
    #: Its actors: id, name as written, kind, how often.
    actors: tuple[tuple[str, str, ActorKind, int], ...]
    #: Names of actors that only the pile knows, by what all spellings of each have in common: kind, first and
    #: last word by their sounds, name, actor id.
    spellings: tuple[Spelling, ...]
    #: Offices that it says somebody holds or held: actor id, title, body, since, until.
    offices: tuple[Office, ...]
    packed_words: bytes
    packed_weights: bytes
    packed_lead: bytes
    packed_shingles: bytes

    @property
    def words(self) -> npt.NDArray[np.uint64]:
        """Up to 60 telling words, hashed, sorted."""
        return np.frombuffer(self.packed_words, dtype=np.uint64)

    @property
    def weights(self) -> npt.NDArray[np.float64]:
        """Their weights; the squares add up to 1."""
        return np.frombuffer(self.packed_weights, dtype=np.float64)

    @property
    def lead(self) -> npt.NDArray[np.float32]:
        """The mean of the vectors of the first statements, of length 1; zeros if there are none."""
        return np.frombuffer(self.packed_lead, dtype=np.float32)

    @property
    def shingles(self) -> npt.NDArray[np.uint32]:
        """The hashed five-word runs of title and body, each once, sorted."""
        return np.frombuffer(self.packed_shingles, dtype=np.uint32)

    def pack(self) -> bytes:
        """Give the bytes to keep."""
        return msgspec.msgpack.encode(self)

    @classmethod
    def unpack(cls, packed: bytes) -> "Fingerprint":
        """Give the fingerprint that was packed into these bytes."""
        return _DECODER.decode(packed)


def take_fingerprint(finding: ArticleFindings) -> Fingerprint:
    """Take the fingerprint of an article."""
    article = finding.article
    zones = [
        article.text[zone.start : zone.end]
        for zone in article.zones
        if zone.kind in {ZoneKind.TITLE, ZoneKind.BODY}
    ]
    keys = [key for zone in zones for key in word_keys(zone)]
    words, weights = _signature(keys)
    actors = _actors(finding)
    return Fingerprint(
        article_id=article.id,
        outlet=article.outlet,
        outlet_name=article.outlet_name,
        title=article.title,
        published_from=article.published_from,
        published_to=article.published_to,
        text_key=_text_key(zones, finding),
        content_key=hashlib.sha256(_ENCODER.encode(finding)).hexdigest()[:32],
        actors=actors,
        spellings=tuple(find_spellings(actors)),
        offices=find_offices(finding),
        packed_words=words.tobytes(),
        packed_weights=weights.tobytes(),
        packed_lead=_lead_vector(finding).tobytes(),
        packed_shingles=_shingles(keys).tobytes(),
    )


def _actors(finding: ArticleFindings) -> tuple[tuple[str, str, ActorKind, int], ...]:
    """Every actor mentioned or spoken through; what an actor is, its first naming says."""
    seen: Counter[tuple[str, str]] = Counter()
    kinds: dict[str, ActorKind] = {}
    for mention in finding.mentions:
        seen[mention.actor_id, mention.text] += 1
        kinds.setdefault(mention.actor_id, mention.type)
    for link in (link for s in finding.statements for link in s.chain):
        if link.actor_id and link.name:
            seen[link.actor_id, link.name] += 1
            kinds.setdefault(link.actor_id, _KIND_OF_LINK[link.kind])
    return tuple((key, name, kinds[key], count) for (key, name), count in sorted(seen.items()))


def _text_key(zones: list[str], finding: ArticleFindings) -> str:
    said = [f"{s.voice}{s.words}" for s in finding.statements]
    return digest(*(" ".join(zone.split()) for zone in zones), "said", *said)


def _signature(keys: list[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.float64]]:
    """The heaviest words of a text and their weights, in the order of their hashes."""
    counts = Counter(key for key in keys if key not in _STOP and len(key) > 1)
    weigh = word_weights().weight
    weights = {word: (1 + math.log(count)) * weigh(word) for word, count in counts.items()}
    heaviest = sorted(weights.items(), key=lambda x: (-x[1], x[0]))[:_SIGNATURE]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    hashed = sorted((_hash(word), weight / length) for word, weight in heaviest)
    return (
        np.array([word for word, _ in hashed], dtype=np.uint64),
        np.array([weight for _, weight in hashed], dtype=np.float64),
    )


@lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _shingles(keys: list[str]) -> npt.NDArray[np.uint32]:
    runs = (
        " ".join(keys[i : i + SHINGLE_WORDS])
        for i in range(max(1, len(keys) - SHINGLE_WORDS + 1))
    )
    return np.unique(np.fromiter((zlib.crc32(run.encode()) for run in runs), dtype=np.uint32))


def _lead_vector(finding: ArticleFindings) -> npt.NDArray[np.float32]:
    vectors = [np.frombuffer(v, dtype=np.float32) for v in finding.vectors[:_LEAD] if v]
    if not vectors:
        return np.zeros(VECTOR_SIZE, dtype=np.float32)
    mean = np.mean(vectors, axis=0)
    return np.asarray(mean / (np.linalg.norm(mean) or 1.0), dtype=np.float32)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Fingerprint)
