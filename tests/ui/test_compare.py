"""Two places side by side, one above the other where there is no room."""

import pytest
from tests.ui.conftest import Play, Stage

from dxtui.ui.compare import Compare


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 48)])
def test_the_marked_place_and_another_are_shown_with_their_documents(play: Play, size: tuple[int, int]) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("3", "home", "c")
        first = main.figures.selected
        await stage.press("end")
        last = main.figures.selected
        assert first is not None
        assert last is not None
        await stage.press("c")
        screen = stage.app.screen
        assert isinstance(screen, Compare)
        left, right = screen.sides
        for side, row in ((left, first), (right, last)):
            assert side.document is row.place.document
            assert side._place == row.place
            assert row.place.surface in stage.seen()
        if size[0] < 100:
            assert left.region.bottom <= right.region.y
            assert left.region.width == right.region.width == size[0]
        else:
            assert left.region.right <= right.region.x
        assert stage.app.focused is right
        await stage.press("p")
        assert right._place is not None
        assert right._place.start < last.place.start
        assert left._place == first.place
        await stage.press("tab", "n")
        assert left._place is not None
        assert left._place.start > first.place.start
        top = left.scroll_y
        await stage.press("end")
        assert left.scroll_y > top
        moved = left._place
        await stage.press("enter")
        assert stage.app.screen is main
        assert stage.app.focused is main.source
        assert main.source._place == moved
        await stage.press("b")
        assert main._selected == last.id

    play(script, size=size)


def test_the_same_key_on_the_same_place_takes_the_mark_off(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("3", "home", "c")
        assert "c here unmarks" in stage.lines()[0]
        await stage.press("c")
        assert stage.app.screen is main
        assert "not marked" in stage.lines()[0]
        await stage.press("down", "c", "up", "c")
        assert isinstance(stage.app.screen, Compare)
        await stage.press("escape")
        assert stage.app.screen is main

    play(script)
