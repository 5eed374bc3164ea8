"""Characters that would act on a terminal, made into ones that are seen. Length stays, so spans still fit."""

import re

REPLACEMENT = "\ufffd"
"""Stands for what has no picture of its own: C1 controls, bidirectional controls, other unseen format characters."""

_UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # format and bidi
    "\ud800-\udfff"  # lone surrogates cannot be written to a terminal
)
ACTING = re.compile(f"[{_UNSEEN}]")
"""One character that would act on a terminal or is not seen there; tab and line feed are none."""
_ACTING_LINE = re.compile(f"[{_UNSEEN}\t\n]")


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else REPLACEMENT


def visible(text: str) -> str:
    """Return `text` with control, bidirectional and unseen characters replaced one for one; tab and LF stay.

    >>> visible("a\\x1b[2Jb")
    'a␛[2Jb'
    """
    return ACTING.sub(_picture, text)


def visible_line(text: str) -> str:
    """Return `text` on one line: as `visible`, with tab and LF as spaces, one for one."""
    return _ACTING_LINE.sub(lambda m: " " if m[0] in "\t\n" else _picture(m), text)
