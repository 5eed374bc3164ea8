"""The panel that lists what could not be read."""

from collections.abc import Sequence

from dxtui.model import Problem
from dxtui.ui.literal import content
from dxtui.ui.messages import message
from dxtui.ui.panel import Panel
from dxtui.ui.words import say

_SHOWN = 500
"""Problems that are listed."""


def problems_panel(problems: Sequence[Problem]) -> Panel:
    """Return the panel that lists `problems`, each file with its reason."""
    if not problems:
        return Panel(say("panels.no_problems"), content(say("panels.all_read")), say("panels.close"))
    wrong, copies = ([one for one in problems if one.is_copy is copy] for copy in (False, True))
    lines = _lines(wrong)
    if copies:
        lines += [*([""] if lines else []), say("panels.copies"), "", *_lines(copies)]
    title = say("panels.problems", n=len(wrong)) if wrong else say("panels.no_problems")
    return Panel(title, content("\n".join(lines)), say("panels.close"))


def _lines(problems: Sequence[Problem]) -> list[str]:
    """Return the first of `problems`, each with its file, and how many more there are."""
    lines = [f"{problem.path}\n    {message(problem.reason)}" for problem in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        lines.append(say("panels.more", n=len(problems) - _SHOWN))
    return lines
