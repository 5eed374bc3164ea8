"""The panel that tells of one entity: what it is called, where it is named, and what is said with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxtui.text.visible import visible_line
from dxtui.ui.literal import content
from dxtui.ui.panel import Panel
from dxtui.wording import worded

if TYPE_CHECKING:
    from dxtui.explorer import EntityPage

_SHOWN = 100
"""Rows of each list that are told."""


def entity_panel(page: EntityPage) -> Panel:
    """Return the panel over `page`."""
    lists = {
        "Names": [f"{name}  {count}" for name, count in page.names[:_SHOWN]],
        "Documents": [row.place.document.label for row in page.documents[:_SHOWN]],
        "Most often named with": [f"{row.canonical}  {len(row.mentions)}" for row in page.beside[:_SHOWN]],
        "Figures": [f"{said.amount}  {said.measured}" for said in map(worded, page.figures[:_SHOWN])],
        "Tasks": [f"{row.task.deadline or '–'}  {row.task.what}" for row in page.tasks[:_SHOWN]],
        "Statements": [row.place.quote for row in page.statements[:_SHOWN]],
    }
    lines: list[str] = []
    for title, rows in lists.items():
        if rows:
            lines += ["", title] if lines else [title]
            lines += ["  " + " ".join(row.split()) for row in rows]
    entity = page.entity
    title = visible_line(f"{entity.canonical} ({entity.type}), named {len(entity.mentions)} times")
    return Panel(title, content("\n".join(lines)), "Up and down scroll; any other key closes this.")
