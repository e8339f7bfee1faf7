"""The two pages beside the rundown: the report with its two versions, and the log."""

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.report import Report
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.report_rows import log_rows, log_title, report_rows, report_title
from runofshow.ui.operator.report_sheet import BAR, PageTitle, Sheet
from runofshow.ui.texts.report import report_words
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Theme


class Page(QtWidgets.QWidget):
    """A page that shows a report on a sheet. Attributes: theme, words, report, title, sheet."""

    def __init__(
        self, theme: Theme, words: WindowWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.report: Report | None = None
        self.title = PageTitle(theme, self)
        self.sheet = Sheet(theme, self)
        self.setFocusProxy(self.sheet)

    def present(self, report: Report) -> None:
        """Show `report`."""
        self.report = report
        self.show_rows()

    def speak(self, words: WindowWords) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        self.show_rows()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.title.use(theme)
        self.sheet.use(theme)
        self._place()

    def show_rows(self) -> None:
        """Put what there is to show on the sheet."""
        raise NotImplementedError

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        tall = self.title.tall
        self.title.setGeometry(0, 0, self.title_room(), tall)
        self.sheet.setGeometry(0, tall, self.width(), self.height() - tall)

    def title_room(self) -> int:
        """How wide the title may be."""
        return self.width()


class LogPage(Page):
    """What was done, the latest first."""

    def show_rows(self) -> None:
        if self.report is not None:
            words = report_words(self.words.language)
            self.title.put(log_title(self.report, words))
            self.sheet.put(log_rows(self.report, words))


class ReportPage(Page):
    """The report; `client` says which version stands. Signal: export_asked(client)."""

    export_asked = QtCore.Signal(bool)

    def __init__(
        self, theme: Theme, words: WindowWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(theme, words, parent)
        self.client = False
        self.internal = Button(theme, self, urge="live")
        self.for_client = Button(theme, self, urge="live")
        self.export = Button(theme, self)
        for button in (self.internal, self.for_client):
            button.setCheckable(True)
        self.internal.clicked.connect(lambda: self.show_version(client=False))
        self.for_client.clicked.connect(lambda: self.show_version(client=True))
        self.export.clicked.connect(lambda: self.export_asked.emit(self.client))
        self.speak(words)

    def show_version(self, *, client: bool) -> None:
        """Show the client's version, or the internal one."""
        self.client = client
        self._check()
        self.show_rows()

    def _check(self) -> None:
        self.internal.setChecked(not self.client)
        self.for_client.setChecked(self.client)

    def show_rows(self) -> None:
        if self.report is not None:
            words = report_words(self.words.language)
            self.title.put(report_title(self.report, words, client=self.client))
            self.sheet.put(report_rows(self.report, words, client=self.client))

    def speak(self, words: WindowWords) -> None:
        super().speak(words)
        said = report_words(words.language)
        for button, text, tip in (
            (self.internal, said.internal, said.internal_tip),
            (self.for_client, said.client, said.client_tip),
            (self.export, said.export, key_names.tip("export", words)),
        ):
            button.setText(text)
            button.setToolTip(tip)
        self._check()
        self._place()

    def use(self, theme: Theme) -> None:
        for button in (self.internal, self.for_client, self.export):
            button.use(theme)
        super().use(theme)

    def title_room(self) -> int:
        return self.internal.x() - 8

    def _place(self) -> None:
        """The buttons stand at the right of the title."""
        small, tall = self.theme.metrics.small, self.theme.metrics.button - 3
        gap = 6 if small else 8
        x, top = self.width() - BAR - (14 if small else 24), (self.title.tall - tall) // 2
        for button, before in ((self.export, 2 * gap), (self.for_client, gap), (self.internal, 0)):
            wide = button.wide()
            x -= wide
            button.setGeometry(x, top, wide, tall)
            x -= before
        super()._place()
