"""The date of a document that its own head states, and what looks like one."""

from pathlib import Path

import pytest

from dxtui.extract import extract
from dxtui.model import Document

BODY = (
    "Trong sáu tháng qua, huyện đã cấp 1.240 giấy chứng nhận cho các hộ dân ở 14 xã, "
    "tăng 12% so với cùng kỳ năm trước.\n"
)


def date_of(head: str, stated: str | None = None) -> str | None:
    document = Document(id="x", path=Path("x.txt"), text=head + BODY, published=stated)
    return extract(document).document.published


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("UBND XÃ ĐẦM SEN\nSố: 31/BC-UBND\n\nĐầm Sen, ngày 14 tháng 3 năm 2024\n\nBÁO CÁO\nQuý I\n\n", "2024-03-14"),
        ("UBND HUYỆN ĐẦM SEN\n\nSố: 31/BC-UBND\n\nĐầm Sen, ngày 4 tháng 3\nnăm 2024\n\nBÁO CÁO\n\n", "2024-03-04"),
        ("UBND HUYỆN ĐẦM SEN\n\nSố: 31/BC-UBND\n\nĐầm Sen, ngày 4 tháng 3\n\nnăm 2024\n\nBÁO CÁO\n\n", "2024-03-04"),
        ("UBND HUYỆN ĐẦM SEN\n\nĐầm Sen,\n\nngày 4 tháng 3 năm 2024\n\nBÁO CÁO\n\n", "2024-03-04"),
        ("| Số: 31/BC-UBND | TP. Hồ Chí Minh, ngày 04 tháng 3 năm 2024 |\n\nBÁO CÁO\n\n", "2024-03-04"),
        ("Chợ nổi đông trở lại\n\nBáo Miền Sông Nước – 18/6/2024\n\n", "2024-06-18"),
        ("Chợ nổi đông trở lại\n\nThứ ba, 18/6/2024, 08:30 (GMT+7)\n\n", "2024-06-18"),
        ("Chợ nổi đông trở lại\n\n08:30 18/06/2024\n\n", "2024-06-18"),
        ("Chợ nổi đông trở lại\n\nLê Mận 18/06/2024 20:23\n\n", "2024-06-18"),
        ("Chợ nổi đông trở lại\n\nNgày 18/06/2024-08:30\n\n", "2024-06-18"),
        ("Chợ nổi đông trở lại\n\nLê Thị Mận - 2024-06-18\n\n", "2024-06-18"),
        ("THÔNG CÁO BÁO CHÍ\n\nChợ nổi có bến mới\n\nCần Thơ, ngày 18 tháng 6 năm 2024 –\n\n", "2024-06-18"),
    ],
)  # fmt: skip
def test_a_day_that_the_head_states(head: str, date: str) -> None:
    assert date_of(head) == date


@pytest.mark.parametrize(
    "head",
    [
        "",
        "Chợ nổi đông trở lại\n\nHạn nộp hồ sơ: 30/6/2024\n\n",
        "Thông báo tuyển sinh\n\nHạn chót, 30/6/2024\n\n",
        "Thông báo tuyển sinh\n\nĐến 30/6/2024\n\n",
        "Thông báo tuyển sinh\n\nÁp Dụng Từ 30/6/2024\n\n",
        "Thông báo tuyển sinh\n\nHọp báo, 30/6/2024\n\n",
        "Thông báo tuyển sinh\n\nTrước ngày 30/6/2024\n\n",
        "Thông báo tuyển sinh\n\nTừ 14/6/2024 đến 30/6/2024\n\n",
        "Hội chợ mùa xuân\n\nCần Thơ, 14 - 16/6/2024\n\n",
        "Hội chợ mùa xuân\n\n14/6/2024 - 16/6/2024\n\n",
        "Hội chợ mùa xuân\n\nCần Thơ, tháng 6 năm 2024\n\n",
        "UBND HUYỆN ĐẦM SEN\n\nSố: 31/BC-UBND\n\nĐầm Sen, ngày    tháng 3 năm 2024\n\nBÁO CÁO\n\n",
        "UBND HUYỆN ĐẦM SEN\n\nĐầm Sen, ngày 31 tháng 2 năm 2024\n\nBÁO CÁO\n\n",
        "QUY CHẾ\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 14/3/2024 của UBND huyện)\n\n",
        "Căn cứ Luật Đất đai ngày 18 tháng 1 năm 2024;\n\n",
        "Ngày 14 tháng 3 năm 2024, tại Cần Thơ, huyện họp.\n\n",
        f"{BODY}\nĐầm Sen, ngày 14 tháng 3 năm 2024\n\n",
    ],
)
def test_a_day_of_something_else_or_none_for_certain(head: str) -> None:
    assert date_of(head) is None


def test_what_is_stated_elsewhere_wins() -> None:
    assert date_of("Chợ nổi đông trở lại\n\nBáo Miền Sông Nước – 18/6/2024\n\n", "2023") == "2023"


def test_the_date_is_what_the_text_counts_from() -> None:
    text = "Chợ nổi đông trở lại\n\nBáo Miền Sông Nước – 18/6/2024\n\nNăm ngoái, chợ đón 900 khách mỗi ngày, tăng 4%.\n"
    figures = [n.figure.period for n in extract(Document(id="x", path=Path("x"), text=text)).numbers if n.figure]
    assert set(figures) == {"2023"}
