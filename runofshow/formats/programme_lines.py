"""What each line of a programme is by itself, before it is known where it stands.

A line is told by what it begins and ends with: hours, a length, a date, a room, a word that
announces people or a part of the day. What is left of it is its text. Nothing is decided here that
needs the lines around it.
"""

import re
from datetime import date
from typing import Final

from runofshow.formats.names import name_at
from runofshow.formats.offices import is_role
from runofshow.formats.programme_day_lines import day_line
from runofshow.formats.programme_said import SEPARATORS, Said
from runofshow.formats.programme_times import Hours, hours_in
from runofshow.formats.programme_titles import NOTE_WORDS, length_of, taken_apart
from runofshow.formats.source import Line
from runofshow.formats.words import noise
from runofshow.formats.words import programme as words

_EMOJI: Final = re.compile(
    r"^(?:[\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]+\s*)+"
)
_LEADS: Final = re.compile(r"(?:le |um |at |à |a |@ |ca\.? |env\.? |\[|\(|« ?)", re.IGNORECASE)


_HOUR_WORD: Final = re.compile(r"(?:uhr|h|hrs?|heures?|am|pm)[:.]?", re.IGNORECASE)
"""What is left of an hour when a narrow column broke it."""
_LONG_NOISE: Final = 200
_GLUED: Final = re.compile(r"(?<!\w)(\d{1,2}[.:h]\d{2})(?=[A-ZÀ-Þ][a-zà-ÿ])")
"""An hour with its title stuck to it: 11.50Position."""


def said_by(line: Line, today: date) -> Said:
    """What `line` says by itself."""
    text = _GLUED.sub(r"\1 ", line.text.strip())
    line = line._replace(text=text)
    bare = _EMOJI.sub("", text).strip(" *_")
    hour_word = _HOUR_WORD.fullmatch(bare) is not None
    if hour_word or not any(letter.isalnum() for letter in bare) or words.FILE_NAME.fullmatch(bare):
        return Said(line, "skip")
    if words.FOOTNOTE.match(bare) or noise.PAGE_NOISE.match(bare):
        return Said(line, "skip", bare)
    if len(bare) < _LONG_NOISE and noise.NOISE.fullmatch(bare):
        return Said(line, "noise", bare)
    return (
        _hourless_heading(line, bare)
        or _part(line, bare)
        or day_line(line, bare, today)
        or _item(line, text)
        or _other(line, bare)
    )


# --- headings --------------------------------------------------------------------------------


def _hourless_heading(line: Line, text: str) -> Said | None:
    if len(text) > 90 or hours_in(text):
        return None
    if words.PROGRAMME.fullmatch(_ASIDE.sub("", text)):
        return Said(line, "programme", text)
    if words.PREAMBLE.fullmatch(text):
        return Said(line, "preamble", text)
    if words.OUTSIDE.match(text) and (len(text) < 60 or ":" in text):
        return Said(line, "outside", text)
    return None


_ASIDE: Final = re.compile(r"\s*\([^()]{0,80}\)\s*:?$")


def _part(line: Line, text: str) -> Said | None:
    """Matinée (9h-12h) : …; the word, hours in brackets or not, then a title or nothing."""
    hours = hours_in(text)
    first = hours[0] if hours else None
    if first is not None and first.at <= 1:
        rest = _after(text, first)
        match = words.PART_OF_DAY.fullmatch(rest)
        return Said(line, "part", rest, first) if match else None
    match = words.PART_OF_DAY.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    if first is not None and first.at - match.end() <= 5:
        rest = (text[match.end() : first.at].strip(" (,:–—-") + text[first.to :]).lstrip(" )")
    elif first is not None:
        return None
    aside = re.match(r"\s*\([^()]{0,200}\)\s*:?\s*$", rest)
    if aside:
        return Said(line, "part", name_of(match), first)
    if rest and (line.level or not re.match(r"\s*[:–—,.|-]", rest)):
        return None
    title = rest.strip(SEPARATORS)
    name = name_of(match)
    return Said(line, "part", f"{name} : {title}" if title else name, first)


def name_of(match: re.Match[str]) -> str:
    """What a part of the day is called."""
    return match[0].strip()


# --- items -----------------------------------------------------------------------------------


def _item(line: Line, text: str) -> Said | None:
    shift = _EMOJI.match(text)
    begin = shift.end() if shift else 0
    bare = text[begin:].strip()
    hours = hours_in(bare)
    if not hours:
        return None
    lead = _LEADS.match(bare)
    first = hours[0]
    if first.at <= (lead.end() if lead else 0) + 1:
        return _led(line, bare, first)
    last = hours[-1]
    if _may_trail(bare, last):
        return _trailed(line, bare, last)
    inside = next((each for each in hours if _in_brackets(bare, each)), None)
    return _bracketed(line, bare, inside) if inside is not None else None


