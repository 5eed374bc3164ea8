"""Rows as programs get them."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui import output
from dxtui.model import Document, Figure, Mention, Number, Problem, Reading, Statement, Task, document_id
from dxtui.model.rows import DocumentRow, FigureRow, MentionRow, Place, StatementRow, TaskRow

TEXT = "Có 1,3 tỷ lượt năm 2023.\n"
ID = document_id(TEXT)
DOCUMENT = Document(ID, Path("a.txt"), TEXT, title="Báo cáo", event_date="2023-12-28")
STATEMENT = Statement(0, 24, "sentence")
FIGURE = Number(3, 9, "figure", Figure(Decimal("1.3E+9"), unit="lượt", qualifier="over", period="2023"))
DATE = Number(19, 23, "date", period="2023")
MENTION = Mention(0, 2, "place", "Có")
TASK = Task(0, 24, None, "đạt 1,3 tỷ lượt", "2023", "open")
PLACE = Place(DOCUMENT, STATEMENT, 3, 9)


def test_a_reading_is_the_contract_for_programs() -> None:
    reading = Reading(DOCUMENT, (STATEMENT,), (FIGURE, DATE), (MENTION,), (TASK,))
    assert json.loads(output.json_text(output.reading_fields(reading))) == {
        "document": {
            "id": ID,
            "path": "a.txt",
            "title": "Báo cáo",
            "publisher": None,
            "author": None,
            "published": None,
            "event_date": "2023-12-28",
            "place": None,
            "url": None,
            "reference": None,
            "length": 25,
        },
        "statements": [{"id": f"{ID}.s0-24", "start": 0, "end": 24, "kind": "sentence", "text": TEXT[:24]}],
        "numbers": [
            {
                "id": f"{ID}.f3-9",
                "start": 3,
                "end": 9,
                "text": "1,3 tỷ",
                "class": "figure",
                "value": "1300000000",
                "of": None,
                "to": None,
                "unit": "lượt",
                "counted": None,
                "qualifier": "over",
                "role": "level",
                "direction": None,
                "period": "2023",
                "baseline": None,
                "subject": None,
                "per": None,
                "certainty": "certain",
            },
            {"id": f"{ID}.n19-23", "start": 19, "end": 23, "text": "2023", "class": "date", "period": "2023"},
        ],
        "entities": [{"id": f"{ID}.e0-2", "start": 0, "end": 2, "text": "Có", "type": "place", "canonical": "Có"}],
        "tasks": [
            {
                "id": f"{ID}.t0-24",
                "start": 0,
                "end": 24,
                "text": TEXT[:24],
                "who": None,
                "what": "đạt 1,3 tỷ lượt",
                "deadline": "2023",
                "state": "open",
            }
        ],
    }


def test_a_number_that_is_no_figure_and_no_date_has_its_class_alone() -> None:
    reading = Reading(DOCUMENT, (), (Number(3, 4, "reference"),), (), ())
    assert list(output.reading_fields(reading)["numbers"][0]) == ["id", "start", "end", "text", "class"]


def test_rows_name_their_document_and_statement() -> None:
    placed = {
        "id": "x",
        "document": ID,
        "path": "a.txt",
        "title": "Báo cáo",
        "statement": f"{ID}.s0-24",
        "start": 3,
        "end": 9,
        "text": "1,3 tỷ",
    }
    figure = output.FIGURE(FigureRow("x", PLACE, FIGURE))
    assert {name: figure[name] for name in placed} == placed
    assert (figure["class"], figure["value"], figure["unit"], figure["period"]) == (
        "figure",
        "1300000000",
        "lượt",
        "2023",
    )
    mention = output.MENTION(MentionRow("x", PLACE, MENTION))
    assert mention == placed | {"type": "place", "canonical": "Có", "sentence": TEXT[:24]}
    assert [shape.names[-1] for shape in (output.FIGURE, output.MENTION, output.TASK)] == ["sentence"] * 3
    assert figure["sentence"] == TEXT[:24]
    task = output.TASK(TaskRow("x", PLACE, TASK))
    told = {"who": None, "what": "đạt 1,3 tỷ lượt", "deadline": "2023", "state": "open"}
    assert {name: task[name] for name in (*placed, *told)} == placed | told
    assert output.FIGURE(FigureRow("x", Place(DOCUMENT, None, 3, 9), FIGURE))["statement"] is None
    assert output.PROBLEM(Problem(Path("a.pdf"), "empty")) == {"path": "a.pdf", "reason": "empty"}
    row = output.DOCUMENT(DocumentRow(ID, Place(DOCUMENT, None, 0, 25), 1, 2))
    assert (row["id"], row["statements"], row["figures"]) == (ID, 1, 2)
    hit = output.STATEMENT(StatementRow("y", PLACE, 1.25))
    assert list(hit) == ["id", "document", "title", "start", "end", "text", "score"]
    assert hit["score"] == 1.25


@pytest.mark.parametrize("shape", [output.DOCUMENT, output.FIGURE, output.MENTION, output.TASK, output.STATEMENT])
def test_no_field_has_two_meanings(shape: output.Shape[object]) -> None:
    assert len(set(shape.names)) == len(shape.names)
    assert shape.names[0] == "id"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1.3E+9", "1300000000"),
        ("43.5", "43.5"),
        ("29.0", "29"),
        ("0.48", "0.48"),
        ("-36E9", "-36000000000"),
        ("0", "0"),
        ("0E+5", "0"),
        ("-0.0", "0"),
        ("100", "100"),
        ("0.00000001", "0.00000001"),
    ],
)
def test_values_are_written_in_digits(value: str, text: str) -> None:
    assert output.decimal_text(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12, min_value=-(10**20), max_value=10**20))
def test_values_are_the_same_when_read_again(value: Decimal) -> None:
    text = output.decimal_text(value)
    assert Decimal(text) == value
    assert "E" not in text


ACTING = "\x1b[2J\x00\x7f\x9b31m\u202e\u2028\u2066\ufeff\U000e0041\ud800"


def test_json_is_the_same_data_without_characters_that_act() -> None:
    said = output.json_text({"text": ACTING + "Đạt “5%” 😀"})
    assert json.loads(said) == {"text": ACTING + "Đạt “5%” 😀"}
    assert "Đạt “5%” 😀" in said
    assert said.isprintable()


@given(st.recursive(st.text(st.characters()) | st.none() | st.integers(), lambda inner: st.lists(inner, max_size=3)))
def test_json_on_one_safe_line_whatever_the_text(value: object) -> None:
    said = output.json_text(value)
    assert json.loads(said) == value
    assert not output.ACTING.search(said)
    said.encode("utf-8")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("count", [0, 1, 3])
def test_rows_are_one_array_or_a_line_each(count: int) -> None:
    rows = [{"id": number} for number in range(count)]
    assert json.loads("\n".join(output.json_array(rows))) == rows
    assert [json.loads(line) for line in output.json_lines(rows)] == rows


def test_csv_is_read_again_as_it_was_and_shows_what_acts() -> None:
    rows = [{"a": 'x, "y"\nz\t', "b": None}, {"a": ACTING, "b": 5}]
    said = "\n".join(output.csv_lines(["a", "b"], rows)) + "\n"
    found = list(csv.reader(io.StringIO(said)))
    assert found == [["a", "b"], ['x, "y"\nz\t', ""], ["␛[2J␀␡�31m�������"[: len(ACTING)], "5"]]
    said.encode("utf-8")


def test_csv_without_rows_has_its_columns() -> None:
    assert list(output.csv_lines(output.STATEMENT.names, [])) == ["id,document,title,start,end,text,score"]
