"""Numbers of a million digits are read to the end, wherever they stand.

Whether one is whole, a date or a part must be told in time linear in its digits. Linear reading takes a fraction of a
second here and quadratic reading minutes, so the limit is no measure of speed: only what hangs meets it.
"""

import signal
from pathlib import Path
from types import FrameType

import pytest

from dxtui.extract import extract
from dxtui.model import Document

DIGITS = "7" * 1_000_000
LIMIT = 20
"""Seconds of processor time."""


def hung(_signal: int, _frame: FrameType | None) -> None:
    """Say that it takes too long."""
    raise TimeoutError(f"not read after {LIMIT} s of processor time")


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers of processor time")
@pytest.mark.parametrize(
    "frame",
    [
        "{}",
        "cách đây {} năm",
        "số người chết tăng {}.",
        "0,{} năm trước",
        "đạt {} sao",
        "1/{}",
        "| Chỉ tiêu | {} tháng |\n|---|---|\n| Số hộ | 12 |\n",
    ],
)
def test_a_million_digits_are_read_to_the_end(frame: str) -> None:
    text = frame.format(DIGITS)
    previous = signal.signal(signal.SIGVTALRM, hung)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        content = extract(Document("long", Path("long.txt"), text, event_date="2023-12-28"))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, previous)
    assert any(number.end - number.start >= len(DIGITS) for number in content.numbers)
