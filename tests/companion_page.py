"""Makes the pages to import into Companion: `python -m tests.companion_page`.

They are written as Companion 4.1 exports a page (version 9) with the module 5.0 for Ontime; newer
ones of both read that, and bring it up to date themselves. The first five columns and three rows
are whole by themselves, for a Stream Deck of fifteen keys; one of thirty-two has the rest too.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from runofshow.places import resource

Json = dict[str, Any]
CONNECTION: Final = "runofshow"
_UPGRADES: Final = 8
"""How many changes of the module's own actions and feedbacks its version 5.0 knows."""
_BLACK, _WHITE, _GREY, _QUIET = 0x000000, 0xFFFFFF, 0x1E2328, 0x14171B
_GO, _AMBER, _ACT, _OVER = 0x1C5C9E, 0xFFB000, 0xFF8452, 0xF283E0
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "fr": {
        "page": "Conducteur", "go": "TOP", "hold": "Figer", "recall": "Annuler\nle TOP",
        "end": "Clore", "black": "Noir", "hide": "Effacer\nle message",
        "drift": "Écart", "on_air": "En cours", "next": "À suivre", "left": "Reste",
        "clock": "Heure", "end_at": "Fin à", "day_end": "Journée\nfin à", "counter": "Minuteur",
        "start": "Minuteur\nmarche", "zero": "Minuteur\nà zéro", "five": "Minuteur\n5 min",
        "wrap": "Concluez", "over": "Merci,\nc'est fini", "louder": "Plus fort", "slower":
        "Plus\nlentement", "micro": "Au micro",
    },
    "en": {
        "page": "Run of show", "go": "GO", "hold": "Hold", "recall": "Take back\nGO",
        "end": "End\nitem", "black": "Black", "hide": "Clear\nmessage",
        "drift": "Drift", "on_air": "On air", "next": "Next", "left": "Left",
        "clock": "Time", "end_at": "Ends at", "day_end": "Day\nends at", "counter": "Counter",
        "start": "Counter\nrun", "zero": "Counter\nto zero", "five": "Counter\n5 min",
        "wrap": "Wrap up", "over": "Thank you,\ntime is up", "louder": "Louder", "slower":
        "Slower", "micro": "To the mic",
    },
}  # fmt: skip


def page(language: str) -> Json:
    """The page, as Companion imports it."""
    words = WORDS[language]
    rows = (_first(words), _second(words), _third(words), _fourth(words))
    controls = {
        str(row): {str(column): key for column, key in enumerate(keys)}
        for row, keys in enumerate(rows)
    }
    grid = {"minColumn": 0, "maxColumn": 7, "minRow": 0, "maxRow": 3}
    connection = {
        "instance_type": "getontime-ontime",
        "moduleId": "getontime-ontime",
        "moduleVersionId": "5.0.0",
        "updatePolicy": "stable",
        "sortOrder": 1,
        "label": "ontime",
        "isFirstInit": False,
        "config": {"host": "http://127.0.0.1:4001/?token="},
        "lastUpgradeIndex": _UPGRADES,
        "enabled": True,
    }
    return {
        "version": 9,
        "type": "page",
        "companionBuild": "4.1.6",
        "page": {"name": words["page"], "controls": controls, "gridSize": grid},
        "instances": {CONNECTION: connection},
        "connectionCollections": [],
        "oldPageNumber": 1,
    }


def _first(words: Mapping[str, str]) -> list[Json]:
    """What is on air, what is next, and how the day stands."""
    phases = [
        _feedback("timerPhase", {"phase": [phase]}, _BLACK, colour)
        for phase, colour in (("warning", _AMBER), ("danger", _ACT), ("overtime", _OVER))
    ]
    late = _feedback("rundownOffset", {"state": "Over", "margin": 30}, _BLACK, _AMBER)
    return [
        _key(f"{words['left']}\n$(ontime:timer_current_hms)", feedbacks=phases),
        _key(f"{words['on_air']}\n$(ontime:event_now_title)", size="14"),
        _key(f"{words['next']}\n$(ontime:event_next_title)", size="14"),
        _key(_timed(words["drift"], "offset"), expression=True, feedbacks=[late]),
        _key(_timed(words["clock"], "clock"), expression=True),
        _key(_timed(words["end_at"], "timer_expected_finish"), expression=True),
        _key(_timed(words["day_end"], "expected_rundown_end"), expression=True),
        _key("$(ontime:event_now_cue)\n$(ontime:selected_index)/$(ontime:total_events)"),
    ]


def _second(words: Mapping[str, str]) -> list[Json]:
    """The hands."""
    held = _feedback("colorPlayback", {"state": ["pause"]}, _BLACK, _AMBER)
    toggle = ("playback-toggle", {"main": "play", "secondary": "pause"})
    return [
        _key(words["go"], ("start", {"method": "go"}), size="30", ground=_GO),
        _key("−1 min", _stretch("remove", 1)),
        _key("+1 min", _stretch("add", 1)),
        _key(words["hold"], toggle, feedbacks=[held]),
        _key(words["recall"], ("start", {"method": "previous"}), size="14"),
        _key("−5 min", _stretch("remove", 5)),
        _key("+5 min", _stretch("add", 5)),
        _key(words["end"], ("stop", {}), size="14"),
    ]


