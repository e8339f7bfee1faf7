"""The manual, kept until it is asked for."""

from typing import TYPE_CHECKING

from runofshow.ui.operator.overlay import Overlay

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.manual_sheet import ManualSheet


class Consulting(Overlay["ManualSheet"]):
    """Keeps the manual, open at the page that was read last."""

    def make(self) -> "ManualSheet":
        from runofshow.ui.operator.manual_sheet import ManualSheet

        return ManualSheet(self.theme, self.words, self.home)
