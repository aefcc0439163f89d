from datetime import date

import pytest

from headwater.pages.worlddates import find_days_abroad


@pytest.mark.parametrize(
    "words",
    [
        "viernes 17 de mayo de 2024",
        "vendredi 17 mai 2024",
        "Freitag, 17. Mai 2024",
        "17 maggio 2024, 10:30",
        "17 de maio de 2024",
        "17 mei 2024",
        "17 мая 2024",
        "17 травня 2024",
        "17 maja 2024",
        "17 Mayıs 2024 Cuma",
        "الجمعة 17 مايو 2024",
        "١٧ أيار / مايو ٢٠٢٤",
        "17 במאי 2024",
        "2024年5月17日 | 金",
        "2024년 5월 17일",
    ],
)
def test_a_day_written_out_is_read_in_many_languages(words):
    """News is dated in its own language."""
    assert [day for day, _ in find_days_abroad(words)] == [date(2024, 5, 17)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2 كانون الثاني 2024", date(2024, 1, 2)),
        ("2 كانون الأول 2024", date(2024, 12, 2)),
        ("2 تشرين الاول 2024", date(2024, 10, 2)),
        ("1er août 2024", date(2024, 8, 1)),
        ("3 июля 2024", date(2024, 7, 3)),
        ("3 июня 2024", date(2024, 6, 3)),
        ("3 marzo 2024", date(2024, 3, 3)),
        ("3 mars 2024", date(2024, 3, 3)),
        ("3 lipca 2024", date(2024, 7, 3)),
        ("3 listopada 2024", date(2024, 11, 3)),
    ],
)
def test_months_that_look_alike_are_told_apart(words, day):
    """The longest known head of a month's name decides."""
    assert [found for found, _ in find_days_abroad(words)] == [day]


@pytest.mark.parametrize(
    "words", ["31 de febrero de 2024", "40 mai 2024", "17 tons 2024", "2024"]
)
def test_what_is_no_day_is_not_read(words):
    """Days that do not exist, and words that are no months, give nothing."""
    assert list(find_days_abroad(words)) == []
