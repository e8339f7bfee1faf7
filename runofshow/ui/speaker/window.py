"""The stage window: shows a board to the people who speak, and to nobody's surprise.

- It repaints when its face changes, and only then.
- At each crossing of what is on it, and at a flashed message, it pulses: hollow and solid, half a
  second each, three times, then steady. A crossing during a pulse prolongs it without changing the
  rhythm, so nothing ever flashes more than once a second.
- No hand makes it flash: what is asked of it in quick succession it shows at its own pace
  (pace.py), and what it shows last is what was asked last.
- Whoever sends boards sends one a second at least, and says for how long each is true. Left alone
  for `PATIENCE` beyond that it says that the time is not up to date.
- A board that it cannot lay out or paint as it should, it shows plainly (plain.py), and tries again
  with the next; the fault goes to the application's hook.
- Nothing on it acts: keys are handed on, the pointer is hidden, and no key or click closes it.
"""

import sys
from collections.abc import Callable
from math import ceil
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.crossings import Crossing
from runofshow.ui.dropping import dropped
from runofshow.ui.painting import painting
from runofshow.ui.speaker.face import Face, alerts, pulses, stale
from runofshow.ui.speaker.layouts import alike, seen
from runofshow.ui.speaker.look import PLAIN, Look
from runofshow.ui.speaker.pace import Pace
from runofshow.ui.speaker.palettes import CLASSIC, Palette
from runofshow.ui.speaker.picture import Picture, brought, ground, upright
from runofshow.ui.speaker.plain import Plain, plain
from runofshow.ui.speaker.plain import paint as paint_plainly
from runofshow.ui.speaker.wipe import Wipe, wiped
from runofshow.ui.texts.stage import StageWords

HALF_BEAT: Final = 500
"""How long a pulse is hollow, then solid, in milliseconds."""
BEATS: Final = 3
PATIENCE: Final = 600
"""How long it waits for a board that is owed, in milliseconds."""
SOON: Final = 1000
"""Milliseconds for which a board is true until somebody says for how many."""
WIPED: Final = 20
"""Milliseconds from one picture of a wipe to the next."""
REPRIEVE: Final = 100
"""Milliseconds that a loop which stood still is given to bring the board that waited in it."""


