"""What a reader is told of a figure: the document's own words, its magnitude, and nothing twice."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.explorer import Explorer
from dxtui.model.number import Figure
from dxtui.settings import Settings
from dxtui.wording import Worded, scale, worded


def told(folder: Path, text: str) -> list[Worded]:
    """Return how the figures of a text are worded."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return [worded(row) for row in Explorer.open([folder], Settings.load()).everything.figures]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Gần 80% người dân sử dụng internet.", "Gần 80%"),
        ("Doanh thu ước đạt 7,5 tỷ USD.", "ước đạt 7,5 tỷ USD"),
        ("Lưu lượng tăng gấp 4,2 lần.", "tăng gấp 4,2 lần"),
        ("Số hồ sơ tăng khoảng 10% so với năm 2022.", "tăng khoảng 10%"),
        ("Thời gian xử lý giảm còn 3 giờ.", "3 giờ"),
        ("Hồ sơ được lưu 20 năm.", "20 năm"),
        ("Tỷ lệ đạt 90% trở lên.", "90% trở lên"),
        ("Việt Nam xếp thứ 86/193 quốc gia.", "xếp thứ 86/193 quốc gia"),
        ("Thu nhập là 5 triệu đồng/tháng.", "5 triệu đồng/tháng"),
        ("Giá vé là $1.2 billion.", "1.2 billion USD"),
        ("Người lao động nghỉ hưu ở tuổi 62.", "62 tuổi"),
        ("Kho có 5 tấn gạo.", "5 tấn"),
        ("Có 62 mục tiêu.", "62"),
        ("Vốn tăng từ 500 lên 1.000 tỷ đồng.", "500 tỷ đồng"),
    ],
)
def test_an_amount_is_in_the_words_of_its_text(tmp_path: Path, text: str, amount: str) -> None:
    assert told(tmp_path, text)[0].amount == amount


def test_the_magnitude_of_a_header_is_with_each_cell(tmp_path: Path) -> None:
    rows = told(
        tmp_path,
        "Bảng 1. Thu ngân sách (tỷ đồng)\nĐịa phương\tNăm 2022\tNăm 2023\nHà Nội\t1.205\t1.310,5\nĐà Nẵng\t420\t437\n",
    )
    assert [row.amount for row in rows] == ["1.205 tỷ đồng", "1.310,5 tỷ đồng", "420 tỷ đồng", "437 tỷ đồng"]


def test_a_unit_is_not_said_twice_and_a_role_is_told(tmp_path: Path) -> None:
    (goal,) = told(tmp_path, "Phấn đấu đạt 62 mục tiêu.")
    assert (goal.amount, goal.measured, goal.role) == ("62", "mục tiêu", "target")


@pytest.mark.parametrize(
    ("surface", "value", "left_out"),
    [
        ("1.205", "1205000000000", " tỷ"),
        ("1,5", "1500000", " triệu"),
        ("1.205", "1205", ""),
        ("1.205", "1.205", ""),
        ("12.345,6", "12345600", " nghìn"),
        ("7", "7000000000000", " nghìn tỷ"),
        ("(35,2)", "-35200000000", " tỷ"),
        ("7", "70000000000000000000000", " (×10²²)"),
        ("1,3 tỷ", "1300000000", ""),
        ("năm", "5", ""),
        ("0", "0", ""),
        ("5", "7", ""),
    ],
)
def test_what_a_surface_leaves_out_of_its_value(surface: str, value: str, left_out: str) -> None:
    assert scale(surface, Figure(Decimal(value))) == left_out


@given(st.text("0123456789.,- ()%", max_size=12), st.integers(-(10**15), 10**15))
def test_no_surface_breaks_it(surface: str, value: int) -> None:
    left_out = scale(surface, Figure(Decimal(value)))
    assert left_out == left_out.rstrip()
    assert not left_out or abs(value) >= 10
