"""Bytes to text when nobody says how they were written.

- A byte order mark says it, UTF-16 without one shows by its zeros, and UTF-8 by being valid.
- Broken letters in UTF-8 are read as Windows would; accents encoded twice (« Ã© ») are mended.
- What remains is one byte a letter: Windows, old Macintosh, DOS, ISO 8859-15. Each is tried, and
  the one whose letters stand where letters stand, and whose quotes open and close, is taken; what
  the file itself declares comes first when its letters do not speak against it. When none fits,
  charset-normalizer is asked for other alphabets.
- A guess is told, with a word to judge it by.
"""

import codecs
import re
import unicodedata
from datetime import date
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


def decoded(data: bytes, asked: Asked, declared: str | None = None) -> Decoded:
    """The text of `data` in the encoding asked for, else in the one it shows.

    `declared` is the one that the file says it is in. Line ends become "\\n", the byte order mark
    goes. Raises Unreadable for an encoding that nobody knows.
    """
    if asked.encoding is not None:
        return _told(data, asked.encoding)
    return _by_mark(data) or _by_zeros(data) or _by_utf8(data) or _by_letters(data, declared)


_CONTROLS: Final = re.compile(rb"[\x00-\x06\x0e-\x19\x1c-\x1f]")


def refuse_binary(data: bytes) -> None:
    """Raises Unreadable when `data` is nothing that anybody wrote as a text."""
    sample = data[: 16 * _SAMPLE]
    if not sample.strip(b" \t\r\n\0"):
        raise Unreadable("file_empty")
    if sample.startswith(tuple(mark for mark, _ in _MARKS)) or _by_zeros(sample):
        sample = decoded(sample, _ANY).text.encode("utf-8", "replace")
        if sample.count(_LOST.encode()) * 50 > len(sample):
            raise Unreadable("text_binary")
    if len(_CONTROLS.findall(sample)) * 200 > len(sample):
        raise Unreadable("text_binary")


_ANY: Final = Asked("", date.min)


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
        return _once(_plain(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        first = data.count(b"\n", 0, error.start) + 1
        broken = len(_HIGH.findall(_SEQUENCE.sub(b"", data)))
    if broken * 4 > len(_SEQUENCE.findall(data)):
        return None
    text = _plain(data.decode("utf-8", "runofshow.windows"))
    said = Sentence.of("encoding_mixed", line=first)
    return Decoded(text, "utf-8", Doubt(Place(line=first), "encoding", "repaired", "utf-8", said))


def _windows(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8, read as Windows would."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("runofshow.windows", _windows)

_TWICE: Final = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]+")
_ACCENTS_TWICE: Final = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u2122]|â€")


def _once(text: str) -> Decoded:
    """UTF-8, and UTF-8 that a program took for Windows' and encoded again: dÃ©jÃ ."""
    if len(_ACCENTS_TWICE.findall(text)) < 2:
        return Decoded(text, "utf-8")
    mended = _TWICE.sub(lambda found: _undone(found[0]), text)
    mended = mended.replace("Ã  ", "à ").replace(
        "Ã ", "à "
    )  # its no-break space has become a plain one
    if mended == text:
        return Decoded(text, "utf-8")
    place = _place(text, next(_ACCENTS_TWICE.finditer(text)).start())
    said = Sentence.of("encoding_twice")
    return Decoded(mended, "utf-8", Doubt(place, "encoding", "repaired", "utf-8", said))


def _undone(letters: str) -> str:
    try:
        return letters.encode("cp1252", "runofshow.latin").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return letters


def _latin(error: UnicodeError) -> tuple[bytes, int]:
    """Bytes that Windows has no letter for, as they are."""
    if isinstance(error, UnicodeEncodeError):
        letters = error.object[error.start : error.end]
        if all(ord(letter) < 256 for letter in letters):
            return letters.encode("latin-1"), error.end
    raise error


codecs.register_error("runofshow.latin", _latin)


_SPOKEN: Final = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "mac_roman": "Mac Roman",
    "mac-roman": "Mac Roman",
    "iso8859-15": "ISO 8859-15",
    "cp850": "DOS 850",
}
_CANDIDATES: Final = ("cp1252", "mac_roman", "iso8859-15", "cp850")
"""The likeliest first: of two that fit as well, it is taken."""
_SURE: Final = 0.5
"""Mean weight of the letters beyond ASCII from which a guess is a good one."""


