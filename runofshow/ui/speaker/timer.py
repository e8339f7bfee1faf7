"""The big timer: the time left as large as the screen allows. What the stage shows by itself."""

from runofshow.ui.speaker.face import Face, face
from runofshow.ui.speaker.landscape import landscape
from runofshow.ui.speaker.sheet import Sheet

see = face


def draw(sheet: Sheet, face: Face) -> None:
    """Lay out every scene."""
    if sheet.rect.width() < sheet.rect.height():
        from runofshow.ui.speaker.portrait import portrait  # few stages stand on their side

        portrait(sheet, face)
    else:
        landscape(sheet, face)
