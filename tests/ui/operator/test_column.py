from itertools import product

from PySide6 import QtCore

from runofshow.ui import theme
from runofshow.ui.operator.column import FEW_PLANS, Column, column, shape, whole
from tests.rows import each_row

BOTH = list(product((False, True), repeat=2))


def placed(size: tuple[int, int], recovery: bool, panel: bool) -> Column:
    """The column of a window of that size, as the window reckons it."""
    wide, tall = size
    metrics = theme.theme_for(tall if wide >= 1600 else 0, dark=True).metrics
    top = metrics.menu + metrics.strip + metrics.gap
    foot = tall - metrics.timeline - metrics.gap
    messages = 98 if metrics.small else 122
    left = wide - metrics.right - metrics.gap
    return column(metrics, left, top, foot, messages, recovery=recovery, panel=panel)


SIZES = [
    (1180, 640),
    (1366, 768),
    (1536, 864),
    (1600, 900),
    (1920, 1000),
    (1920, 1080),
    (3840, 2160),
]


@each_row("size", SIZES)
def test_cards_never_meet_and_the_fixed_ones_never_move(size: tuple[int, int]) -> None:
    first = placed(size, recovery=False, panel=False)
    for recovery, panel in BOTH:
        places = placed(size, recovery, panel)
        assert (places.live, places.messages) == (first.live, first.messages)
        shown = [rect for rect in places if not rect.isEmpty()]
        for index, rect in enumerate(shown):
            assert QtCore.QRect(QtCore.QPoint(), QtCore.QSize(*size)).contains(rect)
            assert not any(rect.intersects(other) for other in shown[index + 1 :])
        assert places.recovery.isEmpty() is not recovery


@each_row("size", [(1366, 768), (1920, 1080)])
def test_at_both_sizes_of_the_design_all_plans_fit_or_some_beside_a_panel(
    size: tuple[int, int],
) -> None:
    parts = shape(theme.theme_for(size[1], dark=True).metrics)
    alone, beside = placed(size, True, False), placed(size, True, True)
    assert alone.recovery.height() == whole(parts)
    assert beside.panel == placed(size, False, True).panel
    assert beside.panel.height() == parts.panel
    rows = beside.recovery.height() - parts.head - parts.phone_least
    assert rows >= FEW_PLANS * parts.line


def test_in_a_low_window_the_panel_folds_to_its_head_while_recovery_is_open() -> None:
    parts = shape(theme.theme_for(1000, dark=True).metrics)
    places = placed((1920, 1000), True, True)
    assert places.panel.height() == parts.head
    assert places.panel.bottom() == placed((1920, 1000), False, True).panel.bottom()
    assert placed((1180, 640), True, True).panel.isEmpty()
