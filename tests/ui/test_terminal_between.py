"""The real program in real tmux and GNU screen: what is copied arrives in the terminal around them."""

import base64
import os
import re
import shutil
import subprocess
import sys
import time

import pytest

from dxtui.explorer import Explorer
from dxtui.settings import Settings

COMMAND = f"{sys.executable} -m dxtui"


@pytest.fixture(scope="module")
def citation():
    explorer = Explorer.open([], Settings.load())
    return explorer.cite(explorer.view("").figures[0].id).text()


class Tmux:
    """A tmux server of our own, whose one pane runs a command."""

    def __init__(self, folder, command, **environment):
        self.socket = str(folder / "socket")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("TMUX", "SSH_", "STY", "DISPLAY", "WAYLAND"))}
        self.environment = kept | {"HOME": str(folder), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LANG": ""}
        self.environment |= environment
        self("new-session", "-d", "-x", "100", "-y", "30", command)

    def __call__(self, *words):
        done = subprocess.run(
            ["tmux", "-S", self.socket, "-f", "/dev/null", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        return done.stdout

    def until(self, condition, seconds=20):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, self("capture-pane", "-p")
            time.sleep(0.1)

    def seen(self):
        return self("capture-pane", "-p")


@pytest.fixture
def tmux(tmp_path):
    if shutil.which("tmux") is None:
        pytest.skip("needs tmux")
    started = []

    def start(command, **environment):
        started.append(Tmux(tmp_path, command, **environment))
        return started[-1]

    yield start
    for one in started:
        one("kill-server")


def copied(raw):
    return [base64.b64decode(found).decode() for found in re.findall(rb"\x1b\]52;[^;]*;([A-Za-z0-9+/=]+)", raw)]


def test_in_tmux_it_comes_to_its_buffer_and_to_the_terminal_around_it(tmux, terminal_around, citation):
    inside = tmux(COMMAND)
    around = terminal_around(["tmux", "-S", inside.socket, "attach"], inside.environment)
    inside.until(lambda: "Figures" in inside.seen() and "Source" in inside.seen())
    around.read(0.5)
    inside("send-keys", "y")
    inside.until(lambda: "Copied the citation to tmux's buffer" in " ".join(inside.seen().split()))
    assert inside("show-buffer") == citation
    around.until(lambda: bool(copied(around.raw)))
    assert copied(around.raw)[-1] == citation


def test_a_tmux_whose_terminal_does_not_copy_is_not_relied_on(tmux, terminal_around, citation):
    inside = tmux(COMMAND)
    around = terminal_around(["tmux", "-S", inside.socket, "attach"], inside.environment | {"TERM": "vt220"})
    inside.until(lambda: "Figures" in inside.seen() and "Source" in inside.seen())
    around.until(lambda: b"Figures" in around.raw)  # Attached: nothing is passed through to nobody.
    inside("set", "-g", "allow-passthrough", "on")
    inside("send-keys", "y")
    inside.until(lambda: "The citation, sent to tmux's buffer" in " ".join(inside.seen().split()))
    around.until(lambda: bool(copied(around.raw)))  # Passed through.
    assert copied(around.raw)[-1] == citation


@pytest.mark.skipif(shutil.which("screen") is None, reason="needs GNU screen")
def test_screen_passes_it_on(terminal_around, tmp_path, citation):
    (tmp_path / "sockets").mkdir(mode=0o700)
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TMUX", "SSH_", "STY", "DISPLAY", "WAYLAND"))}
    environment = kept | {"HOME": str(tmp_path), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    environment |= {"SCREENDIR": str(tmp_path / "sockets"), "SCREENRC": "/dev/null"}
    around = terminal_around(["screen", "-U", *COMMAND.split()], environment)
    around.until(lambda: b"Figures" in around.raw)
    around.read(1)
    around.send("y")
    around.until(lambda: bool(copied(around.raw)))
    assert copied(around.raw)[-1] == citation
    around.until(lambda: b"The citation" in around.raw)
    around.send("x", pause=0.3)
    around.send("q")
    assert around.end() == 0
