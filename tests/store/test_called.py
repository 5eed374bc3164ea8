"""Names in a query's fields: whole ones, such as go on after it, parts, and short forms."""

from dataclasses import replace
from pathlib import Path

import pytest

from dxtui.explorer import Explorer
from dxtui.settings import Settings

TEXT = """Sở Công Thương họp với 12 doanh nghiệp.

Sở Công Thương tỉnh Hậu Giang cấp 43 giấy phép.

Sở Công Thương tỉnh Kon Tum cấp 9 giấy phép.

Văn phòng Chính phủ nhận 7 báo cáo.

Chính phủ giao 5 nhiệm vụ.

Bộ Công an cấp 1.234 thẻ.

Bộ Thông tin và Truyền thông cấp 20 giấy phép.

UBND tỉnh Hậu Giang chi 15 tỷ đồng.
"""


@pytest.fixture(scope="module")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Explorer:
    """A text that names bodies in several ways."""
    file = tmp_path_factory.mktemp("called") / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    return Explorer.open([file], Settings.load())


@pytest.mark.parametrize(
    ("query", "starts"),
    [
        ('org:"Sở Công Thương"', ["Sở Công Thương họp", "Sở Công Thương tỉnh H", "Sở Công Thương tỉnh K"]),
        ('org:"so cong thuong tinh kon tum"', ["Sở Công Thương tỉnh K"]),
        ('org:"Công Thương"', ["Sở Công Thương họp", "Sở Công Thương tỉnh H", "Sở Công Thương tỉnh K"]),
        ('org:"Chính phủ"', ["Chính phủ giao"]),
        ("org:bca", ["Bộ Công an"]),
        ("org:BTTTT", ["Bộ Thông tin"]),
        ("org:bttvtt", ["Bộ Thông tin"]),
        ('org:"Bộ TT&TT"', ["Bộ Thông tin"]),
        ("org:ubnd", ["UBND tỉnh"]),
        ("org:vpcp", ["Văn phòng Chính phủ"]),
        ("org:zzz", []),
    ],
)
def test_a_field_finds_what_its_value_calls(explorer: Explorer, query: str, starts: list[str]) -> None:
    found = [row.place.surface for row in explorer.view(query).statements]
    assert len(found) == len(starts)
    assert all(text.startswith(start) for text, start in zip(found, starts, strict=True))


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Explorer:
    """A text that names some bodies more often than those whose names are in theirs."""
    folder = tmp_path_factory.mktemp("alike")
    more = "Sở Công Thương tỉnh Hậu Giang và Bệnh viện EVN nhận 2 tờ trình của Hà Nội.\n\n"
    (folder / "a.txt").write_text(f"{more * 3}Tập đoàn Điện lực Việt Nam có 9 kho.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Sở Công Thương họp 5 lần.\n", encoding="utf-8")
    return Explorer.open([folder], Settings.load())


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ('org:"Sở Công Thương"', ["Sở Công Thương", "Sở Công Thương tỉnh Hậu Giang"]),
        ('org:"sở công" nhận OR họp', ["Sở Công Thương tỉnh Hậu Giang", "Sở Công Thương", "Bệnh viện EVN"]),
        ("org:evn", ["Tập đoàn Điện lực Việt Nam", "Bệnh viện EVN"]),
        ('-org:"Sở Công Thương" org:evn', ["Tập đoàn Điện lực Việt Nam"]),
        ('org:bệnh place:"hà nội"', ["Hà Nội", "Bệnh viện EVN", "Sở Công Thương tỉnh Hậu Giang"]),
    ],
)
@pytest.mark.parametrize("renamed", [False, True])
def test_what_has_just_the_name_comes_first(
    alike: Explorer, query: str, names: list[str], renamed: bool, tmp_path: Path
) -> None:
    explorer = alike
    if renamed:
        aliases = tmp_path / "aliases.toml"
        aliases.write_text('[rename]\n"Bệnh viện EVN" = "Nhà thương EVN"\n', encoding="utf-8")
        settings = replace(Settings.load(), aliases=str(aliases))
        explorer = Explorer.open([alike.documents[0].path.parent], settings)
        names = [name.replace("Bệnh viện", "Nhà thương") for name in names]
    assert [row.canonical for row in explorer.view(query).entities][: len(names)] == names
