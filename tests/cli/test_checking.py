"""`check`: what cannot be read, what is wrong with a day, in sentences or as JSON."""

import json

from runofshow.places import schedule
from tests.cli.shell import SAMPLES, SEED, Shell, plain, shell
from tests.cli.strange_files import BAD
from tests.hand import leaf, session
from tests.rows import each_row

__all__ = ["shell"]


# --- check ---------------------------------------------------------------------------------------


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


# --- files that are no schedules -----------------------------------------------------------------


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
