"""The bytes of one file, without ever waiting for a pipe or a device and without reading more than the limit."""

import errno
import os
import stat
from pathlib import Path

from dxtui.read.decode import Unreadable

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
NO_PERMISSION = "no permission to read it"
"""Why a file or folder is not read that its owner keeps to himself."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def load(path: Path, max_bytes: int) -> bytes:
    """Return the content of the regular file at `path`, at most `max_bytes` of it.

    Raises:
        Unreadable: it is not a regular file, cannot be opened or read, or is larger.
    """
    try:
        _regular(path.stat())  # Opening a device can act on it, so look before.
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            size = _regular(os.fstat(file.fileno()))
            if size > max_bytes:
                raise Unreadable(_too_large(max_bytes, size))
            data = file.read(size + 1) or b""
            while len(data) > size and len(data) <= max_bytes:  # It grew, or is a file of /proc that tells no size.
                size = len(data)
                data += file.read(max(size, 1 << 16)) or b""
    except (OSError, ValueError) as wrong:
        raise Unreadable(reason(path, wrong)) from wrong
    if len(data) > max_bytes:
        raise Unreadable(_too_large(max_bytes))
    return data


def reason(path: Path, wrong: OSError | ValueError) -> str:
    """Return in a few words why `path` could not be opened."""
    if isinstance(wrong, PermissionError):
        return NO_PERMISSION
    if isinstance(wrong, FileNotFoundError):
        return "a link to nothing" if path.is_symlink() else "no longer there"
    if isinstance(wrong, OSError) and wrong.errno == errno.ELOOP:
        return "a link that leads in a circle"
    return ((wrong.strerror if isinstance(wrong, OSError) else None) or str(wrong)).lower()


def _regular(found: os.stat_result) -> int:
    """Return the size of a regular file."""
    if stat.S_ISREG(found.st_mode):
        return found.st_size
    what = next((name for test, name in _KINDS if test(found.st_mode)), "something else")
    raise Unreadable(f"not a regular file: {what}")


def _too_large(limit: int, size: int | None = None) -> str:
    pretty, most = _size(size or 0), _size(limit)
    if pretty == most:
        pretty, most = f"{size} bytes", f"{limit} bytes"
    return f"too large: {pretty + ', ' if size else ''}the limit is {most} (max_bytes)"


def _size(count: int) -> str:
    """Return a size for people.

    >>> _size(64 * 1024 * 1024)
    '64 MiB'
    """
    for unit, step in (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)):
        if count >= step:
            return f"{count / step:.1f}".removesuffix(".0") + f" {unit}"
    return f"{count} bytes"
