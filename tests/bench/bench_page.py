"""How late a digit flips on a page: `python -m tests.bench.bench_page [SECONDS]`.

Prints, for each second of a countdown in a real browser, how long after its true instant (the end
less whole seconds, by the desk's own clock) the page has written it. The aim: half of them 50 ms.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from runofshow.clock import SystemClock
from tests.bench.bench_flip import told
from tests.net.opened import opened
from tests.web.chromium import PROGRAM, chromium, spoken_to
from tests.web.shown import FLIPS, Shown


async def measure(folder: Path, browser: str, flips: int) -> list[float]:
    """How late each of so many flips was, in seconds."""
    async with opened(folder, clock=SystemClock()) as net, spoken_to(browser) as program:
        assert net.desk.do_json({"do": "go"}).ok
        air = net.desk.board().on_air
        assert air is not None
        assert air.ends is not None
        async with Shown(net, program).page("/stage?lang=fr", "viewer") as page:
            await page.until("document.getElementById('time').textContent")
            ends = air.ends.timestamp() * 1000
            late: list[float] = await page.value(
                f"({FLIPS})({ends}, (all) => all.length >= {flips})"
            )
    return [each / 1000 for each in late[1:]]  # the first is written whenever the page is ready


def main() -> int:
    """Print what was measured."""
    if PROGRAM is None:
        print("left out: this machine lacks Chromium")
        return 0
    flips = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        told("the page", asyncio.run(measure(Path(folder), browser, flips + 1)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
