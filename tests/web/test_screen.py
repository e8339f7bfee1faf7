"""Pages looked at from far, in a real browser: they flip on the second, and are never blank."""

import re
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

from runofshow.core.hours import Hours, write_as
from runofshow.opening import Address
from runofshow.store.settings import Settings
from tests.web.shown import FLIPS, Shown, hurry, shown

TIME = "document.getElementById('time').textContent"
WORD = "document.getElementById('word').textContent"
WORN = """(async (ms) => {
  const [{COLOURS}, {hourOf, texts}] = await Promise.all(
    [import("/js/manner.js"), import("/js/language.js")]);
  return [COLOURS.over, hourOf(ms, "UTC", texts("fr"))];
})"""
"""The colour of an overrun, and how an hour is written."""
BLANK = """(() => {
  const canvas = document.querySelector('canvas'), pen = canvas.getContext('2d');
  const {data} = pen.getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size === 1;
})()"""


def seconds(digits: str) -> int:
    minutes, rest = digits.split(":")
    return int(minutes) * 60 + int(rest)


def test_a_stage_counts_on_the_second_and_its_link_is_seen_nowhere(
    tmp_path: Path, browser: str
) -> None:
    async def story(show: Shown) -> None:
        async with show.page("/stage?lang=fr", "viewer") as page:
            assert await page.until(WORD)
            assert show.net.desk.do_json({"do": "go"}).ok
            assert re.fullmatch("10:00|9:..", await page.until(TIME))
            air = show.net.desk.board().on_air
            assert air is not None
            assert air.ends is not None
            ends = air.ends.timestamp() * 1000
            right = "(late) => late.length > 1 && Math.min(...late) < 1000"
            late = await page.value(f"({FLIPS})({ends}, {right})")
            assert min(late) > -5  # never before its second; how soon after: tests/bench
            link = show.net.tokens["viewer"]
            assert link not in await page.value(
                "location.href + document.documentElement.outerHTML"
            )
            show.net.desk.do_json({"do": "say", "text": "Plus près du micro"})
            assert await page.until(f"{WORD}.includes('micro') && {WORD}") == "Plus près du micro"
            assert not await page.value(BLANK)
            assert page.trouble == []

    shown(tmp_path, browser, story)


def test_alone_a_page_counts_on_says_so_is_opened_again_and_comes_back(
    tmp_path: Path, browser: str
) -> None:
    async def story(show: Shown) -> None:
        net = show.net
        port = urlsplit(net.serving.address).port
        assert port is not None
        net.desk.do_json({"do": "go"})
        async with show.page("/stage?lang=en", "viewer") as page:
            await page.until(TIME)
            await page.value("navigator.serviceWorker.ready.then(() => true)")
            assert page.trouble == []
            await page.value("stand()")
            await net.serving.close()
            await hurry(page, 0)
            before = seconds(await page.value(TIME))
            began = monotonic()
            await hurry(page, 3)
            assert "NO CONNECTION" not in await page.value(WORD)
            await hurry(page, 2.1)
            assert "NO CONNECTION FOR 0:05" in await page.until(f"{WORD}.includes('NO') && {WORD}")
            assert before - 6 <= seconds(await page.value(TIME)) <= before - 5
            await page.value("window.former = true; location.reload()")  # the server is gone
            again = await page.until(f"!window.former && {TIME}")
            # its clocks are the machine's again: since then it has done nothing but pass
            assert before - (monotonic() - began) - 9 <= seconds(again) <= before
            assert not await page.value(BLANK)
            await net.serving.open(Address(port))
            await page.value("dispatchEvent(new Event('online'))")
            net.desk.do_json({"do": "stretch", "by": "5m"})
            assert await page.until(f"/^1[1-4]:/.test({TIME})")
            assert "NO" not in await page.value(WORD)

    shown(tmp_path, browser, story)


