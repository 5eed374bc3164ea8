"""Standard output for data, standard error for narration, both UTF-8 whatever the locale is."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from shlex import quote
from typing import TYPE_CHECKING

from dxtui.errors import DxtuiError
from dxtui.text.visible import visible_line
from dxtui.ui.messages import message as told
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.model import Problem

_narrating = True


def quieten(quiet: bool) -> None:
    """Leave out, or tell again, all that is no data and no error."""
    global _narrating
    _narrating = not quiet


def prepare() -> None:
    """Make both streams take any text: UTF-8, with escapes for what has no place in it. A closed one goes nowhere."""
    quieten(False)
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115 - as long as the process
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(lines: Iterable[str]) -> None:
    """Write lines of data.

    Raises:
        DxtuiError: there is no room for them.
    """
    for line in lines:
        with _writing():
            sys.stdout.write(f"{line}\n")


def narrate(message: str) -> None:
    """Tell the user something that is not data, on one line; what other rooms say, in the language of the reader."""
    if _narrating:
        _tell(message)


def _tell(message: str) -> None:
    sys.stderr.write(f"dxtui: {visible_line(told(message))}\n")


def narrate_problems(problems: Sequence[Problem], options: Sequence[str]) -> None:
    """Tell on one line what could not be read: one thing itself, of more how many and what lists them.

    That is `dxtui problems` with these options.
    """
    wrong = [problem for problem in problems if not problem.is_copy]
    copies = len(problems) - len(wrong)
    command = " ".join(["dxtui problems", *map(quote, options)])
    if len(wrong) == 1 and not copies:
        narrate(f"{wrong[0].path}: {told(wrong[0].reason)}")
        return
    lines = [say("cli.problems", n=len(wrong))] if wrong else []
    lines += [say("cli.copies", n=copies)] if copies else []
    if lines:
        narrate(say("cli.listed", what="; ".join(lines), command=command))


def narrate_error(error: DxtuiError) -> None:
    """Tell what went wrong, and on a second line what to do."""
    _tell(str(error))
    if error.hint:
        sys.stderr.write(f"{say('cli.hint')}: {visible_line(told(error.hint))}\n")


def flush() -> None:
    """Hand over what is written, while an error can still be told.

    Raises:
        DxtuiError: there is no room for it.
    """
    with _writing():
        sys.stdout.flush()


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as wrong:
        abandon()
        raise DxtuiError(f"standard output: {wrong.strerror}", hint="what was printed is not whole") from wrong


def abandon() -> None:
    """Send what is still unwritten nowhere: the reader of the output has gone away, or the disk is full."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
