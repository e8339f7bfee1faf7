"""Live: what screens are told over a WebSocket, and what none of them can do to the others."""

import asyncio
import json
import logging
import socket
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp._websocket.reader import WebSocketDataQueue, WebSocketReader
from aiohttp.base_protocol import BaseProtocol

from runofshow.net.frames import frame
from runofshow.net.gate import FRAME, SAYINGS
from runofshow.net.live import PROTOCOL
from runofshow.store.settings import Settings
from tests.conftest import Aio
from tests.hand import day, leaf, seed
from tests.net.opened import Net, opened, request, shown, until
from tests.process import PATIENCE
from tests.rows import each_row


def told(folder: Path, story: Callable[[Net], Awaitable[None]], **more: Any) -> None:
    async def run() -> None:
        async with opened(folder, **more) as net:
            await story(net)

    asyncio.run(run())


async def whole_story(net: Net, *, at_once: bool = True) -> None:
    """A day as two screens and a remote live it, one of them over a deflated connection."""
    async with (
        net.screen("viewer") as hall,
        net.screen("viewer", compress=15) as packed,
        net.screen("remote") as hand,
    ):
        assert hall.hello["role"] == "viewer"
        assert hall.hello["may"] == []
        assert hall.hello["now"] == net.clock.now().timestamp() * 1000
        assert "go" in hand.hello["may"]
        said = await hand.say(do="go", id="x", **{"from": None})
        assert said == {"answer": {"ok": True, "rev": 1}, "to": "x"}
        net.clock.turn(minutes=2)
        net.desk.do_json({"do": "stretch", "by": "1m"})
        net.desk.do_json({"do": "say", "text": "à {left}", "to": "crew"})
        for screen in (hall, packed, hand):
            await screen.until(3)
            assert screen.board == shown(net.desk, public=screen is not hand)
        assert "message" not in hall.board
        assert hand.board["message"]["text"] == "à {left}"
        net.clock.turn(minutes=20)  # it runs over
        if at_once:
            net.serving._tell()  # else it is told with the next beat
        while hall.board["on_air"]["phase"] != "over":
            await hall.heard()
        assert hall.board == shown(net.desk, public=True)
        refused = await hall.say(do="end")
        assert refused["answer"]["code"] == "not_allowed"
        assert net.desk.show.rev == 3


@pytest.mark.parametrize("apart", [False, True])
def test_screens_are_told_what_happens_and_nothing_else(tmp_path: Path, apart: bool) -> None:
    told(tmp_path, whole_story, apart=apart)


def test_it_is_so_on_the_windows_loop_too(tmp_path: Path, aio: Aio) -> None:
    async def run() -> None:
        async with opened(tmp_path) as net:
            await whole_story(net, at_once=False)

    aio(run())


def test_who_is_told_in_a_later_lot_is_told_all_of_it_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.net.live.LOT", 1)

    async def story(net: Net) -> None:
        async with net.screen() as first, net.screen() as last:
            for text in ("2 MIN", "1 MIN"):  # the last has not heard of one when the other comes
                net.desk.do_json({"do": "say", "text": text})
                net.serving._tell()
            for screen in (first, last):
                await screen.until(2)
                assert screen.board == shown(net.desk, public=True)

    told(tmp_path, story)


