"""The keys of the lists on the screens that lie over them, and what the foot says of them."""

from tests.ui.conftest import Play, Stage

from dxtui.ui.chooser import Chooser
from dxtui.ui.compare import Compare
from dxtui.ui.copied import CopiedPanel
from dxtui.ui.entitypage import EntityScreen
from dxtui.ui.panel import Panel


def test_the_foot_says_what_enter_does_to_a_group(play: Play) -> None:
    async def script(stage: Stage) -> None:
        assert "Enter to the source" in stage.lines()[-1]
        await stage.press("v", "home")
        assert "Enter open the group" in stage.lines()[-1]
        await stage.press("enter")
        assert "Enter close the group" in stage.lines()[-1]
        await stage.press("down")
        assert "Enter to the source" in stage.lines()[-1]
        await stage.press("up")
        assert "Enter close the group" in stage.lines()[-1]
        await stage.press("4")
        assert "Enter to the source" in stage.lines()[-1]

    play(script)


def test_a_page_copies_explains_and_goes_on(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("2", "e")
        page = stage.app.screen
        assert isinstance(page, EntityScreen)
        assert "y copy citation" in stage.lines()[-1]
        row = page.statements.selected
        assert row is not None
        await stage.press("y")
        assert isinstance(stage.app.screen, CopiedPanel)
        assert " ".join(row.place.quote.split())[:40] in " ".join(stage.seen().split())
        await stage.press("escape", "x")
        assert stage.app.screen is page  # A statement is no number.
        await stage.press("3", "x")
        assert isinstance(stage.app.screen, Panel)
        assert page.figures.selected.place.surface in stage.seen()
        await stage.press("escape", "question_mark")
        assert "Here and now" in stage.seen()
        await stage.press("escape")
        first = page._stop
        for _ in range(len(page.statements.rows)):
            await stage.press("4", "e")
            if isinstance(stage.app.screen, Chooser):
                await stage.press("enter")
            if page._stop != first:
                break
            await stage.press("down")
        assert page._stop.name != first.name
        await stage.press("b")
        assert page._stop.name == first.name

    play(script)


def test_two_sources_copy_and_explain(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("3", "c", "end", "c")
        side = stage.app.screen
        assert isinstance(side, Compare)
        assert "x explain" in stage.lines()[-1]
        await stage.press("tab", "y")
        assert isinstance(stage.app.screen, CopiedPanel)
        await stage.press("escape", "x")
        assert isinstance(stage.app.screen, Panel)
        first = stage.main.figures.rows[0]
        assert f"How {first.place.surface} was read" in stage.seen()
        await stage.press("escape", "escape")
        assert stage.app.screen is stage.main

    play(script)
