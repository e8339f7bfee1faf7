"""The settings that the page of preferences offers: what each may be and how that is said. No Qt.

A setting bears the name of its field of `Settings`, with its part after a stop where it is one of
several in a field; its default is the field's. Every area adds its own here, and their words to
texts/preferences.py.
"""

from collections.abc import Mapping
from enum import StrEnum
from operator import attrgetter
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from runofshow.core.plurals import counted
from runofshow.store.settings import Settings
from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.seeking import folded
from runofshow.ui.texts.preferences import PreferencesWords


class Group(StrEnum):
    """What settings are about, in the order of the page."""

    LOOK = "look"
    RUNNING = "running"
    RUNDOWN = "rundown"
    STAGE = "stage"
    SOUND = "sound"
    MEMORY = "memory"


class Choice(NamedTuple):
    """One of some values, each a button."""

    values: tuple[Any, ...]


class Steps(NamedTuple):
    """One of many values in their order, between two buttons."""

    values: tuple[Any, ...]


class Offered(NamedTuple):
    """One of those there are now, in a menu: screens, or sound outputs."""

    of: Literal["screens", "sounds"]


class Trial(NamedTuple):
    """Nothing that is kept: a button that tries what was chosen."""


class Elsewhere(NamedTuple):
    """What has a sheet of its own, opened by a gesture."""

    opens: Gesture


class Kept(NamedTuple):
    """What was learned by itself, and can be forgotten."""


class Folder(NamedTuple):
    """A folder, asked for by a button."""


Kind = Choice | Steps | Offered | Elsewhere | Kept | Trial | Folder


class Setting(NamedTuple):
    """A setting; `language` is the only one in which it means something, None: any."""

    name: str
    group: Group
    kind: Kind
    language: str | None = None


GUARD: Final = (0, 200, 300, 400, 500, 600, 800, 1000, 1500, 2000)
"""Milliseconds."""
DIAGONALS: Final = (
    None, 15.0, 17.0, 19.0, 22.0, 24.0, 27.0, 32.0, 40.0, 43.0, 50.0, 55.0, 65.0, 75.0, 86.0, 98.0,
    120.0, 150.0, 200.0, 300.0,
)  # fmt: skip
"""Inches; None: as the screen tells."""
DISTANCES: Final = (
    1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0,
)  # fmt: skip
"""Metres."""
VOLUMES: Final = tuple(range(10, 101, 10))
"""Hundredths of the loudest."""
CHIMES: Final = ("warning", "danger", "over", "questions", "due", "call", "gong")
"""What can be heard, by the field of its setting."""

SETTINGS: Final = (
    Setting("language", Group.LOOK, Choice((None, "fr", "en"))),
    Setting("dark", Group.LOOK, Choice((True, False))),
    Setting("hours_fr", Group.LOOK, Choice(("9h15", "9 h 15", "9:15")), "fr"),
    Setting("hours_en", Group.LOOK, Choice(("24h", "12h")), "en"),
    Setting("live_word", Group.LOOK, Choice(("live", "antenna"))),
    Setting("guard_ms", Group.RUNNING, Steps(GUARD)),
    Setting("apart", Group.RUNNING, Choice((False, True))),
    Setting("keys", Group.RUNNING, Elsewhere(Gesture.KEYS)),
    Setting("double.folder", Group.RUNNING, Folder()),
    Setting("rundown.density", Group.RUNDOWN, Choice(("compact", "normal", "roomy"))),
    Setting("rundown.hidden", Group.RUNDOWN, Kept()),
    Setting("rundown.widths", Group.RUNDOWN, Kept()),
    Setting("stage_screen", Group.STAGE, Offered("screens")),
    Setting("palette", Group.STAGE, Choice(("classic", "distinct"))),
    Setting("stage_inches", Group.STAGE, Steps(DIAGONALS)),
    Setting("stage_metres", Group.STAGE, Steps(DISTANCES)),
    Setting("stage_image", Group.STAGE, Choice((False, True))),
    Setting("phrases", Group.STAGE, Elsewhere(Gesture.PHRASES)),
    Setting("sound.on", Group.SOUND, Choice((False, True))),
    Setting("sound.device", Group.SOUND, Offered("sounds")),
    Setting("sound.volume", Group.SOUND, Steps(VOLUMES)),
    Setting("sound.trial", Group.SOUND, Trial()),
    *(Setting(f"sound.{name}", Group.SOUND, Choice((False, True))) for name in CHIMES),
    Setting("recent", Group.MEMORY, Kept()),
    Setting("columns", Group.MEMORY, Kept()),
)


