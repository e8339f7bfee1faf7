from runofshow.core.board import Board
from runofshow.ui.icons import Icon
from runofshow.ui.operator import hard_times
from runofshow.ui.operator.spans import Fact
from runofshow.ui.texts.recovery import EN, FR
from tests.rows import each_row
from tests.ui.operator.window_days import Do, late, on_time, play, seed

LUNCH = {"slot": "dejeuner", "of": "start"}
AGREE: Do = {"do": "agree", "promise": LUNCH, "time": "12:27"}
TOLD: Do = {"do": "told", "promise": LUNCH, "time": "12:27"}
FEW: Do = {"do": "catch_up", "promise": LUNCH, "plan": "few"}


def text(fact: Fact | None) -> tuple[str, str]:
    """Figure and line, without what is only typography."""
    assert fact is not None
    figure, line = ("".join(span.text for span in part) for part in (fact.figure, fact.line))
    return figure.replace("\u00a0", " "), line.replace("\u00a0", " ")


def both(board: Board) -> tuple[Fact | None, Fact | None]:
    return hard_times.told(board, FR)


def lost() -> Board:
    """Twelve minutes late, and nobody left who could give them."""
    return late("10:37:22", *(
        ("10:37", {"do": "edit", "slot": slot, "set": {"cuttable": False}})
        for slot in ("synthese", "resultats", "conclusion-matinee")
    ))  # fmt: skip


def long_forum() -> Board:
    """Lunch on time, the day's end half an hour out."""
    longer = {"do": "edit", "slot": "ateliers", "set": {"duration": "3h05m"}}
    return play(seed(), (("9:00", {"do": "go"}), ("9:01", longer)), "9:05")


@each_row(
    "board, sign, tone, figure, line",
    [
        (on_time(seed(), "10:59:12"), Icon.FIRM_KEPT, "text", "12h15 traiteur : tenue",
         "dans 1 h 16"),
        (late(), Icon.FIRM, "amber", "12h15 traiteur : +12 min",
         "décider avant 11h42, dans 1 h 05"),
        (late("10:41", ("10:40", TOLD)), Icon.PHONE, "amber", "12h15 traiteur : +12 min",
         "décider avant 11h42, dans 1 h 01, prévenu à 10h40"),
        (late("10:41", ("10:40", AGREE)), Icon.PHONE, "text", "12h27 traiteur : convenu",
         "au lieu de 12h15"),
        (late("10:41", ("10:40", FEW)), Icon.FIRM_KEPT, "text", "12h15 traiteur : tenue",
         "dans 1 h 34"),
    ],
)  # fmt: skip
def test_how_a_promise_stands(board: Board, sign: Icon, tone: str, figure: str, line: str) -> None:
    first, worst = both(board)
    assert first is not None
    assert (first.sign, first.sign_tone) == (sign, tone)
    assert text(first) == (figure, line)
    assert worst is None


def test_the_day_is_still_late_once_the_hard_time_is_caught_up() -> None:
    board = late("10:41", ("10:40", FEW))
    assert board.drift_word == "late"
    assert "tenue" in text(both(board)[0])[0]


def test_out_of_reach_is_said_and_signed() -> None:
    first = both(lost())[0]
    assert first is not None
    assert first.sign is Icon.BROKEN
    assert text(first)[0] == "12h15 traiteur : intenable"
    assert text(first)[1].startswith("+12 min, attendu 12h27")


def test_the_worst_stands_beside_the_next_where_it_is_another() -> None:
    first, worst = both(long_forum())
    assert text(first)[0] == "12h15 traiteur : tenue"
    assert text(worst)[0] == "18h00 fin : +30 min"
    board = long_forum()
    assert text(hard_times.told(board, EN)[1])[0] == "18:00 end: +30 min"


def test_a_promise_kept_or_past_is_no_longer_to_come() -> None:
    assert text(both(on_time(seed(), "13:05"))[0])[0] == "18h00 fin : tenue"
    skipped = late("10:37", ("10:36", {"do": "skip", "slot": "dejeuner"}))
    assert text(both(skipped)[0])[0].startswith("18h00")


def test_within_the_tolerance_it_is_held_and_says_how_long() -> None:
    five = {"do": "edit", "slot": "dejeuner", "set": {"tolerance": "15m"}}
    first = both(late("10:37:22", ("10:30", five)))[0]
    assert text(first) == ("12h15 traiteur : +12 min", "toléré jusqu'à 12h30")


def test_a_chance_stands_beside_its_promise_in_words() -> None:
    board = long_forum()
    chances = {each.standing.promise: chance for each, chance in zip(
        board.promises, (0.66, 0.09), strict=True)}  # fmt: skip
    first, worst = hard_times.told(board, FR, chances)
    assert first is not None
    assert worst is not None
    assert first.asides == ("2 chances sur 3 de tenir", "2 chances sur 3")
    assert worst.asides[-1] == "1 chance sur 10"
    assert first.tip == "2 chances sur 3 de tenir si personne n'intervient"
    english = hard_times.told(board, EN, chances)[0]
    assert english is not None
    assert english.asides[-1] == "2 chances in 3"


def test_what_is_out_of_reach_or_unknown_has_no_chance_beside_it() -> None:
    board = lost()
    for chances in ({each.standing.promise: 0.1 for each in board.promises}, {}):
        first = hard_times.told(board, FR, chances)[0]
        assert first is not None
        assert (first.asides, first.tip) == ((), "")


@each_row(
    "chance, state, tone",
    [(0.98, "tenue", "text"), (0.8, "tenue", "text"), (0.66, "serré", "text"),
     (0.34, "serré", "amber"), (0.02, "serré", "amber")],
)  # fmt: skip
def test_what_holds_on_paper_is_called_as_its_chance_is(
    chance: float, state: str, tone: str
) -> None:
    board = on_time(seed(), "10:59:12")
    first = hard_times.told(board, FR, {each.standing.promise: chance for each in board.promises})
    assert first[0] is not None
    last = first[0].figure[-1]
    assert (last.text, last.tone) == (state, tone)
