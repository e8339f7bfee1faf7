"""What the program remembers of this machine and its user, apart from any show.

Kept in `settings.json` of the data folder. A file that cannot be read is set aside, never written
over, and the defaults are taken; keys of a newer version are kept.
"""

import contextlib
import json
from codecs import BOM_UTF8
from collections.abc import Mapping
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from runofshow.core.errors import Unreadable
from runofshow.core.hours import EnglishHours, FrenchHours, Hours
from runofshow.core.sentences import Sentence
from runofshow.store import files

NAME: Final = "settings.json"
MOST: Final = 50
"""How many outputs there may be: more is no hall, but a file that somebody wrote."""


class Remembered(BaseModel):
    """What all parts of the settings share: frozen, strict about types, unknown keys kept."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)


class ScreenIdentity(Remembered):
    """A physical screen: by maker, model and serial, else by its connector's name (stack.md)."""

    maker: str = ""
    model: str = ""
    serial: str = ""
    connector: str = ""


class ReadyPhrase(Remembered):
    """A ready message: its text (empty: none on that key), for how many seconds, how large."""

    text: Annotated[str, Field(max_length=200)] = ""
    seconds: Annotated[int, Field(ge=1, le=86_400)] | None = None
    flash: bool = False


class Geometry(Remembered):
    """Where a window was, in logical pixels, on which screen, and whether it filled that."""

    x: Annotated[int, Field(ge=-100_000, le=100_000)]
    y: Annotated[int, Field(ge=-100_000, le=100_000)]
    width: Annotated[int, Field(ge=1, le=100_000)]
    height: Annotated[int, Field(ge=1, le=100_000)]
    maximised: bool = False
    screen: ScreenIdentity | None = None


Density = Literal["compact", "normal", "roomy"]
"""How close the rows of the rundown stand."""


class RundownView(Remembered):
    """How the rundown is looked at.

    `folded` are the sessions that are folded, by the title of the day; `hidden` the columns that
    are not shown and `widths` those made wider or narrower, in pixels: "speakers", "note", or
    "crew:" and the name of a column of the crew.
    """

    density: Density = "normal"
    folded: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    widths: Mapping[str, Annotated[int, Field(ge=20, le=2000)]] = Field(default_factory=dict)


STAGE: Final = "stage"
"""The key of the first output."""
_OF_STAGE: Final = {"stage_screen": "screen", "stage_inches": "inches", "stage_metres": "metres"}
"""Where the stage's own settings stood when there was one output only."""


class Output(Remembered):
    """One of the screens that people are shown, and what it shows.

    `key` names it for good, `name` is how the régie calls it, empty: as the program does; `layout`,
    `mirrored`, `turned`, `without`, `ground` and `room` are those of a Look (ui/speaker/look.py).
    `screen` is the one it was given, None: none (the stage then takes one that is free). `language`
    and `palette` None are those of the window and the stage. `inches` is the screen's diagonal,
    None: as it tells; `metres` is from how far it is looked at. `joins` is whether it shows
    rehearsals and demonstrations too, None: when its layout is for those who speak. `on` is whether
    it is open. `as_window` makes it a window without a frame, `width` by `height` pixels, that
    stays at `left`, `top` for another program to capture; never full screen. `image` is whether a
    file holds its picture too, for a program that mixes pictures.
    """

    key: str = STAGE
    name: Annotated[str, Field(max_length=40)] = ""
    layout: str = "timer"
    mirrored: bool = False
    turned: Literal[0, 90, 180, 270] = 0
    without: tuple[str, ...] = ()
    ground: str = "paper"
    room: Annotated[str, Field(max_length=200)] = ""
    screen: ScreenIdentity | None = None
    language: Literal["fr", "en"] | None = None
    palette: str | None = None
    inches: Annotated[float, Field(ge=5, le=1000)] | None = None
    metres: Annotated[float, Field(ge=0.5, le=200)] = 10
    joins: bool | None = None
    on: bool = True
    as_window: bool = False
    width: Annotated[int, Field(ge=160, le=8192)] = 1280
    height: Annotated[int, Field(ge=90, le=8192)] = 720
    left: Annotated[int, Field(ge=-100_000, le=100_000)] | None = None
    top: Annotated[int, Field(ge=-100_000, le=100_000)] | None = None
    image: bool = False


