"""What numbers headings, and tables and pictures in their captions, and what only points to them."""

import pytest

from dxtui.extract import numbers, statements


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bảng 2. Vốn đăng ký mới theo đối tác", "list"),
        ("Ảnh 1: Ê-kíp bàn giao thùng đựng", "list"),
        ("Biểu đồ 3. Tốc độ tăng trưởng", "list"),
        ("### 5.1 Số liệu trong nước", "list"),
        ("## 2.3 Hạ tầng số", "list"),
        ("Số liệu ở Bảng 4 chưa đủ.", "reference"),
        ("16 Lê Lợi, phường Thuận Hóa", "reference"),
    ],
)
def test_kind(text, kind):
    (number,) = numbers.find(text, statements.find(text), None)
    assert number.kind == kind
