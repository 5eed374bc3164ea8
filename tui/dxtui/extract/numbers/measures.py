"""The units that tables write: in a unit line, a header, a row's name, or a column of units of their own."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import times
from dxtui.lexicon.after import afters
from dxtui.lexicon.grids import (
    counts,
    events,
    noun_named,
    scaled_money,
    shares,
    short_magnitudes,
    spans_of_time,
    unit_line,
)
from dxtui.lexicon.numerals import magnitudes, multipliers
from dxtui.model.note import Note

_NOUN: Final = noun_named()
_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_MAGNITUDES: Final = magnitudes()
_MULTIPLIERS: Final = multipliers()
_SHORT: Final = short_magnitudes()[0]
_SHORT_OF: Final = short_magnitudes()[1]
_SCALED: Final = scaled_money()[0]
_CURRENCIES: Final = scaled_money()[1]
_SCALES: Final = scaled_money()[2]
_TIMES: Final = spans_of_time()
_UNIT_LINE: Final = unit_line()
_COUNTS: Final = counts()
_EVENTS: Final = events()
_SHARES: Final = shares()
# Its digits are those of "m2" alone, or a round number before the unit: "(nghìn m2)", "(m3/ngày)", "(1.000 tấn)".
IN_BRACKETS: Final = re.compile(
    r"\(((?:10{0,3}(?:[., ]?000){0,3} ?)?[^()\d]{1,40}(?:(?<=m)[23](?:/[^()\d]{1,12})?)?)\)"
)
"""A unit in brackets."""
_ROUND: Final = re.compile(r"10{0,3}(?:[., ]?000){0,3}(?= ?[^\W\d_])")
# "Lượng (1.000 tấn)", "Giá trị = 1.000 USD" among several.
_PAIRED: Final = re.compile(r"([^\W\d][^():;,=]{0,30})(?:\(([^()]{1,40})\)|= ?([^():;,=]{1,30}))")
_ONE: Final = Decimal(1)
_WIDE: Final = "   "
_AROUND: Final = " *_\"'“”:"
_BEFORE: Final = 300
_LONGEST: Final = 40
_LINES: Final = 4
_LONGEST_CAPTION: Final = 120
# "… - %", before what may be the same in English.
_SHARED: Final = re.compile(r"(?:^|[-–=:,] ?)%(?: [a-z]|$)")
# What a bilingual table says in English: "Người[ – Person]".
_GLOSS: Final = re.compile(r" ?[-–/] ?[A-Za-z][A-Za-z. ]*$")
_RIGHT: Final = 8
_SURE: Final = ("%", "money", "measure", "share")
"""Kinds of units whose words alone on a line are hardly anything else: not "Năm", "Hộ"."""


class Measure(NamedTuple):
    """A unit as a table writes it."""

    unit: str
    """As in `Figure.unit`."""
    family: str
    """As in `lexicon.after.After.family`."""
    scale: Decimal
    """What the figures under it are multiplied by."""
    per: str | None = None
    """As in `Figure.per`."""


SHARE: Final = Measure("%", "%", _ONE)


def measure_before(page: Page, start: int, end: int) -> Measure | None:
    """Return the unit of a whole table that a unit line or its title names before it; looked for from `start` on."""
    start = max(start, end - _BEFORE)
    stated = measure_stated(page, start, end)
    if stated is not None:
        return stated
    first, last = line_before(page, start, end)
    if page.text.find(_WIDE, first, last) >= 0:  # a header's first line that is no row
        first, last = line_before(page, start, first)
    brackets = list(IN_BRACKETS.finditer(page.text, first, last))
    if brackets:
        return measure_at(page, *brackets[-1].span(1), known=True)
    return measure_line(page, start, end)


def measure_line(page: Page, start: int, end: int) -> Measure | None:
    """Return the unit that is all of the last line in [start, end), or of one set to the right a little above it."""
    last = end
    for _ in range(_LINES):
        first, stop = line_before(page, start, last)
        if first == stop:
            return None
        right = page.text.rfind("\n", start, first) + 1 + _RIGHT
        if stop - first <= _LONGEST and (last == end or first >= right):
            measure = measure_of_caption(page, first, stop)
            if measure is None and first >= right:
                measure = measure_at(page, first, stop, known=True)
            if measure is not None:
                return measure
        last = first
    return None


def line_before(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return the last line before `end` that has words, without white space around; [end, end) if there is none."""
    last = end
    while last > start and page.text[last - 1].isspace():
        last -= 1
    first = page.text.rfind("\n", start, last) + 1 or start
    while first < last and page.text[first].isspace():
        first += 1
    return (first, last) if first < last else (end, end)


