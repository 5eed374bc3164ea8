"""Screens over the first one, left by more keys than one."""

import pytest
from textual import events

OPENERS = [("?",), ("y",), ("x",), ("e",), ("o",), ("c", "j", "c"), ("!",), ("ctrl+p",)]
CHARACTERS = {"?": "question_mark", "!": "exclamation_mark"}


@pytest.mark.parametrize("keys", OPENERS, ids="".join)
def test_keys_that_leave_twice_in_one_burst_leave_once(play, keys):
    async def script(stage):
        main = stage.app.screen
        for key in keys:
            stage.app.post_message(events.Key(CHARACTERS.get(key, key), key if len(key) == 1 else None))
            await stage.pilot.pause()
        for _ in range(100):
            if stage.app.screen is not main:
                break
            await stage.pilot.pause(0.02)
        assert stage.app.screen is not main
        for _ in range(3):
            stage.app.post_message(events.Key("escape", None))
        await stage.settle()
        assert stage.app.screen is main
        assert stage.app.is_running

    play(script)


def test_what_is_typed_ahead_behind_a_panel_is_done(play):
    async def script(stage):
        for key in ("question_mark", "x", "slash", "g"):
            stage.app.post_message(events.Key(key, {"slash": "/", "question_mark": "?"}.get(key, key)))
        await stage.settle()
        await stage.pilot.pause(0.1)
        assert stage.main.search.value == "g"

    play(script)
