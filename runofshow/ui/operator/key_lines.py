"""The list of keys as text: which lines there are, which of them are sought, where each stands.

- Every action has a line, under its menu; speakers, ready messages and plans share one each. The
  rundown's own keys have theirs, and belong to no action.
- What is typed is sought in labels of both languages and in the names of keys.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from runofshow.ui.operator import keys
from runofshow.ui.operator.keys import (
    ACTIONS,
    READY_MESSAGES,
    ROWS,
    TURNS,
    Action,
    Gesture,
    Menu,
    PlanKey,
    Ready,
    Rehearse,
    Turn,
)
from runofshow.ui.operator.seeking import folded
from runofshow.ui.texts import Words
from runofshow.ui.texts import words as words_of
from runofshow.ui.texts.keys import keys_words
from runofshow.ui.theme import Colours

ORDER: Final[tuple[Menu | None, ...]] = (
    Menu.LIVE, Menu.STAGE, Menu.RECOVERY, Menu.PEOPLE, Menu.RUNDOWN, None, Menu.REHEARSAL,
    Menu.FILE, Menu.VIEW, Menu.HELP,
)  # fmt: skip
REHEARSING: Final[tuple[Menu | None, ...]] = (
    Menu.REHEARSAL, Menu.LIVE, Menu.RECOVERY, Menu.RUNDOWN, None, Menu.STAGE, Menu.PEOPLE,
    Menu.FILE, Menu.VIEW, Menu.HELP,
)  # fmt: skip
"""The menus as they are listed; None are the rundown's own keys."""
HEAD: Final = 1.15
"""Height of a menu's name, in lines."""
GAP: Final = 0.45
"""Between two menus of a column, in lines."""


class KeyLine(NamedTuple):
    """A line: the action's name (none for a key of the rundown's own), its words, its caps.

    `own` says whether the régie chose the keys; `also` is sought too.
    """

    name: str
    label: str
    caps: tuple[str, ...]
    own: bool = False
    also: str = ""


class Section(NamedTuple):
    """The lines of a menu."""

    title: str
    lines: tuple[KeyLine, ...]


class Place(NamedTuple):
    """Where a line (or a menu's name, when `line` is None) stands: page, column, how far down."""

    page: int
    column: int
    top: float
    title: str
    line: KeyLine | None = None


def sections(words: Words, colours: Colours) -> list[Section]:
    """All the lines, by menu; a rehearsal's first while there is one, else only how to begin it."""
    order = REHEARSING if colours.rehearsal else ORDER
    return [
        Section(_title(menu, words), tuple(lines(menu, words, colours)))
        for menu in order
    ]  # fmt: skip


def _title(menu: Menu | None, words: Words) -> str:
    if menu is None:
        return keys_words(words.language).rows
    return keys.menu_name(menu, words.window)


def lines(menu: Menu | None, words: Words, colours: Colours) -> Iterator[KeyLine]:
    """The lines of a menu; of the rundown's own keys for None."""
    own, other = words.window, words_of("en" if words.language == "fr" else "fr")
    if menu is None:
        for pressed, label in ROWS:
            caps = tuple(keys.written(key, own) for key in pressed)
            yield KeyLine("", label(words), caps, also=label(other))
        return
    for action in ACTIONS:
        waits = menu is Menu.REHEARSAL and action.does is not Rehearse.REHEARSE
        if action.menu is not menu or (waits and not colours.rehearsal):
            continue
        said = _label(action, words, colours)
        if said:
            chosen = action.name in own.chosen_keys
            also = action.label(other.window.actions)
            yield KeyLine(action.name, said, _caps(action, words), chosen, also)


def _label(action: Action, words: Words, colours: Colours) -> str:
    """What the list calls `action`; empty for one that has no line of its own."""
    own, listed = words.window, keys_words(words.language)
    said = action.label(own.actions)
    match action.does:
        case PlanKey(number):
            return listed.plans if number == 0 else ""
        case Turn(number) if number:
            return listed.floor if number == 1 else ""
        case Ready(number):
            return listed.phrases if number == 0 else ""
        case Rehearse.REHEARSE if colours.rehearsal:
            return own.actions.back_to_show
        case Gesture.THEME if not colours.dark:
            return own.actions.theme_dark
    return said


def _caps(action: Action, words: Words) -> tuple[str, ...]:
    """Its keys as their caps say them; of those that go by their place the first and the last."""
    match action.does:
        case PlanKey():
            return keys.cap("plan_1", words.window), "…", str(keys.PLANS)
        case Ready():
            return keys.cap("phrase_1", words.window), "…", str(READY_MESSAGES)
        case Turn(number) if number:
            return "1", "…", str(TURNS)
    known = keys.keys_of(action.name, words.window)
    return tuple(keys.written(key, words.window) for key in known)


def sought(listed: Iterable[Section], typed: str) -> list[Section]:
    """The lines that `typed` may mean, under their menus; all when it is empty.

    A key is the action's that has it, whatever else is called alike.
    """
    listed, raw, wanted = list(listed), typed.strip().casefold(), folded(typed).split()
    if not raw:
        return listed
    exact = [(each, [line for line in each.lines if _has(line, raw)]) for each in listed]
    if not any(lines for _, lines in exact):
        exact = [
            (each, [line for line in each.lines if _fits(line, each, wanted)]) for each in listed
        ]
    return [Section(each.title, tuple(lines)) for each, lines in exact if lines]


def _has(line: KeyLine, raw: str) -> bool:
    return raw in (cap.casefold() for cap in line.caps)


def _fits(line: KeyLine, section: Section, wanted: Sequence[str]) -> bool:
    everything = folded(" ".join((line.label, line.also, section.title, *line.caps)))
    return bool(wanted) and all(
        any(word.startswith(each) for word in everything.split()) for each in wanted
    )


def laid(listed: Iterable[Section], columns: int, tall: float) -> list[Place]:
    """Where everything stands in columns `tall` lines high: down, then right, then the next page.

    A menu that would be torn goes on in the next column under its name.
    """
    places: list[Place] = []
    column, top = 0, 0.0

    def begin(title: str) -> None:
        nonlocal top
        places.append(Place(column // columns, column % columns, top, title))
        top += HEAD

    for section in listed:
        if top:
            top += GAP
            whole = HEAD + len(section.lines)
            least = whole if whole <= tall / 3 else HEAD + 2
            if top + least > tall:
                column, top = column + 1, 0.0
        begin(section.title)
        for line in section.lines:
            if top + 1 > tall:
                column, top = column + 1, 0.0
                begin(section.title)
            places.append(Place(column // columns, column % columns, top, section.title, line))
            top += 1
    return places
