"""Every layout at every moment, on every shape of screen: nothing cut off, nothing on anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6 import QtCore

from runofshow.core.board import Board
from runofshow.core.plan import Plan
from runofshow.ui.speaker.face import Face, stale
from runofshow.ui.speaker.layouts import seen
from runofshow.ui.speaker.look import LAYOUTS, PUBLIC, Layout, Look
from runofshow.ui.speaker.palettes import CLASSIC
from runofshow.ui.speaker.parts import PARTS
from runofshow.ui.speaker.picture import strokes
from runofshow.ui.speaker.strokes import Lettered
from runofshow.ui.texts.stage import EN, FR, StageWords
from tests.rows import each_row
from tests.ui.operator.window_days import GO, Do, play
from tests.ui.speaker.laid import faults
from tests.ui.speaker.moments import MOMENTS, SHAPES, moment, said, with_rooms

pytestmark = pytest.mark.usefixtures("qapp")

SHOWN = some.sampled_from(["", "stale", "hollow", "mark"])


def shown(
    layout: Layout,
    board: Board,
    words: StageWords = FR,
    how: str = "",
    without: frozenset[str] = frozenset(),
) -> Face:
    """What that layout shows, as it is, out of date, in a pulse, or marked as no show."""
    face = seen(board, words, Look(layout, without=without))
    match how:
        case "stale":
            return stale(face, words)
        case "hollow":
            return face._replace(hollow=True)
        case "mark":
            return face._replace(mark="DÉMONSTRATION")
    return face


def wrong(layout: Layout, face: Face, shape: float, without: frozenset[str]) -> list[str]:
    """What is wrong with that face on a screen so many times wider than high."""
    rect = QtCore.QRectF(0, 0, round(900 * shape), 900)
    return list(faults(strokes(rect, face, CLASSIC, Look(layout, without=without)), rect))


@pytest.mark.parametrize("layout", LAYOUTS)
@given(
    name=some.sampled_from(list(MOMENTS)),
    shape=some.sampled_from([wide / high for wide, high in SHAPES.values()])
    | some.floats(0.4, 5.5),
    words=some.sampled_from([FR, EN]),
    how=SHOWN,
    data=some.data(),
)
def test_nothing_is_cut_off_and_nothing_lies_on_anything(
    layout: Layout, name: str, shape: float, words: StageWords, how: str, data: some.DataObject
) -> None:
    without = frozenset(data.draw(some.lists(some.sampled_from(PARTS[layout]), max_size=3)))
    face = shown(layout, moment(name), words, how, without)
    assert wrong(layout, face, shape, without) == []


NASTY = (
    "", "À", "gjpqy ÀÉÇ", "M" * 40, "Anticonstitutionnellement : ce qui s'ensuit", "i l " * 30,
    "Marie-Antoinette DE LA ROCHEFOUCAULD-DOUDEAUVILLE", "un\ndeux", "漢字 🎤", "Salle 2",
)  # fmt: skip

LATIN = some.text(some.characters(max_codepoint=0x24F, exclude_categories=["C"]), max_size=30)


@given(
    layout=some.sampled_from(LAYOUTS),
    texts=some.lists(some.sampled_from(NASTY) | LATIN, min_size=4, max_size=4),
    hour=some.sampled_from(["8:50", "9:03", "9:12:30", "9:14:50", "9:16:10", "9:31"]),
    shape=some.floats(0.4, 5.5),
    floor=some.booleans(),
)
def test_whatever_is_written_in_the_plan(
    layout: Layout, texts: list[str], hour: str, shape: float, floor: bool
) -> None:
    plan = named(*texts)
    steps: list[tuple[str, Do]] = [("9:00", GO)] if hour > "9" else []
    if steps and floor and plan.slots[0].speakers:
        steps.append(("9:01", {"do": "floor", "speaker": 1}))
    assert wrong(layout, shown(layout, play(plan, steps, hour)), shape, frozenset()) == []


def named(title: str, name: str, room: str, other: str) -> Plan:
    """A day of three items and workshops, called so."""
    speakers = [{"name": each} for each in (name, other) if each]
    workshop = {"activities": [{"room": room, "title": title, "host": name},
                               {"room": other, "title": other}]}  # fmt: skip
    talk = {"title": title, "speakers": speakers, "duration": "15m"}
    return Plan.model_validate(
        {"title": other, "date": "2026-03-10", "language": "fr", "slots": [
            talk | {"start": "09:00"} | (workshop if len(room) % 2 else {}),
            {"title": other, "duration": "15m"}, talk, talk, talk | workshop | {"title": room},
        ]}
    )  # fmt: skip


def written(layout: Layout, face: Face) -> list[Lettered]:
    """What stands in letters on a screen of 16:9."""
    return [
        each
        for each in strokes(QtCore.QRectF(0, 0, 1600, 900), face, CLASSIC, Look(layout))
        if isinstance(each, Lettered)
    ]


@each_row("layout", LAYOUTS)
def test_black_is_black_everywhere(layout: Layout) -> None:
    face = shown(layout, moment("blackout"))
    assert [each.colour for each in strokes(QtCore.QRectF(0, 0, 16, 9), face, CLASSIC)] == [
        "#000000"
    ]


@each_row("layout", LAYOUTS)
@each_row("words", [FR, EN])
def test_what_is_out_of_date_says_so_or_says_nothing(layout: Layout, words: StageWords) -> None:
    for name in ("welcome", "between", "workshops"):
        face = shown(layout, moment(name), words, "stale")
        if layout == "third":
            assert written(layout, face) == []
        else:
            assert words.not_updated in (face.plate, face.head)
            assert face.clock == ""


# --- who reads it ------------------------------------------------------------------------------


def test_what_the_regie_says_to_the_stage_is_read_on_the_stage_only() -> None:
    for flash in (False, True):
        board = said("Parlez plus fort", flash=flash)
        found = {layout for layout in LAYOUTS if "Parlez plus fort" in repr(shown(layout, board))}
        assert found == {"timer", "rundown"}


def test_what_it_says_to_the_green_room_is_read_there_only() -> None:
    found = {
        layout for layout in LAYOUTS if "maquillage" in repr(shown(layout, moment("green-room")))
    }
    assert found == {"next"}


def test_what_it_says_to_a_room_stands_below_the_workshops() -> None:
    steps = [("9:00", {"do": "go"}), ("9:01", {"do": "say", "text": "Fermez la porte",
                                               "to": "Salle 2"})]  # fmt: skip
    face = shown("workshops", play(with_rooms(), steps, "9:02"))
    assert face.own is not None
    assert "Salle 2\u00a0: Fermez la porte" in tuple(face.own)


@each_row("layout", [*sorted(PUBLIC), "next", "timer", "rundown"])
@each_row("hidden", ["forum", "ateliers", "accueil", "animation", "synthese"])
def test_what_is_hidden_is_nowhere(layout: Layout, hidden: str) -> None:
    plan = with_rooms()
    data = plan.as_json()

    def mark(slots: list[dict[str, object]], within: bool) -> None:
        for slot in slots:
            here = within or slot["id"] == hidden
            if slot["id"] == hidden:
                slot["hidden"] = True
            if here:
                slot["title"] = f"SECRET {slot.get('title', '')}"
                slot["speakers"] = [{"name": "SECRET"}]
            mark(slot.get("slots", []), here)  # type: ignore[arg-type]

    mark(data["slots"], within=False)
    kept = type(plan).model_validate(data)
    steps = [(hour, {"do": "go"}) for hour in ("9:00", "9:15", "9:20", "10:30", "10:35")]
    for count, now in ((0, "8:30"), (1, "9:01"), (3, "10:00"), (5, "10:40")):
        face = shown(layout, play(kept, steps[:count], now))
        assert "SECRET" not in repr(face)