def _in_brackets(text: str, hours: Hours) -> bool:
    opened, closed = text[: hours.at].rstrip(), text[hours.to :].lstrip()
    if not opened or not closed:
        return False
    bracketed = opened[-1] in "([" and closed[0] in ")]"
    if closed[0] == ":" and len(opened.split()) <= 5 and len(closed) > 2:
        return True
    return bracketed or (opened[-1] in ",|–—" and closed[0] in ",|–—:")


def _bracketed(line: Line, text: str, hours: Hours) -> Said | None:
    """Title (9h-10h) – people."""
    before = text[: hours.at].rstrip().rstrip("([,|–— ")
    after = text[hours.to :].lstrip()[1:].strip()
    if len(before.split()) > 22 or _is_prose(before):
        return None
    mark = " " if text[hours.to :].lstrip()[0] in ")]" else ", "
    mark = " : " if text[hours.to :].lstrip()[0] == ":" else mark
    joined = f"{before}{mark}{after}".strip(" ,")
    return taken_apart(Said(line, "item", joined, hours))


def _led(line: Line, text: str, hours: Hours) -> Said:
    more = _MORE_HOURS.match(text, hours.to)
    if more is not None and text[more.end() :].strip(SEPARATORS):
        said = _led(line, text, hours._replace(to=more.end()))
        written = text[hours.at : more.end()].strip(SEPARATORS)
        return said._replace(hours=hours, notes=(written, *said.notes))
    rest = _after(text, hours)
    if not any(letter.isalnum() for letter in rest):
        return Said(line, "alone", "", hours)
    if _REPEATED.match(rest) and hours_in(rest):
        return Said(line, "alone", "", hours, notes=(rest,))
    if _is_hall(rest):
        return Said(line, "alone", "", hours, room=rest)
    return taken_apart(Said(line, "item", rest, hours))


_MORE_HOURS: Final = re.compile(
    r"(?:\s*(?:,|;|\bet\b|\band\b|\bund\b|&)\s*\d{1,2}\s?(?:h\s?(?:\d\d)?|[:.]\d\d)(?:\s?[ap]m)?(?!\w))+"
    r"(?=\s*[:–—-]\s)"
)
"""Further hours at which the same comes again: 9h30, 11h, 14h30 : présentation."""
_REPEATED: Final = re.compile(
    r"(?:and|et|und|&)\s(?:(?:then |again |repeated |à nouveau |wieder )*(?:at |à |um )?)"
    r"\d{1,2}[.:hH]?\d{0,2}\s?(?:[ap]m|h|Uhr)?$"
)
"""What follows an hour and is but another: 10am and repeated at 1pm."""


def _is_hall(text: str) -> bool:
    """Whether the words after an hour are where, not what: ZHG Hörsaal 011, Salle 2."""
    if words.ROOM_NAMED.fullmatch(text) and " " in text:
        return True
    named = words.ROOM.match(text)
    return bool(named) and len(text.split()) < 5 and text[-1:].isdigit()


def _after(text: str, hours: Hours) -> str:
    """What follows the hours; a bracket that was open before them is closed and gone."""
    rest = text[hours.to :].strip()
    if rest[:1] in (")", "]", "»") and text[: hours.at].strip()[-1:] in ("(", "[", "«"):
        rest = rest[1:]
    return rest.lstrip(SEPARATORS).rstrip(" \t:;|,•–—")


_ENDS: Final = re.compile(r"(?:\w*ende|fin|ends?|schluss|close[sd]?)\s*:?\s*$", re.IGNORECASE)
_TRAIL: Final = re.compile(
    r"(?:[(\[]|[-–—:,|@•·]\s?|\t|\.{3}|…|_{3}|\s{3}|\b(?:à|at|um|de|from|von|dès|ab) )\s*$"
)


def _may_trail(text: str, hours: Hours) -> bool:
    """Whether the hours at the end of a line are its own: set apart, after a short title."""
    before, after = text[: hours.at], text[hours.to :]
    if after.strip(" )].;:") or len(before.split()) > 22:
        return False
    if re.search(r"[.!?]\s+\S", before.rstrip(". …_")[:-1] if before else ""):
        return False
    if _ENDS.search(before) and len(before.split()) > 3:
        return False  # … , Veranstaltungsende 02.00 Uhr
    if text[hours.at].isalpha() and len(before.split()) < 9:
        return True  # Fête foraine à partir de 16h30
    return _TRAIL.search(before) is not None or "\t" in before[-3:]


