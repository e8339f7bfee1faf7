"""What there is to be found in a window just now: its actions, its items, its people.

- Enter only opens and shows; what changes the day wants Ctrl+Enter, for clickers send Enter.
- Why something is not possible is asked of the show where it knows, when it is to be read.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board, Row
from runofshow.core.panel import present
from runofshow.core.sentences import Sentence
from runofshow.core.times import show_clock
from runofshow.ui.operator import actions, key_names, keys, steps
from runofshow.ui.operator.actions import (
    OPENING,
    RECOVERY_GESTURES,
    Action,
    Gesture,
    PlanKey,
    Ready,
    Rehearse,
    Turn,
)
from runofshow.ui.operator.keys import ACTIONS
from runofshow.ui.operator.palette_entries import Deed, Entry
from runofshow.ui.operator.panel_facts import speaking
from runofshow.ui.texts import words
from runofshow.ui.texts.palette import palette_words
from runofshow.ui.titles import brief

if TYPE_CHECKING:
    from runofshow.ui.operator.console import Console

TITLE = 28
"""How many letters of an item's title stand beside a person."""


def offers(window: "Console") -> list[Entry]:
    """All that can be found: actions as in the menus, those of the selected row, items, people."""
    if window.board is None:
        return []
    return [
        *_actions(window, window.board),
        *_row_actions(window, window.board),
        *_items(window, window.board),
        *_people(window, window.board),
    ]


# --- actions -------------------------------------------------------------------------------------


def _actions(window: "Console", board: Board) -> Iterator[Entry]:
    said, other = window.words.window, words("en" if window.words.language == "fr" else "fr")
    own = palette_words(window.words.language)
    for action in ACTIONS:
        entry = window.menu.actions_by_name[action.name]
        if not _stands(action, entry):
            continue
        may = entry.isEnabled() and window.locks(tuple(_asks(action, board))) is None
        deed = Deed(own.opens if action.does in OPENING else own.does, entry.trigger)
        yield Entry(
            action.name,
            "action",
            _label(entry),
            actions.menu_name(action.menu, said),
            caps=tuple(
                key_names.written(key, said) for key in key_names.keys_of(action.name, said)
            ),
            also=action.label(other.window.actions),
            possible=may,
            why=partial(_why, window, action, board),
            enter=deed if may and action.does in OPENING else None,
            run=deed if may else None,
        )


def _stands(action: Action, entry: QtGui.QAction) -> bool:
    """Whether an action has an entry: speakers have their own, which give them the floor."""
    if isinstance(action.does, Turn):
        return action.does.number == 0
    return entry.isVisible() and action.does is not Gesture.PALETTE


def _label(entry: QtGui.QAction) -> str:
    return entry.text().partition("\t")[0].replace("&&", "&")


def _asks(action: Action, board: Board) -> Iterator[commands.Command]:
    """What an action asks of the show, where that is known beforehand."""
    match action.does:
        case Gesture.HOLD_OR_RESUME:
            yield steps.hold_or_resume(board)
        case Gesture.UNDO:
            yield commands.Undo()
        case Gesture() | Rehearse() | Ready() | PlanKey() | Turn():
            return
        case make:
            yield make()


def _why(window: "Console", action: Action, board: Board) -> str:
    """Why an action is not possible now."""
    asked, foresee = tuple(_asks(action, board)), window.asking.foresee
    told = window.locks(asked) or (foresee(asked) if asked and foresee is not None else None)
    if isinstance(told, Sentence):
        said = told.text(window.words.language).rstrip(".")
        return said if said[1:2].isupper() else f"{said[:1].lower()}{said[1:]}"  # TOP stays
    return palette_words(window.words.language).why[_reason(action, board)]


def _reason(action: Action, board: Board) -> str:  # noqa: PLR0911 (one line a reason)
    match action.does:
        case Rehearse():
            return "rehearsal"
        case PlanKey():
            return "recovery"
        case Turn():
            return "panel"
        case Gesture.STAGE_SCREEN:
            return "screen"
        case Gesture() as gesture if gesture in RECOVERY_GESTURES:
            return "recovery"
        case _ if board.finished:
            return "closed"
        case _ if action.name in _NEEDS:
            return _NEEDS[action.name]
        case _ if action.name in _OF_AIR:
            return "air" if board.on_air is None else "held" if board.on_air.holding else ""
    return ""


_NEEDS = {
    "clear": "message", "questions": "questions", "redo": "redo", "expected": "come",
    "finish": "begun", "reprint": "begun", "ended": "begun", "recall": "begun",
}  # fmt: skip
_OF_AIR = frozenset(hand.name for hand in (*steps.HANDS, *steps.RARE))