def _by_letters(data: bytes, declared: str | None) -> Decoded:
    sample = data[: 64 * _SAMPLE]
    name = max(_CANDIDATES, key=lambda each: _weight(sample, each))
    unsure = _weight(sample, name) < _SURE
    if declared and _known(declared) and (unsure or _says_so(declared, name)):
        return Decoded(_plain(data.decode(declared, "replace")), declared)
    if unsure:
        name = _foreign(data) or name
    text = _plain(data.decode(name, "replace"))
    at = next((at for at, letter in enumerate(text) if letter > "\x7f"), 0)
    spoken = _SPOKEN.get(name, name.upper().replace("_", "-"))
    said = Sentence.of("encoding_guessed", encoding=spoken, word=_word_at(text, at))
    return Decoded(text, name, Doubt(_place(text, at), "encoding", "inferred", name, said))


def _known(name: str) -> bool:
    """Whether a name is that of an encoding of texts."""
    try:
        b"a ".decode(name, "replace")
    except (LookupError, ValueError):
        return False
    return True


def _says_so(declared: str, name: str) -> bool:
    """Whether what a file declares and what its letters say is the same: Latin-1 is Windows'."""
    declared = codecs.lookup(declared).name
    return declared == name or (name == "cp1252" and declared.startswith("iso8859-1"))


def _foreign(data: bytes) -> str | None:
    """The encoding of a text in another alphabet, if it can be told."""
    from charset_normalizer import from_bytes

    match = from_bytes(data[: 16 * _SAMPLE]).best()
    return match.encoding if match and _known(match.encoding) else None


def _word_at(text: str, at: int) -> str:
    """The word that the letter at `at` stands in, as much of it as helps to judge."""
    before = re.search(r"\S{0,20}$", text[max(0, at - 20) : at])
    after = re.match(r"\S{0,20}", text[at : at + 20])
    return (before[0] if before else "") + (after[0] if after else "")


# --- how letters stand in words ------------------------------------------------------------------

_MOST: Final = 4_000
"""Letters that are looked at."""
_LETTERS: Final = frozenset("éèêëàâäçîïôöùûüœæßñáíóúãõåøčšžěřýł")
_CAPITALS: Final = frozenset("ÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŒÆÑÁÍÓÚØÅČŠŽ")
_USUAL: Final = frozenset("éèêàçôûîùâïœëöäüßÉÈÊÀÇÔÖÄÜ")
_WORDS: Final = frozenset("ÀÉÔ")
"""Capitals that are words or abbreviations by themselves."""
_OPENING: Final = frozenset("«“‘„¿¡")
_CLOSING: Final = frozenset("»”’…°™®")
_ALONE: Final = frozenset("–—•·«»€£§©°×½…\u00a0²³¹¼")


def _weight(data: bytes, encoding: str) -> float:
    """How well the letters beyond ASCII stand in their words: 1 at best, below 0 is garbage."""
    text = data.decode(encoding, "replace")
    places = [found.start() for found in re.finditer("[^\x00-\x7f]", text)][:_MOST]
    if not places:
        return 0.0
    padded = f" {text} "
    return sum(_fitting(padded[at], padded[at + 1], padded[at + 2]) for at in places) / len(places)


def _fitting(before: str, letter: str, after: str) -> float:
    """How well a letter stands between two others, from -2 to 1."""
    if letter in _LETTERS:
        return -1.0 if after.isupper() else 1.0 if letter in _USUAL else 0.3
    if letter in _CAPITALS:
        return _fitting_capital(before, letter, after)
    within = before.isalpha() and after.isalpha()
    if letter == "’":
        return 1.0 if within else 0.8 if not after.isalpha() else -1.0
    if letter in _OPENING:
        return 0.8 if not before.isalnum() else -1.0
    if letter in _CLOSING:
        return 0.8 if not after.isalpha() else -1.0
    if letter in _ALONE:
        return -1.0 if within else 0.6
    return 0.0 if unicodedata.category(letter) == "Zs" else -2.0


def _fitting_capital(before: str, letter: str, after: str) -> float:
    """A capital begins a word or stands among capitals; by itself it is a word or nothing."""
    if before.islower() or (after.islower() and before.isalpha()):
        return -1.5
    if letter not in _WORDS and not (before.isalpha() or after.isalpha()):
        return 0.2
    return 0.9 if letter in _USUAL else 0.2
