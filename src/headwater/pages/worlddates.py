"""Days written out in the languages of the world's news: "2 de abril de 2020", "2020年7月3日"."""

import re
from collections.abc import Iterator
from datetime import date

#: Heads of the month names, casefolded; a name belongs to the longest head that it begins with.
_MONTH_HEADS = (
    "jan janv ene gen янв січ sty oca يناير جانفي كانونالثاني ינואר",
    "feb fév fev فبراير فيفري شباط фев лют lut şub ubat פברואר",
    "mar mär maa مارس آذار бер мар מרץ מרס",
    "apr avr abr أبريل ابريل إبريل أفريل نيسان апр кві kwi nis אפריל",
    "may mai mag maj mei مايو ماي أيار май мая тра מאי",
    "jun juin giu يونيو جوان حزيران июн чер cze haz יוני",
    "jul juil lug يوليو جويلية تموز июл лип lip tem יולי",
    "aug aoû aou ago agu أغسطس اغسطس أوت آب авг сер sie ağu אוגוסט",
    "sep set سبتمبر أيلول сен вер wrz eyl ספטמבר",
    "oct okt out ott أكتوبر اكتوبر تشرينالأول окт жов paź eki אוקטובר",
    "nov نوفمبر تشرينالثاني ноя лис lis kas נובמבר",
    "dec dez dic déc des ديسمبر كانونالأول дек гру gru ara דצמבר",
)
_MONTH_OF = {head: n for n, heads in enumerate(_MONTH_HEADS, start=1) for head in heads.split()}
_LONGEST_HEAD = max(map(len, _MONTH_OF))
_TWO_WORDS = re.compile(r"(كانون|تشرين) (الثاني|الأول|الاول)")
_WORDS = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\.|º|er)?,?\s+(?:de\s+|ב)?(?P<month>[^\W\d_]{2,14})\.?"
    r"(?:\s*/\s*[^\W\d_]{2,14})?,?\s+(?:del?\s+)?(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_EAST = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
)
_DIGITS = {ord(other) + n: str(n) for other in "٠۰०০０" for n in range(10)}


def find_days_abroad(text: str) -> Iterator[tuple[date, str]]:
    """Yield the full dates of a text with the words that give them, left to right."""
    text = _TWO_WORDS.sub(lambda m: (m.group(1) + m.group(2)).replace("الاول", "الأول"), text)
    text = text.translate(_DIGITS)
    found = [*_WORDS.finditer(text), *_EAST.finditer(text)]
    for match in sorted(found, key=re.Match.start):
        if day := _day_of(match):
            yield day, match.group()


def _day_of(match: re.Match[str]) -> date | None:
    month = _month_of(match["month"])
    try:
        return date(int(match["year"]), month, int(match["day"])) if month else None
    except ValueError:
        return None


def _month_of(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    word = word.casefold()
    heads = (word[:size] for size in range(min(len(word), _LONGEST_HEAD), 1, -1))
    return next((_MONTH_OF[head] for head in heads if head in _MONTH_OF), None)
