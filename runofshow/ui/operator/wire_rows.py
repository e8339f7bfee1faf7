"""What is wired to the show, row by row: how each is said, and what a step of it asks. No Qt."""

from collections.abc import Sequence
from typing import Any, Final, Literal, NamedTuple

from runofshow.core.plurals import counted
from runofshow.store.wires import LOOPBACK, WHATS, CompanionDoor, OscDoor, Wire, Wires
from runofshow.ui.operator.field import Row
from runofshow.ui.operator.network_rows import Reach
from runofshow.ui.operator.preferences import stepped
from runofshow.ui.texts.wires import WireWords

COMPANION: Final = "companion"
OSC: Final = "osc"
EVENT: Final = "at."
TYPED: Final = ("name", "port", "pin", "url", "body", "target", "address", "arguments")
"""The rows that are typed."""
_OURS: Final = {"body": "text", "arguments": "text", "target": "host"}
"""The fields of an output that are called otherwise."""
BREAK: Final = "; "
"""What stands for a new line where one line is all there is."""
Does = Literal["change", "add", "remove", "trial"]


class WireWish(NamedTuple):
    """What is asked: all of it changed to `wires`, or one output to be tried, by its number."""

    does: Does
    wires: Wires = Wires()
    at: int = 0


class Went(NamedTuple):
    """How something went that was sent: the hour, to whom, what, and how it is said."""

    hour: str
    name: str
    what: str
    said: str
    failed: bool
    trial: bool


class Stands(NamedTuple):
    """How everything stands.

    `link` is what is pasted into Companion, its key included, `paired` how many links last because
    something has come by them; `fields` is what a template can name.
    """

    wires: Wires = Wires()
    reaches: tuple[Reach, ...] = ()
    companion: str = ""
    decks: int = 0
    link: str = ""
    osc: str = ""
    heard: tuple[int, int] = (0, 0)
    log: tuple[Went, ...] = ()
    dropped: int = 0
    fields: tuple[str, ...] = ()
    paired: int = 0


def keys(wires: Wires) -> tuple[str, ...]:
    """What is wired, in order: Companion, OSC, then each output by its number."""
    return (COMPANION, OSC, *(str(number) for number in range(len(wires.outputs))))


def name(key: str, wires: Wires, words: WireWords) -> str:
    """What it is called."""
    if key in (COMPANION, OSC):
        return {COMPANION: "Companion", OSC: "OSC"}[key]
    wire = wires.outputs[int(key)]
    return wire.name or words.unnamed[wire.kind]


def rows(key: str, stands: Stands, words: WireWords) -> tuple[Row, ...]:
    """The rows of what is chosen."""
    wires, every = stands.wires, keys(stands.wires)
    whose = words.of.format(
        name=name(key, wires, words), number=every.index(key) + 1, count=len(every)
    )
    head = Row("wire", words.rows["wire"], whose, bold=True)
    match key:
        case "companion":
            return (head, *_companion(stands, words))
        case "osc":
            return (head, *_osc(stands, words))
        case _:
            return (head, *_output(wires.outputs[int(key)], words))


def _companion(stands: Stands, words: WireWords) -> tuple[Row, ...]:
    door = stands.wires.companion
    shown = stands.link.partition("=")[0] + "=…" if stands.link else "–"
    paired = words.paired.format(count=stands.paired) if stands.paired else "–"
    return (
        *_door(door, stands.companion, stands, words),
        Row("link", words.rows["link"], shown, ruled=True, steps=False),
        Row("paired", words.rows["paired"], paired, steps=False),
    )


def _osc(stands: Stands, words: WireWords) -> tuple[Row, ...]:
    door = stands.wires.osc
    heard = counted(
        words.heard, words.language, {"heard": stands.heard[0], "dropped": stands.heard[1]}
    )
    return (
        *_door(door, stands.osc, stands, words),
        Row("pin", words.rows["pin"], "•" * len(door.pin) or "–", steps=False),
        Row("heard", words.rows["heard"], heard, ruled=True, steps=False),
    )


def _door(
    door: CompanionDoor | OscDoor, address: str, stands: Stands, words: WireWords
) -> tuple[Row, ...]:
    """Its port is the one it works on, which the command line may have chosen."""
    state = words.values[f"on.{bool(address)}"]
    port = address.rpartition(":")[2] or str(door.port)
    return (
        Row("on", words.rows["on"], state),
        Row("host", words.rows["host"], _reach(door.host, stands.reaches, words)),
        Row("port", words.rows["port"], port, steps=False),
    )


