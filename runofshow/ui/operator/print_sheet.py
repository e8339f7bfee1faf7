"""The sheet for printing, over the rundown: what, for whom, on what, and a picture of the pages.

It is no dialog: the show runs on beside it, GO's keys work, Space is still GO. While it has the
keyboard, up and down choose the edition, left and right turn the pages, Enter prints, and Escape
leaves.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.paper import Edition
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.strokes import strokes
from runofshow.ui.painting import painting
from runofshow.ui.paper.printing import Order
from runofshow.ui.paper.sizes import Paper, usual
from runofshow.ui.texts import Words
from runofshow.ui.texts.printing import printing_words
from runofshow.ui.theme import Role, Theme

Held = QtCore.Qt.KeyboardModifier
C = TypeVar("C")
PAPERS: Final = (Paper.A4, Paper.LETTER)
LANGUAGES: Final = ("fr", "en")
COPIES_MOST: Final = 99
Key: Final = QtCore.Qt.Key


class PrintSheet(QtWidgets.QWidget):
    """The choices at the left, the pages at the right.

    Attributes: edition, paper, language, speaker (None: all), printer ("": none), copies, page,
    status (how it goes).
    Signals: chosen() when other pages are wanted; turned(page); print_asked(), save_asked(),
    closed().
    """

    chosen = QtCore.Signal()
    turned = QtCore.Signal(int)
    print_asked = QtCore.Signal()
    save_asked = QtCore.Signal()
    closed = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, printing_words(words.language)
        self.edition, self.paper, self.language = Edition.REGIE, usual(), words.language
        self.speaker: str | None = None
        self.printer, self.copies = "", 1
        self.page = self.pages = 0
        self._people: tuple[str, ...] = ()
        self._printers: tuple[str, ...] | None = None
        self._picture: QtGui.QImage | None = None
        self.status, self._stuck = "", False
        self._captions: list[tuple[int, int, str]] = []
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self._make()
        self.hide()
        self.speak(words)

    def _make(self) -> None:
        """The buttons; none of them takes the keyboard."""
        theme = self.theme
        self.editions = {each: Button(theme, self, urge="live") for each in Edition}
        self.papers = {each: Button(theme, self, urge="live") for each in PAPERS}
        self.languages = {each: Button(theme, self, urge="live") for each in LANGUAGES}
        self.who, self.to = Button(theme, self), Button(theme, self)
        self.fewer, self.more = Button(theme, self), Button(theme, self)
        self.before, self.after = Button(theme, self), Button(theme, self)
        self.print_it, self.save_it = Button(theme, self), Button(theme, self)
        self.close_it = Button(theme, self)
        for edition, button in self.editions.items():
            button.clicked.connect(lambda _=False, each=edition: self.choose(edition=each))
        for paper, button in self.papers.items():
            button.clicked.connect(lambda _=False, each=paper: self.choose(paper=each))
        for language, button in self.languages.items():
            button.clicked.connect(lambda _=False, each=language: self.choose(language=each))
        for button in (*self.editions.values(), *self.papers.values(), *self.languages.values()):
            button.setCheckable(True)
        self.who.clicked.connect(self._offer_people)
        self.to.clicked.connect(self._offer_printers)
        self.fewer.clicked.connect(lambda: self._count(-1))
        self.more.clicked.connect(lambda: self._count(1))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.print_it.clicked.connect(self.print_asked)
        self.save_it.clicked.connect(self.save_asked)
        self.close_it.clicked.connect(self.closed)

    @property
    def order(self) -> Order:
        """What is chosen."""
        return Order(self.edition, self.paper, self.language, self.speaker)

    # --- values in -----------------------------------------------------------------------------

    def offer(self, people: Sequence[str]) -> None:
        """Offer the speakers of the day; one chosen who is no longer there makes place for all."""
        self._people = tuple(people)
        if self.speaker not in self._people:
            self.speaker = None
        self._name()

    def offer_printers(self, names: Sequence[str]) -> None:
        """Offer the printers, the usual one first."""
        self._printers = tuple(names)
        if self.printer not in self._printers:
            self.printer = self._printers[0] if self._printers else ""
        self._name()

    def say(self, status: str, *, stuck: bool = False) -> None:
        """Say how it goes; `stuck`: that it does not."""
        self.status, self._stuck = status, stuck
        at = self._status_at.toPoint()
        self.update(at.x(), at.y() - 18, self.left + 4, 24)

    def count(self, pages: int) -> None:
        """Say how many pages there are; the one shown stays if there is one of its number."""
        self.pages = pages
        self.page = max(0, min(self.page, pages - 1))
        self._name()

    def picture(self, image: QtGui.QImage | None) -> None:
        """Show the picture of the page."""
        self._picture = image
        self.update(self.view)

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`; the paper's own language is chosen apart."""
        self.words, self._naming = printing_words(words.language), words.window
        self._strokes = strokes(Scope.PRINT, words.window)
        self._name()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in self.findChildren(Button):
            button.use(theme)
        self._name()

    # --- choices -------------------------------------------------------------------------------

    def choose(
        self,
        edition: Edition | None = None,
        paper: Paper | None = None,
        language: str | None = None,
    ) -> None:
        """Choose an edition, a paper or a language."""
        self.edition, self.paper = edition or self.edition, paper or self.paper
        self.language = language or self.language
        self._chosen()

    def choose_speaker(self, name: str | None) -> None:
        """Choose a speaker by name, or everybody."""
        self.speaker = name
        self._chosen()

    def choose_printer(self, name: str) -> None:
        """Choose a printer by name."""
        self.printer = name
        self._name()

    def _chosen(self) -> None:
        self.page = 0
        self.say("")
        self._name()
        self.chosen.emit()

    def _count(self, by: int) -> None:
        self.copies = max(1, min(COPIES_MOST, self.copies + by))
        self._name()

    def turn(self, by: int) -> None:
        """Show the page before or after."""
        page = max(0, min(self.page + by, self.pages - 1))
        if page != self.page:
            self.page = page
            self._name()
            self.turned.emit(page)

    def _offer_people(self) -> None:
        entries = [(self._everybody(), None), *((name, name) for name in self._people)]
        self._pop(self.who, entries, self.choose_speaker)

    def _offer_printers(self) -> None:
        self._pop(self.to, [(name, name) for name in self._printers or ()], self.choose_printer)

    def _pop(
        self, below: Button, entries: Sequence[tuple[str, Any]], choose: Callable[[Any], None]
    ) -> None:
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(self.theme.font(Role.MENU))
        for label, value in entries:
            entry = menu.addAction(label.replace("&", "&&"))
            entry.triggered.connect(lambda _=False, each=value: choose(each))
        menu.popup(below.mapToGlobal(QtCore.QPoint(0, below.height())))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        editions = list(Edition)
        at = editions.index(self.edition)
        match event.key():
            case Key.Key_Up:
                self.choose(edition=editions[at - 1])
            case Key.Key_Down:
                self.choose(edition=editions[(at + 1) % len(editions)])
            case Key.Key_Left:
                self.turn(-1)
            case Key.Key_Right:
                self.turn(1)
            case _ if name := self._strokes.meaning(event):
                self._do(name)
            case Key.Key_Return if self.print_it.isEnabled():
                self.print_asked.emit()
            case Key.Key_Return:
                self.save_asked.emit()
            case Key.Key_Escape:
                self.closed.emit()
            case _:
                super().keyPressEvent(event)

    def _do(self, name: str) -> None:
        """Do what a key of the sheet's own means, by its name in the table."""
        match name:
            case "print_save":
                self.save_asked.emit()
            case "print_paper":
                self.choose(paper=_next(PAPERS, self.paper))
            case "print_language":
                self.choose(language=_next(LANGUAGES, self.language))
            case "print_more" | "print_fewer":
                self._count(1 if name == "print_more" else -1)
            case "print_person" if self.who.isEnabled():
                self._offer_people()
            case "print_printer" if self.to.isEnabled():
                self._offer_printers()

    # --- what it says --------------------------------------------------------------------------

    def _everybody(self) -> str:
        words = self.words
        return words.everybody.format(count=len(self._people)) if self._people else words.nobody

    def _name(self) -> None:
        """Say and check everything anew."""
        words = self.words
        for edition, button in self.editions.items():
            button.setText(words.editions[edition.value])
            button.setChecked(edition is self.edition)
        for paper, button in self.papers.items():
            button.setText(words.papers[paper.value])
            button.setChecked(paper is self.paper)
        for language, button in self.languages.items():
            button.setText(words.tongues[language])
            button.setChecked(language == self.language)
        self.who.setText(self.speaker or self._everybody())
        self.who.setEnabled(self.edition is Edition.SPEAKER and bool(self._people))
        none = words.looking if self._printers is None else words.no_printer
        self.to.setText(self.printer or none)
        self.to.setEnabled(bool(self._printers) and len(self._printers or ()) > 1)
        self.print_it.setEnabled(bool(self.printer) and self.pages > 0)
        self.save_it.setEnabled(self.pages > 0)
        for button, text, tip in (
            (self.fewer, "−", words.fewer_tip), (self.more, "+", words.more_tip),
            (self.before, "‹", words.before_tip), (self.after, "›", words.after_tip),
            (self.print_it, words.print_it, words.print_tip),
            (self.save_it, words.save_it, words.save_tip),
            (self.close_it, words.close_it, words.close_tip),
        ):  # fmt: skip
            button.setText(text)
            button.setToolTip(key_names.filled(tip, self._naming))
        for buttons, tip in (
            (self.editions.values(), words.edition_tip), (self.papers.values(), words.paper_tip),
            (self.languages.values(), words.tongue_tip), ((self.who,), words.who_tip),
            ((self.to,), words.to_tip),
        ):  # fmt: skip
            for button in buttons:
                button.setToolTip(key_names.filled(tip, self._naming))
        self.fewer.setEnabled(self.copies > 1)
        self.before.setEnabled(self.page > 0)
        self.after.setEnabled(self.page + 1 < self.pages)
        self._place()

    # --- places --------------------------------------------------------------------------------

    @property
    def _small(self) -> bool:
        return self.theme.metrics.small

    @property
    def left(self) -> int:
        """How wide the choices are, their margins left out: as wide as two editions ask for."""
        editions, tongues = (
            max(button.wide() for button in each.values())
            for each in (self.editions, self.languages)
        )
        foot = sum(button.wide() + 6 for button in (self.print_it, self.save_it, self.close_it))
        wide = max(2 * editions + 6, 4 * tongues + 12 + 32, min(foot, self.width() // 2))
        return max(268 if self._small else 340, wide)

    @property
    def pad(self) -> int:
        """Around everything."""
        return 16 if self._small else 28

    @property
    def view(self) -> QtCore.QRect:
        """Where the page is shown."""
        x = self.pad * 2 + self.left
        foot = self.theme.metrics.button + (18 if self._small else 26)
        top = self.pad
        return QtCore.QRect(x, top, self.width() - x - self.pad, self.height() - top - foot)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()
        self.turned.emit(self.page)

    def _place(self) -> None:
        """Everything has its place, whatever is chosen."""
        words, tall = self.words, self.theme.metrics.button
        x, wide = self.pad, self.left
        half = (wide - 6) // 2
        y = self.pad + (30 if self._small else 42)
        self._captions = []
        for number, button in enumerate(self.editions.values()):
            down, across = divmod(number, 2)
            button.setGeometry(x + across * (half + 6), y + down * (tall + 6), half, tall)
        y += -(-len(self.editions) // 2) * (tall + 6)
        self._about = QtCore.QRect(x, y, wide, 52 if self._small else 60)
        y = self._row(self._about.bottom() + 1, (words.who, 0, [self.who], wide))
        middle = (wide + 16) // 2
        y = self._row(
            y,
            (words.paper, 0, list(self.papers.values()), wide - middle),
            (words.tongue, middle, list(self.languages.values()), wide - middle),
        )
        counted = 2 * tall + 36
        y = self._row(y, (words.printer, 0, [self.to], wide - counted - 16))
        self._place_copies(x + wide - counted, self.to.y())
        self._place_foot()
        self.update()

    def _row(self, y: int, *groups: tuple[str, int, list[Button], int]) -> int:
        """Captions and the buttons below them: the caption, from where on, which, how wide in all.

        Returns where the next row begins.
        """
        tall = self.theme.metrics.button
        for caption, at, buttons, wide in groups:
            self._captions.append((self.pad + at, y, caption))
            each = (wide - 6 * (len(buttons) - 1)) // len(buttons)
            for number, button in enumerate(buttons):
                x = self.pad + at + number * (each + 6)
                button.setGeometry(x, y + self._caption_tall, each, tall)
        return y + self._caption_tall + tall + (6 if self._small else 10)

    def _place_copies(self, x: int, y: int) -> None:
        """How many copies, between fewer and more."""
        tall = self.theme.metrics.button
        self._captions.append((x, y - self._caption_tall, self.words.copies))
        self.fewer.setGeometry(x, y, tall, tall)
        self.more.setGeometry(x + tall + 36, y, tall, tall)

    @property
    def _caption_tall(self) -> int:
        return 18 if self._small else 24

    def _place_foot(self) -> None:
        """What is done, at the foot at the left; turning the pages, at the right."""
        tall, view = self.theme.metrics.button, self.view
        y = self.height() - self.pad - tall
        x = self.pad
        for button in (self.print_it, self.save_it, self.close_it):
            wide = button.wide()
            button.setGeometry(x, y, wide, tall)
            x += wide + 6
        centre = view.center().x()
        self.before.setGeometry(centre - 40 - tall, view.bottom() + 10, tall, tall)
        self.after.setGeometry(centre + 40, view.bottom() + 10, tall, tall)
        self._status_at = QtCore.QPointF(self.pad, y - (8 if self._small else 12))

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours, words = self.theme, self.theme.colours, self.words
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            title = Run(words.heading, Role.CALM, colours.text)
            top = lettering.middle(theme.font(Role.CALM), self.pad - 6, 30)
            write(painter, theme, QtCore.QPointF(self.pad, top), (title,))
            for x, y, text in self._captions:
                run = Run(text, Role.CAPTION, colours.quiet)
                baseline = y + self._caption_tall - 6
                write(painter, theme, QtCore.QPointF(x, baseline), (run,))
            self._paint_about(painter)
            self._paint_copies(painter)
            ink = colours.amber if self._stuck else colours.sec
            status = Run(self.status, Role.SPEAKER, ink)
            write(painter, theme, self._status_at, (status,), self.left)
            self._paint_page(painter)

    def _paint_about(self, painter: QtGui.QPainter) -> None:
        painter.setFont(self.theme.font(Role.SPEAKER))
        painter.setPen(self.theme.colours.sec)
        wrap = QtCore.Qt.TextFlag.TextWordWrap.value | QtCore.Qt.AlignmentFlag.AlignTop.value
        box = self._about.adjusted(0, 2, 0, 0)
        painter.drawText(box, wrap, self.words.abouts[self.edition.value])

    def _paint_copies(self, painter: QtGui.QPainter) -> None:
        theme, figure = self.theme, str(self.copies)
        font, box = theme.font(Role.ROW_TIME_BOLD), self.fewer.geometry()
        between = (box.right() + self.more.x()) / 2
        baseline = lettering.middle(font, box.y(), box.height())
        at = QtCore.QPointF(between - lettering.width_of(figure, font) / 2, baseline)
        write(painter, theme, at, (Run(figure, Role.ROW_TIME_BOLD, theme.colours.text),))

    def _paint_page(self, painter: QtGui.QPainter) -> None:
        theme, colours, view = self.theme, self.theme.colours, self.view
        painter.fillRect(view, colours.bg)
        if self._picture is not None:
            size = self._picture.size() / self._picture.devicePixelRatio()
            at = view.center() - QtCore.QPoint(size.width() // 2, size.height() // 2)
            painter.drawImage(at, self._picture)
        if self.pages:
            text = self.words.page_of.format(page=self.page + 1, pages=self.pages)
            font = theme.font(Role.CAPTION_TIME)
            wide = lettering.width_of(text, font)
            baseline = lettering.middle(font, self.before.y(), self.before.height())
            at_text = QtCore.QPointF(view.center().x() - wide / 2, baseline)
            write(painter, theme, at_text, (Run(text, Role.CAPTION_TIME, colours.sec),))


def _next(choices: tuple[C, ...], chosen: C) -> C:
    """The choice after the one chosen, in a round."""
    return choices[(choices.index(chosen) + 1) % len(choices)]
