"""When Python looks for garbage: between two events of Qt, never in the midst of its work.

Qt goes through lists of widgets that it does not guard: a widget found to be garbage and deleted
meanwhile (by the collector, which any new object may start) ends the process. So the program looks
for garbage by itself, when nothing of Qt's is under way. With the first look, some seconds after
the start, what was loaded by then is set aside (lasting.py): later ones are short.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from runofshow.lasting import set_aside

OLDEST_EVERY: Final = 12
"""Of so many looks for garbage, one looks at all there is; the others at what is young."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Within, nothing is looked for; afterwards it is as before."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Tidying:
    """Looks for garbage when told that the moment is good, in place of Python's own looking."""

    def __init__(self) -> None:
        self._looks = 0

    def look(self) -> None:
        """Take away what is garbage; call it from a timer, with nothing of Qt's under way."""
        if self._looks:
            gc.collect(1 if self._looks % OLDEST_EVERY else 2)
        else:
            set_aside()
        self._looks += 1
