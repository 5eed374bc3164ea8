"""The thread that reads and asks, so that the keys never wait for it.

One daemon thread owns the explorer. Of the queries that come while it works only the newest is answered: the work on an
older one ends at its next step. It tells what happened by messages, which any thread may post; quitting does not wait
for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from dxtui.model.grouping import Grouping
from dxtui.model.narrowing import WIDE, Narrowing
from dxtui.model.sorting import Sort

if TYPE_CHECKING:
    from dxtui.explorer import EntityPage, Explorer, Named, View
    from dxtui.settings import Settings


class _GivenUp(BaseException):
    """Raised inside the reading to leave it when the app has ended."""


class Desk:
    """Reads the documents, then answers queries, in a thread of its own."""

    class Progress(Message):
        """So many of so many documents are read."""

        def __init__(self, done: int, total: int) -> None:
            """Take how many are read, of how many."""
            super().__init__()
            self.done = done
            self.total = total

    class Opened(Message):
        """The documents are read and can be asked."""

        def __init__(self, explorer: Explorer, everything: View) -> None:
            """Take the explorer over them, and all rows."""
            super().__init__()
            self.explorer = explorer
            self.everything = everything

    class Answered(Message):
        """A query has its answer; there is no newer query."""

        def __init__(self, view: View) -> None:
            """Take the answer."""
            super().__init__()
            self.view = view

    class Told(Message):
        """All that is said of an entity is gathered."""

        def __init__(self, page: EntityPage) -> None:
            """Take it."""
            super().__init__()
            self.page = page

    class Named(Message):
        """What is called by some words is found."""

        def __init__(self, words: str, named: Named) -> None:
            """Take the words and what they name."""
            super().__init__()
            self.words = words
            self.named = named

    class Fetched(Message):
        """What was to be fetched is there."""

        def __init__(self, what: object) -> None:
            """Take it."""
            super().__init__()
            self.what = what

    class Failed(Message):
        """The documents cannot be opened, or a query broke something."""

        def __init__(self, error: BaseException) -> None:
            """Take what was raised."""
            super().__init__()
            self.error = error

    def __init__(self, owner: MessagePump, paths: Sequence[Path], settings: Settings) -> None:
        """Prepare to read `paths` and to tell `owner` of it."""
        self._owner = owner
        self._paths = paths
        self._settings = settings
        self._asked: tuple[str, Narrowing, Sort | None, Grouping | None] | None = ("", WIDE, None, None)
        self._entity: tuple[str, str, MessagePump] | None = None
        self._sought: tuple[str, MessagePump] | None = None
        self._errand: tuple[Callable[[Explorer], object], MessagePump] | None = None
        self._news = Condition()
        self._closed = False
        self._thread = Thread(target=self._work, name="desk", daemon=True)

    def start(self) -> None:
        """Start reading."""
        self._thread.start()

    def ask(self, query: str, narrowing: Narrowing, sort: Sort | None, group: Grouping | None) -> None:
        """Ask `query` within what narrows, its figures sorted and in groups; an older one that waits is forgotten."""
        with self._news:
            self._asked = query, narrowing, sort, group
            self._news.notify_all()

    def tell(self, name: str, type: str, owner: MessagePump) -> None:
        """Gather all that is said of an entity for `owner`; what was asked before and is not begun is forgotten."""
        with self._news:
            self._entity = name, type, owner
            self._news.notify_all()

    def seek(self, words: str, owner: MessagePump) -> None:
        """Look for documents and entities by their names for `owner`; what was looked for before is forgotten."""
        with self._news:
            self._sought = words, owner
            self._news.notify_all()

    def fetch(self, errand: Callable[[Explorer], object], owner: MessagePump) -> None:
        """Fetch what `errand` returns for `owner`; what was asked before and is not begun is forgotten."""
        with self._news:
            self._errand = errand, owner
            self._news.notify_all()

    def close(self) -> None:
        """Leave the work where it stands."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def ended(self, seconds: float) -> bool:
        """Wait for the thread to end, so long at most; whether it has (or was never started)."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def abandon(self) -> None:
        """End the processes that read for a thread that has not ended, and take away what they shared.

        Otherwise what watches over them would complain on the terminal once this process is gone.
        """
        shared = sys.modules.get("multiprocessing.util")
        if shared is not None:
            from multiprocessing import active_children

            for child in active_children():
                child.kill()
            shared._run_finalizers(0)  # noqa: SLF001  What runs at a usual exit, without the wait for the children.

    def _work(self) -> None:
        try:
            from dxtui.explorer import Explorer, UnwantedError, while_wanted  # Not on the way to the first paint.

            explorer = Explorer.open(self._paths, self._settings, self._progress)
            everything = explorer.view("")
            self._owner.post_message(self.Opened(explorer, everything))
            while True:
                with self._news:
                    self._news.wait_for(
                        lambda: self._asked or self._entity or self._sought or self._errand or self._closed
                    )
                    asked, self._asked = self._asked, None
                    entity, self._entity = self._entity, None
                    sought, self._sought = self._sought, None
                    errand, self._errand = self._errand, None
                if self._closed:
                    return
                if entity is not None:
                    name, type, owner = entity
                    owner.post_message(self.Told(explorer.entity(name, type)))
                if sought is not None:
                    words, owner = sought
                    owner.post_message(self.Named(words, explorer.named(words)))
                if errand is not None:
                    what, asker = errand
                    asker.post_message(self.Fetched(what(explorer)))
                if asked is None:
                    continue
                try:
                    with while_wanted(self._waiting):
                        view = explorer.view(*asked)
                except UnwantedError:
                    continue
                if self._waiting():
                    self._owner.post_message(self.Answered(view))
        except _GivenUp:
            return
        except Exception as error:
            if not self._closed:
                self._owner.post_message(self.Failed(error))

    def _waiting(self) -> bool:
        """Whether the query that is being answered is the newest."""
        return self._asked is None and not self._closed

    def _progress(self, done: int, total: int) -> None:
        if self._closed:
            raise _GivenUp
        self._owner.post_message(self.Progress(done, total))
