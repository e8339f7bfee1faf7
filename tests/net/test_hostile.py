"""Hostile visitors: floods, sockets that dawdle, ten thousand wrong frames; the show goes on."""

import asyncio
import json
import logging
import random
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from runofshow.net import visit
from runofshow.net.frames import frame
from runofshow.net.gate import Crowd
from tests.net.opened import Net, gives_nothing_back, opened, request, until
from tests.process import PATIENCE


def told(folder: Path, story: Callable[[Net], Awaitable[None]]) -> None:
    async def run() -> None:
        async with opened(folder) as net:
            await story(net)

    asyncio.run(run())


def strangers_are_welcome(net: Net) -> None:
    """Count nobody's requests: what is tested lies behind."""
    gate = getattr(net.serving._server, "_gate")  # noqa: B009
    for pace in (gate.requests, gate.strangers, gate.commands, gate.bytes):
        pace.take = lambda *_: True


def test_a_request_that_does_not_come_whole_ends_the_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.net.visit.HANDSHAKE", 0.1)
    monkeypatch.setattr("runofshow.net.api.HANDSHAKE", 0.1)
    monkeypatch.setattr(visit.Reception.__init__, "__defaults__", (0.1,))

    async def story(net: Net) -> None:
        head = request(
            net, f"Authorization: Bearer {net.tokens['remote']}", "Content-Type: application/json",
            "Content-Length: 100", method="POST", path="/v1/command",
        )  # fmt: skip
        whole = request(net, f"Authorization: Bearer {net.tokens['remote']}")

        async def hear(said: bytes) -> list[bytes]:
            async with net.line() as line:
                await line.say(said)
                return (await line.ended()).split(b" ")[1:2]

        async def answered(said: bytes) -> list[bytes]:
            """Say it until it is in time: a busy machine may itself take a tenth of a second."""
            async with asyncio.timeout(PATIENCE):
                while not (heard := await hear(said)):
                    pass
            return heard

        heard = await asyncio.gather(
            hear(b""),
            hear(b"GET"),
            hear(b"GET /v1/time HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "),
            answered(head + b'{"do": '),
            answered(whole),
            answered(whole + b"GET /v1/time HT"),
        )
        assert [*heard] == [[], [], [], [b"408"], [b"200"], [b"200"]]
        assert net.desk.show.rev == 0

    told(tmp_path, story)


def test_an_answer_that_is_not_read_ends_the_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "SLOW", 0.1)

    async def story(net: Net) -> None:
        strangers_are_welcome(net)
        gate = getattr(net.serving._server, "_gate")  # noqa: B009
        async with net.line() as line:
            line.writer.transport.pause_reading()  # type: ignore[attr-defined]
            ask = request(
                net, f"Authorization: Bearer {net.tokens['viewer']}", path="/v1/openapi.json"
            )
            async with asyncio.timeout(PATIENCE):
                while gate._all:
                    line.writer.write(ask * 5)
                    await asyncio.sleep(0.01)

    told(tmp_path, story)


