"""Pages of a show that is open, on a clock that a test can hurry."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from runofshow.clock import SystemClock
from runofshow.core.plan import Plan
from runofshow.store.settings import Settings
from tests.hand import day, leaf
from tests.net.opened import Net, opened
from tests.web.chromium import Browser, Page, spoken_to

PLAN: Final = day(
    leaf("a", start="09:00", speakers=[{"name": "Ada LOVELACE"}]),
    leaf("b", "20m", title="Table ronde : les territoires", speakers=[{"name": "Bo"}]),
    leaf("c"),
)
HURRIED: Final = """
  window.hurry = window.asleep = 0;
  const now = performance.now.bind(performance), wall = Date.now.bind(Date);
  let still = null;
  window.stand = () => { still = [now(), wall()]; };
  performance.now = () => (still ? still[0] : now()) + window.hurry;
  Date.now = () => (still ? still[1] : wall()) + window.hurry + window.asleep;
"""
"""`hurry` milliseconds are added to the page's own clocks: seconds pass while none does; `asleep`
to the wall's alone: the machine slept. From `stand` on no other time passes on it."""
FLIPS: Final = """(ends, enough) => new Promise((told) => {
  const late = [], time = document.getElementById('time');
  new MutationObserver(() => {
    const [minutes, seconds] = time.textContent.split(':').map(Number);
    late.push(Date.now() - (ends - (minutes * 60 + seconds) * 1000));
    if (enough(late)) told(late);
  }).observe(time, {childList: true, subtree: true});
})"""
"""How late a page's flips are against the desk's clock, in milliseconds, until there are enough."""


class Shown:
    """A show open on the network, and a browser that looks at its pages."""

    def __init__(self, net: Net, browser: Browser) -> None:
        self.net, self.browser = net, browser

    @asynccontextmanager
    async def page(
        self, path: str, role: str | None, width: int = 1280, height: int = 720, **more: Any
    ) -> AsyncIterator[Page]:
        """A page opened with a link of that role."""
        async with self.browser.page(width, height, **more) as page:
            await page.ask("Page.addScriptToEvaluateOnNewDocument", source=HURRIED)
            token = "" if role is None else f"#{self.net.tokens[role]}"
            await page.go(f"{self.net.serving.address}{path}{token}")
            yield page


async def hurry(page: Page, seconds: float, clock: str = "hurry") -> None:
    """Let so long pass on a page, or while it sleeps ("asleep")."""
    await page.value(f"window.{clock} += {seconds * 1000}; dispatchEvent(new Event('resize'))")


def shown(
    folder: Path,
    browser: str,
    story: Callable[[Shown], Awaitable[None]],
    plan: Plan = PLAN,
    settings: Callable[[], Settings] = Settings,
) -> None:
    """Tell a story of a show that is open and of whoever looks at it, by the clock of the wall."""

    async def run() -> None:
        async with (
            opened(folder, plan, clock=SystemClock(), settings=settings) as net,
            spoken_to(browser) as program,
        ):
            await story(Shown(net, program))

    asyncio.run(run())
