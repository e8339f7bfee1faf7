"""The big timer: the time left as large as the screen allows. What the stage shows by itself."""

from runofshow.core.board import Board
from runofshow.ui.speaker.face import Face, face
from runofshow.ui.speaker.landscape import landscape
from runofshow.ui.speaker.saying import STRIP
from runofshow.ui.speaker.sheet import Sheet
from runofshow.ui.texts.stage import StageWords


def see(board: Board, words: StageWords, without: frozenset[str]) -> Face:
    """What the stage shows, but for the parts that are left out."""
    return leave_out(face(board, words), without)


def leave_out(shown: Face, without: frozenset[str]) -> Face:
    """The same face without those parts; what a wait is about stays, whatever it is called."""
    if "clock" in without and shown.scene != "after":
        shown = shown._replace(clock="")
    if "bar" in without:
        shown = shown._replace(bar=None)
    if "share" in without:
        shown = shown._replace(floor=None)
    if "next" in without:
        shown = shown._replace(next_tag="", next_title="", next_speakers=())
    if "end" in without and shown.scene in ("running", "held"):
        shown = shown._replace(tag="", ends="", then="")
    if "title" in without and shown.scene in ("running", "held", "before", "on_break"):
        shown = shown._replace(title="", detail="", speakers=())
    return shown


def draw(sheet: Sheet, face: Face) -> None:
    """Lay out every scene."""
    shape = sheet.rect.width() / sheet.rect.height()
    if shape < 1:
        from runofshow.ui.speaker.portrait import portrait  # few stages stand on their side

        portrait(sheet, face)
    elif shape >= STRIP:
        from runofshow.ui.speaker.strip import strip  # and few are LED walls

        strip(sheet, face)
    else:
        landscape(sheet, face)
