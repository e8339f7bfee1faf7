"""The list of people to tell: a name is never cut for what is told beside it."""

from pytestqt.qtbot import QtBot

from runofshow.ui.operator.telling_lines import TellingLine
from runofshow.ui.operator.telling_list import TellingList
from runofshow.ui.theme import theme_for

NAMES = ("Hervé GICQUEL", "Pascal CHARRIERE", "Claude ALPHANDERY", "Gerardo GIL")


def line(number: int, who: str) -> TellingLine:
    family = who.rsplit(maxsplit=1)[-1]
    names = (who, f"{who[0]}. {family}", family)
    at = "10 h 42"
    return TellingLine(who, who, f"3.3.{number}", names, "", "10 → 9 min", "→ 9", at, False, "")


def test_what_is_told_is_brief_for_all_where_a_name_would_be_cut(qtbot: QtBot) -> None:
    made = TellingList(theme_for(768, dark=True))
    qtbot.addWidget(made)
    made.resize(490, 60)
    made.put(tuple(line(number, who) for number, who in enumerate(NAMES, start=1)))
    assert made.across == 2
    assert not made.full(40)
    made.resize(780, 60)
    assert made.full(40)
    made.resize(490, 140)
    assert made.across == 1
    assert made.full(40)
