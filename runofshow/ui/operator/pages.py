"""The pages of the large card beside the rundown: people, what is ready, the report, the log.

- A page is made when first opened: the first painting has no need of it. Those that show boards
  are kept by whoever offers them; here they are only laid.
- Reports come from whoever knows the show: while a page is open one is asked for whenever something
  was done, and every few seconds, for a day that runs goes on being late or early.
- When nothing is left to run the report opens by itself, unless somebody types in the rundown; when
  that is taken back, the rundown is there again.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board, State
from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.page_keeper import PageKeeper
from runofshow.ui.operator.tabs import RundownCard
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:
    from runofshow.core.report import Report
    from runofshow.ui.operator.report_page import LogPage, Page, ReportPage

PageName = Literal["rundown", "people", "ready", "report", "log", "grid"]
NAMES: Final[tuple[PageName, ...]] = ("rundown", "people", "ready", "report", "log", "grid")
_REPORTED: Final = ("report", "log")
"""The pages that show a report."""
_BY_GESTURE: Final[dict[Gesture, PageName]] = {
    Gesture.PAGE_RUNDOWN: "rundown",
    Gesture.PAGE_PEOPLE: "people",
    Gesture.PAGE_READY: "ready",
    Gesture.PAGE_REPORT: "report",
    Gesture.PAGE_LOG: "log",
    Gesture.PAGE_GRID: "grid",
}
AGAIN: Final = 5
"""Seconds after which a report is asked for again while a page is open."""


class Pages(QtCore.QObject):
    """Keeps the pages and lays the one that is asked for into the card.

    Attributes: name, which page is open; report_page and log_page, made now if need be.
    Signals: wanted() when a report is; export_asked(Path, client) when one is to be written;
    opened() when a page is, the one that was open too.
    """

    wanted = QtCore.Signal()
    opened = QtCore.Signal()
    export_asked = QtCore.Signal(object, bool)

    def __init__(self, theme: Theme, words: Words, card: RundownCard) -> None:
        super().__init__(card)
        self.name: PageName = "rundown"
        self._theme, self._words, self._card = theme, words, card
        self._made_report: ReportPage | None = None
        self._made_log: LogPage | None = None
        self._offered: dict[PageName, PageKeeper[Any]] = {}
        self._state: State = "before"
        self._now: tuple[int, int] | None = None
        self._asked: tuple[int, int] | None = None
        self._opening = self._by_itself = False
        card.chosen.connect(lambda index: self.open(NAMES[index]))

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Ask for a new report when the one that stands may no longer be true."""
        before, self._state = self._state, board.state
        self._now = (board.rev, int(board.now.timestamp()) // AGAIN)
        if board.state == "after" and before != "after" and self._may_open():
            self._opening = True
            self._ask()
        elif board.state != "after" and before == "after" and self._by_itself:
            self.open("rundown")
        elif self.name in _REPORTED and self._now != self._asked:
            self._ask()

    def bring(self, report: "Report") -> None:
        """Show `report` on the page that is open."""
        if self._opening:
            self._opening = False
            self._lay("report")
            self._by_itself = True
        if self.name == "report":
            self.report_page.present(report)
        elif self.name == "log":
            self.log_page.present(report)

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        for page in self._made():
            page.speak(words.window)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        for page in self._made():
            page.use(theme)

    def offer(self, name: PageName, kept: PageKeeper[Any]) -> None:
        """Lay the page of `kept` where the one of that name is asked for."""
        self._offered[name] = kept

    # --- what is asked -------------------------------------------------------------------------

    def act(self, gesture: Gesture) -> None:
        """Open the page that a key stands for, or ask where to write the report."""
        name = _BY_GESTURE.get(gesture)
        if name is None:
            self.export()
        else:
            self.open(name)

    def open(self, name: PageName) -> None:
        """Open the page of that name."""
        self._opening = self._by_itself = False
        self._lay(name)
        self.opened.emit()
        if name in _REPORTED:
            self._ask()

    def export(self) -> None:
        """Ask where to write the report, in the version that stands; it blocks nothing."""
        from runofshow.ui.operator.file_asking import saving
        from runofshow.ui.texts.report import report_words

        page = self._made_report
        said, client = report_words(self._words.language), page is not None and page.client
        kinds = [said.pdf_files, said.xlsx_files, said.csv_files, said.json_files]
        dialog = saving(self._card.window(), said.export_title, kinds)
        if page is not None and page.report is not None:
            name = said.client_file_name if client else said.file_name
            dialog.selectFile(name.format(date=page.report.date.isoformat()))
        dialog.fileSelected.connect(lambda path: self.export_asked.emit(Path(path), client))
        dialog.show()

    # --- inside --------------------------------------------------------------------------------

    def _ask(self) -> None:
        self._asked = self._now
        self.wanted.emit()

    def _may_open(self) -> bool:
        typing = QtWidgets.QApplication.focusWidget()
        in_rundown = typing is not None and self._card.rundown.isAncestorOf(typing)
        return self.name == "rundown" and not (
            in_rundown and isinstance(typing, QtWidgets.QLineEdit)
        )

    def _lay(self, name: PageName) -> None:
        self.name = name
        self._card.open(NAMES.index(name), self._page(name))

    def _made(self) -> "list[Page]":
        return [page for page in (self._made_report, self._made_log) if page is not None]

    def _page(self, name: PageName) -> QtWidgets.QWidget:
        """The page of that name, made now if need be."""
        match name:
            case "report":
                return self.report_page
            case "log":
                return self.log_page
            case "rundown":
                return self._card.rundown
            case _:
                page: QtWidgets.QWidget = self._offered[name].page
                return page

    @property
    def report_page(self) -> "ReportPage":
        """The page of the report."""
        if self._made_report is None:
            from runofshow.ui.operator.report_page import ReportPage

            page = self._made_report = ReportPage(self._theme, self._words.window, self._card)
            page.export_asked.connect(self.export)
        return self._made_report

    @property
    def log_page(self) -> "LogPage":
        """The page of the log."""
        if self._made_log is None:
            from runofshow.ui.operator.report_page import LogPage

            self._made_log = LogPage(self._theme, self._words.window, self._card)
        return self._made_log
