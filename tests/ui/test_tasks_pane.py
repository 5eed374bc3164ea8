"""The pane of tasks: due first, what is overdue, and whose they are."""

from pathlib import Path

import pytest
from tests.ui.conftest import Play, Stage

from dxtui.ui.rowlist import RowList


@pytest.mark.parametrize("size", [(80, 24), (100, 24), (160, 48)])
def test_tasks_are_seen_due_first_and_lead_to_their_place(play: Play, size: tuple[int, int]) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("6")
        assert stage.app.focused is main.tasks
        deadlines = [row.task.deadline for row in main.tasks.rows]
        dated = [deadline for deadline in deadlines if deadline]
        assert dated
        assert deadlines[: len(dated)] == dated
        first = main.tasks.rows[0]
        assert any(first.task.deadline in line and first.task.what[:8] in line for line in stage.lines())
        await stage.press("down", "enter")
        row = main.tasks.rows[1]
        assert main._selected == row.id
        assert main.source._place == row.place
        assert stage.app.focused is main.source
        await stage.press("b")
        assert stage.app.focused is main.tasks
        assert main.tasks.selected == row

    play(script, size=size)


def test_overdue_is_against_the_day_that_is_set(play: Play) -> None:
    async def late(stage: Stage) -> None:
        await stage.press("6")
        assert "overdue" in stage.seen()

        await stage.press("slash")
        await stage.type("is:overdue")
        await stage.press("enter")
        assert stage.app.focused is stage.main.tasks
        assert 0 < len(stage.main.tasks.rows) < (stage.main.tasks.total or 0)
        assert all(row.overdue for row in stage.main.tasks.rows)
        late = len(stage.main.tasks.rows)
        await stage.press("escape", "slash")
        await stage.type("deadline:..2029")
        assert sum(row.overdue for row in stage.main.tasks.rows) == late

    async def early(stage: Stage) -> None:
        await stage.press("6")
        assert "overdue" not in stage.seen()
        await stage.press("slash")
        await stage.type("is:overdue")
        assert not stage.main.tasks.rows
        assert not stage.main.statements.rows

    play(late, size=(160, 48), today="2030-01-01")
    play(early, size=(160, 48), today="1999-01-01")


def test_w_asks_for_the_tasks_of_whom_with_a_way_back(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("6")
        assert "w tasks of whom" in stage.lines()[-1]
        row = main.tasks.selected
        assert row is not None
        assert row.task.who
        await stage.press("w")
        assert main.search.value == f'who:"{row.task.who}"'
        assert stage.app.focused is main.tasks
        assert 0 < len(main.tasks.rows) < (main.tasks.total or 0)
        assert {task.task.who for task in main.tasks.rows} >= {row.task.who}
        assert main._selected == main.tasks.selected.id
        await stage.press("b")
        assert main.search.value == ""
        assert main.tasks.selected.id == row.id

    play(script)


def test_nobody_to_ask_for_where_a_task_names_none(play: Play, tmp_path: Path) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("6", "w")
        assert stage.main.search.value == ""
        assert "w tasks of whom" not in stage.lines()[-1]

    (tmp_path / "a.txt").write_text("Một câu không giao việc gì.\n", encoding="utf-8")
    play(script, [tmp_path])


def test_next_and_previous_go_from_task_to_task(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("6", "n")
        second = main._selected
        assert ".t" in second
        await stage.press("n", "p")
        assert main._selected == second
        assert isinstance(main.active, RowList)
        assert main.tasks.selected.id == second

    play(script)
