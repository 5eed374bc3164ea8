"""Lines that say when a text was put out: their shapes here, their words in config/calendar.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, spellings
from dxtui.lexicon.tables import table
from dxtui.text.spelling import UPPER


def _any(words: list[str]) -> str:
    return alternation(form for word in words for form in spellings(word))


@cache
def weekday() -> str:
    """Return the source of a pattern of a day of the week, in any case: "thứ Hai", "Chủ nhật"."""
    return f"(?i:{_any(table('calendar')['published']['weekdays'])})"


@cache
def days() -> re.Pattern[str]:
    """Return the pattern of a whole day: groups `day`, `month`, `year` in words, `d`, `m`, `y` or `iso` in digits."""
    words = table("calendar")["date"]
    day, month, year = (_any(words[key]) for key in ("day", "month", "year"))
    four = r"(?:19|20)\d\d"
    told = rf"(?:{day} )?(?P<day>\d{{1,2}}) {month} (?P<month>\d{{1,2}})(?: {year} |, )(?P<year>{four})"
    digits = rf"(?P<d>\d{{1,2}})(?P<sign>[/.-])(?P<m>\d{{1,2}})(?P=sign)(?P<y>{four})|(?P<iso>{four}-\d\d-\d\d)"
    return re.compile(rf"(?<![\w/.-])(?:{told}|{digits})(?![\w/]|-(?!\d{{1,2}}[:hg]\d\d)|[.,]\d)", re.IGNORECASE)


@cache
def told_beside() -> re.Pattern[str]:
    """Return the pattern of what stands beside the day that a text was put out: a clock, a weekday, "đăng lúc"."""
    words = table("calendar")["published"]
    clock = r"\d{1,2}(?:[:hg]| giờ )\d{2}(?::\d{2})?(?: phút| ?[ap]m)?"
    told = rf"{clock}|gmt ?\+ ?7|{weekday()}|(?:{_any(words['leads'])}) ?:?"
    return re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)


@cache
def file_number() -> re.Pattern[str]:
    """Return the pattern, to be searched, of the number of a letter or decision: "Số: 214/BC-UBND", "Số: …/QĐ-BYT".

    Group 1 is the number, where it is filled in.
    """
    words = _any(table("calendar")["published"]["numbers"])
    sign = rf"[{UPPER}][\w&-]*(?:[-/.][\w&]+)*"
    filled = rf"\d{{1,6}}[a-z]?(?:/\d{{4}})?/{sign}"
    return re.compile(rf"(?<!\w)(?i:{words}) ?: ?(?:({filled})|[\d….\s]{{0,8}}/{sign})")


@cache
def of_another() -> re.Pattern[str]:
    """Return the pattern of what begins a part of a line whose day is that of something else."""
    return re.compile(rf"\W*(?:{_any(table('calendar')['published']['others'])})(?!\w)", re.IGNORECASE)
