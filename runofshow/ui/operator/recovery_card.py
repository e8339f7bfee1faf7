"""The recovery card: a hard time at risk, the plans that keep it, and the phone; then who to tell.

- It opens below GO as soon as a promise is at risk, from the board alone; plans come when they are
  reckoned.
- The earliest broken promise is shown first; the others are one key or one click away.
- Once a plan is applied the people to tell stand in the plans' place; while a promise is still
  broken a button goes from the ones to the others.
- Nothing is taken here: a plan previewed, applied, an hour agreed go out as signals. What is
  applied is what was seen: the command carries it, and another is refused.
"""

from typing import NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board, BoardPromise
from runofshow.core.catchup import Recovery
from runofshow.core.promises import Promise
from runofshow.ui import icons, lettering
from runofshow.ui.lettering import Run, write_right, write_whole
from runofshow.ui.operator import hard_times, key_names, keys, recovery_lines, telling_lines
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.cell import Card, Cell, aloud
from runofshow.ui.operator.column import shape, whole
from runofshow.ui.operator.phone_line import PhoneLine
from runofshow.ui.operator.plan_list import PlanList
from runofshow.ui.operator.recovery_lines import Head, Offer, PlanLine
from runofshow.ui.operator.telling_lines import telling
from runofshow.ui.operator.telling_list import TellingList
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.theme import Role, Theme, mixed


class HeadLine(Cell[Head]):
    """What is to be won back, and until when it must be decided."""

    def spoken(self, value: Head) -> str:
        return aloud(value.title, f"{value.call_word} {value.call}", value.call_in)

    def draw(self, painter: QtGui.QPainter, value: Head) -> None:
        theme, colours = self.theme, self.theme.colours
        ink = getattr(colours, value.tone)
        painter.fillRect(self.rect(), tinted(self.theme, value))
        pad, side = theme.metrics.pad - 3, theme.metrics.icon
        baseline = lettering.middle(theme.font(Role.HEAD), 0, self.height())
        box = QtCore.QRectF(pad, (self.height() - side) / 2, side, side)
        icons.paint(painter, value.sign, box, ink)
        x = pad + side + 7.0
        titles = [value.title, value.title_short]
        full = self._call(value, ink, whole=True)
        fits = [
            (title, call)
            for call in (full, self._call(value, ink, whole=False))
            for title in titles
            if self._wide(title) + lettering.length_of(theme, call) + 20 <= self.width() - x - pad
        ]
        title, call = fits[0] if fits else (titles[-1], self._call(value, ink, whole=False))
        end = QtCore.QPointF(self.width() - pad, baseline)
        right = write_right(painter, theme, end, call)
        run, room = Run(title, Role.HEAD, colours.text), right - x - 12
        write_whole(
            painter, theme, QtCore.QRectF(x, 0, room, self.height()), run, Role.CAPTION_BOLD
        )

    def _wide(self, text: str) -> float:
        return lettering.width_of(text, self.theme.font(Role.HEAD))

    def _call(self, value: Head, ink: QtGui.QColor, *, whole: bool) -> tuple[Run, ...]:
        runs = (Run(value.call_word, Role.HEAD, ink), Run(value.call, Role.HEAD_TIME, ink))
        return (*runs, Run(value.call_in, Role.HEAD, ink)) if whole else runs


def tinted(theme: Theme, head: Head | None) -> QtGui.QColor:
    """The ground of the head: a tint of what asks for attention, else none."""
    colours = theme.colours
    if head is None or head.tone not in ("amber", "act"):
        return colours.surf
    return mixed(colours.surf, getattr(colours, head.tone), 0.1)


class _Open(NamedTuple):
    promise: BoardPromise
    number: int
    of: int


