"""Headers of tables: what they say of the columns below them."""

from decimal import Decimal
from pathlib import Path

import pytest
from tests.extract.figures import figures_of

from dxtui.extract import extract, numbers, statements
from dxtui.model import Document

CONVERTED = """_Đơn vị tính: Lượng (1.000tấn); Giá trị (triệu USD)_

|Col1|Năm 2022|Col3|Thực hiện năm 2023|Col5|Kế hoạch<br>năm 2024|So sánh 2023/2022<br>(%)|Col8|
|---|---|---|---|---|---|---|---|
|**Mặt hàng**|**Tháng 9**|**9<br>tháng**|**Tháng 9**|**9<br>tháng**|**Cả năm**|**Tháng 9**|**9 tháng**|
|**Mặt hàng**|Lượng|Lượng|Giá trị|Giá trị|Giá trị|Lượng|Giá trị|
|A|_1_|_2_|_4_|_5_|_6_|_7=(4/1)*100_|_8=(5/2)*100_|
|** 1. Cà phê**|**   91**|**1,204**<br>|_  171_|2,305.5|~~3,100~~<br>|_103.5_|98.7|
|II|Chè|12|84|19.5|126|180|105.1|
"""


def test_a_header_of_several_rows_that_a_converter_wrote_is_read_as_it_spans_its_columns() -> None:
    reading = extract(Document("d", Path("d.md"), CONVERTED, published="2023-10-05"))
    found = {CONVERTED[n.start : n.end]: n.figure for n in reading.numbers if n.figure is not None}
    facts = {
        written: (found[written].value, found[written].unit, found[written].period, found[written].role)
        for written in ("91", "1,204", "171", "2,305.5", "3,100")
    }
    assert facts == {
        "91": (91_000, "t", "2022-09", "level"),
        "1,204": (1_204_000, "t", "2022-01/2022-09", "level"),
        "171": (171_000_000, "USD", "2023-09", "level"),
        "2,305.5": (2_305_500_000, "USD", "2023-01/2023-09", "level"),
        "3,100": (3_100_000_000, "USD", "2024", "target"),
    }
    assert [(found[written].unit, found[written].baseline) for written in ("103.5", "98.7")] == [
        ("%", "2022-09"),
        ("%", "2022-01/2022-09"),
    ]
    assert found["84"].subject == "Chè"
    assert not {"1", "2", "4", "100"} & set(found)


def test_a_unit_of_thousands_in_a_column_of_units_is_no_amount() -> None:
    text = 'Chỉ tiêu\tĐơn vị tính\tNăm 2023\nGieo cấy lúa\t1000 ha\t969,4\nTrong đó: miền Bắc\t"\t542,7\n'
    found = figures_of(text)
    assert set(found) == {"969,4", "542,7"}
    assert [(figure.value, figure.unit) for figure in found.values()] == [(969_400, "ha"), (542_700, "ha")]


TWO_PAGES = """Đơn vị: Lượng = tấn; Giá trị = 1.000 USD

|TT|Thị trường|9 tháng/2022|Col4|% 2022/2021|Col6|
|---|---|---|---|---|---|
|TT|Thị trường|Lượng|Giá trị|Lượng|Giá trị|
|1|Nhật Bản|1,204.5|31,720.8|103.5|98.7|

12

|TT|Thị trường|9 tháng/2022|Col4|% 2022/2021|Col6|
|---|---|---|---|---|---|
|TT|Thị trường|Lượng|Giá trị|Lượng|Giá trị|
|2|Hàn Quốc|804.3|21,115.2|88.1|92.4|
"""
WRAPPED = """Chỉ số sản xuất
Đơn vị tính: %
Ước tính tháng
5 năm 2018 so
với tháng trước
Cộng dồn
5 tháng năm
2018 so với cùng
kỳ năm 2017
Toàn ngành
101,18
109,42
Khai khoáng
96,47
94,49
Phân phối điện,
khí đốt
102,76
116,96
"""


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "period", "baseline"),
    [
        (TWO_PAGES, "1,204.5", "1204.5", "t", "2022-01/2022-09", None),
        (TWO_PAGES, "21,115.2", "21115200", "USD", "2022-01/2022-09", None),
        (TWO_PAGES, "88.1", "88.1", "%", "2022-01/2022-09", "2021"),
        (TWO_PAGES, "92.4", "92.4", "%", "2022-01/2022-09", "2021"),
        (WRAPPED, "96,47", "96.47", "%", "2018-05", "2018-04"),
        (WRAPPED, "116,96", "116.96", "%", "2018-01/2018-05", "2017"),
    ],
)
def test_a_header_names_the_time_spoken_of_and_the_one_compared_with(
    text: str, surface: str, value: str, unit: str, period: str | None, baseline: str | None
) -> None:
    found = figures_of(text)[surface]
    assert (found.value, found.unit, found.period, found.baseline) == (Decimal(value), unit, period, baseline)


def test_a_header_that_the_next_page_repeats_is_no_row() -> None:
    assert "2022/2021" not in figures_of(TWO_PAGES)


