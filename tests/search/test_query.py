"""The query language: what is taken for what, and where it says something is wrong."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.lexicon.tables import table
from dxtui.search import FIELDS, parse
from dxtui.search.filters import Filter

PIECES = st.sampled_from(
    [
        "a",
        "số",
        '"',
        '"a b"',
        "-",
        "OR",
        ":",
        "..",
        ">",
        "value:",
        "value:>1tỷ",
        "period:2023",
        "doc:",
        "(",
        "é",
        "\u0301",
    ]
)


def filters(query: str) -> list[Filter]:
    found = parse(query)
    assert not found.problems, found.problems
    return list(found.filters)


def test_words_phrases_alternatives_and_what_is_left_out() -> None:
    query = parse('bộ "công an" -cũ OR "y tế" -"đã bỏ" sở')
    assert [[piece.words for piece in pieces] for pieces in query.alternatives] == [
        [("bộ",), ("công", "an")],
        [("y", "tế"), ("sở",)],
    ]
    assert [piece.words for piece in query.excluded] == [("cũ",), ("đã", "bỏ")]
    assert [piece.fixed for piece in query.alternatives[0]] == [False, True]
    assert query.alternatives[1][1].open
    assert not query.problems


@pytest.mark.parametrize(
    "query", ["50/NQ-CP", "tt-tt", "thẻ-", "2020-2022", "Covid-19", "12:30", "https://a.vn", "Mục tiêu: x"]
)
def test_signs_inside_words_are_no_syntax(query: str) -> None:
    found = parse(query)
    assert not found.excluded
    assert not found.filters
    assert not found.problems
    assert found.alternatives


@pytest.mark.parametrize(
    ("query", "low", "high", "low_in", "high_in"),
    [
        ("value:40", Decimal(40), Decimal(40), True, True),
        ("value:>40", Decimal(40), None, False, True),
        ("value:>=1,5tỷ", Decimal(1500000000), None, True, True),
        ("value:<2.500", None, Decimal(2500), True, False),
        ("value:≤-3", None, Decimal(-3), True, True),
        ("value:1tỷ..2tỷ", Decimal(10**9), Decimal(2 * 10**9), True, True),
        ('value:"1 triệu"..', Decimal(10**6), None, True, True),
        ("value:..7", None, Decimal(7), True, True),
        ("value:1ty..2ti", Decimal(10**9), Decimal(2 * 10**9), True, True),
        ("period:2023", "2023-01-01", "2023-12-31", True, True),
        ("period:2022..2024", "2022-01-01", "2024-12-31", True, True),
        ("period:Q1/2023", "2023-01-01", "2023-03-31", True, True),
        ("period:2023-H2", "2023-07-01", "2023-12-31", True, True),
        ("date:5/2023", "2023-05-01", "2023-05-31", True, True),
        ("date:28/12/2023", "2023-12-28", "2023-12-28", True, True),
        ("deadline:<2025", None, "2025-01-01", True, False),
        ("deadline:<=2025", None, "2025-12-31", True, True),
        ("deadline:>2024", "2024-12-31", None, False, True),
    ],
)
def test_ranges(query: str, low: object, high: object, low_in: bool, high_in: bool) -> None:
    if '"' in query:
        query = 'value:"1 triệu.."'
    (found,) = filters(query)
    assert (found.low, found.high, found.low_in, found.high_in) == (low, high, low_in, high_in)


def test_a_percentage_asks_for_its_unit_too() -> None:
    value, unit = filters("value:>40%")
    assert (value.field, value.low) == ("value", Decimal(40))
    assert (unit.field, unit.text) == ("unit", "%")


@pytest.mark.parametrize(
    ("query", "field", "text"),
    [
        ("unit:%", "unit", "%"),
        ("unit:vnd", "unit", "VND"),
        ("unit:đồng", "unit", "VND"),
        ('unit:"hồ sơ"', "unit", "hồ sơ"),
        ("role:CHANGE", "role", "change"),
        ("is:rank", "is", "rank"),
        ("is:Overdue", "is", "overdue"),
        ("class:figure", "class", "figure"),
        ('org:"Bộ Công an"', "org", "Bộ Công an"),
        ("ORG:“Bộ Công an”", "org", "Bộ Công an"),
        ("doc:báo", "doc", "báo"),
    ],
)
def test_fields(query: str, field: str, text: str) -> None:
    (found,) = filters(query)
    assert (found.field, found.text, found.negated) == (field, text, False)
    assert query[found.start : found.end].strip('"“”').lower() in (text.lower(), "đồng", "vnd")


def test_a_field_can_be_left_out() -> None:
    (found,) = filters("-unit:%")
    assert found.negated


@pytest.mark.parametrize(
    ("query", "part", "message", "hint"),
    [
        ("hồ sơ vale:>40", "vale:", "no field is called 'vale'", "value:"),
        ("value:abc", "abc", "cannot read 'abc'", "value:>1,5tỷ"),
        ("value:>", ">", "cannot read '>'", "value:"),
        ("value:2..1", "2..1", "from 2 to 1 is empty", "value:"),
        ("value:>1..2", ">1..2", "cannot read", "value:"),
        ("period:20x", "20x", "cannot read '20x'", "period:2023"),
        ("date:31/2/2023", "31/2/2023", "cannot read", "date:"),
        ("role:chang", "chang", "role: has no 'chang'", "role:change"),
        ("is:overdu", "overdu", "is: has no 'overdu'", "is:overdue"),
        ("is:zzz", "zzz", "is: has no 'zzz'", "overdue, assigned, done, open"),
        ("class:zzz", "zzz", "class: has no 'zzz'", "figure"),
        ("unit:", "unit:", "unit: has no value", "unit:"),
        ("unit:tỷ", "tỷ", "'tỷ' only multiplies a number", "value:>=1tỷ"),
        ("unit:ty", "ty", "'ty' only multiplies a number", "value:"),
        ("OR", "OR", "OR has no word before it", "tỷ OR triệu"),
        ("tỷ OR ", "OR", "OR has no word after it", "tỷ OR triệu"),
        ("a OR OR b", "OR", "OR has no word after it", "tỷ OR triệu"),
        ("tỷ OR unit:%", "OR", "OR has no word after it", "fields hold"),
        (" - ", "-", "no word to look for", "hồ sơ"),
        ("()", "()", "no word to look for", "hồ sơ"),
        ('bộ "công an', '"công an', "the quotation mark is open", '"'),
        ('org:"Bộ', '"Bộ', "the quotation mark is open", '"'),
        ('org:""', '""', "org: has no value", "org:"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(query: str, part: str, message: str, hint: str) -> None:
    (problem, *_) = parse(query).problems
    assert query[problem.start : problem.end] == part
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_help_names_every_field_and_fits_a_screen(language: str) -> None:
    told = table("interface")[language]["usage"]["query"]
    assert all(f"{field}:" in told for field in FIELDS)
    lines = told.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


@given(
    query=st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES).map("".join))
)
def test_any_text_is_a_query(query: str) -> None:
    found = parse(query)
    for problem in found.problems:
        assert 0 <= problem.start <= problem.end <= len(found.text)
    for one in found.filters:
        assert 0 <= one.start <= one.end <= len(found.text)
    assert all(pieces for pieces in found.alternatives)
    assert found.everything == (not found.alternatives and not found.excluded and not found.filters)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("6 tháng đầu năm 2023", "2023-01-01", "2023-06-30"),
        ("quý III/2023", "2023-07-01", "2023-09-30"),
        ("tháng 5 năm 2023", "2023-05-01", "2023-05-31"),
        ("năm 2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_time_may_be_written_as_texts_have_it(value: str, low: str, high: str) -> None:
    query = parse(f'period:"{value}"')
    assert not query.problems
    assert [(one.low, one.high) for one in query.filters] == [(low, high)]


@pytest.mark.parametrize("value", ["quý 3", "tăng 5% năm 2023", "năm", "x" * 100])
def test_what_is_no_time_of_its_own_is_told(value: str) -> None:
    query = parse(f'period:"{value}"')
    assert len(query.problems) == 1
    assert not query.filters


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("unit: %", "unit:%"),
        ("Value: > 40", "value:>40"),
        ("value:>= 40 unit: %", "value:>=40 unit:%"),
        ('tăng org: "Bộ Y tế"', 'tăng org:"Bộ Y tế"'),
        ("-period: 2023 số", "-period:2023 số"),
        ("value: 1tỷ..2tỷ", "value:1tỷ..2tỷ"),
    ],
)
def test_a_space_behind_the_colon_of_a_field_is_let_pass(apart: str, together: str) -> None:
    def said(text: str) -> list[object]:
        query = parse(text)
        filters = [(one.field, one.text, one.low, one.high, one.low_in, one.negated) for one in query.filters]
        return [filters, query.alternatives, query.excluded, query.problems]

    assert said(apart) == said(together)
    assert not parse(apart).problems


def test_a_field_that_another_follows_has_no_value() -> None:
    query = parse("unit: value:>40")
    assert [problem.message for problem in query.problems] == ["unit: has no value"]
    assert [one.field for one in query.filters] == ["value"]


@pytest.mark.parametrize("query", ["Mục tiêu: giảm 5", "a > 40", "unit: ", "giờ: 12"])
def test_a_colon_behind_another_word_asks_for_no_field(query: str) -> None:
    assert not parse(query).filters


def alternatives(query: str) -> list[str]:
    return [" ".join(piece.text for piece in pieces) for pieces in parse(query).alternatives]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("(tỷ OR triệu) đồng", ["tỷ đồng", "triệu đồng"]),
        ("năm (a OR b c) (d OR e)", ["năm a d", "năm a e", "năm b c d", "năm b c e"]),
        ('("bộ y tế" OR "bộ công an") họp', ["bộ y tế họp", "bộ công an họp"]),
        ("((a OR b) c OR d) e", ["a c e", "b c e", "d e"]),
        ("x OR (a OR b) c", ["x", "a c", "b c"]),
        ("(a OR b", ["a", "b"]),
        ("a OR b)) c", ["a", "b c"]),
        ("() a OR (b)", ["a", "b"]),
        ("UBND(xã) OR f(x)", ["UBND(xã)", "f(x)"]),
    ],
)
def test_brackets_hold_alternatives_together(query: str, expected: list[str]) -> None:
    assert alternatives(query) == expected
    assert not parse(query).problems


def test_brackets_without_an_or_mean_nothing() -> None:
    assert alternatives("(HĐND) quyết định (mới") == ["HĐND quyết định mới"]


def test_what_is_left_out_is_so_in_every_alternative() -> None:
    query = parse("(a OR -cũ b) c")
    assert [[piece.text for piece in pieces] for pieces in query.alternatives] == [["a", "c"], ["b", "c"]]
    assert [piece.text for piece in query.excluded] == ["cũ"]


def test_too_many_alternatives_are_told() -> None:
    query = parse("(a OR b) (c OR d) (e OR f) (g OR h)")
    assert len(query.alternatives) == 12
    assert "12 alternatives" in query.problems[0].message


def test_a_field_in_brackets_is_told_with_its_place() -> None:
    problem, *_ = parse("(unit:% OR tăng) nhanh").problems
    assert (problem.start, problem.end) == (1, 7)
    assert "outside brackets" in problem.message