def _reach(host: str, reaches: Sequence[Reach], words: WireWords) -> str:
    if host == LOOPBACK:
        return words.reach_here
    for each in reaches:
        if each.address == host:
            return words.reach_at.format(name=each.name, address=host)
    return words.reach_gone.format(address=host)


def _output(wire: Wire, words: WireWords) -> tuple[Row, ...]:
    made = [
        _typed("name", wire.name or words.unnamed[wire.kind], words),
        Row("on", words.rows["on"], words.values[f"sends.{wire.on}"], bold=True),
    ]
    if wire.kind == "webhook":
        made += [
            _typed("url", wire.url or words.none_typed, words),
            _typed("body", one_line(wire.text) or words.everything, words),
        ]
    else:
        made += [
            _typed("target", wire.host or words.none_typed, words),
            _typed("port", str(wire.port), words),
            _typed("address", wire.address, words),
            _typed("arguments", one_line(wire.text) or "–", words),
            Row("feedback", words.rows["feedback"], "", check=wire.feedback),
        ]
    made.append(Row("events", words.rows["events"], "", head=True))
    made += [Row(EVENT + what, words.whats[what], "", check=what in wire.at) for what in WHATS]
    return tuple(made)


def _typed(row: str, value: str, words: WireWords) -> Row:
    return Row(row, words.rows[row], value, steps=False)


def one_line(text: str) -> str:
    """A text on one line."""
    return BREAK.join(text.splitlines())


def step(row: str, by: int, key: str, stands: Stands) -> WireWish | None:
    """What so many steps on a row ask; None when nothing changes."""
    wires = stands.wires
    held = _held(key, wires)
    if row == "on":
        works = {COMPANION: bool(stands.companion), OSC: bool(stands.osc)}.get(key, held.on)
        return None if held.on == works == (by > 0) else changed(key, wires, on=by > 0)
    if row == "host":
        hosts = (LOOPBACK, *(each.address for each in stands.reaches if each.name))
        host = stepped(hosts, held.host, by) if held.host in hosts else LOOPBACK
        return None if host == held.host else changed(key, wires, host=host)
    if row == "feedback":
        return changed(key, wires, feedback=by > 0)
    if row.startswith(EVENT) and isinstance(held, Wire):
        what = row.removeprefix(EVENT)
        at = [each for each in WHATS if (each in held.at if each != what else by > 0)]
        return changed(key, wires, at=tuple(at))
    return None


def typed(row: str, text: str, key: str, wires: Wires) -> WireWish | None:
    """What a typed row asks; None when it is no number where one is wanted."""
    value: Any = text if row in ("body", "arguments") else text.strip()
    if row == "port":
        if not (text.strip().isascii() and text.strip().isdecimal()):
            return None
        value = int(text)
        if not 0 < value <= 65_535:
            return None
    if row == "arguments":
        value = "\n".join(part.strip() for part in text.split(BREAK.strip()) if part.strip())
    return changed(key, wires, **{_OURS.get(row, row): value})


def written(row: str, key: str, wires: Wires) -> str:
    """What stands in a typed row while it is typed."""
    value = str(getattr(_held(key, wires), _OURS.get(row, row)))
    return one_line(value) if row in ("body", "arguments") else value


def _held(key: str, wires: Wires) -> CompanionDoor | OscDoor | Wire:
    if key == COMPANION:
        return wires.companion
    return wires.osc if key == OSC else wires.outputs[int(key)]


def changed(key: str, wires: Wires, **fields: Any) -> WireWish:
    """The wish that one of them has other values."""
    if key in (COMPANION, OSC):
        door = _held(key, wires).model_copy(update=fields)
        return WireWish("change", wires.model_copy(update={key: door}))
    number = int(key)
    outputs = list(wires.outputs)
    outputs[number] = outputs[number].model_copy(update=fields)
    return WireWish("change", wires.model_copy(update={"outputs": tuple(outputs)}), number)


def added(kind: Literal["webhook", "osc"], wires: Wires) -> WireWish:
    """The wish for one more output."""
    outputs = (*wires.outputs, Wire(kind=kind))
    return WireWish("add", wires.model_copy(update={"outputs": outputs}), len(outputs) - 1)


def removed(key: str, wires: Wires) -> WireWish:
    """The wish for one output less."""
    outputs = tuple(each for at, each in enumerate(wires.outputs) if at != int(key))
    return WireWish("remove", wires.model_copy(update={"outputs": outputs}))