KEYS = """Bảng 3: Khu công nghiệp
Nội dung\tGiá trị
Tổng vốn đăng ký\t1.250 triệu USD
Số dự án\t45 dự án
Kế hoạch năm 2026\t60 dự án

Năm\t2021\t2022
Tăng trưởng (%)\t3,1\t8,4

Nhóm hàng\tTháng 5/2022 so với tháng 4/2022\tBình quân so cùng kỳ năm 2021\tThay đổi
Giáo dục\t100,04\t99,32\t-0,2
"""


def test_cells_that_write_their_units_are_data_from_the_first_on() -> None:
    found = figures_of(KEYS)
    assert [(found[written].subject, found[written].role) for written in ("1.250 triệu", "45", "60")] == [
        ("Tổng vốn đăng ký · Giá trị", "level"),
        ("Số dự án · Giá trị", "level"),
        ("Kế hoạch năm 2026 · Giá trị", "target"),
    ]


def test_a_row_of_years_begins_a_table() -> None:
    assert [figures_of(KEYS)[written].period for written in ("3,1", "8,4")] == ["2021", "2022"]


def test_what_is_compared_without_a_unit_is_a_share() -> None:
    found = figures_of(KEYS)
    assert (found["100,04"].unit, found["100,04"].period, found["100,04"].baseline) == ("%", "2022-05", "2022-04")
    assert (found["99,32"].unit, found["99,32"].baseline) == ("%", "2021")
    assert (found["-0,2"].unit, found["-0,2"].role) == (None, "change")


def test_a_column_of_estimates_holds_estimates() -> None:
    text = "Chỉ tiêu\tKế hoạch 2023\tƯớc tháng 11\nSản lượng sữa (tấn)\t104,5\t96,2\n"
    found = numbers.find(text, statements.find(text), "2023-12-01")
    assert [n.figure.qualifier for n in found if n.figure is not None] == ["exact", "about"]


def test_what_a_column_counts_goes_before_the_money_of_the_caption():
    text = (
        "Bảng 1. Hồ sơ và kinh phí (đơn vị: tỷ đồng)\n\n"
        "| Huyện | Số hồ sơ | Kinh phí 2023 | Kinh phí 2024 |\n|---|---|---|---|\n"
        "| Cầu Ngang | 45.210 | 12,5 | 14,1 |\n| Trà Cú | 102.991 | 8,0 | 9,5 |\n"
    )
    found = {text[n.start : n.end]: n.figure for n in numbers.find(text, statements.find(text), None) if n.figure}
    assert (found["45.210"].value, found["45.210"].unit) == (45210, "hồ sơ")
    assert (found["12,5"].value, found["12,5"].unit, found["12,5"].period) == (12_500_000_000, "VND", "2023")
    assert found["9,5"].subject == "Trà Cú · Kinh phí"


def test_what_a_table_of_tasks_asks_for_is_to_be_reached():
    text = (
        "| STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | Kiểm tra bến cảng 02 lần/tháng | Công an tỉnh | 30/6/2026 |\n"
        "| 2 | Cắt giảm tối thiểu 30% thời gian cấp giấy | Sở Y tế | 30/9/2026 |\n"
    )
    found = {text[n.start : n.end]: n.figure for n in numbers.find(text, statements.find(text), None) if n.figure}
    assert {surface: figure.role for surface, figure in found.items()} == {"02": "target", "30%": "target"}


def test_a_share_compared_has_the_time_of_the_column_that_it_compares() -> None:
    text = (
        "Chỉ tiêu\tTháng 4/2025\tKế hoạch 2025\tTăng so với tháng 3/2025 (%)\tTăng (%)\nĐiện\t186,2\t2.000\t5,3\t12,5\n"
    )
    found = figures_of(text)
    assert (found["5,3"].period, found["5,3"].baseline) == ("2025-04", "2025-03")
    assert (found["12,5"].role, found["12,5"].direction) == ("change", "up")


def test_indicators_of_years_to_come_are_to_be_reached() -> None:
    text = "Bến Tre, ngày 25 tháng 5 năm 2022\n\nChỉ tiêu\tĐơn vị\tNăm 2021\tNăm 2030\nHộ dùng nước sạch\t%\t70\t95\n"
    found = figures_of(text)
    assert (found["70"].role, found["95"].role, found["95"].period) == ("level", "target", "2030")


def test_a_column_of_some_of_those_of_the_one_before_counts_the_same() -> None:
    text = "Khối\tTổng số hệ thống\tĐã phê duyệt\tTỷ lệ\nBộ, ngành\t1.207\t846\t70,1%\n"
    assert figures_of(text)["846"].unit == "hệ thống"


def test_a_scale_in_the_header_is_no_amount() -> None:
    text = "Chỉ tiêu\t2025 (nghìn tỷ đồng)\nBán lẻ\t2.612,3\n"
    found = figures_of(text)
    assert list(found) == ["2.612,3"]
    assert found["2.612,3"].value == 2_612_300_000_000_000


def test_a_column_counts_by_a_noun_that_no_table_knows() -> None:
    text = "Lĩnh vực | Số thương vụ năm 2024 | Số liệu khác\nFintech | 24 | 165,2\nAI | 29 | 80,5\n"
    found = figures_of(text)
    assert (found["24"].unit, found["165,2"].unit) == ("thương vụ", None)
