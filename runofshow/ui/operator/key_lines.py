"""The list of keys as text: which lines there are, which of them are sought, where each stands.

- Every action has a line, under its menu; speakers, ready messages and plans share one each. What
  the keys do in one part of the window has its line under that part.
- What walks all lists and lines is told at the end; it is the same for ever.
- What is typed is sought in labels of both languages and in the names of keys.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import Final, NamedTuple

from runofshow.ui.operator import key_names
from runofshow.ui.operator.actions import Action, Gesture, Menu, Rehearse, menu_name
from runofshow.ui.operator.keys import ACTIONS, action
from runofshow.ui.operator.local_keys import LOCALS, Scope, family, family_of, local
from runofshow.ui.operator.seeking import folded
from runofshow.ui.texts import Words
from runofshow.ui.texts import words as words_of
from runofshow.ui.texts.keys import keys_words
from runofshow.ui.theme import Colours

Part = Menu | Scope | None
"""What the lines of a section are of; None is what all lists and lines have in common."""
_PARTS: Final = tuple(each for each in Scope if each not in (Scope.EVERYWHERE, Scope.RUNDOWN))
ORDER: Final[tuple[Part, ...]] = (
    Menu.LIVE, Menu.STAGE, Menu.RECOVERY, Menu.PEOPLE, Menu.RUNDOWN, Scope.RUNDOWN, Menu.REHEARSAL,
    Menu.FILE, Menu.VIEW, Menu.HELP, *_PARTS, None,
)  # fmt: skip
REHEARSING: Final[tuple[Part, ...]] = (
    Menu.REHEARSAL, Menu.LIVE, Menu.RECOVERY, Menu.RUNDOWN, Scope.RUNDOWN, Menu.STAGE, Menu.PEOPLE,
    Menu.FILE, Menu.VIEW, Menu.HELP, *_PARTS, None,
)  # fmt: skip
"""The sections as they are listed, also while a rehearsal runs."""
HEAD: Final = 1.15
"""Height of a menu's name, in lines."""
GAP: Final = 0.45
"""Between two menus of a column, in lines."""


class KeyLine(NamedTuple):
    """A line: the name in the tables (none for what is the same for ever), its words, its caps.

    `own` says whether the régie chose the keys; `also` is sought too.
    """

    name: str
    label: str
    caps: tuple[str, ...]
    own: bool = False
    also: str = ""


class Section(NamedTuple):
    """The lines of a menu, or of a part of the window."""

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
    """All the lines, by part; a rehearsal's first while there is one, else only how to begin it."""
    order = REHEARSING if colours.rehearsal else ORDER
    return [Section(title(part, words), tuple(lines(part, words, colours))) for part in order]


def title(part: Part, words: Words) -> str:
    """What a section is called."""
    listed = keys_words(words.language)
    match part:
        case None:
            return listed.walking
        case Menu():
            return menu_name(part, words.window)
        case Scope():
            return listed.scopes[part.value]


def lines(part: Part, words: Words, colours: Colours) -> Iterator[KeyLine]:
    """The lines of a section."""
    match part:
        case None:
            return _walks(words)
        case Menu():
            return _of_menu(part, words, colours)
        case Scope():
            named = (each.over or each.name for each in LOCALS if each.scope is part)
            labels = (each.name for each in LOCALS if each.scope is part)
            return map(_line, named, labels, repeat(words))


def _walks(words: Words) -> Iterator[KeyLine]:
    own, other = keys_words(words.language), keys_words(_other(words))
    for (pressed, label), (_, also) in zip(own.walks, other.walks, strict=True):
        caps = tuple(key_names.written(key, words.window) for key in pressed.split())
        yield KeyLine("", label, caps, also=also)


def _of_menu(menu: Menu, words: Words, colours: Colours) -> Iterator[KeyLine]:
    for each in ACTIONS:
        waits = menu is Menu.REHEARSAL and each.does is not Rehearse.REHEARSE
        if each.menu is not menu or (waits and not colours.rehearsal):
            continue
        digits = family_of(each.name)
        if digits is None or (each.name == "floor_0" and menu is Menu.LIVE):
            line = _line(each.name, each.name, words)
            yield line._replace(label=_title(each, words, colours))
        elif digits[1] == 1:
            yield _line(digits[0].name, digits[0].name, words)


def _line(name: str, labelled: str, words: Words) -> KeyLine:
    """The line of the keys of `name`, which do what `labelled` is called."""
    chosen = name in words.window.chosen_keys
    also = label(labelled, words_of(_other(words)))
    return KeyLine(name, label(labelled, words), _caps(name, words), chosen, also)


def _other(words: Words) -> str:
    return "en" if words.language == "fr" else "fr"


def _title(action: Action, words: Words, colours: Colours) -> str:
    """What the list calls `action` just now."""
    own = words.window.actions
    match action.does:
        case Rehearse.REHEARSE if colours.rehearsal:
            return own.back_to_show
        case Gesture.THEME if not colours.dark:
            return own.theme_dark
    return label(action.name, words)


def label(name: str, words: Words) -> str:
    """What is called `name` in the tables, in words."""
    if family(name) is not None or local(name) is not None:
        return keys_words(words.language).local[name]
    return action(name).label(words.window.actions)


def _caps(name: str, words: Words) -> tuple[str, ...]:
    """Its keys as their caps say them; of a family the first and the last."""
    caps = tuple(key_names.written(key, words.window)
                 for key in key_names.keys_of(name, words.window))  # fmt: skip
    digits = family(name)
    return caps if digits is None or not caps else (*caps, "…", str(digits.last))


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


def pages_of(places: Sequence[Place]) -> int:
    """How many pages there are."""
    return 1 + max((place.page for place in places), default=0)


def laid(listed: Sequence[Section], columns: int, tall: float) -> list[Place]:
    """Where everything stands in columns at most `tall` lines high, on the fewest pages.

    Where there are several, as few menus are torn as that allows, and all are equally full.
    """
    tight = set_down(listed, columns, tall, TORN[-1])
    pages = pages_of(tight)
    if pages == 1:
        return tight
    ways = (set_down(listed, columns, tall, torn) for torn in TORN)
    torn, best = next(way for way in zip(TORN, ways, strict=True) if pages_of(way[1]) == pages)
    for less in range(1, int(tall)):
        tried = set_down(listed, columns, tall - less, torn)
        if pages_of(tried) > pages:
            break
        best = tried
    return best


TORN: Final = (1.0, 0.5, 1 / 3)
"""From how much of a column a menu may be torn."""


def set_down(listed: Iterable[Section], columns: int, tall: float, torn: float) -> list[Place]:
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
            least = whole if whole <= tall * torn else HEAD + 2
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
