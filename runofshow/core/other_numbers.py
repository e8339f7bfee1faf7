"""What stands around a number of a programme: whether it can be a time, or is another's.

Days, telephones and addresses on the net are taken; a number may be a part of something longer
(V9, 1,9, 24h/24), the number of a room or a page, or a quantity (38 %, 9 ans).
"""

from datetime import date
from typing import Final

from runofshow.core.clock_forms import clock_at
from runofshow.core.dates import dates_in
from runofshow.core.tokens import Pieces

_LABELS: Final = frozenset(
    (
        *("salle", "salles", "room", "rooms", "saal", "raum", "hall", "halle", "amphi", "zimmer"),
        *("page", "pages", "p", "pp", "seite", "n", "no", "nr", "num", "numero", "art", "article"),
        *("chap", "chapitre", "chapter", "kapitel", "section", "fig", "figure", "abb", "tableau"),
        *("table", "version", "v", "axe", "lot", "gate", "quai", "bus", "ligne", "line", "iso"),
        *("rfc", "norme", "python", "building", "batiment", "bat", "stand", "booth", "porte"),
        *("level", "niveau", "etage", "place", "nummer", "etape", "phase", "atelier", "workshop"),
        *("session", "groupe", "gruppe", "group", "partie", "teil", "part", "module", "modul"),
    )
)
"""A number after one of these is its number, unless an h or a colon makes it a time."""
RATIOS: Final = frozenset(("ratio", "score", "psaume", "psalm", "verset", "verse", "format"))
"""Numbers with a colon after one of these are none."""
UNITS: Final = frozenset(
    (
        *("%", "‰", "€", "$", "£", "°", "eur", "euro", "euros", "chf", "dollars", "km", "kg", "cm"),
        *("mm", "m2", "ans", "years", "jahre", "jahren", "mb", "gb", "go", "mo", "x", "×", "hz"),
        *("millions", "milliards", "million", "points", "pts"),
    )
)
"""A number before one of these is a quantity."""
_OPENERS: Final = frozenset(("(", "[", "|", ":", ";", ",", "-", "•", "·", "/", ">", "@", '"', "«"))
_SOME_DAY: Final = date(2000, 1, 1)
"""The year of a day does not matter where only its place is wanted."""


class Surroundings:
    """What stands around each piece of a line."""

    def __init__(self, pieces: Pieces, line: str) -> None:
        self._pieces, self._line = pieces, line
        self.taken = _taken(pieces, line)
        self.begun = self._beginning()
        self.found_to = -1
        """Before this piece a time or a length was found."""

    def _beginning(self) -> int:
        """The piece with which what is said begins, after bullets and days."""
        at = 0
        while at in self.taken or self._pieces[at].sort == "sign":
            at += 1
        return at

    def part_of_more(self, at: int) -> bool:
        """Whether the piece is the tail of something: V9, 1,9, n°9, Covid-19."""
        here, before = self._pieces[at], self._pieces[at - 1]
        if here.sort not in ("number", "part", "word") or here.apart or before.sort == "end":
            return False
        if before.sort in ("number", "raised", "part"):
            return True
        if before.sort == "word":
            return before.text != "t" or at - 2 not in self.taken
        if before.text in ("-", "/", ".", ",", ":"):
            return self._joined_before(at)
        return before.text in ("#", "°", "+", "=", "&", "€", "$", "£", "\\", "^", "@", "§")

    def _joined_before(self, at: int) -> bool:
        """Whether a word or a number stands close before the mark before `at`: Covid-19, 1.9."""
        before, further = self._pieces[at - 1], self._pieces[at - 2]
        if before.apart or further.sort not in ("number", "word") or at - 2 in self.taken:
            return False
        if at - 1 == self.found_to:  # 9h-12h/14h-18h
            return False
        return before.text != "/" or self._pieces[at].sort != "number" or further.sort == "number"

    def goes_on(self, to: int, timed: bool) -> bool:
        """Whether what ends before `to` is the head of something: 38 %, 24h/24, 9:15:30:22."""
        after, further = self._pieces[to], self._pieces[to + 1]
        strong = self._pieces[to - 1].sort == "word"
        if after.text in UNITS and not (strong and after.apart):
            return True
        if after.apart or after.sort == "end":
            return False
        if after.sort in ("word", "number", "raised", "part"):
            return not (after.capital and timed)
        if further.apart or further.sort not in ("number", "word"):
            return False
        if after.text == "/":  # 9h-12h/14h-18h, but 24h/24, 10 h/semaine
            follows = clock_at(self._pieces, to + 1)
            if further.sort == "word" and not further.capital:
                return follows is None
            return further.digits > 0 and (follows is None or follows.mark == "bare")
        if after.text == "." and further.sort == "word":
            return not further.capital  # 9h15.txt
        return after.text in (".", ",", ":") and further.sort == "number"

    def chained(self, to: int) -> bool:
        """Whether a third time follows a range close up: 9h-10h-11h."""
        if self._pieces[to].text != "-" or self._pieces[to].apart:
            return False
        follows = clock_at(self._pieces, to + 1)
        return follows is not None and follows.mark != "bare"

    def begins(self, at: int) -> bool:
        """Whether what begins at `at` begins the line, a bracket or a cell."""
        return at <= self.begun or self._pieces[at - 1].text in ("(", "|", "[")

    def standing(self, at: int) -> bool:
        """Whether what begins at `at` stands apart from words: at the beginning, after a mark."""
        before = self._pieces[at - 1]
        if before.text == "t" and not before.apart:
            at -= 1  # 2016-01-19T09:00
        if at <= self.begun or at == self.found_to:
            return True
        return before.text in _OPENERS or at - 1 in self.taken

    def gap(self, at: int) -> bool:
        """Whether a wide gap, or a tab, stands before the piece, as between columns."""
        between = self._line[self._pieces[at - 1].to : self._pieces[at].at]
        return len(between) > 1 or between == "\t"

    def labelled(self, at: int, words: frozenset[str] = _LABELS) -> bool:
        """Whether a word before says that a number of its own follows: salle 9.15, p. 12."""
        before = self._pieces[at - 1]
        if before.text in (".", "°"):
            before = self._pieces[at - 2]
        return before.text in words


