"""What is sent on crossings: webhooks and OSC, tried again, bounded, told; the show never waits."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from runofshow.desk import Desk
from runofshow.net.osc.packets import Message, read
from runofshow.net.outgoing import sender
from runofshow.net.outgoing.sender import QUEUE, Sent, machine
from runofshow.store.wires import WHATS, Wire
from runofshow.wired.outgoing import Outgoing
from tests.hand import HandClock, Stage, day, leaf
from tests.net.opened import until
from tests.rows import each_row

PLAN = day(leaf("a", start="09:00"), leaf("b", promise="start"), leaf("c"))


class Hook:
    """A machine that is called: `status` is what it answers, `stands` keeps it from answering."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, str]] = []
        self.status: list[int] = []
        self.goes = asyncio.Event()
        self.goes.set()
        self.url = ""

    async def answer(self, request: web.BaseRequest) -> web.Response:
        self.calls.append((request.path_qs, request.content_type, await request.text()))
        await self.goes.wait()
        headers = {"Location": "/elsewhere"}
        return web.Response(status=self.status.pop(0) if self.status else 204, headers=headers)

    @property
    def whats(self) -> list[str]:
        return [json.loads(text)["what"] for _, _, text in self.calls]


class Rig:
    """A show with outputs, a machine that is called, and a socket that hears OSC."""

    def __init__(self, hook: Hook, desk: Desk, clock: HandClock) -> None:
        self.hook, self.desk, self.clock = hook, desk, clock
        self.sent: list[Sent] = []
        self.heard: list[Message] = []
        self.place: tuple[str, int] = ("", 0)
        self.here: tuple[str, int] | None = None
        self.outgoing = Outgoing(desk, "en", self.sent.append, lambda: self.here)

    def do(self, do: str, **fields: Any) -> None:
        assert self.desk.do_json({"do": do, **fields}).ok

    async def passes(self, minutes: int) -> None:
        """Let time pass, looked at every half minute."""
        for _ in range(2 * minutes):
            await asyncio.sleep(0)
            self.clock.turn(seconds=30)
            self.desk.tend()

    def webhook(self, **more: Any) -> Wire:
        return Wire(name="hook", on=True, at=WHATS, url=f"{self.hook.url}/x?key=secret", **more)

    def osc(self, **more: Any) -> Wire:
        host, port = self.place
        return Wire(name="console", kind="osc", on=True, at=WHATS, host=host, port=port, **more)


@asynccontextmanager
async def rig() -> AsyncIterator[Rig]:
    hook = Hook()
    stage = Stage(PLAN)
    clock = HandClock(stage.at("09:00"))
    made = Rig(hook, Desk(stage.show, clock), clock)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(web.Server(hook.answer), "127.0.0.1", 0)
    hook.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    class Ear(asyncio.DatagramProtocol):
        def datagram_received(self, data: bytes, _: Any) -> None:
            made.heard.extend(read(data))

    transport, _ = await loop.create_datagram_endpoint(Ear, local_addr=("127.0.0.1", 0))
    made.place = transport.get_extra_info("sockname")[:2]
    try:
        yield made
    finally:
        hook.goes.set()
        await made.outgoing.end()
        transport.close()
        server.close()


