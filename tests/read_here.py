"""Files read in the tests' own process, where what becomes of them is tried, not how they are read.

A process for each would cost more than the rest of such a test; that is tried in
tests/test_reading_apart.py, tests/ui/test_reading.py, tests/cli and tests/whole.
"""

from collections.abc import Callable

import pytest

from runofshow.formats import registry
from runofshow.formats.draft import Draft
from runofshow.reading import Progress, Reading


class _Here(Reading):
    """One file, read by this very process; one that was cancelled is told as such."""

    def draft(self, on_progress: Callable[[Progress], None] | None = None) -> Draft:
        draft = registry.read(self._request.data, self._request.asked)
        if self._ended:
            raise self._broken()
        return draft


def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this test read files without another process."""
    for module in "runofshow.reading", "runofshow.ui.reading":
        monkeypatch.setattr(f"{module}.Reading", _Here)
    monkeypatch.setattr("runofshow.reading.prepare", lambda: None)
