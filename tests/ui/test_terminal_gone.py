"""The real program when its terminal misbehaves: goes away, sends much, comes from the background of a shell."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest


def gone(process, seconds=15):
    """Return the exit code of a process that has to end by itself."""
    end = time.monotonic() + seconds
    while process.poll() is None:
        assert time.monotonic() < end, "it lives on without a terminal"
        time.sleep(0.05)
    return process.returncode


def hang_up(screen):
    """Take the terminal away, as when its window is closed."""
    os.close(screen.slave)
    os.close(screen.master)
    screen.slave, screen.master = os.open(os.devnull, os.O_RDWR), os.open(os.devnull, os.O_RDWR)


def test_it_ends_when_the_terminal_goes_away(terminal):
    screen = terminal(controls=True)
    screen.ready()
    hang_up(screen)
    assert gone(screen.process) == 128 + signal.SIGHUP


def test_it_ends_when_the_terminal_goes_away_and_no_signal_tells(terminal):
    screen = terminal()  # Not the leader of the terminal: nobody sends it a signal.
    screen.ready()
    hang_up(screen)
    assert gone(screen.process) != 0


def test_what_was_written_stays_when_the_terminal_goes_away(terminal, tmp_path):
    screen = terminal("--clipboard=file", controls=True, XDG_CACHE_HOME=str(tmp_path / "cache"))
    screen.ready()
    screen.until_seen("mục tiêu")
    screen.send("y")
    screen.until_seen("copied.txt")
    hang_up(screen)
    gone(screen.process)
    (copied,) = (tmp_path / "cache").rglob("copied.txt")
    assert "dxtui cite" in copied.read_text("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_is_idle_when_nobody_touches_it(terminal):
    screen = terminal()
    screen.until_seen("mục tiêu")
    screen.send("/")
    screen.quiet()
    before, written = screen.worked(), len(screen.raw)
    screen.read(2)
    assert screen.worked() - before <= 10  # Ticks of 10 ms, on a machine that does other things.
    assert len(screen.raw) == written  # No cursor blinks, no clock runs.


def test_a_paste_of_100_kilobytes_is_one_short_query_and_keys_go_on(terminal):
    screen = terminal()
    screen.until_seen("mục tiêu")
    screen.send("/")
    text = "Tỷ lệ hồ sơ trực tuyến\r\n\tđạt 57% \x07\n" * 3000
    assert len(text.encode()) > 100_000
    began = time.monotonic()
    screen.send("\x1b[200~", pause=0)
    data = text.encode()
    for at in range(0, len(data), 1000):  # A terminal hands it over in pieces, some of which cut a letter.
        screen.send(data[at : at + 1000], pause=0.001)
    screen.send("\x1b[201~", "\x1b[D")
    screen.until(lambda: "Tỷ lệ hồ sơ" in screen.lines()[0] or "57%" in screen.lines()[0])
    screen.send("\x15\x0b", "muc tieu")  # Both sides of the cursor emptied.
    screen.until(lambda: "muc tieu" in screen.lines()[0])
    assert time.monotonic() - began < 15
    assert all("\n" not in line and "\x07" not in line for line in screen.lines())
    screen.send("\r", pause=0.3)
    screen.send("q")
    assert screen.end() == 0


def test_it_ends_when_the_terminal_goes_away_while_it_starts_and_the_signal_is_ignored(terminal):
    for pause in (0.15, 0.25, 0.35):
        screen = terminal(controls=True, ignored=(signal.SIGHUP,))
        screen.read(pause)
        hang_up(screen)
        assert gone(screen.process) != 0


def test_where_no_shell_would_call_it_back_it_does_not_stop(terminal):
    screen = terminal(controls=True)
    screen.ready()
    screen.send("/")
    screen.raw = b""
    screen.send("\x1a")
    screen.until(lambda: b"\x1b[?1049h" in screen.raw)  # What is typed before that may be lost with the old screen.
    screen.send("muc tieu")
    screen.until(lambda: "muc tieu" in screen.lines()[0])
    screen.raw = b""
    os.kill(screen.process.pid, signal.SIGSTOP)
    os.kill(screen.process.pid, signal.SIGCONT)
    screen.until(lambda: "muc tieu" in screen.lines()[0] and "Figures" in screen.seen())
    screen.send("x")
    screen.until(lambda: "muc tieux" in screen.lines()[0])
    screen.send("\x1a", pause=0)
    hang_up(screen)
    assert gone(screen.process) == 128 + signal.SIGHUP


@pytest.fixture
def shell(terminal_around, tmp_path):
    """Run the program in a shell that people type in."""
    environment = {k: v for k, v in os.environ.items() if k not in ("TMUX", "STY", "NO_COLOR", "COLUMNS", "LINES")}
    environment |= {"HOME": str(tmp_path), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PS1": "ready> "}
    shell = terminal_around(["bash", "--norc", "--noprofile", "-i"], environment)
    shell.until(lambda: b"ready> " in shell.raw)
    shell.send(f"{sys.executable} -m dxtui --language en\r")
    shell.until_seen("mục tiêu")
    return shell


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_ends_when_the_terminal_goes_away_as_it_stops(shell):
    (child,) = Path(f"/proc/{shell.process.pid}/task/{shell.process.pid}/children").read_text().split()
    shell.send("\x1a", pause=0.02)
    hang_up(shell)
    end = time.monotonic() + 15
    while Path(f"/proc/{child}").exists():
        assert time.monotonic() < end, "it waits for a shell that is gone"
        time.sleep(0.05)


def test_a_stopped_job_ends_when_the_shell_says_so(shell):
    shell.send("\x1a")
    shell.until(lambda: b"Stopped" in shell.raw)
    shell.raw = b""
    shell.send("bg\r", pause=0.4)  # It may not draw in the background: stopped anew, as the next prompt tells.
    shell.send("\r")
    shell.until(lambda: b"Stopped" in shell.raw)
    shell.raw = b""
    shell.send("kill %1\r", pause=0.8)
    shell.send("\r")
    shell.until(lambda: b"Exit 143" in shell.raw)


def test_from_the_background_of_a_shell_it_comes_back_as_it_was(shell):
    shell.send("/", "ho so")
    shell.until(lambda: "ho so" in shell.lines()[0])
    for _ in range(2):
        shell.raw = b""
        shell.send("\x1a")
        shell.until(lambda: b"Stopped" in shell.raw)
        assert b"\x1b[?1049l" in shell.raw
        shell.raw = b""
        shell.send("echo $((6*7))\r")
        shell.until(lambda: b"42" in shell.raw)
        shell.raw = b""
        shell.send("fg\r")
        shell.until(lambda: "ho so" in shell.lines()[0] and "Figures" in shell.seen())
    shell.send("x", pause=0.3)
    shell.until(lambda: "ho sox" in shell.lines()[0])
    shell.raw = b""
    shell.send("\x11")
    shell.until(lambda: b"ready> " in shell.raw)
    shell.send("exit\r")
    assert shell.end() == 0
