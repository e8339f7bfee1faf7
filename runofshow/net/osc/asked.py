"""What an OSC message asks for, as one of our commands: values in, a command out."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from runofshow.core.board import Board
from runofshow.core.errors import Refused
from runofshow.core.times import LONGEST, write_length
from runofshow.net.osc.packets import Argument, Message

Json = Mapping[str, Any]
Arguments = Sequence[Argument]
ROOT: Final = "/runofshow/"
STATE: Final = "state"
"""The address at which all that is told is asked for."""
_BUTTONS: Final = ("end", "recall", "hold", "resume", "restart", "questions", "clear")
_OF_ITEMS: Final = ("go", "skip", "restore")


def asked(message: Message, board: Board) -> Json | None:
    """The command of a message to us; None when a button was only released. Raises Refused."""
    name, arguments = message.address.removeprefix(ROOT), message.arguments
    match name.split("/"):
        case ["cue", *cue, do] if cue and do in _OF_ITEMS:
            return _unless_released({"do": do, "slot": _of_cue("/".join(cue), board)}, arguments)
        case ["go"] if not arguments or not isinstance(arguments[0], str):
            return _unless_released({"do": "go"}, arguments)
        case [do] if do in _OF_ITEMS:
            return {"do": do, "slot": _text(name, arguments)}
        case [do] if do in _BUTTONS:
            return _unless_released({"do": do}, arguments)
        case _:
            return _with_value(name, arguments)


def _with_value(name: str, arguments: Arguments) -> Json:
    found = _VALUES.get(name)
    if found is None:
        raise Refused("osc_unknown", name=name[:60])
    return found(name, arguments)


def _unless_released(command: Json, arguments: Arguments) -> Json | None:
    """A button sends 0 when it is released: that is no command."""
    first = arguments[0] if arguments else None
    return None if isinstance(first, (bool, int, float)) and not first else command


def _of_cue(cue: str, board: Board) -> str:
    """The item of that cue: the first to come, else any."""
    found = [row for row in board.slots if row.leaf and row.cue == cue]
    for row in (*(row for row in found if row.status in ("next", "to_come")), *found):
        return row.id
    raise Refused("osc_no_cue", name=cue[:60])


def _text(name: str, arguments: Arguments) -> str:
    if arguments and isinstance(arguments[0], str):
        return arguments[0]
    raise Refused("osc_argument", name=name)


def _number(name: str, arguments: Arguments) -> float:
    first = arguments[0] if arguments else None
    if isinstance(first, (int, float)) and math.isfinite(first):
        return first
    raise Refused("osc_argument", name=name)


def _length(name: str, arguments: Arguments) -> str:
    """A length as it is written, or as seconds."""
    if arguments and isinstance(arguments[0], str):
        return arguments[0]
    seconds = _number(name, arguments)
    if abs(seconds) > LONGEST.total_seconds():
        raise Refused("osc_argument", name=name)
    return write_length(timedelta(seconds=round(seconds, 3)))


def _stretch(name: str, arguments: Arguments) -> Json:
    return {"do": "stretch", "by": _length(name, arguments)}


def _stretch_to(name: str, arguments: Arguments) -> Json:
    return {"do": "stretch", "to": _text(name, arguments)}


def _ago(name: str, arguments: Arguments) -> Json:
    return {"do": name, "ago": _length(name, arguments)}


def _say(name: str, arguments: Arguments) -> Json:
    said: dict[str, Any] = {"do": "say", "text": _text(name, arguments), "flash": name == "flash"}
    if len(arguments) > 1:
        said["to"] = _text(name, arguments[1:])
    if len(arguments) > 2:
        said["for"] = _length(name, arguments[2:])
    return said


def _note(name: str, arguments: Arguments) -> Json:
    return {"do": "note", "text": _text(name, arguments)}


def _switch(name: str, arguments: Arguments) -> Json:
    return {"do": name, "on": bool(_number(name, arguments)) if arguments else True}


def _floor(name: str, arguments: Arguments) -> Json:
    first = arguments[0] if arguments else None
    if isinstance(first, str):
        return {"do": "floor", "speaker": first}
    number = int(_number(name, arguments)) if first is not None else 0
    return {"do": "floor", "speaker": number or None}


def _command(name: str, arguments: Arguments) -> Json:
    try:
        said = json.loads(_text(name, arguments))
    except (ValueError, RecursionError):
        raise Refused("body_malformed") from None
    if not isinstance(said, dict):
        raise Refused("body_malformed")
    return said


_VALUES: Final[Mapping[str, Callable[[str, Arguments], Json]]] = {
    "stretch": _stretch,
    "stretch/to": _stretch_to,
    "began": _ago,
    "ended": _ago,
    "say": _say,
    "flash": _say,
    "note": _note,
    "blackout": _switch,
    "incident": _switch,
    "floor": _floor,
    "command": _command,
}
