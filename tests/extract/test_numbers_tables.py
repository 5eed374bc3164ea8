"""Figures in tables: unit, period, role and subject come from the header, a unit line or the row's own cells."""

from decimal import Decimal

import pytest
from tests.extract.figures import figures_of

from dxtui.extract import numbers, statements
from dxtui.model import Figure, Number

BARS = """ĐVT: tỷ đồng
| STT | Chỉ tiêu | Đơn vị tính | Thực hiện 2022 | Kế hoạch 2023 | So sánh (%) |
|-----|----------|-------------|------|------|------|
| 1 | Thu ngân sách | tỷ đồng | 1.250 | 1.400 | 112,0 |
| 2 | Số doanh nghiệp thành lập mới | DN | 350 | 420 | 120,0 |
| 3 | Tỷ lệ hộ nghèo | % | 3,2 | 2,5 | -0,7 |
"""
TABS = """Bảng 2. Sản lượng
Đơn vị tính: nghìn tấn
Chỉ tiêu\tNăm 2021\tNăm 2022
Lúa\t43.852,6\t42.660,7
Sắn\t10.565,3\t2150
"""
SPACES = """Biểu 3: Dân số theo huyện
TT   Huyện        Số hộ        Năm 2022
1    Châu Thành   120.345      121.890
2    Tân Phú      98.120       97.500
"""
# Lines of prose as wide as the rows, a header of two lines, an empty cell, and a second table below a blank line.
PDF = """1. Kết quả
Trong quý I/2024, thời tiết thuận lợi nên sản xuất của tỉnh tiếp tục
tăng trưởng khá, sản lượng thịt hơi xuất chuồng cao hơn năm trước và
không phát sinh ổ dịch mới trên địa bàn các huyện.

                           Diện tích      Sản lượng      So cùng kỳ
TT   Địa phương                 (ha)           (tấn)            (%)
1    Thành phố Chí Linh        1.350           9.204          106,1
2    Huyện Nam Sách                         41.187,2          104,9
3    Huyện Kinh Môn            4.640          22.015           98,7

Chỉ tiêu                            Quý I/2023         Quý I/2024
Đàn lợn (nghìn con)                      203,4              211,7
Vải thành phẩm (nghìn m2)                3.486              3.602
"""


def read(text: str) -> tuple[Number, ...]:
    return numbers.find(text, statements.find(text), "2023-06-30")


def figure(text: str, surface: str) -> Figure:
    start = text.index(surface)
    found = next(number for number in read(text) if number.start <= start < number.end)
    assert found.figure is not None, found
    return found.figure


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "period"),
    [
        (BARS, "1.250", "1250000000000", "VND", "2022"),
        (BARS, "1.400", "1400000000000", "VND", "2023"),
        (BARS, "350", "350", "DN", "2022"),
        (BARS, "3,2", "3.2", "%", "2022"),
        (BARS, "-0,7", "-0.7", "%", None),
        (TABS, "43.852,6", "43852600", "t", "2021"),
        (TABS, "42.660,7", "42660700", "t", "2022"),
        (TABS, "2150", "2150000", "t", "2022"),
        (SPACES, "120.345", "120345", "hộ", None),
        (SPACES, "97.500", "97500", None, "2022"),
        (PDF, "1.350", "1350", "ha", None),
        (PDF, "41.187,2", "41187.2", "t", None),
        (PDF, "104,9", "104.9", "%", None),
        (PDF, "98,7", "98.7", "%", None),
        (PDF, "203,4", "203400", "con", "2023-Q1"),
        (PDF, "3.602", "3602000", "m2", "2024-Q1"),
        (PDF.replace("   ", "\u00a0\u00a0\u00a0"), "98,7", "98.7", "%", None),
    ],
)
def test_a_cell_takes_unit_and_period_from_its_header(
    text: str, surface: str, value: str, unit: str | None, period: str | None
) -> None:
    found = figure(text, surface)
    assert (found.value, found.unit, found.period) == (Decimal(value), unit, period)


def test_a_column_of_plans_holds_targets() -> None:
    assert figure(BARS, "1.400").role == "target"
    assert figure(BARS, "1.250").role == "level"


def test_rows_are_numbered_not_counted() -> None:
    kinds = {number.start: number.kind for number in read(BARS)}
    assert kinds[BARS.index("1 | Thu")] == "list"
    assert kinds[BARS.index("2 | Số")] == "list"


