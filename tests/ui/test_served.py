"""The app in a real browser, and who is let in."""

import asyncio
import contextlib
import importlib.util
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest

from dxtui.cli import main
from dxtui.explorer import Explorer
from dxtui.settings import Settings

_spec = importlib.util.spec_from_file_location("browser", Path(__file__).with_name("browser.py"))
assert _spec is not None
assert _spec.loader is not None
browser = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(browser)


class Served:
    """A server that runs, and what it says."""

    def __init__(self, *arguments, folder):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dxtui", "serve", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=folder,
            env=os.environ | {"HOME": str(folder), "LC_ALL": "C.UTF-8", "TMUX": "stale"},
        )
        self.said = ""
        while "http://" not in self.said:
            line = self.process.stderr.readline()
            assert line, self.said
            self.said += line
        self.address = re.search(r"http://\S+/", self.said)[0]

    def end(self, number=signal.SIGINT):
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=15)
        return self.process.returncode, out, err

    def apps(self):
        """Return the processes of the apps that it runs."""
        at = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return at.read_text().split()


@pytest.fixture
def serve(tmp_path):
    started = []

    def start(*arguments):
        started.append(Served("--port", "0", *arguments, folder=tmp_path))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()
        one.process.stdout.close()
        one.process.stderr.close()


@pytest.mark.skipif(browser.PROGRAM is None, reason="needs chromium")
def test_in_a_browser_from_a_search_to_a_citation_in_its_clipboard(serve, tmp_path):
    names = ["$(touch shell).txt", "a 'b'; touch shell #.txt"]
    for name in names:
        (tmp_path / name).write_text(f"Tiêu đề {name[0]}\n\nTỉnh có 57 hồ sơ trực tuyến.\n", encoding="utf-8")
    served = serve("--language=vi", "--", *names)
    explorer = Explorer.open([tmp_path / name for name in names], Settings.load())
    best = explorer.view("ho so").figures[0]
    host = urlsplit(served.address).netloc

    async def act():
        async with browser.browse(tmp_path / "browser") as page:
            permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
            await page.do("Browser.grantPermissions", permissions=permissions, origin=served.address)
            await page.do("Page.navigate", url=served.address)
            await page.until(lambda: "Số liệu".encode() in page.drawn and b"57" in page.drawn)
            await page.until_true("document.body.className.includes('-first-byte')")
            await page.until_true("document.fonts.check('16px \"Roboto Mono\"', 'ệ')")
            await page.ask("document.querySelector('.xterm-helper-textarea').focus()")
            await page.press("/")
            await page.do("Input.insertText", text="hồ sơ")
            await page.press("Enter", "y")
            await page.until(lambda: "Đã chép trích dẫn".encode() in page.drawn)
            await page.until_true("navigator.clipboard.readText().then(text => text != '')")
            assert await page.ask("navigator.clipboard.readText()") == explorer.cite(best.id).text("vi")
            assert len(served.apps()) == 1
            await page.press("x", "q")
            await page.until_true("document.body.className.includes('-closed')")
            assert "Mở lại" in await page.ask("document.body.innerText")
            assert {urlsplit(url).netloc for url in page.requests if not url.startswith("data:")} == {host}
            assert page.errors == []

    asyncio.run(act())
    assert not (tmp_path / "shell").exists()
    assert served.end() == (0, "", "")


