"""What comes first over texts of many kinds: letters, tables, features, press releases, hostile ones."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dxtui.explorer import Explorer
from dxtui.store.corpus import in_memory

HERE = Path(__file__).parent.parent
CORPUS = tomllib.loads((HERE / "corpus" / "search_unlike.toml").read_text("utf-8"))
CASES = CORPUS["query"]


@pytest.fixture(scope="module")
def unlike() -> Explorer:
    """Texts of many kinds."""
    return Explorer(in_memory([HERE / text for text in CORPUS["texts"]], 1 << 26))


def test_there_are_enough_queries() -> None:
    assert len({case["text"] for case in CASES}) == len(CASES) >= 100


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_is_meant_comes_first(unlike: Any, case: dict[str, str]) -> None:
    view = unlike.view(case["text"])
    found = [" ".join(row.place.surface.split()).lower() for row in view.statements]
    assert not view.answer.missing
    assert found
    assert case.get("first", "").lower() in found[0], found[:3]
