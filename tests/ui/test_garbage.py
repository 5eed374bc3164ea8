"""Garbage is looked for while the reader pauses."""

import gc
from collections.abc import Iterator

import pytest

from dxtui.ui import garbage
from dxtui.ui.garbage import Garbage


@pytest.fixture
def stopped() -> Iterator[None]:
    """Start as the command does: nothing looks for garbage, nothing is spared; leave all as it was."""
    often = gc.get_threshold()
    gc.disable()
    gc.unfreeze()
    yield
    gc.freeze()
    gc.set_threshold(*often)
    gc.enable()


class Cycle:
    """Something that does not go by itself."""

    gone = 0

    def __init__(self) -> None:
        self.own = self

    def __del__(self) -> None:
        Cycle.gone += 1


def test_it_is_looked_for_in_a_pause(stopped: None, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(garbage, "monotonic", lambda: now)
    later: list[float] = []
    one = Garbage(lambda seconds, _: later.append(seconds))
    one.spare()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1000
    Cycle.gone = 0
    for _ in range(50):
        Cycle()
        one.touched()
    assert Cycle.gone == 0
    assert later == [2.0], "one clock, however many keys"
    now = 101.5
    one.touched()
    one._look()
    assert later == [2.0, 2.0], "the last key was just now"
    assert Cycle.gone == 0
    now = 104.0
    one._look()
    assert Cycle.gone == 50
    one.touched()
    assert len(later) == 3


def test_where_it_is_not_in_charge_it_does_nothing() -> None:
    often = gc.get_threshold()
    later: list[float] = []
    one = Garbage(lambda seconds, _: later.append(seconds))
    one.spare()
    one.touched()
    assert (later, gc.get_threshold()) == ([], often)
