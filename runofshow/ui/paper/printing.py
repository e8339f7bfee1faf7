"""Printing: an edition of a show, laid out; as a PDF it needs neither window nor screen."""

from datetime import datetime
from typing import Final, NamedTuple

from runofshow.core.editions import people, roadmaps
from runofshow.core.errors import Unwritable
from runofshow.core.paper import Edition, Sheet, sheet
from runofshow.core.show import Show
from runofshow.ui.paper import door, pocket, press, regie, speaker, wall
from runofshow.ui.paper.marks import Document
from runofshow.ui.paper.ready import ready
from runofshow.ui.paper.sizes import Paper
from runofshow.ui.paper.steps import Steps, finished
from runofshow.ui.texts.paper import paper_words

NAMED: Final = 12
"""How many names a sentence lists."""
NAME_MOST: Final = 80
"""How many letters the name of a file has, its ending left out."""


class Order(NamedTuple):
    """What is to be printed, in which language, on what; `speaker` by name, else all of them."""

    edition: Edition
    paper: Paper
    language: str
    speaker: str | None = None


def laying_out(said: Sheet, order: Order) -> Steps[Document]:
    """The pages of an edition, a little at a time.

    Raises Unwritable when a speaker's sheet is asked for and nobody of that name speaks, or when
    the paper is too small.
    """
    if order.paper is Paper.A6 and order.edition is not Edition.POCKET:
        raise Unwritable("too_small")
    yield
    return (yield from _laying_out(said, order))


def _laying_out(said: Sheet, order: Order) -> Steps[Document]:
    match order.edition:
        case Edition.REGIE:
            return regie.made(said, order.language, order.paper)
        case Edition.POCKET:
            return pocket.made(said, order.language, order.paper)
        case Edition.DOOR:
            return door.made(said, order.language, order.paper)
        case Edition.WALL:
            return wall.made(said, order.language, order.paper)
        case Edition.SPEAKER:
            _look_for(said, order.speaker)
            return speaker.made(said, order.language, order.paper, order.speaker)


def _look_for(said: Sheet, name: str | None) -> None:
    names = people(said)
    if not names:
        raise Unwritable("nobody_speaks")
    if name is not None and not roadmaps(said, name):
        raise Unwritable("not_speaking", who=name, known=", ".join(names[:NAMED]))


def pdf(show: Show, now: datetime, order: Order) -> bytes:
    """An edition of a show as a PDF, printed at `now` (aware UTC); raises Unwritable."""
    ready()
    return press.pdf(finished(laying_out(sheet(show, now), order)))


def file_name(said: Sheet, order: Order) -> str:
    """What the file is called unless told otherwise: no sign that a disk might refuse."""
    words = paper_words(order.language)
    parts = (words.files[order.edition.value], said.date.isoformat(), order.speaker or said.title)
    text = " ".join(parts)
    plain = "".join(mark if mark.isalnum() or mark in " -’'" else " " for mark in text)
    return " ".join(plain.split())[:NAME_MOST].strip() + ".pdf"