def test_a_crowd_from_one_address_is_let_in_up_to_its_number(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        gate = getattr(net.serving._server, "_gate")  # noqa: B009
        host, port = net.host.split(":")
        lines = [await asyncio.open_connection(host, int(port)) for _ in range(90)]
        await until(lambda: gate._all == gate.crowd.each)
        for _, writer in lines:
            writer.close()
        await until(lambda: not gate._all)
        assert (await net.ask("GET", "/v1/time", "viewer"))[0] == 200

    told(tmp_path, story)


def test_a_flood_of_the_smallest_pieces_is_dropped_unread_and_a_screen_stays(
    tmp_path: Path,
) -> None:
    """Ten thousand chunks of one byte in one read: parsed, they would hold the loop for long."""

    async def story(net: Net) -> None:
        flood = request(
            net, f"Host: {net.host}", "Content-Type: application/json",
            "Transfer-Encoding: chunked", method="POST", path="/v1/pair",
        ) + b"1\r\na\r\n" * 10_000  # fmt: skip
        gate = getattr(net.serving._server, "_gate")  # noqa: B009
        gives_nothing_back(gate.bytes)
        async with net.screen() as screen, AsyncExitStack() as lines:
            there = [await lines.enter_async_context(net.line()) for _ in range(20)]
            await until(lambda: gate._all == 21)
            for line in there:
                line.writer.write(flood)
            await until(lambda: gate._all <= 5)  # the first four were no more than may come
            assert (await screen.say(ping=1))["pong"] == 1

    told(tmp_path, story)


def test_a_screen_that_sends_more_than_any_is_dropped_whatever_it_is(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        gate = getattr(net.serving._server, "_gate")  # noqa: B009
        async with net.screen() as screen:
            writer = screen.socket._writer
            writer.transport.write(b"\x01\x80\0\0\0\0" + b"\0\x80\0\0\0\0" * 40_000)
            await until(lambda: not gate._all)

    told(tmp_path, story)


def test_a_screen_that_reads_nothing_keeps_nobody_from_ending_its_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.net.connected.PARTING", 0.05)

    async def story(net: Net) -> None:
        server: Any = net.serving._server
        async with net.line() as line:
            await line.say(
                request(
                    net, f"Authorization: Bearer {net.tokens['viewer']}", "Connection: Upgrade",
                    "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", path="/v1/live",
                )
            )  # fmt: skip
            line.writer.transport.pause_reading()  # type: ignore[attr-defined]
            await until(lambda: server.live._guests)
            (guest,) = server.live._guests.values()
            while guest.visit.flowing.is_set():
                guest.visit.write(b"\x81\x7e\x7f\xff" + bytes(0x7FFF))
            async with asyncio.timeout(PATIENCE):
                assert await server.revoke(guest.link.id)
            await until(lambda: not server.live._guests)

    told(tmp_path, story)


def test_who_leaves_in_the_middle_of_its_questions_leaves_nothing_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story(net: Net) -> None:
        server: Any = net.serving._server
        async with net.screen():
            (guest,) = server.live._guests.values()
            guest.visit.drop()
            for _ in range(10):  # answers to what it had asked before
                await guest.answer(frame({"pong": 1}))
        await until(lambda: not server.live._guests)
        assert "socket.send()" not in caplog.text

    told(tmp_path, story)


def test_idle_connections_that_take_all_places_keep_no_screen_out(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        gate = getattr(net.serving._server, "_gate")  # noqa: B009
        gate.crowd = Crowd(each=60, all=5)
        async with net.screen() as first, AsyncExitStack() as lines:
            for _ in range(9):
                await lines.enter_async_context(net.line())
            await until(lambda: gate._all == 5)
            async with net.screen() as last:
                for screen in (first, last):
                    assert (await screen.say(ping=1))["pong"] == 1

    told(tmp_path, story)


def test_a_flood_from_one_address_is_not_answered_for_long(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        gives_nothing_back(getattr(net.serving._server, "_gate").requests)  # noqa: B009
        statuses = [(await net.ask("GET", "/v1/time", "viewer"))[0] for _ in range(150)]
        assert statuses[:100] == [200] * 100
        assert 429 in statuses
        async with net.session.get(net.serving.address + "/stage") as page:
            assert page.status == 200  # pages are counted by themselves

    told(tmp_path, story)


NOISE = random.Random(7)
PIECES = [
    b"GET ", b"POST ", b"/v1/live", b"/v1/command", b"/%00", b" HTTP/1.1", b" HTTP/9", b"\r\n",
    b"\n", b"\r\n\r\n", b"Host: ", b"Host: 127.0.0.1", b"Content-Length: 5",
    b"Content-Length: -1", b"Content-Length: 99999999999999999999", b"fffffffff\r\n",
    b"Transfer-Encoding: chunked", b"Upgrade: websocket", b"Connection: upgrade", b"\x00",
    b"\xff\xfe", b"Sec-WebSocket-Version: 13", b"Expect: 100-continue", b": ", b"\x81\x85",
    b"Authorization: Bearer ", b"A" * 5000, b"\x16\x03\x01",
]  # fmt: skip


def noise() -> bytes:
    return b"".join(NOISE.choices(PIECES, k=NOISE.randint(1, 12)))


def test_ten_thousand_wrong_requests_and_frames_do_nothing_and_leave_nothing_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def shout(net: Net, count: int) -> None:
        host, port = net.host.split(":")
        _, writer = await asyncio.open_connection(host, int(port))
        writer.write(b"".join(noise() for _ in range(count)))
        writer.close()

    async def mumble(net: Net, count: int) -> None:
        """A known screen that speaks nonsense; whoever breaks the protocol is hung up on."""
        async with net.screen("companion") as screen:
            for _ in range(count):
                kind, length = NOISE.randbytes(1), NOISE.randint(0, 60)
                head = kind if NOISE.random() < 0.3 else b"\x81"
                body = NOISE.randbytes(length) if NOISE.random() < 0.5 else b'{"do":"go","x":[' * 3
                writer = screen.socket._writer.transport
                writer.write(head + bytes((0x80 | len(body[:60]),)) + bytes(4) + body[:60])
            await asyncio.sleep(0)

    async def story(net: Net) -> None:
        strangers_are_welcome(net)
        for _ in range(50):
            await asyncio.gather(*(shout(net, 20) for _ in range(8)))
            await mumble(net, 40)
        free: list[Any] = [None]
        async with asyncio.timeout(PATIENCE):
            while free[0] != 200:
                free = [(await net.ask("GET", "/v1/time", "viewer"))[0]]
        assert net.desk.show.rev == 0
        for token in net.tokens.values():
            assert token not in caplog.text
        assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []

    caplog.set_level(logging.DEBUG)
    told(tmp_path, story)


def test_a_fault_of_ours_is_told_to_the_application_and_names_no_secret(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story(net: Net) -> None:
        faults: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, context: faults.append(context))
        api = getattr(net.serving._server, "_door")._reception.request_handler.__self__  # noqa: B009

        async def broken(*_: object) -> Any:
            raise ZeroDivisionError

        api.doors = api.doors._replace(board=broken)
        status, said = await net.ask("GET", "/v1/board", "remote")
        assert (status, said["code"]) == (500, "fault")
        assert "Zero" not in json.dumps(said)
        (fault,) = faults
        assert isinstance(fault["exception"], ZeroDivisionError)
        assert (await net.ask("GET", "/v1/time", "remote"))[0] == 200
        for token in net.tokens.values():
            assert token not in caplog.text
            assert token not in str(fault)

    caplog.set_level(logging.DEBUG)
    told(tmp_path, story)
