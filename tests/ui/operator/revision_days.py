"""A seed's day that runs late, and what the client sends at ten to ten."""

import copy
from typing import Any

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Command
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.core.revision import Revision, revision
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from tests.hand import Stage
from tests.ui.operator.window_days import seed

NAME = "Programme V4 définitif.docx"


def revised() -> Plan:
    """The seed's day as it is sent again: a little of everything."""
    data: Any = copy.deepcopy(seed().as_json())
    data["date"] = "2016-01-19"
    morning, models = data["slots"][1]["slots"], data["slots"][2]["slots"]
    data["slots"][0]["speakers"][0]["role"] = "Directrice générale"
    morning[1]["duration"] = "1h"
    morning[1]["speakers"][-1] = {"name": "Jeanne DUPONT", "role": "Maire"}
    morning.append(
        {"id": "sortie", "title": "Respiration musicale", "duration": "5m", "kind": "other"}
    )
    lights = models[2]["slots"]
    lights[0], lights[2] = lights[2], lights[0]
    del lights[3]
    models[1] |= {"duration": "15m", "guessed": []}
    data["slots"][5]["start"] = "12:30"
    data["slots"][7]["title"] = "Conclusion et remerciements"
    return Plan.model_validate(data)


class Revised:
    """The day at that hour, with the régie's own edits, and its revision."""

    def __init__(self, clock: str = "09:50") -> None:
        stage = Stage(seed()).do("09:00", "go").do("09:18", "go").do("09:24", "go")
        stage.do("09:30", "edit", slot="synthese", set={"duration": "12m"})
        self.stage, self.now = stage, stage.at(clock)

    @property
    def show(self) -> Show:
        return self.stage.show

    def revision(self) -> Revision:
        return revision(self.show, revised())

    def board(self) -> Board:
        return board(self.show, self.now)

    def do(self, command: Command) -> None:
        self.stage.show = apply(self.show, command, self.now)

    def foresee(self, asked: Any) -> Board | Sentence:
        """What some commands would bring."""
        show = self.show
        try:
            for command in asked:
                show = apply(show, command, self.now)
        except Refused as refused:
            return refused.sentence
        return board(show, self.now)
