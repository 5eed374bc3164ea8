"""When garbage is looked for: while the reader pauses, never between a key and what it shows.

Python looks for it whenever some hundred more objects were made than forgotten, which a key may do several times: every
line that is drawn consists of dozens. Next to all of them go by themselves when nothing needs them any more; what does
not, the widgets of a screen that was closed, can wait.
"""

import gc
from collections.abc import Callable
from time import monotonic

_MANY = 100_000
"""Objects more than were forgotten, after which it is looked for in any case."""

_PAUSE = 2.0
"""Seconds without a key that are a pause."""

Later = Callable[[float, Callable[[], None]], object]
"""Calls something after so many seconds."""


class Garbage:
    """Puts the search for garbage off; without effect where it is not in charge of that."""

    def __init__(self, later: Later) -> None:
        """Take what calls back after a time. It is in charge where the search was stopped for the start."""
        self._later = later
        self._in_charge = not gc.isenabled()
        self._waiting = False
        self._touched = 0.0

    def spare(self) -> None:
        """Begin, or begin anew: what there is now stays, and is not looked through any more."""
        if self._in_charge:
            gc.freeze()
            gc.set_threshold(_MANY, 10, 10)
            gc.enable()

    def touched(self) -> None:
        """Wait for a pause: the reader does something."""
        self._touched = monotonic()
        if self._in_charge and not self._waiting:
            self._waiting = True
            self._later(_PAUSE, self._look)

    def _look(self) -> None:
        left = self._touched + _PAUSE - monotonic()
        if left > 0:
            self._later(left, self._look)
        else:
            self._waiting = False
            gc.collect(1)  # Of what was made since the last pause: a key that comes meanwhile hardly waits.
