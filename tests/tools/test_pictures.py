"""The tool that makes the README's pictures, and the pictures."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_MADE = _HERE.parent / "pictures"
_LARGEST = 80_000
"""Bytes of a picture: the page that shows them all stays quick."""


def text(svg: str) -> str:
    """Return what is read in a picture."""
    return unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))).replace("\xa0", " ")


def test_the_readme_shows_the_pictures_that_the_tool_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, _HERE / "pictures.py", tmp_path, "80x24"], check=True, timeout=120)
    made = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    readme = (_ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"\(tests/pictures/([^)]+)\)", readme)) == set(made)
    assert {path.name for path in _MADE.iterdir()} == set(made)
    for name, svg in made.items():
        for picture in (svg, (_MADE / name).read_text("utf-8")):
            assert "url(http" not in picture
            assert "@font-face" not in picture
            assert len(picture.encode()) < _LARGEST, name
    assert "mục tiêu" in text(made["explorer.svg"])
    for name in ("search.svg", "source.svg"):
        assert "ho so truc tuyen" in text(made[name])
    assert made["search.svg"] != made["source.svg"]
