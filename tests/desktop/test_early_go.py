"""A GO long before its day runs nothing, and offers what may be meant."""

from datetime import timedelta
from pathlib import Path

from runofshow.core.commands import Go
from tests.conftest import Aio
from tests.desktop.at_work import Wall, banners, choose, data, file, running, screens, until

__all__ = ["data", "file", "screens"]


def test_a_go_in_a_day_to_come_runs_nothing_until_it_is_made_todays(
    aio: Aio, data: Path, file: Path
) -> None:
    wall = Wall()
    wall.at -= timedelta(days=3)

    async def run() -> None:
        async with running(data, None, wall=wall) as desktop:
            desktop.guide.end()
            desktop.documents.open(file)
            await until(lambda: "to_come" in banners(desktop))
            assert banners(desktop)["to_come"].startswith("Conducteur du 19 janvier 2026")
            desktop.do(Go())
            board = desktop.opened.desk.board()
            assert (board.rev, board.state, board.drift) == (0, "before", timedelta())
            assert banners(desktop)["early"].endswith("rien n'est lancé.")
            choose(desktop, "Répéter")
            assert desktop.rehearsing.on
            desktop.rehearsing.leave()
            desktop.do(Go())
            choose(desktop, "La passer à aujourd'hui")
            desktop.do(Go())
            board = desktop.opened.desk.board()
            assert (board.state, board.date) == ("on_air", wall.at.date())
            assert board.drift == -timedelta(seconds=10)

    aio(run())