def test_only_our_own_page_on_this_machine_gets_to_the_app(serve):
    served = serve()
    host = urlsplit(served.address).netloc
    port = host.rpartition(":")[2]

    async def act():
        async with aiohttp.ClientSession() as session:

            async def code(path="", **headers):
                async with session.get(served.address + path, headers=headers) as answer:
                    return answer.status

            assert await code() == await code(Host=f"localhost:{port}") == 200
            assert await code(Host=f"evil.example:{port}") == await code(Host="evil.example") == 403
            assert await code(Origin="http://evil.example") == await code("ws", Origin="null") == 403
            assert await code("static/") == 403
            assert await code("static/%2e%2e/server.py") == await code("download/x") == 404
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(served.address + "ws", headers={"Origin": "http://evil.example"})
            async with session.get(served.address + "?fontsize=%3Cscript%3E") as answer:
                page = await answer.text()
                assert "<script>" not in page
                assert 'data-font-size="16"' in page
                assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            # Two pages have an app each, which ends with its page.
            async with (
                session.ws_connect(served.address + "ws?width=80&height=24", origin=f"http://{host}") as one,
                session.ws_connect(served.address + "ws?width=x&height=-1", origin=f"http://{host}") as other,
            ):
                drawn = b""
                while b"Figures" not in drawn:
                    drawn += (await one.receive(timeout=20)).data
                await other.receive(timeout=20)
                assert len(served.apps()) == 2
            end = time.monotonic() + 10
            while served.apps():
                assert time.monotonic() < end
                await asyncio.sleep(0.1)

    asyncio.run(act())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_ending_it_ends_the_apps_of_open_pages(serve, number):
    served = serve()

    async def act():
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(served.address + "ws?width=80&height=24") as channel,
        ):
            drawn = b""
            while "mục tiêu".encode() not in drawn:
                drawn += (await channel.receive(timeout=20)).data
            (app,) = served.apps()
            served.process.send_signal(number)
            with contextlib.suppress(TimeoutError):
                while (await channel.receive(timeout=10)).type == aiohttp.WSMsgType.BINARY:
                    pass
            return app

    app = asyncio.run(act())
    assert served.process.wait(15) == (0 if number != signal.SIGKILL else -signal.SIGKILL)
    end = time.monotonic() + 10
    while Path(f"/proc/{app}").exists():  # Also where the server had no time to end it.
        assert time.monotonic() < end
        time.sleep(0.1)
    assert (served.process.stdout.read(), served.process.stderr.read()) == ("", "")


def test_an_app_that_fails_tells_the_page_and_the_terminal(serve, tmp_path):
    (tmp_path / "a.txt").write_text("Có 5 hồ sơ.")
    served = serve("a.txt")
    (tmp_path / "a.txt").unlink()

    async def act():
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(served.address + "ws?width=80&height=24") as channel,
        ):
            while (await channel.receive(timeout=20)).type == aiohttp.WSMsgType.BINARY:
                pass

    asyncio.run(act())
    code, out, err = served.end()
    assert (code, out) == (0, "")
    assert "a.txt" in err
    assert "Traceback" not in err


def test_other_machines_are_let_in_only_with_a_warning(serve):
    assert "warning" not in serve().said
    served = serve("--host", "0.0.0.0")
    assert "anyone who reaches this port sees the documents" in served.said
    assert urlsplit(served.address).hostname == "127.0.0.1"


def ran(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "dxtui", "serve", *arguments],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
        stdin=subprocess.DEVNULL,
        env=os.environ | environment,
    )


def test_what_cannot_be_served_is_one_clear_error():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = ran("--port", port)
        assert (done.returncode, done.stdout) == (1, "")
        assert f"port {port} is taken" in done.stderr
    done = ran("--theme", "nrd")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean `nord`" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--port", "65536"], 2, "not a port"),
        (["--port", "-1"], 2, "--port"),
        (["--host", "no such.invalid"], 2, "not known"),
        (["--host", "192.0.2.1"], 2, "not an address of this machine"),
        (["--host", " "], 2, "no name"),
        (["nowhere"], 3, "nowhere"),
        (["--format", "json"], 2, "takes no --format"),
    ],
)
def test_what_cannot_be_served_is_told_with_its_code(tmp_path, monkeypatch, capsys, arguments, code, told):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dxtui.ui.served.serve", lambda *_: pytest.fail("it is served"))
    assert main(["serve", *arguments]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert "Traceback" not in err


def test_where_its_library_is_missing_the_command_that_brings_it_is_told(tmp_path):
    (tmp_path / "textual_serve.py").write_text("raise ModuleNotFoundError('No module named textual_serve')")
    done = ran(PYTHONPATH=os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 2
    assert f'{sys.executable} -m pip install ".[serve]"' in done.stderr