def _taken(pieces: Pieces, line: str) -> frozenset[int]:
    """The pieces that are of days, of telephone numbers, of addresses on the net."""
    taken: set[int] = set()
    for first, to, _ in dates_in(pieces, _SOME_DAY):
        taken.update(range(first, to))
    taken |= _telephones(pieces)
    taken |= _addresses(pieces, line)
    return frozenset(taken)


def _telephones(pieces: Pieces) -> set[int]:
    """Four numbers or more in a row, nine digits or more among them: 01 45 67 89 10."""
    taken: set[int] = set()
    if sum(piece.sort == "number" for piece in pieces) < 4:
        return taken
    run: list[int] = []
    for at in range(len(pieces) + 1):
        piece = pieces[at]
        if piece.sort == "number" and piece.digits <= 4 and _is_plain(pieces, at):
            run.append(at)
        elif not (run and piece.text in (".", "-", "/", "+", "(", ")") and pieces[at + 1].digits):
            digits = sum(pieces[each].digits for each in run)
            if len(run) >= 4 and digits >= 9 and not _has_range(pieces, run):
                taken.update(run)
            run = []
    return taken


def _has_range(pieces: Pieces, run: list[int]) -> bool:
    """Whether two times with dots are among the numbers: 09.00-10.30."""
    marks = [pieces[at + 1].text if not pieces[at + 1].digits else " " for at in run[:-1]]
    return any(marks[at] == marks[at + 2] == "." != marks[at + 1] for at in range(len(marks) - 2))


def _is_plain(pieces: Pieces, at: int) -> bool:
    """Whether nothing makes the number a time: no h, no colon close to it."""
    after, before = pieces[at + 1], pieces[at - 1]
    timed = after.text in (":", "h", "am", "pm", "uhr", "min", "mn") or before.text in (":", "h")
    return not timed


def _addresses(pieces: Pieces, line: str) -> set[int]:
    """The pieces of words that are addresses: https://…?t=9h15, name@host, www.…"""
    taken: set[int] = set()
    low = line.lower()
    if "://" not in low and "www." not in low and "@" not in low:
        return taken
    word: list[int] = []
    for at in range(len(pieces) + 1):
        if word and (at == len(pieces) or pieces[at].apart):
            said = low[pieces[word[0]].at : pieces[word[-1]].to]
            if "://" in said or said.startswith("www.") or "@" in said[1:-1]:
                taken.update(word)
            word = []
        word.append(at)
    return taken
