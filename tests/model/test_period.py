"""Periods as days."""

from datetime import date

import pytest

from dxtui.model.period import bounds


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2020-Q3", date(2020, 7, 1), date(2020, 9, 30)),
        ("2022-H1", date(2022, 1, 1), date(2022, 6, 30)),
        ("2022-H2", date(2022, 7, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-12-28", date(2023, 12, 28), date(2023, 12, 28)),
        ("2021/2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2023-01/2023-09", date(2023, 1, 1), date(2023, 9, 30)),
        ("same-period:2022", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_bounds(period: str, first: date, last: date) -> None:
    assert bounds(period) == (first, last)


@pytest.mark.parametrize("period", ["", "2023-13", "2023-02-30", "2025/2021", "hôm qua", "2023-Q5"])
def test_no_period(period: str) -> None:
    assert bounds(period) is None
