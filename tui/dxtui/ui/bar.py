"""Bars drawn in block characters, or in what a terminal has instead."""

import os
import sys
from decimal import Decimal
from functools import cache
from typing import NamedTuple


class _Ink(NamedTuple):
    steps: str
    """From nothing to a full cell."""
    shade: str
    """What a range is filled with."""


_FINE = _Ink(" ▏▎▍▌▋▊▉█", "░")
_COARSE = _Ink(" ▌█", "░")
_PLAIN = _Ink(" #", "-")


@cache
def ink() -> _Ink:
    """Return what this terminal can draw: the console of Linux knows no eighths, and some locales no blocks at all."""
    encoding = getattr(sys.__stdout__, "encoding", None) or "utf-8"
    if "utf" not in encoding.lower():
        return _PLAIN
    return _COARSE if os.environ.get("TERM") == "linux" else _FINE


def bar(share: float, width: int) -> str:
    """Return a bar that takes `share` (from 0 to 1) of `width` cells; something of it is seen where there is anything.

    >>> bar(0.5, 4), bar(0.001, 4), bar(0, 4)
    ('██', '▏', '')
    """
    signs = ink().steps
    full = len(signs) - 1
    steps = max(round(min(share, 1) * width * full), 1) if share > 0 else 0
    return signs[full] * (steps // full) + (signs[steps % full] if steps % full else "")


class Scale(NamedTuple):
    """What a column of bars shows: from the least value, or nought, to the greatest, or nought."""

    low: Decimal
    """At its left edge; 0 or less."""
    high: Decimal
    """At its right edge; 0 or more."""

    def bar(self, value: Decimal, to: Decimal | None, width: int) -> str:
        """Return the bar of `value` in `width` cells: to the right of nought, or to the left; a range goes on to `to`.

        >>> Scale(Decimal(-5), Decimal(5)).bar(Decimal(-5), None, 4), Scale(Decimal(0), Decimal(4)).bar(
        ...     Decimal(2), Decimal(4), 4
        ... )
        ('██', '██░░')
        """
        span = self.high - self.low
        if not span:
            return ""
        left = _cells(-self.low / span, width)
        if value < 0:
            size = max(_cells(-value / span, width), 1)
            return " " * max(left - size, 0) + ink().steps[-1] * size
        drawn = bar(float(value / span), width)
        end = _cells(to / span, width) if to is not None and to > value else 0
        return " " * left + drawn + ink().shade * max(min(end, width - left) - len(drawn), 0)


def _cells(share: Decimal, width: int) -> int:
    return round(float(share) * width)
