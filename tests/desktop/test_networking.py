"""The régie opens the show to the network from its window: links that work, lamp, revoking."""

import shutil
import socket
from pathlib import Path
from typing import Any

import aiohttp

from runofshow.app import Desktop
from runofshow.store import settings as remembered
from runofshow.ui.operator.network_rows import NetworkWish
from tests.conftest import Aio
from tests.desktop.at_work import banner, banners, choose, data, file, lamp, running, screens, until

__all__ = ["data", "file", "screens"]


def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def choose_port(desktop: Desktop, port: int) -> None:
    venue = desktop.memory.settings.venue.model_copy(update={"port": port})
    desktop.memory.change(venue=venue)


async def opens(desktop: Desktop, key: str = "toggle") -> None:
    """Open the network, or close it, and wait until that is done."""
    serving: Any = desktop.day.serving
    before = serving.address
    desktop.window.network_asked.emit(NetworkWish("toggle"))
    await until(lambda: serving.address != before and not desktop.errands.busy)


async def handed(desktop: Desktop) -> dict[str, str]:
    """The addresses that the sheet hands out, by page."""
    if not desktop.window.venue.open:
        desktop.window.venue.toggle()
    await until(lambda: bool(desktop.window.venue.sheet.network.links))
    return {page: link.url for page, link in desktop.window.venue.sheet.network.links.items()}


async def reads(session: aiohttp.ClientSession, url: str) -> int:
    """The status with which a program with that link reads the board."""
    where, _, token = url.partition("#")
    base = "/".join(where.split("/")[:3])
    bearer = {"Authorization": f"Bearer {token}"}
    async with session.get(f"{base}/v1/board", headers=bearer) as answer:
        return answer.status


