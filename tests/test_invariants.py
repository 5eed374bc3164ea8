"""What holds of every document, whatever it says."""

import dataclasses
import itertools
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dxtui.extract import extract
from dxtui.model import (
    ENTITY_TYPES,
    NUMBER_CLASSES,
    STATEMENT_KINDS,
    Document,
    Reading,
    document_id,
    parse_id,
    row_id,
)
from dxtui.text.emphasis import Emphasis
from dxtui.text.fold import fold
from dxtui.text.normal import normalise
from dxtui.text.visible import visible, visible_line

# fmt: off
PIECES = st.sampled_from([
    "năm 2023", "28/12/2023", "43,5%", "1,3 tỷ", "528/1.086", "hơn", "đồng", "Bộ Công an", "Đề án 06", "UBND tỉnh",
    "tháng", "quý III/2020", "-", "–", "…", ". ", ", ", "; ", ": ", "\n", "\n\n", "(", ")", "“", "”", '"', "[/]",
    "[bold]", "\x1b[31m", "\x00", "\u202e", "\t", "\xa0", "₫", "①", "²", "٣", "Nguyễn Văn A", "lần thứ", "mức độ 4",
    "triệu", "nghìn", "từ", "lên", "đến", "giảm", "tăng", "gấp", "Nghị quyết số 50/NQ-CP", "trước ngày", "giao",
    "yêu cầu", "0", "1", "12", "007", "1.", "a)", " | ", " ", "Ảnh:", "một nửa", "XIII", "%", "$", "€",
])
# fmt: on
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=30).map("".join)


def check(reading: Reading) -> None:
    """Assert every invariant of a reading."""
    text = reading.document.text
    assert text == normalise(text)
    for rows in (reading.statements, reading.numbers, reading.mentions):
        assert list(rows) == sorted(rows, key=lambda row: row.start)
        assert all(0 <= row.start < row.end <= len(text) for row in rows)
        assert all(left.end <= right.start for left, right in itertools.pairwise(rows))
    covered = "".join(text[s.start : s.end] for s in reading.statements)
    assert "".join(covered.split()) == "".join(text.split()), "every non-space character lies in one statement"
    for statement in reading.statements:
        assert statement.kind in STATEMENT_KINDS
        surface = text[statement.start : statement.end]
        assert surface == surface.strip()
    unmarked = "".join(Emphasis(text).text.split())
    digits = {i for i, c in enumerate(text) if c.isdecimal()}
    held = [i for n in reading.numbers for i in range(n.start, n.end) if text[i].isdecimal()]
    assert sorted(held) == sorted(digits), "every digit lies in exactly one number"
    for number in reading.numbers:
        assert number.kind in NUMBER_CLASSES
        assert (number.figure is not None) == (number.kind == "figure")
        assert text[number.start : number.end] == text[number.start : number.end].strip()
        if number.figure is not None:
            for value in (number.figure.value, number.figure.of, number.figure.to):
                assert value is None or value.is_finite()
            # In a table the subject is the row's name and the column's, which stand apart in the text.
            for words in (number.figure.counted, *(number.figure.subject or "").split(" · ")):
                assert words is None or "".join(words.split()) in unmarked
    for mention in reading.mentions:
        assert mention.type in ENTITY_TYPES
        assert mention.canonical.strip() == mention.canonical != ""
    for task in reading.tasks:
        assert 0 <= task.start < task.end <= len(text)
        assert task.state != "assigned" or task.who


def test_reading_keeps_the_invariants(document: Document) -> None:
    check(extract(document))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_reading_does_not_depend_on_the_unicode_form(document: Document, form: str) -> None:
    text = normalise(unicodedata.normalize(form, document.text))
    assert extract(dataclasses.replace(document, text=text)).numbers == extract(document).numbers


@given(TEXTS)
@example("&*năm 202343,5%*")
@settings(max_examples=150, deadline=None)
def test_reading_any_text_keeps_the_invariants(text: str) -> None:
    text = normalise(text)
    check(extract(Document(document_id(text), __file__, text)))


@given(st.text())
def test_folding_keeps_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert [fold(c) for c in text] == list(fold(text)) or len(text.lower()) != len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đường Lê Lợi", "duong le loi"), ("HOÀ BÌNH", "hoa binh"), ("Kỹ–kĩ “ướt”…", "ky–ki “uot”…"), ("İÉЖ中", "ieж中")],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_every_code_point_folds_to_one() -> None:
    everything = "".join(map(chr, range(0x110000)))
    assert len(fold(everything)) == len(everything)


@given(st.text())
def test_what_is_shown_holds_nothing_that_acts(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in shown if c not in "\t\n")
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    assert not set(visible_line(text)) & set("\t\n")


@given(st.text())
def test_normal_form_is_stable(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert not once.startswith("\ufeff")
    assert "\r" not in once


def test_ids_are_read_back() -> None:
    document = document_id("Có 63 tỉnh")
    found = parse_id(row_id(document, "f", 3, 5))
    assert found is not None
    assert (found.document, found.kind, found.start, found.end) == (document, "f", 3, 5)
    assert parse_id(document) is not None
    for wrong in (
        "",
        "x",
        document + ".f5-3",
        document + ".q1-2",
        document.upper(),
        document + ".f1",
        document + ".f01-2",
    ):
        assert parse_id(wrong) is None


def test_ids_name_the_text_and_not_the_file() -> None:
    assert document_id("a") == document_id("a") != document_id("b")
    assert document_id("\ud800")
