"""The panel that lists what could not be read."""

from collections.abc import Sequence

from dxtui.model import Problem
from dxtui.ui.literal import content
from dxtui.ui.panel import Panel

_SHOWN = 500
"""Problems that are listed."""


def problems_panel(problems: Sequence[Problem]) -> Panel:
    """Return the panel that lists `problems`, each file with its reason."""
    if not problems:
        return Panel("No problems", content("Every file was read."), "Any key closes this.")
    lines = [f"{problem.path}\n    {problem.reason}" for problem in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        lines.append(f"… and {len(problems) - _SHOWN:,} more")
    many = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
    return Panel(f"{many} while reading", content("\n".join(lines)), "Any key closes this.")
