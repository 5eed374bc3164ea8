"""Whatever the text: no error, every digit in exactly one number, every number of one class."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dxtui.extract import numbers, statements
from dxtui.model import NUMBER_CLASSES, Number
from dxtui.text.normal import normalise

WORDS = """
0 1 5 12 2023 1.250 43,5% 528/1.086 8,3 - 8,5% 28/12/2023 quý III/2020 tháng 7 năm nghìn tỷ đồng gấp đôi
một nửa mười lăm hai ba thứ bảy lần thứ XIII giờ 8h30 14:05 Điều khoản mức độ 4 Covid-19 5G m² ① ٣ １２ - – / . , ;
( ) % $ USD 1.2.3.4 0912 345 678 50/NQ-CP khoảng tăng giảm so với cùng kỳ hồ sơ bộ, ngành trong tỷ + ≥ âm -1,7%
6 tháng đầu năm nay trở lên phấn đấu rưỡi İ ǆ 😀 [/] | : Đơn vị tính: STT
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\t", "\u0301", "\u200b", "\x00", "   "])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
    st.text(alphabet="0123456789.,/-–: %hgkmxIVXđáăm\n\t()", max_size=80),
    st.text(max_size=60),
)
ANCHORS = st.sampled_from([None, "2023", "2023-12", "2023-12-28"])


def check(text: str, anchor: str | None = None) -> tuple[Number, ...]:
    text = normalise(text)
    found = numbers.find(text, statements.find(text), anchor)
    last = 0
    for number in found:
        assert last <= number.start < number.end <= len(text)
        assert number.kind in NUMBER_CLASSES
        assert (number.figure is not None) == (number.kind == "figure")
        assert text[number.start : number.end] == text[number.start : number.end].strip()
        last = number.end
    inside = [False] * len(text)
    for number in found:
        inside[number.start : number.end] = [True] * (number.end - number.start)
    assert all(within for char, within in zip(text, inside, strict=True) if char.isdigit())
    return found


@settings(max_examples=400, deadline=None)
@given(TEXTS, ANCHORS)
def test_every_digit_lies_in_one_number(text: str, anchor: str | None) -> None:
    check(text, anchor)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_numbers_do_not_depend_on_statements_being_there(text: str) -> None:
    text = normalise(text)
    found = numbers.find(text, (), None)
    covered = {at for number in found for at in range(number.start, number.end)}
    assert all(at in covered for at, char in enumerate(text) if char.isdigit())
