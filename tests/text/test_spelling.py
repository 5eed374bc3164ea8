"""One spelling of what is written in two ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.text.spelling import placed, same_key, spelling


@given(st.text())
def test_spelling_keeps_every_place(text: str) -> None:
    assert len(spelling(text)) == len(text)
    assert spelling(spelling(text)) == spelling(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("hoà bình", "HÒA BÌNH"),
        ("Khánh Hoà", "Khánh Hòa"),
        ("thuỷ lợi", "thủy lợi"),
        ("loè", "lòe"),
    ],
)
def test_the_tone_mark_has_one_place(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bộ TT-TT", "Bộ TT&TT"),
        ("Kỹ thuật", "Kĩ thuật"),
        ("Lý Thường Kiệt", "Lí Thường Kiệt"),
        ("Đề án  06", "đề án 06"),
    ],
)
def test_spellings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert same_key(one) == same_key(other)


def test_different_words_keep_different_keys() -> None:
    assert same_key("Bộ") != same_key("Bỏ")
    assert placed("giai đoạn") == spelling("Giai đoạn")
