"""Starting, reading much, and ending."""

from dataclasses import replace

import pytest
from textual import events

from dxtui.errors import SettingsError
from dxtui.settings import Settings
from dxtui.ui.app import DxtuiApp
from dxtui.ui.themes import known, ours


def test_a_theme_that_there_is_not_names_the_nearest():
    with pytest.raises(SettingsError, match="nrod") as told:
        DxtuiApp([], replace(Settings.load(), theme="nrod"))
    assert "nord" in str(told.value.hint)


def test_every_theme_can_be_drawn_and_marks_the_selected_row(play):
    theirs = [name for name in known() if name not in ours()]

    async def script(stage):
        await stage.press("slash")
        await stage.type("ho so")
        await stage.press("enter")
        for theme in (*ours(), *theirs[::6]):
            stage.app.theme = theme
            await stage.settle()
            rows = stage.main.figures
            plain, selected = rows.render_line(3), rows.render_line(1)
            assert next(iter(plain)).style != next(iter(selected)).style, theme
            assert rows.selected.place.surface in selected.text

    play(script)


@pytest.fixture
def many(tmp_path):
    """A folder whose reading takes seconds."""
    folder = tmp_path / "many"
    folder.mkdir()
    line = "Năm 2023 có 1.234 hồ sơ, tăng 5,6% so với cùng kỳ năm 2022, theo Bộ Thông tin và Truyền thông.\n"
    for at in range(60):
        (folder / f"{at:03}.txt").write_text(f"Tài liệu {at}.\n{line * 2000}", encoding="utf-8")
    return folder


def test_what_lies_over_the_screen_is_closed_once(play):
    async def script(stage):
        opened = (["question_mark"], "escape"), (["o"], "enter"), (["ctrl+p"], "escape"), (["2", "e"], "escape")
        for keys, close in opened:
            await stage.press(*keys)
            assert stage.app.screen is not stage.main
            for _ in range(3):
                stage.app.post_message(events.Key(close, None))
            await stage.settle()
            assert stage.app.screen is stage.main

    play(script)


def test_reading_much_shows_how_far_it_is_and_can_be_left(terminal, many):
    screen = terminal(str(many))
    screen.until(lambda: "of 60" in screen.lines()[0])
    screen.send("?")
    screen.until_seen("Here and now")
    screen.send("\x1b", pause=0.3)
    screen.send("q")
    assert screen.end(5) == 0
    screen.read(1)  # What outlives the program may still write.
    assert "Warning" not in screen.raw.decode()
    assert "Traceback" not in screen.raw.decode()


def test_one_large_document_can_be_left_while_it_is_read(terminal, tmp_path):
    line = "Năm 2023 có 1.234 hồ sơ, tăng 5,6% so với cùng kỳ năm 2022, theo Bộ Thông tin và Truyền thông.\n"
    (tmp_path / "large.txt").write_text(line * 100_000, encoding="utf-8")
    screen = terminal(str(tmp_path / "large.txt"))
    screen.until(lambda: "reading 1 of 1" in screen.lines()[0])
    screen.send("q")
    assert screen.end(5) == 0
    screen.read(1)  # What outlives the program may still write.
    assert "Warning" not in screen.raw.decode()
