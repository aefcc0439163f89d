from headwater.faces.cli.tables import chain_words
from headwater.model import Basis, ChainLink, LinkKind


def nameless(name, text):
    return ChainLink(
        position=1, actor_id=None, name=name, kind=LinkKind.UNNAMED, basis=Basis.EXPLICIT, text=text
    )  # fmt: skip


def test_a_source_without_a_name_is_shown_by_the_words_of_the_page():
    """What the page says of it stands in marks; where that is an adjective, with whom it describes."""
    assert chain_words([nameless("two officials", "They")], None) == "“They”"
    assert (
        chain_words([nameless("somebody regional", "regional")], None) == "“somebody regional”"
    )
    assert chain_words([nameless(None, None)], None) == "“somebody”"
