"""Rows of tables: which lines are one, what names it, and what it is counted by."""

from decimal import Decimal

import pytest
from tests.extract.figures import figures_of

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
