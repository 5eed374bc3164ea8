"""By what a list is sorted, where not by relevance or as the texts stand."""

from __future__ import annotations

from dataclasses import dataclass

FIGURE_SORTS = ("value", "measured", "role", "period", "document")
"""What figures can be sorted by."""


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of figures; those that are equal in it stay as they were."""

    by: str
    """One of `FIGURE_SORTS`."""
    backward: bool = False
    """Whether the last comes first."""
