"""Lines that are kept look as those that are drawn anew, whatever the reader did."""

import random

import pytest


@pytest.mark.parametrize("seed", range(2))
def test_kept_lines_are_those_that_would_be_drawn(play, seed):
    chance = random.Random(seed)
    keys = ["j", "k", "n", "p", "pagedown", "pageup", "end", "home", "1", "2", "3", "4", "5", "6", "enter", "b", "s"]
    keys += ["z", "tab", "backspace", "greater_than_sign", "v"]

    async def script(stage):
        for _ in range(8):
            for key in chance.choices(keys, k=3):
                await stage.press(key)
            kept = stage.lines(), styles(stage)
            for pane in (*stage.main.lists, stage.main.source):
                pane.refresh()
            await stage.pilot.pause(0.05)
            assert kept == (stage.lines(), styles(stage))

    play(script, size=(100, 30))


def test_what_follows_a_key_is_painted_with_it(play, monkeypatch):
    async def script(stage):
        painted, once = [], 0
        show = type(stage.app)._display
        monkeypatch.setattr(type(stage.app), "_display", lambda *given: painted.append(given) or show(*given))
        for _ in range(12):
            painted.clear()
            before = stage.main.source._place
            await stage.press("j")
            assert stage.main.source._place != before
            once += len(painted) == 1
        assert once > 6  # A machine that has much to do may now and then part what follows from the key.

    play(script)


def styles(stage):
    return [[(s.text, s.style) for s in strip] for strip in stage.app.screen._compositor.render_strips()]


def test_lines_are_drawn_anew_only_where_something_changed(play, monkeypatch):
    async def script(stage):
        drawn = []
        pane = stage.main.figures
        cells = type(pane).cells
        monkeypatch.setattr(type(pane), "cells", lambda self, row: drawn.append(row) or cells(self, row))
        await stage.press("j", "j", "j")
        assert 0 < len(drawn) <= 6  # The row that was left and the row that is selected now, each time.
        drawn.clear()
        for _ in range(20):
            await stage.press("j")
        assert len(drawn) <= 60  # And the row that came into view.
        drawn.clear()
        stage.app.wear("light")
        await stage.settle()
        assert len(drawn) > 8  # In other colours.

    play(script)
