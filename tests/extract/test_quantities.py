"""Separators that may be read in two ways: the document's habit and the unit decide, and the number says how sure."""

from decimal import Decimal

import pytest

from dxtui.extract import numbers
from dxtui.extract.numbers.quantities import habit_of, value_of
from dxtui.model import Number


def figure(text: str, surface: str) -> Number:
    start = text.index(surface)
    return next(number for number in numbers.find(text, (), None) if number.start == start)


@pytest.mark.parametrize(
    ("text", "habit"),
    [("43,5% và 1.250.000", 1), ("43.5% and 1,250,000", -1), ("1.250", 0), ("1,250", 0), ("", 0), ("3,5 3.5", 0)],
)
def test_habit(text: str, habit: int) -> None:
    assert habit_of(text) == habit


@pytest.mark.parametrize(
    ("digits", "habit", "whole", "value", "certainty"),
    [
        ("1.250", 1, False, "1250", "certain"),
        ("1.250", -1, False, "1.250", "likely"),
        ("1.250", -1, True, "1250", "likely"),
        ("1.250", 0, False, "1250", "unclear"),
        ("1,250", -1, False, "1250", "certain"),
        ("1,250", 1, False, "1.250", "likely"),
        ("1,250", 0, False, "1.250", "unclear"),
        ("5.000", -1, False, "5000", "likely"),
        ("0.125", 1, False, "0.125", "certain"),
        ("1.250.000,5", 0, False, "1250000.5", "certain"),
        ("1,250,000.5", 0, False, "1250000.5", "certain"),
    ],
)
def test_value(digits: str, habit: int, whole: bool, value: str, certainty: str) -> None:
    assert value_of(digits, habit, whole) == (Decimal(value), certainty)


@pytest.mark.parametrize("digits", ["1.2.3", "1,2,3", "1.23.456", "1..2"])
def test_no_value(digits: str) -> None:
    assert value_of(digits, 0, False) is None


def test_the_document_decides() -> None:
    vietnamese = figure("Tỷ lệ 43,5%, mức 2,7 và chỉ số 1.250.", "1.250").figure
    english = figure("Rate 43.5%, level 2.7 and index 1.250.", "1.250").figure
    assert vietnamese is not None
    assert english is not None
    assert (vietnamese.value, vietnamese.certainty) == (Decimal(1250), "certain")
    assert (english.value, english.certainty) == (Decimal("1.250"), "likely")


def test_values_are_exact_however_long() -> None:
    digits = "1" * 200
    found = figure(f"Có {digits} triệu hồ sơ.", digits).figure
    assert found is not None
    assert found.value == Decimal(digits + "000000")