def test_the_subject_is_what_the_row_is_named() -> None:
    assert figure(BARS, "350").subject == "Số doanh nghiệp thành lập mới"


def test_a_cell_takes_nothing_from_the_next() -> None:
    text = "Tên\tGiá\nGiảm\t15\tđồng\n"
    assert figure(text, "15").role == "level"
    assert figure(text, "15").unit is None


OWN_UNITS = """Chỉ tiêu\tThực hiện\tSo cùng kỳ (%)
Sản lượng cà phê (tấn)\t12.450\t4,2
Hành khách (nghìn lượt)\t3.150\t11,8
Thu thuế (tỷ đồng)\t845,5\t-2,1
"""


@pytest.mark.parametrize(
    ("surface", "value", "unit"),
    [
        ("12.450", "12450", "t"),
        ("3.150", "3150000", "lượt"),
        ("845,5", "845500000000", "VND"),
        ("4,2", "4.2", "%"),
    ],
)
def test_a_unit_in_brackets_behind_the_rows_name_counts_where_the_column_has_none(
    surface: str, value: str, unit: str
) -> None:
    found = figure(OWN_UNITS, surface)
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_a_footnotes_mark_is_no_part_of_the_unit() -> None:
    assert figure("Bình quân có 25 bác sĩ trên 10.000 dân1. Số còn lại chưa rõ.", "10.000").unit == "dân"


def test_a_row_whose_cells_one_space_parts_takes_the_unit_in_its_name() -> None:
    text = "Tỷ lệ trạm y tế có bác sĩ (%) 96,0 98,1\nTỷ lệ hài lòng (%) 90,0 92,4\n"
    assert {surface: figure(text, surface).unit for surface in ("96,0", "98,1", "92,4")} == dict.fromkeys(
        ("96,0", "98,1", "92,4"), "%"
    )


TWO_HEADERS = """Bảng 3. Thu ngân sách
ĐVT: triệu đồng
| STT | Nội dung | Dự toán 2024 | Thực hiện 9 tháng | | So với cùng kỳ (%) |
| | | | 2023 | 2024 | |
|---|---|---|---|---|---|
| 1 | Thuế | 12.500 | 8.120 | 9.870 | 121,6 |
| | **Tổng cộng** | **15.900** | **10.135** | **12.110** | **119,5** |
"""


def test_all_rows_above_the_line_below_a_header_are_header() -> None:
    found = figures_of(TWO_HEADERS)
    assert "2023" not in found
    assert [found[written].period for written in ("12.500", "8.120", "9.870")] == [
        "2024",
        "2023-01/2023-09",
        "2024-01/2024-09",
    ]
    assert found["12.500"].role == "target"
    assert found["12.110"].value == 12_110_000_000
    assert found["12.110"].subject == "Tổng cộng"


def test_a_column_of_differences_holds_changes() -> None:
    found = figures_of("Ngành\tNăm 2022\tNăm 2023\tTăng/giảm\nNông nghiệp\t41.200\t38.950\t-2.250\nDầu\t10\t15\t5\n")
    assert (found["-2.250"].role, found["-2.250"].direction) == ("change", "down")
    assert (found["5"].role, found["5"].direction) == ("change", "up")


def test_a_unit_in_the_title_holds_below_a_header_of_two_lines() -> None:
    text = (
        "Bảng 5. Chỉ số giá (%)\n"
        "Nhóm hàng          Tháng 10/2024 so với\n"
        "                   Kỳ gốc 2019    Tháng 12/2023   Tháng 9/2024\n"
        "Chỉ số chung       114,20         102,52          100,33\n"
    )
    found = figures_of(text)
    assert {found[written].unit for written in ("114,20", "102,52", "100,33")} == {"%"}


GOALS = """Phấn đấu đến năm 2028 đạt các mục tiêu sau:

|Nội dung|Cả năm|
|---|---|
|- Sản lượng||
|+ Cà phê (tr.tấn)|>1,25|
|- Doanh thu du lịch(tỷ USD)|> 0,4|
|- Tỷ lệ số hóa hồ sơ|trên 92|
|- Thu nhập bình quân (tr.đ/người/năm)|85|
"""


