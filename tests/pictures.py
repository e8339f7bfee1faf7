"""Pictures of the régie's window, for looking at: `python -m tests.pictures [DIR]`.

The seed's day at many moments, sizes, themes and languages, and a few days that are hard to show.
They go to `build/pictures` unless DIR says otherwise.
"""

from tests.surroundings import settle

settle()

# ruff: noqa: E402  # Qt reads the surroundings when it is imported
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6 import QtCore, QtGui, QtTest, QtWidgets

from runofshow.core.board import Board
from runofshow.core.commands import command_of
from runofshow.core.overruns import Overrun
from runofshow.core.paper import Edition, sheet
from runofshow.core.report import report
from runofshow.core.times import civil_at
from runofshow.desk import Desk
from runofshow.machine import Power
from runofshow.store.settings import Output
from runofshow.ui.conducting import Conducting
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.frame import Frame
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.pages import PageName
from runofshow.ui.operator.readiness import Machine
from runofshow.ui.operator.rehearsal_asked import Course
from runofshow.ui.operator.rehearsal_bar import RehearsalBar
from runofshow.ui.operator.rundown_reading import Cell, Field
from runofshow.ui.operator.strip_cells import Lamp
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.outlet import Outlet
from runofshow.ui.place import Place
from runofshow.ui.texts.rehearsal import rehearsal_words
from runofshow.ui.texts.window import Phrase
from runofshow.ui.theme import application, install
from tests.hand import HandClock
from tests.ui.operator.revision_days import NAME, Revised
from tests.ui.operator.window_days import (
    GO,
    LATE,
    Do,
    Moment,
    absent,
    between,
    booked,
    due,
    english,
    english_late,
    finished,
    forum,
    late,
    late_moment,
    lived,
    long_titles,
    lost,
    on_time,
    panel,
    panel_of_five,
    play,
    seed,
    spoken,
    three_hundred,
    two_broken,
)

PROGRAMMES = Path(__file__).parent / "formats" / "programmes"
LAMPS = (
    Lamp("stage", "ok", "1 écran"),
    Lamp("network", "off", "coupé"),
    Lamp("disk", "ok", "212 Go"),
    Lamp("power", "ok", "96 %"),
)
ENGLISH_LAMPS = (
    Lamp("stage", "ok", "1 screen"),
    Lamp("network", "off", "off"),
    Lamp("disk", "ok", "212 GB"),
    Lamp("power", "ok", "mains"),
)
TROUBLED = (
    Lamp("stage", "broken", "débranché"),
    Lamp("network", "off", "coupé"),
    Lamp("disk", "broken", "non écrit"),
    Lamp("power", "watch", "38 %"),
)


Act = Callable[[OperatorWindow], None]


# --- pictures ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Picture:
    """One picture: its file's name, the board, the window's size, dress and language."""

    name: str
    board: Callable[[], Board]
    size: tuple[int, int] = (1920, 1080)
    dark: bool = True
    language: str = "fr"
    scale: int = 1
    lamps: tuple[Lamp, ...] = LAMPS
    act: Act = lambda _: None
    moment: Callable[[], Moment] | None = None
    """Where plans are to be offered: the board then is this moment's."""


def _rehearsed(window: OperatorWindow) -> None:
    """A rehearsal of the late day, half an hour ahead of the show."""
    bar = RehearsalBar(window.theme, window.words, window.floor)
    board, show = window.board, late("10:12:20")
    assert board is not None
    window.rehearse(bar, Frame(window.theme, window.floor))
    bar.run(Course(True, 60, True, (Overrun("synthese", timedelta(minutes=4)),)))
    bar.present_show(show)
    bar.present(board)
    window.stage_named(rehearsal_words(window.words.language).stage_would)
    window.present(board)


def _message(flash: bool) -> tuple[str, Do]:
    return "10:37", {"do": "say", "text": "PLUS PRÈS DU MICRO", "flash": flash}


