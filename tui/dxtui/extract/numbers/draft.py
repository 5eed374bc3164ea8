"""A number while it is being read."""

from decimal import Decimal
from typing import Final, NamedTuple

from dxtui.model.note import Note
from dxtui.model.number import Certainty, Direction, Figure, Number, NumberClass, Qualifier, Role

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_new: Final = tuple.__new__
"""What makes a named tuple, without the function between that takes as long again: a text has thousands."""


class Date(NamedTuple):
    """A date as written: where it ends, and the parts it names; 0 where it names none."""

    end: int
    """Past its last code point."""
    year: int = 0
    """The year, or the first of a span."""
    month: int = 0
    """1 to 12, or the first of a span."""
    day: int = 0
    """1 to 31, or the first of a span."""
    quarter: int = 0
    """1 to 4, or the first of a span."""
    last: int = 0
    """Where a span of days, months, quarters or years ends, in the same unit; 0 for one date."""
    ago: int = 0
    """How many years before the document's own the year is that it does not name; below zero for one to come."""
    week: int = 0
    """1 to 53, the week of the year."""


_FACTS: Final = (
    "after",
    "base",
    "baseline",
    "before",
    "bound",
    "certainty",
    "counted",
    "date",
    "direction",
    "end",
    "family",
    "guessed",
    "kind",
    "notes",
    "of",
    "per",
    "period",
    "qualifier",
    "role",
    "scale",
    "start",
    "subject",
    "threshold",
    "to",
    "unit",
    "value",
)


class Draft:
    """What is known so far of one number; spans as in `Number`, facts as in `Figure`."""

    __slots__ = _FACTS

    def __init__(self, start: int, end: int, kind: NumberClass) -> None:
        """Start with a span and a class."""
        self.start = start
        self.end = end
        self.kind: NumberClass = kind
        self.before = start
        """Where the words start that were read as its lead, qualifier or role."""
        self.after = end
        """Where its unit or counted phrase ends."""
        self.date: Date | None = None
        """What a date names."""
        self.period: str | None = None
        self.notes: list[Note] | None = None
        """Why it was read so, if somebody asked."""
        if kind != "figure":
            return
        self.value = _ZERO
        self.scale = _ONE
        """What the digits were multiplied by."""
        self.of: Decimal | None = None
        self.to: Decimal | None = None
        self.unit: str | None = None
        self.family = ""
        """The unit's kind, as `lexicon.after.After.family`."""
        self.guessed = False
        """Whether no table knows what it counts."""
        self.counted: str | None = None
        self.per: str | None = None
        self.qualifier: Qualifier = "exact"
        self.bound = False
        """Whether the qualifier sets a bound rather than observes one."""
        self.threshold = False
        """Whether it only tells what something else is said of: "đơn hàng từ 3 kg trở lên"."""
        self.base = False
        """Whether it is the round number that something is counted on: "12 bác sĩ/10.000 dân"."""
        self.role: Role = "level"
        self.direction: Direction | None = None
        self.baseline: str | None = None
        self.subject: str | None = None
        self.certainty: Certainty = "certain"

    def become(self, other: "Draft") -> None:
        """Take over what is known of another."""
        for name in _FACTS:
            if hasattr(other, name):
                setattr(self, name, getattr(other, name))

    def number(self) -> Number:
        """Return what was read, as a value that does not change."""
        if self.kind != "figure":
            return _new(Number, (self.start, self.end, self.kind, None, self.period))
        stated = (
            self.value,
            self.of,
            self.to,
            self.unit,
            self.counted,
            self.qualifier,
            self.role,
            self.direction,
            self.period,
            self.baseline,
            self.subject,
            self.per,
            self.certainty,
        )
        return _new(Number, (self.start, self.end, "figure", _new(Figure, stated), None))
