"""What the module asks for, in our commands (network.md §4): values in, commands out.

A `go` always says what was on air as the Stream Deck was told it, so that one that comes a moment
after somebody else's is refused, not doubled.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from runofshow.core.errors import Refused
from runofshow.core.sentences import Sentence
from runofshow.core.times import write_length
from runofshow.net.companion.changed import changed
from runofshow.net.companion.counters import counted
from runofshow.net.companion.look import Choice, Kept, Listed, Look
from runofshow.net.companion.reading import flag, length, text
from runofshow.net.companion.store import text_kept

Json = Mapping[str, Any]


class Asked(NamedTuple):
    """Commands to be given in order, what is kept from now on, and what else there is to say."""

    kept: Kept
    commands: tuple[Json, ...] = ()
    said: Sentence | None = None


class Scene(NamedTuple):
    """What a message is read against; `seen` is what was on air as its sender was told it."""

    look: Look
    listed: Listed
    kept: Kept
    seen: str | None


def asked(tag: str, payload: object, scene: Scene) -> Asked:
    """What a message comes to; raises Refused, and nothing is to be done."""
    found = _ASKED.get(tag)
    if found is None:
        raise Refused("companion_unknown", name=tag[:60])
    return found(payload, scene)


def _start(payload: object, scene: Scene) -> Asked:
    look, kept = scene.look, scene.kept
    chosen = kept.chosen(look)
    match payload:
        case "previous":
            return Asked(kept, ({"do": "recall"},))
        case None if look.board.on_air is not None and look.board.on_air.holding:
            return Asked(kept, ({"do": "resume"},))
        case None if look.board.on_air is not None and chosen is None:
            return Asked(kept)
        case None | "next":
            slot = chosen
        case _:
            slot = _named(payload, scene)
    go = {"do": "go", "from": scene.seen}
    return Asked(kept._replace(choice=None), (go if slot is None else go | {"slot": slot},))


def _load(payload: object, scene: Scene) -> Asked:
    board = scene.look.board
    match payload:
        case None | "next":
            slot = None if board.next is None else board.next.slot
        case "previous":
            raise Refused("companion_previous")
        case _:
            slot = _named(payload, scene)
    row = None if slot is None else board.slots.of(slot)
    if row is None:
        raise Refused("nothing_to_come")
    if row.status not in ("next", "to_come"):
        raise Refused("companion_not_to_come", title=row.title)
    choice = Choice(row.id, scene.look.live)
    return Asked(scene.kept._replace(choice=choice))


def _named(payload: object, scene: Scene) -> str:
    """The slot that an index from 1, an id or a cue names; raises Refused."""
    match payload:
        case {"index": int(index)} if not isinstance(index, bool):
            leaves = scene.listed.leaves
            if 1 <= index <= len(leaves):
                return leaves[index - 1]
            raise Refused("companion_nowhere", name=str(index)[:60])
        case {"id": name}:
            return _known(text(name), scene)
        case {"cue": name}:
            return _of_cue(text(name), scene)
        case _:
            raise Refused("companion_wrong", name="start")


def _known(id_: str, scene: Scene) -> str:
    if id_ not in scene.listed.leaves:
        raise Refused("companion_nowhere", name=id_[:60])
    return id_


def _of_cue(cue: str, scene: Scene) -> str:
    """The item of that cue: the first to come, else any."""
    board = scene.look.board
    found = [row for row in board.slots if row.leaf and row.cue == cue.strip()]
    to_come = [row for row in found if row.status in ("next", "to_come")]
    for row in (*to_come, *found):
        return row.id
    raise Refused("companion_nowhere", name=cue[:60])


def _pause(_: object, scene: Scene) -> Asked:
    live = scene.look.board.on_air
    held = live is not None and live.holding
    return Asked(scene.kept, () if held else ({"do": "hold"},))


def _stop(_: object, scene: Scene) -> Asked:
    kept = scene.kept._replace(choice=None)
    return Asked(kept, () if scene.look.board.on_air is None else ({"do": "end"},))


def _reload(_: object, scene: Scene) -> Asked:
    kept = scene.kept._replace(choice=None)
    live = scene.look.board.on_air is not None and scene.kept.chosen(scene.look) is None
    return Asked(kept, said=Sentence.of("companion_reload") if live else None)


def _roll(_: object, __: Scene) -> Asked:
    raise Refused("companion_roll")


def _addtime(payload: object, scene: Scene) -> Asked:
    match payload:
        case {"add": by}:
            added = length(by)
        case {"remove": by}:
            added = -length(by)
        case _:
            added = length(payload)
    return Asked(scene.kept, ({"do": "stretch", "by": write_length(added)},) if added else ())


def _message(payload: object, scene: Scene) -> Asked:
    """The stage's message: its text is kept while it is hidden, and shown when made visible."""
    if not isinstance(payload, Mapping):
        raise Refused("companion_wrong", name="message")
    timer = payload.get("timer") or {}
    if not isinstance(timer, Mapping):
        raise Refused("companion_wrong", name="timer")
    board, kept = scene.look.board, scene.kept
    shown = board.message if board.message is not None and board.message.to == "stage" else None
    words = text(timer["text"]) if "text" in timer else shown.text if shown else None
    words = text_kept(board, kept) if words is None else words
    blinks = flag(timer.get("blink", shown.flash if shown else kept.flash))
    visible = flag(timer.get("visible", shown is not None))
    commands: list[Json] = []
    if "blackout" in timer and flag(timer["blackout"]) != board.blackout:
        commands.append({"do": "blackout", "on": not board.blackout})
    if visible and words.strip():
        if shown is None or (words, blinks) != (shown.text, shown.flash):
            commands.append({"do": "say", "text": words, "flash": blinks})
    elif shown is not None:
        commands.append({"do": "clear"})
    said = None
    if visible and not words.strip() and timer.get("visible"):
        said = Sentence.of("companion_no_text")
    if payload.get("secondary") or timer.get("secondarySource"):
        said = Sentence.of("companion_secondary")
    return Asked(kept._replace(text=words, flash=blinks), tuple(commands), said)


def _change(payload: object, scene: Scene) -> Asked:
    commands, said = changed(payload, scene.look, scene.listed)
    return Asked(scene.kept, commands, said)


def _auxtimer(payload: object, scene: Scene) -> Asked:
    now = scene.look.board.now
    return Asked(scene.kept._replace(counters=counted(scene.kept.counters, payload, now)))


_ASKED: Final = {
    "start": _start,
    "load": _load,
    "pause": _pause,
    "stop": _stop,
    "reload": _reload,
    "roll": _roll,
    "addtime": _addtime,
    "message": _message,
    "change": _change,
    "auxtimer": _auxtimer,
}
