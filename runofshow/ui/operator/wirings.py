"""The sheet of what is wired to the show, kept until it is asked for."""

from typing import TYPE_CHECKING

from PySide6 import QtCore

from runofshow.ui.operator.overlay import Overlay

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.wire_rows import Stands
    from runofshow.ui.operator.wires_sheet import WiresSheet


class Wirings(Overlay["WiresSheet"]):
    """Keeps the sheet. Signals: asked(WireWish), wanted() when `put` is to be called."""

    asked = QtCore.Signal(object)
    wanted = QtCore.Signal()

    def make(self) -> "WiresSheet":
        from runofshow.ui.operator.wires_sheet import WiresSheet

        sheet = WiresSheet(self.theme, self.words, self.home)
        sheet.asked.connect(self.asked)
        return sheet

    def lay(self) -> None:
        if not self.open:
            self.sheet.begin()
            self.sheet.show()
            self.wanted.emit()
        super().lay()

    def put(self, stands: "Stands") -> None:
        """Everything stands so."""
        if self.open:
            self.sheet.put(stands)

    def refuse(self, why: str) -> None:
        """What was asked is not done."""
        if self.open:
            self.sheet.refuse(why)
