"""Words in the headers of tables: config/grids.toml."""

import re
from decimal import Decimal
from functools import cache

from dxtui.lexicon.numerals import magnitudes, money_suffixes, suffixes
from dxtui.lexicon.phrases import alternation, anywhere, spellings, whole
from dxtui.lexicon.tables import table


def _forms(key: str, words: str = "words") -> frozenset[str]:
    return frozenset(form for word in table("grids")[key][words] for form in spellings(word))


def _anywhere(key: str, words: str = "words") -> re.Pattern[str]:
    return anywhere(_forms(key, words))


@cache
def changes() -> re.Pattern[str]:
    """Return the pattern of words over amounts by which something changed."""
    return _anywhere("change")


@cache
def changes_alone() -> frozenset[str]:
    """Return what says so where it is all of a header but for the unit."""
    return _forms("change", "alone")


@cache
def compares() -> re.Pattern[str]:
    """Return the pattern of words over a column that compares with a plan or an earlier time."""
    return _anywhere("compare")


@cache
def results() -> re.Pattern[str]:
    """Return the pattern of words over a column of what was reached."""
    return re.compile(rf"(?:{_anywhere('result').pattern}|/|%)")


@cache
def same_time() -> re.Pattern[str]:
    """Return the pattern of words for the same time of the year before."""
    return _anywhere("same")


@cache
def ranks() -> re.Pattern[str]:
    """Return the pattern of the name of a column of places in a ranking, with nothing but a time behind."""
    times = alternation(_forms("count", "times"))
    return re.compile(rf"{alternation(_forms('rank'))}(?= {times}(?!\w)|\s*(?:\(|\d|\Z))")


@cache
def goals() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of words above a table of goals, and above one of what was reached."""
    return _anywhere("goal"), _anywhere("goal", "told")


@cache
def indicators() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of words that make goals of the figures of a year to come, and of those of a forecast."""
    return _anywhere("goal", "indicators"), _anywhere("goal", "foretold")


@cache
def shares() -> re.Pattern[str]:
    """Return the pattern of the start of a name of shares."""
    return re.compile(rf"[-+–•*_ ]{{0,4}}{alternation(_forms('share'))}(?!\w)")


@cache
def parts() -> re.Pattern[str]:
    """Return the pattern of the start of a name of a part of the row above: a dash, "Trong đó"."""
    return re.compile(rf"[-–+•*] ?|{alternation(_forms('part'))}(?!\w)")


@cache
def ditto() -> frozenset[str]:
    """Return what stands in place of the unit of the row above."""
    return frozenset(table("grids")["ditto"]["words"])


@cache
def short_magnitudes() -> tuple[re.Pattern[str], dict[str, Decimal]]:
    """Return the pattern of magnitudes cut short before a unit (1), and what each multiplies by."""
    rows = {short: Decimal(value) for short, value in table("grids")["short"].items()}
    return re.compile(rf"({alternation(rows)})\.? ?"), rows


@cache
def scaled_money() -> tuple[re.Pattern[str], dict[str, str], dict[str, Decimal]]:
    """Return the pattern of a currency and its magnitude in a header, what a currency's code is, what it multiplies by.

    Groups 1 and 2 are those of "$M", "US$ triệu"; 3 and 4 of "triệu $".
    """
    codes = table("units")["money_before"]
    scales = {**magnitudes(), **{short.lower(): value for short, value in {**money_suffixes(), **suffixes()}.items()}}
    money, scale = alternation(codes), alternation(scales)
    return re.compile(rf"({money}) ?({scale})|({scale}) ?({money})"), codes, scales


@cache
def spans_of_time() -> frozenset[str]:
    """Return the words that start a header's name and count nothing."""
    return _forms("times")


@cache
def unit_words() -> frozenset[str]:
    """Return what stands over a column of units."""
    return _forms("unit")


@cache
def unit_column() -> re.Pattern[str]:
    """Return the pattern of what stands over a column of units, anywhere in a header, and names no unit itself."""
    words = whole(_forms("unit") | _forms("unit", "maybe"))
    return re.compile(rf"{words}(?!\w)(?![\w ]{{0,12}}:)")


@cache
def perhaps_unit_words() -> frozenset[str]:
    """Return what stands over a column of units or of offices."""
    return _forms("unit", "maybe")


@cache
def counts() -> re.Pattern[str]:
    """Return the pattern of what stands before the noun that a column counts."""
    return re.compile(rf"{alternation(_forms('count'))}(?!\w)")


@cache
def before() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of words for the time right before, to be searched, and which part of a year each is."""
    parts = {form: part for word, part in table("grids")["before"].items() for form in spellings(word)}
    return anywhere(parts), parts


@cache
def events() -> re.Pattern[str]:
    """Return the pattern of what counts by itself, at the head of a row."""
    return re.compile(rf"({alternation(_forms('count', 'events'))})(?!\w)")


@cache
def noun_named() -> re.Pattern[str]:
    """Return the pattern of a noun (1) of one or two syllables in a column's name, with nothing but a time behind."""
    times, no = (alternation(_forms("count", key)) for key in ("times", "no_nouns"))
    return re.compile(rf" (?!{no}(?!\w))([^\W\d_]+(?: (?!{times}(?!\w))[^\W\d_]+)?)(?= {times}(?!\w)|\s*(?:\(|\d|\Z))")


@cache
def of_those() -> tuple[str, ...]:
    """Return how the name of a column starts that counts some of those of the column before, with a space behind."""
    return tuple(f"{form} " for form in _forms("count", "of_those"))


@cache
def numbering_words() -> frozenset[str]:
    """Return what stands over the column that numbers the rows."""
    return _forms("numbering")


@cache
def year_words() -> frozenset[str]:
    """Return what stands over a column of years."""
    return _forms("year")


@cache
def plan() -> re.Pattern[str]:
    """Return the pattern of words over a column of amounts to be reached."""
    return _anywhere("plan")


@cache
def unit_line() -> re.Pattern[str]:
    """Return the pattern of a line that names the unit of a table; group 1 is the unit."""
    words = whole(_forms("unit") | _forms("unit", "maybe"))
    return re.compile(rf"{words}(?: ?[-–/] ?unit)? ?: ?([^\t|():;]{{1,40}})")


@cache
def estimates() -> re.Pattern[str]:
    """Return the pattern of how the header of a column of estimates starts: "Ước tháng 11"."""
    words = alternation(form for word in table("grids")["estimate"]["words"] for form in spellings(word))
    return re.compile(rf"{words}(?!\w)")
