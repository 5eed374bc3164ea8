"""The commands and the panes give the same rows in the same order, over documents of many kinds."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from dxtui.cli import main
from dxtui.output import DOCUMENT, FIGURE, TASK, answer

HERE = Path(__file__).parent.parent
QUERIES = (
    "",
    "ho so truc tuyen",
    "tỷ lệ",
    "dich vu cog",
    "43,5 OR 1.250 -xoài",
    "12",
    "5 tỷ đồng",
    "unit:% value:>40",
    "tăng unit:% period:2024",
    'who:"Sở Tài chính"',
    "org:bộ báo cáo",
    "deadline:<2026 class:figure",
    '"báo cáo" doc:y',
)
PANES = {"documents": DOCUMENT, "figures": FIGURE, "tasks": TASK, "search": None}


@pytest.fixture
def unlike(tmp_path: Path) -> Path:
    """Documents of many kinds: whole ones, and what is left of several when their lines are mixed."""
    chance = random.Random(6)
    texts = [*sorted((HERE / "unlike").glob("[ab]*/text.txt")), *sorted((HERE / "documents").glob("*.txt"))]
    lines = [line for text in texts for line in text.read_text("utf-8").split("\n") if line.strip()]
    for at, text in enumerate(texts):
        (tmp_path / f"{at:02}.txt").write_text(text.read_text("utf-8"), "utf-8")
    for at in range(12):
        (tmp_path / f"mixed{at:02}.txt").write_text(f"Tập {at}\n\n" + "\n\n".join(chance.sample(lines, 30)), "utf-8")
    (tmp_path / "corpus.toml").write_text('[documents."03.txt"]\ntitle = "Báo cáo y tế"\n', "utf-8")
    return tmp_path


def test_commands_over_an_index_and_panes_over_the_files_agree(
    play: Any, unlike: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    base = ["--index", str(tmp_path_factory.mktemp("indexes"))]
    held = unlike / "mixed05.txt"
    late = held.read_text("utf-8")
    held.unlink()
    assert main(["index", str(unlike), *base]) == 0
    held.write_text(late, "utf-8")  # The index learns of it later, and has it last.
    told: dict[tuple[str, str], list[Any]] = {}
    for query in QUERIES:
        for command in PANES if query else [command for command in PANES if command != "search"]:
            assert main([command, query, "--corpus", str(unlike), "--format", "json", *base]) == 0
            told[command, query] = json.loads(capsys.readouterr().out)

    async def script(stage: Any) -> None:
        for query in QUERIES:
            stage.main.search.value = query
            await stage.settle()
            view = stage.main._view
            assert view.query == query
            for command, shape in PANES.items():
                if (command, query) not in told:
                    continue  # `search` takes no blank query.
                pane = next(pane for pane in stage.main.lists if pane.id == command.replace("search", "statements"))
                shape = shape or answer(view.matcher.why)
                shown = json.loads(json.dumps([dict(shape(row)) for row in pane.rows], default=str))
                assert shown == told[command, query], (command, query)

    play(script, [unlike], (140, 40))
    assert sum(map(len, told.values())) > 2000