def _trailed(line: Line, text: str, hours: Hours) -> Said | None:
    title = text[: hours.at]
    title = re.sub(r"\s\b(?:à|at|um|de|from|von|dès|ab)\s*$", "", title)
    title = title.rstrip(SEPARATORS + "([")
    if not any(letter.isalpha() for letter in title):
        return None
    return taken_apart(Said(line, "item", title, hours, trails=True))


# --- all else --------------------------------------------------------------------------------


def _other(line: Line, text: str) -> Said:
    label = words.PEOPLE_LABEL.match(text)
    if label and _announces(text, label):
        rest = _OTHER_LANGUAGE.sub("", text[label.end() :]).strip(SEPARATORS)
        return Said(line, "label", rest, chair=bool(label["chair"]))
    if _PAGE.fullmatch(text) or words.CONTACT.search(text) or words.PRICE.search(text):
        return _priced(line, text)
    if words.ALL_ROOMS.fullmatch(text):
        return Said(line, "room", text)
    if _is_room(text):
        return Said(line, "room", text, room=_unbracketed(text))
    named = name_at(text)
    told = named is not None and (named.sure == "sure" or is_role(text[named.to :].lstrip(" ,(")))
    somebody = told and len(text) < _PERSON_LONG
    if text.rstrip(" »)*_").endswith("?") and not somebody:
        return Said(line, "question", text)
    if _is_prose(text) and not somebody:
        return Said(line, "prose", text)
    if _is_aside(line, text):
        inside = text.strip("() *_")
        found = length_of(inside)
        return Said(line, "note", inside, length=found)
    return taken_apart(Said(line, "text", text))


_PAGE: Final = re.compile(
    r"(?:page|seite|p\.)\s?\d{1,3}(?:\s?(?:/|sur|of|von)\s?\d{1,3})?|[-–]\s?\d{1,3}\s?[-–]|\d{1,2}\s?/\s?\d{1,2}",
    re.IGNORECASE,
)
"""The number of a page."""
_PERSON_LONG: Final = 500
"""The longest line that tells of one person, and what they speak about."""


def _priced(line: Line, text: str) -> Said:
    """A price or an address; one in brackets after something is but a note of it."""
    opened = text.rfind("(")
    before = text[:opened].strip()
    if opened > 0 and text.endswith(")") and not words.PRICE.search(before):
        said = _other(line, before)
        return said._replace(notes=(*said.notes, text[opened + 1 : -1].strip()))
    return Said(line, "skip", text)


def _announces(text: str, label: re.Match[str]) -> bool:
    rest = _OTHER_LANGUAGE.sub("", text[label.end() :])
    if re.match(r"\s*(?:\([^)]{0,20}\))?\s*[:–—-]", rest) or not rest.strip():
        return True
    return (
        rest[:1] == " "
        and rest.lstrip()[:1].isupper()
        and label[0][-1:].isalpha()
        and bool(_PREPOSED.fullmatch(label[0].strip()))
    )


_OTHER_LANGUAGE: Final = re.compile(r"^\s*/\s*[^\W\d_]+")
"""« Modération / Moderation : »: the same word again."""
_PREPOSED: Final = re.compile(
    r"avec.*|sous .*|under .*|unter .*|with|mit|par|by|von|en présence de|.* par|.* by|.* von"
    r"|featuring|podium mit",
    re.IGNORECASE,
)


def _unbracketed(text: str) -> str:
    """The name of a room without brackets around the whole of it."""
    bare = text.strip(" :*")
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def _is_room(text: str) -> bool:
    bare = _ASIDE.sub("", _unbracketed(text)) or _unbracketed(text)
    if len(bare) > 60 or len(bare.split()) > 7 or "," in bare:
        return False
    if bare.endswith((".", "!", "?")) or words.EVENT.search(bare):
        return False
    match = words.ROOM.match(bare)
    if match and match.end() and (len(bare.split()) <= 4 or text.startswith("(")):
        return True
    return " " in bare and bool(words.ROOM_NAMED.fullmatch(bare))


_SENTENCE: Final = re.compile(r"[a-zà-ÿß]{3}[.!]\s+[A-ZÀ-Þ]")


def _is_prose(text: str) -> bool:
    """Sentences: long, or ending as sentences do."""
    count = len(text.split())
    if count > 45:
        return True
    if count > 18 and text.endswith(".") and "," in text:
        return True
    ends = text.endswith((".", "!", ";")) and not text.endswith("...")
    return count > 13 and (ends or bool(_SENTENCE.search(text[2:])))


def _is_aside(line: Line, text: str) -> bool:
    if text.startswith("(") and text.endswith(")"):
        return True
    leaning = sum(to - start for start, to in line.italic)
    return leaning >= len(line.text) - 2 and len(text.split()) >= NOTE_WORDS and not line.level
