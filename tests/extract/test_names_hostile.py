"""Names in texts that repeat what opens one: time stays in proportion to length, and nothing ends in an error."""

import time

import pytest

from dxtui.extract import names
from dxtui.model import Statement

SIZE = 60_000
PATTERNS = [
    *(
        "Hội đồng nhân dân ",
        "ỦY BAN NHÂN DÂN\n",
        "Sở Y tế, Y tế, ",
        "kế hoạch a b giai đoạn 2021 ",
        "theo a.vn ",
        "(A.B) - x\n",
    ),
    *("Chiến dịch 90 ngày làm ", "các xã A, B, ", "hệ thống SCADA ", "Nghị quyết Trung ương 6 khóa ", "số 1 Lê Lợi, "),
    *("CMC OpenAI ", "gặp CMC OpenAI, ", "Startup ", "UBND các xã A, B, ", "Ảnh: L.T.Đạt ", "tầng hai Trung tâm Y tế "),
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_hostile_text_takes_no_more_than_its_length(pattern: str) -> None:
    text = (pattern * (SIZE // len(pattern))).strip()
    start = time.process_time()
    found = names.find(text, (Statement(0, len(text), "sentence"),))
    assert time.process_time() - start < 4
    assert all(mention.start < mention.end for mention in found)
