"""Patterns of dates and times of day: their shapes here, their words in config/calendar.toml."""

import re
from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.phrases import Phrases, alternation, backwards, spellings
from dxtui.lexicon.tables import table

_BARE_YEAR = r"(?:(?:1[5-9]|20)\d\d|2100)(?!\d)"
_YEAR = f"({_BARE_YEAR})"
_DASH = r" {0,2}[-–—] {0,2}"


def _any(words: list[str]) -> str:
    return alternation(form for word in words for form in spellings(word))


def _any_back(words: list[str]) -> str:
    return backwards(words)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Compiled patterns, for a text in lower case with plain spaces; groups are the numbers in them."""

    day: re.Pattern[str]
    """28/12/2023, with one of / - . between: day, sign, month, year."""
    iso: re.Pattern[str]
    """2023-12-28: year, month, day."""
    day_month: re.Pattern[str]
    """28/12, 28/12 năm nay: day, month, what year it is from here or None."""
    days_month: re.Pattern[str]
    """5-7/8, 5-7/8/2023: day, day, month, year or None."""
    day_words: re.Pattern[str]
    """28 tháng 12 năm 2023: day, month, year or None."""
    month_year: re.Pattern[str]
    """7/2021, 7 năm 2021: month, year."""
    months_year: re.Pattern[str]
    """1-6/2023: month, month, year or None."""
    month: re.Pattern[str]
    """7, 7 năm nay: month, what year it is from here or None."""
    quarter: re.Pattern[str]
    """III/2020, I-III năm 2020: quarter, quarter or None, year or None, what year it is from here or None."""
    years: re.Pattern[str]
    """2023, 2021-2025, 2021-22, 2021/22: year, year or None, two digits or None."""
    months_of: re.Pattern[str]
    """6 tháng đầu năm 2023: how many, the unit, its part or None, then a year in one of three groups."""
    months_worded: re.Pattern[str]
    """What follows a number in words: " tháng đầu năm 2023", groups as in `months_of`."""
    months: re.Pattern[str]
    """6 tháng: how many."""
    month_word: re.Pattern[str]
    """The word for a month, behind a number in words."""
    days_of: re.Pattern[str]
    """20 ngày đầu tháng 4/2024: how many, the part, the month, year or None."""
    lasting: re.Pattern[str]
    """What before a number of months makes it a duration; for text reversed."""
    months_glued: re.Pattern[str]
    """9T/2024, 1H2024, for a text with its capitals: how many, the letter, year."""
    glued_lengths: dict[str, int]
    """The letters of halves and quarters: how many months each has."""
    quarters: frozenset[str]
    """The words for a quarter, as `months_of` finds them in its second group."""
    ago: dict[str, int]
    """How many years before the document's own the words put a year: "ngoái" 1, "tới" -1."""
    last: frozenset[str]
    """The words for the last part of a year, as `months_of` finds them in its third group."""
    of_year: re.Pattern[str]
    """What behind a number names a year of its own and counts none: " năm 2025", " năm học"."""
    half_year: re.Pattern[str]
    """nửa đầu năm 2023, nửa đầu năm: the words, year or None, what year it is from here or None."""
    week: re.Pattern[str]
    """43/2022, 43 năm 2022, or 43 before a sign: week, year or None."""
    weeks: tuple[str, ...]
    """The words for a week before its number, each with a space."""
    clock: re.Pattern[str]
    """14:30, 8h30, 8h."""
    hours: re.Pattern[str]
    """14 giờ, 14 giờ 30 phút."""
    hour: re.Pattern[str]
    """The word for an hour, behind a number in words."""
    less: re.Pattern[str]
    """What behind an hour takes minutes from it, with the minutes where they are digits: "mười giờ[ kém ]mười lăm"."""
    daytime: re.Pattern[str]
    """What after an hour makes it a time of day."""
    accumulated_before: re.Pattern[str]
    """What after a number of months makes it a part of the year."""
    day_to: re.Pattern[str]
    """12 đến 18/11: the first day."""
    day_dash: re.Pattern[str]
    """31-3: day, month."""
    day_dot: re.Pattern[str]
    """26.7: day, month."""
    hours_lasting: re.Pattern[str]
    """What before an hour with its letter makes it a duration: "trong[ 2h]"; for text reversed."""
    hours_lasted: re.Pattern[str]
    """What does so behind its digits, the letter with it: "h qua"."""
    hours_from: re.Pattern[str]
    """What before an hour makes it the first of a span: "từ"; for text reversed."""
    hours_to: re.Pattern[str]
    """What behind an hour leads to the last of a span, that hour: " đến 19 giờ"."""
    hours_short: re.Pattern[str]
    """What behind an hour with a letter leads to the last of a span, that hour in the group: " đến 21g"."""
    counted_on: re.Pattern[str]
    """What before a number of months makes it the last of several, for text reversed: "kỳ hạn 3, 6 và[ 12 tháng]"."""
    accumulated: re.Pattern[str]
    """What before a number of months makes it a part of the year; for text reversed."""
    estimated: re.Pattern[str]
    """What before a number of months makes it one where words follow that `goes_on` matches; for text reversed."""
    in_part: re.Pattern[str]
    """What before a number of months makes it the part of the year that was named before; for text reversed."""
    opens_part: re.Pattern[str]
    """What opens a clause before the part of the year that it tells of: ", sau"; for text reversed."""
    same_period: re.Pattern[str]
    """Words that compare with the same part of another year; searched."""
    goes_on: re.Pattern[str]
    """What after a number of months tells what was done in them."""
    day_after: re.Pattern[str]
    """What after "thứ bảy" makes it a day."""
    day_before: re.Pattern[str]
    """What before "thứ bảy" makes it a day; for text reversed."""


