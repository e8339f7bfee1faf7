"""Every sentence exists in both languages, with the same facts, and reads whole."""

import ast
import re
import string
from datetime import date, timedelta
from pathlib import Path

import pytest

import runofshow
from runofshow.core import sentences, words
from runofshow.core.errors import Refused, Trouble, Unreadable, Unwritable
from runofshow.core.sentences import WORDS, Sentence
from runofshow.core.times import Civil
from tests.rows import each_row

CODES = sorted(WORDS.all())
PACKAGE = Path(runofshow.__file__).parent
SPOKEN_ALIKE = {
    *("doctor_python", "head_session", "row_incident", "row_note"),
    *("col_note", "kind_film", "kind_qa", "kind_session"),
}


def facts_of(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@each_row("code", CODES)
def test_both_languages_tell_the_same_facts(code: str) -> None:
    french, english = WORDS[code]
    languages = ("_fr", "_en")
    both = [
        {fact.removesuffix(end) for fact in facts_of(text) for end in [language]}
        for text, language in zip((french, english), languages, strict=True)
    ]
    assert both[0] == both[1]
    assert french.strip()
    assert english.strip()


def test_french_is_not_english_left_behind() -> None:
    spoken = {code: re.sub(r"\{[^}]*\}", "", fr) for code, (fr, _) in WORDS.items()}
    bare = {code: WORDS[code] for code, text in spoken.items() if re.search("[a-z]{4}", text)}
    same = {code for code, (fr, en) in bare.items() if fr == en}
    assert same == SPOKEN_ALIKE & same


@each_row("code", CODES)
def test_a_whole_sentence_ends_as_one(code: str) -> None:
    for text in WORDS[code]:
        assert "  " not in text
        assert not text.endswith((" ", ",", ";"))


def test_facts_are_written_as_each_language_does() -> None:
    said = Sentence.of("past_end_by", by=timedelta(minutes=12), end_by=Civil(18, 5))
    plain = said.text("fr").replace("\u00a0", " ").replace("\u202f", " ")
    assert "12 min" in plain
    assert "18h05" in plain
    assert "18:05" in said.text("en")


def test_a_missing_fact_leaves_no_none_behind() -> None:
    assert "None" not in Sentence.of("unknown_slot", slot=None).text("fr")


def test_a_code_that_has_no_words_is_the_programmers_mistake() -> None:
    with pytest.raises(KeyError):
        Sentence.of("no such code")


def test_any_other_language_is_spoken_to_in_english() -> None:
    said = Sentence.of("nothing_on_air")
    assert said.text("de") == said.text("en") == WORDS["nothing_on_air"][1]
    assert said.text("fr") == WORDS["nothing_on_air"][0]


def raised_codes() -> list[tuple[str, str]]:
    """The codes written out in the package, with the file where each stands."""
    pattern = re.compile(
        r"(?:Refused|Unreadable|Unwritable|Trouble|Sentence\.of)\(\s*\"([a-z_]+)\"", re.DOTALL
    )
    return [
        (file.relative_to(PACKAGE).as_posix(), code)
        for file in sorted(PACKAGE.rglob("*.py"))
        for code in pattern.findall(file.read_text("utf-8"))
    ]


def test_every_code_that_is_raised_has_words() -> None:
    assert [(file, code) for file, code in raised_codes() if code not in WORDS] == []


@each_row("trouble", [Trouble, Refused, Unwritable])
def test_a_trouble_tells_itself_in_both_languages(trouble: type[Trouble]) -> None:
    raised = trouble("unknown_slot", slot="x")
    assert raised.code == "unknown_slot"
    assert "« x »" in raised.text("fr").replace("\u202f", " ").replace("\u00a0", " ")
    assert str(raised) == raised.text("en")


def test_what_cannot_be_read_names_its_place() -> None:
    raised = Unreadable("file_missing", "day.json")
    assert raised.place == "day.json"
    assert "day.json" in raised.text("fr")


def test_no_code_is_in_two_tables() -> None:
    files = [*Path(words.__path__[0]).glob("*.py"), Path(sentences.__file__)]
    codes = [
        str(key.value)
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(value, ast.Tuple)
    ]
    assert sorted(map(str, codes)) == CODES


def test_a_day_is_written_with_its_month_in_letters() -> None:
    said = Sentence.of("run_on", written=date(2016, 1, 19), day=date(2026, 3, 1))
    assert said.text("fr").startswith("Conducteur daté du 19 janvier 2016, conduit le 1er mars")
    assert said.text("en").startswith("This rundown is dated 19 January 2016; it is run on 1 March")
