"""What is being typed on a terminal whose screen is drawn anew all the time.

The terminal's own echo would be drawn over; so it is told to echo nothing and to hand over each
key, and the line is kept here, to be drawn with the rest.
"""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

LONGEST: Final = 2000
"""How many letters a line takes."""


class Prompt:
    """One line being typed. Attribute: text, what is on it."""

    def __init__(self) -> None:
        self.text = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._escape = ""

    def take(self, data: bytes) -> list[str]:
        """The lines that the keys in `data` complete; the rest stays on the line."""
        lines = []
        for letter in self._decoder.decode(data):
            if self._escaped(letter):
                continue
            match letter:
                case "\r" | "\n":
                    lines.append(self.text)
                    self.text = ""
                case "\x7f" | "\b":
                    self.text = self.text[:-1]
                case "\x15":  # Ctrl+U
                    self.text = ""
                case "\x17":  # Ctrl+W
                    self.text = self.text.rstrip().rpartition(" ")[0]
                case _ if letter.isprintable() and len(self.text) < LONGEST:
                    self.text += letter
        return lines

    def _escaped(self, letter: str) -> bool:
        """Whether a letter is of an escape sequence (an arrow, a function key), which is let go."""
        if letter == "\x1b":
            self._escape = letter
        elif not self._escape:
            return False
        elif self._escape == "\x1b" and letter in "[O":
            self._escape += letter
        elif len(self._escape) == 1 or "\x40" <= letter <= "\x7e":
            self._escape = ""
        return True


@contextmanager
def unechoed(descriptor: int) -> Iterator[bool]:
    """The terminal hands over each key and echoes none; as before afterwards. False: it cannot."""
    try:
        import termios
    except ImportError:  # Windows
        yield False
        return
    former = termios.tcgetattr(descriptor)
    ours = [*former]
    ours[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(descriptor, termios.TCSADRAIN, ours)
    try:
        yield True
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, former)
