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
from datetime import date, datetime
from pathlib import Path
from typing import Final

from runofshow import __version__, spawning
from runofshow.cli.late import late
from runofshow.cli.usage import Parser, language_of

LANGUAGES: Final = ("fr", "en")
EDITIONS: Final = ("regie", "pocket", "speaker", "door", "wall")
OSC: Final = "8400"
COMPANION: Final = "4001"
"""The port where Companion's module looks unless it is told otherwise."""
PAPERS: Final = ("a4", "letter", "a5", "a6")


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
    language = language_of(words, LANGUAGES, spoken())
    options = _parser(words, language).parse_args(words)
    from runofshow.core.errors import Trouble

    try:
        if options.run is not _run:  # the app knows its settings itself
            _write_hours_as_chosen(options)
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


def _write_hours_as_chosen(options: argparse.Namespace) -> None:
    """Write hours as the settings say."""
    from runofshow.core.hours import write_as
    from runofshow.store import settings

    write_as(settings.glanced(data_folder(options.data)).hours)


def _speak_anyway() -> None:
    """Let a sign that the terminal or the pipe cannot take be replaced rather than end it all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


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


# --- the grammar -------------------------------------------------------------------------------


def _parser(words: Sequence[str], language: str) -> Parser:
    """The parser of a command when the first word that is no option names one, else of the app."""
    shared = Parser(language=language, add_help=False)
    _share(shared)
    if _first_word(words) not in COMMANDS:
        return _app_parser(shared)
    parser = Parser(language=language, prog="runofshow", parents=[shared])
    commands = parser.add_subparsers(metavar=parser.says("COMMAND"), required=True)
    for name, (run, add) in COMMANDS.items():
        text = parser.says(name)
        late = [_late(language)]
        sub = commands.add_parser(
            name, language=language, help=text, description=_begun(text), parents=late
        )
        add(sub)
        sub.set_defaults(run=run)
    return parser


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _share(parser: Parser) -> None:
    parser.add_argument("--data", type=Path, metavar=parser.says("DIR"), help=parser.says("data"))
    parser.add_argument("--lang", choices=LANGUAGES, help=parser.says("lang"))


def _late(language: str) -> Parser:
    """The shared options once more, for after the command; what stood before it is kept."""
    late = Parser(language=language, add_help=False, argument_default=argparse.SUPPRESS)
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


def _app_parser(shared: Parser) -> Parser:
    says = shared.says
    parser = Parser(
        language=shared.language,
        prog="runofshow",
        parents=[shared],
        description=says("app"),
        epilog=says("app_commands", names=", ".join(COMMANDS)),
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
    parser.set_defaults(run=_run)
    return parser


def _add_check(parser: Parser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar=parser.says("FILE"), help=parser.says("check_file")
    )
    parser.add_argument("--json", action="store_true", help=parser.says("json"))


def _add_inspect(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("file", type=Path, metavar=says("FILE"), help=says("inspect_file"))
    parser.add_argument("--json", action="store_true", help=says("json"))


def _add_convert(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("file", type=Path, metavar=says("FILE"), help=says("inspect_file"))
    parser.add_argument("out", type=Path, metavar=says("OUT"), help=says("convert_out"))
    parser.add_argument("--day", type=parser.day, metavar=says("DAY"), help=says("day"))
    parser.add_argument("--room", metavar=says("ROOM"), help=says("room"))
    parser.add_argument("--edition", choices=EDITIONS, help=says("edition"))
    parser.add_argument("--paper", choices=PAPERS, help=says("paper"))
    parser.add_argument("--speaker", metavar=says("NAME"), help=says("speaker"))
    parser.add_argument("--json", action="store_true", help=says("json"))


def _add_compare(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("former", nargs="?", type=Path, metavar=says("OLD"), help=says("old"))
    parser.add_argument("file", type=Path, metavar=says("FILE"), help=says("revised"))
    parser.add_argument("--json", action="store_true", help=says("json"))


def _add_rehearse(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("file", type=Path, metavar=says("FILE"), help=says("rehearse_file"))
    parser.add_argument("--script", type=Path, metavar=says("STEPS"), help=says("script"))


def _add_board(parser: Parser) -> None:
    parser.add_argument("show", nargs="?", metavar=parser.says("SHOW"), help=parser.says("show"))
    parser.add_argument("--json", action="store_true", help=parser.says("json"))


def _add_report(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("show", nargs="?", metavar=says("SHOW"), help=says("show"))
    parser.add_argument("-o", "--output", type=Path, metavar=says("FILE"), help=says("output"))
    parser.add_argument("--client", action="store_true", help=says("client"))


def _add_stage(parser: Parser) -> None:
    from runofshow.ui.speaker.look import GROUNDS, LAYOUTS  # no Qt in it

    says = parser.says
    parser.add_argument("of", nargs="?", metavar=says("SHOW"), help=says("stage_of"))
    parser.add_argument(
        "--picture", type=Path, required=True, metavar=says("FILE"), help=says("picture")
    )
    parser.add_argument("--keep", action="store_true", help=says("keep"))
    parser.add_argument("--leashed", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--at", type=parser.hour, metavar=says("HOUR"), help=says("at"))
    parser.add_argument("--size", type=parser.size, metavar=says("SIZE"), help=says("size"))
    parser.add_argument("--layout", choices=LAYOUTS, help=says("layout"))
    parser.add_argument("--room", metavar=says("ROOM"), help=says("of_room"))
    parser.add_argument("--ground", choices=GROUNDS, help=says("ground"))
    parser.add_argument("--output", metavar=says("NAME"), help=says("of_output"))


def _add_send(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("command", nargs="+", metavar=says("COMMAND"), help=says("send_command"))
    parser.add_argument("--to", metavar="URL", help=says("to"))
    token = parser.add_mutually_exclusive_group()
    token.add_argument("--token-file", type=Path, metavar=says("FILE"), help=says("token_file"))
    token.add_argument("--token-env", metavar=says("VARIABLE"), help=says("token_env"))


def _add_copy(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("show", nargs="?", metavar=says("SHOW"), help=says("show"))
    parser.add_argument("-o", "--output", type=Path, metavar=says("FILE"), help=says("copy_out"))
    parser.add_argument("--without-names", action="store_true", help=says("without_names"))
    parser.add_argument("--json", action="store_true", help=says("json"))
    parser.add_argument("--pictures", type=Path, help=argparse.SUPPRESS)


def _add_links(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help=parser.says("json"))


def _add_desktop(parser: Parser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--install", action="store_true", help=parser.says("install"))
    which.add_argument("--remove", action="store_true", help=parser.says("remove"))


def _add_nothing(_: Parser) -> None:
    """Some commands take no words."""


# --- the commands ------------------------------------------------------------------------------


def _run(options: argparse.Namespace, language: str) -> int:
    gc.disable()  # what starting makes stays: looking for garbage in it takes a fifth of the time
    try:
        return _run_show(options, language)
    finally:
        gc.enable()


def _run_show(options: argparse.Namespace, language: str) -> int:
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

        _write_hours_as_chosen(options)
        return headless.run(request, language, said=not options.headless)
    from runofshow.ui.loading import load_qt

    load_qt()
    from runofshow.desktop.first_painting import started

    painting = started(request, options.lang, spoken())
    from runofshow import app

    return app.run(painting)


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


def _check(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import checking

    return checking.run(options.files, language, as_json=options.json)


def _inspect(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import importing

    return importing.inspect(options.file, _today(), language, as_json=options.json)


def _convert(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import importing, printed

    return importing.convert(
        options.file,
        options.out,
        _today(),
        language,
        of=importing.Chosen(options.day, options.room),
        wanted=printed.Wanted(options.edition, options.paper, options.speaker),
        as_json=options.json,
    )


def _compare(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import comparing

    return comparing.run(
        data_folder(options.data),
        options.former,
        options.file,
        _today(),
        language,
        as_json=options.json,
    )


def _today() -> date:
    """The date on the wall here."""
    return datetime.now().astimezone().date()


def _rehearse(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import rehearse
    from runofshow.imported import imported

    plan = imported(options.file, _today()).settled.plan
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

    if options.to is not None:
        token = outside.token(options.token_file, options.token_env)
        return outside.send_far(options.to, token, options.command, language)
    return outside.send(data_folder(options.data), options.command, language)


def _links(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import outside

    return outside.links(data_folder(options.data), language, as_json=options.json)


def _report(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import outside

    return outside.report(
        data_folder(options.data), options.show, language, options.output, client=options.client
    )


def _copy(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import copying

    wanted = copying.Wanted(
        options.show, options.output, not options.without_names, options.pictures
    )
    return copying.run(wanted, data_folder(options.data), language, as_json=options.json)


def _stage(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import stage

    size = stage.Size(*(options.size or (1920, 1080)))
    wanted = stage.Wanted(
        options.of,
        options.output,
        options.layout,
        options.room,
        options.ground,
        size,
        options.at,
    )
    data = data_folder(options.data)
    if not options.keep:
        return stage.write(options.picture, wanted, data, language)
    return stage.keep(options.picture, wanted, data, language, leashed=options.leashed)


def _doctor(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import doctor

    return doctor.run(data_folder(options.data), language)


def _desktop(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import desktop_entry

    return desktop_entry.run(language, remove=options.remove)


COMMANDS: Final = {
    "inspect": (_inspect, _add_inspect),
    "convert": (_convert, _add_convert),
    "check": (_check, _add_check),
    "compare": (_compare, _add_compare),
    "rehearse": (_rehearse, _add_rehearse),
    "board": (_board, _add_board),
    "send": (_send, _add_send),
    "links": (_links, _add_links),
    "report": (_report, _add_report),
    "copy": (_copy, _add_copy),
    "stage": (_stage, _add_stage),
    "schema": (_schema, _add_nothing),
    "desktop": (_desktop, _add_desktop),
    "doctor": (_doctor, _add_nothing),
}
