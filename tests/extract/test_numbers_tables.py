"""Figures in tables: unit, period, role and subject come from the header, a unit line or the row's own cells."""

from decimal import Decimal
from pathlib import Path

import pytest

from dxtui.extract import extract, numbers, statements
from dxtui.model import Document, Figure, Number

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


def figures_of(text: str) -> dict[str, Figure]:
    found = numbers.find(text, statements.find(text), None)
    return {text[number.start : number.end]: number.figure for number in found if number.figure is not None}


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


ONE_SPACE = """Bảng 2. Cây trồng chính
Cây trồng Diện tích (ha) Năng suất (tạ/ha) Sản lượng (tấn) So với năm trước (%)
Lúa mùa 31.240 58,2 181.817 101,9
Khoai lang 1.105 96,4 10.652 97,5

Đơn vị tính: triệu USD
Thị trường Năm 2022 Năm 2023 Năm 2024
Nhật Bản 745 912,1 887,6
Hàn Quốc 602,3 640 711,5

TT Chỉ tiêu ĐVT 2023 2024
1 Thu ngân sách Tỷ đồng 1.250,5 1.310,2
2 Lao động có việc làm Người 21.500 22.340
3 Tỷ lệ hộ nghèo % 3,2 2,7
Hàng hóa và dịch vụ
"""


@pytest.mark.parametrize(
    ("surface", "value", "unit", "period"),
    [
        ("31.240", "31240", "ha", None),
        ("96,4", "96.4", "tạ/ha", None),
        ("10.652", "10652", "t", None),
        ("97,5", "97.5", "%", None),
        ("745", "745000000", "USD", "2022"),
        ("711,5", "711500000", "USD", "2024"),
        ("1.250,5", "1250500000000", "VND", "2023"),
        ("22.340", "22340", "Người", "2024"),
        ("2,7", "2.7", "%", "2024"),
    ],
)
def test_rows_that_one_space_parts_are_read_below_their_header(
    surface: str, value: str, unit: str, period: str | None
) -> None:
    found = figures_of(ONE_SPACE)[surface]
    assert (found.value, found.unit, found.period) == (Decimal(value), unit, period)


def test_a_row_that_one_space_parts_is_named_without_its_number_and_unit() -> None:
    found = figures_of(ONE_SPACE)
    assert [found[written].subject for written in ("887,6", "1.310,2", "3,2")] == [
        "Nhật Bản",
        "Thu ngân sách",
        "Tỷ lệ hộ nghèo",
    ]


def test_an_amount_of_money_in_brackets_of_its_own_is_less_than_nothing() -> None:
    found = figures_of("Chỉ tiêu | Năm 2023 (triệu đồng) | Tỷ lệ\nLợi nhuận | (1.236) | (12,5) |\nVốn | 5.410 | 7 |\n")
    assert (found["1.236"].value, found["12,5"].value) == (-1_236_000_000, Decimal("12.5"))


NUMBERED_LINES = """Kết quả các chỉ tiêu

STT

Chỉ tiêu

Đơn vị

Kế hoạch năm 2022

Thực hiện năm 2022

Ghi chú

1.

Tốc độ tăng tổng sản phẩm trên địa bàn

%

7,5-8

8,12

Vượt

2.

Vốn đầu tư toàn xã hội

Tỷ đồng

Trên 21.500

22.340

Vượt

- Trong đó: vốn ngoài nhà nước

Tỷ đồng

9.000

9 215

3.

Số giường bệnh

giường

27

28

Đạt

Hội nghị đánh giá cao kết quả nói trên và yêu cầu các đơn vị tiếp tục phấn đấu trong năm tới để đạt nhiều hơn nữa.
"""
NAMED_LINES = """Đơn vị tính - Unit: nghìn con
|
Năm 2021 |
Năm 2022 |
Năm 2023 |
Đàn lợn |
203,4 |
211,7 |
215 |
Đàn gia cầm
các loại |
4.512,3 |
4.630 |
4.701,8 |
Đàn trâu |
12,5 |
- |
11,9 |
"""
YEARLY_LINES = """Năm
Diện tích
Sản lượng
(ha)
(tấn)
2019
45.100
62.480
2020
45.730
64.010
2021
46.020
64.905
"""


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "period", "role"),
    [
        (NUMBERED_LINES, "7,5-8", "7.5", "%", "2022", "target"),
        (NUMBERED_LINES, "8,12", "8.12", "%", "2022", "level"),
        (NUMBERED_LINES, "21.500", "21500000000000", "VND", "2022", "target"),
        (NUMBERED_LINES, "9 215", "9215000000000", "VND", "2022", "level"),
        (NUMBERED_LINES, "27", "27", "giường", "2022", "target"),
        (NUMBERED_LINES, "28", "28", "giường", "2022", "level"),
        (NAMED_LINES, "203,4", "203400", "con", "2021", "level"),
        (NAMED_LINES, "4.630", "4630000", "con", "2022", "level"),
        (NAMED_LINES, "11,9", "11900", "con", "2023", "level"),
        (YEARLY_LINES, "45.100", "45100", "ha", "2019", "level"),
        (YEARLY_LINES, "64.010", "64010", "t", "2020", "level"),
    ],
)
def test_cells_on_lines_of_their_own_are_rows_where_they_repeat(
    text: str, surface: str, value: str, unit: str, period: str, role: str
) -> None:
    found = figures_of(text)[surface]
    assert (found.value, found.unit, found.period, found.role) == (Decimal(value), unit, period, role)


