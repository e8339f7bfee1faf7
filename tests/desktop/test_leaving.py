"""Leaving: at once before and after the day, by a second word while it runs."""

from pathlib import Path

from runofshow.core.commands import Finish, Go, Recall
from runofshow.store.owner import owner_of
from tests.conftest import Aio
from tests.desktop.at_work import banners, choose, data, file, leaves, running, screens, until

__all__ = ["data", "file", "screens"]


def test_before_the_day_the_window_closes_at_once(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.close()
            assert leaves(desktop)

    aio(run())


def test_during_the_day_a_close_asks_and_a_second_one_leaves(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            path = desktop.opened.path
            desktop.do(Go())
            desktop.window.close()
            assert not leaves(desktop)
            assert desktop.window.isVisible()
            assert next(iter(banners(desktop))) == "quit"
            desktop.do(Finish())  # then it may be left, and nothing is asked any more
            await until(lambda: "quit" not in banners(desktop))
            desktop.do(Recall())
            desktop.window.close()
            assert not leaves(desktop)
            desktop.window.close()
            assert leaves(desktop)
        assert owner_of(path) is None

    aio(run())


def test_a_close_is_forgotten_after_a_while(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.window.close()
            desktop.leaving.forget()
            desktop.window.close()
            assert not leaves(desktop)
            desktop.window.language_asked.emit("en")
            choose(desktop, "Quit anyway (Ctrl+Q)")
            assert leaves(desktop)

    aio(run())


def test_left_before_it_ran_everything_is_closed(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            path = desktop.opened.path
            desktop.another_day.run(desktop.documents._request_of(file))
            desktop.leave()
        assert owner_of(path) is None

    aio(run())
