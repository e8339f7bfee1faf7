"""Spool: what the system's printers do, in a thread of its own: a printer may keep one waiting.

Pages are laid out before: here they are only painted. Nothing of Qt is shared with the windows.
"""

from typing import NamedTuple

from PySide6 import QtCore

from runofshow.core.errors import Unwritable
from runofshow.ui.beside import Beside
from runofshow.ui.paper import press
from runofshow.ui.paper.marks import Document


class Target(NamedTuple):
    """Where to print: a printer by name, or a file in its place; how many of each page."""

    printer: str
    copies: int = 1
    file: str = ""


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
