"""What is seen before the app paints, and that the terminal is held for it and given back, whatever happens."""

import json
import os
import re
import signal
import sys
import termios
from pathlib import Path

import pytest

from dxtui.ui.turning import SIGNS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

CODES = re.compile(r"\x1b(?:\[[0-9;?<>]*[A-Za-z]|[78])")
PROGRAMS = b"\x1b[?1049h"
"""To the screen for programs: once by what is seen at first, once more by the app."""

SLOW = """
import sys, time

class Slow:
    def find_spec(self, name, path=None, target=None):
        if name == "dxtui.ui.app":
            time.sleep(9)

sys.meta_path.insert(0, Slow())
"""
"""Has the app imported late."""


@pytest.fixture
def state() -> Path:
    return Path(os.environ["XDG_STATE_HOME"], "dxtui", "frame.json")


def first_seen(seat) -> bytes:
    """Return what is written before the app has the terminal."""
    seat.until(lambda: seat.raw.count(PROGRAMS) == 2)
    return seat.raw.split(PROGRAMS)[1].replace(b"\r\n", b"\n")


def leave(seat) -> None:
    seat.until_seen("mục tiêu")
    seat.send("q")
    assert seat.end() == 0
    assert termios.tcgetattr(seat.slave) == seat.before


def test_the_first_frame_is_seen_at_once_at_the_second_start_like_it(terminal, state):
    first = terminal(columns=120, rows=36)
    assert b"reading" in first_seen(first)
    assert b"Figures" not in first_seen(first)
    told = CODES.sub("", first_seen(first).decode()).partition("reading")[2]
    assert set(told.strip()) <= {"…", *SIGNS}
    leave(first)
    frame = json.loads(state.read_text("utf-8"))["frame"]
    assert state.stat().st_mode & 0o077 == 0

    second = terminal(columns=120, rows=36)
    shown = first_seen(second).decode()
    assert frame in shown
    plain = CODES.sub("", shown)
    assert all(pane in plain for pane in ("Documents", "Entities", "Figures", "Statements", "Source", "Tasks"))
    leave(second)
    kept = state.stat()
    assert (kept.st_mtime_ns, kept.st_ino) == (state.stat().st_mtime_ns, state.stat().st_ino)

    for otherwise in ({"columns": 100}, {"NO_COLOR": "1"}, {"LC_ALL": "vi_VN.UTF-8"}):
        third = terminal(**{"columns": 120, "rows": 36} | otherwise)
        assert frame not in first_seen(third).decode()


def test_nothing_of_the_documents_is_in_it(terminal, state, tmp_path):
    (tmp_path / "a.txt").write_text("Tỉnh có 1.234 hồ sơ mật.\n", encoding="utf-8")
    seat = terminal(str(tmp_path / "a.txt"))
    seat.until_seen("1.234")
    seat.send("q")
    assert seat.end() == 0
    assert "1.234" not in state.read_text("utf-8")


@pytest.mark.parametrize("kept", [b"", b"[]", b'{"version": 2, "key": 5}', b"\xff", b"[" * 100_000])
def test_a_broken_frame_is_replaced_and_not_told(terminal, state, kept):
    state.parent.mkdir(parents=True)
    state.write_bytes(kept)
    seat = terminal(columns=120, rows=36)
    leave(seat)
    assert "could not be read" not in seat.seen()
    assert json.loads(state.read_text("utf-8"))["frame"]


def test_what_is_typed_before_the_app_is_there_is_unseen_and_reaches_it(terminal):
    seat = terminal(columns=120, rows=36)
    seat.until(lambda: PROGRAMS in seat.raw)
    seat.send("/ho so\r")
    seat.until(lambda: seat.raw.count(PROGRAMS) == 2)
    assert b"ho so" not in seat.raw
    seat.until_seen("ho so")
    seat.until_seen("hồ sơ")
    seat.send("q")
    assert seat.end() == 0
    assert termios.tcgetattr(seat.slave) == seat.before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_who_is_ended_before_the_app_is_there_leaves_the_terminal_as_it_was(terminal, tmp_path, number, code):
    (tmp_path / "sitecustomize.py").write_text(SLOW)  # However late the signal comes on a busy machine.
    seat = terminal(PYTHONPATH=os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH")))))
    seat.until(lambda: PROGRAMS in seat.raw)
    seat.process.send_signal(number)
    assert seat.end() == code
    assert termios.tcgetattr(seat.slave) == seat.before
    assert seat.raw.rstrip().endswith(b"\x1b[?1049l\x1b[?25h")


def test_what_cannot_be_opened_is_said_on_the_screen_that_was_there(terminal, tmp_path):
    seat = terminal("--theme", "rot")
    assert seat.end() == 2
    assert termios.tcgetattr(seat.slave) == seat.before
    assert b"'rot' is not a theme" in seat.raw.rpartition(b"\x1b[?1049l")[2]
    missing = terminal(str(tmp_path / "nothing"))
    assert missing.end() == 3
    assert PROGRAMS not in missing.raw


def test_in_the_background_of_a_shell_it_is_not_seen(terminal_around):
    """Drawing and holding the terminal there would be done over what the shell shows."""
    shell = terminal_around(
        ["sh", "-c", f"set -m; {sys.executable} -m dxtui & sleep 60"], os.environ | {"TERM": "xterm"}
    )
    shell.read(3)
    assert PROGRAMS not in shell.raw


def test_keys_are_heeded_in_their_order_whenever_they_are_typed(terminal):
    seat = terminal("--clipboard", "osc52", columns=120, rows=36)
    seat.send("/gdp 2023\ry")  # Before there is anything: the terminal makes another key of Enter.
    seat.until(lambda: bool(seat.copied()))
    assert "16,5% GDP" in seat.copied()[0]
    seat.send("x", "q", pause=0.3)  # The first closes what was copied.
    assert seat.end() == 0


@pytest.mark.parametrize("columns", [80, 120])
def test_keys_of_panes_before_there_are_any_lead_there(terminal, columns):
    seat = terminal(columns=columns)
    seat.until(lambda: PROGRAMS in seat.raw)
    for _ in range(12):  # Somewhere on the way: while it is imported, made, painted, read.
        seat.send("1j2", pause=0.03)
    seat.until_seen("Bộ Thông tin")
    seat.send("q")
    assert seat.end() == 0


def test_a_signal_that_is_to_be_ignored_is(terminal):
    seat = terminal(ignored=[signal.SIGINT, signal.SIGTERM])
    seat.until(lambda: PROGRAMS in seat.raw)
    seat.process.send_signal(signal.SIGINT)
    seat.process.send_signal(signal.SIGTERM)
    seat.until_seen("mục tiêu đã hoàn thành")
    seat.send("q")
    assert seat.end() == 0
