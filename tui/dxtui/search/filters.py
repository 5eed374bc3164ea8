"""Fields of the query language: what a filter asks, and what is said of one that cannot be read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import dropwhile
from typing import NamedTuple, get_args

from dxtui.lexicon.tables import table
from dxtui.model.number import NUMBER_CLASSES, Direction, Qualifier, Role
from dxtui.model.period import bounds
from dxtui.model.task import TaskState
from dxtui.search.amounts import number, plain_scales, scales, unspaced
from dxtui.text.fold import fold
from dxtui.tomlfile import nearest

ROLES: tuple[str, ...] = get_args(Role)
STANDINGS: tuple[str, ...] = ("overdue", *get_args(TaskState))
KINDS: tuple[str, ...] = (*ROLES, *get_args(Qualifier), *get_args(Direction), *STANDINGS)


class Problem(NamedTuple):
    """What could not be understood in a query."""

    start: int
    """Where it starts in the query's text."""
    end: int
    """Where it ends."""
    message: str
    """What is wrong, one line."""
    hint: str
    """What would be right, one line."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a field asks for."""

    field: str
    """Its name, one of `FIELDS`."""
    text: str
    """What was asked, as typed; a unit by its code, a role, class or kind by the model's own word."""
    low: Decimal | str | None = None
    """Of value: the least amount; of period, date and deadline: the first day, ISO. None is no bound."""
    high: Decimal | str | None = None
    """The greatest amount, or the last day."""
    low_in: bool = True
    """Whether `low` itself is in."""
    high_in: bool = True
    """Whether `high` itself is in."""
    negated: bool = False
    """Whether it must not hold."""
    start: int = 0
    """Where it starts in the query's text."""
    end: int = 0
    """Where it ends."""


_Read = Callable[[str], "tuple[str, object, object] | None"]


def _amount(text: str) -> Decimal | None:
    """Return the amount written as `text`, magnitude words included, or None."""
    found = re.fullmatch(
        r"([-−+]?)([0-9][0-9.,]{0,60}) {0,2}([^\W\d_ ]{0,10}(?: [^\W\d_]{1,10}){0,2})", unspaced(text.strip())
    )
    value = number(found[2]) if found else None
    if found is None or value is None:
        return None
    for word in found[3].lower().split():
        factor = scales().get(word) or plain_scales().get(fold(word))
        if factor is None:
            return None
        value *= factor
    return -value if found[1] in ("-", "−") else value


_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{4})")
_PART = re.compile(r"([QH][1-4])[/ -]?([0-9]{4})|([0-9]{4})[/ -]?([QH][1-4])", re.IGNORECASE)


def _days(text: str) -> tuple[str, str] | None:
    """Return the first and last day of a time written as 2023, 2023-05, 5/2023, 28/12/2023, Q1/2023, 2023-Q1.

    Or in words as texts have it: quý III/2023, 6 tháng đầu năm 2023.
    """
    period = text.strip()
    if found := _DAY.fullmatch(period):
        period = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    elif found := _MONTH.fullmatch(period):
        period = f"{found[2]}-{int(found[1]):02}"
    elif found := _PART.fullmatch(period):
        period = f"{found[2] or found[3]}-{(found[1] or found[4]).upper()}"
    else:
        period = _worded(period) or period
    days = bounds(period) if period[:4].isdigit() else None
    return (days[0].isoformat(), days[1].isoformat()) if days else None


def _worded(text: str) -> str | None:
    """Return the period that `text` tells of in words, or None."""
    if not any(map(str.isalpha, text)) or len(text) > _LONGEST_TIME:
        return None
    from dxtui.extract.numbers import find  # Takes long to import and is seldom needed.
    from dxtui.model import Statement

    found = find(text, (Statement(0, len(text), "sentence"),), None)
    periods = {one.period for one in found if one.period is not None and one.kind == "date"}
    return periods.pop() if len(periods) == len(found) == 1 else None


_LONGEST_TIME = 60


def _value_bounds(text: str) -> tuple[Decimal, Decimal] | None:
    value = _amount(text)
    return None if value is None else (value, value)


_RANGES: dict[str, tuple[Callable[[str], "tuple[Decimal, Decimal] | tuple[str, str] | None"], str]] = {
    "value": (_value_bounds, "a number: value:40, value:>1,5tỷ, value:1tỷ..2tỷ"),
    "period": (_days, "a time: period:2023, period:Q1/2023, period:2022..2024"),
    "date": (_days, "a date: date:2023, date:>=5/2023, date:28/12/2023"),
    "deadline": (_days, "a date: deadline:<2025, deadline:2024..2025"),
}
_CHOICES: dict[str, tuple[str, ...]] = {"role": ROLES, "is": KINDS, "class": NUMBER_CLASSES}
_NAMES = ("org", "person", "place", "law", "system", "programme", "doc", "publisher", "who")

