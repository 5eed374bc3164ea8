"""Make the README's pictures from the running app, on the documents that come with it.

python tests/tools/pictures.py FOLDER [COLUMNSxROWS] [THEME] [LANGUAGE]

The README's own: python tests/tools/pictures.py tests/pictures
"""

import asyncio
import os
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from dxtui.resources import config_file
from dxtui.settings import Settings
from dxtui.ui.app import DxtuiApp

DEFAULTS = ["", "120x36", "dark", "en"]

PICTURES = {"explorer": "", "search": "/ho so truc tuyen", "source": "/ho so truc tuyen\r", "page": "2e"}
"""The pictures by name, and the keys that lead there from the start."""


async def pictures(columns: int, rows: int, theme: str, language: str) -> dict[str, str]:
    """Return all pictures as SVG, by name."""
    settings = Settings.load(config_file("settings.toml"), {"theme": theme, "language": language})  # Nobody's own.
    made = {}
    for name, keys in PICTURES.items():
        async with _running(DxtuiApp([], replace(settings, clipboard="none")), columns, rows) as (app, pilot):
            for key in keys:
                app.post_message(events.Key({"\r": "enter", " ": "space", "/": "slash"}.get(key, key), key))
                await pilot.pause()
            await _settle(app, pilot)
            made[name] = small(offline(app.export_screenshot(title="dxtui", simplify=True)))
    return made


@asynccontextmanager
async def _running(app: DxtuiApp, columns: int, rows: int) -> AsyncIterator[tuple[DxtuiApp, Pilot[None]]]:
    async with app.run_test(size=(columns, rows)) as pilot:
        await _settle(app, pilot)
        yield app, pilot


async def _settle(app: DxtuiApp, pilot: Pilot[None]) -> None:
    """Wait until all that was asked is answered and seen."""
    last = ""
    while not app.main.settled or (now := app.export_screenshot(simplify=True)) != last:
        if app.main.settled:
            last = now
        await pilot.pause(0.3)


def offline(svg: str) -> str:
    """Return the picture without the rules that load a font from the network; any monospace font stands in."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    return re.sub(r"font-family: (?![^;]*monospace)[^;]+;", "font-family: monospace;", svg)


def small(svg: str) -> str:
    """Return the picture with its grounds put together, short names, and no frames that cut lines which fit."""
    svg = re.sub(r"terminal-\d+-", "", svg)
    svg = re.sub(r'<clipPath id="line-\d+">\s*<rect[^>]*/>\s*</clipPath>\s*', "", svg)
    svg = re.sub(r' clip-path="url\(#line-\d+\)"', "", svg)
    grounds = [(found[1], *map(float, found.groups()[1:])) for found in _GROUND.finditer(svg)]
    first = _GROUND.search(svg)
    if first is not None:
        svg = svg[: first.start()] + _together(grounds) + _GROUND.sub("", svg[first.start() :])
    return re.sub(r"(?m)^\s+|[ \t]+$", "", svg)


_Ground = tuple[str, float, float, float, float]
"""A colour and where it lies: left, top, width, height."""

_GROUND = re.compile(
    r'<rect fill="([^"]+)" x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)" shape-rendering="crispEdges"/>'
)


def _together(grounds: list[_Ground]) -> str:
    """Return the grounds, of which neighbours of one colour are one, on one of the colour that most have."""
    area: Counter[str] = Counter()
    joined: list[_Ground] = []
    for colour, left, top, width, height in grounds:
        area[colour] += round(width)
        before = joined[-1] if joined else ("", 0, 0, 0, 0)
        if before[0] == colour and before[2] == top and abs(before[1] + before[3] - left) < 0.1:
            joined[-1] = (colour, before[1], top, before[3] + width, height)
        else:
            joined.append((colour, left, top, width, height))
    most = area.most_common(1)[0][0]
    right, bottom = (max(ground[at] + ground[at + 2] for ground in grounds) for at in (1, 2))
    shown = [(most, 0.0, 0.0, right, bottom), *(ground for ground in joined if ground[0] != most)]
    rects = "".join(
        f'<rect fill="{colour}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'
        for colour, x, y, width, height in shown
    )
    return f'<g shape-rendering="crispEdges">{rects}</g>'


def main() -> None:
    """Write the pictures into the folder that is named."""
    given = sys.argv[1:]
    if not given:
        raise SystemExit(__doc__)
    os.environ.pop("NO_COLOR", None)  # Pictures have colours wherever they are made.
    folder, size, theme, language = [*given, *DEFAULTS[len(given) :]][:4]
    columns, rows = map(int, size.split("x"))
    for name, svg in asyncio.run(pictures(columns, rows, theme, language)).items():
        Path(folder, f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
