"""A phone is paired in a real browser: what it shows, what it keeps, where it goes."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.net.opened import Net, opened
from tests.web.chromium import Browser, Page, spoken_to

Story = Callable[[Net, Browser], Awaitable[None]]
SEEN = "document.querySelector('#pair {}').textContent"


def told(browser: str, folder: Path, story: Story) -> None:
    async def run() -> None:
        async with opened(folder) as net, spoken_to(browser) as spoken:
            await story(net, spoken)

    asyncio.run(run())


async def scans(page: Page, net: Net, language: str = "fr") -> str:
    """Open what the régie's code says; the number that is shown."""
    path, _, code = (await net.serving.offer()).partition("#")
    await page.go(f"{path}?lang={language}#{code}")
    return str(await page.until(SEEN.format(".number")))


def test_a_phone_shows_its_number_and_is_the_remote_once_it_is_let_in(
    browser: str, tmp_path: Path
) -> None:
    async def story(net: Net, spoken: Browser) -> None:
        async with spoken.page(375, 667, phone=True) as page:
            number = await scans(page, net)
            (waiting,) = (await net.serving.census()).waiting
            assert number == str(waiting.number)
            assert await page.value("location.hash") == ""
            assert "régie" in await page.value(SEEN.format(".said"))
            await page.ask("Page.reload")  # it goes on waiting
            await page.until(f"{SEEN.format('.number')} === '{number}'")
            assert await net.serving.answer(int(number), admit=True)
            token = await page.until("localStorage.getItem('runofshow.token.remote')")
            await page.until("location.pathname === '/remote'")
            net.tokens["phone"] = token
            assert (await net.ask("GET", "/v1/board", "phone"))[0] == 200
            assert not [each for each in page.trouble if "Content Security Policy" in each]

    told(browser, tmp_path, story)


def test_who_is_refused_is_told_and_a_code_serves_no_second_phone(
    browser: str, tmp_path: Path
) -> None:
    async def story(net: Net, spoken: Browser) -> None:
        shown = await net.serving.offer()
        async with spoken.page(375, 667, phone=True) as page:
            number = await scans(page, net, "en")
            assert await net.serving.answer(int(number), admit=False)
            said = await page.until(f"!{SEEN.format('.number')} && {SEEN.format('.said')}")
            assert "refused" in said
            assert await page.value("localStorage.length") == 0
            await page.go(shown.replace("/pair", "/pair?lang=en&again"))
            await page.until(f"{SEEN.format('.said')}.startsWith('This code has served')")
            await page.go(f"{net.serving.address}/pair?lang=en")
            await page.until(f"{SEEN.format('.said')}.startsWith('No code')")
        assert (await net.serving.census()).waiting == ()

    told(browser, tmp_path, story)
