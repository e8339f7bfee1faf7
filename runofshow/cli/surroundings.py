"""What the command line finds around it: a language, a screen, a place for what is kept."""

import locale
import os
import sys
from pathlib import Path


def system_language() -> str:
    """The language of the system: French, English for any other, French when it says nothing."""
    code = next(
        (value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))),
        None,
    )
    code = code or _told_otherwise()
    if code.lower().startswith("fr") or code.split(".")[0] in ("", "C", "POSIX"):
        return "fr"
    return "en"


def _told_otherwise() -> str:
    """What Windows and macOS say where the environment is silent; elsewhere that is an answer."""
    if sys.platform == "win32":
        import ctypes

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if sys.platform == "darwin":
        return locale.getlocale()[0] or ""
    return ""


def display() -> bool:
    """Whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def data_folder(given: Path | None) -> Path:
    """Where shows and settings are kept: as given, else the platform's place for such things."""
    if given is not None:
        return given
    from platformdirs import user_data_path

    return user_data_path("runofshow", appauthor=False)


def write_hours_as_chosen(given: Path | None) -> None:
    """Write hours as the settings in the folder of data say."""
    from runofshow.core.hours import write_as
    from runofshow.store import settings

    write_as(settings.glanced(data_folder(given)).hours)
