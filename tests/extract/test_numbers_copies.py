"""How many copies of a letter are kept, which its last line says."""

import pytest

from dxtui.extract import numbers, statements


@pytest.mark.parametrize(
    ("line", "copies"),
    [("Lưu: VT, KSTT (02b).", "2"), ("- Lưu: VT, TH (5b)", "5"), ("Lưu VT (3b);", "3")],
)
def test_copies_are_counted(line, copies):
    text = f"Nơi nhận:\n{line}\n"
    (number,) = numbers.find(text, statements.find(text), None)
    assert (number.figure.value, number.figure.unit) == (int(copies), "bản")


@pytest.mark.parametrize("line", ["Hình 2 (2b) cho thấy điều đó.", "Lưu ý lớp học ở tầng dưới (phòng 2b)."])
def test_other_letters_behind_digits_count_nothing(line):
    found = numbers.find(line, statements.find(line), None)
    assert [number.kind for number in found if number.kind == "figure"] == []
