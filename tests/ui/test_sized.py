"""Panes made larger and smaller, and one alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.conftest import Play, Stage

from dxtui.ui.sizes import Sizes

PANES = ("documents", "entities", "figures", "statements", "source", "tasks")
SIGNS = {"<": "less_than_sign", ">": "greater_than_sign", "+": "plus", "-": "minus", "=": "equals_sign"}


@given(st.lists(st.tuples(st.sampled_from(PANES), st.sampled_from((-1, 1)), st.booleans()), max_size=60))
def test_however_often_sizes_change_every_pane_keeps_room(steps: list[tuple[str, int, bool]]) -> None:
    sizes = Sizes()
    for pane, by, wide in steps:
        sizes = sizes.wider(pane, by) if wide else sizes.taller(pane, by)
        sizes = sizes.stacked(by)
    assert sum(sizes.width.values()) == 100
    assert min(sizes.width.values()) >= 14
    assert sizes.height["documents"] + sizes.height["entities"] == 100
    assert sizes.height["figures"] + sizes.height["statements"] + sizes.height["tasks"] == 100
    assert min(sizes.height.values()) >= 15
    assert 20 <= sizes.stack <= 80


def test_keys_resize_the_pane_that_has_the_keys(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        sizes = [(pane.size.width, pane.size.height) for pane in main.lists]
        source = main.source.size.width
        await stage.press("1", SIGNS[">"], SIGNS["+"])
        assert main.documents.size.width > sizes[0][0]
        assert main.documents.size.height > sizes[0][1]
        assert main.entities.size.height < sizes[1][1]
        assert main.source.size.width < source
        await stage.press("5", SIGNS[">"], SIGNS[">"], SIGNS[">"])
        assert main.source.size.width > source
        await stage.press(SIGNS["="])
        assert [(pane.size.width, pane.size.height) for pane in main.lists] == sizes
        assert all(len(line) == 120 for line in stage.lines())

    play(script)


def test_in_the_stack_the_list_and_the_source_share_the_height(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        before = main.figures.size.height, main.source.size.height
        await stage.press(SIGNS["+"], SIGNS["+"])
        assert main.figures.size.height > before[0]
        assert main.figures.size.height + main.source.size.height == sum(before)
        await stage.press("5", SIGNS["+"], SIGNS["+"])
        assert (main.figures.size.height, main.source.size.height) == before

    play(script, size=(80, 24))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
def test_one_pane_alone_follows_the_keys_and_all_come_back(play: Play, size: tuple[int, int]) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        before = [(pane.size, pane.display) for pane in (*main.lists, main.source)]
        await stage.press("z")
        room = main.query_one("#panes").size
        for key, pane in zip("123456", main.panes, strict=True):
            await stage.press(key)
            assert [one for one in main.panes if one.size.area and one.region.area] == [pane]
            assert pane.outer_size == room
        await stage.press("3", "z")
        assert [(pane.size, pane.display) for pane in (*main.lists, main.source)] == before

    play(script, size=size)


def test_sizes_of_the_columns_wait_while_the_screen_is_narrow(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("5", SIGNS[">"], SIGNS[">"])
        wide = main.source.size.width
        await stage.pilot.resize_terminal(80, 24)
        await stage.settle()
        assert main.source.size.width > 75
        assert main.active.size.height >= 6
        await stage.pilot.resize_terminal(120, 36)
        await stage.settle()
        assert main.source.size.width == wide

    play(script)
