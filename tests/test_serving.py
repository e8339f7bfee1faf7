"""The show on the network: opened, closed, refused; when its links end."""

import asyncio
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from runofshow.core.errors import Trouble
from runofshow.desk import Desk
from runofshow.net.links import Links
from runofshow.opening import Address
from runofshow.serving import Serving, expiry
from tests.hand import HandClock, Stage, day, leaf, seed
from tests.rows import each_row

PARIS = ZoneInfo("Europe/Paris")


def serving(folder: Path, clock: str = "09:00", **more: str) -> Serving:
    stage = Stage(seed())
    desk = Desk(stage.show, HandClock(stage.at(clock)), **more)  # type: ignore[arg-type]
    return Serving(desk, Links(folder), "fr")


def test_it_is_closed_until_opened_and_can_be_opened_again(tmp_path: Path) -> None:
    async def run() -> None:
        show = serving(tmp_path)
        assert (show.address, show.viewers) == ("", 0)
        with pytest.raises(Trouble, match="not open"):
            await show.links()
        for _ in range(2):
            await show.open(Address(0))
            assert show.address.startswith("http://127.0.0.1:")
            links = await show.links()
            assert {link.role for link in links} == {"viewer", "messages", "remote", "companion"}
            for link in links:
                assert link.url.startswith(show.address)
                assert link.url.endswith(f"#{link.token}")
        await show.close()
        await show.close()
        assert show.address == ""

    asyncio.run(run())


@pytest.mark.parametrize("apart", [False, True])
def test_a_port_that_is_taken_is_told_and_can_be_tried_again(tmp_path: Path, apart: bool) -> None:
    async def run() -> None:
        show = serving(tmp_path)
        show._apart = apart
        with socket.create_server(("127.0.0.1", 0)) as other:
            taken = Address(other.getsockname()[1])
            with pytest.raises(Trouble) as trouble:
                await show.open(taken)
            assert trouble.value.code == "net_refused"
            assert str(taken.port) in trouble.value.text("fr")
        await show.open(taken)
        assert show.address.endswith(f":{taken.port}")
        await show.close()

    asyncio.run(run())


def test_who_only_watches_opens_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        with pytest.raises(Trouble) as trouble:
            await serving(tmp_path, watching="marie@regie (4242)").open(Address(0))
        assert trouble.value.code == "net_watching"

    asyncio.run(run())


@each_row(
    "start, clock, ends",
    [
        ("09:00", "08:00", datetime(2026, 1, 20, 6, tzinfo=PARIS)),
        ("09:00", "33:00", datetime(2026, 1, 21, 6, tzinfo=PARIS)),  # run on another day
        ("23:00", "22:00", datetime(2026, 1, 20, 6, tzinfo=PARIS)),
        ("27:00", "26:00", datetime(2026, 1, 21, 6, tzinfo=PARIS)),
        ("29:00", "23:00", datetime(2026, 1, 20, 11, 10, tzinfo=PARIS)),  # the night's end is later
    ],
)
def test_links_end_with_the_show_day(start: str, clock: str, ends: datetime) -> None:
    stage = Stage(day(leaf("a", start=start)))
    assert expiry(stage.board(clock)) == ends.astimezone(UTC)


LOADED = """
import asyncio, sys, threading
from pathlib import Path
from runofshow.desk import Desk
from runofshow.net.links import Links
from runofshow.opening import Address
from runofshow.serving import Serving
from tests.hand import HandClock, Stage, seed

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "aiohttp":
            print(threading.current_thread() is threading.main_thread())

async def run():
    stage = Stage(seed())
    show = Serving(Desk(stage.show, HandClock(stage.at("09:00"))), Links(Path(sys.argv[1])), "fr")
    sys.meta_path.insert(0, Watch())
    await show.open(Address(0))
    await show.close()

asyncio.run(run())
"""


def test_what_serves_it_is_loaded_beside_the_loop_that_flips_digits(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOADED, str(tmp_path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
