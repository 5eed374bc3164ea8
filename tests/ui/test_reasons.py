"""The panel that says how a number was read."""

from tests.ui.conftest import Play, Stage


def test_a_figure_says_how_it_was_read(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.pilot.press("x")
        await stage.settle()
        assert "was read" in stage.seen()
        assert "qualifier" in stage.seen()
        await stage.pilot.press("escape")
        assert stage.app.screen is stage.app.main

    play(script)


def test_a_statement_has_nothing_to_explain(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.pilot.press("4", "x")
        await stage.settle()
        assert stage.app.screen is stage.app.main

    play(script)
