"""Cutting a text into lines."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.text.visible import visible_line
from dxtui.ui.literal import cells
from dxtui.ui.wrap import wrap

texts = st.text(alphabet=st.sampled_from("ab ệđ.,12\n\t漢\u0301\u200b—😀\x1b["), max_size=200)


@given(texts, st.integers(2, 40), st.booleans())
def test_lines_hold_everything_but_white_space_and_fit(text, width, apart):
    page = wrap(text, width, apart=apart)
    lines = [text[start:end] for start, end in zip(page.starts, page.ends, strict=True)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(visible_line(line)) <= width for line in lines)
    for (_, end), (start, _) in pairwise(zip(page.starts, page.ends, strict=True)):
        assert end <= start
        assert not text[end:start].strip()


@given(texts, st.integers(2, 40))
def test_the_line_of_a_place_holds_it(text, width):
    page = wrap(text, width)
    for at, char in enumerate(text):
        if not char.isspace():
            line = page.line_of(at)
            assert page.starts[line] <= at < page.ends[line]


def test_words_stay_whole_where_they_fit():
    text = "chuyển đổi số quốc gia"
    page = wrap(text, 11)
    lines = [text[a:b] for a, b in zip(page.starts, page.ends, strict=True)]
    assert lines == ["chuyển đổi", "số quốc gia"]


def test_paragraphs_get_a_blank_line_between_them_once():
    page = wrap("a\nb\n\nc", 10, apart=True)
    assert [end - start for start, end in zip(page.starts, page.ends, strict=True)] == [1, 0, 1, 0, 1]


@pytest.mark.parametrize(
    "text", ["x" * 2_000_000, "từ " * 700_000, "a" + "\u0301" * 1_000_000, "漢" * 500_000, "\n" * 500_000]
)
def test_a_huge_line_takes_linear_time(text):
    start = time.perf_counter()
    wrap(text[: len(text) // 8], 60)
    small = time.perf_counter() - start
    start = time.perf_counter()
    wrap(text, 60)
    assert time.perf_counter() - start < 40 * small + 0.5
