"""The show on the network: `python -m tests.bench.bench_net [COMMANDS]`.

Prints, with 1, 100 and 300 viewers, without windows and with them: how long from a command's
sending (over HTTP, and over a WebSocket) to each viewer's hearing of it, the command being on disk
by then; the bytes that a viewer costs in a minute in which nothing happens, pings and clock
exchanges among them; the bytes while 300 join; and the gaps between the paintings of a window that
paints sixty times a second: while nothing is asked (what this machine can do), then while nobody
and while 300 viewers are told of ten commands a second, each of which the windows show too. The
server is a real program, with its journal; the viewers are another. To beat: 1.4/5.1 and 3.2/7.3 ms
over HTTP with 1 and 100 viewers, 0.9/4.8 and 2.3/6.7 over a WebSocket; 17.4 kB a minute; 835 MB for
300 joining. The aims: 1 kB; 3 MB; 20 ms.

On a machine that others use too: `TMPDIR=/dev/shm chrt -f 5` before the command, as root, leaves
out what they do to the processor and to the disk.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

from runofshow.net.local import call
from runofshow.store.owner import owner_of
from tests.bench.day import day_file
from tests.bench.viewers import PING, PONG, joined, masked, told, upgrade
from tests.process import ALONE, awaited, owner_note

PACE = 0.07
"""Seconds between two commands: a link gives twenty a second."""
QUIET = 60.0
"""Seconds in which nothing happens."""
Links = dict[str, dict[str, str]]


@contextmanager
def program(*module: str, apart: bool, offscreen: bool = False) -> Iterator[Links]:
    """A real program that serves the seed's day; its links."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data").mkdir()
        (folder / "data" / "settings.json").write_text(json.dumps({"apart": apart, "toured": True}))
        words = (word.replace("NOTES", str(folder / "notes")) for word in module)
        command = [
            sys.executable, "-m", *words,
            "--data", str(folder / "data"), str(day_file(folder)), "--now", "--serve", "0",
        ]  # fmt: skip
        environment = {**os.environ, **ALONE}
        if offscreen:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        with (folder / "out").open("wb") as out:
            running = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment
            )
        try:
            awaited(lambda: owner_note(folder / "data"), "the owner's note")
            (journal,) = (folder / "data" / "shows").glob("*.show")

            def links() -> Links | None:
                answer = call(owner_of(journal), {"ask": "links"})
                return {link["role"]: link for link in answer.get("links", ())} or None

            found = awaited(links, "the links")
            found["notes"] = {"url": str(folder / "notes")}
            yield found
        finally:
            running.terminate()
            running.wait(10)


class Http:
    """A connection over which commands are sent, kept open."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self.head = b""

    @classmethod
    async def of(cls, link: dict[str, str]) -> "Http":
        place = urlsplit(link["url"])
        made = cls(*await asyncio.open_connection(place.hostname, place.port))
        made.head = (
            f"POST /v1/command HTTP/1.1\r\nHost: {place.netloc}\r\n"
            f"Authorization: Bearer {link['token']}\r\nContent-Type: application/json\r\n"
        ).encode()
        return made

    async def send(self, command: bytes) -> None:
        """Send one; returns when it is answered."""
        self._writer.write(self.head + b"Content-Length: %d\r\n\r\n" % len(command) + command)
        head = await self._reader.readuntil(b"\r\n\r\n")
        assert b" 200 " in head.split(b"\r\n")[0], head
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        await self._reader.readexactly(length)


async def over_socket(link: dict[str, str]) -> Callable[[bytes], Awaitable[None]]:
    """Sends commands over a WebSocket."""
    place = urlsplit(link["url"])
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    writer.write(upgrade(place.netloc, link["token"], packed=False))
    await reader.readuntil(b"\r\n\r\n")
    heard = asyncio.create_task(_drain(reader, writer))

    async def send(command: bytes) -> None:
        assert not heard.done()
        writer.write(masked(command))

    return send


async def _drain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Hear what is told, and say that somebody is still there."""
    while heard := await reader.read(1 << 16):
        if PING in heard:
            writer.write(PONG)


