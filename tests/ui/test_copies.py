"""A text that is there twice is no problem: it is read once, and that is said."""

from pathlib import Path

import pytest
from tests.ui.conftest import Play, Stage

from dxtui.cli import main
from dxtui.ui.panel import Panel

TEXT = "Báo cáo năm 2023\nNăm 2023, tỉnh có 1.234 hồ sơ.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one text under two names."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("broken", [False, True])
def test_the_app_tells_copies_apart_from_problems(play: Play, folder: Path, broken: bool) -> None:
    if broken:
        (folder / "c.pdf").write_bytes(b"%PDF-1.7")

    async def script(stage: Stage) -> None:
        assert ("! 1 problem" if broken else "! 1 text twice") in stage.lines()[0]
        await stage.press("exclamation_mark")
        assert isinstance(stage.app.screen, Panel)
        seen = stage.seen()
        assert ("No problems" in seen) is not broken
        assert ("c.pdf" in seen) is broken
        assert "The same text under another name, read once:" in seen
        assert "b.txt" in seen

    play(script, [folder], size=(140, 40))


def test_the_command_line_counts_copies(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["documents", "--corpus", str(folder), "--language", "en"]) == 0
    assert capsys.readouterr().err.startswith("dxtui: 1 file holds the same text as another")
    assert main(["problems", "--corpus", str(folder), "--language", "en"]) == 0
    assert "b.txt\tsame text as" in capsys.readouterr().out
