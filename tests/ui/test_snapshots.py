"""The main screens as they are seen, at three sizes and in both languages, against how they were seen before.

UPDATE_SNAPSHOTS=1 takes what is seen now for right; `git diff tests/ui/snapshots` then shows what changed. The texts
that are shown there are small and plain, and what is asked has no best answer, so that reading and ranking other texts
better changes no picture.
"""

import difflib
import os
from pathlib import Path

import pytest
from tests.ui.conftest import Play, Stage

from dxtui.ui.words import speak

FOLDER = Path(__file__).parent / "snapshots"
CORPUS = FOLDER / "corpus"
SIZES = ((80, 24), (120, 36), (200, 60))
SCREENS = {
    "answer": ["slash", *"period", "colon", *"2023", "enter"],
    "narrowed": ["2", "enter"],
    "entity": ["2", "e"],
    "outline": ["escape", "3", "o"],
    "palette": ["escape", "ctrl+p"],
    "help": ["escape", "question_mark"],
}
"""The screens, each with the keys that lead to it from the one before."""


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_screens_are_as_they_were(play: Play, language: str) -> None:
    wrong: list[str] = []

    async def script(stage: Stage) -> None:
        for screen, keys in SCREENS.items():
            for key in keys:
                await stage.pilot.press(key)
            await stage.settle()
            for columns, rows in SIZES:
                await stage.pilot.resize_terminal(columns, rows)
                await stage.settle()
                lines = stage.lines()
                assert len(lines) == rows
                wrong.extend(differences(f"{screen}-{columns}x{rows}-{language}.txt", lines))

    try:
        play(script, [CORPUS], SIZES[0], language=language, today="2024-07-01")
    finally:
        speak("en")
    assert not wrong, "\n".join(wrong)


def differences(name: str, lines: list[str]) -> list[str]:
    """Return how `lines` differ from the snapshot of this name; where snapshots are updated they are kept instead."""
    file = FOLDER / name
    seen = "".join(f"{line.rstrip()}\n" for line in lines)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        file.write_text(seen, encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    return [*difflib.unified_diff(before.splitlines(), seen.splitlines(), name, "now", lineterm="", n=0)]


def test_there_is_no_snapshot_of_nothing() -> None:
    names = {file.stem for file in FOLDER.glob("*.txt")}
    sizes = [f"{columns}x{rows}" for columns, rows in SIZES]
    assert names == {f"{screen}-{size}-{language}" for screen in SCREENS for size in sizes for language in ("en", "vi")}
