"""The command line: answers, exit codes, sentences in both languages, never a traceback."""

import io
import json
import re
import string
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli import doctor, main, outside, rehearse, textboard
from runofshow.cli.commands import COMMANDS
from runofshow.cli.surroundings import system_language
from runofshow.cli.usage import Parser
from runofshow.cli.words import WORDS
from runofshow.core.errors import Unreadable
from runofshow.places import schedule
from tests.hand import Stage, day, leaf, seed, session
from tests.rows import each_row

SEED = str(schedule("pionniers.json"))
SAMPLES = ("pionniers.json", "conference-en.json", "lesson-fr.json", "lesson-en.json")


class Said:
    """What a command came to: exit code, what it printed, what it complained of."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err
        assert "Traceback" not in out + err

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    def answers(self) -> list[Any]:
        return [json.loads(line) for line in self.lines]


class Shell:
    """Runs commands in this process, in a data folder of the test's own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def run(self, *words: str, lang: str = "fr") -> Said:
        given = ["--lang", lang, "--data", str(self.folder / "data"), *words]
        return self.raw(*given)

    def raw(self, *words: str) -> Said:
        self._capsys.readouterr()
        try:
            code = main(list(words))
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        said = self._capsys.readouterr()
        return Said(code, said.out, said.err)

    def file(self, text: str | bytes, name: str = "day.json") -> str:
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return str(path)

    def day(self, *slots: dict[str, Any], **fields: Any) -> str:
        return self.file(json.dumps(day(*slots, **fields).as_json()))

    def rehearse(self, file: str, *steps: dict[str, Any] | str, lang: str = "fr") -> Said:
        lines = [step if isinstance(step, str) else json.dumps(step) for step in steps]
        script = self.file("\n".join(lines), "steps.jsonl")
        return self.run("rehearse", file, "--script", script, lang=lang)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


# --- check --------------------------------------------------------------------------------------


@each_row("name", SAMPLES)
def test_the_samples_have_no_problems(shell: Shell, name: str) -> None:
    said = shell.run("check", str(schedule(name)))
    assert (said.code, said.err) == (0, "")
    assert name in said.out


def test_check_tells_an_error_and_fails(shell: Shell) -> None:
    file = shell.day(leaf("a", start="09:00"), leaf("b", start="09:05"))
    said = shell.run("check", file)
    assert (said.code, said.lines[0][:3]) == (1, "!! ")
    assert "« B » commence 5 min" in said.out.replace("\u00a0", " ").replace("\u202f", " ")


def test_check_passes_a_plan_with_warnings_only(shell: Shell) -> None:
    said = shell.run("check", shell.day(session("s", leaf("a", start="09:00"), duration="5m")))
    assert (said.code, said.lines[0][:3]) == (0, " ! ")


def test_check_tells_doubts(shell: Shell) -> None:
    file = shell.file('{"slots": [{"id": "a", "start": "09:00", "duration": "5m"}]}')
    said = shell.run("check", file, lang="en")
    assert said.code == 0
    assert [line[:3] for line in said.lines][:-1] == [" ? "] * (len(said.lines) - 1)
    assert "no date" in said.out


def test_check_answers_in_json(shell: Shell) -> None:
    file = shell.day(leaf("a", start="09:00"), leaf("b", start="09:05"))
    said = shell.run("check", file, "--json")
    found = json.loads(said.out)
    assert said.code == 1
    assert [(p["code"], p["slot"], p["level"]) for p in found["problems"]] == [
        ("overlap", "b", "error")
    ]
    assert found["doubts"] == []


def test_check_takes_several_files_and_one_that_is_wrong_keeps_no_other_from_it(
    shell: Shell,
) -> None:
    wrong = shell.file('{"slots": [{"id": "a"}]}', "wrong.json")
    said = shell.run("check", SEED, wrong, SEED)
    assert said.code == 1
    assert [line for line in said.lines if line.endswith(".json:")] == [
        f"{SEED}:", f"{wrong}:", f"{SEED}:",
    ]  # fmt: skip
    assert said.out.count("17 séquences") == 2
    assert plain(said.err).startswith("wrong.json : slots[0]")
    assert shell.run("check", SEED, SEED).code == 0


def test_check_answers_in_json_a_list_for_several_files(shell: Shell) -> None:
    wrong = shell.file('{"slots": [{"id": "a"}]}', "wrong.json")
    found = json.loads(shell.run("check", SEED, wrong, "--json", lang="en").out)
    assert [each["file"] for each in found] == [SEED, wrong]
    assert "faults" not in found[0]
    assert "neither" in found[1]["faults"][0]


