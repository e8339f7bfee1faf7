"""What each gesture of the window does: one line each, and every gesture has one."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore

from runofshow.core import commands
from runofshow.ui.operator import closing, steps
from runofshow.ui.operator.actions import RECOVERY_GESTURES, Gesture

if TYPE_CHECKING:
    from runofshow.ui.operator.console import Console

QUESTIONS: Final = (
    Gesture.END_AT, Gesture.BEGAN, Gesture.ENDED, Gesture.WILL_END, Gesture.EXPECTED,
    Gesture.INSERT_NEXT, Gesture.JUMP,
)  # fmt: skip
"""Gestures that ask for a word or an hour in the line below GO."""
PAGES: Final = (
    Gesture.PAGE_RUNDOWN, Gesture.PAGE_PEOPLE, Gesture.PAGE_READY, Gesture.PAGE_REPORT,
    Gesture.PAGE_LOG, Gesture.PAGE_GRID,
    Gesture.EXPORT,
)  # fmt: skip
PEOPLE: Final = (
    Gesture.CALLED, Gesture.ARRIVED, Gesture.WIRED, Gesture.ABSENT, Gesture.AWAITED, Gesture.MIC,
    Gesture.PHONE, Gesture.REPLACE, Gesture.CALL_BEFORE,
)  # fmt: skip
"""What is done about people."""


def gestures(window: "Console") -> Mapping[Gesture, Callable[[], object]]:
    """What the gestures do in `window`."""
    return {
        **{each: partial(window.question, each.value) for each in QUESTIONS},
        **{each: partial(window.pages.act, each) for each in PAGES},
        **{each: partial(window.recovering.act, each) for each in RECOVERY_GESTURES},
        **{each: partial(window.attending.act, each) for each in PEOPLE},
        Gesture.SIFT: partial(_sift, window),
        Gesture.DENSITY: window.rundown.respace,
        Gesture.FOLD_ALL: window.rundown.fold_all,
        Gesture.COLUMNS: partial(_columns, window),
        Gesture.HOLD_OR_RESUME: partial(_hold_or_resume, window),
        Gesture.RUN_CHOSEN: partial(_run_chosen, window),
        Gesture.UNDO: window.undo,
        Gesture.FINISH: partial(_finish, window),
        Gesture.NOTE: window.note,
        Gesture.SAY_LINE: window.messages.write_message,
        Gesture.INSERT_LEFT: partial(_insert_left, window),
        Gesture.MESSAGE_TIME: partial(_message_time, window),
        Gesture.FLASH: partial(_flash, window),
        Gesture.PHRASES: window.phrasing.toggle,
        Gesture.BLACKOUT: window.messages.toggle_blackout,
        Gesture.INCIDENT: window.messages.toggle_incident,
        Gesture.TIMELINE: window.timeline.enter,
        Gesture.TIMELINE_IN: partial(window.timeline.zoom, 2),
        Gesture.TIMELINE_OUT: partial(window.timeline.zoom, 0.5),
        Gesture.TIMELINE_ALL: window.timeline.show_all,
        Gesture.TIMELINE_NOW: window.timeline.show_present,
        Gesture.IDENTIFY: window.identify_asked.emit,
        Gesture.STAGE_WINDOW: window.stage_window_asked.emit,
        Gesture.OUTPUTS: window.outputting.toggle,
        Gesture.NETWORK: window.venue.toggle,
        Gesture.WIRES: window.wirings.toggle,
        Gesture.NETWORK_OPEN: partial(_open_network, window),
        Gesture.FREEZE: window.freeze_asked.emit,
        Gesture.PATTERN: window.pattern_asked.emit,
        Gesture.DEMO: window.demo_asked.emit,
        Gesture.STAGE_SCREEN: window.menu.pop_screens,
        Gesture.OPEN: window.files.open,
        Gesture.PASTE: window.importing.paste,
        Gesture.REVISE: window.files.revise,
        Gesture.SAVE_AS: window.files.save,
        Gesture.PRINT: window.printing.toggle,
        Gesture.QUIT: window.close,
        Gesture.LANGUAGE: partial(_other_language, window),
        Gesture.THEME: partial(_other_theme, window),
        Gesture.FULL_SCREEN: partial(_full_screen, window),
        Gesture.ANSWER: window.banners.answer,
        Gesture.ANSWER_OTHER: partial(window.banners.answer, 1),
        Gesture.ANSWER_THIRD: partial(window.banners.answer, 2),
        Gesture.KEYS: window.keys.toggle,
        Gesture.MANUAL: window.consulting.toggle,
        Gesture.PALETTE: window.finding.toggle,
        Gesture.COPY: window.copying.toggle,
        Gesture.PREFERENCES: window.preferring.toggle,
        Gesture.TOUR: window.tour_asked.emit,
        Gesture.LOCK: partial(_other_lock, window),
        Gesture.RESTORE_KEYS: window.keys.restore,
    }


def _open_network(window: "Console") -> None:
    """Open the show to the network, or close it."""
    from runofshow.ui.operator.network_rows import NetworkWish

    window.network_asked.emit(NetworkWish("toggle"))


def _hold_or_resume(window: "Console") -> None:
    if window.board is not None:
        window.ask(steps.hold_or_resume(window.board))


def _finish(window: "Console") -> None:
    """Close the day; while items are to come, only the second press does."""
    if window.board is None:
        return
    if closing.unsure(window.board) and not window.banners.holds(closing.CLOSING):
        window.say(closing.question(window.board, window.words.window))
        return
    window.drop(closing.CLOSING)
    window.ask(commands.Finish())


def _columns(window: "Console") -> None:
    """Open the menu of the columns, on the page of the rundown."""
    window.pages.open("rundown")
    window.rundown.columns()


def _sift(window: "Console") -> None:
    """Find as one types, on the page of the rundown."""
    window.pages.open("rundown")
    window.rundown.sift()


def _run_chosen(window: "Console") -> None:
    """Run the row that is chosen; without one, ask which."""
    if window.rundown.run_chosen():
        window.pages.open("rundown")
    else:
        window.question(Gesture.JUMP.value)


def _insert_left(window: "Console") -> None:
    """Write the time left into the phrase that is being written, else into the message."""
    row = window.phrasing.written
    if row is None:
        window.messages.insert_left()
    else:
        row.insert_left()


def _message_time(window: "Console") -> None:
    """Choose how long the phrase that is being written stays, else the next message."""
    row = window.phrasing.written
    (window.messages if row is None else row).next_lasting()


def _flash(window: "Console") -> None:
    """Give the whole screen to the phrase that is being written, else to messages."""
    row = window.phrasing.written
    if row is None:
        window.messages.flash.toggle()
    else:
        row.turn_flash()


def _other_language(window: "Console") -> None:
    window.language_asked.emit("en" if window.words.language == "fr" else "fr")


def _other_theme(window: "Console") -> None:
    window.theme_asked.emit(not window.dark)


def _other_lock(window: "Console") -> None:
    window.lock_asked.emit(not window.locked)


def _full_screen(window: "Console") -> None:
    window.setWindowState(window.windowState() ^ QtCore.Qt.WindowState.WindowFullScreen)
