"""The schedule file: what is read, what is refused and how, and the way back."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, ValidationError

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind, Plan, Slot
from runofshow.core.times import Civil
from runofshow.formats import own
from runofshow.formats.faults import faults_of, unreadable
from runofshow.formats.json_text import parse
from runofshow.places import schedule
from tests.depth import share
from tests.formats.plans import plans
from tests.rows import each_row

TODAY = date(2026, 3, 4)
SAMPLES = ("pionniers", "conference-en", "lesson-fr", "lesson-en")


def leaf(**more: Any) -> dict[str, Any]:
    return {"id": "a", "title": "Accueil", "start": "09:00", "duration": "15m"} | more


def plan(*slots: object, **more: Any) -> dict[str, Any]:
    head = {"format": "runofshow/1.0", "date": "2016-01-19", "timezone": "Europe/Paris"}
    return head | more | {"slots": list(slots) if slots else [leaf()]}


def text(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=2).encode()


def refused(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        own.read(data, TODAY)
    for language in ("fr", "en"):
        words = caught.value.text(language)
        assert "{" not in words.replace("{ … }", ""), words
        assert words.rstrip(")").endswith((".", "?", "].")), words
    assert caught.value.text("fr") != caught.value.text("en")
    return caught.value


def without(values: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != key}


def nested(levels: int) -> dict[str, Any]:
    inner: dict[str, Any] = leaf()
    for level in range(levels):
        inner = {"id": f"s{level}", "slots": [inner]}
    return inner


NOT_TEXT = {
    "nothing": (b"", "file_empty"),
    "only spaces": (b" \n\t ", "file_empty"),
    "only noughts": (b"\0" * 900, "file_empty"),
    "bytes": (bytes(range(256)), "file_binary"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "file_document"),
    "a Word file": (b"PK\x03\x04\x14\0\x06\0", "file_document"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "file_document"),
    "latin-1": (text(plan(title="Été")).decode().encode("latin-1"), "file_not_utf8"),
    "half of UTF-16": (text(plan()).decode().encode("utf-16") + b"{", "file_not_utf16"),
}
NOT_JSON = {
    "cut in an object": (b'{\n "format": "runofshow/1.0",\n', "json_cut", "3:1"),
    "cut in a text": (b'{\n "format": "runofs', "json_cut", "2:12"),
    "cut after a colon": (b'{"format":', "json_cut", "1:11"),
    "cut, then noughts": (b'{"format":' + b"\0" * 500, "json_cut", "1:11"),
    "no comma": (b'{"a": 1\n "b": 2}', "json_comma", "2:2"),
    "no colon": (b'{"a" 1}', "json_colon", "1:6"),
    "a comma before the brace": (b'{"a": 1,}', "json_key", None),
    "a comma before the bracket": (b'{"a": [1,]}', "json_value", None),
    "quotes of print": ("{“a”: 1}".encode(), "json_key", "1:2"),
    "a bare word": (b'{"a": oui}', "json_value", "1:7"),
    "a line break in a text": (b'{"a": "b\nc"}', "json_line_break", "1:9"),
    "a stray backslash": (rb'{"a": "C:\docs"}', "json_escape", None),
    "text after the end": (b"{}\n}", "json_extra", "2:1"),
    "NaN": (b'{"a": "NaN",\n "b": NaN}', "json_number", "2:7"),
    "minus infinity": (b'{"b": -Infinity}', "json_number", "1:7"),
    "a number beyond all": (b'{"b": 1e999}', "json_number", "1:7"),
    "a thousand digits": (b'{"b": ' + b"7" * 5000 + b"}", "json_number", "1:7"),
    "brackets without end": (b"[" * 200_000, "json_deep", "1:65"),
    "braces without end": (b'{"slots":[' * 50_000, "json_deep", None),
    "lists without number": (b"[" + b"[]," * 1_600_000 + b"[]]", "json_many", None),
}
NOT_A_PLAN: dict[str, tuple[object, str, str]] = {
    "a list": ([leaf()], "json_not_object", ""),
    "a text": ("bonjour", "json_not_object", ""),
    "a number": (3, "json_not_object", ""),
    "a flag": (True, "json_not_object", ""),
    "null": (None, "json_not_object", ""),
    "another JSON": ({"rundown": []}, "not_ours", ""),
    "another program": (plan(format="ontime/4.0"), "format_other", "format"),
    "a format that is a number": (plan(format=1.0), "format_other", "format"),
    "a version of nought": (plan(format="runofshow/0.9"), "format_other", "format"),
    "a newer major": (plan(format="runofshow/2.0"), "format_newer", "format"),
    "no slots": (without(plan(), "slots"), "slots_missing", "slots"),
    "slots that are none": (plan() | {"slots": {"a": 1}}, "wrong_list", "slots"),
    "slots null": (plan() | {"slots": None}, "wrong_list", "slots"),
    "a slot that is a text": (plan("Accueil"), "wrong_object", "slots[0]"),
    "a title that is a number": (plan(leaf(title=3)), "wrong_text", "slots[0], title"),
    "a duration that is a number": (
        plan(leaf(), leaf(id="b", title="Table ronde", duration=70)),
        "length_not_text", "slots[1] « Table ronde », duration",
    ),
    "an ambiguous length": (
        plan(leaf(duration="1:30")), "length_unread", "slots[0] « Accueil », duration",
    ),
    "a length in words": (
        plan(leaf(duration="bientôt")), "length_unread", "slots[0] « Accueil », duration",
    ),
    "a negative length": (
        plan(leaf(duration="-5m")), "length_negative", "slots[0] « Accueil », duration",
    ),
    "a negative minimum": (
        plan(leaf(minimum="-1m")), "length_negative", "slots[0] « Accueil », minimum",
    ),
    "a length of days": (
        plan(leaf(duration="25h")), "length_absurd", "slots[0] « Accueil », duration",
    ),
    "a length of ages": (
        plan(leaf(duration="99999999999h")), "length_unread", "slots[0] « Accueil », duration",
    ),
    "a time that is none": (
        plan(leaf(start="25h75")), "time_unread", "slots[0] « Accueil », start",
    ),
    "a time that is a number": (
        plan(leaf(start=9)), "time_not_text", "slots[0] « Accueil », start",
    ),
    "an end_by in words": (plan(end_by="tard"), "time_unread", "end_by"),
    "both lengths": (plan(leaf(end="10:00")), "length_and_end", "slots[0] « Accueil »"),
    "no length": (plan(without(leaf(), "duration")), "length_missing", "slots[0] « Accueil »"),
    "a session with both": (
        plan({"id": "s", "duration": "1h", "end": "10:00", "slots": [leaf()]}),
        "length_and_end", "slots[0]",
    ),
    "a key of one's own that is nested without end": (
        plan(leaf(**{"x-mine": [[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]})),
        "key_nested", "slots[0] « Accueil »",
    ),
    "an unknown key at the top": (plan(titel="Rencontre"), "unknown_key", "titel"),
    "an unknown key of a slot": (
        plan(leaf(duree="15m")), "unknown_key", "slots[0] « Accueil », duree",
    ),
    "an unknown key of a speaker": (
        plan({"id": "s", "slots": [leaf(speakers=[{"name": "A"}, {"nom": "B"}])]}),
        "unknown_key", "slots[0].slots[0] « Accueil », speakers[1].nom",
    ),
    "a speaker without a name": (
        plan(leaf(speakers=[{"role": "Maire"}])),
        "key_missing", "slots[0] « Accueil », speakers[0]",
    ),
    "a speaker with an empty name": (
        plan(leaf(speakers=[""])), "text_empty", "slots[0] « Accueil », speakers[0].name",
    ),
    "an unknown kind": (plan(leaf(kind="tlak")), "wrong_kind", "slots[0] « Accueil », kind"),
    "a kind that is a number": (plan(leaf(kind=4)), "wrong_text", "slots[0] « Accueil », kind"),
    "an unknown promise": (
        plan(leaf(promise="begin")), "wrong_choice", "slots[0] « Accueil », promise",
    ),
    "an unknown advance": (
        plan(leaf(advance=True)), "wrong_choice", "slots[0] « Accueil », advance",
    ),
    "a flag in words": (plan(leaf(skip="jamais")), "wrong_flag", "slots[0] « Accueil », skip"),
    "departments that are a list": (
        plan(leaf(departments=["HF 1"])), "wrong_object", "slots[0] « Accueil », departments",
    ),
    "a department that is a number": (
        plan(leaf(departments={"son": 1})), "wrong_text", "slots[0] « Accueil », departments.son",
    ),
    "a share beyond the whole": (plan(minimums={"break": 1.5}), "wrong_share", "minimums.break"),
    "a share in words": (plan(minimums={"break": "moitié"}), "wrong_share", "minimums.break"),
    "a share of an unknown kind": (plan(minimums={"brake": 0.5}), "wrong_kind", "minimums.brake"),
    "a step of nought": (plan(catch_up_step="0m"), "step_nought", "catch_up_step"),
    "an unknown zone": (plan(timezone="Europe/Pari"), "zone_unknown", "timezone"),
    "a zone that is a folder": (plan(timezone="Europe"), "zone_unknown", "timezone"),
    "a zone that is a number": (plan(timezone=1), "wrong_text", "timezone"),
    "a date that is a number": (plan(date=20160119), "date_unread", "date"),
    "a date of seconds": (plan(date="1453161600"), "date_unread", "date"),
    "a French date": (plan(date="19/01/2016"), "date_unread", "date"),
    "a day that is not": (plan(date="2016-02-30"), "date_unread", "date"),
    "a date of long ago": (plan(date="0016-01-19"), "date_absurd", "date"),
    "the last of dates": (plan(date="9999-12-31"), "date_absurd", "date"),
    "one id for two": (
        plan(leaf(), {"id": "s", "slots": [leaf(title="Film")]}),
        "id_twice", "slots[1].slots[0] « Film », id",
    ),
    "the reserved id": (plan(leaf(id="day")), "id_reserved", "slots[0] « Accueil », id"),
    "an empty id": (plan(leaf(id="")), "text_empty", "slots[0] « Accueil », id"),
    "an endless id": (plan(leaf(id="a" * 201)), "text_long", "slots[0] « Accueil », id"),
    "no start": (plan(without(leaf(), "start")), "no_start_anywhere", "slots[0] « Accueil »"),
    "a start that is skipped": (
        plan(without(leaf(), "start"), leaf(id="b", skip=True)),
        "no_start_anywhere", "slots[0] « Accueil »",
    ),
    "sessions too deep": (plan(nested(17)), "slots_deep", "slots[0]" + ".slots[0]" * 16),
    "too many speakers": (
        plan(leaf(speakers=["A"] * 99_999), leaf(id="b", speakers=["A", "B"])),
        "lists_many", "slots[1] « Accueil »",
    ),
    "too many slots": (
        plan(*(leaf(id=str(n)) for n in range(10_001))), "slots_many", "slots",
    ),
}  # fmt: skip


@each_row("what", NOT_TEXT)
def test_what_is_no_text_says_what_it_is(what: str) -> None:
    data, code = NOT_TEXT[what]
    assert refused(data).code == code


@each_row("what", NOT_JSON)
def test_what_is_no_json_says_line_and_column(what: str) -> None:
    data, code, place = NOT_JSON[what]
    trouble = refused(data)
    assert trouble.code == code
    if place is not None:
        assert trouble.place == place
        line, column = place.split(":")
        assert f"Ligne {line}, colonne {column}" in trouble.text("fr")
        assert f"Line {line}, column {column}" in trouble.text("en")


@each_row("what", NOT_A_PLAN)
def test_what_is_no_plan_says_where_and_why(what: str) -> None:
    values, code, place = NOT_A_PLAN[what]
    trouble = refused(text(values))
    assert trouble.code == code, trouble.text("en")
    assert trouble.place.replace("\u202f", " ") == place


def test_a_key_given_twice_says_which_and_on_which_line() -> None:
    trouble = refused(
        b'{"format": "runofshow/1.0", "slots": [\n{"title": "Film", "note": "a",\n"note": "b"}]}'
    )
    assert trouble.code == "key_twice"
    assert trouble.text("en").startswith("slots[0] “Film”, note (line 3): the key “note” is given")


def test_half_a_character_is_refused_with_its_place() -> None:
    trouble = refused(text(plan(leaf(title="X"))).replace(b'"X"', rb'"\ud83d"'))
    assert trouble.code == "text_broken"
    assert trouble.place.endswith("title")


def test_a_whole_character_of_two_halves_is_taken() -> None:
    data = text(plan(leaf(title="X"))).replace(b'"X"', rb'"\ud83d\ude00"')
    assert own.read(data, TODAY).plan.slots[0].title == "😀"


@each_row(
    "values, language, words",
    [
        (
            plan(leaf(duratoin="15m")), "fr",
            ("slots[0] « Accueil », duratoin (ligne 11) : clé inconnue « duratoin ». "
            "Vouliez-vous dire « duration » ? Une clé à soi commence par « x- »."),
        ),
        (
            plan(leaf(kind="wrokshop")), "en",
            ("slots[0] “Accueil”, kind (line 11): unknown kind “wrokshop”. Did you mean "
            "“workshop”? Choose from: session, welcome, talk, panel, film, qa, break, workshop, "
            "closing, changeover, other."),
        ),
        (
            plan(timezone="europe/pari"), "en",
            "timezone (line 4): unknown time zone “europe/pari”. Did you mean “Europe/Paris”?",
        ),
        (
            plan(leaf(durée="15m")), "en",
            ("slots[0] “Accueil”, durée (line 11): unknown key “durée”. Did you mean “duration”? "
            "A key of your own begins with “x-”."),
        ),
        (
            plan(leaf(kind="Table ronde")), "fr",
            ("slots[0] « Accueil », kind (ligne 11) : nature inconnue « Table ronde ». "
            "Vouliez-vous dire « panel » ? Au choix : session, welcome, talk, panel, film, qa, "
            "break, workshop, closing, changeover, other."),
        ),
        (
            plan(timezone="Paris"), "fr",
            ("timezone (ligne 4) : fuseau horaire inconnu « Paris ». Écrire par exemple "
            "Europe/Paris."),
        ),
        (
            plan(*(leaf(id=str(n), titel="A") for n in range(300))), "en",
            ("slots[0] “Accueil”, titel (line 11): unknown key “titel”. Did you mean “title”? "
            "A key of your own begins with “x-”. (299 more errors further on.)"),
        ),
        (
            plan(leaf(), leaf(title="Film")), "fr",
            ("slots[1] « Film », id (ligne 13) : l'identifiant « a » est déjà pris par "
            "slots[0] « Accueil » (ligne 6). En choisir un autre."),
        ),
        (
            plan(leaf(duration="1h75")), "fr",
            "slots[0] « Accueil », duration (ligne 10) : « 1h75 » : les minutes vont de 0 à 59.",
        ),
        (
            plan(leaf(duration="bientôt")), "fr",
            ("slots[0] « Accueil », duration (ligne 10) : « bientôt » n'est pas une durée. "
            "Écrire 1h05, 15m ou 45s."),
        ),
        (
            plan(leaf(title=3, note=4, room=5)), "en",
            ("slots[0], title (line 8): a text in quotes is expected, not 3. "
            "(2 more errors further on.)"),
        ),
        (
            plan(leaf(title=3, note=4)), "fr",
            ("slots[0], title (ligne 8) : un texte entre guillemets est attendu, pas 3. "
            "(Une autre erreur plus loin.)"),
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_full(values: object, language: str, words: str) -> None:
    told = refused(text(values)).text(language)
    assert told.replace("\u202f", " ").replace("\u00a0", " ") == words


def test_each_of_the_first_ten_faults_is_told_with_its_place_in_the_order_of_the_file() -> None:
    slots = [leaf(id="x", title="Un"), leaf(id="x", duration="1h75"), leaf(id="y", note=4)]
    faults = refused(text(plan(*slots, title=3))).faults
    assert faults.total == len(faults.each) == 4
    said = [sentence.text("en") for sentence in faults.each]
    assert [line.split(":")[0].split(" (")[0] for line in said] == [
        "title", "slots[1] “Accueil”, id", "slots[1] “Accueil”, duration",
        "slots[2] “Accueil”, note",
    ]  # fmt: skip
    assert not any("further on" in line for line in said)
    many = refused(text(plan(*(leaf(id=f"s{n}", note=n) for n in range(30))))).faults
    assert (len(many.each), many.total) == (10, 30)
    assert "slots[9]" in many.each[9].text("fr")


def test_a_long_or_strange_title_is_shown_short_and_plain() -> None:
    trouble = refused(text(plan(leaf(title="a\n\u202e" + "b" * 5000, kind="?"))))
    assert trouble.place == "slots[0] «\u202fa ·" + "b" * 36 + "…\u202f», kind"


def test_a_huge_file_is_refused_at_once() -> None:
    trouble = refused(b"[" * 50_000_000)
    assert trouble.code == "file_too_big"
    assert "50" in trouble.text("fr")


def test_an_error_that_has_no_sentence_yet_is_told_with_its_place_and_reason() -> None:
    class Stricter(BaseModel):
        title: str = Field(pattern="^[A-Z]")

    source = parse(b'{"format": "runofshow/1.0",\n "title": "rencontre"}')
    with pytest.raises(ValidationError) as caught:
        Stricter.model_validate({"title": "rencontre"})
    told = unreadable(source, faults_of(source, caught.value)).text("en")
    assert told.startswith('title (line 2): "rencontre" does not go here (String should match')


@each_row("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    data = json.dumps(plan(title="Été, « débat »"), ensure_ascii=False).encode(encoding)
    assert own.read(data, TODAY).plan.title == "Été, « débat »"


def test_windows_line_ends_are_read() -> None:
    assert own.read(text(plan()).replace(b"\n", b"\r\n"), TODAY).plan.slots[0].id == "a"


def test_what_a_file_leaves_out_is_assumed_and_said() -> None:
    read = own.read(text({"slots": [leaf()]}), TODAY)
    assert (read.plan.date, read.plan.timezone) == (TODAY, "UTC")
    assert [(doubt.field, doubt.how, doubt.said.code) for doubt in read.doubts] == [
        ("format", "missing", "format_missing"),
        ("date", "missing", "date_missing"),
        ("timezone", "missing", "no_timezone"),
    ]
    for doubt in read.doubts:
        assert doubt.said.text("fr")
        assert doubt.said.text("en")


def test_a_whole_file_leaves_no_doubt() -> None:
    assert own.read(text(plan()), TODAY).doubts == ()


def test_a_newer_minor_format_is_read_with_a_warning_and_kept_whole() -> None:
    values = plan(leaf(mood="calm", speakers=[{"name": "A", "shoe": 41}]), format="runofshow/1.7")
    read = own.read(text(values | {"weather": {"rain": True}}), TODAY)
    assert [doubt.said.code for doubt in read.doubts] == ["format_minor"]
    again = json.loads(own.write(read.plan))
    assert again["format"] == "runofshow/1.7"
    assert again["weather"] == {"rain": True}
    assert again["slots"][0]["mood"] == "calm"
    assert again["slots"][0]["speakers"] == [{"name": "A", "shoe": 41}]
    assert own.read(own.write(read.plan), TODAY).plan == read.plan


def test_keys_of_others_are_kept_wherever_they_are() -> None:
    values = plan(leaf(**{"x-light": [1, {"a": None}]}), **{"x-by": "Ann"})
    again = json.loads(own.write(own.read(text(values), TODAY).plan))
    assert again["x-by"] == "Ann"
    assert again["slots"][0]["x-light"] == [1, {"a": None}]


def test_a_slot_without_an_id_is_given_one_that_stays() -> None:
    read = own.read(text(plan(without(leaf(title="Mot d'accueil"), "id"))), TODAY).plan
    assert read.slots[0].id == "mot-d-accueil"
    assert own.read(own.write(read), TODAY).plan == read


def test_sessions_sixteen_deep_are_read() -> None:
    read = own.read(text(plan(nested(16))), TODAY).plan
    assert own.read(own.write(read), TODAY).plan == read


def test_ten_thousand_slots_are_read() -> None:
    data = json.dumps(plan(*(leaf(id=str(n)) for n in range(10_000)))).encode()
    assert len(own.read(data, TODAY).plan.slots) == 10_000


def test_an_empty_rundown_may_be_opened() -> None:
    assert own.read(text(plan() | {"slots": []}), TODAY).plan.slots == ()


def test_a_start_further_on_is_enough() -> None:
    read = own.read(text(plan(without(leaf(), "start"), leaf(id="b", start="9h30"))), TODAY)
    assert read.plan.slots[1].start == Civil(9, 30)


# --- the way back ------------------------------------------------------------------------------


@share(0.6)
@given(plans())
@example(Plan(date=TODAY, slots=(Slot(id="s", kind=Kind.OTHER, slots=()),)))
def test_what_is_written_is_read_back_equal(plan: Plan) -> None:
    read = own.read(own.write(plan), TODAY)
    assert read.plan == plan
    assert read.doubts == ()
    assert own.write(read.plan) == own.write(plan)


@share(0.6)
@given(plans())
def test_lines_are_short_or_hold_one_thing(plan: Plan) -> None:
    for line in own.write(plan).decode().splitlines():
        assert len(line) <= 100 or not line.rstrip(",").endswith(("]", "}")), line


def test_a_written_file_reads_well() -> None:
    values = plan(
        {
            "id": "s", "slots": [
                leaf(speakers=[{"name": "A", "role": "Maire"}], promised_to={"name": "traiteur"}),
            ],
        },
        **{"x-by": 1}, title="Journée", end_by="18:00",
    )  # fmt: skip
    assert own.write(own.read(text(values), TODAY).plan).decode() == (
        """{
  "format": "runofshow/1.0",
  "title": "Journée",
  "date": "2016-01-19",
  "timezone": "Europe/Paris",
  "end_by": "18:00",
  "x-by": 1,
  "slots": [
    {
      "id": "s",
      "kind": "session",
      "slots": [
        {
          "id": "a",
          "kind": "talk",
          "title": "Accueil",
          "start": "09:00",
          "duration": "15m",
          "promised_to": "traiteur",
          "speakers": [{"name": "A", "role": "Maire"}]
        }
      ]
    }
  ]
}
"""
    )


def test_half_a_character_typed_by_a_remote_can_still_be_saved() -> None:
    slot = Slot(id="a", title="\ud83d", start=Civil(9), duration=timedelta(minutes=5))
    assert (
        own.read(own.write(Plan(date=TODAY, slots=(slot,))), TODAY).plan.slots[0].title == "\ufffd"
    )


# --- fuzz --------------------------------------------------------------------------------------


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sample with bytes changed, cut, doubled or moved."""
    data = bytearray(schedule(f"{draw(st.sampled_from(SAMPLES))}.json").read_bytes())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((0, 1, 1, 2, 8, 100, 10_000))))
        new = draw(
            st.binary(max_size=3)
            | st.sampled_from(
                (b'"', b"{", b"}", b"[", b"]", b",", b"0", b"-", b"null", b"1e9", b":")
            )
            | st.just(bytes(data[end : end + 60]))
        )
        data[start:end] = new
    return bytes(data)


def attempt(data: bytes) -> own.Read | Unreadable:
    """What reading comes to; any other error fails the test."""
    try:
        return own.read(data, TODAY)
    except Unreadable as trouble:
        assert all(trouble.text(language) for language in ("fr", "en"))  # noqa: PT017
        return trouble


@given(damaged() | st.binary(max_size=60))
def test_damage_is_read_or_refused_with_a_sentence(data: bytes) -> None:
    assert attempt(data) is not None


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = [*Plan.model_fields, *Slot.model_fields]


@given(field=st.sampled_from(FIELDS), value=values, deep=st.booleans())
def test_any_value_in_any_field_is_read_or_refused_with_a_sentence(
    *, field: str, value: object, deep: bool
) -> None:
    wrong = plan(leaf(**{field: value})) if deep else plan() | {field: value}
    come_to = attempt(json.dumps(wrong).encode())
    if isinstance(come_to, own.Read):
        assert own.read(own.write(come_to.plan), TODAY).plan == come_to.plan
