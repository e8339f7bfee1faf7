"""The windows stand still for seconds, a reader hangs, webhooks are dead or silent: nothing that is
crossed is missed or told twice, no command is lost, and nobody else is held.

Viewers that do not read are looked at in tests/net/test_live.py and test_hostile.py.
"""

import asyncio
import json
import select
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web

from runofshow import reading
from runofshow.app import Desktop
from runofshow.chimes import sound
from runofshow.core.commands import Go
from runofshow.desktop import ringing
from runofshow.net.outgoing import sender
from runofshow.store import wires
from runofshow.store.settings import Sound
from runofshow.store.wires import WHATS, Wire, Wires
from tests.conftest import Aio
from tests.desktop.at_work import HANGS, Wall, banners, data, flips, running, screens, until, write
from tests.hand import leaf
from tests.test_sound import Fake

__all__ = ["data", "screens"]
CROSSED = [
    ("taken", "a", "9h00:00"), ("warning", "a", "9h00:58"), ("danger", "a", "9h00:59"),
    ("end", "a", "9h01:00"), ("taken", "b", "9h01:00"),
]  # fmt: skip


@asynccontextmanager
async def hooks(calls: list[tuple[str, str, str]]) -> AsyncIterator[tuple[Wire, ...]]:
    """Three webhooks: one that answers, one that is dead, one that never answers."""
    stands = asyncio.Event()

    async def answer(request: web.BaseRequest) -> web.Response:
        said = json.loads(await request.text())
        if request.path == "/silent":
            await stands.wait()
        else:
            calls.append((said["what"], said["slot"], said["clock"]))
        return web.Response(status=204)

    with socket.create_server(("127.0.0.1", 0)) as closed:
        dead = closed.getsockname()[1]
    server = await asyncio.get_running_loop().create_server(web.Server(answer), "127.0.0.1", 0)
    live = server.sockets[0].getsockname()[1]
    urls = {"live": f"{live}/x", "dead": f"{dead}/", "silent": f"{live}/silent"}
    try:
        yield tuple(
            Wire(name=name, on=True, at=WHATS, url=f"http://127.0.0.1:{url}")
            for name, url in urls.items()
        )
    finally:
        stands.set()
        server.close()


def asked_outside(desktop: Desktop, command: Mapping[str, object]) -> socket.socket:
    """A program of this machine that has sent a command; nobody has heard it yet."""
    assert desktop.day.running is not None
    server = desktop.day.running._server
    assert server is not None
    host, _, port = server.address.partition(":")
    came = socket.create_connection((host, int(port)))
    said = {"token": server.token, "ask": "command", "command": command}
    came.sendall(json.dumps(said).encode() + b"\n")
    came.setblocking(False)
    return came


async def answered(came: socket.socket) -> dict[str, object]:
    """The answer that it gets."""
    text = b""
    while not text.endswith(b"\n"):
        await until(lambda: bool(select.select([came], [], [], 0)[0]))
        text += came.recv(65_536)
    answer: dict[str, object] = json.loads(text)
    return answer


def test_what_is_crossed_while_the_windows_stand_still_is_told_once_with_its_own_instant(
    aio: Aio, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "AGAIN", (0.0, 0.0, 0.0))
    monkeypatch.setattr(sender, "PATIENCE", 300.0)
    monkeypatch.setattr(reading, "_command", lambda: HANGS)
    devices = Fake()
    monkeypatch.setattr(ringing, "Headphones", lambda: devices)
    monkeypatch.setattr(ringing, "installed", lambda: True)
    file, programme, wall = tmp_path / "day.json", tmp_path / "programme.txt", Wall()
    write(
        file,
        leaf("a", "1m", start="09:00", warning="2s", danger="1s", advance="auto"),
        leaf("b"),
    )
    programme.write_text("9h00 : Accueil\n", "utf-8")
    calls: list[tuple[str, str, str]] = []

    async def run() -> None:
        async with hooks(calls) as outputs:
            wires.save(data, Wires(outputs=outputs))
            async with running(data, file, wall=wall) as desktop:
                desktop.memory.change(sound=Sound(on=True, volume=50))
                wall.turn(10)
                desktop.do(Go())
                desktop.window.read(programme, programme.read_bytes())
                flips(desktop, wall, 57.5)
                await until(lambda: len(calls) == 1)
                # the loop stands still; a command comes from outside meanwhile
                with asked_outside(desktop, {"do": "note", "text": "in the dark"}) as outside:
                    flips(desktop, wall, 3)
                    assert desktop.stage.shown.digits == "10:00"
                    assert await answered(outside) == {"ok": True, "rev": 3}
                await until(lambda: len(calls) == len(CROSSED))
                assert calls == CROSSED
                # a reader that hangs has held nobody, and is let go
                assert desktop.window.importing.reader.busy
                desktop.window.importing.reader.cancel()
                flips(desktop, wall)
                assert desktop.stage.shown.digits == "9:59"
                assert devices.plays(2)
                assert "fault" not in banners(desktop)

    aio(run(), within=60)
    rung = [each for _, each in devices.played]
    assert rung == [sound("warning", 50), sound("danger", 50)]
