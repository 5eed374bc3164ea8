"""Whose text it is says what its kind of body, its organs and its parts alone mean."""

import pytest

from dxtui.extract.names import find
from dxtui.extract.statements import find as statements

TEXT = "Bệnh viện mở khu mới. Bệnh viện Bạch Mai giúp. Ngày 3/4, Bệnh viện cảm ơn."
OWN = "Bệnh viện Đa khoa Hà Đông"


def meant(text: str, words: str, publisher: str | None = None) -> list[str]:
    return [m.canonical for m in find(text, statements(text), publisher) if text[m.start : m.end] == words]


def test_who_is_known_to_have_put_a_text_out_is_its_own_body() -> None:
    assert meant(TEXT, "Bệnh viện", OWN) == [OWN, OWN]


def test_whose_part_signs_a_text_at_its_end_is_its_own_body() -> None:
    assert meant(f"{TEXT}\n\nPhòng Công tác xã hội - {OWN}", "Bệnh viện") == [OWN, OWN]


@pytest.mark.parametrize("publisher", [None, "Báo Lao Động", "Sở Y tế Hà Nội", ""])
def test_else_the_body_named_before_is_meant(publisher: str | None) -> None:
    assert meant(TEXT, "Bệnh viện", publisher) == ["Bệnh viện Bạch Mai"]


@pytest.mark.parametrize("text", ["HĐQT họp. Ban Giám đốc dự.", "Hai công ty thay HĐQT; Đảng ủy đồng ý."])
def test_an_organ_of_nobody_names_nothing(text: str) -> None:
    assert find(text, statements(text)) == ()
