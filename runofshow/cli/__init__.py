"""The command line (contract.md §4).

Heavy things are imported in the branch that needs them: `runofshow board` must not load Qt, and
the window must be painted within 300 ms. Exit codes: 0 done, 1 the input is wrong (one sentence on
standard error, never a traceback), 2 wrong usage.
"""

import argparse
import gc
import io
import json
import locale
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from runofshow import __version__

if TYPE_CHECKING:
    from runofshow.core.errors import Trouble
    from runofshow.formats.own import Read

LANGUAGES: Final = ("fr", "en")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; returns the exit code."""
    _speak_anyway()
    # What else is installed changes nothing in how a schedule is read; looking for it takes 3 ms.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser(words).parse_args(words)
    language = options.lang or spoken()
    from runofshow.core.errors import Trouble

    try:
        return int(options.run(options, language))
    except Trouble as trouble:
        _complain(trouble, language)
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


def main_gui() -> int:
    """The entry without a terminal."""
    return main()


def spoken() -> str:
    """The language of the system: French, English for any other, French when it says nothing."""
    code = next(
        (value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))),
        None,
    )
    code = code or _system_language()
    if code.lower().startswith("fr") or code.split(".")[0] in ("", "C", "POSIX"):
        return "fr"
    return "en"


def _system_language() -> str:
    """What Windows and macOS say where the environment is silent; elsewhere that is an answer."""
    if sys.platform == "win32":
        import ctypes

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if sys.platform == "darwin":
        return locale.getlocale()[0] or ""
    return ""


def _complain(trouble: "Trouble", language: str) -> None:
    print(trouble.text(language), file=sys.stderr)


# --- the grammar -------------------------------------------------------------------------------


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of a command when the first word that is no option names one, else of the app."""
    shared = argparse.ArgumentParser(add_help=False)
    _share(shared)
    first = _first_word(words)
    if first not in COMMANDS:
        return _app_parser(shared)
    parser = argparse.ArgumentParser(prog="runofshow", parents=[shared])
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, (run, add, text) in COMMANDS.items():
        sub = commands.add_parser(name, help=text, description=text, parents=[_late()])
        add(sub)
        sub.set_defaults(run=run)
    return parser


def _share(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="DIR", help="where shows and settings are")
    parser.add_argument("--lang", choices=LANGUAGES, help="the language of what is said")


def _late() -> argparse.ArgumentParser:
    """The shared options once more, for after the command; what stood before it is kept."""
    late = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _share(late)
    return late


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


