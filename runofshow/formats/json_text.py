"""JSON as people write it: bytes to values, and where in the text each value stands.

- UTF-8, with a byte order mark or without, and UTF-16 are read; anything else is told apart:
  nothing at all, a known document, other bytes, an older encoding.
- What JSON allows and a schedule must not hold is refused: NaN and Infinity, numbers of hundreds
  of digits, a key given twice, half a character, more levels than `DEEPEST`, more lists and objects
  than `MOST_PARTS`.
- A `Path` is the keys and the indices (from 0) that lead to a value.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Fact, Sentence

Path = Sequence[str | int]
DEEPEST: Final = 64
"""Levels of lists and objects inside each other; a schedule with 16 of sessions needs 36."""
MOST_PARTS: Final = 100_000
"""Lists and objects in a text; a day of 10,000 slots with their speakers has 60,000."""
LONGEST_NUMBER: Final = 300
"""Digits of a number; Python's own limit is a few thousand, and raises another error."""


class Source(NamedTuple):
    """A JSON text with its values; tells where a path is, in words and as a line."""

    text: str
    values: Any

    def line(self, path: Path) -> int:
        """The line, from 1, of the value at `path`, or of the last thing on the way to it."""
        return self.text.count("\n", 0, _position(self.text, path)) + 1

    def place(self, path: Path, language: str = "fr") -> str:
        """The path in words: slots[3] « Table ronde », duration."""
        return _place(self.values, path, language)

    def where(self, path: Path, name: str = "at") -> dict[str, Fact]:
        """The place and its line as facts for a sentence: `at_fr` and `at_en`."""
        line = self.line(path)
        return {
            f"{name}_{language}": Sentence.of(
                "on_line", place=self.place(path, language), line=line
            ).text(language)
            for language in ("fr", "en")
        }


def parse(data: bytes, *, strict: bool = True) -> Source:
    """The JSON text in `data` with its values; raises Unreadable saying line and column.

    Not `strict`, for what other tools wrote, takes the last of a key given twice and half a
    character.
    """
    text = decoded(data)
    _shallow(text)
    twice: list[_Twice] = []
    source = Source(text, _loaded(text, twice))
    if strict and (twice or _HALF_ESCAPE.search(text)):
        _refuse(source)
    return source


# --- bytes to text -----------------------------------------------------------------------------

_DOCUMENTS: Final = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word / Excel / LibreOffice"),
    (b"\xd0\xcf\x11\xe0", "Word / Excel"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
)
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(data: bytes) -> str:
    """The text of `data`; raises Unreadable when it is none, saying what it is instead."""
    if not data.strip(b" \t\r\n\0"):
        raise Unreadable("file_empty")
    for start, what in _DOCUMENTS:
        if data.startswith(start):
            raise Unreadable("file_document", what=what)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _wide(data, "utf-16")
    for start, encoding in ((b"{\0", "utf-16-le"), (b"\0{", "utf-16-be")):
        if data.startswith(start):
            return _wide(data, encoding)
    return _narrow(data.rstrip(b"\0"))  # a power cut leaves noughts at the end


