"""What the window does about the grid of workshops: the page, and what it asks."""

from typing import TYPE_CHECKING

from PySide6 import QtCore

from runofshow.ui.operator.page_keeper import PageKeeper

if TYPE_CHECKING:
    from runofshow.ui.operator.grid_page import Foresee, GridPage


class Gridding(PageKeeper["GridPage"]):
    """Keeps the page. Attribute: foresee, who knows what commands would bring about.

    Signal: asked(command).
    """

    asked = QtCore.Signal(object)
    foresee: "Foresee | None" = None

    def make(self) -> "GridPage":
        from runofshow.ui.operator.grid_page import GridPage

        page = GridPage(self.theme, self.words, self.card)
        if self.foresee is not None:
            page.foresee = self.foresee
        page.asked.connect(self.asked)
        return page

    def leave(self) -> None:
        """Leave what is being typed in it."""
        if self._made is not None:
            self._made.view.leave()
