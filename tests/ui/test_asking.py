"""Asking: Enter leads to the list the reader came from, typing goes on, and a key that does nothing says why."""

import pytest
from tests.ui.conftest import Play, Stage
from textual import events


def test_enter_in_the_search_line_leads_to_the_list_that_the_reader_came_from(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("6", "slash")
        await stage.type('who:"Bộ Công an"')
        await stage.press("enter")
        assert stage.app.focused is main.tasks
        assert 0 < len(main.tasks.rows) < (main.tasks.total or 0)
        assert main._selected == main.tasks.rows[0].id
        await stage.press("slash", "end")
        await stage.type("deadline:2020")
        assert main.search.value == 'who:"Bộ Công an" deadline:2020'
        await stage.press("escape", "escape", "2", "slash")
        await stage.type("bo cong an")
        await stage.press("enter")
        assert stage.app.focused is main.entities
        await stage.press("escape", "6", "slash")
        await stage.type("unit:% value:>99")
        assert not main.tasks.rows
        await stage.press("enter")
        assert stage.app.focused is main.figures

    play(script)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_key_that_does_nothing_says_what_it_needs(play: Play, language: str) -> None:
    async def script(stage: Stage) -> None:
        for pane, key in (("4", "x"), ("1", "s"), ("2", "v"), ("3", "w"), ("3", "S"), ("2", "b")):
            await stage.press(pane, key)
            assert f" {key}" in stage.lines()[0], key
        await stage.press("down")
        assert " b" not in stage.lines()[0]
        await stage.press("3", "c")
        line = stage.lines()[0]
        assert line.count(" c ") == 2
        assert "  " in line.strip()

    play(script, size=(80, 24), language=language)


def test_what_is_typed_takes_the_place_of_the_query_that_stood_there(play: Play) -> None:
    async def script(stage: Stage) -> None:
        line = stage.main.search
        for keys, typed, stands in (
            ((), "gdp 2022", "gdp 2022"),
            ((), "gdp 2023", "gdp 2023"),
            (("end",), " 4", "gdp 2023 4"),
            (("right",), "x", "gdp 2023 4x"),
            (("home",), "a", "agdp 2023 4x"),
            (("ctrl+e", "backspace"), "y", "agdp 2023 4y"),
            (("ctrl+u",), "b", "b"),
            (("backspace",), "việt", "việt"),
        ):
            await stage.press("slash", *keys)
            await stage.type(typed)
            assert line.value == stands
            await stage.press("enter")
            assert line.value == stands
        await stage.press("slash", "escape")
        assert line.value == "việt", "looking at it changes nothing"
        await stage.press("slash")
        stage.app.post_message(events.Paste("hồ sơ\n"))
        await stage.settle()
        assert line.value == "hồ sơ"
        await stage.press("enter", "slash")
        for key in ("e", "backspace", "ê", "backspace", "ế"):  # As an input method sends them.
            stage.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await stage.settle()
        assert line.value == "ế"

    play(script)


def test_enter_on_what_is_not_understood_stays_in_the_line(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("slash")
        await stage.type("value:>abc")
        await stage.press("enter")
        assert stage.app.focused is stage.main.search
        await stage.press("ctrl+u")
        await stage.type("gdp")
        await stage.press("enter")
        assert stage.app.focused is stage.main.figures

    play(script)
