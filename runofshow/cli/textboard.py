"""The board as plain text: for a terminal, a log, a machine without a display."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from runofshow.core import times
from runofshow.core.board import Board, Row
from runofshow.core.outlook import odds

WIDTH: Final = 100
_HEAD: Final = 4
"""Lines above the first slot."""
_SIGNS: Final = {"done": "✓", "on_air": "▶", "next": "▷", "to_come": "·", "skipped": "×"}
_DRIFTS: Final = {
    "late": ("RETARD", "LATE"),
    "early": ("AVANCE", "EARLY"),
    "on_time": ("À L'HEURE", "ON TIME"),
}
_PHASES: Final = {
    "normal": ("", ""),
    "warning": ("CONCLUEZ", "WRAP UP"),
    "danger": ("DERNIERS MOTS", "LAST WORDS"),
    "over": ("TEMPS ÉCOULÉ", "TIME'S UP"),
}


def lines(board: Board, language: str) -> Iterator[str]:
    """The whole board: its head, then a line a slot."""
    yield f"{board.title}  ({board.date.isoformat()})"
    yield head(board, language)
    yield outlook(board, language)
    yield _columns(*_HEADS[0 if language == "fr" else 1])
    for row in board.slots:
        yield _line(board, row, language)
    for problem in board.problems:
        yield f"! {problem.said.text(language)}"


def fitting(board: Board, language: str, height: int) -> list[str]:
    """The board in at most `height` lines (five at least): its head, the rows around what is live.

    Before and between, around what is next; after the day, the last rows.
    """
    whole = list(lines(board, language))
    top, rows = whole[:_HEAD], whole[_HEAD:]
    room = max(1, height - _HEAD)
    here = next(
        (at for at, row in enumerate(board.slots) if row.leaf and row.status in ("on_air", "next")),
        len(rows),
    )
    first = max(0, min(here - room // 3, len(rows) - room))
    return top + rows[first : first + room]


def head(board: Board, language: str) -> str:
    """What matters now in one line, the most pressing first, for a narrow terminal cuts the end."""
    french = language == "fr"
    parts = [times.show_clock(board.now, board.zone, language, seconds=True)]
    parts.append(_live(board, french, language))
    parts.append(_speaking(board, french))
    parts.append(_calls(board, french))
    parts.append(drift(board, language))
    if board.end_shown is not None:
        word = "fin" if french else "ends"
        parts.append(f"{word} {times.show_clock(board.end_shown, board.zone, language)}")
        if board.outlook.day_end is not None:
            parts[-1] += f" ({span(board, language)})"
    if board.next is not None:
        word = "à suivre" if french else "next"
        parts.append(f"{word} {board.next.cue} {_short(board.next.title)}")
    return " | ".join(part for part in parts if part)


def outlook(board: Board, language: str) -> str:
    """The chance of each promise that is still open; empty when there is too little to say."""
    return " | ".join(_promises(board, language))


def _promises(board: Board, language: str) -> Iterator[str]:
    titles = {row.id: row.title for row in board.slots}
    colon = "\u00a0: " if language == "fr" else ": "
    for each in board.promises:
        stands = each.standing
        chance = board.outlook.chances.get(stands.promise)
        if chance is None or stands.due is None or stands.promise in board.outlook.decided:
            continue
        hour = times.show_clock(stands.due, board.zone, language)
        end = "fin" if language == "fr" else "end"
        who = stands.promised_to.name if stands.promised_to else ""
        name = who or _short(titles.get(stands.promise.slot, end))
        yield f"{hour} {name}{colon}{odds(chance).text(language)}"


def span(board: Board, language: str) -> str:
    """Between which hours the day will end, eight times in ten: 17h50–18h06."""
    found = board.outlook.day_end
    if found is None:
        return ""
    first, last = (
        times.show_clock(times.minute_shown(at, board.planned_end), board.zone, language)
        for at in (found.p10, found.p90)
    )
    return first if first == last else f"{first}–{last}"


def _live(board: Board, french: bool, language: str) -> str:
    live = board.on_air
    if live is None:
        return _waiting(board, french, language)
    left = times.whole_left(live.remaining)
    count = ("+" if left < 0 else "") + times.show_countdown(left)
    quiet = live.phase != "over" and not live.kind.concludes
    phase = "" if quiet else _PHASES[live.phase][0 if french else 1]
    word = ("CHRONO ARRÊTÉ" if french else "CLOCK HELD") if live.holding else phase
    state = "EN COURS" if french else "LIVE"
    return f"{state} {live.cue} {_short(live.title)}  {count}" + (f"  {word}" if word else "")


def _calls(board: Board, french: bool) -> str:
    """Whom to call to the stage now, each with the microphone to wear."""
    who = [
        f"{each.name}, {each.mic}" if each.mic else each.name
        for call in board.calls
        for each in call.awaited
    ] + [_short(call.title) for call in board.calls if not call.awaited]
    return f"{'APPELER' if french else 'CALL'} {' · '.join(who)}" if who else ""


def _speaking(board: Board, french: bool) -> str:
    """Who has the floor, and what is left of that person's share."""
    floor = board.on_air.floor if board.on_air is not None else None
    if floor is None:
        return ""
    said = f"{floor.speaker} a la parole" if french else f"{floor.speaker} speaking"
    if floor.left is None:
        return said
    left = times.whole_left(floor.left)
    return f"{said}  {'+' if left < 0 else ''}{times.show_countdown(left)}"


def _waiting(board: Board, french: bool, language: str) -> str:
    if board.state == "after":
        return "Journée terminée" if french else "The day is over"
    if board.next is None:
        return "Rien à lancer" if french else "Nothing to run"
    ahead = times.whole_left(board.next.expected_start - board.now)
    hour = times.show_clock(board.next.start_shown, board.zone, language)
    if ahead <= 0:
        return f"À LANCER : {board.next.cue}" if french else f"DUE: {board.next.cue}"
    word = f"Début à {hour}, dans" if french else f"Starts at {hour}, in"
    return f"{word} {times.show_countdown(ahead)}"


def drift(board: Board, language: str) -> str:
    """The drift in a word and a size: RETARD 3 min, À L'HEURE."""
    word = _DRIFTS[board.drift_word][0 if language == "fr" else 1]
    return word if board.drift_word == "on_time" else f"{word} {times.show_drift(board.drift)}"


_HEADS: Final = (
    ("", "N°", "Prévu", "Attendu", "Durée", "Titre"),
    ("", "Cue", "Planned", "Expected", "Length", "Title"),
)


def _columns(sign: str, cue: str, planned: str, expected: str, length: str, title: str) -> str:
    return f"{sign:<2}{cue:<8}{planned:>7} {expected:>8} {length:>8}  {title}"[:WIDTH].rstrip()


def _line(board: Board, row: Row, language: str) -> str:
    def clock(at: datetime | None) -> str:
        return times.show_clock(at, board.zone, language) if at is not None else "-"

    def length(size: timedelta | None) -> str:
        return times.show_length(size) if size is not None else ""

    who = ", ".join(speaker.name for speaker in row.speakers)
    title = "  " * row.level + row.title + (f" · {who}" if who else "")
    sign = _SIGNS[row.status] if row.leaf else ""
    return _columns(
        sign,
        row.cue,
        clock(row.planned_start),
        clock(row.start_shown),
        length(row.duration) if row.leaf else "",
        title,
    )


def _short(title: str, most: int = 40) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"
