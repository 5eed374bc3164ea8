"""Numbers: every one of a text, and what a figure among them states."""

from decimal import Decimal
from typing import Literal, NamedTuple, get_args

NumberClass = Literal["figure", "date", "reference", "ordinal", "grade", "name", "list", "clock"]
"""What a number does in its text."""

NUMBER_CLASSES: tuple[NumberClass, ...] = get_args(NumberClass)

Qualifier = Literal["exact", "about", "over", "under", "at_least", "at_most"]
"""How the words around a figure open or widen its value."""

Role = Literal["level", "change", "multiple", "rank", "target"]
"""What a figure says of what it measures."""

Direction = Literal["up", "down"]
"""Which way a change or multiple goes."""

Certainty = Literal["certain", "likely", "unclear"]
"""How sure the value is where a separator may be read in two ways ("1.250", "1,250"): "likely" where the document's own
habit or the unit decides, "unclear" where only the custom of Vietnamese does."""


class Figure(NamedTuple):
    """What a number of class figure states. All text fields are in the document's own words."""

    value: Decimal
    """Exact, magnitude applied; the lower end of a range, the numerator of a ratio."""
    of: Decimal | None = None
    """The denominator of a ratio a/b."""
    to: Decimal | None = None
    """The upper end of a range with one unit."""
    unit: str | None = None
    """"%", an ISO 4217 or UCUM code, a symbol, "×" for multiples, a counted noun, or None for a bare index."""
    counted: str | None = None
    """The counted noun phrase as it stands in the text."""
    qualifier: Qualifier = "exact"
    """Whether the value is stated as exact, about, or as a bound."""
    role: Role = "level"
    """Level, change, multiple, rank or target."""
    direction: Direction | None = None
    """For a change or a multiple."""
    period: str | None = None
    """The time it speaks of, if its own sentence says so: "2023", "2022-08", "2020-Q3", "2022-H1", "2020/2022"."""
    baseline: str | None = None
    """The time it is compared with, in the same form, or "same-period:2022"."""
    subject: str | None = None
    """What is measured, a few words of the text."""
    per: str | None = None
    """What the unit is a rate on: "tháng" in "5 triệu đồng/tháng"."""
    certainty: Certainty = "certain"
    """How sure the value is."""


class Number(NamedTuple):
    """A number at a span. Every digit of a text lies in exactly one, and each has exactly one class."""

    start: int
    """First code point: includes magnitude words, a sign, % and the whole of a ratio or date."""
    end: int
    """Past the last code point."""
    kind: NumberClass
    """Its class."""
    figure: Figure | None = None
    """What it states; present for class figure and only there."""
    period: str | None = None
    """For class date: the time it names, resolved as far as the text allows, in the form of `Figure.period`."""
