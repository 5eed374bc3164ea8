"""A terminal that is too small says so, and all is as it was once it is larger."""

import asyncio

import pytest
from tests.ui.conftest import Play, Stage
from textual.messages import Layout

from dxtui.ui.small import Small


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_terminal_that_is_too_small_says_so(play: Play, language: str) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("4", "down", "2", "e")
        shown = stage.app.screen
        before = stage.lines()[0]
        for size in ((30, 8), (20, 4), (35, 20), (80, 5)):
            await stage.pilot.resize_terminal(*size)
            await stage.settle()
            said = " ".join(stage.seen().split())
            assert f"{size[0]}×{size[1]}" in said
            assert "36×9" in said
            assert "│" not in said
            await stage.press("down", "y")
        await stage.pilot.resize_terminal(36, 9)
        await stage.settle()
        assert stage.app.screen is shown
        await stage.pilot.resize_terminal(120, 36)
        await stage.settle()
        assert stage.lines()[0] == before

    play(script, language=language)


def test_it_can_start_small(play: Play) -> None:
    async def script(stage: Stage) -> None:
        assert "24×6" in stage.seen()
        await stage.pilot.resize_terminal(80, 24)
        await stage.settle()
        assert "3 Figures" in stage.seen()
        assert stage.app.screen is stage.main

    play(script, size=(24, 6))


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (3, 40)])
def test_it_is_quiet_at_any_size(play: Play, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    laid_out: list[Layout] = []
    monkeypatch.setattr(Small, "on_layout", lambda small, event: laid_out.append(event), raising=False)

    async def script(stage: Stage) -> None:
        await stage.pilot.resize_terminal(*size)
        await stage.settle()
        assert laid_out
        laid_out.clear()
        await asyncio.sleep(0.3)
        assert not laid_out

    play(script)
