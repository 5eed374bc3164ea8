"""Lines put together, or left apart."""

import pytest

from dxtui.text.paragraphs import paragraphs


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_a_line_feed_ends_a_paragraph() -> None:
    assert cut("  Một dòng. \n\n\tHai dòng\nBa dòng\f4") == ["Một dòng.", "Hai dòng", "Ba dòng", "4"]


def test_a_line_cut_by_the_page_goes_on_in_lower_case() -> None:
    text = "Đây là một dòng đủ dài để bị cắt ở cuối\ntrang giấy, rồi hết."
    assert cut(text) == [text]


def test_where_lines_are_cut_a_full_one_goes_on_with_a_capital_too() -> None:
    text = (
        "Dòng thứ nhất dài đúng bằng chiều rộng của cột chữ này\n"
        "nên dòng thứ hai nối tiếp vào nó, cho đến khi gặp Ông\n"
        "Nguyễn Văn A ở đầu dòng thứ ba, rồi lại nối tiếp sang\n"
        "dòng cuối."
    )
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Đây là một dòng đủ dài nhưng đã có dấu chấm ở cuối.\nvà dòng sau viết thường",
        "Đây là một dòng đủ dài để bị cắt ở cuối trang\n- nhưng sau nó là một gạch đầu dòng",
        "Đây là một dòng đủ dài để bị cắt ở cuối trang\na) nhưng sau nó là một điểm",
        "Đây là một dòng đủ dài để bị cắt ở cuối trang\n\nnhưng sau nó là dòng trống",
        "Dòng ngắn\nviết thường",
        "| Một | hàng | của | bảng | thì | không |\nnối với dòng sau",
    ],
)
def test_what_ends_a_line_for_certain(text: str) -> None:
    assert len(cut(text)) == 2


def test_what_is_drawn_or_shouted_stands_apart_from_the_lines_around_it() -> None:
    text = (
        "KẾ HOẠCH PHÒNG, CHỐNG BỆNH DẠI TRÊN ĐÀN CHÓ NĂM NAY\n"
        "Theo báo cáo của chi cục thú y, số chó được tiêm đã tăng\n"
        "lên so với năm trước, nhưng vẫn chưa đủ ở các xã vùng\n"
        "cao và vùng sâu, nơi nhiều nhà chưa khai báo Hội đồng\n"
        "-----------------------------------------------------\n"
        "Nơi nhận"
    )
    lines = text.split("\n")
    assert cut(text) == [lines[0], "\n".join(lines[1:4]), *lines[4:]]