class Sound(Remembered):
    """The chime in the régie's headset: whether there is one, where, how loud, and at what.

    `device` is the output's name, None: where the system plays its own; `volume` is in hundredths.
    """

    on: bool = False
    device: str | None = None
    volume: Annotated[int, Field(ge=0, le=100)] = 60
    warning: bool = True
    danger: bool = True
    over: bool = True
    questions: bool = True
    due: bool = True
    call: bool = True
    gong: bool = True


class Venue(Remembered):
    """How the show is opened to the venue's network.

    `interface` is the name that the system has for the one it is opened on, "": this machine alone;
    `language` is that of the pages, None: what each device prefers. `open_for` is the name of the
    journal of the show that is open, "" when none is: a program that was killed opens it again.
    """

    interface: Annotated[str, Field(max_length=200)] = ""
    port: Annotated[int, Field(ge=1, le=65_535)] = 9015
    language: Literal["fr", "en"] | None = None
    open_for: Annotated[str, Field(max_length=300)] = ""


class Backup(Remembered):
    """Where the journal's double is kept (store/double.py): `folder`, "" for nowhere.

    `stick` is where the disk that it is on is plugged in, "" where the shows are on it too.
    """

    folder: Annotated[str, Field(max_length=4000)] = ""
    stick: Annotated[str, Field(max_length=4000)] = ""


class Settings(Remembered):
    """The settings, each with its default.

    `language` None is the system's; `hours_fr` and `hours_en` are how hours are written in each
    language; `guard_ms` is how soon after a GO another is refused, in
    milliseconds; `windows` are geometries by the window's name; `columns` are what the columns of
    a table were taken for, by their number, for each shape of table that was corrected; `keys` are
    those that an action has instead of the table's, by its name; `locked` is the show lock;
    `phrases` None are the program's own; `outputs` are the screens that people are shown, the
    stage's first, never none; `palette` are the stage's colours;
    `live_word` is which word marks what is on air; `recent` are files opened lately, last first;
    `toured` is whether the tour was ever begun;
    `rundown` is how the rundown is looked at; `double` is where the journal's double is kept;
    `venue` is how the show is opened to the network;
    `apart` is whether the network is served from a
    thread of its own.
    """

    language: Literal["fr", "en"] | None = None
    dark: bool = True
    hours_fr: FrenchHours = "9h15"
    hours_en: EnglishHours = "24h"
    guard_ms: Annotated[int, Field(ge=0, le=10_000)] = 600
    outputs: Annotated[tuple[Output, ...], Field(min_length=1, max_length=MOST)] = (Output(),)
    windows: Mapping[str, Geometry] = Field(default_factory=dict)
    palette: str = "classic"
    live_word: Literal["live", "antenna"] = "live"
    recent: tuple[str, ...] = ()
    toured: bool = False
    phrases: tuple[ReadyPhrase, ...] | None = None
    columns: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    locked: bool = False
    rundown: RundownView = RundownView()
    sound: Sound = Sound()
    double: Backup = Backup()
    venue: Venue = Venue()
    apart: bool = False

    @field_validator("outputs")
    @classmethod
    def _keyed(cls, outputs: tuple[Output, ...]) -> tuple[Output, ...]:
        """Each by a key of its own, whatever a hand wrote into the file."""
        keys = [STAGE]
        for output in outputs[1:]:
            key = output.key
            if key in keys:
                key = next(str(n) for n in count(2) if str(n) not in keys)
            keys.append(key)
        named = zip(outputs, keys, strict=True)
        return tuple(each.model_copy(update={"key": key}) for each, key in named)

    @property
    def guard(self) -> timedelta:
        """How soon after a GO another is refused."""
        return timedelta(milliseconds=self.guard_ms)

    @property
    def hours(self) -> Hours:
        """How hours are written."""
        return Hours(self.hours_fr, self.hours_en)

    @property
    def stage(self) -> Output:
        """The first output: what the speakers see."""
        return self.outputs[0]

    @property
    def stage_screen(self) -> ScreenIdentity | None:
        """The screen that the stage was given."""
        return self.stage.screen

    @property
    def stage_inches(self) -> float | None:
        """The diagonal of the stage's screen, None: as it tells."""
        return self.stage.inches

    @property
    def stage_image(self) -> bool:
        """Whether a file holds the stage's picture too."""
        return self.stage.image

    @property
    def stage_metres(self) -> float:
        """From how far the stage's screen is looked at."""
        return self.stage.metres


