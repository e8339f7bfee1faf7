"""The one visual language of the windows: colours, measures, letters, and the style sheet.

- Every colour, size and step a widget uses has a name here; no widget holds a number of its own
  for what look.md names.
- Good is grey: a colour always means something to do. One filled button on a window, GO.
- Two sets of measures, for windows of 1080p and of 768 lines; a larger window gives its room to
  the rundown, and high densities are Qt's scale factor.
- B612 draws every digit, time and cue: its figures are tabular. Inter draws words.
"""

import sys
from enum import Enum, auto
from functools import lru_cache
from string import Template
from typing import Final, NamedTuple

from PySide6 import QtGui, QtWidgets

from runofshow.ui import fonts, tints
from runofshow.ui.tidying import uncollected

Weight = QtGui.QFont.Weight
SMALL_BELOW: Final = 900
"""Window heights below this use the small measures (logical pixels)."""


class Colours(NamedTuple):
    """The colours of look.md by name; all opaque but `hatch` and the washes."""

    dark: bool
    bg: QtGui.QColor
    surf: QtGui.QColor
    raised: QtGui.QColor
    hover: QtGui.QColor
    """A raised button under the pointer."""
    line: QtGui.QColor
    line2: QtGui.QColor
    text: QtGui.QColor
    sec: QtGui.QColor
    quiet: QtGui.QColor
    live: QtGui.QColor
    live_row: QtGui.QColor
    go: QtGui.QColor
    go_hover: QtGui.QColor
    go_text: QtGui.QColor
    go_sec: QtGui.QColor
    """The second line of GO."""
    amber: QtGui.QColor
    dim: QtGui.QColor
    """The fill of the hatch that means lateness."""
    act: QtGui.QColor
    over: QtGui.QColor
    ok: QtGui.QColor
    plate: QtGui.QColor
    """Words on a plate of amber, act or over."""
    rehearsal: bool = False
    """Whether they are those of a rehearsal: nothing in it is blue, for blue is on air."""


def _c(code: str) -> QtGui.QColor:
    return QtGui.QColor(code)


def _colours(codes: tints.Tints, *, dark: bool) -> Colours:
    return Colours._make((dark, *(_c(code) for code in codes), False))


DARK: Final = _colours(tints.DARK, dark=True)
LIGHT: Final = _colours(tints.LIGHT, dark=False)


@lru_cache(maxsize=2)
def rehearsing(dark: bool) -> Colours:
    """The colours of a rehearsal: green where the show is blue, and around everything."""
    if dark:
        return DARK._replace(
            rehearsal=True, bg=_c("#0A2A25"), live=_c("#46D3B0"), live_row=_c("#0C332D"),
            go=_c("#0E6553"), go_hover=_c("#12735F"), go_sec=_c("#D2F0E8"),
        )  # fmt: skip
    return LIGHT._replace(
        rehearsal=True, bg=_c("#B9DAD1"), live=_c("#085344"), live_row=_c("#CBE8DF"),
        go=_c("#085344"), go_hover=_c("#0C6655"), go_sec=_c("#DCF3EC"), quiet=_c("#4D5660"),
    )  # fmt: skip


class Role(Enum):
    """What a text is for."""

    __hash__ = object.__hash__  # each is one of a kind: fonts are looked up by it all the time

    TIME_LEFT = auto()
    CLOCK = auto()
    SECONDS = auto()
    DRIFT = auto()
    DRIFT_WORD = auto()
    CALM = auto()
    GO = auto()
    GO_ITEM = auto()
    GO_CUE = auto()
    GO_NEEDS = auto()
    HARD = auto()
    HARD_TIME = auto()
    FIGURE = auto()
    LIVE_TIME = auto()
    LIVE_TITLE = auto()
    PLATE = auto()
    REHEARSAL = auto()
    ROW = auto()
    ROW_BOLD = auto()
    ROW_SLANT = auto()
    ROW_TIME = auto()
    ROW_TIME_BOLD = auto()
    ROW_TIME_SLANT = auto()
    LIVE_ROW_TITLE = auto()
    SPEAKER = auto()
    CREW = auto()
    CREW_TIME = auto()
    TAB = auto()
    TAB_BOLD = auto()
    MENU = auto()
    BUTTON = auto()
    HEAD = auto()
    HEAD_TIME = auto()
    CAPTION = auto()
    CAPTION_BOLD = auto()
    CAPTION_SLANT = auto()
    CAPTION_TIME = auto()
    CAPTION_TIME_BOLD = auto()
    KEY = auto()