def _row_actions(window: "Console", board: Board) -> Iterator[Entry]:
    """What the menu of the selected row offers; the menu lives as long as its entries."""
    menu = window.rundown.menu()
    if menu is None:
        return
    own, index = palette_words(window.words.language), window.rundown.rows.selection()
    cue = board.slots[index].cue if index is not None else ""
    for path, entry in _leaves(menu, ""):
        text, _, key = entry.text().partition("\t")
        yield Entry(
            f"row {path}{text}",
            "action",
            f"{path}{text}".replace("&&", "&"),
            own.chosen.format(cue=cue),
            caps=(key,) if key else (),
            possible=entry.isEnabled(),
            why=partial(own.why.__getitem__, ""),
            run=Deed(own.does, partial(_trigger, menu, entry)) if entry.isEnabled() else None,
        )


def _trigger(menu: QtWidgets.QMenu, entry: QtGui.QAction) -> None:
    entry.trigger()
    menu.deleteLater()


def _leaves(menu: QtWidgets.QMenu, path: str) -> Iterator[tuple[str, QtGui.QAction]]:
    """The entries of a menu and of the menus under it, with the titles that lead there."""
    for entry in menu.actions():
        under = entry.menu()
        if isinstance(under, QtWidgets.QMenu):
            yield from _leaves(under, f"{path}{under.title()}\u00a0: ")
        elif not entry.isSeparator():
            yield path, entry


# --- items and people ----------------------------------------------------------------------------


def _items(window: "Console", board: Board) -> Iterator[Entry]:
    own = palette_words(window.words.language)
    for row in board.slots:
        open_ = row.leaf and row.status in ("next", "to_come")
        question = "will_end" if row.status == "on_air" else "expected" if open_ else ""
        run = Deed(own.runs, partial(window.ask, commands.Go(slot=row.id)))
        more = Deed(own.announces, partial(window.question, question, row.id))
        yield Entry(
            f"slot {row.id}",
            "slot",
            row.title,
            _standing(window, board, row),
            row.cue,
            also=" ".join((*(who.name for who in row.speakers), row.room or "", row.note or "")),
            possible=row.status != "skipped",
            why=partial(str, own.skipped),
            enter=Deed(own.shows, partial(window.reveal, row.id)),
            run=run if open_ and not board.finished else None,
            more=more if question and not board.finished else None,
        )


def _standing(window: "Console", board: Board, row: Row) -> str:
    """When an item is, and who speaks in it."""
    own = palette_words(window.words.language)
    word = {"done": own.over, "on_air": own.now, "skipped": own.skipped}.get(row.status)
    at = row.start_shown or row.planned_start
    hour = "" if at is None else show_clock(at, board.zone, window.words.language)
    names = ", ".join(who.name for who in row.speakers)
    return " · ".join(part for part in (hour, word or "", names) if part)


def _people(window: "Console", board: Board) -> Iterator[Entry]:
    """Everybody who speaks, once, where they speak next."""
    said = window.words.window
    own = palette_words(window.words.language)
    for name, row in _where(board).items():
        number = 1 + [who.name for who in row.speakers].index(name)
        there = present(row.speakers, row.known)[number - 1]
        air = board.on_air
        caps: tuple[str, ...] = ()
        if air is not None and air.slot == row.id and speaking(air):
            cap = key_names.cap(f"floor_{number}", said) if number <= keys.TURNS else ""
            caps = (cap,) if cap else ()
            deed = Deed(own.floor, partial(window.ask, commands.Floor(speaker=number)))
        elif there.state == "expected" and row.status != "done":
            arrived = commands.Speaker(who=name, state="arrived")
            deed = Deed(own.arrived, partial(window.ask, arrived))
        else:
            deed = None
        about = f"{row.cue} {brief(row.title, TITLE)}"
        yield Entry(
            f"speaker {name}",
            "speaker",
            name,
            f"{about} · {_standing(window, board, row).partition(' · ')[0]}",
            caps=caps,
            also=" ".join(
                part for who in row.speakers if who.name == name
                for part in (who.role, who.organisation, who.topic) if part
            ),
            enter=Deed(own.shows, partial(window.reveal, row.id)),
            run=None if board.finished else deed,
        )  # fmt: skip


def _where(board: Board) -> dict[str, Row]:
    """The item of each person: on air, else the first to come, else the last that was."""
    found: dict[str, Row] = {}
    for row in board.slots:
        for who in row.speakers if row.leaf else ():
            known = found.get(who.name)
            if known is None or known.status in ("done", "skipped"):
                found[who.name] = row
    return found