def load(folder: Path) -> tuple[Settings, Sentence | None]:
    """The settings kept in `folder`, and what is to be said when they could not be read."""
    path = folder / NAME
    try:
        data = files.load(path)
    except Unreadable as error:
        return Settings(), _unread(path, error)
    try:
        return _read(data), None
    except ValidationError as error:
        return _salvaged(path, data, error)


def glanced(folder: Path) -> Settings:
    """The settings kept in `folder`, defaults where they cannot be read; nothing is touched."""
    return kept(folder) or Settings()


def kept(folder: Path) -> Settings | None:
    """The settings kept in `folder`, None where they cannot be read; nothing is touched."""
    with contextlib.suppress(Unreadable, ValidationError):
        return _read(files.load(folder / NAME))
    return None


def _read(data: bytes) -> Settings:
    """Settings as kept, those of when there was one output only too; raises ValidationError."""
    text = data.removeprefix(BOM_UTF8)
    settings = Settings.model_validate_json(text)
    if not _OF_STAGE.keys() & (settings.model_extra or {}).keys():
        return settings
    values = json.loads(text)
    stage = {new: values.pop(old) for old, new in _OF_STAGE.items() if old in values}
    return Settings.model_validate_json(json.dumps({"outputs": [stage], **values}))


def _unread(path: Path, error: Unreadable) -> Sentence | None:
    """What is to be said of a file that is none, which makes way for the next one."""
    if error.code == "file_missing":
        return None
    return error.sentence if error.code == "file_denied" else _set_aside(path)


def _set_aside(path: Path) -> Sentence:
    """Renames the broken file, so that the next save does not destroy it."""
    try:
        aside = files.set_aside(path)
    except OSError as error:
        return Sentence.of("settings_unread", reason=files.reason(error))
    return Sentence.of("settings_broken", aside=aside.name)


def _salvaged(path: Path, data: bytes, error: ValidationError) -> tuple[Settings, Sentence]:
    """The settings without those that make no sense here, a newer program's perhaps.

    The file is kept beside as it was.
    """
    wrong = {str(each["loc"][0]) for each in error.errors() if each["loc"]}
    said = _set_aside(path)
    try:
        values = json.loads(data.removeprefix(BOM_UTF8))
        left = {name: value for name, value in values.items() if name not in wrong}
        settings = _read(json.dumps(left).encode())
    except (ValueError, AttributeError, RecursionError):  # ValidationError is a ValueError
        return Settings(), said
    if not left or said.code != "settings_broken":
        return settings, said
    facts = dict(said.facts) | {"names": ", ".join(sorted(wrong)), "count": len(wrong)}
    return settings, Sentence.of("settings_partly", **facts)


def save(folder: Path, settings: Settings) -> None:
    """Keeps the settings in `folder`, whole or not at all; raises Unwritable."""
    values: dict[str, Any] = settings.model_dump(mode="json")
    text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    with contextlib.suppress(OSError):  # `save` says why the folder cannot be there
        folder.mkdir(parents=True, exist_ok=True)
    files.save(folder / NAME, text.encode("utf-8", "replace"))
