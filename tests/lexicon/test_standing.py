"""The years of ministries and provinces, and which became which: the tables are whole."""

from collections import Counter

import pytest

from dxtui.lexicon.standing import Standing, standing
from dxtui.lexicon.tables import table

ALONE = {
    "Cao Bằng", "Điện Biên", "Hà Nội", "Hà Tĩnh", "Lai Châu", "Lạng Sơn",
    "Nghệ An", "Quảng Ninh", "Sơn La", "Thanh Hóa",
}  # fmt: skip


def test_the_63_provinces_until_2025_became_the_34_since() -> None:
    rows = table("places")["provinces"]
    stand = {name for name, row in rows.items() if row.get("stands")}
    ended = {name: row["into"].removeprefix("Thành phố ") for name, row in rows.items() if "into" in row}
    assert len(stand) == 34
    assert len(rows) - 1 == 63  # Huế is new: it was Thừa Thiên Huế.
    assert stand.isdisjoint(ended)
    assert len(stand) + len(ended) == len(rows)
    assert set(ended.values()) <= stand
    assert stand - set(ended.values()) == ALONE
    assert set(Counter(into for into in ended.values() if into != "Huế").values()) == {1, 2}
    for name, into in ended.items():
        known = standing(name, "place")
        assert known is not None
        assert (known.until, known.now.removeprefix("Thành phố ")) == (2025, into)
        assert name in (standing(into, "place") or Standing()).merged


@pytest.mark.parametrize("name", ["Thành phố Hồ Chí Minh", "Hồ Chí Minh"])
def test_a_city_is_told_by_either_of_its_names(name: str) -> None:
    known = standing(name, "place")
    assert known is not None
    assert (known.since, known.merged) == (2025, ("Bà Rịa - Vũng Tàu", "Bình Dương"))
    assert standing(name, "person") is None


def test_every_ministry_has_its_years_and_one_that_ended_what_it_became() -> None:
    rows = {name: row for name, row in table("organisations")["fields"].items() if "ministry" in row}
    standing_now = set()
    for name, row in rows.items():
        years = row["ministry"]
        assert len(years) == (2 if "into" in row else 1), name
        assert years == sorted(years)
        assert row.get("into", name) in rows
        known = standing(f"Bộ {name}", "organisation")
        assert known is not None
        assert known.since == years[0]
        if known.until is None:
            standing_now.add(name)
        else:
            after = standing(known.now, "organisation")
            assert after is not None
            assert (after.until or 9999) > known.until >= (after.since or 0), name
            assert f"Bộ {name}" in after.merged
    assert standing_now == {
        "Công an", "Công Thương", "Dân tộc và Tôn giáo", "Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Ngoại giao",
        "Nông nghiệp và Môi trường", "Nội vụ", "Quốc phòng", "Tài chính", "Tư pháp", "Văn hóa, Thể thao và Du lịch",
        "Xây dựng", "Y tế",
    }  # fmt: skip


def test_every_body_that_ended_became_one_that_is_known_by_grammar_or_table() -> None:
    rows = table("organisations")["bodies"]
    for name, row in rows.items():
        if "into" in row:
            assert isinstance(row.get("until"), int), name
            assert row["into"] != name
    assert standing("Tổng cục Thuế", "organisation") == Standing(None, 2025, "Cục Thuế")
    assert standing("Chính phủ", "organisation") is None
