"""Messages to the stage: ready phrases, a free line, what the stage shows now, and its blackout.

- A phrase stands on its key; the one that the stage says is lit. Phrases take a second row only
  where they do not stand in one.
- What is typed is told from how far it reads before it is sent; it is sent all the same.
- A length chosen for a message counts once. Up and down in the line go through what was said.
"""

from collections.abc import Iterable
from datetime import timedelta

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.message import Said
from runofshow.core.times import show_countdown, show_length, whole_left
from runofshow.ui.icons import Icon
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.button_rows import GAP, in_rows, spread
from runofshow.ui.operator.cell import Card
from runofshow.ui.operator.lasting import LASTING, LONGEST, after
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.messages_head import Heading, MessagesHead
from runofshow.ui.operator.phrase_button import PhraseButton
from runofshow.ui.operator.readability import SIGHT, Reading, declared, inches, reading
from runofshow.ui.speaker.sight import Sight
from runofshow.ui.texts.messages import handed, message_words, staged
from runofshow.ui.texts.window import Phrase, WindowWords
from runofshow.ui.theme import Role, Theme


class Messages(Card):
    """The messages card.

    Attributes: phrases, the buttons of the ready ones; sight, who looks at what.
    Signals: asked(command); left() when the line is left or has spoken; more_asked() when phrases
    are to be changed; resized() when the card has become taller or lower.
    """

    asked = QtCore.Signal(object)
    left = QtCore.Signal()
    more_asked = QtCore.Signal()
    resized = QtCore.Signal()

    def __init__(
        self, theme: Theme, words: WindowWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.words, self._own = words, message_words(words.language)
        self.sight = SIGHT
        self._board: Board | None = None
        self._back, self._draft = 0, ""
        self._lasting: timedelta | None = None
        self._rows = 1
        self.headline = MessagesHead(theme, self)
        self.phrases: list[PhraseButton] = []
        self.line = Line(self)
        self.line.setMaxLength(LONGEST)
        self.more = self._button()
        self.time = self._button(checkable=True)
        self.flash = self._button(checkable=True, sign=Icon.FLASH)
        self.clear = self._button()
        self.blackout = self._button(checkable=True)
        self.incident = self._button(checkable=True)
        self._connect()
        self.speak(words)

    def _connect(self) -> None:
        self.line.returnPressed.connect(self._say_line)
        self.line.run.connect(self._say_line)
        self.line.left.connect(self._leave)
        self.line.turned.connect(self._turn)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(lambda _: self._head())
        self.flash.urge = self.time.urge = "live"
        self.blackout.urge = self.incident.urge = "amber"
        self.more.clicked.connect(self.more_asked)
        self.time.clicked.connect(self.next_lasting)
        self.flash.toggled.connect(self._wider)
        self.clear.clicked.connect(lambda: self.asked.emit(commands.Clear()))
        self.blackout.clicked.connect(self.toggle_blackout)
        self.incident.clicked.connect(self.toggle_incident)

    def _button(self, checkable: bool = False, sign: Icon | None = None) -> Button:
        made = Button(self.theme, self, sign)
        made.setCheckable(checkable)
        return made

    @property
    def tall(self) -> int:
        """The card's height: a head, the phrases, and the row of the line."""
        gap = self._gap()
        return self.head + (self._rows + 1) * (self.theme.metrics.button + gap) + gap + 2

    def _gap(self) -> int:
        return 6 if self.theme.metrics.small else 8

    # --- what is asked ---

    def say(self, number: int) -> None:
        """Ask to say the ready phrase of this number, from 0; there may be none."""
        phrases = self.words.phrases
        if number < len(phrases) and phrases[number].text:
            phrase = phrases[number]
            self._ask(phrase.text, phrase.flash, phrase.lasting)

    def _say_line(self) -> None:
        text = staged(self.line.text().strip())
        if text:
            self._ask(text, False, None)
            self.line.clear()
            self._back, self._draft = 0, ""
            self.left.emit()

    def _ask(self, text: str, flash: bool, lasting: timedelta | None) -> None:
        """Say it; it goes with what is on air, for to who comes next it would be a lie."""
        lasting = self._lasting or lasting
        flash = flash or self.flash.isChecked()
        self._last(None)
        if lasting is None:
            self.asked.emit(commands.Say(text=text, flash=flash, passing=True))
        else:
            self.asked.emit(commands.Say(text=text, flash=flash, passing=True, lasting=lasting))

    def _wider(self, flash: bool) -> None:
        """Give the whole screen to messages from now on, or take it back: to what stands too."""
        self._head()
        board = self._board
        stands = None if board is None else board.message
        if board is None or stands is None or stands.to != "stage" or stands.flash is flash:
            return
        say = commands.Say(text=stands.text, flash=flash, passing=stands.passing)
        if stands.until is not None:
            say = say.model_copy(update={"lasting": stands.until - board.now})
        self.asked.emit(say)

    def write_message(self) -> None:
        """Put the keyboard into the free line."""
        self.line.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def write_again(self, text: str) -> None:
        """Put a text into the line, for it to be said as it is or changed."""
        self.line.setText(handed(text, self._own))
        self.write_message()
        self.line.deselect()

    def insert_left(self) -> None:
        """Write the time left into the message: it stays true while it stands."""
        if not self.line.hasFocus():
            self.write_message()
            self.line.end(False)
        self.line.insert(self._own.left)

    def next_lasting(self) -> None:
        """Choose the next of the lengths that the coming message may stay; after the last, all."""
        self._last(after(self._lasting))

    def _last(self, lasting: timedelta | None) -> None:
        self._lasting = lasting
        self._name_time()

    def toggle_blackout(self) -> None:
        """Ask for black, or for the picture back; the button shows what is, not what is asked."""
        if self._board is not None:
            self.asked.emit(commands.Blackout(on=not self._board.blackout))
            self._check()

    def toggle_incident(self) -> None:
        """Ask the stage to say "one moment", or no longer."""
        if self._board is not None:
            self.asked.emit(commands.Incident(on=not self._board.incident))
            self._check()

    # --- what was said ---

    @property
    def said(self) -> tuple[Said, ...]:
        """What was said, the last first, each text once."""
        return once(() if self._board is None else self._board.said)

    def _turn(self, by: int) -> None:
        """Go up to what was said before, or down again to what was being written."""
        said = self.said
        wanted = min(max(0, self._back - by), len(said))
        if wanted == self._back:
            return
        if self._back == 0:
            self._draft = self.line.text()
        self._back = wanted
        again = handed(said[wanted - 1].text, self._own) if wanted else self._draft
        self.line.setText(again)

    def _leave(self) -> None:
        """Leave the line; what was only looked at again makes place for what was being written."""
        if self._back:
            self.line.setText(self._draft)
        self._back = 0
        self.left.emit()

    def _typed(self, _text: str) -> None:
        self._back = 0

    # --- what is shown ---

    def present(self, board: Board) -> None:
        """Show what the stage shows of `board`."""
        self._board = board
        self._check()
        self.clear.setEnabled(board.message is not None)
        self._head()

    def look(self, sight: Sight) -> None:
        """Judge texts by how the stage is seen."""
        if sight != self.sight:
            self.sight = sight
            self._head()

    def _check(self) -> None:
        board = self._board
        if board is None:
            return
        self.blackout.setChecked(board.blackout)
        self.incident.setChecked(board.incident)
        now = None if board.message is None else board.message.text
        for button in self.phrases:
            button.setChecked(button.says == now)

    def reading(self, text: str, flash: bool = False) -> Reading:
        """From how far `text` reads as it would be said now."""
        return reading(staged(text), flash or self.flash.isChecked(), self.sight, self._own)

    def _head(self) -> None:
        text = self.line.text().strip()
        if text:
            note, brief, warns = self.reading(text)
        else:
            far = declared(self.sight.distance, self.words.language)
            seen = self._own.seen_from.format(inches=inches(self.sight), distance=far)
            note, brief, warns = seen, "", False
        now, left = _now(self._board, self.words)
        now = handed(now, self._own)
        shown = now or self.words.nothing_said
        said = Heading(self.words.messages, shown, bool(now), left, note, brief, warns)
        self.headline.put(said)

    def speak(self, words: WindowWords) -> None:
        """Say everything in the language of `words`, and its ready phrases."""
        self.words, self._own = words, message_words(words.language)
        self._offer_phrases()
        self.line.setAccessibleName(words.actions.say_line)
        self.line.setToolTip(key_names.tip("say_line", words))
        self.more.setText("…")
        self.more.setToolTip(key_names.tip("phrases", words, self._own.more_tip))
        self.more.setAccessibleName(self._own.more_tip)
        for name, button in self._named().items():
            button.setToolTip(key_names.tip(name, words))
            button.setAccessibleName(getattr(words.actions, name))
        self._name_time()
        self._dress()
        self._check()
        self._head()
        self._place()

    def _named(self) -> dict[str, Button]:
        return {
            "flash": self.flash, "clear": self.clear, "blackout": self.blackout,
            "incident": self.incident,
        }  # fmt: skip

    def _offer_phrases(self) -> None:
        for button in self.phrases:
            button.deleteLater()
        self.phrases = []
        for number, phrase in enumerate(self.words.phrases):
            if phrase.text:
                self.phrases.append(self._phrase(number, phrase))

    def _phrase(self, number: int, phrase: Phrase) -> PhraseButton:
        """The button of a ready phrase; from how far it reads is worked out when it is told."""
        pressed = key_names.cap(f"phrase_{number + 1}", self.words)
        text = handed(phrase.text, self._own)
        named = f"{text} ({pressed})" if pressed else text

        def tip() -> str:
            read = self.reading(phrase.text, phrase.flash).text
            return self._own.phrase_tip.format(text=named, reading=read)

        button = PhraseButton(self.theme, pressed.rpartition("+")[2], phrase.text, tip, self)
        button.setText(text)
        button.setToolTip(named)
        button.setAccessibleName(named)
        button.clicked.connect(lambda: self.say(number))
        button.show()
        return button

    def _name_time(self) -> None:
        lasting = self._lasting
        self.time.setText(self._lasts(lasting))
        self.time.setChecked(lasting is not None)
        own = self._own
        said = (
            own.stays_tip if lasting is None else own.lasts_tip.format(length=self._lasts(lasting))
        )
        self.time.setToolTip(key_names.tip("message_time", self.words, said))
        self.time.setAccessibleName(said)

    def _lasts(self, lasting: timedelta | None) -> str:
        return self._own.stays if lasting is None else show_length(lasting)

    def use(self, theme: Theme) -> None:
        super().use(theme)
        self.headline.use(theme)
        hands = (self.more, self.time, self.flash, self.clear, self.blackout, self.incident)
        for button in (*self.phrases, *hands):
            button.use(theme)
        self._dress()
        self._place()

    def _dress(self) -> None:
        """Say as much as there is room for: in a small window the flash is a sign alone."""
        small = self.theme.metrics.small
        words = self.words
        self.line.setFont(self.theme.font(Role.ROW))
        key = key_names.cap("insert_left", words)
        hint = self._own.free_line_long.format(key=key) if key and not small else ""
        self.line.setPlaceholderText(hint or self._own.free_line)
        self.flash.setText("" if small else words.flash)
        self.clear.setText(words.clear)
        self.blackout.setText(words.blackout)
        self.incident.setText(words.incident)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        metrics, gap, before = self.theme.metrics, self._gap(), self.tall
        left, wide = metrics.pad - 3, self.width() - 2 * (metrics.pad - 3)
        side = self.head - 5
        self.more.setGeometry(self.width() - side - 8, 3, side + 4, side)
        self.headline.setGeometry(1, 1, self.more.x() - 2, self.head - 1)
        y = self.head + gap + 1
        rows = in_rows([button.wide() for button in self.phrases], wide)
        self._rows = max(1, len(rows))
        for row in rows:
            spread([self.phrases[index] for index in row], left, y, wide, metrics.button)
            y += metrics.button + gap
        y = self.tall - metrics.button - gap - 1
        self._place_line(left, y, wide)
        if self.tall != before:
            self.resized.emit()

    def _place_line(self, left: int, y: int, wide: int) -> None:
        tall = self.theme.metrics.button
        time = max(self.time.wide(self._lasts(lasting)) for lasting in LASTING)
        hands: list[Button] = [self.flash, self.clear, self.blackout, self.incident]
        needed = time + GAP + sum(button.wide() + GAP for button in hands)
        line = max(wide - needed, wide // 4)
        self.line.setGeometry(left, y, line, tall)
        self.time.setGeometry(left + line + GAP, y, time, tall)
        left += line + time + 2 * GAP
        spread(hands, left, y, wide - line - time - 2 * GAP, tall)


def once(said: Iterable[Said]) -> tuple[Said, ...]:
    """The last first, each text once."""
    found: dict[str, Said] = {}
    for each in reversed(tuple(said)):
        found.setdefault(each.text, each)
    return tuple(found.values())


def _now(board: Board | None, words: WindowWords) -> tuple[str, str]:
    """What is on the stage now beside the time, and for how long; empty when nothing is."""
    if board is None:
        return "", ""
    parts, left = [], ""
    if board.blackout:
        parts.append(words.blackout_on)
    if board.incident:
        parts.append(words.incident_on)
    if board.message is not None:
        parts.append(board.message.text)
        if board.message.until is not None:
            seconds = max(0, whole_left(board.message.until - board.now))
            left = words.said_for.format(time=show_countdown(seconds))
    return " · ".join(parts), left
