"""The app in a browser: a server on this machine that runs one app for each page that is open.

What draws the terminal in the page and carries its keys is textual-serve's; here is who may come in, what the page
loads (nothing from elsewhere) and how the app is started (not through a shell: paths are what they are).
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ipaddress
import logging
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit
from weakref import WeakSet

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager
from textual_serve.server import Server

from dxtui.errors import DxtuiError, UsageError
from dxtui.ui.webpage import page, policy

_PATIENCE = 3.0
"""Seconds that an app has to end when its page is gone."""

_SIZES = range(6, 73)
"""Sizes of the letters in pixels that a page may ask for."""

_ELSEWHERE = ("TMUX", "STY", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WT_SESSION", "NO_COLOR")
"""Variables that tell of the terminal in which the server was started, which is not the one that shows the app."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def listen(host: str, port: int) -> list[socket.socket]:
    """Return the open sockets for all addresses that `host` has, on `port`; 0 is any free one.

    Raises:
        UsageError: there is no such host on this machine, or it may not use the port.
        DxtuiError: the port is taken.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as wrong:
        raise UsageError(f"--host: {host!r} is not known", hint="as a rule it is 127.0.0.1") from wrong
    sockets: list[socket.socket] = []
    try:
        for family, address in dict.fromkeys((family, address) for family, _, _, _, address in found):
            if port == 0 and sockets:
                address = (address[0], sockets[0].getsockname()[1], *address[2:])
            try:
                sockets.append(socket.create_server(address[:2], family=family))
            except OSError as wrong:
                if not (sockets and wrong.errno == errno.EADDRNOTAVAIL):  # localhost, on a machine without IPv6
                    raise
    except OSError as wrong:
        for one in sockets:
            one.close()
        raise _unbound(host, port, wrong) from wrong
    return sockets


def _unbound(host: str, port: int, wrong: OSError) -> DxtuiError:
    if wrong.errno == errno.EADDRINUSE:
        return DxtuiError(f"port {port} is taken", hint="--port names another one; 0 takes one that is free")
    if wrong.errno == errno.EACCES:
        return UsageError(f"--port: {port} is not for everyone", hint="take one of 1024 or more")
    if wrong.errno == errno.EADDRNOTAVAIL:
        return UsageError(f"--host: {host!r} is not an address of this machine", hint="as a rule it is 127.0.0.1")
    return DxtuiError(f"{host}, port {port}: {(wrong.strerror or str(wrong)).lower()}")


def open_to_others(sockets: Sequence[socket.socket]) -> bool:
    """Return whether other machines may reach any of `sockets`."""
    return not all(ipaddress.ip_address(one.getsockname()[0]).is_loopback for one in sockets)


def address_of(one: socket.socket) -> str:
    """Return the address of the page that a browser on this machine opens."""
    host, port = one.getsockname()[:2]
    at = ipaddress.ip_address(host)
    if at.is_unspecified:
        at = ipaddress.ip_address("127.0.0.1" if at.version == 4 else "::1")
    return f"http://[{at}]:{port}/" if at.version == 6 else f"http://{at}:{port}/"


def serve(arguments: Sequence[str], sockets: Sequence[socket.socket], host: str, language: str) -> None:
    """Serve the app that `dxtui` opens with `arguments` on `sockets`, until ctrl+c or a signal ends it.

    `host` is how the machine was called. The page speaks `language`, as `say` does.
    """
    # A process that asyncio asks for just as it ends is "unknown" to the thread that waits for it, which tells nobody
    # anything.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    with contextlib.redirect_stdout(sys.stderr):  # What an app says that fails is narration.
        asyncio.run(_Server(arguments, open_to_others(sockets), host, language).run(sockets))


class _Server(Server):
    """textual-serve's server, with our page, our way to start the app, and a look at who asks."""

    def __init__(self, arguments: Sequence[str], shared: bool, host: str, language: str) -> None:
        super().__init__("dxtui", title="dxtui")
        self._command = [sys.executable, "-m", "dxtui", *arguments]
        self._shared = shared
        self._names = {"localhost", host.lower()} | ({socket.gethostname().lower()} if shared else set())
        self._language = language
        self._open: WeakSet[web.WebSocketResponse] = WeakSet()

    async def run(self, sockets: Sequence[socket.socket]) -> None:
        """Serve on these sockets until a signal comes."""
        ended = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with contextlib.suppress(AttributeError, NotImplementedError):
                loop.add_signal_handler(getattr(signal, name), ended.set)
        application = web.Application(middlewares=[self._guard])
        application.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
            ]
        )
        application.on_shutdown.append(self.on_shutdown)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=_PATIENCE)
        await runner.setup()
        try:
            for one in sockets:
                await web.SockSite(runner, one).start()
            await ended.wait()
        finally:
            await runner.cleanup()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let in only who asks for this machine, and only our own page to the app.

        Any page that a reader has open can make the browser ask here: under a name of its own that it lets point to
        this machine, or for the socket, which browsers do not keep from other pages.
        """
        asked = urlsplit(f"//{request.host}")
        origin = request.headers.get("Origin")
        if not self._ours(asked.hostname) or (origin is not None and urlsplit(origin).netloc != request.host):
            raise web.HTTPForbidden(text="This address is not for other pages.\n")
        response = await handler(request)
        if not response.prepared:
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    def _ours(self, name: str | None) -> bool:
        """Return whether a name that a browser asked for is this machine's."""
        try:
            at = ipaddress.ip_address(name or "")
        except ValueError:
            return name in self._names
        return self._shared or at.is_loopback

    async def handle_index(self, request: web.Request) -> web.Response:
        """Send the page."""
        listens = f"{'wss' if request.scheme == 'https' else 'ws'}://{request.host}"
        asked = request.query.get("fontsize", "")
        size = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
        return web.Response(
            text=page(self._language, listens, size if size in _SIZES else 16),
            content_type="text/html",
            headers={"Content-Security-Policy": policy(listens), "Cache-Control": "no-store"},
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run one app for the page that asks, as long as the page is there."""
        channel = web.WebSocketResponse(heartbeat=15)
        await channel.prepare(request)
        self._open.add(channel)
        service = _App(self._command, self._shared, channel, self.download_manager)
        try:
            await service.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._process_messages(channel, service)
        finally:
            await service.stop()
        return channel

    async def on_shutdown(self, app: web.Application) -> None:
        """Close all pages, which ends their apps."""
        await asyncio.gather(
            *(channel.close(code=WSCloseCode.GOING_AWAY) for channel in set(self._open)), return_exceptions=True
        )


def _cells(request: web.Request, name: str, usual: int) -> int:
    """Return a number of cells that the page gives."""
    given = request.query.get(name, "")
    return min(max(int(given), 1), 1000) if given.isascii() and given.isdigit() and len(given) < 5 else usual


class _App(AppService):
    """One running app."""

    def __init__(
        self, command: Sequence[str], shared: bool, channel: web.WebSocketResponse, downloads: DownloadManager
    ) -> None:
        super().__init__(
            "dxtui",
            write_bytes=channel.send_bytes,
            write_str=channel.send_str,
            close=self._close,
            download_manager=downloads,
        )
        self._words = command
        self._shared = shared
        self._channel = channel

    async def _close(self) -> None:
        await self._channel.close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        for name in _ELSEWHERE:
            environment.pop(name, None)
        if self._shared:
            # Browsers keep the clipboard from pages that come from another machine unencrypted.
            environment.pop("TERM_PROGRAM", None)
        return environment

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        self._process = process = await asyncio.create_subprocess_exec(
            *self._words, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._build_environment(width, height)
        )
        self._stdin = process.stdin
        return process

    async def run(self) -> None:
        """Run the app; the page is told when it has ended, however it did."""
        with contextlib.suppress(ConnectionError):
            await super().run()
        await self._close()

    async def stop(self) -> None:
        """End the app, at once if it does not end by itself."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(super().stop(), _PATIENCE)
        if self._process is None:
            return
        try:
            await asyncio.wait_for(self._process.wait(), _PATIENCE)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
