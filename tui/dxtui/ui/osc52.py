"""OSC 52, the sequence that asks a terminal to copy, and its wrappings for what lies between: tmux and GNU screen."""

import base64

LIMIT = 74_994
"""Bytes of base64 that terminals take; xterm's own limit, and others drop longer ones in silence."""

_SCREEN = 240
"""Characters that GNU screen, in all its versions, passes on in one string."""

_END = "\x1b\\"


def osc52(text: str) -> str | None:
    """Return the sequence that asks the terminal to copy `text`; None if it is longer than terminals take."""
    payload = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    return f"\x1b]52;c;{payload}\x07" if len(payload) <= LIMIT else None


def through_tmux(sequence: str) -> str:
    """Return `sequence` as tmux passes it on where its option allow-passthrough is set.

    >>> through_tmux("\\x1b]52;c;eA==\\x07")
    '\\x1bPtmux;\\x1b\\x1b]52;c;eA==\\x07\\x1b\\\\'
    """
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + _END


def through_screen(sequence: str) -> str:
    """Return `sequence` as GNU screen passes it on: in strings of the length that it takes."""
    return "".join(f"\x1bP{sequence[at : at + _SCREEN]}{_END}" for at in range(0, len(sequence), _SCREEN))
