"""What is clicked in the source is selected, as if it had been found in a list."""

from __future__ import annotations

from textual import on

from dxtui.ui.arranged import Arranged
from dxtui.ui.source import SourceView


class Picked(Arranged):
    """The panes, whose lists follow a click in the source."""

    @on(SourceView.Picked)
    def _picked(self, event: SourceView.Picked) -> None:
        """Select what was clicked, in the list that has such rows and in the others."""
        event.stop()
        self._show(event.id)
        self.stand_at(event.id)
