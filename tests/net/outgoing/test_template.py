"""Templates: what stands for what, made safe for where it stands, checked when typed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.crossings import Crossing
from runofshow.core.errors import Trouble
from runofshow.net.outgoing import template
from runofshow.net.outgoing.happened import FIELDS, Value, crossed, happened
from runofshow.store.wires import Wire
from tests.hand import Stage, day, leaf
from tests.rows import each_row

FIELDS_OF_A: dict[str, Value] = {
    "title": 'A "quoted" / ô',
    "cue": "2.1",
    "remaining": -5,
    "room": None,
}


def test_a_field_stands_for_its_value_and_other_braces_for_themselves() -> None:
    assert template.filled("{cue} {title}{room} {1} {}", FIELDS_OF_A) == '2.1 A "quoted" / ô {1} {}'


@given(st.text(max_size=30))
def test_a_body_of_json_stays_json_whatever_is_filled_in(title: str) -> None:
    written = '{"text": "{title}", "left": {remaining}}'
    text, kind = template.body(written, {"title": title, "remaining": 4})
    assert (json.loads(text), kind) == ({"text": title, "left": 4}, "application/json")


def test_an_empty_body_is_everything_and_another_one_plain_text() -> None:
    text, kind = template.body(" ", FIELDS_OF_A)
    assert (json.loads(text), kind) == (FIELDS_OF_A, "application/json")
    assert template.body("{title} !", FIELDS_OF_A) == ('A "quoted" / ô !', "text/plain")


def test_what_is_filled_in_leads_nowhere_else() -> None:
    assert template.address("http://x/{title}?c={cue}", FIELDS_OF_A) == (
        "http://x/A%20%22quoted%22%20%2F%20%C3%B4?c=2.1"
    )
    assert template.osc_address("/cue/{title}", {"title": "a/b c*"}) == "/cue/a_b_c_"


def test_arguments_are_what_they_are() -> None:
    assert template.arguments("{remaining}\n{room}", {"remaining": None, "room": None}) == [0, ""]
    lines = "{remaining}\n{room}\n12\n-1.5\nleft {remaining}\n\n{title}"
    assert template.arguments(lines, FIELDS_OF_A) == [
        -5, "", 12, -1.5, "left -5", 'A "quoted" / ô',
    ]  # fmt: skip


@each_row(
    "wire",
    [
        {"url": "http://10.0.0.2:8000/a?b={title}"},
        {"url": "https://example.org/{what}", "text": '[{"a": "{title}", "b": [{remaining}]}]'},
        {"url": "http://[::1]:80/", "text": "plain {title} { x }"},
        {"kind": "osc", "host": "10.0.0.2", "address": "/cue/{cue}/go", "text": "{title}\n1"},
    ],
)
def test_what_is_well_written_passes(wire: dict[str, str]) -> None:
    template.check(Wire.model_validate(wire))


@each_row(
    "wire, says",
    [
        ({}, "whole address"),
        ({"url": "ftp://x/"}, "whole address"),
        ({"url": "file:///etc/passwd"}, "whole address"),
        ({"url": "http:///x"}, "whole address"),
        ({"url": "http://x:99999/"}, "whole address"),
        ({"url": "http://[/"}, "whole address"),
        ({"url": "http://{room}.example/"}, "written out"),
        ({"url": "http://ada:secret@x/"}, "No name or password"),
        ({"url": "http://x/{tilte}"}, "perhaps “{title}”"),
        ({"url": "http://x/", "text": "{zzz}"}, "“{zzz}” does not exist: what"),
        ({"url": "http://x/", "text": '{"a": }'}, "no sound JSON"),
        ({"url": "http://x/", "text": "[" * 99_000}, ""),
        ({"kind": "osc"}, "machine"),
        ({"kind": "osc", "host": "x", "address": "go"}, "begins with"),
        ({"kind": "osc", "host": "x", "address": "/a b"}, "begins with"),
        ({"kind": "osc", "host": "x", "address": "/a/{cues}"}, "perhaps “{cue}”"),
        ({"kind": "osc", "host": "x", "text": "{titel}"}, "perhaps “{title}”"),
    ],
)
def test_what_is_not_gets_a_sentence(wire: dict[str, str], says: str) -> None:
    if len(wire.get("text", "")) > 4000:  # longer than a file may hold, but typed all the same
        with pytest.raises(Trouble, match="JSON"):
            template.check_body(wire["text"])
        return
    with pytest.raises(Trouble) as trouble:
        template.check(Wire.model_validate(wire))
    assert says in trouble.value.text("en")
    assert trouble.value.text("fr")


def test_every_field_is_there_for_all_that_happens() -> None:
    stage = Stage(
        day(leaf("a", start="09:00", speakers=[{"name": "Ada"}]), leaf("b", promise="start"))
    ).do("09:00", "go")
    board = stage.board("09:12")
    what = happened("over", board.now, "a", board, "fr")
    assert set(what.fields) == set(FIELDS)
    told = {"cue": "1", "left": "-2:00", "phase": "over", "speakers": "Ada", "drift": 120}
    assert what.fields.items() >= told.items()
    assert what.fields["clock"] == "9h12:00"
    broken = happened("broken", board.now, "b", board, "fr")
    assert broken.fields["promise"] == "9h10"
    assert set(happened("broken", board.now, "day", board, "en").fields) == set(FIELDS)
    assert crossed(Crossing(board.now, "questions", "a"), board, "en") is None
