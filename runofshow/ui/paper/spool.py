"""Spool: what the system's printers do, in a thread of its own: a printer may keep one waiting.

Pages are laid out before: here they are only painted. Nothing of Qt is shared with the windows. The
threads hold nobody up: whoever leaves the program leaves them behind.
"""

import threading
from contextlib import suppress
from typing import NamedTuple

from PySide6 import QtCore

from runofshow.core.errors import Unwritable
from runofshow.ui.paper import press
from runofshow.ui.paper.marks import Document


class Target(NamedTuple):
    """Where to print: a printer by name, or a file in its place; how many of each page."""

    printer: str
    copies: int = 1
    file: str = ""


class Beside(QtCore.QObject):
    """Something done in a thread; `done` carries what came of it to the thread of the windows."""

    done = QtCore.Signal(object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether it is still at it."""
        return self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Return when it is done, or after so long."""
        if self.busy:
            self._thread.join(seconds)

    def work(self) -> object:
        """What is done; it runs in the thread."""
        raise NotImplementedError

    def _run(self) -> None:
        found = self.work()
        with suppress(RuntimeError):  # the window has gone meanwhile, and this object with it
            self.done.emit(found)


class Printers(Beside):
    """Looks for the printers: their names, the usual one first."""

    def work(self) -> list[str]:
        from PySide6 import QtPrintSupport

        names = list(QtPrintSupport.QPrinterInfo.availablePrinterNames())
        usual = QtPrintSupport.QPrinterInfo.defaultPrinterName()
        return sorted(names, key=lambda name: (name != usual, name.casefold()))


class Spool(Beside):
    """Prints a document: whether the printer took it. Attributes: document, target."""

    def __init__(
        self, document: Document, target: Target, parent: QtCore.QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document, self.target = document, target

    def work(self) -> bool:
        from PySide6 import QtPrintSupport

        target = self.target
        if not target.file and target.printer not in Printers().work():
            return False
        printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.HighResolution)
        if target.file:
            printer.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(target.file)
        else:
            printer.setPrinterName(target.printer)
        printer.setDocName(self.document.title)
        printer.setCreator("runofshow")
        printer.setCopyCount(target.copies)
        printer.setFullPage(True)
        try:
            for _ in press.painted(self.document, printer):
                pass
        except Unwritable:
            return False
        wrong = QtPrintSupport.QPrinter.PrinterState
        return printer.printerState() not in (wrong.Error, wrong.Aborted)
