"""Who speaks in a panel and what is left of the share, as the stage shows it."""

from typing import Any

from runofshow.ui.speaker.face import Face, alerts, stale
from runofshow.ui.speaker.speaking import Part, Speaking
from runofshow.ui.texts.stage import EN, FR, StageWords
from tests.rows import each_row
from tests.ui.speaker.days import ON_TABLE, Step, edited, shown

NAMES = ["Yannick BLANC", "Vanessa CORDOBA", "Akim OURAL"]
PANEL = edited("table", duration="30m", speakers=NAMES)
CHAIRED = edited("table", speakers=[{"name": NAMES[0], "chair": True}, *NAMES[1:]])
SECOND: tuple[Step, ...] = (*ON_TABLE, ("9:15", {"do": "floor", "speaker": 2}))


def floor(now: str, steps: tuple[Step, ...] = SECOND, words: StageWords = FR) -> Speaking:
    found = shown(steps, now, words, PANEL).floor
    assert found is not None
    return found


def test_nobody_speaks_until_the_floor_is_given() -> None:
    assert shown(ON_TABLE, "9:20", FR, PANEL).floor is None
    silenced = (*SECOND, ("9:18", {"do": "floor", "speaker": None}))
    assert shown(silenced, "9:20", FR, PANEL).floor is None


@each_row(
    "now, digits, overrun, tone, french, english",
    [
        ("9:15", "10:00", False, "normal", "a la parole", "speaking"),
        ("9:18:20.5", "6:40", False, "normal", "a la parole", "speaking"),
        ("9:23", "2:00", False, "warning", "CONCLUEZ", "WRAP UP"),
        ("9:24:30", "0:30", False, "danger", "DERNIERS MOTS", "LAST WORDS"),
        ("9:25", "0:00", False, "danger", "DERNIERS MOTS", "LAST WORDS"),
        ("9:26:10.9", "1:10", True, "over", "TEMPS ÉCOULÉ", "TIME'S UP"),
    ],
)
def test_the_share_counts_down_and_says_its_phase(
    now: str, digits: str, overrun: bool, tone: str, french: str, english: str
) -> None:
    said = floor(now)
    assert (said.name, said.digits, said.overrun, said.tone) == (
        "Vanessa CORDOBA", digits, overrun, tone,
    )  # fmt: skip
    assert (said.word, floor(now, words=EN).word) == (french, english)


def test_time_nobody_used_is_the_last_ones_loss() -> None:
    late = (*ON_TABLE, ("9:18", {"do": "floor", "speaker": 2}))
    assert floor("9:18", late).digits == "7:00"  # 27 left, of which 20 are the others'


def test_each_speaker_has_a_bar_of_what_is_left() -> None:
    steps = (*SECOND, ("9:20", {"do": "floor", "speaker": 1}))
    assert floor("9:31", steps).parts == (
        Part("BLANC", 0, True, True),
        Part("CORDOBA", 500, False, False),
        Part("OURAL", 1000, False, False),
    )


def test_a_chair_speaks_without_a_share() -> None:
    steps = (*ON_TABLE, ("9:16", {"do": "floor", "speaker": 1}))
    said = shown(steps, "9:20", FR, CHAIRED).floor
    assert said is not None
    assert (said.name, said.digits, said.tone) == ("Yannick BLANC", "", "normal")
    assert [part.name for part in said.parts] == ["CORDOBA", "OURAL"]


def test_a_share_that_gets_more_urgent_is_a_crossing_of_its_speaker_only() -> None:
    before, after = shown(SECOND, "9:22:59", FR, PANEL), shown(SECOND, "9:23", FR, PANEL)
    assert alerts(before, after)
    assert not alerts(after, before)
    passed_on = (*SECOND, ("9:24", {"do": "floor", "speaker": 3}))
    back = (*passed_on, ("9:25", {"do": "floor", "speaker": 2}))
    third, second = shown(passed_on, "9:24:30", FR, PANEL), shown(back, "9:25", FR, PANEL)
    assert second.floor is not None
    assert second.floor.tone == "warning"
    assert not alerts(third, second)


@each_row("fields", [{"hidden": True}])
def test_what_is_hidden_names_nobody(fields: dict[str, Any]) -> None:
    hidden = edited("table", speakers=NAMES, **fields)
    assert shown(SECOND, "9:20", FR, hidden).floor is None


def test_out_of_date_nobody_speaks() -> None:
    seen: Face = shown(SECOND, "9:20", FR, PANEL)
    assert stale(seen, FR).floor is None
