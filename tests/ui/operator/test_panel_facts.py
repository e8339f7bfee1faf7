import pytest

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.ui.operator.panel_facts import Standing, speaking, standing, stands, turn
from runofshow.ui.texts.panel import EN, FR
from tests.hand import Stage
from tests.ui.operator.window_days import (
    GO,
    absent,
    on_time,
    panel,
    panel_of_five,
    play,
    seed,
    spoken,
)

CHAIR = [{"name": "Max", "chair": True}, {"name": "Anne"}, {"name": "Bob"}]


def shown(board: Board) -> Standing:
    found = standing(board, FR)
    assert found is not None
    return found


def told(board: Board) -> list[tuple[str, str, str]]:
    """Figure, word and tone of each speaker."""
    return [(voice.figure, voice.word, voice.tone) for voice in shown(board).voices]


def test_each_speaker_has_a_figure_and_a_word_for_it() -> None:
    assert told(panel_of_five()) == [
        ("0:50", "a parlé, reste", "heard"),
        ("+0:40", "dépassé", "spent"),
        ("1:05", "a parlé, reste", "heard"),
        ("+1:20", "dépassé", "spent"),
        ("10:43", "parle, reste", "normal"),
    ]
    assert (shown(panel_of_five()).aside, shown(panel_of_five()).last) == ("parts de 14 min", 5)


def test_who_is_still_to_be_heard_is_counted_with_what_is_left_for_them() -> None:
    stage = Stage(panel(4, duration="40m")).do("09:00", "go")
    assert shown(stage.board("09:01")).to_hear == ""
    stage.do("09:02", "floor", speaker=1)
    assert shown(stage.board("09:03")).to_hear == "encore 3 à entendre"
    assert shown(stage.board("09:25")).to_hear == "encore 3 à entendre, 5:00 chacun"
    for clock, speaker in (("09:26", 2), ("09:27", 3)):
        stage.do(clock, "floor", speaker=speaker)
    assert shown(stage.board("09:27:30")).to_hear == "encore 1 à entendre"
    stage.do("09:28", "floor", speaker=4)
    assert shown(stage.board("09:28:30")).to_hear == "tous entendus"


def test_who_speaks_goes_through_the_phases_of_the_share() -> None:
    def five(until: str) -> tuple[str, str, str]:
        return told(panel_of_five(until))[4]

    # the others have 1:55 of theirs unused, kept from who speaks last
    assert five("10:05") == ("3:05", "parle, reste", "normal")
    assert five("10:05:17") == ("2:48", "parle, reste", "warning")
    assert five("10:07:23") == ("0:42", "parle, reste", "danger")
    assert five("10:08:08") == ("+0:03", "parle, dépassé", "over")


def test_the_bar_moves_with_the_shown_seconds() -> None:
    stage = Stage(panel(5, shares=["10m"] * 5)).do("09:00", "go")
    stage.do("09:00:00.4", "floor", speaker=1)
    runs = [shown(stage.board(at)).voices[0].run for at in ("09:05:00.3", "09:05:00.4", "09:05:01")]
    assert runs == pytest.approx([299 / 600, 0.5, 0.5])
    assert shown(stage.board("09:15")).voices[0].run == 1.0


def test_the_bar_is_full_when_nothing_is_left_even_of_a_share_not_spoken() -> None:
    board = panel_of_five("10:05")  # 9:22 spoken of 14:00, but 3:05 is all that the others leave
    assert told(board)[4][0] == "3:05"
    assert shown(board).voices[4].run == pytest.approx(510 / (510 + 185))


def test_a_chair_and_an_absent_one_have_no_share_but_are_there() -> None:
    turns = spoken(("9:00", 1), ("9:02", 2))
    board = play(panel(3, speakers=CHAIR), (*turns, absent(3)), "9:05")
    assert told(board)[0] == ("2:00", "préside, a parlé", "waiting")
    assert told(board)[2] == ("", "absent", "away")
    assert [voice.run is None for voice in shown(board).voices] == [True, False, True]
    before = play(panel(3, speakers=CHAIR), spoken(), "9:01")
    assert told(before)[0] == ("", "préside", "waiting")
    speaks = play(panel(3, speakers=CHAIR), (*spoken(("9:00", 1)), absent(3)), "9:01:30")
    assert told(speaks)[0] == ("1:30", "préside, parle", "normal")


def test_unequal_shares_are_told_as_such() -> None:
    board = play(panel(2, shares=["40m", "30m"]), (("9:00", GO),), "9:01")
    assert shown(board).aside == "parts inégales"


def test_the_card_stands_for_a_panel_for_a_floor_and_for_questions_to_come() -> None:
    assert not stands(on_time(seed(), "9:05").on_air)
    assert not stands(None)
    talk = play(panel(2, kind="talk"), (("9:00", GO),), "9:01")
    assert not stands(talk.on_air)
    given = play(panel(1, kind="talk"), spoken(("9:00", 1)), "9:01")
    assert speaking(given.on_air)
    asked = play(panel(1, kind="talk", questions="10m"), (("9:00", GO),), "9:01")
    assert (stands(asked.on_air), speaking(asked.on_air)) == (True, False)
    open_ = play(
        panel(1, kind="talk", questions="10m"),
        (("9:00", GO), ("9:50", {"do": "questions"})),
        "9:51",
    )
    assert not stands(open_.on_air)


def test_questions_to_come_are_counted_to_and_then_overdue() -> None:
    def tail(until: str) -> tuple[str, str, str, bool]:
        board = play(panel(1, kind="talk", questions="10m"), (("9:00", GO),), until)
        found = shown(board).tail
        assert found is not None
        return found.word, found.figure, found.hour, found.late

    assert tail("9:53:20") == ("dans", "6:40", "à 10h00", False)
    assert tail("10:01:30") == ("à ouvrir depuis", "1:30", "à 10h00", True)


def test_opened_questions_are_told_in_the_head_of_a_panel() -> None:
    board = play(panel(2, questions="10m"), (*spoken(), ("9:50", {"do": "questions"})), "9:51")
    assert (shown(board).open_now, shown(board).tail) == (True, None)


def test_the_card_speaks_english_too() -> None:
    found = standing(panel_of_five(questions="10m"), EN)
    assert found is not None
    assert (found.title, found.aside) == ("Speaking", "12 min each")
    assert found.voices[4].word == "speaking, left"


# --- keys ---------------------------------------------------------------------------------------


def test_a_key_gives_the_floor_the_same_again_or_nought_takes_it_back() -> None:
    air = panel_of_five().on_air
    assert turn(air, 2) == (commands.Floor(speaker=2),)
    assert turn(air, 5) == turn(air, 0) == (commands.Floor(speaker=None),)
    assert turn(air, 6) == ()


def test_nought_asks_nothing_while_nobody_speaks() -> None:
    assert turn(play(panel(2), spoken(), "9:01").on_air, 0) == ()


def test_the_key_of_an_absent_one_says_first_that_he_has_come() -> None:
    board = play(panel(3), (*spoken(), absent(2)), "9:05")
    assert turn(board.on_air, 2) == (
        commands.Speaker(slot="panel", who=2, state="arrived"),
        commands.Floor(speaker=2),
    )


def test_no_key_gives_the_floor_where_there_is_no_panel() -> None:
    assert turn(on_time(seed(), "9:05").on_air, 1) == ()
    assert turn(None, 1) == ()
