"""Which body a letterhead says that a text is of, and the number it gave it."""

from pathlib import Path

import pytest

from dxtui.extract import extract
from dxtui.model import Document

BODY = "\n\nBÁO CÁO\nKết quả chuyển đổi số năm 2024\n\nNăm 2024, toàn tỉnh có 120 xã đạt chuẩn."


def publisher(text: str, stated: str | None = None) -> str | None:
    return extract(Document("x", Path("x.txt"), text, publisher=stated)).document.publisher


def reference(text: str) -> str | None:
    return extract(Document("x", Path("x.txt"), text)).document.reference


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH CÀ MAU\nSố: 31/BC-UBND", "Ủy ban nhân dân tỉnh Cà Mau"),
        ("ỦY BAN NHÂN DÂN TỈNH CÀ MAU\nVĂN PHÒNG\nSố: 31/TB-VP", "Văn phòng Ủy ban nhân dân tỉnh Cà Mau"),
        ("UBND TỈNH CÀ MAU\nSỞ Y TẾ\nSố: …/BC-SYT", "Sở Y tế tỉnh Cà Mau"),
        ("BỘ Y TẾ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 8/QĐ-BYT     Độc lập", "Bộ Y tế"),
    ],
)
def test_the_last_body_above_the_number_is_meant(head: str, body: str) -> None:
    assert publisher(head + BODY) == body


@pytest.mark.parametrize(
    "head",
    [
        "ỦY BAN NHÂN DÂN TỈNH CÀ MAU",
        "Bộ Y tế cho biết như sau.\nSố: 31/BC-UBND",
        "HỌP CÙNG BỘ Y TẾ SÁNG NAY\nSố: 31/BC-UBND",
        "Theo văn bản số 31/BC-UBND của BỘ Y TẾ",
    ],
)
def test_no_other_line_says_whose_a_text_is(head: str) -> None:
    assert publisher(head + BODY) is None


def test_what_is_stated_stays() -> None:
    assert publisher("BỘ Y TẾ\nSố: 8/QĐ-BYT" + BODY, "Báo Sức khỏe") == "Báo Sức khỏe"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 31/BC-UBND", "31/BC-UBND"),
        ("Số: 8/2024/QĐ-TTg     Hà Nội, ngày 5 tháng 3 năm 2024", "8/2024/QĐ-TTg"),
        ("Số : 104a/TB-VP", "104a/TB-VP"),
        ("Số: …/BC-SYT", None),
        ("Theo văn bản số: 31/BC-UBND của Bộ Y tế", None),
        ("Số: 31 phố Huế, Hà Nội", None),
    ],
)
def test_the_number_is_as_it_is_filled_in(line: str, number: str | None) -> None:
    assert reference(f"BỘ Y TẾ\n{line}{BODY}") == number