class RecoveryCard(Card):
    """The card. Signals: asked(command), previewed(Recovery or None), promise_asked(Promise),
    opened(bool), left() when its field is left."""

    asked = QtCore.Signal(object)
    previewed = QtCore.Signal(object)
    promise_asked = QtCore.Signal(object)
    opened = QtCore.Signal(bool)
    left = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.words = words
        self._board: Board | None = None
        self._offer: Offer | None = None
        self._asked: Promise | None = None
        self._telling = False
        self._wants_telling = False
        self._parts: tuple[object, ...] = ()
        self._told: tuple[PlanLine, ...] = ()
        self._told_of: tuple[object, ...] | None = None
        self.headline = HeadLine(theme, self)
        self.other = Button(theme, self)
        self.turn = Button(theme, self)
        self.list = PlanList(theme, words.recovery, self)
        self.people = TellingList(theme, self)
        self.phone = PhoneLine(theme, words.recovery, self)
        self.turn.clicked.connect(self._turn)
        self.people.asked.connect(self.asked)
        self.other.clicked.connect(self.next_promise)
        self.list.previewed.connect(self._preview)
        self.list.chosen.connect(self.apply)
        self.phone.asked.connect(self.asked)
        self.phone.left.connect(self.left)
        self.hide()
        self.speak(words)

    @property
    def head(self) -> int:
        return shape(self.theme.metrics).head

    @property
    def open(self) -> bool:
        """Whether a promise is at risk, or somebody to be told."""
        return self.at_risk or (self._board is not None and bool(telling(self._board)))

    @property
    def at_risk(self) -> bool:
        """Whether a promise is at risk."""
        return self._shown() is not None

    @property
    def tells(self) -> bool:
        """Whether who is to be told is shown, rather than plans."""
        return self._telling

    @property
    def plans(self) -> tuple[Recovery, ...]:
        """The plans offered, in the order of their keys."""
        return self._offer.useful if self._offer is not None and self._fits() else ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the plans offered are called."""
        return tuple(getattr(self.words.recovery.plans, plan.plan) for plan in self.plans)

    @property
    def several(self) -> bool:
        """Whether there is another broken promise to look at."""
        shown = self._shown()
        return shown is not None and shown.of > 1

    @property
    def preview(self) -> Recovery | None:
        """The plan previewed."""
        index = self.list.shown
        return self.plans[index] if index is not None and index < len(self.plans) else None

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show the hard time at risk of `board`, if there is one."""
        was, self._board = self.open, board
        self._show()
        if self.open is not was:
            self.opened.emit(self.open)
        elif self._offer is not None and self._offer.rev != board.rev:
            self.leave_preview()  # the day has changed; new plans are on their way
        elif self.preview is not None:
            self.previewed.emit(self.preview)

    def offer(self, offer: Offer | None) -> None:
        """Take the plans that were reckoned; a preview of one that is gone is left."""
        before = self.preview
        self._offer = offer
        keep = [plan.deal for plan in self.plans]
        self._show()
        if before is not None:
            self.list.preview(keep.index(before.deal) if before.deal in keep else None)

    def _fits(self) -> bool:
        shown = self._shown()
        return (
            self._offer is not None
            and shown is not None
            and self._offer.promise == shown.promise.standing.promise
        )

    def _shown(self) -> _Open | None:
        """The promise shown: the one asked for as long as it is broken, else the earliest."""
        if self._board is None:
            return None
        broken = hard_times.broken_promises(self._board)
        if not broken:
            return None
        promises = [each.standing.promise for each in broken]
        index = promises.index(self._asked) if self._asked in promises else 0
        return _Open(broken[index], index, len(broken))

    def _show(self) -> None:
        board, said = self._board, self.words.recovery
        if board is None:
            return
        shown, people = self._shown(), telling_lines.lines(board, said)
        useful = self._offer is None or not self._offer.ready or bool(self.plans)
        self._telling = bool(people) and (shown is None or self._wants_telling or not useful)
        self._wants_telling = self._wants_telling and bool(people)
        self.people.put(people if self._telling else ())
        if shown is None or self._telling:
            self.list.preview(None)
            self.list.put((), (), "", "")
        if shown is not None:
            self.phone.present(board, shown.promise)
        if self._telling:
            key = key_names.cap("told", self.words.window)
            self.headline.put(telling_lines.head(telling(board), said, key))
        elif shown is not None:
            self._show_plans(board, shown)
        self._arrange(shown, len([line for line in people if not line.told]))

    def _show_plans(self, board: Board, shown: _Open) -> None:
        said, offer = self.words.recovery, self._offer if self._fits() else None
        head = recovery_lines.head(board, shown.promise, said, offer, shown.of, shown.number)
        self.headline.put(head)
        slot = shown.promise.standing.promise.slot
        arriving = hard_times.title_of(board, slot) or said.day
        lines = self._lines(board, offer)
        note = said.nobody if offer is not None and offer.ready else said.reckoning
        self.list.put(lines, self._keys(len(lines)), arriving, hard_times.said(said, note))

    def _lines(self, board: Board, offer: Offer | None) -> tuple[PlanLine, ...]:
        """A line for each plan; they hang on the plan of the day, not on the tick."""
        key = (offer, self.words.language)
        if key == self._told_of:
            return self._told
        said, slots = self.words.recovery, board.slots.numbers.keys()
        known = offer is not None and all(slots >= set(_slots(plan)) for plan in offer.plans)
        self._told = recovery_lines.lines(board, offer, said) if offer and known else ()
        self._told_of = key
        return self._told

    def _arrange(self, shown: _Open | None, left: int) -> None:
        """Show the parts that have something to say, and the buttons of the head."""
        said, head = self.words.recovery, self.headline.value
        which = head.which if head is not None and not self._telling else ""
        turn = hard_times.said(said, said.to_tell, count=left) if left else ""
        if self._telling:
            turn = said.done if shown is None else said.to_plans
        parts = (which, turn, self._telling, shown is None)
        if parts == self._parts:
            return
        self._parts = parts
        self.other.setText(f"{which} ▸")
        self.other.setVisible(bool(which))
        self.turn.setText(turn)
        self.turn.setToolTip(hard_times.said(said, said.done_tip) if turn == said.done else "")
        self.turn.setVisible(bool(turn))
        self.list.setVisible(not self._telling)
        self.people.setVisible(self._telling)
        self.phone.setVisible(shown is not None)
        self._place()

    def _turn(self) -> None:
        """Go from the plans to the people or back; with every promise kept the list is closed."""
        if self._telling and not self.at_risk:
            self.asked.emit(commands.Warned())
            return
        self._wants_telling = not self._telling
        self._show()

    def _keys(self, count: int) -> tuple[str, ...]:
        words = self.words.window
        return tuple(
            key_names.cap(f"plan_{number + 1}", words) for number in range(min(count, keys.PLANS))
        )

    # --- hands ---------------------------------------------------------------------------------

    def apply(self, index: int) -> None:
        """Ask for the plan of this index as it was seen; there may be none."""
        plans, shown = self.plans, self._shown()
        if index >= len(plans) or shown is None:
            return
        plan, of = plans[index], shown.promise.standing.promise
        self._wants_telling = False
        self.list.preview(None)
        self.asked.emit(
            commands.CatchUp(
                promise=commands.PromiseOf(slot=of.slot, of=of.of), plan=plan.plan, seen=_deal(plan)
            )
        )

    def apply_preview(self) -> None:
        """Ask for the plan previewed, if one is."""
        if self.list.shown is not None:
            self.apply(self.list.shown)

    def walk(self, by: int) -> None:
        """Preview the plan that many further, or the first; past an end it leaves."""
        count = len(self.plans)
        if not count:
            return
        here = self.list.shown
        if here is None:
            self.list.preview(0 if by > 0 else count - 1)
        else:
            self.list.preview(here + by if 0 <= here + by < count else None)

    def tell_next(self) -> None:
        """Ask to tick the next who is to be told, where they are shown; else the phone's told."""
        if self._telling:
            self.people.tick_next()
        elif self.at_risk:
            self.phone.tell()

    def close_list(self) -> None:
        """Ask to be done with the list of people to tell."""
        if self._board is not None and self._board.telling:
            self.asked.emit(commands.Warned())

    def leave_preview(self) -> bool:
        """Leave the preview; whether there was one."""
        was = self.list.shown is not None
        self.list.preview(None)
        return was

    def next_promise(self) -> None:
        """Show the next broken promise, after the last one the first."""
        if self._board is None or (shown := self._shown()) is None or shown.of < 2:
            return
        broken = hard_times.broken_promises(self._board)
        self.look_at(broken[(shown.number + 1) % shown.of].standing.promise)

    def look_at(self, promise: Promise) -> None:
        """Show this promise as long as it is broken."""
        self._asked = promise
        self.list.preview(None)
        self._show()
        self.promise_asked.emit(promise)

    def _preview(self, index: int | None) -> None:
        self.previewed.emit(self.plans[index] if index is not None else None)

    # --- dress and places ----------------------------------------------------------------------

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        said = words.recovery
        window = words.window
        previews = key_names.cap("next_plan", window), key_names.cap("previous_plan", window)
        self.list.speak(said, previews)
        of = [key_names.cap(name, words.window) for name in ("agree", "told")]
        self.phone.speak(said, (of[0], of[1]))
        key = key_names.cap("other_promise", words.window)
        self.other.setToolTip(f"{said.other_tip} ({key})")
        self._parts = ()
        if self._board is not None:
            self._show()

    def use(self, theme: Theme) -> None:
        super().use(theme)
        for part in (
            self.headline, self.other, self.turn, self.list, self.people, self.phone,
        ):  # fmt: skip
            part.use(theme)
        self._place()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        parts, wide, tall = shape(self.theme.metrics), self.width(), self.height()
        right = wide - 4
        for button in (self.turn, self.other):
            if not button.isHidden():
                right -= button.wide()
                button.setGeometry(right, 3, button.wide(), parts.head - 5)
                right -= 4
        self.headline.setGeometry(1, 1, min(right, wide - 2), parts.head - 1)
        phone = parts.phone if tall >= whole(parts) else parts.phone_least
        self.list.setGeometry(0, parts.head, wide, max(0, tall - parts.head - phone))
        room = tall - parts.head - (0 if self.phone.isHidden() else phone)
        self.people.setGeometry(0, parts.head, wide, max(0, room))
        self.phone.setGeometry(0, tall - phone, wide, phone)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self, smooth=False) as painter:
            ground = tinted(self.theme, self.headline.value)
            painter.fillRect(1, 1, self.width() - 2, self.head - 1, ground)


def _slots(plan: Recovery) -> tuple[str, ...]:
    """The slots that a plan touches."""
    return (*(slot for slot, _ in plan.cuts), *plan.skips)


def _deal(plan: Recovery) -> commands.Deal:
    """What the plan takes, as the command carries it."""
    cuts = tuple(commands.Cut(slot=slot, by=by) for slot, by in plan.cuts)
    return commands.Deal(cuts=cuts, skips=plan.skips, stretch=plan.stretch)
