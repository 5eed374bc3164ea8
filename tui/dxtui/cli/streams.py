"""Standard output for data, standard error for narration, both UTF-8 whatever the locale is."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dxtui.errors import DxtuiError
from dxtui.text.visible import visible_line
from dxtui.ui.messages import message as told
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.model import Problem

_SHOWN = 10
"""How many problems are narrated before the rest is only counted."""


def prepare() -> None:
    """Make both streams take any text: UTF-8, with escapes for what has no place in it. A closed one goes nowhere."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115 - as long as the process
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(lines: Iterable[str]) -> None:
    """Write lines of data."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def narrate(message: str) -> None:
    """Tell the user something that is not data, on one line; what other rooms say, in the language of the reader."""
    sys.stderr.write(f"dxtui: {visible_line(told(message))}\n")


def narrate_problems(problems: Sequence[Problem]) -> None:
    """Tell what could not be read, of many only the first; and how many texts are there twice."""
    wrong = [problem for problem in problems if not problem.is_copy]
    for problem in wrong[:_SHOWN]:
        narrate(f"{problem.path}: {told(problem.reason)}")
    if len(wrong) > _SHOWN:
        narrate(say("cli.more_problems", n=len(wrong) - _SHOWN))
    if len(problems) > len(wrong):
        narrate(say("cli.copies", n=len(problems) - len(wrong)))


def narrate_error(error: DxtuiError) -> None:
    """Tell what went wrong, and on a second line what to do."""
    narrate(str(error))
    if error.hint:
        sys.stderr.write(f"{say('cli.hint')}: {visible_line(told(error.hint))}\n")


def flush() -> None:
    """Hand over what is written, while an error can still be told."""
    sys.stdout.flush()


def abandon() -> None:
    """Send what is still unwritten nowhere: the reader of the output has gone away, or the disk is full."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
