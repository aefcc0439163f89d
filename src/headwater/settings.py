"""Every dial Headwater has: name, unit, default and where the default came from.

One frozen class per room. A run's settings are stored with its case, so a case can always
say how it was made.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """Dials of ``headwater.pages``."""

    #: Bytes of one page, after decompression, above which it is refused. The longest of 181 measured news pages had 2.4 MB.
    max_page_bytes: int = 20_000_000
    #: Compressed to plain size above which a file is taken for a decompression bomb.
    max_inflation: int = 200
    #: Elements of an HTML page above which its plain paragraphs are taken, as the time of the extractor grows with the square of them. The most of 177 measured news pages were 6,066.
    max_html_elements: int = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconSettings:
    """Dials of ``headwater.lexicon``."""

    #: Actors laid over the shipped registry, each as a line of compiled JSON: what ``headwater.lexicon.read_added_actors`` gives. Held here whole, so that a case says how it was made and worker processes know them.
    actors: tuple[str, ...] = ()
    #: Places of a user's own beside those of the gazetteer, each as a line of JSON: what ``headwater.lexicon.gazetteer.read_added_places`` gives. Held here whole, for the same reasons.
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSettings:
    """Dials of ``headwater.language``."""

    #: Whether the models compute in fp32, nearly alike on every processor, which takes twice as long. In int8 a score differed by up to .14 between two processors, in fp32 by up to .000013.
    portable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkingSettings:
    """Dials of ``headwater.linking``."""

    #: Mean of word and lead similarity, 0 to 1, from which two groups of articles tell one story, whatever else.
    #: Tuned, with the next, on the relay set's dev half, the stories of ECB+ and the crisis pile.
    same_story: float = 0.55
    #: The same, from which articles belong to one storyline: claims are looked for, and cited reports found, across its stories.
    same_storyline: float = 0.38
    #: Likeness of two groups of one storyline as a share of that within the looser one, 0 to 1, from which they tell one story too.
    #: Tuned, with the next, on the relay set's dev half and the stories of ECB+.
    story_share: float = 0.79
    #: The same between a group and a single article.
    single_share: float = 0.82
    #: Likeness of two single articles that are each other's nearest, from which they tell one story.
    same_pair: float = 0.42
    #: Likeness of two groups of statements, cosine of what their storyline does not all say with what speaks for and against, from which they make one claim.
    #: Tuned on the relay set's dev half and seeds 002 and 003.
    same_claim: float = 0.592
    #: Mean cosine of trigger and consequence, with what speaks for it, from which two commitments of one issuer are one. Tuned on seeds 002 and 003.
    same_commitment: float = 0.6
    #: Likeness of two groups of tellings, a cosine with what speaks for and against (0 to 1.5), from which they are of one event.
    #: Tuned on seeds 002 and 003 and the crisis pile.
    same_event: float = 0.88
    #: Cosine of the vectors of two statements, 0 to 1, from which one may retell the other when their order agrees.
    retelling_cosine: float = 0.62
    #: Share of the shorter article's statements told in the same order, 0 to 1, from which it is a retelling.
    retelling_share: float = 0.4
    #: Share of an article's 5-word shingles found in another, 0 to 1, above which it copies it.
    copy_containment: float = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All dials of one run."""

    pages: PageSettings = field(default_factory=PageSettings)
    lexicon: LexiconSettings = field(default_factory=LexiconSettings)
    language: LanguageSettings = field(default_factory=LanguageSettings)
    linking: LinkingSettings = field(default_factory=LinkingSettings)
