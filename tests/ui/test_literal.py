"""The door for text from documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from dxtui.ui.literal import cell, cells, clip, content, fit, paint

HOSTILE = {
    "[bold]x[/]": "[bold]x[/]",
    "[/]": "[/]",
    "[@click=app.quit]x": "[@click=app.quit]x",
    "[tỷ đồng]": "[tỷ đồng]",
    "\x1b[2J\x1b]52;c;aGk=\x07": "␛[2J␛]52;c;aGk=␇",
    "a\x00b": "a␀b",
    "\u202eabc\u202c": "�abc�",
    "\x9b31m": "�31m",
}
BASE = Style()
MARK = Style(bold=True)

anything = st.text(max_size=80)


@pytest.mark.parametrize(("text", "seen"), HOSTILE.items())
def test_hostile_text_is_seen_and_does_nothing(text, seen):
    assert content(text).plain == seen
    assert content(text).spans == []
    assert "".join(segment.text for segment in cell(text, 60, BASE)).rstrip() == seen


@given(anything, st.integers(0, 60), st.booleans())
def test_a_cell_takes_exactly_its_width(text, width, right):
    assert sum(cells(segment.text) for segment in cell(text, width, BASE, right=right)) == width


@given(anything, st.integers(0, 60))
def test_what_is_cut_says_so_and_fits(text, width):
    shown = clip(text, width)
    assert cells(shown) <= width
    if width and cells(clip(text, 10_000)) > width:
        assert shown.endswith("…")


@given(st.text(alphabet=st.sampled_from("a漢\u0301ệ"), max_size=60), st.integers(0, 40))
def test_the_longest_beginning_is_kept(text, width):
    head = fit(text, width)
    assert text.startswith(head)
    assert cells(head) <= width
    if len(head) < min(len(text), 4 * width):  # A cell takes four code points at most.
        assert cells(text[: len(head) + 1]) > width


@given(
    st.text(alphabet="abcdef", max_size=40),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=6),
    st.integers(0, 10),
)
def test_painting_changes_no_letter(text, spans, offset):
    layers = [(min(a, b), max(a, b), MARK) for a, b in spans]
    segments = paint(text, BASE, layers, offset)
    assert "".join(segment.text for segment in segments) == text
    at = offset
    for segment in segments:
        for _ in segment.text:
            inside = any(start <= at < end for start, end, _ in layers)
            assert bool(segment.style and segment.style.bold) == inside
            at += 1
