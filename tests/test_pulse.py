"""The pulse of what is told to the outside: when a change is told, and when with others."""

import asyncio

from runofshow.desk import Desk
from runofshow.pulse import Pulse
from tests.hand import HandClock, Stage, seed


def test_what_was_asked_from_outside_is_told_outside_before_the_windows_show_it() -> None:
    async def run() -> None:
        stage, told = Stage(seed()), list[str]()
        desk = Desk(stage.show, HandClock(stage.at("09:00")))
        desk.subscribe(lambda: told.append("window"))
        pulse = Pulse(desk, lambda: True, lambda: told.append("outside"))
        pulse.begin()
        with pulse.asked():
            assert desk.do_json({"do": "go"}).ok
        assert told == ["outside", "window"]
        told.clear()
        for text in ("2 MIN", "1 MIN"):
            assert desk.do_json({"do": "say", "text": text}).ok
        assert told == ["window", "window"]
        await asyncio.sleep(0)
        assert told == ["window", "window", "outside"]
        await pulse.end()

    asyncio.run(run())


def test_what_waits_to_be_told_is_told_with_what_is_asked_from_outside() -> None:
    async def run() -> None:
        stage, told = Stage(seed()), list[int]()
        desk = Desk(stage.show, HandClock(stage.at("09:00")))
        pulse = Pulse(desk, lambda: True, lambda: told.append(desk.show.rev))
        pulse.begin()
        assert desk.do_json({"do": "go"}).ok
        with pulse.asked():
            assert desk.do_json({"do": "say", "text": "2 MIN"}).ok
        await asyncio.sleep(0)
        assert told == [2]
        await pulse.end()

    asyncio.run(run())
