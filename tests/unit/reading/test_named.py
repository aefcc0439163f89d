"""Whether a name in a phrase is who speaks. The texts are our own, invented."""

import pytest
from small_article import names, said_in


@pytest.mark.parametrize(
    "source",
    [
        "A lawyer for Lena Holt",
        "The brother of Lena Holt",
        "A spokesman for President Kemal Orsk",
        "Lena Holt's lawyer",
        "A letter to Lena Holt",
        "The indictment against Pavel Orsk",
        "A biography of Lena Holt",
    ],
)
def test_nobody_speaks_through_those_who_are_called_his(source):
    """His lawyer, his brother and what is written of him have a chain of their own."""
    (said,) = said_in(f"{source} said that the mill was sold.")
    (name,) = names(said)
    assert name.casefold() == source.removeprefix("A ").removeprefix("The ").casefold()


@pytest.mark.parametrize(
    "source",
    [
        "The actor Lena Holt",
        "Chief of Staff Lena Holt",
        "Barton station manager Lena Holt",
        "A letter from Lena Holt",
        "Lena Holt's letter",
        "A statement on behalf of Lena Holt",
        "Lena Holt, a lawyer for Pavel Orsk,",
        "Pavel Orsk's lawyer, Lena Holt,",
    ],
)
def test_who_is_named_beside_his_office_or_his_letter_speaks(source):
    """A title, a letter from somebody and a name set off by commas are whose name they hold."""
    (said,) = said_in(f"{source} said that the mill was sold.")
    assert names(said) == ["Lena Holt"]
