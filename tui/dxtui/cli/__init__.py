"""The command line: parse arguments, ask the explorer, print. The app is imported only by the command that opens it."""

import signal
import threading

_ours = threading.current_thread() is threading.main_thread() and (
    signal.getsignal(signal.SIGINT) is signal.default_int_handler
)
if _ours:  # Whoever interrupts while this is imported would be shown where: a traceback that nobody catches.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
from dxtui.cli.main import main  # noqa: E402

if _ours:
    signal.signal(signal.SIGINT, signal.default_int_handler)

__all__ = ["main"]
