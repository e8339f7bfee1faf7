"""What the régie can do by a key, as values: where it stands in the menus and what it does."""

from collections.abc import Callable
from enum import Enum
from typing import Final, NamedTuple

from runofshow.core import commands
from runofshow.ui.texts.actions import ActionWords
from runofshow.ui.texts.window import WindowWords


class Menu(Enum):
    """The menus of the window, in their order."""

    FILE = "menu_file"
    RUNDOWN = "menu_rundown"
    LIVE = "menu_live"
    RECOVERY = "menu_recovery"
    STAGE = "menu_stage"
    PEOPLE = "menu_people"
    REHEARSAL = "menu_rehearsal"
    VIEW = "menu_view"
    HELP = "menu_help"


class Gesture(Enum):
    """What the window does itself rather than asking the show with one fixed command."""

    HOLD_OR_RESUME = "hold_or_resume"
    UNDO = "undo"
    FINISH = "finish"
    END_AT = "end_at"
    BEGAN = "began"
    ENDED = "ended"
    WILL_END = "will_end"
    EXPECTED = "expected"
    INSERT_NEXT = "insert_next"
    JUMP = "jump"
    RUN_CHOSEN = "run_chosen"
    NOTE = "note"
    SAY_LINE = "say_line"
    FLASH = "flash"
    MESSAGE_TIME = "message_time"
    INSERT_LEFT = "insert_left"
    PHRASES = "phrases"
    BLACKOUT = "blackout"
    INCIDENT = "incident"
    IDENTIFY = "identify"
    STAGE_SCREEN = "stage_screen"
    STAGE_WINDOW = "stage_window"
    OUTPUTS = "outputs"
    FREEZE = "freeze"
    PATTERN = "pattern"
    NETWORK = "network"
    NETWORK_OPEN = "network_open"
    WIRES = "wires"
    OPEN = "open"
    PASTE = "paste"
    REVISE = "revise"
    SAVE_AS = "save_as"
    QUIT = "quit"
    LANGUAGE = "language"
    THEME = "theme"
    FULL_SCREEN = "full_screen"
    PAGE_RUNDOWN = "page_rundown"
    PAGE_PEOPLE = "page_people"
    PAGE_READY = "page_ready"
    DEMO = "demo"
    CALLED = "called"
    ARRIVED = "arrived"
    WIRED = "wired"
    ABSENT = "absent"
    AWAITED = "awaited"
    MIC = "mic"
    PHONE = "phone"
    REPLACE = "replace"
    CALL_BEFORE = "call_before"
    PAGE_REPORT = "page_report"
    PAGE_LOG = "page_log"
    PAGE_GRID = "page_grid"
    EXPORT = "export"
    PRINT = "print_sheet"
    ANSWER = "answer"
    ANSWER_OTHER = "answer_other"
    ANSWER_THIRD = "answer_third"
    KEYS = "keys"
    PALETTE = "palette"
    SIFT = "sift"
    DENSITY = "density"
    FOLD_ALL = "fold_all"
    COLUMNS = "columns"
    PREFERENCES = "preferences"
    MANUAL = "manual"
    TOUR = "tour"
    COPY = "copy_everything"
    TIMELINE = "timeline"
    TIMELINE_IN = "timeline_in"
    TIMELINE_OUT = "timeline_out"
    TIMELINE_ALL = "timeline_all"
    TIMELINE_NOW = "timeline_now"
    RESTORE_KEYS = "restore_keys"
    LOCK = "lock"
    NEXT_PLAN = "next_plan"
    PREVIOUS_PLAN = "previous_plan"
    APPLY_PREVIEW = "apply_preview"
    OTHER_PROMISE = "other_promise"
    AGREE = "agree"
    TOLD = "told"
    UNAGREE = "unagree"
    CLOSE_LIST = "close_list"