@cache
def calendar() -> Calendar:
    """Return the patterns."""
    rows = table("calendar")
    words = {key: _any(value) for key, value in rows["date"].items()}
    clock = {key: _any(value) for key, value in rows["clock"].items()}
    in_year = rf" {{1,2}}+{words['year']} {{1,2}}+"
    joint = _any(rows["days"]["words"])
    from_here = _any(rows["date"]["this"] + rows["date"]["ago"] + rows["date"]["ahead"])
    which = rf"(?!\w| {{1,2}}(?:\d|{_any(table('periods')['own_year_parts']['not_before'])}(?!\w)))"
    led = rf"{words['year']} {{1,2}}+(?={from_here}(?!\w))|(?={words['next']}{which})"
    this_year = rf" {{1,2}}+(?:{led})({from_here}|{words['next']})(?!\w)"
    per_year = rf"(?:(?:{in_year}| ?[/-] ?){_YEAR}|{this_year})?+"
    parts = _any(rows["date"]["first"] + rows["date"]["last"])
    of_year = (
        rf" {{1,2}}+(?P<unit>{words['month']}|{words['quarter']})(?: {{1,2}}+(?P<part>{parts}))?"
        rf"(?:(?: {{1,2}}+{words['of']})?+ {{1,2}}+{words['year']}(?!\w)"
        rf"(?: {{1,2}}+({from_here}(?!\w)|{_BARE_YEAR}))?+| ?/ ?{_YEAR}| {{1,2}}+{_YEAR})"
    )
    return Calendar(
        day=re.compile(rf"(\d{{1,2}})([-/.]) ?(\d{{1,2}})\2 ?{_YEAR}"),
        iso=re.compile(r"((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)"),
        day_month=re.compile(rf"(\d{{1,2}})/(\d{{1,2}})(?![\d/])(?:{this_year})?+"),
        days_month=re.compile(rf"(\d{{1,2}}){_DASH}(\d{{1,2}})/(\d{{1,2}})(?:/{_YEAR})?+(?![\d/])"),
        day_words=re.compile(
            rf"(\d{{1,2}}) {{1,2}}+{words['month']} {{1,2}}+(\d{{1,2}})"
            rf"(?:(?:{in_year}|/|, ?| ){_YEAR})?+(?![\d/])"
        ),
        month_year=re.compile(rf"(\d{{1,2}}) {{0,2}}(?:[/.-]|{words['year']} ) {{0,2}}{_YEAR}"),
        months_year=re.compile(rf"(\d{{1,2}}){_DASH}(\d{{1,2}})(?:(?:/|{in_year}){_YEAR})?+(?![\d/]|[.,]\d)"),
        month=re.compile(rf"(\d{{1,2}})(?![\d/])(?:{this_year})?+"),
        quarter=re.compile(rf"(\d|i{{1,3}}|iv)(?:{_DASH}(\d|i{{1,3}}|iv)(?!\w))?{per_year}(?!\w)"),
        years=re.compile(rf"{_YEAR}(?:(?:{_DASH}|/)(?:{_YEAR}|(\d\d)(?![\d/%]|[.,]\d)))?"),
        months_of=re.compile(rf"(\d{{1,2}}){of_year}"),
        months_worded=re.compile(rf"(){of_year}"),
        months=re.compile(rf"(\d{{1,2}}) {{1,2}}+{words['month']}(?!\w)"),
        month_word=re.compile(rf" {{1,2}}+{words['month']}(?!\w)"),
        days_of=re.compile(
            rf"(\d{{1,2}}) {{1,2}}+{words['day']} {{1,2}}+({parts})(?: {{1,2}}+{words['of']})?+"
            rf" {{1,2}}+{words['month']} {{1,2}}+(\d{{1,2}})(?:(?:{in_year}|[/-]){_YEAR})?+(?![\d/])"
        ),
        lasting=re.compile(rf" {{1,2}}+{_any_back(rows['lasting']['words'])}(?!\w)"),
        months_glued=re.compile(
            rf"(\d{{1,2}})({alternation(rows['months_glued']['words'])}(?=[/ ]?\d)"
            rf"|{alternation(rows['months_glued']['close'])}(?=/?\d))[/ ]?{_YEAR}"
        ),
        glued_lengths=rows["months_glued"]["lengths"],
        quarters=frozenset(form for word in rows["date"]["quarter"] for form in spellings(word)),
        ago=dict.fromkeys(rows["date"]["ago"], 1)
        | {form: -1 for word in (*rows["date"]["ahead"], *rows["date"]["next"]) for form in spellings(word)},
        last=frozenset(rows["date"]["last"]),
        of_year=re.compile(rf" {{1,2}}+{words['year']} {{1,2}}+(?:{_BARE_YEAR}|{words['told']}(?!\w))"),
        half_year=re.compile(
            rf"({_any(list(rows['halves']))})(?: {{1,2}}+(?:{_YEAR}|({from_here})(?!\w)))?+"
            rf"(?!\w| ?[-–/] ?\d| {{1,2}}{_any(table('periods')['own_year_parts']['not_before'])}(?!\w))"
        ),
        week=re.compile(rf"(\d{{1,2}})(?:(?:/|{in_year}){_YEAR}|(?= ?(?:[,;:()”\n]|\.(?!\d)|\Z)))"),
        weeks=tuple(f"{form} " for word in rows["date"]["week"] for form in spellings(word)),
        clock=re.compile(r"(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|h(?:[0-5]\d(?:p|')?)?|g[0-5]\d)(?![\w:])"),
        hours=re.compile(
            rf"(?:[01]?\d|2[0-4]) {{1,2}}+{clock['hour']}(?!\w)(?: {{1,2}}+[0-5]?\d(?: {{1,2}}+{clock['minute']}(?!\w)"
            rf"(?: {{1,2}}+[0-5]?\d {{1,2}}+{clock['second']}(?!\w))?+"
            rf"|(?= {clock['daytime']}|[,.;)]|\Z| ?[-–]| {joint}(?!\w)))(?!\w))?+"
        ),
        hour=re.compile(rf" {{1,2}}+{clock['hour']}(?!\w)"),
        less=re.compile(rf" {{1,2}}+{clock['less']} {{1,2}}+(?:[0-5]?\d(?!\w))?+"),
        daytime=re.compile(rf",? {{1,2}}+{clock['daytime']}(?!\w)"),
        accumulated_before=re.compile(rf" {{1,2}}+{_any(rows['accumulated_before']['words'])}(?!\w)"),
        day_to=re.compile(rf"(\d{{1,2}}) {{1,2}}+{_any(rows['days']['words'])} {{1,2}}+(?=\d{{1,2}}/\d{{1,2}})"),
        day_dash=re.compile(r"(\d{1,2})-(\d{1,2})(?![\d/-]|[.,]\d)"),
        day_dot=re.compile(r"(\d{1,2})\.(\d{1,2})(?!\d|[.,/]\d)"),
        hours_lasting=re.compile(rf" {{1,2}}+{_any_back(rows['clock']['lasting'])}(?!\w)"),
        hours_lasted=re.compile(rf"h(?:/[^\W\d]| {{1,2}}+{_any(rows['clock']['lasted'])}(?!\w))"),
        hours_from=re.compile(rf" {{1,2}}+{_any_back(rows['clock']['from'])}(?!\w)"),
        hours_to=re.compile(
            rf"(?: {{1,2}}+{clock['daytime']}(?!\w))?(?: ?[-–] ?| {{1,2}}+{joint} {{1,2}}+)"
            rf"([01]?\d|2[0-4]) {{1,2}}+{clock['hour']}(?!\w)"
        ),
        hours_short=re.compile(rf"(?: ?[-–] ?| {{1,2}}+{joint} {{1,2}}+)((?:[01]?\d|2[0-4])[gh](?:[0-5]\d)?(?!\w))"),
        counted_on=re.compile(rf" {{1,2}}{_any_back(rows['accumulated']['joints'])} \d{{1,2}} {{0,2}},\d"),
        accumulated=re.compile(rf" {{1,2}}+{_any_back(rows['accumulated']['words'])}(?!\w)"),
        estimated=re.compile(rf" {{1,2}}+{_any_back(rows['estimated']['words'])}(?!\w)"),
        in_part=re.compile(rf" {{1,2}}+{_any_back(rows['in_part']['words'])}(?!\w)"),
        opens_part=re.compile(rf" {{1,2}}(?:{_any_back(rows['in_part']['words'])}(?!\w))? {{0,2}}(?:[^\w ]|\Z)"),
        same_period=re.compile(rf"(?<!\w){_any(table('periods')['same_period']['words'])}(?!\w)"),
        goes_on=re.compile(rf" {{1,2}}+(?!{_any(rows['estimated']['not_before'])}(?!\w))[^\W\d]"),
        day_after=re.compile(rf",? {{0,2}}\(?{_any(rows['clock']['day_after'])}(?!\w)|,? {{0,2}}\(?\d{{1,2}}/\d"),
        day_before=re.compile(rf" {{1,2}}+{_any_back(rows['clock']['day_before'])}(?!\w)"),
    )


