import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.text.emphasis import Emphasis


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("đạt **42,5%** kế hoạch", "đạt 42,5% kế hoạch"),
        ("|**Tổng**|_2.845_|", "|Tổng|2.845|"),
        ("_**4.919**_ sản phẩm", "4.919 sản phẩm"),
        ("***Đơn vị: tỷ đồng***", "Đơn vị: tỷ đồng"),
        ("**Sở Y tế\nchủ trì**, phối hợp", "Sở Y tế\nchủ trì, phối hợp"),
        (r"1\. Kết quả \(sơ bộ\)", "1. Kết quả (sơ bộ)"),
    ],
)
def test_marks_of_emphasis_are_taken_out(written: str, bare: str) -> None:
    assert Emphasis(written).text == bare


@pytest.mark.parametrize(
    "text",
    [
        "* mục thứ nhất\n* mục thứ hai",
        "2*3*4 = 24",
        "(*) Số liệu sơ bộ; (*) ước tính",
        "bao_cao_2023 và so_lieu_2024",
        "https://example.vn/a_b_/c_",
        "500 * 3 * 2",
        "một * không đóng",
        "**một\n\nhai**",
        "",
    ],
)
def test_what_is_no_emphasis_stays(text: str) -> None:
    assert Emphasis(text).text == text
    assert not Emphasis(text).marked


@given(st.text(alphabet="a1 *_\\.-\n", max_size=60))
def test_every_place_leads_back_to_its_own_letter(written: str) -> None:
    emphasis = Emphasis(written)
    for at, char in enumerate(emphasis.text):
        start, end = emphasis.span(at, at + 1)
        assert written[start:end] == char
        assert emphasis.place(start) == at
        first, last = emphasis.whole(at, at + 1)
        assert first <= start < end <= last
    assert emphasis.whole(0, len(emphasis.text)) == (0, len(written)) or not emphasis.text
