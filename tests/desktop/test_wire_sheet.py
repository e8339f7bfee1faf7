"""The régie wires the show from its window: kept, at work at once, refused with a sentence."""

import asyncio
from pathlib import Path

import aiohttp

from runofshow.core.commands import Go
from runofshow.store import wires as kept
from runofshow.store.wires import CompanionDoor, OscDoor, Wire, Wires
from runofshow.ui.operator.network_rows import NetworkWish
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.operator.wire_rows import WireWish
from tests.conftest import Aio
from tests.desktop.at_work import data, file, running, screens, until

__all__ = ["data", "file", "screens"]


async def wired(window: OperatorWindow, link: str) -> None:
    """A Stream Deck comes, is seen among the screens while the show is closed, and is revoked."""
    window.venue.toggle()
    venue = window.venue.sheet
    url = link.replace("/?", "/ws?")
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as deck:
        await until(lambda: len(venue.network.decks) == 1)
        assert (venue.network.address, venue.network.decks[0].address) == ("", "127.0.0.1")
        (paired,) = venue.network.wired
        assert (paired.name, paired.here) == ("127.0.0.1", True)
        window.network_asked.emit(NetworkWish("revoke", (paired.link,)))
        while not deck.closed:
            await deck.receive()
        assert deck.close_code == 4401
    await until(lambda: not venue.network.wired)
    window.wirings.toggle()
    await until(lambda: window.wirings.sheet.stands.link not in ("", link))


def test_what_is_wired_in_the_window_works_at_once_and_is_kept(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        called = asyncio.Event()

        async def hook(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            called.set()
            writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
            writer.close()

        server = await asyncio.start_server(hook, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server, running(data, file) as desktop:
            window = desktop.window
            window.wirings.toggle()
            sheet = window.wirings.sheet
            await until(lambda: sheet.stands.fields != ())
            assert sheet.stands.companion == ""
            wrong = Wire(name="hook", on=True, url="ftp://x/")
            window.wire_asked.emit(WireWish("change", Wires(outputs=(wrong,))))
            window.wire_asked.emit(WireWish("trial", Wires(outputs=(wrong,))))
            assert "http://" in sheet._why
            idle = Wire(text='{"a": {tilte}}')
            window.wire_asked.emit(WireWish("change", Wires(outputs=(idle,))))
            assert "title" in sheet._why
            for short in (OscDoor(host="0.0.0.0", pin="123"), OscDoor(host="0.0.0.0", on=True)):
                window.wire_asked.emit(WireWish("change", Wires(osc=short)))
                assert "4" in sheet._why
                sheet.refuse("")
            assert kept.load(data) == (Wires(), None)
            right = wrong.model_copy(update={"url": f"http://127.0.0.1:{port}/"})
            wires = Wires(
                companion=CompanionDoor(on=True, port=0), osc=OscDoor(on=True, port=0),
                outputs=(right,),
            )  # fmt: skip
            window.wire_asked.emit(WireWish("change", wires))
            await until(lambda: bool(sheet.stands.companion and sheet.stands.osc))
            assert sheet.stands.link.startswith(f"{sheet.stands.companion}/?token=")
            assert kept.load(data) == (wires, None)
            await wired(window, sheet.stands.link)
            window.wire_asked.emit(WireWish("trial", wires))
            await until(lambda: len(sheet.stands.log) == 1)
            assert sheet.stands.log[0].trial
            assert "204" in sheet.stands.log[0].said
            called.clear()
            desktop.do(Go())
            await until(lambda: called.is_set() and len(sheet.stands.log) == 2)
            assert not sheet.stands.log[1].failed

    aio(run())
