"""Statements: the corpus is the specification, the labels pin how good they are."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxtui.extract import statements

TESTS = Path(__file__).resolve().parent.parent
CASES = tomllib.loads((TESTS / "corpus" / "statements.toml").read_text(encoding="utf-8"))["case"]
LABELLED = sorted(p.name[:3] for p in (TESTS.parent / "seeds").glob("*.txt") if (TESTS / "gold" / p.name[:3]).is_dir())


def found(text: str) -> list[list[str]]:
    return [[s.kind, text[s.start : s.end]] for s in statements.find(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_text_is_cut_as_the_corpus_says(case: dict[str, object]) -> None:
    assert found(str(case["text"])) == case["statements"]


@pytest.mark.parametrize("name", LABELLED)
def test_every_labelled_statement_is_found(name: str) -> None:
    text = next((TESTS.parent / "seeds").glob(f"{name}_*")).read_text(encoding="utf-8")
    rows = (TESTS / "gold" / name / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [(row["start"], row["end"], row["kind"]) for row in map(json.loads, rows)]
    assert [(s.start, s.end, s.kind) for s in statements.find(text)] == labels


PIECES = st.sampled_from(
    [
        "Bộ Y tế. ",
        "…",
        "...",
        "Cùng",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "| a | b |",
        "\t",
        "TP.",
        "“",
        "”",
        '"',
        "Ảnh:",
        "./.",
        "TIN KHÁC",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join))
def test_every_character_lies_in_exactly_one_statement(text: str) -> None:
    spans = [(s.start, s.end) for s in statements.find(text)]
    held = [at for start, end in spans for at in range(start, end)]
    assert len(held) == len(set(held))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(held)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@pytest.mark.parametrize("piece", [".", "…", "(", "“", "- ", ". A", "\n", "a\n", "|", "\t", "quảng cáo\n", "A. "])
def test_repetition_takes_time_in_proportion(piece: str) -> None:
    text = piece * 20_000
    assert statements.find(text) or not text.strip()
