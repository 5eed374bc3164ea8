"""From files to documents. What cannot be read becomes a problem with its reason and never stops the rest."""

import os
from collections.abc import Sequence
from pathlib import Path

from dxtui import resources
from dxtui.errors import CorpusError
from dxtui.model import Document, Problem, document_id
from dxtui.read.decode import Unreadable
from dxtui.read.description import NAME, Description, describe
from dxtui.read.files import NO_PERMISSION, load, reason
from dxtui.read.folders import Found, walk
from dxtui.read.formats import READERS, reader_of
from dxtui.text.normal import normalise
from dxtui.text.visible import visible_line
from dxtui.tomlfile import nearest

__all__ = ["Found", "Unreadable", "all_there", "check", "described", "nothing", "read", "read_one", "walk"]


def read(paths: Sequence[Path], max_bytes: int) -> tuple[list[Document], list[Problem]]:
    """Read the files and folders in `paths`; without any, the documents that come with dxtui.

    `max_bytes` is the size in bytes up to which a file is taken in. A text that comes twice is one document, the first.

    Raises:
        CorpusError: a path is not there, or nothing in them can be read.
        DescriptionError: a corpus.toml is malformed.
    """
    documents, problems = take_in(paths, max_bytes)
    if not documents:
        raise nothing(paths, problems)
    return documents, problems


def take_in(paths: Sequence[Path], max_bytes: int) -> tuple[list[Document], list[Problem]]:
    """Read as `read` does, but say nothing where there is nothing to read.

    Raises:
        CorpusError: a path is not there.
        DescriptionError: a corpus.toml is malformed.
    """
    paths = paths or (resources.seeds(),)
    all_there(paths)
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    known: dict[Path, Description] = {}
    for found in walk(paths):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        folder = found.path.parent
        if folder not in known:
            known[folder], more = described(folder, max_bytes)
            problems.extend(more)
        try:
            document = read_one(found, known[folder], max_bytes)
        except Unreadable as wrong:
            problems.append(Problem(found.path, str(wrong)))
            continue
        first = documents.setdefault(document.id, document)
        if first is not document:
            problems.append(Problem.copy(found.path, visible_line(str(first.path))))
    return list(documents.values()), problems


def check(paths: Sequence[Path], max_bytes: int) -> None:
    """Say at once what would stop `read`: look that all `paths` are there and read on up to the first document.

    Raises:
        CorpusError: as `read`.
        DescriptionError: as `read`, of the folders up to the first document.
    """
    if not paths:
        return
    all_there(paths)
    problems: list[Problem] = []
    for found in walk(paths):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        try:
            read_one(found, described(found.path.parent, max_bytes)[0], max_bytes)
        except Unreadable as wrong:
            problems.append(Problem(found.path, str(wrong)))
        else:
            return
    raise nothing(paths, problems)


def read_one(found: Found, description: Description, max_bytes: int) -> Document:
    """Return the document that a file is, with what `description`, that of its folder, says of it.

    Raises:
        Unreadable: it cannot be taken in.
    """
    reader = reader_of(found.path.suffix, named=found.named)
    text = normalise(reader(load(found.path, max_bytes)))
    return Document(document_id(text), found.path, text, **description.of(found.path.name))


def described(folder: Path, max_bytes: int) -> tuple[Description, list[Problem]]:
    """Return what is known of the documents of a folder, and what is wrong with that without being malformed.

    Raises:
        DescriptionError: its corpus.toml is malformed.
    """
    try:
        description = describe(folder, max_bytes)
        if description.path is None:
            return description, []
        names = os.listdir(folder)  # noqa: PTH208 - names only
    except Unreadable as wrong:
        return Description(), [Problem(folder / NAME, str(wrong))]
    except OSError as wrong:
        return description, [Problem(folder, reason(folder, wrong))]
    return description, [Problem(description.path, why) for why in description.absent(names)]


def all_there(paths: Sequence[Path]) -> None:
    """Look that every path is there.

    Raises:
        CorpusError: one is not.
    """
    for path in paths:
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError) as wrong:
            raise CorpusError(f"{path}: no such file or folder", hint=_near(path)) from wrong
        except (OSError, ValueError) as wrong:
            raise CorpusError(
                f"{path}: {reason(path, wrong)}", hint="give files and folders that you may read"
            ) from wrong


_ALLOWED = "give files and folders that you may read"
_ALIKE = 0.75
"""How like a name in the same folder must be to be what was meant: folders hold many names that are somewhat alike."""


def _near(path: Path) -> str:
    """Return what to do about a path that is not there."""
    try:
        near = nearest(path.name, os.listdir(path.parent), likeness=_ALIKE)  # noqa: PTH208 - names only
    except OSError:
        near = None
    return f"did you mean {path.parent / near}?" if near else "give files or folders, or none for the shipped documents"


def nothing(paths: Sequence[Path], problems: Sequence[Problem]) -> CorpusError:
    """Return the error for paths in which nothing could be read, for these reasons."""
    where = str(paths[0]) if len(paths) == 1 else f"the {len(paths)} paths"
    hint = f"dxtui reads {', '.join(READERS)} files in UTF-8 or UTF-16"
    if problems and all(problem.reason == NO_PERMISSION for problem in problems):
        hint = _ALLOWED
    if not problems:
        return CorpusError(f"{where}: nothing to read there", hint=hint)
    first = problems[0]
    if len(problems) == 1 and len(paths) == 1 and first.path == paths[0]:
        return CorpusError(f"{where}: {first.reason}", hint=hint)
    return CorpusError(
        f"{where}: nothing there can be read ({len(problems)} {'problem' if len(problems) == 1 else 'problems'}, "
        f"the first: {first.path}: {first.reason})",
        hint=hint,
    )
