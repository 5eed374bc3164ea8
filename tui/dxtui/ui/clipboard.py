"""Copying: every way that may work here, and which were taken.

The system's own tool where the session is local, tmux's buffer inside tmux (whose default drops what an app sends to
the terminal), OSC 52 to the terminal (which works over ssh), and a file where that is asked for or nothing else can
work. No shell is involved: tools get the text on their standard input.
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dxtui.settings import Clipboard

OSC52_LIMIT = 74_994
"""Bytes of base64 that terminals take; xterm's own limit, and others drop longer ones in silence."""

_PATIENCE = 1.0
"""Seconds a tool may take."""

_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
"""Any of these in the environment tells of a session from elsewhere, whose clipboard is not this machine's."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a text that was to be copied."""

    text: str
    """The text."""
    ways: tuple[str, ...]
    """The ways that took it, in words for a reader; empty where it is only shown."""
    notes: tuple[str, ...] = ()
    """What did not work and why, in words for a reader."""


def tools(environment: Mapping[str, str], platform: str = sys.platform) -> list[tuple[str, list[str]]]:
    """Return the system's own ways, best first: a name for the reader and the command with its arguments."""
    found: list[tuple[str, list[str]]] = []
    if platform == "darwin":
        found.append(("the system clipboard (pbcopy)", ["pbcopy"]))
    elif platform == "win32":
        found.append(("the system clipboard (clip)", ["clip.exe"]))
    else:
        if environment.get("WAYLAND_DISPLAY"):
            found.append(("the system clipboard (wl-copy)", ["wl-copy"]))
        if environment.get("DISPLAY"):
            found.append(("the system clipboard (xclip)", ["xclip", "-selection", "clipboard", "-in"]))
            found.append(("the system clipboard (xsel)", ["xsel", "--clipboard", "--input"]))
        if environment.get("WSL_DISTRO_NAME"):
            found.append(("the Windows clipboard (clip.exe)", ["clip.exe"]))
    return found


def osc52(text: str) -> str | None:
    """Return the sequence that asks the terminal to copy `text`; None if it is longer than terminals take."""
    payload = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    return f"\x1b]52;c;{payload}\x07" if len(payload) <= OSC52_LIMIT else None


def copy(
    text: str,
    setting: Clipboard,
    write: Callable[[str], None],
    environment: Mapping[str, str] | None = None,
) -> Copied:
    """Copy `text` by the ways that `setting` allows; `write` takes control sequences to the terminal."""
    environment = os.environ if environment is None else environment
    ways: list[str] = []
    notes: list[str] = []
    if setting in ("auto", "system"):
        local = not any(environment.get(name) for name in _REMOTE)
        for name, command in tools(environment) if local or setting == "system" else []:
            if _feed(command, text):
                ways.append(name)
                break
        if setting == "system" and not ways:
            notes.append("no clipboard tool of the system was found (pbcopy, wl-copy, xclip, xsel, clip.exe)")
    if setting in ("auto", "osc52"):
        if environment.get("TMUX") and _feed(["tmux", "load-buffer", "-w", "-"], text):
            ways.append("tmux's buffer")
        sequence = osc52(text)
        if sequence is None:
            notes.append(f"too long for the terminal's clipboard (OSC 52 takes {OSC52_LIMIT:,} bytes of base64)")
        else:
            write(sequence)
            ways.append("the terminal (OSC 52)")
    if setting == "file" or (setting == "auto" and not ways):
        try:
            ways.append(f"the file {_save(text)}")
        except OSError as wrong:
            notes.append(f"no file could be written: {(wrong.strerror or str(wrong)).lower()}")
    if setting == "none":
        notes.append('shown only: the setting clipboard is "none"')
    return Copied(text, tuple(ways), tuple(notes))


def _feed(command: list[str], text: str) -> bool:
    """Run a tool with `text` on its standard input; whether it took it."""
    program = shutil.which(command[0])
    if program is None:
        return False
    encoding = "utf-16-le" if command[0] == "clip.exe" else "utf-8"
    try:
        done = subprocess.run(
            [program, *command[1:]],
            input=text.encode(encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _save(text: str) -> Path:
    """Write `text` to the one file of this user for copies, which only this user can read; the last copy is gone."""
    from platformdirs import user_cache_path  # Only asked for where a file is written.

    folder = user_cache_path("dxtui", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".copied-", dir=folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        return Path(name).replace(folder / "copied.txt")
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
