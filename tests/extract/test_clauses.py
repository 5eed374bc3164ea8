import pytest

from dxtui.extract import numbers, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sản lượng quý III/2021 tăng 5,1%; diện tích tăng 2,4%; năng suất đạt 51 tạ/ha.", ["2021-Q3"] * 3),
        ("Trong vùng, đến ngày 15/8/2022 ngô đạt 16,9 nghìn ha; lạc đạt 4,6 nghìn ha.", ["2022-08-15"] * 2),
        ("Nợ công tăng 5,1% trong năm 2021; nợ xấu là 2,4%.", ["2021", None]),
        ("Thiệt hại trong quý I/2021 là 1.930 tỷ đồng; còn 40 nghìn tài khoản phải rà soát.", ["2021-Q1", None]),
        ("Vốn quý I/2021 tăng 5,1%; quý II/2021 tăng 2,4%.", ["2021-Q1", "2021-Q2"]),
    ],
)
def test_the_time_that_opens_a_clause_is_that_of_the_clauses_behind_semicolons(
    text: str, expected: list[str | None]
) -> None:
    found = numbers.find(text, statements.find(text), None)
    assert [n.figure.period for n in found if n.figure is not None] == expected