def test_each_fault_of_a_file_is_told_with_its_place_up_to_ten(shell: Shell) -> None:
    slots = [{"id": f"s{n}", "start": "09:00", "duration": "1h75"} for n in range(12)]
    file = shell.file(json.dumps({"slots": slots}, indent=1), "twelve.json")
    for words in (["check", file], ["--headless", file]):
        said = shell.run(*words, lang="en")
        assert (said.code, said.out) == (1, "")
        lines = said.err.splitlines()
        assert len(lines) == 11
        for number, line in enumerate(lines[:10]):
            assert line.startswith(f"twelve.json: slots[{number}], duration (line ")
        assert lines[10] == "And 2 more errors."


# --- files that are no schedules ----------------------------------------------------------------

SLOT = '{"id": "a", "title": "A", "start": "09:00", "duration": "5m"%s}'
DAY = '{"format": "runofshow/1.0", "date": "2026-01-19", "timezone": "UTC", "slots": [%s]%s}'
GOOD = DAY % (SLOT % "", "")
BAD: dict[str, str | bytes] = {
    "empty": "",
    "blank": " \n ",
    "cut": GOOD[: len(GOOD) // 2],
    "binary": bytes(range(256)) * 8,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "a zip": b"PK\x03\x04" + bytes(64),
    "not utf-8": GOOD.replace("A", "\xe9").encode("latin-1"),
    "a list": "[]",
    "a number": "42",
    "a huge number": "[" + "9" * 5000 + "]",
    "deep": "[" * 100_000,
    "no slots": '{"format": "runofshow/1.0"}',
    "slots of a wrong type": '{"format": "runofshow/1.0", "slots": 5}',
    "another json": '{"hello": "world"}',
    "an unknown key": DAY % (SLOT % ', "tilte": "x"', ""),
    "a negative length": DAY % (SLOT.replace("5m", "-5m") % "", ""),
    "an absurd length": DAY % (SLOT.replace("5m", "300h") % "", ""),
    "no length": DAY % ('{"id": "a", "start": "09:00"}', ""),
    "two ids": DAY % (SLOT % "" + ", " + SLOT % "", ""),
    "no start": DAY % ('{"id": "a", "duration": "5m"}', ""),
    "a wrong date": GOOD.replace("2026-01-19", "2026-13-45"),
    "the year one": GOOD.replace("2026-01-19", "0001-01-01"),
    "a wrong zone": GOOD.replace("UTC", "Mars/Olympus"),
    "half a character": DAY % (SLOT % ', "note": "\\ud800"', ""),
    "text after it": GOOD + "x",
    "too big": b'{"x": "' + b"x" * 5_100_000 + b'"}',
}


@each_row("what", BAD)
@each_row("lang", ["fr", "en"])
def test_a_bad_file_gets_a_sentence(shell: Shell, what: str, lang: str) -> None:
    file = shell.file(BAD[what])
    for words in (["check", file], ["rehearse", file], ["--headless", file]):
        said = shell.run(*words, lang=lang)
        assert (said.code, said.out) == (1, "")
        assert said.err.strip()
        assert len(said.err.strip().splitlines()) == 1


@each_row("lang", ["fr", "en"])
def test_a_file_that_is_none_gets_a_sentence(shell: Shell, lang: str) -> None:
    for file in ("missing.json", str(shell.folder), "a\0b", "x" * 5000, "/dev/null"):
        said = shell.run("check", file, lang=lang)
        assert said.code == 1
        assert said.err.strip()


# --- rehearse -----------------------------------------------------------------------------------


def test_a_day_as_planned_is_one_line_a_slot(shell: Shell) -> None:
    said = shell.run("rehearse", SEED)
    assert (said.code, len(said.lines)) == (0, 18)
    assert said.lines[0].split("  ")[0] == "1"
    assert re.search(r"9h00 - 9h15 +15 min  Mot d'accueil · Florence RAINEIX", said.lines[0])
    assert re.search(r"^6 +12h15 - 14h00 +1 h 45  Déjeuner convivial", said.lines[12])
    assert said.lines[-1].startswith("17 ")


@each_row("name", SAMPLES)
def test_every_sample_can_be_played(shell: Shell, name: str) -> None:
    assert shell.run("rehearse", str(schedule(name)), lang="en").code == 0


def test_what_waits_or_goes_by_itself_is_played_at_its_own_times(shell: Shell) -> None:
    slots = (
        leaf("a", start="09:00", advance="auto"),
        leaf("b", advance="auto"),
        leaf("c", start="09:30"),
        leaf("d", start="10:00"),
    )
    said = shell.run("rehearse", shell.day(*slots, changeover="2m"), lang="en")
    played = [re.findall(r"\d+:\d\d", line) for line in said.lines[:4]]
    assert played == [
        ["9:00", "9:10"],
        ["9:12", "9:22"],
        ["9:30", "9:40"],
        ["10:00", "10:10"],
    ]


def test_an_empty_day_is_played_at_once(shell: Shell) -> None:
    said = shell.run("rehearse", shell.day(), lang="en")
    assert (said.code, said.out) == (0, "0 items played.\n")


def test_each_step_of_a_script_is_answered_in_order(shell: Shell) -> None:
    said = shell.rehearse(
        SEED,
        {"at": "09:00:00", "do": "go"},
        "",
        {"at": "09:20", "look": True},
        {"at": "2016-01-19T09:20:30+01:00", "do": "resume"},
        {"at": "2016-01-19T09:20:31.5", "do": "dance"},
        {"at": "09:20:31.75", "do": "go"},
    )
    first, board, refused, unknown, last = said.answers()
    assert said.code == 0
    assert first == {"at": "09:00:00", "ok": True, "rev": 1}
    assert board["now"] == "2016-01-19T09:20:00+01:00"
    assert (refused["ok"], refused["code"], refused["why"]) == (
        False,
        "not_held",
        "Le chrono n'est pas figé.",
    )
    assert unknown["code"] == "unknown_command"
    assert last == {"at": "09:20:31.75", "ok": True, "rev": 2}


def test_a_repeated_id_in_a_script_gets_the_first_answer(shell: Shell) -> None:
    go = {"do": "go", "id": "k1"}
    said = shell.rehearse(SEED, {"at": "09:00", **go}, {"at": "09:10", **go})
    assert [answer["rev"] for answer in said.answers()] == [1, 1]


def test_a_script_can_come_on_standard_input(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '\ufeff{"at": "09:00", "do": "go"}\n'
    stdin = io.TextIOWrapper(io.BytesIO(text.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    said = shell.run("rehearse", SEED, "--script", "-")
    assert said.answers() == [{"at": "09:00", "ok": True, "rev": 1}]


BAD_STEPS = [
    "nonsense",
    "[]",
    "5",
    "{}",
    '{"at": "09:00"}',
    '{"at": "09:00", "look": false}',
    '{"do": "go"}',
    '{"at": "9", "do": "go"}',
    '{"at": 9, "do": "go"}',
    '{"at": "2016-01-45", "do": "go"}',
    '{"at": "0001-01-01T00:00:00", "do": "go"}',
    '{"at": "9999-12-31T23:59:59Z", "do": "go"}',
    '{"at": "09:00:00.1e9", "do": "go"}',
    '{"at": "09:00", "look": ' + "9" * 5000 + "}",
    "[" * 100_000,
]


@each_row("step", BAD_STEPS)
def test_a_wrong_step_is_told_with_its_line(shell: Shell, step: str) -> None:
    said = shell.rehearse(SEED, {"at": "08:59", "do": "note", "text": "x"}, step, lang="en")
    assert said.code == 1
    assert "Line 2" in said.err
    assert len(said.answers()) == 1


def test_time_in_a_script_does_not_go_back(shell: Shell) -> None:
    said = shell.rehearse(SEED, {"at": "09:00", "do": "go"}, {"at": "08:59", "look": True})
    assert said.code == 1
    assert "08:59" in said.err


def test_a_script_that_is_no_text_is_told(shell: Shell) -> None:
    script = shell.file(b"\xff\xfe\x00", "steps")
    said = shell.run("rehearse", SEED, "--script", script)
    assert said.code == 1
    assert "steps" in said.err


# --- the board and commands from outside --------------------------------------------------------


def test_without_a_show_there_is_no_board_and_nobody_to_command(shell: Shell) -> None:
    for words in (["board"], ["board", "--json"], ["send", "go"]):
        said = shell.run(*words)
        assert said.code == 1
        assert said.err.strip()


def test_a_board_of_an_unknown_show_is_told(shell: Shell) -> None:
    said = shell.run("board", "nowhere")
    assert said.code == 1
    assert "nowhere" in said.err


def test_a_board_of_a_file_that_is_no_journal_is_told(shell: Shell) -> None:
    for name, data in BAD.items():
        said = shell.run("board", shell.file(data, "strange.show"))
        assert (said.code, name) == (1, name)
        assert said.err.strip()


def test_a_command_that_is_no_json_is_told(shell: Shell) -> None:
    said = shell.run("send", '{"do": ')
    assert said.code == 1
    assert '{"do":' in said.err


@each_row(
    "typed, command",
    [
        ("go", {"do": "go"}),
        ("go slot=film-1 from=accueil", {"do": "go", "slot": "film-1", "from": "accueil"}),
        ("go film-1", {"do": "go", "slot": "film-1"}),
        ("stretch 1m", {"do": "stretch", "by": "1m"}),
        ("stretch -30s", {"do": "stretch", "by": "-30s"}),
        ("stretch to=10:30", {"do": "stretch", "to": "10:30"}),
        ("ended 2m", {"do": "ended", "ago": "2m"}),
        ("say Il reste {left}", {"do": "say", "text": "Il reste {left}"}),
        ("note micro 3 coupé", {"do": "note", "text": "micro 3 coupé"}),
        ("blackout on", {"do": "blackout", "on": True}),
        ("incident off", {"do": "incident", "on": False}),
        ("skip film-1", {"do": "skip", "slot": "film-1"}),
        ("floor Vanessa CORDOBA", {"do": "floor", "speaker": "Vanessa CORDOBA"}),
        ("floor 2", {"do": "floor", "speaker": "2"}),
        ("floor", {"do": "floor", "speaker": None}),
        ('{"do": "go"}', {"do": "go"}),
    ],
)
def test_a_command_can_be_typed_in_words(typed: str, command: dict[str, Any]) -> None:
    assert outside.spoken(typed.split()) == command


def test_a_value_that_the_shell_kept_whole_is_one() -> None:
    stretch = {"do": "stretch", "to": "10 h 30"}
    assert outside.spoken(["stretch", "to=10 h 30"]) == stretch
    assert outside.spoken(["stretch 1m"]) == {"do": "stretch", "by": "1m"}


@each_row("text", ["2026-01-19", "19/01/2026", "19.1.2026", "19 janvier 2026"])
def test_the_day_to_run_is_given_as_people_write_it(text: str) -> None:
    assert Parser(language="fr").day(text) == date(2026, 1, 19)


def test_a_command_in_broken_json_is_no_command() -> None:
    for text in ("{", '{"a": ' + "9" * 5000 + "}", "{" + '"a":[' * 50_000):
        with pytest.raises(Unreadable):
            outside.spoken([text])


# --- words, options, usage ----------------------------------------------------------------------


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


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@each_row(
    "words",
    [["--lang", "en", "check", "x"], ["check", "--lang", "en", "x"], ["check", "x", "--lang=en"]],
)
def test_the_language_may_stand_before_or_after_the_command(shell: Shell, words: list[str]) -> None:
    assert "does not exist" in shell.raw(*words).err


def test_the_last_language_given_wins(shell: Shell) -> None:
    assert "n'existe pas" in shell.raw("--lang", "en", "check", "x", "--lang", "fr").err


@pytest.mark.parametrize(
    "variables, language",
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LANG": "POSIX"}, "fr"),
        ({}, "fr"),
        ({"LANG": "", "LC_MESSAGES": "en_US"}, "en"),
    ],
)
def test_it_speaks_the_systems_language(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


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


# --- the board as text --------------------------------------------------------------------------


def head(stage: Stage, clock: str, language: str = "fr") -> str:
    text = textboard.head(stage.board(clock), language)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_line_calls_people_to_the_stage() -> None:
    slots = [leaf("a", start="09:00"), leaf("b", speakers=[{"name": "Ida", "mic": "HF 2"}, "Bob"])]
    stage = Stage(day(*slots, leaf("c", call_before="30m"), call_before="5m")).do("09:00", "go")
    assert "APPELER" not in head(Stage(day(*slots)).do("09:00", "go"), "09:06")
    assert "| APPELER Ida, HF 2 · Bob · C |" in head(stage, "09:06")
    assert "| CALL C |" in head(stage.do("09:07", "called", slot="b"), "09:07", "en")


HEADS: list[tuple[str, list[tuple[str, str]], str, list[str]]] = [
    ("before", [], "08:59:30", ["8h59:30", "dans 0:30", "à suivre 1 A", "À L'HEURE", "fin 9h20"]),
    ("due", [], "09:00:10", ["À LANCER"]),
    ("on air", [("09:00", "go")], "09:01", ["EN COURS 1 A  9:00", "à suivre 2 B"]),
    ("warning", [("09:00", "go")], "09:08", ["2:00  CONCLUEZ"]),
    ("danger", [("09:00", "go")], "09:09:40", ["0:20  DERNIERS MOTS"]),
    ("over", [("09:00", "go")], "09:12", ["+2:00  TEMPS ÉCOULÉ", "RETARD 2 min", "fin 9h22"]),
    ("early", [("08:57", "go")], "08:57", ["AVANCE 3 min"]),
    ("held", [("09:00", "go"), ("09:01", "hold")], "09:05", ["9:00  CHRONO"]),
    ("over for today", [("09:00", "go"), ("09:05", "finish")], "09:06", ["terminée"]),
]


@each_row("what, hands, clock, parts", HEADS)
def test_the_head_of_the_board_says_what_matters_now(
    what: str, hands: list[tuple[str, str]], clock: str, parts: list[str]
) -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b")))
    for at, do in hands:
        stage.do(at, do)
    french = head(stage, clock)
    assert [part for part in parts if part not in french] == []
    assert head(stage, clock, "en") != french


def test_the_head_of_the_board_says_who_speaks_in_a_panel() -> None:
    people = ["Anne", "Bob", {"name": "Max", "chair": True}]
    stage = Stage(day(leaf("a", "20m", start="09:00", kind="panel", speakers=people)))
    assert "parole" not in head(stage.do("09:00", "go"), "09:00")
    stage.do("09:00", "floor", speaker=1)
    assert "| Anne a la parole  6:00 |" in head(stage, "09:04")
    assert "| Anne speaking  +0:30 |" in head(stage, "09:10:30", "en")
    stage.do("09:11", "floor", speaker="Max")
    assert "| Max a la parole |" in head(stage, "09:12")


def test_the_board_as_text_fits_the_terminal_and_shows_every_slot() -> None:
    lines = list(textboard.lines(Stage(seed()).do("09:00", "go").board("09:05"), "fr"))
    assert len(lines) == 4 + 21
    assert all(len(line) <= textboard.WIDTH for line in lines[3:])
    assert lines[4].startswith("▶ 1 ")
    assert "9h00" in lines[4]


def test_the_board_as_text_says_between_which_hours_it_ends_and_what_may_be_kept() -> None:
    stage = Stage(seed())
    before = list(textboard.lines(stage.board("08:59"), "fr"))
    for clock in ("09:00", "09:15", "09:20"):
        stage.do(clock, "go")
    french = [line.replace("\u00a0", " ") for line in textboard.lines(stage.board("10:20"), "fr")]
    english = list(textboard.lines(stage.board("10:20"), "en"))
    assert before[2] == ""
    assert re.search(r"fin 18h00 \(17h5\d–18h[1-3]\d\)", french[1])
    assert re.search(r"ends 18:00 \(17:5\d–18:[1-3]\d\)", english[1])
    assert re.fullmatch(r"12h15 traiteur : .*chances? sur .* \| 18h00 fin : .*sur .*", french[2])
    assert re.fullmatch(r"12:15 traiteur: .*chances? in .* \| 18:00 end: .* in .*", english[2])
    assert len(french) == len(before)


@each_row("hands, shown", [([], "1"), (["09:00", "09:15", "09:20", "10:30", "10:35"], "3.2")])
def test_a_low_terminal_shows_the_rows_around_what_is_live(hands: list[str], shown: str) -> None:
    stage = Stage(seed())
    for clock in hands:
        stage.do(clock, "go")
    lines = textboard.fitting(stage.board(hands[-1] if hands else "08:00"), "fr", 12)
    assert len(lines) == 12
    assert [line[2:10].strip() for line in lines[4:] if line[0] in "▶▷"][:1] == [shown]


def test_a_high_terminal_shows_the_whole_day() -> None:
    board = Stage(seed()).board("08:00")
    assert textboard.fitting(board, "fr", 60) == list(textboard.lines(board, "fr"))


def test_after_the_day_a_low_terminal_shows_its_end() -> None:
    board = Stage(seed()).do("09:00", "go").do("09:01", "finish").board("09:02")
    lines = textboard.fitting(board, "fr", 9)
    assert lines[-1] == list(textboard.lines(board, "fr"))[-1]


def test_the_day_as_planned_is_played_to_the_last_slot() -> None:
    show = rehearse.as_planned(seed())
    assert len(show.air.airings) == 17
    assert show.air.on_air is None
    ended = show.air.airings[-1].ended
    assert ended is not None
    assert ended - show.air.airings[0].started == timedelta(hours=9)
    assert ended.date() == date(2016, 1, 19)