def test_time_is_told_and_the_whole_when_asked_for(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        async with net.screen() as screen:
            net.clock.turn(milliseconds=1500)
            said = await screen.say(ping=12.5)
            assert said == {"pong": 12.5, "at": net.clock.now().timestamp() * 1000}
            screen.board = {}
            await screen.say(ask="board")
            assert screen.board == shown(net.desk, public=True)
            server: Any = net.serving._server
            (group,) = server.live._groups.values()
            once = group.whole()
            await screen.say(ask="board")
            assert group.whole() is once  # who asks all day has it encoded once

    told(tmp_path, story)


def test_a_browser_says_its_token_as_a_subprotocol(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        url, token = f"{net.serving.address}/v1/live", net.tokens["viewer"]
        offered = (PROTOCOL, f"bearer.{token}")
        async with net.session.ws_connect(url, protocols=offered) as socket:
            assert socket.protocol == PROTOCOL
            assert "hello" in await socket.receive_json()

    told(tmp_path, story)


def test_who_is_not_known_is_turned_away_before_the_upgrade(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story(net: Net) -> None:
        token = net.tokens["remote"]
        upgrade = (
            "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        )  # fmt: skip
        go = b"\x81\x8d\0\0\0\0" + b'{"do": "go" }'
        for headers, status in (
            ((), 401),
            (("Sec-WebSocket-Protocol: runofshow.v1",), 401),
            (("Sec-WebSocket-Protocol: runofshow.v1, bearer.0",), 401),
            ((f"Sec-WebSocket-Protocol: bearer.{token}",), 401),  # and its name in no log
            ((f"Authorization: Bearer {token}x",), 401),
            ((f"Authorization: Basic {token}",), 401),
            ((f"Authorization: Bearer {token}", "Origin: http://evil.example"), 403),
        ):
            async with net.line() as line:
                await line.say(request(net, *headers, *upgrade, path="/v1/live") + go)
                assert await line.status() == status, headers
        assert net.desk.show.rev == 0
        assert (await net.ask("GET", f"/v1/live?token={token}"))[0] == 401
        assert token not in caplog.text

    caplog.set_level(logging.DEBUG)
    told(tmp_path, story)


def test_a_screen_that_does_not_read_is_told_the_last_once_it_does(tmp_path: Path) -> None:
    plan = day(leaf("a", start="09:00"), *(leaf(f"t{n}", title="x" * 400) for n in range(40)))

    async def story(net: Net) -> None:
        server: Any = net.serving._server
        async with net.screen("viewer") as other, net.line() as lazy:
            bearer = f"Authorization: Bearer {net.tokens['viewer']}"
            await lazy.say(
                request(
                    net, bearer, "Connection: Upgrade", "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    path="/v1/live",
                )
            )  # fmt: skip
            lazy.writer.transport.pause_reading()  # type: ignore[attr-defined]
            await until(lambda: len(server.live._guests) == 2)
            guest = server.live._guests[2]
            guest.visit.transport.set_write_buffer_limits(high=20_000)
            for transport in (guest.visit.transport, lazy.writer.transport):
                each = transport.get_extra_info("socket")
                each.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
                each.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            number = 0
            while guest.visit.flowing.is_set() or not guest._behind:
                number += 1
                net.desk.do_json(
                    {"do": "edit", "slot": "t1", "set": {"title": f"{number} " + "x" * 1500}}
                )
                await other.until(number)
            size = guest.visit.transport.get_write_buffer_size()
            for _ in range(20):
                number += 1
                net.desk.do_json({"do": "edit", "slot": "t1", "set": {"title": f"{number} last"}})
            await other.until(number)
            assert guest.visit.transport.get_write_buffer_size() == size
            lazy.writer.transport.resume_reading()  # type: ignore[attr-defined]
            heard = b""
            async with asyncio.timeout(PATIENCE):
                while f'"title":"{number} last"'.encode() not in heard:
                    heard += await lazy.reader.read(1 << 16)
            assert f'"title":"{number - 1} last"'.encode() not in heard

    told(tmp_path, story, plan=plan)


def test_who_answers_no_ping_has_gone_and_a_round_trip_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.net.live.LOOK_EVERY", 0.01)
    monkeypatch.setattr("runofshow.net.connected.PING_EVERY", 0.05)

    async def story(net: Net) -> None:
        server: Any = net.serving._server
        async with net.screen("viewer") as there, net.screen("viewer", autoping=False) as gone:
            heard = asyncio.create_task(there.socket.receive())
            assert (await gone.socket.receive()).type is aiohttp.WSMsgType.PING
            await until(lambda: len(server.live.viewers()) == 1)
            (left,) = server.live.viewers()
            assert left.number == there.hello["number"]
            assert left.round_trip is not None
            assert (left.role, left.room, left.address) == ("viewer", None, "127.0.0.1")
            heard.cancel()

    told(tmp_path, story)


def test_messages_go_to_the_room_that_they_are_for(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        server: Any = net.serving._server
        now = net.clock.now()
        for room in ("Salle A", "Salle B"):
            _, net.tokens[room] = server.links.make("viewer", now, now.replace(hour=20), room)
        async with net.screen("Salle A") as a, net.screen("Salle B") as b, net.screen() as hall:
            for rev, (to, seen) in enumerate(
                [("Salle B", [False, True, True]), ("stage", [True] * 3), ("crew", [False] * 3)], 1
            ):
                net.desk.do_json({"do": "say", "text": f"pour {to}", "to": to})
                for screen, sees in zip((a, b, hall), seen, strict=True):
                    await screen.until(rev)
                    assert ("message" in screen.board) is sees, (to, screen.hello)

    told(tmp_path, story)


def test_a_stage_page_that_a_remotes_link_opens_shows_nothing_hidden(tmp_path: Path) -> None:
    plan = day(leaf("a", start="09:00", note="noter"), leaf("b", title="cadeau", hidden=True))

    async def story(net: Net) -> None:
        async with net.screen("remote", "stage") as stage, net.screen("remote") as hand:
            await hand.say(do="go", **{"from": None})
            net.clock.turn(seconds=1)
            await hand.say(do="go", **{"from": "a"})
            await stage.until(2)
            await hand.until(2)
            assert stage.board == shown(net.desk, public=True)
            assert "cadeau" not in json.dumps(stage.board)
            await stage.say(ask="board")
            assert "cadeau" not in json.dumps(stage.board)
            assert hand.board["on_air"]["title"] == "cadeau"

    told(tmp_path, story, plan=plan)


def test_a_screen_shows_its_number_when_asked_to(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        server: Any = net.serving._server
        async with net.screen() as screen:
            assert server.live.identify(screen.hello["number"])
            assert await screen.heard() == {"identify": screen.hello["number"]}
            assert not server.live.identify(99)

    told(tmp_path, story)


def test_closing_the_show_lets_everybody_go(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        async with net.screen() as screen:
            address = net.serving.address
            closing = asyncio.create_task(net.serving.close())
            assert await screen.closed() == aiohttp.WSCloseCode.GOING_AWAY
            await closing
            assert net.serving.address == ""
            with pytest.raises(aiohttp.ClientConnectorError):
                await net.session.get(address)

    told(tmp_path, story)


def test_a_joiner_costs_little_and_a_quiet_day_nothing(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        net.desk.do_json({"do": "go"})
        async with net.screen():
            server: Any = net.serving._server
            (group,) = server.live._groups.values()
            assert len(group.whole().packed) < 3_000
            assert len(group.whole().plain) < 13_000
            sight = net.serving._sight()
            net.clock.turn(seconds=40)
            assert group.take(net.serving._sight()) is None
            assert sight.whole == net.serving._sight().whole

    told(tmp_path, story, plan=seed())


def test_screens_are_told_at_once_how_pages_speak_and_look(tmp_path: Path) -> None:
    settings = [Settings()]

    async def story(net: Net) -> None:
        async with net.screen() as screen:
            settings[0] = Settings(palette="distinct")
            for _ in range(2):  # the second time there is no news
                await net.serving.restyle("fr")
            net.desk.do_json({"do": "go"})
            told = (await screen.heard())["manner"]
            assert (told["language"], told["palette"]) == ("fr", "distinct")
            assert told["hours"]["fr"]["between"] == "h"
            assert "patch" in await screen.heard()
            assert (await screen.say(ask="board"))["manner"] == told
        async with net.session.get(f"{net.serving.address}/made/look.js") as answer:
            assert '"palette": "distinct"' in await answer.text()

    told(tmp_path, story, settings=lambda: settings[0])


def test_a_command_that_the_network_held_back_is_not_done(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        async with net.screen("messages") as hand:
            now = net.clock.now().timestamp() * 1000
            late = await hand.say(do="say", text="Micro", until=now - 1)
            assert late["answer"]["code"] == "came_late"
            assert net.desk.show.rev == 0
            assert (await hand.say(do="say", text="Micro", until=now))["answer"]["ok"]
            unsound = await hand.say(do="say", text="Micro", until="soon")
            assert unsound["answer"]["code"] == "field_unknown"

    told(tmp_path, story)


# --- what is sent wrongly ----------------------------------------------------------------------


def test_messages_that_make_no_sense_are_answered_and_do_nothing(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        async with net.screen("companion") as screen:
            for text in ("", "{", "[]", "null", '{"x": 1}', '{"ask": "all"}', '{"ping": NaN}'):
                await screen.socket.send_str(text)
                answer = (await screen.heard())["answer"]
                assert answer["code"] in ("body_malformed", "unknown_message")
            for command in ({"do": 1}, {"do": "go", "x": 1}, {"do": None}, {"do": "boom"}):
                assert not (await screen.say(**command))["answer"]["ok"]
        assert net.desk.show.rev == 0

    told(tmp_path, story)


def test_what_is_too_long_or_no_text_or_too_much_ends_the_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.net.connected.SAYINGS", SAYINGS._replace(each_second=0))

    async def story(net: Net) -> None:
        async with net.screen("companion") as screen:
            await screen.socket.send_str(json.dumps({"x": "y" * FRAME}))
            assert await screen.closed() == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
        async with net.screen("companion", compress=15) as screen:
            await screen.socket.send_str(json.dumps({"x": "y" * 1_000_000}))  # 1 kB when deflated
            assert await screen.closed() == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
        async with net.screen("companion") as screen:
            await screen.socket.send_bytes(b"go")
            assert await screen.closed() == aiohttp.WSCloseCode.UNSUPPORTED_DATA
        async with net.screen("companion") as screen:
            for _ in range(90):
                await screen.socket.send_str('{"ping": 1}')
            assert await screen.closed() == aiohttp.WSCloseCode.POLICY_VIOLATION
        assert net.desk.show.rev == 0

    told(tmp_path, story)


@each_row("size", [0, 1, 125, 126, 699, 700, 65_535, 65_536, 200_000])
def test_frames_are_read_by_any_client_deflated_or_not(size: int) -> None:
    message = {"t": "é" * (size // 2)}
    said = frame(message)

    async def read() -> list[Any]:
        """What aiohttp's own reader makes of both, in one connection."""
        loop = asyncio.get_running_loop()
        queue = WebSocketDataQueue(BaseProtocol(loop), 1 << 20, loop=loop)
        reader = WebSocketReader(queue, 0, True, True)
        for data in (said.packed, said.plain, said.packed):
            reader.feed_data(data)
        return [json.loads((await queue.read()).data) for _ in range(3)]

    assert asyncio.run(read()) == [message] * 3
