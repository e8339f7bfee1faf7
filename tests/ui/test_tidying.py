import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest
from PySide6 import QtWidgets

from runofshow.ui import theme
from runofshow.ui.tidying import OLDEST_EVERY, Tidying, uncollected

AT_WORK = """
import gc
from PySide6 import QtCore, QtWidgets
from runofshow.ui import theme

app = theme.application()
looked, asking = [], []

class Asked(QtWidgets.QWidget):
    def changeEvent(self, event):  # makes objects, as any of ours does: Python may look meanwhile
        asking.append(True)
        made = [[] for _ in range(2000)]
        super().changeEvent(event)
        asking.pop()

gc.callbacks.append(lambda phase, _: looked.extend(asking))
for dark in (True, False) * 3:
    gc.disable()
    stays = []
    for number in range(40):
        one = Asked()
        QtWidgets.QLabel("a", one), QtWidgets.QPushButton("b", one)
        if number % 2:
            one.itself = one  # garbage, once forgotten
        else:
            stays.append(one)
    del one
    gc.enable()
    gc.set_threshold(10)
    theme.dress(app, theme.DARK if dark else theme.LIGHT)
    assert not looked, looked
print("dressed")
"""


def test_widgets_that_are_garbage_stay_while_qt_goes_through_them() -> None:
    # Qt does not guard its list: one that went meanwhile would end the process.
    command = [sys.executable, "-c", AT_WORK]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.stdout, done.stderr, done.returncode) == ("dressed\n", "", 0)


def test_dressing_leaves_the_collector_as_it_was(qapp: QtWidgets.QApplication) -> None:
    gc.enable()
    for dark in (False, True):
        theme.install(qapp, dark)
        assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
    with pytest.raises(ZeroDivisionError), uncollected():
        _ = 1 / 0
    assert gc.isenabled()


class Knot:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def thawed() -> Iterator[None]:
    """What is set aside within is looked at again afterwards."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_looking_takes_away_what_is_garbage() -> None:
    tidying = Tidying()
    tidying.look()
    young, old = Knot(), Knot()
    gc.collect()  # both are old now
    seen = [weakref.ref(knot) for knot in (young, old)]
    del young, old
    for _ in range(OLDEST_EVERY):
        tidying.look()
    assert [one() for one in seen] == [None, None]
    fresh = Knot()
    seen = [weakref.ref(fresh)]
    del fresh
    tidying.look()
    assert seen[0]() is None


@pytest.mark.usefixtures("thawed")
def test_what_was_there_at_the_first_look_is_not_looked_at_again() -> None:
    tidying = Tidying()
    there = Knot()
    seen = weakref.ref(there)
    tidying.look()
    del there
    for _ in range(OLDEST_EVERY):
        tidying.look()
    assert seen() is not None
    gc.unfreeze()
    gc.collect()
    assert seen() is None