RECOVERY_GESTURES: Final = (
    Gesture.NEXT_PLAN, Gesture.PREVIOUS_PLAN, Gesture.APPLY_PREVIEW, Gesture.OTHER_PROMISE,
    Gesture.AGREE, Gesture.TOLD, Gesture.UNAGREE, Gesture.CLOSE_LIST,
)  # fmt: skip
"""What is done about hard times."""


OPENING: Final = frozenset(
    (Gesture.END_AT, Gesture.WILL_END, Gesture.EXPECTED, Gesture.BEGAN, Gesture.ENDED,
     Gesture.INSERT_NEXT, Gesture.JUMP, Gesture.SAY_LINE, Gesture.STAGE_SCREEN, Gesture.OUTPUTS,
     Gesture.NETWORK, Gesture.WIRES,
     Gesture.OPEN, Gesture.PASTE, Gesture.REVISE, Gesture.SAVE_AS, Gesture.PRINT, Gesture.EXPORT,
     Gesture.THEME, Gesture.FULL_SCREEN, Gesture.PAGE_RUNDOWN, Gesture.PAGE_REPORT,
     Gesture.PAGE_LOG, Gesture.PAGE_GRID, Gesture.KEYS, Gesture.MANUAL, Gesture.COPY,
     Gesture.PALETTE,
     Gesture.NEXT_PLAN, Gesture.PREVIOUS_PLAN,
     Gesture.OTHER_PROMISE, Gesture.AGREE, Gesture.PAGE_PEOPLE, Gesture.PAGE_READY, Gesture.MIC,
     Gesture.PHONE,
     Gesture.REPLACE, Gesture.CALL_BEFORE, Gesture.PHRASES,
     Gesture.SIFT, Gesture.DENSITY, Gesture.FOLD_ALL, Gesture.COLUMNS,
     Gesture.TIMELINE, Gesture.TIMELINE_IN, Gesture.TIMELINE_OUT,
     Gesture.TIMELINE_ALL, Gesture.TIMELINE_NOW)
)  # fmt: skip
"""What only opens something to look at or to type in: the palette's Enter does these, and asks
Ctrl+Enter for all else, since clickers send Enter."""


class Turn(NamedTuple):
    """Give the floor to the speaker of this number, from 1, or take it back; 0: nobody has it."""

    number: int


class Rehearse(Enum):
    """What is asked of a rehearsal: to begin or leave one, and all that is done in one."""

    REHEARSE = "rehearse"
    ANEW = "rehearse_anew"
    PLAY = "play"
    SLOWER = "slower"
    FASTER = "faster"
    NEXT_ITEM = "next_item"
    NEXT_CHANGE = "next_change"
    BACK = "back"
    GO_TO = "go_to"
    OVERRUN = "overrun"
    AUTOPILOT = "autopilot"
    PLAN_B = "plan_b"
    ON_STAGE = "on_stage"


class Ready(NamedTuple):
    """Say the ready message of this number, from 0."""

    number: int


class PlanKey(NamedTuple):
    """Apply the plan of this number of the recovery card, from 0."""

    number: int


Does = Callable[[], commands.Command] | Gesture | Rehearse | Ready | PlanKey | Turn


class Action(NamedTuple):
    """One thing the régie can do: where in the menus, what it asks, its keys, what it is called.

    A command is made when it is asked for: the first of a kind is slow to make. `rule` puts a line
    above it in the menu.
    """

    name: str
    menu: Menu
    does: Does
    keys: tuple[str, ...]
    label: Callable[[ActionWords], str]
    rule: bool = False


def menu_name(menu: Menu, words: WindowWords) -> str:
    """What a menu is called."""
    return str(getattr(words, menu.value)).replace("&", "")


def menu_letters(words: WindowWords) -> str:
    """The letters that open the menus with Alt."""
    named: list[str] = [getattr(words, menu.value) for menu in Menu]
    return "".join(name.partition("&")[2][:1].upper() for name in named)
