"""What is said of the network in the banner line."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from runofshow.core.plurals import counted
from runofshow.core.sentences import typeset
from runofshow.desktop.telling import Telling
from runofshow.ui.operator.banner import Severity
from runofshow.ui.operator.key_names import cap
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.network import network_words

if TYPE_CHECKING:
    from runofshow.ui.operator.network_rows import Reach

SECONDS = 12
"""For how long it is said what was done."""


class NetworkTelling:
    """Says the texts of the network, with the keys that the régie has."""

    def __init__(self, window: OperatorWindow, telling: Telling) -> None:
        self._window, self.telling = window, telling

    def say(
        self,
        name: str,
        place: "Reach | str" = "",
        *,
        key: str = "network",
        severity: Severity = "note",
        **facts: object,
    ) -> None:
        """Say one of the texts of the network; what asks for a hand, until it is so no more."""
        from runofshow.ui.operator.network_rows import Reach, where

        def text(language: str) -> str:
            words = network_words(language)
            told = where(place, words) if isinstance(place, Reach) else place
            named = {"key": cap(key, self._window.words.window), "where": told}
            return said(name, named | facts)(language)

        seconds = None if severity == "act" else SECONDS
        self.telling.say("network", severity, text, seconds=seconds, answer=severity == "note")

    def drop(self) -> None:
        """What was said last is so no more."""
        self._window.drop("network")


def said(name: str, facts: Mapping[str, object]) -> Callable[[str], str]:
    """One of the texts of the network with its facts, in whatever language is asked for."""

    def text(language: str) -> str:
        written = counted(getattr(network_words(language), name), language, facts)
        return typeset(written) if language == "fr" else written

    return text
