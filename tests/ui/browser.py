"""A real headless browser, driven over its own protocol (DevTools)."""

import asyncio
import base64
import contextlib
import itertools
import os
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Page:
    """A page of a browser: what it loads, what comes over its socket, and the keys."""

    def __init__(self, channel: aiohttp.ClientWebSocketResponse) -> None:
        self._channel = channel
        self._numbers = itertools.count(1)
        self._answers: dict[int, dict[str, Any]] = {}
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.drawn = b""

    async def listen(self) -> None:
        """Take what the browser says, until it is gone."""
        async for message in self._channel:
            said = message.json()
            if "id" in said:
                self._answers[said["id"]] = said
                continue
            about = said.get("params", {})
            match said["method"]:
                case "Network.requestWillBeSent":
                    self.requests.append(about["request"]["url"])
                case "Network.webSocketCreated":
                    self.requests.append(about["url"])
                case "Network.webSocketFrameReceived" if about["response"]["opcode"] == 2:
                    self.drawn += base64.b64decode(about["response"]["payloadData"])
                case "Log.entryAdded" if about["entry"]["level"] == "error":
                    self.errors.append(about["entry"]["text"])
                case "Runtime.exceptionThrown":
                    self.errors.append(str(about["exceptionDetails"]))

    async def do(self, method: str, **values: Any) -> Any:
        """Let the browser do something and return its answer."""
        number = next(self._numbers)
        await self._channel.send_json({"id": number, "method": method, "params": values})
        await self.until(lambda: number in self._answers)
        answer = self._answers.pop(number)
        assert "error" not in answer, answer
        return answer["result"]

    async def ask(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        found = await self.do("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        return found["result"].get("value")

    async def press(self, *keys: str) -> None:
        """Press keys: letters, or Enter."""
        for key in keys:
            enter = key == "Enter"
            values = {"key": key, "windowsVirtualKeyCode": 13 if enter else 0, "text": "\r" if enter else key}
            await self.do("Input.dispatchKeyEvent", type="keyDown", **values)
            await self.do("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def until(self, condition: Callable[[], bool], seconds: float = 20) -> None:
        """Wait until something holds."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            await asyncio.sleep(0.02)

    async def until_true(self, expression: str, seconds: float = 20) -> None:
        """Wait until an expression is true in the page."""
        end = time.monotonic() + seconds
        while not await self.ask(expression):
            assert time.monotonic() < end, f"never true: {expression}"
            await asyncio.sleep(0.1)


@contextlib.asynccontextmanager
async def browse(folder: Path) -> AsyncIterator[Page]:
    """Start the browser with an empty page; `folder` keeps what it writes."""
    assert PROGRAM is not None
    options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0"]
    options += ["--enable-unsafe-swiftshader", f"--user-data-dir={folder}", "--window-size=1200,760"]
    process = subprocess.Popen(
        [PROGRAM, *options, "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ | {"HOME": str(folder)},
    )
    try:
        told = folder / "DevToolsActivePort"
        end = time.monotonic() + 30
        while not (told.exists() and told.read_text().count("\n")):
            assert time.monotonic() < end, "the browser does not answer"
            await asyncio.sleep(0.05)
        at = f"http://127.0.0.1:{told.read_text().split()[0]}/json"
        async with aiohttp.ClientSession() as session:
            async with session.get(at) as answer:
                target = next(one for one in await answer.json() if one["type"] == "page")
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as channel:
                page = Page(channel)
                listening = asyncio.create_task(page.listen())
                for domain in ("Network", "Page", "Runtime", "Log"):
                    await page.do(f"{domain}.enable")
                yield page
                listening.cancel()
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
        process.wait()
