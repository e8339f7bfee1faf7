"""What GO says beneath the item that it names."""

from PySide6 import QtWidgets

from runofshow.ui.operator.go import GoButton
from runofshow.ui.operator.standing import Ahead
from runofshow.ui.texts.window import FR
from runofshow.ui.theme import theme_for
from tests.rows import each_row

WHO = ("Yannick BLANC", "Vanessa CORDOBA")


@each_row(
    "needs, who, room, said",
    [
        ("film 2", (), 400, "film 2"),
        ("5 HF", WHO, 400, "5 HF · Yannick BLANC, Vanessa CORDOBA"),
        ("5 HF", WHO, 120, "5 HF · 2 intervenants"),
        ("5 HF", WHO, 40, "5 HF"),
        ("", WHO, 40, "2 intervenants"),
    ],
)
def test_names_give_way_whole_and_before_needs(
    qapp: QtWidgets.QApplication, needs: str, who: tuple[str, ...], room: float, said: str
) -> None:
    button = GoButton(theme_for(768, dark=True), FR)
    button.ahead = Ahead(True, "2", "Film", needs, who)
    assert button.beneath(room) == said
    button.deleteLater()
