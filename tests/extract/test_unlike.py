"""How well statements, names and tasks are read in unlike documents, labelled by others: floors that only rise."""

import json
from pathlib import Path
from typing import Any

import pytest

from dxtui.extract import names, numbers, statements, tasks
from dxtui.text.normal import normalise

UNLIKE = Path(__file__).resolve().parent.parent / "unlike"
LABELLED = tuple(sorted(folder.name for folder in UNLIKE.iterdir()))


def rows(name: str, kind: str) -> list[dict[str, Any]]:
    return [
        json.loads(row) for row in (UNLIKE / name / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines() if row
    ]


def f1(pairs: list[tuple[set[Any], set[Any]]]) -> float:
    hits = sum(len(labels & found) for labels, found in pairs)
    return 2 * hits / sum(len(labels) + len(found) for labels, found in pairs)


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[Any, ...]]:
    out = {}
    for name in LABELLED:
        text = normalise((UNLIKE / name / "text.txt").read_text(encoding="utf-8"))
        cut = statements.find(text)
        named = names.find(text, cut)
        out[name] = (cut, named, tasks.find(text, cut, numbers.find(text, cut, None), named))
    return out


def test_statements_stay_above_their_floor(read: dict[str, tuple[Any, ...]]) -> None:
    pairs = [
        ({(r["start"], r["end"]) for r in rows(name, "statements")}, {(s.start, s.end) for s in read[name][0]})
        for name in LABELLED
    ]
    assert f1(pairs) >= 0.998


def test_names_stay_above_their_floor(read: dict[str, tuple[Any, ...]]) -> None:
    pairs = [
        (
            {(r["start"], r["end"], r["type"]) for r in rows(name, "entities")},
            {(m.start, m.end, m.type) for m in read[name][1]},
        )
        for name in LABELLED
    ]
    assert f1(pairs) >= 0.971


def test_tasks_stay_above_their_floor(read: dict[str, tuple[Any, ...]]) -> None:
    found = wanted = hits = 0
    for name in LABELLED:
        labels, made = rows(name, "tasks"), list(read[name][2])
        found, wanted = found + len(made), wanted + len(labels)
        for row in labels:
            for task in made:
                shared = min(task.end, row["end"]) - max(task.start, row["start"])
                if shared * 2 >= max(task.end, row["end"]) - min(task.start, row["start"]):
                    made.remove(task)
                    hits += 1
                    break
    assert 2 * hits / (found + wanted) >= 0.964
