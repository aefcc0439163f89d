import pytest
from small_article import names, statements_of, texts

from headwater.model import Modality, Voice

# Each row: a headline, and what it says: who by the chain behind the page, and in which words.
_SAID = [
    ("Kiln was flooded on purpose, foreman claims", [(["foreman"], "Kiln was flooded on purpose")]),
    ("Kiln Was Flooded on Purpose, Foreman Claims", [(["Foreman"], "Kiln Was Flooded on Purpose")]),
    ("Junta says herders fled; herders put loss at nine goats", [(["Junta"], "herders fled"), ([], "herders put loss at nine goats")]),
    ("Harbour Chief Tells Skippers to Wait for Fog", [(["Harbour Chief"], "to Wait for Fog")]),
    ("Harbour Chief Warns Fog Will Close Quay", [(["Harbour Chief"], "Fog Will Close Quay")]),
    ("Potters say the kiln is safe", [(["Potters"], "the kiln is safe")]),
    ("Mayor: Fog to last; quay to close", [(["Mayor"], "Fog to last; quay to close")]),
    ("Fog to last until Monday – harbourmaster", [(["harbourmaster"], "Fog to last until Monday")]),
]  # fmt: skip
#: Headlines that are the outlet's own word, whatever verbs of saying they hold.
_OWN = [
    "Mali closes its airport",
    "Lorry accident claims two lives in Tema",
    "Skippers warned to stay in port",
    "Potters told to leave kiln",
    "New call for help after flood",
    "Kiln owner announces new partnership with potters",
    "Anger at report clearing the kiln owner",
    "The kiln burns in Tema, March 3. Photo: AFP",
    "The great fog: they lived through it",
    "What potters like Kofi Asante say about the kiln",
]


@pytest.mark.parametrize(("title", "said"), _SAID, ids=lambda row: str(row)[:40])
def test_a_headline_says_who_says_it(title, said):
    """What somebody surely says in a headline is his statement; the rest stays the outlet's."""
    found = [
        s for s in statements_of("A bus burned.", title=title) if s.content[0].end <= len(title)
    ]
    assert [(names(s), " ".join(texts(s.content))) for s in found] == said
    voices = [Voice.ATTRIBUTED if chain else Voice.HEADLINE for chain, _ in said]
    assert [s.voice for s in found] == voices


@pytest.mark.parametrize("title", _OWN)
def test_most_headlines_are_the_outlets_own(title):
    """A thing's verb, a participle and a noun are no verb of saying: the headline is one statement."""
    headline = statements_of("A bus burned.", title=title)[0]
    assert (headline.voice, headline.depth) == (Voice.HEADLINE, 0)


def test_what_a_headline_tells_somebody_to_do_is_asked_for():
    """ "Tells them to wait" is a request, in small letters or in capitals."""
    headline = statements_of("A bus burned.", title="Harbour Chief Tells Skippers to Wait")[0]
    assert headline.modality is Modality.REQUESTED


def test_a_headline_lends_no_speaker_to_the_body():
    """ "They" of the first sentence is not who speaks in the headline."""
    body = statements_of("They said the quay was closed.", title="Kiln is safe, potters say")[1]
    assert names(body) == [None]
