from pathlib import Path

import pytest

from dxtui.extract import explain, extract
from dxtui.model import Document, Reading

BARE = (
    "BÁO CÁO\n\nSở Y tế tỉnh Bến Tre tiếp nhận 1.250 hồ sơ trong quý III/2023, tăng 12,5% so với cùng kỳ.\n"
    "Giao Sở Tài chính hoàn thành trước ngày 30/11/2023."
)
MARKED = (
    "**BÁO CÁO**\n\n_Sở Y tế tỉnh **Bến Tre**_ tiếp nhận **1.250** hồ sơ trong *quý III/2023*, "
    "tăng _**12,5%**_ so với cùng kỳ.\n"
    "**Giao Sở Tài chính hoàn thành trước ngày 30/11/2023\\.**"
)


def read(text: str) -> Reading:
    return extract(Document("d", Path("d.md"), text, published="2023-12-01"))


def test_marks_of_emphasis_change_nothing_of_what_is_read() -> None:
    bare, marked = read(BARE), read(MARKED)
    assert [n.figure for n in marked.numbers] == [n.figure for n in bare.numbers]
    assert [(m.type, m.canonical) for m in marked.mentions] == [(m.type, m.canonical) for m in bare.mentions]
    assert [(t.who, t.what, t.deadline) for t in marked.tasks] == [(t.who, t.what, t.deadline) for t in bare.tasks]
    assert [s.kind for s in marked.statements] == [s.kind for s in bare.statements]
    assert marked.document.title == bare.document.title


def test_every_span_lies_in_the_text_as_written() -> None:
    marked = read(MARKED)
    assert [MARKED[n.start : n.end] for n in marked.numbers] == ["1.250", "quý III/2023", "12,5%", "30/11/2023"]
    covered = "".join(MARKED[s.start : s.end] for s in marked.statements)
    assert "".join(covered.split()) == "".join(MARKED.split())
    assert MARKED[marked.statements[-1].start : marked.statements[-1].end].startswith("**Giao")


@pytest.mark.parametrize("text", [BARE, MARKED])
def test_a_row_explains_itself(text: str) -> None:
    reading = read(text)
    number = next(n for n in reading.numbers if n.figure and n.figure.unit == "%")
    notes = {note.aspect: note for note in explain(reading.document, reading.statements, number.start, number.end)}
    assert notes["role"].value == "change up"
    assert text[notes["role"].start : notes["role"].end] == "tăng"


def test_breaks_and_strokes_of_markdown_are_read_as_if_they_were_not_there() -> None:
    reading = read("Thu ngân sách đạt 12,5<br>tỷ đồng trong ~~quý I/2023~~.<br/>Chi ~~3~~ tỷ đồng.")
    figures = [number.figure for number in reading.numbers if number.figure is not None]
    assert [(figure.value, figure.unit) for figure in figures] == [(12_500_000_000, "VND"), (3_000_000_000, "VND")]
    assert figures[0].period == "2023-Q1"
