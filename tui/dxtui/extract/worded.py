"""Numbers in words and Roman numerals: those that count, rank or date something."""

import re
from decimal import Decimal

from dxtui.extract import dates
from dxtui.extract.classes import dated
from dxtui.extract.draft import Draft
from dxtui.extract.figures import judge, measure
from dxtui.extract.page import Page
from dxtui.lexicon.after import afters
from dxtui.lexicon.before import befores
from dxtui.lexicon.numerals import (
    digits,
    fractions,
    magnitudes,
    multiples,
    numeral,
    one_before,
    ordinals,
    tens,
    value_of,
    weekdays,
)

_AFTERS = afters()
_BEFORES = befores()
_NUMERAL = numeral()
_ROMAN_END = re.compile(r"[.)]?")
_ONE = one_before()
_PART = re.compile(r"một phần (hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|trăm|nghìn)(?!\w)")
_PARTS = {"hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_HALF_OF_UNIT = re.compile(r" {1,2}(giờ|tiếng|ngày|tháng|năm|tuần) {1,2}rưỡi(?!\w)")
_DAY_AFTER = re.compile(r",? {0,2}(?:ngày|tuần|\(\d|\(ngày)")
_DAY_BEFORE = re.compile(r" {0,2}(?:gnás|uềihc|iốt|yàgn|mêđ|aưrt|àv|ừt|nếđ)(?!\w)")


def worded(page: Page, start: int) -> Draft | None:
    """Return the number in words at `start`, or None if the words say something else."""
    low, limit = page.low, page.end
    if low.startswith("gấp ", start):
        return _times(page, start)
    if low.startswith("thứ ", start):
        return _ordinal(page, start)
    if low.startswith("nửa", start):
        return _fraction(page, start, start + 3)
    part = _PART.match(low, start, limit)
    if part is not None:
        draft = Draft(start, part.end(), "figure")
        draft.value, draft.of = Decimal(1), Decimal(_PARTS.get(part[1], 0) or magnitudes()[part[1]])
        draft.after = part.end()
        judge(page, draft, _BEFORES.pattern.match(page.back, page.size - start, page.size - page.start))
        return draft
    if low.startswith("một nửa", start):
        return _fraction(page, start, start + 7)
    found = _NUMERAL.match(low, start, limit)
    if found is None:
        return None
    words = found[0].split()
    end = found.end()
    value = value_of(words)
    while value is None and len(words) > 1:
        end -= len(words.pop())
        while low[end - 1] == " ":
            end -= 1
        value = value_of(words)
    if value is None:
        return None
    if page.text[start].isupper() and page.text[end + 1 : end + 2].isupper():
        return None
    draft = Draft(start, end, "figure")
    draft.value = value
    half = _HALF_OF_UNIT.match(low, end, limit)
    following = _AFTERS.pattern.match(low, end, limit)
    after = _AFTERS.of(following) if following is not None else None
    if half is not None:
        draft.value += Decimal("0.5")
    if len(words) == 1 and not _counts(page, start, end, words[0], after):
        return None
    draft.after = end
    measure(page, draft, following, after)
    if half is not None:
        draft.end = draft.after = half.end()
    judge(page, draft, _BEFORES.pattern.match(page.back, page.size - start, page.size - page.start))
    if draft.unit is None and len(words) == 1:
        return None
    return draft


def _counts(page: Page, start: int, end: int, word: str, after: object) -> bool:
    """Whether a single number word counts what follows."""
    if after is None or after.family == "end":  # type: ignore[attr-defined]
        return False
    if word == "một":
        return _ONE.match(page.low, end, page.end) is not None and False
    if word == "năm":
        return after.family == "noun"  # type: ignore[attr-defined]
    return True


def _times(page: Page, start: int) -> Draft | None:
    end = start + 4
    word = re.compile(r"\w+").match(page.low, end, page.end)
    if word is None or word[0] not in multiples():
        return None
    if word[0] not in ("đôi", "rưỡi") and not page.low.startswith(" lần", word.end()):
        return None
    draft = Draft(start, word.end(), "figure")
    draft.value = multiples()[word[0]]
    draft.unit, draft.family, draft.role, draft.direction = "×", "multiple", "multiple", "up"
    draft.start = start if word[0] in ("đôi", "rưỡi") else end
    draft.after = word.end() + (4 if page.low.startswith(" lần", word.end()) else 0)
    return draft


def _ordinal(page: Page, start: int) -> Draft | None:
    low, limit = page.low, page.end
    begin = start + 4
    word = re.compile(r"\w+").match(low, begin, limit)
    if word is None or word[0] not in ordinals():
        return None
    first = _BEFORES.pattern.match(page.back, page.size - begin, page.size - page.start)
    before = _BEFORES.of(first) if first else None
    if before is not None and before.rank:
        draft = Draft(begin, word.end(), "figure")
        draft.value = ordinals()[word[0]]
        judge(page, draft, first)
        return draft
    if word[0] in weekdays() and (
        _DAY_AFTER.match(low, word.end(), limit)
        or _DAY_BEFORE.match(page.back, page.size - start, page.size - page.start)
        or page.text[begin].isupper()
    ):
        return Draft(start, word.end(), "date")
    return Draft(begin, word.end(), "ordinal")


def _fraction(page: Page, start: int, end: int) -> Draft | None:
    if page.low[end : end + 1].isalnum():
        return None
    words = page.low[start:end]
    draft = Draft(start, end, "figure")
    draft.value = fractions()[words]
    first = _BEFORES.pattern.match(page.back, page.size - start, page.size - page.start)
    if words == "nửa" and not (first is not None and _BEFORES.of(first).qualifier):
        return None
    draft.after = end
    judge(page, draft, first)
    return draft


def roman(page: Page, start: int, end: int) -> Draft | None:
    """Return the number whose Roman numeral is [start, end), or None if the letters are no number."""
    low = page.low
    first = _BEFORES.pattern.match(page.back, page.size - start, page.size - page.start)
    before = _BEFORES.of(first) if first else None
    if before is not None and first is not None:
        lead_start = page.size - first.end()
        if before.lead == "quarter":
            date = dates.quarter_at(low, start, page.end)
            if date is None:
                return None
            draft = dated(page, start, date)
            draft.start = lead_start
            page.dates[lead_start] = date
            return draft
        if before.lead == "century":
            value = _value(low[start:end])
            return dated(page, start, dates.Date(end, value * 100 - 99, 0, 0, 0, value * 100))
        if before.lead in ("reference", "ordinal", "grade", "name"):
            return Draft(start, end, before.lead)  # type: ignore[arg-type]
        if before.lead == "year":
            return Draft(start, end, "ordinal")
    if start == page.start and low[end : end + 1] in (".", ")", "/") and len(low[start:end]) <= 5:
        return Draft(start, end, "list")
    return None


def _value(numeral: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total = 0
    for this, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = values[this]
        total += -value if values.get(following, 0) > value else value
    return total
