"""The panel that says why a number was read as it was."""

from collections.abc import Sequence

from dxtui.model.note import Note
from dxtui.model.rows import Place
from dxtui.ui.literal import cells, content
from dxtui.ui.messages import message
from dxtui.ui.panel import Panel
from dxtui.ui.words import say

_QUOTED = ("subject", "unit")
_NOTHING = "none"


def reasons_panel(place: Place, notes: Sequence[Note]) -> Panel:
    """Return the panel that lists `notes` on the number at `place`: what was read, by which rule, from which words."""
    text = place.document.text
    width = max((cells(message(note.aspect)) for note in notes), default=0)
    lines = []
    for note in notes:
        words = " ".join(text[note.start : note.end].split())
        aspect = message(note.aspect)
        # What is measured, and a unit, are words of the document.
        value = note.value if note.aspect in _QUOTED and note.value != _NOTHING else message(note.value)
        lines.append(f"{aspect}{' ' * (width - cells(aspect))}  {value}")
        lines.append(f"{'':<{width}}  {message(note.rule)}" + (f": “{words}”" if words else ""))
    return Panel(say("panels.reasons", surface=place.surface), content("\n".join(lines)), say("panels.close"))
