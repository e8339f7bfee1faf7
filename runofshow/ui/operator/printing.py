"""Printing from the régie's window: pages are laid out beside the beat, sent or saved.

- The sheet is made when it is first asked for, and with it what knows of paper and printers.
- What is printed is the day at the moment of printing: it is asked for anew.
- Laying out takes slices of a few milliseconds; a printer is waited for in a thread.
"""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.core.plurals import counted
from runofshow.ui.operator.file_asking import saving
from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from PySide6 import QtGui

    from runofshow.core.errors import Trouble
    from runofshow.core.paper import Sheet
    from runofshow.ui.operator.print_sheet import PrintSheet
    from runofshow.ui.paper.job import Job
    from runofshow.ui.paper.marks import Document
    from runofshow.ui.paper.spool import Printers, Spool

Aim = Literal["show", "print", "save"]
DOTS_MOST: Final = 200
"""Dots to an inch of the picture of a page, at most."""
FINISH: Final = 3.0
"""Seconds that leaving the program waits for a printer."""


class Printing(Overlay["PrintSheet"]):
    """Keeps the sheet for printing. Attributes: layout, pictures and writing (jobs).

    Signals: wanted() when a rundown as it is printed is; pdf_made(Path, bytes).
    """

    wanted = QtCore.Signal()
    pdf_made = QtCore.Signal(object, object)

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, home)
        self._said: Sheet | None = None
        self._document: Document | None = None
        self._of: tuple[str, date, int] | None = None
        self._aim: Aim = "show"
        self._file: Path | None = None
        self._looking: Printers | None = None
        self._spool: Spool | None = None

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Ask for the pages anew when something was done while they are looked at."""
        before, self._of = self._of, (board.title, board.date, board.rev)
        if self.open and before != self._of and self._aim == "show":
            self.wanted.emit()

    def bring(self, said: "Sheet") -> None:
        """Lay out what was asked for."""
        from runofshow.core.editions import awaited

        self._said = said
        self.sheet.offer(awaited(said))
        self._lay_out()

    # --- the sheet -----------------------------------------------------------------------------

    def lay(self) -> None:
        """Open the sheet and ask for the day as it is printed."""
        self.sheet.say("")
        super().lay()
        self._aim = "show"
        self._look_for_printers()
        self.wanted.emit()

    def give_up(self) -> None:
        """Lay out and paint no further; what is being sent goes on."""
        self.layout.stop()
        self.pictures.stop()
        self._document = None

    def make(self) -> "PrintSheet":
        from runofshow.ui.operator.print_sheet import PrintSheet

        sheet = PrintSheet(self.theme, self.words, self.home)
        sheet.chosen.connect(self._chosen)
        sheet.turned.connect(lambda _: self._show_page())
        sheet.print_asked.connect(self._print)
        sheet.save_asked.connect(self._ask_where)
        return sheet

    @cached_property
    def layout(self) -> "Job":
        """What lays out."""
        from runofshow.ui.paper.job import Job

        job = Job(self)
        job.failed.connect(self._failed)
        return job

    @cached_property
    def pictures(self) -> "Job":
        """What paints the page that is looked at."""
        from runofshow.ui.paper.job import Job

        return Job(self)

    @cached_property
    def writing(self) -> "Job":
        """What makes PDFs: neither another choice nor leaving the sheet stops it."""
        from runofshow.ui.paper.job import Job

        return Job(self)

    # --- pages ---------------------------------------------------------------------------------

    def _chosen(self) -> None:
        self._aim = "show"
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay out what is chosen, in slices; what stands stays until then."""
        from runofshow.ui.paper.printing import laying_out

        if self._said is not None:
            if self._document is None:
                self.sheet.say(self.sheet.words.laying)
            self.layout.start(laying_out(self._said, self.sheet.order), self._laid_out)

    def _laid_out(self, document: "Document") -> None:
        self._document = document
        self.sheet.count(len(document.surfaces))
        aim, self._aim = self._aim, "show"
        match aim:
            case "show":
                self.sheet.say("")
                self._show_page()
            case "print":
                self._send(document)
            case "save":
                self._make_pdf(document)

    def _failed(self, trouble: "Trouble") -> None:
        self._document, self._aim = None, "show"
        self.sheet.count(0)
        self.sheet.picture(None)
        self.sheet.say(trouble.text(self.sheet.words.language), stuck=True)

    def _show_page(self) -> None:
        """Paint the page that is looked at, as large as there is room."""
        if self._document is None or not self.open or self.layout.busy:
            return
        from runofshow.ui.paper import press

        sheet, ratio = self.sheet, self.sheet.devicePixelRatioF()
        surface, room = self._document.surfaces[sheet.page], sheet.view.adjusted(12, 12, -12, -12)
        fits = min(room.width() / surface.width, room.height() / surface.height) * 72
        work = press.picture(surface, max(18.0, min(fits * ratio, DOTS_MOST)))
        self.pictures.start(work, lambda image: self._pictured(image, ratio))

    def _pictured(self, image: "QtGui.QImage", ratio: float) -> None:
        image.setDevicePixelRatio(ratio)
        self.sheet.picture(image)

    # --- to the printer ------------------------------------------------------------------------

    def _look_for_printers(self) -> None:
        from runofshow.ui.paper.spool import Printers

        if self._looking is not None and self._looking.busy:
            return
        self._looking = Printers(self)
        self._looking.done.connect(self.sheet.offer_printers)
        self._looking.start()

    def _print(self) -> None:
        self._aim = "print"
        self.wanted.emit()

    def _send(self, document: "Document") -> None:
        """Let a thread give the pages to the printer."""
        from runofshow.ui.paper.spool import Spool, Target

        sheet = self.sheet
        self._show_page()
        if self._spool is not None and self._spool.busy:
            return
        target = Target(sheet.printer, sheet.copies)
        sheet.say(sheet.words.sending.format(printer=target.printer))
        spool = self._spool = Spool(document, target, self)
        spool.done.connect(self._sent)  # a method of ours: it is called in our thread
        spool.start()

    def _sent(self, taken: object) -> None:
        words, spool = self.sheet.words, self._spool
        assert spool is not None
        form = words.sent if taken else words.not_sent
        facts = {"printer": spool.target.printer, "pages": len(spool.document.surfaces)}
        self.sheet.say(counted(form, words.language, facts), stuck=not taken)

    # --- to a file -----------------------------------------------------------------------------

    def _ask_where(self) -> None:
        """Ask for the file; nothing is blocked."""
        words, sheet = self.sheet.words, self.sheet
        dialog = saving(self.home.window(), words.save_title, [words.pdf_files])
        if self._said is not None:
            from runofshow.ui.paper.printing import file_name

            dialog.selectFile(file_name(self._said, sheet.order))
        dialog.fileSelected.connect(lambda path: self._save(Path(path)))
        dialog.show()

    def _save(self, path: Path) -> None:
        self._aim, self._file = "save", path
        self.wanted.emit()

    def _make_pdf(self, document: "Document") -> None:
        from runofshow.ui.paper.press import Pdf

        pdf, path = Pdf(document), self._file
        self._show_page()
        self.sheet.say(self.sheet.words.making)
        self.writing.start(pdf.steps(), lambda _: self._pdf(path, pdf.data))

    def _pdf(self, path: Path | None, data: bytes) -> None:
        self.sheet.say("")
        self.pdf_made.emit(path, data)

    def finish(self) -> None:
        """Wait for what a printer is being given: the program is left."""
        for thread in (self._looking, self._spool):
            if thread is not None:
                thread.wait(FINISH)
