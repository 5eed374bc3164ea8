"""Extents: numbers with crosses between that one unit measures, "4x6 cm", "3 x 4 x 2,5 m"."""

import re
from typing import Final

from dxtui.lexicon.after import afters

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_EXTENT: Final = re.compile(r"(?: ?[x×] ?\d++(?:[.,]\d++)?+)++")


def is_extent(low: str, end: int, limit: int) -> bool:
    """Whether the number that ends at `end` is one side of an extent with a unit: "4x6 cm"."""
    return extent_end(low, end, limit) > end


def extent_end(low: str, end: int, limit: int) -> int:
    """Return where the last number of an extent ends, whose unit is that of all: "4[x6] cm"; `end` if it is none."""
    found = _EXTENT.match(low, end, limit)
    if found is None:
        return end
    following = _after_at(low, found.end(), limit)
    return found.end() if following is not None and _after_of(following).family == "measure" else end
