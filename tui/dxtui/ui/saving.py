"""Writing a text to a file: all of it or nothing, and never over another file unless that is meant."""

import errno
import os
import secrets
from pathlib import Path

USUAL, PRIVATE = 0o666, 0o600
"""Who may read the file: whoever the reader's system lets as a rule, or only the reader."""


def save(text: str, path: Path, *, replace: bool = False, mode: int = USUAL) -> Path:
    """Write `text` to the file `path` in UTF-8 and return its full path; with `replace` over one that is there.

    The file ends with a line end, as text files do.

    Raises:
        FileExistsError: there is a file of this name, and `replace` is not given.
        OSError: it cannot be written, or what is there is no file; what was there before is as it was.
    """
    path = path.absolute()
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "not a file that can be written", str(path))
    draft = path.with_name(f".dxtui-{secrets.token_hex(6)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text if text.endswith("\n") else f"{text}\n")
            file.flush()
            os.fsync(file.fileno())
        if replace:
            draft.replace(path)
        else:
            _place(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def _place(draft: Path, path: Path) -> None:
    """Give `draft` the name `path`, which no file has yet, in one step where the file system can do that."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # No second names here: keep the name free for us with an empty file.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        draft.replace(path)


def free(folder: Path, name: str) -> Path:
    """Return `name` in `folder`, or with a number before its ending where there is such a file.

    >>> free(Path("/nowhere"), "citation.txt").name
    'citation.txt'
    """
    path = folder / name
    count = 1
    while os.path.lexists(path):
        count += 1
        path = folder / f"{Path(name).stem}-{count}{Path(name).suffix}"
    return path
