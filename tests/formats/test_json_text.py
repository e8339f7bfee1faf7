"""JSON with places: where things are, in lines and in words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.formats.json_text import DEEPEST, Path, Source, parse, shortened
from tests.rows import each_row

TEXT = b"""{
  "title": "}{",
  "slots": [
    {"title": "One", "speakers": ["A", {"name": "B",
      "role": "\\"chair\\""}]},
    {"x": [[], {}, [1, -2.5e3,
      null]], "title": "  "}
  ]
}"""


@each_row(
    "path, line",
    [
        ((), 1),
        (("title",), 2),
        (("slots",), 3),
        (("slots", 0), 4),
        (("slots", 0, "speakers", 1, "name"), 4),
        (("slots", 0, "speakers", 1, "role"), 5),
        (("slots", 1, "x", 2, 1), 6),
        (("slots", 1, "x", 2, 2), 7),
        (("slots", 1, "title"), 7),
        (("slots", 1, "nothing"), 6),
        (("slots", 9), 3),
        (("title", "deeper"), 2),
    ],
)
def test_a_path_has_its_line_or_that_of_the_last_thing_on_the_way(path: Path, line: int) -> None:
    assert parse(TEXT).line(path) == line


@each_row(
    "path, words",
    [
        ((), "le conducteur"),
        (("title",), "title"),
        (("slots", 0), "slots[0] «\u202fOne\u202f»"),
        (("slots", 0, "speakers", 1, "role"), "slots[0] «\u202fOne\u202f», speakers[1].role"),
        (("slots", 1, "x", 2), "slots[1], x[2]"),
        (("slots", 7, "slots", 1, "end"), "slots[7].slots[1], end"),
    ],
)
def test_a_path_in_words_names_the_last_slot_on_it(path: Path, words: str) -> None:
    assert parse(TEXT).place(path) == words


def test_quotes_are_those_of_the_language() -> None:
    assert parse(TEXT).place(("slots", 0), "en") == "slots[0] “One”"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.floats(-1e9, 1e9),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(values.filter(lambda value: value != ""), st.sampled_from((None, 1, "\t")), st.data())
def test_every_value_is_found_where_it_stands(
    value: object, indent: int | str | None, data: st.DataObject
) -> None:
    text = json.dumps(value, indent=indent)
    source = parse(text.encode())
    path: list[str | int] = []
    while isinstance(value, (list, dict)) and value and data.draw(st.booleans()):
        step = data.draw(
            st.sampled_from(list(value) if isinstance(value, dict) else range(len(value)))
        )
        path.append(step)
        value = value[step]
    lines = text.split("\n")
    rest = "\n".join(lines[source.line(path) - 1 :])
    assert json.dumps(value, indent=indent).split("\n", maxsplit=1)[0] in rest.split("\n")[0]


@each_row("brackets", ["[]", '{"a":}'])
def test_the_deepest_is_read_and_one_more_refused(brackets: str) -> None:
    opening, closing = brackets[:-1], brackets[-1]
    inner = "0" if closing == "}" else ""
    parse((opening * DEEPEST + inner + closing * DEEPEST).encode())
    with pytest.raises(Unreadable, match="more than 64"):
        parse((opening * (DEEPEST + 1) + inner + closing * (DEEPEST + 1)).encode())


def test_brackets_in_texts_are_not_levels() -> None:
    assert parse(b'["' + b"[{" * 100 + rb'\"[[[\\"]').values == ["[{" * 100 + '"[[[\\']


@each_row(
    "data", [b'"' * 400_001, b'"' + b'\\"' * 400_000, b'["' + b"\\" * 400_001, b"-" * 400_000]
)
def test_hostile_quotes_take_no_time(data: bytes) -> None:
    with pytest.raises(Unreadable):
        parse(data)


@each_row(
    "text, shown",
    [("a  b\n c", "a b c"), ("x" * 50, "x" * 39 + "…"), ("\0\u202e", "··"), ("", "")],
)
def test_a_text_is_shown_on_one_line_and_short(text: str, shown: str) -> None:
    assert shortened(text) == shown


def test_a_place_in_values_that_are_not_the_text_is_still_told() -> None:
    assert Source("[]", []).where(("slots", 3)) == {
        "at_fr": "slots[3] (ligne 1)",
        "at_en": "slots[3] (line 1)",
    }
