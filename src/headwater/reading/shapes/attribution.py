"""What a shape finds."""

from dataclasses import dataclass

from headwater.reading.speakers import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution by token numbers of its sentence; ends are exclusive.

    ``relayers`` are those who hand the source on in the same sentence, the outermost first ("told
    OUTLET", "OUTLET reported, citing"). ``content`` is empty where only the act is reported.
    """

    source: Phrase | None
    cue: tuple[tuple[int, int], ...]
    cue_class: str
    cue_lemma: str
    content: tuple[tuple[int, int], ...]
    shape: str
    relayers: tuple[Phrase, ...] = ()
    relay_cue: str | None = None
    addressee: Phrase | None = None
    channel: str | None = None
    nested: tuple["Attribution", ...] = ()
    #: Whether the language engine found it and no rule did, how sure it is (0 to 1), and whether
    #: its content is an infinitive.
    by_engine: bool = False
    sure: float = 1.0
    is_order: bool = False

    @property
    def relayer(self) -> Phrase | None:
        """The outermost of those who hand the source on."""
        return self.relayers[0] if self.relayers else None
