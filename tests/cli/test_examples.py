"""Ids in what people read: each must be one that can be typed."""

import re
from pathlib import Path

import pytest

from dxtui.model import parse_id

_ROOT = Path(__file__).parents[2]
_FILES = [_ROOT / "README.md", *sorted((_ROOT / "tui").rglob("*.py"))]
_EXAMPLE = re.compile(r"\b[a-z0-9]{12}\.[a-z]?\d+-\d+\b")


@pytest.mark.parametrize("file", [file for file in _FILES if _EXAMPLE.search(file.read_text(encoding="utf-8"))])
def test_every_example_is_an_id(file: Path) -> None:
    for example in _EXAMPLE.findall(file.read_text(encoding="utf-8")):
        assert parse_id(example) is not None, example


def test_there_are_examples() -> None:
    assert _EXAMPLE.search((_ROOT / "README.md").read_text(encoding="utf-8"))
