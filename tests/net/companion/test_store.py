"""The store: whatever the module for Ontime (5.4) reads of it is there, in every state of a day."""

from typing import Any

from runofshow.net.companion.asked import Scene, asked
from runofshow.net.companion.look import Kept, Look, listed
from runofshow.net.companion.store import store
from tests.hand import Stage, day, leaf
from tests.net.companion.deck import PLAN
from tests.rows import each_row

NUMBER, TEXT, FLAG = (int,), (str,), (bool,)
MAYBE = (int, type(None))
READ: dict[str, dict[str, tuple[type, ...]]] = {
    "timer": {
        "current": MAYBE, "duration": MAYBE, "addedTime": NUMBER, "expectedFinish": MAYBE,
        "phase": TEXT, "playback": TEXT,
    },
    "message.timer": {
        "text": TEXT, "visible": FLAG, "blink": FLAG, "blackout": FLAG,
        "secondarySource": (type(None),),
    },
    "message": {"secondary": TEXT},
    "rundown": {"numEvents": NUMBER, "selectedEventIndex": MAYBE},
    "offset": {
        "mode": TEXT, "absolute": NUMBER, "relative": NUMBER, "expectedGroupEnd": MAYBE,
        "expectedRundownEnd": MAYBE, "expectedFlagStart": MAYBE,
    },
    **{
        f"auxtimer{number}": {
            "duration": NUMBER, "current": NUMBER, "playback": TEXT, "direction": TEXT,
        }
        for number in (1, 2, 3)
    },
}  # fmt: skip
"""What its variables and feedbacks are made of, and as what."""
ITEM = {"id": TEXT, "title": TEXT, "note": TEXT, "cue": TEXT, "custom": (dict,)}
GROUP = {"id": TEXT, "title": TEXT, "note": TEXT, "custom": (dict,)}


def told(stage: Stage, clock: str, load: object = ...) -> dict[str, Any]:
    """The store at that hour, once a `load` has been asked for."""
    look = Look(stage.board(clock), stage.show.plan)
    rundown, kept = listed(look, None, "en"), Kept()
    if load is not ...:
        kept = asked("load", load, Scene(look, rundown, kept, look.live)).kept
    return store(look, rundown, kept)


def sound(value: object, kinds: tuple[type, ...]) -> bool:
    return type(value) in kinds


@each_row(
    "stage, clock, playback, phase",
    [
        (Stage(PLAN), "08:00", "stop", "none"),
        (Stage(PLAN).do("09:00", "go"), "09:01", "play", "default"),
        (Stage(PLAN).do("09:00", "go"), "09:59", "play", "overtime"),
        (Stage(PLAN).do("09:00", "go").do("09:01", "hold"), "09:02", "pause", "default"),
        (Stage(PLAN).do("09:00", "go").do("09:10", "go"), "09:12", "play", "default"),
        (Stage(PLAN).do("09:00", "go").do("09:01", "end"), "09:02", "stop", "none"),
        (Stage(PLAN).do("09:00", "go").do("09:01", "finish"), "09:02", "stop", "none"),
        (Stage(day(leaf("a", start="09:00"))).do("09:00", "go"), "09:01", "play", "default"),
    ],
)
def test_whatever_the_module_reads_is_there(
    stage: Stage, clock: str, playback: str, phase: str
) -> None:
    values = told(stage, clock)
    assert sound(values["clock"], NUMBER)
    for path, fields in READ.items():
        part: Any = values
        for name in path.split("."):
            part = part[name]
        for name, kinds in fields.items():
            assert sound(part[name], kinds), (path, name, part[name])
    for name, item in (
        ("eventNow", ITEM), ("eventNext", ITEM), ("eventFlag", ITEM), ("groupNow", GROUP),
    ):  # fmt: skip
        held = values[name]
        assert held is None or all(sound(held[key], kinds) for key, kinds in item.items()), name
    assert (values["timer"]["playback"], values["timer"]["phase"]) == (playback, phase)
    assert (values["eventNow"] is None) is (playback == "stop")


def test_what_is_loaded_is_shown_and_what_comes_after_it_is_next() -> None:
    before = Stage(PLAN)
    for load, now, following in (
        (None, "a", "b"), ("next", "a", "b"), ({"id": "c"}, "c", "a"), (..., None, "a"),
    ):  # fmt: skip
        values = told(before, "08:00", load)
        shown = [values[name] and values[name]["id"] for name in ("eventNow", "eventNext")]
        assert shown == [now, following]
    running = before.do("09:00", "go")
    values = told(running, "09:01", {"id": "d"})  # what is on air stays what is shown
    assert [values[name]["id"] for name in ("eventNow", "eventNext")] == ["a", "d"]
    last = told(Stage(day(leaf("a", start="09:00"))), "08:00", "next")
    assert last["eventNext"] is None
