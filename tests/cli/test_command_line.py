"""The command line: words, options, usage, exit codes, never a traceback."""

import json
import re
import string
from datetime import date
from pathlib import Path

from runofshow.cli import doctor
from runofshow.cli.commands import COMMANDS
from runofshow.cli.usage import Parser
from runofshow.cli.words import WORDS
from tests.cli.shell import Shell, plain, shell
from tests.rows import each_row

__all__ = ["shell"]


@each_row("text", ["2026-01-19", "19/01/2026", "19.1.2026", "19 janvier 2026"])
def test_the_day_to_run_is_given_as_people_write_it(text: str) -> None:
    assert Parser(language="fr").day(text) == date(2026, 1, 19)


WRONG: list[tuple[list[str], str, str]] = [
    (["check"], "runofshow check : il manque FICHIER.", "runofshow check: FILE is missing."),
    (["rehearse"], "runofshow rehearse : il manque FICHIER.",
     "runofshow rehearse: FILE is missing."),
    (["send"], "runofshow send : il manque COMMANDE.", "runofshow send: COMMAND is missing."),
    (["--lang", "de", "check", "x"], "runofshow : --lang ne connaît pas « de » : écrire fr, en.",
     "runofshow: --lang does not know “de”: write fr, en."),
    (["check", "--lang"], "runofshow check : --lang attend une valeur.",
     "runofshow check: --lang needs a value."),
    (["--date", "demain"], "runofshow : --date : « demain » n'est pas une date, écrire 2026-01-19.",
     "runofshow: --date: “demain” is no date: write 2026-01-19."),
    (["--date", "03/04/2026"],
     "runofshow : --date : « 03/04/2026 » n'est pas une date, écrire 2026-01-19.",
     "runofshow: --date: “03/04/2026” is no date: write 2026-01-19."),
    (["--date", "0001-01-01"],
     "runofshow : --date : « 0001-01-01 » n'est pas un jour à conduire, écrire 2026-01-19.",
     "runofshow: --date: “0001-01-01” is no day to run: write 2026-01-19."),
    (["--nonsense"], "runofshow : « --nonsense » n'a pas de sens ici.",
     "runofshow: “--nonsense” means nothing here."),
    (["--head"], "runofshow : « --head » n'a pas de sens ici.",
     "runofshow: “--head” means nothing here."),
    (["a.json", "b.json"], "runofshow : « b.json » n'a pas de sens ici.",
     "runofshow: “b.json” means nothing here."),
    (["--now=3"], "runofshow : --now ne prend pas de valeur (« 3 »).",
     "runofshow: --now takes no value (“3”)."),
]  # fmt: skip


@each_row("words, french, english", WRONG)
def test_wrong_usage_is_code_two_and_a_sentence_in_either_language(
    shell: Shell, words: list[str], french: str, english: str
) -> None:
    for lang, sentence in (("fr", french), ("en", english)):
        said = shell.run(*words, lang=lang)
        assert (said.code, said.out) == (2, "")
        first, *rest = plain(said.err).splitlines()
        assert first == sentence
        assert rest[0].startswith("Usage : runofshow" if lang == "fr" else "Usage: runofshow")


@each_row("command", [None, *COMMANDS])
def test_help_is_no_error_and_is_all_in_the_language(shell: Shell, command: str | None) -> None:
    words = ["--help"] if command is None else [command, "--help"]
    french, english = (shell.run(*words, lang=lang) for lang in ("fr", "en"))
    assert (french.code, english.code) == (0, 0)
    assert plain(french.out).startswith("Usage : runofshow")
    told = [line.strip() for line in french.lines if re.search("[a-z]{4}", line)]
    spelled = ("--", "[", "(--")
    told = [line for line in told if "runofshow" not in line and not line.startswith(spelled)]
    assert not set(told) & {line.strip() for line in english.lines} - {""}


def test_the_version_is_told(shell: Shell) -> None:
    assert re.fullmatch(r"runofshow \d+\.\d+\.\d+\n", shell.raw("--version").out)


def test_every_word_of_the_command_line_is_there_in_both_languages() -> None:
    for name, (french, english) in WORDS.items():
        blanks = [
            {field for _, field, _, _ in string.Formatter().parse(text) if field}
            for text in (french, english)
        ]
        assert blanks[0] == blanks[1], name
        assert not re.search("[^\u202f\u00a0][;!?:»](?!\\w)", french.replace("HÔTE:", "")), name


@each_row(
    "words",
    [["--lang", "en", "check", "x"], ["check", "--lang", "en", "x"], ["check", "x", "--lang=en"]],
)
def test_the_language_may_stand_before_or_after_the_command(shell: Shell, words: list[str]) -> None:
    assert "does not exist" in shell.raw(*words).err


def test_the_last_language_given_wins(shell: Shell) -> None:
    assert "n'existe pas" in shell.raw("--lang", "en", "check", "x", "--lang", "fr").err


def test_the_schema_is_json(shell: Shell) -> None:
    said = shell.run("schema")
    assert said.code == 0
    assert "slots" in json.loads(said.out)["properties"]


@each_row("lang", ["fr", "en"])
def test_the_doctor_says_a_sentence_for_each_thing_and_never_fails(shell: Shell, lang: str) -> None:
    said = shell.run("doctor", lang=lang)
    assert (said.code, said.err) == (0, "")
    assert all(re.match(r"(ok|.!)  \S", line) for line in said.lines)
    assert "Python" in said.lines[0]
    assert ("Disque" if lang == "fr" else "Disk") in said.out


def test_the_doctor_tells_a_folder_that_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    wrong = [
        finding.said.code for finding in doctor.findings(tmp_path / "file") if not finding.well
    ]
    assert "doctor_disk_refuses" in wrong
