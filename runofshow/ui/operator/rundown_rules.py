"""The rules of a row as they are typed: its kind, its minimum, its hard time, its cue. No Qt.

- A kind is known by its first letters, in French or English.
- A minimum is a length, a share of the length (60 %), or "fixed": the item then keeps it whole.
- A hard time is the start, the end or both; after it, apart by commas, to whom it is promised and
  how late it may be. An hour alone is a start that is fixed and promised.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from runofshow.core import times
from runofshow.core.board import Row
from runofshow.core.plan import Kind, plain
from runofshow.core.sentences import Sentence
from runofshow.ui.operator.hasty import kind_of
from runofshow.ui.operator.rundown_reading import Reading
from runofshow.ui.operator.seeking import folded
from runofshow.ui.texts.rundown import RundownWords

_LANGUAGES: Final = ("fr", "en")


# --- kind --------------------------------------------------------------------------------------


def kind_name(kind: Kind, language: str) -> str:
    """What a kind is called."""
    return Sentence.of(f"kind_{kind.value}").text(language)


def _kinds(row: Row) -> list[Kind]:
    """The kinds that a row may have: a session is no film."""
    return [kind for kind in Kind if not row.leaf or kind is not Kind.SESSION]


def read_kind(row: Row, text: str, words: RundownWords) -> Reading:
    """The kind whose name begins as `text` does; the names when there is none."""
    kinds = _kinds(row)
    kind = _kind(folded(text), kinds)
    if kind is None:
        names = ", ".join(kind_name(kind, words.language) for kind in kinds)
        return Reading(words.kinds.format(names=names), refused=True)
    shown = words.understood.format(value=kind_name(kind, words.language))
    return Reading(shown, {"kind": kind.value})


def _kind(wanted: str, kinds: Sequence[Kind]) -> Kind | None:
    """The kind of this name, else the first whose name begins so, else what it is called too."""
    if not wanted:
        return None
    for fits in (str.__eq__, str.startswith):
        for kind in kinds:
            said = {folded(kind_name(kind, language)) for language in _LANGUAGES} | {kind.value}
            if any(fits(name, wanted) for name in said):
                return kind
    if wanted.split(maxsplit=1)[0] in _TALKS:
        return Kind.TALK
    other = kind_of(wanted)
    return None if other is Kind.TALK else other


_TALKS: Final = ("expose", "discours", "conference", "keynote", "allocution", "speech", "lecture")


# --- minimum -----------------------------------------------------------------------------------

_SHARE: Final = re.compile(r"(\d{1,3})\s*%")
_WHOLE: Final = ("fixe", "fixed", "intouchable", "entiere", "whole")


def minimum_written(row: Row, words: RundownWords) -> str:
    """The text an editor of the minimum opens with: nothing when it follows from the kind."""
    if not row.slot.cuttable:
        return words.whole
    return "" if row.slot.minimum is None else times.write_length(row.slot.minimum)


def read_minimum(row: Row, text: str, words: RundownWords) -> Reading:
    """The least that an item may be cut to."""
    if not text.strip():
        return Reading(words.minimum_by_kind, {"minimum": None, "cuttable": None})
    if folded(text) in _WHOLE:
        return Reading(words.minimum_whole, {"minimum": None, "cuttable": False})
    try:
        length = _share(row, text) or times.read_length(text)
    except times.Misread:
        return Reading(words.no_minimum.format(text=text.strip()), refused=True)
    if length < times.ZERO:
        return Reading(words.negative, refused=True)
    if row.duration is not None and length > row.duration:
        whole = times.show_length(row.duration)
        return Reading(words.minimum_too_long.format(length=whole), refused=True)
    said = words.understood.format(value=times.show_length(length))
    return Reading(said, {"minimum": times.write_length(length), "cuttable": None})


def call_written(row: Row) -> str:
    """The text an editor of the call opens with: nothing when the item says none of its own."""
    before = row.slot.call_before
    return "" if before is None else times.write_length(before)


def _share(row: Row, text: str) -> timedelta | None:
    share = _SHARE.fullmatch(text.strip())
    if share is None or row.duration is None or int(share[1]) > 100:
        return None
    minutes = -(-row.duration * int(share[1]) // (100 * times.MINUTE))
    return minutes * times.MINUTE


# --- hard time ---------------------------------------------------------------------------------

_OF: Final = {
    "start": ("debut", "start", "commence", "begin"),
    "end": ("fin", "end", "finit"),
    "both": ("les deux", "both", "debut et fin", "start and end", "debut fin", "start end"),
}
_NONE: Final = ("non", "no", "none", "aucune", "aucun", "rien")
_TOLERANCE: Final = re.compile(
    r"(?:±|\+/?-|tol[ée]rance|within|à)?\s*(.+?)\s*(?:près)?", re.IGNORECASE
)
_PHONE: Final = re.compile(r"\+?[\d .()/-]{8,}")


def promise_written(row: Row, words: RundownWords) -> str:
    """The text an editor of the hard time opens with."""
    slot = row.slot
    if slot.promise is None:
        return ""
    said = [words.promise_of[slot.promise]]
    if slot.promised_to is not None:
        said.append(slot.promised_to.name)
    if slot.tolerance:
        said.append(f"±{times.write_length(slot.tolerance)}")
    return ", ".join(said)


def read_promise(row: Row, text: str, words: RundownWords) -> Reading:
    """What is promised of a row's hours, to whom, and how late it may be."""
    of, *rest = [part.strip() for part in re.split(r"[,;]", text)]
    if folded(of) in ("", *_NONE) and not any(rest):
        change = {"promise": None, "promised_to": None, "tolerance": None}
        return Reading(words.no_promise, change)
    found = _promised(of)
    if found is None:
        return Reading(words.promises.format(text=text.strip()), refused=True)
    to, phone, tolerance = _to_whom(rest)
    change = found | {
        "promised_to": _contact(row, to, phone),
        "tolerance": None if tolerance is None else times.write_length(tolerance),
    }
    return Reading(_told(found, to, tolerance, words), change)


