"""Number words and what multiplies a number: config/numerals.toml."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from dxtui.lexicon.phrases import alternation, backwards, spellings
from dxtui.lexicon.tables import table

FIVE = Decimal(5)
TEN = Decimal(10)
HUNDRED = Decimal(100)


def _forms(rows: dict[str, str]) -> dict[str, Decimal]:
    return {form: Decimal(value) for word, value in rows.items() for form in spellings(word)}


@cache
def digits() -> dict[str, Decimal]:
    """Return the words for 0 to 9."""
    return _forms(table("numerals")["digits"])


@cache
def after_ten() -> dict[str, Decimal]:
    """Return the words for a digit that stand only after a ten."""
    return _forms(table("numerals")["after_ten"])


@cache
def tens() -> dict[str, Decimal]:
    """Return the words for ten."""
    return _forms(table("numerals")["tens"])


@cache
def magnitudes() -> dict[str, Decimal]:
    """Return the words that multiply a number."""
    rows = table("numerals")
    return _forms(rows["magnitudes"] | rows["short_magnitudes"])


@cache
def no_magnitudes() -> dict[str, frozenset[str]]:
    """Return the words that make another word of a magnitude before them: "lệ" behind "tỷ"."""
    out: dict[str, set[str]] = {}
    for word in table("numerals")["no_magnitudes"]["words"]:
        for form in spellings(word):
            first, second = form.split(" ")
            out.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in out.items()}


@cache
def suffixes() -> dict[str, Decimal]:
    """Return the letters that multiply the number they are glued to; case counts."""
    return {suffix: Decimal(value) for suffix, value in table("numerals")["suffixes"].items()}


@cache
def money_suffixes() -> dict[str, Decimal]:
    """Return the letters that multiply an amount of money they are glued to, if a sign of money stands before it."""
    return {suffix: Decimal(value) for suffix, value in table("numerals")["money_suffixes"].items()}


@cache
def before_multiples() -> frozenset[str]:
    """Return the words before a number of times that is a word: "gấp"."""
    return frozenset(table("numerals")["before"]["multiple"])


@cache
def before_ordinals() -> frozenset[str]:
    """Return the words before an ordinal that is a word: "thứ"."""
    return frozenset(table("numerals")["before"]["ordinal"])


@cache
def multiples() -> dict[str, Decimal]:
    """Return the words after "gấp" that are a number of times by themselves."""
    return _forms(table("numerals")["multiples"])


@cache
def ordinals() -> dict[str, Decimal]:
    """Return the words after "thứ"."""
    return _forms(table("numerals")["ordinals"])


@cache
def fractions() -> dict[str, Decimal]:
    """Return the words for a part of a whole."""
    return _forms(table("numerals")["fractions"])


@cache
def halved() -> frozenset[str]:
    """Return the words of a whole that "nửa" takes half of, though nothing counts them: "nửa số nhà"."""
    return frozenset(form for word in table("numerals")["halved"]["words"] for form in spellings(word))


@cache
def parted() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a ratio before it is a part of, with a space before it, and what makes it a day after all."""
    rows = table("numerals")["parted"]
    return (
        tuple(f" {form} " for word in rows["words"] for form in spellings(word)),
        tuple(f"{form} " for word in rows["not_before"] for form in spellings(word)),
    )


@cache
def weekdays() -> frozenset[str]:
    """Return the words that name a day of the week after "thứ"."""
    return frozenset(form for word in table("numerals")["weekdays"]["words"] for form in spellings(word))


@cache
def half_words() -> frozenset[str]:
    """Return the words for half of what stands before them."""
    return frozenset(form for word in table("numerals")["halves"]["words"] for form in spellings(word))


@cache
def halved_ones() -> frozenset[str]:
    """Return the units of which a half behind makes one and a half: "tiếng[ rưỡi]"."""
    return frozenset(form for word in table("numerals")["halves"]["of_one"] for form in spellings(word))


@cache
def multipliers() -> re.Pattern[str]:
    """Return the pattern of what multiplies a number right after it: magnitudes (1), a half (2), a percent sign (3)."""
    glued = alternation(table("numerals")["glued"]["words"])
    magnitude = f"{alternation(magnitudes())}(?:(?!\\w)|(?={glued}(?!\\w)))"  # "300 tỷđồng"
    half = alternation(half_words())
    return re.compile(rf"((?: {{0,3}}+{magnitude}){{0,3}}+)( {{1,2}}+{half}(?!\w))?+( {{0,2}}+[%‰])?+")


