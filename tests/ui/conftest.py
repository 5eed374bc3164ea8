"""What the tests of the app share: driving it without a terminal, and what is seen."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from dxtui.settings import Settings
from dxtui.ui.app import DxtuiApp


class Stage:
    """The running app, and the hands and eyes of a reader."""

    def __init__(self, app: DxtuiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.main = app.main
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until the app has answered what was asked and drawn it."""
        for _ in range(500):
            await self.pilot.pause(0.02)
            if (not self.main._pending and not self.main._waiting) or self.app.error is not None:
                break
        else:
            pytest.fail("the app did not settle")
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, wait until all is quiet."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text letter by letter."""
        for letter in text:
            self.app.post_message(events.Key("space" if letter == " " else letter, letter))
        await self.settle()

    def lines(self) -> list[str]:
        """Return what is seen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text for strip in strips]

    def seen(self) -> str:
        """Return what is seen."""
        return "\n".join(self.lines())


Script = Callable[[Stage], Awaitable[None]]
Play = Callable[..., None]


@pytest.fixture
def play() -> Play:
    """Run a script on the app over some paths (none: the shipped documents) at some size."""

    def run(script: Script, paths: Sequence[Path] = (), size: tuple[int, int] = (120, 36), **settings: str) -> None:
        async def act() -> None:
            app = DxtuiApp(paths, replace(Settings.load(), clipboard="osc52", **settings))  # type: ignore[arg-type]
            async with app.run_test(size=size) as pilot:
                stage = Stage(app, pilot)
                await stage.settle()
                await script(stage)

        asyncio.run(act())

    return run
