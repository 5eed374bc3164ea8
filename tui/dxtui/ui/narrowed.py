"""What narrows the lists beside the query: chosen in a list, told above the panes, taken off again one by one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual.binding import BindingType

from dxtui.model.grouping import Grouping
from dxtui.model.narrowing import WIDE, ByDocument, ByEntity, ByFigures, Narrowing, Part
from dxtui.ui.bindings import bound
from dxtui.ui.keys import key_name
from dxtui.ui.literal import clip
from dxtui.ui.rowlist import RowList, Sought
from dxtui.ui.sized import Sized
from dxtui.ui.spots import Spot
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.ui.desk import Desk
    from dxtui.ui.trail import Step, Trail

_PARTS: dict[str, type[Part]] = {"document": ByDocument, "entity": ByEntity, "figures": ByFigures}
"""What can narrow, by what a reader calls it."""

_LEAST = 12
"""Cells that the name of what narrows has, however narrow the screen is."""


class Narrowed(Sized):
    """The panes with what narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("backspace", "widen", "widen"),
    ]

    narrowing = WIDE
    """What the lists are narrowed to."""
    _query = ""
    """What was asked last."""

    _desk: Desk
    _trail: Trail
    _pending: bool
    _waiting: list[Callable[[], None]]

    @property
    @abstractmethod
    def _selected(self) -> str | None:
        """The id of what is selected."""

    @abstractmethod
    def _here(self) -> Step:
        """Return where the reader is."""

    @abstractmethod
    def _show(self, id: str, *, follow: bool = True) -> None:
        """Show the place that `id` names."""

    def ask(self, query: str, narrowing: Narrowing) -> None:
        """Ask for the lists that answer `query` within `narrowing`."""
        self._pending = True
        self._query = query
        self.narrowing = narrowing
        self.show_chips()
        self._desk.ask(query, narrowing, self.figures.sort, self.figures.group)
        self.refresh_bindings()

    def narrow(self, narrowing: Narrowing) -> None:
        """Ask for the lists within `narrowing`, with a way back, and give the keys to the figures."""
        self._trail.leave(self._here())
        self._waiting.append(self._to_what_there_is)
        self.ask(self.search.value, narrowing)
        self.focus_list(self.figures)

    def _to_what_there_is(self) -> None:
        """Where there are no figures, give the keys to the statements; without any, show the document."""
        if self.active is self.figures and not self.figures.rows and self.statements.rows:
            self.focus_list(self.statements)
            self._preview_of(self.statements)
        elif self._selected is None and self.narrowing.document is not None:
            self._show(self.narrowing.document.id)

    def narrow_to(self, row: object) -> bool:
        """Narrow to what a row of the documents or of the entities tells of; whether it is such a row."""
        from dxtui.model.rows import DocumentRow, EntityRow  # Not on the way to the first paint.

        match row:
            case DocumentRow():
                self.narrow(self.narrowing.to(ByDocument(row.id, row.place.document.label)))
            case EntityRow():
                self.narrow(self.narrowing.to(ByEntity(row.canonical, row.type)))
            case _:
                return False
        return True

    def action_widen(self, what: str = "") -> None:
        """Take off the part of this kind that narrows, or the last one that was chosen."""
        if self.narrowing:
            self.narrow(self.narrowing.without(_PARTS[what] if what else type(self.narrowing.by[-1])))

    def chosen_in(self, pane: RowList[Any]) -> Sought | None:
        """Return how to know the row of `pane` that narrows the others, if one does."""
        document, entity = self.narrowing.document, self.narrowing.entity
        if pane is self.documents and document is not None:
            return lambda row: bool(row.id == document.id)
        if pane is self.entities and entity is not None:
            return lambda row: bool((row.canonical, row.type) == (entity.name, entity.type))
        return None

    def show_chips(self) -> None:
        """Tell what narrows, where anything does."""
        told = chips(self.narrowing, self.figures.group, self.size.width, self.key_of("widen", "backspace"))
        self.set_class(bool(told), "-narrowed")
        self.chips.show(told)

    def keys_of(self, id: str, keys: str) -> str:
        """Return the keys of the binding `id`: the reader's own, or `keys`."""
        return str(self.app._keymap.get(id, keys))  # noqa: SLF001  Textual has no other way to read it.

    def key_of(self, id: str, keys: str) -> str:
        """Return how a reader calls the first key of `id`: the reader's own, or that of `keys`."""
        return key_name(self.keys_of(id, keys).partition(",")[0])

    def on_resize(self) -> None:
        """Tell as much of what narrows as the width allows."""
        super().on_resize()
        self.show_chips()


def chips(narrowing: Narrowing, group: Grouping | None, width: int, key: str = "") -> list[Spot]:
    """Return what narrows and what groups, each with a cross to take it off by a click, in `width` cells.

    What kind of thing each is, is said where there is room for it, and so is the `key` that takes off the last.
    """
    told = [_told(part) for part in narrowing.by]
    by = say("grouped.figures", by=say(f"grouped.{group}")) if group is not None else ""
    full = [_chips(told, by, width, kinds=kinds) for kinds in (True, False)]
    spots = next((form for form in full if _width(form) <= width), full[-1])
    if key and spots and _width(spots) + cell_len(key) + 2 <= width:
        spots.append(Spot(f" {key} ", "muted"))
    return spots


def _chips(told: Sequence[tuple[str, str]], by: str, width: int, *, kinds: bool) -> list[Spot]:
    """Return the chips of what is `told` and of what groups, with what kind of thing each is or without."""
    spots = [Spot(f" {say('narrowed.only')} ", "muted")] if told else []
    grouped = [Spot("· " if told else " ", "muted"), Spot(by), Spot(" × ", "key", action="ungroup")] if by else []
    befores = []
    for at, (kind, _) in enumerate(told):
        befores.append(f"{'·' if at else ''} {say(f'narrowed.{kind}') + ' ' if kinds else ''}")
    least = _LEAST if kinds else _LEAST // 2
    room = width - _width([*spots, *grouped]) - sum(map(cell_len, befores)) - len(" × ") * len(told)
    for at, (before, (kind, name)) in enumerate(zip(befores, told, strict=True)):
        shown = clip(name, max(room // (len(told) - at), least))
        spots += [Spot(before, "muted"), Spot(shown, "name"), Spot(" × ", "key", action=f"widen('{kind}')")]
        room -= cell_len(shown)
    return spots + grouped


def _width(spots: Sequence[Spot]) -> int:
    return sum(cell_len(spot.text) for spot in spots)


def _told(part: Part) -> tuple[str, str]:
    """Return what kind of thing narrows, and what it is called."""
    match part:
        case ByDocument():
            return "document", part.label or part.id
        case ByEntity():
            return "entity", part.name
        case ByFigures():
            nothing = say("grouped.period_none") if part.days == (None, None) else ""
            return "figures", " ".join(word for word in (part.label, nothing) if word)
