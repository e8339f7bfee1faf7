"""The command line (contract.md §4): a line is read, what it asks for is done.

Heavy things are imported in the branch that needs them: the window must be painted within 300 ms.
Exit codes: 0 done, 1 the input is wrong (one sentence on standard error, never a traceback),
2 wrong usage. A fault of the program is one sentence too; the log of the data folder has its
place.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from runofshow import spawning
from runofshow.cli import showing
from runofshow.cli.late import late
from runofshow.cli.surroundings import data_folder, system_language, write_hours_as_chosen
from runofshow.cli.usage import Parser, language_of

LANGUAGES: Final = ("fr", "en")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; returns the exit code."""
    _speak_anyway()
    # What else is installed changes nothing in how a schedule is read; looking for it takes 3 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    late("importlib.metadata", "entry_points")  # 10 ms, and pydantic would only ask for its plugins
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--read-apart"]:  # a packed program that reads a file for another (reading.py)
        from runofshow.reading_child import main as read_one

        read_one()
    language = language_of(words, LANGUAGES, system_language())
    options = _parser(words, language).parse_args(words)
    try:
        if options.run is showing.run:  # a show that runs has its own hooks
            return _done(options, language)
        from runofshow.cli.faults import caught

        with caught(data_folder(options.data), language):
            return _done(options, language)
    except Exception as fault:  # noqa: BLE001 (the command line's hook: nobody caught it)
        from runofshow.cli.faults import caught

        with caught(data_folder(options.data), language) as faults:
            faults.take(fault)
        return 1


def _done(options: argparse.Namespace, language: str) -> int:
    """Do what is asked; returns the exit code."""
    from runofshow.core.errors import Trouble

    try:
        if options.run is not showing.run:  # a window knows its settings itself
            write_hours_as_chosen(options.data)
        return int(options.run(options, language))
    except Trouble as trouble:
        from runofshow.cli.checking import complain

        complain(trouble, language, getattr(options, "file", None))
        return 1
    except BrokenPipeError:  # the reader of a pipe has gone: nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _speak_anyway() -> None:
    """Let a sign that the terminal or the pipe cannot take be replaced rather than end it all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser(words: Sequence[str], language: str) -> Parser:
    """The parser of a command when the first word that is no option names one, else of a show."""
    shared = Parser(language=language, add_help=False)
    _share(shared)
    if _first_word(words) not in spawning.COMMANDS:
        return showing.parser(shared, spawning.COMMANDS)
    from runofshow.cli.commands import COMMANDS

    parser = Parser(language=language, prog="runofshow", parents=[shared])
    commands = parser.add_subparsers(metavar=parser.says("COMMAND"), required=True)
    for name, (run, add) in COMMANDS.items():
        text = parser.says(name)
        again = [_shared_again(language)]
        sub = commands.add_parser(
            name, language=language, help=text, description=_begun(text), parents=again
        )
        add(sub)
        sub.set_defaults(run=run)
    return parser


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _share(parser: Parser) -> None:
    parser.add_argument("--data", type=Path, metavar=parser.says("DIR"), help=parser.says("data"))
    parser.add_argument("--lang", choices=LANGUAGES, help=parser.says("lang"))


def _shared_again(language: str) -> Parser:
    """The shared options once more, for after the command; what stood before it is kept."""
    again = Parser(language=language, add_help=False, argument_default=argparse.SUPPRESS)
    _share(again)
    return again


def _first_word(words: Sequence[str]) -> str | None:
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word in ("--data", "--lang"):
            skip = True
        elif not word.startswith("-"):
            return word
    return None
