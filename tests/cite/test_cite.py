"""Citations: what they say, and that they are safe to paste."""

import dataclasses
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.cite import cite
from dxtui.model import Document, Statement, document_id, row_id
from dxtui.model.rows import Place
from dxtui.text.normal import normalise
from dxtui.text.visible import visible

TEXT = "Chuyển đổi số\nKế hoạch năm 2023 đặt ra 126 nhiệm vụ,\ncó 102 nhiệm vụ đã hoàn thành.\nHết."


def document(text: str, **facts: str) -> Document:
    return Document(document_id(text), Path("bao-cao.txt"), text, **facts)


def place(text: str, surface: str, sentence: str | None = None, **facts: str) -> Place:
    start = text.index(surface)
    statement = None
    if sentence is not None:
        first = text.index(sentence)
        statement = Statement(first, first + len(sentence), "sentence")
    return Place(document(text, **facts), statement, start, start + len(surface))


SENTENCE = TEXT.split("\n", 1)[1].rsplit("\n", 1)[0]


def test_everything_that_is_known() -> None:
    here = place(
        TEXT,
        "102",
        SENTENCE,
        title="Chuyển đổi số",
        publisher="Báo Nhân Dân",
        author="Hà Thủy",
        published="2023-12-30",
        event_date="2023-12-28",
        place="Hà Nội",
        url="https://example.vn/bai-1",
    )
    id = row_id(here.document.id, "f", here.start, here.end)
    citation = cite(here, id)
    assert citation.text() == (
        "“Kế hoạch năm 2023 đặt ra 126 nhiệm vụ, có 102 nhiệm vụ đã hoàn thành.”\n"
        "Hà Thủy. Chuyển đổi số. Báo Nhân Dân, 2023-12-30, event of 2023-12-28, Hà Nội.\n"
        "https://example.vn/bai-1\n"
        f"bao-cao.txt, line 2, characters 14–83 of the text (dxtui cite {id})"
    )
    assert citation.surface == "102"
    assert TEXT[citation.start : citation.end] == SENTENCE


@pytest.mark.parametrize(
    ("published", "line"),
    [
        ("2023-09-05", "Báo cáo. ngày 5 tháng 9 năm 2023, sự kiện tháng 8 năm 2023."),
        ("2023-09", "Báo cáo. tháng 9 năm 2023, sự kiện tháng 8 năm 2023."),
        ("2023", "Báo cáo. năm 2023, sự kiện tháng 8 năm 2023."),
        ("quý 3", "Báo cáo. quý 3, sự kiện tháng 8 năm 2023."),
    ],
)
def test_vietnamese_writes_dates_as_people_do(published: str, line: str) -> None:
    here = place(TEXT, "102", SENTENCE, title="Báo cáo", published=published, event_date="2023-08")
    assert cite(here, "abc").text("vi").split("\n")[1] == line


def test_what_is_not_known_is_left_out() -> None:
    here = place(TEXT, "102", SENTENCE)
    text = cite(here, "abc").text()
    assert text.split("\n")[1] == "[Chuyển đổi số Kế hoạch năm 2023 đặt…]."
    for trace in ("None", "()", ", ,", "..", "n.d.", " ."):
        assert trace not in text


def test_a_whole_document_has_no_quote() -> None:
    whole = Place(document(TEXT, title="Chuyển đổi số"), None, 0, len(TEXT))
    citation = cite(whole, whole.document.id)
    assert citation.quote is None
    assert citation.start is None
    assert citation.text() == f"Chuyển đổi số.\nbao-cao.txt (dxtui cite {whole.document.id})"


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"title": "Hết giờ?"}, "Hết giờ?"),
        ({"title": "Một ngày."}, "Một ngày."),
        ({"title": "Còn nữa..."}, "Còn nữa..."),
        ({"title": "A", "publisher": "Tạp chí B."}, "A. Tạp chí B."),
        ({"title": "A", "place": "Huế"}, "A. Huế."),
        ({"title": "A", "publisher": "B", "reference": "7/BC-B", "published": "2022"}, "A. B, no. 7/BC-B, 2022."),
        ({"title": "A", "event_date": "2022"}, "A. Event of 2022."),
        ({"title": "A\nB\tC"}, "A B C."),
        ({"title": "x" * 1000}, "x" * 400 + "…"),
    ],
)
def test_stops_and_spaces(facts: dict[str, str], line: str) -> None:
    assert cite(place(TEXT, "102", SENTENCE, **facts), "abc").text().split("\n")[1] == line


