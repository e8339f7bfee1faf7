"""Companion at the show: let in, answered, told what changes; golden frames under our clock."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from runofshow.core.errors import Trouble
from runofshow.desk import Desk
from runofshow.net.companion import adapter
from runofshow.net.links import Links
from runofshow.net.roles import ROLES
from runofshow.opening import Address
from runofshow.wired.companion import Companion
from tests.hand import HandClock, Stage, day, leaf
from tests.net.companion.deck import Deck, Show, opened
from tests.net.opened import gives_nothing_back

GOLDEN = Path(__file__).with_name("golden.jsonl")


def told(folder: Path, story: Callable[[Show], Awaitable[None]]) -> None:
    async def run() -> None:
        async with opened(folder) as show:
            await story(show)

    asyncio.run(run())


async def day_on_a_deck(show: Show, deck: Deck) -> None:
    """A day as a Stream Deck drives it."""
    await deck.ask("start", "next")
    show.turn(10)
    await deck.ask("addtime", 60000)
    await deck.ask("message", {"timer": {"text": "Wrap up", "visible": 1}})
    await deck.ask("load", {"index": 3})
    await deck.ask("pause")
    show.turn(5)
    await deck.ask("start")
    show.turn(1)
    await deck.ask("start", "next")
    await deck.ask("change", {"d": {"title": "Delta", "duration": 720000}})
    await deck.ask("auxtimer", {"1": {"duration": 300000}})
    await deck.ask("auxtimer", {"1": "start"})
    show.turn(601)
    await deck.ask("roll")
    await deck.ask("stop")
    await deck.ask("poll")


def test_the_frames_of_a_day_are_the_golden_ones(tmp_path: Path) -> None:
    async def story(show: Show) -> None:
        async with show.deck() as deck:
            await day_on_a_deck(show, deck)
            # The second runs by itself too: what it tells between two frames is nothing new.
            frames = [each for each in deck.frames if each["payload"] != {}]
        written = "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in frames)
        assert written == GOLDEN.read_text("utf-8")

    told(tmp_path, story)


def test_it_is_told_what_others_do_and_fetches_what_has_changed(tmp_path: Path) -> None:
    async def story(show: Show) -> None:
        async with show.deck() as deck, show.deck() as other:
            assert (deck.live, deck.store["eventNext"]["id"]) == (None, "a")
            assert deck.fields["son"]["label"] == "son"
            assert deck.rundown["flatOrder"] == ["a", "s", "b", "c", "d"]
            assert await deck.fetched("/data/rundowns/current") is None
            show.desk.do_json({"do": "go"})
            await deck.told("eventNext", deck.rundown["entries"]["b"])
            assert deck.live == "a"
            await other.ask("change", {"b": {"title": "Bêta"}})
            while deck.store["eventNext"]["title"] != "Bêta":
                await deck.heard()
            while deck.rundown["entries"]["b"]["title"] != "Bêta":
                await deck.heard()
            assert deck.rundown["revision"] == show.desk.show.rev
            show.clock.turn(minutes=9, seconds=0.4)
            show.companion._pulse.tell()
            while deck.store["timer"]["phase"] != "warning":
                await deck.heard()
            # As on every screen, the time left rounds up.
            assert deck.store["timer"]["current"] == 60_000
            show.clock.turn(minutes=1, seconds=2)
            show.companion._pulse.tell()
            while deck.store["timer"]["phase"] != "overtime":
                await deck.heard()
            assert deck.store["timer"]["current"] == -2_000
            assert deck.store["offset"]["absolute"] == 2_000

    told(tmp_path, story)


def test_a_go_of_two_decks_is_one_go(tmp_path: Path) -> None:
    async def story(show: Show) -> None:
        async with show.deck() as deck, show.deck() as other:
            answers = await asyncio.gather(deck.ask("start", "next"), other.ask("start", "next"))
            assert max(answers) == "success"
            assert "GO" in min(answers)
            show.clock.turn(seconds=1)
            show.desk.do_json({"do": "go"})  # by the régie's hand
            await deck.ask("poll")
            seen = show.companion._adapter
            assert seen is not None
            for each in seen._decks.values():
                each.seen = "a"  # as if the deck had not been told yet
            show.clock.turn(seconds=1)
            assert await deck.ask("start", "next") != "success"
            assert show.desk.show.rev == 2

    told(tmp_path, story)


@pytest.mark.parametrize("path", adapter.PATHS)
def test_nobody_comes_in_without_the_token_of_a_companion_link(tmp_path: Path, path: str) -> None:
    async def story(show: Show) -> None:
        links = show.companion._links
        _, viewer = links.make("viewer", show.desk.now(), show.desk.now().replace(year=2030))
        headers = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
        for token, status in (("", 401), ("0" * 32, 401), (viewer, 403)):
            for more in ({}, headers):
                async with show.get(path, token, headers=more) as answer:
                    assert answer.status == status
                    assert "Upgrade" not in answer.headers
        for forged, status in ({"Host": "evil.example"}, 421), ({"Origin": "http://evil"}, 403):
            async with show.get(path, headers=forged) as answer:
                assert answer.status == status

    told(tmp_path, story)


def test_the_table_of_every_path_method_and_role_and_no_token_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story(show: Show) -> None:
        there: Any = show.companion._adapter
        tokens = {"": "", "stranger": "0" * 32, "companion": show.token}
        for role in ROLES[:-1]:
            now = show.desk.now()
            _, tokens[role] = show.companion._links.make(role, now, now.replace(hour=23))
        for path in (*adapter.PATHS, "/data/rundowns", "/v1/board"):
            for method in ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"):
                for who, token in tokens.items():
                    for pace in (there._gate.strangers, there._gate.requests):
                        pace._buckets.clear()
                    url = f"{show.companion.address}{path}?token={token}"
                    async with show.session.request(method, url) as answer:
                        status = answer.status
                    if who in ("", "stranger"):
                        assert status == 401
                    elif who != adapter.ROLE:
                        assert status == 403
                    elif path not in adapter.PATHS:
                        assert status == 404
                    elif method != "GET":
                        assert status == 405
                    else:
                        assert status == (426 if path == "/ws" else 200)
        assert show.desk.show.rev == 0
        assert not any(token in caplog.text for token in tokens.values() if token)

    caplog.set_level(logging.DEBUG)
    told(tmp_path, story)


def test_a_revoked_link_lets_its_decks_go(tmp_path: Path) -> None:
    async def story(show: Show) -> None:
        async with show.deck() as deck:
            (viewer,) = show.companion.viewers()
            assert (viewer.role, viewer.address) == ("companion", "127.0.0.1")
            assert await show.companion.revoke(viewer.link)
            assert not await show.companion.revoke(viewer.link)
            while (message := await deck.socket.receive()).type is aiohttp.WSMsgType.TEXT:
                pass
            assert message.type is aiohttp.WSMsgType.CLOSE
            assert deck.socket.close_code == 4401

    told(tmp_path, story)


def test_a_deck_that_was_wired_once_comes_in_on_another_day_and_after_a_restart(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with opened(tmp_path) as show:
            assert show.companion.paired() == ()
            async with show.deck():
                (link,) = show.companion.paired()
                assert (link.expires, link.used) == (None, "127.0.0.1")
            wired, unused = show.token, show.companion._links
            _, idle = unused.make("companion", show.clock.now(), show.clock.now().replace(hour=23))
        async with opened(tmp_path, clock="33:00") as show:  # the next morning
            assert show.token != wired
            assert [each.id for each in show.companion.paired()] == [link.id]
            for token, status in ((wired, 426), (idle, 401)):
                async with show.get("/ws", token) as answer:
                    assert answer.status == status
            assert await show.companion.revoke(link.id)
            async with show.get("/ws", wired) as answer:
                assert answer.status == 401

    asyncio.run(run())


def test_each_command_of_a_message_is_counted_and_all_of_it_is_done_or_nothing(
    tmp_path: Path,
) -> None:
    async def story(show: Show) -> None:
        async with show.deck() as deck:
            there: Any = show.companion._adapter
            gives_nothing_back(there._gate.commands)
            said = [
                await deck.ask("change", {item: {"title": f"{item}{n}"} for item in "abcd"})
                for n in range(6)
            ]
            assert said[:5] == ["success"] * 5
            assert said[5] != "success"
            assert show.desk.show.rev == 20

    told(tmp_path, story)


def test_what_makes_no_sense_changes_nothing(tmp_path: Path) -> None:
    async def story(show: Show) -> None:
        async with show.deck() as deck:
            for message in (
                "",
                "[]",
                "{",
                '{"tag":1}',
                '{"tag":"go"}',
                '{"tag":"start","payload":7}',
            ):
                await deck.socket.send_str(message)
                while (heard := await deck.heard())["tag"] == "runtime-data":
                    pass
                assert heard["payload"] not in ("success", {})
            assert show.desk.show.rev == 0

    told(tmp_path, story)


def test_it_cannot_be_opened_where_somebody_listens_nor_by_who_watches(tmp_path: Path) -> None:
    async def story(show: Show) -> None:
        port = int(show.companion.address.rpartition(":")[2])
        other = Companion(show.desk, Links(tmp_path), "en")
        with pytest.raises(Trouble, match="cannot be opened"):
            await other.open(Address(port))
        assert (other.address, other.links(), other.viewers()) == ("", (), ())
        stage = Stage(day(leaf("a", start="09:00")))
        watching = Desk(stage.show, HandClock(stage.at("09:00")), watching="Ada")
        with pytest.raises(Trouble, match="Ada runs the show"):
            await Companion(watching, Links(tmp_path), "en").open(Address(0))

    told(tmp_path, story)