class StageWindow(QtWidgets.QWidget):
    """What the stage sees.

    Attributes: shown, the face on the screen (its pulse and staleness included); palette_used;
    look, what it shows; dark, frozen and testing, whether it is black, keeps its picture, or shows
    the test pattern, by a wish for this window alone.
    Signals: picture_changed(Face) for thumbnails; typed(QKeyEvent), a copy of each key pressed;
    close_asked, when somebody tries to close it from outside; resized; file_dropped(Path).
    """

    picture_changed = QtCore.Signal(object)
    typed = QtCore.Signal(object)
    close_asked = QtCore.Signal()
    resized = QtCore.Signal()
    file_dropped = QtCore.Signal(object)

    def __init__(
        self,
        words: StageWords,
        palette: Palette = CLASSIC,
        look: Look = PLAIN,
        pace: Pace | None = None,
    ) -> None:
        super().__init__(None, QtCore.Qt.WindowType.Window)
        self.shown = Face("blackout")
        self.palette_used = palette
        self.look = look
        self._picture = Picture()
        self._words = words
        self._board: Board | None = None
        self._mark = ""
        self._face: Face | None = None
        self._plain: Plain | None = None
        self._stale = self._showing = self._reprieved = self._redressed = False
        self.dark = False
        self._kept: Face | None = None
        self._tested: tuple[str, str] | None = None
        self._half_beats = 0
        self._pace = pace or Pace()
        self._owed = QtCore.QDeadlineTimer()
        self._pulse = self._timer(HALF_BEAT, self._turn, single=False)
        self._waiting = self._timer(PATIENCE, self._lapse, single=True)
        self._slowing = self._timer(0, self._refresh, single=True)
        self._wipe: Wipe | None = None
        self._wiping = self._timer(WIPED, self._draw, single=False)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(words.window_title)
        self.setMinimumSize(160, 90)
        self.setAcceptDrops(True)
        self._let_through()

    def _timer(self, milliseconds: int, act: Callable[[], None], single: bool) -> QtCore.QTimer:
        timer = QtCore.QTimer(self)
        timer.setTimerType(QtCore.Qt.TimerType.PreciseTimer)
        timer.setInterval(milliseconds)
        timer.setSingleShot(single)
        timer.timeout.connect(act)
        return timer

    # --- what it is told -----------------------------------------------------------------------

    def present(self, board: Board, mark: str = "") -> None:
        """Show `board`, and trust it for as long as `vouch` says.

        `mark` stands above everything and says that it is no show.
        """
        before = self._board if self._showing and mark == self._mark else None
        self._board, self._mark, self._showing, self._stale = board, mark, False, False
        try:
            self._show(board, before)
        except Exception as fault:  # noqa: BLE001 (it goes to the hook that takes everything)
            self._fall_back(fault)
        if self._plain is not None:
            self._plain = plain(board, self._words)
        self._showing = True
        self._trust(SOON)

    def _show(self, board: Board, before: Board | None) -> None:
        """Show a board as it should be, `before` being the one that is shown."""
        after = self._face
        if before is None or after is None or not alike(before, board, self.look):
            after = self._seen(board)
        if self._face is not None and alerts(self._face, after):
            self._begin_pulse()
        self._face = after
        self._refresh()

    def _fall_back(self, fault: Exception) -> None:
        """Show the last board plainly until it can be shown as it should."""
        if self._board is not None:
            self._plain = plain(self._board, self._words, stale=self._stale)
        self._redressed = True  # whatever is seen next is painted anew
        self.update()
        sys.excepthook(type(fault), fault, fault.__traceback__)

    def vouch(self, milliseconds: int) -> None:
        """Know how long the last board is true; call it after each."""
        if self._showing and not self._stale:
            self._trust(milliseconds)

    def _trust(self, milliseconds: int) -> None:
        self._reprieved = False
        self._owed.setRemainingTime(milliseconds + PATIENCE + REPRIEVE)
        self._waiting.start(milliseconds + PATIENCE)

    def cross(self, crossing: Crossing) -> None:
        """Pulse for a crossing of what is shown; call it after the board that comes with it."""
        if self._face is not None and pulses(self._face, crossing):
            self._begin_pulse()
            self._refresh()

    def speak(self, words: StageWords) -> None:
        """Change the language; a running pulse goes on."""
        self._words = words
        self.setWindowTitle(words.window_title)
        if self._board is not None:
            self._face = self._seen(self._board)
            self._refresh()

    def dress(self, look: Look) -> None:
        """Show something else, or the same flipped or turned; a running pulse goes on."""
        if look == self.look:
            return
        self.look = look
        self._let_through()
        if self._board is not None:
            self._face = self._seen(self._board)
            self._kept = self._kept and self._frozen(self._face)
        self._redressed = True
        self._refresh()

    def _let_through(self) -> None:
        """Let what is behind a clear ground be seen: the window is made anew where that changes."""
        translucent = QtCore.Qt.WidgetAttribute.WA_TranslucentBackground
        clear = self.look.ground == "clear"
        if clear == self.testAttribute(translucent):
            return
        shown = self.isVisible()
        if self.windowHandle() is not None:
            self.hide()
            self.destroy()
        self.setAttribute(translucent, clear)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent, not clear)
        self.setVisible(shown)

    def wear(self, palette: Palette) -> None:
        """Change the colours."""
        self.palette_used, self._redressed = palette, True
        self._refresh()

    @property
    def frozen(self) -> bool:
        """Whether it keeps its picture."""
        return self._kept is not None

    def darken(self, on: bool) -> None:
        """Be black, whatever the show; or show it again."""
        self.dark = on
        self._refresh()

    def freeze(self, on: bool) -> None:
        """Keep the picture as it stands now, or show what is; what is made black is black."""
        self._kept = self._frozen(self._face) if on and self._face is not None else None
        self._refresh()

    def _frozen(self, face: Face) -> Face:
        """The picture kept says so, for its time is not true; one that is laid over another, as a
        lower third is, stays clean."""
        if self.look.ground != "paper":
            return face
        marks = (face.mark, self._words.frozen)
        return face._replace(mark=" · ".join(mark for mark in marks if mark))

    @property
    def testing(self) -> bool:
        """Whether it shows the test pattern."""
        return self._tested is not None

    def test(self, name: str, screen: str) -> None:
        """Show the test pattern of an output called `name` on `screen`."""
        self._tested = (name, screen)
        self._refresh()

    def end_test(self) -> None:
        """Show what is instead of the test pattern."""
        self._tested = None
        self._refresh()

    def _pattern(self, name: str, screen: str) -> Face:
        from runofshow.ui.speaker.pattern import Pattern

        size = self.size() * self.devicePixelRatio()
        return Face("pattern", own=Pattern.of(name, screen, size, self._words))

    def _seen(self, board: Board) -> Face:
        return seen(board, self._words, self.look)._replace(mark=self._mark)

    def _wanted(self) -> Face:
        """What is to be seen now: nothing before the first board."""
        if self._face is None:
            return self.shown
        if self.dark or self._face.scene == "blackout":
            return Face("blackout", mark=self._mark)
        if self._tested is not None:
            return self._pattern(*self._tested)
        if self._kept is not None:
            return self._kept
        wanted = self._face._replace(hollow=self._half_beats % 2 == 1)
        return stale(wanted, self._words) if self._stale else wanted

    def _refresh(self) -> None:
        """Repaint if what is to be seen differs from what is, no sooner than the pace allows."""
        wanted = self._wanted()
        if wanted == self.shown and not self._redressed:
            self._slowing.stop()
            return
        wait = self._pace.wait(self.shown, wanted, self._redressed)
        if wait:
            self._slowing.start(ceil(1000 * wait))
            return
        self._slowing.stop()
        self._pace.shown(self.shown, wanted, self._redressed)
        if wiped(self.look, self.shown, wanted) and not self._redressed:
            out, there = self._wiped()
            self._wipe = Wipe(out, wanted, self._pace.now(), there)
            self._wiping.start()
        self.shown, self._redressed = wanted, False
        self._draw()
        self.picture_changed.emit(wanted)

    def _draw(self) -> None:
        """Paint again what is to look different; what is hidden waits until it is shown."""
        face, part = self._wiped()
        if not self.isVisible():
            return
        rect = QtCore.QRectF(self.rect())
        try:
            change = self._picture.change(rect, face, self.palette_used, self.look, part)
        except Exception as fault:  # noqa: BLE001 (it goes to the hook that takes everything)
            self._fall_back(fault)
            return
        was, self._plain = self._plain, None
        self.update(change if was is None else QtGui.QRegion(self.rect()))

    def _wiped(self) -> tuple[Face, float]:
        """What of what is shown, or of what was, is there yet."""
        now = self._pace.now()
        if self._wipe is None or self._wipe.into != self.shown or self._wipe.over(now):
            self._wipe = None
            self._wiping.stop()
            return self.shown, 1.0
        return self._wipe.at(now)

    # --- its timers ------------------------------------------------------------------------

    def _begin_pulse(self) -> None:
        """Start a pulse, hollow first; a running one is prolonged in its own rhythm."""
        running = self._pulse.isActive()
        self._half_beats = 2 * BEATS - (1 if not running or self._half_beats % 2 else 0)
        if not running:
            self._pulse.start()

    def _turn(self) -> None:
        self._half_beats -= 1
        if self._half_beats <= 0:
            self._half_beats = 0
            self._pulse.stop()
        self._refresh()

    def _lapse(self) -> None:
        """The board that is owed does not come; after a loop that stood still it comes first."""
        if self._owed.hasExpired() and not self._reprieved:
            self._reprieved = True
            self._waiting.start(REPRIEVE)
            return
        self._stale = True
        if self._plain is not None and self._board is not None:
            self._plain = plain(self._board, self._words, stale=True)
            self.update()
        else:
            self._refresh()

    # --- Qt's overrides ------------------------------------------------------------------------

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        with painting(self, smooth=False) as painter:
            if self._plain is None:
                try:
                    self._picture.paint(painter, event.region())
                except Exception as fault:  # noqa: BLE001 (it goes to the hook that takes everything)
                    self._fall_back(fault)
            if self._plain is not None:
                self._paint_plainly(painter, self._plain)

    def _paint_plainly(self, painter: QtGui.QPainter, shown: Plain) -> None:
        """Paint it, turned and flipped as all is; what is laid over another picture is clean."""
        rect = QtCore.QRectF(self.rect())
        sheet = upright(rect, self.look)
        painter.setTransform(brought(sheet, rect, self.look))
        if self.look.ground != "paper":
            painter.setCompositionMode(QtGui.QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(sheet, QtGui.QColor(ground(self.look.ground, self.palette_used)))
        else:
            paint_plainly(painter, sheet, Plain() if self.dark else shown, self.palette_used)

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        self._draw()
        super().showEvent(event)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        if self.testing:
            self._refresh()
        self._draw()
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        self.typed.emit(event.clone())
        event.accept()

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        path = dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def changeEvent(self, event: QtCore.QEvent) -> None:
        if event.type() == QtCore.QEvent.Type.WindowStateChange:
            hidden = self.isFullScreen()
            shape = QtCore.Qt.CursorShape
            self.setCursor(shape.BlankCursor if hidden else shape.ArrowCursor)
        super().changeEvent(event)

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        """A close from outside (a window manager's key) is only reported; the program's counts."""
        if event.spontaneous():
            event.ignore()
            self.close_asked.emit()
        else:
            event.accept()

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(640, 360)