def _app_parser(shared: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="runofshow",
        parents=[shared],
        description="Runs the timetable of a live day: a window for the régie, a stage screen.",
        epilog="Commands: " + ", ".join(COMMANDS) + ". `runofshow COMMAND --help` tells more.",
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a schedule file")
    parser.add_argument("--date", type=_date, metavar="D", help="run it on this date (2026-01-19)")
    parser.add_argument(
        "--now", action="store_true", help="move the day so that it begins at the next full minute"
    )
    parser.add_argument("--headless", action="store_true", help="show no window")
    parser.add_argument("--version", action="version", version=f"runofshow {__version__}")
    parser.set_defaults(run=_run)
    return parser


def _date(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date: write 2026-01-19") from None
    if not 1970 <= day.year <= 2199:  # as in a schedule file: beyond, instants cannot be reckoned
        raise argparse.ArgumentTypeError(f"{text} is no day to run: write 2026-01-19")
    return day


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_rehearse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--script", type=Path, metavar="STEPS", help="JSON Lines; - = standard input"
    )


def _add_board(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("show", nargs="?", metavar="SHOW", help="a show's name or journal file")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("show", nargs="?", metavar="SHOW", help="a show's name or journal file")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write it there: .csv or .json"
    )
    parser.add_argument(
        "--client", action="store_true", help="the client's version: nobody's overrun is in it"
    )


def _add_send(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "command", nargs="+", metavar="COMMAND", help="JSON, or words such as: go; stretch 1m"
    )


def _add_nothing(_: argparse.ArgumentParser) -> None:
    """Some commands take no words."""


# --- the commands ------------------------------------------------------------------------------


def _run(options: argparse.Namespace, language: str) -> int:
    gc.disable()  # what starting makes stays: looking for garbage in it takes a fifth of the time
    try:
        return _run_show(options, language)
    finally:
        gc.enable()


def _run_show(options: argparse.Namespace, language: str) -> int:
    from runofshow.opening import Request

    request = Request(data_folder(options.data), options.file, options.date, options.now)
    if options.headless or not display():
        from runofshow.cli import headless

        return headless.run(request, language, said=not options.headless)
    from runofshow.ui.loading import load_qt

    load_qt()
    from runofshow import app

    return app.run(request, options.lang)


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


def _read(file: Path) -> "Read":
    from runofshow.formats import own
    from runofshow.store import files

    return own.read(files.load(file), datetime.now(UTC).date())


def _check(options: argparse.Namespace, language: str) -> int:
    from runofshow.core.show import Show

    read = _read(options.file)
    problems = Show.of(read.plan).problems
    if options.json:
        found = [
            {
                "code": problem.code,
                "slot": problem.slot,
                "text": problem.said.text(language),
                "level": problem.level,
            }
            for problem in problems
        ]
        doubts = [
            {
                "place": doubt.place,
                "field": doubt.field,
                "how": doubt.how,
                "value": doubt.value,
                "why": doubt.said.text(language),
            }
            for doubt in read.doubts
        ]
        print(json.dumps({"problems": found, "doubts": doubts}, ensure_ascii=False, indent=2))
    else:
        _print_check(options.file, read, language)
    return 1 if any(problem.level == "error" for problem in problems) else 0


def _print_check(file: Path, read: "Read", language: str) -> None:
    from runofshow.core.sentences import Sentence
    from runofshow.core.show import Show

    show = Show.of(read.plan)
    for problem in show.problems:
        sign = "!!" if problem.level == "error" else " !"
        print(f"{sign} {problem.said.text(language)}")
    for doubt in read.doubts:
        print(f" ? {doubt.said.text(language)}")
    if not show.problems:
        leaves = len(show.outline.order)
        print(Sentence.of("check_well", file=file.name, count=leaves).text(language))


def _rehearse(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import rehearse

    plan = _read(options.file).plan
    if options.script is None:
        for line in rehearse.played(plan, language):
            print(line)
        return 0
    for answer in rehearse.scripted(plan, _script(options.script), language):
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 0


def _script(path: Path) -> list[str]:
    from runofshow.core.errors import Unreadable
    from runofshow.store import files

    data = sys.stdin.buffer.read() if str(path) == "-" else files.load(path)
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Unreadable("script_not_text", str(path)) from None


def _schema(options: argparse.Namespace, language: str) -> int:  # noqa: ARG001
    from runofshow.formats.schema import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


def _board(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import outside

    return outside.board(data_folder(options.data), options.show, language, as_json=options.json)


def _send(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import outside

    return outside.send(data_folder(options.data), options.command, language)


def _report(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import outside

    return outside.report(
        data_folder(options.data), options.show, language, options.output, client=options.client
    )


def _doctor(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import doctor

    return doctor.run(data_folder(options.data), language)


COMMANDS: Final = {
    "check": (_check, _add_check, "problems and doubts of a schedule file"),
    "rehearse": (_rehearse, _add_rehearse, "the day on a virtual clock"),
    "board": (_board, _add_board, "the present board of the running show"),
    "send": (_send, _add_send, "command the running show"),
    "report": (_report, _add_report, "what became of the day: who took, who gave, hours kept"),
    "schema": (_schema, _add_nothing, "the JSON Schema of the schedule file"),
    "doctor": (_doctor, _add_nothing, "what this machine can do"),
}
