"""The panel that says why a number was read as it was."""

from collections.abc import Sequence

from dxtui.model.note import Note
from dxtui.model.rows import Place
from dxtui.ui.literal import cells, content
from dxtui.ui.messages import message, read_as
from dxtui.ui.panel import Panel
from dxtui.ui.words import say


def reasons_panel(place: Place, notes: Sequence[Note]) -> Panel:
    """Return the panel that lists `notes` on the number at `place`: what was read, by which rule, from which words."""
    text = place.document.text
    width = max((cells(message(note.aspect)) for note in notes), default=0)
    lines = []
    for note in notes:
        words = " ".join(text[note.start : note.end].split())
        aspect = message(note.aspect)
        lines.append(f"{aspect}{' ' * (width - cells(aspect))}  {read_as(note)}")
        lines.append(f"{'':<{width}}  {message(note.rule)}" + (f": “{words}”" if words else ""))
    return Panel(say("panels.reasons", surface=place.surface), content("\n".join(lines)), say("panels.close"))
