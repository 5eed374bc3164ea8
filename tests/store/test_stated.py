"""A query that is an amount: of the sentences that name it the figures that state it, and no others."""

import pytest

from dxtui.explorer import Explorer
from dxtui.model.narrowing import ByDocument, Narrowing
from dxtui.settings import Settings

TEXT = """Giá vải tăng 12,7% tại 15 chợ trong 3 tuần.

Quỹ chi 12,7 tỷ đồng cho 127 xã và 9 phường.

Có 62/63 tỉnh nộp 40 báo cáo, 62 huyện chưa nộp.

Theo Thông báo số 88, có 6 lớp học.

Đã cấp 1,3 tỷ lượt cho 20 đơn vị.

Xã có từ 30 đến 45 hộ nuôi ong, 8 hộ nuôi dê.

Chỉ 15 chợ mở cửa; 15% số quầy đóng.
"""


@pytest.fixture(scope="module")
def explorer(tmp_path_factory: pytest.TempPathFactory) -> Explorer:
    """A text whose sentences have several figures each."""
    file = tmp_path_factory.mktemp("stated") / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    return Explorer.open([file], Settings.load())


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ("12,7", ["12,7%", "12,7 tỷ"]),
        ("12.7", ["12,7%"]),
        ("12,7%", ["12,7%"]),
        ("12,7 phần trăm", ["12,7%"]),
        ("12,7 tỷ", ["12,7 tỷ"]),
        ("12700 triệu đồng", ["12,7 tỷ"]),
        ("1300000000", ["1,3 tỷ"]),
        ("62/63", ["62/63"]),
        ("63", ["62/63"]),
        ("62", ["62/63", "62"]),
        ("30", ["30 đến 45"]),
        ("45 hộ", ["30 đến 45"]),
        ("15", ["15", "15%", "15"]),
        ("15 chợ", ["15", "15"]),
        ("15%", ["15%"]),
        ("127 OR 40", ["127", "40"]),
        ("127 OR huyện", ["127", "12,7 tỷ", "9", "62/63", "40", "62"]),
        ("15 unit:%", ["12,7%", "15%"]),
        ("88", ["6"]),
    ],
)
def test_figures_of_an_amount(explorer: Explorer, query: str, figures: list[str]) -> None:
    view = explorer.view(query)
    assert sorted(row.place.surface for row in view.figures) == sorted(figures)
    assert sum(row.figures for row in view.documents) == len(figures)


def test_within_a_document(explorer: Explorer) -> None:
    narrowing = Narrowing((ByDocument(explorer.documents[0].id, "a"),))
    assert [row.place.surface for row in explorer.view("127", narrowing).figures] == ["127"]