class Preferences(NamedTuple):
    """What the page shows: the settings as they are, and what there is to choose, by its key.

    `screens` and `sounds` are the outputs there are now; `stage` is the key of the screen that was
    chosen for the stage; `silent` is whether nothing here can play a sound.
    """

    settings: Settings
    screens: Mapping[str, str]
    stage: str | None = None
    sounds: Mapping[str, str] = MappingProxyType({})
    silent: bool = False

    def offered(self, setting: Setting) -> Mapping[str, str]:
        """What there is to choose for a setting, by its key."""
        return self.sounds if setting.kind == Offered("sounds") else self.screens

    def about(self, setting: Setting, words: PreferencesWords) -> str:
        """What the setting does; or what it needs to."""
        if self.silent and setting.name == "sound.on":
            return words.no_sound
        if isinstance(setting.kind, Folder) and (folder := self.value(setting)):
            return words.written_in.format(folder=folder)
        return words.abouts[setting.name]

    def value(self, setting: Setting) -> Any:
        """What the setting is now."""
        if setting.name == "stage_screen":
            return self.stage
        if isinstance(setting.kind, Trial):
            return None
        return attrgetter(setting.name)(self.settings)

    def is_default(self, setting: Setting) -> bool:
        """Whether it is as the program has it."""
        return bool(self.value(setting) == default(setting))


def default(setting: Setting) -> Any:
    """What the program has a setting be."""
    if isinstance(setting.kind, Trial):
        return None
    return attrgetter(setting.name)(_DEFAULTS)


_DEFAULTS: Final = Settings()


def said(setting: Setting, value: Any, words: PreferencesWords, offered: Mapping[str, str]) -> str:
    """How a value of the setting is said; `offered` are those there are to choose."""
    measured = _measured(setting.name, value, words)
    if measured is not None:
        return measured
    match setting.name:
        case "stage_screen" | "sound.device" if value is not None:
            return offered.get(value, value)
        case "double.folder":
            return PurePath(value).name or value if value else words.none["double.folder"]
        case name if name in words.counted:
            if not value:
                return words.none[name]
            return counted(words.counted[name], words.language, {"count": len(value)})
        case name if isinstance(value, bool) and name.startswith("sound."):
            return words.rings if value else words.silent
        case name:
            return words.values[f"{name}.{value}"]


def _measured(name: str, value: Any, words: PreferencesWords) -> str | None:
    """How a number is said with its unit; None for what is no number."""
    match name:
        case "guard_ms" if value:
            return words.seconds.format(value=_decimal(value / 1000, words))
        case "guard_ms":
            return words.no_guard
        case "stage_metres":
            return words.metres.format(value=_decimal(value, words))
        case "stage_inches":
            return words.inches.format(value=_decimal(value, words)) if value else words.inches_told
        case "sound.volume":
            return words.percent.format(value=value)
        case _:
            return None


def _decimal(value: float, words: PreferencesWords) -> str:
    text = f"{value:g}"
    return text.replace(".", ",") if words.language == "fr" else text


def stepped(values: tuple[Any, ...], value: Any, by: int) -> Any:
    """The value so many steps on, the next beyond one that is not among `values`; never round."""
    if value in values:
        return values[max(0, min(values.index(value) + by, len(values) - 1))]
    below = [each for each in values if each is None or each < value]
    at = len(below) - 1 + (by if by > 0 else by + 1)
    return values[max(0, min(at, len(values) - 1))]


def found(text: str, words: PreferencesWords) -> tuple[Setting, ...]:
    """The settings that mean something in this language and answer to all the words of `text`.

    Accents, capitals and marks do not count.
    """
    wanted = folded(text).split()
    here = [each for each in SETTINGS if each.language in (None, words.language)]
    return tuple(each for each in here if all(part in _told(each, words) for part in wanted))


def named(text: str, setting: Setting, words: PreferencesWords) -> bool:
    """Whether the setting's own name answers to all the words of `text`."""
    return all(part in folded(words.names[setting.name]) for part in folded(text).split())


def _told(setting: Setting, words: PreferencesWords) -> str:
    """All that is said of a setting, for what is typed to be found in."""
    name = setting.name
    values = (text for key, text in words.values.items() if key.startswith(f"{name}."))
    group = words.groups[setting.group]
    return folded(
        " ".join((words.names[name], words.abouts[name], words.also[name], group, *values))
    )
