"""Ending with the terminal. What is drawn for one that is gone is never taken: waiting for that would never end."""

import os
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import sleep

PATIENCE = 1.0
"""Seconds that the app has to leave by itself."""

CODE = 128 + signal.SIGHUP if sys.platform != "win32" else 129
"""The exit code of a program whose terminal is gone."""


def watch(terminal: int, tell: Callable[[], object], abandon: Callable[[], None]) -> None:
    """Watch, in a thread of its own, whether the `terminal` of this descriptor goes away; then `tell` and end.

    `tell` lets the app keep what is to be kept and leave. If it has not left soon after, `abandon` ends what works for
    it, and the process ends here. Nothing else may notice: the signal goes only to the leader of a session.
    """
    if (
        not hasattr(select, "poll") or sys.platform == "darwin"
    ):  # Its poll knows no terminals; there the signal has to do.
        return
    poll = select.poll()
    poll.register(terminal, 0)  # Asks for nothing, so that only a hang-up answers.

    def wait() -> None:
        poll.poll()
        try:
            with suppress(RuntimeError):  # It has just left.
                tell()
            sleep(PATIENCE)
            abandon()
        finally:  # Whatever went wrong: without a terminal nobody can end it.
            os._exit(CODE)

    Thread(target=wait, name="hang-up", daemon=True).start()
