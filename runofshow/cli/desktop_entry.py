"""`runofshow desktop`: the program in the desktop's menus, its icon, its files opened by a click.

Nothing but files of our own below the user's data folder (freedesktop.org: Desktop Entry, Icon
Theme, Shared MIME-info), the same however often they are written, and all taken away by `remove`.
What is told of it, `core/words/desktop_entry.py` says.
"""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from runofshow.core.errors import Unwritable
from runofshow.core.sentences import Sentence
from runofshow.places import resource
from runofshow.store import files

PROGRAM: Final = "runofshow"
DOCUMENT: Final = "application-x-runofshow"
TYPE: Final = "application/x-runofshow+json"
ENDING: Final = ".runofshow"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of the icons, as menus, docks and file managers ask for them."""
SECONDS: Final = 30
"""How long a tool of the desktop may take to note what is new."""

_ENTRY: Final = """[Desktop Entry]
Type=Application
Version=1.1
Name=Run of Show
GenericName=Rundown and stage timer
GenericName[fr]=Conducteur et chrono de scène
Comment=Runs a live day's timetable: one window for the régie, one for the stage
Comment[fr]=Conduit l'horaire d'une journée : une fenêtre pour la régie, une pour la scène
Exec={command} %f
Icon=runofshow
Terminal=false
Categories=Office;ProjectManagement;
Keywords=rundown;schedule;countdown;stage;timer;conference;show;
Keywords[fr]=conducteur;horaire;compte à rebours;scène;chrono;conférence;régie;
MimeType={type};
StartupNotify=true
StartupWMClass=runofshow
"""
_TYPE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{type}">
    <comment>Run of Show rundown</comment>
    <comment xml:lang="fr">Conducteur Run of Show</comment>
    <sub-class-of type="application/json"/>
    <icon name="{document}"/>
    <magic priority="60">
      <match type="string" offset="0:200" value="&quot;runofshow/1."/>
    </magic>
    <glob pattern="*{ending}"/>
  </mime-type>
</mime-info>
"""


def run(language: str, *, remove: bool) -> int:
    """Write our files or take them away, and say so; 1 where there is no such desktop.

    Raises Unwritable.
    """
    if not sys.platform.startswith("linux"):
        print(Sentence.of("desktop_elsewhere").text(language), file=sys.stderr)
        return 1
    home = user_data_path()
    if remove:
        gone = _remove(home)
        code = "desktop_removed" if gone else "desktop_not_there"
    else:
        for path, data in wanted(home).items():
            _write(path, data)
        code = "desktop_installed"
    print(Sentence.of(code, folder=str(home), ending=ENDING).text(language))
    for lacking in _noted(home):
        print(Sentence.of("desktop_unnoted", tool=lacking).text(language))
    return 0


def wanted(home: Path) -> Mapping[Path, bytes]:
    """Our files below the data folder `home`, and what is in them."""
    entry = _ENTRY.format(command=command(), type=TYPE)
    kind = _TYPE.format(type=TYPE, document=DOCUMENT, ending=ENDING)
    made = {
        home / "applications" / f"{PROGRAM}.desktop": entry.encode(),
        home / "mime" / "packages" / f"{PROGRAM}.xml": kind.encode(),
    }
    for name, context in ((PROGRAM, "apps"), (DOCUMENT, "mimetypes")):
        theme = home / "icons" / "hicolor"
        made[theme / "scalable" / context / f"{name}.svg"] = _picture(f"{name}.svg")
        for size in SIZES:
            place = theme / f"{size}x{size}" / context / f"{name}.png"
            made[place] = _picture(f"{name}-{size}.png")
    return made


def _picture(name: str) -> bytes:
    return (resource("desktop") / name).read_bytes()


def command() -> str:
    """How this very program is started, quoted as a desktop entry wants it."""
    beside = Path(sys.executable).with_name("runofshow-gui")
    words = [str(beside)] if beside.is_file() else [sys.executable, "-m", PROGRAM]
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    """A word of an Exec line: in quotes where it holds anything but plain letters."""
    if shlex.quote(word) == word and "%" not in word:
        return word
    escaped = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritable(
            "desktop_folder", place=str(path.parent), why=files.reason(error)
        ) from None
    if not path.is_file() or path.read_bytes() != data:
        files.save(path, data)


def _remove(home: Path) -> bool:
    """Take our files away, and most folders that are empty then; whether any was there."""
    there = [path for path in wanted(home) if path.is_file()]
    for path in there:
        try:
            path.unlink()
        except OSError as error:
            raise Unwritable("desktop_folder", place=str(path), why=files.reason(error)) from None
        if home / "mime" not in path.parents:  # its folder is needed to note that it is gone
            _prune(path, home)
    return bool(there)


def _prune(path: Path, home: Path) -> None:
    """Take away the folders between `home` and what was at `path` that are empty now."""
    for folder in path.relative_to(home).parents:
        if folder != Path() and not any((home / folder).iterdir()):
            (home / folder).rmdir()


def _noted(home: Path) -> Iterator[str]:
    """Have the desktop's own lists made anew; the tools that are not there to do it."""
    for tool, folder in (
        ("update-mime-database", home / "mime"),
        ("update-desktop-database", home / "applications"),
    ):
        found = shutil.which(tool)
        if found is None:
            yield tool
        elif folder.is_dir():
            subprocess.run(  # noqa: S603 (found on the user's own path)
                [found, str(folder)], check=False, capture_output=True, timeout=SECONDS
            )
