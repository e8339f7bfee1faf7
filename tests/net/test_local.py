"""The local socket: what it answers, and what no visitor can do to the show."""

import asyncio
import contextlib
import json
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import pytest

from runofshow.core.errors import Refused, Trouble
from runofshow.net.local import BEHIND, LONGEST, MOST, Doors, LocalServer, call, follow
from runofshow.store.owner import Owner
from runofshow.store.rows import Row, first_row, following
from tests.conftest import Aio
from tests.process import PATIENCE
from tests.store.days import NINE, PLAN, minutes, note

Answer = dict[str, Any]


class FakeDesk:
    """A desk of which the socket sees only the doors; `rows` is its journal."""

    def __init__(self, rows: int = 3) -> None:
        self.rows: list[Row] = [first_row(PLAN, NINE)]
        self.told: list[Callable[[Mapping[str, Any]], None]] = []
        for number in range(1, rows):
            self.add(f"geste {number}")

    def add(self, text: str) -> None:
        row = following(self.rows[-1], minutes(len(self.rows)), note(text))
        self.rows.append(row)
        for told in tuple(self.told):
            told(row.as_json())

    def do(self, command: Mapping[str, Any], _language: str = "en") -> Answer:
        if command.get("do") == "refuse":
            raise Refused("nothing_on_air")
        if command.get("do") == "break":
            raise ZeroDivisionError
        self.add(str(command.get("text")))
        return {"ok": True, "rev": len(self.rows)}

    def subscribe(self, told: Callable[[Mapping[str, Any]], None]) -> Callable[[], None]:
        self.told.append(told)
        return lambda: self.told.remove(told)

    def doors(self) -> Doors:
        return Doors(
            do=self.do,
            board=lambda language: {"title": "Été", "language": language},
            plan=lambda: {"title": "Été"},
            rows=lambda: [row.as_json() for row in self.rows],
            subscribe=self.subscribe,
            links=self.links,
        )

    async def links(self) -> list[Answer]:
        return [{"role": "viewer", "url": "http://127.0.0.1:8080/stage#0", "token": "0"}]


@asynccontextmanager
async def served(
    desk: FakeDesk, *, handshake: float = 5.0, slow: float = 5.0
) -> AsyncIterator[LocalServer]:
    server = LocalServer(desk.doors(), language="fr", handshake=handshake, slow=slow)
    await server.start()
    try:
        yield server
    finally:
        await server.close()


def owner(server: LocalServer, **changed: str | None) -> Owner:
    known = {"address": server.address, "token": server.token} | changed
    return Owner(4242, "regie", "marie", NINE, known["address"], known["token"])


