"""Why a number was read as it was: its statement is read once more, and every rule that speaks says so."""

from collections.abc import Sequence
from typing import Final

from dxtui.extract.numbers import read
from dxtui.extract.numbers.dates import period_of
from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.model import Statement
from dxtui.model.note import Note

_ORDER: Final = ("class", "value", "unit", "qualifier", "role", "period", "baseline", "subject")


def explain(text: str, statements: Sequence[Statement], anchor: str | None, start: int, end: int) -> tuple[Note, ...]:
    """Return what was read of the number at [start, end), each with its rule and the words it rests on.

    What no word decides (exact, level) is there too, with the reason that nothing spoke against it. Of two notes on one
    aspect the later rule had the last word, so only that is kept. Empty if no number is at that span.

    Args:
        text: as in `numbers.find`.
        statements: as in `numbers.find`.
        anchor: as in `numbers.find`.
        start: first code point of the number.
        end: past its last code point.
    """
    page = Page(text)
    page.notes = []
    for drafts in read(page, statements, anchor):
        if drafts[-1].end < end:
            continue
        for draft in drafts:
            if (draft.start, draft.end) == (start, end):
                return _notes(draft)
        return ()
    return ()


def _notes(draft: Draft) -> tuple[Note, ...]:
    said = {note.aspect: note for note in draft.notes or ()}
    here = draft.start, draft.end
    if draft.kind != said.get("class", Note("", "", 0, 0, "")).value:
        said["class"] = Note("class", draft.kind, *here, "number words that count, rank or date something")
    if draft.kind == "date":
        if draft.period is not None:
            full = draft.date is not None and period_of(draft.date, 0) is not None
            rule = "as the text writes it" if full else "completed by the document's own year"
            said["period"] = Note("period", draft.period, *here, rule)
        return _sorted(said, ("class", "period"))
    if draft.kind != "figure":
        return _sorted(said, ("class",))
    if "unit" not in said:
        said["unit"] = Note("unit", draft.unit or "none", draft.end, draft.after, "nothing countable stands behind it")
    if "qualifier" not in said:
        said["qualifier"] = Note("qualifier", draft.qualifier, *here, "no word opens or widens its value")
    if draft.role not in (note := said.get("role", Note("", "", 0, 0, ""))).value or not note.value:
        said["role"] = Note("role", draft.role, *here, "no word makes it a change, a multiple, a rank or a target")
    if draft.period is None:
        said["period"] = Note("period", "none", *here, "its sentence names no time for it")
    elif "period" not in said or said["period"].value != draft.period:
        said["period"] = Note("period", draft.period, *here, "the time of its column, its row or the heading above it")
    return _sorted(said, _ORDER)


def _sorted(said: dict[str, Note], aspects: Sequence[str]) -> tuple[Note, ...]:
    return tuple(said[aspect] for aspect in aspects if aspect in said)
