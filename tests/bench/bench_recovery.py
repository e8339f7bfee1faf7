"""What the recovery card costs the window: `python -m tests.bench.bench_recovery`.

Prints, for the seed's day twelve minutes late and for 200 slots: opening the card, from the board
that breaks the promise to the card painted; offering the plans; a tick while it is open, and what
it adds to one without it; a preview, from the key to the rows and the timeline painted; and the
planner's milliseconds a second while the lateness grows. Held to: 10 ms a second for the planner.
"""

from tests.surroundings import settle

settle()

# ruff: noqa: E402  # Qt reads the surroundings when it is imported
from datetime import timedelta

from PySide6 import QtCore, QtWidgets

from runofshow.core.show import Show
from runofshow.desk import Desk
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.planner import Planner
from runofshow.ui.theme import install
from tests.bench.bench_catchup import START, day
from tests.bench.bench_core import best, tell
from tests.hand import HandClock
from tests.ui.operator.window_days import Moment, late_moment


def painted(window: OperatorWindow) -> None:
    """All that waits to be painted."""
    QtWidgets.QApplication.processEvents()
    window.repaint()


def measure(name: str, at: Moment) -> None:
    """Print the figures of a moment with a broken promise."""
    print(name)
    window = OperatorWindow("fr")
    window.resize(1920, 1080)
    window.present(Moment(Show.of(at.show.plan), at.now - timedelta(hours=12)).board)
    window.show()
    painted(window)
    timer = QtCore.QElapsedTimer()
    timer.start()
    window.present(at.board)
    QtWidgets.QApplication.processEvents()
    took = timer.nsecsElapsed() / 1e6
    print(f"  {'the card made, opened and painted, day and all':<46} {took:15.2f} ms")
    offer = at.offer()
    window.preview_asked.connect(lambda plan: window.preview(plan and at.tried(plan)))

    def offered() -> None:
        window.offer(None)
        window.offer(offer)
        QtWidgets.QApplication.processEvents()

    tell("plans offered and painted", best(offered, 30))
    ticks = iter(at.now + timedelta(seconds=tick) for tick in range(1, 100_000))

    def tick() -> None:
        window.present(Moment(at.show, next(ticks)).board)
        QtWidgets.QApplication.processEvents()

    tell("a tick while it is open, painted", best(tick, 30))
    board = at.board
    tell("  of which the card", best(lambda: window.recovery.present(board), 30))

    def previewed() -> None:
        window.recovery.walk(1)
        QtWidgets.QApplication.processEvents()

    tell("a plan previewed on rundown and timeline", best(previewed, 21))
    window.leave()
    window.deleteLater()


def plan_for(name: str, at: Moment, minutes: int) -> None:
    """Print what the planner takes while the day is late and the minutes go by."""
    clock = HandClock(at.now)
    planner = Planner(Desk(at.show, clock))
    worked = 0
    for _ in range(minutes * 2):
        clock.turn(seconds=30)
        planner.present(planner._desk.board())
        while planner._work is not None:
            QtWidgets.QApplication.processEvents()
        worked = max(worked, planner._spent)
        planner._rest.stop()
    longest = worked / 1e6
    print(f"  {name:<46} at most {longest:6.2f} ms, then {longest * 100 / 1000:5.2f} s of rest")


def main() -> None:
    """Print everything."""
    app = QtWidgets.QApplication.instance() or QtWidgets.QApplication([])
    assert isinstance(app, QtWidgets.QApplication)
    install(app)
    measure("the seed's day", late_moment())
    big = Moment(day(200, 2, waits=False), START + timedelta(minutes=3))
    measure("200 slots", big)
    print("the planner")
    plan_for("the seed's day", late_moment("10:44:30"), 10)
    plan_for("200 slots", big, 5)


if __name__ == "__main__":
    main()
