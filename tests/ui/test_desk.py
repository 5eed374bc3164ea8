"""The thread that asks: a newer query ends the work on an older one."""

import queue
from typing import Any

import pytest

from dxtui.model.narrowing import WIDE
from dxtui.search.plan import Planner
from dxtui.settings import Settings
from dxtui.ui.desk import Desk


class Owner:
    """What the desk tells."""

    def __init__(self) -> None:
        self.told: queue.Queue[Any] = queue.Queue()

    def post_message(self, message: Any) -> bool:
        self.told.put(message)
        return True

    def next(self, kind: type) -> Any:
        """Return the next message of a kind."""
        while True:
            message = self.told.get(timeout=30)
            assert not isinstance(message, Desk.Failed), message.error
            if isinstance(message, kind):
                return message


def test_a_newer_query_ends_the_work_on_an_older_one_between_its_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    owner = Owner()
    desk = Desk(owner, (), Settings.load())  # type: ignore[arg-type]
    desk.start()
    owner.next(Desk.Answered)
    begun: list[str] = []
    search = Planner.search

    def slow(self: Planner, *asked: Any) -> Any:
        begun.append("step")
        if len(begun) == 1:
            desk.ask("google", WIDE, None, None)
        return search(self, *asked)

    monkeypatch.setattr(Planner, "search", slow)
    desk.ask("dich vu cog qwrtzx", WIDE, None, None)
    assert owner.next(Desk.Answered).view.query == "google"
    first = len(begun)
    begun[:] = ["step"]
    desk.ask("dich vu cog qwrtzx", WIDE, None, None)
    assert owner.next(Desk.Answered).view.query == "dich vu cog qwrtzx"
    assert len(begun) > first
    desk.close()
    assert desk.ended(10)
