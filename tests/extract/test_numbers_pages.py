"""The numbers of pages in the running heads and feet of a text out of a PDF."""

from dxtui.extract import numbers, statements

HEAD = "Báo cáo khảo sát phiên tòa trực tuyến"
FILL = "Các tòa được khảo sát mở nhiều phiên hơn năm trước, theo lời những người đã dự.\n" * 6


def classes(text):
    return {text[n.start : n.end]: n.kind for n in numbers.find(text, statements.find(text), None)}


def test_a_line_that_pages_repeat_numbers_them():
    text = f"{HEAD}                 11\n{FILL}{HEAD}                 12\n{FILL}13              {HEAD}\n{FILL}"
    assert classes(text) == {"11": "list", "12": "list", "13": "list"}


def test_an_amount_that_stands_far_from_its_name_is_one():
    text = f"Tổng số phiên đã mở                 11\n{FILL}Tổng số phiên đã mở                 26\n{FILL}"
    assert classes(text) == {"11": "figure", "26": "figure"}
    assert classes("Tổng số phiên đã mở          11\nTổng số phiên đã mở          12\n") == {
        "11": "figure",
        "12": "figure",
    }


def test_the_numerals_of_parts_are_list_marks_also_before_a_dash():
    text = "NGHỊ QUYẾT\n\nI- TÌNH HÌNH\n\nTỉnh có 5 xã.\n\nII - MỤC TIÊU\n\nV- League và X - quang không là phần nào.\n"
    found = classes(text)
    assert (found["I"], found["II"]) == ("list", "list")
    assert "X" not in found
