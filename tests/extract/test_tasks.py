"""Tasks: the corpus is the specification, the labels pin how good they are."""

import json
import tomllib
from pathlib import Path
from time import process_time

import pytest
from tests.extract.plain import plain_key

from dxtui.extract import names, numbers, statements, tasks
from dxtui.model import Task

TESTS = Path(__file__).resolve().parent.parent
CASES = tomllib.loads((TESTS / "corpus" / "tasks.toml").read_text(encoding="utf-8"))["case"]
LABELLED = sorted(p.name[:3] for p in (TESTS.parent / "seeds").glob("*.txt") if (TESTS / "gold" / p.name[:3]).is_dir())


def find(text: str) -> tuple[Task, ...]:
    cut = statements.find(text)
    counted = numbers.find(text, cut, None)
    return tasks.find(text, cut, counted, names.find(text, cut))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"].strip()[:50])
def test_a_text_asks_for_what_the_corpus_says(case: dict[str, object]) -> None:
    found = find(str(case["text"]))
    wanted = case["tasks"]
    assert [[t.who or "", t.deadline or "", t.state] for t in found] == [row[:3] for row in wanted]  # type: ignore[attr-defined]
    for task, row in zip(found, wanted, strict=True):  # type: ignore[call-overload]
        assert row[3] in task.what


@pytest.mark.parametrize("name", LABELLED)
def test_every_labelled_task_is_found_with_who_when_and_how_it_stands(name: str) -> None:
    text = next((TESTS.parent / "seeds").glob(f"{name}_*")).read_text(encoding="utf-8")
    rows = [json.loads(row) for row in (TESTS / "gold" / name / "tasks.jsonl").read_text(encoding="utf-8").splitlines()]
    found = find(text)
    assert len(found) == len(rows)
    for task, row in zip(found, rows, strict=True):
        shared = min(task.end, row["end"]) - max(task.start, row["start"])
        assert shared * 2 >= max(task.end, row["end"]) - min(task.start, row["start"]), row
        assert plain_key(task.who or "") == plain_key(row["who"] or ""), row
        assert (task.deadline, task.state) == (row["deadline"], row["state"]), row


def spent(text: str) -> float:
    """Return how long the tasks of `text` take at best, in seconds of this process."""
    cut = statements.find(text)
    counted, named = numbers.find(text, cut, None), names.find(text, cut)
    best = 1e9
    for _ in range(3):
        start = process_time()
        tasks.find(text, cut, counted, named)
        best = min(best, process_time() - start)
    return best


@pytest.mark.parametrize(
    "piece",
    [
        "các bộ, ngành phải ",
        "các đơn vị còn nhiều việc phải ",
        "yêu cầu ",
        "Giao Bộ Công an ",
        "; đồng thời ",
        "trước ngày 30/6/2024 ",
        "sẽ ",
        "đã ký, dự kiến xong, ",
        "đã khởi công, dự kiến cuối tháng 5/2025 hoàn thành cầu, ",
        "theo quy định, chủ đầu tư phải ",
        "đối với hộ, ",
        "bộ phận thanh tra - kiểm tra ",
    ],
)
def test_twice_the_text_takes_twice_the_time(piece: str) -> None:
    half = spent(piece * 3_000)
    assert spent(piece * 6_000) <= 3 * half + 0.05


@pytest.mark.parametrize("more", [" và", ", đồng thời", ", đến ngày 5/3/2025 đạt 5%"])
def test_what_joins_clauses_may_stand_there_without_end(more: str) -> None:
    assert find(f"Giao Sở Y tế rà soát trước ngày 1/2/2025 và báo cáo trước ngày 3/2/2025{more * 5_000};")
