"""Spool: what the system's printers do, in a thread of its own: a printer may keep one waiting.

Pages are laid out before: here they are only painted. Nothing of Qt is shared with the windows.
"""

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


class Printers(QtCore.QThread):
    """Looks for the printers. Signal: found(names, the one that is usual first)."""

    found = QtCore.Signal(list)

    def run(self) -> None:
        from PySide6 import QtPrintSupport

        names = list(QtPrintSupport.QPrinterInfo.availablePrinterNames())
        usual = QtPrintSupport.QPrinterInfo.defaultPrinterName()
        self.found.emit(sorted(names, key=lambda name: (name != usual, name.casefold())))


class Spool(QtCore.QThread):
    """Prints a document. Signal: printed(whether the printer took it)."""

    printed = QtCore.Signal(bool)

    def __init__(
        self, document: Document, target: Target, parent: QtCore.QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._target = document, target

    def run(self) -> None:
        from PySide6 import QtPrintSupport

        printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.HighResolution)
        if self._target.file:
            printer.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(self._target.file)
        else:
            printer.setPrinterName(self._target.printer)
        printer.setDocName(self._document.title)
        printer.setCreator("runofshow")
        printer.setCopyCount(self._target.copies)
        printer.setFullPage(True)
        known = QtPrintSupport.QPrinterInfo.availablePrinterNames()
        taken = bool(self._target.file) or self._target.printer in known
        try:
            for _ in press.painted(self._document, printer) if taken else ():
                pass
        except Unwritable:
            taken = False
        wrong = QtPrintSupport.QPrinter.PrinterState
        self.printed.emit(taken and printer.printerState() not in (wrong.Error, wrong.Aborted))