def measure_stated(page: Page, start: int, end: int) -> Measure | None:
    """Return the unit that the last unit line in [start, end) names: "Đơn vị tính: tỷ đồng"."""
    lines = list(_UNIT_LINE.finditer(page.low, start, end))
    if not lines:
        return None
    first, last = lines[-1].span(1)
    if page.low[last : last + 1] == "(" or page.low.find("=", first, last) >= 0:
        return None  # "Đơn vị: Lượng (tấn); Giá trị (triệu USD)"
    cut = page.text.find("\n", first, last)
    last = cut if cut >= 0 else last
    whole = measure_at(page, first, last)
    comma = page.low.find(",", first, last)
    if comma >= 0 and (whole is None or whole.family == "noun"):
        return measure_at(page, first, comma, known=True)
    return whole


def measures_stated(page: Page, start: int, end: int) -> dict[str, Measure]:
    """Return the units that a unit line names for columns of some name: "Đơn vị: Lượng (tấn); Giá trị (triệu USD)"."""
    out: dict[str, Measure] = {}
    for line in _UNIT_LINE.finditer(page.low, start, end):
        if page.low[line.end() : line.end() + 1] != "(" and "=" not in line[1]:
            continue
        stop = page.text.find("\n", line.end(), end)
        for pair in _PAIRED.finditer(page.low, line.start(1), stop if stop >= 0 else end):
            measure = measure_at(page, *pair.span(2 if pair[2] else 3), known=True)
            if measure is not None:
                out[pair[1].strip()] = measure
    return out


def measure_at(page: Page, start: int, end: int, *, known: bool = False) -> Measure | None:
    """Return the unit that the words at [start, end) name; with `known`, only one of the tables of units."""
    low = page.low
    while start < end and low[start] in _AROUND:
        start += 1
    while end > start and low[end - 1] in " .,;*_:":
        end -= 1
    if start == end or low[start:end] == "%":
        return SHARE if end > start else None
    scale = _ONE
    at = start
    rounded = _ROUND.match(low, at, end)
    if rounded is not None:
        scale = Decimal("".join(filter(str.isdecimal, rounded[0])))
        at = rounded.end()
    found = _MULTIPLIERS.match(low, at, end)
    if found is not None and found[1]:
        for word in found[1].split():
            scale = scale * _MAGNITUDES[word]
        at = found.end(1)
    read = _unit_at(page, at, end, scale)
    if read is None:
        short = _SHORT.match(low, start, end)
        if short is not None:
            read = _unit_at(page, short.end(), end, _SHORT_OF[short[1]])
    if read is None:
        scaled = _SCALED.fullmatch(low, start, end)
        if scaled is not None:
            return Measure(_CURRENCIES[scaled[1] or scaled[4]], "money", _SCALES[scaled[2] or scaled[3]])
    if read is not None or known:
        return read if read is None or read.family != "end" else None
    words = page.words(at, end)
    return Measure(words, "noun", scale) if words and len(words.split()) <= 4 else None


