"""Printing: an edition of a show, laid out; as a PDF it needs neither window nor screen."""

import os
from datetime import datetime
from typing import NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.core.errors import Unwritable
from runofshow.core.paper import Edition, Sheet, sheet
from runofshow.core.show import Show
from runofshow.ui import fonts
from runofshow.ui.paper import door, pocket, press, regie, speaker
from runofshow.ui.paper.marks import Document
from runofshow.ui.paper.sizes import Paper


class Order(NamedTuple):
    """What is to be printed, in which language, on what; `speaker` by name, else all of them."""

    edition: Edition
    paper: Paper
    language: str
    speaker: str | None = None


def laid_out(said: Sheet, order: Order) -> Document:
    """The pages of an edition."""
    match order.edition:
        case Edition.REGIE:
            return regie.made(said, order.language, order.paper)
        case Edition.POCKET:
            return pocket.made(said, order.language, order.paper)
        case Edition.SPEAKER:
            return speaker.made(said, order.language, order.paper, order.speaker)
        case Edition.DOOR:
            return door.made(said, order.language, order.paper)


def pdf(show: Show, now: datetime, order: Order) -> bytes:
    """An edition of a show as a PDF; Qt is made ready if it is not.

    Raises Unwritable when a speaker is named whom nobody in the plan is called.
    """
    alone()
    said = sheet(show, now)
    check_speaker(said, order)
    return press.pdf(laid_out(said, order))


def check_speaker(said: Sheet, order: Order) -> None:
    """Raises Unwritable, naming who there is, when nobody of that name speaks."""
    from runofshow.core.editions import people, roadmaps

    if order.edition is Edition.SPEAKER and not roadmaps(said, order.speaker):
        names = ", ".join(people(said)[:12])
        if order.speaker is None or not names:
            raise Unwritable("nobody_speaks")
        raise Unwritable("not_speaking", who=order.speaker, known=names)


def alone() -> None:
    """Make Qt ready to lay out and to paint on paper, where no program with windows has."""
    if QtCore.QCoreApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _Kept.application = QtGui.QGuiApplication(["runofshow"])
    if not _Kept.fonts and fonts.WORDS not in QtGui.QFontDatabase.families():
        fonts.load()
    _Kept.fonts = True


class _Kept:
    """What must stay while pages are made."""

    application: QtGui.QGuiApplication | None = None
    fonts = False