def _found(window: OperatorWindow) -> None:
    """The palette, which finds what has to do with an end."""
    window.finding.toggle()
    sheet = window.finding.sheet
    sheet.line.setText("fin" if window.words.language == "fr" else "end")
    sheet.line.textEdited.emit(sheet.line.text())


def _outputs(window: OperatorWindow) -> None:
    """The sheet of the outputs: stage, foyer, and a window that OBS takes; the foyer is chosen."""
    place, size = Place("placed", "HDMI-1"), (1920, 1080)
    foyer = Output(key="2", name="Foyer", layout="programme")
    capture = Output(key="3", name="OBS", layout="third", as_window=True, ground="green")
    outlets = (
        Outlet(Output(), 1, Place("placed", "Iiyama PL2493H, DP-2"), pixels=size, told=24.0),
        Outlet(foyer, 2, place, pixels=(1080, 1920), told=43.0),
        Outlet(capture, 3, Place("window"), pixels=size),
    )
    screens = (StageChoice("a", "1  Iiyama PL2493H, DP-2"), StageChoice("b", "2  HDMI-1"))
    window.outputting.toggle()
    window.outputting.put(outlets, screens, "classic")


def _key_taken(window: OperatorWindow) -> None:
    """A key that another action has, pressed for one."""
    window.keys.toggle()
    sheet = window.keys.sheet
    sheet.begin()
    assert sheet.plate.change is not None
    sheet.plate.put(sheet.plate.change.pressed("F4"))


def _last_gesture(window: OperatorWindow) -> None:
    window.undo()


def _stage_gone(window: OperatorWindow) -> None:
    window.say(
        Banner(
            "stage", "act", "Retour scène débranché : Iiyama PL2493H. L'image attend",
            (Choice("Choisir un autre écran"),),
        )
    )  # fmt: skip


def _undo_slip() -> Board:
    edit = {"do": "edit", "slot": "synthese", "set": {"duration": "8m"}}
    return play(seed(), (*LATE[:2], ("9:25", edit), LATE[2]), "9:32:04")


LUNCH = {"slot": "dejeuner", "of": "start"}


def _catch_up(plan: str) -> Do:
    return {"do": "catch_up", "promise": LUNCH, "plan": plan}


def _agree() -> Do:
    return {"do": "agree", "promise": LUNCH, "time": "12:27"}


def _nine() -> Board:
    turns = spoken(("9:00", 9), ("9:10", 6), ("9:14", 7))
    return play(panel(9, questions="10m"), (*turns, absent(8)), "9:20:20")


def _five_but_one() -> Board:
    chair = [{"name": "Claude ALPHANDERY", "chair": True}, *panel(5).slots[0].speakers]
    turns = spoken(("9:00", 1), ("9:04:10", 2))
    return play(panel(5, speakers=chair), (*turns, absent(5, "9:05:15")), "9:05:20")


def _talk_with_questions() -> Board:
    return play(panel(1, kind="talk", questions="10m"), (("9:00", GO),), "9:53:20")


def _absent(window: OperatorWindow) -> None:
    """The board again, one of its speakers now told to be absent."""
    after = window.board
    assert after is not None
    turns = spoken(("9:00", 1), ("9:04:10", 2))
    chair = [{"name": "Claude ALPHANDERY", "chair": True}, *panel(5).slots[0].speakers]
    window.present(play(panel(5, speakers=chair), turns, "9:05:14"))
    window.present(after)


def _people(window: OperatorWindow) -> None:
    if window.speaking.card is not None:
        window.speaking.card.people.click()


def _opened(name: PageName, until: str = "18:05", client: bool = False) -> Act:
    """Opens a page and brings it the report of that hour."""

    def act(window: OperatorWindow) -> None:
        of = lived(until)
        window.report_wanted.connect(lambda: window.report(report(of.show, of.now)))
        window.pages.open(name)
        if client:
            window.pages.report_page.show_version(client=True)

    return act