@cache
def first_of_times() -> frozenset[str]:
    """Return the first letters of what makes a number before it a part of a date or of a day, and a space."""
    rows = table("calendar")
    dates, clock = rows["date"], rows["clock"]
    words = (*dates["day"], *dates["month"], *dates["quarter"], *clock["hour"], *rows["days"]["words"])
    return frozenset((" ", *(word[0] for word in words)))


@cache
def halves() -> dict[str, str]:
    """Return the words for half of a year and what they are in a period: "H1", "H2"."""
    return {form: half for words, half in table("calendar")["halves"].items() for form in spellings(words)}


@cache
def months() -> Phrases[int]:
    """Return the months in words."""
    return Phrases(table("calendar")["months"], after=r"(?!\w)")


@cache
def day_words() -> frozenset[str]:
    """Return the words for a day before its date."""
    return frozenset(form for word in table("calendar")["date"]["day"] for form in spellings(word))


@cache
def year_words() -> frozenset[str]:
    """Return the words for a year."""
    return frozenset(form for word in table("calendar")["date"]["year"] for form in spellings(word))


@cache
def year_behind() -> re.Pattern[str]:
    """Return the pattern of the year behind a month in words."""
    return re.compile(rf" {{1,2}}+{_any(table('calendar')['date']['year'])} {{1,2}}+{_YEAR}")


