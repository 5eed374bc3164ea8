"""Where the indexes lie, which of them this version of dxtui can use, and who may write one.

    <base>/<corpus>/lock             held by the one who writes
    <base>/<corpus>/<version>/       record.sqlite, and the text indexes statements/ and names/
    <base>/<corpus>/<version>/damaged    left by who found that something in it cannot be read

A corpus is named by the paths it is made of; a version by the code and the language tables that made it, so that an
index made by another one is never taken for one's own.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from dxtui import resources
from dxtui.errors import DxtuiError
from dxtui.text.fold import fold

RECORD = "record.sqlite"
"""The file of the record."""

STATEMENTS = "statements"
"""The folder of the text index over the statements."""

NAMES = "names"
"""The folder of the text index over names and titles."""

_DAMAGED = "damaged"
_MADE_BY = ("extract", "lexicon", "model", "read", "search", "store", "text")
"""The rooms that decide what is in an index."""
_NOT_IN_IT = ("citations", "interface", "messages", "settings", "terminals", "themes")
"""The tables that no index has anything of: words and colours that are only shown, what is set, other programs."""


class LockedError(DxtuiError):
    """Another process is writing this index."""


def base(setting: str) -> Path:
    """Return the folder of all indexes: `setting`, or where this system keeps what can be made again."""
    if setting:
        return Path(setting).expanduser()
    from platformdirs import user_cache_path  # Only asked for where no folder is named.

    return user_cache_path("dxtui", appauthor=False)


def folder(paths: Sequence[Path], setting: str) -> Path:
    """Return the folder of the index of the corpus that `paths` make, whether it is there or not."""
    whole = [os.path.realpath(path) for path in paths]
    digest = hashlib.blake2b("\0".join(whole).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    name = re.sub("[^a-z0-9]+", "-", fold(Path(whole[0]).name))[:40].strip("-")
    return base(setting) / f"{name or 'corpus'}-{digest}"


@cache
def version() -> str:
    """Return what names the code and the tables that make an index now."""
    digest = hashlib.blake2b(digest_size=8)
    package = Path(__file__).resolve().parent.parent
    files = [path for room in _MADE_BY for path in (package / room).rglob("*.py")]
    tables = [path for path in resources.data_folder("config").glob("*.toml") if path.stem not in _NOT_IN_IT]
    for path in (*sorted(files), *sorted(tables)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def current(corpus: Path) -> Path:
    """Return the folder in that of a corpus which this version reads and writes."""
    return corpus / version()


def others(corpus: Path) -> list[Path]:
    """Return the folders that other versions made there."""
    if not corpus.is_dir():
        return []
    return [path for path in corpus.iterdir() if path.is_dir() and path.name != version()]


def discard(index: Path) -> None:
    """Remove an index, or what is left of one."""
    shutil.rmtree(index, ignore_errors=True)


def mark_damaged(index: Path, document: str = "") -> None:
    """Note that a document in the index cannot be read, or the whole, for the next who brings it up."""
    try:
        with (index / _DAMAGED).open("a", encoding="utf-8") as note:
            note.write(f"{document}\n")
    except OSError:
        return


def damaged(index: Path) -> set[str]:
    """Return the documents that someone found cannot be read in the index, by their ids; "" is the whole."""
    try:
        return set((index / _DAMAGED).read_text("utf-8", "replace").split("\n")[:-1])
    except FileNotFoundError:
        return set()
    except OSError:
        return {""}


def mended(index: Path) -> None:
    """Note that all of the index can be read."""
    (index / _DAMAGED).unlink(missing_ok=True)


@contextmanager
def lock(corpus: Path) -> Iterator[None]:
    """Hold the right to write the index of a corpus; it ends with the process, however that ends.

    Raises:
        LockedError: another process holds it.
        OSError: the folder cannot be made or written.
    """
    corpus.mkdir(parents=True, exist_ok=True)
    handle = os.open(corpus / "lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        if not _lock(handle):
            raise LockedError(f"{corpus}: another dxtui is writing this index", hint="it can be read meanwhile")
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    """Lock an open file for this process, without waiting; whether that was possible."""
    try:
        import fcntl
    except ImportError:
        return _lock_on_windows(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lock_on_windows(handle: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
