"""What the desktop says in the line of the banners: nothing modal, each once."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6 import QtCore

from runofshow.core.errors import Trouble
from runofshow.core.plurals import counted
from runofshow.core.sentences import Sentence, typeset
from runofshow.desk import Desk
from runofshow.ui.operator.banner import Banner, Choice, Severity, Told
from runofshow.ui.operator.key_names import cap
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.desktop import desktop_words

_log = logging.getLogger("runofshow")
SURE: Final = 8000
"""Milliseconds within which a second word makes a first one count."""
KNOCKS: Final = ("guessed_key", "guessed_companion", "guessed_pin")
"""What is told of who tries to be let in."""
KNOCKS_FOR: Final = 120
"""Seconds for which it stands: a régie that is busy reads it later."""


def said(name: str, **facts: object) -> Callable[[str], str]:
    """One of the desktop's texts, to be said in whatever language is asked for."""

    def text(language: str) -> str:
        written = counted(getattr(desktop_words(language), name), language, facts)
        return typeset(written) if language == "fr" else written

    return text


class Telling(QtCore.QObject):
    """Says things in `window`, of the show that `desk()` has now."""

    def __init__(self, window: OperatorWindow, desk: Callable[[], Desk]) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk

    def say(
        self,
        key: str,
        severity: Severity,
        text: Callable[[str], str],
        *choices: Choice,
        seconds: float | None = None,
        rest: Told = "",
        answer: bool = False,
    ) -> None:
        """Show a banner; see `Banner`."""
        self._window.say(
            Banner(key, severity, text, choices, seconds=seconds, rest=rest, answer=answer)
        )

    def stands(self, key: str) -> bool:
        """Whether a banner of that key stands, or waits."""
        return self._window.banners.holds(key)

    def done(self, name: str, path: Path) -> None:
        """Say for a moment what was done with a file: one of the desktop's texts."""
        self.say(name, "note", said(name, file=path.name), seconds=6)

    def ask(self, name: str, text: Callable[[str], str], *choices: tuple[str, str]) -> None:
        """Ask once more; each choice is a word's name and what it is chosen by.

        A day that was read waits for its answer, other questions lapse.
        """
        own = self._window.words.window
        keys = {name: cap(name, own) for name in ("quit", "answer")}
        links = (Choice(said(label, **keys), None, chosen) for label, chosen in choices)
        seconds = None if name == "open" else SURE / 1000
        self.say(name, "watch", text, *links, seconds=seconds, answer=True)

    def tell(self, what: Sentence, severity: Severity = "note") -> None:
        """Tell of something for a while; of who runs the show, as long as it is so."""
        _log.info("%s", what.text("en"))
        if what.code == "journal_owned":
            self.watching()
            return
        if what.code in KNOCKS:
            self.say(what.code, "watch", what.text, seconds=KNOCKS_FOR)
            return
        gone = what.code == "owner_gone"
        if gone:
            self._window.drop("watching")
        self.say(what.code, severity, what.text, seconds=None if gone else 20)

    def watching(self) -> None:
        """Say that another runs the show and this one watches."""
        self._window.drop("owner_gone")
        self.say("watching", "watch", said("watching", who=self._desk().watching))

    def trouble(self, trouble: Trouble, path: Path) -> None:
        """Say why what was just asked of a file could not be done."""
        _log.info("%s: %s", path, trouble)

        def text(language: str) -> str:
            why = trouble.text(language)
            if path.name in why:
                return why
            return said("of_file", file=path.name, why=why)(language)

        self.say("trouble", "watch", text, seconds=20, answer=True)
