"""Orders are the items below a heading that orders; a letter's dateline says when it was written."""

import pytest

from dxtui.extract import numbers, statements


def figures(text: str) -> dict[str, tuple[str, str | None]]:
    """Return role and period by what is written."""
    found = numbers.find(text, statements.find(text), None)
    return {text[n.start : n.end]: (n.figure.role, n.figure.period) for n in found if n.figure is not None}


PLAN = """KẾ HOẠCH
Phát triển nghề cá năm 2025

I. KẾT QUẢ NĂM 2024
1. Đóng mới 15 tàu và sửa 32 bến.

{heading}
1. Sở Nông nghiệp đóng mới 17 tàu và sửa 34 bến.
2. Giảm ít nhất 5% số vụ tai nạn.
{next}
1. Đã trồng 21 ao và mở 23 lớp.
"""


@pytest.mark.parametrize(
    "heading", ["II. NHIỆM VỤ CỤ THỂ", "## 2. Mục tiêu", "B. Phân công thực hiện:", "Nhiệm vụ, giải pháp"]
)
def test_items_below_a_heading_that_orders_are_targets(heading: str) -> None:
    found = figures(PLAN.format(heading=heading, next="III. TÌNH HÌNH CHUNG"))
    assert {amount for amount, (role, _) in found.items() if role == "target"} == {"17", "34", "5%"}


@pytest.mark.parametrize(
    "heading", ["II. NGƯ TRƯỜNG", "Mục tiêu và nhiệm vụ đã rõ, nhưng còn thiếu người làm.", "II. KẾT QUẢ KHÁC"]
)
def test_other_lines_order_nothing(heading: str) -> None:
    found = figures(PLAN.format(heading=heading, next="III. TÌNH HÌNH CHUNG"))
    assert [amount for amount in ("17", "34") if found[amount][0] == "target"] == []


def test_the_dateline_says_what_year_it_is_whatever_is_cited_first() -> None:
    text = """UBND TỈNH CÀ MAU
Cà Mau, ngày 02 tháng 12 năm 2024

Căn cứ Chỉ thị số 23/CT-TTg ngày 05/9/2020, tỉnh giao như sau.
Năm 2023, lực lượng này tước 1.207 giấy phép, tăng 32% so với năm 2022. Phấn đấu trước ngày 20/1 có 50 lớp.
"""
    found = figures(text)
    assert found["32%"] == ("change", "2023")
    assert found["50"] == ("target", "2025-01-20")
