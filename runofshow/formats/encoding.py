"""Bytes to text when nobody says how they were written.

- A byte order mark says it, UTF-16 without one shows by its zeros, and UTF-8 by being valid.
- What remains is one byte a letter: Windows, old Macintosh, DOS, ISO 8859-15. Each is tried, and
  the one whose letters stand where letters stand, and whose quotes open and close, is taken.
- A guess is told, with a word to judge it by.
"""

import codecs
import re
from typing import Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.formats.draft import Asked, Doubt
from runofshow.formats.source import Place


class Decoded(NamedTuple):
    """A text, the name of its encoding as Python says it, and the doubt there is about it."""

    text: str
    encoding: str
    doubt: Doubt | None = None


def decoded(data: bytes, asked: Asked) -> Decoded:
    """The text of `data` in the encoding asked for, else in the one it shows.

    Line ends become "\\n", the byte order mark goes. Raises Unreadable for an encoding that nobody
    knows.
    """
    if asked.encoding is not None:
        return _told(data, asked.encoding)
    return _by_mark(data) or _by_zeros(data) or _by_utf8(data) or _by_letters(data)


ENCODINGS: Final = ("utf-8", "cp1252", "mac_roman", "iso8859-15", "cp850", "utf-16")
"""What a person may choose from when the guess is wrong."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOST: Final = "\ufffd"


def _told(data: bytes, name: str) -> Decoded:
    try:
        known = codecs.lookup(name).name
        text = data.decode(known, "replace")
    except LookupError:
        raise Unreadable("encoding_unknown", name=name[:40]) from None
    return _with_losses(_plain(text), known)


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _with_losses(text: str, name: str) -> Decoded:
    if _LOST not in text:
        return Decoded(text, name)
    said = Sentence.of("letters_lost", count=text.count(_LOST), encoding=_SPOKEN.get(name, name))
    return Decoded(
        text, name, Doubt(_place(text, text.index(_LOST)), "encoding", "repaired", name, said)
    )


def _place(text: str, at: int) -> Place:
    return Place(line=text.count("\n", 0, at) + 1)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with_losses(_plain(data[len(mark) :].decode(name, "replace")), name)
    return None


_SAMPLE: Final = 4096


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: in European texts every other byte is nought."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2 or not sample.count(0):
        return None
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if sample[first::2].count(0) > 0.6 * pairs > 20 * sample[1 - first :: 2].count(0):
            return _with_losses(_plain(data.decode(name, "replace")), name)
    return None


_SEQUENCE: Final = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH: Final = re.compile(rb"[\x80-\xff]")


def _by_utf8(data: bytes) -> Decoded | None:
    """UTF-8, also when a few letters of it are broken: two files glued together."""
    try:
        return Decoded(_plain(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        broken = len(_HIGH.findall(_SEQUENCE.sub(b"", data)))
    if broken * 4 > len(_SEQUENCE.findall(data)):
        return None
    return _with_losses(_plain(data.decode("utf-8", "replace")), "utf-8")


_SPOKEN: Final = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "mac-roman": "Mac Roman",
    "iso8859-15": "ISO 8859-15",
    "cp850": "DOS 850",
}
_CANDIDATES: Final = (("cp1252", 0), ("mac_roman", 2), ("iso8859-15", 3), ("cp850", 4))
"""How each is called, and the points it starts behind: the rarer, the more it has to show."""


def _by_letters(data: bytes) -> Decoded:
    texts = [
        (_likeness(text) - behind, -number, text, name)
        for number, (name, behind) in enumerate(_CANDIDATES)
        for text in (_plain(data[: 64 * _SAMPLE].decode(name, "replace")),)
    ]
    _, _, _, name = max(texts)
    text = _plain(data.decode(name, "replace"))
    at = next((at for at, letter in enumerate(text) if letter > "\x7f"), 0)
    said = Sentence.of("encoding_guessed", encoding=_SPOKEN[name], word=_word_at(text, at))
    return Decoded(text, name, Doubt(_place(text, at), "encoding", "inferred", name, said))


def _word_at(text: str, at: int) -> str:
    """The word that the letter at `at` stands in, as much of it as helps to judge."""
    before = re.search(r"\S{0,20}$", text[max(0, at - 20) : at])
    after = re.match(r"\S{0,20}", text[at : at + 20])
    return (before[0] if before else "") + (after[0] if after else "")


_WRITTEN: Final = frozenset("éèàçêîôûâëïùäöüßœæñáíóúåøÉÈÀÇÊÎÔÛÂÄÖÜŒÑÁÍÓÚÅØ")
_SPACED: Final = frozenset("\u00a0–—…•·°€§«»™®©")


def _likeness(text: str) -> int:
    """How much the letters beyond ASCII look like ones that people write, and where they do."""
    score = 0
    for match in _BEYOND.finditer(text):
        at = match.start()
        score += _points(text[at - 1 : at] or " ", match[0], text[at + 1 : at + 2] or " ")
    return score


_BEYOND: Final = re.compile(r"[^\x00-\x7f]")


def _points(before: str, letter: str, after: str) -> int:
    match letter:
        case "’":
            return 3 if before.isalpha() else 0
        case "“" | "«" | "„":
            return 3 if before in ' \n(,;\t"' and not after.isspace() else -1
        case "”" | "»":
            return 3 if not before.isspace() and not after.isalpha() else -1
        case _ if letter in _SPACED:
            return 1 if not (before.isalpha() and after.isalpha()) else -1
        case _ if letter in _WRITTEN:
            return _letter_points(before, letter, after)
        case _:
            return -4


def _letter_points(before: str, letter: str, after: str) -> int:
    """A small letter stands among small ones; a capital begins a word or stands among capitals."""
    if letter.islower():
        return 3 if not before.isupper() or not before.isalpha() else 1
    if before.islower():
        return -3
    return 2 if before.isupper() or after.isalpha() else 0