def _ready(trouble: bool) -> Act:
    """Opens the page of what is ready, on a machine that is, or is not."""
    well = Machine(
        "placed", ("Le retour scène est sur DP-2.", "The stage screen is on DP-2."),
        Power(True, 96), 212_000_000_000, False, True, True, True, seed().date,
    )  # fmt: skip
    wrong = well._replace(
        stage="parked", stage_said=("DP-2 est débranché.", "DP-2 is unplugged."),
        power=Power(False, 38), free=150_000_000, awake=False, silenced=None,
        today=seed().date + timedelta(days=1),
    )  # fmt: skip

    def act(window: OperatorWindow) -> None:
        window.pages.open("ready")
        window.know(wrong if trouble else well)

    return act


def _revised(window: OperatorWindow) -> None:
    """Opens what a programme sent again at ten to ten changes."""
    day = Revised()
    window.revising.foresee = day.foresee
    window.revise(day.revision(), NAME)
    QtWidgets.QApplication.processEvents()


def _reading(name: str, topic: int, *digits: int) -> Callable[[OperatorWindow], None]:
    """A programme that is read and looked at, at a topic of its doubts, or with digits pressed."""

    def act(window: OperatorWindow) -> None:
        file = PROGRAMMES / name
        window.read(file, file.read_bytes())
        wait = QtCore.QDeadlineTimer(10_000)
        while window.importing.reader.busy and not wait.hasExpired():
            QtWidgets.QApplication.processEvents()
        for _ in range(topic):
            window.importing.sheet.walk(1)
        for digit in digits:
            window.importing.sheet.choose(digit - 1)

    return act


def _preferred(text: str) -> Act:
    """Opens the preferences and seeks."""

    def act(window: OperatorWindow) -> None:
        window.preferring.toggle()
        window.preferring.sheet.line.setText(text)

    return act


def _manual(page: int) -> Act:
    """Opens the manual at a page."""

    def act(window: OperatorWindow) -> None:
        window.consulting.toggle()
        window.consulting.sheet.turn(page)

    return act


def _printing(edition: Edition, until: str = "10:37:22") -> Act:
    """Opens the sheet for printing, with two printers, and waits for its pages."""

    def act(window: OperatorWindow) -> None:
        of, printing = late_moment(until), window.printing
        window.paper_wanted.connect(lambda: window.paper(sheet(of.show, of.now)))
        printing.toggle()
        printing.sheet.offer_printers(["Régie", "Loges"])
        printing.sheet.choose(edition=edition)
        while printing.layout.busy or printing.pictures.busy:
            QtWidgets.QApplication.processEvents()

    return act


def _typing(window: OperatorWindow) -> None:
    window.messages.write_message()
    window.messages.line.setText("Pourriez-vous vous rapprocher du micro")
    window.messages.next_lasting()


def _own_phrases(window: OperatorWindow) -> None:
    said = ("2 MIN", "CONCLUEZ", "PLUS PRÈS DU MICRO", "QUESTIONS", "MERCI", "PLUS FORT",
            "REVENEZ AU PUPITRE", "LE MINISTRE ARRIVE", "Encore {left}")  # fmt: skip
    window.offer_phrases([Phrase(text) for text in said])


def _drawn(slot: str, minutes: int) -> Act:
    """Draws the end of an item on the timeline."""

    def act(window: OperatorWindow) -> None:
        conducted = Desk(late_moment().show, HandClock(late_moment().now))
        Conducting(window, conducted, window)
        window.timeline.drawing.begin(slot)
        window.timeline.drawing.draw(timedelta(minutes=minutes), timedelta(minutes=1))

    return act


def _dragged(window: OperatorWindow) -> None:
    """Holds three items over another place, with what would come of it."""
    conducted = Desk(late_moment().show, HandClock(late_moment().now))
    Conducting(window, conducted, window)
    _choose(window)
    rows, port = window.rundown.rows, window.rundown.rows.viewport()
    start, goal = rows.row_area("eclairage-2"), rows.row_area("resultats")
    assert start is not None
    assert goal is not None
    held = QtCore.Qt.KeyboardModifier.NoModifier
    QtTest.QTest.mousePress(port, QtCore.Qt.MouseButton.LeftButton, held, start.center())
    for point in (
        start.center() + QtCore.QPoint(0, 20),
        goal.bottomLeft() + QtCore.QPoint(480, -4),
    ):
        moved = QtGui.QMouseEvent(
            QtCore.QEvent.Type.MouseMove, QtCore.QPointF(point), port.mapToGlobal(point),
            QtCore.Qt.MouseButton.NoButton, QtCore.Qt.MouseButton.LeftButton, held,
        )  # fmt: skip
        QtWidgets.QApplication.sendEvent(port, moved)
    window.rundown.dragging.attempt()


