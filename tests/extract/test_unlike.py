"""How well statements, names and tasks are read in unlike documents, labelled by others: floors that only rise."""

import json
from pathlib import Path
from typing import Any

import pytest

from dxtui.extract import names, numbers, statements, tasks
from dxtui.text.normal import normalise

TESTS = Path(__file__).resolve().parent.parent
FLOORS = {
    "unlike": (0.998, 0.980, 0.973),
    "invented": (0.991, 0.963, 0.943),
    "further": (0.990, 0.955, 0.922),
    "beyond": (0.988, 0.968, 0.953),
}
"""For each lot of documents: statements, names, tasks."""


def rows(folder: Path, kind: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in (folder / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines() if row]


def f1(pairs: list[tuple[set[Any], set[Any]]]) -> float:
    hits = sum(len(labels & found) for labels, found in pairs)
    return 2 * hits / sum(len(labels) + len(found) for labels, found in pairs)


def read(lot: str) -> dict[Path, tuple[Any, ...]]:
    out = {}
    for folder in sorted((TESTS / lot).iterdir()):
        text = normalise((folder / "text.txt").read_text(encoding="utf-8"))
        cut = statements.find(text)
        named = names.find(text, cut)
        out[folder] = (cut, named, tasks.find(text, cut, numbers.find(text, cut, None), named))
    return out


def statements_of(found: dict[Path, tuple[Any, ...]]) -> float:
    return f1(
        [
            ({(r["start"], r["end"]) for r in rows(folder, "statements")}, {(s.start, s.end) for s in made[0]})
            for folder, made in found.items()
        ]
    )


def names_of(found: dict[Path, tuple[Any, ...]]) -> float:
    return f1(
        [
            (
                {(r["start"], r["end"], r["type"]) for r in rows(folder, "entities")},
                {(m.start, m.end, m.type) for m in made[1]},
            )
            for folder, made in found.items()
        ]
    )


def tasks_of(found: dict[Path, tuple[Any, ...]]) -> float:
    read_ = wanted = hits = 0
    for folder, facts in found.items():
        labels, made = rows(folder, "tasks"), list(facts[2])
        read_, wanted = read_ + len(made), wanted + len(labels)
        for row in labels:
            for task in made:
                shared = min(task.end, row["end"]) - max(task.start, row["start"])
                if shared * 2 >= max(task.end, row["end"]) - min(task.start, row["start"]):
                    made.remove(task)
                    hits += 1
                    break
    return 2 * hits / (read_ + wanted)


@pytest.mark.parametrize("lot", FLOORS)
def test_statements_names_and_tasks_stay_above_their_floors(lot: str) -> None:
    found = read(lot)  # once for all three, by whichever worker has the lot
    reached = (statements_of(found), names_of(found), tasks_of(found))
    assert [(at, floor) for at, floor in zip(reached, FLOORS[lot], strict=True) if at < floor] == []
