"""What is chosen for an output, row by row: how each is said, and what a step of it asks. No Qt."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from runofshow.store.settings import STAGE
from runofshow.ui.operator.field import Row
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.preferences import DIAGONALS, DISTANCES, stepped
from runofshow.ui.outlet import Outlet, look_of
from runofshow.ui.place import AWAY
from runofshow.ui.screens import Identity
from runofshow.ui.speaker.look import GROUNDS, LAYOUTS, TURNS
from runofshow.ui.speaker.palettes import PALETTES
from runofshow.ui.speaker.parts import PARTS, Part
from runofshow.ui.texts.looks import LookWords, look_words
from runofshow.ui.texts.outputs import OutputSheetWords, sheet_words

Does = Literal["change", "give", "bring", "shut", "show", "add", "remove"]
"""What is asked of an output: other values of its fields, another screen (its key, None: none),
to be opened, to be closed, to show "live", "dark", "frozen" or "test"; a new one; none any more."""

SIZES: Final = ((960, 540), (1280, 720), (1920, 1080), (3840, 2160), (1080, 1080), (1080, 1920))
"""Of windows to be captured, in pixels."""
WINDOW: Final = "window"
"""Stands for a window to be captured where a screen is chosen."""
PART: Final = "part."
SHOWS: Final = ("live", "dark", "frozen", "test")
_YES_NO: Final = (False, True)
VALUES: Final[Mapping[str, tuple[Any, ...]]] = {
    "state": _YES_NO,
    "done": SHOWS,
    "size": SIZES,
    "layout": LAYOUTS,
    "language": (None, "fr", "en"),
    "palette": (None, *PALETTES),
    "turned": TURNS,
    "mirrored": _YES_NO,
    "ground": GROUNDS,
    "inches": DIAGONALS,
    "metres": DISTANCES,
    "joins": (None, True, False),
    "image": _YES_NO,
}
"""What the rows may be, but for screens and parts."""


class Wish(NamedTuple):
    """What is asked of the output of that key; `value` is what `does` takes."""

    key: str
    does: Does
    value: Any = None


class Options(NamedTuple):
    """What a row may be, and what it is."""

    values: tuple[Any, ...]
    now: Any


def options(
    name: str, outlet: Outlet, screens: Sequence[StageChoice], rooms: Sequence[str] = ()
) -> Options:
    """What a row of `outlet` may be; `rooms` are those of the workshops."""
    now = _now(name, outlet)
    if name == "screen":
        there = tuple(each.key for each in screens)
        lost = () if now in (None, WINDOW, *there) else (now,)
        return Options((None, *there, *lost, WINDOW), now)
    if name == "room":
        return Options(tuple(dict.fromkeys(("", *filter(None, rooms), now))), now)
    return Options(_YES_NO if name.startswith(PART) else VALUES.get(name, ()), now)


def _now(name: str, outlet: Outlet) -> Any:
    """What a row of `outlet` is."""
    output = outlet.output
    match name:
        case "state":
            return outlet.place != AWAY
        case "done":
            return _shows(outlet)
        case "screen":
            return WINDOW if output.as_window else screen_key(outlet)
        case "size":
            return output.width, output.height
        case "layout" | "ground":
            return getattr(look_of(output), name)
        case _ if name.startswith(PART):
            return name.removeprefix(PART) not in output.without
        case _:
            return getattr(output, name, None)


def _shows(outlet: Outlet) -> str:
    if outlet.dark:
        return "dark"
    return "frozen" if outlet.frozen else "test" if outlet.testing else "live"


def screen_key(outlet: Outlet) -> str | None:
    """What the screen that it was given is called; None when it was given none."""
    given = outlet.output.screen
    known = None if given is None else Identity.of_json(given.model_dump())
    return None if known is None else known.label


def step(
    name: str,
    by: int,
    outlet: Outlet,
    screens: Sequence[StageChoice],
    rooms: Sequence[str] = (),
) -> Wish | None:
    """What so many steps on a row ask; None at an end."""
    values, now = options(name, outlet, screens, rooms)
    if not values:
        return None
    after = stepped(values, now, by) if now in values or name in ("inches", "metres") else values[0]
    return None if after == now else wish(name, after, outlet)


def wish(name: str, value: Any, outlet: Outlet) -> Wish:
    """What giving a row another value asks."""
    key, output = outlet.key, outlet.output
    match name:
        case "state":
            return Wish(key, "bring" if value else "shut")
        case "done":
            return Wish(key, "show", value)
        case "screen" if value == WINDOW:
            return Wish(key, "change", {"as_window": True})
        case "screen":
            return Wish(key, "give", value)
        case "size":
            return Wish(key, "change", {"width": value[0], "height": value[1]})
        case _ if name.startswith(PART):
            part = name.removeprefix(PART)
            without = tuple(each for each in output.without if each != part)
            return Wish(key, "change", {"without": without if value else (*without, part)})
        case _:
            return Wish(key, "change", {name: value})


def rows(
    outlet: Outlet, count: int, screens: Sequence[StageChoice], language: str
) -> tuple[Row, ...]:
    """The rows of an output, one of `count`, in their order."""
    words, looks = sheet_words(language), look_words(language)
    layout = look_of(outlet.output).layout
    names = ["state", "done", "screen", *(["size"] if outlet.output.as_window else []), "layout"]
    names += ["room"] if layout == "workshops" else []
    whose = words.of.format(name=outlet.name(language), number=outlet.number, count=count)
    made = [
        Row("output", words.rows["output"], whose, bold=True),
        Row("name", words.rows["name"], outlet.name(language), steps=False),
        *(_row(name, outlet, screens, words, looks) for name in names),
        *(_part(part, outlet, words, looks) for part in PARTS[layout]),
    ]
    after = [
        "language",
        "palette",
        "turned",
        "mirrored",
        "ground",
        "inches",
        "metres",
        "joins",
        "image",
    ]
    made += [_row(name, outlet, screens, words, looks) for name in after]
    return tuple(made)


def _row(
    name: str,
    outlet: Outlet,
    screens: Sequence[StageChoice],
    words: OutputSheetWords,
    looks: LookWords,
) -> Row:
    now = options(name, outlet, screens).now
    ruled = name in ("layout", "language", "inches")
    said = _said(name, now, outlet, screens, words, looks)
    return Row(name, words.rows[name], said, ruled=ruled, bold=name == "layout")


def _part(part: Part, outlet: Outlet, words: OutputSheetWords, looks: LookWords) -> Row:
    shown = part not in outlet.output.without
    said = words.shown if shown else words.left_out
    name = looks.part(look_of(outlet.output).layout, part)
    return Row(f"{PART}{part}", name, said, check=shown)


def _said(
    name: str,
    value: Any,
    outlet: Outlet,
    screens: Sequence[StageChoice],
    words: OutputSheetWords,
    looks: LookWords,
) -> str:
    look = look_of(outlet.output)
    told: Mapping[str, str] = {
        "layout": looks.layouts[look.layout],
        "turned": looks.turned[look.turned],
        "ground": looks.grounds[look.ground],
    }
    match name:
        case _ if name in told:
            return told[name]
        case "size":
            return words.size.format(wide=value[0], high=value[1])
        case "room" if value:
            return str(value)
        case "metres":
            return words.metres.format(value=decimal(value, words.language))
        case "inches":
            return _diagonal(value, outlet, words)
        case "screen" if value is None:
            return words.values["screen.free" if outlet.key == STAGE else "screen.None"]
        case "screen" if value != WINDOW:
            there = {each.key: each.name for each in screens}
            return there.get(value) or words.unplugged.format(screen=value)
        case _:
            return words.values[f"{name}.{value}"]


def _diagonal(value: float | None, outlet: Outlet, words: OutputSheetWords) -> str:
    if value is not None:
        return words.inches.format(value=decimal(value, words.language))
    if outlet.told is not None:
        return words.inches_told.format(value=decimal(round(outlet.told), words.language))
    return words.inches_guessed


def decimal(value: float, language: str) -> str:
    """A number as `language` writes it: 2,5 or 2.5."""
    text = f"{value:g}"
    return text.replace(".", ",") if language == "fr" else text


def state(outlet: Outlet, language: str) -> str:
    """How an output stands, in a word or two."""
    states = sheet_words(language).states
    if outlet.up:
        for done in ("dark", "frozen", "testing"):
            if getattr(outlet, done):
                return states[done]
    if outlet.place == AWAY:
        return states["closed"]
    return states[
        outlet.place.why if outlet.place.state in ("parked", "away") else outlet.place.state
    ]