def test_a_span_without_a_statement_is_its_own_quote() -> None:
    citation = cite(place(TEXT, "126 nhiệm vụ,\ncó"), "abc")
    assert citation.quote == "126 nhiệm vụ, có"
    assert citation.line == 2


def test_a_span_over_two_statements_is_quoted_whole() -> None:
    here = place(TEXT, "đã hoàn thành.\nHết", SENTENCE)
    citation = cite(here, "abc")
    assert citation.quote is not None
    assert citation.quote.endswith("đã hoàn thành. Hết")


def test_a_very_long_statement_is_cut_around_the_span() -> None:
    text = "đầu " + "chữ " * 200_000 + "đạt 43,5% " + "chữ " * 200_000 + "cuối"
    quote = cite(place(text, "43,5%", text), "abc").quote
    assert quote is not None
    assert len(quote) < 1300
    assert quote.startswith("[…] chữ ")
    assert quote.endswith(" chữ […]")
    assert "đạt 43,5% chữ" in quote


@pytest.mark.parametrize("text", ["x" * 1_000_000, "x " * 500_000, "1" * 5_000])
def test_a_very_long_span_is_cut(text: str) -> None:
    here = Place(document(text), Statement(0, len(text), "sentence"), 0, len(text))
    citation = cite(here, "abc")
    assert citation.quote is not None
    assert len(citation.quote) < 1300
    assert citation.quote.endswith("[…]")
    assert citation.surface == citation.quote
    assert len(citation.text()) < 2000


def test_ids_name_fields_of_a_program() -> None:
    names = [field.name for field in dataclasses.fields(cite(place(TEXT, "102", SENTENCE), "abc"))]
    assert names[:9] == ["id", "title", "publisher", "author", "published", "event_date", "place", "url", "reference"]


@given(
    text=st.text(min_size=1, max_size=80), facts=st.lists(st.text(max_size=20), min_size=8, max_size=8), data=st.data()
)
def test_nothing_in_a_citation_acts(text: str, facts: list[str], data: st.DataObject) -> None:
    text = normalise(text)
    if not text.strip():
        return
    known = Document("a" * 12, Path("a\x1b[2J\u202e.txt"), text, *facts)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first = data.draw(st.integers(0, start))
    statement = data.draw(st.sampled_from([None, Statement(first, end, "sentence")]))
    citation = cite(Place(known, statement, start, end), "aaaaaaaaaaaa.s0-1")
    said = citation.text()
    for char in said.replace("\n", ""):
        assert unicodedata.category(char) not in ("Cc", "Cs")
        assert char not in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
    assert said.count("\n") <= 3
    assert said.endswith("(dxtui cite aaaaaaaaaaaa.s0-1)")
    if citation.quote:
        assert citation.quote in visible(" ".join(text.split()))


def test_a_citation_speaks_the_language_that_is_asked_for() -> None:
    here = place(TEXT, "102", SENTENCE, event_date="2023-12-28")
    text = cite(here, "abc").text("vi")
    assert "Sự kiện ngày 28 tháng 12 năm 2023." in text
    assert "bao-cao.txt, dòng 2, ký tự 14–83 của văn bản (dxtui cite abc)" in text


TABLE = """Bảng 1
| Chỉ tiêu | Năm 2022 | Năm 2023 |
| --- | --- | --- |
| Diện tích lúa | 12.450 | 12.300 |
| Sản lượng | 70 | 71 |
"""


def test_a_cell_of_a_table_is_cited_with_the_first_row_of_its_table() -> None:
    row = "| Sản lượng | 70 | 71 |"
    text = cite(place(TABLE, "71", row), "abc").text()
    assert text.startswith("“71”: “| Chỉ tiêu | Năm 2022 | Năm 2023 | […] | Sản lượng | 70 | 71 |”\n")
    header = "| Chỉ tiêu | Năm 2022 | Năm 2023 |"
    assert cite(place(TABLE, "2022", header), "abc").header is None
