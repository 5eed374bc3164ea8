"""The year a text was written in, where nothing but its own sentences tells, and what is counted from it."""

import pytest

from dxtui.extract import numbers, statements


def times(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Return period and baseline of each figure of `text`, by how it is written."""
    found = numbers.find(text, statements.find(text), None)
    return {
        text[number.start : number.end]: (number.figure.period, number.figure.baseline)
        for number in found
        if number.figure is not None
    }


@pytest.mark.parametrize(
    ("text", "figure", "period", "baseline"),
    [
        # A year with a sign behind it is one all the same.
        ("Vụ mùa năm 2021 cấy 5.000 ha. Năm 2021, đàn trâu tăng 3% so với cùng kỳ.", "3%", "2021", "same-period:2020"),
        # What is compared with a year is of the next one.
        ("Quý I, sản lượng tăng 9% so với cùng kỳ năm 2020.", "9%", "2021-Q1", "2020"),
        ("Sản lượng cá tăng 4% so với cùng kỳ năm 2020; sản lượng tôm tăng 7% so với năm ngoái.", "7%", None, "2020"),
        # One month or quarter with its year tells it too.
        ("Báo cáo tháng 5 năm 2022 của huyện. Quý I thu 40 tỷ đồng.", "40 tỷ", "2022-Q1", None),
        # Years that a text only compares with do not outweigh its own.
        (
            "Quý II/2020, xuất khẩu tăng 6%, thấp hơn mức tăng trưởng của quý II/2019.\n"
            "Ngành dệt tăng 2%, thấp hơn nhiều mức tăng 8,1% của quý II/2019.\n"
            "Ngành gỗ tăng 5% so với cùng kỳ năm trước, thấp hơn mức tăng 9% của quý II/2019.",
            "5%", None, "2019",
        ),
        # Two years that stand alike leave it open.
        ("Năm 2018 trồng 30 ha, năm 2019 trồng 40 ha. Quý I thu 7 tấn.", "7", None, None),
    ],
)  # fmt: skip
def test_year_of_a_text(text: str, figure: str, period: str | None, baseline: str | None) -> None:
    assert times(text)[figure] == (period, baseline)


def test_comparison_with_an_unknown_time_is_not_taken_from_the_next_one() -> None:
    text = "Báo cáo năm 2022 và kế hoạch năm 2022: sản xuất tăng 2% so tháng trước và tăng 6% so cùng kỳ."
    assert times(text) == {"2%": ("2022", None), "6%": ("2022", "same-period:2021")}


def test_this_year_is_that_of_the_text_whatever_year_stands_before_it() -> None:
    text = "Ngày 5/3/2024\n\nSau đợt dịch năm 2021, năm nay xã nuôi 900 con lợn, năm ngoái nuôi 650 con."
    assert times(text) == {"900": ("2024", None), "650": ("2023", None)}


def test_day_behind_a_title_is_when_it_was_printed() -> None:
    assert times("Xuất khẩu thủy sản quý I/2023 giảm 12% 02/04/2023")["12%"] == ("2023-Q1", None)


def test_time_of_day_in_words_opens_a_sentence() -> None:
    found = numbers.find(text := "Mười giờ rưỡi, chợ đã vãn.", statements.find(text), None)
    assert [(text[number.start : number.end], number.kind) for number in found] == [("Mười giờ rưỡi", "clock")]


def test_comparison_with_something_else_takes_no_time_of_the_next_one() -> None:
    text = "Năm 2023 tăng 6% so với đầu năm và giảm 2% so với năm 2022."
    assert times(text) == {"6%": ("2023", "2023"), "2%": ("2023", "2022")}


def test_quarter_compared_with_says_nothing_of_the_year_of_a_text() -> None:
    text = "Số liệu quý 3/2020 vừa được công bố. Thị phần đạt 33%, bằng so với quý 2/2020. Quý 3, hãng bán 5 máy."
    assert times(text)["5"] == ("2020-Q3", None)


def test_comparison_that_ends_a_sentence_is_not_with_the_year_of_the_next_one() -> None:
    text = "Quý I năm 2022 đạt 9 ha. Lúa đạt 5 ha, giảm 3% so với cùng kỳ. Trong năm 2022, ngô tăng 4% so cùng kỳ."
    assert times(text)["3%"] == (None, "same-period:2021")


@pytest.mark.parametrize(
    ("title", "anchor", "baseline"),
    [
        # A report put out early in a year is of the one that its title names.
        ("Tổng quan bưu chính năm 2022", "2023-01-20", "same-period:2021"),
        ("Tổng quan bưu chính năm 2022", "2023-08-20", "same-period:2022"),
        ("Tổng quan bưu chính năm 2022, kế hoạch năm 2023", "2023-01-20", "same-period:2022"),
    ],
)
def test_year_of_a_report(title: str, anchor: str, baseline: str) -> None:
    text = f"{title}\n\nSố điểm phục vụ tăng 3% so với cùng kỳ."
    found = numbers.find(text, statements.find(text), anchor)
    assert [number.figure.baseline for number in found if number.figure is not None] == [baseline]


@pytest.mark.parametrize(
    "text", ["9 tháng, cả nước đón 5 triệu lượt khách.", "Chín tháng: cả nước đón 5 triệu lượt khách."]
)
def test_months_that_head_a_sentence_are_a_part_of_the_year(text: str) -> None:
    assert times(f"Báo cáo năm 2024\n\n{text}\n")["5 triệu"] == ("2024-01/2024-09", None)


def test_the_last_quarter_told_of_in_january_is_that_of_the_year_before() -> None:
    text = "Quý IV, doanh thu đạt 35 tỷ đồng; quý II dự kiến đạt 40 tỷ đồng.\n"
    found = numbers.find(text, statements.find(text), "2025-01-20")
    assert [number.figure.period for number in found if number.figure is not None] == ["2024-Q4", "2025-Q2"]


def test_the_newest_day_far_into_a_text_tells_its_year() -> None:
    told = "Lãnh đạo tỉnh nghe báo cáo về trung tâm điều hành. " * 10
    text = (
        f"{told}Quý III tiếp nhận 5.238 văn bản.\nNgày 3/12/2020, tỉnh lập kế hoạch; ngày 26/02/2021 ban hành quy chế."
    )
    assert times(text)["5.238"] == ("2021-Q3", None)


def test_a_day_with_dots_at_the_top_is_that_of_the_text() -> None:
    assert times("Duy Khang | 18.07.2024, 21h15\n\nTháng 6 bán 640 xe.")["640"] == ("2024-06", None)
