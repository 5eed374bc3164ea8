"""Time stays in proportion to length, whatever the text; the limit is wide, what it catches takes the square of it."""

import time
from pathlib import Path

import pytest

from dxtui.extract import extract, numbers
from dxtui.model import Document, Statement

SIZE = 60_000
PATTERNS = [
    *("a", "7", "tỷ ", "1 tỷ ", "1 ", "1,", "1.", "1/", "1-", "1:", "(", "1\t", "1\t2\n", "|1", "a  b  ", "²", "1a"),
    *("năm ", "năm nay 5% ", "năm 2023 5% ", "tăng 5% so với ", "hai ba ", "Năm 2023\tNăm 2024\n", "khoảng ", "ước "),
    *("Điều 5, ", "5-NQ/TW-", "5 abc ", "quý I, ", "0912 345 678 ", "so với cùng kỳ ", "1 234 ", "mục tiêu 5% "),
    "1\u00a0000\u00a0",
]
DIGITS = "7" * 1_000_000
FRAMES = [
    *("{}", "cách đây {} năm", "số người chết tăng {}.", "0,{} năm trước", "đạt {} sao", "1/{}"),
    "| Chỉ tiêu | {} tháng |\n|---|---|\n| Số hộ | 12 |\n",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_hostile_text_takes_no_more_than_its_length(pattern: str) -> None:
    text = (pattern * (SIZE // len(pattern))).strip() or "("
    start = time.process_time()
    found = numbers.find(text, (Statement(0, len(text), "sentence"),), "2023-12-28")
    assert time.process_time() - start < 4
    assert all(number.start < number.end for number in found)


@pytest.mark.parametrize("frame", FRAMES)
def test_whether_a_million_digits_are_whole_takes_no_more_than_their_length(frame: str) -> None:
    document = Document("long", Path("long.txt"), frame.format(DIGITS), event_date="2023-12-28")
    start = time.process_time()
    content = extract(document)
    assert time.process_time() - start < 4
    assert any(number.end - number.start >= len(DIGITS) for number in content.numbers)
