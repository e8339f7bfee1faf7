"""A fault in each route, in the pulse and in each output, in turn: it is told, and nobody else has
anything of it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import WSMsgType

from runofshow.core.sentences import Sentence
from runofshow.net import api
from runofshow.net.api import ROUTES, Api, Asked, Route
from runofshow.net.osc.sending import Place
from runofshow.net.osc.told import Feedback
from runofshow.net.outgoing.happened import Happened
from runofshow.net.outgoing.sender import Sender, Sent
from runofshow.store.wires import Wire
from tests.hand import Stage
from tests.net.companion.deck import opened as companion_opened
from tests.net.opened import PLAN, Net, opened, until
from tests.process import PATIENCE

Told = list[dict[str, Any]]


def told(folder: Path, story: Callable[[Net, Told], Awaitable[None]]) -> None:
    """Run a story with a show that is open; what comes to the loop's hook is its second value."""

    async def run() -> None:
        faults: Told = []
        asyncio.get_running_loop().set_exception_handler(lambda _, told: faults.append(told))
        async with opened(folder) as net:
            await story(net, faults)

    asyncio.run(run())


async def fails(*_: object) -> Any:
    raise ArithmeticError("on purpose")


def test_a_route_that_fails_answers_so_and_all_else_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(net: Net, faults: Told) -> None:
        async with net.screen() as screen:
            for number, broken in enumerate(ROUTES, start=1):
                instead: Callable[[Api, Asked], Awaitable[Any]] = fails
                table = tuple(
                    route._replace(answer=instead) if route is broken else route for route in ROUTES
                )
                with monkeypatch.context() as patched:
                    patched.setattr(api, "ROUTES", table)
                    speaks = {"Accept-Language": "fr"}
                    status, said = await net.ask(
                        broken.method, broken.path, role_of(broken), speaks, json={"do": "undo"}
                    )
                    assert (status, said["code"]) == (500, "fault"), broken.path
                    assert said["why"] == Sentence.of("fault").text("fr")
                await until(lambda: len(faults) == number)  # noqa: B023
                assert isinstance(faults[-1]["exception"], ArithmeticError)
                assert (await net.ask("GET", "/v1/time", "viewer"))[0] == 200
            net.desk.do_json({"do": "go"})
            await screen.until(1)
            assert screen.board["on_air"]["slot"] == "a"

    told(tmp_path, story)


def role_of(route: Route) -> str:
    """One that may ask it."""
    return "remote" if "remote" in route.roles else min(route.roles)


def test_a_pulse_that_failed_tells_the_next_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(net: Net, faults: Told) -> None:
        async with net.screen() as screen, net.screen("remote") as remote:
            with monkeypatch.context() as broken:
                broken.setattr(net.serving, "_sight", lambda: 1 / 0)
                net.desk.do_json({"do": "go"})
                await until(lambda: bool(faults))
            # one remote's own command fails within: it alone is let go, the others see the next
            with monkeypatch.context() as broken:
                broken.setattr("runofshow.net.live.permit", lambda *_: 1 / 0)
                await remote.socket.send_str('{"do": "note", "text": "x"}')
                await remote.closed()
            net.desk.do_json({"do": "note", "text": "y"})
            await screen.until(2)
            assert len(faults) == 2
            assert all(isinstance(each["exception"], ZeroDivisionError) for each in faults)

    told(tmp_path, story)


def test_an_output_that_failed_says_so_and_sends_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    at = datetime(2026, 1, 19, 9, tzinfo=UTC)
    caught: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: caught.append(kind))
    way = iter((fails, None))

    async def called(happened: Happened) -> int:
        broken = next(way)
        return 204 if broken is None else int(await broken(happened))

    async def run() -> list[Sent]:
        sent: list[Sent] = []
        sender = Sender(Wire(name="x", url="http://there/"), called, lambda: at, sent.append)
        for _ in range(2):
            sender.take(Happened("taken", at, {}))
        await until(lambda: len(sent) == 2)
        await sender.close()
        return sent

    first, second = asyncio.run(run())
    assert first.failed is not None
    assert first.failed.code == "sent_fault"
    assert (second.failed, second.status) == (None, 204)
    assert caught == [ArithmeticError]


def test_one_receiver_that_cannot_be_told_keeps_the_news_from_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: caught.append(kind))

    async def decks() -> None:
        async with companion_opened(tmp_path) as show, show.deck() as broken, show.deck() as other:
            first, *_ = show.companion._adapter._decks.values()  # type: ignore[union-attr]
            with monkeypatch.context() as patched:
                patched.setattr(first, "tell", lambda _: 1 / 0)
                show.desk.do_json({"do": "go"})
                while other.live != "a":
                    await other.heard()
            async with asyncio.timeout(PATIENCE):  # it is let go, and comes again
                assert (await broken.socket.receive()).type is WSMsgType.CLOSED

    asyncio.run(decks())
    assert set(caught) == {ZeroDivisionError}
    caught.clear()

    heard: list[Place] = []

    def send(_: bytes, to: Place) -> object:
        if to[1] == 1:
            raise ZeroDivisionError
        heard.append(to)
        return True

    feedback = Feedback(send)
    feedback.aim([("127.0.0.1", 1), ("127.0.0.1", 2)])
    feedback.publish(Stage(PLAN).board("09:00"))
    assert len(heard) == len(caught) > 0
