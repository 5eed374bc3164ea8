"""What is said of a key goes with the next one; where there are no figures the statements come first."""

from pathlib import Path

from tests.ui.conftest import Play, Stage
from textual import events

from dxtui.ui.palette import Palette


def test_what_is_said_of_a_key_goes_with_the_next(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("2", "s")
        assert "s sorts the figures" in stage.lines()[0]
        await stage.press("down")
        assert "s sorts the figures" not in stage.lines()[0]
        await stage.press("slash", *"zzzqq", "escape", "y")
        assert "nothing to copy" in stage.lines()[0]
        await stage.press("down")
        assert "nothing to copy" not in stage.lines()[0]
        assert "nothing matches" in stage.lines()[0]
        await stage.press("escape", "3", "c", "down", "down")
        assert "marked: c elsewhere compares" in stage.lines()[0]

    play(script)


def test_without_figures_the_statements_come_first(play: Play, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Thư mời\n\nKính mời các đồng chí tham dự buổi gặp mặt.\n", encoding="utf-8")

    async def script(stage: Stage) -> None:
        assert stage.main.active is stage.main.statements
        assert stage.main.focused is stage.main.statements
        assert "Kính mời các đồng chí" in stage.seen()
        assert stage.main.source.document is not None
        await stage.press("y")
        assert "Thư mời" in stage.seen()

    play(script, [tmp_path], size=(80, 24))


def test_the_foot_of_bars_says_where_enter_leads(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("h")
        assert "Enter to the source" in stage.seen().split("Esc close")[0][-120:]
        for _ in range(4):
            await stage.press("h")
            if "how many of each" in stage.seen():
                break
        assert "Enter these figures" in stage.seen()

    play(script)


def test_a_colon_opens_the_palette_and_is_a_letter_in_a_query(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("colon")
        assert isinstance(stage.app.screen, Palette)
        await stage.press("escape", "slash")
        stage.app.post_message(events.Key("colon", ":"))
        await stage.settle()
        assert stage.app.screen is stage.main
        assert stage.main.search.value == ":"

    play(script)


def test_escape_takes_off_the_query_and_then_what_narrows(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("1", "enter", "slash", *"hồ", "escape")
        assert stage.main.narrowing
        assert stage.main.search.value
        await stage.press("escape")
        assert stage.main.narrowing
        assert not stage.main.search.value
        await stage.press("escape")
        assert not stage.main.narrowing
        assert "Esc" not in stage.lines()[-1]

    play(script)