@cache
def numeral() -> re.Pattern[str]:
    """Return the pattern of a number in words: a run of number words."""
    words = {*digits(), *after_ten(), *tens(), *_forms(table("numerals")["magnitudes"])}
    words |= {form for word in table("numerals")["joints"]["words"] for form in spellings(word)}
    word = f"{alternation(words)}(?!\\w)"
    return re.compile(rf"{word}(?: {{1,2}}+{word}){{0,11}}+")


def value_of(words: Sequence[str]) -> Decimal | None:
    """Return the value of number words in order, or None if they are no number.

    >>> value_of("một trăm linh ba triệu hai mươi mốt nghìn".split())
    Decimal('103021000')

    A digit right behind a magnitude at the end stands for tenths of it, as it is spoken.

    >>> value_of("một triệu hai".split())
    Decimal('1200000')
    """
    units, later, ten, scales, linking = digits(), after_ten(), tens(), magnitudes(), joints()
    bare = bare_tens()
    total = group = last = Decimal(0)
    before = previous = ""
    for word in words:
        if word in units:
            if previous in units or previous in later or (previous in ten and units[word] == FIVE):
                return None  # "mười năm" is ten years, "mười lăm" fifteen
            group += units[word]
        elif word in later:
            if previous not in ten and previous not in linking:
                return None
            group += later[word]
        elif word in ten:
            if previous in units:
                if word in bare:
                    return None
                group += units[previous] * 9
            elif previous in ten or previous in later:
                return None
            else:
                group += TEN
        elif word in scales:
            if previous in linking:
                return None
            if not previous:
                group = Decimal(1)  # "trăm triệu": a hundred million
            scale = scales[word]
            if scale == HUNDRED:
                if previous and previous not in units:
                    return None
                group += units[previous] * 99 if previous else 99
            elif group:
                # What stands before a larger one is multiplied, too: "ba nghìn bảy trăm chín mươi tỷ".
                total = (total + group) * scale if total < scale and last < scale else total + group * scale
                group = Decimal(0)
            else:
                total *= scale
            last = scale if scale != HUNDRED else last
        elif not previous:
            return None
        before, previous = previous, word
    if previous in units and before in scales:
        if units[previous] == FIVE:
            return None  # "hai trăm năm" is two hundred years
        return total + group + units[previous] * (scales[before] - TEN) / TEN
    return total + group if previous not in linking else None


@cache
def bare_tens() -> frozenset[str]:
    """Return the words for ten that no digit multiplies."""
    return frozenset(form for word in table("numerals")["bare_tens"]["words"] for form in spellings(word))


@cache
def plain_digits() -> frozenset[str]:
    """Return the words for a digit that count whatever noun follows."""
    return frozenset(form for word in table("numerals")["plain"]["words"] for form in spellings(word))


@cache
def led_digits() -> frozenset[str]:
    """Return the words for a digit that count whatever noun follows, if a word before them qualifies or links."""
    return frozenset(form for word in table("numerals")["plain"]["led"] for form in spellings(word))


