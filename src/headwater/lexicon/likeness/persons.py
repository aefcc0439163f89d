"""Whether two names are one person's: given name, what stands between, family name."""

from headwater.lexicon.fold import fold_word
from headwater.lexicon.likeness.chinese import is_same_chinese
from headwater.lexicon.likeness.parts import Part, Parts, is_same_part, split_person
from headwater.lexicon.likeness.sounds import is_same_frame, is_same_word, latin
from headwater.lexicon.likeness.verdict import Likeness, different, same, unclear

#: Letters from which on words that are only parted otherwise are one name.
_LONG_ENOUGH = 8
#: Words that a name may leave out: a second given name and a second family name, or two fathers.
_MAY_LACK = 2


def compare_persons(one: str, other: str) -> Likeness:
    """Compare two persons' names word for word. Order of the two does not matter."""
    short, long = sorted((split_person(one), split_person(other)), key=_by_length)
    if not short.words:
        return unclear("no word of a name")
    if short.suffix and long.suffix and short.suffix != long.suffix:
        return different(f"{short.suffix} is not {long.suffix}")
    verdict = _compare(short, long)
    if short.suffix != long.suffix and verdict == same(*verdict.reasons):
        return unclear(*verdict.reasons, f"only one is {short.suffix or long.suffix}")
    return verdict


def _by_length(parts: Parts) -> tuple[int, tuple[str, ...]]:
    return len(parts.words), tuple(part.text for part in parts.words)


def _compare(short: Parts, long: Parts) -> Likeness:
    mine, theirs = short.words, long.words
    if len(mine) == len(theirs) and all(map(is_same_part, mine, theirs)):
        if len(mine) == 1 and mine[0].marks != theirs[0].marks:
            return unclear(f"{mine[0].text} may have a given name before it")
        return _of_whole(mine, theirs)
    if _is_parted_otherwise(mine, theirs):
        return same("one name, its words joined otherwise")
    if is_same_chinese(_letters(mine), _letters(theirs)):
        return same("the same syllables, in Pinyin and in Wade-Giles")
    if len(mine) == 1:
        return _of_single(mine[0], theirs)
    if len(mine) == len(theirs):
        return _of_equal_length(mine, theirs)
    return _of_shortened(short, long)


def _of_whole(mine: tuple[Part, ...], theirs: tuple[Part, ...]) -> Likeness:
    """Two initials tell as much as a given name; one does not."""
    pairs = list(zip(mine, theirs, strict=True))
    guessed = [(a, b) for a, b in pairs if a.is_initial != b.is_initial]
    given_is_guessed = pairs[0] in guessed and len(guessed) < 2
    if given_is_guessed or pairs[-1] in guessed:
        return unclear("an initial is all there is of the given name")
    return same(*(_told(a, b) for a, b in pairs))


def _told(one: Part, other: Part) -> str:
    if fold_word(one.text) == fold_word(other.text):
        dropped = ", article dropped" if one.article != other.article else ""
        return f"{one.text}{dropped}"
    if one.is_initial or other.is_initial:
        return f"{one.text} = {other.text}, an initial"
    return f"{one.text} = {other.text}, another spelling"


def _is_parted_otherwise(mine: tuple[Part, ...], theirs: tuple[Part, ...]) -> bool:
    """Tell "Ying-wen" for "Yingwen": the words are the same run of letters."""
    if len(mine) == len(theirs) or any(p.kunya for p in (*mine, *theirs)):
        return False
    runs = ["".join(fold_word(part.text) for part in parts) for parts in (mine, theirs)]
    return min(map(len, runs)) >= _LONG_ENOUGH and is_same_word(*runs)


def _letters(words: tuple[Part, ...]) -> list[str]:
    return [latin(fold_word(part.text)).lower() for part in words]


def _of_single(word: Part, theirs: tuple[Part, ...]) -> Likeness:
    if any(is_same_part(word, part) for part in theirs):
        return unclear(f"{word.text} alone may be another's")
    return different(f"{word.text} is no word of the other")


def _of_equal_length(mine: tuple[Part, ...], theirs: tuple[Part, ...]) -> Likeness:
    if _is_turned(mine, theirs):
        if any(part.is_common_given for part in mine) or any(
            p.is_initial for p in (*mine, *theirs)
        ):
            return unclear("the same words in another order, which may be another's name")
        return same("the same words, family name first")
    wrong = [(a, b) for a, b in zip(mine, theirs, strict=True) if not is_same_part(a, b)]
    middle = list(zip(mine, theirs, strict=True))[1:-1]
    if len(wrong) == 1 and wrong[0] in middle and is_same_frame(*(p.text for p in wrong[0])):
        return same("first and last name, and the consonants of the one between")
    return different(*(f"{a.text} is not {b.text}" for a, b in wrong))


def _is_turned(mine: tuple[Part, ...], theirs: tuple[Part, ...]) -> bool:
    """Tell whether the last word of one is the first of the other, and all the rest follow."""
    if len(mine) > 4:
        return False
    turned = (mine[1:] + mine[:1], mine[-1:] + mine[:-1])
    return any(all(map(is_same_part, order, theirs)) for order in turned)


def _of_shortened(short: Parts, long: Parts) -> Likeness:
    """Compare names of which one has words that the other lacks."""
    places = _places(short.words, long.words)
    if places is None:
        return different("words that the other lacks, on both sides")
    lacking = [part for at, part in enumerate(long.words) if at not in places]
    told = "without " + " ".join(part.text for part in lacking)
    guessed = any(part.is_initial for part in short.words) and not all(
        part.is_initial for part in lacking
    )
    if len(short.words) > 2 and any(part.is_initial for part in lacking):
        return different(f"{told}, an initial that the other lacks")
    if guessed or len(lacking) > _MAY_LACK or _is_open(short, long, places):
        return unclear(told)
    return same(*(_told(a, long.words[at]) for a, at in zip(short.words, places, strict=True)), told)  # fmt: skip


def _places(mine: tuple[Part, ...], theirs: tuple[Part, ...]) -> tuple[int, ...] | None:
    """Find where each word of the shorter stands in the longer, last word at the end if it can."""
    found: list[int] = []
    end = len(theirs)
    for part in reversed(mine):
        end = next((at for at in range(end - 1, -1, -1) if is_same_part(part, theirs[at])), -1)
        if end < 0:
            return None
        found.append(end)
    found.reverse()
    if is_same_part(mine[0], theirs[0]):
        found[0] = 0
    return tuple(found)


def _is_open(short: Parts, long: Parts, places: tuple[int, ...]) -> bool:
    """Tell whether what is left out may have made it another's name.

    Given and family name suffice, unless both are given names that half the world has. The first
    name may not be left out: the second is often the father's.
    """
    first, last = short.words[0], short.words[-1]
    if places[0] > 0:
        return True
    if places[-1] < len(long.words) - 1:
        return last.is_common_given and not last.patronymic
    if len(short.words) > 2:
        return not long.is_arabic
    return first.is_common_given and last.is_common_given
