"""The commands: how each is written, and what does it.

What a command needs is imported when it is run: `runofshow board` must not load Qt.
"""

import argparse
import json
from datetime import date, datetime
from pathlib import Path
from typing import Final

from runofshow.cli.surroundings import data_folder
from runofshow.cli.usage import Parser

EDITIONS: Final = ("regie", "pocket", "speaker", "door", "wall")
PAPERS: Final = ("a4", "letter", "a5", "a6")


def _add_inspect(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("file", type=Path, metavar=says("FILE"), help=says("inspect_file"))
    parser.add_argument("--json", action="store_true", help=says("json"))


def _inspect(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import importing

    return importing.inspect(options.file, _today(), language, as_json=options.json)


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


def _add_check(parser: Parser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar=parser.says("FILE"), help=parser.says("check_file")
    )
    parser.add_argument("--json", action="store_true", help=parser.says("json"))


def _check(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import checking

    return checking.run(options.files, language, as_json=options.json)


def _add_compare(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("former", nargs="?", type=Path, metavar=says("OLD"), help=says("old"))
    parser.add_argument("file", type=Path, metavar=says("FILE"), help=says("revised"))
    parser.add_argument("--json", action="store_true", help=says("json"))


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


def _add_rehearse(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("file", type=Path, metavar=says("FILE"), help=says("rehearse_file"))
    parser.add_argument("--script", type=Path, metavar=says("STEPS"), help=says("script"))


def _rehearse(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import rehearse

    return rehearse.run(options.file, options.script, _today(), language)


def _add_board(parser: Parser) -> None:
    parser.add_argument("show", nargs="?", metavar=parser.says("SHOW"), help=parser.says("show"))
    parser.add_argument("--json", action="store_true", help=parser.says("json"))


def _board(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import outside

    return outside.board(data_folder(options.data), options.show, language, as_json=options.json)


def _add_send(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("command", nargs="+", metavar=says("COMMAND"), help=says("send_command"))
    parser.add_argument("--to", metavar="URL", help=says("to"))
    token = parser.add_mutually_exclusive_group()
    token.add_argument("--token-file", type=Path, metavar=says("FILE"), help=says("token_file"))
    token.add_argument("--token-env", metavar=says("VARIABLE"), help=says("token_env"))


def _send(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import outside

    if options.to is not None:
        token = outside.token(options.token_file, options.token_env)
        return outside.send_far(options.to, token, options.command, language)
    return outside.send(data_folder(options.data), options.command, language)


def _add_links(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help=parser.says("json"))


def _links(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import outside

    return outside.links(data_folder(options.data), language, as_json=options.json)


def _add_report(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("show", nargs="?", metavar=says("SHOW"), help=says("show"))
    parser.add_argument("-o", "--output", type=Path, metavar=says("FILE"), help=says("output"))
    parser.add_argument("--client", action="store_true", help=says("client"))


def _report(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import outside

    return outside.report(
        data_folder(options.data), options.show, language, options.output, client=options.client
    )


def _add_copy(parser: Parser) -> None:
    says = parser.says
    parser.add_argument("show", nargs="?", metavar=says("SHOW"), help=says("show"))
    parser.add_argument("-o", "--output", type=Path, metavar=says("FILE"), help=says("copy_out"))
    parser.add_argument("--without-names", action="store_true", help=says("without_names"))
    parser.add_argument("--json", action="store_true", help=says("json"))
    parser.add_argument("--pictures", type=Path, help=argparse.SUPPRESS)


def _copy(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import copying

    wanted = copying.Wanted(
        options.show, options.output, not options.without_names, options.pictures
    )
    return copying.run(wanted, data_folder(options.data), language, as_json=options.json)


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


def _schema(options: argparse.Namespace, language: str) -> int:  # noqa: ARG001
    from runofshow.formats.schema import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


def _add_desktop(parser: Parser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--install", action="store_true", help=parser.says("install"))
    which.add_argument("--remove", action="store_true", help=parser.says("remove"))


def _desktop(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import desktop_entry

    return desktop_entry.run(language, remove=options.remove)


def _doctor(options: argparse.Namespace, language: str) -> int:
    from runofshow.cli import doctor

    return doctor.run(data_folder(options.data), language)


def _add_nothing(_: Parser) -> None:
    """Some commands take no words."""


def _today() -> date:
    """The date on the wall here."""
    return datetime.now().astimezone().date()


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
