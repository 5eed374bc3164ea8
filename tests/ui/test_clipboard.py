"""The ladder of ways to copy. The tools are small scripts on a path of their own."""

import base64
import re
import stat
import sys

import pytest

from dxtui.ui.clipboard import copy
from dxtui.ui.osc52 import LIMIT, osc52, through_screen
from dxtui.ui.terminal import Terminal
from dxtui.ui.words import speak

QUOTE = "“Tỷ lệ 99,9%” [/] $(rm) `x`\n'\""


@pytest.fixture(autouse=True)
def english():
    speak("en")


@pytest.fixture
def tool(tmp_path, monkeypatch):
    """Make a tool that writes what it is given, with its arguments, beside itself."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(name, body="sys.stdin.buffer.read()"):
        script = folder / name
        script.write_text(
            f"#!{sys.executable}\nimport sys\ndata = {body}\n"
            f"open({str(folder / (name + '.got'))!r}, 'wb').write(repr(sys.argv[1:]).encode() + b'|' + data)\n"
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        return folder / f"{name}.got"

    return make


TMUX = """sys.stdin.buffer.read()
if "display-message" in sys.argv: print({features!r}); print({passes!r})
if "show-environment" in sys.argv: print({session!r})
if "load-buffer" not in sys.argv: sys.exit(0)
"""


def tmux(features="clipboard,title", passes="0", session="-SSH_CONNECTION"):
    return TMUX.format(features=features, passes=passes, session=session)


def run(setting, environment, text=QUOTE, terminal=None):
    written = []
    return copy(text, setting, written.append, environment, terminal), "".join(written)


def told(sequence):
    return base64.b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode()


def test_locally_the_system_and_the_terminal_get_it(tool):
    got = tool("xclip")
    copied, written = run("auto", {"DISPLAY": ":0"})
    assert got.read_bytes() == b"['-selection', 'clipboard', '-in']|" + QUOTE.encode()
    assert told(written) == QUOTE
    assert copied.ways == ("the system clipboard (xclip)", "the terminal (OSC 52)")
    assert copied.sure


@pytest.mark.parametrize("sign", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
@pytest.mark.parametrize("setting", ["auto", "system"])
def test_over_ssh_the_tools_of_the_far_machine_are_left_alone(tool, sign, setting):
    got = tool("xclip"), tool("wl-copy"), tool("clip.exe")
    copied, written = run(setting, {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "WSL_DISTRO_NAME": "D", sign: "x"})
    assert not any(file.exists() for file in got)
    assert bool(written) == (setting == "auto")
    assert copied.ways == (("the terminal (OSC 52)",) if setting == "auto" else ())
    assert not copied.sure


def test_a_tmux_that_was_taken_up_from_elsewhere_is_far(tool):
    got = tool("xclip")
    tool("tmux", tmux(session="SSH_CONNECTION=1 2 3 4"))
    copied, _ = run("auto", {"DISPLAY": ":0", "TMUX": "/tmp/x,1,0"})
    assert not got.exists()
    assert copied.ways == ("tmux's buffer",)


@pytest.mark.parametrize(
    ("features", "passes", "sure", "wrapped"),
    [("256,clipboard", "0", True, False), ("", "0", False, False), ("", "1", False, True), ("256", "on", False, True)],
)
def test_in_tmux_its_buffer_gets_it_and_what_tmux_says_counts(tool, features, passes, sure, wrapped):
    got = tool("tmux", tmux(features, passes))
    copied, written = run("auto", {"TMUX": "/tmp/x,1,0", "TERM": "xterm-kitty"})
    assert got.read_bytes() == b"['load-buffer', '-w', '-']|" + QUOTE.encode()
    assert (copied.ways, copied.sure) == (("tmux's buffer",), sure)
    assert written == ("\x1bPtmux;\x1b" + osc52(QUOTE) + "\x1b\\" if wrapped else "")


def test_where_tmux_cannot_be_asked_the_sequence_is_all_there_is(tool):
    copied, written = run("auto", {"TMUX": "/tmp/x,1,0"})
    assert told(written) == QUOTE
    assert copied.ways == ("the terminal (OSC 52)",)


def test_screen_gets_it_in_strings_that_it_takes(tool):
    copied, written = run("auto", {"STY": "1.tty", "TERM": "screen", "WT_SESSION": "stale"}, QUOTE * 40)
    parts = re.findall(r"\x1bP(.*?)\x1b\\", written, re.DOTALL)
    assert written == "".join(f"\x1bP{part}\x1b\\" for part in parts)
    assert len(parts) > 1
    assert max(map(len, parts)) < 256
    assert told("".join(parts)) == QUOTE * 40
    assert not copied.sure
    assert through_screen("") == ""


@pytest.mark.parametrize(
    ("environment", "copies"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "alacritty-direct"}, True),
        ({"TERM": "xterm-256color", "WT_SESSION": "x"}, True),
        ({"TERM": "xterm-256color"}, None),
        ({"TERM": "linux"}, False),
        ({"TERM_PROGRAM": "Apple_Terminal", "TERM": "xterm-256color"}, False),
        ({}, None),
    ],
)
def test_terminals_are_known_by_name(tool, tmp_path, monkeypatch, environment, copies):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    assert Terminal().copies(environment) is copies
    copied, written = run("auto", environment)
    assert bool(written) == (copies is not False)
    assert copied.sure == (copies is not None)
    assert ("copied.txt" in copied.ways[0]) == (copies is False)


def test_a_terminal_that_says_that_it_copies_is_believed_however_its_answer_arrives():
    answer = "\x1b[?62;22;52c"
    for at in range(len(answer)):
        terminal = Terminal()
        decoder = terminal.decoder("utf-8")()
        heard = decoder.decode(("vi" + answer[:at]).encode()) + decoder.decode((answer[at:] + "\u1ec7t").encode())
        if at > 2:
            assert heard == "việt"
            assert terminal.copies({"TERM": "xterm"}) is True
    terminal = Terminal()
    assert terminal.heard("\x1b[?1;2c\x1b[A") == "\x1b[A"
    assert terminal.copies({"TERM": "xterm"}) is None


def test_an_escape_is_never_kept_and_bytes_that_are_no_text_do_not_raise():
    decoder = Terminal().decoder("utf-8")()
    assert decoder.decode(b"\x1b") == "\x1b"
    assert decoder.decode(b"\x1b[") == "\x1b["
    assert decoder.decode(b"\xff", final=True) == "\ufffd"
    assert decoder.decode(b"\x1b[?6", final=True) == "\x1b[?6"


def test_the_next_tool_is_tried_where_one_fails(tool):
    tool("wl-copy", "sys.exit(1)")
    got = tool("xsel")
    copied, _ = run("system", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"})
    assert got.exists()
    assert copied.ways == ("the system clipboard (xsel)",)


def test_where_no_tool_is_found_it_is_said(tool):
    copied, written = run("system", {})
    assert copied.ways == ()
    assert not written
    assert "xclip" in copied.notes[0]


def test_what_is_too_long_for_a_terminal_goes_to_a_file(tool, tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    text = "a" * LIMIT
    copied, written = run("auto", {}, text)
    assert not written
    assert "too long" in copied.notes[0]
    (file,) = (tmp_path / "cache").iterdir()
    assert file.read_text(encoding="utf-8") == f"{text}\n"
    assert str(file) in copied.ways[0]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_longest_that_fits_is_sent():
    assert osc52("a" * (LIMIT // 4 * 3)) is not None
    assert osc52("a" * (LIMIT // 4 * 3 + 3)) is None


def test_none_only_shows(tool):
    got = tool("xclip"), tool("tmux")
    copied, written = run("none", {"DISPLAY": ":0", "TMUX": "x"})
    assert (copied.ways, written, [file.exists() for file in got]) == ((), "", [False, False])


def test_only_the_terminal_where_only_that_is_asked_for(tool):
    got = tool("xclip")
    copied, written = run("osc52", {"DISPLAY": ":0"})
    assert copied.ways == ("the terminal (OSC 52)",)
    assert written
    assert not got.exists()
