"""Going to the background of a shell and coming back; never staying there when nobody is left to call it back."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

    from textual.drivers.linux_driver import LinuxDriver


class Background:
    """What the signals of job control do to the app.

    Textual stops it by a signal that also stops a process that no shell will ever continue, for its terminal went away
    meanwhile. The one that is used here does nothing then, nor in a terminal that runs the app instead of a shell.
    """

    def __init__(self, driver: LinuxDriver, leave: Callable[[], object], back: Callable[[], object]) -> None:
        """Prepare to let go of the terminal that `driver` draws on.

        `leave` ends the app soon, `back` draws all of it again.
        """
        self._driver = driver
        self._leave = leave
        self._back = back
        self._stopped = False
        self._ends = False

    def heed(self) -> None:
        """Do so from now on when a signal says so. Those that end the app are the loop's already, and stay that."""
        signal.signal(signal.SIGTSTP, self._stop)
        signal.signal(signal.SIGCONT, self._go_on)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._end)

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._ends = True  # The loop does it, once it has its turn: nothing may stop it before that.

    def _go_on(self, number: int, frame: FrameType | None) -> None:
        if not self._stopped:  # By a signal that did not ask.
            self._back()
        self._stopped = False

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._driver.suspend_application_mode()
        while not self._ends:
            self._stopped = True
            signal.signal(signal.SIGTSTP, signal.SIG_DFL)
            signal.raise_signal(signal.SIGTSTP)
            signal.signal(signal.SIGTSTP, self._stop)
            if in_front(self._driver.fileno):
                self._stopped = False
                self._driver.resume_application_mode()
                self._back()
                return
            if self._stopped:  # Still: nothing stopped it, nothing would call it back, and the terminal is another's.
                self._leave()
                break
        # What is usual on leaving changes the terminal, for which the app would be stopped once more.
        self._driver.attrs_before = None
        self._driver.exit_event.set()


def in_front(terminal: int) -> bool:
    """Say whether the terminal of this descriptor is there and takes what is drawn."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError as wrong:
        return wrong.errno == errno.ENOTTY  # Drawn on, but of another session: nobody else has it in front.
