"""What a shape finds."""

from dataclasses import dataclass

from headwater.reading.speakers import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution by token numbers of its sentence; ends are exclusive.

    ``relayer`` is whoever hands the source on in the same sentence ("told OUTLET", "OUTLET
    reported, citing"). ``content`` is empty where only the act is reported.
    """

    source: Phrase | None
    cue: tuple[tuple[int, int], ...]
    cue_class: str
    cue_lemma: str
    content: tuple[tuple[int, int], ...]
    shape: str
    relayer: Phrase | None = None
    relay_cue: str | None = None
    addressee: Phrase | None = None
    channel: str | None = None
    nested: tuple["Attribution", ...] = ()
    #: Whether the language engine found it and no rule did, how sure it is (0 to 1), and whether
    #: its content is an infinitive.
    by_engine: bool = False
    sure: float = 1.0
    is_order: bool = False
