"""Letters of any writing: the machine's fonts where ours lack them, and never an empty box."""

import pytest
from PySide6 import QtCore, QtGui

from runofshow.ui.painting import painting
from runofshow.ui.speaker import lettering, shaping
from runofshow.ui.speaker.lettering import Outline, outline, pictured, width_of
from runofshow.ui.speaker.shaping import drawable, font, runs
from runofshow.ui.speaker.strokes import Lettered
from tests.rows import each_row

pytestmark = pytest.mark.usefixtures("qapp")

DRAWABLE = {
    "Fin à 10h30…": "Fin à 10h30…",
    "Η ποικιλία · Приветственное слово": "Η ποικιλία · Приветственное слово",
    "🎤 Table ronde 🚀 : enjeux": "Table ronde : enjeux",
    "Zoé 👩🏽\u200d💻": "Zoé",
    "漢字": "",
    "e\u0301te\u0301": "e\u0301te\u0301",
}
"""What is left of a text on a machine with the bundled fonts alone, as this one is."""


@each_row("text", DRAWABLE)
def test_what_no_font_can_draw_is_left_out_without_a_hole(text: str) -> None:
    assert drawable(text) == DRAWABLE[text]
    assert width_of(text, True) == width_of(DRAWABLE[text], True)
    assert all(0 not in run.glyphIndexes() for run in runs(drawable(text), bold=True))


def test_what_the_machine_has_a_font_for_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaping, "drawn", lambda letter: letter != "字")
    assert shaping.drawable.__wrapped__("漢字 🎤 ñ\u0303") == "漢 🎤 ñ\u0303"


def test_a_sign_without_an_outline_is_drawn_as_its_picture(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lettering, "PICTURE", 48)  # Qt draws our own letters, so, only when small
    raw = QtGui.QRawFont.fromFont(font(bold=True))
    glyph = raw.glyphIndexesForString("H")[0]
    [sign] = pictured(raw, glyph, QtCore.QPointF(1, 0))
    letter = outline("H", bold=True)
    assert sign.box.height() == pytest.approx(letter.bounds.height(), abs=0.06)
    assert sign.box.left() == pytest.approx(1 + letter.bounds.left(), abs=0.06)
    drawn = Outline.of((), 2, [sign])
    image = QtGui.QImage(60, 40, QtGui.QImage.Format.Format_RGB32)
    image.fill(QtCore.Qt.GlobalColor.white)
    stroke = Lettered("#FF0000", drawn, 5, 30, 20, 20)
    with painting(image) as painter:
        stroke.put(painter)
    dark = [(x, y) for x in range(60) for y in range(40) if image.pixelColor(x, y).value() < 99]
    assert dark, "its own colour, and not that of the words around it"
    assert all(stroke.area.contains(*place) for place in dark)


def test_a_space_has_no_picture() -> None:
    raw = QtGui.QRawFont.fromFont(font(bold=True))
    assert not list(pictured(raw, raw.glyphIndexesForString(" ")[0], QtCore.QPointF()))
