"""Names in a query's fields: whole ones, such as go on after it, parts, and short forms."""

import pytest

from dxtui.explorer import Explorer
from dxtui.settings import Settings

TEXT = """Sở Công Thương họp với 12 doanh nghiệp.

Sở Công Thương tỉnh Hậu Giang cấp 43 giấy phép.

Sở Công Thương tỉnh Kon Tum cấp 9 giấy phép.

Văn phòng Chính phủ nhận 7 báo cáo.

Chính phủ giao 5 nhiệm vụ.

Bộ Công an cấp 1.234 thẻ.

Bộ Thông tin và Truyền thông cấp 20 giấy phép.

UBND tỉnh Hậu Giang chi 15 tỷ đồng.
"""


@pytest.fixture(scope="module")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Explorer:
    """A text that names bodies in several ways."""
    file = tmp_path_factory.mktemp("called") / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    return Explorer.open([file], Settings.load())


@pytest.mark.parametrize(
    ("query", "starts"),
    [
        ('org:"Sở Công Thương"', ["Sở Công Thương họp", "Sở Công Thương tỉnh H", "Sở Công Thương tỉnh K"]),
        ('org:"so cong thuong tinh kon tum"', ["Sở Công Thương tỉnh K"]),
        ('org:"Công Thương"', ["Sở Công Thương họp", "Sở Công Thương tỉnh H", "Sở Công Thương tỉnh K"]),
        ('org:"Chính phủ"', ["Chính phủ giao"]),
        ("org:bca", ["Bộ Công an"]),
        ("org:BTTTT", ["Bộ Thông tin"]),
        ("org:bttvtt", ["Bộ Thông tin"]),
        ('org:"Bộ TT&TT"', ["Bộ Thông tin"]),
        ("org:ubnd", ["UBND tỉnh"]),
        ("org:vpcp", ["Văn phòng Chính phủ"]),
        ("org:zzz", []),
    ],
)
def test_a_field_finds_what_its_value_calls(explorer: Explorer, query: str, starts: list[str]) -> None:
    found = [row.place.surface for row in explorer.view(query).statements]
    assert len(found) == len(starts)
    assert all(text.startswith(start) for text, start in zip(found, starts, strict=True))