class Letters(NamedTuple):
    """A family, a weight, the sizes at 1080p and at 768 in pixels, slanted or not."""

    family: str
    weight: QtGui.QFont.Weight
    large: int
    small: int
    slanted: bool = False


LETTERS: Final[dict[Role, Letters]] = {
    Role.TIME_LEFT: Letters(fonts.DIGITS, Weight.Bold, 148, 92),
    Role.CLOCK: Letters(fonts.DIGITS, Weight.Bold, 46, 34),
    Role.SECONDS: Letters(fonts.DIGITS, Weight.Normal, 26, 18),
    Role.DRIFT: Letters(fonts.DIGITS, Weight.Bold, 38, 26),
    Role.DRIFT_WORD: Letters(fonts.WORDS, Weight.Bold, 14, 12),
    Role.CALM: Letters(fonts.WORDS, Weight.DemiBold, 20, 14),
    Role.GO: Letters(fonts.WORDS, Weight.ExtraBold, 28, 20),
    Role.GO_ITEM: Letters(fonts.WORDS, Weight.DemiBold, 18, 14),
    Role.GO_CUE: Letters(fonts.DIGITS, Weight.Bold, 18, 14),
    Role.GO_NEEDS: Letters(fonts.WORDS, Weight.Normal, 13, 12),
    Role.HARD: Letters(fonts.WORDS, Weight.DemiBold, 21, 15),
    Role.HARD_TIME: Letters(fonts.DIGITS, Weight.Bold, 21, 15),
    Role.FIGURE: Letters(fonts.DIGITS, Weight.Bold, 22, 16),
    Role.LIVE_TIME: Letters(fonts.DIGITS, Weight.Bold, 26, 20),
    Role.LIVE_TITLE: Letters(fonts.WORDS, Weight.DemiBold, 17, 13),
    Role.PLATE: Letters(fonts.WORDS, Weight.Bold, 16, 13),
    Role.REHEARSAL: Letters(fonts.WORDS, Weight.ExtraBold, 36, 24),
    Role.ROW: Letters(fonts.WORDS, Weight.Normal, 13, 12),
    Role.ROW_BOLD: Letters(fonts.WORDS, Weight.DemiBold, 13, 12),
    Role.ROW_SLANT: Letters(fonts.WORDS, Weight.Normal, 13, 12, True),
    Role.ROW_TIME: Letters(fonts.DIGITS, Weight.Normal, 13, 12),
    Role.ROW_TIME_BOLD: Letters(fonts.DIGITS, Weight.Bold, 13, 12),
    Role.ROW_TIME_SLANT: Letters(fonts.DIGITS, Weight.Normal, 13, 12, True),
    Role.LIVE_ROW_TITLE: Letters(fonts.WORDS, Weight.DemiBold, 15, 13),
    Role.SPEAKER: Letters(fonts.WORDS, Weight.Normal, 12, 12),
    Role.CREW: Letters(fonts.WORDS, Weight.Normal, 12, 12),
    Role.CREW_TIME: Letters(fonts.DIGITS, Weight.Normal, 12, 12),
    Role.TAB: Letters(fonts.WORDS, Weight.Normal, 13, 12),
    Role.TAB_BOLD: Letters(fonts.WORDS, Weight.Bold, 13, 12),
    Role.MENU: Letters(fonts.WORDS, Weight.Normal, 12, 12),
    Role.BUTTON: Letters(fonts.WORDS, Weight.Medium, 13, 12),
    Role.HEAD: Letters(fonts.WORDS, Weight.DemiBold, 12, 12),
    Role.HEAD_TIME: Letters(fonts.DIGITS, Weight.Bold, 12, 12),
    Role.CAPTION: Letters(fonts.WORDS, Weight.Normal, 11, 11),
    Role.CAPTION_BOLD: Letters(fonts.WORDS, Weight.DemiBold, 11, 11),
    Role.CAPTION_SLANT: Letters(fonts.WORDS, Weight.Normal, 11, 11, True),
    Role.CAPTION_TIME: Letters(fonts.DIGITS, Weight.Normal, 11, 11),
    Role.CAPTION_TIME_BOLD: Letters(fonts.DIGITS, Weight.Bold, 11, 11),
    Role.KEY: Letters(fonts.DIGITS, Weight.Normal, 11, 11),
}


