"""What tells an article apart, in a few kilobytes: enough to find whatever it may be linked with.

It depends on the article alone, so it can be taken when the article is read and kept with it.
"""

import hashlib
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import date

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.lexicon import word_keys
from headwater.linking.answers import answers_report
from headwater.linking.retellings import VECTOR_SIZE
from headwater.linking.roles import Office, find_offices
from headwater.linking.sameness import Spelling, find_spellings
from headwater.linking.signatures import take_signature
from headwater.model import ActorKind, ArticleFindings, LinkKind, ZoneKind, digest

#: Words in a shingle. Five is what passim-like tools use for news.
SHINGLE_WORDS = 5
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
    #: True where it denies, confirms or takes back what others report, instead of telling news of its own.
    answers_report: bool
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
        """Its telling words, hashed, sorted: at most thirty names, numbers and others each."""
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
    zones = [zone for zone in article.zones if zone.kind in {ZoneKind.TITLE, ZoneKind.BODY}]
    texts = [article.text[zone.start : zone.end] for zone in zones]
    titles = [t for t, zone in zip(texts, zones, strict=True) if zone.kind is ZoneKind.TITLE]
    body = [t for t, zone in zip(texts, zones, strict=True) if zone.kind is ZoneKind.BODY]
    words, weights = take_signature(titles, body)
    actors = _actors(finding)
    return Fingerprint(
        article_id=article.id,
        outlet=article.outlet,
        outlet_name=article.outlet_name,
        title=article.title,
        published_from=article.published_from,
        published_to=article.published_to,
        text_key=_text_key(texts, finding),
        content_key=hashlib.sha256(_ENCODER.encode(finding)).hexdigest()[:32],
        answers_report=answers_report(finding),
        actors=actors,
        spellings=tuple(find_spellings(actors)),
        offices=find_offices(finding),
        packed_words=words.tobytes(),
        packed_weights=weights.tobytes(),
        packed_lead=_lead_vector(finding).tobytes(),
        packed_shingles=_shingles([key for text in texts for key in word_keys(text)]).tobytes(),
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
