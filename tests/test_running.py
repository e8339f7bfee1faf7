"""What runs beside a show: reached from outside, watched from a second process."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from runofshow.clock import SystemClock
from runofshow.core.sentences import Sentence
from runofshow.net import local
from runofshow.opening import Opened, Request, opened
from runofshow.running import Running
from runofshow.store.owner import owner_of
from tests.hand import HandClock, Stage, day, leaf
from tests.process import PATIENCE, awaited, headless, owner_note


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "day.json"
    path.write_text(json.dumps(day(leaf("a", start="09:00"), leaf("b")).as_json()), "utf-8")
    return path


async def until(true: Callable[[], bool]) -> None:
    """Let the loop turn until it is so, at most for some seconds."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 (nothing tells a test)
            await asyncio.sleep(0)


def show_of(data: Path, file: Path) -> Opened:
    return opened(Request(data, file), HandClock(Stage(day(leaf("a", start="09:00"))).at("09:00")))


def test_a_show_that_runs_is_reached_and_left_closed(tmp_path: Path, file: Path) -> None:
    async def run() -> None:
        show = show_of(tmp_path, file)
        async with Running(show, "fr"):
            owner = owner_of(show.path)
            asked = {"ask": "command", "command": {"do": "go"}}
            answer = await asyncio.to_thread(local.call, owner, asked)
            assert answer == {"ok": True, "rev": 1}
            shown = await asyncio.to_thread(local.call, owner, {"ask": "board"})
            assert shown["board"]["on_air"]["slot"] == "a"
            refused = await asyncio.to_thread(
                local.call, owner, {"ask": "command", "command": {"do": "go"}}
            )
            assert refused["code"] == "guarded"
            assert refused["why"].startswith("TOP")
        assert owner_of(show.path) is None

    asyncio.run(run())


def test_a_show_in_memory_only_runs_beside_nothing(tmp_path: Path, file: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")

    async def run() -> None:
        async with Running(show_of(blocked, file), "fr"):
            pass

    asyncio.run(run())


def test_a_second_process_watches_the_first_and_says_who_it_is(tmp_path: Path, file: Path) -> None:
    data, told = tmp_path / "data", list[Sentence]()
    with headless(data, file) as first:
        note = awaited(lambda: owner_note(data), "the owner's note")
        assert note["pid"] == first.process.pid
        show = opened(Request(data, file), SystemClock())
        assert show.kept is None
        assert show.owner is not None
        assert show.owner.pid == first.process.pid
        assert show.notices[0].code == "journal_owned"
        assert str(first.process.pid) in show.notices[0].text("fr")
        why = show.desk.do_json({"do": "go"}).why
        assert why is not None
        assert why.code == "read_only"

        async def follow() -> None:
            async with Running(show, "fr", told.append):
                asked = {"ask": "command", "command": {"do": "go"}}
                answer = await asyncio.to_thread(local.call, show.owner, asked)
                assert answer["ok"]
                await until(lambda: show.desk.board().state == "on_air")
                await asyncio.to_thread(first.killed)
                await until(lambda: bool(told))

        asyncio.run(follow())
    assert [said.code for said in told] == ["owner_gone"]
