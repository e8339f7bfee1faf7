"""One real browser for all tests of the pages; without one they are skipped, and say so."""

from collections.abc import Iterator

import pytest

from tests.web.chromium import PROGRAM, chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[str]:
    """Where a running Chromium is spoken to."""
    if PROGRAM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with chromium() as address:
        yield address
