"""A row explains itself: the rule, the words, what was weighed."""

from dxtui.extract import numbers, statements
from dxtui.extract.numbers.explain import explain
from dxtui.model.note import Note


def notes(text: str, surface: str, anchor: str | None = "2023-12-28") -> dict[str, Note]:
    found = statements.find(text)
    start = text.index(surface)
    return {note.aspect: note for note in explain(text, found, anchor, start, start + len(surface))}


def test_says_which_words_gave_what() -> None:
    text = "Năm 2023, doanh thu ước tăng hơn 7,5% so với cùng kỳ năm 2022."
    said = notes(text, "7,5%")
    assert said["class"].value == "figure"
    assert said["value"].value == "7.5"
    assert (said["unit"].value, text[said["unit"].start : said["unit"].end]) == ("%", "%")
    assert (said["qualifier"].value, text[said["qualifier"].start : said["qualifier"].end]) == ("over", "hơn")
    assert (said["role"].value, text[said["role"].start : said["role"].end]) == ("change up", "tăng")
    assert said["period"].value == "2023"
    assert said["baseline"].value == "2022"
    assert "so với" in text[said["baseline"].start : said["baseline"].end]


def test_says_what_was_weighed_where_a_separator_is_ambiguous() -> None:
    said = notes("Chỉ số là 43,5 và 1.250.", "1.250")
    assert "1.234,5" in said["value"].rule


def test_says_that_nothing_spoke() -> None:
    said = notes("Có 12 hồ sơ.", "12")
    assert said["qualifier"].value == "exact"
    assert said["role"].value == "level"
    assert said["period"].value == "none"


def test_says_that_the_time_is_that_of_the_heading() -> None:
    said = notes("I. MỤC TIÊU\n1. Đến năm 2030\n- 100% hộ có điện.\n", "100%")
    assert said["period"].value == "2030"
    assert "heading" in said["period"].rule


def test_explains_a_date_that_the_document_completes() -> None:
    said = notes("Sáng 8/8, hội nghị khai mạc.", "8/8")
    assert said["class"].value == "date"
    assert said["period"].value == "2023-08-08"
    assert "document" in said["period"].rule


def test_is_silent_where_there_is_no_number() -> None:
    assert explain("Không có gì.", (), None, 0, 5) == ()


def test_agrees_with_what_was_read() -> None:
    text = "Gần 80% người dân dùng internet, gấp 3,5 lần năm 2019; ít nhất 5 tỉnh phải đạt 2.000 điểm quý III/2023."
    found = statements.find(text)
    for number in numbers.find(text, found, None):
        said = {note.aspect: note.value for note in explain(text, found, None, number.start, number.end)}
        assert said["class"] == number.kind
        if number.figure is not None:
            assert said["qualifier"] == number.figure.qualifier
            assert said["role"].split()[0] == number.figure.role
            assert said["period"] == (number.figure.period or "none")