def _choose(window: OperatorWindow) -> None:
    rows = window.rundown.rows
    rows.select("eclairage-1")
    rows.choose(rows.choice.spanned(rows.outline.order, "eclairage-3"))


def _sifted(window: OperatorWindow) -> None:
    window.rundown.sift()
    window.rundown.sifting.line.setText("conclusion")


def _folded(window: OperatorWindow) -> None:
    for session in ("animation", "forum"):
        window.rundown.rows.toggle_fold(session)
    window.rundown.respace()


def _edited(field: Cell, text: str) -> Act:
    """Types into a field of an item, or of the three that are chosen."""

    def act(window: OperatorWindow) -> None:
        _choose(window)
        window.rundown.edit("eclairage-2", field)
        line = window.rundown.editor.line
        assert line is not None
        line.setText(text)

    return act


SMALL, WIDE, HUGE = (1366, 768), (2560, 1440), (3840, 2160)
LEAST, LAPTOP = (1180, 640), (1536, 864)
PICTURES = (
    Picture("forum-small", forum, SMALL, act=_opened("grid")),
    Picture("forum-small-english", lambda: forum("en"), SMALL, language="en",
            lamps=ENGLISH_LAMPS, act=_opened("grid")),
    Picture("forum-light", forum, dark=False, act=_opened("grid")),
    Picture("people", lambda: booked("10:37"), act=_opened("people")),
    Picture("people-small-light", lambda: booked("10:37"), SMALL, False, act=_opened("people")),
    Picture("people-english", lambda: booked("8:55"), language="en", lamps=ENGLISH_LAMPS,
            act=_opened("people")),
    Picture("called-small", lambda: booked("9:14"), SMALL),
    Picture("ready", lambda: booked("8:55"), act=_ready(trouble=False)),
    Picture("not-ready-small", lambda: booked("8:35"), SMALL, act=_ready(trouble=True)),
    Picture(
        "not-ready-english", lambda: booked("8:35"), dark=False, language="en",
        act=_ready(trouble=True),
    ),
    Picture("late", late, moment=late_moment),
    Picture("late-small", late, SMALL, moment=late_moment),
    Picture("late-light", late, dark=False, moment=late_moment),
    Picture("late-small-light", late, SMALL, dark=False, moment=late_moment),
    Picture("late-english", late, language="en", moment=late_moment),
    Picture("late-small-english", late, SMALL, language="en", moment=late_moment),
    Picture("conference-small-light", late, SMALL, dark=False, language="en", lamps=ENGLISH_LAMPS,
            moment=english_late),
    Picture("not-ready-small-english", lambda: booked("8:35"), SMALL, language="en",
            lamps=ENGLISH_LAMPS, act=_ready(trouble=True)),
    Picture("rehearsal-small-english", late, SMALL, language="en", lamps=ENGLISH_LAMPS,
            act=_rehearsed),
    Picture("palette-small-english", late, SMALL, language="en", lamps=ENGLISH_LAMPS, act=_found,
            moment=english_late),
    Picture("outputs-small", late, SMALL, act=_outputs, moment=late_moment),
    Picture("outputs-small-english", late, SMALL, language="en", lamps=ENGLISH_LAMPS, act=_outputs,
            moment=english_late),
    Picture("late-conference", late, language="en", lamps=ENGLISH_LAMPS, moment=english_late),
    Picture("plan-conference", late, language="en", lamps=ENGLISH_LAMPS, moment=english_late,
            act=lambda window: window.recovery.walk(2)),
    Picture("plan", late, act=lambda window: window.recovery.walk(2), moment=late_moment),
    Picture("plan-small", late, SMALL, act=lambda window: window.recovery.walk(1),
            moment=late_moment),
    Picture("plan-light", late, dark=False, act=lambda window: window.recovery.walk(1),
            moment=late_moment),
    Picture("told", late, act=lambda window: window.recovery.people.tick_next(),
            moment=lambda: late_moment("10:38:22", ("10:38", _catch_up("share")))),
    Picture("told-small", late, SMALL,
            moment=lambda: late_moment("10:38:22", ("10:38", _catch_up("now")),
                                       ("10:38:10", {"do": "warned", "slot": "table-ronde"}))),
    Picture("lost", late, moment=lost),
    Picture("lost-small-english", late, SMALL, language="en", moment=lost),
    Picture("two-broken", late, moment=two_broken),
    Picture("two-broken-small", late, SMALL, moment=two_broken),
    Picture("agreed", late, moment=lambda: late_moment("10:41", ("10:40", _agree()))),
    Picture("calm", lambda: on_time(seed(), "10:59:12")),
    Picture("calm-small", lambda: on_time(seed(), "10:59:12"), SMALL),
    Picture("before", lambda: play(seed(), (), "8:41:24")),
    Picture("before-light", lambda: play(seed(), (), "8:41:24"), dark=False),
    Picture("before-small", lambda: play(seed(), (), "8:41:24"), SMALL),
    Picture("danger", lambda: late("10:41:02"), act=_stage_gone, lamps=TROUBLED),
    Picture("over", lambda: late("10:44:10")),
    Picture("over-small-light", lambda: late("10:44:10"), SMALL, dark=False),
    Picture("over-long", lambda: late("10:54:33")),
    Picture("held", lambda: late("10:37:22", ("10:35", {"do": "hold"}))),
    Picture("held-small", lambda: late("10:37:22", ("10:35", {"do": "hold"})), SMALL),
    Picture("between", between),
    Picture("due", due),
    Picture("break", lambda: on_time(seed(), "13:05")),
    Picture("finished", finished),
    Picture("printing", late, act=_printing(Edition.REGIE)),
    Picture("printing-small", late, SMALL, act=_printing(Edition.POCKET)),
    Picture("printing-english", late, SMALL, language="en", dark=False,
            act=_printing(Edition.SPEAKER)),
    Picture("reading", late, act=_reading("pionniers.txt", 3)),
    Picture("reading-one", late, act=_reading("pionniers.txt", 3, 3)),
    Picture("reading-hours", late, SMALL, act=_reading("pionniers.txt", 0, 5, 6)),
    Picture("reading-small", late, SMALL, act=_reading("pionniers.txt", 5)),
    Picture("reading-english", late, SMALL, dark=False, language="en",
            lamps=ENGLISH_LAMPS, act=_reading("conference-day.txt", 2)),
    Picture("preferences-found", late, SMALL, act=_preferred("scène")),
    Picture("preferences-english", late, dark=False, language="en", lamps=ENGLISH_LAMPS,
            act=_preferred("")),
    Picture("manual", late, act=_manual(1)),
    Picture("manual-small-english", late, SMALL, dark=False, language="en",
            lamps=ENGLISH_LAMPS, act=_manual(6)),
    Picture("revision", lambda: Revised().board(), act=_revised),
    Picture("revision-small-english", lambda: Revised().board(), SMALL, language="en", dark=False,
            lamps=ENGLISH_LAMPS, act=_revised),
    Picture("report", lambda: lived().board, act=_opened("report")),
    Picture("report-small", lambda: lived().board, SMALL, act=_opened("report")),
    Picture("report-light-english", lambda: lived().board, dark=False, language="en",
            act=_opened("report")),
    Picture("report-running", lambda: lived("10:40").board, act=_opened("report", "10:40")),
    Picture("report-client", lambda: lived().board, dark=False,
            act=_opened("report", client=True)),
    Picture("report-client-small-english", lambda: lived().board, SMALL, language="en",
            act=_opened("report", client=True)),
    Picture("log", lambda: lived().board, act=_opened("log")),
    Picture("log-small-light", lambda: lived().board, SMALL, dark=False, act=_opened("log")),
    Picture("message", lambda: late("10:37:22", _message(flash=False))),
    Picture("message-typed-small", lambda: late("10:37:22", _message(flash=False)), SMALL,
            act=_typing),
    Picture("message-nine-small", lambda: late("10:37:22", _message(flash=False)), SMALL,
            moment=late_moment, act=_own_phrases),
    Picture("phrases", lambda: late("10:37:22", _message(flash=False)),
            act=lambda window: window.phrasing.toggle()),
    Picture("phrases-small-english", lambda: late("10:37:22", _message(flash=False)), SMALL,
            language="en", dark=False, lamps=ENGLISH_LAMPS,
            act=lambda window: window.phrasing.toggle()),
    Picture("timeline-drawn", late, act=_drawn("resultats", -12)),
    Picture("timeline-drawn-small", late, SMALL, act=_drawn("table-ronde", 8)),
    Picture("timeline-close", late, act=lambda window: window.timeline.zoom(6)),
    Picture("timeline-300-close-small", lambda: on_time(three_hundred(), "13:05:30"), SMALL,
            act=lambda window: window.timeline.zoom(8)),
    Picture("timeline-keyboard-english", late, language="en", dark=False, lamps=ENGLISH_LAMPS,
            act=lambda window: window.timeline.enter()),
    Picture("rows-dragged", late, act=_dragged, moment=late_moment),
    Picture("rows-dragged-small", late, SMALL, dark=False, act=_dragged, moment=late_moment),
    Picture("rows-dragged-small-english", late, SMALL, language="en", dark=False,
            lamps=ENGLISH_LAMPS, act=_dragged, moment=late_moment),
    Picture("rows-sifted-small", late, SMALL, act=_sifted),
    Picture("rows-folded-light", late, dark=False, act=_folded),
    Picture("rows-length", late, act=_edited(Field.LENGTH, "12")),
    Picture("rows-hard-time-small", late, SMALL,
            act=_edited(Field.PROMISE, "fin, mairie, ±5")),
    Picture("blackout", lambda: late("10:37:22", ("10:37", {"do": "blackout", "on": True}))),
    Picture("last-gesture", _undo_slip, act=_last_gesture),
    Picture("last-gesture-small", _undo_slip, SMALL, act=_last_gesture),
    Picture("refused", late, act=lambda window: window.refused(
        "TOP déjà donné il y a 300 ms : rien n'a changé.", command_of(GO)
    )),
    Picture("ask", late, act=lambda window: _ask(window, "10h45")),
    Picture("ask-small", late, SMALL, act=lambda window: _ask(window, "demain")),
    Picture("keys", late, act=lambda window: window.menu.actions_by_name["keys"].trigger()),
    Picture("keys-small", late, SMALL,
            act=lambda window: window.menu.actions_by_name["keys"].trigger()),
    Picture("rehearsal", late, act=_rehearsed),
    Picture("rehearsal-small", late, SMALL, act=_rehearsed),
    Picture("rehearsal-light", late, dark=False, language="en", lamps=ENGLISH_LAMPS,
            act=_rehearsed),
    Picture("rehearsal-least", late, LEAST, act=_rehearsed),
    Picture("long", lambda: on_time(long_titles(), "10:59:12")),
    Picture("long-small", lambda: on_time(long_titles(), "10:59:12"), SMALL),
    Picture("three-hundred", lambda: on_time(three_hundred(), "13:05:30")),
    Picture("readme-english", lambda: on_time(english(), "10:20:20"), dark=False, language="en",
            lamps=ENGLISH_LAMPS),
    Picture("conference", lambda: on_time(english(), "10:20:20"), language="en",
            lamps=ENGLISH_LAMPS),
    Picture("least", late, LEAST, moment=late_moment),
    Picture("laptop", late, LAPTOP, moment=late_moment),
    Picture("wide", late, WIDE, moment=late_moment),
    Picture("huge", late, HUGE, moment=late_moment),
    Picture("late-4k", late, scale=2, moment=late_moment),
    Picture("panel-5", panel_of_five),
    Picture("panel-5-small", panel_of_five, SMALL),
    Picture("panel-5-light", panel_of_five, dark=False),
    Picture("panel-5-small-light-english", panel_of_five, SMALL, dark=False, language="en"),
    Picture("panel-questions", lambda: panel_of_five(questions="10m")),
    Picture("panel-questions-small", lambda: panel_of_five(questions="10m"), SMALL),
    Picture("panel-over", lambda: panel_of_five("10:12:10")),
    Picture("panel-2", lambda: play(panel(2), spoken(("9:00", 1)), "9:30:20")),
    Picture("panel-2-small", lambda: play(panel(2), spoken(("9:00", 1)), "9:30:20"), SMALL),
    Picture("panel-9", _nine),
    Picture("panel-9-small", _nine, SMALL),
    Picture("panel-9-small-light", _nine, SMALL, dark=False),
    Picture("panel-12-small", lambda: play(panel(12), spoken(("9:00", 6)), "9:05:20"), SMALL),
    Picture("keys-changed", late, act=_key_taken),
    Picture("palette", late, act=_found),
    Picture("palette-small", late, SMALL, act=_found),
    Picture("palette-light", late, dark=False, language="en", lamps=ENGLISH_LAMPS, act=_found),
    Picture("locked", late, SMALL, act=lambda window: window.lock(True)),
    Picture("panel-absent", _five_but_one, act=_absent),
    Picture("panel-absent-small", _five_but_one, SMALL, act=_absent),
    Picture("panel-people", panel_of_five, act=_people),
    Picture("talk-questions", _talk_with_questions),
    Picture("talk-questions-small", _talk_with_questions, SMALL),
)  # fmt: skip


