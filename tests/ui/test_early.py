"""What is typed while the documents are being read waits for the lists, in order; what can be done then is done."""

import asyncio
from dataclasses import replace

import pytest
from textual import events

from dxtui.settings import Settings
from dxtui.ui.app import DxtuiApp
from dxtui.ui.bars import BarsScreen
from dxtui.ui.turning import SIGNS, turning


async def _typed_ahead(app: DxtuiApp, *keys: tuple[str, str | None]) -> None:
    """Start the app, type before it reads, and wait until it has done it."""
    async with app.run_test(size=(120, 36)) as pilot:
        assert app.main._view is None
        for key, character in keys:
            app.post_message(events.Key(key, character))
        for _ in range(500):
            await pilot.pause(0.02)
            if app.main.settled or app.error is not None or not app.is_running:
                break
        await pilot.pause()


def run(*keys: str) -> DxtuiApp:
    app = DxtuiApp([], replace(Settings.load(), language="en", clipboard="none"))  # type: ignore[arg-type]
    started = app.desk.start
    app.desk.start = lambda: app.call_later(started)  # type: ignore[method-assign]  # After what is typed.
    named = {"/": "slash", " ": "space"}
    typed = [(named.get(key, key), key if len(key) == 1 else None) for key in keys]
    asyncio.run(_typed_ahead(app, *typed))
    return app


def test_keys_of_a_list_wait_for_it() -> None:
    app = run("down", "down")
    assert app.main.figures.cursor == 2


def test_they_stay_in_order_with_what_is_searched_for() -> None:
    app = run("down", "/", *"ho so", "enter", "down")
    assert app.main.search.value == "ho so"
    assert app.main.focused is not app.main.search
    assert app.main._view is not None
    assert app.main._view.query == "ho so"


def test_a_picture_that_is_asked_for_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[type[object]] = []
    push = DxtuiApp.push_screen
    monkeypatch.setattr(
        DxtuiApp, "push_screen", lambda app, screen, *rest: (drawn.append(type(screen)), push(app, screen, *rest))[1]
    )
    run("h")
    assert BarsScreen in drawn


def test_leaving_does_not_wait() -> None:
    app = run("down", "q")
    assert app.return_code == 0
    assert app.main._view is None


@pytest.mark.parametrize("doing", ["reading …", "reading 1 of 5", "đang đọc …"])
def test_the_sign_has_one_width(doing: str) -> None:
    widths = {len(turning(doing, step)) for step in range(9)}
    assert len(widths) == 1
    assert {turning(doing, step)[-1] for step in range(1, 9)} == set(SIGNS)