class Metrics(NamedTuple):
    """The measures of look.md in logical pixels, for one height of window."""

    small: bool
    menu: int
    strip: int
    timeline: int
    tabs: int
    leaf_row: int
    live_row: int
    session_row: int
    head: int
    right: int
    """Width of the right column, its cards included."""
    live_card: int
    go_width: int
    go_height: int
    plan_line: int
    gap: int
    """Between cards and at the window's edge."""
    pad: int
    """Inside a card."""
    button: int
    """Height of a button."""
    ribbon: float
    """Pixels of the late ribbon per minute."""
    step: int = 4
    row_pad: int = 12
    group: int = 24
    ribbon_most: int = 20
    """Minutes at which the ribbon stops growing."""
    card_radius: int = 4
    button_radius: int = 3
    key_radius: int = 2
    icon: int = 14


LARGE: Final = Metrics(
    small=False, menu=28, strip=80, timeline=116, tabs=34, leaf_row=36, live_row=62,
    session_row=27, head=24, right=736, live_card=420, go_width=702, go_height=72, plan_line=28,
    gap=8, pad=16, button=34, ribbon=2.0,
)  # fmt: skip
SMALL: Final = Metrics(
    small=True, menu=22, strip=58, timeline=54, tabs=26, leaf_row=26, live_row=46,
    session_row=22, head=20, right=500, live_card=272, go_width=478, go_height=50, plan_line=23,
    gap=5, pad=10, button=27, ribbon=1.5,
)  # fmt: skip


class Theme(NamedTuple):
    """What a widget paints with: `use(theme)` on each of them changes the whole window."""

    colours: Colours
    metrics: Metrics

    def font(self, role: Role) -> QtGui.QFont:
        """The letters of `role` at this theme's measures."""
        return font(role, self.metrics)


def font(role: Role, metrics: Metrics) -> QtGui.QFont:
    """The letters of `role`, sized in logical pixels."""
    return QtGui.QFont(_font(role, metrics.small))


@lru_cache(maxsize=128)
def _font(role: Role, small: bool) -> QtGui.QFont:
    letters = LETTERS[role]
    made = QtGui.QFont(letters.family)
    made.setPixelSize(letters.small if small else letters.large)
    made.setWeight(letters.weight)
    made.setItalic(letters.slanted)
    made.setHintingPreference(QtGui.QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QtGui.QFont.StyleStrategy.PreferAntialias)
    return made


def theme_for(height: int, dark: bool, rehearsal: bool = False) -> Theme:
    """The theme of a window `height` logical pixels tall, of the show or of a rehearsal."""
    metrics = SMALL if height < SMALL_BELOW else LARGE
    return Theme(rehearsing(dark) if rehearsal else DARK if dark else LIGHT, metrics)


def application() -> QtWidgets.QApplication:
    """The application, made in the Fusion style when there is none yet.

    Qt is told of the style when it starts: `setStyle` makes a second one and takes 8 ms.
    """
    there = QtWidgets.QApplication.instance()
    if isinstance(there, QtWidgets.QApplication):
        return there
    return QtWidgets.QApplication([*sys.argv[:1], "-style", "Fusion"])


