"""The surroundings in which tests run and pictures are taken: the same on every machine.

`settle` comes before anything of Qt; `conftest.py` calls it, and so does a program that draws
outside pytest. Nothing of the user's is read or written: no home, setting, language, font, screen.

`RUNOFSHOW_TEST_PLATFORM=xcb make test` runs the tests on the real display instead.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# No folder of fonts: an installed Inter or B612 cannot stand in for one of ours that failed to
# load. The hinting is Debian's, so that pictures are the same everywhere.
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>true</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""


def settle() -> None:
    """Give this process and its children an empty home and a drawing platform, until it ends."""
    home = Path(tempfile.mkdtemp(prefix="runofshow-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    platform = os.environ.get("RUNOFSHOW_TEST_PLATFORM", "offscreen")
    strange = {"LANGUAGE", "QT_STYLE_OVERRIDE", "QT_FONT_DPI", "QT_LOGGING_RULES"}
    if platform == "offscreen":
        strange |= {"DISPLAY", "WAYLAND_DISPLAY"}
    for name in strange:
        os.environ.pop(name, None)
    os.environ.update(
        _folders(home),
        HOME=str(home),
        FONTCONFIG_FILE=str(_no_fonts(home)),
        LC_ALL="C.UTF-8",
        QT_QPA_PLATFORM=platform,
        QT_QPA_PLATFORMTHEME="",
        QT_SCALE_FACTOR="1",
        RUNOFSHOW_ALONE="1",  # what tests start is the program itself, unless they say otherwise
        WAKEPY_FAKE_SUCCESS="yes",  # the machine itself is kept awake by no test
    )


def _folders(home: Path) -> dict[str, str]:
    names = {"DATA_HOME": "data", "CONFIG_HOME": "config", "CACHE_HOME": "cache"}
    names |= {"STATE_HOME": "state", "RUNTIME_DIR": "run"}
    for folder in names.values():
        (home / folder).mkdir(mode=0o700)
    return {f"XDG_{name}": str(home / folder) for name, folder in names.items()}


def _no_fonts(home: Path) -> Path:
    file = home / "fonts.conf"
    file.write_text(_FONTS.format(cache=home / "cache"), "utf-8")
    return file
