"""Every key that works in the whole window, in one table; `local_keys` has those of its parts.

- GO is Space outside editors (a line of text keeps its Space to itself), Ctrl+Space and the
  keypad's Enter everywhere, also while typing.
- Page Up, Page Down, F5, Escape, ".", arrows, B, W and Enter are never here: presenters' clickers
  send them.
- What the table says is what the régie finds; the keys it has chosen instead are kept with the
  words (`WindowWords.chosen_keys`), since every text that names a key is said anew with them.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Final

from runofshow.core import commands
from runofshow.ui.operator.actions import Action, Gesture, Menu, PlanKey, Ready, Rehearse, Turn
from runofshow.ui.texts.actions import ActionWords

READY_MESSAGES: Final = 9
PLANS: Final = 7
"""How many plans there can be (timing.md, rule 25)."""
TURNS: Final = 9
"""How many speakers of a panel have a key."""
MINUTE: Final = timedelta(minutes=1)


def _ready(number: int) -> Action:
    digit = number + 1
    keys = (f"Alt+{digit}",)
    return Action(f"phrase_{digit}", Menu.STAGE, Ready(number), keys, lambda words: words.phrase)


def _plan(number: int) -> Action:
    digit = number + 1
    keys = (f"Ctrl+{digit}",)
    return Action(f"plan_{digit}", Menu.RECOVERY, PlanKey(number), keys, lambda w: w.apply_plan)


def _turn(number: int) -> Action:
    return Action(
        f"floor_{number}", Menu.LIVE, Turn(number), (str(number),),
        lambda words: words.floor if number else words.nobody, rule=number == 0,
    )  # fmt: skip


def _rehearsed(
    does: Rehearse, keys: str, label: Callable[[ActionWords], str], *, rule: bool = False
) -> Action:
    return Action(does.value, Menu.REHEARSAL, does, (keys,), label, rule)


ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "go", Menu.LIVE, commands.Go, ("Space", "Ctrl+Space", "Enter"), lambda words: words.go
    ),
    Action(
        "recall", Menu.LIVE, commands.Recall, ("Ctrl+Backspace",), lambda words: words.recall
    ),
    Action("end", Menu.LIVE, commands.End, ("Ctrl+E",), lambda words: words.end),
    Action(
        "insert_next", Menu.LIVE, Gesture.INSERT_NEXT, ("F4",),
        lambda words: words.insert_next,
        rule=True,
    ),
    Action("jump", Menu.LIVE, Gesture.JUMP, ("F3",), lambda words: words.jump),
    Action(
        "run_chosen", Menu.LIVE, Gesture.RUN_CHOSEN, ("Ctrl+Shift+Return",),
        lambda words: words.run_chosen,
    ),
    Action(
        "hold", Menu.LIVE, Gesture.HOLD_OR_RESUME, ("Ctrl+H", "Pause"), lambda words: words.hold,
        rule=True,
    ),
    Action("restart", Menu.LIVE, commands.Restart, ("Ctrl+R",), lambda words: words.restart),
    Action(
        "plus_one", Menu.LIVE, partial(commands.Stretch, by=MINUTE), ("+",),
        lambda words: words.plus_one,
        rule=True,
    ),
    Action(
        "minus_one", Menu.LIVE, partial(commands.Stretch, by=-MINUTE), ("-",),
        lambda words: words.minus_one,
    ),
    Action(
        "plus_five", Menu.LIVE, partial(commands.Stretch, by=5 * MINUTE), ("Ctrl++", "Ctrl+="),
        lambda words: words.plus_five,
    ),
    Action("end_at", Menu.LIVE, Gesture.END_AT, ("Ctrl+T",), lambda words: words.end_at),
    Action("will_end", Menu.LIVE, Gesture.WILL_END, ("Ctrl+J",), lambda words: words.will_end),
    Action(
        "expected", Menu.LIVE, Gesture.EXPECTED, ("Ctrl+Shift+J",), lambda words: words.expected
    ),
    Action("began", Menu.LIVE, Gesture.BEGAN, ("Ctrl+G",), lambda words: words.began, rule=True),
    Action("ended", Menu.LIVE, Gesture.ENDED, ("Ctrl+Shift+G",), lambda words: words.ended),
    Action("note", Menu.LIVE, Gesture.NOTE, ("Ctrl+N",), lambda words: words.note),
    Action("questions", Menu.LIVE, commands.Questions, ("Ctrl+U",), lambda words: words.questions),
    *(_turn(number) for number in (*range(1, TURNS + 1), 0)),
    Action(
        "finish", Menu.LIVE, Gesture.FINISH, ("Ctrl+Shift+F",), lambda words: words.finish,
        rule=True,
    ),
    Action("undo", Menu.RUNDOWN, Gesture.UNDO, ("Ctrl+Z",), lambda words: words.undo),
    Action(
        "redo", Menu.RUNDOWN, commands.Redo, ("Ctrl+Shift+Z", "Ctrl+Y"), lambda words: words.redo
    ),
    Action(
        "reprint", Menu.RUNDOWN, commands.Reprint, ("Ctrl+Shift+P",), lambda words: words.reprint,
        rule=True,
    ),
    Action("sift", Menu.RUNDOWN, Gesture.SIFT, ("Ctrl+F",), lambda words: words.sift, rule=True),
    Action("lock", Menu.RUNDOWN, Gesture.LOCK, ("F10",), lambda words: words.lock, rule=True),
    *(_plan(number) for number in range(PLANS)),
    Action(
        "next_plan", Menu.RECOVERY, Gesture.NEXT_PLAN, ("Ctrl+Down",),
        lambda words: words.next_plan, rule=True,
    ),
    Action(
        "previous_plan", Menu.RECOVERY, Gesture.PREVIOUS_PLAN, ("Ctrl+Up",),
        lambda words: words.previous_plan,
    ),
    Action(
        "apply_preview", Menu.RECOVERY, Gesture.APPLY_PREVIEW, ("Ctrl+Return",),
        lambda words: words.apply_preview,
    ),
    Action(
        "other_promise", Menu.RECOVERY, Gesture.OTHER_PROMISE, ("Ctrl+Right",),
        lambda words: words.other_promise,
    ),
    Action(
        "agree", Menu.RECOVERY, Gesture.AGREE, ("Ctrl+Shift+H",), lambda words: words.agree,
        rule=True,
    ),
    Action("told", Menu.RECOVERY, Gesture.TOLD, ("Ctrl+Shift+V",), lambda words: words.told),
    Action(
        "unagree", Menu.RECOVERY, Gesture.UNAGREE, ("Ctrl+Shift+U",), lambda words: words.unagree
    ),
    Action(
        "close_list", Menu.RECOVERY, Gesture.CLOSE_LIST, ("Ctrl+Shift+X",),
        lambda words: words.close_list,
    ),
    *(_ready(number) for number in range(READY_MESSAGES)),
    Action(
        "say_line", Menu.STAGE, Gesture.SAY_LINE, ("Ctrl+M",), lambda words: words.say_line,
        rule=True,
    ),
    Action(
        "insert_left", Menu.STAGE, Gesture.INSERT_LEFT, ("Alt+I",), lambda words: words.insert_left
    ),
    Action(
        "message_time", Menu.STAGE, Gesture.MESSAGE_TIME, ("Alt+T",),
        lambda words: words.message_time,
    ),
    Action("flash", Menu.STAGE, Gesture.FLASH, ("Ctrl+L",), lambda words: words.flash),
    Action("clear", Menu.STAGE, commands.Clear, ("Alt+0",), lambda words: words.clear),
    Action("phrases", Menu.STAGE, Gesture.PHRASES, ("Alt+M",), lambda words: words.phrases),
    Action(
        "blackout", Menu.STAGE, Gesture.BLACKOUT, ("Ctrl+B",), lambda words: words.blackout,
        rule=True,
    ),
    Action("incident", Menu.STAGE, Gesture.INCIDENT, ("Ctrl+I",), lambda words: words.incident),
    Action(
        "stage_screen", Menu.STAGE, Gesture.STAGE_SCREEN, ("Ctrl+Shift+D",),
        lambda words: words.stage_screen, rule=True,
    ),
    Action(
        "stage_window", Menu.STAGE, Gesture.STAGE_WINDOW, ("Shift+F6",),
        lambda words: words.stage_window,
    ),
    Action("outputs", Menu.STAGE, Gesture.OUTPUTS, ("Ctrl+F9",), lambda words: words.outputs),
    Action("freeze", Menu.STAGE, Gesture.FREEZE, ("Ctrl+F11",), lambda words: words.freeze),
    Action("pattern", Menu.STAGE, Gesture.PATTERN, ("Ctrl+F6",), lambda words: words.pattern),
    Action(
        "network", Menu.STAGE, Gesture.NETWORK, ("Shift+F3",), lambda words: words.network,
        rule=True,
    ),
    Action(
        "network_open", Menu.STAGE, Gesture.NETWORK_OPEN, ("Ctrl+Shift+F3",),
        lambda words: words.network_open,
    ),
    Action("wires", Menu.STAGE, Gesture.WIRES, ("Ctrl+F3",), lambda words: words.wires),
    Action(
        "demo", Menu.STAGE, Gesture.DEMO, ("Ctrl+F12",), lambda words: words.demo,
    ),
    Action(
        "identify", Menu.STAGE, Gesture.IDENTIFY, ("Ctrl+Shift+I",), lambda words: words.identify
    ),
    Action(
        "page_people", Menu.PEOPLE, Gesture.PAGE_PEOPLE, ("Alt+G",), lambda words: words.page_people
    ),
    Action(
        "called", Menu.PEOPLE, Gesture.CALLED, ("Alt+K",), lambda words: words.called, rule=True
    ),
    Action("arrived", Menu.PEOPLE, Gesture.ARRIVED, ("Alt+Y",), lambda words: words.arrived),
    Action("wired", Menu.PEOPLE, Gesture.WIRED, ("Alt+B",), lambda words: words.wired),
    Action("absent", Menu.PEOPLE, Gesture.ABSENT, ("Alt+X",), lambda words: words.absent),
    Action("awaited", Menu.PEOPLE, Gesture.AWAITED, ("Alt+Z",), lambda words: words.awaited),
    Action("mic", Menu.PEOPLE, Gesture.MIC, ("Alt+J",), lambda words: words.mic, rule=True),
    Action("phone", Menu.PEOPLE, Gesture.PHONE, ("Ctrl+F10",), lambda words: words.phone),
    Action("replace", Menu.PEOPLE, Gesture.REPLACE, ("Alt+U",), lambda words: words.replace),
    Action(
        "call_before", Menu.PEOPLE, Gesture.CALL_BEFORE, ("Alt+Q",),
        lambda words: words.call_before,
    ),
    _rehearsed(Rehearse.REHEARSE, "Ctrl+Shift+R", lambda words: words.rehearse),
    _rehearsed(Rehearse.PLAY, "F7", lambda words: words.play, rule=True),
    _rehearsed(Rehearse.SLOWER, "Shift+F7", lambda words: words.slower),
    _rehearsed(Rehearse.FASTER, "Ctrl+F7", lambda words: words.faster),
    _rehearsed(Rehearse.BACK, "F6", lambda words: words.back, rule=True),
    _rehearsed(Rehearse.NEXT_ITEM, "F9", lambda words: words.next_item),
    _rehearsed(Rehearse.NEXT_CHANGE, "F12", lambda words: words.next_change),
    _rehearsed(Rehearse.GO_TO, "Shift+F9", lambda words: words.go_to),
    _rehearsed(Rehearse.AUTOPILOT, "Ctrl+Shift+A", lambda words: words.autopilot, rule=True),
    _rehearsed(Rehearse.OVERRUN, "Ctrl+Shift+O", lambda words: words.overrun),
    _rehearsed(Rehearse.PLAN_B, "Ctrl+Shift+B", lambda words: words.plan_b),
    _rehearsed(Rehearse.ON_STAGE, "Ctrl+Shift+M", lambda words: words.on_stage, rule=True),
    _rehearsed(Rehearse.ANEW, "Ctrl+Shift+N", lambda words: words.rehearse_anew),
    Action("open", Menu.FILE, Gesture.OPEN, ("Ctrl+O",), lambda words: words.open),
    Action("paste", Menu.FILE, Gesture.PASTE, ("Ctrl+V",), lambda words: words.paste),
    Action("revise", Menu.FILE, Gesture.REVISE, ("Ctrl+Shift+Y",), lambda words: words.revise),
    Action(
        "save_as", Menu.FILE, Gesture.SAVE_AS, ("Ctrl+Shift+S",), lambda words: words.save_as
    ),
    Action(
        "print_sheet", Menu.FILE, Gesture.PRINT, ("Ctrl+P",), lambda words: words.print_sheet,
        rule=True,
    ),
    Action("export", Menu.FILE, Gesture.EXPORT, ("Ctrl+Shift+W",), lambda words: words.export),
    Action(
        "preferences", Menu.FILE, Gesture.PREFERENCES, ("Ctrl+,",),
        lambda words: words.preferences, rule=True,
    ),
    Action("quit", Menu.FILE, Gesture.QUIT, ("Ctrl+Q",), lambda words: words.quit, rule=True),
    Action(
        "page_rundown", Menu.VIEW, Gesture.PAGE_RUNDOWN, ("Ctrl+Shift+C",),
        lambda words: words.page_rundown,
    ),
    Action(
        "page_ready", Menu.VIEW, Gesture.PAGE_READY, ("Alt+N",), lambda words: words.page_ready,
    ),
    Action(
        "page_report", Menu.VIEW, Gesture.PAGE_REPORT, ("Ctrl+Shift+E",),
        lambda words: words.page_report,
    ),
    Action(
        "page_log", Menu.VIEW, Gesture.PAGE_LOG, ("Ctrl+Shift+K",), lambda words: words.page_log
    ),
    Action(
        "page_grid", Menu.VIEW, Gesture.PAGE_GRID, ("Ctrl+W",), lambda words: words.page_grid
    ),
    Action(
        "density", Menu.VIEW, Gesture.DENSITY, ("Shift+F11",), lambda words: words.density,
        rule=True,
    ),
    Action("columns", Menu.VIEW, Gesture.COLUMNS, ("Shift+F2",), lambda words: words.columns),
    Action(
        "fold_all", Menu.VIEW, Gesture.FOLD_ALL, ("Shift+F4",), lambda words: words.fold_all
    ),
    Action(
        "timeline", Menu.VIEW, Gesture.TIMELINE, ("Alt+W",), lambda words: words.timeline, rule=True
    ),
    Action(
        "timeline_in", Menu.VIEW, Gesture.TIMELINE_IN, ("Alt+Insert",),
        lambda words: words.timeline_in,
    ),
    Action(
        "timeline_out", Menu.VIEW, Gesture.TIMELINE_OUT, ("Alt+Delete",),
        lambda words: words.timeline_out,
    ),
    Action(
        "timeline_all", Menu.VIEW, Gesture.TIMELINE_ALL, ("Alt+End",),
        lambda words: words.timeline_all,
    ),
    Action(
        "timeline_now", Menu.VIEW, Gesture.TIMELINE_NOW, ("Alt+Home",),
        lambda words: words.timeline_now,
    ),
    Action(
        "language", Menu.VIEW, Gesture.LANGUAGE, ("Ctrl+Shift+L",), lambda words: words.language,
        rule=True,
    ),
    Action(
        "theme", Menu.VIEW, Gesture.THEME, ("Ctrl+Shift+T",), lambda words: words.theme_light
    ),
    Action(
        "full_screen", Menu.VIEW, Gesture.FULL_SCREEN, ("F11",), lambda words: words.full_screen,
        rule=True,
    ),
    Action("answer", Menu.VIEW, Gesture.ANSWER, ("F8",), lambda words: words.answer, rule=True),
    Action(
        "answer_other", Menu.VIEW, Gesture.ANSWER_OTHER, ("Shift+F8",),
        lambda words: words.answer_other,
    ),
    Action(
        "answer_third", Menu.VIEW, Gesture.ANSWER_THIRD, ("Ctrl+F8",),
        lambda words: words.answer_third,
    ),
    Action("palette", Menu.HELP, Gesture.PALETTE, ("Ctrl+K",), lambda words: words.palette),
    Action("keys", Menu.HELP, Gesture.KEYS, ("F1",), lambda words: words.keys),
    Action("manual", Menu.HELP, Gesture.MANUAL, ("Ctrl+F1",), lambda words: words.manual),
    Action("tour", Menu.HELP, Gesture.TOUR, ("Shift+F1",), lambda words: words.tour),
    Action(
        "copy_everything", Menu.HELP, Gesture.COPY, ("Ctrl+Shift+F12",),
        lambda words: words.copy_everything, rule=True,
    ),
    Action(
        "restore_keys", Menu.HELP, Gesture.RESTORE_KEYS, ("Ctrl+Shift+F1",),
        lambda words: words.restore_keys,
    ),
)  # fmt: skip


_BY_NAME: Final = {each.name: each for each in ACTIONS}


def action(name: str) -> Action:
    """The action called `name`; raises KeyError when there is none."""
    return _BY_NAME[name]