def _unit_at(page: Page, at: int, end: int, scale: Decimal) -> Measure | None:
    """Return the unit of the tables of units that is all of [at, end), or what it is counted on: "đồng[/người]"."""
    following = _after_at(page.low, at, end)
    if following is None:
        return None
    after = _after_of(following)
    stop = following.end()
    per = None
    if stop < end and page.low[stop] == "/":
        per = page.words(stop + 1, end)
        stop = end
    if stop != end:
        return None
    if after.family == "noun":
        return Measure(page.words(following.start(1), following.end()), "noun", scale, per)
    return Measure(after.code, after.family, scale, per)


def measure_of_name(page: Page, start: int, end: int, *, known: bool = True) -> Measure | None:
    """Return the unit that the name of a row or column ends in: "Sản lượng (tr.tấn)", "Kim ngạch, tỷ USD".

    What stands in brackets at the end is one too if a magnitude is before it, or unless it has to be `known`.
    """
    brackets = list(IN_BRACKETS.finditer(page.low, start, end))
    for found in reversed(brackets):
        measure = measure_at(page, *found.span(1), known=True)
        if measure is not None:
            return measure
    if brackets and brackets[-1].end() == end:
        first, last = brackets[-1].span(1)
        if page.low.endswith(" %", first, last):
            return SHARE  # "(tăng, giảm %)"
        measure = measure_at(page, first, last)
        if measure is not None and (measure.scale != 1 or not (known or page.text[first:last].isupper())):
            return measure
    comma = page.low.rfind(", ", start, end)
    if comma >= 0 and end - comma <= _LONGEST:
        measure = measure_at(page, comma + 2, end, known=True)
        if measure is not None and (measure.family != "noun" or measure.scale != 1):
            return measure
    return None


def measure_of_caption(page: Page, start: int, end: int) -> Measure | None:
    """Return the unit of all rows below a line: "Triệu đồng", "Lớp - Class", "Chỉ số giá (năm trước = 100) - %"."""
    if end - start > _LONGEST_CAPTION:
        return None
    share = _SHARED.search(page.low, start, end)
    if share is not None:
        return SHARE
    measure = measure_of_name(page, start, end)
    if measure is not None:
        return measure
    gloss = _GLOSS.search(page.text, start, end)
    measure = measure_at(page, start, gloss.start() if gloss is not None else end, known=True)
    if measure is None or gloss is not None or measure.family in _SURE or measure.scale != 1:
        return measure
    return None


def is_share(page: Page, start: int, end: int) -> bool:
    """Whether a name tells that what is below or beside it are shares: "Tỷ lệ hộ nghèo"."""
    return _SHARES.match(page.low, start, end) is not None


def counted_by(page: Page, start: int, end: int, *, led: bool = False) -> Measure | None:
    """Return what a column or row counts whose name is "Số hồ sơ …", or "Hồ sơ" unless it has to be `led` by a word."""
    found = _COUNTS.match(page.low, start, end)
    if found is None and led:
        event = _EVENTS.match(page.low, start, end)
        return Measure(page.words(*event.span(1)).lower(), "noun", _ONE) if event is not None else None
    at = found.end() if found is not None else start
    following = _after_at(page.low, at, end)
    if found is not None and (following is None or _after_of(following).family == "end"):
        noun = _NOUN.match(page.low, at, end)  # "Số thương vụ năm 2024"
        return Measure(page.words(*noun.span(1)), "noun", _ONE) if noun is not None else None
    if following is None or _after_of(following).family != "noun":
        return None
    if _after_of(following).code in _TIMES:
        return None  # "Kỳ gốc"
    return Measure(page.words(following.start(1), following.end()), "noun", _ONE)


def measured(page: Page, draft: Draft, measure: Measure) -> None:
    """Give a figure the unit that its table names."""
    draft.unit, draft.family, draft.per = measure.unit, measure.family, measure.per
    draft.value = times(draft.value, measure.scale)
    if draft.to is not None:
        draft.to = times(draft.to, measure.scale)
    if draft.notes is not None:
        draft.notes.append(Note("unit", measure.unit, draft.start, draft.end, "the table's header or unit line"))
