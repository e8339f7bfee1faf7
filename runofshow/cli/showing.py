"""Running a show, which is what a line asks for that names no command: in windows, or without."""

import argparse
import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from runofshow import __version__, spawning
from runofshow.cli.surroundings import (
    data_folder,
    display,
    system_language,
    write_hours_as_chosen,
)
from runofshow.cli.usage import Parser

OSC: Final = "8400"
COMPANION: Final = "4001"
"""The port where Companion's module looks unless it is told otherwise."""


def parser(shared: Parser, commands: Sequence[str]) -> Parser:
    """The parser of a line that names none of the `commands`; it speaks as `shared` does."""
    says = shared.says
    parser = Parser(
        language=shared.language,
        prog="runofshow",
        parents=[shared],
        description=says("app"),
        epilog=says("app_commands", names=", ".join(commands)),
    )
    parser.add_argument("file", nargs="?", type=Path, metavar=says("FILE"), help=says("app_file"))
    parser.add_argument("--date", type=parser.day, metavar=says("DAY"), help=says("date"))
    parser.add_argument("--now", action="store_true", help=says("now"))
    parser.add_argument("--headless", action="store_true", help=says("headless"))
    parser.add_argument("--serve", type=parser.where, metavar=says("WHERE"), help=says("serve"))
    parser.add_argument(
        "--companion", type=parser.where, nargs="?", const=COMPANION,
        metavar=says("WHERE"), help=says("companion"),
    )  # fmt: skip
    parser.add_argument(
        "--osc", type=parser.where, nargs="?", const=OSC,
        metavar=says("WHERE"), help=says("osc"),
    )  # fmt: skip
    parser.add_argument(
        "--version", action="version", version=f"runofshow {__version__}", help=says("version")
    )
    parser.set_defaults(run=run)
    return parser


def run(options: argparse.Namespace, language: str) -> int:
    """Run the show until it is left; returns the exit code."""
    gc.disable()  # what starting makes stays: looking for garbage in it takes a fifth of the time
    try:
        return _run(options, language)
    finally:
        gc.enable()


def _run(options: argparse.Namespace, language: str) -> int:
    from runofshow.opening import Request, Wired

    request = Request(
        data_folder(options.data), options.file, options.date, options.now,
        serve=options.serve, wired=Wired(options.companion, options.osc),
    )  # fmt: skip
    if spawning.AGAIN in os.environ:
        from runofshow.lifeline import again

        request = request._replace(again=again())
    if options.headless or not display():
        from runofshow.cli import headless

        write_hours_as_chosen(options.data)
        return headless.run(request, language, said=not options.headless)
    from runofshow.ui.loading import load_qt

    load_qt()
    from runofshow.desktop.first_painting import started

    painting = started(request, options.lang, system_language())
    from runofshow import app

    return app.run(painting)
