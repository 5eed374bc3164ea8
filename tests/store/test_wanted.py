"""Work on an answer that nobody waits for any more ends at its next step, and leaves nothing half done."""

import threading
import time
from typing import Any

import pytest

from dxtui.explorer import UnwantedError, while_wanted

Shelf = Any


def steps(explorer: Any, query: str) -> int:
    """Return how many times an answer asks whether it is wanted."""
    asked = []
    with while_wanted(lambda: asked.append(1) is None):
        explorer.view(query)
    return len(asked)


@pytest.mark.parametrize("query", ["dich vu cog qwrtzx", "unit:% chuyen doi", "org:bo", "ho so truc"])
def test_an_answer_can_be_left_at_every_step(filled: Shelf, query: str) -> None:
    filled.bring_up()
    explorer = filled.open()
    count = steps(explorer, query)
    assert count > 3
    for last in range(0, count, max(1, count // 12)):
        asked: list[int] = []

        def wanted(asked: list[int] = asked, last: int = last) -> bool:
            asked.append(1)
            return len(asked) <= last

        with pytest.raises(UnwantedError), while_wanted(wanted):
            filled.open().view(query)
        assert len(asked) <= last + 2
        with pytest.raises(UnwantedError), while_wanted(lambda: False):
            explorer.view(query)
    fresh = filled.open().view(query)
    assert [row.id for row in explorer.view(query).statements] == [row.id for row in fresh.statements]


def test_a_long_look_into_the_record_is_cut_short(filled: Shelf) -> None:
    filled.bring_up()
    record = filled.open()._record
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    end = time.monotonic() + 0.2
    with pytest.raises(UnwantedError), while_wanted(lambda: time.monotonic() < end):
        record.all(endless)
    assert time.monotonic() < end + 5
    assert record.all("SELECT 1") == [(1,)]


def test_one_thread_does_not_end_the_work_of_another(filled: Shelf) -> None:
    filled.bring_up()
    explorer = filled.open()
    found: list[int] = []
    with while_wanted(lambda: False):
        other = threading.Thread(target=lambda: found.append(len(explorer.view("ho so").statements)))
        other.start()
        other.join()
    assert found
    assert found[0] > 0
