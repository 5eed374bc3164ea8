"""What is kept from one start to the next, in the folder where this system keeps the state of programs.

    reader.json             what holds whatever is read: the theme and the language that were chosen in the app
    <corpus>-<digest>.json  how the screen stood over the corpus that some paths make
    frame.json              what the app painted first, to be shown at once the next time

A file is replaced as a whole: whoever is killed leaves the old one or the new one; of two windows the last counts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dxtui.ui.stood import Stood

_VERSION = 2
"""Changes when what was kept before means something else."""

_LARGEST = 1_000_000
"""Bytes of a file that can be one of ours."""

_SHIPPED = "shipped"
"""Stands for the paths of the documents that come with dxtui."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that the app was told to use instead of what the settings say."""

    chosen: str = ""
    """What was chosen; "" where nothing was."""
    instead: str = ""
    """What the settings said then: when they say something else, that was said later."""

    def over(self, setting: str) -> str:
        """Return what counts where the settings say `setting`."""
        return self.chosen if self.chosen and self.instead == setting else setting


@dataclass(frozen=True, slots=True)
class Reader:
    """What holds whatever is read."""

    theme: Choice = Choice()
    """The theme that was chosen in the app."""
    language: Choice = Choice()
    """The language that was chosen in the app."""
    toured: bool = False
    """Whether the first steps were told."""


class Memory:
    """The state of one reader over one corpus."""

    def __init__(self, paths: Sequence[Path], folder: Path | None = None, *, fresh: bool = False) -> None:
        """Read what is kept of `paths` in `folder`, or where this system keeps such; with `fresh` forget it."""
        self._paths = [os.path.realpath(path) for path in paths] or [_SHIPPED]
        self.reader = Reader()
        self.stood: Stood | None = None
        self.broken: list[Path] = []
        """Files that were there and could not be understood."""
        folder = folder or _usual()
        self._reader_file = folder / "reader.json"
        self._corpus_file = folder / f"{_name(paths)}.json"
        self._frame_file = folder / "frame.json"
        if fresh:
            for file in (self._reader_file, self._corpus_file, self._frame_file):
                with suppress(OSError):
                    file.unlink()
            return
        self.reader = self._read(self._reader_file, _reader) or self.reader
        self.stood = self._read(self._corpus_file, self._of_these)

    def keep(self, now: Stood) -> None:
        """Keep how the screen stands."""
        if now != self.stood:
            from dxtui.ui.stood import written

            self.stood = now
            _write(self._corpus_file, {"paths": self._paths, **written(now)})

    def prefer(self, reader: Reader) -> None:
        """Keep what the reader chose."""
        if reader != self.reader:
            self.reader = reader
            _write(self._reader_file, asdict(reader))

    def frame(self, key: str) -> str | None:
        """Return the frame that was kept for `key`; None where it is another's or none can be read."""

        def of_key(data: Mapping[str, Any]) -> str | None:
            return str(data["frame"]) if data["key"] == key else None

        broken = list(self.broken)
        frame: str | None = self._read(self._frame_file, of_key)
        self.broken = broken  # The reader made nothing of what is in it.
        return frame

    def keep_frame(self, key: str, frame: str) -> None:
        """Keep a frame in place of the one before."""
        _write(self._frame_file, {"key": key, "frame": frame})

    def _of_these(self, data: Mapping[str, Any]) -> Stood | None:
        from dxtui.ui.stood import read  # Nothing of this is needed where nothing is kept.

        return read(data) if data["paths"] == self._paths else None

    def _read(self, file: Path, understand: Callable[[Mapping[str, Any]], Any]) -> Any:
        """Return what is understood of a file; None where there is none, or none that can be understood."""
        try:
            with file.open("rb") as opened:
                import json

                data = json.loads(opened.read(_LARGEST))
            if data["version"] != _VERSION:
                return None
            return understand(data)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            self.broken.append(file)
            return None


def _write(file: Path, data: Mapping[str, Any]) -> None:
    """Replace a file of ours; where that is not possible nothing is kept, which hinders nobody."""
    import json

    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            json.dump({"version": _VERSION, **data}, opened, ensure_ascii=False, indent=1)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _usual() -> Path:
    from platformdirs import user_state_path  # Only asked for where no folder is named.

    return user_state_path("dxtui", appauthor=False)


def _name(paths: Sequence[Path]) -> str:
    if not paths:
        return _SHIPPED
    from dxtui.store.place import folder

    return folder(paths, ".").name


def _reader(data: Mapping[str, Any]) -> Reader:
    return Reader(_choice(data["theme"]), _choice(data["language"]), data["toured"] is True)


def _choice(data: Mapping[str, Any]) -> Choice:
    chosen, instead = data["chosen"], data["instead"]
    if not (isinstance(chosen, str) and isinstance(instead, str)):
        raise TypeError("no name")
    return Choice(chosen, instead)