async def latency(links: Links, count: int, commands: int) -> None:
    """From a command to each viewer."""
    viewers = await joined(links["viewer"]["url"], links["viewer"]["token"], count)
    http = await Http.of(links["companion"])
    for name, send in (("HTTP", http.send), ("WebSocket", await over_socket(links["companion"]))):
        took: list[float] = []
        for number in range(commands):
            news = [viewer.awaits() for viewer in viewers]
            began = perf_counter()
            await send(b'{"do":"say","text":"%d"}' % number)
            async with asyncio.timeout(5):
                took += [at - began for at in await asyncio.gather(*news)]
            await asyncio.sleep(PACE)
        told(f"{count} viewers, over {name}", took[count * 5 :])
    for viewer in viewers:
        viewer.close()
    await asyncio.sleep(0.5)


async def quiet(links: Links, count: int) -> None:
    """What a viewer costs while nothing happens; it asks the time every ten seconds."""
    viewers = await joined(links["viewer"]["url"], links["viewer"]["token"], count)
    await asyncio.sleep(2)
    before = sum(viewer.read + viewer.sent for viewer in viewers)
    for _ in range(6):
        for viewer in viewers:
            viewer.say(masked(b'{"ping":1763888461123.456}'))
        await asyncio.sleep(QUIET / 6)
    cost = (sum(viewer.read + viewer.sent for viewer in viewers) - before) / count
    print(f"a viewer and a minute, nothing happening: {cost:.0f} bytes both ways")
    for viewer in viewers:
        viewer.close()
    await asyncio.sleep(0.5)


async def joining(links: Links) -> None:
    """What many cost who come at once, and whether twice as many cost twice as much."""
    for packed in (True, False):
        for count in (150, 300):
            began = perf_counter()
            viewers = await joined(
                links["viewer"]["url"], links["viewer"]["token"], count, packed=packed
            )
            took = perf_counter() - began
            read = sum(viewer.read for viewer in viewers)
            how = "as browsers join" if packed else "not deflated"
            cost = f"{read / 1e6:.2f} MB, {read / count:.0f} bytes each, {took:.2f} s"
            print(f"{count} join, {how}: {cost}")
            for viewer in viewers:
                viewer.close()
            await asyncio.sleep(0.5)


async def painting(links: Links, count: int | None) -> None:
    """Commands for ten seconds while a window paints and so many look on; None: no command."""
    if count is None:
        await asyncio.sleep(10)
        return
    viewers = await joined(links["viewer"]["url"], links["viewer"]["token"], count) if count else []
    http = await Http.of(links["companion"])
    began = perf_counter()
    while perf_counter() - began < 10:
        await http.send(b'{"do":"say","text":"x"}')
        await asyncio.sleep(0.1)
    for viewer in viewers:
        viewer.close()


def painted(apart: bool) -> None:
    """The gaps between paintings: nothing happening, with nobody and with three hundred."""
    for count in (None, 0, 300):
        with program("tests.bench.painting", "NOTES", apart=apart, offscreen=True) as links:
            notes = Path(links["notes"]["url"])
            awaited(notes.exists, "paintings")
            asyncio.run(painting(links, count))
            moments = [float(line) for line in notes.read_text().split()][-500:]
        gaps = [b - a for a, b in pairwise(moments)]
        who = "nothing asked" if count is None else f"{count} viewers"
        told(f"between paintings, {who}", gaps)


def main() -> None:
    """Print everything, on the loop that is there and in a thread of its own."""
    commands = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for apart in (False, True):
        print("in a thread of its own" if apart else "on the show's own loop")
        with program("runofshow", "--headless", apart=apart) as links:
            for count in (1, 100, 300):
                asyncio.run(latency(links, count, commands))
            if not apart:
                asyncio.run(joining(links))
                asyncio.run(quiet(links, 100))
        print("with its windows")
        with program("runofshow", apart=apart, offscreen=True) as links:
            for count in (1, 100, 300):
                asyncio.run(latency(links, count, commands))
        painted(apart)


if __name__ == "__main__":
    main()
