"""What is wired to a show: kept on this machine, opened with it, changed while it runs."""

import asyncio
import os
import socket
import stat
from pathlib import Path

import pytest

from runofshow.core.errors import Unwritable
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.net.links import Links
from runofshow.opening import Address
from runofshow.store import wires as kept
from runofshow.store.wires import CompanionDoor, OscDoor, Wire, Wires
from runofshow.wired.wiring import Wiring
from tests.hand import HandClock, Stage, day, leaf

HERE = Address(0)


def made(folder: Path, told: list[Sentence], watching: str | None = None) -> Wiring:
    stage = Stage(day(leaf("a", start="09:00")))
    desk = Desk(stage.show, HandClock(stage.at("09:00")), watching=watching)
    return Wiring(desk, Links(folder), folder, "en", told.append)


def test_it_is_all_closed_until_it_is_asked_for(tmp_path: Path) -> None:
    async def run() -> None:
        told: list[Sentence] = []
        wiring = made(tmp_path, told)
        await wiring.begin(None, None)
        assert (wiring.companion.address, wiring.osc.address, told) == ("", "", [])
        await wiring.end()
        await wiring.begin(HERE, HERE)
        assert wiring.companion.address.startswith("http://127.0.0.1:")
        assert wiring.osc.address.startswith("127.0.0.1:")
        assert [each.code for each in told] == ["companion_open", "osc_open"]
        await wiring.end()
        assert (wiring.companion.address, wiring.osc.address) == ("", "")

    asyncio.run(run())


def test_what_is_changed_is_so_at_once_and_the_next_time(tmp_path: Path) -> None:
    async def run() -> None:
        told: list[Sentence] = []
        wiring = made(tmp_path, told)
        await wiring.begin(None, None)
        wires = Wires(
            companion=CompanionDoor(on=True, port=0),
            osc=OscDoor(on=True, port=0, pin="4711"),
            outputs=(Wire(name="w", on=True, url="http://127.0.0.1:1/"),),
        )
        await wiring.change(wires)
        here = wiring.companion.address
        assert here
        assert wiring.osc.address
        await wiring.change(wires.model_copy(update={"osc": OscDoor()}))
        assert (wiring.companion.address, wiring.osc.address) == (here, "")
        await wiring.end()
        again = made(tmp_path, told)
        assert again.wires == wiring.wires
        await again.begin(None, None)
        assert again.companion.address
        await again.end()
        watching = made(tmp_path, told, watching="Ada")
        told.clear()
        await watching.begin(None, None)  # who only watches leaves it to Ada, without a word
        assert (watching.companion.address, told) == ("", [])
        await watching.begin(None, HERE)
        assert [each.code for each in told] == ["net_watching"]
        await watching.end()

    asyncio.run(run())


def test_what_cannot_be_opened_is_told_and_the_rest_is_open(tmp_path: Path) -> None:
    async def run() -> None:
        told: list[Sentence] = []
        wiring = made(tmp_path, told)
        await wiring.begin(HERE, Address(0, "0.0.0.0"))
        assert [each.code for each in told] == ["companion_open", "osc_pin_wanted"]
        await wiring.end()
        told.clear()
        taken = socket.create_server(("127.0.0.1", 0))
        door = CompanionDoor(on=True, port=taken.getsockname()[1])
        await wiring.change(Wires(companion=door))
        assert [each.code for each in told] == ["net_refused"]
        taken.close()
        await wiring.change(Wires(companion=door))  # once more
        assert wiring.companion.address
        assert len(told) == 1
        assert not wiring.beyond  # this machine alone
        osc = OscDoor(on=True, host="0.0.0.0", port=0, pin="4711")
        await wiring.change(Wires(companion=door, osc=osc))
        assert [*wiring.beyond] == ["OSC"]
        await wiring.end()

    asyncio.run(run())


def test_the_file_is_for_its_user_alone_and_a_broken_one_is_set_aside(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    kept.save(folder, Wires(osc=OscDoor(pin="4711")))
    path = folder / kept.NAME
    assert kept.load(folder) == (Wires(osc=OscDoor(pin="4711")), None)
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text('{"osc": {"port": 99999}}')
    wires, said = kept.load(folder)
    assert wires == Wires()
    assert said is not None
    assert "set aside" in said.text("en")
    assert not path.exists()
    assert kept.load(folder) == (Wires(), None)
    path.mkdir()
    with pytest.raises(Unwritable):
        kept.save(folder, Wires())
