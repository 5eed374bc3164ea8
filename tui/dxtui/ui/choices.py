"""The names that a statement has, from which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from dxtui.model import Mention, Reading, parse_id, row_id
from dxtui.model.rows import MentionRow, Place
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList
from dxtui.ui.words import say


class Choices(RowList[MentionRow]):
    """What is named: as it is called, what kind of thing it is, and as it is written here."""

    noun: ClassVar[str] = "names"
    columns: ClassVar[tuple[Column, ...]] = (
        Column("name", least=24, most=400, rank=0, takes_rest=True),
        Column("type", least=4, most=12, rank=2, whole=True),
        Column("written", least=12, most=40, rank=1),
    )

    def cells(self, row: MentionRow) -> Sequence[Cell]:
        """Return the fields of a name."""
        mention, written = row.mention, row.place.surface
        return (
            Cell(mention.canonical),
            Cell(say(f"types.{mention.type}"), mention.type, matched=False),
            Cell("" if written == mention.canonical else written, "muted"),
        )


def named_at(reading: Reading, place: Place, id: str) -> list[MentionRow]:
    """Return what is named by `id` itself or else in the statement of `place`, each once; of a task who has it first.

    Who has a task may be named elsewhere: in the heading above it, or in the sentence before.
    """
    parts = parse_id(id)
    statement = place.statement
    if parts is None or statement is None:
        return []
    mentions = [m for m in reading.mentions if statement.start <= m.start < statement.end]
    if parts.kind == "e":
        mentions = [m for m in mentions if m.start == parts.start] or mentions
    doers = {task.who for task in reading.tasks if parts.kind == "t" and task.start == parts.start}
    if doers:
        mentions.sort(key=lambda m: m.canonical not in doers)
        if not any(m.canonical in doers for m in mentions):
            before = [m for m in reading.mentions if m.canonical in doers and m.start < place.start]
            mentions[:0] = before[-1:] or [m for m in reading.mentions if m.canonical in doers][:1]
    once: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        once.setdefault((mention.canonical, mention.type), mention)
    return [_row(reading, mention) for mention in once.values()]


def _row(reading: Reading, mention: Mention) -> MentionRow:
    document = reading.document
    held = next((s for s in reading.statements if s.start <= mention.start < s.end), None)
    place = Place(document, held, mention.start, mention.end)
    return MentionRow(row_id(document.id, "e", mention.start, mention.end), place, mention)