def test_a_tablet_that_slept_shows_the_right_time_when_it_wakes_with_a_network_and_without(
    tmp_path: Path, browser: str
) -> None:
    async def story(show: Shown) -> None:
        show.net.desk.do_json({"do": "go"})
        async with show.page("/stage?lang=en", "viewer") as page:
            left = seconds(await page.until(TIME))
            await page.offline(so=True)
            await hurry(page, 300, "asleep")
            assert "NO CONNECTION FOR 5:" in await page.until(f"{WORD}.includes('NO') && {WORD}")
            assert left - 400 <= seconds(await page.value(TIME)) <= left - 300
            await page.offline(so=False)  # in truth nobody slept: the clock was turned
            await page.until(f"/^[6-9]:/.test({TIME})")
            await hurry(page, 300, "asleep")  # and with a network that is known at once
            await page.until(f"/^[6-9]:/.test({TIME})")
            assert "NO" not in await page.value(WORD)

    shown(tmp_path, browser, story)


def test_without_network_a_page_drops_its_connection_at_once_and_a_link_that_ended_is_told(
    tmp_path: Path, browser: str
) -> None:
    async def story(show: Shown) -> None:
        net = show.net
        async with show.page("/green?lang=fr&mirror&rotate=90", "viewer", 720, 1280) as page:
            await page.until(f"{WORD}.includes('SUIVRE')")
            await page.offline(so=True)
            await hurry(page, 6)
            assert await page.until(f"{WORD}.includes('SANS LIAISON')")
            await page.offline(so=False)
            await page.until(f"!{WORD}.includes('SANS LIAISON')")
            alive = net.serving._links.alive(net.desk.now())
            assert await net.serving.identify(2)  # the second that came: it was away
            assert await page.until(f"{WORD}.includes('2') && {WORD}") == "ÉCRAN 2"
            await hurry(page, 5.1)
            assert await net.serving.revoke(next(e.id for e in alive if e.role == "viewer"))
            assert await page.until(f"{WORD}.includes('plus valable')")
            assert (
                await page.value("Object.values(localStorage).join() + sessionStorage.length")
                == "0"
            )

    shown(tmp_path, browser, story)


def test_a_page_speaks_and_looks_at_once_as_the_window_does(tmp_path: Path, browser: str) -> None:
    settings = [Settings()]

    async def story(show: Shown) -> None:
        async with show.page("/stage", "viewer") as page:
            before = await page.until(f"document.documentElement.lang === 'en' && {WORD}")
            await page.value("navigator.serviceWorker.ready.then(() => true)")
            settings[0] = Settings(palette="distinct")
            write_as(Hours(french="9:15"))
            await show.net.serving.restyle("fr")
            assert before != await page.until(f"document.documentElement.lang === 'fr' && {WORD}")
            assert await page.value(f"{WORN}(12 * 3600000 + 300000)") == ["#E85CD0", "12:05"]
            await show.net.serving.close()
            await page.value(
                "window.former = true; location.reload()"
            )  # all that is kept is so too
            await page.until(f"!window.former && {TIME}.length + {WORD}.length")
            assert await page.value(f"{WORN}(12 * 3600000 + 300000)") == ["#E85CD0", "12:05"]
            assert await page.value("document.documentElement.lang") == "fr"

    try:
        shown(tmp_path, browser, story, settings=lambda: settings[0])
    finally:
        write_as(Hours())


def test_a_page_without_a_link_says_what_it_wants(tmp_path: Path, browser: str) -> None:
    async def story(show: Shown) -> None:
        async with show.page("/stage?lang=fr", None) as page:
            assert "QR code" in await page.until(WORD)
            for path in ("programme", "workshops", "workshops?grid", "green"):
                page_of = f"{show.net.serving.address}/{path}{'&' if '?' in path else '?'}lang=en"
                await page.go(page_of)
                assert "QR code" in await page.until(
                    f"location.href === '{page_of}' && {WORD}.includes('operator') && {WORD}"
                )
            assert page.trouble == []

    shown(tmp_path, browser, story)
