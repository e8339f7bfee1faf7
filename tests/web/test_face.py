"""A page shows what the desktop's painter shows: the same faces from anchors as from boards.

Whoever changes a face in runofshow/ui/speaker changes it in resources/web/js too.
"""

import asyncio
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple, get_args

from runofshow.core.board import board
from runofshow.core.plan import Plan
from runofshow.net.anchors import INSTANT, Anchoring
from runofshow.net.patches import whole
from runofshow.net.public import public_board, unseen
from runofshow.ui.speaker import grid, next_up, programme, workshops
from runofshow.ui.speaker.face import Face, Scene, face
from runofshow.ui.texts import words
from tests.hand import Stage
from tests.net.opened import opened
from tests.ui.speaker.moments import with_rooms
from tests.web.chromium import spoken_to

Json = dict[str, Any]
NONE: frozenset[str] = frozenset()
HANDS: tuple[tuple[str, Json], ...] = (
    ("09:02", {"do": "go"}),
    ("09:03", {"do": "hold"}),
    ("09:05", {"do": "resume"}),
    ("09:06", {"do": "skip", "slot": "resultats"}),
    ("09:16", {"do": "say", "text": "Encore {left}", "for": "20s"}),
    ("09:18", {"do": "go"}),
    ("09:19", {"do": "end"}),
    ("09:24", {"do": "go"}),
    ("09:30", {"do": "floor", "speaker": 2}),
    ("09:50", {"do": "floor", "speaker": 3}),
    ("10:20", {"do": "questions"}),
    ("10:31", {"do": "say", "text": "MERCI", "flash": True}),
    ("10:32", {"do": "incident", "on": True}),
    ("10:33", {"do": "incident", "on": False}),
    ("10:40", {"do": "go", "slot": "dejeuner"}),
    ("11:00", {"do": "blackout", "on": True}),
    ("11:01", {"do": "blackout", "on": False}),
    ("11:02", {"do": "clear"}),
    ("14:02", {"do": "say", "text": "À vous", "to": "green_room"}),
    ("14:03", {"do": "go"}),
    ("14:05", {"do": "go"}),
    ("14:06", {"do": "say", "text": "Plus que {left}", "to": "Salle 2"}),
    ("14:08", {"do": "hold"}),
    ("14:10", {"do": "resume"}),
    ("14:12", {"do": "clear"}),
    ("14:48", {"do": "say", "text": "Trois idées", "to": "Salle 1"}),
    ("14:52:20", {"do": "clear"}),
    ("14:53", {"do": "go"}),
    ("14:55", {"do": "end"}),
    ("14:57", {"do": "finish"}),
)
LATER = (0.0, 0.4, 7.0, 59.999, 200.3, 640.0, 1500.0, 1830.5, 4000.0)
"""Seconds after a hand at which a page that was told of it is looked at."""


class Case(NamedTuple):
    """What a page was told, when it is looked at, and what it must show."""

    told: int
    now: float
    page: str
    language: str
    shows: Json


def day() -> Plan:
    """The seed's day, its panel with questions to come, its workshops in rooms and rounds."""
    plan = with_rooms(4, 3).as_json()
    for session in plan["slots"]:
        for slot in session.get("slots", ()):
            if slot.get("kind") == "panel":
                slot["questions"] = "10m"
    return Plan.model_validate(plan)


def cases() -> tuple[list[Json], list[Case]]:
    """What is told at each hand, and what a page must show of it for a while."""
    stage, boards, found = Stage(day()), list[Json](), list[Case]()
    for number, (clock, command) in enumerate([("08:30", {}), *HANDS]):
        at = stage.at(clock)
        if command:
            stage.do(clock, command["do"], **{k: v for k, v in command.items() if k != "do"})
        now = board(stage.show, at)
        anchors = Anchoring().anchors(now, board(stage.show, at + INSTANT))
        boards.append(whole(public_board(anchors, unseen(now))))
        until = stage.at(HANDS[number][0]) if number < len(HANDS) else stage.at("15:00")
        for seconds in LATER:
            look = at + timedelta(seconds=seconds)
            if look < until:
                found += _cases(stage, number, look, fresh=not seconds)
    return boards, found


def _cases(stage: Stage, told: int, look: Any, *, fresh: bool) -> Iterator[Case]:
    then = board(stage.show, look)
    for language in ("fr", "en"):
        said, now = words(language).stage, look.timestamp() * 1000
        yield Case(told, now, "stage", language, plain(face(then, said)))
        if fresh:  # what the others say changes with the walk of the whole day, which is told anew
            yield Case(told, now, "green", language, plain(next_up.see(then, said, NONE)))
            yield Case(told, now, "programme", language, plain(programme.see(then, said, NONE)))
            yield Case(told, now, "workshops", language, plain(workshops.see(then, said, NONE)))
            yield Case(told, now, "grid", language, plain(grid.see(then, said, NONE)))


def plain(shown: Face) -> Json:
    """A face as a page has it."""
    return {name: _value(value) for name, value in _named(shown).items() if name != "stale"}


def _named(values: Any) -> Json:
    return {_camel(name): value for name, value in values._asdict().items()}


def _value(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {name: _value(part) for name, part in _named(value).items()}
    return [_value(each) for each in value] if isinstance(value, tuple) else value


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(other.title() for other in others)


SHOWN = """(async (boards, cases) => {
  const [{face}, green, programme, workshops, grid, {whole}, {texts}] = await Promise.all(
    ["face", "green", "programme", "workshops", "grid", "anchors", "language"]
      .map((name) => import(`/js/${name}.js`)));
  const see = {
    stage: face, green: green.see, programme: programme.see, workshops: workshops.see,
    grid: grid.see,
  };
  const held = boards.map(whole);
  return cases.map(([told, now, page, language]) => see[page](held[told], now, texts(language)));
})"""


def test_a_page_counts_by_itself_to_what_the_desktop_shows(tmp_path: Path, browser: str) -> None:
    boards, wanted = cases()
    asked = json.dumps([boards, [case[:4] for case in wanted]])

    async def shown() -> list[Json]:
        async with opened(tmp_path) as net, spoken_to(browser) as program, program.page() as page:
            await page.go(f"{net.serving.address}/")
            await page.until("location.host")
            found: list[Json] = await page.value(f"{SHOWN}(...{asked})")
            return found

    for case, on_page in zip(wanted, asyncio.run(shown()), strict=True):
        assert on_page == case.shows, case
    assert {case.shows["scene"] for case in wanted} == {*get_args(Scene)} - {"pattern"}