def lived(story: Callable[[Rig], Awaitable[None]]) -> None:
    async def run() -> None:
        async with rig() as made:
            await story(made)

    asyncio.run(run())


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits before trying again; a busy machine is given time to answer."""
    monkeypatch.setattr(sender, "AGAIN", (0.0, 0.0, 0.0))
    monkeypatch.setattr(sender, "PATIENCE", 30.0)


def test_each_crossing_is_sent_once_with_its_own_instant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "STALE", timedelta(hours=1))  # the hall's time flies

    async def story(rig: Rig) -> None:
        await rig.outgoing.begin([rig.webhook(), rig.osc(text="{cue}\n{remaining}\n{title}")])
        rig.do("go")
        await rig.passes(9)
        rig.do("hold")
        await rig.passes(1)
        rig.do("resume")
        await rig.passes(2)
        rig.do("go")
        expected = ["taken", "warning", "broken", "held", "danger", "over", "end", "taken"]
        await until(lambda: len(rig.hook.calls) == len(expected) == len(rig.heard))
        assert sorted(rig.hook.whats) == sorted(expected)
        first = json.loads(rig.hook.calls[0][2])
        assert (first["slot"], first["clock"], first["title"]) == ("a", "9:00:00", "A")
        assert rig.heard[0] == Message("/runofshow/taken", ("1", 600, "A"))
        assert [each.address for each in rig.heard][-1] == "/runofshow/taken"
        await until(lambda: len(rig.sent) == 16)
        assert all(each.failed is None for each in rig.sent)
        assert rig.outgoing.log[-1] == rig.sent[-1]

    lived(story)


def test_only_what_an_output_wants_is_sent_and_none_after_the_end() -> None:
    async def story(rig: Rig) -> None:
        wire = rig.webhook().model_copy(update={"at": ("end",)})
        off = rig.webhook().model_copy(update={"on": False})
        await rig.outgoing.begin([wire, off])
        rig.do("go")
        rig.do("end")
        await until(lambda: len(rig.hook.calls) == 1)
        assert rig.hook.whats == ["end"]
        await rig.outgoing.end()
        rig.clock.turn(seconds=1)
        rig.do("go")
        await asyncio.sleep(0)
        assert len(rig.hook.calls) == 1

    lived(story)


def test_a_failure_is_tried_again_and_a_refusal_is_not() -> None:
    async def story(rig: Rig) -> None:
        await rig.outgoing.begin([rig.webhook()])
        rig.hook.status = [503, 429, 200, 404, 302]
        rig.do("go")
        await until(lambda: len(rig.sent) == 1)
        assert (rig.sent[0].status, rig.sent[0].failed, rig.sent[0].tries) == (200, None, 3)
        rig.do("end")
        await until(lambda: len(rig.sent) == 2)
        assert (rig.sent[1].status, rig.sent[1].tries) == (404, 1)
        assert rig.sent[1].failed is not None
        assert rig.sent[1].failed.text("fr") == "a répondu 404"
        rig.clock.turn(seconds=1)
        rig.do("go")
        await until(lambda: len(rig.sent) == 3)
        assert (rig.sent[2].status, rig.sent[2].tries) == (302, 1)  # nobody is followed elsewhere
        assert [path for path, _, _ in rig.hook.calls] == ["/x?key=secret"] * 5

    lived(story)


def test_who_does_not_answer_delays_nothing_and_the_oldest_is_given_up() -> None:
    async def story(rig: Rig) -> None:
        rig.hook.goes.clear()
        await rig.outgoing.begin([rig.webhook()])
        rig.do("go")
        await until(lambda: len(rig.hook.calls) == 1)
        for _ in range(QUEUE + 5):
            rig.do("hold")
            rig.do("resume")
            await asyncio.sleep(0)
        assert rig.desk.show.rev == 1 + 2 * (QUEUE + 5)
        assert rig.outgoing.dropped == 5
        assert all(each.failed is not None for each in rig.sent)
        rig.clock.turn(minutes=2)  # and what is left is too old to be news
        rig.hook.goes.set()
        await until(lambda: len(rig.sent) == 1 + QUEUE + 5)
        stale = rig.sent[-1].failed
        assert stale is not None
        assert stale.code == "sent_stale"
        assert len(rig.hook.calls) == 1

    lived(story)


def test_nobody_there_is_told_without_what_the_address_holds(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def story(rig: Rig) -> None:
        nobody = rig.webhook().model_copy(update={"url": "http://127.0.0.1:1/x?key=secret"})
        nowhere = Wire(name="n", kind="osc", on=True, host="nowhere.invalid", port=9)
        with caplog.at_level(logging.DEBUG):
            await rig.outgoing.begin([nobody, nowhere])
            rig.do("go")
            await until(lambda: len(rig.sent) == 2)
            rig.do("end")
            await until(lambda: len(rig.sent) == 3)
        assert {each.failed.code for each in rig.sent if each.failed} == {
            "sent_silent", "sent_unknown",
        }  # fmt: skip
        assert {each.tries for each in rig.sent} == {4}
        said = caplog.text + repr(rig.sent)
        assert "127.0.0.1:1" in said
        assert "secret" not in said
        ours = [each for each in caplog.records if each.name.startswith("runofshow")]
        assert len(ours) == 2  # once for each, while it lasts

    lived(story)


def test_a_trial_says_at_once_how_it_went() -> None:
    async def story(rig: Rig) -> None:
        sent = await rig.outgoing.trial(rig.webhook())
        assert (sent.status, sent.failed, sent.test) == (204, None, True)
        rig.hook.status = [500]
        sent = await rig.outgoing.trial(rig.webhook())
        assert (sent.status, sent.tries) == (500, 1)
        sent = await rig.outgoing.trial(rig.osc())
        await until(lambda: rig.heard == [Message("/runofshow/taken")])
        rig.here = rig.place
        sent = await rig.outgoing.trial(rig.osc())
        assert sent.failed is not None
        assert sent.failed.code == "osc_itself"
        assert rig.desk.show.rev == 0

    lived(story)


def test_targets_are_told_what_changes_and_not_twice() -> None:
    async def story(rig: Rig) -> None:
        await rig.outgoing.begin([rig.osc(feedback=True).model_copy(update={"at": ()})])
        rig.outgoing._pulse.tell()
        await until(lambda: len(rig.heard) == 16)
        rig.heard.clear()
        rig.do("go")
        await until(lambda: len(rig.heard) == 10)
        assert Message("/runofshow/on_air/left", ("10:00",)) in rig.heard
        rig.heard.clear()
        rig.clock.turn(seconds=1)
        rig.outgoing._pulse.tell()
        await until(lambda: len(rig.heard) == 2)
        assert set(rig.heard) == {
            Message("/runofshow/on_air/remaining", (599,)),
            Message("/runofshow/on_air/left", ("9:59",)),
        }
        rig.here = rig.place
        await rig.outgoing.begin([rig.osc(feedback=True)])
        assert not rig.outgoing._wanted()  # not to ourselves

    lived(story)


@each_row(
    "wire, where",
    [
        (Wire(url="https://ada@example.org:8443/x?y#z"), "example.org:8443"),
        (Wire(url="http://["), ""),
        (Wire(kind="osc", host="10.0.0.2", port=53000), "10.0.0.2:53000"),
    ],
)
def test_a_machine_is_named_without_secrets(wire: Wire, where: str) -> None:
    assert machine(wire) == where