def _promised(text: str) -> dict[str, Any] | None:
    """The start, the end or both; an hour fixes the start and promises it."""
    said = folded(text)
    for of in ("both", "start", "end"):
        if said in _OF[of] or (of != "both" and said.split()[:1] and said.split()[0] in _OF[of]):
            return {"promise": of}
    try:
        civil = times.read_civil(text)
    except times.Misread:
        return None
    return {"promise": "start", "start": times.write_civil(civil)}


def _to_whom(parts: Sequence[str]) -> tuple[str, str, timedelta | None]:
    """To whom it is promised, with what number, and how late it may be, in any order."""
    to, phone, tolerance = "", "", None
    for part in filter(None, parts):
        length = _tolerance(part)
        if _PHONE.fullmatch(part):
            phone = part
        elif length is None:
            to = f"{to}, {part}" if to else part
        else:
            tolerance = length
    return to, phone, tolerance


def _tolerance(text: str) -> timedelta | None:
    found = _TOLERANCE.fullmatch(text)
    if found is None or not any(letter.isdigit() for letter in text):
        return None
    try:
        return times.read_length(found[1])
    except times.Misread:
        return None


def _contact(row: Row, to: str, phone: str) -> dict[str, Any] | str | None:
    """To whom, with the number given, else the one that is known of the same person."""
    known = row.slot.promised_to
    if to and phone:
        return {"name": to, "phone": phone}
    if known is not None and known.name == to:
        return plain(known)
    return to or None


def _told(found: dict[str, Any], to: str, tolerance: timedelta | None, words: RundownWords) -> str:
    said = [words.promise_said[found["promise"]]]
    if "start" in found:
        civil = times.read_civil(found["start"])
        said[0] += f" {times.show_hour(civil.hour % 24, civil.minute, words.language)}"
    if to:
        said.append(words.promise_to.format(name=to))
    if tolerance:
        said.append(words.promise_within.format(length=times.show_length(tolerance)))
    return ", ".join(said)


# --- cue and crew ------------------------------------------------------------------------------

_LONGEST_CUE: Final = 12


def read_cue(text: str, words: RundownWords) -> Reading:
    """What the régie calls the row; nothing: its number."""
    cue = " ".join(text.split())
    if not cue:
        return Reading(words.cue_by_number, {"cue": None})
    if len(cue) > _LONGEST_CUE:
        return Reading(words.cue_too_long.format(most=_LONGEST_CUE), refused=True)
    return Reading("", {"cue": cue})


def read_crew(row: Row, name: str, text: str) -> Reading:
    """What a department of the crew has to do; nothing: it has nothing to."""
    cells = dict(row.departments)
    said = " ".join(text.split())
    kept = {other: cell for other, cell in cells.items() if other != name}
    places = [*cells] if name in cells else [*cells, name]
    every = kept | ({name: said} if said else {})
    return Reading("", {"departments": {at: every[at] for at in places if at in every} or None})
