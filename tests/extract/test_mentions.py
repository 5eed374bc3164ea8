"""Names: the corpus is the specification, the labels pin how good they are."""

import itertools
import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.plain import plain_key

from dxtui.extract import names, statements
from dxtui.model import Mention

TESTS = Path(__file__).resolve().parent.parent
CASES = tomllib.loads((TESTS / "corpus" / "entities.toml").read_text(encoding="utf-8"))["case"]
LABELLED = sorted(p.name[:3] for p in (TESTS.parent / "seeds").glob("*.txt") if (TESTS / "gold" / p.name[:3]).is_dir())
ADDED = (" tinh ", " cap ", " giai doan ", " den nam ")


def find(text: str) -> tuple[Mention, ...]:
    return names.find(text, statements.find(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_a_text_names_what_the_corpus_says(case: dict[str, object]) -> None:
    text = str(case["text"])
    wanted = [[written, kind, full or written] for written, kind, full in case["names"]]  # type: ignore[attr-defined]
    assert [[text[m.start : m.end], m.type, m.canonical] for m in find(text)] == wanted


@pytest.mark.parametrize("name", LABELLED)
def test_every_labelled_name_is_found_with_its_type_and_full_name(name: str) -> None:
    text = next((TESTS.parent / "seeds").glob(f"{name}_*")).read_text(encoding="utf-8")
    rows = [
        json.loads(row) for row in (TESTS / "gold" / name / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    found = {(m.start, m.end, m.type): m.canonical for m in find(text)}
    assert set(found) == {(row["start"], row["end"], row["type"]) for row in rows}
    for row in rows:
        short, long = sorted(
            (plain_key(row["canonical"]), plain_key(found[row["start"], row["end"], row["type"]])), key=len
        )
        assert long == short or (long.startswith(short) and long[len(short) :].startswith(ADDED)), row


# fmt: off
WORDS = st.sampled_from([
    "Bộ", "Ủy ban", "Quốc gia", "về", "chuyển đổi số", "UBND", "tỉnh", "Hà Nội", "(", "IOC", ")", "“", "”", "Nguyễn",
    "Văn A", "Đề án", "06", "Cổng", "dịch vụ công", "của", "và", ",", "-", "Luật", "số", "12/QĐ-TTg", "ông", "\n",
    "Sở Y tế", "năm", "2025",
])
# fmt: on


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=4)), max_size=30).map(" ".join))
def test_names_lie_apart_in_one_statement_each(text: str) -> None:
    cut = statements.find(text)
    found = names.find(text, cut)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    for mention in found:
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end] != ""
        assert any(s.start <= mention.start and mention.end <= s.end for s in cut)


@pytest.mark.parametrize(
    "piece", ["Bộ ", "Ủy ban ", "UBND tỉnh ", "Nguyễn ", "“Đề án ", "Sở A và ", "Nền tảng tích hợp, ", "(", "TP."]
)
def test_repetition_takes_time_in_proportion(piece: str) -> None:
    find(piece * 5_000)


def test_one_name_is_found_however_its_marks_and_letters_are_placed() -> None:
    for written in ("tỉnh Khánh Hoà", "tỉnh Khánh Hòa", "TỈNH KHÁNH HÒA"):
        assert [m.canonical for m in find(f"Dự án ở {written}.")] == ["Khánh Hòa"]
