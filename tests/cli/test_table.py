"""Tables: widths, lines in a pipe, and what a terminal shows."""

import io
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.cli.table import Column, fitted, lines, show

COLUMNS: tuple[Column[tuple[str, str]], ...] = (
    Column("what", lambda row: row[0], share=1, sought=True),
    Column("id", lambda row: row[1]),
    Column("written", lambda row: row[0] + row[1], piped=True),
)


class Terminal(io.StringIO):
    """A standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, rows: list[tuple[str, str]], needle: str = "", width: int = 30) -> list[str]:
    """Return the lines of a table on a terminal without colours; `needle` is what is highlighted."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    at = lambda text: [(text.index(needle), text.index(needle) + len(needle))] if needle in text else []  # noqa: E731
    show(COLUMNS, rows, at if needle else None)
    return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()).split("\n")[:-1]]


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 4)), min_size=1, max_size=8), st.integers(0, 200))
def test_widths_fit_where_they_can(columns: list[tuple[int, int]], room: int) -> None:
    widths, shares = [width for width, _ in columns], [share for _, share in columns]
    fit = fitted(widths, shares, room)
    assert all(got == width for got, width, share in zip(fit, widths, shares, strict=True) if not share)
    assert all(got <= max(width, 6) for got, width in zip(fit, widths, strict=True))
    least = sum(min(width, 6) if share else width for width, share in columns)
    if room >= least + 6 * len(columns):
        assert sum(fit) <= room
        assert sum(fit) == min(room, sum(widths)) or room - sum(fit) < len(columns)


def test_a_line_is_a_row_in_full() -> None:
    rows = [("một\thai\nba\x1b[2J\u202e", "x"), ("y" * 500, "z")]
    assert list(lines(COLUMNS, rows)) == [
        "một hai ba␛[2J\ufffd\tx\tmột hai ba␛[2J\ufffdx",
        "y" * 500 + "\tz\t" + "y" * 500 + "z",
    ]


def test_in_a_pipe_there_are_lines(capsys: pytest.CaptureFixture[str]) -> None:
    show(COLUMNS, [("một", "x")])
    assert capsys.readouterr().out == "một\tx\tmộtx\n"


def test_on_a_terminal_the_table_fits_and_ids_are_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("một hai ba bốn năm sáu bảy tám", "k3v7x2m4qpta"), ("[b]x[/]", "k")]
    assert shown(monkeypatch, rows) == [
        "What              Id",
        "một hai ba bốn …  k3v7x2m4qpta",
        "[b]x[/]           k",
    ]


def test_on_a_terminal_the_match_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    (_, line) = shown(monkeypatch, [("một hai ba bốn năm sáu bảy tám chín mười", "k3v7x2m4qpta")], "bảy")
    assert line.startswith("…")
    assert "bảy" in line
    assert line.endswith("k3v7x2m4qpta")


def test_what_acts_on_a_terminal_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "".join(shown(monkeypatch, [("a\x1b[2J\x9b\u202e[@click=app.quit]:smile:\r\n\0", "x")], width=60))
    assert said.isprintable()
    assert "[@click=app.quit]:smile:" in said


def test_many_rows_have_one_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    said = shown(monkeypatch, [(str(number), "x") for number in range(450)])
    assert len(said) == 451
    assert said.count("What  Id") == 1
