"""What the window does about « Prêt ? »: the page, and where its lines lead."""

from typing import TYPE_CHECKING

from PySide6 import QtCore

from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.page_keeper import PageKeeper

if TYPE_CHECKING:
    from runofshow.ui.operator.readiness import Leads, Machine
    from runofshow.ui.operator.ready_page import ReadyPage


class Checking(PageKeeper["ReadyPage"]):
    """Keeps the page.

    Signals: looked() when it is to be told of the machine (`know`); asked(command),
    wondered(Question), revealed(a slot's id) and acted(Gesture) where a line leads.
    """

    looked = QtCore.Signal()
    asked = QtCore.Signal(object)
    wondered = QtCore.Signal(object)
    revealed = QtCore.Signal(str)
    acted = QtCore.Signal(object)

    def make(self) -> "ReadyPage":
        from runofshow.ui.operator.ready_page import ReadyPage

        page = ReadyPage(self.theme, self.words, self.card)
        page.led.connect(self._lead)
        page.acted.connect(self.acted)
        page.looked.connect(self.looked)
        return page

    def know(self, machine: "Machine") -> None:
        """Show how the machine stands."""
        if self._made is not None:
            self._made.know(machine)

    # --- where lines lead ----------------------------------------------------------------------

    def _lead(self, leads: "Leads") -> None:
        if leads.command is not None:
            self.asked.emit(leads.command)
        elif leads.question is not None:
            self.wondered.emit(leads.question)
        elif leads.slot is not None:
            self.revealed.emit(leads.slot)
        elif leads.does is not None:
            self.acted.emit(_DOES[leads.does])


_DOES = {
    "stage": Gesture.STAGE_SCREEN,
    "identify": Gesture.IDENTIFY,
    "outputs": Gesture.OUTPUTS,
    "people": Gesture.PAGE_PEOPLE,
    "calls": Gesture.CALL_BEFORE,
}
"""What the window does where a line leads to a part of it."""
