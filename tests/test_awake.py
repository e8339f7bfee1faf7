"""Keeping the machine awake: asked beside, held until left, and honest about what was granted."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import SimpleNamespace

import pytest

from runofshow.awake import Awake, Hold


@pytest.mark.parametrize("granted", [True, False])
def test_it_is_held_until_it_is_left_and_says_what_was_granted(granted: bool) -> None:
    held: list[str] = []
    let = Event()

    @contextmanager
    def presenting() -> Iterator[Hold]:
        let.wait(5)
        held.append("held")
        yield SimpleNamespace(active=granted)
        held.append("left")

    awake = Awake(presenting)
    assert awake.granted is None
    awake.start()
    awake.start()  # once is enough
    assert awake.granted is None  # nobody waits for the system
    let.set()
    assert awake.wait(5) is granted
    assert held == ["held"]
    awake.stop()
    assert held == ["held", "left"]


def test_left_before_it_ran_nothing_is_asked() -> None:
    Awake().stop()
