"""Long work beside the window's own: in slices, one at a time, and nothing of it left half done."""

import pytest
from pytestqt.qtbot import QtBot

from runofshow.core.errors import Trouble, Unwritable
from runofshow.ui.paper import job
from runofshow.ui.paper.job import Job
from runofshow.ui.paper.steps import Steps, finished, resting


def counting(seen: list[int], count: int, end: str = "done") -> Steps[str]:
    for number in range(count):
        seen.append(number)
        yield
    return end


def test_a_work_is_done_after_the_present_event_and_tells_what_it_made(qtbot: QtBot) -> None:
    work, seen, made = Job(), list[int](), list[str]()
    work.start(counting(seen, 3), made.append)
    assert (seen, work.busy) == ([], True)
    qtbot.waitUntil(lambda: made == ["done"])
    assert (seen, work.busy) == ([0, 1, 2], False)


def test_it_rests_between_two_slices(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "SLICE", 1)
    work, seen, made = Job(), list[int](), list[str]()
    work.start(counting(seen, 5), made.append)
    between: list[int] = []
    work._turn.timeout.connect(lambda: between.append(len(seen)))
    qtbot.waitUntil(lambda: made == ["done"])
    assert between[:5] == [1, 2, 3, 4, 5]


def test_a_new_work_takes_the_place_of_the_former(qtbot: QtBot) -> None:
    work, seen, made = Job(), list[int](), list[str]()
    work.start(counting(seen, 3, "former"), made.append)
    work.start(counting([], 1, "new"), made.append)
    qtbot.waitUntil(lambda: made == ["new"])
    assert seen == []
    work.start(counting(seen, 3), made.append)
    work.stop()
    assert not work.busy


def test_a_trouble_is_told_and_nothing_is_left(qtbot: QtBot) -> None:
    def refused() -> Steps[str]:
        yield
        raise Unwritable("nobody_speaks")

    work, told = Job(), list[Trouble]()
    work.failed.connect(told.append)
    work.start(refused(), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert (told[0].code, work.busy) == ("nobody_speaks", False)


def test_a_work_can_be_done_at_once() -> None:
    assert finished(resting("abc")) == ["a", "b", "c"]
    assert finished(counting([], 4, "end")) == "end"
