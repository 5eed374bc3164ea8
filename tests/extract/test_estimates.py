import pytest

from dxtui.extract import numbers, statements

ABOUT, EXACT = "about", "exact"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ước tính tháng 5/2021, đàn lợn giảm 3,4%, đàn bò tăng 1,9%.", [ABOUT, ABOUT]),
        ("Ước tính đàn lợn giảm 3,4%, đàn bò tăng 1,9%.", [ABOUT, ABOUT]),
        ("Ước tính tháng 5/2021, đàn lợn giảm 3,4%; đàn bò có 12.400 con.", [ABOUT, EXACT]),
        ("Theo Sở Công Thương, ước tính tháng 8/2022, sức mua đạt 6.120 tỷ đồng, tăng 4,2%.", [ABOUT, EXACT]),
        ("Ước tính cả năm, sức mua đạt 6.120 tỷ đồng (mỗi người 1,2 triệu đồng).", [ABOUT, EXACT]),
        ("Doanh thu, ước tính đạt 5 tỷ đồng, tăng 3,1%.", [ABOUT, EXACT]),
        ("Doanh thu đạt 5 tỷ đồng, tăng 3,1%.", [EXACT, EXACT]),
    ],
)
def test_an_estimate_that_opens_a_sentence_or_the_time_of_a_clause_holds_for_its_amounts(
    text: str, expected: list[str]
) -> None:
    found = numbers.find(text, statements.find(text), None)
    assert [n.figure.qualifier for n in found if n.figure is not None] == expected
