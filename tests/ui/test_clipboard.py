"""The ladder of ways to copy. The tools are small scripts on a path of their own."""

import base64
import stat
import sys

import pytest

from dxtui.ui.clipboard import OSC52_LIMIT, copy, osc52

QUOTE = "“Tỷ lệ 99,9%” [/] $(rm) `x`\n'\""


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


def run(setting, environment, text=QUOTE):
    written = []
    return copy(text, setting, written.append, environment), "".join(written)


def test_locally_the_system_and_the_terminal_get_it(tool):
    got = tool("xclip")
    copied, written = run("auto", {"DISPLAY": ":0"})
    assert got.read_bytes() == b"['-selection', 'clipboard', '-in']|" + QUOTE.encode()
    assert written == osc52(QUOTE)
    assert base64.b64decode(written.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == QUOTE
    assert len(copied.ways) == 2
    assert "xclip" in copied.ways[0]


def test_over_ssh_the_tools_of_the_far_machine_are_left_alone(tool):
    got = tool("xclip")
    copied, written = run("auto", {"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"})
    assert not got.exists()
    assert written
    assert copied.ways == ("the terminal (OSC 52)",)


def test_in_tmux_its_buffer_gets_it(tool):
    got = tool("tmux")
    copied, written = run("auto", {"TMUX": "/tmp/x,1,0"})
    assert got.read_bytes() == b"['load-buffer', '-w', '-']|" + QUOTE.encode()
    assert written
    assert "tmux's buffer" in copied.ways


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
    text = "a" * OSC52_LIMIT
    copied, written = run("auto", {}, text)
    assert not written
    assert "too long" in copied.notes[0]
    (file,) = (tmp_path / "cache").iterdir()
    assert file.read_text(encoding="utf-8") == text
    assert str(file) in copied.ways[0]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_longest_that_fits_is_sent():
    assert osc52("a" * (OSC52_LIMIT // 4 * 3)) is not None
    assert osc52("a" * (OSC52_LIMIT // 4 * 3 + 3)) is None


def test_none_only_shows(tool):
    got = tool("xclip")
    copied, written = run("none", {"DISPLAY": ":0", "TMUX": "x"})
    assert (copied.ways, written, got.exists()) == ((), "", False)


def test_only_the_terminal_where_only_that_is_asked_for(tool):
    got = tool("xclip")
    copied, written = run("osc52", {"DISPLAY": ":0"})
    assert copied.ways == ("the terminal (OSC 52)",)
    assert written
    assert not got.exists()