class Visitor:
    """A bare connection that sends what it likes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    async def of(cls, server: LocalServer) -> "Visitor":
        host, port = server.address.split(":")
        return cls(*await asyncio.open_connection(host, int(port), limit=1 << 24))

    async def say(self, data: object) -> None:
        line = data if isinstance(data, bytes) else json.dumps(data).encode() + b"\n"
        self.writer.write(line)
        await self.writer.drain()

    async def hear(self) -> Answer | None:
        """The next answer, None when the server has closed."""
        with suppress(ConnectionError):
            line = await self.reader.readline()
            return json.loads(line) if line else None
        return None

    async def ask(self, data: object) -> Answer | None:
        await self.say(data)
        return await self.hear()

    def close(self) -> None:
        self.writer.close()


@asynccontextmanager
async def visiting(server: LocalServer, *, known: bool = True) -> AsyncIterator[Visitor]:
    visitor = await Visitor.of(server)
    try:
        if known:
            assert await visitor.ask({"token": server.token}) == {"ok": True}
        yield visitor
    finally:
        visitor.close()


async def until(true: Callable[[], bool]) -> None:
    while not true():  # noqa: ASYNC110 (a test's own fence lets everything else run)
        await asyncio.sleep(0)


# --- what it answers ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "request_, answer",
    [
        ({"ask": "command", "command": {"do": "note", "text": "x"}}, {"ok": True, "rev": 4}),
        ({"ask": "board", "lang": "en"}, {"ok": True, "board": {"title": "Été", "language": "en"}}),
        ({"ask": "board"}, {"ok": True, "board": {"title": "Été", "language": "fr"}}),
        ({"ask": "plan"}, {"ok": True, "plan": {"title": "Été"}}),
        (
            {"ask": "links"},
            {
                "ok": True,
                "links": [{"role": "viewer", "url": "http://127.0.0.1:8080/stage#0", "token": "0"}],
            },
        ),
    ],
)
def test_the_command_line_asks_and_is_answered(aio: Aio, request_: Answer, answer: Answer) -> None:
    async def asked() -> Answer:
        async with served(FakeDesk()) as server:
            return await asyncio.to_thread(call, owner(server), request_)

    assert aio(asked()) == answer


@pytest.mark.parametrize(
    "data, code",
    [
        ({"ask": "command", "command": {"do": "refuse"}}, "nothing_on_air"),
        ({"ask": "command"}, "not_a_command"),
        ({"ask": "command", "command": ["go"]}, "not_a_command"),
        ({"ask": "lunch"}, "unknown_request"),
        ({"ask": 3}, "request_malformed"),
        ({}, "request_malformed"),
        (b"\n", "request_malformed"),
        (b"{\n", "request_malformed"),
        (b"[]\n", "request_malformed"),
        (b"\xff\xfe\x00\n", "request_malformed"),
        (b"[" * 50_000 + b"\n", "request_malformed"),
        (b'{"ask": "board", "lang": {"a": 1}, "x": ' + b"9" * 6000 + b"}\n", "request_malformed"),
        (b"x" * (LONGEST + 1000) + b"\n", "request_too_long"),
        (b"x" * (LONGEST * 20), "request_too_long"),
    ],
)
def test_a_wrong_line_is_answered_with_its_reason(aio: Aio, data: object, code: str) -> None:
    async def asked() -> Answer | None:
        async with served(FakeDesk()) as server, visiting(server) as visitor:
            return await visitor.ask(data)

    answer = aio(asked())
    assert answer is not None
    assert (answer["ok"], answer["code"]) == (False, code)
    assert answer["why"]


def test_a_refusal_is_in_the_language_of_who_asks(aio: Aio) -> None:
    async def asked() -> list[str]:
        async with served(FakeDesk()) as server, visiting(server) as visitor:
            command = {"ask": "command", "command": {"do": "refuse"}}
            answers = [await visitor.ask(command | lang) for lang in ({}, {"lang": "en"})]
            return [answer["why"] for answer in answers if answer]

    assert aio(asked()) == ["Rien n'est en cours.", "Nothing is on air."]


def test_one_connection_can_ask_many_times(aio: Aio) -> None:
    async def asked() -> list[Answer | None]:
        async with served(FakeDesk()) as server, visiting(server) as visitor:
            return [await visitor.ask({"ask": "plan"}) for _ in range(50)]

    assert aio(asked()) == [{"ok": True, "plan": {"title": "Été"}}] * 50


def test_a_large_answer_reaches_one_who_has_stopped_sending(aio: Aio) -> None:
    async def asked() -> int:
        doors = FakeDesk().doors()
        server = LocalServer(doors._replace(board=lambda _: {"x": "y" * 5_000_000}))
        await server.start()
        visitor = await Visitor.of(server)
        await visitor.say({"token": server.token, "ask": "board"})
        visitor.writer.write_eof()
        answer = await visitor.hear()
        visitor.close()
        await server.close()
        return len(answer["board"]["x"]) if answer else 0

    assert aio(asked()) == 5_000_000


# --- who may -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "first",
    [
        {"token": "0" * 32, "ask": "command", "command": {"do": "note", "text": "x"}},
        {"token": "", "ask": "board"},
        {"token": None, "ask": "board"},
        {"token": "é" * 32, "ask": "board"},
        {"token": ["a"], "ask": "board"},
        {"ask": "board"},
        b"GET / HTTP/1.1\r\n",
        b"\n",
        b"[]\n",
        b"\x16\x03\x01\x02\n",
    ],
)
def test_without_the_token_the_door_closes_and_nothing_is_done(aio: Aio, first: object) -> None:
    desk = FakeDesk()

    async def asked() -> Answer | None:
        async with served(desk) as server, visiting(server, known=False) as visitor:
            return await visitor.ask(first)

    assert aio(asked()) is None
    assert len(desk.rows) == 3


def test_one_who_says_nothing_is_let_go(aio: Aio) -> None:
    async def silent() -> Answer | None:
        async with (
            served(FakeDesk(), handshake=0.05) as server,
            visiting(server, known=False) as visitor,
        ):
            await visitor.say(b'{"tok')
            return await visitor.hear()

    assert aio(silent()) is None


def test_one_too_many_is_told_and_one_who_leaves_makes_room(aio: Aio) -> None:
    async def crowd() -> tuple[Answer | None, Answer | None]:
        async with served(FakeDesk()) as server, contextlib.AsyncExitStack() as stack:
            guests = [await stack.enter_async_context(visiting(server)) for _ in range(MOST)]
            async with visiting(server, known=False) as late:
                refused = await late.hear()
            guests[0].close()
            await until(lambda: len(server._visits) < MOST)
            async with visiting(server, known=False) as later:
                taken = await later.ask({"token": server.token, "ask": "plan"})
            return refused, taken

    refused, taken = aio(crowd())
    assert refused is not None
    assert refused["code"] == "socket_crowded"
    assert taken is not None
    assert taken["ok"]


def test_tokens_are_128_bits_and_never_the_same() -> None:
    tokens = {LocalServer(FakeDesk().doors()).token for _ in range(100)}
    assert len(tokens) == 100
    assert {len(bytes.fromhex(token)) for token in tokens} == {16}


# --- hostile visitors --------------------------------------------------------------------------


def test_ten_thousand_wrong_lines_are_each_answered_and_the_loop_has_its_turns(aio: Aio) -> None:
    async def flood() -> tuple[int, int]:
        turns = answered = 0
        async with served(FakeDesk()) as server, visiting(server) as visitor:
            visitor.writer.write(b'{"ask": \n' * 10_000)
            hearing = asyncio.ensure_future(_hear_all(visitor, 10_000))
            while not hearing.done():
                turns += 1
                await asyncio.sleep(0)
            answered = hearing.result()
        return answered, turns

    answered, turns = aio(flood(), 30)
    assert answered == 10_000
    assert turns >= 1_000


async def _hear_all(visitor: Visitor, count: int) -> int:
    heard = 0
    for _ in range(count):
        answer = await visitor.hear()
        heard += answer is not None and answer["code"] == "request_malformed"
    return heard


def test_one_who_asks_and_never_reads_is_dropped_and_the_others_are_served(aio: Aio) -> None:
    desk = FakeDesk()

    async def deaf() -> Answer | None:
        doors = desk.doors()
        large = doors._replace(board=lambda _: {"x": "y" * 3_000_000})
        server = LocalServer(large, slow=0.1)
        await server.start()
        host, port = server.address.split(":")
        with socket.create_connection((host, int(port))) as bare:
            bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            line = json.dumps({"token": server.token, "ask": "board"}).encode() + b"\n"
            bare.sendall(line * 20)
            await until(lambda: bool(server._visits))
            await until(lambda: not server._visits)
        async with visiting(server) as visitor:
            answer = await visitor.ask({"ask": "plan"})
        await server.close()
        return answer

    assert aio(deaf()) == {"ok": True, "plan": {"title": "Été"}}


def test_a_follower_who_never_reads_is_dropped(aio: Aio) -> None:
    desk = FakeDesk()

    async def deaf() -> None:
        async with served(desk, slow=0.1) as server:
            host, port = server.address.split(":")
            with socket.create_connection((host, int(port))) as bare:
                bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                bare.sendall(json.dumps({"token": server.token, "ask": "follow"}).encode() + b"\n")
                await until(lambda: bool(desk.told))
                for _ in range(BEHIND):
                    desk.add("x" * 2000)
                await until(lambda: not desk.told)

    aio(deaf(), 30)


def test_visitors_who_break_off_anywhere_leave_nothing_behind(aio: Aio) -> None:
    async def rude() -> int:
        async with served(FakeDesk(), handshake=0.2) as server:
            host, port = server.address.split(":")
            line = json.dumps({"token": server.token, "ask": "follow"}).encode() + b"\n"
            for length in range(0, len(line) + 1, 5):
                with socket.create_connection((host, int(port))) as bare:
                    bare.sendall(line[:length])
                    bare.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                await asyncio.sleep(0)
            await until(lambda: not server._visits)
            async with visiting(server) as visitor:
                answer = await visitor.ask({"ask": "plan"})
                assert answer is not None
                return int(answer["ok"])

    assert aio(rude()) == 1


def test_a_mistake_of_ours_reaches_the_loops_hook_and_ends_that_visit_alone(
    aio: Aio,
) -> None:
    seen: list[object] = []

    async def broken() -> tuple[Answer | None, Answer | None]:
        loop = asyncio.get_running_loop()
        hook = loop.get_exception_handler()
        loop.set_exception_handler(lambda _, context: seen.append(context["exception"]))
        async with served(FakeDesk()) as server:
            async with visiting(server) as visitor:
                first = await visitor.ask({"ask": "command", "command": {"do": "break"}})
            async with visiting(server) as visitor:
                second = await visitor.ask({"ask": "plan"})
        loop.set_exception_handler(hook)
        return first, second

    first, second = aio(broken())
    assert first is None
    assert second is not None
    assert [type(error) for error in seen] == [ZeroDivisionError]


# --- following ---------------------------------------------------------------------------------


def test_a_follower_hears_all_rows_and_then_each_new_one(aio: Aio) -> None:
    desk = FakeDesk(50)

    async def followed() -> list[Row]:
        heard: list[Row] = []
        async with served(desk) as server:
            async for row in follow(owner(server)):
                heard.append(row)
                if len(heard) == 50:
                    desk.add("cinquante et un")
                    desk.add("cinquante-deux")
                if len(heard) == 52:
                    break
        return heard

    assert aio(followed()) == desk.rows
    assert len(desk.rows) == 52


def test_rows_accepted_while_the_first_are_told_come_once_and_in_order(aio: Aio) -> None:
    desk = FakeDesk(500)

    async def followed() -> list[int]:
        heard: list[int] = []
        async with served(desk) as server:
            async for row in follow(owner(server)):
                heard.append(row.seq)
                if row.seq % 100 == 0 and len(desk.rows) < 520:
                    desk.add("entre-temps")
                if row.seq == 505:
                    break
        return heard

    assert aio(followed()) == list(range(1, 506))


def test_following_ends_when_the_show_does(aio: Aio) -> None:
    desk = FakeDesk()

    async def followed() -> int:
        heard = 0
        async with served(desk) as server:
            async for _ in follow(owner(server)):
                heard += 1
                if heard == 3:
                    await server.close()
        return heard

    assert aio(followed()) == 3
    assert not desk.told


def test_a_follower_who_leaves_is_forgotten(aio: Aio) -> None:
    desk = FakeDesk()

    async def followed() -> None:
        async with served(desk) as server:
            async with visiting(server) as visitor:
                await visitor.ask({"ask": "follow"})
                assert len(desk.told) == 1
            await until(lambda: not desk.told)

    aio(followed())


@pytest.mark.parametrize("wrong", [{"token": "0" * 32}, {"token": None}, {"address": None}])
def test_following_without_the_right_note_is_refused(aio: Aio, wrong: dict[str, Any]) -> None:
    async def followed() -> None:
        async with served(FakeDesk()) as server:
            async for _ in follow(owner(server, **wrong)):
                pass

    with pytest.raises(Trouble) as refused:
        aio(followed())
    assert refused.value.code == "socket_refused"


# --- the visitor's side ------------------------------------------------------------------------


@contextmanager
def answering(answer: bytes | None) -> Iterator[Owner]:
    """A program that takes connections and answers this, or nothing ever (None)."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        release = threading.Event()

        def serve() -> None:
            with suppress(OSError):
                connection, _ = listening.accept()
                with connection:
                    connection.recv(1 << 16)
                    if answer is None:
                        release.wait(PATIENCE)
                    else:
                        connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield Owner(4242, "regie", "marie", NINE, f"127.0.0.1:{port}", "secret")
        finally:
            release.set()
            thread.join()