def test_one_key_opens_the_show_and_its_links_work_until_one_key_closes_it(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop, aiohttp.ClientSession() as session:
            assert (lamp(desktop, "network").state, lamp(desktop, "network").word) == (
                "off", "coupé",
            )  # fmt: skip
            port = free()
            choose_port(desktop, port)
            await opens(desktop)
            assert "ce poste seulement" in banners(desktop)["network"]
            assert lamp(desktop, "network").word == "local, 0"
            links = await handed(desktop)
            assert links["stage"].startswith(f"http://127.0.0.1:{port}/stage#")
            assert [await reads(session, url) for url in links.values()] == [200] * len(links)
            for number in range(6):
                assert await reads(session, f"http://127.0.0.1:{port}/stage#{number:032}") == 401
            assert banners(desktop)["guessed_key"].startswith("127.0.0.1 essaie de faux liens")
            assert banner(desktop, "guessed_key").severity == "watch"
            desktop.window.network_asked.emit(NetworkWish("language", "fr"))
            sheet = desktop.window.venue.sheet
            await until(lambda: "?lang=fr#" in sheet.network.links["stage"].url)
            stage = sheet.network.links["stage"]
            live = f"http://127.0.0.1:{port}/v1/live?page=stage"
            bearer = {"Authorization": f"Bearer {stage.url.partition('#')[2]}"}
            async with session.ws_connect(live, headers=bearer) as screen:
                await screen.receive()
                desktop.networking._do(desktop.networking.handing_out.look())
                await until(lambda: len(sheet.network.screens) == 1)
                (seen,) = sheet.network.screens
                assert (seen.page, seen.address, seen.link) == ("stage", "127.0.0.1", stage.id)
                desktop.window.network_asked.emit(NetworkWish("identify", seen.number))
                while "identify" not in (said := (await screen.receive()).json()):
                    pass
                assert said == {"identify": seen.number}
                desktop.window.network_asked.emit(NetworkWish("revoke", (stage.id,)))
                while not screen.closed:
                    await screen.receive()
                assert screen.close_code == 4401
            assert await reads(session, stage.url) == 401
            assert await reads(session, links["messages"]) == 200
            await until(lambda: sheet.network.links["stage"].id != stage.id)
            assert await reads(session, sheet.network.links["stage"].url) == 200
            await opens(desktop)
            assert lamp(desktop, "network").state == "off"
            assert not sheet.network.links
            with socket.create_server(("127.0.0.1", port)):
                pass  # nobody listens any more

    aio(run())


def test_a_tablet_still_reads_after_the_program_was_killed_and_begun_again(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        port = free()
        settings, kept = data / remembered.NAME, data / "as it was when killed"
        async with aiohttp.ClientSession() as session:
            async with running(data, file) as desktop:
                choose_port(desktop, port)
                await opens(desktop)
                tablet = (await handed(desktop))["stage"]
                shutil.copy(settings, kept)
            assert remembered.load(data)[0].venue.open_for == ""  # left, it was closed
            shutil.copy(kept, settings)
            async with running(data, file) as desktop:
                assert "rouvert" in banners(desktop)["network"]
                assert await reads(session, tablet) == 200
                await handed(desktop)
                assert len(desktop.window.venue.sheet.network.stale) == 4
                desktop.window.network_asked.emit(NetworkWish("revoke_all"))
                await until(lambda: not desktop.window.venue.sheet.network.stale)
                assert await reads(session, tablet) == 401
            async with running(data, file) as desktop:  # left by the régie: closed
                assert lamp(desktop, "network").state == "off"

    aio(run())


def test_a_port_that_is_taken_gives_way_to_the_next_and_an_interface_that_is_gone_to_none(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            with socket.create_server(("127.0.0.1", 0)) as other:
                taken = other.getsockname()[1]
                choose_port(desktop, taken)
                await opens(desktop)
            assert desktop.memory.settings.venue.port > taken
            assert f"Port {taken} pris" in banners(desktop)["network"]
            await opens(desktop)
            desktop.window.network_asked.emit(NetworkWish("reach", "nowhere0"))
            desktop.window.network_asked.emit(NetworkWish("toggle"))
            await until(lambda: "net_gone" in banners(desktop))
            assert lamp(desktop, "network").state == "off"

    aio(run())


def test_a_phone_is_let_in_by_the_number_that_the_regie_compares(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop, aiohttp.ClientSession() as session:
            choose_port(desktop, free())
            await opens(desktop)
            await handed(desktop)
            sheet = desktop.window.venue.sheet

            async def scans() -> dict[str, Any]:
                desktop.window.network_asked.emit(NetworkWish("page", "remote"))
                sheet.page = "remote"
                await until(lambda: "/pair" in (sheet.code.value or ""))
                base, _, code = (sheet.code.value or "").partition("/pair#")
                said = await session.post(f"{base}/v1/pair", json={"code": code, "name": "Pixel"})
                desktop.networking._do(desktop.networking.handing_out.look())
                return {**await said.json(), "base": base, "status": said.status, "read": code}

            async def hears(phone: dict[str, Any]) -> tuple[int, dict[str, Any]]:
                ticket = {"ticket": phone["ticket"]}
                said = await session.post(f"{phone['base']}/v1/pair", json=ticket)
                return said.status, await said.json()

            phone = await scans()
            asks = f"asks {phone['number']}"
            await until(lambda: asks in banners(desktop))
            assert banners(desktop)[asks] == (
                f"{phone['number']} demande à piloter\u00a0: Pixel"
            )  # nothing modal: the day runs on, and GO's keys too
            choose(desktop, "Refuser")
            await until(lambda: "refusée" in banners(desktop).get("network", ""))
            assert (await hears(phone))[1]["code"] == "pair_refused"
            again = await scans()
            assert again["read"] != phone["read"]
            await until(lambda: f"asks {again['number']}" in banners(desktop))
            choose(desktop, f"Accepter {again['number']}")
            await until(lambda: "acceptée" in banners(desktop).get("network", ""))
            _, accepted = await hears(again)
            assert await reads(session, f"{again['base']}/#{accepted['token']}") == 200
            await until(lambda: [each.name for each in sheet.network.paired] == ["Pixel"])
            third = await scans()
            desktop.window.network_asked.emit(NetworkWish("page", "stage"))
            await until(lambda: not desktop.errands.busy)
            late = await session.post(f"{third['base']}/v1/pair", json={"code": sheet.code.value})
            assert late.status == 400 or (await late.json())["code"] == "pair_wrong"
            desktop.window.network_asked.emit(NetworkWish("toggle"))
            await until(lambda: f"asks {third['number']}" not in banners(desktop))

    aio(run())


def test_the_server_runs_apart_from_the_next_opening_on_when_that_is_preferred(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop, aiohttp.ClientSession() as session:
            serving: Any = desktop.day.serving
            choose_port(desktop, free())
            for apart in (True, False):
                desktop.window.setting_chosen.emit("apart", apart)
                await opens(desktop)
                assert type(serving._server).__name__ == ("Apart" if apart else "Server")
                assert await reads(session, (await handed(desktop))["stage"]) == 200
                language, palette = ("en", "distinct") if apart else ("fr", "classic")
                desktop.window.setting_chosen.emit("palette", palette)
                desktop.window.setting_chosen.emit("language", language)
                await until(lambda: not desktop.errands.busy)
                assert (serving._told.language, serving._told.palette) == (language, palette)
                async with session.get(f"{serving.address}/made/look.js") as look:  # pages follow
                    assert f'"palette": "{palette}"' in await look.text()
                await opens(desktop)

    aio(run())
