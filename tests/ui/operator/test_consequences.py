"""What a hand would change of the day, said in one line."""

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import command_of
from runofshow.core.plan import Plan
from runofshow.ui.operator.consequences import consequences
from runofshow.ui.texts.window import EN, FR
from tests.hand import Stage, day, leaf, seed
from tests.rows import each_row


def pair(stage: Stage, clock: str, do: dict[str, object]) -> tuple[Board, Board]:
    now = stage.at(clock)
    return board(stage.show, now), board(apply(stage.show, command_of(do), now), now)


def said(stage: Stage, clock: str, **do: object) -> str:
    return consequences(*pair(stage, clock, do), FR)[0]


def panel(plan: Plan | None = None) -> Stage:
    """The seed's day on time, its panel on air since 9:20."""
    stage = Stage(plan or seed())
    for clock in ("9:00", "9:15", "9:20"):
        stage.do(clock, "go")
    return stage


@each_row(
    "minutes, line",
    [
        (0, "rien d'autre ne bouge"),
        (5, "Déjeuner convivial 12h15 → 12h20 (compromise)"),
        (-5, "rien d'autre ne bouge"),
    ],
)
def test_the_hard_time_that_moves_is_said(minutes: int, line: str) -> None:
    assert said(panel(), "9:30", do="stretch", by=f"{minutes}m") == line


def test_a_hard_time_that_is_held_again_says_so() -> None:
    stage = panel().do("9:31", "stretch", by="12m")
    assert (
        said(stage, "9:32", do="stretch", by="-12m") == "Déjeuner convivial 12h27 → 12h15 (tenue)"
    )
    told = consequences(*pair(stage, "9:32", {"do": "stretch", "by": "-10m"}), EN)
    assert told == (
        "Déjeuner convivial 12:27 → 12:17 (at risk)",
        "Déjeuner… 12:27 → 12:17 (at risk)",
    )


def test_at_most_two_hours_are_said_the_earliest_first() -> None:
    line = said(panel(), "9:30", do="stretch", by="4h")
    assert line.startswith("Déjeuner convivial 12h15 → 16h15 (compromise), ")
    assert line.count("→") == 2


def test_without_a_promise_the_next_break_and_the_end_are_said() -> None:
    plan = day(leaf("a", start="09:00"), leaf("pause", "10m", kind="break"), leaf("b"), leaf("c"))
    stage = Stage(plan).do("09:00", "go")
    insert = {"slot": leaf("x", "3m"), "after": "a"}
    line = said(stage, "09:01", do="insert", **insert)
    assert line == "PAUSE 9h10 → 9h13, Fin de journée 9h40 → 9h43"


def test_seconds_that_no_clock_shows_are_not_said() -> None:
    plan = day(leaf("a", start="09:00"), leaf("b"))
    stage = Stage(plan).do("09:00", "go")
    assert said(stage, "09:01", do="stretch", by="20s") == "rien d'autre ne bouge"
