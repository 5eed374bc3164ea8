"""Finding a command by some of its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.ui.fuzzy import Fuzzy


@pytest.mark.parametrize(
    ("asked", "text", "tier"),
    [
        ("", "copy citation", 0),
        ("copy", "copy citation", 0),
        ("CIT cop", "copy citation", 0),
        ("chep trich", "Chép trích dẫn", 0),
        ("tation", "copy citation", 1),
        ("cpct", "copy citation", 2),
        ("ctd", "chép trích dẫn", 2),
        ("comqare", "mark a place, or compare", 3),
        ("comapre", "compare", 3),
        ("cmmpare", "compare", 3),
        ("xq", "copy citation", None),
        ("copy nothing", "copy citation", None),
        ("?", "keys", None),
    ],
)
def test_how_loosely_it_is_found(asked: str, text: str, tier: int | None) -> None:
    rank = Fuzzy(asked).rank(text)
    assert (None if rank is None else rank[0]) == tier


@given(st.text(max_size=30), st.text(max_size=60))
def test_what_is_marked_lies_in_the_text(asked: str, text: str) -> None:
    fuzzy = Fuzzy(asked)
    spans = fuzzy.spans(text)
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    if fuzzy and fuzzy.rank(text) is not None:
        assert spans