@pytest.mark.parametrize(
    ("surface", "value", "unit", "qualifier"),
    [
        ("1,25", "1250000", "t", "over"),
        ("0,4", "400000000", "USD", "over"),
        ("92", "92", "%", "over"),
        ("85", "85000000", "VND", "exact"),
    ],
)
def test_a_table_of_goals_holds_targets_till_the_year_that_the_line_above_names(
    surface: str, value: str, unit: str, qualifier: str
) -> None:
    found = figures_of(GOALS)[surface]
    assert (found.value, found.unit, found.qualifier) == (Decimal(value), unit, qualifier)
    assert (found.role, found.period) == ("target", "2028")


ANNEX = """BÁO CÁO NĂM 2024

TT\tChỉ tiêu\tĐVT\tTH 2023\tKH 2024\tƯớc TH 2024\tTH 2024/KH 2024 (%)\tSo với cùng kỳ (%)
A\tB\tC\t1\t2\t3\t4=3/2\t5=3/1
I\tCHỈ TIÊU KINH TẾ
1\tThu ngân sách\tTỷ đồng\t8 450\t9.000\t9 180\t102,0\t108,6
1.1\tTrong đó: thu nội địa\t"\t7 200\t7 500\t7.810\t104,1\t8,5
2\tNăng suất lúa\tmg/kg\t61,2\t≥ 62\t62,4\tx\t-
3\tSố lao động có việc làm mới\tNgười\t9.100\tTrên 9.500\t9.740\t…\t7,0
"""


def test_a_ditto_mark_stands_for_the_unit_above() -> None:
    assert (figures_of(ANNEX)["7.810"].value, figures_of(ANNEX)["7.810"].unit) == (Decimal(7_810_000_000_000), "VND")


def test_groups_of_digits_stay_together_in_a_cell_behind_another() -> None:
    assert figures_of(ANNEX)["9 180"].value == Decimal(9_180_000_000_000)


def test_a_unit_may_be_counted_on_another() -> None:
    found = figures_of(ANNEX)["62,4"]
    assert (found.unit, found.per) == ("mg", "kg")


def test_only_what_is_planned_is_a_target() -> None:
    found = figures_of(ANNEX)
    roles = {written: found[written].role for written in ("9.000", "62", "9.500", "7.810", "102,0", "108,6", "8,5")}
    assert [written for written, role in roles.items() if role == "target"] == ["9.000", "62", "9.500"]
    assert [written for written, role in roles.items() if role == "change"] == ["8,5"]
    assert (found["9.500"].qualifier, found["62"].qualifier) == ("over", "at_least")


def test_a_column_that_compares_has_a_baseline_unless_it_is_with_a_plan() -> None:
    found = figures_of(ANNEX)
    assert (found["8,5"].baseline, found["8,5"].period) == ("same-period:2023", "2024")
    assert (found["102,0"].baseline, found["102,0"].period) == (None, "2024")


def test_numbers_of_columns_and_rows_are_a_list() -> None:
    kinds = [number.kind for number in read(ANNEX) if number.figure is None]
    assert kinds.count("list") >= 9
    assert not {"1", "2", "3", "4"} & set(figures_of(ANNEX))


UNITS_ABOVE = """Bảng 4. Vốn đầu tư
(Đơn vị tính: Tỷ đồng | Nguồn: báo cáo của các huyện)

| Nguồn | Năm 2022 | Năm 2023 |
| :--- | :--- | :--- |
| **Tổng số** | **1.510** | **1.745** |
| Diện tích quy hoạch, ha | 62,5 | 71 |
"""
FAR_APART = """
                                                             %

                                  2021      2022      2023

          Tháng trước = 100

          Nhóm lương thực         101,25    100,48    102,31

          Nhóm nhà ở              100,07     99,85    101,19
"""


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "period"),
    [
        (UNITS_ABOVE, "1.745", "1745000000000", "VND", "2023"),
        (UNITS_ABOVE, "62,5", "62.5", "ha", "2022"),
        (FAR_APART, "101,25", "101.25", "%", "2021"),
        (FAR_APART, "101,19", "101.19", "%", "2023"),
        ("Đơn vị tính - Unit: nghìn con\nLoại\tTháng 5\tTháng 6\nTrâu\t12,5\t12,7\n", "12,7", "12700", "con", None),
        ("(1.000 tấn)\nLoại\tNăm 2020\nSắn\t12,5\n", "12,5", "12500", "t", "2020"),
    ],
)
def test_a_unit_above_a_table_holds_for_all_of_it(
    text: str, surface: str, value: str, unit: str, period: str | None
) -> None:
    found = figures_of(text)[surface]
    assert (found.value, found.unit, found.period) == (Decimal(value), unit, period)
