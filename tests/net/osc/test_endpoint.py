"""OSC at the show: heard, answered, told; a PIN, floods, loops, garbage."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from runofshow.core.errors import Trouble
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.net.osc.packets import Argument, Message, read, written
from runofshow.store.wires import OscDoor
from runofshow.wired.osc import Osc
from tests.conftest import Aio
from tests.hand import HandClock, Stage, day, leaf
from tests.net.opened import gives_nothing_back, until
from tests.process import PATIENCE

PLAN = day(leaf("a", start="09:00"), leaf("b"), leaf("c"))


class Console(asyncio.DatagramProtocol):
    """A lighting desk: it sends messages, and keeps what it is answered."""

    def __init__(self) -> None:
        self.answers: asyncio.Queue[Message] = asyncio.Queue()
        self.transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, _: Any) -> None:
        for message in read(data):
            self.answers.put_nowait(message)

    def send(self, address: str, *arguments: Argument) -> None:
        self.transport.sendto(written(f"/runofshow/{address}", arguments))

    async def answer(self) -> tuple[str, Argument]:
        """The address of the next answer, and what it begins with."""
        async with asyncio.timeout(PATIENCE):
            message = await self.answers.get()
        return message.address, message.arguments[0] if message.arguments else None

    async def asked(self, address: str, *arguments: Argument) -> tuple[str, Argument]:
        self.send(address, *arguments)
        return await self.answer()


Story = Callable[[Osc, Desk, HandClock, Console], Awaitable[None]]


async def lived(story: Story, warned: list[Sentence] | None = None, **door: Any) -> None:
    stage = Stage(PLAN)
    clock = HandClock(stage.at("09:00"))
    desk = Desk(stage.show, clock)
    osc = Osc(desk, "en", (warned if warned is not None else []).append)
    await osc.open(OscDoor(port=0, **door))
    assert osc.place is not None
    loop = asyncio.get_running_loop()
    _, console = await loop.create_datagram_endpoint(Console, remote_addr=osc.place)
    try:
        await story(osc, desk, clock, console)
    finally:
        console.transport.close()
        await osc.close()


async def day_at_a_console(_: Osc, desk: Desk, clock: HandClock, console: Console) -> None:
    assert await console.asked("go") == ("/reply/go", "ok")
    console.send("go", 0.0)  # released: nothing
    assert await console.asked("go", 1.0) == ("/reply/go", "refused")  # the guard of all sources
    clock.turn(seconds=1)
    assert await console.asked("cue/3/go") == ("/reply/cue/3/go", "ok")
    assert await console.asked("stretch", "1m") == ("/reply/stretch", "ok")
    assert await console.asked("nothing") == ("/reply/nothing", "refused")
    assert await console.asked("command", '{"do": "finish"}') == ("/reply/command", "refused")
    console.send("state")
    heard = dict([await console.answer() for _ in range(16)])
    assert heard["/runofshow/on_air/slot"] == "c"
    assert desk.show.rev == 3


def test_a_console_drives_the_show() -> None:
    asyncio.run(lived(day_at_a_console))


def test_it_does_so_on_the_windows_loop_too(aio: Aio) -> None:
    aio(lived(day_at_a_console))


def test_without_the_pin_nothing_is_done_or_answered() -> None:
    async def story(osc: Osc, desk: Desk, _: HandClock, console: Console) -> None:
        endpoint: Any = osc._endpoint
        gives_nothing_back(endpoint._guesses, endpoint._strangers)
        for arguments in ((), ("0000",), (1,), (1.0, 4711), (None,)):
            console.send("go", *arguments)
        console.send("state")
        assert await console.asked("go", 4711) == ("/reply/go", "ok")  # a number will do
        assert await console.asked("stretch", "4711", "1m") == ("/reply/stretch", "ok")
        assert (desk.show.rev, osc.counts) == (2, (2, 6))
        for number in range(40):
            console.send("hold", str(number))
        console.send("hold", "4711")  # tried too often: not even read any more
        await until(lambda: osc.counts[1] == 6 + 41)
        assert desk.show.rev == 2

    asyncio.run(lived(story, pin="4711"))


def test_guesses_from_forged_addresses_are_counted_together_and_who_is_known_stays_heard(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def story(osc: Osc, desk: Desk, _: HandClock, console: Console) -> None:
        endpoint: Any = osc._endpoint
        gives_nothing_back(endpoint._guesses, endpoint._strangers)

        def forged(address: str, pin: str) -> None:
            packet = written("/runofshow/note", (pin, "x"))
            endpoint.datagram_received(packet, (address, 9))

        assert await console.asked("go", "4711") == ("/reply/go", "ok")
        for number in range(100):
            forged(f"10.0.0.{number}", "0000")  # a console that never learns tells nothing
        forged("10.0.1.1", "4711")
        assert endpoint._waiting.qsize() == 1
        for number in range(60):
            forged(f"10.0.2.{number}", f"{number:04}")
        forged("10.0.2.99", "4711")  # it might as well be the next guess
        assert endpoint._waiting.qsize() == 1
        assert await console.asked("hold", "4711") == ("/reply/hold", "ok")

    warned: list[Sentence] = []
    caplog.set_level(logging.DEBUG)
    asyncio.run(lived(story, warned, pin="4711"))
    assert [each.code for each in warned] == ["guessed_pin"]
    assert "turned away from 10.0.0.1: wrong_pin" in caplog.text
    for pin in ("4711", "0000", "0059"):
        assert pin not in caplog.text


def test_a_flood_is_dropped_and_garbage_harms_nothing() -> None:
    async def story(osc: Osc, desk: Desk, _: HandClock, console: Console) -> None:
        endpoint: Any = osc._endpoint
        gives_nothing_back(endpoint._each)
        chance = random.Random(5)
        for __ in range(100):
            console.transport.sendto(chance.randbytes(chance.randrange(1, 60)))
        console.transport.sendto(written("/reply/go", ("ok",)))  # never answered: no loop
        await until(lambda: osc.counts == (0, 101))
        for number in range(60):
            console.send("note", str(number))
        await until(lambda: sum(osc.counts) == 161)
        assert desk.show.rev == osc.counts[0] == 20

    asyncio.run(lived(story))


def test_it_opens_on_the_network_only_with_a_pin_and_where_nobody_listens() -> None:
    async def story(osc: Osc, desk: Desk, _: HandClock, __: Console) -> None:
        other = Osc(desk, "en")
        for pin, why in (("", "only with a PIN"), ("123", "at least 4"), (" 12 ", "at least 4")):
            with pytest.raises(Trouble, match=why):
                await other.open(OscDoor(host="0.0.0.0", port=0, pin=pin))
        assert osc.place is not None
        with pytest.raises(Trouble, match="cannot be opened"):
            await other.open(OscDoor(port=osc.place[1]))
        assert (other.address, other.counts) == ("", (0, 0))

    asyncio.run(lived(story))
