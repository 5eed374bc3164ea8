"""Make the README's picture from the running app: the shipped documents, a query, the best figure in its sentence.

python tests/tools/screenshot.py FILE.svg [COLUMNSxROWS] [THEME] [QUERY]
"""

import asyncio
import re
import sys
from dataclasses import replace
from pathlib import Path

from textual import events

from dxtui.settings import Settings
from dxtui.ui.app import DxtuiApp

DEFAULTS = ["", "120x36", "dark", "ho so truc tuyen"]


async def picture(columns: int, rows: int, theme: str, query: str) -> str:
    """Return the screen as SVG, after the query was typed and Enter pressed."""
    app = DxtuiApp([], replace(Settings.load(), theme=theme))
    async with app.run_test(size=(columns, rows)) as pilot:
        while not app.main.settled:
            await pilot.pause(0.05)
        await pilot.press("slash")
        for letter in query:
            app.post_message(events.Key("space" if letter == " " else letter, letter))
        await pilot.press("enter")
        while not app.main.settled:
            await pilot.pause(0.05)
        await pilot.pause(0.2)
        return offline(app.export_screenshot(title="dxtui", simplify=True))


def offline(svg: str) -> str:
    """Return the picture without the rules that load a font from the network; any monospace font stands in."""
    svg = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", svg)
    return re.sub(r"font-family: (?![^;]*monospace)[^;]+;", "font-family: monospace;", svg)


def main() -> None:
    """Write the picture to the file that is named."""
    given = sys.argv[1:]
    if not given:
        raise SystemExit(__doc__)
    file, size, theme, query = [*given, *DEFAULTS[len(given) :]][:4]
    columns, rows = map(int, size.split("x"))
    Path(file).write_text(asyncio.run(picture(columns, rows, theme, query)), encoding="utf-8")


if __name__ == "__main__":
    main()
