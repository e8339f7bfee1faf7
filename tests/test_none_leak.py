"""PySide6 must not lose references to None and True.

PySide6 6.12.0 loses one to None in each void call of Qt and one to True in each `emit()`, which
kills Python 3.10 and 3.11 ("none_dealloc") after some thousands of calls. This file, run as a
program, counts in a process of its own; it holds references in reserve so that it lives to tell.
"""

import json
import os
import subprocess
import sys

import pytest
from PySide6 import QtCore, __version_info__

VOID_CALLS = 20_000
EMITS = 500


class Bell(QtCore.QObject):
    """Something that can ring; signal: rang."""

    rang = QtCore.Signal(int)


def lost() -> dict[str, int]:
    """How many references to None and to True this PySide6 has lost or left behind."""
    bell = Bell()
    bell.rang.connect(lambda _: None)
    # First calls fill caches, which keep references of their own.
    _ring(bell, 10, 10)
    before = sys.getrefcount(None), sys.getrefcount(True)
    _ring(bell, VOID_CALLS, EMITS)
    after = sys.getrefcount(None), sys.getrefcount(True)
    return {"None": before[0] - after[0], "True": before[1] - after[1]}


def _ring(bell: Bell, void_calls: int, emits: int) -> None:
    for _ in range(void_calls):
        bell.setObjectName("bell")
    for number in range(emits):
        bell.rang.emit(number)


@pytest.mark.skipif(
    sys.version_info >= (3, 12),
    reason="None and True are immortal from Python 3.12 on: nothing to count, nothing to die of",
)
def test_void_calls_and_emits_leave_none_and_true_where_they_were() -> None:
    counted = subprocess.run(
        [sys.executable, __file__], capture_output=True, text=True, check=False
    )
    assert counted.returncode == 0, counted.stderr
    assert json.loads(counted.stdout) == {"None": 0, "True": 0}


def test_pyside_stays_below_the_version_that_loses_references() -> None:
    assert __version_info__[:2] < (6, 12)


if __name__ == "__main__":
    reserve = [[None] * 10 * VOID_CALLS, [True] * 100 * EMITS]
    print(json.dumps(lost()), flush=True)
    os._exit(0)  # the reserve must not be given back
