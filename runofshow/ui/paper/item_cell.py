"""The cell of an item's title: who speaks, what is promised, and what else there is to know."""

from collections.abc import Iterable, Iterator, Sequence

from runofshow.core.paper import Hard, Line
from runofshow.core.plan import Speaker
from runofshow.ui.paper.marks import DARK, Text
from runofshow.ui.paper.regie_letters import HEAD, ITEM, MIC, PLAIN_MIC, SLANTED, SMALL, WHO
from runofshow.ui.paper.saying import Saying
from runofshow.ui.paper.setting import EMPTY, Run, Setting, put, put_runs


class ItemCell:
    """Sets the cells of one rundown.

    `departments` are those that have no column; with `rooms`, items say where they are.
    """

    def __init__(self, say: Saying, departments: Sequence[str], *, rooms: bool) -> None:
        self.say, self.departments, self.rooms = say, departments, rooms

    def put(self, line: Line, wide: float) -> Setting:
        """The cell of an item, set to a width."""
        parts = [put(line.title, ITEM, wide, struck=line.skipped)]
        parts += [put_runs(runs, wide) for runs in _speakers(line.speakers, self.say.words.chair)]
        parts += [put_runs(runs, wide) for runs in self._facts(line)]
        return piled(parts, wide)

    def _facts(self, line: Line) -> Iterator[list[Run]]:
        for text, hard in hard_said(line, self.say):
            who = " ".join(part for part in (hard.to, hard.phone) if part)
            yield [Run(f"◆ {text}", SMALL), Run(f" {who}" if who else "", PLAIN_MIC)]
        if tags := " · ".join(self._tags(line)):
            yield [Run(tags, SLANTED, DARK)]
        for activity in line.activities:
            said = " · ".join(part for part in (activity.title, activity.host) if part)
            note = f" ({activity.note})" if activity.note else ""
            yield [Run(activity.room, PLAIN_MIC), Run(f" {said}{note}", SMALL)]
        for name in self.departments:
            if wanted := line.departments.get(name):
                yield [Run(f"{headed(name)} ", HEAD), Run(wanted, SMALL)]

    def _tags(self, line: Line) -> Iterator[str]:
        words, say = self.say.words, self.say
        if self.rooms and line.own_room and line.room:
            yield line.room
        if line.skipped:
            yield words.skipped
        if line.questions:
            yield say.said(words.questions, length=say.length(line.questions))
        if line.optional:
            yield words.optional
        if line.by_itself:
            yield words.by_itself
        if line.hidden:
            yield words.hidden


def hard_said(line: Line, say: Saying) -> Iterator[tuple[str, Hard]]:
    """What is promised of a slot, in words."""
    for hard in line.hard:
        form = say.words.hard_start if hard.of == "start" else say.words.hard_end
        clock = "" if hard.due is None else say.clock(hard.due)
        yield say.said(form, time=clock).strip(), hard


def _speakers(speakers: Iterable[Speaker], chair: str) -> Iterator[list[Run]]:
    """Who speaks, each on a line, the microphone first: the hand that wires reads it so."""
    for who in speakers:
        runs = [Run(f"{who.mic}\u00a0 ".replace(" ", "\u00a0"), MIC)] if who.mic else []
        home = f", {who.organisation}" if who.organisation else ""
        runs.append(Run(who.name, WHO))
        runs.append(Run(f"{home} ({chair})" if who.chair else home, SMALL, DARK))
        yield runs


def piled(parts: Iterable[Setting], wide: float) -> Setting:
    """Settings one below the other."""
    texts: list[Text] = []
    y = 0.0
    for part in parts:
        if part.texts:
            texts += part.at(0, y)
            y += part.height + 0.6
    return Setting(wide, max(0.0, y - 0.6), tuple(texts)) if texts else EMPTY


def headed(name: str) -> str:
    """A department as a heading."""
    return name[:1].upper() + name[1:]
