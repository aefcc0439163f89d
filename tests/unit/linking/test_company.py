from small_pile import article, axis, leaning, says

from headwater.linking import take_fingerprint
from headwater.linking.company import Company


def prints(*tellings):
    return [take_fingerprint(article(f"Paper {n}", says(words, vector=vector), key=f"a{n}")) for n, (words, vector) in enumerate(tellings)]  # fmt: skip


RAID = "Riders of the Reeds fell on the granary at Ostrel, and its keeper Mira Sol fled to Kell"
FAIR = "The fair of Umber opened with a concert by Jory Vane, and Tarsen sold out of plums"


def test_articles_of_other_words_keep_the_same_company_where_a_third_is_near_both():
    """A short report that shares little with another is brought to it by the long ones between."""
    first, last = (
        ("Riders of the Reeds seen at Kell", leaning(0, 0.6, 1)),
        ("Granary at Ostrel fell", leaning(0, 0.6, 2)),
    )
    both = [(f"{RAID}, paper {n} says", axis(0)) for n in range(3)]
    alone, among = Company(prints(first, last)), Company(prints(first, last, *both))
    assert among.score("a0", "a1") > alone.score("a0", "a1") + 0.1


def test_articles_of_two_matters_keep_other_company():
    """What they share with none does not bring them together."""
    company = Company(prints(*((RAID, leaning(0, 0.9, n)) for n in (1, 2)), *((FAIR, leaning(9, 0.9, n)) for n in (3, 4))))  # fmt: skip
    assert company.score("a0", "a1") > 0.9
    assert company.score("a1", "a2") < 0.2


def test_neither_the_order_of_the_articles_nor_of_the_two_shows():
    """The score is that of the set."""
    pile = prints((RAID, axis(0)), (FAIR, axis(1)), (f"{RAID} {FAIR}", leaning(0, 0.7, 1)))
    one, other = Company(pile), Company(pile[::-1])
    pairs = [(a, b) for a in ("a0", "a1", "a2") for b in ("a0", "a1", "a2")]
    assert [one.score(*p) for p in pairs] == [other.score(*reversed(p)) for p in pairs]


def test_an_article_keeps_its_own_company():
    """Whole, and whoever else is there."""
    company = Company(prints((RAID, axis(0)), (FAIR, axis(1))))
    assert company.score("a0", "a0") == 1.0