def _third(words: Mapping[str, str]) -> list[Json]:
    """What the stage is told."""
    black = _feedback("timerBlackout", {}, _BLACK, _AMBER)
    return [
        *(_message(words[name]) for name in ("wrap", "over", "louder")),
        _key(words["hide"], ("setMessageVisibility", {"value": 0}), size="14"),
        _key(words["black"], ("TimerBlackout", {"value": 2}), feedbacks=[black]),
        _message(words["slower"]),
        _message(words["micro"]),
        _key(""),
    ]


def _fourth(words: Mapping[str, str]) -> list[Json]:
    """How far the item is, and a counter of the deck's own."""
    bars = [_key("", feedbacks=[_bar(number)]) for number in (1, 2, 3, 4)]
    over = _feedback("auxTimerNegativePlayback", {"destination": "auxtimer1"}, _BLACK, _OVER)
    start = ("auxTimerPlayState", {"destination": "1", "value": "toggleSS"})
    zero = ("auxTimerPlayState", {"destination": "1", "value": "stop"})
    five = ("auxTimerDuration", {"destination": "1", "duration": "00:05:00"})
    return [
        *bars,
        _key(_timed(words["counter"], "aux_1_current"), expression=True, feedbacks=[over]),
        _key(words["start"], start, size="14"),
        _key(words["zero"], zero, size="14"),
        _key(words["five"], five, size="14"),
    ]


def _timed(word: str, variable: str) -> str:
    return f'`{word}\n${{msToTimestamp($(ontime:{variable}), "hh:mm:ss")}}`'


def _stretch(way: str, minutes: int) -> tuple[str, Json]:
    return "add", {"addremove": way, "hours": 0, "minutes": minutes, "seconds": 0}


def _message(text: str) -> Json:
    """A key that shows a message, whatever else was shown; it is lit while this one is."""
    said = text.replace("\n", " ")
    shown = _feedback("messageVisible", {"reqText": True, "text": said}, _WHITE, _GO)
    action = ("setMessageVisibilityAndText", {"text": said, "value": 1})
    return _key(text, action, size="14", feedbacks=[shown])


def _bar(number: int) -> Json:
    options = {
        "big": True, "normal": 0x5CB3FF, "warning": _AMBER, "danger": _ACT, "amount": 4,
        "index": number,
    }  # fmt: skip
    found = _entity("timerProgressBarMulti", options, "feedback")
    return found | {"isInverted": False}


def _feedback(definition: str, options: Json, colour: int, ground: int) -> Json:
    found = _entity(definition, options, "feedback")
    return found | {"style": {"color": colour, "bgcolor": ground}, "isInverted": False}


def _entity(definition: str, options: Json, kind: str) -> Json:
    return {
        "definitionId": definition,
        "connectionId": CONNECTION,
        "options": options,
        "upgradeIndex": _UPGRADES,
        "type": kind,
    }


def _key(
    text: str,
    action: tuple[str, Json] | None = None,
    *,
    size: str = "auto",
    ground: int = _GREY,
    expression: bool = False,
    feedbacks: list[Json] | None = None,
) -> Json:
    down = [] if action is None else [_entity(*action, "action")]
    return {
        "type": "button",
        "style": {
            "text": text,
            "textExpression": expression,
            "size": size,
            "png64": None,
            "alignment": "center:center",
            "pngalignment": "center:center",
            "color": _WHITE,
            "bgcolor": ground if action is not None else _QUIET,
            "show_topbar": False,
        },
        "options": {"stepProgression": "auto", "stepExpression": "", "rotaryActions": False},
        "feedbacks": feedbacks or [],
        "steps": {"0": {"action_sets": {"down": down, "up": []}, "options": {"runWhileHeld": []}}},
        "localVariables": [],
    }


def _identified(value: Json) -> Json:
    """The page with each action and feedback named, which Companion wants them to be."""
    number = 0
    for row in value["page"]["controls"].values():
        for key in row.values():
            for entity in (*key["feedbacks"], *key["steps"]["0"]["action_sets"]["down"]):
                number += 1
                entity["id"] = f"ros-{number:03d}"
    return value


def written(language: str) -> str:
    """The file's text."""
    return json.dumps(_identified(page(language)), ensure_ascii=False, indent=1) + "\n"


def file(language: str) -> Path:
    """Where it is kept."""
    return resource("companion") / f"runofshow-{language}.companionconfig"


if __name__ == "__main__":
    for each in WORDS:
        file(each).parent.mkdir(parents=True, exist_ok=True)
        file(each).write_text(written(each), "utf-8")