def _wide(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("file_not_utf16") from None


def _narrow(data: bytes) -> str:
    if _CONTROLS.search(data[:4096]):
        raise Unreadable("file_binary")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("file_not_utf8", str(line), line=line) from None


# --- text to values ----------------------------------------------------------------------------


class _Twice(dict[str, Any]):
    """An object with a key given twice; `key` is that key."""

    key: str


class _NoNumber(ValueError):
    """A number that no schedule holds: NaN, Infinity, or hundreds of digits."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)'
_BRACKETS: Final = re.compile(rf"{_STRING}|(?P<open>[\[{{])|(?P<close>[\]}}])", re.DOTALL)
_ATOMS: Final = re.compile(rf"{_STRING}|(?P<atom>[-+.\w]+)", re.DOTALL)
_CODES: Final = {
    "Expecting ',' delimiter": "json_comma",
    "Expecting ':' delimiter": "json_colon",
    "Expecting property name enclosed in double quotes": "json_key",
    "Illegal trailing comma before end of object": "json_key",
    "Illegal trailing comma before end of array": "json_value",
    "Expecting value": "json_value",
    "Extra data": "json_extra",
    "Unterminated string starting at": "json_cut",
    "Invalid control character at": "json_line_break",
    "Invalid \\escape": "json_escape",
    "Invalid \\escape: ": "json_escape",
    "Invalid \\uXXXX escape": "json_escape",
}


def _shallow(text: str) -> None:
    depth = parts = 0
    for match in _BRACKETS.finditer(text):
        if match["open"]:
            depth, parts = depth + 1, parts + 1
            if depth > DEEPEST:
                raise _at(text, match.start(), "json_deep", limit=DEEPEST)
            if parts > MOST_PARTS:
                raise Unreadable("json_many", limit=MOST_PARTS)
        elif match["close"]:
            depth -= 1


def _at(text: str, position: int, code: str, /, **facts: Fact) -> Unreadable:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return Unreadable(code, f"{line}:{column}", line=line, column=column, **facts)


def _loaded(text: str, twice: list[_Twice]) -> object:
    try:
        return json.loads(
            text,
            object_pairs_hook=partial(_object, twice),
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) and error.msg != "Extra data"
        code = "json_cut" if cut else _CODES.get(error.msg, "json_wrong")
        raise _at(text, error.pos, code) from None
    except _NoNumber as error:
        position = next(
            (match.start() for match in _ATOMS.finditer(text) if match["atom"] == error.text), 0
        )
        raise _at(text, position, "json_number", text=shortened(error.text)) from None


def _object(twice: list[_Twice], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    marked = _Twice(made)
    marked.key = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
    twice.append(marked)
    return marked


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _NoNumber(text)
    return int(text)


def _fraction(text: str) -> float:
    number = float(text)
    if len(text) > LONGEST_NUMBER or math.isinf(number):
        raise _NoNumber(text)
    return number


def _constant(text: str) -> float:
    raise _NoNumber(text)


_HALF: Final = re.compile("[\ud800-\udfff]")
_HALF_ESCAPE: Final = re.compile(r"\\u[dD][89a-fA-F]")


def _refuse(source: Source) -> None:
    """Refuses the first key given twice or text with half a character, if there is one."""
    for path, value in _walk(source.values):
        if isinstance(value, _Twice):
            place = source.place((*path, value.key))
            where = source.where((*path, value.key))
            raise Unreadable("key_twice", place, key=shortened(value.key), **where)
        texts = (value,) if isinstance(value, str) else value if isinstance(value, dict) else ()
        for text in texts:
            if _HALF.search(text):
                raise Unreadable("text_broken", source.place(path), **source.where(path))


def _walk(values: object) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every value with its path, in document order."""
    stack: list[tuple[tuple[str | int, ...], object]] = [((), values)]
    while stack:
        path, value = stack.pop()
        yield path, value
        children: list[tuple[str | int, object]] = []
        if isinstance(value, dict):
            children = list(value.items())
        elif isinstance(value, list):
            children = list(enumerate(value))
        stack.extend(((*path, step), child) for step, child in reversed(children))


# --- where a value stands ----------------------------------------------------------------------

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_DECODER: Final = json.JSONDecoder()


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _position(text: str, path: Path) -> int:
    """Where in `text` the value at `path` begins; of a key given twice, the last one."""
    at = _skip(text, 0)
    for step in path:
        children = _members(text, at) if text[at : at + 1] == "{" else _elements(text, at)
        found = [start for name, start in children if name == step]
        if not found:
            break
        at = found[-1]
    return at


def _members(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    at = _skip(text, at + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        yield key, at
        at = _next(text, at)


def _elements(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    if text[at : at + 1] != "[":
        return
    at, index = _skip(text, at + 1), 0
    while text[at] != "]":
        yield index, at
        at, index = _next(text, at), index + 1


def _next(text: str, at: int) -> int:
    """Where the sibling after the value at `at` begins, or the closing bracket stands."""
    _, at = _DECODER.raw_decode(text, at)
    at = _skip(text, at)
    return _skip(text, at + 1) if text[at] == "," else at


# --- where, in words ---------------------------------------------------------------------------


def shortened(text: str, most: int = 40) -> str:
    """`text` on one line, cut to `most` characters, fit to be shown in a sentence."""
    line = " ".join(text[: 4 * most].split())
    line = "".join(sign if sign.isprintable() else "·" for sign in line)
    return line if len(line) <= most else line[: most - 1] + "…"


def given(value: object) -> str:
    """A JSON value as a sentence can show it: "15", 15, true, [ … ], { … }."""
    match value:
        case dict():
            return "{ … }"
        case list() | tuple():
            return "[ … ]"
        case str():
            return f'"{shortened(value)}"'
        case _:
            return shortened(json.dumps(value, default=str))


def _place(values: object, path: Path, language: str) -> str:
    """The path to the last slot on it, that slot's title, and the path from there."""
    last = max(
        (
            i + 2
            for i in range(len(path) - 1)
            if path[i] == "slots" and isinstance(path[i + 1], int)
        ),
        default=0,
    )
    head, tail = _dotted(path[:last]), _dotted(path[last:])
    slot = _found(values, path[:last])
    title = slot.get("title") if isinstance(slot, dict) and last else None
    if isinstance(title, str) and title.strip():
        head += " " + Sentence.of("quoted", text=shortened(title)).text(language)
    whole = Sentence.of("whole_schedule").text(language)
    return ", ".join(part for part in (head, tail) if part) or whole


def _dotted(path: Path) -> str:
    parts = (f"[{step}]" if isinstance(step, int) else f".{shortened(step)}" for step in path)
    return "".join(parts).removeprefix(".")


def _found(values: Any, path: Path) -> object:
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values