def install(app: QtWidgets.QApplication, dark: bool = True) -> Theme:
    """Give the application its bundled fonts, palette and style sheet.

    Another font stands in for a bundled one that is missing (`fonts.lacking`). Returns the 1080p
    theme.
    """
    fonts.load()
    theme = theme_for(1080, dark)
    with uncollected():
        app.setFont(theme.font(Role.ROW))
    dress(app, theme.colours)
    return theme


def dress(app: QtWidgets.QApplication, colours: Colours) -> None:
    """Change the palette and the style sheet of a running application to `colours`."""
    with uncollected():  # Qt goes through all widgets
        app.setPalette(palette(colours))
        app.setStyleSheet(style_sheet(colours))


def palette(colours: Colours) -> QtGui.QPalette:
    """Qt's palette in our colours, for what the style sheet does not reach."""
    made = QtGui.QPalette()
    part = QtGui.QPalette.ColorRole
    for role, colour in (
        (part.Window, colours.bg),
        (part.WindowText, colours.text),
        (part.Base, colours.surf),
        (part.AlternateBase, colours.surf),
        (part.Text, colours.text),
        (part.PlaceholderText, colours.quiet),
        (part.Button, colours.raised),
        (part.ButtonText, colours.text),
        (part.BrightText, colours.act),
        (part.Highlight, colours.live_row),
        (part.HighlightedText, colours.text),
        (part.ToolTipBase, colours.raised),
        (part.ToolTipText, colours.text),
        (part.Link, colours.live),
        (part.Mid, colours.line2),
        (part.Dark, colours.line),
        (part.Light, colours.raised),
        (part.Shadow, colours.bg),
    ):
        made.setColor(role, colour)
    for role in (part.WindowText, part.Text, part.ButtonText):
        made.setColor(QtGui.QPalette.ColorGroup.Disabled, role, faint(colours))
    return made


def faint(colours: Colours) -> QtGui.QColor:
    """The letters of what cannot be done now."""
    return mixed(colours.quiet, colours.surf, 0.45)


def mixed(one: QtGui.QColor, other: QtGui.QColor, share: float) -> QtGui.QColor:
    """`one` with `share` (0 to 1) of `other` mixed in."""
    keep = 1 - share
    return QtGui.QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
    )


def style_sheet(colours: Colours) -> str:
    """The style sheet of Qt's own parts: menus, tips, lines of text, scroll bars, lists."""
    names = {
        name: colour.name()
        for name, colour in colours._asdict().items()
        if isinstance(colour, QtGui.QColor)
    }
    field = colours.bg if colours.dark else colours.raised
    return Template(_SHEET).substitute(names, faint=faint(colours).name(), field=field.name())


_SHEET: Final = """
QMainWindow { background: $bg; }
QMenuBar { background: $bg; color: $sec; border: none; padding: 0; spacing: 0; }
QMenuBar::item { background: transparent; padding: 4px 10px; margin: 0; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $raised; color: $text; }
QMenu { background: $raised; color: $text; border: 1px solid $line2; padding: 4px 0; }
QMenu::item { padding: 5px 28px 5px 24px; background: transparent; }
QMenu::item:selected { background: $live_row; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $line2; margin: 4px 0; }
QMenu::indicator { width: 8px; height: 8px; left: 8px; border: 1px solid $quiet; }
QMenu::indicator:checked { background: $live; border: 1px solid $live; }
QToolTip { background: $raised; color: $text; border: 1px solid $line2; padding: 3px 6px; }
QLineEdit {
    background: $field; color: $text; border: 1px solid $line2; border-radius: 3px;
    padding: 0 6px; selection-background-color: $live_row; selection-color: $text;
}
QLineEdit:focus { border: 1px solid $live; }
QLineEdit:disabled { color: $faint; }
QAbstractItemView {
    background: $surf; color: $text; border: none; outline: none;
    selection-background-color: $live_row; selection-color: $text;
}
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical {
    background: $line2; border-radius: 3px;
    min-height: 32px; margin: 2px;
}
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal {
    background: $line2; border-radius: 3px;
    min-width: 32px; margin: 2px;
}
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
