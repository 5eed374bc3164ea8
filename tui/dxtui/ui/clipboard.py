"""Copying: every way that may work here, and which were taken.

The system's own tool where the reader sits at this machine; tmux's buffer inside tmux, which hands it on to its
terminal; OSC 52 to the terminal (which works over ssh), wrapped where GNU screen lies between; a file where that is
asked for or nothing else can work. Of each way it is said whether it is known to reach the reader.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dxtui.settings import Clipboard
from dxtui.ui import tmux, tool
from dxtui.ui.osc52 import LIMIT, osc52, through_screen, through_tmux
from dxtui.ui.saving import PRIVATE, save
from dxtui.ui.terminal import Terminal
from dxtui.ui.words import say

_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
"""Any of these in the environment tells of a session from elsewhere, whose clipboard is not this machine's."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a text that was to be copied."""

    text: str
    """The text."""
    ways: tuple[str, ...]
    """The ways that took it, in words for a reader; empty where it is only shown."""
    sure: bool = False
    """Whether one of them is known to have reached the reader."""
    notes: tuple[str, ...] = ()
    """What did not work and why, in words for a reader."""


def tools(environment: Mapping[str, str], platform: str = sys.platform) -> list[tuple[str, ...]]:
    """Return the commands of the system's own clipboard, best first."""
    found: list[tuple[str, ...]] = []
    if platform == "darwin":
        found.append(("pbcopy",))
    elif platform == "win32":
        found.append(("clip.exe",))
    else:
        if environment.get("WAYLAND_DISPLAY"):
            found.append(("wl-copy",))
        if environment.get("DISPLAY"):
            found.append(("xclip", "-selection", "clipboard", "-in"))
            found.append(("xsel", "--clipboard", "--input"))
        if environment.get("WSL_DISTRO_NAME"):
            found.append(("clip.exe",))
    return found


def copy(
    text: str,
    setting: Clipboard,
    write: Callable[[str], None],
    environment: Mapping[str, str] | None = None,
    terminal: Terminal | None = None,
) -> Copied:
    """Copy `text` by the ways that `setting` allows; `write` takes control sequences to the `terminal`."""
    environment = os.environ if environment is None else environment
    ways: list[str] = []
    notes: list[str] = []
    sure = False
    around = tmux.Tmux.ask(environment) if setting != "none" else None
    if setting in ("auto", "system"):
        remote = any(environment.get(name) for name in _REMOTE) or (around is not None and around.remote)
        for command in [] if remote else tools(environment):
            if tool.run(command, text, "utf-16-le" if command[0] == "clip.exe" else "utf-8", told=False) is not None:
                ways.append(say("copied.to_system", tool=command[0].removesuffix(".exe")))
                sure = True
                break
        if setting == "system" and not ways:
            notes.append(say("copied.far_system" if remote else "copied.no_system"))
    if setting in ("auto", "osc52"):
        sequence = osc52(text)
        if sequence is None:
            notes.append(say("copied.too_long", n=LIMIT))
        if around is not None and tmux.load(text):
            ways.append(say("copied.to_tmux"))
            sure = sure or (around.copies and sequence is not None)
            if sequence is not None and around.passes and not around.copies:
                write(through_tmux(sequence))
        elif sequence is not None:
            way, known = _ask_terminal(sequence, write, environment, terminal or Terminal())
            ways += way
            sure = sure or known
    if setting == "file" or (setting == "auto" and not ways):
        try:
            ways.append(say("copied.to_file", file=_keep(text)))
            sure = True
        except OSError as wrong:
            notes.append(say("copied.no_file", why=(wrong.strerror or str(wrong)).lower()))
    if setting == "none":
        notes.append(say("copied.none"))
    return Copied(text, tuple(ways), sure, tuple(notes))


def _ask_terminal(
    sequence: str, write: Callable[[str], None], environment: Mapping[str, str], terminal: Terminal
) -> tuple[list[str], bool]:
    """Ask the terminal to copy; return the way in words, none where it is known to refuse, and whether it is known."""
    if environment.get("STY"):
        write(through_screen(sequence))
        return [say("copied.to_screen")], False
    known = terminal.copies(environment)
    if known is False:
        return [], False
    write(sequence)
    return [say("copied.to_terminal")], bool(known)


def _keep(text: str) -> str:
    """Write `text` to the one file of this user for copies, which only this user can read; the last copy is gone."""
    from platformdirs import user_cache_path  # Only asked for where a file is written.

    folder = user_cache_path("dxtui", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return str(save(text, folder / "copied.txt", replace=True, mode=PRIVATE))