@pytest.mark.parametrize(
    "answer, code",
    [
        (None, "program_hangs"),
        (b"", "socket_refused"),
        (b'{"ok": tr', "socket_refused"),
        (b"bonjour\n", "socket_garbled"),
        (b"[]\n", "socket_garbled"),
    ],
)
def test_whatever_goes_wrong_is_a_sentence_that_names_who_runs(
    aio: Aio, answer: bytes | None, code: str
) -> None:
    async def followed(owner: Owner) -> None:
        async for _ in follow(owner, patience):
            pass

    patience = 0.1 if answer is None else PATIENCE
    with answering(answer) as whom, pytest.raises(Trouble) as trouble:
        call(whom, {"ask": "board"}, timeout=patience)
    assert trouble.value.code == code
    assert "marie@regie (4242)" in trouble.value.text("fr")
    with answering(answer) as whom, pytest.raises(Trouble) as trouble:
        aio(followed(whom))
    assert trouble.value.code == code


def test_nobody_running_is_said(aio: Aio) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    dead = Owner(4242, "regie", "marie", NINE, f"127.0.0.1:{port}", "secret")

    async def followed(owner: Owner | None) -> None:
        async for _ in follow(owner):
            pass

    for whom in (None, dead):
        with pytest.raises(Trouble) as trouble:
            call(whom, {"ask": "board"})
        assert trouble.value.code == "nobody_runs"
        with pytest.raises(Trouble) as trouble:
            aio(followed(whom))
        assert trouble.value.code == "nobody_runs"
        assert "machine" in trouble.value.text("fr")


def test_a_follower_is_told_of_a_row_that_makes_no_sense(aio: Aio) -> None:
    async def followed(owner: Owner) -> None:
        async for _ in follow(owner):
            pass

    with answering(b'{"ok": true, "rows": 1}\n{"row": 3}\n') as whom, pytest.raises(Trouble) as odd:
        aio(followed(whom))
    assert odd.value.code == "socket_garbled"
