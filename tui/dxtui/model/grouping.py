"""By what the figures of a list can be put into groups."""

from typing import Literal, get_args

Grouping = Literal["unit", "entity", "document", "period"]
"""What the figures of one group have in common; a figure is in the group of each entity that its statement names."""

GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)