FIELDS: tuple[str, ...] = ("unit", *_RANGES, *_CHOICES, *_NAMES)
"""The names of all fields."""


def read_filter(
    name: str, value: str, start: int, end: int, negated: bool
) -> tuple[tuple[Filter, ...], tuple[Problem, ...]]:
    """Return what the field `name` with `value`, from `start` to `end` of the query, asks, or what is wrong with it."""
    value = value.strip()
    if name in _RANGES:
        return _range(name, value, start, end, negated)
    if not value:
        return (), (Problem(start, end, f"{name}: has no value", f'{name}:"…"'),)
    if name in _CHOICES:
        word = value.lower()
        if word not in _CHOICES[name]:
            choices = ", ".join(_CHOICES[name])
            near = nearest(word, _CHOICES[name])
            hint = f"did you mean {name}:{near}? One of {choices}" if near else f"one of {choices}"
            return (), (Problem(start, end, f"{name}: has no {value!r}", hint),)
        return (Filter(name, word, negated=negated, start=start, end=end),), ()
    text = value
    if name == "unit":
        code = unit_code(value)
        if code is None:
            hint = f"amounts: value:>=1{value}, value:1{value}..2{value}; units: unit:đồng, unit:người"
            return (), (Problem(start, end, f"unit: {value!r} only multiplies a number", hint),)
        text = code
    return (Filter(name, text, negated=negated, start=start, end=end),), ()


def _range(
    name: str, value: str, start: int, end: int, negated: bool
) -> tuple[tuple[Filter, ...], tuple[Problem, ...]]:
    """Return the filter for a value, or a time, with its bounds."""
    read, hint = _RANGES[name]
    percent = name == "value" and value.endswith("%")
    text = value.replace("%", "") if name == "value" else value
    operator = next((sign for sign in (">=", "<=", "≥", "≤", ">", "<", "=") if text.startswith(sign)), "")
    first, dots, last = text[len(operator) :].partition("..")
    low, high = (read(part) if part.strip() else None for part in (first, last if dots else first))
    bad = (first.strip() and low is None) or (dots and last.strip() and high is None) or not (low or high)
    if bad or (operator and dots):
        return (), (Problem(start, end, f"{name}: cannot read {value!r}", hint),)
    least, most = low[0] if low else None, high[1] if high else None
    low_in = high_in = True
    if operator in (">", ">=", "≥"):
        least, most, low_in = (low and low[operator == ">"]), None, operator != ">"
    elif operator in ("<", "<=", "≤"):
        least, most, high_in = None, (high and high[operator != "<"]), operator != "<"
    if least is not None and most is not None and least > most:  # type: ignore[operator]
        return (), (Problem(start, end, f"{name}: from {first.strip()} to {last.strip()} is empty", hint),)
    found = Filter(name, value, least, most, low_in, high_in, negated, start, end)
    return (found, *((Filter("unit", "%", start=start, end=end),) if percent else ())), ()


@cache
def _units() -> dict[str, str]:
    rows = [rows for rows in table("units").values() if isinstance(rows, dict)]
    return {fold(form): code for row in rows for form, code in row.items() if isinstance(code, str)}


def unit_code(text: str) -> str | None:
    """Return the code of a unit as people write it, or the text itself where it names no unit known.

    What multiplies is no part of the unit; None where it is all there is.

    >>> unit_code("đồng"), unit_code("usd"), unit_code("hồ sơ"), unit_code("tỷ đồng"), unit_code("nghìn tỷ")
    ('VND', 'USD', 'hồ sơ', 'VND', None)
    """
    code = _units().get(fold(text))
    if code is not None:
        return code
    words = fold(text).split()
    rest = list(dropwhile(plain_scales().__contains__, words))
    if len(rest) == len(words):
        return text
    return _units().get(" ".join(rest), " ".join(text.split()[-len(rest) :])) if rest else None


def unknown_field(name: str, start: int, end: int) -> Problem:
    """Return what is said of a word before a colon that names no field."""
    near = nearest(name, FIELDS)
    hint = f"did you mean {near}:? " if near else ""
    return Problem(start, end, f"no field is called {name!r}", f"{hint}Fields: {', '.join(FIELDS)}")