def test_a_row_of_lines_is_named_by_all_the_lines_of_its_name() -> None:
    assert figures_of(NAMED_LINES)["4.630"].subject == "Đàn gia cầm các loại"


def test_numbers_on_lines_of_their_own_that_do_not_repeat_are_no_table() -> None:
    text = "Kết quả\n12,5\n13\nNgô\n14\nSắn\n15\n16\n17\nĐậu\n"
    assert {figure.subject for figure in figures_of(text).values()} & {"Kết quả", "Ngô"} == set()


def test_a_month_that_names_a_row_is_one_of_its_columns_year() -> None:
    found = figures_of("Tháng\t2021\t2022\nTháng 1\t100,4\t101,2\nTháng 2\t99,8\t100,7\n")
    assert (found["101,2"].period, found["99,8"].period) == ("2022-01", "2021-02")


YEARBOOK = """Số học sinh
| | | |
| Năm học - School year | |
| 2020 | 2021 | Sơ bộ Prel. 2022 | |
| Người – Person | |
Tiểu học - Primary school | 130 065 | 140 771 | 148 832 | |
Công lập – Public | 129 610 | 140 228 | 148 241 | |
| Chỉ số phát triển (Năm trước = 100) - % Index (Previous year = 100) - % | |
Tiểu học - Primary school | - | 108,23 | 105,73 | |
"""
SCHOOL_YEARS = """Số lớp học
                                      2019-     2020-     2021-
                                       2020      2021      2022

                                          Lớp - Class

       Tiểu học - Primary             2.237     2.294     2.300
         Công lập - Public            2.234     2.289     2.289

                            Chỉ số phát triển (Năm trước = 100) - %

       Tiểu học - Primary             96,85    102,55    100,26
"""
CLASSES = """Số lớp học

Lớp - Class

Tiểu học - Primary

2.417

2.572

Công lập

2.410

2.561

Trung học

1.829

1.938

Chỉ số phát triển (Năm trước = 100) - %
Index (Previous year = 100) - %

Tiểu học - Primary

105,26

106,41
"""


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit", "period"),
    [
        (YEARBOOK, "130 065", "130065", "Người", "2020"),
        (YEARBOOK, "148 241", "148241", "Người", "2022"),
        (YEARBOOK, "105,73", "105.73", "%", "2022"),
        (SCHOOL_YEARS, "2.237", "2237", "Lớp", "2019/2020"),
        (SCHOOL_YEARS, "2.300", "2300", "Lớp", "2021/2022"),
        (SCHOOL_YEARS, "102,55", "102.55", "%", "2020/2021"),
        (CLASSES, "2.561", "2561", "Lớp", None),
        (CLASSES, "106,41", "106.41", "%", None),
    ],
)
def test_a_line_between_rows_names_the_unit_of_those_below(
    text: str, surface: str, value: str, unit: str, period: str | None
) -> None:
    found = figures_of(text)[surface]
    assert (found.value, found.unit, found.period) == (Decimal(value), unit, period)


ROWS = """| Nội dung | Năm 2024 |
|---|---|
| Số hộ cận nghèo | 1.250 |
| Tổng sản phẩm (GRDP) (tỷ đồng) | 12.400 |
| - Dịch vụ | 5.180 |
| Hành khách (nghìn HK) | 2.310 |
| Bảo hiểm (BHYT) | 3.115 |
"""


@pytest.mark.parametrize(
    ("surface", "value", "unit"),
    [
        ("1.250", "1250", "hộ"),
        ("12.400", "12400000000000", "VND"),
        ("5.180", "5180000000000", "VND"),
        ("2.310", "2310000", "HK"),
        ("3.115", "3115", None),
    ],
)
def test_a_row_is_counted_by_its_name_or_is_a_part_of_the_one_above(surface: str, value: str, unit: str | None) -> None:
    found = figures_of(ROWS)[surface]
    assert (found.value, found.unit) == (Decimal(value), unit)


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
