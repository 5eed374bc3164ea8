"""Making panes larger and smaller, and one as large as there is room."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widget import Widget

from dxtui.ui.bindings import bound
from dxtui.ui.panes import NARROW, Panes
from dxtui.ui.sizes import Sizes


class Sized(Panes):
    """The panes, whose sizes the reader sets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("z", "maximise", "pane.maximise", show=False),
        bound("greater_than_sign", "wider(1)", "pane.wider", show=False),
        bound("less_than_sign", "wider(-1)", "pane.narrower", show=False),
        bound("plus", "taller(1)", "pane.taller", show=False),
        bound("minus", "taller(-1)", "pane.lower", show=False),
        bound("equals_sign", "even", "pane.reset", show=False),
    ]

    sizes = Sizes()
    """The sizes of the panes."""

    @property
    def here(self) -> Widget:
        """The pane that has the keys, or had them last."""
        return self.source if self.focused is self.source else self.active

    def resize(self, sizes: Sizes) -> None:
        """Give the panes these sizes."""
        self.sizes = sizes
        narrow = self.has_class(NARROW)
        for name, column in self.columns.items():
            column.styles.width = None if narrow else f"{sizes.width[name]}fr"
        for pane in self.lists:
            pane.styles.height = None if narrow else f"{sizes.height[pane.noun]}fr"
        self.source.styles.height = f"{sizes.stack}%" if narrow and not self.has_class("-maximised") else None

    def action_wider(self, by: int) -> None:
        """Make the column of the pane wider or narrower."""
        if not self.has_class(NARROW):
            self.resize(self.sizes.wider(self.here.id or "", by))

    def action_taller(self, by: int) -> None:
        """Make the pane higher or lower; in the stack it and the source share the height."""
        if self.has_class(NARROW):
            self.resize(self.sizes.stacked(by if self.here is self.source else -by))
        else:
            self.resize(self.sizes.taller(self.here.id or "", by))

    def action_even(self) -> None:
        """Give all panes the sizes they had at first."""
        self.resize(Sizes())

    def action_maximise(self) -> None:
        """Show only the pane that has the keys, or all of them again."""
        self.toggle_class("-maximised")
        self._enlarge()
        self.resize(self.sizes)

    def _enlarge(self) -> None:
        """Let what is shown alone be the pane that has the keys."""
        here = self.here
        for pane in (*self.lists, self.source):
            pane.set_class(pane is here, "-large")
        for column in self.columns.values():
            column.set_class(column is here or column is here.parent, "-large")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the pane that got the keys, where only one is shown."""
        super().on_descendant_focus(event)
        self._enlarge()

    def on_resize(self) -> None:
        """Take the sizes of the stack or of the columns, as there is room."""
        super().on_resize()
        self.call_later(self.resize, self.sizes)
