"""The named systems of the shipped documents: each is found wherever it is named, once, with all its names."""

from pathlib import Path

import pytest

from dxtui.extract import names, statements

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"

# Full name, then for each document that names it the ways it is written there.
SYSTEMS = {
    "Cơ sở dữ liệu quốc gia về dân cư": {
        "000": {"CSDL quốc gia về dân cư"},
        "001": {"cơ sở dữ liệu Quốc gia về dân cư"},
        "003": {"cơ sở dữ liệu quốc gia về dân cư"},
        "004": {"cơ sở dữ liệu quốc gia về dân cư"},
    },
    "Cơ sở dữ liệu hộ tịch điện tử toàn quốc": {"002": {"CSDL hộ tịch điện tử toàn quốc"}},
    "Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp": {"002": {"CSDL quốc gia về Đăng ký doanh nghiệp"}},
    "Cơ sở dữ liệu quốc gia về bảo hiểm": {"002": {"cơ sở dữ liệu quốc gia (CSDL) về Bảo hiểm"}},
    "Cơ sở dữ liệu đất đai quốc gia": {"004": {"cơ sở dữ liệu đất đai quốc gia"}},
    "Cổng Dịch vụ công quốc gia": {
        "001": {"Cổng dịch vụ công quốc gia"},
        "003": {"Cổng Dịch vụ công quốc gia", "Cổng dịch vụ công quốc gia"},
        "004": {"Cổng dịch vụ công quốc gia"},
    },
    "Cổng Dịch vụ công cấp bộ, cấp tỉnh": {"003": {"Cống dịch vụ công"}, "004": {"Cổng dịch vụ công"}},
    "Cổng Dịch vụ công tỉnh Quảng Ninh": {"000": {"C ổng DVC của tỉnh"}},
    "Cổng thông tin điện tử Hậu Giang": {"001": {"Cổng thông tin điện tử Hậu Giang"}},
    "Nền tảng tích hợp, chia sẻ dữ liệu tỉnh Hậu Giang": {"001": {"Nền tảng tích hợp chia sẻ dữ liệu của tỉnh (LGSP)"}},
    "Nền tảng tích hợp, chia sẻ dữ liệu cấp bộ, cấp tỉnh": {
        "004": {"Nền tảng tích hợp, chia sẻ dữ liệu cấp bộ, cấp tỉnh (LGSP)"}
    },
    "Nền tảng tích hợp, chia sẻ dữ liệu quốc gia": {"004": {"Nền tảng tích hợp, chia sẻ dữ liệu quốc gia"}},
    "Trung tâm Giám sát, điều hành đô thị thông minh": {
        "001": {"Trung tâm Giám sát, điều hành đô thị thông minh (IOC)"}
    },
    "Hệ thống giám sát an toàn, an ninh mạng": {"001": {"Hệ thống giám sát an toàn, an ninh mạng (SOC)"}},
    "Hệ thống xác thực dùng chung": {"001": {"Hệ thống xác thực dùng chung (SSO)"}},
    "Trung tâm dữ liệu tỉnh Hậu Giang": {"001": {"Trung tâm dữ liệu của tỉnh"}},
    "Ứng dụng di động Hậu Giang": {"001": {"Ứng dụng di động Hậu Giang"}},
    "Hệ thống thông tin giải quyết thủ tục hành chính tỉnh Hậu Giang": {
        "001": {"Hệ thống thông tin giải quyết TTHC", "Hệ thống thông tin giải quyết TTHC tỉnh"}
    },
    "Hệ thống thông tin giải quyết thủ tục hành chính cấp bộ, cấp tỉnh": {
        "003": {
            "Hệ thống thông tin giải quyết thủ tục hành chính cấp bộ, cấp tỉnh",
            "Hệ thống thông tin giải quyết thủ tục hành chính",
        }
    },
    "Hệ thống thông tin một cửa điện tử cấp bộ, cấp tỉnh": {
        "003": {"Hệ thống một cửa điện tử"},
        "004": {"hệ thống thông tin một cửa điện tử cấp bộ/tỉnh"},
    },
    "Hệ thống thu thập, đánh giá việc sử dụng thông tin và dịch vụ công trực tuyến": {
        "004": {"Hệ thống thu thập, đánh giá việc sử dụng thông tin và dịch vụ công trực tuyến"}
    },
    "Trung tâm Giám sát an toàn không gian mạng quốc gia": {
        "004": {"Trung tâm Giám sát an toàn không gian mạng quốc gia"}
    },
    "Kho quản lý dữ liệu điện tử": {"003": {"Kho quản lý dữ liệu điện tử"}},
    "Mobile Money": {"002": {"Mobile Money"}},
}


def systems(name: str) -> list[tuple[str, str]]:
    """Return what the document names as systems: full name and as written."""
    text = next(SEEDS.glob(f"{name}_*")).read_text(encoding="utf-8")
    found = names.find(text, statements.find(text))
    return [(m.canonical, text[m.start : m.end]) for m in found if m.type == "system"]


def test_there_are_twenty_four() -> None:
    assert len(SYSTEMS) == 24


@pytest.mark.parametrize("full", SYSTEMS)
def test_a_system_is_found_wherever_it_is_named(full: str) -> None:
    for name, written in SYSTEMS[full].items():
        assert {surface for canonical, surface in systems(name) if canonical == full} == written, name


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_nothing_else_is_a_system(name: str) -> None:
    assert {canonical for canonical, _ in systems(name)} == {full for full, where in SYSTEMS.items() if name in where}
