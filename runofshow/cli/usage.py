"""The command line's grammar in words: help, and what is wrong with a line, in either language.

argparse reads the line; all that a person reads of it is said here. Wrong usage ends with code 2, a
sentence, and how the command is written.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NoReturn

from runofshow.cli.words import WORDS

if TYPE_CHECKING:
    from runofshow.core.times import Civil
    from runofshow.opening import Address

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""The years of a day to run, as in a schedule file: beyond, instants cannot be reckoned."""

_WRONG: Final = (
    (r"the following arguments are required: (?P<what>.*)", "lacks"),
    (r"unrecognized arguments: (?P<what>.*)", "unknown"),
    (r"argument (?P<name>\S+): expected .*argument.*", "alone"),
    (r"argument (?P<name>\S+): invalid choice: (?P<what>.*) \(choose from (?P<from>.*)\)",
     "choice"),
    (r"argument (?P<name>\S+): ignored explicit argument (?P<what>.*)", "no_value"),
    (r"argument (?P<name>\S+): (?P<what>.*)", "value"),
)  # fmt: skip
"""What argparse complains of, by the sentence that says it; the first that fits. The last bears
what our own readers of values say."""


_QUOTED: Final = ("choice", "no_value")
"""Where argparse quotes what was typed."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks `language`. Abbreviated options are none: they change as others come."""

    def __init__(self, *, language: str, **settings: Any) -> None:
        self.language = language
        formatter = partial(_Formatter, language)
        ours: dict[str, Any] = {"formatter_class": formatter, "allow_abbrev": False}
        helps = settings.pop("add_help", True)
        super().__init__(**ours, add_help=False, **settings)
        if helps:
            self.add_argument("-h", "--help", action="help", help=self.says("help"))

    def says(self, name: str, /, **facts: object) -> str:
        """The words called `name` in the parser's language."""
        return said(name, self.language, **facts)

    def day(self, text: str) -> date:
        """A date as a person gives it, 2026-01-19 or 19 janvier; none that is doubtful."""
        day = _day(text)
        if day is None:
            raise argparse.ArgumentTypeError(self.says("no_date", text=text))
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise argparse.ArgumentTypeError(self.says("no_day", text=text))
        return day

    def hour(self, text: str) -> "Civil":
        """A time of day as a person writes it: 10h05."""
        from runofshow.core.times import Misread, read_civil

        try:
            return read_civil(text)
        except Misread:
            raise argparse.ArgumentTypeError(self.says("no_hour", text=text)) from None

    def size(self, text: str) -> tuple[int, int]:
        """A size in pixels: 1920x1080."""
        match = re.fullmatch(r"(\d{2,4})\s*[x×*]\s*(\d{2,4})", text.strip(), re.IGNORECASE)
        if match is None:
            raise argparse.ArgumentTypeError(self.says("no_size", text=text))
        return int(match[1]), int(match[2])

    def where(self, text: str) -> "Address":
        """Where to open the show, as a person gives it: a port, or a host and a port."""
        from runofshow.opening import Address

        found = re.fullmatch(r"(?:(\[[0-9a-f:.%\w]+\]|[^:\s\[\]]+):)?([0-9]{1,5})", text, re.ASCII)
        if found is None or int(found[2]) >= 1 << 16:
            raise argparse.ArgumentTypeError(self.says("no_where", text=text))
        return Address(int(found[2]), found[1].strip("[]")) if found[1] else Address(int(found[2]))

    def error(self, message: str) -> NoReturn:
        """End with what is wrong, how it is written, and code 2."""
        print(f"{self.prog}{self.says('colon')} {_wrong(message, self)}", file=sys.stderr)
        self.print_usage(sys.stderr)
        self.exit(2)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        from runofshow.core.dates import read_date
        from runofshow.core.times import Misread
    try:
        day = read_date(text, datetime.now().astimezone().date())
    except Misread:
        return None
    return None if day.doubt or day.until else day.on


def _wrong(message: str, parser: Parser) -> str:
    for pattern, name in _WRONG:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            facts = match.groupdict()
            if name in _QUOTED:
                facts = {key: value.replace("'", "") for key, value in facts.items()}
            return parser.says(f"wrong_{name}", **facts)
    return parser.says("wrong")


class _Formatter(argparse.HelpFormatter):
    """Help with the headings in the language."""

    def __init__(self, language: str, prog: str, **settings: Any) -> None:
        super().__init__(prog, max_help_position=28, **settings)
        self._language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        ours = said("usage", self._language) if prefix is None else prefix
        super().add_usage(usage, actions, groups, ours)

    def start_section(self, heading: str | None) -> None:
        names = {"positional arguments": "arguments", "options": "options"}
        name = names.get(heading or "")
        super().start_section(said(name, self._language) if name else heading)


def said(name: str, language: str, /, **facts: object) -> str:
    """The words called `name` in `language`, with their facts."""
    french, english = WORDS[name]
    return (french if language == "fr" else english).format(**facts)


def language_of(words: Iterable[str], known: Iterable[str], otherwise: str) -> str:
    """The language that a line asks for, before it is read: its own mistakes are told in it."""
    found, languages = otherwise, tuple(known)
    before = ""
    for word in words:
        value = word if before == "--lang" else word.removeprefix("--lang=")
        if value in languages and (before == "--lang" or word != value):
            found = value
        before = word
    return found
