"""The command as a process of its own: streams, locales, and what starting it loads."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

LINES = 30_000


def dxtui(*argv: str | bytes, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the command; `environment` is added to this process's."""
    return subprocess.run(
        [sys.executable, "-m", "dxtui", *argv],
        capture_output=True,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


def loaded(statement: str) -> set[str]:
    """Return the modules that a clean interpreter has loaded after `statement`."""
    script = f"import sys\n{statement}\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    return {name.split(".")[0] if not name.startswith("dxtui") else name for name in done.stderr.split()}


def test_the_explorer_loads_nothing_that_shows() -> None:
    modules = loaded("import dxtui.explorer, dxtui.output")
    assert "dxtui.search" in modules
    assert not modules & {"textual", "rich", "argparse", "dxtui.cli", "dxtui.ui"}


def test_the_version_loads_neither_the_explorer_nor_the_app() -> None:
    modules = loaded("from dxtui.cli import main\nassert main(['--version']) == 0")
    assert "dxtui.cli.main" in modules
    assert not modules & {"textual", "rich", "rapidfuzz", "dxtui.explorer", "dxtui.extract", "dxtui.ui.app"}


def test_a_list_in_a_pipe_loads_no_app() -> None:
    modules = loaded("from dxtui.cli import main\nassert main(['figures', '--limit', '1']) == 0")
    assert "dxtui.explorer" in modules
    assert not modules & {"textual", "rich", "dxtui.ui.app"}


def test_what_the_first_paint_does_not_need_is_not_loaded_before_it() -> None:
    modules = loaded("import dxtui.cli.main, dxtui.ui.app")
    assert "dxtui.ui.main" in modules
    assert not modules & {"dxtui.wording", "dxtui.lexicon.after", "dxtui.search", "dxtui.explorer", "dxtui.extract"}
    assert not modules & {"argparse", "dxtui.cli.parser", "dxtui.model.document", "dxtui.model.ids", "dxtui.model.rows"}


def test_output_is_utf_8_whatever_the_locale() -> None:
    done = dxtui("documents", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Chuyển đổi số" in done.stdout.decode("utf-8")
    assert done.stderr == b""


@pytest.mark.skipif(os.name != "posix", reason="file names of POSIX are bytes")
def test_paths_of_any_bytes(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\x1b.txt"
    Path(os.fsdecode(name)).write_text("Có 5 xã.", encoding="utf-8")
    done = dxtui("parse", name)
    assert done.returncode == 0
    assert json.loads(done.stdout)["document"]["path"] == os.fsdecode(name)
    done = dxtui("documents", "--corpus", name)
    assert "\ufffd␛.txt" in done.stdout.decode("utf-8")
    done = dxtui("parse", name + b"x")
    assert done.returncode == 3
    assert done.stderr.decode("utf-8").startswith(f"dxtui: {tmp_path}/\ufffd␛.txtx: no such file")


@pytest.fixture
def long_document(tmp_path: Path) -> Path:
    """A document whose parse is longer than a pipe holds."""
    file = tmp_path / "long.txt"
    file.write_text("".join(f"Có {n} xã.\n" for n in range(LINES // 10)), encoding="utf-8")
    return file


def test_a_reader_that_goes_away_is_no_error(long_document: Path) -> None:
    command = [sys.executable, "-m", "dxtui", "figures", "--corpus", str(long_document)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk_is_one_line() -> None:
    for unbuffered in ("", "1"):
        for argv in (["documents"], ["--help"], ["figures", "--format", "json"], ["--version"]):
            with Path("/dev/full").open("wb") as full:
                done = subprocess.run(
                    [sys.executable, "-m", "dxtui", *argv],
                    stdout=full,
                    stderr=subprocess.PIPE,
                    env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
                    timeout=60,
                    check=False,
                )
            assert done.returncode == 1
            assert done.stderr == (
                b"dxtui: standard output: No space left on device\nhint: what was printed is not whole\n"
            )


@pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX")
def test_closed_streams_are_no_traceback() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m dxtui documents >&- <&-', sys.executable],
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m dxtui nowhere 2>&-', sys.executable],
        stdout=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, b"")


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    pipe = tmp_path / "settings.toml"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "dxtui", "documents", "--config", str(pipe)]

    def listen() -> None:
        signal.signal(
            signal.SIGINT, signal.SIG_DFL
        )  # A run in the background, under nohup, hands on that it is ignored.

    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=listen) as process,
        pipe.open("wb"),  # Waits until the command reads its settings, which then do not come.
    ):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


_INTERRUPTED_EARLY = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == "dxtui.settings":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
from dxtui.cli import main
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_is_quiet_while_the_command_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", _INTERRUPTED_EARLY], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")
    after = "import signal\nfrom dxtui.cli import main\nassert signal.getsignal(2) is signal.default_int_handler"
    prepared = f"import signal\nsignal.signal(2, signal.default_int_handler)\n{after}"
    assert subprocess.run([sys.executable, "-c", prepared], timeout=60, check=False).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="folders in use cannot go elsewhere")
def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    command = f"cd {tmp_path / 'gone'} && rmdir ../gone && exec {sys.executable} -m dxtui figures --corpus ."
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.returncode in (1, 3)
    assert done.stderr.startswith((b"dxtui: the folder that dxtui was started in is gone\n", b"dxtui: .: "))