def _ask(window: OperatorWindow, text: str) -> None:
    window.menu.actions_by_name["end_at"].trigger()
    line = window.asking.line.line
    line.setText(text)
    line.textEdited.emit(text)


def present(window: OperatorWindow, picture: Picture) -> None:
    """Show the picture's board, and offer its plans."""
    if picture.moment is None:
        window.present(picture.board())
        return
    moment = picture.moment()
    window.present(moment.board)
    window.preview_asked.connect(lambda plan: window.preview(plan and moment.tried(plan)))
    window.promise_asked.connect(lambda promise: window.offer(moment.offer(promise)))
    if (offer := moment.offer()) is not None:
        window.offer(offer)


def shown(picture: Picture, app: QtWidgets.QApplication) -> OperatorWindow:
    """The window of `picture`, laid out and shown."""
    install(app, picture.dark)
    window = OperatorWindow(picture.language, picture.dark)
    window.resize(*picture.size)
    window.stage_named("Iiyama PL2493H, DP-2")
    window.stage_choices((StageChoice("a", "Iiyama PL2493H, DP-2", chosen=True),))
    window.lamps(picture.lamps)
    present(window, picture)
    window.show()
    app.processEvents()
    picture.act(window)
    app.processEvents()
    return window


def taken(window: QtWidgets.QWidget, scale: int) -> QtGui.QImage:
    """The window's picture at `scale` pixels to a logical one."""
    size = window.size() * scale
    image = QtGui.QImage(size, QtGui.QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QtCore.Qt.GlobalColor.magenta)
    window.render(image)
    return image


def main(folder: Path, only: str = "") -> None:
    """Take every picture whose name begins with `only`."""
    app = application()
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        if not picture.name.startswith(only):
            continue
        window = shown(picture, app)
        taken(window, picture.scale).save(str(folder / f"{picture.name}.png"))
        clock = civil_at(window.board.now, window.board.date, window.board.zone)  # type: ignore[union-attr]
        print(f"{picture.name}.png  {clock}")
        window.leave()
        window.deleteLater()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(Path(arguments[0] if arguments else "build/pictures"), "".join(arguments[1:2]))