@cache
def out_of() -> re.Pattern[str]:
    """Return the pattern of the whole of what stands between a part and the number it is part of."""
    words = alternation(form for word in table("numerals")["out_of"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}+{words} {{1,2}}+")


@cache
def wholes() -> tuple[re.Pattern[str], dict[str, Decimal]]:
    """Return the pattern of a word (1) that makes one ratio of the numbers around it, and its largest whole by word."""
    largest = {form: Decimal(value) for word, value in table("numerals")["wholes"].items() for form in spellings(word)}
    return re.compile(rf" {{1,2}}+({alternation(largest)}) {{1,2}}+"), largest


@cache
def befallen() -> re.Pattern[str]:
    """Return the pattern of what behind "một" counts one whom something befell: "một[ người chết]"."""
    rows = table("numerals")["one"]
    persons = alternation(form for word in rows["persons"] for form in spellings(word))
    what = alternation(form for word in rows["befallen"] for form in spellings(word))
    return re.compile(rf" {{1,2}}+{persons}(?: {{1,2}}+\w++)?? {{1,2}}+{what}(?!\w)")


@cache
def joints() -> frozenset[str]:
    """Return the words that stand for a ten that is not there."""
    return frozenset(form for word in table("numerals")["joints"]["words"] for form in spellings(word))


@cache
def more_than_half() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before a half says that it is more: "già[ nửa]"."""
    words = backwards(table("numerals")["more_than_half"]["words"])
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def each() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what makes the word behind it one of many: "mỗi[ tháng]"."""
    words = backwards(table("numerals")["each"]["words"])
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def part_of() -> re.Pattern[str]:
    """Return the pattern of a fraction in words: its upper number (1) and its lower (2)."""
    words = alternation(form for word in table("numerals")["parts"]["words"] for form in spellings(word))
    below = alternation({*ordinals(), *digits(), *tens(), *_forms(table("numerals")["magnitudes"])})
    return re.compile(rf"({alternation(digits())}) {{1,2}}+{words} {{1,2}}+({below})(?!\w)")


@cache
def excepting() -> frozenset[str]:
    """Return the signs in words that leave out, and sign nothing, before what is counted."""
    return frozenset(form for word in table("numerals")["signs"]["excepting"] for form in spellings(word))


@cache
def percent_words() -> re.Pattern[str]:
    """Return the pattern of a percent sign in words."""
    words = alternation(form for word in table("numerals")["percent"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def leaves_open() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before a number word leaves open how many there are."""
    rows = table("numerals")["open"]
    words = backwards(rows["words"])
    nouns = backwards(rows["not_behind"])
    return re.compile(rf" {{1,2}}+{words}(?!\w)(?! {nouns}(?!\w))")


@cache
def half_behind() -> re.Pattern[str]:
    """Return the pattern of half of a unit behind it: "hai tiếng[ rưỡi]"."""
    return re.compile(rf" {{1,2}}+{alternation(half_words())}(?!\w)")


@cache
def vetoes() -> re.Pattern[str]:
    """Return the pattern of words that start as a number does and are none: "ba mẹ"."""
    rows = table("numerals")["vetoes"]
    words, counts = (alternation(form for word in rows[key] for form in spellings(word)) for key in ("words", "counts"))
    return re.compile(rf"(?!{counts}(?!\w)){words}(?!\w)")


@cache
def five_years() -> re.Pattern[str]:
    """Return the pattern of what behind "năm" makes it five: "năm[ năm trời]"."""
    rows = table("numerals")["year"]
    words = alternation(form for word in rows["five"] for form in spellings(word))
    years = alternation(form for word in rows["not_five"] for form in spellings(word))
    return re.compile(rf" {{1,2}}+{words}(?!\w)(?! {{1,2}}+(?:\d|{years}(?!\w)))")


@cache
def year_edges() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before "năm" makes it a year whatever five may count behind it."""
    words = backwards(table("numerals")["year"]["edges"])
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def five_bodies() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what before "năm", for text reversed, and behind it makes it five: "của năm công ty"."""
    rows = table("numerals")["year"]
    bodies = alternation(form for word in rows["bodies"] for form in spellings(word))
    return re.compile(rf" {backwards(rows['whose'])}(?!\w)"), re.compile(rf" {bodies}(?!\w)")


@cache
def year_before() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before "năm" makes it a year and no five."""
    words = backwards(table("numerals")["year"]["before"])
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def doubled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of words that multiply by themselves, "nhân đôi", and of what before them makes them none;
    the second for text reversed.
    """
    rows = table("numerals")["doubled"]
    words, others = (
        alternation(form for word in rows[key] for form in spellings(word)) for key in ("words", "not_before")
    )
    behind = backwards(rows["not_behind"])
    return re.compile(rf"{words}(?! {others}(?!\w))(?!\w)"), re.compile(rf" {behind}(?!\w)")


@cache
def wholes_of_ranks() -> frozenset[str]:
    """Return those of the words of `wholes` that make one ratio of a rank, too: "thứ 3 trên 12"."""
    return frozenset(form for word in table("numerals")["ranked_wholes"]["words"] for form in spellings(word))


@cache
def leading_digits() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what else before a digit's word of `led_digits` lets it count."""
    return re.compile(rf" {backwards(table('numerals')['plain']['leading'])}(?!\w)")


@cache
def every() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns, for text reversed, of what before a number of things tells of so many of them each time, and
    of what before the number that follows does: "cứ[ 5 hộ] thì[ 1 chưa có điện]".
    """
    rows = table("numerals")["every"]
    first = backwards(rows["words"])
    then = backwards(rows["then"])
    return re.compile(rf" {first}(?!\w)"), re.compile(rf" {{0,2}}{then}(?!\w)")
