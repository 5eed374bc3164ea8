"""Columns of tables: ranks, changes between two times, currencies with their magnitude, and when tasks are due."""

import pytest

from dxtui.extract import numbers, statements
from dxtui.model import Figure


def figures(text: str) -> dict[str, Figure]:
    found = numbers.find(text, statements.find(text), "2024-12-31")
    return {text[n.start : n.end]: n.figure for n in found if n.figure is not None}


def test_a_column_of_ranks_ranks_and_has_no_unit_of_others() -> None:
    found = figures(
        "Hạng | Địa phương | Điểm năm 2024 | Điểm năm 2023\n1 | Huế | 87,35 | 86,55\n2 | Nam Định | 84,28 | 85,68\n"
    )
    assert (found["1"].role, found["1"].unit) == ("rank", None)
    assert (found["84,28"].role, found["84,28"].unit, found["84,28"].period) == ("level", "Điểm", "2024")


def test_what_starts_as_a_word_for_ranks_and_goes_on_ranks_nothing() -> None:
    found = figures("Hạng mục | Số lượng\nMáy quét | 12\nMáy in | 30\n")
    assert found["12"].role == "level"


def test_a_column_of_changes_is_between_the_two_times_before_it() -> None:
    text = "Điểm | Quý II/2023 (lượt) | Quý II/2024 (lượt) | Thay đổi\nĐộng Thiên | 96.500 | 104.200 | 8,0%\n"
    change = figures(text)["8,0%"]
    assert (change.role, change.period, change.baseline) == ("change", "2024-Q2", "2023-Q2")


def test_a_change_after_three_times_compares_with_none_of_them() -> None:
    text = "Chỉ tiêu | 2022 | 2023 | 2024 | Thay đổi\nSản lượng | 10 | 11 | 12 | 9,1%\n"
    assert figures(text)["9,1%"].baseline is None


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("$M", "412500000", "USD"),
        ("US$ triệu", "412500000", "USD"),
        ("triệu $", "412500000", "USD"),
        ("USD bn", "412500000000", "USD"),
        ("€m", "412500000", "EUR"),
    ],
)
def test_a_currency_is_read_with_its_magnitude(written: str, value: str, unit: str) -> None:
    for text in (
        f"Chỉ số | Q3/2024 | Q2/2024\nDoanh thu ({written}) | 412.5 | 392.6\n",
        f"Chỉ số ({written}) | Q3/2024 | Q2/2024\nDoanh thu | 412.5 | 392.6\n",
    ):
        figure = figures(text)["412.5"]
        assert (str(figure.value).removesuffix(".0"), figure.unit) == (value, unit)


def test_what_a_row_asks_for_is_due_when_its_own_cell_says() -> None:
    text = (
        "TT | Nội dung | Chủ trì | Thời hạn\n1 | Số hóa 320.000 trang sổ | Sở Tư pháp | 30/9/2024\n"
        "2 | Lắp đặt 120 ki-ốt | Sở Y tế | Quý IV/2024\n"
    )
    found = figures(text)
    assert [(found[key].role, found[key].period) for key in ("320.000", "120")] == [
        ("target", "2024-09-30"),
        ("target", "2024-Q4"),
    ]


def test_goals_below_a_heading_with_its_year_alone_are_for_that_year() -> None:
    heading = "Điều 2. Mục tiêu và chỉ tiêu\n2. Các chỉ tiêu chủ yếu năm 2025:\n"
    text = f"{heading}- Tốc độ tăng GRDP đạt 7,5%;\n- Tỷ lệ hộ nghèo còn 3%.\n"
    assert {figure.period for figure in figures(text).values()} == {"2025"}


def test_years_alone_stay_years_below_what_they_tell_of() -> None:
    text = "TT | Dự án | Năm hoàn thành | Kinh phí (tỷ đồng)\n1 | Kho lưu trữ | 2026 | 120\n2 | Nhà máy | 2025 | 15\n"
    assert {"120", "15"} == set(figures(text))
    text = "TT | Dự án | Số hồ sơ | Kinh phí (tỷ đồng)\n1 | Kho lưu trữ | 2026 | 120\n2 | Nhà máy | 2025 | 15\n"
    assert figures(text)["2026"].value == 2026


def test_a_row_of_events_counts_them() -> None:
    text = "Chỉ tiêu | 2023 | 2024\nLượt đặt chỗ qua ứng dụng | 52.600 | 71.900\nHuyện Yên Lập | 12 | 15\n"
    assert (figures(text)["71.900"].unit, figures(text)["15"].unit) == ("lượt", None)


def test_a_column_that_compares_with_the_time_before_names_it() -> None:
    text = "| Ngành | Tháng 1/2024 so với tháng trước (%) | Tháng 1/2024 so với cùng kỳ năm trước (%) |\n"
    found = figures(f"{text}| Khai khoáng | 98,6 | 88,2 |\n| Chế biến | 103,1 | 110,3 |\n")
    assert (found["98,6"].period, found["98,6"].baseline) == ("2024-01", "2023-12")
    assert (found["88,2"].period, found["88,2"].baseline) == ("2024-01", "same-period:2023")
    found = figures("Hãng | Doanh thu Q1/2025 | QoQ | YoY\nAn Phát | $3M | 5% | 7%\n")
    assert [found[share].baseline for share in ("5%", "7%")] == ["2024-Q4", "same-period:2024"]


def test_the_one_time_of_the_columns_holds_for_those_behind_it_and_for_ranks() -> None:
    text = "Hạng | Đơn vị | Công suất | Hồ sơ quý II/2024 | Tỷ lệ trực tuyến\n1 | Sở Y tế | 12 MW | 402 | 71,3%\n"
    found = figures(text)
    assert [found[one].period for one in ("1", "12", "402", "71,3%")] == ["2024-Q2", None, "2024-Q2", "2024-Q2"]
