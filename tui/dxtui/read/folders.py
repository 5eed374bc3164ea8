"""Which files the paths that a user gave stand for."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dxtui.model import Problem
from dxtui.read.description import ALIASES, NAME
from dxtui.read.files import reason
from dxtui.text.fold import fold


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read."""

    path: Path
    """As the user would write it."""
    named: bool
    """Whether the user named the file itself, not a folder it is in."""


def walk(paths: Iterable[Path]) -> Iterator[Found | Problem]:
    """Yield the files that `paths` stand for, in order, folders in depth in the natural order of their names.

    Hidden files and folders are skipped unless they are named, and so are the corpora's descriptions. Links to folders
    are followed; a folder that was already gone through, by whatever way, is not gone through again.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - never raises
            if path.name not in (NAME, ALIASES):
                yield Found(path, named=True)
            continue
        stack = [iter((path,))]
        while stack:
            here = next(stack[-1], None)
            if here is None:
                stack.pop()
                continue
            try:
                if not here.is_dir():
                    yield Found(here, named=False)
                    continue
                status = here.stat()
                if (status.st_dev, status.st_ino) not in seen:
                    seen.add((status.st_dev, status.st_ino))
                    stack.append(iter(_entries(here)))
            except (OSError, ValueError) as wrong:
                yield Problem(here, reason(here, wrong))


def _entries(folder: Path) -> list[Path]:
    names = [name for name in os.listdir(folder) if not name.startswith(".") and name not in (NAME, ALIASES)]  # noqa: PTH208 - names only
    return [folder / name for name in sorted(names, key=natural)]


def natural(name: str) -> tuple[list[str | int], str]:
    """Return a key that sorts names as people do: by their letters without marks and by the numbers in them.

    >>> sorted(["muc 10", "mục 9"], key=natural)
    ['mục 9', 'muc 10']
    """
    parts: list[str | int] = list(re.split("([0-9]+)", fold(name)))
    parts[1::2] = map(int, parts[1::2])
    return parts, name