@cache
def letters() -> dict[str, str]:
    """Return the letters that, glued to a number, name a part of a year ("quarter", "month")."""
    return dict(table("calendar")["letters"])


@cache
def decades() -> re.Pattern[str]:
    """Return the pattern of the words before a round year that make it the first of ten: "những năm[ 1990]"."""
    return re.compile(rf"{_any(table('calendar')['decades']['words'])} ")


@cache
def of_month() -> tuple[str, ...]:
    """Return how what stands behind a day begins that names its month in words: "20[ tháng cuối] quý"."""
    rows = table("calendar")
    return tuple(f" {month} {word}" for month in rows["date"]["month"] for word in rows["month_in_words"]["words"])


@cache
def now_leads() -> tuple[str, ...]:
    """Return how what stands before a day and its month ends that says it is the text's own: "chiều nay, "[13-4]."""
    words = [form for word in table("calendar")["now"]["words"] for form in spellings(word)]
    return tuple(f"{word}{sign}" for word in words for sign in (" ", ", ", " (", " - "))


@cache
def named_after_months() -> tuple[str, ...]:
    """Return how what stands before a month ends that is named after it: "Cách mạng "[Tháng Tám]."""
    return tuple(f"{form} " for word in table("calendar")["named_after"]["words"] for form in spellings(word))
