"""The panel that says why a number was read as it was, and why a row is among those that were found."""

from collections.abc import Sequence

from dxtui.model.note import Note
from dxtui.model.rows import Place
from dxtui.ui.literal import cells, clip, content
from dxtui.ui.messages import message, read_as
from dxtui.ui.panel import Panel
from dxtui.ui.words import say

_QUERY = 60
"""Cells of a query that are shown."""


def reasons_panel(place: Place, notes: Sequence[Note], query: str, why: Sequence[str]) -> Panel:
    """Return the panel that tells of the row at `place`.

    It lists `notes`, if it is a number: what was read, by which rule, from which words. Then `why` it answers `query`.
    """
    text = place.document.text
    width = max((cells(message(note.aspect)) for note in notes), default=0)
    found = say("panels.why", query=clip(query, _QUERY)) if why else ""
    lines = []
    for note in notes:
        words = " ".join(text[note.start : note.end].split())
        aspect = message(note.aspect)
        lines.append(f"{aspect}{' ' * (width - cells(aspect))}  {read_as(note, words)}")
        lines.append(f"{'':<{width}}  {message(note.rule)}" + (f": “{words}”" if words else ""))
    if notes and why:
        lines += ["", found]
    lines += map(message, why)
    title = say("panels.reasons", surface=place.surface) if notes else found
    return Panel(title, content("\n".join(lines)), say("panels.close"))
