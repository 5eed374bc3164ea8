"""Running one of the system's tools; no shell is involved, texts go over standard input."""

import shutil
import subprocess
from collections.abc import Sequence

PATIENCE = 1.0
"""Seconds a tool may take."""


def run(command: Sequence[str], text: str = "", encoding: str = "utf-8", *, told: bool = True) -> str | None:
    """Run a tool with `text` on its standard input; return what it printed, None where it is missing or fails.

    Without `told` its output goes nowhere: a tool that stays to serve the clipboard keeps it open.
    """
    program = shutil.which(command[0])
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, *command[1:]],
            input=text.encode(encoding, "replace"),
            stdout=subprocess.PIPE if told else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return (done.stdout or b"").decode("utf-8", "replace")
