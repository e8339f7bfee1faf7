"""A real Chromium without a screen, spoken to over its own protocol (DevTools)."""

import asyncio
import base64
import contextlib
import itertools
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Final

import aiohttp

from tests.process import PATIENCE

PROGRAM: Final = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
"""Where it is, None when this machine has none."""
_FLAGS: Final = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--disable-extensions", "--hide-scrollbars", "--mute-audio",
    "--remote-debugging-port=0", "--lang=fr",
)  # fmt: skip


@contextmanager
def chromium() -> Iterator[str]:
    """A running browser; where it is spoken to."""
    assert PROGRAM is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [PROGRAM, *_FLAGS, f"--user-data-dir={folder}", "about:blank"]
        quiet = subprocess.DEVNULL
        # With the machine's fonts: without any, the browser falls over its own error pages.
        env = {k: v for k, v in os.environ.items() if not k.startswith("FONTCONFIG")}
        running = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env=env)
        try:
            yield _address(Path(folder) / "DevToolsActivePort", running)
        finally:
            running.terminate()
            running.wait(PATIENCE)


def _address(note: Path, running: "subprocess.Popen[bytes]") -> str:
    until = monotonic() + PATIENCE
    while monotonic() < until and running.poll() is None:
        with contextlib.suppress(OSError, ValueError):
            port, path = note.read_text().split()
            return f"ws://127.0.0.1:{port}{path}"
        sleep(0.02)
    raise TimeoutError("Chromium did not start")


class Browser:
    """A connection to a browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._awaited: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pages: dict[str, Page] = {}
        self._reading = asyncio.create_task(self._read())

    async def ask(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """The answer to a call; raises AssertionError when it is refused."""
        number = next(self._numbers)
        future = asyncio.get_running_loop().create_future()
        self._awaited[number] = future
        call: dict[str, Any] = {"id": number, "method": method, "params": params}
        await self._socket.send_json(call | ({"sessionId": session} if session else {}))
        async with asyncio.timeout(PATIENCE):
            answer: dict[str, Any] = await future
        assert "error" not in answer, (method, answer["error"])
        return dict(answer["result"])

    async def close(self) -> None:
        """Speak no more."""
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)
        await self._socket.close()

    async def _read(self) -> None:
        async for message in self._socket:
            said = json.loads(message.data)
            if "id" in said:
                self._awaited.pop(said["id"]).set_result(said)
            elif said.get("sessionId") in self._pages:
                self._pages[said["sessionId"]].hear(said["method"], said["params"])

    @asynccontextmanager
    async def page(
        self, width: int = 1920, height: int = 1080, *, phone: bool = False, still: bool = False
    ) -> AsyncIterator["Page"]:
        """A page of a browser that knows nothing of any other, as large as that."""
        context = (await self.ask("Target.createBrowserContext"))["browserContextId"]
        target = await self.ask("Target.createTarget", url="about:blank", browserContextId=context)
        attached = await self.ask(
            "Target.attachToTarget", targetId=target["targetId"], flatten=True
        )
        page = self._pages[attached["sessionId"]] = Page(self, attached["sessionId"])
        for domain in ("Page", "Runtime", "Log", "Network"):
            await page.ask(f"{domain}.enable")
        await page.size(width, height, phone=phone)
        if still:
            reduced = [{"name": "prefers-reduced-motion", "value": "reduce"}]
            await page.ask("Emulation.setEmulatedMedia", features=reduced)
        try:
            yield page
        finally:
            await self.ask("Target.disposeBrowserContext", browserContextId=context)


class Page:
    """A page. `trouble` is what went wrong on it: errors, warnings, what its policy refused."""

    def __init__(self, browser: Browser, session: str) -> None:
        self._browser, self._session = browser, session
        self.trouble: list[str] = []

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The answer to a call about this page."""
        return await self._browser.ask(method, self._session, **params)

    def hear(self, method: str, params: Mapping[str, Any]) -> None:
        """Take note of what goes wrong."""
        match method:
            case "Runtime.exceptionThrown":
                details = params["exceptionDetails"]
                self.trouble.append(str(details.get("exception", details)))
            case "Runtime.consoleAPICalled" if params["type"] in ("error", "warning", "assert"):
                self.trouble.append(str([each.get("value") for each in params["args"]]))
            case "Network.responseReceived" if params["response"]["status"] >= 400:
                self.trouble.append(f"{params['response']['status']} {params['response']['url']}")
            case "Network.loadingFailed" if not params.get("canceled"):
                self.trouble.append(f"{params['errorText']} {params['type']}")
            case "Log.entryAdded" if params["entry"]["level"] in ("error", "warning"):
                self.trouble.append(f"{params['entry']['text']} {params['entry'].get('url')}")

    async def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """Be as large as that."""
        await self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=2 if phone else 1, mobile=phone,
        )  # fmt: skip
        if phone:
            await self.ask("Emulation.setTouchEmulationEnabled", enabled=True)

    async def go(self, url: str) -> None:
        """Open an address."""
        await self.ask("Page.navigate", url=url)

    async def offline(self, *, so: bool) -> None:
        """Have no network any more, or have it again."""
        await self.ask(
            "Network.emulateNetworkConditions",
            offline=so, latency=0, downloadThroughput=-1, uploadThroughput=-1,
        )  # fmt: skip

    async def value(self, script: str) -> Any:
        """The value of a script; what it promises is awaited."""
        answer = await self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, (script, answer["exceptionDetails"])
        return answer["result"].get("value")

    async def until(self, script: str, seconds: float = PATIENCE) -> Any:
        """The first value of a script that is true."""
        until, found = monotonic() + seconds, None
        while not found:
            assert monotonic() < until, f"never came true: {script}; {self.trouble}"
            with contextlib.suppress(AssertionError):  # the page is being exchanged
                found = await self.value(script)
            await asyncio.sleep(0.02)
        return found

    async def tap(self, selector: str) -> None:
        """Put a finger on the middle of what is found, whatever lies above it."""
        place = await self.until(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "if (!e) return null; e.scrollIntoView({block: 'nearest'});"
            "const r = e.getBoundingClientRect();"
            "return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            await self.ask(
                "Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place
            )

    async def picture(self) -> bytes:
        """What is seen, as a PNG."""
        shot = await self.ask("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])


@asynccontextmanager
async def spoken_to(address: str) -> AsyncIterator[Browser]:
    """A browser that runs at `address`."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(address, max_msg_size=0) as socket,
    ):
        browser = Browser(socket)
        try:
            yield browser
        finally:
            await browser.close()
